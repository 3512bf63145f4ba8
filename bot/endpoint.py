"""Where discord.py looks for Discord: the real one, or a local one on loopback."""

from collections.abc import Iterator
from contextlib import contextmanager

import discord.gateway
import discord.http
import yarl

_REST = discord.http.Route.BASE
_GATEWAY = discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY


def use_endpoint(rest: str, gateway: str) -> None:
    """Send every request to `rest` (up to `/api/v10`) and connect to `gateway`. Before login."""
    discord.http.Route.BASE = rest.rstrip("/")
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)


def real_discord() -> None:
    """Speak to the real Discord again."""
    use_endpoint(_REST, str(_GATEWAY))


def is_real_discord() -> bool:
    """Whether requests go to the real Discord."""
    return discord.http.Route.BASE == _REST


@contextmanager
def speaking_to(rest: str, gateway: str) -> Iterator[None]:
    """Speak to that server inside the block, to the real Discord after it."""
    use_endpoint(rest, gateway)
    try:
        yield
    finally:
        real_discord()
