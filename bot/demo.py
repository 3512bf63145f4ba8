"""The demo: 10 July to 20 August 2025 at speed, from feeds on loopback to a local Discord."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.client import ParleyBot
from bot.demo_data import demo_feeds, demo_preset
from bot.endpoint import speaking_to
from bot.poster import DiscordPoster
from bot.replay import Totals, loopback_fetcher, prepare, replay, when_news
from db.engine import create_engine
from db.engine import sessions as make_sessions
from db.migrate import upgrade
from jobs.clock import SetClock
from jobs.turn import Services
from reading.preset import Preset
from sandbox.newsstand import Newsstand, StandFeed
from sandbox.server import SandboxDiscord

START = datetime(2025, 7, 10, tzinfo=UTC)
END = datetime(2025, 8, 21, tzinfo=UTC)
CHANNEL = "conflict-desk"


@dataclass(frozen=True, slots=True)
class Stage:
    """A replay set up: a local Discord with Parley in it, a newsstand, and a clock to move."""

    discord: SandboxDiscord
    stand: Newsstand
    clock: SetClock
    services: Services


@asynccontextmanager
async def stage(
    feeds: list[StandFeed],
    presets: tuple[Preset, ...],
    start: datetime,
    *,
    port: int = 0,
    database: str | None = None,
) -> AsyncIterator[Stage]:
    """Set it all up, with #conflict-desk following the first preset, as an admin would do it."""
    clock = SetClock(start)
    with TemporaryDirectory(prefix="parley-") as folder:
        engine = create_engine(database or f"sqlite:///{Path(folder)}/replay.sqlite3")
        await upgrade(engine)
        sessions = make_sessions(engine)
        try:
            async with (
                SandboxDiscord(port=port, clock=clock, rate_limits=False) as discord,
                Newsstand(feeds, clock) as stand,
                loopback_fetcher() as fetcher,
            ):
                await prepare(sessions, clock, presets, stand)
                with speaking_to(discord.rest_url, discord.gateway_url):
                    async with ParleyBot(sessions, clock, presets, fetcher=fetcher) as bot:
                        running = asyncio.create_task(bot.start(discord.token))
                        await discord.wait_connected()
                        await bot.wait_until_ready()
                        services = Services(sessions, clock, presets, fetcher, DiscordPoster(bot))
                        await follow(discord, presets[0].slug)
                        yield Stage(discord, stand, clock, services)
                        await bot.close()
                        await running
        finally:
            await engine.dispose()


async def follow(discord: SandboxDiscord, slug: str) -> None:
    """Have the admin type /follow add in the demo's channel."""
    place = discord.world.channel(CHANNEL)
    answer = await discord.invoke(
        "follow add", {"conflict": slug, "channel": place.id}, user="admin", channel=CHANNEL
    )
    if answer.failed:
        raise RuntimeError(f"/follow add: {answer.failed}")


async def run_demo(on: Stage, seen: Callable[[datetime], None]) -> Totals:
    """Run the clock from START to END; `seen` is told each moment."""
    return await replay(on.services, when_news(on.stand, START, END), seen)


def demo_stage(port: int = 0) -> AbstractAsyncContextManager[Stage]:
    """The demo's own stage: its bundled feeds and preset."""
    return stage(demo_feeds(), (demo_preset(),), START, port=port)
