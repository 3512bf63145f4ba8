"""Whether a meeting is told as news, or recalled from well before it."""

import re
from datetime import timedelta

from reading.document import Document, Sentence
from reading.facts import Window
from reading.talk_attendance import TWO_MEN
from reading.talk_days import is_of_older_clause
from reading.talk_recalled import OLD
from reading.talk_words import RECALLED, ROUND_OF

AFTERMATH_WITHIN = 2
"""Up to this sentence, "said after the talks" reports the talks; further on it looks back."""


YESTERDAY = timedelta(days=2)
"""Before publication: up to then a past perfect still tells the news."""
TIE = 50
"""Characters after a meeting word within which a month or year tells when it was held."""
YEAR = re.compile(r"\bin (?P<year>(?:19|20)\d\d)\b")


HAD = re.compile(r"\bhad\b", re.IGNORECASE)


def is_recalled(
    document: Document, sentence: Sentence, anchor: re.Match[str], window: Window | None
) -> bool:
    """A feature's pluperfect of yesterday or the day before still tells the news."""
    around = sentence.text[max(0, anchor.start() - 60) : anchor.end() + 25]
    found = RECALLED.search(around)
    if found is None:
        return False
    fresh = window is not None and window.start >= document.ref.date() - YESTERDAY
    fresh = fresh and window is not None and window.is_one_day
    if window is None and sentence.index <= AFTERMATH_WITHIN:
        fresh = TWO_MEN.search(sentence.text) is not None
    return not (fresh and HAD.match(found.group()))


def is_old(
    document: Document, sentence: Sentence, anchor: re.Match[str], window: Window | None
) -> bool:
    """Held long before the news, by its day or by a month or year that stands with it."""
    before = document.ref.date() - OLD
    if _only_tells_which(sentence, anchor):
        return True
    if window is not None:
        return window.end < before
    if any(is_of_older_clause(document, sentence, day, anchor) for day in sentence.times):
        return True
    named = ROUND_OF.match(sentence.text, anchor.end())
    end = sentence.span[0] + (named.end() if named else anchor.end())
    near = [t.window for t in sentence.times if t.window and 0 <= t.span[0] - end <= TIE]
    year = YEAR.search(sentence.text)
    past = year is not None and int(year["year"]) < document.ref.year
    if year is not None and OTHER_CLAUSE.search(sentence.text, anchor.end(), year.start()):
        past = False
    return past or any(w.end < before for w in near)


def _only_tells_which(sentence: Sentence, anchor: re.Match[str]) -> bool:
    """ "They swapped men under a deal reached at their talks": those have no day of their own."""
    end = sentence.span[0] + anchor.end()
    dated = any(0 <= time.span[0] - end <= TIE for time in sentence.times)
    there = AGREED_THERE.search(sentence.text[: anchor.start()])
    return there is not None and not dated and not sentence.heading


AGREED_THERE = re.compile(
    r"\b(?:(?:exchanges?|swaps?|deals?|truces?|cease-?fires?|release|handover|terms|formula)"
    r"(?: (?:of|between|with) (?:(?!(?:is|are|was|were|has|have|had)\b)[\w’'-]+ ){1,8}?)?"
    r"|(?:that|which) (?:was|were|had been))"
    r" ?(?:agreed|reached|settled)(?: upon| on)? (?:at|during) (?:the |their |its )?"
    r"(?:(?!\w*day['’])[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before a meeting: it only tells which swap or truce is spoken of."""
OTHER_CLAUSE = re.compile(r"\b(?:since|after|when|who|which|where|ended|ending)\b", re.IGNORECASE)
"""Between a meeting and a year of the past: it is the year of something else."""
