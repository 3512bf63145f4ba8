"""Where discord.py looks for Discord: the real one, or a local one on loopback."""

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
