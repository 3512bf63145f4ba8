"""When a deadline falls due: the time expression that belongs to it, as a window."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as midday
from zoneinfo import ZoneInfo

from reading.deadline_starts import (
    LATE,
    LENGTH,
    LONG_AGO,
    OF_HOURS,
    RAN_UNTIL,
    WAS_DUE,
    WEEKDAY,
    at_the_hour,
    begun,
    counted,
    old_end,
)
from reading.deadline_trigger import Trigger
from reading.document import Sentence, TimeExpression, TimeKind
from reading.facts import DeadlineOp, Precision, Window
from reading.talk_clauses import OF_A_WAR
from reading.times import find
from reading.times_calendar import same_day_months_on, shifted

REPLACED = re.compile(
    r"\b(?:from|than|instead of|replac\w+|shorten\w*|cut\w*|reduc\w+|extend\w*|original|previous"
    r"|initial|earlier"
    r"|of the|down from|rather than|first gave)\s+(?:the |that |his |its |an? |original "
    r"|earlier |previous )*$",
    re.IGNORECASE,
)
"""Before a time: this is the deadline that is being replaced."""

MOVES = (DeadlineOp.SHORTEN, DeadlineOp.EXTEND, DeadlineOp.FIX, DeadlineOp.REINTERPRET)
ENDS = frozenset(
    {
        DeadlineOp.OVERTAKE,
        DeadlineOp.LAPSE,
        DeadlineOp.SUSPEND,
        DeadlineOp.RETRACT,
        DeadlineOp.MEET,
    }
)
"""Operations after which nothing falls due."""

UP_TO = re.compile(
    r"^(?:by|until|till|before|within|no later than|not later than|ahead of) (?:the )?",
    re.IGNORECASE,
)

FINE = (Precision.MINUTE, Precision.HOUR, Precision.DAY)


_BARE_CLOCK = re.compile(r"(?:midnight|noon|[\d:.]+(?: ?[ap]\.?m\.?)?)", re.IGNORECASE)
"""An hour without a day is the next one after it was told."""


_LONG_GONE = timedelta(hours=8)


def tomorrow(time: TimeExpression, window: Window, now: datetime) -> Window:
    """ "They have until 5 a.m.", printed in the evening: the hour of the next morning."""
    hour = UP_TO.sub("", time.text).split(" time")[0]
    if window.end_time is None or not _BARE_CLOCK.match(hour) or _DAY_NAMED.search(hour):
        return window
    zone = ZoneInfo(window.zone) if window.zone else now.tzinfo
    due = datetime.combine(window.end, window.end_time, zone)
    return _moved(window, LATE) if timedelta() < now - due - _LONG_GONE < LATE else window


_DAY_NAMED = re.compile(r"day|tonight|\bon\b|\b[A-Z][a-z]+ \d", re.IGNORECASE)


def due_window(
    told: Sequence[Sentence], trigger: Trigger, said_on: date, op: DeadlineOp, *, counts: bool
) -> tuple[Window | None, tuple[Window, ...]]:
    """When it falls due and what else the words can mean. Lengths are counted where `counts`.

    `told` is the sentence that speaks of it, and those beside it, which may say when it was to end.
    """
    sentence = told[0]
    if trigger.start is not None and trigger.start.window is not None:
        told_on, said_on = said_on, trigger.start.window.end
        if _BARE_CLOCK.fullmatch(trigger.start.text):
            said_on = min(said_on, told_on + LATE)
    if trigger.time is not None:
        said_on = begun(sentence, trigger.time) or said_on
        w = _window_of(trigger.time, said_on)
        w = _coming(trigger.time, w) if w and w.end < said_on and op is DeadlineOp.ISSUE else w
        times = [(trigger.time, w)] if w else []
    else:
        times = _fitting(sentence, trigger, said_on, op)
    if not counts:
        times = [(t, w) for t, w in times if t.window is not None and not counted(t)]
    if not times:
        return None, ()
    time, window = times[0]
    if op is DeadlineOp.EXTEND and counted(time) and (old := old_end(told, said_on)):
        window = _moved(window, old - said_on)
    if (trigger.truce or OF_HOURS.search(time.text)) and counted(time) and not window.end_time:
        window = at_the_hour(window, told, trigger)
    return window, tuple(w for w in windows_of([time]) if w != window)


def _fitting(
    sentence: Sentence, trigger: Trigger, said_on: date, op: DeadlineOp
) -> list[tuple[TimeExpression, Window]]:
    """The times that may be the due one of what the trigger names, the likeliest first."""
    ending = op in ENDS
    times = due_times(sentence, trigger.at, said_on, past=ending)
    if op is DeadlineOp.CONFIRM:
        from_now = [(t, w) for t, w in times if t.kind is TimeKind.DEADLINE and not trigger.noun]
        times = [(t, w) for t, w in times if not counted(t)] or from_now
    if not ending:
        times = [
            (t, w)
            for t, w in times
            if not (t.kind is TimeKind.DATE and w.start == w.end == said_on)
            or names_it(sentence, t)
        ]
    if trigger.noun:
        times = [(t, w) for t, w in times if belongs(sentence, t, trigger.at)]
    if trigger.noun and op is DeadlineOp.ISSUE:
        times = [(t, w) for t, w in times if names_it(sentence, t)] or times
    if op in (DeadlineOp.OVERTAKE, DeadlineOp.MEET):
        times = [(t, w) for t, w in times if names_it(sentence, t)]
    if trigger.truce:
        times = [(t, w) for t, w in times if not is_a_name(sentence, t)]
    if op is DeadlineOp.LAPSE:
        times = [(t, _gone(t, w, said_on)) for t, w in times]
        times = [(t, w) for t, w in times if w.start <= said_on + LATE and not counted(t)]
    if op in MOVES:
        to_day = [(t, w) for t, w in times if not counted(t) and _moved_to(sentence, t)]
        times = to_day or [(t, w) for t, w in times if not replaced(sentence, t)]
        times = [(t, w) for t, w in times if not when_moved(sentence, t)]
        dated = [(t, w) for t, w in times if t.kind is TimeKind.DEADLINE and not counted(t)]
        times = dated or times  # "for 10 days until 6 April"
        times = [(t, w) for t, w in times if not names_it(sentence, t)] or times
    return times


def _moved_to(sentence: Sentence, time: TimeExpression) -> bool:
    """ "Put off by ten days, to 25 November": the day that is named counts, not the length."""
    before = sentence.text[: time.span[0] - sentence.span[0]]
    return time.kind is TimeKind.DATE and _ONTO.search(before) is not None


_ONTO = re.compile(r", (?:now |that is,? )?to (?:the )?$", re.IGNORECASE)
MOVED_ON = re.compile(
    r"\b(?:extend|prolong|renew|postpon|delay|deferr|shorten|suspend)(?:s|ed)(?: again| once more)?"
    r" (?:(?:late|early) )?on (?:the )?$",
    re.IGNORECASE,
)
"""Before a day: on it the deadline was moved, not to it."""


def when_moved(sentence: Sentence, time: TimeExpression) -> bool:
    """True for "extended on Friday": the day on which it moved."""
    return MOVED_ON.search(sentence.text[: time.span[0] - sentence.span[0]]) is not None


def _moved(window: Window, by: timedelta) -> Window:
    return replace(window, start=window.start + by, end=window.end + by)


HAS_LASTED = re.compile(
    r"\bha(?:s|ve|d) been (?:\w+ ){0,4}for (?:more than |over |nearly |almost |about "
    r"|at least |some )?$"
)
"""Before a length: so long it has been already."""


def due_times(
    sentence: Sentence, anchor: int, said_on: date, past: bool = False
) -> list[tuple[TimeExpression, Window]]:
    """Times in the sentence that can be due times, each as a window; the likeliest first."""
    found = []
    for time in sentence.times:
        if OF_A_WAR.match(sentence.text, time.span[1] - sentence.span[0]):
            continue
        lasting = time.kind is TimeKind.DURATION and _YEARS.search(time.text)
        if lasting and not names_it(sentence, time):
            continue
        if HAS_LASTED.search(sentence.text[: time.span[0] - sentence.span[0]]):
            continue
        window = _window_of(time, begun(sentence, time) or said_on)
        if window is None or window.end < said_on - LONG_AGO:
            continue
        if window.end < said_on and not past and names_it(sentence, time):
            window = _coming(time, window)
        if window.end < said_on and not past and not names_it(sentence, time):
            continue
        if _spans(window, said_on) and time.kind is not TimeKind.DEADLINE:
            continue
        found.append((time, window))
    return sorted(
        found, key=lambda pair: _unlikeliness(sentence, pair[0], pair[1], anchor, said_on)
    )


_YEARS = re.compile(r"\byears?\b", re.IGNORECASE)
"""So long a war lasts, or a pact: nobody is given it to act."""


def _spans(window: Window, day: date) -> bool:
    """A stretch that the day lies in ("this week"): when it was said, not when it is due."""
    return window.start <= day <= window.end and window.start != window.end


def names_it(sentence: Sentence, time: TimeExpression) -> bool:
    """ "The 8 August deadline": the deadline goes by that day even when it is past."""
    after = sentence.text[time.span[1] - sentence.span[0] :]
    return (
        re.match(
            r"(?:[\s-]+(?:[\w-]+ )?|, (?:the|his|her|its|their) (?:[\w-]+ ){0,2})"
            r"(?:deadline|ultimatum|cut-?off|time limit|limit)\b",
            after,
            re.IGNORECASE,
        )
        is not None
    )


def is_a_name(sentence: Sentence, time: TimeExpression) -> bool:
    """ "The two-week truce": a length that the thing goes by, not one that starts now."""
    after = sentence.text[time.span[1] - sentence.span[0] :]
    return NAMED.match(after) is not None


def replaced(sentence: Sentence, time: TimeExpression) -> bool:
    """True where the time is the old one of a deadline that moves ("was due to expire at 8")."""
    before = sentence.text[: time.span[0] - sentence.span[0]]
    if time.kind is TimeKind.DEADLINE or _moves_over(time):
        return RAN_UNTIL.search(before) is not None
    by_so_much = counted(time) and _PROLONGED.search(before) and not is_a_name(sentence, time)
    if by_so_much and not names_it(sentence, time):
        return False  # "extended five days"
    return REPLACED.search(before) is not None or WAS_DUE.search(before) is not None


_PROLONGED = re.compile(r"\b(?:extend|prolong|renew)(?:s|ed)?\s$", re.IGNORECASE)


def _unlikeliness(
    sentence: Sentence, time: TimeExpression, window: Window, anchor: int, said_on: date
) -> tuple[bool, bool, bool, bool, int]:
    return (
        replaced(sentence, time),
        window.end < said_on,
        TIMES_IN.search(sentence.text[: time.span[0] - sentence.span[0]]) is not None,
        not _due_form(time),
        abs(time.span[0] - anchor),
    )


def _due_form(time: TimeExpression) -> bool:
    return time.kind in (TimeKind.DEADLINE, TimeKind.DURATION) or " from " in time.text


TIMES_IN = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|latest|\w+th|time|twice|delays?)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
"""Before a length: so often has it happened in that time ("the second delay in two weeks")."""

BY = re.compile(r"\b(?:by|until|no later than) (?:the )?$", re.IGNORECASE)
NAMED = re.compile(
    r"[\s-]+(?:(?!(?:the|an?|their|its|to|of|in|for|from) )\w+ )?"
    r"(?:cease-?fire|truce|pause|armistice|moratorium)\b",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"(?:['’]s)?[\s-]*(?:(?!(?:after|before|as|over|despite|amid|following|in|on|with)\s)[\w-]+\s)"
    r"{0,2}$"
    r"|,? (?:\w+ )?(?:is|was|as|being)? ?(?:the|a|an|his|her|its|their|that)\b[\w\s’'-]{0,30}$",
    re.IGNORECASE,
)
"""Between a date and the word for a deadline: the deadline is that day's."""

