"""Two meetings in one sentence: "in A on Tuesday and in B on Wednesday", "ahead of a new round"."""

import re
from itertools import pairwise

from reading.document import Document, Sentence
from reading.facts import Window
from reading.talk_days import days_in
from reading.talk_places import city_at

FOLLOWED_BY = re.compile(
    r"\bfollowed (?:on \w+day )?by [^.;,]{0,60}$"
    r"|\b(?:ahead of|before|prior to|in preparation for|to prepare(?: for)?|with)"
    r" (?:(?:an?|the|another|their) )?(?:[\w-]+ )?(?:next|new|another|further|follow-up"
    r"|second|third|fourth|fifth|sixth|planned|scheduled|fresh|expected)(?: [\w-]+){0,2} $",
    re.IGNORECASE,
)
"""Before a meeting: it comes after the one that the sentence tells first."""
_AND_IN = re.compile(
    r"(?:,|,? and|,? then|, before)(?: then| again| later)? (?:in|at)"
    r" (?P<city>[A-Z][\w’' -]{2,24}?),?(?: on)? "
)
"""Between two days: another city."""


def second_leg(
    document: Document, sentence: Sentence, first: Window | None
) -> tuple[Window, str] | None:
    """Day and city of the meeting that is told in one breath with another one."""
    for day, after in pairwise(days_in(sentence)):
        if day.window is None or day.window != first or after.window is None:
            continue
        found = _AND_IN.fullmatch(document.text, day.span[1], after.span[0])
        if found is None or after.window.start <= day.window.start:
            continue
        start, end = (edge - sentence.span[0] for edge in found.span("city"))
        city = city_at(document, sentence, start, end)
        if city is not None and city in found["city"]:
            return after.window, city
    return None
