"""What one server may see: events built from the claims of its own sources only.

A server's sources are the feeds of the default set that it has not switched off and the feeds that
it added; pages that a preset's history cites are everyone's. `guild_id` None: the default set.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db import models
from db.grouped import BUILD
from db.mentions import DEADLINE, ROUND, STRIKE, EventKind, mentions_of
from db.views import BoardView, CountdownView, DeadlineView, DigestView, RoundView
from reading.events import DeadlineStatus, DeadlineThread, Mention, RoundEvent, StrikeEvent
from reading.facts import RoundStatus
from reading.merge_threads import deadline_thread as build_thread
from reading.round_changes import round_before
from reading.sides import bundled_sides

E = TypeVar("E", RoundEvent, DeadlineThread, StrikeEvent)

RUNNING = frozenset(
    {
        DeadlineStatus.OPEN,
        DeadlineStatus.EXTENDED,
        DeadlineStatus.SUSPENDED,
        DeadlineStatus.DISPUTED,
    }
)
_BOARD_STRIKES = timedelta(days=3)
_BOARD_UNDATED = timedelta(days=7)
"""A meeting that was only spoken of, and no longer is, is not the next one."""
_LOOKED_AT = 3
"""How many times as many events are looked at as are asked for: some turn out to be invisible."""


def visible_feeds(guild_id: int | None) -> Select[int]:
    """Ids of the feeds a server sees."""
    feeds, choice = models.Feed, models.GuildFeed
    if guild_id is None:
        return select(feeds.id).where(feeds.is_default)
    own = and_(choice.feed_id == feeds.id, choice.guild_id == guild_id)
    added = exists().where(own, choice.added)
    off = exists().where(own, ~choice.added)
    return select(feeds.id).where(or_(added, and_(feeds.is_default, ~off)))


def visible_articles(guild_id: int | None) -> ColumnElement[bool]:
    """The condition on Article: an entry in a feed the server sees, or a cited page."""
    carried = exists().where(
        models.Entry.article_id == models.Article.id,
        models.Entry.feed_id.in_(visible_feeds(guild_id)),
    )
    return or_(models.Article.reference, carried)


async def round_event(
    session: AsyncSession, round_id: int, guild_id: int | None
) -> RoundEvent | None:
    """The round as the server may see it; None where none of its sources reports it."""
    return await _one(session, ROUND, round_id, guild_id, _plain(ROUND))


async def deadline_thread(
    session: AsyncSession, deadline_id: int, guild_id: int | None, now: datetime
) -> DeadlineThread | None:
    """The deadline as the server may see it at that time (aware); None where it sees none."""
    return await _one(session, DEADLINE, deadline_id, guild_id, _at(now))


async def strike_event(
    session: AsyncSession, strike_id: int, guild_id: int | None
) -> StrikeEvent | None:
    """The strike as the server may see it; None where none of its sources reports it."""
    return await _one(session, STRIKE, strike_id, guild_id, _plain(STRIKE))


async def rounds(
    session: AsyncSession, slug: str, guild_id: int | None, *, limit: int = 25
) -> list[tuple[int, RoundEvent]]:
    """The newest rounds of a conflict, newest first."""
    r = models.Round
    newest = func.coalesce(r.starts, r.first_seen).desc()
    query = _listed(ROUND, slug, guild_id).order_by(newest, r.id.desc())
    return await _several(session, ROUND, query.limit(limit), guild_id, _plain(ROUND))


async def deadlines(
    session: AsyncSession, slug: str, guild_id: int | None, now: datetime, *, limit: int = 25
) -> list[tuple[int, DeadlineThread]]:
    """A conflict's deadlines: those still running first, the soonest first; then the newest."""
    d = models.Deadline
    running = d.status.in_([status.value for status in RUNNING]).desc()
    newest = func.coalesce(d.ends, d.first_seen).desc()
    query = _listed(DEADLINE, slug, guild_id).order_by(running, newest, d.id.desc())
    found = await _several(session, DEADLINE, query.limit(limit * _LOOKED_AT), guild_id, _at(now))
    return sorted(found, key=_by_urgency)[:limit]


