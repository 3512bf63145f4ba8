"""Joins of neighbouring finds: clock and date, day to day, nights, deadlines, since."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta

from reading.document import TimeExpression, TimeKind
from reading.facts import Precision, Window
from reading.times_clock import ZONE_AFTER, days_ahead, stands_alone, zone_named, zone_of_offset
from reading.times_found import Clock, Context, Found
from reading.times_tense import is_future, is_past

_CLOCK_THEN_DAY = re.compile(r"\s*,?\s*(?:on\s+|of\s+)?(?:the\s+)?$", re.IGNORECASE)
_DAY_THEN_CLOCK = re.compile(
    r"\s*,?\s*(?:at\s+|by\s+|around\s+|about\s+|from\s+|\()?$", re.IGNORECASE
)
_SPAN_LINK = re.compile(
    r"\s*(?:-|–|—)\s*|\s+(?:to|through|until|till|up\s+to)\s+(?:the\s+|about\s+|around\s+)?$",
    re.IGNORECASE,
)
_INTO_LINK = re.compile(
    r"\s*,?\s*(?:and\s+)?(?:on\s+|continuing\s+)?(?:into|to|through|and|until|-|–)\s+"
    r"(?:the\s+)?(?:early\s+)?(?:hours\s+of\s+|morning\s+of\s+)?$",
    re.IGNORECASE,
)
_OVERNIGHT_LINK = re.compile(
    r"\s*,?\s*(?:and\s+)?(?:(?P<into>into|to|through)\s+|on\s+|from\s+|of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_BETWEEN_DAYS = re.compile(r"\s+(?:in\s+the\s+night\s+)?between\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?$", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?P<word>by|until|till|before|no\s+later\s+than|not\s+later\s+than|prior\s+to|up\s+to|up\s+until)"
    r"\s+(?:the\s+)?(?P<first>(?:beginning|start|onset)\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:by|until|before)\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:ha[sd]|have|given|gave\s+\w+)\s+(?:up\s+)?until\s+$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:at\s+least\s+|the\s+)?$", re.IGNORECASE)
Step = Callable[[Found, Found, Context], Found | None]
_NIGHTS = frozenset({"night", "evening", "overnight", "midnight"})
_NOONS = {"noon": time(12), "midday": time(12), "midnight": time(0)}


def join(found: list[Found], context: Context, zones: Mapping[str, str]) -> list[Found]:
    """The finds of one sentence, neighbours joined and prefixes read, in order."""
    for clocks in (_with_gmt, _with_clocks, _with_gmt):
        found = _pairwise(found, context, clocks)
    found = [f for f in found if f.window or f.minutes or _clock_alone(f, context)]
    for step in (_with_nights, _with_ranges):
        found = _pairwise(found, context, step)
    return [_with_zone(_prefixed(f, context), context, zones) for f in found]


def _pairwise(found: list[Found], context: Context, step: Step) -> list[Found]:
    joined: list[Found] = []
    for item in found:
        if joined and (both := step(joined[-1], item, context)) is not None:
            joined[-1] = both
        else:
            joined.append(item)
    return joined


_BRACKET = re.compile(r"\s*\(\s*(?:or\s+|at\s+)?$")
_GREENWICH = frozenset({"GMT", "UTC"})


def _with_gmt(first: Found, second: Found, context: Context) -> Found | None:
    """'9:45 p.m. (1945 GMT)': one moment told twice; its day is the first's, where it has one."""
    here, other = first.clock, second.clock
    if here is None or other is None:
        return None
    gap = context.text[first.end : second.start]
    own = ZONE_AFTER.match(gap)
    if not _BRACKET.fullmatch(gap[own.end() :] if own else gap):
        return None
    there = ZONE_AFTER.match(context.text, second.end, context.high)
    words = there["zone"] if there else other.zone
    end = there.end() if there else second.end + 1
    if words is None or context.text[end - 1 : end] != ")":
        return None
    clock = replace(here, zone=own["zone"] if own else here.zone)
    if words in _GREENWICH:
        clock = replace(clock, offset=zone_of_offset(here.at, other.at))
    found = replace(first, end=end, clock=clock)
    if first.window or second.window is None or clock.offset is None:
        return found
    day = second.window.start + timedelta(days=days_ahead(here.at, other.at))
    return replace(found, window=_at(day, clock), weekday=second.weekday)


