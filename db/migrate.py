"""Migrations: bring a database to the present schema, or say how it differs."""

import asyncio
import re
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from alembic import command
from db.columns import Base
from db.engine import create_engine, sqlite_file

SCRIPTS = Path(__file__).resolve().parent.parent / "alembic"


class SchemaError(RuntimeError):
    """The database cannot be used as it is; the message says what to run."""


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    return config


_LOCK = {
    "sqlite": "BEGIN IMMEDIATE",
    "postgresql": f"SELECT pg_advisory_xact_lock({int.from_bytes(b'parley')})",
}
"""Held to the end of the transaction: of processes that start together, one migrates."""


def _upgrade(connection: Connection) -> None:
    if _revision(connection) == newest_revision():
        return
    # What was read must not keep the transaction from seeing what the other process did.
    connection.rollback()
    connection.exec_driver_sql(_LOCK[connection.dialect.name])
    command.upgrade(_config(connection), "head")
    connection.commit()


def _differences(connection: Connection) -> list[str]:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "include_name": _ours}
    )
    return [str(difference) for difference in compare_metadata(context, Base.metadata)]


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in Base.metadata.tables


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    """The revision that this version of Parley expects."""
    return ScriptDirectory(str(SCRIPTS)).get_current_head()


async def _upgrade_in_turn(engine: AsyncEngine) -> None:
    # Turning a new SQLite file to WAL does not wait for another process that does the same.
    for wait in (0.1, 0.3, 1.0, 3.0, None):
        try:
            async with engine.connect() as connection:
                await connection.run_sync(_upgrade)
                return
        except DBAPIError as error:
            if wait is None or "locked" not in str(error.orig):
                raise
            await asyncio.sleep(wait)


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the schema to the present, from nothing or from any earlier one. Raises SchemaError."""
    try:
        await _upgrade_in_turn(engine)
    except DBAPIError as error:
        if "locked" in str(error.orig):
            raise SchemaError(
                "the database is in use by another process; try again when that is done"
            ) from error
        raise SchemaError(
            f"the database cannot be opened ({_why(error)}); check DATABASE_URL and that the "
            "folder or server is there"
        ) from error


def _why(error: DBAPIError) -> str:
    """The database's own words, without what stands before an @.

    A password that holds an @ is taken for a part of the host, which the words then quote.
    """
    return re.sub(r"[^\s'\"]*@", "", str(error.orig))


async def upgrade_url(url: str) -> None:
    """`upgrade` for a database address."""
    engine = create_engine(url)
    try:
        await upgrade(engine)
    finally:
        await engine.dispose()


async def check(engine: AsyncEngine) -> list[str]:
    """What is wrong with the schema, in words; empty when it is as the models say.

    Looks only: a SQLite file that is not there is not made.
    """
    file = sqlite_file(engine.url)
    if file is not None and not file.exists():
        return [f"there is no database at {file} yet: run `parley db upgrade`"]
    try:
        async with engine.connect() as connection:
            revision = await connection.run_sync(_revision)
            if revision != newest_revision():
                found = revision or "empty"
                return [f"schema is {found}, expected {newest_revision()}: run `parley db upgrade`"]
            return await connection.run_sync(_differences)
    except DBAPIError as error:
        return [f"the database cannot be opened ({_why(error)}); check DATABASE_URL"]
