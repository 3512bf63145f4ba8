"""The subject of a reporting verb: the words before it that name who says something."""

import re

from reading.facts import Span
from reading.speakers import ROLES

_CLAUSE = re.compile(
    r"[;:—–()“”\"]|,(?!\d)|\s-\s|\b(?:and|but|while|as|that|when|after|where|which|who|because|although"
    r"|though|if|before|since|whether|also\s+known|what|whom|whose)\b",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"(?:\s+(?:also|later|earlier|then|has|have|had|first|only|once|again|previously|now|already|meanwhile"
    r"|did\s+not|would|will|[a-z]+ly|on\s+\w+day|\w+day|yesterday|today))+$"
)
_APPOSITION = re.compile(
    r"(?:^|[.;:,“”\"]\s*|\b(?:and|but|while|as|that)\s)([^,;:“”\"]{2,60},\s[^,;:“”\"]{2,90}),\s*$"
)
_RELATIVE = re.compile(
    r"(?:^|[.;:,“”\"]\s*|\b(?:and|but|while|as|that|to)\s)([^,;:“”\"]{2,60}),?\s(?:who|which)\s+"
    r"(?:also\s+)?$"
)
# 'Rescuers and police said': a subject of two, after a comma or at the start.
_JOINED = re.compile(r"(?:^|[,;:]\s)((?:the\s)?(?:[\w'’-]+\s){1,6})and$", re.IGNORECASE)


def subject_of(text: str, low: int, verb: int) -> Span | None:
    """The words that the verb belongs to: back to the clause boundary, adverbs taken off."""
    start = max(low, verb - 120)
    for boundary in _CLAUSE.finditer(text, start, verb):
        start = boundary.end()
    if not text[start:verb].strip():
        return _before_apposition(text, low, verb)
    start = _joined(text, low, start)
    phrase = text[start:verb].rstrip()
    if tail := _ADVERBS.search(phrase):
        phrase = phrase[: tail.start()]
    lead = len(phrase) - len(phrase.lstrip())
    if not phrase.strip() or phrase.count(" ") > 12:
        return None
    return start + lead, start + len(phrase)


def _joined(text: str, low: int, start: int) -> int:
    """Where a subject of two begins: 'rescuers and police', after a comma or at the start."""
    base = max(low, start - 60)
    match = _JOINED.search(text[base:start])
    if match is None or (match.start() == match.start(1) and base > low):
        return start
    if match[1].split()[-1].lower() not in ROLES:
        return start
    return base + match.start(1)


def _before_apposition(text: str, low: int, verb: int) -> Span | None:
    """'Jane Doe, the minister, said' and 'Jane Doe, who said': the name stands before."""
    base = max(low, verb - 160)
    match = _APPOSITION.search(text[base:verb]) or _RELATIVE.search(text[base:verb])
    return (base + match.start(1), base + match.end(1)) if match else None
