"""A stream of feeds from disk to stored, read and grouped; the same beside a full database.

The stream comes in first, into an empty database: every document is parsed and kept as the poller
does it, then all is read and grouped. Then the cost of one more article is measured with so many
stored: copies of the stream's own rows, each of them a week further into the past. One more is an
article of the newest week, so that as much is told of its days beside few as beside many.
"""

import argparse
import asyncio
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from bench.corpus import again, saved, stream
from bench.filled import fill
from bench.tokenised import beside
from db.engine import Sessions, create_engine
from db.engine import sessions as make_sessions
from db.migrate import upgrade
from db.models import Article, Mention, Report
from feeds.fetch import Fetcher, FetchRequest, FetchResult, Permit
from jobs.clock import SetClock
from jobs.feeds import add_feed
from jobs.group import group_mentions
from jobs.poll import poll
from jobs.read import read_articles
from reading.preset import bundled_presets

FEW, MANY = 10_000, 1_000_000
"""Stored articles beside which one more is measured."""
_MIB = 1024 * 1024
_RUSAGE_UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2)


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the processor, and in all by the clock on the wall."""

    storing: float
    reading: float
    grouping: float
    wall: float

    @property
    def processor(self) -> float:
        """Seconds of the processor in all."""
        return self.storing + self.reading + self.grouping


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.stored", description=__doc__)
    parser.add_argument("--feeds", type=Path, metavar="FOLDER", help="these feeds (*.xml)")
    parser.add_argument("--spacy", metavar="PYTHON", help="an interpreter that has spaCy")
    parser.add_argument("--full", action="store_true", help=f"also beside {MANY:,} articles")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        asyncio.run(_measure(arguments, f"sqlite:///{folder}/bench.sqlite3"))


async def _measure(arguments: argparse.Namespace, database: str) -> None:
    engine = create_engine(database)
    await upgrade(engine)
    sessions = make_sessions(engine)
    feeds = list(saved(arguments.feeds) if arguments.feeds else stream())
    clock = SetClock(datetime.now(UTC))
    took = await _take_in(sessions, clock, feeds)
    texts = await _texts(sessions)
    print(f"{len(feeds)} feeds, {len(texts)} articles, {await _counts(sessions)}")
    print(f"  {took.wall:.1f} s by the clock; {_shares(took, 1)} s of the processor")
    print(f"  {beside(took.processor, texts, arguments.spacy)}")
    print(f"  {_peak() / _MIB:.0f} MiB at the most")
    costs = []
    for number, size in enumerate((FEW, MANY) if arguments.full else (FEW,)):
        await fill(engine, size)
        costs.append(await _cost_of_more(sessions, clock, again(feeds[number::2])))
    if len(costs) > 1:
        print(f"  {costs[1] / costs[0]:.2f} times the cost beside 100 times as many")
    print(f"  {_peak() / _MIB:.0f} MiB at the most")
    await engine.dispose()


async def _cost_of_more(
    sessions: Sessions, clock: SetClock, feeds: Sequence[tuple[str, bytes]]
) -> float:
    """Seconds of processor time of one more article."""
    before, counts = await _count(sessions), await _counts(sessions)
    took = await _take_in(sessions, clock, feeds)
    more = await _count(sessions) - before
    print(f"beside {before:,} articles, {counts}:")
    print(f"  one more takes {_shares(took, more / 1e3)} ms of the processor")
    return took.processor / more


def _shares(took: Took, by: float) -> str:
    parts = (("storing", took.storing), ("reading", took.reading), ("grouping", took.grouping))
    shares = ", ".join(f"{name} {seconds / by:.2f}" for name, seconds in parts)
    return f"{took.processor / by:.2f} ({shares})"


class _FromDisk(Fetcher):
    """Answers with documents that are there already."""

    def __init__(self, feeds: Sequence[tuple[str, bytes]]) -> None:
        super().__init__()
        self._bodies = dict(feeds)

    async def fetch(self, request: FetchRequest, _permit: Permit | None = None) -> FetchResult:
        """The document of that address."""
        kind = {"content-type": "application/rss+xml"}
        return FetchResult(request.url, request.url, 200, self._bodies[request.url], kind)


async def _take_in(sessions: Sessions, clock: SetClock, feeds: Sequence[tuple[str, bytes]]) -> Took:
    async with sessions.begin() as session:
        for url, _ in feeds:
            await add_feed(session, url, clock, default=True)
    marks = [(time.monotonic(), _processor())]
    await poll(sessions, clock, _FromDisk(feeds))
    marks.append((time.monotonic(), _processor()))
    await read_articles(sessions, clock, tuple(bundled_presets().values()))
    marks.append((time.monotonic(), _processor()))
    await group_mentions(sessions, clock)
    marks.append((time.monotonic(), _processor()))
    clock.now += timedelta(minutes=1)
    wall = marks[-1][0] - marks[0][0]
    storing, reading, grouping = (after[1] - before[1] for before, after in pairwise(marks))
    return Took(storing, reading, grouping, wall)


def _processor() -> float:
    """Processor seconds of this process and of those that it has ended."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in (
            resource.getrusage(resource.RUSAGE_SELF),
            resource.getrusage(resource.RUSAGE_CHILDREN),
        )
    )


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RUSAGE_UNIT


async def _texts(sessions: Sessions) -> list[str]:
    async with sessions() as session:
        rows = await session.execute(select(Article.title, Article.text))
        return [f"{title}\n\n{text}" for title, text in rows]


async def _count(sessions: Sessions) -> int:
    async with sessions() as session:
        return await session.scalar(select(func.count(Article.id))) or 0


async def _counts(sessions: Sessions) -> str:
    async with sessions() as session:
        reports = await session.scalar(select(func.count(Report.id)))
        mentions = await session.scalar(select(func.count(Mention.id)))
    return f"{reports:,} about a conflict, {mentions:,} mentions of events"


if __name__ == "__main__":
    main()
