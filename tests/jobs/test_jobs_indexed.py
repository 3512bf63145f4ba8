"""What a turn asks the database for is found by index, so that its cost does not grow."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import Sessions
from db.models import Article, Entry, Feed, Outlet
from jobs.clock import SetClock
from jobs.group import group_mentions
from jobs.read import read_articles
from reading.preset import bundled_presets

NOON = datetime(2025, 7, 24, 12, tzinfo=UTC)
GROWING = ("articles", "entries", "reports", "mentions", "claims")
STORY = (
    "Russia launched 120 drones at Ukraine overnight on July 24, killing two people in Kharkiv, "
    "the Ukrainian air force said. Delegations of both sides met in Istanbul on Wednesday."
)


@contextmanager
def _asked(engine: AsyncEngine) -> Iterator[list[tuple[str, Any]]]:
    asked: list[tuple[str, Any]] = []

    def note(_conn: Any, _cursor: Any, sql: str, values: Any, _context: Any, many: bool) -> None:
        if not many:
            asked.append((sql, values))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine.sync_engine, "before_cursor_execute", note)


async def _store(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        outlet = Outlet(key="gazette", name="Gazette")
        feed = Feed(url="http://gazette", is_default=True, added_at=NOON)
        session.add_all([outlet, feed])
        await session.flush()
        article = Article(
            url_key="gazette/1", outlet_id=outlet.id, url="http://x/1", title="News of the day",
            text=STORY, published=NOON, first_seen=NOON, content_hash="1",
        )  # fmt: skip
        session.add(article)
        await session.flush()
        session.add(
            Entry(feed_id=feed.id, key="1", url="", title="", text="", first_seen=NOON,
                  article_id=article.id)
        )  # fmt: skip


@pytest.mark.parametrize("sessions", ["sqlite"], indirect=True)
async def test_reading_and_grouping_go_through_no_table_that_grows(sessions: Sessions) -> None:
    engine: AsyncEngine = sessions.kw["bind"]
    await _store(sessions)
    clock = SetClock(NOON)
    with _asked(engine) as asked:
        assert await read_articles(sessions, clock, tuple(bundled_presets().values())) == 1
        assert await group_mentions(sessions, clock) > 0
    plans = []
    async with engine.connect() as connection:
        for sql, values in asked:
            if sql.startswith(("SELECT", "UPDATE", "DELETE")):
                rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
                plans += [(row[3], sql) for row in rows]
    assert plans
    scans = [plan for plan in plans if plan[0] in {f"SCAN {table}" for table in GROWING}]
    assert not scans
    waiting = [how for how, sql in plans if sql.startswith("SELECT mentions.id, mentions.day")]
    assert any("ix_mentions_grouped_at" in how for how in waiting)


def test_the_plan_of_a_scan_is_told(tmp_path: Any) -> None:
    from sqlalchemy import create_engine

    from db.models import Base

    engine = create_engine(f"sqlite:///{tmp_path}/x.sqlite3")
    Base.metadata.create_all(engine)
    with engine.connect() as connection:
        query = text("EXPLAIN QUERY PLAN SELECT * FROM articles WHERE title = 'x'")
        assert connection.execute(query).fetchone()[3] == "SCAN articles"
    engine.dispose()
