"""A new limit beside the one that it replaces: shorter, longer, or one day fixed out of several.

News often says so without a verb for it: "ten days from today", and two sentences on, "a day
earlier he had spoken of 10 or 12 days".
"""

import re
from dataclasses import replace
from datetime import timedelta

from reading.deadline_frames import masked
from reading.deadline_matter import sides_of
from reading.deadline_moves import ANY_TERM
from reading.document import Document, Sentence, TimeExpression
from reading.facts import DeadlineOp, DeadlineStatement

_REPLACED = re.compile(
    r"\b(?:had (?:\w+ )?(?:given|set|spoken of|said|granted|promised|threatened|demanded|named)"
    r"|replac(?:es?|ed|ing)"
    r"|g[ai]ve|set|instead of|rather than|down from|up from|original|initial|first|earlier"
    r"|previous)"
    rf"\b[^.;]{{0,45}}?(?P<t>{ANY_TERM})",
    re.IGNORECASE,
)
_LATELY = re.compile(
    r"\b(?:(?:a|one|two|three|\d+|few) (?:days?|weeks?|hours) (?:earlier|ago|before)|yesterday"
    r"|fortnight ago|replac(?:es?|ed|ing)|last week|earlier this (?:week|month)"
    r"|instead of|rather than|down from|up from|originally|initially|initial|original|previous)\b",
    re.IGNORECASE,
)


def revised(document: Document, statement: DeadlineStatement) -> DeadlineStatement:
    """The statement with what its new limit does to the one that the article says it replaces."""
    if statement.op is not DeadlineOp.ISSUE or statement.background or not statement.addressee:
        return statement
    new = _days(statement)
    if new is None:
        return statement
    for sentence in document.sentences:
        old = _replaced(sentence)
        if (
            old is None
            or not _LATELY.search(sentence.text)
            or _of_others(document, sentence, statement)
        ):
            continue
        if old[1] > new[1]:
            within = old[0] < old[1] and old[0] <= new[0]
            return replace(statement, op=DeadlineOp.FIX if within else DeadlineOp.SHORTEN)
        if old[0] < new[0] == new[1] == old[1]:
            return replace(statement, op=DeadlineOp.FIX)
    return statement


def _days(statement: DeadlineStatement) -> tuple[int, int] | None:
    if statement.window is None or statement.said_on is None:
        return None
    start, end = statement.window.start, statement.window.end
    return (start - statement.said_on).days, (end - statement.said_on).days


def _replaced(sentence: Sentence) -> tuple[int, int] | None:
    """The length in days that the sentence says was set before."""
    found = _REPLACED.search(masked(sentence)) if sentence.times else None
    if found is None:
        return None
    at = sentence.span[0] + found.start("t")
    return next((_length(t) for t in sentence.times if t.span[0] == at), None)


def _length(time: TimeExpression) -> tuple[int, int] | None:
    if time.hours is not None:
        return time.hours[0] // 24, time.hours[1] // 24
    counted = re.match(r"(?:within |in )?(?:\d+|[a-z]+) (?:days|weeks)$", time.text, re.IGNORECASE)
    if counted is None or time.window is None:
        return None
    length: timedelta = time.window.end - time.window.start
    return length.days, length.days


def _of_others(document: Document, sentence: Sentence, statement: DeadlineStatement) -> bool:
    """The older limit was another side's."""
    named = set(sides_of(document, sentence.names))
    return bool(named) and named.isdisjoint(statement.addressee)
