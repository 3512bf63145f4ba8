"""Which mentions speak of one strike.

A strike is known by attacker, target and window. Waves that ran overnight are settled first; a
report that knows only one day joins the wave of that day's night unless figures, places or hours
say otherwise; nights in a row, and the day and the night of one date, stay apart. An attack that is
denied, or only alleged, is another matter than one that happened, unless figures or places say it
is the same.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta

from reading.events import Mention, Source
from reading.facts import Figure, Measure, Precision, Qualifier, Strike, Weapon, Window
from reading.neighbours import (
    DAY,
    Cluster,
    Clusters,
    best,
    gap,
    overlap,
    published_on,
    share,
    spread,
)
from reading.sides import Sides
from reading.wordlist import words

Of = Mention[Strike]

_ENOUGH = 5.0
_LOOSE = (Precision.VAGUE, Precision.WEEK, Precision.MONTH)
_BARRAGE = (Measure.LAUNCHED, Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.NEUTRALISED_TOTAL)
"""Counts that a side gives once for a wave; tolls climb and prove nothing by differing."""
_SLIP = 0.15
"""Two counts of one barrage may differ by this share (early and final count)."""
_MISDATED = 2
"""A count that only one wave can have identifies it though its date is this many days off."""
_TELLING = 40
"""Counts from here on are no coincidence."""
_ALLEGED = 5
"""An allegation is argued over for days; reports of it seldom say which day it is about."""
_AFTER = 3
"""So many days on, a report that names no day may still speak of a strike that it describes."""
_MORNING = time(7)
"""An attack that began after this hour is not the night's."""
_NOON = 12
"""Who prints from this hour on (UTC) and names no day tells of this day sooner than of the last."""
_SOONER = 0.5
_WHOLLY = 0.25
"""Bounds that hold all of an attack speak of it sooner than of one that began before them."""
_TOLD_AGAIN = 4.0
"""A figure of an attack told again: by it alone a recollection without a day finds that attack."""
_REPOSTED = timedelta(days=3)
"""A headline that comes again within this time is the same story passed on."""
_COPIED = 3.0
_OWN_WORDS = 6
_KINDS_OF_LAND = words("Strip Valley District Province State Region Heights Mountains")
_STANDING = re.compile(r"\b(?:live|updates?|briefing|latest|at a glance|what we know|day \d+)\b")
"""Headlines that come again every day, over other news."""


def group_strikes(mentions: Iterable[Of], sides: Sides) -> list[list[Of]]:
    """Groups in a canonical order. Left out are recollections that point at no attack."""
    clusters: Clusters[_Attack] = Clusters()
    for mention in sorted(mentions, key=_surest_first):
        near = clusters.near(_where(mention))
        found = best(near, mention, _ENOUGH)
        if found is None and _points_nowhere(mention.fact):
            found = _the_only_one(near, mention)
            if found is None:
                continue
        found = found or _Attack(sides)
        found.add(mention)
        clusters.file(found)
    return [sorted(c.mentions, key=lambda m: m.key) for c in clusters.all]


def _points_nowhere(fact: Strike) -> bool:
    """A recollection of attacks that gives no day: most often of many, with their total."""
    return fact.background and not _known(fact.window)


def _the_only_one(near: Iterable["_Attack"], mention: Of) -> "_Attack | None":
    """What 'the strikes' without a day means: the one attack of these two sides in these days."""
    fact, day = mention.fact, published_on(mention)
    if fact.attacker is None or fact.target is None or fact.figures:
        return None  # counts that agreed with none are of many attacks
    named = [
        attack
        for attack in near
        if (attack.attacker, attack.target) == (fact.attacker, fact.target)
        and any(not known.fact.background for known in attack.mentions)
        and attack.seen is not None
        and 0 <= (day - attack.seen).days <= _AFTER
    ]
    return named[0] if len(named) == 1 else None


def _surest_first(mention: Of) -> tuple[object, ...]:
    fact = mention.fact
    window = fact.window
    return (
        # What is only recalled joins what is reported; it must not tie two reports together.
        fact.background,
        not _known(window),
        fact.disputed,
        not fact.overnight,
        fact.attacker is None or fact.target is None,
        not (fact.figures or fact.places),
        window.start if window else published_on(mention),
        window.end if window else published_on(mention),
        mention.source.published,
        mention.key,
    )


def _known(window: Window | None) -> bool:
    """True where a report says which day or night it was; bounds within which it fell do not."""
    if window is None or window.precision in _LOOSE:
        return False
    return window.end - window.start <= DAY


