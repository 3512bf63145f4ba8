"""One turn of the clock: each job in order, on one moment. `poll` and a replay share it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from db.engine import Sessions
from feeds.fetch import Fetcher
from feeds.robots import RobotsBook
from jobs.announce import announce
from jobs.board import keep_boards
from jobs.clock import Clock
from jobs.countdown import count_down
from jobs.deliver import Delivered, deliver
from jobs.digest import owe_digests
from jobs.group import group_mentions
from jobs.notices import owe_notices
from jobs.outlets import outlet_table
from jobs.pages import fetch_pages
from jobs.poll import PollOutcome, poll
from jobs.poster import Poster
from jobs.read import read_articles
from reading.preset import Preset


@dataclass(frozen=True)
class Services:
    """What the jobs work with. Without a fetcher nothing is polled, without poster nothing sent."""

    sessions: Sessions
    clock: Clock
    presets: tuple[Preset, ...]
    fetcher: Fetcher | None = None
    poster: Poster | None = None

    @cached_property
    def robots(self) -> RobotsBook:
        """What sites let robots read, as long as this process lives."""
        assert self.fetcher is not None
        return RobotsBook(self.fetcher, self.clock)


@dataclass(slots=True)
class Turn:
    """What one turn did."""

    polled: list[PollOutcome] = field(default_factory=list)
    read: int = 0
    pages: int = 0
    """Articles whose page gave other words to read."""
    grouped: int = 0
    owed: int = 0
    delivered: Delivered = field(default_factory=Delivered)


async def poll_due(services: Services, only: str | None = None) -> list[PollOutcome]:
    """Poll the feeds that are due, or just that one."""
    if services.fetcher is None:
        return []
    table = outlet_table(services.presets)
    return await poll(services.sessions, services.clock, services.fetcher, only=only, outlets=table)


async def read_pages(services: Services, turn: Turn) -> None:
    """Fetch the pages behind stories, for feeds that ask for it."""
    if services.fetcher is not None:
        turn.pages += await fetch_pages(
            services.sessions, services.clock, services.fetcher, services.robots
        )


async def digest_news(services: Services, turn: Turn) -> None:
    """Read what is stored and unread, group it, and owe what it gives reason for."""
    turn.read += await read_articles(services.sessions, services.clock, services.presets)
    turn.grouped += await group_mentions(services.sessions, services.clock)
    turn.owed += await announce(services.sessions, services.clock)


async def watch_clock(services: Services, turn: Turn) -> None:
    """Owe what time itself gives reason for: countdowns, digests, boards, notices."""
    turn.owed += await count_down(services.sessions, services.clock)
    turn.owed += await owe_digests(services.sessions, services.clock)
    turn.owed += await keep_boards(services.sessions, services.clock)
    turn.owed += await owe_notices(services.sessions, services.clock)


async def take_turn(services: Services, *, only: Iterable[str] | None = None) -> Turn:
    """Poll what is due (or just the feeds named), read, group, announce, count down, deliver.

    A page can be asked for once its entry has been read; what it gives is read after that.
    """
    turn = Turn()
    for url in [None] if only is None else list(only):
        turn.polled += await poll_due(services, url)
    await digest_news(services, turn)
    await read_pages(services, turn)
    if turn.pages:
        await digest_news(services, turn)
    await watch_clock(services, turn)
    if services.poster is not None:
        turn.delivered = await deliver(services.sessions, services.clock, services.poster)
    return turn
