"""Counts in news text: digits, words and hedges, with the noun that each one counts."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reading.bare import lower, places
from reading.document import Number
from reading.facts import Qualifier, Span
from reading.wordlist import words

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SMALL = _UNITS | _TENS
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
# A plural scale counts itself: dozens is two dozen or more, but fewer than a hundred.
_PLURALS = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999),
}
_WORD_VALUE = (
    rf"(?:{'|'.join(sorted(_TENS))})(?:[- ](?:{'|'.join(list(_UNITS)[:9])})\b)?"
    rf"|(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
)
_SCALE = r"(?:hundred|thousand|million|billion|dozen)\b"
_VALUE = re.compile(
    rf"(?:(?P<digits>\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?![\d])|\d+)(?P<decimal>\.\d+)?"
    rf"|(?P<word>{_WORD_VALUE})|(?P<half>half\s+a)|(?P<couple>a\s+couple(?:\s+of)?)"
    rf"|(?P<article>an?)(?=[\s-]{_SCALE}))"
    rf"(?P<scales>(?:[\s-]+(?:and\s+)?{_SCALE}){{0,3}})",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:tens\s+of\s+thousands|hundreds\s+of\s+thousands|dozens|scores(?=\s+of)|hundreds|thousands|millions)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_OPENERS = frozenset(
    {*_SMALL, "half", "a", "an", "tens", *(word for word in _PLURALS if " " not in word)}
)
_ARTICLES = frozenset({"a", "an"})
_AFTER_A = frozenset({*_SCALES, "couple"})
_LINK = re.compile(r"\s*(?:-|–|—)\s*|\s+(?:to|or)\s+", re.IGNORECASE)
_LINK_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_HEDGES: tuple[tuple[str, Qualifier], ...] = (
    ("at least|no fewer than|no less than|not less than|a minimum of", Qualifier.AT_LEAST),
    ("no more than|fewer than|less than|up to|as many as|as much as|under|a maximum of",
     Qualifier.UP_TO),
    ("more than|over|upward of|upwards of|in excess of|exceeds|exceed|exceeded|exceeding|above",
     Qualifier.MORE_THAN),
    (("about|around|some|nearly|almost|roughly|approximately|close to|an estimated|estimated"
      "|just under|just over|approaching|virtually|well over"), Qualifier.ABOUT),
)  # fmt: skip


def _by_last_word() -> dict[str, list[tuple[str, Qualifier]]]:
    """Hedges by their last word, longer ones first, so that 'no more than' beats 'more than'."""
    found: dict[str, list[tuple[str, Qualifier]]] = {}
    phrases = [(phrase, qualifier) for words, qualifier in _HEDGES for phrase in words.split("|")]
    for phrase, qualifier in sorted(phrases, key=lambda p: -len(p[0])):
        found.setdefault(phrase.split()[-1], []).append((phrase, qualifier))
    return found


_HEDGE_BY_LAST = _by_last_word()
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# The word directly before a number that counts nothing: months, labels, money, ages.
_LABELS = words(
    """
    no. nos. art. aged age number numbers highway route article section chapter page flight
    resolution channel unit school room phase day round version point stage type us us$ usd eur
    gate line part cop top apartment building house street psalm act volume group january
    february march april may june july august september october november december jan jan. feb
    feb. mar mar. apr apr. jun jul aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.
    """
)
_BEFORE_ONE = words("no each this that every any only which another")
_BEFORE_YEAR = words(
    """
    in since by of until from before after during late early mid the between through and
    """
)
# What follows directly a number that counts nothing: ordinals, clocks, shares, money, compounds.
_NOT_BEFORE = re.compile(
    r"(?:st|nd|rd|th)\b|:\d|[.,]\d|\s?[ap]\.?m\b|\s?(?:%|per\s?cent\b|percentage)|°"
    r"|-[A-Za-z]|/\d|[A-Za-z]|\s(?:years?|months?)\s(?:old|of\sage)\b|['’]s?\b(?=\w)"
    r"|\s(?:US\s|U\.S\.\s)?(?:dollars?|euros?|roubles?|rubles?|pounds?|hryvnias?|shekels?|rupees?)\b"
    r"|[\s-](?:and\sa\s)?(?:half|thirds?|quarters?|fifths?|tenths?)\b|\so['’]clock"
    rf"|\s(?:of\s)?{_MONTH}\b|\s(?:GMT|UTC)\b"
    r"|\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b"
)
_PRONOUN_ONE = re.compile(
    r"\s(?:of|another|that|who|which|can|could|may|is|was|would|by)\b|[,.;:]|$"
)
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d$")
_PLURAL_NOUN = re.compile(r"\s(?:[a-z]+\s)?(?!was\b|is\b|has\b|as\b|this\b|its\b)[a-z]{2,}s\b")
_AGE = re.compile(r"[A-Z][\w’'-]+,\s$")
# 'Children of 8, 12 and 17', 'a man of 70'.
_AGES = re.compile(
    r"\b(?:aged?|man|woman|boy|girl|child|children|son|daughter|citizen|women|men)\s(?:of\s|aged\s)?"
    r"(?:\d+,\s)*(?:\d+\sand\s)?$"
)
_LEADING_OF = re.compile(r"[”\"’]?\s*(?:of\s+)?(?:the\s+|its\s+|their\s+)?")
_NOUN_WORD = re.compile(r"[ \u00a0-]?([^\W\d_][\w’'-]*)")
_AND_MORE = re.compile(
    rf" (?:\w+ )?(?:\d|(?:{'|'.join(_SMALL)}|an?|the|more|over|nearly|about|almost|at|up|as|around"
    r"|some|dozens|hundreds|thousands|roughly|no)\b)",
    re.IGNORECASE,
)
_AFTERTHOUGHT = re.compile(r"\s+or\s+(?P<word>more|so)\b", re.IGNORECASE)
_NOUN_STOPS = words(
    """
    them these those themselves nearly almost roughly
    were was is are be been being have has had will would could may might can do does did on in
    at from to by over during after before who whom which that as with for since into near
    across toward towards against overnight when while where but or not than it he she they its
    his through within between until amid among under via also each than then so said says say
    per about if because around inside outside along
    """
)
_SCALE_WORD = re.compile(r"[a-z]+")
_NO_DIGIT = re.compile(r"\D")
_TRAILING_AND = re.compile(r"\s+and$")
_MAX_NOUN_WORDS = 6


def find(
    text: str,
    taken: Sequence[Span] = (),
    *,
    spans: Sequence[Span] = (),
    words: Sequence[frozenset[str]] = (),
) -> list[Number]:
    """Every count in the text, in order. `taken` are spans that are no counts: dates, durations.

    `spans` are the sentences, where the caller has split them, and `words` the bare words of each.
    """
    found: list[Number] = []
    blocked = sorted(taken)
    lowered, position = lower(text), 0
    for low, high, bare in _pieces(lowered, spans, words):
        openers = bare & _OPENERS
        # 'A' opens a number only before a scale or 'couple': most sentences have none of them.
        if _AFTER_A.isdisjoint(bare):
            openers -= _ARTICLES
        starts = [digits.start() for digits in _DIGITS.finditer(lowered, low, high)]
        if openers:
            starts += [at for word in openers for at in places(word, lowered, low, high)]
            starts.sort()
        for start in starts:
            if start < position or _overlaps(blocked, (start, start + 1)):
                continue
            number, position = _read(text, start, found[-1].span[1] if found else 0)
            if number is not None and not _overlaps(blocked, number.span):
                found.append(number)
    return found


def _pieces(
    lowered: str, spans: Sequence[Span], words: Sequence[frozenset[str]]
) -> Iterable[tuple[int, int, frozenset[str]]]:
    if not words:
        return [(0, len(lowered), _OPENERS | _AFTER_A)]
    return ((*span, bare) for span, bare in zip(spans, words, strict=True))


def _overlaps(blocked: Sequence[Span], span: Span) -> bool:
    index = bisect_left(blocked, (span[1], 0))
    return index > 0 and blocked[index - 1][1] > span[0]


def _read(text: str, at: int, floor: int) -> tuple[Number | None, int]:
    """The number that begins at `at`, if it counts something, and where to go on."""
    if plural := _PLURAL.match(text, at):
        bounds = _PLURALS[" ".join(plural.group().lower().split())]
        return _number(text, plural.span(), *bounds, Qualifier.RANGE), plural.end()
    first = _VALUE.match(text, at)
    if first is None:
        return None, at + 1
    head = text[max(floor, at - 24) : at].rpartition("\n\n")[2]
    end, low, high = _bounded(text, first, head)
    span = (at, end)
    if low is None or not _counts(text, span, head):
        return None, end
    if high is not None:
        return _number(text, span, low, high, Qualifier.RANGE), end
    if after := _AFTERTHOUGHT.match(text, end):
        return _afterthought(text, span, low, after), after.end()
    return _hedged(text, span, low, head), end


def _afterthought(text: str, span: Span, value: int, after: re.Match[str]) -> Number:
    """'Three or more' is at least three, 'a hundred or so' about a hundred."""
    more = after["word"].lower() == "more"
    qualifier = Qualifier.AT_LEAST if more else Qualifier.ABOUT
    return _number(text, (span[0], after.end()), *_bounds(value, qualifier), qualifier)


def _value_of(match: re.Match[str]) -> int | None:
    """The value of a matched number; None for a decimal that no scale makes whole."""
    value, digits = 1.0, match["digits"]
    if digits:
        if len(digits) > 15:
            return None
        if not match["decimal"] and not match["scales"]:
            return int(_NO_DIGIT.sub("", digits))
        value = float(_NO_DIGIT.sub("", digits) + (match["decimal"] or ""))
    elif word := match["word"]:
        value = float(sum(_SMALL[part] for part in _parts(word)))
    elif match["half"]:
        value = 0.5
    elif match["couple"]:
        value = 2.0
    for scale in _SCALE_WORD.findall(match["scales"].lower()):
        value *= _SCALES.get(scale, 1)
    return int(value) if value == int(value) else None


def _parts(words: str) -> list[str]:
    """Of 'twenty-one' both."""
    return words.lower().replace("-", " ").split()


def _bounded(text: str, first: re.Match[str], head: str) -> tuple[int, int | None, int | None]:
    """Where the number ends, its value, and the upper one of a range; no value for a score."""
    low, end = _in_words(text, first)
    link = (_LINK_AND if _BETWEEN.search(head) else _LINK).match(text, end)
    second = _VALUE.match(text, link.end()) if link else None
    high = _value_of(second) if second else None
    if link is None or second is None or low is None or high is None:
        return end, low, None
    if second["scales"] and not first["scales"]:
        # 'Two to three million' are both millions.
        lifted = low * (high // (_value_bare(second) or 1))
        low = lifted if low < lifted < high else low
    if high > low:
        return second.end(), low, high
    if link.group().strip() in {"-", "–"}:
        return second.end(), None, None
    return end, low, None


def _in_words(text: str, first: re.Match[str]) -> tuple[int | None, int]:
    """The value of 'three hundred and three', which goes on behind its scale, and where it ends."""
    value, end = _value_of(first), first.end()
    scales = _SCALE_WORD.findall(first["scales"].lower())
    room = _SCALES[scales[-1]] if scales and scales[-1] in _SCALES else 0
    if value is None or first["digits"] or room not in (_HUNDRED, _SCALES["thousand"]):
        return value, end
    while (rest := _REST.match(text, end)) is not None:
        more = sum(_SMALL[part] for part in _parts(rest["word"]))
        more *= _HUNDRED if rest["scale"] else 1
        if more >= room:
            break
        value, end, room = value + more, rest.end(), _HUNDRED if rest["scale"] else 0
    if end > first.end() and (scale := _THOUSANDS.match(text, end)) is not None:
        value, end = value * _SCALES[scale[1].lower()], scale.end()
    return value, end


_HUNDRED = _SCALES["hundred"]
_REST = re.compile(
    rf"(?:\s+and\s+|[\s-]+)(?P<word>{_WORD_VALUE})(?P<scale>[\s-]+hundred\b)?"
    r"(?!\s+(?:more|others?|another|further)\b)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"[\s-]+(thousand|million|billion)\b", re.IGNORECASE)


def _value_bare(match: re.Match[str]) -> int | None:
    """The value without its scale: 3 in '3 million'."""
    if digits := match["digits"]:
        return int(_NO_DIGIT.sub("", digits))
    return sum(_SMALL.get(part, 0) for part in _parts(match["word"] or ""))


def _counts(text: str, span: Span, head: str) -> bool:
    """Whether the number counts something: no label, date, clock, share, sum of money or age."""
    start, end = span
    word = text[start:end].lower()
    if _glued(text, start) or _labelled(word, head) or _NOT_BEFORE.match(text, end):
        return False
    if word == "one" and _PRONOUN_ONE.match(text, end):
        return False
    if len(word) == 4 and _YEAR.match(word) and not _PLURAL_NOUN.match(text, end):
        return False
    if ("age" in head or " of " in head) and _AGES.search(head):
        return False
    return not (text[end : end + 1] == "," and len(word) <= 3 and _AGE.search(head))


def _glued(text: str, start: int) -> bool:
    """Part of something longer: MiG-29, $5, 3.5, #1."""
    if start == 0:
        return False
    before, second = text[start - 1], text[start - 2 : start - 1]
    if before.isalnum() or before in ".:/_$€£¥₴₽₪₹#":
        return True
    if before in ",-" and second.isalnum():
        return before == "-" or second.isdigit()
    return before in " \u00a0" and second in "$€£¥₴₽₪₹#" and bool(second)


