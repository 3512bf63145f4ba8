"""An article taken apart once: sentences with the times, numbers, names and speakers found in them.

The rules for talks, deadlines and strikes read this; none of them scans raw text again. All spans
count characters of `Document.text` (the title, a blank line, the body).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from reading.facts import Article, Qualifier, Span, Window
from reading.preset import Preset


class TimeKind(StrEnum):
    """What sort of time expression it is."""

    DATE = "date"
    WINDOW = "window"
    RANGE = "range"
    DEADLINE = "deadline"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression, resolved. A duration has no window, only its length in hours."""

    text: str
    span: Span
    kind: TimeKind
    window: Window | None = None
    hours: tuple[int, int] | None = None
    readings: tuple[Window, ...] = ()
    flagged: bool = False
    """The weekday contradicts the date; trust it less."""
    minutes: tuple[int, int] | None = None
    """A duration's shortest and longest length in minutes: '40 minutes' has no whole hours."""
    part: str = ""
    """The part of the day, where the words say one: morning, evening, night, overnight…"""


@dataclass(frozen=True, slots=True)
class Number:
    """One count with what it counts: in `450 missiles and drones` the noun is all after 450."""

    low: int
    high: int | None
    qualifier: Qualifier
    span: Span
    noun: str = ""


class NameKind(StrEnum):
    """What a name names."""

    PARTY = "party"
    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the preset found in the text, under its one canonical spelling."""

    canonical: str
    kind: NameKind
    span: Span
    party: str | None = None
    """The party (or third party) the name belongs to, speaks for, or lies in."""
    adjective: bool = False
    """An adjective form: 'Russian', 'Ukrainian'."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a sentence, or a part of it."""

    claimant: str
    """Canonical name where the preset knows it, else the words used ('local authorities')."""
    span: Span
    """The stretch of text that the claimant answers for."""
    party: str | None = None
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, annotated."""

    index: int
    paragraph: int
    text: str
    span: Span
    lowered: str
    """The text in lower case, letter for letter: an offset into one is one into the other."""
    words: frozenset[str]
    """Its bare words in lower case. A rule asks for one of its own before it tries a pattern."""
    stems: frozenset[str]
    """The first four letters of each word: `stems("negotiate talks")` is met by 'negotiators'."""
    times: tuple[TimeExpression, ...] = ()
    numbers: tuple[Number, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    heading: bool = False
    """The title, or a line in the body that stands alone without a full stop."""

    def claimant_at(self, span: Span) -> Attribution | None:
        """Who answers for this stretch; the narrowest attribution that covers its start."""
        covering = [a for a in self.attributions if a.span[0] <= span[0] < a.span[1]]
        return min(covering, key=lambda a: a.span[1] - a.span[0], default=None)


_SMALL_HOURS = 4


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its annotated sentences. `ref` is the time it counts from, aware."""

    article: Article
    preset: Preset
    text: str
    sentences: tuple[Sentence, ...]
    ref: datetime

    @property
    def news_day(self) -> date:
        """The day that undated news is of: what is printed in the small hours is yesterday's."""
        return (self.ref - timedelta(hours=_SMALL_HOURS)).date()
