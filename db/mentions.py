"""Mentions out of the tables, as the pure rules take them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from db import models
from reading.contract import fact_from_dict
from reading.events import Mention, Source
from reading.facts import DeadlineStatement, Strike, Talks

EventRow = models.Round | models.Deadline | models.Strike

RECALLED = 30
"""Recollections of one event that are looked at: the newest. A famous round is recalled daily, for
years, and the cost of one more article must not grow with that."""
_CHUNK = 500
"""Ids in one IN (…); SQLite takes a limited number of parameters."""


@dataclass(frozen=True, slots=True)
class EventKind:
    """How one kind of event is kept."""

    name: str
    """The mention's `kind`."""
    fact: type[Talks] | type[DeadlineStatement] | type[Strike]
    table: type[EventRow]
    link: InstrumentedAttribute[int | None]
    """The mention's column that names its event."""


ROUND = EventKind("round", Talks, models.Round, models.Mention.round_id)
DEADLINE = EventKind("deadline", DeadlineStatement, models.Deadline, models.Mention.deadline_id)
STRIKE = EventKind("strike", Strike, models.Strike, models.Mention.strike_id)
KINDS = {kind.name: kind for kind in (ROUND, DEADLINE, STRIKE)}


@dataclass(frozen=True, slots=True)
class Stored:
    """A mention with where it stands in the tables."""

    id: int
    event: int | None
    waiting: bool
    """Not grouped since it was last read."""
    mention: Mention[Any]


async def load_mentions(
    session: AsyncSession, kind: EventKind, *conditions: ColumnElement[bool]
) -> list[Stored]:
    """The mentions of that kind under these conditions, each with its article; in order of id."""
    m, a, o = models.Mention, models.Article, models.Outlet
    query = (
        select(
            m.id, m.article_id, m.position, m.fact, m.grouped_at, kind.link,
            models.Conflict.slug, models.Report.origin,
            a.title, a.url, a.published, a.baseline, a.reference, o.name, o.affinity,
        )
        .join(a, a.id == m.article_id)
        .join(o, o.id == a.outlet_id)
        .join(models.Report, models.Report.id == m.report_id)
        .join(models.Conflict, models.Conflict.id == m.conflict_id)
        .where(m.kind == kind.name, *conditions)
        .order_by(m.id)
    )  # fmt: skip
    return [_stored(kind, row) for row in await session.execute(query)]


async def mentions_of(
    session: AsyncSession, kind: EventKind, events: Iterable[int], *conditions: ColumnElement[bool]
) -> dict[int, list[Mention[Any]]]:
    """All mentions of these events, by event, in a query for every few hundred of them."""
    found: dict[int, list[Mention[Any]]] = {}
    for ids in chunked(sorted(set(events))):
        of_these = kind.link.in_(ids)
        few = few_recollections(kind, of_these)
        for stored in await load_mentions(session, kind, of_these, few, *conditions):
            found.setdefault(cast("int", stored.event), []).append(stored.mention)
    return found


def few_recollections(kind: EventKind, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Reports, what waits, and of the recollections under these conditions the newest per event."""
    m = models.Mention
    newest = func.row_number().over(partition_by=kind.link, order_by=m.id.desc()).label("newest")
    ranked = select(m.id, newest).where(m.kind == kind.name, m.background, *conditions).subquery()
    kept = select(ranked.c.id).where(ranked.c.newest <= RECALLED)
    return or_(m.background == false(), m.grouped_at.is_(None), m.id.in_(kept))


def chunked(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    """As many at a time as a database takes in one IN (…)."""
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def mention_key(article_id: int, kind: str, position: int) -> str:
    """Stable as long as the article says the same: its id, the kind, the place in the report."""
    return f"{article_id}:{kind}:{position}"


def _stored(kind: EventKind, row: Row[Any]) -> Stored:
    mention_id, article_id, position, fact, grouped_at, event, slug, origin, *article = list[Any](
        row
    )
    title, url, published, baseline, reference, outlet, affinity = article
    parsed = fact_from_dict(fact)
    source = Source(
        article=str(article_id),
        outlet=outlet,
        title=title,
        url=url,
        published=published,
        origin=origin,
        affinity=affinity,
        reference=reference,
        baseline=baseline,
        background=parsed.background,
    )
    key = mention_key(article_id, kind.name, position)
    return Stored(mention_id, event, grouped_at is None, Mention(key, slug, source, parsed))
