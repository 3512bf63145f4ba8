"""`parley feeds`: the default set of feeds, without Discord."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli import UsageError
from bot.settings import load_settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from db.models import Feed

out = Console(highlight=False)
Url = Annotated[str, typer.Argument(help="The feed's address.")]


def register(app: typer.Typer) -> None:
    """Add `parley feeds add|list|remove`."""
    group = typer.Typer(no_args_is_help=True)
    group.command("add")(add)
    group.command("list")(show)
    group.command("remove")(remove)
    app.add_typer(group, name="feeds", help="The feeds that every server sees: the default set.")


def add(url: Url) -> None:
    """Add a feed to the default set. Its first poll is stored and not announced."""
    address = asyncio.run(_add(url))
    out.print(f"Added {address}. `parley poll` asks it at once, `parley run` in its turn.")


def show() -> None:
    """List the default set: state, last success, next poll, last error."""
    feeds = asyncio.run(_list())
    if not feeds:
        out.print("No feeds yet: `parley feeds add URL`; `parley run` adds the preset's.")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("feed", "state", "last success", "last new item", "next poll", "trouble"):
        table.add_column(heading, overflow="fold")
    for feed in feeds:
        table.add_row(*_row(feed))
    out.print(table)


def _row(feed: "Feed") -> tuple[str, ...]:
    from jobs.clock import system_clock
    from jobs.health import health_of

    health = health_of(feed, system_clock())
    trouble = f"{health.trouble}. {health.fix}" if health.trouble else ""
    times = (feed.succeeded_at, feed.new_entry_at, feed.due_at)
    return (feed.url, health.state, *map(_time, times), trouble)


def remove(url: Url) -> None:
    """Take a feed out of the default set. Its stories stay."""
    address = asyncio.run(_remove(url))
    out.print(f"Removed {address} from the default set.")


async def _add(url: str) -> str:
    from jobs.clock import system_clock
    from jobs.feeds import FeedUrlError, add_feed

    async with _session() as session:
        try:
            return (await add_feed(session, url, system_clock)).url
        except FeedUrlError as error:
            raise UsageError(str(error)) from error


async def _list() -> "list[Feed]":
    from jobs.feeds import list_feeds

    async with _session() as session:
        return list(await list_feeds(session, default=True))


async def _remove(url: str) -> str:
    from jobs.feeds import FeedUrlError, feed_url, remove_feed

    async with _session() as session:
        try:
            address = feed_url(url)
        except FeedUrlError as error:
            raise UsageError(str(error)) from error
        if not await remove_feed(session, address):
            raise UsageError(f"{address} is not in the default set; see `parley feeds list`")
        return address


@asynccontextmanager
async def _session() -> "AsyncIterator[AsyncSession]":
    from db.engine import open_database
    from db.migrate import upgrade_url

    url = load_settings().database_url
    await upgrade_url(url)
    async with open_database(url) as sessions, sessions.begin() as session:
        yield session


def _time(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "never"
