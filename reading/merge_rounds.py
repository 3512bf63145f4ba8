"""One round from all that is said of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any, TypeVar

from reading.corroboration import attest, corroboration, prevailing
from reading.events import Attested, Mention, RoundEvent, Said, Source
from reading.facts import Point, Precision, RoundStatus, Talks, Window
from reading.merge_points import merge_points
from reading.merge_steps import contains
from reading.sides import Sides

T = TypeVar("T")
Of = Mention[Talks]

_HELD = (RoundStatus.ENDED, RoundStatus.UNDER_WAY)
_GRACE = timedelta(hours=12)
"""The meeting's clock may be ahead of UTC by so much."""


def round_event(mentions: Iterable[Of], sides: Sides) -> RoundEvent:
    """The round that these mentions speak of, whatever their order. Raises ValueError for none."""
    ordered = by_time(mentions)
    status = _status(ordered)
    plan = status not in _HELD
    telling = [m for m in ordered if plan or m.fact.status in _HELD]
    return RoundEvent(
        conflict=ordered[0].conflict,
        status=status,
        track=_common(ordered, lambda t: t.track),
        number=_common(ordered, lambda t: t.number),
        window=_planned(telling) if plan else _day_held(telling, ordered),
        city=_common(telling, lambda t: t.city) or _common(ordered, lambda t: t.city),
        venue=_common(telling, lambda t: t.venue) or _common(ordered, lambda t: t.venue),
        heads=_heads(ordered),
        mediators=_mediators(ordered),
        duration_minutes=_duration(ordered, sides),
        points=merge_points(_points(ordered), sides),
        corroboration=corroboration(
            [_said(m, m.fact) for m in telling or ordered], sides, witnessed=True
        ),
        sources=sources(ordered),
        mentions=tuple(sorted(m.key for m in ordered)),
    )


def by_time(mentions: Iterable[Mention[Any]]) -> list[Mention[Any]]:
    """In order of publication. Raises ValueError where there is none."""
    ordered = sorted(mentions, key=lambda m: (m.source.published, m.key))
    if not ordered:
        raise ValueError("an event needs at least one mention")
    return ordered


def sources(ordered: Iterable[Mention[Any]]) -> tuple[Source, ...]:
    """Each article once, the earliest first; it only recalls where none of its mentions reports."""
    reports: dict[str, Source] = {}
    for mention in ordered:
        source = replace(mention.source, background=mention.fact.background)
        known = reports.get(source.article)
        if known is None or (known.background and not source.background):
            reports[source.article] = source
    return tuple(sorted(reports.values(), key=lambda s: (s.published, s.article)))


def _status(ordered: Sequence[Of]) -> RoundStatus:
    """Held beats planned; among plans the latest own report counts.

    A report that it ended, printed before the day it names, is not believed.
    """
    for status in _HELD:
        if any(m.fact.status is status and not _too_early(m) for m in ordered):
            return status
    own = [m for m in ordered if not m.fact.background] or ordered
    return own[-1].fact.status


def _too_early(mention: Of) -> bool:
    window = mention.fact.window
    if window is None:
        return False
    return mention.source.published < datetime.combine(window.start, time.min, UTC) - _GRACE


def _common(mentions: Iterable[Of], pick: Callable[[Talks], T | None]) -> T | None:
    pairs = ((pick(m.fact), m.source) for m in mentions)
    return prevailing((value, source) for value, source in pairs if value is not None)


def _day_held(telling: Sequence[Of], ordered: Sequence[Of]) -> Window | None:
    """The day it was held; else the day it was planned for, else that of the news."""
    told = [m for m in telling if m.fact.window and m.fact.window.precision is not Precision.VAGUE]
    held = _held(told) or _planned([m for m in ordered if m.fact.status not in _HELD])
    if held is not None:
        return held
    own = [m for m in telling if not m.fact.background] or list(telling)
    if not own:
        return None
    day = own[0].source.published.astimezone(UTC).date()
    return _held(own) or Window(day, day, Precision.VAGUE)


def _held(mentions: Sequence[Of]) -> Window | None:
    """The day most origins give, or the days, where a later report adds one to it."""
    day = _common(mentions, lambda t: t.window)
    if day is None:
        return None
    longer = [
        m.fact.window
        for m in mentions
        if m.fact.window
        and m.fact.window.start <= day.start
        and m.fact.window.end >= day.end
        and m.fact.window.end - m.fact.window.start <= timedelta(days=4)
    ]
    widest = max(longer, key=lambda w: (w.end - w.start, w.start_time is not None), default=day)
    return widest if widest.end - widest.start > day.end - day.start else day


def _planned(mentions: Sequence[Of]) -> Window | None:
    """The day named last; a vaguer word for it does not undo it."""
    named = [m for m in mentions if m.fact.window]
    own = [m for m in named if not m.fact.background] or named
    chosen: Window | None = None
    for mention in own:
        window = mention.fact.window
        if window and not (chosen and contains(window, chosen)):
            chosen = window
    return chosen


def _heads(mentions: Iterable[Of]) -> dict[str, str]:
    mentions = list(mentions)
    parties = sorted({party for m in mentions for party in m.fact.heads})
    heads = {}
    for party in parties:
        named = [(m.fact.heads[party], m.source) for m in mentions if party in m.fact.heads]
        heads[party] = prevailing(named) or ""
    return heads


def _mediators(mentions: Iterable[Of]) -> tuple[str, ...]:
    counts = Counter(name for m in mentions for name in dict.fromkeys(m.fact.mediators))
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _said(mention: Of, value: T) -> Said[T]:
    fact = mention.fact
    return Said(value, fact.claimant, mention.source, fact.span, fact.sentence)


def _duration(mentions: Iterable[Of], sides: Sides) -> Attested[int] | None:
    said = [_said(m, m.fact.duration_minutes) for m in mentions if m.fact.duration_minutes]
    known = [s for s in said if s.value is not None]
    return attest(known, lambda minutes: minutes, sides) if known else None


def _points(mentions: Iterable[Of]) -> list[Said[Point]]:
    return [
        Said(p, p.claimant, m.source, p.span, p.sentence) for m in mentions for p in m.fact.points
    ]