def _labelled(word: str, head: str) -> bool:
    before = head.rsplit(None, 1)
    if not before or not head[-1].isspace():
        return False
    last = before[-1].lower()
    if last in _LABELS:
        return True
    if word == "one":
        return last in _BEFORE_ONE
    return last in _BEFORE_YEAR and len(word) == 4 and bool(_YEAR.match(word))


_GIVES_OVER = re.compile(r"\b(?:hand|turn|giv|sign|pass|deliver)\w* over$")
"""Before a number, "over" belongs to the verb: "hand over 23"."""


def _hedged(text: str, span: Span, value: int, head: str) -> Number:
    trimmed = head.lower().rstrip()
    trimmed = trimmed.removesuffix(" the")
    last = trimmed[trimmed.rfind(" ") + 1 :].lstrip("(\"“‘'")
    for phrase, qualifier in _HEDGE_BY_LAST.get(last, ()) if head[-1:].isspace() else ():
        if trimmed.endswith(phrase) and not (phrase == "over" and _GIVES_OVER.search(trimmed)):
            start = span[0] - (len(head) - len(trimmed)) - len(phrase)
            return _number(text, (start, span[1]), *_bounds(value, qualifier), qualifier)
    return _number(text, span, value, value, Qualifier.EXACT)


def _bounds(value: int, qualifier: Qualifier) -> tuple[int, int | None]:
    if qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
        return value, None
    return (0, value) if qualifier is Qualifier.UP_TO else (value, value)


def _number(text: str, span: Span, low: int, high: int | None, qualifier: Qualifier) -> Number:
    return Number(low, high, qualifier, span, _noun(text, span[1]))


def _noun(text: str, end: int) -> str:
    """The words counted: everything up to punctuation, a verb, a preposition or another number."""
    lead = _LEADING_OF.match(text, end)
    position = start = lead.end() if lead else end
    for count in range(_MAX_NOUN_WORDS):
        word = _NOUN_WORD.match(text, position)
        if word is None:
            break
        bare = word[1].lower()
        if bare in _NOUN_STOPS or bare in _SMALL:
            break
        if bare == "and" and _AND_MORE.match(text, word.end()):
            break
        if count and word[1].endswith("ing") and word[1] not in {"building", "missing"}:
            break
        position = word.end()
    return _TRAILING_AND.sub("", text[start:position].strip())