_PAST = re.compile(r"\b(?:after|past) $")
"""Before midnight: 'shortly after midnight on Tuesday' is the one that Tuesday began with."""


def _with_clocks(first: Found, second: Found, context: Context) -> Found | None:
    gap = context.text[first.end : second.start]
    if len(gap) > 30:
        return None
    if _is_between(first, second, gap):
        assert first.clock is not None
        assert second.window is not None
        zone = ZONE_AFTER.match(gap)
        at = replace(first.clock, day_shift=0, midnight=False, zone=zone and zone["zone"])
        later = replace(second, kind=TimeKind.DATE, window=_at(second.window.end, at))
        return replace(later, start=first.start, clock=at)
    if first.clock and not first.window and _is_day(second) and not second.clock:
        zone = ZONE_AFTER.match(gap)
        rest = gap[zone.end() :] if zone else gap
        if _CLOCK_THEN_DAY.match(rest):
            clock = _of_the_half(first.clock, second, gap)
            clock = replace(clock, zone=zone["zone"] if zone else clock.zone)
            if clock.midnight and _PAST.search(context.before(first.start, 8)):
                clock = replace(clock, day_shift=0, midnight=False)
            return _timed(second, clock, first.start, second.end)
    if (
        second.clock
        and not second.window
        and _is_day(first)
        and not first.clock
        and _DAY_THEN_CLOCK.match(gap)
    ):
        return _timed(first, second.clock, first.start, second.end)
    return None


_TWELVE = 12


def _of_the_half(clock: Clock, day: Found, gap: str) -> Clock:
    """'9:45 that evening' is 21:45: on a dial of twelve hours the part of the day tells."""
    late = day.part in ("evening", "afternoon") and not gap.strip()
    if not late or not 1 <= clock.at.hour < _TWELVE:
        return clock
    return replace(clock, at=clock.at.replace(hour=clock.at.hour + _TWELVE))


def _is_between(first: Found, second: Found, gap: str) -> bool:
    """'Midnight between 27 and 28 May': the moment at which the later day begins."""
    if first.clock is None or not first.clock.midnight or second.window is None:
        return False
    zone = ZONE_AFTER.match(gap)
    return bool(_BETWEEN_DAYS.match(gap[zone.end() :] if zone else gap)) and (
        second.window.end - second.window.start == timedelta(days=1)
    )


def _is_day(found: Found) -> bool:
    return found.window is not None and found.window.is_one_day and found.kind is TimeKind.DATE


def _timed(found: Found, clock: Clock, start: int, end: int) -> Found:
    assert found.window is not None
    return replace(
        found, start=start, end=end, clock=clock, window=_at(found.window.start, clock),
        readings=_midnights(found.window.start, clock),
    )  # fmt: skip


def _at(on: date, clock: Clock) -> Window:
    """The moment on that day; midnight and 24:00 close the day they are said of."""
    moment = on + timedelta(days=clock.day_shift)
    return Window(moment, moment, clock.precision, clock.at, clock.at)


def _midnights(on: date, clock: Clock) -> tuple[Window, ...]:
    """The other end of the day, where the text says no more than midnight."""
    return (Window(on, on, clock.precision, clock.at, clock.at),) if clock.midnight else ()


def _with_nights(first: Found, second: Found, context: Context) -> Found | None:
    """A night over two days: 'overnight into Monday', 'Sunday night and into Monday morning'."""
    if second.window is None or first.window is None or not second.window.is_one_day:
        return None
    gap = context.text[first.end : second.start]
    last = second.window.end
    if first.part == "overnight" and (link := _OVERNIGHT_LINK.match(gap)):
        day_before = Window(last - timedelta(days=1), last)
        if link["into"] or second.part == "morning":
            return _range(first, second, day_before)
        return _night_of(first, second, day_before, context)
    if second.part == "overnight":
        return None
    if not first.window.is_one_day or not _INTO_LINK.match(gap):
        return None
    nightly = first.part in _NIGHTS or re.search(r"\binto\b", gap, re.IGNORECASE)
    if not nightly:
        return None
    if last - first.window.start == timedelta(days=1):
        return _range(first, second, Window(first.window.start, last))
    if first.weekday and second.weekday and (last - first.window.start).days % 7 == 1:
        return _range(first, second, Window(last - timedelta(days=1), last))
    return None


