"""What the bench measures on: made feeds that parse, and copies that a database takes for news."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bench.__main__ import MEASUREMENTS
from bench.corpus import LONG, again, long_articles, stream
from bench.filled import fill
from bench.stored import _take_in
from db.engine import create_engine
from db.engine import sessions as make_sessions
from db.migrate import upgrade
from db.models import Article, Entry, Mention, Report
from feeds.parse import parse_feed
from jobs.clock import SetClock

ROOT = Path(__file__).parent.parent.parent


def test_a_stream_holds_as_many_different_entries_as_it_should() -> None:
    entries = [
        entry
        for url, body in stream(300)
        for entry in parse_feed(body, "application/rss+xml", url).entries
    ]
    assert len({entry.link for entry in entries}) == len(entries) == 300
    assert all(entry.published and entry.text for entry in entries)


def test_long_articles_are_as_long_as_news_prints_them() -> None:
    articles = long_articles()
    assert len(articles) > 20
    assert {len(article.text) for article in articles} == {LONG}


async def test_a_database_is_filled_with_its_own_past(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/bench.sqlite3")
    await upgrade(engine)
    sessions = make_sessions(engine)
    feeds = list(stream(200))
    newest = parse_feed(feeds[0][1], "application/rss+xml", feeds[0][0]).entries[0].published
    assert newest is not None
    await _take_in(sessions, SetClock(newest), feeds)

    async def counts() -> list[int]:
        async with sessions() as session:
            tables = (Article, Entry, Report, Mention)
            found = [await session.scalar(select(func.count(t.id))) for t in tables]
            return [count or 0 for count in found]

    before = await counts()
    assert before[0] == 200
    assert all(before)
    await fill(engine, 600)
    assert await counts() == [3 * count for count in before]
    await _take_in(sessions, SetClock(newest), again(feeds[:1]))
    after = await counts()
    assert after[0] > 600
    async with sessions() as session:
        waiting = select(func.count(Mention.id)).where(Mention.grouped_at.is_(None))
        assert await session.scalar(waiting) == 0
    await engine.dispose()


@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["reeding"], 2)])
def test_the_command_says_what_there_is(arguments: list[str], code: int) -> None:
    command = [sys.executable, "-m", "bench", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == code
    assert all(name in done.stdout for name in MEASUREMENTS)
