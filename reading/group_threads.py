"""Which statements speak of one deadline.

Statements are taken in the order in which they were made. One of the same issuer (or another voice
of the same party) to the same addressee belongs to the thread that was still running then; what
names the same due time belongs to it whenever it was said. Another side's proposal is another
thread.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from reading.events import Mention
from reading.facts import DeadlineOp, DeadlineStatement, Window
from reading.neighbours import Cluster, Clusters, best, overlap, published_on
from reading.sides import Sides

Of = Mention[DeadlineStatement]

ENDERS = frozenset({DeadlineOp.RETRACT, DeadlineOp.LAPSE, DeadlineOp.MEET, DeadlineOp.OVERTAKE})
_AFTERMATH = timedelta(days=14)
"""For so long after its due time a deadline is still spoken of as such."""
_QUIET = timedelta(days=60)
"""An open-ended one that nobody mentions for so long has run out of news."""
_REMEMBERED = timedelta(days=120)
"""A due time named again within so many days is the same one."""
_HANDOVER = timedelta(days=1)
"""A truce is prolonged until its last hour, and the news of it may be dated the day after."""
_SAME_TIME = 10.0
_ORDER = {op: n for n, op in enumerate(DeadlineOp)}


def said_day(mention: Of) -> date:
    """The day it was said; the day it was printed where no source tells."""
    return mention.fact.said_on or published_on(mention)


def group_threads(mentions: Iterable[Of], sides: Sides) -> list[list[Of]]:
    """Groups in a canonical order. What only repeats, and names no time, makes no thread alone.

    Left out is talk of a deadline of which no statement tells who set it, for whom, and by when;
    one that binds both sides needs no issuer.
    """
    clusters: Clusters[_Thread] = Clusters()
    for mention in sorted(mentions, key=_in_time):
        found = best(clusters.all, mention, 0.0)
        if found is None:
            if mention.fact.window is None and _only_repeats(mention.fact):
                continue
            found = _Thread(sides)
        found.add(mention)
        clusters.file(found)
    return [sorted(c.mentions, key=lambda m: m.key) for c in clusters.all if c.is_known()]


def _only_repeats(fact: DeadlineStatement) -> bool:
    """True for words that mean nothing without the deadline that they speak of."""
    return fact.background or fact.op in (DeadlineOp.CONFIRM, DeadlineOp.REINTERPRET)


def _in_time(mention: Of) -> tuple[object, ...]:
    """Own reports with an issuer first, then those without one, then recollections."""
    fact = mention.fact
    window = fact.window
    return (
        fact.background,
        fact.issuer is None,
        said_day(mention),
        _ORDER[fact.op],
        (window.start, window.end) if window else (date.max, date.max),
        mention.source.published,
        mention.key,
    )


class _Thread(Cluster[DeadlineStatement]):
    """What is known of one deadline so far."""

    def __init__(self, sides: Sides) -> None:
        super().__init__()
        self._sides = sides
        self.issuer: str | None = None
        self.addressees: set[str] = set()
        self.windows: list[tuple[date, Window]] = []
        self.first = date.max
        self.last = date.min
        self.ended: date | None = None

    def days(self) -> Iterable[date]:
        """Threads of one conflict are few: they are all looked at."""
        return ()

    def add(self, mention: Of) -> None:
        """Take it in."""
        super().add(mention)
        fact, day = mention.fact, said_day(mention)
        self.issuer = self.issuer or self._sides.voice(fact.issuer)
        self.addressees |= self._voices(fact.addressee)
        if fact.window:
            self.windows.append((day, fact.window))
        if fact.background:
            return
        self.first, self.last = min(self.first, day), max(self.last, day)
        if fact.op in ENDERS:
            self.ended = max(self.ended or day, day)

    def is_known(self) -> bool:
        """True where it has an issuer, somebody it is for, and a time or a demand."""
        facts = [m.fact for m in self.mentions]
        issued = any(f.op is DeadlineOp.ISSUE and f.demand and not f.background for f in facts)
        if self.issuer is None:
            return bool(self.windows) and len(self._sides.parties & self.addressees) > 1
        return bool(self.addressees) and (bool(self.windows) or issued)

    def _voices(self, names: Iterable[str]) -> set[str]:
        return {voice for name in names if (voice := self._sides.voice(name))}

    def fit(self, mention: Of) -> float | None:
        """How well a statement fits; None where issuer, addressee or time contradict."""
        fact = mention.fact
        others = self._voices(fact.addressee)
        if others and self.addressees and not others & self.addressees:
            return None
        issuer = self._sides.voice(fact.issuer)
        named = self._names_its_time(mention)
        other = issuer is not None and self.issuer is not None and issuer != self.issuer
        if other and not (self._answered_by(fact, issuer) or self._joint(issuer, named)):
            return None
        if named:
            return named + (issuer == self.issuer)
        if fact.background and fact.window is not None:
            return None
        return self._continues(mention, certain=issuer is not None and issuer == self.issuer)

    def _joint(self, issuer: str | None, named: float) -> bool:
        """Outsiders who name the very same time speak of one ultimatum; sides for themselves."""
        own = {issuer, self.issuer} & self._sides.parties
        return named >= _SAME_TIME and not own

    def _answered_by(self, fact: DeadlineStatement, issuer: str | None) -> bool:
        """Anyone may say that it was met, missed or overtaken, so long as it is this deadline."""
        return fact.op in ENDERS - {DeadlineOp.RETRACT} and issuer in self.addressees

    def _names_its_time(self, mention: Of) -> float:
        """Above 0 where the statement names a due time that this thread has had."""
        window, day = mention.fact.window, said_day(mention)
        if window is None:
            return 0.0
        scores = [
            _SAME_TIME if (had.start, had.end) == (window.start, window.end) else 6.0
            for said, had in self.windows
            if abs(day - said) <= _REMEMBERED and overlap(window, had)
        ]
        return max(scores, default=0.0)

    def _continues(self, mention: Of, *, certain: bool) -> float | None:
        """A later move in a thread that was still running when it was said."""
        fact, day = mention.fact, said_day(mention)
        if not self._running(day):
            return 3.0 if self._takes_over_from(fact, day) else None
        if fact.op is DeadlineOp.ISSUE:
            # A new due time from the same mouth to the same ear moves the old one.
            return 2.0 if certain and self._alive(day) else None
        return 4.0 if certain or fact.window is None or fact.issuer is None else None

    def _takes_over_from(self, fact: DeadlineStatement, day: date) -> bool:
        """True where the one that nobody is named for fell due as this one was prolonged or set."""
        if fact.issuer is not None or fact.window is None or self.last == date.min:
            return False
        return day < self.first <= fact.window.end + _HANDOVER

    def _due(self) -> date | None:
        latest = max(self.windows, key=lambda pair: pair[0], default=None)
        return latest[1].end if latest else None

    def _alive(self, day: date) -> bool:
        """True while it had neither ended nor fallen due."""
        due = self._due()
        return (self.ended is None or day <= self.ended) and (due is None or day <= due)

    def _running(self, day: date) -> bool:
        """True while it was in the news: until some days after it ended or fell due."""
        if self.last == date.min:
            return False
        end = self.ended or self._due() or self.last + _QUIET
        return self.first <= day <= max(end, self.last) + _AFTERMATH
