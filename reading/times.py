"""Time expressions of news text, resolved: a one-pass grammar over words, no library."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from reading import sentences
from reading.bare import lower, words_of
from reading.document import TimeExpression, TimeKind
from reading.facts import Span
from reading.times_clock import CLOCK_RULES
from reading.times_found import DIGITS, Context, Found, Rule
from reading.times_join import expression, join
from reading.times_lengths import LENGTH_RULES
from reading.times_periods import PERIOD_RULES
from reading.times_rules import DAY_RULES, FEAST_OPENS
from reading.times_terms import TERM_RULES
from reading.times_words import MONTHS, SEASONS, UNIT_MINUTES, WEEKDAYS

_RULES: tuple[Rule, ...] = (*DAY_RULES, *PERIOD_RULES, *LENGTH_RULES, *TERM_RULES, *CLOCK_RULES)
_MAX_PIECE = 2000
_TOKEN = re.compile(r"[^\W\d_]+|(\d+)")
_DATED_DIGITS = re.compile(r"\d(?:\d{3}|\d?[-/.:h]\d|\d?\s?[ap]\.?\s?m\b|\d?(?:st|nd|rd|th)\b)")
"""Digits that may be a year, a date or a clock time: all others are counts."""

_NAMES_A_MOVEMENT = re.compile(
    r"\s+(?:(?-i:[A-Z])\w+\s+|rebel\s+)?movement\b(?!\s+(?:of|on|in|to|across|through)\b)",
    re.IGNORECASE,
)
"""After a date: movements are called after one ("the May 2 Movement"); nothing happens then."""


def _classes() -> dict[str, str]:
    """Each word without which some rules find nothing, with the letters of those rules' classes."""
    classes: dict[str, str] = {}

    def add(letter: str, words: Iterable[str]) -> None:
        for word in words:
            classes[word] = classes.get(word, "") + letter

    add("M", MONTHS)
    add("W", [w for w in WEEKDAYS if w.endswith("day")])
    units = [*UNIT_MINUTES, "weekend", "quarter", *SEASONS]
    add("U", [*units, *(f"{unit}s" for unit in units)])
    add("R", ["today", "yesterday", "tomorrow", "tonight", "overnight"])
    add("UR", ["morning", "afternoon", "evening", "night"])
    add("C", ["m", "am", "pm", "h", "noon", "midday", "midnight", "clock", "gmt", "utc", "hours"])
    add("F", FEAST_OPENS.split())
    add("Q", ["quarter", "half", "q1", "q2", "q3", "q4"])
    return classes


# Sets of rules are kept as the bits of a number, the first rule's the lowest.
def _of_classes(letters: str) -> int:
    return sum(1 << n for n, rule in enumerate(_RULES) if not rule.classes.isdisjoint(letters))


_BY_WORD = {word: _of_classes(letters) for word, letters in _classes().items()}
_CLASS_WORDS = frozenset(_BY_WORD)
_BY_DIGITS = _of_classes("D")
_CUED = [(1 << n, rule.cues) for n, rule in enumerate(_RULES) if rule.cues]
_OPENED = {
    word: sum(1 << n for n, rule in enumerate(_RULES) if word in rule.opens)
    for word in frozenset().union(*(rule.opens for rule in _RULES))
}
"""The rules that a match beginning with this word may belong to."""


def find(
    text: str,
    ref: datetime,
    *,
    base: date | None = None,
    zones: Mapping[str, str] | None = None,
    spans: Sequence[Span] = (),
    words: Sequence[frozenset[str]] = (),
) -> list[TimeExpression]:
    """Every time expression in the text, in order, without overlaps.

    `ref` is the time of publication (aware), `base` the day that relative words count from, if not
    that day. `zones` maps places to IANA names for 'Springfield time'. `spans` are the sentences,
    where the caller has split them, and `words` the bare words of each. Raises ValueError if `ref`
    is naive; finds nothing outside the years 1000 to 9000.
    """
    if ref.tzinfo is None:
        raise ValueError("the reference time has no time zone; give an aware datetime")
    context = Context(text, lower(text), 0, 0, ref, base or ref.date())
    if not 1000 <= context.base.year <= 9000:
        return []
    found: list[TimeExpression] = []
    for start, end, bare in _pieces(context.lowered, spans or _sentences(text), words):
        active = _active(bare, context.lowered, start, end)
        if active:
            context.low, context.high = start, end
            found += [expression(f, text) for f in _in_sentence(context, active, zones or {})]
    return found


def _sentences(text: str) -> list[Span]:
    return [(span.start, span.end) for span in sentences.split(text)]


def _pieces(
    lowered: str, spans: Sequence[Span], words: Sequence[frozenset[str]]
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The sentences with their words, cut where one is too long, so that work stays linear."""
    for index, (start, end) in enumerate(spans):
        if words and end - start <= _MAX_PIECE:
            yield start, end, words[index]
            continue
        while end - start > _MAX_PIECE:
            cut = lowered.rfind(" ", start, start + _MAX_PIECE)
            cut = cut if cut > start else start + _MAX_PIECE
            yield start, cut, words_of(lowered[start:cut])
            start = cut
        yield start, end, words_of(lowered[start:end])


def _active(words: frozenset[str], lowered: str, low: int, high: int) -> int:
    """The rules worth trying in a sentence with these words."""
    active = _BY_DIGITS if _DATED_DIGITS.search(lowered, low, high) else 0
    for word in words & _CLASS_WORDS:
        active |= _BY_WORD[word]
    for rule, cues in _CUED if active else ():
        if active & rule and cues.isdisjoint(words):
            active ^= rule
    return active


def _in_sentence(context: Context, active: int, zones: Mapping[str, str]) -> list[Found]:
    found: list[Found] = []
    position = 0
    for token in _TOKEN.finditer(context.lowered, context.low, context.high):
        rules = active & _OPENED.get(DIGITS if token.lastindex else token.group(), 0)
        if not rules or token.start() < position:
            continue
        item = _at(token.start(), rules, context)
        if item is None:
            continue
        position = item.end
        if not _NAMES_A_MOVEMENT.match(context.text, item.end):
            found.append(item)
            _move_anchor(item, context)
    return join(found, context, zones) if found else found


def _at(start: int, rules: int, context: Context) -> Found | None:
    """What begins here: the longest match of these rules that resolves."""
    matches: list[tuple[int, int, re.Match[str]]] = []
    while rules:
        order = (rules & -rules).bit_length() - 1
        rules &= rules - 1
        match = _RULES[order].pattern.match(context.text, start, context.high)
        if match is not None:
            matches.append((-match.end(), order, match))
    if len(matches) > 1:
        matches.sort(key=lambda m: m[:2])
    for _, order, match in matches:
        if (item := _RULES[order].resolve(match, context)) is not None:
            return item
    return None


def _move_anchor(found: Found, context: Context) -> None:
    if found.dated and found.window is not None and found.kind is not TimeKind.DEADLINE:
        context.anchor = found.window.end
