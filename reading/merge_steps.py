"""The moves of one deadline: which statements tell of one move, and which merely repeat it.

Restating is not setting: a due time named again, or in vaguer words, moves nothing; a recollection
never makes a move after the first report. A due time never named before moves the deadline.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from reading.events import Mention
from reading.facts import DeadlineOp, DeadlineStatement, Precision, Window
from reading.group_threads import said_day
from reading.neighbours import overlap

Of = Mention[DeadlineStatement]

SETTERS = frozenset(
    {
        DeadlineOp.ISSUE,
        DeadlineOp.SHORTEN,
        DeadlineOp.EXTEND,
        DeadlineOp.FIX,
        DeadlineOp.REINTERPRET,
        DeadlineOp.CONFIRM,
    }
)
_ORDER = {op: n for n, op in enumerate(DeadlineOp)}
_ONE_ACT = timedelta(days=5)
"""Reports of one move may be printed, or dated, so many days apart."""


@dataclass
class Move:
    """One move as it is put together from statements; `window` None: no due time, or an end."""

    op: DeadlineOp
    day: date
    window: Window | None
    mentions: list[Of] = field(default_factory=list)

    @property
    def sets(self) -> bool:
        """True where it names when the deadline falls due, or leaves that open."""
        return self.op in SETTERS


def moves(mentions: Sequence[Of]) -> list[Move]:
    """The moves, oldest first. Own reports are taken before recollections."""
    made: list[Move] = []
    for mention in sorted(mentions, key=_in_time):
        rule = _setter if mention.fact.op in SETTERS else _outcome
        move = rule(made, mention)
        if move is None:
            continue
        if move not in made:
            made.append(move)
        move.mentions.append(mention)
        move.day = min(move.day, said_day(mention))
        made.sort(key=lambda one: one.day)
    for move in made:
        move.window = _prevailing(move)
    return made


def _in_time(mention: Of) -> tuple[object, ...]:
    fact, window = mention.fact, mention.fact.window
    return (
        fact.background,
        said_day(mention),
        _ORDER[fact.op],
        (window.start, window.end) if window else (date.max, date.max),
        mention.source.published,
        mention.key,
    )


def _outcome(made: Sequence[Move], mention: Of) -> Move | None:
    """An end or a halt: told once more, or new. Recollections only tell once more."""
    fact, day = mention.fact, said_day(mention)
    same = [m for m in made if m.op is fact.op and abs(day - m.day) <= _ONE_ACT]
    if same:
        return same[-1]
    return None if fact.background and made else Move(fact.op, day, None)


def _setter(made: Sequence[Move], mention: Of) -> Move | None:
    """The move that a naming of the due time tells of; None where it tells of nothing known."""
    fact, day = mention.fact, said_day(mention)
    if fact.window is None:
        return _without_time(made, mention)
    told = _told_before(made, mention, fact.window)
    if told is not None:
        return told
    named = [m for m in made if m.window is not None]
    if fact.background and made and not (fact.said_on and fact.said_on < made[0].day):
        return None
    return Move(_effect(fact, named, day), day, fact.window)


def _told_before(made: Sequence[Move], mention: Of, window: Window) -> Move | None:
    """The move that had named this time already, in the same words or narrower ones."""
    fact, day = mention.fact, said_day(mention)
    named = [m for m in made if m.window is not None]
    same = [m for m in named if m.window is not None and _equal(m.window, window)]
    if same:
        return same[-1] if not _confirms_anew(same[-1], mention) else None
    if not named:
        return None
    current = named[-1]
    assert current.window is not None
    explicit = fact.op in (DeadlineOp.SHORTEN, DeadlineOp.EXTEND)
    if contains(window, current.window) and not explicit:
        return current
    rival = day == current.day and overlap(window, current.window)
    return current if rival and fact.op is not DeadlineOp.FIX else None


def _confirms_anew(move: Move, mention: Of) -> bool:
    """The same time said again on a later day is a move of its own, though nothing moves."""
    fact, day = mention.fact, said_day(mention)
    if fact.background or fact.op is not DeadlineOp.CONFIRM:
        return False
    near = move.op is DeadlineOp.CONFIRM and day - move.day <= _ONE_ACT
    return day > move.day and not near


def _without_time(made: Sequence[Move], mention: Of) -> Move | None:
    """Spoken of without a time: only an extension 'until further notice' moves anything."""
    fact, day = mention.fact, said_day(mention)
    if not made:
        return Move(fact.op, day, None)
    if fact.op is DeadlineOp.EXTEND and not fact.background:
        same = [m for m in made if m.op is fact.op and day - m.day <= _ONE_ACT]
        return same[-1] if same else Move(fact.op, day, None)
    setters = [m for m in made if m.sets]
    return setters[-1] if setters else None


def _effect(fact: DeadlineStatement, named: Sequence[Move], day: date) -> DeadlineOp:
    """What a new time does to the one before it, where the report calls it merely set."""
    before = [m.window for m in named if m.day <= day and m.window is not None]
    if fact.op is not DeadlineOp.ISSUE or fact.window is None or not before:
        return fact.op
    if contains(before[-1], fact.window):
        return DeadlineOp.FIX
    return DeadlineOp.SHORTEN if fact.window.end < before[-1].end else DeadlineOp.EXTEND


def _prevailing(move: Move) -> Window | None:
    """The time that most origins give for this move; a day rather than a vague stretch."""
    windows = [(m.fact.window, m.source.origin) for m in move.mentions if m.fact.window]
    if not move.sets or not windows:
        return None
    exact = [pair for pair in windows if pair[0].precision is not Precision.VAGUE] or windows
    origins: dict[Window, set[str]] = {}
    for window, origin in exact:
        origins.setdefault(window, set()).add(origin)
    return min(
        origins, key=lambda w: (-len(origins[w]), w.end - w.start, w.start, w.start_time is None)
    )


def _equal(a: Window, b: Window) -> bool:
    return (a.start, a.end) == (b.start, b.end)


def contains(wide: Window, narrow: Window) -> bool:
    """True where the one says no more than the other, in wider words."""
    return not _equal(wide, narrow) and wide.start <= narrow.start and wide.end >= narrow.end
