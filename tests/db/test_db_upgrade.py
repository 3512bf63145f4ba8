"""Upgrading: processes that start together on a new database do not get in each other's way."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from alembic import command
from db.columns import Base
from db.engine import create_engine
from db.migrate import SchemaError, _config, check, upgrade


async def _nothing_at(url: str) -> None:
    engine = create_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    await engine.dispose()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_two_upgrade_a_new_database_at_once(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if kind == "sqlite":
        url = f"sqlite:///{tmp_path}/new.sqlite3"
    else:
        url = request.getfixturevalue("postgres_url")
        await _nothing_at(url)
    engines = [create_engine(url) for _ in range(2)]
    try:
        await asyncio.gather(*(upgrade(engine) for engine in engines))
        assert [await check(engine) for engine in engines] == [[], []]
    finally:
        for engine in engines:
            await engine.dispose()


async def test_an_upgrade_that_fails_leaves_nothing_half_made(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/taken.sqlite3")
    try:
        async with engine.begin() as connection:
            await connection.execute(text("CREATE TABLE posts (id INTEGER)"))
        with pytest.raises(SchemaError, match="posts"):
            await upgrade(engine)
        async with engine.connect() as connection:
            names = await connection.execute(text("SELECT name FROM sqlite_master"))
            assert names.scalars().all() == ["posts"]
    finally:
        await engine.dispose()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_what_an_earlier_version_kept_is_kept(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Rows of the first schema, brought to the present one."""
    if kind == "sqlite":
        url = f"sqlite:///{tmp_path}/old.sqlite3"
    else:
        url = request.getfixturevalue("postgres_url")
        await _nothing_at(url)
    engine = create_engine(url)

    def first(connection: Connection) -> None:
        command.upgrade(_config(connection), "0001")
        connection.commit()

    try:
        async with engine.connect() as connection:
            await connection.run_sync(first)
        async with engine.begin() as connection:
            now = "2025-07-25 12:00:00"
            for row in (
                "guilds (id, name, joined_at) VALUES (1, 'G', :now)",
                """feeds (id, url, title, is_default, state, added_at, failures, hints)
                VALUES (7, 'https://p.example/', 'P', true, 'ok', :now, 0, '{}')""",
                "guild_feeds (guild_id, feed_id, added, since) VALUES (1, 7, true, :now)",
            ):
                await connection.execute(text(f"INSERT INTO {row}".replace(":now", f"'{now}'")))
        await upgrade(engine)
        assert await check(engine) == []
        async with engine.connect() as connection:
            for table in ("feeds", "guild_feeds"):
                found = await connection.execute(text(f"SELECT full_text FROM {table}"))
                assert [bool(value) for value in found.scalars()] == [False]
    finally:
        await engine.dispose()
