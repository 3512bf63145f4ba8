"""Parley as a service: database, jobs and bot in one process, started and stopped in order."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import aiohttp
import discord
import structlog
from rich.console import Console
from sqlalchemy import delete, select

from bot.cli import ServiceError
from bot.client import ParleyBot
from bot.endpoint import speaking_to
from bot.poster import DiscordPoster
from bot.settings import Settings
from db.engine import Sessions, create_engine
from db.engine import sessions as make_sessions
from db.migrate import upgrade
from db.models import Follow, Post
from feeds.fetch import Fetcher
from jobs.clock import system_clock
from jobs.feeds import ensure_default_feeds
from jobs.group import group_mentions
from jobs.history import load_history
from jobs.poster import Stopped
from jobs.schedule import NEWS_JOBS, Job, delivery, make_schedule, recover_deliveries
from jobs.turn import Services
from reading.preset import Preset, bundled_presets
from sandbox.server import SandboxDiscord

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Home:
    """Where the bot speaks: Discord, or a Discord on this machine."""

    token: str
    local: SandboxDiscord | None = None


def chosen_presets(settings: Settings) -> tuple[Preset, ...]:
    """The presets of the conflicts to watch."""
    known = bundled_presets()
    return tuple(known[slug] for slug in settings.conflict_slugs)


@asynccontextmanager
async def memory(settings: Settings, only: str | None = None) -> AsyncIterator[Sessions]:
    """The database, brought to the present schema, with the presets' history and feeds in it.

    For the bot alone only the schema: what stands in it is left to the process with the jobs.
    """
    engine = create_engine(settings.database_url)
    try:
        await upgrade(engine)
        sessions = make_sessions(engine)
        if only != "bot":
            await _fill(sessions, chosen_presets(settings))
        yield sessions
    finally:
        await engine.dispose()


async def _fill(sessions: Sessions, presets: tuple[Preset, ...]) -> None:
    await load_history(sessions, presets, system_clock)
    async with sessions.begin() as session:
        await ensure_default_feeds(session, presets, system_clock)
    await group_mentions(sessions, system_clock)


@asynccontextmanager
async def home(settings: Settings) -> AsyncIterator[Home]:
    """Discord itself where there is a token, else a Discord of our own on loopback."""
    if settings.discord_token is not None:
        if settings.discord_url:
            base = settings.discord_url.rstrip("/")
            gateway = base.replace("http", "ws", 1) + "/gateway/"
            with speaking_to(f"{base}/api/v10", gateway):
                yield Home(settings.discord_token.get_secret_value())
        else:
            yield Home(settings.discord_token.get_secret_value())
        return
    local = SandboxDiscord(port=settings.sandbox_port)
    try:
        await local.start()
    except OSError as error:
        raise ServiceError(
            f"port {settings.sandbox_port} is taken; set SANDBOX_PORT to another, or to 0"
        ) from error
    try:
        with speaking_to(local.rest_url, local.gateway_url):
            yield Home(local.token, local)
    finally:
        await local.stop()


async def forget_local_posts(sessions: Sessions, local: SandboxDiscord) -> None:
    """Forget what stood in the local Discord: it starts empty each time."""
    here = select(Follow.id).where(Follow.guild_id.in_(local.world.guilds))
    async with sessions.begin() as session:
        await session.execute(delete(Post).where(Post.follow_id.in_(here)))


async def serve(settings: Settings, only: str | None, out: Console) -> None:
    """Run until told to stop. Raises ServiceError where it cannot go on."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":  # where loops have no signal handlers: Ctrl-C ends it there
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(name, stop.set)
    async with AsyncExitStack() as stack:
        sessions = await stack.enter_async_context(memory(settings, only))
        fetcher = await stack.enter_async_context(
            Fetcher(contact=settings.feed_contact, allow_private=settings.feed_allow_private)
        )
        presets = chosen_presets(settings)
        if only == "jobs":
            services = Services(sessions, system_clock, presets, fetcher)
            scheduler = make_schedule(services, NEWS_JOBS)
            scheduler.start()
            stack.callback(scheduler.shutdown, wait=False)
            out.print("The jobs run. Stop them with Ctrl-C.")
            await stop.wait()
            return
        where = await stack.enter_async_context(home(settings))
        if where.local is not None:
            await forget_local_posts(sessions, where.local)
            out.print(f"No DISCORD_TOKEN: Parley runs in its own Discord at {where.local.page_url}")
            out.print("Open it, type /follow add in #conflict-desk, and stop with Ctrl-C.")
        await _run_bot(settings, sessions, presets, fetcher, where, only, stop)


async def _run_bot(
    settings: Settings,
    sessions: Sessions,
    presets: tuple[Preset, ...],
    fetcher: Fetcher,
    where: Home,
    only: str | None,
    stop: asyncio.Event,
) -> None:
    trouble: list[str] = []

    def stopped(error: Stopped) -> None:
        log.error("nothing can be sent", reason=error.reason)
        if error.after is None:
            trouble.append(error.reason)
            stop.set()

    async def start_jobs() -> None:
        await recover_deliveries(services)
        jobs: tuple[Job, ...] = (delivery(stopped),)
        if only is None:
            jobs += NEWS_JOBS
        scheduler = make_schedule(services, jobs)
        scheduler.start()
        bot.on_close(lambda: scheduler.shutdown(wait=False))

    bot = ParleyBot(
        sessions,
        system_clock,
        presets,
        fetcher=fetcher,
        feed_limit=settings.feed_limit,
        on_setup=start_jobs,
    )
    services = Services(sessions, system_clock, presets, fetcher, DiscordPoster(bot))
    async with bot:
        running = asyncio.create_task(bot.start(where.token))
        waiting = asyncio.create_task(stop.wait())
        done, _ = await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        await bot.close()
        waiting.cancel()
        if running in done:
            _explain(running)
        else:
            running.cancel()
    if trouble:
        raise ServiceError(trouble[0])


def _explain(running: "asyncio.Task[None]") -> None:
    error = running.exception()
    if isinstance(error, discord.LoginFailure):
        raise ServiceError(
            "Discord refuses the token; copy it anew from the bot's page at "
            "https://discord.com/developers/applications into DISCORD_TOKEN"
        ) from error
    if isinstance(error, aiohttp.ClientError | OSError):
        raise ServiceError(f"Discord cannot be reached ({error}); check the network") from error
    if error is not None:
        raise error
