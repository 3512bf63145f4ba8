"""The moves of one deadline: which statements tell of one move, and which merely repeat it.

Restating is not setting: a due time named again, in vaguer words or as the same length counted from
a later day, moves nothing; a recollection never makes a move after the first report. A due time
never named before moves the deadline. What a report says of a day is held against what stood on
that day: nothing has lapsed before its time, and nothing is shortened to a later day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from reading.deadline_words import LENGTH, RENEWS
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
_ONE_DAY = timedelta(days=1)
_PASSED = {DeadlineOp.LAPSE, DeadlineOp.OVERTAKE}
"""It ran out; and something else came in its place, which says more."""
_DIRECTED = {DeadlineOp.SHORTEN, DeadlineOp.EXTEND}


@dataclass
class Move:
    """One move as it is put together from statements; `window` None: no due time, or an end."""

    op: DeadlineOp
    day: date
    window: Window | None
    moved: bool = False
    """True where another due time stood before."""
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
        if mention.fact.window == move.window and not mention.fact.background:
            move.day = min(move.day, said_day(mention))
        made.sort(key=lambda one: one.day)
    for move in made:
        move.window = _prevailing(move)
    return [move for move in made if not _hearsay(move, made)]


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


def _hearsay(move: Move, made: Sequence[Move]) -> bool:
    """A new time that one source alone merely mentions, where another time was known to stand."""
    told = {m.fact.op for m in move.mentions}
    known = any(m.window is not None and m.day <= move.day for m in made if m is not move)
    alone = len({m.source.origin for m in move.mentions}) == 1
    return known and alone and move.moved and told == {DeadlineOp.CONFIRM}


def _outcome(made: list[Move], mention: Of) -> Move | None:
    """An end or a halt: told once more, or new. Recollections only tell once more."""
    fact, day = mention.fact, said_day(mention)
    standing = _standing(made, day)
    ahead = standing and standing.window and standing.window.start > day + _ONE_DAY
    if fact.op is DeadlineOp.LAPSE and ahead:
        return standing
    alike = _PASSED if fact.op in _PASSED else {fact.op}
    same = [m for m in made if m.op in alike and abs(day - m.day) <= _ONE_ACT]
    if not same:
        return None if fact.background and made else Move(fact.op, day, None)
    if fact.op is DeadlineOp.OVERTAKE:
        same[-1].op = fact.op
    return same[-1]


def _setter(made: Sequence[Move], mention: Of) -> Move | None:
    """The move that a naming of the due time tells of; None where it tells of nothing known."""
    fact, day = mention.fact, said_day(mention)
    if fact.window is None:
        return _without_time(made, mention)
    told = _told_before(made, mention, fact.window)
    if told is not None:
        return told
    named = [m for m in made if m.window is not None]
    same = any(m.window is not None and _equal(m.window, fact.window) for m in named)
    if fact.background and made and not (fact.said_on and fact.said_on < made[0].day):
        return None
    moved = bool(named) and not same
    return Move(_effect(fact, named, day, same), day, fact.window, moved)


def _standing(made: Sequence[Move], day: date) -> Move | None:
    """The move whose due time held on that day; before the first one, the first."""
    named = [m for m in made if m.window is not None]
    past = [m for m in named if m.day <= day]
    return past[-1] if past else (named[0] if named else None)


def _told_before(made: Sequence[Move], mention: Of, window: Window) -> Move | None:
    """The move that had named this time already, in the same words or others."""
    fact, day = mention.fact, said_day(mention)
    same = [m for m in made if m.window is not None and _equal(m.window, window)]
    if same:
        past = [m for m in same if m.day <= day] or same[:1]
        return past[-1] if not _confirms_anew(past[-1], mention) else None
    counted = _counted_before(made, mention)
    current = _standing(made, day)
    if counted is not None or current is None or current.window is None:
        return counted
    if fact.op in _DIRECTED:
        return _told_late(made, current, fact)
    rival = day == current.day and overlap(window, current.window)
    if contains(window, current.window) or (rival and fact.op is not DeadlineOp.FIX):
        return current
    return None


def _told_late(made: Sequence[Move], current: Move, fact: DeadlineStatement) -> Move | None:
    """A move that would go the wrong way tells of an earlier one, counted from the wrong day."""
    if fact.window and current.window and _goes(fact.op, current.window, fact.window):
        return None
    return next((m for m in reversed(made) if m.op is fact.op), current)


def _goes(op: DeadlineOp, old: Window, new: Window) -> bool:
    return new.end < old.end if op is DeadlineOp.SHORTEN else new.end > old.end


def _counted_before(made: Sequence[Move], mention: Of) -> Move | None:
    """The move that gave the same length of time some days ago: it counts from then."""
    fact, day = mention.fact, said_day(mention)
    if fact.window is None or not LENGTH.search(fact.sentence):
        return None
    length = (fact.window.start - day, fact.window.end - day)
    for move in reversed(made):
        if move.window is None or not move.day <= day <= move.day + _ONE_ACT:
            continue
        if fact.op in _DIRECTED and fact.op is not move.op:
            continue
        if length == (move.window.start - move.day, move.window.end - move.day):
            return move
    return None


def _confirms_anew(move: Move, mention: Of) -> bool:
    """Somebody says on a later day that the time stands: a move of its own, though nothing moves.

    That a report mentions it again, or that it draws near, is none.
    """
    fact, day = mention.fact, said_day(mention)
    if fact.background or fact.op is not DeadlineOp.CONFIRM or not RENEWS.search(fact.sentence):
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
    return next((m for m in reversed(setters) if m.day <= day), setters[0] if setters else None)


def _effect(
    fact: DeadlineStatement, named: Sequence[Move], day: date, same: bool = False
) -> DeadlineOp:
    """What a new time does to the one before it, where the report calls it merely set or said."""
    before = [m.window for m in named if m.day <= day and m.window is not None]
    plain = fact.op in (DeadlineOp.ISSUE, DeadlineOp.CONFIRM)
    if not plain or same or fact.window is None or not before:
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
