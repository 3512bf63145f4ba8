"""Groups of mentions into event rows: an event keeps its id while most of it stays together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db import models
from db.mentions import DEADLINE, ROUND, STRIKE, EventKind, EventRow, Stored, chunked
from db.moved_posts import move_posts
from reading.events import DeadlineThread, Event, Mention, RoundEvent, StrikeEvent
from reading.facts import Window
from reading.merge_rounds import round_event
from reading.merge_strikes import strike_event
from reading.merge_threads import deadline_thread
from reading.sides import Sides

Group = Sequence[Stored]

BUILD: dict[str, Callable[[Iterable[Mention[Any]], Sides], Event]] = {
    ROUND.name: round_event,
    DEADLINE.name: deadline_thread,
    STRIKE.name: strike_event,
}


@dataclass(frozen=True, slots=True)
class Regrouped:
    """One neighbourhood of mentions, grouped anew."""

    kind: EventKind
    conflict_id: int
    all: Group
    groups: Sequence[Group]


def keep_ids(groups: Sequence[Group]) -> list[int | None]:
    """The event each group continues: the one most of it was, the oldest of equals; or none."""
    claims = sorted(
        (-count, event, number)
        for number, group in enumerate(groups)
        for event, count in Counter(s.event for s in group if s.event is not None).items()
    )
    ids: list[int | None] = [None] * len(groups)
    taken: set[int] = set()
    for _, event, number in claims:
        if ids[number] is None and event not in taken:
            ids[number] = event
            taken.add(event)
    return ids


async def save_groups(session: AsyncSession, found: Regrouped, sides: Sides, now: datetime) -> None:
    """Write events and assignments in the caller's transaction. Deletes no event."""
    ids = keep_ids(found.groups)
    rows = await _rows(session, found)
    homes: dict[int, int] = {}
    for known, group in zip(ids, found.groups, strict=True):
        row = rows.get(known) if known is not None else None
        event = BUILD[found.kind.name]([s.mention for s in group], sides)
        if row is None:
            row = found.kind.table(
                conflict_id=found.conflict_id, first_seen=_first_seen(group, now), changed_at=now
            )
            session.add(row)
            _describe(row, event, sides)
            await session.flush()
        elif _changed(group, row.id, found.all):
            _describe(row, event, sides)
            row.changed_at, row.merged_into = now, None
        homes.update(dict.fromkeys((s.id for s in group), row.id))
    await _assign(session, found, homes, now)
    await _merge(session, found, rows, homes, now)


async def _rows(session: AsyncSession, found: Regrouped) -> dict[int, EventRow]:
    table = found.kind.table
    events = sorted({s.event for s in found.all if s.event is not None})
    rows: dict[int, EventRow] = {}
    for ids in chunked(events):
        found_rows: list[EventRow] = list(
            await session.scalars(select(table).where(table.id.in_(ids)))
        )
        rows.update((row.id, row) for row in found_rows)
    return rows


def _first_seen(group: Group, now: datetime) -> datetime:
    """Now; for what only history tells, the day it became public."""
    sources = [s.mention.source for s in group]
    reference = all(source.reference for source in sources)
    return min(source.published for source in sources) if reference else now


def _changed(group: Group, event: int, everything: Group) -> bool:
    """True where the event gained, lost or re-read a mention."""
    members = {s.id for s in group}
    lost = any(s.event == event and s.id not in members for s in everything)
    return lost or any(s.waiting or s.event != event for s in group)


async def _assign(
    session: AsyncSession, found: Regrouped, homes: Mapping[int, int], now: datetime
) -> None:
    """Point mentions at their events, a statement for each event with news."""
    moved: dict[int | None, list[int]] = defaultdict(list)
    for stored in found.all:
        home = homes.get(stored.id)
        if stored.waiting or stored.event != home:
            moved[home].append(stored.id)
    m = models.Mention
    for home, mentions in moved.items():
        for ids in chunked(mentions):
            await session.execute(
                update(m)
                .where(m.id.in_(ids))
                .values({found.kind.link.key: home, "grouped_at": now})
            )


async def _merge(
    session: AsyncSession,
    found: Regrouped,
    rows: Mapping[int, EventRow],
    homes: Mapping[int, int],
    now: datetime,
) -> None:
    """An event that lost all its mentions is the one that most of them went to."""
    link = found.kind.link
    went: dict[int, Counter[int]] = defaultdict(Counter)
    for stored in found.all:
        home = homes.get(stored.id)
        if stored.event is not None and home is not None:
            went[stored.event][home] += 1
    kept = set(homes.values())
    for event, row in rows.items():
        if event in kept:
            continue
        row.changed_at = now
        if went[event]:
            row.merged_into = min(went[event], key=lambda home: (-went[event][home], home))
            # Recollections that were not looked at go along.
            await session.execute(
                update(models.Mention).where(link == event).values({link.key: row.merged_into})
            )
            await move_posts(session, found.kind, event, row.merged_into)


def _describe(row: EventRow, event: Event, sides: Sides) -> None:
    """Fill the columns by which events are found; the truth stays in the mentions."""
    zone = sides.preset.zone if sides.preset else "UTC"
    window = _bounds(event.window, zone)
    row.starts, row.ends = window
    if isinstance(row, models.Round) and isinstance(event, RoundEvent):
        row.track, row.number, row.city = event.track, event.number, event.city
        row.status = event.status.value
    elif isinstance(row, models.Deadline) and isinstance(event, DeadlineThread):
        row.status, row.issuer = event.status.value, event.issuer
        row.precision = event.window.precision.value if event.window else None
    elif isinstance(row, models.Strike) and isinstance(event, StrikeEvent):
        row.attacker, row.target = event.attacker, event.target


def _bounds(window: Window | None, zone: str) -> tuple[datetime | None, datetime | None]:
    return window.bounds(str(ZoneInfo(zone))) if window else (None, None)