ELSEWHERE = re.compile(
    r"[;:]|, (?:and|but)\b|\b(?:as|when|while|which|who|after|since|where)\b"
    r"|\b(?:meet(?:s|ing)?|host(?:s|ing)?|hold(?:s|ing)?|sign(?:s|ed|ing)?|visit(?:s|ing)?"
    r"|travel\w*"
    r"|talks|summit|met|said|told|announced|signed)\b"
    r"|\b(?:set|gave|given|issued|imposed|started)\b[^.;]{0,30}\bon (?:the )?$",
    re.IGNORECASE,
)
"""Between the word for a deadline and a date: the date is of something else."""


def belongs(sentence: Sentence, time: TimeExpression, noun: int) -> bool:
    """True for what says by itself that it is a term, and for a date tied to the deadline's noun.

    A date elsewhere in the sentence tells when something else happened, or will.
    """
    if time.kind in (TimeKind.DEADLINE, TimeKind.DURATION) or counted(time):
        return True
    low, at = sentence.span[0], noun - sentence.span[0]
    if BY.search(sentence.text[: time.span[0] - low]):
        return True
    if time.span[0] < noun:
        return JOINED.match(sentence.text[time.span[1] - low : at]) is not None
    return ELSEWHERE.search(sentence.text[at : time.span[0] - low]) is None


