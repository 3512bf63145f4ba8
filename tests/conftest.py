"""Fixtures shared by all rooms: a clock that is set, and real databases, SQLite and PostgreSQL."""

import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import structlog
from hypothesis import settings
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine

from db.columns import Base
from db.engine import Sessions, create_engine
from db.engine import sessions as make_sessions
from db.migrate import upgrade
from jobs.clock import SetClock

# The same examples in every run, so that a change is what broke it; new ones on request.
settings.register_profile("steady", derandomize=True)
settings.register_profile("explore", derandomize=False, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def _logs_as_ever() -> Iterator[None]:
    """A test that runs a command in this process leaves no logging set up for the next.

    As structlog's own, but for tracebacks: its pretty ones take seconds to draw.
    """
    structlog.reset_defaults()
    *others, _ = structlog.get_config()["processors"]
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*others, plain])
    yield
    structlog.reset_defaults()


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands at noon UTC on 25 July 2025 until a test moves it."""
    return SetClock(datetime(2025, 7, 25, 12, tzinfo=UTC))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL server, started once for the whole run."""
    pgserver = pytest.importorskip("pgserver", reason="pgserver has no build for this Python")
    with TemporaryDirectory(prefix="parley-postgres-", ignore_cleanup_errors=True) as folder:
        # PostgreSQL refuses to run as root; pgserver changes user, who must reach the folder.
        Path(folder).chmod(0o755)
        server = pgserver.get_server(str(Path(folder) / "data"))
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
async def sessions(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Sessions]:
    """Sessions on a fresh, migrated database; each test runs once on either kind."""
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path}/parley.sqlite3")
    else:
        engine = create_engine(request.getfixturevalue("postgres_url"))
        await _empty(engine)
    try:
        await upgrade(engine)
        yield make_sessions(engine)
    finally:
        await engine.dispose()


async def _empty(engine: AsyncEngine) -> None:
    """Leave no row of an earlier test; build the schema anew only if that test broke it."""
    tables = ", ".join(Base.metadata.tables)
    try:
        async with engine.begin() as connection:
            await connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    except ProgrammingError:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.drop_all)
            await connection.execute(text("DROP TABLE IF EXISTS alembic_version"))


@pytest.fixture
async def sqlite_sessions(tmp_path: Path) -> AsyncIterator[Sessions]:
    """Sessions on a fresh SQLite file, where the kind of database makes no difference."""
    engine = create_engine(f"sqlite:///{tmp_path}/parley.sqlite3")
    try:
        await upgrade(engine)
        yield make_sessions(engine)
    finally:
        await engine.dispose()
