"""Read: articles that wait are read for talks, deadlines and strikes, and what they say is kept."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import structlog
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db import models
from db.engine import Sessions
from db.mentions import chunked
from db.reports import Told, drop_reports, ensure_conflicts, facts_of, store_reports
from jobs.clock import Clock
from jobs.faults import fault_of_ours
from jobs.feeds import make_eager
from reading.facts import Article, Report, RoundStatus
from reading.origins import CopyFinder
from reading.preset import Preset
from reading.reader import read

log = structlog.get_logger()

BATCH = 400
_OWN = "feed:%"
"""Keys of stories that only some servers read (jobs.store)."""
_COPIED_WITHIN = timedelta(days=2)
"""A story is copied within days, not weeks."""
_COMPARED = 300
"""Texts kept at hand to find copies among; more would be other news."""
_NEWS = timedelta(hours=48)
_HELD = frozenset((RoundStatus.UNDER_WAY, RoundStatus.ENDED))
_PAGE = models.Page
# Read are the page's words where they could be had, else the feed's.
_WORDS = func.coalesce(_PAGE.text, models.Article.text)
_VERSION = models.Article.content_hash + func.coalesce(_PAGE.text_hash, "")


@dataclass(frozen=True, slots=True)
class _Waiting:
    article: Article
    id: int
    published: datetime
    version: str
    """Digest of the words that are read."""
    own: bool
    """Told by a feed that only some servers read."""
    baseline: bool


@dataclass(frozen=True, slots=True)
class _Read:
    waiting: _Waiting
    report: Report
    origin: str


async def read_articles(
    sessions: Sessions, clock: Clock, presets: Sequence[Preset], *, limit: int | None = None
) -> int:
    """Read what waits, a batch in a transaction; how many articles were read.

    Killed anywhere, it finds what it had not finished again. The reading itself runs in a thread,
    so that the event loop goes on.
    """
    presets = tuple(presets)
    conflicts = await _conflict_ids(sessions, presets)
    count = 0
    while limit is None or count < limit:
        size = BATCH if limit is None else min(BATCH, limit - count)
        async with sessions() as session:
            waiting = await _waiting(session, size)
            recent = await _recent(session, waiting)
        if not waiting:
            break
        done = await asyncio.to_thread(_read_all, waiting, recent, presets, clock())
        async with sessions.begin() as session:
            await _keep(session, done, conflicts, clock())
        count += len(waiting)
    return count


async def _conflict_ids(sessions: Sessions, presets: Sequence[Preset]) -> dict[str, int]:
    """The conflicts' ids by slug; those missing are made."""
    async with sessions.begin() as session:
        return await ensure_conflicts(session, presets)


async def _waiting(session: AsyncSession, size: int) -> list[_Waiting]:
    a = models.Article
    rows = await session.execute(
        select(
            a.id,
            a.title,
            _WORDS,
            a.published,
            a.utc_offset,
            a.url,
            a.lang,
            _VERSION,
            models.Outlet.name,
            a.url_key.like(_OWN),
            a.baseline,
        )
        .join(models.Outlet, models.Outlet.id == a.outlet_id)
        .outerjoin(_PAGE, _PAGE.article_id == a.id)
        .where(a.read_at.is_(None))
        .order_by(a.id)
        .limit(size)
    )
    return [
        _Waiting(
            Article(str(id_), title, text, _by_its_clock(published, ahead), url, outlet, lang),
            id_,
            published,
            version,
            bool(own),
            baseline,
        )
        for id_, title, text, published, ahead, url, lang, version, outlet, own, baseline in rows
    ]


def _by_its_clock(published: datetime, ahead: int) -> datetime:
    return published.astimezone(timezone(timedelta(minutes=ahead)))


async def _recent(session: AsyncSession, waiting: Sequence[_Waiting]) -> list[tuple[str, str]]:
    """Texts about any conflict of those days, each with its origin: what a copy may copy."""
    if not waiting:
        return []
    days = [one.published for one in waiting]
    a, r = models.Article, models.Report
    rows = await session.execute(
        select(_WORDS, r.origin)
        .select_from(a)
        .join(r, r.article_id == a.id)
        .outerjoin(_PAGE, _PAGE.article_id == a.id)
        .where(a.published >= min(days) - _COPIED_WITHIN, a.reference.is_(False))
        .where(a.url_key.not_like(_OWN))
        .where(a.published <= max(days) + _COPIED_WITHIN, a.id.not_in([w.id for w in waiting]))
        .order_by(a.published.desc(), a.id)
        .limit(_COMPARED)
    )
    return [(text, origin) for text, origin in rows]


