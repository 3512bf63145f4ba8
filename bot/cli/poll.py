"""`parley poll`: one turn of the clock, by hand, with an account of it."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.cli import UsageError
from bot.cli.shown import shortened
from bot.settings import Settings, load_settings
from bot.words import counted

if TYPE_CHECKING:
    from db.engine import Sessions
    from jobs.clock import Clock
    from jobs.poll import PollOutcome
    from jobs.turn import Turn
    from reading.preset import Preset

out = Console(highlight=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add `parley poll`."""
    app.command("poll")(poll_command)


def poll_command(
    at: Annotated[
        str | None, typer.Option(help="The time it shall be, such as 2026-01-05T09:00Z.")
    ] = None,
    feed: Annotated[str | None, typer.Option(help="Only this feed, by its address.")] = None,
) -> None:
    """Let one turn of the clock pass as if it were TIME, and give an account of it.

    What is due is polled, read, grouped and announced; what is owed is posted by `parley run`.
    """
    from jobs.clock import SetClock, system_clock

    clock: Clock = SetClock(_moment(at)) if at else system_clock
    turn, waiting = asyncio.run(_turn(load_settings(), clock, feed))
    for outcome in turn.polled:
        _tell(outcome, clock())
    troubled = sum(not outcome.ok for outcome in turn.polled)
    new = sum(outcome.new for outcome in turn.polled)
    feeds = counted(len(turn.polled), "feed")
    out.print(f"{feeds} polled, {counted(new, 'new item')}, {troubled} in trouble. {waiting}")
    pages = f", {counted(turn.pages, 'page')} read in full" if turn.pages else ""
    out.print(
        f"{counted(turn.read, 'article')} read{pages}, {counted(turn.grouped, 'mention')} grouped, "
        f"{counted(turn.owed, 'post')} owed."
    )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--at {text!r} is no time; write 2026-01-05T09:00Z") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


async def _turn(settings: Settings, clock: "Clock", only: str | None) -> "tuple[Turn, str]":
    from bot.service import chosen_presets
    from db.engine import open_database
    from db.migrate import upgrade_url
    from feeds.fetch import Fetcher
    from jobs.feeds import waiting
    from jobs.turn import Services, take_turn

    url = _known(only)
    presets = chosen_presets(settings)
    await upgrade_url(settings.database_url)
    fetcher = Fetcher(contact=settings.feed_contact, allow_private=settings.feed_allow_private)
    async with open_database(settings.database_url) as sessions, fetcher:
        with out.status("One turn of the clock …"):
            await _remember(sessions, presets, clock)
            services = Services(sessions, clock, presets, fetcher)
            turn = await take_turn(services, only=None if url is None else [url])
        async with sessions() as session:
            return turn, await waiting(session, clock(), url)


async def _remember(sessions: "Sessions", presets: "tuple[Preset, ...]", clock: "Clock") -> None:
    """A fresh database learns the presets' history; one that knows it keeps what it knows.

    Loading again at another TIME would take back what became public after it.
    """
    from sqlalchemy import select

    from db.models import Conflict
    from jobs.history import load_history

    async with sessions() as session:
        loaded = select(Conflict.slug).where(Conflict.history_hash.is_not(None))
        known = set(await session.scalars(loaded))
    await load_history(sessions, [p for p in presets if p.slug not in known], clock)


def _known(only: str | None) -> str | None:
    from jobs.feeds import FeedUrlError, feed_url

    try:
        return feed_url(only) if only else None
    except FeedUrlError as error:
        raise UsageError(str(error)) from error


def _tell(outcome: "PollOutcome", now: datetime) -> None:
    """The feed on one line, what came of it on the next."""
    style = None if outcome.ok else "yellow"
    # What is decided of a failure is its reason, which is the answer's as well.
    steps = dict.fromkeys(filter(None, (outcome.asked, outcome.answered, outcome.decided)))
    out.print(shortened(out, outcome.url, 0), style=style, markup=False)
    out.print(f"  {' → '.join(steps)}; due again {_due(outcome, now)}", style=style, markup=False)


def _due(outcome: "PollOutcome", now: datetime) -> str:
    if outcome.next_due is None:
        return f"never: {outcome.why}" if outcome.why else "never"
    words = f"in {_span(outcome.next_due - now)}"
    return f"{words} ({outcome.why})" if outcome.why else words


def _span(wait: timedelta) -> str:
    minutes = max(1, round(wait.total_seconds() / 60))
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.1f} h"
