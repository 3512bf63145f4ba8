"""A running sandbox, and the real discord.py pointed at it."""

from collections.abc import AsyncIterator, Iterator

import discord.gateway
import discord.http
import pytest
import yarl
from tiny_bot import TinyBot, running

from sandbox.server import SandboxDiscord


@pytest.fixture
async def discord_server() -> AsyncIterator[SandboxDiscord]:
    async with SandboxDiscord(rate_limits=False) as server:
        yield server


@pytest.fixture
def pointed(discord_server: SandboxDiscord) -> Iterator[None]:
    base, gateway = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    discord.http.Route.BASE = discord_server.rest_url
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(discord_server.gateway_url)
    yield
    discord.http.Route.BASE = base
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway


@pytest.fixture
async def bot(discord_server: SandboxDiscord, pointed: None) -> AsyncIterator[TinyBot]:
    async with running(discord_server, TinyBot()) as client:
        yield client
