"""The bare words of a text, cut once: what a rule asks first, so that most sentences cost it none.

A rule names the words or stems of which one must stand in a sentence, and asks `isdisjoint` before
it tries a pattern.
"""

import re
from collections.abc import Iterator

from reading.wordlist import words

WORD = re.compile(r"\w+")
STEM = 4
"""Letters of a stem: enough to tell words apart, few enough to stand in all their forms."""
CROWDED = "with"
"""A stem that stands in every other sentence: one letter more tells 'withdraw' from 'with'."""


def lower(text: str) -> str:
    """Lower case at the same length: a letter whose lower case is longer stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def places(word: str, lowered: str, low: int, high: int) -> Iterator[int]:
    """Where the word stands by itself in a stretch: quicker than going through all its words."""
    at = lowered.find(word, low, high)
    while at >= 0:
        end = at + len(word)
        if not (lowered[at - 1 : at].isalpha() or lowered[end : end + 1].isalpha()):
            yield at
        at = lowered.find(word, end, high)


def words_of(lowered: str) -> frozenset[str]:
    """The words of a text in lower case: runs of letters and digits, cut at all other signs."""
    return frozenset(WORD.findall(lowered))


def stems_of(found: frozenset[str]) -> frozenset[str]:
    """The first four letters of each word, or five; a shorter word is its own stem."""
    cut = {word[:STEM] for word in found}
    if CROWDED in cut:
        cut.remove(CROWDED)
        cut.update([word[: STEM + 1] for word in found if word.startswith(CROWDED)])
    return frozenset(cut)


def stem_of(word: str) -> str:
    """The first four letters of one word in lower case, or five."""
    return word[: STEM + 1] if word.startswith(CROWDED) else word[:STEM]


def stems(text: str) -> frozenset[str]:
    """The stems of a list of words written as running text: what to ask a sentence's stems for."""
    return stems_of(words(text))
