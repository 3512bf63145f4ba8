"""The facts that one article states, as the reader prints them (the reader's contract).

Every enum value is the word printed in JSON. A window is not a date, an offer is not an agreement,
a claim is not a fact: the types keep them apart.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

Span = tuple[int, int]


class Kind(StrEnum):
    """What an article itself reports; what it only recalls adds no kind."""

    TALKS = "talks"
    DEADLINE = "deadline"
    STRIKE = "strike"
    AGREEMENT = "agreement"


class Precision(StrEnum):
    """How finely a window is known."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` to `end`, both days inclusive; the times, where known, are wall clock in `zone`.

    `zone` is an IANA name, or None where no source says.
    """

    start: date
    end: date
    precision: Precision = Precision.DAY
    start_time: time | None = None
    end_time: time | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"window ends before it starts: {self.start} to {self.end}")

    def bounds(self, default_zone: str = "UTC") -> tuple[datetime, datetime]:
        """First and last instant, aware UTC; a day without a time runs to its last second."""
        zone = ZoneInfo(self.zone or default_zone)
        utc = ZoneInfo("UTC")
        first = datetime.combine(self.start, self.start_time or time.min, zone).astimezone(utc)
        if self.end_time is not None:
            return first, datetime.combine(self.end, self.end_time, zone).astimezone(utc)
        day_after = datetime.combine(self.end + timedelta(days=1), time.min, zone)
        return first, day_after.astimezone(utc) - timedelta(seconds=1)

    @property
    def is_one_day(self) -> bool:
        """True where the window is a single calendar day."""
        return self.start == self.end


class RoundStatus(StrEnum):
    """Where a meeting stands."""

    ANNOUNCED = "announced"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    UNDER_WAY = "under_way"
    ENDED = "ended"


class Stance(StrEnum):
    """How firmly a point stands. Agreed is never confused with offered."""

    AGREED = "agreed"
    OFFERED = "offered"
    PROPOSED = "proposed"
    DEMANDED = "demanded"
    REJECTED = "rejected"
    NOTED = "noted"
    CARRIED_OUT = "carried_out"


class Item(StrEnum):
    """What a point is about."""

    PRISONER_EXCHANGE = "prisoner_exchange"
    BODY_RETURN = "body_return"
    CIVILIAN_RETURN = "civilian_return"
    CHILDREN = "children"
    CEASEFIRE = "ceasefire"
    PAUSE = "pause"
    WORKING_GROUP = "working_group"
    MONITORING = "monitoring"
    DOCUMENT = "document"
    NEXT_MEETING = "next_meeting"
    LEADERS_MEETING = "leaders_meeting"
    WITHDRAWAL = "withdrawal"
    SECURITY_GUARANTEES = "security_guarantees"
    HOSTAGE_RELEASE = "hostage_release"
    AID_ACCESS = "aid_access"


@dataclass(frozen=True, slots=True)
class Point:
    """One outcome of a round, or of contacts outside one, as `claimant` states it."""

    item: Item
    stance: Stance
    by: tuple[str, ...] = ()
    count: int | None = None
    per_side: bool | None = None
    claimant: str | None = None
    span: Span = (0, 0)
    sentence: str = ""
    due: Window | None = None
    """By when, where the source names a time."""
    hours: tuple[int, int] | None = None
    """How long a pause would last: shortest and longest, in hours."""
    at_least: bool = False
    """The count is a lower bound ("at least 1,200")."""
    done: Window | None = None
    """When a carried-out point was carried out."""


@dataclass(frozen=True, slots=True)
class Talks:
    """One meeting as one article tells it."""

    status: RoundStatus
    track: str | None = None
    number: int | None = None
    window: Window | None = None
    city: str | None = None
    venue: str | None = None
    heads: dict[str, str] = field(default_factory=dict)
    mediators: tuple[str, ...] = ()
    duration_minutes: int | None = None
    background: bool = False
    points: tuple[Point, ...] = ()
    claimant: str | None = None
    span: Span = (0, 0)
    sentence: str = ""


class DeadlineOp(StrEnum):
    """What a statement does to its deadline."""

    ISSUE = "issue"
    SHORTEN = "shorten"
    EXTEND = "extend"
    FIX = "fix"
    CONFIRM = "confirm"
    REINTERPRET = "reinterpret"
    SUSPEND = "suspend"
    RETRACT = "retract"
    LAPSE = "lapse"
    MEET = "meet"
    OVERTAKE = "overtake"


@dataclass(frozen=True, slots=True)
class DeadlineStatement:
    """One statement about one deadline. `window` is when it falls due; None: open-ended."""

    op: DeadlineOp
    issuer: str | None = None
    addressee: tuple[str, ...] = ()
    said_on: date | None = None
    window: Window | None = None
    readings: tuple[Window, ...] = ()
    """Rival readings of the same words, beside `window`."""
    demand: str | None = None
    consequence: str | None = None
    background: bool = False
    claimant: str | None = None
    """Who reports the statement, where not the issuer."""
    span: Span = (0, 0)
    sentence: str = ""


class Measure(StrEnum):
    """The role of a strike's figure. 'Shot down' and 'hit' are different numbers."""

    LAUNCHED = "launched"
    SHOT_DOWN = "shot_down"
    SUPPRESSED = "suppressed"
    NEUTRALISED_TOTAL = "neutralised_total"
    HIT = "hit"
    HIT_LOCATIONS = "hit_locations"
    DEBRIS_LOCATIONS = "debris_locations"
    KILLED = "killed"
    INJURED = "injured"


class Weapon(StrEnum):
    """What a figure counts; `any` for people, places and mixed barrages."""

    DRONE = "drone"
    MISSILE = "missile"
    BOMB = "bomb"
    ARTILLERY = "artillery"
    ANY = "any"


class Qualifier(StrEnum):
    """How sure the source is of its own number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    ABOUT = "about"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number about one strike. `high` is None where it is open ("at least 16")."""

    measure: Measure
    low: int
    high: int | None = None
    weapon: Weapon = Weapon.ANY
    qualifier: Qualifier = Qualifier.EXACT
    claimant: str | None = None
    scope: str | None = None
    """The place the figure is for, where it is not the whole strike."""
    as_of: datetime | None = None
    span: Span = (0, 0)
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Strike:
    """One attack as one article tells it. An overnight wave is one strike over two days."""

    attacker: str | None = None
    target: str | None = None
    window: Window | None = None
    places: tuple[str, ...] = ()
    facilities: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    background: bool = False
    disputed: bool = False
    """One side denies it, or it is only claimed to have happened."""
    claimant: str | None = None
    span: Span = (0, 0)
    sentence: str = ""

    @property
    def overnight(self) -> bool:
        """True for a wave that ran from one evening into the next morning."""
        return self.window is not None and self.window.end - self.window.start == timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Article:
    """One story by one outlet, as the reader takes it. `published` is aware, None if unknown."""

    id: str
    title: str
    text: str
    published: datetime | None = None
    url: str = ""
    outlet: str = ""
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says about one conflict. `problem` says why it could not be read in full."""

    id: str
    conflict: str | None = None
    kinds: tuple[Kind, ...] = ()
    talks: tuple[Talks, ...] = ()
    points: tuple[Point, ...] = ()
    """Points outside any round: an exchange carried out, an offer made by phone."""
    deadlines: tuple[DeadlineStatement, ...] = ()
    strikes: tuple[Strike, ...] = ()
    lang: str | None = None
    origin: str | None = None
    """The agency or body that the article credits with the story, where it credits one."""
    problem: str | None = None