def _window_of(time: TimeExpression, said_on: date) -> Window | None:
    if time.window is None:
        if time.hours is None:
            return None
        first, last = (_counted_from(said_on, time, hours) for hours in time.hours)
        return Window(first, last, Precision.DAY) if first and last else None
    if _moves_over(time) and time.window.precision in FINE:
        return last_day(time.window)
    ahead = _AHEAD.match(time.text) is not None and time.window.start - said_on <= LATE
    if (
        (time.kind is TimeKind.DEADLINE or ahead)
        and counted(time)
        and time.window.precision in FINE
    ):
        end = shifted(said_on, (time.window.end - time.window.start).days) or said_on
        return replace(time.window, start=end, end=end, start_time=time.window.end_time)
    runs_up = time.kind is TimeKind.DEADLINE or (
        time.window.start <= said_on < time.window.end and LENGTH.search(time.text)
    )
    if runs_up and time.window.precision in FINE:
        return last_day(time.window)
    return _period(time, said_on) if time.kind is TimeKind.DEADLINE else time.window


_AHEAD = re.compile(r"(?:(?:with)?in|over) the (?:next|coming) ", re.IGNORECASE)
_MONTH = 720
"""Hours that the time grammar gives a month."""


def _counted_from(said_on: date, time: TimeExpression, hours: int) -> date | None:
    """So many hours on; whole months end on the same day of the month. None after year 9999."""
    if "month" in time.text.lower() and hours % _MONTH == 0:
        return same_day_months_on(said_on, hours // _MONTH) or said_on
    return shifted(said_on, hours // 24)


def _moves_over(time: TimeExpression) -> bool:
    """ "From Wednesday to Saturday", of a deadline: the later of the two is the new one."""
    return time.kind is TimeKind.RANGE and " to " in time.text and not counted(time)


def _coming(time: TimeExpression, window: Window) -> Window:
    """ "Friday's deadline", before Friday: a bare weekday that a deadline goes by lies ahead."""
    return _moved(window, timedelta(days=7)) if WEEKDAY.match(time.text) else window


def _gone(time: TimeExpression, window: Window, said_on: date) -> Window:
    """ "Let a Friday deadline pass": the Friday before, where the words alone mean the next."""
    ahead = window.start > said_on and WEEKDAY.match(time.text) is not None
    return _moved(window, timedelta(days=-7)) if ahead else window


def _period(time: TimeExpression, said_on: date) -> Window | None:
    """The stretch that 'by early spring' names, without the days that run up to it."""
    bare = UP_TO.sub("", time.text)
    if time.window is None or bare == time.text:
        return time.window
    ref = datetime.combine(said_on, midday(12), UTC)
    named = (found.window for found in find(bare, ref) if found.window is not None)
    whole = time.window
    if whole.precision is Precision.MONTH:  # "by June": the month alone is not found as a time
        whole = replace(whole, start=max(whole.start, whole.end.replace(day=1)))
    return next((w for w in named if w.end == time.window.end), whole)


def last_day(window: Window) -> Window:
    """A stretch that runs up to a due time, as the due time alone."""
    return replace(window, start=window.end, start_time=window.end_time)


def windows_of(times: Iterable[TimeExpression]) -> tuple[Window, ...]:
    """Rival readings of the time expressions as due windows, each once."""
    readings = (reading for time in times for reading in time.readings)
    return tuple(dict.fromkeys(last_day(r) if r.precision in FINE else r for r in readings))