def _night_of(first: Found, second: Found, before: Window, context: Context) -> Found:
    """'Overnight Monday': the night into that day, or from it: where it says 'Monday night', or the
    next day's news says 'overnight Monday', for its night is the one just past."""
    after = Window(before.end, before.end + timedelta(days=1))
    just_past = after.end == context.base and not context.text[first.end : second.start].strip()
    if before.end < context.base and (second.part == "night" or just_past):
        before, after = after, before
    return replace(_range(first, second, before), readings=(after,))


def _range(first: Found, second: Found, window: Window) -> Found:
    return Found(
        first.start, second.end, TimeKind.RANGE, window, part=first.part or second.part,
        flagged=first.flagged or second.flagged,
    )  # fmt: skip


def _with_ranges(first: Found, second: Found, context: Context) -> Found | None:
    """From one date to another: 'from 8 to 11 May', 'July 31-Aug. 2', 'Monday to Friday'."""
    if (
        first.window is None
        or second.window is None
        or TimeKind.DATE not in {first.kind, second.kind}
    ):
        return _month_range(first, second, context)
    gap = context.text[first.end : second.start]
    if len(gap) > 12 or first.kind is TimeKind.RANGE or second.kind is TimeKind.RANGE:
        return None
    between = _BETWEEN.search(context.before(first.start, 10)) and _AND.match(gap)
    if not (between or _SPAN_LINK.fullmatch(gap)):
        return None
    start, end = _ordered(first, second, context.base)
    times = (first.window.start_time, second.window.end_time)
    if start == end and times[0] and times[1] and times[1] < times[0]:
        # From 18:19 until 04:07 runs over midnight.
        start -= timedelta(days=1)
    if end < start:
        return None
    precision = Precision.DAY if times == (None, None) else second.window.precision
    window = Window(start, end, precision, *times, second.window.zone or first.window.zone)
    return _range(first, second, window)


def _month_range(first: Found, second: Found, context: Context) -> Found | None:
    """'From May to August': both ends are periods of one kind."""
    if first.kind is not TimeKind.WINDOW or second.kind is not TimeKind.WINDOW:
        return None
    assert first.window is not None
    assert second.window is not None
    gap = context.text[first.end : second.start]
    if not _SPAN_LINK.fullmatch(gap) and not (
        _AND.match(gap) and _BETWEEN.search(context.before(first.start, 10))
    ):
        return None
    if second.window.end <= first.window.start:
        return None
    return _range(
        first, second, Window(first.window.start, second.window.end, first.window.precision)
    )


def _ordered(first: Found, second: Found, base: date) -> tuple[date, date]:
    assert first.window is not None
    assert second.window is not None
    start, end = first.window.start, second.window.end
    if end >= start:
        return start, end
    if second.weekday and start >= base - timedelta(days=1):
        return start, end + timedelta(days=7)
    if first.weekday:
        return start - timedelta(days=7), end
    return start, end


def _clock_alone(found: Found, context: Context) -> bool:
    """Give a clock time that no date stands beside the day the text is at."""
    if found.clock is None or not stands_alone(found, context):
        return False
    clock = found.clock
    if clock.midnight and not (
        _DEADLINE.search(context.before(found.start, 24))
        or is_future(context, found.start, found.end)
    ):
        # 'Shortly after midnight' is the one that this day began with.
        clock = replace(clock, day_shift=0, midnight=False)
    found.window = _at(context.base, clock)
    found.readings = _midnights(context.base, clock)
    return True


