"""When a deadline falls due: the time expression that belongs to it, as a window."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as midday

from reading.document import Sentence, TimeExpression, TimeKind
from reading.facts import Precision, Window
from reading.times import find

NOT_DUE = re.compile(
    r"\b(?:since|after|last|earlier|on|said|late|early on|as of|ago|for|than the|of the"
    r"|from (?:his|the)"
    r"|instead of|down from|rather than|original|previous|initial)\s+(?:the |a |an |its |his "
    r"|about |original )?$",
    re.IGNORECASE,
)
"""Before a time: it is when something was said or done, or the older deadline."""

REPLACED = re.compile(
    r"\b(?:from|than|instead of|replac\w+|shorten\w*|cut\w*|reduc\w+|extend\w*|original|previous"
    r"|initial|earlier"
    r"|of the|down from|rather than|first gave)\s+(?:the |that |his |its |an? |original "
    r"|earlier |previous )*$",
    re.IGNORECASE,
)
"""Before a time: this is the deadline that is being replaced."""

WAS_DUE = re.compile(
    r"\b(?:was|were|is|had been) (?:due |set |supposed )?to (?:expire|end|run out"
    r"|lapse)\s?(?:on|at|by)?\s*$",
    re.IGNORECASE,
)

LONG_AGO = timedelta(days=120)

UP_TO = re.compile(
    r"^(?:by|until|till|before|within|no later than|not later than|ahead of) (?:the )?",
    re.IGNORECASE,
)

FINE = (Precision.MINUTE, Precision.HOUR, Precision.DAY)


def due_times(
    sentence: Sentence, anchor: int, said_on: date, past: bool = False
) -> list[tuple[TimeExpression, Window]]:
    """Times in the sentence that can be due times, each as a window; the likeliest first."""
    found = []
    for time in sentence.times:
        window = _due_window(time, said_on)
        if window is None or window.end < said_on - LONG_AGO:
            continue
        if window.end < said_on and not past and not names_it(sentence, time):
            continue
        if _spans(window, said_on) and time.kind is not TimeKind.DEADLINE:
            continue
        found.append((time, window))
    return sorted(
        found, key=lambda pair: _unlikeliness(sentence, pair[0], pair[1], anchor, said_on)
    )


def _spans(window: Window, day: date) -> bool:
    """A stretch that the day lies in ("this week"): when it was said, not when it is due."""
    return window.start <= day <= window.end and window.start != window.end


def names_it(sentence: Sentence, time: TimeExpression) -> bool:
    """ "The 8 August deadline": the deadline goes by that day even when it is past."""
    after = sentence.text[time.span[1] - sentence.span[0] :]
    return (
        re.match(r"[\s-]+(?:\w+ )?(?:deadline|ultimatum|cut-?off)\b", after, re.IGNORECASE)
        is not None
    )


def is_a_name(sentence: Sentence, time: TimeExpression) -> bool:
    """ "The two-week truce": a length that the thing goes by, not one that starts now."""
    after = sentence.text[time.span[1] - sentence.span[0] :]
    return counted(time) and NAMED.match(after) is not None


def replaced(sentence: Sentence, time: TimeExpression) -> bool:
    """True where the time is the old one of a deadline that moves ("was due to expire at 8")."""
    before = sentence.text[: time.span[0] - sentence.span[0]]
    return REPLACED.search(before) is not None or WAS_DUE.search(before) is not None


def _unlikeliness(
    sentence: Sentence, time: TimeExpression, window: Window, anchor: int, said_on: date
) -> tuple[bool, bool, bool, int]:
    return (
        replaced(sentence, time),
        window.end < said_on,
        not _due_form(time),
        abs(time.span[0] - anchor),
    )


def _due_form(time: TimeExpression) -> bool:
    return time.kind in (TimeKind.DEADLINE, TimeKind.DURATION) or " from " in time.text


BY = re.compile(r"\b(?:by|until|no later than) (?:the )?$", re.IGNORECASE)
NAMED = re.compile(
    r"[\s-]+(?:\w+ )?(?:cease-?fire|truce|pause|armistice|moratorium)\b", re.IGNORECASE
)
JOINED = re.compile(
    r"(?:['’]s)?[\s-]*(?:[\w-]+\s){0,2}$"
    r"|,? (?:\w+ )?(?:is|was|as|being)? ?(?:the|a|an|his|her|its|their|that)\b[\w\s’'-]{0,30}$",
    re.IGNORECASE,
)
"""Between a date and the word for a deadline: the deadline is that day's."""

ELSEWHERE = re.compile(
    r"[;:]|, (?:and|but)\b|\b(?:as|when|while|which|who|after|since|where)\b"
    r"|\b(?:meet(?:s|ing)?|host(?:s|ing)?|hold(?:s|ing)?|sign(?:s|ed|ing)?|visit(?:s|ing)?|travel\w*"
    r"|talks|summit|met|said|told|announced|signed)\b"
    r"|\b(?:set|gave|given|issued|imposed|started)\b[^.;]{0,30}\bon (?:the )?$",
    re.IGNORECASE,
)
"""Between the word for a deadline and a date: the date is of something else."""

LENGTH = re.compile(r"\b(?:\d+|[a-z]+)[- ](?:hours?|days?|weeks?|months?)\b", re.IGNORECASE)


def counted(time: TimeExpression) -> bool:
    """A length to be counted from the day it was said ("50 days"), unlike a date."""
    return LENGTH.search(time.text) is not None


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


def _due_window(time: TimeExpression, said_on: date) -> Window | None:
    if time.window is None:
        if time.hours is None:
            return None
        first, last = (said_on + timedelta(hours=h) for h in time.hours)
        return Window(first, last, Precision.DAY)
    runs_up = time.kind is TimeKind.DEADLINE or (
        time.window.start <= said_on < time.window.end and LENGTH.search(time.text)
    )
    if runs_up and time.window.precision in FINE:
        return last_day(time.window)
    return _period(time, said_on) if time.kind is TimeKind.DEADLINE else time.window


def _period(time: TimeExpression, said_on: date) -> Window | None:
    """The stretch that 'by early spring' names, without the days that run up to it."""
    bare = UP_TO.sub("", time.text)
    if time.window is None or bare == time.text:
        return time.window
    ref = datetime.combine(said_on, midday(12), UTC)
    named = (found.window for found in find(bare, ref) if found.window is not None)
    return next((w for w in named if w.end == time.window.end), time.window)


def last_day(window: Window) -> Window:
    """A stretch that runs up to a due time, as the due time alone."""
    return replace(window, start=window.end, start_time=window.end_time)


def windows_of(times: Iterable[TimeExpression]) -> tuple[Window, ...]:
    """Rival readings of the time expressions as due windows, each once."""
    readings = (reading for time in times for reading in time.readings)
    return tuple(dict.fromkeys(last_day(r) if r.precision in FINE else r for r in readings))
