"""One request in flight per host, and a pause between two."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

Sleep = Callable[[float], Awaitable[object]]

SPACING = 2.0
"""Seconds between the starts of two requests to one host."""
_SLOW_HOSTS = {"reddit.com": 60.0}
"""Hosts that ask for more: reddit bans above about one request a minute (liferea#1555)."""
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


@lru_cache(maxsize=4_096)
def host_of(url: str) -> str:
    """The URL's host in lower case; empty for what is no URL."""
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""


def spacing_of(host: str, default: float = SPACING) -> float:
    """Seconds between two requests to this host; a default of 0 turns all pauses off."""
    slow = (s for site, s in _SLOW_HOSTS.items() if host == site or host.endswith("." + site))
    return max(default, next(slow, 0.0)) if default else 0.0


@dataclass
class _Slot:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0


class HostGate:
    """Lets requests to one host through one by one. `sleep` and `now` (seconds) may be a test's."""

    def __init__(
        self,
        spacing: float = SPACING,
        sleep: Sleep = asyncio.sleep,
        now: Callable[[], float] = time.monotonic,
        *,
        spare_loopback: bool = True,
    ) -> None:
        """`spacing` in seconds; a server on this machine is ours and needs none, unless told so."""
        self._spacing = spacing
        self._spare_loopback = spare_loopback
        self._sleep = sleep
        self._now = now
        self._slots: dict[str, _Slot] = {}

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Hold the URL's host for one request."""
        host = host_of(url)
        slot = self._slots.setdefault(host, _Slot())
        async with slot.lock:
            wait = slot.free_at - self._now()
            if wait > 0:
                await self._sleep(wait)
            slot.free_at = self._now() + self.pause(host)
            yield

    def pause(self, host: str) -> float:
        """Seconds left between the starts of two requests to this host."""
        if self._spare_loopback and host in _LOOPBACK:
            return 0.0
        return spacing_of(host, self._spacing)
