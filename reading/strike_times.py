"""When an attack took place: the time that a sentence gives for it, and whether it is looked back on."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from reading.document import Document, Sentence, TimeExpression, TimeKind
from reading.facts import Precision, Window

DAY = timedelta(days=1)
_LONGEST = 2 * DAY
"""An attack lasts a night at most; a longer window tells of a period, not of an attack."""

_SAID_WHEN = re.compile(
    r"\b(?:said|says|told(?: \w+)?|wrote|announced|reported|confirmed|stated|condemned|declared|posted|added"
    r"|officials|authorities|spoke|met|visited|talks|meeting)(?: in a \w+| \w+ly)? (?:on |late |early |late on |early on )*$",
    re.IGNORECASE,
)
_AFTER_MIDNIGHT = re.compile(r"\b(?:early|morning|dawn|after midnight|to)\b", re.IGNORECASE)
_NIGHT_TO = re.compile(r"\bnight (?:in)?(?:to|of) $", re.IGNORECASE)
_RECALLED = re.compile(
    r"\b(?:(?:a|one|two|three|four|five|several|\d+) (?:days?|weeks?|months?|years?|nights?) (?:earlier|before(?=[,.;]|$| had)|ago)"
    r"|(?:days|weeks|months|years) (?:earlier|before(?=[,.;]|$)|ago)|the (?:day|night|week|month) before(?=[,.;]|$)|anniversar\w+|recall(?:s|ed|ing)?\b"
    r"|previous(?:ly)? (?!unknown)|earlier (?:raid|attack|strike|this (?:week|month|year))|last (?:week|month|year|spring|summer|autumn|fall|winter)"
    r"|since (?:the|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)"
    r"|old record|in 20[0-2]\d|at the time of|years? ago)\b|^earlier:",
    re.IGNORECASE,
)
_BEFORE_THAT = re.compile(
    r"\bhad (?:already |also |previously |earlier |only )?(?:been )?(?:hit|struck|killed|attacked|shelled|bombed|launched"
    r"|fired|wounded|injured|damaged|destroyed|targeted|died|suffered|been through)\b",
    re.IGNORECASE,
)
_REPORTED_SPEECH = re.compile(
    r"\b(?:said|says|told|reported|according|wrote|claimed|confirmed|stated|added|announced|noted)\b", re.IGNORECASE
)  # fmt: skip
_TAKEN_AS_KNOWN = re.compile(
    r"\b(?:condemn\w*|denounc\w*|deplor\w*|mourn\w*|react\w*|respon(?:d|se)\w*|in answer to|retaliat\w*|following|after"
    r"|despite|since|damaged by|destroyed by|hit by|survivors? of|victims? of|funerals?|wake of|inspect\w*|visit\w*|promis\w*"
    r"|revenge|over|emerged|recover\w*|rebuild\w*|rebuilt)\b[^.;]{0,80}$",
    re.IGNORECASE,
)


def usable(times: Iterable[TimeExpression], ref: date) -> list[TimeExpression]:
    """Times short enough to be an attack's, and not ahead of the article."""
    return [
        time
        for time in times
        if time.window is not None
        and time.kind is not TimeKind.DURATION
        and time.window.end - time.window.start <= _LONGEST
        and time.window.start <= ref + DAY
        and time.window.precision not in (Precision.MONTH, Precision.VAGUE)
    ]


def window_at(document: Document, sentence: Sentence, position: int) -> Window | None:
    """The window that the sentence gives for what stands at `position` of the document.

    The nearest time counts, not the day on which somebody spoke; a night beats the day it ends on.
    """
    ref = document.ref.date()
    times = [t for t in usable(sentence.times, ref) if not _is_said(document, sentence, t)]
    if not times:
        return None
    nearest = min(times, key=lambda time: _distance(time, position, document.text))
    best = _window(nearest, document.text)
    for time in times:
        window = _window(time, document.text)
        if is_night(window) and same_attack(window, best):
            return window
    return best


def _window(time: TimeExpression, text: str) -> Window:
    """The time's window; 'Sunday night' runs into Monday, as the attack did."""
    window = time.window
    assert window is not None
    before = text[max(0, time.span[0] - 16) : time.span[0]]
    if window.is_one_day and _NIGHT_TO.search(before):
        return replace(window, start=window.start - DAY, start_time=None, end_time=None)
    if time.part == "night" and window.is_one_day and not _AFTER_MIDNIGHT.search(time.text):
        return replace(window, end=window.end + DAY, start_time=None, end_time=None)
    return window


def _distance(time: TimeExpression, position: int, text: str) -> int:
    """Characters between; a semicolon or 'but' in between weighs as a long way."""
    low, high = sorted((time.span[0], position))
    apart = 500 if re.search(r";| but | while |, then ", text[low:high]) else 0
    return high - low + apart


_SPOKE_AFTER = re.compile(
    r"^,? (?:said|condemned|told|announced|urged|warned|called|wrote|denounced|met|visited|expressed|confirmed"
    r"|deplored|accused|demanded|marked|mourned)\b",
    re.IGNORECASE,
)


def _is_said(document: Document, sentence: Sentence, time: TimeExpression) -> bool:
    if _SPOKE_AFTER.match(document.text[time.span[1] : time.span[1] + 20]):
        return True
    before = document.text[max(sentence.span[0], time.span[0] - 40) : time.span[0]]
    return bool(_SAID_WHEN.search(before))


def is_night(window: Window) -> bool:
    """True for an evening and the morning after."""
    return window.end - window.start == DAY


def same_attack(first: Window, second: Window) -> bool:
    """Whether two windows can be one attack's: equal, or a night and the day on which it ended."""
    if (first.start, first.end) == (second.start, second.end):
        return True
    night, day = (first, second) if is_night(first) else (second, first)
    return is_night(night) and day.is_one_day and day.start == night.end


def joined(first: Window, second: Window) -> Window:
    """The fuller of two windows of one attack: the night, else the first told."""
    return second if is_night(second) and not is_night(first) else first


def taken_as_known(before: str) -> bool:
    """Whether the words before an attack speak of something else that it caused or preceded."""
    return bool(_TAKEN_AS_KNOWN.search(before))


def looks_back(sentence: Sentence, before: str, age: int | None) -> bool:
    """Whether the sentence recalls its attack instead of reporting it.

    `before` is what stands before the attack in the sentence; `age` its days before the article.
    """
    if _RECALLED.search(sentence.text):
        return True
    if _BEFORE_THAT.search(sentence.text) and not _REPORTED_SPEECH.search(sentence.text):
        return True
    return age is not None and age >= 2 and taken_as_known(before)


def long_ago(sentence: Sentence, ref: date) -> bool:
    """A time of the sentence that is a period, or lies more than a month back."""
    return any(
        time.window is not None
        and time.kind is not TimeKind.DURATION
        and (time.window.precision is Precision.MONTH or (ref - time.window.end).days > 31)
        for time in sentence.times
    )