def _where(mention: Of) -> Iterable[date]:
    window, day = mention.fact.window, published_on(mention)
    if mention.fact.disputed:
        return spread(day, day, _ALLEGED + 1, _ALLEGED)
    if window is None:
        return spread(day, day, _AFTER)
    reach = _MISDATED if _known(window) else _AFTER
    return spread(window.start, window.end, reach, reach)


class _Attack(Cluster[Strike]):
    """What is known of one attack so far."""

    def __init__(self, sides: Sides) -> None:
        super().__init__()
        self._sides = sides
        self.attacker: str | None = None
        self.target: str | None = None
        self.struck: set[str] = set()
        """Who was struck: the target, and on whose soil."""
        self.window: Window | None = None
        self.seen: date | None = None
        self.disputed = True
        self.places: set[str] = set()
        self.facilities: set[str] = set()
        self.figures: list[Figure] = []
        self._printed: dict[str, list[datetime]] = {}
        """When each headline of it came out."""

    def add(self, mention: Of) -> None:
        """Take it in; the window of the surest mention stays."""
        super().add(mention)
        fact = mention.fact
        self.attacker = self.attacker or fact.attacker
        self.target = self.target or fact.target
        self.struck |= self._struck(fact)
        self.window = self.window or fact.window
        self.seen = self.seen or published_on(mention)
        self.disputed = self.disputed and fact.disputed
        self.places.update(fact.places)
        self.facilities.update(fact.facilities)
        self.figures.extend(fact.figures)
        source = mention.source
        self._printed.setdefault(source.title.casefold(), []).append(source.published)

    def days(self) -> Iterable[date]:
        """Its own days; where none is known, the day of its first report."""
        if self.window:
            return spread(self.window.start, self.window.end)
        return [self.seen] if self.seen else []

    def fit(self, mention: Of) -> float | None:
        """How well a mention fits; None where side or time contradict."""
        fact = mention.fact
        if _differ(fact.attacker, self.attacker) or self._strikes_another(fact):
            return None
        base = self._when(mention)
        if base is None:
            return None
        evidence = self._evidence(fact, known=_known(fact.window)) + self._reposts(mention.source)
        if _points_nowhere(fact) and evidence < _TOLD_AGAIN:
            return None
        nameless = not (fact.attacker or fact.target)
        weak = nameless or fact.disputed != self.disputed or self._is_later_news(mention)
        return None if weak and evidence <= 0 else base + evidence

    def _struck(self, fact: Strike) -> set[str]:
        """The target, and the land that its places lie in: news names the one or the other."""
        soil = {self._sides.soil(place) for place in fact.places}
        return {name for name in {fact.target, *soil} if name and name != fact.attacker}

    def _strikes_another(self, fact: Strike) -> bool:
        """True where neither the targets nor the lands struck are the same."""
        return _differ(fact.target, self.target) and not (self._struck(fact) & self.struck)

    def _is_later_news(self, mention: Of) -> bool:
        """True where it names no day, only what was struck, and came out when this one was over."""
        fact, window = mention.fact, self.window
        if _known(fact.window) or window is None or not (fact.places or fact.facilities):
            return False
        return _known(window) and published_on(mention) > window.end

    def _when(self, mention: Of) -> float | None:
        """How well the times agree. A night's wave is named by its evening, morning or both."""
        window, day = mention.fact.window, published_on(mention)
        if mention.fact.disputed and self.disputed:
            return self._when_alleged(window, day)
        if window is None or self.window is None or not _known(window) or not _known(self.window):
            return self._when_unknown(window, mention.source.published)
        if _hours_apart(window, self.window):
            return None
        if not overlap(window, self.window):
            return _ENOUGH if self._unmistakable(mention.fact) else None
        if (window.start, window.end) == (self.window.start, self.window.end):
            return 10.0 if mention.fact.overnight else 8.0
        if not window.is_one_day or (self.window.end - self.window.start) != DAY:
            return None
        if window.start_time and window.start_time >= _MORNING and window.start == self.window.end:
            return None
        if window.start == self.window.end:
            return 6.0 if day == window.start else 5.5
        # The evening's date: likely only where the report was written after that night.
        return 5.9 if day > window.start else None

    def _when_alleged(self, window: Window | None, day: date) -> float | None:
        here, there = window or Window(day, day), self.window or Window(day, day)
        return 6.0 if gap(here, there) <= _ALLEGED else None

    def _when_unknown(self, window: Window | None, printed: datetime) -> float | None:
        """The times of two reports one of which does not tell the day."""
        day = printed.date()
        if self.window is None:
            # Of one day only: a chain of days would depend on where one begins to look.
            return 5.0 if self.seen == day and not _known(window) else None
        if window is None:
            late = (day - self.window.end).days
            return 5.0 if late in (0, 1) and _known(self.window) else 2.0
        if overlap(window, self.window):
            # Of two that know no day, neither says that the other's was the same.
            alike = _known(window) or _known(self.window) or window == self.window
            today = day == self.window.end and printed.hour >= _NOON
            whole = window.start <= self.window.start and self.window.end <= window.end
            return 5.0 + _SOONER * today + _WHOLLY * whole if alike else 2.0
        return 2.0 if 0 < (window.start - self.window.end).days <= _AFTER else None

    def _unmistakable(self, fact: Strike) -> bool:
        """True where it tells a count that no other wave would have, of the same weapon."""
        return any(
            f.measure in _BARRAGE and f.low >= _TELLING and f.low % 50 and f.weapon is g.weapon
            for f in fact.figures
            for g in self.figures
            if _same(f, g)
        )

    def _evidence(self, fact: Strike, *, known: bool) -> float:
        """What figures, places and facilities say: for, against, or nothing."""
        agree = sum(any(_same(f, g) for g in self.figures) for f in fact.figures)
        against = any(_other_barrage(f, g) for f in fact.figures for g in self.figures)
        wave = (
            fact.overnight
            and known
            and self.window is not None
            and self.window.end > self.window.start
        )
        score = min(4.0 * agree, 8.0)
        if against and not agree:
            score -= 4.0 if wave else 6.0
        if fact.facilities and share(fact.facilities, self.facilities):
            score += 2.0
        if fact.places and self.places:
            # A report without a day may tell of any place of a wave over a whole country.
            apart = -1.0 if wave else 0.0 if not known and self._is_barrage() else -4.0
            same = self._same_ground(fact.places)
            score += apart if same is None else same
        return score

    def _same_ground(self, places: Collection[str]) -> float | None:
        """Above 0 for a place told by both; a region sees more than one attack a day.

        Less where one may lie in the other, "southern Aland" in Aland; None for other ground.
        """
        if share((p for p in places if not self._sides.wide(p)), self.places):
            return 3.0
        around = self._sides.around
        if share(places, self.places) or share(map(around, places), set(map(around, self.places))):
            return 2.0
        nested = any(
            _proper(a) & _proper(b) and self._sides.wide(a) and self._sides.wide(b)
            for a in places
            for b in self.places
        )
        return 1.0 if nested else None

    def _reposts(self, source: Source) -> float:
        """Above 0 where another article of these days bears the same headline."""
        headline = source.title.casefold()
        if len(headline.split()) < _OWN_WORDS or _STANDING.search(headline):
            return 0.0
        printed = self._printed.get(headline, ())
        return _COPIED * any(abs(source.published - when) <= _REPOSTED for when in printed)

    def _is_barrage(self) -> bool:
        """True for a wave that went out against a whole country in one night."""
        sent = any(f.measure in _BARRAGE and f.low >= _TELLING for f in self.figures)
        return sent and self.window is not None and self.window.end > self.window.start


