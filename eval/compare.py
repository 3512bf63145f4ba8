"""When a found value is the gold one, and which found fact answers which gold fact."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Any, TypeVar

from eval.tally import Mark, Verdict

G = TypeVar("G")

_EMPTY = frozenset({"the", "of", "s", "a", "an", "and", "in", "for", "on", "regional", "local"})


_SHORTEST_VARIANT = 5
_VARIANT = 0.8
"""Share of letters in common from which two spellings are one name; Russian and Ukrainian: 0.5."""


def open_(gold: object) -> bool:
    """True where the gold does not judge the value."""
    return isinstance(gold, str) and gold == "*"


def choices(gold: Any) -> tuple[Any, ...]:
    """The values that are all right."""
    return gold if isinstance(gold, tuple) else (gold,)


def plain(value: object) -> str:
    """Without case, accents and punctuation: Çırağan is Ciragan."""
    text = unicodedata.normalize("NFKD", str(value).replace("ı", "i").replace("’", "'"))
    bare = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def same(gold: Any, got: object) -> bool:
    """True where the found value is one of the gold's; texts without case, accents, punctuation."""
    return any(
        got == one or (one is not None and got is not None and plain(one) == plain(got))
        for one in choices(gold)
    )


def same_speaker(gold: Any, got: str | None) -> bool:
    """True for one of the gold's names, in full or in part, however it is transliterated."""
    for one in choices(gold):
        if one is None or got is None:
            if one is got:
                return True
            continue
        mine, theirs = _words(one), _words(got)
        if mine and theirs and (_within(mine, theirs) or _within(theirs, mine)):
            return True
    return False


def _within(words: Iterable[str], others: frozenset[str]) -> bool:
    """Every word is among the others: Serhiy Tyurin is Serhii Tiurin, defense is defence."""
    return all(any(_alike(word, other) for other in others) for word in words)


@cache
def _alike(word: str, other: str) -> bool:
    if word == other:
        return True
    long_enough = min(len(word), len(other)) >= _SHORTEST_VARIANT
    return long_enough and SequenceMatcher(None, word, other).ratio() >= _VARIANT


def _words(name: str) -> frozenset[str]:
    return frozenset(plain(name).split()) - _EMPTY


def field_mark(
    metric: str,
    gold: Any,
    got: object,
    agree: Callable[[Any, Any], bool] = same,
    sentence: str = "",
) -> Iterator[Mark]:
    """The mark for one value of two facts that answer each other; none if nothing is to judge."""
    if open_(gold) or (gold is None and got is None):
        return
    if gold is None:
        verdict = Verdict.WRONG
    elif got is None and None not in choices(gold):
        verdict = Verdict.MISSED
    else:
        verdict = Verdict.RIGHT if agree(gold, got) else Verdict.DIFFERS
    yield Mark(metric, verdict, shown(gold), shown(got), sentence)


def shown(value: Any) -> str:
    """A value as a developer reads it."""
    if isinstance(value, tuple):
        return " or ".join(shown(one) for one in value)
    return "-" if value is None else str(value)


def pairs(
    gold: Sequence[G],
    found: Sequence[dict[str, Any]],
    likeness: Callable[[G, dict[str, Any]], float],
) -> tuple[list[tuple[G, dict[str, Any]]], list[G], list[dict[str, Any]]]:
    """Facts that answer each other, the likest first; then the gold left over, then the found."""
    ranked = sorted(
        ((likeness(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        reverse=True,
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for score, i, j in ranked:
        if score > 0 and -i not in taken and -j not in used:
            taken[-i] = -j
            used.add(-j)
    return (
        [(gold[i], found[j]) for i, j in sorted(taken.items())],
        [g for i, g in enumerate(gold) if i not in taken],
        [f for j, f in enumerate(found) if j not in used],
    )
