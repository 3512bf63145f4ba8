"""A world for the poller: a scripted site, a real SQLite file, a clock that is set by hand."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from feed_site import Says, Seen, Site
from sqlalchemy import func, select

from db.columns import Base
from db.engine import Sessions, open_database
from db.models import Article, Entry, Feed
from feeds.fetch import Fetcher
from feeds.hosts import HostGate
from feeds.robots import RobotsBook
from jobs.clock import SetClock
from jobs.feeds import add_feed
from jobs.pages import fetch_pages
from jobs.poll import PollOutcome, poll
from jobs.read import read_articles
from reading.preset import bundled_presets

PRESETS = (bundled_presets()["russia-ukraine"],)
CONTACT = "https://example.org/parley"


async def no_sleep(_seconds: float) -> None:
    """Politeness in no time."""


class World:
    """What a poll works with, and short words for what tests do."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.clock = SetClock(datetime(2025, 7, 25, 12, tzinfo=UTC))
        self._database = f"sqlite:///{folder}/feeds.sqlite3"
        self._stack = AsyncExitStack()
        self.sessions: Sessions
        self.fetcher: Fetcher
        self.robots: RobotsBook

    async def start(self) -> None:
        """A process starts: new connections to the same file, a new fetcher."""
        self.sessions = await self._stack.enter_async_context(open_database(self._database))
        async with self.sessions.kw["bind"].begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        self.use(Fetcher(contact=CONTACT, allow_private=True, gate=HostGate(sleep=no_sleep)))
        await self._stack.enter_async_context(self.fetcher)

    def use(self, fetcher: Fetcher) -> None:
        self.fetcher = fetcher
        self.robots = RobotsBook(fetcher, self.clock)

    async def stop(self) -> None:
        await self._stack.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def add(self, *urls: str) -> None:
        async with self.sessions.begin() as session:
            for url in urls:
                await add_feed(session, url, self.clock)

    async def poll(self) -> list[PollOutcome]:
        return await poll(self.sessions, self.clock, self.fetcher, outlets={})

    async def poll_when_due(self) -> PollOutcome:
        """Let the time come at which the first feed is due, and poll."""
        async with self.sessions() as session:
            due = await session.scalar(select(func.min(Feed.due_at)))
        assert due is not None
        self.clock.now = max(due, self.clock.now)
        return (await self.poll())[0]

    async def poll_for(self, time: timedelta) -> list[PollOutcome]:
        """Poll whenever something is due until so much time has passed."""
        end, outcomes = self.clock.now + time, []
        while (due := await self.due()) is not None and due <= end:
            self.clock.now = max(due, self.clock.now)
            outcomes += await self.poll()
        self.clock.now = end
        return outcomes

    async def read(self) -> int:
        """Read what waits, then the pages that are due; how many pages gave other words."""
        await read_articles(self.sessions, self.clock, PRESETS)
        pages = await fetch_pages(self.sessions, self.clock, self.fetcher, self.robots)
        await read_articles(self.sessions, self.clock, PRESETS)
        return pages

    async def due(self) -> datetime | None:
        """When the first feed is due."""
        async with self.sessions() as session:
            return await session.scalar(select(func.min(Feed.due_at)))

    async def wait_until_due(self) -> timedelta:
        """How long the first feed is left alone."""
        due = await self.due()
        assert due is not None
        return due - self.clock.now

    async def feed(self, url: str | None = None) -> Feed:
        async with self.sessions() as session:
            query = select(Feed) if url is None else select(Feed).where(Feed.url == url)
            return (await session.scalars(query)).one()

    async def entries(self) -> list[Entry]:
        async with self.sessions() as session:
            return list(await session.scalars(select(Entry).order_by(Entry.id)))

    async def articles(self) -> list[Article]:
        async with self.sessions() as session:
            return list(await session.scalars(select(Article).order_by(Article.id)))

    async def follow(self, *answers: Says, path: str = "/feed") -> str:
        """Script the path, add it as a feed and poll it once."""
        url = self.site.says(*answers, path=path)
        await self.add(url)
        await self.poll()
        return url

    @property
    def seen(self) -> list[Seen]:
        return self.site.seen
