"""One statement for each due time of an article: what several sentences say of it, put together."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from reading.deadline_starts import WAS_TO_END
from reading.deadline_windows import ENDS, FINE, MOVES
from reading.deadline_words import CONSEQUENCES, LENGTH
from reading.facts import DeadlineOp, DeadlineStatement, Window

LONG_PAST = timedelta(days=10)
"""What fell due so long before is history, unless its own sentence says otherwise."""
ENDING = ENDS
MOVING = MOVES

STANDS = re.compile(
    r"\b(?:made (?:it )?clear|reiterat\w+|reaffirm\w+|still stands|remains in (?:place|force)"
    r"|stands by"
    r"|(?:deadline|ultimatum) (?:nears?|neared|looms?|loomed|approach\w*|dr[ae]ws? near))\b",
    re.IGNORECASE,
)
"""Words that hold an older deadline up, or see it come, instead of setting one."""


def merged(found: Iterable[DeadlineStatement]) -> tuple[DeadlineStatement, ...]:
    """Each due time once; a sentence without a time joins the first that has one."""
    kept: list[DeadlineStatement] = []
    for one in sorted(found, key=lambda s: (s.window is None, s.span)):
        twin = next((i for i, other in enumerate(kept) if _same(one, other)), None)
        if twin is None:
            if one.window or not kept or one.op is not DeadlineOp.CONFIRM:
                kept.append(_with_window(one, kept))
        else:
            kept[twin] = _joined(kept[twin], one)
    told = sorted((s for s in kept if _is_known(s)), key=lambda s: s.span)
    return tuple(_outlived(one, told) for one in told)


def _is_known(one: DeadlineStatement) -> bool:
    """True where it is told for whom or by whom, and when or for what."""
    if one.background and one.window is None:
        return False
    ended = one.op in ENDING and None not in (one.window, one.demand)
    return bool(one.addressee) or ended or None not in (one.issuer, one.window)


def _outlived(one: DeadlineStatement, told: list[DeadlineStatement]) -> DeadlineStatement:
    """An end that the same article's extension outlives is only recalled."""
    moved = [s for s in told if s.op is DeadlineOp.EXTEND and not s.background]
    old = one.op is DeadlineOp.LAPSE or (
        one.op not in MOVING and any(_was_due_before(one, later) for later in moved)
    )
    return replace(one, background=True) if moved and old else one


def _was_due_before(one: DeadlineStatement, later: DeadlineStatement) -> bool:
    """ "It had been due to expire on Friday", of what now runs for longer."""
    if one.window is None or (later.window and one.window.end >= later.window.end):
        return False
    return WAS_TO_END.search(one.sentence) is not None


def _with_window(one: DeadlineStatement, kept: list[DeadlineStatement]) -> DeadlineStatement:
    """The end of a deadline is of the one that the article names."""
    windows = {s.window for s in kept if s.window is not None}
    if one.window is not None or one.op not in ENDING or one.background:
        return one
    if one.op is DeadlineOp.LAPSE and one.said_on:
        windows = {w for w in windows if w.start <= one.said_on}
    if len(windows) != 1:
        return one
    window = windows.pop()
    old = one.said_on is not None and window.end < one.said_on - LONG_PAST
    return replace(one, window=window, background=one.background or old)


def _same(one: DeadlineStatement, other: DeadlineStatement) -> bool:
    if _of_others(one, other):
        return False
    if (one.op in ENDING) != (other.op in ENDING):
        return _restates_end(one, other)
    if one.background != other.background and None in (one.window, other.window):
        jointly = other.issuer is None and len(other.addressee) > 1
        anothers = jointly and one.issuer is not None  # "hours before B's deadline" of a truce
        return one.background and one.op is DeadlineOp.CONFIRM and not anothers
    if one.op in ENDING:
        return one.op is other.op
    if one.window is None or other.window is None:
        return not _moved_from(one, other) and not _moved_from(other, one)
    return (
        _tells_same(one.window, other.window)
        or _counts_alike(one, other)
        or _dated(one, other) is not None
    )


def _of_others(one: DeadlineStatement, other: DeadlineStatement) -> bool:
    """Two who set different sides a time: as many deadlines, though both may fall on one day."""
    apart = bool(one.addressee and other.addressee) and set(one.addressee).isdisjoint(
        other.addressee
    )
    setters = {one.issuer, other.issuer}
    crossed = one.issuer in other.addressee and other.issuer in one.addressee
    matters = {one.demand, other.demand} - {None}
    return apart and None not in setters and len(setters) > 1 and (crossed or len(matters) > 1)


def _dated(one: DeadlineStatement, other: DeadlineStatement) -> DeadlineStatement | None:
    """Of "by ten days" and "until 6 April", a day apart, the one that names the day.

    So of "Sunday's 6 pm deadline" and "by 6 pm": the hour alone is not another one of today.
    """
    if (with_day := _by_its_hour(one, other)) is not None:
        return with_day
    if one.op is not DeadlineOp.EXTEND or other.op is not one.op or not one.window:
        return None
    counts = [LENGTH.search(s.sentence) is not None for s in (one, other)]
    if other.window is None or counts[0] == counts[1]:
        return None
    near = abs(one.window.end - other.window.end) == timedelta(days=1)
    return (other if counts[0] else one) if near else None


