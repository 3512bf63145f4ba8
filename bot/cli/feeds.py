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
from bot.cli.shown import print_table
from bot.settings import load_settings
from bot.terminal import relative
from jobs.clock import system_clock
from jobs.health import health_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from db.models import Feed

out = Console(highlight=False, soft_wrap=True)
_WIDE = 100
"""Columns of a terminal from which on all of the table's have room."""
_STATE_WIDTH = 20
Url = Annotated[str, typer.Argument(help="The feed's address.")]
FullText = Annotated[
    bool, typer.Option("--full-text", help="Read the pages behind its entries as well.")
]


def register(app: typer.Typer) -> None:
    """Add `parley feeds add|list|remove|full-text`."""
    group = typer.Typer(no_args_is_help=True)
    group.command("add")(add)
    group.command("list")(show)
    group.command("remove")(remove)
    group.command("full-text")(full_text)
    app.add_typer(group, name="feeds", help="The feeds that every server sees: the default set.")


def add(url: Url, full: FullText = False) -> None:
    """Add a feed to the default set. Its first poll is stored and not announced."""
    address, known = asyncio.run(_add(url, full))
    if known:
        out.print(f"{address} is in the default set already; `parley feeds list` shows it.")
        return
    out.print(f"Added {address}. `parley poll` asks it at once, `parley run` in its turn.")


def show() -> None:
    """List the default set: state, last success, next poll; then what is in trouble, and why."""
    feeds = asyncio.run(_list())
    if not feeds:
        out.print("No feeds yet: `parley feeds add URL`; `parley run` adds the preset's.")
        return
    now = system_clock()
    table = Table(box=None, pad_edge=False, header_style="bold", expand=out.is_terminal)
    table.add_column("feed", no_wrap=True, overflow="ellipsis", ratio=1)
    for heading in ("state", "last success", "next poll", "new item")[: 3 + _has_room()]:
        widest = None if _has_room() else _STATE_WIDTH
        table.add_column(heading, no_wrap=True, overflow="ellipsis", max_width=widest)
    for feed in feeds:
        table.add_row(*_row(feed, now)[: len(table.columns)])
    print_table(out, table)
    for feed in feeds:
        health = health_of(feed, now)
        if health.trouble:
            out.print(f"\n{feed.url}\n  {health.trouble}. {health.fix or ''}", markup=False)


def _has_room() -> bool:
    return not out.is_terminal or out.width >= _WIDE


def _row(feed: "Feed", now: datetime) -> tuple[str, ...]:
    state = health_of(feed, now).state + ", full text" * feed.full_text
    times = (feed.succeeded_at, feed.due_at, feed.new_entry_at)
    return (feed.url, state, *(_time(moment, now) for moment in times))


def remove(url: Url) -> None:
    """Take a feed out of the default set. Its stories stay."""
    address = asyncio.run(_remove(url))
    out.print(f"Removed {address} from the default set.")


def full_text(
    url: Url,
    off: Annotated[
        bool, typer.Option("--off", help="Read only what the feed itself says.")
    ] = False,
) -> None:
    """Read the pages behind a default feed's entries about a conflict as well. Off by default.

    A page is asked for as its site's robots.txt allows, and its text is only read, never posted.
    """
    address = asyncio.run(_set_full_text(url, not off))
    done = "only what the feed says is read" if off else "new stories are read in full"
    out.print(f"{address}: {done}.")


async def _add(url: str, full: bool) -> tuple[str, bool]:
    """The address, and whether it was in the default set already."""
    from feeds.beforehand import refuse_private
    from feeds.problems import AddressRefused
    from jobs.feeds import add_feed, default_feed

    address = _address(url)
    if not load_settings().feed_allow_private:
        try:
            await refuse_private(address)
        except AddressRefused as error:
            raise UsageError(str(error)) from error
    async with _session() as session:
        known = await default_feed(session, address)
        feed = await add_feed(session, address, system_clock)
        feed.full_text = feed.full_text or full
        return feed.url, known is not None and known.state not in ("off", "gone")


async def _list() -> "list[Feed]":
    from jobs.feeds import list_feeds

    async with _session() as session:
        return list(await list_feeds(session, default=True))


async def _remove(url: str) -> str:
    from jobs.feeds import remove_feed

    async with _session() as session:
        address = _address(url)
        if not await remove_feed(session, address):
            raise UsageError(_NOT_THERE.format(address))
        return address


async def _set_full_text(url: str, on: bool) -> str:
    from jobs.feeds import default_feed

    async with _session() as session:
        feed = await default_feed(session, _address(url))
        if feed is None:
            raise UsageError(_NOT_THERE.format(_address(url)))
        feed.full_text = on
        return feed.url


_NOT_THERE = "{} is not in the default set; see `parley feeds list`"


def _address(url: str) -> str:
    from jobs.feeds import FeedUrlError, feed_url

    try:
        return feed_url(url)
    except FeedUrlError as error:
        raise UsageError(str(error)) from error


@asynccontextmanager
async def _session() -> "AsyncIterator[AsyncSession]":
    from db.engine import open_database
    from db.migrate import upgrade_url

    url = load_settings().database_url
    await upgrade_url(url)
    async with open_database(url) as sessions, sessions.begin() as session:
        yield session


def _time(moment: datetime | None, now: datetime) -> str:
    """Shortly in a terminal, where it is read; in full into a pipe, where it is worked with."""
    if moment is None:
        return "never"
    return relative(moment - now) if out.is_terminal else f"{moment:%Y-%m-%d %H:%M} UTC"
