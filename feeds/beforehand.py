"""A look at an address before it is taken up, for a person's sake.

What counts is the check at each connection (feeds.addresses): DNS may say something else by then.
"""

import asyncio
import socket
from urllib.parse import urlsplit

from feeds.addresses import is_public
from feeds.problems import AddressRefused

_PATIENCE = 5.0
"""Seconds for DNS; a host that it does not know by then may be one that is only away."""


async def refuse_private(url: str) -> None:
    """Raises AddressRefused where the address leads off the public internet now."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(_PATIENCE):
            found = await loop.getaddrinfo(host, parts.port or 80, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # a TimeoutError is an OSError
        return
    addresses = [str(entry[4][0]) for entry in found]
    if addresses and not any(map(is_public, addresses)):
        raise AddressRefused(
            f"{host} leads to {addresses[0]}, which is not on the public internet; if this feed is "
            "your own, set FEED_ALLOW_PRIVATE=true (in .env, say) and add it again"
        )
