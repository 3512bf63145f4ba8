"""Group: mentions that wait are put with their neighbours into rounds, deadlines and strikes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db import models
from db.engine import Sessions
from db.grouped import Regrouped, save_groups
from db.mentions import (
    DEADLINE,
    KINDS,
    ROUND,
    STRIKE,
    EventKind,
    Stored,
    few_recollections,
    load_mentions,
)
from jobs.clock import Clock
from reading.grouping import group
from reading.sides import bundled_sides

BATCH = 300
"""Mentions that are grouped in one transaction, the earliest days first."""
REACH = {
    ROUND.name: timedelta(days=21),
    DEADLINE.name: timedelta(days=120),
    STRIKE.name: timedelta(days=3),
}
"""How far from its own day a mention's event may lie."""
_RUNNING = ("open", "extended", "suspended", "disputed")

_m = models.Mention


async def group_mentions(sessions: Sessions, clock: Clock) -> int:
    """Group all mentions that wait; how many there were.

    A mention is compared with those of the days around it only, so the cost of one does not grow
    with what is stored. Each batch is one transaction: killed, the rest is found again.
    """
    count = 0
    async with sessions() as session:
        rows = await session.execute(
            select(_m.conflict_id, models.Conflict.slug, _m.kind)
            .join(models.Conflict, models.Conflict.id == _m.conflict_id)
            .where(_m.grouped_at.is_(None))
            .distinct()
            .order_by(_m.conflict_id, _m.kind)
        )
        work = rows.all()
    for conflict_id, slug, kind in work:
        while done := await _group_batch(sessions, clock, conflict_id, slug, KINDS[kind]):
            count += done
    return count


async def _group_batch(
    sessions: Sessions, clock: Clock, conflict_id: int, slug: str, kind: EventKind
) -> int:
    async with sessions.begin() as session:
        waiting = await _waiting(session, conflict_id, kind)
        if not waiting:
            return 0
        days = [day for _, day in waiting]
        near = await _neighbourhood(session, kind, conflict_id, min(days), max(days))
        sides = bundled_sides(slug)
        by_key = {stored.mention.key: stored for stored in near}
        groups = [
            [by_key[m.key] for m in together]
            for together in group([s.mention for s in near], sides)
        ]
        await save_groups(session, Regrouped(kind, conflict_id, near, groups), sides, clock())
        await session.execute(
            update(_m).where(_m.id.in_([id_ for id_, _ in waiting])).values(grouped_at=clock())
        )
    return len(waiting)


async def _waiting(
    session: AsyncSession, conflict_id: int, kind: EventKind
) -> list[tuple[int, datetime]]:
    # The sum keeps SQLite from going through all mentions of the conflict in the order of their
    # days: the few that wait are found by `grouped_at`; sqlite.org/optoverview.html
    here = _m.conflict_id + 0 == conflict_id
    rows = await session.execute(
        select(_m.id, _m.day)
        .where(_m.grouped_at.is_(None), here, _m.kind == kind.name)
        .order_by(_m.day, _m.id)
        .limit(BATCH)
    )
    found = [(id_, day) for id_, day in rows]
    # A batch reaches no further than its neighbourhood does: a year of history is many batches.
    until = found[0][1] + REACH[kind.name] if found else None
    return [pair for pair in found if until and pair[1] <= until]


async def _neighbourhood(
    session: AsyncSession, kind: EventKind, conflict_id: int, first: datetime, last: datetime
) -> list[Stored]:
    """Mentions of the days around, with all others of the events that these belong to."""
    reach = REACH[kind.name]
    here = _m.conflict_id == conflict_id
    near: ColumnElement[bool] = _m.day.between(first - reach, last + reach)
    if kind is DEADLINE:
        near = or_(near, kind.link.in_(_running(conflict_id, first - reach)))
    elif kind is ROUND:
        near = or_(near, kind.link.in_(_numbered(conflict_id, first, last)))
    few = few_recollections(kind, here, near)
    found = await load_mentions(session, kind, here, near, few)
    known = {stored.id for stored in found}
    events = sorted({stored.event for stored in found if stored.event is not None})
    rest = await _others(session, kind, events, known)
    return sorted([*found, *rest], key=lambda stored: stored.id)


async def _others(
    session: AsyncSession, kind: EventKind, events: Sequence[int], known: set[int]
) -> list[Stored]:
    if not events:
        return []
    of_these = kind.link.in_(events)
    more = await load_mentions(session, kind, of_these, few_recollections(kind, of_these))
    return [stored for stored in more if stored.id not in known]


def _running(conflict_id: int, since: datetime) -> Any:
    """Deadlines that may still be spoken of: open ones whose time is not long past."""
    d = models.Deadline
    due = or_(d.ends.is_(None), d.ends >= since)
    return select(d.id).where(d.conflict_id == conflict_id, d.status.in_(_RUNNING), due)


def _numbered(conflict_id: int, first: datetime, last: datetime) -> Any:
    """Rounds of a year around whose number a waiting mention gives without a day."""
    r, year = models.Round, timedelta(days=365)
    return select(r.id).where(
        r.conflict_id == conflict_id,
        r.number.is_not(None),
        r.starts.between(first - year, last + year),
    )
