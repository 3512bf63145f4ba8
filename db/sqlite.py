"""SQLite's driver with one trip to its thread a statement, where aiosqlite makes four.

A cursor of aiosqlite is made, run, read and closed in a trip each; between them the event loop and
the thread wake each other. SQLAlchemy reads every result in full anyway, so all of it is one trip.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite

Rows = list[Any]
_Trip = Callable[..., Awaitable[Any]]


class _Cursor:
    """What SQLAlchemy asks of a cursor; the rows are there when `execute` returns."""

    arraysize = 1

    def __init__(self, trip: _Trip, connection: sqlite3.Connection) -> None:
        self.description: Sequence[Any] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._trip = trip
        self._connection = connection
        self._rows: Rows = []

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> Self:
        """Run one statement."""
        await self._trip(self._run, sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> Self:
        """Run one statement with each of the parameters."""
        await self._trip(self._run_many, sql, parameters)
        return self

    async def fetchall(self) -> Rows:
        """The rows that were read."""
        return self._rows

    async def close(self) -> None:
        """It is closed already."""

    def _run(self, sql: str, parameters: Iterable[Any]) -> None:
        cursor = self._connection.cursor()
        cursor.execute(sql, tuple(parameters))
        self._take(cursor)

    def _run_many(self, sql: str, parameters: Iterable[Iterable[Any]]) -> None:
        cursor = self._connection.cursor()
        cursor.executemany(sql, [tuple(some) for some in parameters])
        self._take(cursor)

    def _take(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self._rows = cursor.fetchall() if cursor.description else []
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        cursor.close()


class _Connection(aiosqlite.Connection):
    def cursor(self) -> _Cursor:  # type: ignore[override]  # SQLAlchemy asks no more of it
        return _Cursor(self._execute, self._conn)


def connect(database: str, **options: Any) -> aiosqlite.Connection:
    """A connection to be awaited, for SQLAlchemy's `async_creator_fn`."""
    connection = _Connection(partial(sqlite3.connect, database, **options), iter_chunk_size=64)
    # As SQLAlchemy does: a forgotten connection must not keep the program from ending.
    connection._thread.daemon = True  # noqa: SLF001  (it has no other name)
    return connection
