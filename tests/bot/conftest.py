"""A local Discord, the real bot in it, and a database that holds a preset's history."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.client import ParleyBot
from bot.endpoint import speaking_to
from bot.poster import DiscordPoster
from db.engine import Sessions, create_engine
from db.engine import sessions as make_sessions
from db.migrate import upgrade
from jobs.clock import SetClock
from jobs.group import group_mentions
from jobs.history import load_history
from reading.preset import Preset, bundled_presets
from sandbox.server import SandboxDiscord

NOW = datetime(2025, 8, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def preset() -> Preset:
    """A bundled preset with history in it."""
    return bundled_presets()["russia-ukraine"]


@pytest.fixture(scope="session")
def remembered(tmp_path_factory: pytest.TempPathFactory, preset: Preset) -> Path:
    """A database file with the preset's history in it; copied for each test."""
    path = tmp_path_factory.mktemp("history") / "history.sqlite3"

    async def fill() -> None:
        engine = create_engine(f"sqlite:///{path}")
        await upgrade(engine)
        sessions = make_sessions(engine)
        await load_history(sessions, (preset,), SetClock(NOW))
        await group_mentions(sessions, SetClock(NOW))
        await engine.dispose()

    asyncio.run(fill())
    return path


@pytest.fixture
async def memory(remembered: Path, tmp_path: Path) -> AsyncIterator[Sessions]:
    """Sessions on a copy of that file."""
    shutil.copy(remembered, tmp_path / "parley.sqlite3")
    engine = create_engine(f"sqlite:///{tmp_path}/parley.sqlite3")
    yield make_sessions(engine)
    await engine.dispose()


@pytest.fixture
def now() -> SetClock:
    """The bot's clock: noon UTC on 1 August 2025."""
    return SetClock(NOW)


@pytest.fixture
async def local() -> AsyncIterator[SandboxDiscord]:
    """A local Discord that discord.py speaks to while the test runs."""
    async with SandboxDiscord(rate_limits=False) as server:
        with speaking_to(server.rest_url, server.gateway_url):
            yield server


@asynccontextmanager
async def running(server: SandboxDiscord, bot: ParleyBot) -> AsyncIterator[ParleyBot]:
    """The bot, connected and ready."""
    async with bot:
        task = asyncio.create_task(bot.start(server.token))
        ready = asyncio.create_task(bot.wait_until_ready())
        try:
            # wait_until_ready fails until the login has begun
            await server.wait_connected()
            await ready
            yield bot
        finally:
            await bot.close()
            await task


@pytest.fixture
def bot_options() -> dict[str, Any]:
    """What the bot is made with beside the usual; a test may add to it before it asks for `bot`."""
    return {}


@pytest.fixture
async def bot(
    local: SandboxDiscord,
    memory: Sessions,
    now: SetClock,
    preset: Preset,
    bot_options: dict[str, Any],
) -> AsyncIterator[ParleyBot]:
    """The real bot, in the local Discord."""
    async with running(local, ParleyBot(memory, now, (preset,), **bot_options)) as client:
        yield client


@pytest.fixture
def poster(bot: ParleyBot) -> DiscordPoster:
    """Its poster."""
    return DiscordPoster(bot)
