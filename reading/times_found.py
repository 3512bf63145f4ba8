"""What the rules of the time grammar share: the context they resolve in and what they find."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from reading.document import TimeKind
from reading.facts import Precision, Window
from reading.times_calendar import Days


@dataclass(slots=True)
class Context:
    """Where a rule reads: one sentence of the text, the day it counts from, the running anchor."""

    text: str
    lowered: str
    low: int
    high: int
    ref: datetime
    base: date
    anchor: date | None = None
    """The last day the text named: 'two days later' counts from it."""

    def before(self, position: int, length: int = 40) -> str:
        """The words of the sentence that end at `position`."""
        return self.text[max(self.low, position - length) : position]

    def after(self, position: int, length: int = 40) -> str:
        """The words of the sentence from `position` on."""
        return self.text[position : min(self.high, position + length)]


@dataclass(slots=True)
class Clock:
    """A time of day; 24:00 is hour 0 of the next day, `day_shift` says so."""

    at: time
    precision: Precision
    zone: str | None = None
    day_shift: int = 0
    midnight: bool = False
    """The word, which may mean either end of the day it is said of."""
    offset: str | None = None
    """IANA zone that the same moment in GMT, given in brackets, shows it to be told in."""


@dataclass(slots=True)
class Found:
    """One expression on its way to a TimeExpression; joins may still widen it."""

    start: int
    end: int
    kind: TimeKind
    window: Window | None = None
    minutes: tuple[int, int] | None = None
    readings: tuple[Window, ...] = ()
    flagged: bool = False
    part: str = ""
    clock: Clock | None = None
    weekday: bool = False
    """Resolved by its weekday alone, so a range may still move it by a week."""
    dated: bool = field(default=True)
    """Says a day of the calendar, so that 'two days later' may count from it."""


Resolver = Callable[[re.Match[str], Context], Found | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, tried only in sentences that hold a word of its class and one of its cues."""

    classes: frozenset[str]
    opens: frozenset[str]
    """Every word that a match can begin with, in lower case; `#` stands for digits."""
    pattern: re.Pattern[str]
    resolve: Resolver
    cues: frozenset[str]


DIGITS = "#"


def rule(classes: str, opens: str, pattern: str, resolve: Resolver, cues: str = "") -> Rule:
    """A rule for sentences with a word of one of the classes, named by a letter each."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return Rule(
        frozenset(classes),
        frozenset(opens.split()),
        compiled,
        resolve,
        frozenset(cues.split()),
    )


def on_day(
    match: re.Match[str], found: date | None, *, part: str = "", flagged: bool = False
) -> Found | None:
    """A find that is one calendar day; None passes through."""
    if found is None:
        return None
    return Found(
        match.start(), match.end(), TimeKind.DATE, Window(found, found), part=part, flagged=flagged
    )


def in_window(
    match: re.Match[str],
    days: Days | None,
    precision: Precision,
    kind: TimeKind = TimeKind.WINDOW,
) -> Found | None:
    """A find that lasts from one day to another; None passes through."""
    if days is None or days[1] < days[0]:
        return None
    return Found(match.start(), match.end(), kind, Window(*days, precision), dated=False)
