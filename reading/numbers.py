"""Counts in news text: digits, words and hedges, with the noun that each one counts."""

import re
from collections.abc import Sequence

from reading.document import Number
from reading.facts import Qualifier, Span

_UNITS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split(),
        start=1,
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
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
    rf"(?P<scales>(?:[\s-]+(?:and\s+)?{_SCALE})*)",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:tens\s+of\s+thousands|hundreds\s+of\s+thousands|dozens|scores|hundreds|thousands|millions)\b",
    re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"\d+"
    rf"|\b(?:{'|'.join([*sorted(_SMALL, key=len, reverse=True)])}|half\s+a\s+dozen|a\s+couple"
    r"|an?[\s-]+(?:dozen|hundred|thousand|million|billion)"
    r"|tens\s+of|dozens|scores\s+of|hundreds|thousands|millions)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s*(?:-|–|—)\s*|\s+(?:to|or)\s+", re.IGNORECASE)
_LINK_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_QUALIFIERS: tuple[tuple[re.Pattern[str], Qualifier], ...] = tuple(
    (re.compile(rf"\b(?:{words})\s+(?:the\s+)?$", re.IGNORECASE), qualifier)
    for words, qualifier in (
        (r"at\s+least|no\s+fewer\s+than|not?\s+less\s+than|a\s+minimum\s+of", Qualifier.AT_LEAST),
        (r"no\s+more\s+than|fewer\s+than|less\s+than|up\s+to|as\s+many\s+as|as\s+much\s+as"
         r"|under|a\s+maximum\s+of", Qualifier.UP_TO),
        (r"more\s+than|over|upwards?\s+of|in\s+excess\s+of|exceed(?:s|ed|ing)|above",
         Qualifier.MORE_THAN),
        (r"about|around|some|nearly|almost|roughly|approximately|close\s+to|an?\s+estimated"
         r"|estimated|just\s+(?:under|over)|approaching|virtually|well\s+over", Qualifier.ABOUT),
    )
)  # fmt: skip
_QUALIFIER_HINT = re.compile(r"(?:than|least|to|over|of|as|under|above|about|around|some|nearly|"
                             r"almost|roughly|mately|imated|ing|ed|um|the|ds|lly)\s+$", re.I)  # fmt: skip
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# What stands directly before a number that counts nothing.
_NOT_AFTER = re.compile(
    rf"(?:\b{_MONTH}\.?\s|[$€£¥₴₽₪₹]\s?|\b(?:[Nn]o|[Nn]os|[Aa]rt)\.\s|[A-Za-z]-|#\s?"
    r"|\b(?:[Aa]ged?|[Nn]umber|[Hh]ighway|[Rr]oute|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]age"
    r"|[Ff]light|[Rr]esolution|[Cc]hannel|[Uu]nit|[Ss]chool|[Rr]oom|[Pp]hase|[Dd]ay|[Rr]ound"
    r"|[Vv]ersion|[Pp]oint|[Ss]tage|[Tt]ype|US|USD|EUR|[Gg]ate|[Ll]ine|[Pp]art|COP|[Tt]op)\s"
    r"|\b(?:no|each|this|that|every|any|only|which|another)\s(?=one\b)"
    rf"|\b(?:in|since|by|of|until|from|before|after|during|late|early|mid)\s(?=(?:19|20)\d\d\b(?![,.]\d)))$"
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
_LEADING_OF = re.compile(r"[”\"’]?\s*(?:of\s+)?(?:the\s+|its\s+|their\s+)?")
_NOUN_WORD = re.compile(r"[\s-]?([^\W\d_][\w’'-]*)")
_NOUN_STOPS = frozenset(
    "were was is are be been being have has had will would could may might can do does did on in at"
    " from to by over during after before who whom which that as with for since into near across"
    " toward towards against overnight when while where but or not than it he she they its his"
    " through within between until amid among under via also each than then so said says say per"
    " about if because around inside outside along".split()
)
_MAX_NOUN_WORDS = 6


def find(text: str, taken: Sequence[Span] = ()) -> list[Number]:
    """Every count in the text, in order. `taken` are spans that are no counts: dates, durations."""
    found: list[Number] = []
    blocked = sorted(taken)
    position = 0
    while (trigger := _TRIGGER.search(text, position)) is not None:
        number, position = _read(text, trigger.start(), found[-1].span[1] if found else 0)
        position = max(position, trigger.end())
        if number is not None and not _overlaps(blocked, number.span):
            found.append(number)
    return found


def _overlaps(blocked: Sequence[Span], span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in blocked)


def _read(text: str, at: int, floor: int) -> tuple[Number | None, int]:
    """The number that begins at `at`, if it counts something, and where to go on."""
    if plural := _PLURAL.match(text, at):
        low, high = _PLURALS[" ".join(plural.group().lower().split())]
        return _number(text, plural.span(), low, high, Qualifier.RANGE), plural.end()
    first = _VALUE.match(text, at)
    if first is None:
        return None, at + 1
    low_value = _value_of(first)
    head = text[max(floor, at - 24) : at]
    end, high_value = _second(text, first, low_value, head)
    span = (at, end)
    if low_value is None or not _counts(text, span, head):
        return None, end
    if high_value is not None:
        return _number(text, span, low_value, high_value, Qualifier.RANGE), end
    return _hedged(text, span, low_value, head), end


def _value_of(match: re.Match[str]) -> int | None:
    """The value of a matched number; None for a decimal that no scale makes whole."""
    value = 1.0
    if digits := match["digits"]:
        if len(digits) > 15:
            return None
        value = float(re.sub(r"\D", "", digits) + (match["decimal"] or ""))
    elif word := match["word"]:
        value = float(sum(_SMALL[part] for part in re.split(r"[- ]", word.lower())))
    elif match["half"]:
        value = 0.5
    elif match["couple"]:
        value = 2.0
    for scale in re.findall(r"[a-z]+", match["scales"].lower()):
        value *= _SCALES.get(scale, 1)
    return int(value) if value == int(value) else None


def _second(text: str, first: re.Match[str], low: int | None, head: str) -> tuple[int, int | None]:
    """End of the number and the upper value of a range, where one follows."""
    link = (_LINK_AND if _BETWEEN.search(head) else _LINK).match(text, first.end())
    second = _VALUE.match(text, link.end()) if link else None
    if link is None or second is None or low is None:
        return first.end(), None
    high = _value_of(second)
    if high is None:
        return first.end(), None
    scales = second["scales"]
    if scales and not first["scales"] and low < 1000:
        low_scaled = low * (high // (_value_bare(second) or 1))
        low = low_scaled if low_scaled < high else low
    if high <= low:
        # A score such as 3-1, or two numbers that only stand side by side.
        return (second.end(), None) if link.group().strip() in {"-", "–"} else (first.end(), None)
    return second.end(), high


def _value_bare(match: re.Match[str]) -> int | None:
    """The value without its scale: 3 in '3 million'."""
    if digits := match["digits"]:
        return int(re.sub(r"\D", "", digits))
    return sum(_SMALL.get(part, 0) for part in re.split(r"[- ]", (match["word"] or "").lower()))


def _counts(text: str, span: Span, head: str) -> bool:
    start, end = span
    before = text[start - 1] if start else " "
    if before.isalnum() or before in ".:/_" or _NOT_AFTER.search(head):
        return False
    if before == "," and start > 1 and text[start - 2].isdigit():
        return False
    if _NOT_BEFORE.match(text, end):
        return False
    word = text[start:end]
    if word.lower() == "one" and _PRONOUN_ONE.match(text, end):
        return False
    if _YEAR.match(word) and len(word) == 4 and not _PLURAL_NOUN.match(text, end):
        return False
    return not (text[end : end + 1] == "," and len(word) <= 3 and _AGE.search(head))


def _hedged(text: str, span: Span, value: int, head: str) -> Number:
    for pattern, qualifier in _QUALIFIERS if _QUALIFIER_HINT.search(head) else ():
        if match := pattern.search(head):
            start = span[0] - (len(head) - match.start())
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
        if word is None or word[1].lower() in _NOUN_STOPS:
            break
        if count and word[1].endswith("ing") and word[1] not in {"building", "missing"}:
            break
        position = word.end()
    noun = text[start:position].strip()
    return re.sub(r"\s+and$", "", noun)
