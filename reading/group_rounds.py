"""Which mentions speak of one round.

A round is known by its track, its day and its number. A meeting that was held is settled first;
what was announced then joins the meeting it came to be, even where its day was moved; a mention
that knows neither day nor number joins the round that was in the news when it was printed.
"""

from collections.abc import Iterable
from datetime import date

from reading.events import Mention
from reading.facts import Precision, RoundStatus, Stance, Talks, Window
from reading.neighbours import (
    DAY,
    Cluster,
    Clusters,
    alike,
    best,
    gap,
    overlap,
    published_on,
    spread,
)

_HELD = (RoundStatus.ENDED, RoundStatus.UNDER_WAY)
_MOVED = 14
"""A meeting put off by more days than this is another meeting."""
_EARLIER = 1
"""Meetings are put off; none is held more days than this before the day it was called for."""
_AHEAD = 21
"""How far ahead an announcement without a day may look for its meeting."""
_SERIES = 365
"""Within so many days one number in one track is one round."""
_JUST_HELD = 4
"""'The talks ended' without a day speaks of a meeting of the last days."""
_DAYS = (Precision.MINUTE, Precision.HOUR, Precision.DAY)

Of = Mention[Talks]


def group_rounds(mentions: Iterable[Of]) -> list[list[Of]]:
    """Groups in a canonical order. Mentions that point at no meeting at all are left out."""
    clusters: Clusters[_Round] = Clusters()
    loose: list[Of] = []
    for mention in sorted(mentions, key=_surest_first):
        if _points_nowhere(mention):
            loose.append(mention)
            continue
        found = best(clusters.near(_where(mention)), mention, 0.0)
        if found is None:
            found = _numbered(clusters, mention) or _Round()
        found.add(mention)
        clusters.file(found)
    for mention in loose:
        if home := _promised(clusters, mention):
            home.add(mention)
    return [sorted(c.mentions, key=lambda m: m.key) for c in clusters.all]


def _dated(fact: Talks) -> bool:
    return fact.window is not None and fact.window.precision in _DAYS


def _window(fact: Talks) -> Window | None:
    """Its window, unless that is only the day of the news about a meeting that was held."""
    window = fact.window
    vague = window is not None and window.precision is Precision.VAGUE
    return None if vague and fact.status in _HELD else window


def _surest_first(mention: Of) -> tuple[object, ...]:
    fact, window = mention.fact, _window(mention.fact)
    return (
        not (_dated(fact) and fact.status in _HELD),
        not _dated(fact),
        fact.track is None,
        fact.number is None,
        window.start if window else published_on(mention),
        -(window.end - window.start).days if window else 0,
        mention.source.published,
        mention.key,
    )


def _points_nowhere(mention: Of) -> bool:
    """A recollection of talks with nothing to tell which: no day, no number."""
    fact = mention.fact
    return fact.background and fact.number is None and _window(fact) is None


def _where(mention: Of) -> Iterable[date]:
    window, day = _window(mention.fact), published_on(mention)
    if window is not None:
        return spread(window.start, window.end, _MOVED, _MOVED)
    if mention.fact.status in _HELD:
        return spread(day, day, _JUST_HELD)
    return spread(day, day, 7, _AHEAD)


def _numbered(clusters: Clusters["_Round"], mention: Of) -> "_Round | None":
    """The round of that number in that track, for a mention that gives no day."""
    if mention.fact.number is None or _window(mention.fact) is not None:
        return None
    day = published_on(mention)
    same = [c for c in clusters.all if c.same_number(mention.fact) and c.within(day, _SERIES)]
    return max(same, key=lambda c: c.last, default=None)


def _promised(clusters: Clusters["_Round"], mention: Of) -> "_Round | None":
    """The latest round before it that agreed on what the mention says was done or said."""
    items = {p.item for p in mention.fact.points}
    done = [p.done.end for p in mention.fact.points if p.done is not None]
    day = min(done, default=published_on(mention))
    # What is carried out on the day of a meeting was agreed at one before it.
    before = [c for c in clusters.all if c.held and c.held.end < day and c.agreed & items]
    return max(before, key=lambda c: c.last, default=None) if items else None


