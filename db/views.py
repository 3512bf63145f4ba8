"""What a card shows, as one server may see it: built only from claims of that server's sources."""

from dataclasses import dataclass
from datetime import datetime

from reading.events import DeadlineThread, RoundEvent, StrikeEvent


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round's card. `phase` is 'announced' or 'ended': a round may have a card for each."""

    id: int
    conflict_name: str
    parties: tuple[str, ...]
    event: RoundEvent
    phase: str
    before: RoundEvent | None = None
    """The round before it in the same track, to say what changed and what was kept."""


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline's card: issued, moved or ended. `step` is the index of the step that it tells."""

    id: int
    conflict_name: str
    parties: tuple[str, ...]
    thread: DeadlineThread
    step: int
    zone: str
    passed: bool = False
    """Its time has passed and no statement ended it: the card says so instead of the step."""


@dataclass(frozen=True, slots=True)
class CountdownView:
    """So long until a deadline. `left` is the milestone in words: '7 days', '6 hours'."""

    id: int
    conflict_name: str
    parties: tuple[str, ...]
    thread: DeadlineThread
    left: str
    zone: str


@dataclass(frozen=True, slots=True)
class DigestView:
    """The strikes of one day, both sides' side by side. Times aware UTC."""

    conflict_name: str
    parties: tuple[str, ...]
    start: datetime
    end: datetime
    strikes: tuple[tuple[int, StrikeEvent], ...]
    zone: str


@dataclass(frozen=True, slots=True)
class BoardView:
    """The pinned board: deadlines, last round, next round, last strikes."""

    conflict_name: str
    parties: tuple[str, ...]
    deadlines: tuple[tuple[int, DeadlineThread], ...]
    last_round: tuple[int, RoundEvent] | None
    next_round: tuple[int, RoundEvent] | None
    strikes: tuple[tuple[int, StrikeEvent], ...]
    zone: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A word to the server's admins: a feed went bad, a channel could not be reached."""

    title: str
    text: str
    channel_id: int | None = None
    """The channel that it is about, to be shown as a link."""


View = RoundView | DeadlineView | CountdownView | DigestView | BoardView | NoticeView