def _read_all(
    waiting: Sequence[_Waiting],
    recent: Sequence[tuple[str, str]],
    presets: Sequence[Preset],
    now: datetime,
) -> list[_Read]:
    """Every article with its report and origin, the earliest first, so that copies come later.

    What only some servers read comes last: it is no origin for a story that all read.
    """
    pairs = [(one, _report(one.article, presets, now)) for one in waiting]
    relevant = [pair for pair in pairs if pair[1].conflict is not None]
    origins = _origins(sorted(relevant, key=lambda p: (p[0].own, p[0].published, p[0].id)), recent)
    return [_Read(one, report, origins.get(one.id, "")) for one, report in pairs]


def _report(article: Article, presets: Sequence[Preset], now: datetime) -> Report:
    try:
        return read(article, presets, now)
    except Exception as error:
        # A fault of ours in one article must not keep the others waiting for ever.
        log.exception("article not read", article=article.id)
        return Report(article.id, problem=f"not read: {fault_of_ours(error)}")


def _origins(
    ordered: Sequence[tuple[_Waiting, Report]], recent: Sequence[tuple[str, str]]
) -> dict[int, str]:
    """Who said it first, by article: whom it credits, whose text it copies, or its outlet."""
    if not ordered:
        return {}
    finder, known = CopyFinder(), {}
    for number, (text, origin) in enumerate(reversed(recent)):
        known[f"recent {number}"] = origin
        finder.add(f"recent {number}", text)
    found: dict[int, str] = {}
    for one, report in ordered:
        copied = finder.add(str(one.id), one.article.text)
        first = known[copied[0]] if copied else one.article.outlet
        found[one.id] = known[str(one.id)] = report.origin or first
    return found


async def _keep(
    session: AsyncSession, done: Sequence[_Read], conflicts: dict[str, int], now: datetime
) -> None:
    """Store reports and mark as read; an article edited meanwhile stays waiting."""
    current = await _versions(session, [one.waiting.id for one in done])
    done = [one for one in done if current.get(one.waiting.id) == one.waiting.version]
    told = [_told(one, conflicts) for one in done if one.report.conflict in conflicts]
    saying = {one.article_id: one.conflict_id for one in told}
    await _forget_others(session, [one.waiting.id for one in done], saying, now)
    await store_reports(session, told, now)
    meeting = [one.waiting.id for one in done if _tells_of_a_round(one, now)]
    if meeting:
        await make_eager(session, meeting, now)
    a = models.Article
    for ids in chunked([one.waiting.id for one in done]):
        await session.execute(
            update(a).where(a.id.in_(ids)).values(read_at=now, read_hash=a.content_hash)
        )


def _tells_of_a_round(one: _Read, now: datetime) -> bool:
    """True for news of a round that is being held, or has just been."""
    fresh = not one.waiting.baseline and now - one.waiting.published <= _NEWS
    return fresh and any(t.status in _HELD and not t.background for t in one.report.talks)


async def _versions(session: AsyncSession, ids: Sequence[int]) -> dict[int, str]:
    a = models.Article
    query = select(a.id, _VERSION).outerjoin(_PAGE, _PAGE.article_id == a.id).where(a.id.in_(ids))
    return {row[0]: row[1] for row in await session.execute(query)}


async def _forget_others(
    session: AsyncSession, ids: Sequence[int], saying: dict[int, int], now: datetime
) -> None:
    """What an earlier reading of an edited article found and this one does not."""
    r = models.Report
    rows = await session.execute(select(r.article_id, r.conflict_id).where(r.article_id.in_(ids)))
    for article_id, conflict_id in rows.all():
        if saying.get(article_id) != conflict_id:
            keep = [saying[article_id]] if article_id in saying else []
            await drop_reports(session, [article_id], now, keep=keep)


def _told(one: _Read, conflicts: dict[str, int]) -> Told:
    report = one.report
    return Told(
        article_id=one.waiting.id,
        conflict_id=conflicts[report.conflict or ""],
        published=one.waiting.published,
        origin=one.origin,
        kinds=tuple(kind.value for kind in report.kinds),
        facts=facts_of(report),
        problem=report.problem,
    )
