"""Time expressions of news text, resolved: a one-pass grammar over words, no library."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from reading import sentences
from reading.document import TimeExpression, TimeKind
from reading.facts import Span
from reading.times_calendar import FEASTS
from reading.times_clock import CLOCK_RULES
from reading.times_found import Context, Found, Rule
from reading.times_join import expression, join
from reading.times_lengths import LENGTH_RULES
from reading.times_periods import PERIOD_RULES
from reading.times_rules import DAY_RULES
from reading.times_words import MONTHS, NUMBERS, SEASONS, UNIT_MINUTES, WEEKDAYS

_RULES: tuple[Rule, ...] = (*DAY_RULES, *PERIOD_RULES, *LENGTH_RULES, *CLOCK_RULES)
_MAX_PIECE = 2000
_WORD = re.compile(r"[^\W\d_]+|\d+|[-–—/.:]")


def _word_classes() -> dict[str, str]:
    """Each word that can start a rule off, with the letters of the classes it belongs to."""
    classes: dict[str, str] = {}

    def add(letter: str, words: Sequence[str]) -> None:
        for word in words:
            classes[word] = classes.get(word, "") + letter

    add("M", list(MONTHS))
    add("W", [w for w in WEEKDAYS if w.endswith("day")])
    units = [*UNIT_MINUTES, "weekend", "quarter", *SEASONS]
    add("U", [*units, *(f"{unit}s" for unit in units)])
    add("R", ["today", "yesterday", "tomorrow", "tonight", "overnight"])
    add("UR", ["morning", "afternoon", "evening", "night"])
    add("C", ["m", "am", "pm", "h", "noon", "midday", "midnight", "clock", "gmt", "utc", "hours"])
    add("F", sorted({name.split()[0].split("'")[0].split("-")[0] for name in FEASTS}))
    add("Q", ["quarter", "half", "q"])
    add("O", ["st", "nd", "rd", "th"])
    return classes


_CLASSES = _word_classes()
_NUMBER_WORDS = NUMBERS.keys() - {"a", "an"}


def find(
    text: str,
    ref: datetime,
    *,
    base: date | None = None,
    zones: Mapping[str, str] | None = None,
    spans: Sequence[Span] | None = None,
) -> list[TimeExpression]:
    """Every time expression in the text, in order, without overlaps.

    `ref` is the time of publication (aware), `base` the day that relative words count from, if not
    that day. `zones` maps places to IANA names for 'Springfield time'. `spans` are the sentences,
    where the caller has split them. Raises ValueError if `ref` is naive; finds nothing outside
    the years 1000 to 9000.
    """
    if ref.tzinfo is None:
        raise ValueError("the reference time has no time zone; give an aware datetime")
    context = Context(text, 0, 0, ref, base or ref.date())
    if not 1000 <= context.base.year <= 9000:
        return []
    found: list[TimeExpression] = []
    for start, end in _pieces(text, spans):
        context.low, context.high = start, end
        found += [expression(f, text) for f in _in_sentence(context, zones or {})]
    return found


def _pieces(text: str, spans: Sequence[Span] | None) -> Iterator[Span]:
    """The sentences, cut where one is too long to be one, so that work stays linear."""
    for start, end in spans if spans is not None else [s[:2] for s in sentences.split(text)]:
        while end - start > _MAX_PIECE:
            cut = text.rfind(" ", start, start + _MAX_PIECE)
            cut = cut if cut > start else start + _MAX_PIECE
            yield start, cut
            start = cut
        yield start, end


def _in_sentence(context: Context, zones: Mapping[str, str]) -> list[Found]:
    words = set(_WORD.findall(context.text[context.low : context.high].lower()))
    classes = _classes_of(words)
    if not classes:
        return []
    matches = [
        (match.start(), -match.end(), order, match)
        for order, rule in enumerate(_RULES)
        if rule.may_match(classes, words)
        for match in rule.pattern.finditer(context.text, context.low, context.high)
    ]
    matches.sort(key=lambda m: m[:3])
    found: list[Found] = []
    for start, _, order, match in matches:
        if found and start < found[-1].end:
            continue
        if (item := _RULES[order].resolve(match, context)) is not None:
            found.append(item)
            _move_anchor(item, context)
    return join(found, context, zones)


def _classes_of(words: set[str]) -> set[str]:
    """The classes of the sentence's words; A stands for an amount of time, a unit with a number."""
    classes = {letter for word in words & _CLASSES.keys() for letter in _CLASSES[word]}
    numbers = [word for word in words if word[0] <= "9" and word.isdecimal()]
    if any(len(number) == 4 for number in numbers):
        classes.add("Y")
    if len(numbers) > 1 and not words.isdisjoint("-/."):
        classes.add("N")
    if ":" in words and numbers:
        classes.add("C")
    if "U" in classes and (numbers or not words.isdisjoint(_NUMBER_WORDS)):
        classes.add("A")
    return classes


def _move_anchor(found: Found, context: Context) -> None:
    if found.dated and found.window is not None and found.kind is not TimeKind.DEADLINE:
        context.anchor = found.window.end
