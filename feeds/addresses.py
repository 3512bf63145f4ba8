"""Where a connection may go: checked after DNS, at the moment of dialling, on every hop."""

import asyncio
import ipaddress
import socket
from collections.abc import Iterable, Sequence

import httpcore
from httpcore import AsyncNetworkBackend, AsyncNetworkStream

from feeds.problems import AddressRefused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)

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


class GuardedBackend(AsyncNetworkBackend):
    """Resolves a host itself and dials what it checked: DNS cannot change its mind in between."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  (httpcore's own signature)
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> AsyncNetworkStream:
        """Connect to the first address that answers. Raises AddressRefused or a ConnectError."""
        async with asyncio.timeout(timeout):
            addresses = self._permitted(host, await _resolve(host, port))
            failure: Exception | None = None
            for address in addresses:
                try:
                    return await self._inner.connect_tcp(
                        address, port, timeout, local_address, socket_options
                    )
                except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                    failure = error
        raise failure or httpcore.ConnectError(f"{host} has no address")

    def _permitted(self, host: str, addresses: Sequence[str]) -> list[str]:
        if self._allow_private:
            return list(addresses)
        public = [address for address in addresses if is_public(address)]
        if addresses and not public:
            raise AddressRefused(
                f"{host} leads to {addresses[0]}, which is not on the public internet; "
                "set FEED_ALLOW_PRIVATE=true if this feed is your own"
            )
        return public

    async def sleep(self, seconds: float) -> None:
        """Wait between connection attempts."""
        await asyncio.sleep(seconds)


async def _resolve(host: str, port: int) -> list[str]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise HostNotFound(f"there is no host {host}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class HostNotFound(httpcore.ConnectError):
    """DNS knows no such host, or could not be asked."""
