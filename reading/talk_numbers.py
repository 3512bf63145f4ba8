"""Which round it is: the number that a sentence gives it, or how many it says came before."""

import re

from reading.document import Sentence
from reading.talk_words import COUNTS, EARLIER_ROUNDS, ORDINAL, ORDINALS, ROUND_NUMBER, SINCE


def rounds_before(sentence: Sentence) -> int | None:
    """How many rounds "two previous rounds" counts before the one in hand."""
    found = EARLIER_ROUNDS.search(sentence.text, sentence.stems)
    return count_of_rounds(found["count"]) if found and not found["first"] else None


def count_of_rounds(word: str) -> int:
    """'Two' or '2' as a number."""
    return int(word) if word.isdigit() else COUNTS[word.lower()]


NONE_PLANNED = re.compile(
    r"\b(?:no|without|any|nor|not (?:yet )?(?:set|agreed|fixed)) (?:\w+ ){0,4}(?:for|of|on|to) "
    r"(?:an? |the |any )?$|\bno $",
    re.IGNORECASE,
)
"""'No plan for a fourth round': a round that the sentence says is not to be."""


ANOTHER = re.compile(
    r"\b(?:the same day as|(?:day|date|time|venue|place) (?:for|of)|ahead of|before|pending|until"
    r"|followed by|prepar\w+ (?:for|of)) (?:the |an? |their )?$",
    re.IGNORECASE,
)
"""Before an ordinal: that round is another than the one in hand."""
OF_TWO_MEN = re.compile(r" (?:of|between) the two (?:men|presidents|leaders|ministers)\b")
"""After "the seventh meeting": so often have they met, on whatever track."""


FIRST_OF_ITS_KIND = re.compile(
    r"\b(?:direct|in-person|face-to-face|bilateral|trilateral|public|meeting of)\b"
)
"""Inside "first talks": none like them were held before, which is no count of rounds."""


def number_of(sentence: Sentence) -> int | None:
    """The number of the round that the sentence speaks of, if it counts one."""
    text, stems = sentence.text, sentence.stems
    for found in (*ORDINAL.finditer(text, stems), *ROUND_NUMBER.finditer(text, stems)):
        if ANOTHER.search(text, 0, found.start()) or OF_TWO_MEN.match(text, found.end()):
            continue
        if SINCE.match(text[found.end() :]) or NONE_PLANNED.search(text[: found.start()]):
            continue
        word = found["word"].lower()
        if word == "first" and FIRST_OF_ITS_KIND.search(found.group()):
            continue
        return ORDINALS.get(word) or COUNTS.get(word) or int(re.sub(r"\D", "", word))
    return None
