"""Events: what several articles together say of one round, one deadline thread or one strike.

An event is a pure function of the set of mentions it is given, whatever their order: the same set
gives the same event. Cards, `parley events` and `/why` all read these types.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from reading.facts import (
    DeadlineOp,
    DeadlineStatement,
    Figure,
    Point,
    RoundStatus,
    Span,
    Strike,
    Talks,
    Window,
)

T = TypeVar("T")


class Corroboration(StrEnum):
    """How well a value is borne out, best first."""

    BOTH_SIDES = "both sides"
    INDEPENDENT = "independent origins"
    ONE_SIDE = "one side, several outlets"
    SINGLE = "single report"


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the source of a claim."""

    article: str
    outlet: str
    title: str
    url: str
    published: datetime
    origin: str
    """Who said it first: the agency or body credited, else the outlet itself."""
    affinity: str | None = None
    reference: bool = False
    """Part of a preset's history, not read from a feed."""
    baseline: bool = False
    """Stored by the first poll of its feed: shown, but never a reason to post."""
    background: bool = False
    """The article only recalls the event."""

    @property
    def news(self) -> bool:
        """True where this source is a reason to post: it reports the event, and came as news."""
        return not (self.reference or self.baseline or self.background)


Fact = TypeVar("Fact", Talks, DeadlineStatement, Strike)


@dataclass(frozen=True, slots=True)
class Mention(Generic[Fact]):
    """What one article says of one event. `key` is unique and stable: article id and index."""

    key: str
    conflict: str
    source: Source
    fact: Fact


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """One value as one article states it."""

    value: T
    claimant: str | None
    source: Source
    span: Span
    sentence: str


@dataclass(frozen=True, slots=True)
class Attested(Generic[T]):
    """A value with everyone who states it; `rivals` are what others say instead."""

    value: T
    corroboration: Corroboration
    said: tuple[Said[T], ...]
    rivals: tuple[Said[T], ...] = ()


@dataclass(frozen=True, slots=True)
class RoundEvent:
    """One meeting, from all mentions of it."""

    conflict: str
    status: RoundStatus
    track: str | None
    number: int | None
    window: Window | None
    city: str | None
    venue: str | None
    heads: dict[str, str]
    mediators: tuple[str, ...]
    duration_minutes: Attested[int] | None
    points: tuple[Attested[Point], ...]
    corroboration: Corroboration
    sources: tuple[Source, ...]
    mentions: tuple[str, ...]
    """Keys of the mentions it was made from."""


class DeadlineStatus(StrEnum):
    """Where a deadline stands."""

    OPEN = "open"
    MET = "met"
    MISSED = "missed"
    LAPSED = "lapsed"
    OVERTAKEN = "overtaken"
    EXTENDED = "extended"
    RETRACTED = "retracted"
    SUSPENDED = "suspended"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class DeadlineStep:
    """One move in a thread: what several articles report of one statement."""

    op: DeadlineOp
    issuer: str | None
    said_on: datetime
    """When it was said; the first report's time where only that is known."""
    window: Window | None
    readings: tuple[Window, ...]
    corroboration: Corroboration
    said: tuple[Said[DeadlineStatement], ...]


@dataclass(frozen=True, slots=True)
class DeadlineThread:
    """One deadline with its history, oldest step first."""

    conflict: str
    status: DeadlineStatus
    issuer: str | None
    addressee: tuple[str, ...]
    demand: str | None
    consequence: str | None
    window: Window | None
    steps: tuple[DeadlineStep, ...]
    sources: tuple[Source, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StrikeEvent:
    """One attack; each figure with its claimants and the values it had before."""

    conflict: str
    attacker: str | None
    target: str | None
    window: Window | None
    places: tuple[str, ...]
    facilities: tuple[str, ...]
    figures: tuple[Attested[Figure], ...]
    revisions: tuple[Said[Figure], ...]
    """Superseded values of the same measure, scope and claimant, oldest first."""
    disputed: bool
    corroboration: Corroboration
    sources: tuple[Source, ...]
    mentions: tuple[str, ...]


Event = RoundEvent | DeadlineThread | StrikeEvent
