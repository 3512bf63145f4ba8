"""From which day and hour a deadline's length counts: its own beginning, or the end it had."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reading.deadline_trigger import Trigger
from reading.document import Sentence, TimeExpression
from reading.facts import Window

LONG_AGO = timedelta(days=120)
LATE = timedelta(days=1)
"""A day that began while it was still the day before elsewhere, or 'midnight' that ends a day."""
WEEKDAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?(?: (?:night|evening|noon|morning))?$"
)
_TO_END = r"(?:due |set |supposed )?to (?:expire|end|run out|lapse)\b"
WAS_DUE = re.compile(rf"\b(?:was|were|is|had been) {_TO_END}\s?(?:on|at|by)?\s*$", re.IGNORECASE)
WAS_TO_END = re.compile(
    rf"\b(?:was|were|had been) {_TO_END}|\bwould have (?:expired|ended|run out|lapsed|passed)\b",
    re.IGNORECASE,
)

RAN_UNTIL = re.compile(
    r"\b(?:which|that|it|was|were|had)(?: (?:was|were|had|to))*"
    r" (?:run|ran|last(?:ed)?|hold|held)\s$",
    re.IGNORECASE,
)
"""Before "until Friday": so long it was to last, before it was prolonged."""

BEGINS = re.compile(
    r"\b(?:beg[ia]n\w*|start\w*|effect|into force|from|as of|effective)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
"""Before a time: from then on a truce holds."""


LENGTH = re.compile(
    r"\b(?!(?:the|this|that|next|last|of|each|every|coming)\b)(?:\d+|[a-z]+)[- ]"
    r"(?:hours?|days?|weeks?|fortnight|months?)\b",
    re.IGNORECASE,
)


def counted(time: TimeExpression) -> bool:
    """A length to be counted from the day it was said ("50 days"), unlike a date."""
    return LENGTH.search(time.text) is not None


_TO_BEGIN = re.compile(r"\b(?:begin|start)\w*\b[^.;:]{0,60} (?:on|from) (?:the )?$", re.IGNORECASE)
_AND_END = re.compile(
    r",? (?:and|to be)\b(?: to)? (?:complet|finish|conclud|end)\w*[^.;:,]{0,60}?"
    r"(?: (?:with)?in(?: the)?)? ",
    re.IGNORECASE,
)


_SETS_OFF = re.compile(
    r",? (?:thus |thereby )?(?:(?:which )?(?:start(?:ing|ed)|set(?:ting)? off|trigger(?:ing|ed))"
    r"|beginning|which began)(?: (?:a|an|the|its))? ",
    re.IGNORECASE,
)


def begun(sentence: Sentence, limit: TimeExpression) -> date | None:
    """ "To begin on Saturday and be complete within eight days": they count from the Saturday.

    So do the hours of "they left on Friday, starting a 72-hour clock" from the Friday.
    """
    low = sentence.span[0]
    for time in sentence.times if counted(limit) else ():
        between = sentence.text[time.span[1] - low : limit.span[0] - low]
        begins = _TO_BEGIN.search(sentence.text[: time.span[0] - low])
        ends = begins and _AND_END.fullmatch(between)
        if time.window is not None and (ends or _SETS_OFF.fullmatch(between)):
            return time.window.end
    return None


def old_end(told: Sequence[Sentence], said_on: date) -> date | None:
    """The day on which what is prolonged was to end, where the sentences say so."""
    for sentence, time in ((s, t) for s in told for t in s.times):
        before = sentence.text[: time.span[0] - sentence.span[0]]
        if time.window is not None and (WAS_DUE.search(before) or RAN_UNTIL.search(before)):
            day = time.window.end
            if WEEKDAY.match(time.text):
                week = (day - timedelta(days=7), day, day + timedelta(days=7))
                day = min(week, key=lambda one: abs(one - said_on))
            return day if said_on - 2 * LATE <= day <= said_on + LONG_AGO else None
    return None


OF_HOURS = re.compile(r"\bhours?\b", re.IGNORECASE)
_OF_TRUCE = re.compile(
    r"\b(?:truce|cease-?fire|deal|agreement|accord)\b[^.;]*\b(?:t(?:akes?|ook)|c(?:ame|omes)) ",
    re.IGNORECASE,
)
"""Beside "72 hours to free them": it is the truce's beginning that they count from."""


def at_the_hour(window: Window, told: Sequence[Sentence], trigger: Trigger) -> Window:
    """A truce of so many days ends at the hour at which it begins, or was to end before.

    So do the hours that somebody has from a truce's beginning.
    """
    hours = [trigger.start] if trigger.start is not None else []
    for sentence, time in ((s, t) for s in told for t in s.times):
        before = sentence.text[: time.span[0] - sentence.span[0]]
        if _SETS_OFF.match(sentence.text, time.span[1] - sentence.span[0]):
            hours.append(time)
        if not trigger.truce and not _OF_TRUCE.search(before):
            continue
        if BEGINS.search(before) or WAS_DUE.search(before) or RAN_UNTIL.search(before):
            hours.append(time)
    for begins in (t.window for t in hours if t.window is not None):
        if begins.end_time is not None and begins.start_time == begins.end_time:
            return replace(
                window,
                start_time=begins.end_time,
                end_time=begins.end_time,
                precision=begins.precision,
                zone=begins.zone,
            )
    return window