async def strikes(
    session: AsyncSession, slug: str, guild_id: int | None, start: datetime, end: datetime
) -> list[tuple[int, StrikeEvent]]:
    """The strikes of a time (aware, both ends), in order; undated ones by when first heard of."""
    s = models.Strike
    dated = and_(s.starts < end, s.ends >= start)
    undated = and_(s.starts.is_(None), s.first_seen >= start, s.first_seen < end)
    query = _listed(STRIKE, slug, guild_id).where(or_(dated, undated))
    ordered = query.order_by(func.coalesce(s.starts, s.first_seen), s.id)
    return await _several(session, STRIKE, ordered, guild_id, _plain(STRIKE))


async def board(
    session: AsyncSession, slug: str, guild_id: int | None, now: datetime, zone: str
) -> BoardView:
    """What the pinned board shows: deadlines, last and next round, the last days' strikes.

    Of deadlines those that run and have a date, the soonest first, then the one that ended last.
    """
    dated = [
        pair
        for pair in await deadlines(session, slug, guild_id, now)
        if pair[1].window is not None or pair[1].status is DeadlineStatus.EXTENDED
    ]
    running = [pair for pair in dated if pair[1].status in RUNNING]
    ended = [pair for pair in dated if pair[1].status not in RUNNING]
    known = await rounds(session, slug, guild_id)
    recent = await strikes(session, slug, guild_id, now - _BOARD_STRIKES, now)
    name, parties = await _named(session, slug)
    held = [pair for pair in known if pair[1].status is RoundStatus.ENDED]
    ahead = [pair for pair in known if _is_ahead(pair[1], now)]
    return BoardView(
        conflict_name=name,
        parties=parties,
        deadlines=(*running[:5], *ended[:1]),
        last_round=held[0] if held else None,
        next_round=min(ahead, key=lambda pair: _day_of(pair[1], now), default=None),
        strikes=tuple(reversed(recent[-5:])),
        zone=zone,
    )


async def round_view(
    session: AsyncSession, round_id: int, guild_id: int | None, phase: str = "ended"
) -> RoundView | None:
    """A round's card, with the round before it in its track."""
    event = await round_event(session, round_id, guild_id)
    if event is None:
        return None
    name, parties = await _named(session, event.conflict)
    known = await rounds(session, event.conflict, guild_id)
    before = round_before(event, [other for _, other in known])
    return RoundView(round_id, name, parties, event, phase, before)


async def deadline_view(
    session: AsyncSession,
    deadline_id: int,
    guild_id: int | None,
    now: datetime,
    zone: str,
    step: int | None = None,
) -> DeadlineView | None:
    """A deadline's card at one of its steps; without a step, at its last."""
    thread = await deadline_thread(session, deadline_id, guild_id, now)
    if thread is None:
        return None
    name, parties = await _named(session, thread.conflict)
    shown = len(thread.steps) - 1 if step is None else step
    return DeadlineView(deadline_id, name, parties, thread, shown, zone)


async def countdown_view(
    session: AsyncSession,
    deadline_id: int,
    guild_id: int | None,
    now: datetime,
    zone: str,
    left: str,
) -> CountdownView | None:
    """The card that so long is left until a deadline."""
    thread = await deadline_thread(session, deadline_id, guild_id, now)
    if thread is None:
        return None
    name, parties = await _named(session, thread.conflict)
    return CountdownView(deadline_id, name, parties, thread, left, zone)


async def digest_view(
    session: AsyncSession,
    slug: str,
    guild_id: int | None,
    start: datetime,
    end: datetime,
    zone: str,
) -> DigestView:
    """The strikes of a time, both sides' side by side."""
    name, parties = await _named(session, slug)
    found = await strikes(session, slug, guild_id, start, end)
    return DigestView(name, parties, start, end, tuple(found), zone)


