"""Where a connection may go: checked after DNS, at the moment of dialling, on every hop."""

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Sequence
from contextlib import suppress

from feeds.problems import AddressRefused, HostNotFound, NotConnected

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
PATIENCE = 5.0
"""Seconds for look-up, connection and TLS."""

# Reachable in form, but each carries or reaches an inner address that is_global does not look at.
_TUNNELS = tuple(
    ipaddress.ip_network(net)
    for net in (
        "64:ff9b::/96",  # NAT64, RFC 6052
        "64:ff9b:1::/48",  # local-use NAT64, RFC 8215
        "2002::/16",  # 6to4, RFC 3056
        "2001::/32",  # Teredo, RFC 4380
        "::/96",  # IPv4-compatible, RFC 4291
        "192.88.99.0/24",  # 6to4 relays, RFC 7526
    )
)


def is_public(address: str) -> bool:
    """True for an address on the public internet; False for anything that is none."""
    try:
        ip: Address = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if any(ip.version == net.version and ip in net for net in _TUNNELS):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


async def dial(
    host: str, port: int, tls: ssl.SSLContext | None, *, allow_private: bool
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Streams to the first of the host's addresses that answers; DNS is asked once.

    Raises HostNotFound, AddressRefused, NotConnected, or ssl.SSLError.
    """
    failure: OSError | None = None
    try:
        async with asyncio.timeout(PATIENCE) as all_of_it:
            addresses = _permitted(host, await _resolve(host, port), allow_private)
            for number, address in enumerate(addresses):
                # One that never answers, as IPv6 often is, leaves the others their share.
                share = _left(all_of_it) / (len(addresses) - number)
                try:
                    async with asyncio.timeout(share):
                        return await asyncio.open_connection(
                            address, port, ssl=tls, server_hostname=host if tls else None
                        )
                except OSError as error:
                    failure = error
    except TimeoutError as error:
        failure = error
    if isinstance(failure, TimeoutError):
        raise NotConnected("the server did not take the connection in time", slow=True) from None
    if isinstance(failure, ssl.SSLError):
        raise failure
    raise NotConnected("the server does not take connections") from failure


def _left(limit: asyncio.Timeout) -> float:
    """Seconds until the limit."""
    until = limit.when()
    assert until is not None
    return until - asyncio.get_running_loop().time()


def _permitted(host: str, addresses: Sequence[str], allow_private: bool) -> Sequence[str]:
    if allow_private:
        return addresses
    public = [address for address in addresses if is_public(address)]
    if addresses and not public:
        raise AddressRefused(
            f"{host} leads to {addresses[0]}, which is not on the public internet; "
            "set FEED_ALLOW_PRIVATE=true if this feed is your own"
        )
    return public


async def _resolve(host: str, port: int) -> Sequence[str]:
    with suppress(ValueError):
        return [str(ipaddress.ip_address(host))]  # nothing to look up
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise HostNotFound(f"there is no host {host}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
