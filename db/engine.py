"""The engine: SQLite by default, PostgreSQL by DATABASE_URL."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

Sessions = async_sessionmaker[AsyncSession]

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}


class DatabaseUrlError(ValueError):
    """DATABASE_URL cannot be used; the message says what it should look like."""


def database_url(text: str) -> URL:
    """The URL with our async driver put in. Raises DatabaseUrlError."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise DatabaseUrlError(
            "DATABASE_URL is no database address; write sqlite:///parley.db or "
            "postgresql://user:password@host/name"
        ) from None  # The address may hold a password, and so may the error that quotes it.
    driver = _DRIVERS.get(url.get_backend_name())
    if driver is None:
        raise DatabaseUrlError(
            f"DATABASE_URL names {url.get_backend_name()!r}; Parley keeps its memory "
            "in sqlite or postgresql"
        )
    return url.set(drivername=driver)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # WAL lets readers go on while a job writes, and survives kill -9; sqlite.org/wal.html
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA busy_timeout=15000")
    cursor.close()


def _make_folder(file: Path, *_connecting: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)


def sqlite_file(url: URL) -> Path | None:
    """The file behind a SQLite address; None for what is kept in memory or on a server."""
    name = url.database
    if url.get_backend_name() != "sqlite" or not name or name.startswith((":memory:", "file:")):
        return None
    return Path(name)


def create_engine(text: str) -> AsyncEngine:
    """An engine for the address, made ready for Parley. Raises DatabaseUrlError."""
    url = database_url(text)
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True)
    engine = create_async_engine(url)
    file = sqlite_file(url)
    if file is not None:
        event.listen(engine.sync_engine, "do_connect", partial(_make_folder, file))
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


def sessions(engine: AsyncEngine) -> Sessions:
    """A maker of sessions; rows stay readable after a commit."""
    return async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def open_database(text: str) -> AsyncIterator[Sessions]:
    """Sessions on the database, closed at the end. The schema must be there already."""
    engine = create_engine(text)
    try:
        yield sessions(engine)
    finally:
        await engine.dispose()