def _proper(place: str) -> set[str]:
    """The words that are a name: "Aland" of "southern Aland" and of "Aland Strip"."""
    return {word for word in place.split() if word[0].isupper()} - _KINDS_OF_LAND


def _differ(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


def _hours_apart(a: Window, b: Window) -> bool:
    """True where both give hours and those do not meet: two attacks of one date."""
    if not (a.start_time and a.end_time and b.start_time and b.end_time):
        return False
    first, second = sorted(
        ((w.start, w.start_time, w.end, w.end_time) for w in (a, b)), key=lambda w: w[:2]
    )
    return first[2:] <= second[:2]


def _comparable(a: Figure, b: Figure) -> bool:
    weapons = a.weapon is b.weapon or a.weapon is Weapon.ANY or b.weapon is Weapon.ANY
    return a.measure is b.measure and weapons and (a.scope or "") == (b.scope or "")


def _same(a: Figure, b: Figure) -> bool:
    """True for one figure told twice. Small tolls are alike by chance and prove nothing."""
    return _comparable(a, b) and a.low == b.low and a.low > 2


def _other_barrage(a: Figure, b: Figure) -> bool:
    """True for two exact counts of one barrage that cannot both be of it."""
    if a.measure not in _BARRAGE or not _comparable(a, b) or a.weapon is not b.weapon:
        return False
    if Qualifier.EXACT not in (a.qualifier, b.qualifier):
        return False
    return abs(a.low - b.low) > _SLIP * max(a.low, b.low) + 2
