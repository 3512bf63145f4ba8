"""`parley poll`: one turn of the clock, by hand, with an account of it."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli import UsageError
from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    from jobs.clock import Clock
    from jobs.poll import PollOutcome

out = Console(highlight=False)


def register(app: typer.Typer) -> None:
    """Add `parley poll`."""
    app.command("poll")(poll_command)


def poll_command(
    at: Annotated[
        str | None, typer.Option(help="The time it shall be, such as 2026-01-05T09:00Z.")
    ] = None,
    feed: Annotated[str | None, typer.Option(help="Only this feed, by its address.")] = None,
) -> None:
    """Poll what is due as if it were TIME, and say what was asked, answered and decided."""
    from jobs.clock import SetClock, system_clock

    clock: Clock = SetClock(_moment(at)) if at else system_clock
    outcomes, waiting = asyncio.run(_poll(load_settings(), clock, feed))
    if outcomes:
        out.print(_table(outcomes, clock()))
    troubled = sum(not outcome.ok for outcome in outcomes)
    new = sum(outcome.new for outcome in outcomes)
    out.print(f"{len(outcomes)} feeds polled, {new:,} new items, {troubled} in trouble. {waiting}")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--at {text!r} is no time; write 2026-01-05T09:00Z") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


async def _poll(
    settings: Settings, clock: "Clock", only: str | None
) -> "tuple[list[PollOutcome], str]":
    from db.engine import open_database
    from db.migrate import upgrade_url
    from feeds.fetch import Fetcher
    from jobs.feeds import waiting
    from jobs.poll import poll

    await upgrade_url(settings.database_url)
    fetcher = Fetcher(contact=settings.feed_contact, allow_private=settings.feed_allow_private)
    async with open_database(settings.database_url) as sessions, fetcher:
        url = _known(only)
        with out.status("Polling what is due …"):
            outcomes = await poll(sessions, clock, fetcher, only=url)
        # The rest of the turn (read, group, announce) belongs here: jobs.turn.take_turn.
        async with sessions() as session:
            return outcomes, await waiting(session, clock(), url)


def _known(only: str | None) -> str | None:
    from jobs.feeds import FeedUrlError, feed_url

    try:
        return feed_url(only) if only else None
    except FeedUrlError as error:
        raise UsageError(str(error)) from error


def _table(outcomes: "list[PollOutcome]", now: datetime) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("feed", "asked", "answered", "decided", "due again"):
        table.add_column(heading, overflow="fold")
    for outcome in outcomes:
        style = None if outcome.ok else "yellow"
        table.add_row(
            outcome.url,
            outcome.asked,
            outcome.answered,
            outcome.decided,
            _due(outcome, now),
            style=style,
        )
    return table


def _due(outcome: "PollOutcome", now: datetime) -> str:
    if outcome.next_due is None:
        return f"never: {outcome.why}" if outcome.why else "never"
    words = f"in {_span(outcome.next_due - now)}"
    return f"{words} ({outcome.why})" if outcome.why else words


def _span(wait: timedelta) -> str:
    minutes = max(1, round(wait.total_seconds() / 60))
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.1f} h"
