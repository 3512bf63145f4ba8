"""How long a truce or a pause is to last, and what lengths near its name are not its own."""

import re

from reading.document import TimeExpression
from reading.talk_clauses import OF_A_WAR, Clause
from reading.talk_items import Mention

HOURS_NEAR = 40
NOT_ITS_LENGTH = re.compile(
    r"\b(?:after|following|end(?:s|ed|ing)?|halt(?:s|ed|ing)?|stop(?:s|ped|ping)?|within|in|past|last"
    r"|capp(?:ed|ing)|since|ago|spent|during)(?: (?:the|some|nearly|almost|about|around|over|just"
    r"|only|more than|at least|another|a further))*\s$",
    re.IGNORECASE,
)
"""Before a length: that of the fighting which a truce ends, or of the talks that brought it."""
OF_ANOTHER = re.compile(
    r" (?:of|after|later|since|before|ago)\b"
    r"(?! (?:an? |the )?(?:\w+ ){0,2}(?:cease-?fire|truce|calm|quiet|silence|pause|peace|lull))",
    re.IGNORECASE,
)
"""After a length: what it is the length of, or from when it counts."""


ITS_OWN = re.compile(
    r"[”\"’']? (?:[\w-]+ ){0,4}?(?:cease-?fires?|truces?|pauses?|lulls?|halts?|moratorium|calm"
    r"|breaks?|suspension|armistice|phases?|periods?|respite|window|extension|cessation|stop"
    r"|silence|peace)\b",
    re.IGNORECASE,
)
"""After "nine-month": a truce, and not the transition that is to follow it."""


def hours_of(clause: Clause, mention: Mention) -> tuple[int, int] | None:
    """The shortest and the longest that a truce or pause is to last; None where none is told."""
    low, high = clause.at(mention.start) - HOURS_NEAR, clause.at(mention.end) + HOURS_NEAR
    for time in clause.times:
        if time.hours is not None and low <= time.span[0] <= high and _lasts(clause, time):
            return time.hours
    return None


def _lasts(clause: Clause, time: TimeExpression) -> bool:
    """The length may be that of a truce: it is not told as the length of something else."""
    text, start = clause.sentence.text, clause.sentence.span[0]
    before, after = text[: time.span[0] - start], text[time.span[1] - start :]
    if "-" in time.text and not ITS_OWN.match(after):
        return False
    return not (NOT_ITS_LENGTH.search(before) or OF_ANOTHER.match(after) or OF_A_WAR.match(after))