def _plain(kind: EventKind) -> Callable[[Sequence[Mention[Any]]], Any]:
    return lambda mentions: BUILD[kind.name](mentions, bundled_sides(mentions[0].conflict))


def _at(now: datetime) -> Callable[[Sequence[Mention[Any]]], DeadlineThread]:
    return lambda mentions: build_thread(mentions, bundled_sides(mentions[0].conflict), now)


async def _one(
    session: AsyncSession,
    kind: EventKind,
    event_id: int,
    guild_id: int | None,
    build: Callable[[Sequence[Mention[Any]]], E],
) -> E | None:
    home = await current_id(session, kind, event_id)
    mentions = (await mentions_of(session, kind, [home], visible_articles(guild_id))).get(home, [])
    return build(mentions) if _is_known(mentions) else None


async def _several(
    session: AsyncSession,
    kind: EventKind,
    query: Select[int],
    guild_id: int | None,
    build: Callable[[Sequence[Mention[Any]]], E],
) -> list[tuple[int, E]]:
    """The events whose ids the query gives, in its order, with all their mentions in one go."""
    ids = list(await session.scalars(query))
    found = await mentions_of(session, kind, ids, visible_articles(guild_id))
    return [(id_, build(found[id_])) for id_ in ids if _is_known(found.get(id_, []))]


def _is_known(mentions: Sequence[Mention[Any]]) -> bool:
    """True for an event that a source itself reports, or that history holds."""
    return any(m.source.reference or not m.fact.background for m in mentions)


def _listed(kind: EventKind, slug: str, guild_id: int | None) -> Select[int]:
    """Ids of a conflict's events that the server has an own report of."""
    table, m = kind.table, models.Mention
    reported = (
        exists()
        .where(kind.link == table.id, models.Article.id == m.article_id)
        .where(or_(m.background == false(), models.Article.reference))
        .where(visible_articles(guild_id))
    )
    return (
        select(table.id)
        .join(models.Conflict, models.Conflict.id == table.conflict_id)
        .where(models.Conflict.slug == slug, table.merged_into.is_(None), reported)
    )


async def current_id(session: AsyncSession, kind: EventKind, event_id: int) -> int:
    """The id under which an event goes now, after all merges."""
    seen = {event_id}
    while True:
        query = select(kind.table.merged_into).where(kind.table.id == event_id)
        target = (await session.scalars(query)).one_or_none()
        if target is None or target in seen:
            return event_id
        seen.add(target)
        event_id = target


async def _named(session: AsyncSession, slug: str) -> tuple[str, tuple[str, ...]]:
    """The conflict's name and parties."""
    query = select(models.Conflict.name).where(models.Conflict.slug == slug)
    name = (await session.scalars(query)).one_or_none()
    preset = bundled_sides(slug).preset
    return name or (preset.name if preset else slug), preset.party_names if preset else ()


def _by_urgency(pair: tuple[int, DeadlineThread]) -> tuple[object, ...]:
    number, thread = pair
    running = thread.status in RUNNING
    end = thread.window.end.toordinal() if thread.window else 10**7 if running else 0
    return (not running, end if running else -end, -number)


def _is_ahead(event: RoundEvent, now: datetime) -> bool:
    if event.status not in (RoundStatus.ANNOUNCED, RoundStatus.POSTPONED, RoundStatus.UNDER_WAY):
        return False
    if event.window is not None:
        return event.window.bounds()[1] >= now
    return max(source.published for source in event.sources) >= now - _BOARD_UNDATED


def _day_of(event: RoundEvent, now: datetime) -> tuple[bool, int]:
    """Sorts what is ahead: the soonest first, what has no day last."""
    if event.window is None:
        return True, -int(max(s.published for s in event.sources).timestamp())
    return False, event.window.start.toordinal() - now.toordinal()
