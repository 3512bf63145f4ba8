"""Reports into the tables: what an article says, with every claim as a row.

Storing the same report again changes nothing. What changed waits to be grouped anew, together with
whatever stood beside it in its event.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from db import models
from db.mentions import KINDS, chunked
from reading.contract import fact_to_dict
from reading.facts import DeadlineStatement, Report, Strike, Talks
from reading.preset import Preset
from reading.telling import with_loose_points

Fact = Talks | DeadlineStatement | Strike

_NAMES: dict[type, str] = {kind.fact: name for name, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Told:
    """A report ready to be stored. `published` dates what names no day of its own."""

    article_id: int
    conflict_id: int
    published: datetime
    origin: str
    kinds: tuple[str, ...]
    facts: tuple[Fact, ...]
    problem: str | None = None


def facts_of(report: Report) -> tuple[Fact, ...]:
    """All facts of a report that are grouped; points outside any round wait for theirs."""
    return (*with_loose_points(report), *report.deadlines, *report.strikes)


async def ensure_conflicts(session: AsyncSession, presets: Sequence[Preset]) -> dict[str, int]:
    """The conflicts' ids by slug; a preset without a row gets one."""
    rows = {row.slug: row for row in await session.scalars(select(models.Conflict))}
    for preset in presets:
        if preset.slug not in rows:
            rows[preset.slug] = models.Conflict(slug=preset.slug, name=preset.name)
            session.add(rows[preset.slug])
    await session.flush()
    return {slug: row.id for slug, row in rows.items()}


async def store_reports(session: AsyncSession, told: Sequence[Told], now: datetime) -> int:
    """Keep reports in the caller's transaction; how many mentions are new, changed or gone."""
    known = await _known(session, [one.article_id for one in told])
    changed = 0
    for one in told:
        report = known.get((one.article_id, one.conflict_id))
        if report is None:
            report = models.Report(article_id=one.article_id, conflict_id=one.conflict_id)
            report.mentions = []
            session.add(report)
        if (report.kinds, report.origin, report.problem) != _head(one):
            report.kinds, report.origin, report.problem = _head(one)
        report.read_at = now
        changed += await _set_mentions(session, report, one, now)
    await session.flush()
    return changed


async def drop_reports(
    session: AsyncSession, articles: Sequence[int], now: datetime, *, keep: Iterable[int] = ()
) -> None:
    """Take back what these articles said of any conflict but those to keep."""
    for (_, conflict_id), report in (await _known(session, articles)).items():
        if conflict_id not in keep:
            for mention in list(report.mentions):
                await _release(session, mention, now)
            await session.delete(report)


def _head(one: Told) -> tuple[list[str], str, str | None]:
    return list(one.kinds), one.origin, one.problem


async def _known(
    session: AsyncSession, articles: Sequence[int]
) -> dict[tuple[int, int], models.Report]:
    query = (
        select(models.Report)
        .where(models.Report.article_id.in_(articles))
        .options(selectinload(models.Report.mentions).selectinload(models.Mention.claims))
    )
    rows = await session.scalars(query)
    return {(row.article_id, row.conflict_id): row for row in rows}


async def _set_mentions(
    session: AsyncSession, report: models.Report, told: Told, now: datetime
) -> int:
    """Update mentions in place by kind and position, so that they stay in their events."""
    old = {(m.kind, m.position): m for m in report.mentions}
    changed = 0
    for (kind, position), fact in _placed(told.facts):
        mention = old.pop((kind, position), None)
        plain = fact_to_dict(fact)
        day = _day(fact, told.published)
        if mention is not None and (mention.fact, mention.day) == (plain, day):
            continue
        if mention is None:
            mention = models.Mention(kind=kind, position=position)
            report.mentions.append(mention)
        mention.conflict_id, mention.article_id = told.conflict_id, told.article_id
        mention.background, mention.fact, mention.day = fact.background, plain, day
        mention.grouped_at = None
        mention.claims = list(_claims(fact, told.article_id))
        changed += 1
    for gone in old.values():
        await _release(session, gone, now)
        report.mentions.remove(gone)
    return changed + len(old)


async def look_again(session: AsyncSession, articles: Iterable[int], now: datetime) -> None:
    """Have the jobs look anew at the events that these articles speak of."""
    for ids in chunked(sorted(set(articles))):
        for kind in KINDS.values():
            spoken = select(kind.link).where(
                models.Mention.article_id.in_(ids), kind.link.is_not(None)
            )
            await session.execute(
                update(kind.table).where(kind.table.id.in_(spoken)).values(changed_at=now)
            )


def _placed(facts: Iterable[Fact]) -> Iterator[tuple[tuple[str, int], Fact]]:
    counts = dict.fromkeys(KINDS, 0)
    for fact in facts:
        kind = _NAMES[type(fact)]
        yield (kind, counts[kind]), fact
        counts[kind] += 1


async def _release(session: AsyncSession, mention: models.Mention, now: datetime) -> None:
    """Before a mention goes: have the rest of its event grouped again, the event looked at."""
    kind = KINDS[mention.kind]
    event = {"round": mention.round_id, "deadline": mention.deadline_id}.get(
        mention.kind, mention.strike_id
    )
    if event is None:
        return
    await session.execute(update(models.Mention).where(kind.link == event).values(grouped_at=None))
    await session.execute(update(kind.table).where(kind.table.id == event).values(changed_at=now))


def _day(fact: Fact, published: datetime) -> datetime:
    """The day to find neighbours by, as its midnight UTC."""
    if isinstance(fact, DeadlineStatement):
        day = fact.said_on
    elif isinstance(fact, Strike):
        day = fact.window.end if fact.window else None
    else:
        day = fact.window.start if fact.window else None
    return datetime.combine(day or published.astimezone(UTC).date(), time.min, UTC)


def _claims(fact: Fact, article_id: int) -> Iterator[models.Claim]:
    if isinstance(fact, Talks):
        yield models.Meeting(stance=fact.status.value, **_claim(fact, article_id))
        for point in fact.points:
            fields = _claim(point, article_id)
            yield models.Point(
                name=point.item.value, stance=point.stance.value,
                low=point.count, high=None if point.at_least else point.count, **fields,
            )  # fmt: skip
    elif isinstance(fact, DeadlineStatement):
        yield models.Statement(stance=fact.op.value, **_claim(fact, article_id))
    else:
        for figure in fact.figures:
            yield models.Figure(
                name=figure.measure.value, weapon=figure.weapon.value,
                low=figure.low, high=figure.high, qualifier=figure.qualifier.value,
                as_of=figure.as_of, **_claim(figure, article_id),
            )  # fmt: skip


def _claim(said: Any, article_id: int) -> dict[str, Any]:
    start, end = said.span
    return {
        "article_id": article_id,
        "claimant": said.claimant,
        "sentence": said.sentence,
        "span_start": start,
        "span_end": end,
    }