class _Round(Cluster[Talks]):
    """What is known of one meeting so far."""

    def __init__(self) -> None:
        super().__init__()
        self.track: str | None = None
        self.number: int | None = None
        self.city: str | None = None
        self.held: Window | None = None
        self.planned: list[Window] = []
        self.seen: list[date] = []
        self.agreed: set[object] = set()

    def add(self, mention: Of) -> None:
        """Take it in; what an earlier, surer mention settled stays."""
        super().add(mention)
        fact, window = mention.fact, _window(mention.fact)
        self.track = self.track or fact.track
        self.number = fact.number if self.number is None else self.number
        self.city = self.city or fact.city
        self.agreed |= {p.item for p in fact.points if p.stance is Stance.AGREED}
        if window is None:
            self.seen.append(published_on(mention))
        elif fact.status in _HELD and _dated(fact):
            self.held = _hull(self.held, window)
        else:
            self.planned.append(window)

    @property
    def known(self) -> list[Window]:
        """The days it was held on, else those it was planned for."""
        return [self.held] if self.held else self.planned

    @property
    def last(self) -> date:
        """The last day known of it."""
        return max((*(w.end for w in self.known), *([] if self.known else self.seen)))

    def days(self) -> Iterable[date]:
        """Its own days; where none is known, those of its reports."""
        if self.known:
            return {day for w in self.known for day in spread(w.start, w.end)}
        return self.seen

    def within(self, day: date, count: int) -> bool:
        """True where the day is no further than that from the round."""
        return abs((self.last - day).days) <= count

    def same_number(self, fact: Talks) -> bool:
        """True for the same number in the same track, where both are known."""
        tracks = fact.track is None or self.track is None or fact.track == self.track
        return tracks and self.number is not None and self.number == fact.number

    def fit(self, mention: Of) -> float | None:
        """How well a mention fits; None where track, number, place or time contradict."""
        fact = mention.fact
        if self._contradicts(fact):
            return None
        close = self._closeness(mention)
        if close is None:
            return None
        bonus = 5.0 * self.same_number(fact) + 2.0 * bool(fact.track and fact.track == self.track)
        same_city = bool(fact.city and self.city) and not self._elsewhere(fact)
        return 20.0 - close + bonus + 3.0 * same_city

    def _contradicts(self, fact: Talks) -> bool:
        if fact.track and self.track and fact.track != self.track:
            return True
        if fact.number is not None and self.number is not None and fact.number != self.number:
            return True
        # A planned meeting may move to another city; one of an unknown track may not.
        return self._elsewhere(fact) and not (fact.track and self.track)

    def _elsewhere(self, fact: Talks) -> bool:
        return bool(fact.city and self.city and not alike(fact.city, self.city))

    def _closeness(self, mention: Of) -> float | None:
        """Days apart as it were, 0 for the same day; None for too far."""
        fact, day, window = mention.fact, published_on(mention), _window(mention.fact)
        if window is None:
            return self._closeness_undated(fact, day)
        if not self.known:
            return min((abs((window.start - s).days) for s in self.seen), default=None)
        apart = min(gap(window, w) for w in self.known)
        if any(overlap(window, w) for w in self.known):
            return 0.0
        if fact.status in _HELD and self.held and _dated(fact):
            return self._both_held(fact, apart)
        if self.held and fact.status not in _HELD and self._is_next(window, day):
            return None
        return float(apart) if apart <= _MOVED else None

    def _is_next(self, window: Window, day: date) -> bool:
        """True for a meeting announced after this one was over, or called for well after it."""
        assert self.held is not None
        return day > self.held.end or (window.start - self.held.end).days > _EARLIER

    def _both_held(self, fact: Talks, apart: int) -> float | None:
        """Two held days a day apart are one meeting over two days, or one day misprinted."""
        assert self.held is not None
        elsewhere, window = self._elsewhere(fact), fact.window
        long = window and max(window.end, self.held.end) - min(window.start, self.held.start)
        if apart <= 1 and not elsewhere and long and long <= 4 * DAY:
            return float(apart)
        return float(apart) if self.same_number(fact) and apart <= _MOVED else None

    def _closeness_undated(self, fact: Talks, day: date) -> float | None:
        if fact.status in _HELD:
            ends = [(day - w.end).days for w in self.known] or [(day - s).days for s in self.seen]
            near = [days for days in ends if -1 <= days <= _JUST_HELD]
            return float(min(near, key=abs)) if near else None
        if self.held and (day > self.held.end or self._elsewhere(fact)):
            return None  # Only a day or a number could tell that the meeting was moved.
        if self.known:
            ahead = [(w.start - day).days for w in self.known]
            near = [days for days in ahead if -1 <= days <= _AHEAD]
            return float(min(near)) if near else None
        return float(min(abs((day - s).days) for s in self.seen)) if self.seen else None


def _hull(a: Window | None, b: Window) -> Window:
    return Window(min(a.start, b.start), max(a.end, b.end)) if a else Window(b.start, b.end)