def _by_its_hour(one: DeadlineStatement, other: DeadlineStatement) -> DeadlineStatement | None:
    """Of two that fall due at one hour within a week, the one that names the day, if one alone."""
    if not one.window or not other.window or one.window.end_time is None:
        return None
    near = abs(one.window.end - other.window.end) < timedelta(days=7)
    zone = one.window.zone or other.window.zone
    named = [
        replace(s, window=replace(s.window, zone=zone))
        for s in (one, other)
        if s.window and _A_DAY.search(s.sentence)
    ]
    same = near and one.window.end_time == other.window.end_time
    return named[0] if same and len(named) == 1 else None


_A_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|tomorrow|yesterday|midnight"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d|\d+(?:st|nd|rd|th)?"
    r" (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|days?|hours?|weeks?)\b"
)


def _moved_from(later: DeadlineStatement, old: DeadlineStatement) -> bool:
    """ "Prolonged until the talks end. It was to expire on Friday": that day is the old one."""
    return later.op in MOVING and later.window is None and bool(WAS_TO_END.search(old.sentence))


def _restates_end(one: DeadlineStatement, other: DeadlineStatement) -> bool:
    """A day named again beside the news that it passed."""
    end, still = (one, other) if one.op in ENDING else (other, one)
    if end.op is not DeadlineOp.LAPSE or still.op is not DeadlineOp.CONFIRM:
        return False
    if end.background and not still.background and end.window is None:
        return False
    return end.window == still.window if end.window else still.window is not None


def _counts_alike(one: DeadlineStatement, other: DeadlineStatement) -> bool:
    """ "Prolonged by 15 days", once counted from the print and once from the day it was said."""
    lengths = {
        (s.window.start - s.said_on, s.window.end - s.said_on)
        for s in (one, other)
        if s.window and s.said_on and LENGTH.search(s.sentence)
    }
    both = all(s.window and s.said_on and LENGTH.search(s.sentence) for s in (one, other))
    return both and len(lengths) == 1


def _tells_same(one: Window, other: Window) -> bool:
    """Equal days, or the one in vaguer words: 'the August deadline' and 'by 31 August'."""
    if (one.start, one.end) == (other.start, other.end):
        return True
    wide, narrow = sorted((one, other), key=lambda w: w.start - w.end)
    inside = wide.start <= narrow.start and narrow.end <= wide.end
    return inside and wide.precision not in FINE


def _finest(one: DeadlineStatement, other: DeadlineStatement) -> Window | None:
    """The narrower of two windows of one due time; of equals the one with an hour, or earlier."""
    windows = [s.window for s in (one, other) if s.window is not None]
    return min(windows, key=lambda w: (w.end - w.start, w.end_time is None, w.start), default=None)


def _joined(one: DeadlineStatement, other: DeadlineStatement) -> DeadlineStatement:
    ops = (one.op, other.op)
    first_of = (*ENDING, *MOVING, DeadlineOp.ISSUE)
    op = next((o for o in first_of if o in ops), one.op)
    if op is DeadlineOp.ISSUE and any(STANDS.search(s.sentence) for s in (one, other)):
        op = DeadlineOp.CONFIRM
    first = min(one, other, key=lambda s: (s.background, s.window is None, s.span))
    rest = other if first is one else one
    alike = _counts_alike(one, other) or _said_at_once(one, other)
    said_on = [s.said_on for s in (one, other) if s.said_on] if alike else []
    return replace(
        first,
        said_on=min(said_on, default=first.said_on),
        op=op if not first.background else first.op,
        issuer=first.issuer or rest.issuer,
        addressee=_addressed(first, rest),
        demand=first.demand or rest.demand,
        consequence=_finer(first.consequence, rest.consequence),
        readings=tuple(dict.fromkeys((*first.readings, *rest.readings))),
        window=dated.window if (dated := _dated(one, other)) else _finest(first, rest),
    )


def _said_at_once(one: DeadlineStatement, other: DeadlineStatement) -> bool:
    """The title gives no day for what somebody "said on Monday", the day before the print."""
    issued = one.op is other.op is DeadlineOp.ISSUE and not (one.background or other.background)
    days = [s.said_on for s in (one, other) if s.said_on]
    return issued and len(days) > 1 and max(days) - min(days) <= timedelta(days=1)


def _addressed(first: DeadlineStatement, rest: DeadlineStatement) -> tuple[str, ...]:
    """Whom the words with an issuer address: those without one may be about both sides' truce."""
    known = rest if first.issuer is None and rest.issuer and rest.addressee else first
    to = known.addressee or rest.addressee
    return () if to in ((first.issuer,), (rest.issuer,)) else to  # nobody sets it to himself


def _finer(one: str | None, other: str | None) -> str | None:
    """The more particular of two consequences, by their place in the table; one with its rate."""
    labels = [label for label, _ in CONSEQUENCES]
    known = [label for label in (one, other) if label is not None]
    return min(
        known, key=lambda told: (labels.index(told.split("% ")[-1]), "%" not in told), default=None
    )
