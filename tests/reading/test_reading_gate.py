"""A gated pattern finds what the bare one finds, in every text."""

import gc
import importlib
import pkgutil
import random
from collections.abc import Iterable
from typing import Any

import pytest

import reading
from reading.bare import lower, stems_of, words_of
from reading.gate import Gated, words_needed, words_opening

SEED = 20250725
TURNS = 60
FILLERS = "abt  -'’\"“1"


def all_gated() -> list[Gated]:
    """Every gated pattern of the reader, wherever it is kept."""
    for module in pkgutil.iter_modules(reading.__path__):
        importlib.import_module(f"reading.{module.name}")
    return [found for found in gc.get_objects() if isinstance(found, Gated)]


def sample(parsed: Iterable[Any], dice: random.Random) -> str:
    """A text made as the parsed pattern says; what stands beside it may still forbid the match."""
    return "".join(_sign(str(op), value, dice) for op, value in parsed)


def _sign(name: str, value: Any, dice: random.Random) -> str:
    if name == "LITERAL":
        return dice.choice([chr(value), chr(value).upper()])
    if name == "IN":
        literals = [chr(one) for op, one in value if str(op) == "LITERAL"]
        negated = str(value[0][0]) == "NEGATE"
        return dice.choice(literals if literals and not negated else FILLERS)
    if name == "BRANCH":
        return sample(dice.choice(value[1]), dice)
    if name == "SUBPATTERN":
        return sample(value[3], dice)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        low, high, inner = value
        turns = dice.randint(low, min(int(high), low + 2))
        return "".join(sample(inner, dice) for _ in range(turns))
    if name == "ASSERT" and value[0] > 0:
        return sample(value[1], dice)
    return dice.choice(["", " "]) if name.startswith("AT") else ""


def stems(text: str) -> frozenset[str]:
    return stems_of(words_of(lower(text)))


def test_no_gate_shuts_out_a_match() -> None:
    parser = importlib.import_module("re._parser")
    dice = random.Random(SEED)
    patterns = all_gated()
    matched = 0
    for gated in patterns:
        parsed = parser.parse(gated.pattern.pattern, gated.pattern.flags)
        for _ in range(TURNS):
            text = f"On Monday {sample(parsed, dice)} in a town."
            bare = [found.span() for found in gated.pattern.finditer(text)]
            assert [found.span() for found in gated.finditer(text, stems(text))] == bare, (
                gated.pattern.pattern,
                text,
            )
            matched += bool(bare)
    assert patterns
    assert matched > len(patterns) * TURNS // 4, "the samples hardly try the patterns"


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:talks|met with|sat) ", "talk met sat"),
        (r"\bmeets?\b", "meet"),
        (r"\b(?:is|are) (?:\w+ )?over\b", "over"),
        (r"\b[\w-]+ing talks", "talk"),
        (r"\bg[ai]ve[sn]?\b", "gave give"),
        (r"\bwithdr[ae]ws?\b", "withd"),
        (r"(?<!\w)no(?!\w)", "no"),
        (r"(?<![\w-])no(?![\w-])", "no"),
        (r"(?<![^\w])no\b", None),
        (r"\bmp[1-3x]\b", "mp1 mp2 mp3 mpx"),
        (r"cease-?fires?", None),
        (r"\b\d+ \w+", None),
        (r"\bmov\w*", None),
        (r"\b(?:war|\w+) ", None),
    ],
)
def test_words_are_those_that_every_match_has_one_of(pattern: str, needs: str | None) -> None:
    assert words_needed(pattern) == (None if needs is None else frozenset(needs.split()))


@pytest.mark.parametrize(
    ("pattern", "opens"),
    [
        (r"\b(?:talks|(?:the )?truce) held", "talk the truc"),
        (r"\b(?<=mini-)summits?\b|(?<!-)\bmet\b", "summ met"),
        (r"\bwith(?:draws?)?\b", "with withd"),
        (r"\b(?:\w+ )?talks", None),
        (r"'s talks\b", None),
        (r"(?:\btalks|rounds)\b", None),
        (r"\b(?=talks)", None),
    ],
)
def test_a_match_begins_with_one_of_its_opening_words(pattern: str, opens: str | None) -> None:
    assert words_opening(pattern) == (None if opens is None else frozenset(opens.split()))


@pytest.mark.parametrize(
    "text", ["Talks on talks, no TALKS.", "Tal\u212as", "Mini-talks", "Etalks"]
)
def test_a_pattern_tried_at_words_finds_what_it_finds_everywhere(text: str) -> None:
    gated = Gated(r"\btalks\b(?! on)")
    spans = [found.span() for found in gated.matches(text)]
    assert spans == [found.span() for found in gated.pattern.finditer(text)]


def test_a_gate_is_shut_where_none_of_its_words_stands() -> None:
    gated = Gated(r"\btalks\b")
    assert gated.search("Talks began.", stems("Talks began.")) is not None
    assert gated.search("Talks began.", frozenset({"bega"})) is None
    assert list(gated.finditer("Talks on talks.", frozenset())) == []


def test_a_gate_is_shut_where_no_alternative_has_all_its_words() -> None:
    gated = Gated(r"\b(?:held \w+ talks|met)\b")
    assert gated.may_match(stems("They held indirect talks."))
    assert gated.may_match(stems("They met."))
    assert not gated.may_match(stems("The talks were off."))


def test_a_gate_stays_open_where_an_alternative_has_no_words() -> None:
    assert Gated(r"\b(?:talks|\w+ing) round\b").may_match(stems("A meeting round"))
    assert Gated(r"\d+|\btalks\b").may_match(stems("No words"))
