"""A database filled by copies of its own rows, each copy a week further into the past."""

import re
from collections.abc import Iterator

from sqlalchemy import Column, Connection, Table, func, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from db import models
from db.columns import Base, UtcDateTime

_COPIED = tuple(
    Base.metadata.tables[model.__tablename__]
    for model in (
        models.Article, models.Entry, models.Report, models.Round, models.Deadline, models.Strike,
        models.Mention, models.Claim,
    )
)  # fmt: skip
"""Tables that grow with what is read, each after those that it points to."""
_DAYS = 7


async def fill(engine: AsyncEngine, articles: int) -> None:
    """Copy until so many articles are stored; SQLite only."""
    async with engine.begin() as connection:
        await connection.run_sync(_fill, articles)


def _fill(connection: Connection, wanted: int) -> None:
    last = {table.name: _last(connection, table) for table in _COPIED}
    stored = connection.scalar(select(func.count()).select_from(models.Article)) or 0
    for copy in range(1, -(-wanted // stored)):
        for table in _COPIED:
            connection.execute(text(_copy(table, copy, last)))


def _last(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.max(table.c.id))) or 0


def _copy(table: Table, number: int, last: dict[str, int]) -> str:
    """The statement that copies a table's first rows, so many weeks back."""
    columns = list(table.columns)
    values = ", ".join(_value(table, column, number, last) for column in columns)
    names = ", ".join(column.name for column in columns)
    limit = last[table.name]
    return (
        f"INSERT INTO {table.name} ({names}) SELECT {values} FROM {table.name} WHERE id <= {limit}"
    )


def _value(table: Table, column: "Column[object]", number: int, last: dict[str, int]) -> str:
    name = column.name
    target = next(iter(_pointed_at(column)), None)
    if column.primary_key:
        return f"{name} + {number * last[table.name]}"
    if target in last:
        return f"{name} + {number * last[target]}"
    if isinstance(column.type, UtcDateTime):
        return f"strftime('%Y-%m-%d %H:%M:%f000', {name}, '-{number * _DAYS} days')"
    if name in {"url_key", "key"}:
        return f"{name} || '~{number}'"
    return name


def _pointed_at(column: "Column[object]") -> Iterator[str]:
    for key in column.foreign_keys:
        yield re.split(r"\.", key.target_fullname)[0]
