"""Why a sentence is taken to speak of a deadline, and at which words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reading.deadline_roles import concerns_the_war
from reading.deadline_words import (
    CONSEQUENCES,
    EXTENDED_TRUCE,
    GENERIC,
    GIVES_TIME,
    MUST,
    NOUN,
    THREAT,
    TIME_TO_ACT,
    TRUCE,
)
from reading.document import Document, Sentence, TimeExpression, TimeKind

CONDITION_TIME = re.compile(
    r"\b(?:in|within|inside|by|before|until) (?:the )?(?:next )?$", re.IGNORECASE
)
STARTS_AT_LIMIT = re.compile(r"(?:in|within|inside|by|under|before|until) ", re.IGNORECASE)
HAS_UNTIL = re.compile(r"\bha(?:s|ve|d) (?:until |till )?$", re.IGNORECASE)
_PLURALS = ("deadlines", "ultimatums")
FROM_NOW = re.compile(r"\bfrom (?:today|tonight|now)\b", re.IGNORECASE)
LENGTH = re.compile(r"\b(?:days?|hours?|weeks?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Where in the document a deadline is spoken of, and by which sort of words."""

    at: int
    noun: bool = False
    truce: bool = False


def triggers(document: Document, sentence: Sentence) -> Iterator[Trigger]:
    """One for a word that names a deadline or a truce that ends; else one a due time."""
    found = tuple(_candidates(document, sentence))
    if found and concerns_the_war(document, sentence):
        yield from found


def _candidates(document: Document, sentence: Sentence) -> Iterator[Trigger]:
    start = sentence.span[0]
    noun = NOUN.search(sentence.text)
    if noun is not None:
        if not _generic(sentence, noun):
            yield Trigger(start + noun.start(), noun=True)
        return
    if not sentence.times:
        return
    truce = TRUCE.search(sentence.text) or EXTENDED_TRUCE.search(sentence.text)
    if truce is not None:
        yield Trigger(start + truce.start(), truce=True)
        return
    for time in sentence.times:
        if _is_given(sentence, time) or _is_condition(document, sentence, time):
            yield Trigger(time.span[0])


def _generic(sentence: Sentence, noun: re.Match[str]) -> bool:
    """ "Every new ultimatum", "he has set deadlines before": no deadline in particular."""
    if GENERIC.search(sentence.text[: noun.start()]):
        return True
    return noun.group().lower() in _PLURALS and not sentence.times


def _is_given(sentence: Sentence, time: TimeExpression) -> bool:
    """ "Gave him 50 days to ...", "has until Friday to ..."."""
    low, high = time.span[0] - sentence.span[0], time.span[1] - sentence.span[0]
    before, after = sentence.text[:low], sentence.text[high:]
    if GIVES_TIME.search(before) and TIME_TO_ACT.match(after):
        return True
    until = time.text.lower().startswith(("until", "till")) or before.endswith(("until ", "till "))
    return until and HAS_UNTIL.search(before) is not None


def _is_condition(document: Document, sentence: Sentence, time: TimeExpression) -> bool:
    """A threat or an obligation with a time by which it bites."""
    threatened = THREAT.search(sentence.text) and names_consequence(document, sentence)
    if not threatened and not MUST.search(sentence.text):
        return False
    if time.kind is TimeKind.DEADLINE:
        return True
    before = sentence.text[: time.span[0] - sentence.span[0]]
    limits = CONDITION_TIME.search(before) or STARTS_AT_LIMIT.match(time.text)
    limits = limits or FROM_NOW.search(time.text)
    length = time.kind is TimeKind.DURATION or LENGTH.search(time.text)
    return bool(threatened and length and limits)


def names_consequence(document: Document, sentence: Sentence) -> bool:
    """What is threatened stands in the sentence or just before it ("very severe ones")."""
    near = document.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    return any(pattern.search(s.text) for s in near for _, pattern in CONSEQUENCES)
