"""On which day a meeting is held, as one sentence tells it."""

import re
from dataclasses import replace
from datetime import date, timedelta

from reading.document import Document, Sentence, TimeExpression, TimeKind
from reading.facts import Precision, Window
from reading.talk_words import MEETING

MOVED_TO = re.compile(
    r"\b(?:postponed|moved|delayed|put off|pushed back|rescheduled)\b[\w\s]{0,30}\b(?:to|until"
    r"|till|for)\s+(?:the )?$",
    re.IGNORECASE,
)
NOT_ITS_DAY = re.compile(r"\b(?:since|as on|until|by|before|within)\s+(?:the )?$", re.IGNORECASE)
WEEK = timedelta(days=7)
LONGEST_MEETING = timedelta(days=31)
TOUCHING = 30
"""Characters after a meeting word in which a day belongs to it ("the meeting on Monday")."""


def days_in(sentence: Sentence) -> list[TimeExpression]:
    """Times that can be a meeting's day: no lengths, no "first time since March 2022"."""
    return [
        time
        for time in sentence.times
        if time.window is not None
        and time.kind is not TimeKind.DURATION
        and re.search(r"[a-z]{3}", time.text, re.IGNORECASE)
        and not NOT_ITS_DAY.search(sentence.text[: time.span[0] - sentence.span[0]])
        and not time.text.lower().startswith(("since", "until", "by ", "before", "within"))
        and time.window.precision is not Precision.MONTH
        and time.window.end - time.window.start <= LONGEST_MEETING
    ]


def day_of(
    document: Document, sentence: Sentence, anchor: re.Match[str], aside: bool
) -> Window | None:
    """The day nearest to the meeting's word; beside another event, only a day that touches it."""
    at, end = sentence.span[0] + anchor.start(), sentence.span[0] + anchor.end()
    days = days_in(sentence)
    if aside:
        days = [d for d in days if 0 <= d.span[0] - end <= TOUCHING or 0 <= at - d.span[1] <= 4]
    moved = [d for d in days if MOVED_TO.search(sentence.text[: d.span[0] - sentence.span[0]])]
    if moved and moved[0].window is not None:
        return _ahead(moved[0].window, document.ref.date())
    if days:
        return min(days, key=lambda time: abs(time.span[0] - at)).window
    return None if aside or sentence.heading else _day_before(document, sentence)


def _ahead(window: Window, today: date) -> Window:
    """A weekday to which something is put off lies ahead, whatever the tense says."""
    if window.end >= today or not window.is_one_day or (today - window.end).days > 6:
        return window
    return replace(window, start=window.start + WEEK, end=window.end + WEEK)


def _day_before(document: Document, sentence: Sentence) -> Window | None:
    """The one day that the sentence before, in the same paragraph, set the scene with."""
    if sentence.index == 0:
        return None
    previous = document.sentences[sentence.index - 1]
    days = [t for t in days_in(previous) if t.kind is TimeKind.DATE]
    if previous.paragraph != sentence.paragraph or len(days) != 1:
        return None
    return days[0].window if not MEETING.search(previous.text) else None
