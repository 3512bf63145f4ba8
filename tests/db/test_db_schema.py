"""The schema: migrations agree with models, times are aware, ids 64-bit, due work is indexed."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import BigInteger, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from db.columns import Base
from db.engine import DatabaseUrlError, Sessions, create_engine, database_url
from db.migrate import SchemaError, check, upgrade
from db.models import Conflict, Feed, Guild, Note, Outlet, Post


async def test_migrations_from_nothing_agree_with_the_models(sessions: Sessions) -> None:
    engine = sessions.kw["bind"]
    assert await check(engine) == []


async def test_migrating_twice_changes_nothing(sessions: Sessions) -> None:
    engine = sessions.kw["bind"]
    await upgrade(engine)
    assert await check(engine) == []


async def test_a_difference_from_the_models_is_told(sessions: Sessions) -> None:
    engine = sessions.kw["bind"]
    async with engine.begin() as connection:
        await connection.execute(text("DROP TABLE notes"))
    assert any("notes" in difference for difference in await check(engine))


async def test_an_instant_comes_back_as_the_same_instant_in_utc(sessions: Sessions) -> None:
    istanbul = timezone(timedelta(hours=3))
    said = datetime(2025, 7, 23, 20, 37, tzinfo=istanbul)
    async with sessions.begin() as session:
        session.add(Note(key="k", value="v", at=said))
    async with sessions() as session:
        note = (await session.execute(select(Note))).scalar_one()
    assert note.at == said
    assert note.at.utcoffset() == timedelta(0)


async def test_a_naive_time_is_refused(sessions: Sessions) -> None:
    async with sessions() as session:
        naive = datetime(2025, 7, 23, 20, 37, tzinfo=UTC).replace(tzinfo=None)
        session.add(Note(key="k", value="v", at=naive))
        with pytest.raises(StatementError, match="naive datetime"):
            await session.flush()


async def test_a_row_that_points_nowhere_is_refused(sessions: Sessions) -> None:
    async with sessions() as session:
        session.add(
            Feed(url="https://a.example/f", outlet_id=99, added_at=datetime.now(UTC), hints={})
        )
        with pytest.raises(IntegrityError):
            await session.flush()


async def test_ids_hold_64_bits(sessions: Sessions) -> None:
    big = 2**62
    async with sessions.begin() as session:
        session.add(Guild(id=big, name="big", joined_at=datetime.now(UTC)))
        session.add(Conflict(id=big, slug="s", name="n"))
    async with sessions() as session:
        assert (await session.get_one(Conflict, big)).slug == "s"
        assert (await session.get_one(Guild, big)).name == "big"
    for table in Base.metadata.tables.values():
        for column in table.primary_key:
            if column.name == "id" or column.name.endswith("_id"):
                assert isinstance(column.type, BigInteger), f"{table.name}.{column.name}"


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT id FROM feeds WHERE due_at <= '2025-07-25'", "ix_feeds_due_at"),
        ("SELECT id FROM posts WHERE state = 'owed' AND due_at <= '2025-07-25'", "ix_posts_due"),
        ("SELECT id FROM articles WHERE read_at IS NULL ORDER BY id", "ix_articles_unread"),
        ("SELECT id FROM mentions WHERE grouped_at IS NULL", "ix_mentions_grouped_at"),
        ("SELECT article_id FROM pages WHERE due_at <= '2025-07-25'", "ix_pages_due_at"),
        (
            "SELECT id FROM entries WHERE feed_id = 1 AND first_seen >= '2025-07-25'",
            "ix_entries_recent",
        ),
    ],
)
async def test_what_is_due_is_found_by_index(
    sqlite_sessions: Sessions, query: str, index: str
) -> None:
    async with sqlite_sessions() as session:
        plan = (await session.execute(text(f"EXPLAIN QUERY PLAN {query}"))).all()
    assert any(index in str(step) for step in plan), plan


async def test_sqlite_runs_with_wal_and_foreign_keys(sqlite_sessions: Sessions) -> None:
    async with sqlite_sessions() as session:
        assert (await session.execute(text("PRAGMA journal_mode"))).scalar_one() == "wal"
        assert (await session.execute(text("PRAGMA foreign_keys"))).scalar_one() == 1
        assert (await session.execute(text("PRAGMA busy_timeout"))).scalar_one() >= 5000


async def test_one_post_a_key_and_follow(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        session.add(Outlet(key="a", name="A"))
    async with sessions() as session:
        session.add(Outlet(key="a", name="B"))
        with pytest.raises(IntegrityError):
            await session.flush()
    assert {"follow_id", "key"} in [
        {column.name for column in constraint.columns}
        for constraint in Base.metadata.tables[Post.__tablename__].constraints
    ]


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("sqlite:///parley.sqlite3", "sqlite+aiosqlite"),
        ("postgres://u:p@h/d", "postgresql+psycopg"),
        ("postgresql+asyncpg://u:p@h/d", "postgresql+psycopg"),
    ],
)
def test_the_driver_is_put_in(given: str, driver: str) -> None:
    assert database_url(given).drivername == driver


@pytest.mark.parametrize("bad", ["parley.db", "mysql://u@h/d", ""])
def test_a_bad_address_says_what_one_looks_like(bad: str) -> None:
    with pytest.raises(DatabaseUrlError, match=r"sqlite|postgresql"):
        database_url(bad)


@pytest.mark.parametrize("bad", ["postgres//u:word@h/d", "postgresql://u:word@h:x/d", "u:word"])
def test_a_bad_address_is_not_quoted_since_it_may_hold_a_password(bad: str) -> None:
    with pytest.raises(DatabaseUrlError) as caught:
        database_url(bad)
    assert ":word" not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_a_password_with_an_at_sign_is_not_told_with_the_host_it_spoils() -> None:
    engine = create_engine("postgresql://u:pa@word@nowhere.invalid/d")
    with pytest.raises(SchemaError) as caught:
        await upgrade(engine)
    await engine.dispose()
    assert "word" not in str(caught.value)
    assert "DATABASE_URL" in str(caught.value)