def _prefixed(found: Found, context: Context) -> Found:
    """Read 'by', 'until', 'since' before a find."""
    window = found.window
    if window is None or found.kind not in {TimeKind.DATE, TimeKind.WINDOW}:
        return found
    if found.part in _NOONS and window.start_time is None:
        clock = Clock(
            _NOONS[found.part],
            Precision.HOUR,
            None,
            int(found.part == "midnight"),
            found.part == "midnight",
        )
        found = replace(
            found,
            window=_at(window.start, clock),
            readings=_midnights(window.start, clock),
            clock=clock,
        )
        window = found.window
        assert window is not None
    head = context.before(found.start, 40)
    if context.text[found.end - 2 : found.end] in {"'s", "’s"}:
        return found
    if since := _SINCE.search(head):
        return _since(found, window, context, found.start - len(head) + since.start())
    deadline = _DEADLINE.search(head)
    own = _OWN.match(context.text, found.start, found.end)
    if deadline is None and own is None:
        return found
    word = deadline["word"].lower() if deadline else "by"
    start = found.start - len(head) + deadline.start() if deadline else found.start
    if deadline and _HELD.search(head):
        start = found.start
    if deadline and deadline["first"]:
        window = replace(window, end=window.start, precision=Precision.DAY)
    return _deadline(found, window, context, word, start)


def _since(found: Found, window: Window, context: Context, start: int) -> Found:
    if window.start > context.base:
        return found
    lasting = Window(
        window.start, context.base, window.precision, window.start_time, None, window.zone
    )
    return replace(found, start=start, kind=TimeKind.RANGE, window=lasting, dated=False)


_END_OF = re.compile(r"\bend\b", re.IGNORECASE)
"""'Before the end of the year' is up to its last day."""


_FAST = re.compile(r"Ramadan\b")
"""A month of fasting: what must be done by it must be done by its first day."""


def _deadline(found: Found, window: Window, context: Context, word: str, start: int) -> Found:
    """Due from the day it counts from to the day named; 'before' a day ends the day before it."""
    end, at = window.end, window.end_time
    if word == "before" and at is None and not _END_OF.search(context.text[start : found.end]):
        end = window.start - timedelta(days=1)
    if word == "by" and _FAST.match(context.text, found.start):
        end, window = window.start, replace(window, precision=Precision.DAY)
    if end < context.base or _is_told(found, context, word, end):
        return found
    due = Window(context.base, end, window.precision, None, at, window.zone)
    readings = tuple(
        Window(context.base, r.end, r.precision, None, r.end_time, r.zone)
        for r in found.readings
        if r.end >= context.base
    )
    return replace(found, start=start, kind=TimeKind.DEADLINE, window=due, readings=readings)


def _is_told(found: Found, context: Context, word: str, end: date) -> bool:
    """'By 07:00 three were dead' and 'days before the feast' tell of what was, and set no term."""
    if word in {"before", "prior to"}:
        return not is_future(context, found.start, found.end)
    return end == context.base and is_past(context, found.start, found.end)


def _with_zone(found: Found, context: Context, zones: Mapping[str, str]) -> Found:
    if found.clock is None or found.window is None:
        return found
    words = found.clock.zone
    if words is None and (after := ZONE_AFTER.match(context.text, found.end, context.high)):
        words, found.end = after["zone"], after.end("zone")
    zone = (zone_named(words, zones) if words else None) or found.clock.offset
    if zone is None:
        return found
    return replace(
        found, window=replace(found.window, zone=zone),
        readings=tuple(replace(r, zone=zone) for r in found.readings),
    )  # fmt: skip


def expression(found: Found, text: str) -> TimeExpression:
    """The finished expression."""
    minutes = found.minutes
    whole = minutes is not None and all(m % 60 == 0 for m in minutes)
    return TimeExpression(
        text=text[found.start : found.end],
        span=(found.start, found.end),
        kind=found.kind,
        window=found.window,
        hours=(minutes[0] // 60, minutes[1] // 60) if minutes and whole else None,
        readings=found.readings,
        flagged=found.flagged,
        minutes=minutes,
        part=found.part,
    )
