"""Is every sentence of a summary borne out? Each names its sources, and no number is new."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from eval.tally import Mark, Verdict

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
_VALUES = (
    {word: n for n, word in enumerate(_UNITS)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
    | {word: n for n, word in enumerate(_ORDINALS, 1)}
    | {"a": 1, "an": 1, "another": 1, "both": 2, "couple": 2, "half": 30}
)
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_MONTHS = list(month_name)[1:]
_DATES = re.compile(
    rf"\b\d{{1,2}}(?:[–-]\d{{1,2}})? (?:{'|'.join(_MONTHS)})(?: \d{{4}})?|"
    rf"\b(?:{'|'.join(_MONTHS)})(?: \d{{1,2}},)? \d{{4}}|\b\d{{1,2}}:\d\d\b"
)
_MINUTES = re.compile(r"\b(?P<n>[6-9]\d) minutes\b")
"""An hour and some minutes, as minutes."""
_DIGITS = re.compile(r"(?<![^\W_])\d+(?:[,.]\d{3})*")
"""Numbers in figures; those of a name (M23, F16) count nothing."""
_WORDS = re.compile(r"[a-z]+")


def summary_marks(events: Iterable[Mapping[str, Any]], texts: Mapping[str, str]) -> Iterator[Mark]:
    """One mark for each sentence; `texts` holds the articles' full texts by id."""
    for event in events:
        for line in event["summary"]:
            sources = [texts[s] for s in line["sources"] if s in texts]
            stray = _stray(line["text"], sources)
            yield Mark(
                "summary supported",
                Verdict.WRONG if stray or not sources else Verdict.RIGHT,
                "",
                f"{line['text']}  [{', '.join(map(str, sorted(stray))) or 'no source'}]",
            )


def _stray(sentence: str, sources: Iterable[str]) -> set[int]:
    """Numbers of the sentence that no source states, be it in a longer or shorter unit of time.

    Dates are resolved, so they may be new; so may be minutes that hours and minutes add up to.
    """
    stated: set[int] = set()
    for text in sources:
        numbers = stated_numbers(text)
        stated |= numbers | {scale * n for n in numbers for scale in (7, 24, 60)}
    sentence = _MINUTES.sub(
        lambda found: found[0] if int(found["n"]) - 60 not in stated else " ", sentence
    )
    return {n for n in _digits(_DATES.sub(" ", sentence)) if n not in stated}


def stated_numbers(text: str) -> set[int]:
    """Every number that a text states, in figures or in words."""
    return _digits(text) | _spelled(text)


def _digits(text: str) -> set[int]:
    return {int(re.sub(r"[,.]", "", found)) for found in _DIGITS.findall(text)}


def _spelled(text: str) -> set[int]:
    """Numbers in words: 'twenty-four', 'six hundred', 'two dozen'. Generous: all that could be."""
    found: set[int] = set()
    value = 0
    for word in _WORDS.findall(text.casefold()):
        if word in _VALUES:
            value = value + _VALUES[word] if value >= 20 and _VALUES[word] < 20 else _VALUES[word]
        elif word in _SCALES:
            value = max(value, 1) * _SCALES[word]
        elif word != "and":
            value = 0
        if value:
            found.add(value)
    return found
