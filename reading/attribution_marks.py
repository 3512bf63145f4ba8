"""Where a text says who speaks: reporting verbs, 'according to' and their like."""

import re
from typing import NamedTuple

from reading.bare import places
from reading.document import Sentence
from reading.wordlist import words

# Verbs after which a clause is what somebody says; the value says what must follow, if anything.
_FREE = words(
    """
    said says say told tells claimed claims claim reported confirmed confirms announced
    announces added adds wrote writes posted stated states noted notes estimated estimates
    insisted insists alleged alleges acknowledged declared declares explained explains argued
    argues revealed reveals asserted asserts warned warns specified clarified recalled admitted
    admits denied denies tweeted informed emphasised emphasized stressed stresses suggested
    suggests maintained maintains reiterated conceded indicated indicates commented disclosed
    remarked concluded tallied
    """
)
# These are nouns as often, or take other objects: only before 'that', or with a name before them.
BOUND = words(
    """
    reports report puts put vowed pledged threatened accused blamed recorded counted listed detailed
    gave gives spoke speaks warning counts lists raised raises revised updated issued released
    """
)
_VERBS = _FREE | BOUND
_ACCORDING = re.compile(
    r"\b(?:according\s+to|in\s+the\s+words\s+of|as\s+(?:reported|stated|claimed|announced"
    r"|confirmed|told)\s+by|citing|quoting|(?:count|tally|toll|figures?|numbers?|totals?)\s+"
    r"(?:(?:was|were|is)\s+)?(?:given|issued|released|reported|published|announced)\s+by"
    r"|per(?=\s+(?:the\b|(?-i:[A-Z]))))\s+",
    re.IGNORECASE,
)
_ACCORDING_WORDS = words("according words by citing quoting per")
_CAPITALISED = re.compile(r"\b[A-Z][\w.-]*\s+$")
_STATES = re.compile(r"States\b(?! (?:that|it|he|she)\b)")


_A_WARNING = re.compile(
    r"(?:\b(?:an?|the|his|her|its|their|this|that)|['’]s)\s(?:[\w.-]+\s){0,3}$", re.IGNORECASE
)
"""Before "warning": it is what somebody gave, and no verb."""


class Mark(NamedTuple):
    """A place where the text says who speaks: a reporting verb, or 'according to'."""

    start: int
    end: int
    verb: str
    """Empty for 'according to'."""


def marks_in(sentence: Sentence, text: str) -> list[Mark]:
    """The marks of the sentence, in the order of the text."""
    low, high = sentence.span
    marks: list[Mark] = []
    if verbs := sentence.words & _VERBS:
        marks += [
            Mark(low + at, low + at + len(verb), verb)
            for verb in verbs
            for at in places(verb, sentence.lowered, 0, len(sentence.lowered))
            if not _part_of_a_name(sentence.text, at)
            and not (verb == "warning" and _A_WARNING.search(sentence.text, 0, at))
        ]
        marks.sort()
    if not _ACCORDING_WORDS.isdisjoint(sentence.words):
        marks += [Mark(m.start(), m.end(), "") for m in _ACCORDING.finditer(text, low, high)]
        marks.sort()
    return marks


def _part_of_a_name(text: str, at: int) -> bool:
    """True for a capital letter inside running text, as in 'the Gulf States'; not in a headline."""
    if not text[at : at + 1].isupper() or not _CAPITALISED.search(text, max(0, at - 40), at):
        return False
    if _STATES.match(text, at):
        return True
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return 2 * sum(word[0].islower() for word in long) > len(long)
