"""Lists that run over paragraphs: "The sides agreed on the following:", and an entry a line."""

import re
from collections.abc import Iterator
from itertools import groupby

from reading.document import Document, Sentence
from reading.gate import Gated

_MOST = 12
"""Entries that a list in the news has at most."""
_WORDS = 40
"""Words of an entry; a longer paragraph tells a story again."""
_OPENS = Gated(
    r"\b(?:agreed|agreements?|accord|deal|pact|treaty|declaration|truce|cease-?fire|memorandum"
    r"|protocol|outcomes?|results?|decisions?|undertook|commit(?:s|ted)?|settled|decided"
    r"|commitments?|takeaways?|provisions|terms)\b"
)
"""In a line that ends in a colon: what follows was agreed."""
_NOT_AGREED = re.compile(
    r"\b(?:propos\w+|draft\w*|demand\w*|offer\w*|plans?|suggest\w*|want\w*|ask\w*|call\w* (?:on"
    r"|for)|disagree\w*|reject\w*|refus\w*|if|whether|not|no|could|may|might|should|said|says|told"
    r"|asked|wrote|tweeted|post(?:ed)?|statement (?:said|read)|earlier|previous|history|timeline"
    r"|read more|related|watch|why|how|key (?:events|dates))\b|n['’]t\b|\?",
    re.IGNORECASE,
)
"""In such a line: it opens something else."""
_MARK = re.compile(r"(?:[-–—•*·▪●◦►‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:said|says|told|added|wrote|according to|reported|was|were|had|has|have)\b|^[“\"]",
    re.IGNORECASE,
)
"""In a line without a mark: it is a sentence of the report, and no entry."""


def entries_agreed(document: Document) -> frozenset[int]:
    """The sentences that are entries of a list of what was agreed."""
    paragraphs = [list(g) for _, g in groupby(document.sentences, key=lambda s: s.paragraph)]
    found = set[int]()
    for number, lines in enumerate(paragraphs):
        if lines[-1].index not in found and _opens(lines[-1]):
            found |= set(_entries(paragraphs[number + 1 : number + 1 + _MOST]))
    return frozenset(found)


def _opens(line: Sentence) -> bool:
    """A line that leaves a list to come."""
    if not line.text.rstrip().endswith(":") or line.index == 0:
        return False
    return _OPENS.search(line.text, line.stems) is not None and not _NOT_AGREED.search(line.text)


def _entries(paragraphs: list[list[Sentence]]) -> Iterator[int]:
    marked: bool | None = None
    for lines in paragraphs:
        text = " ".join(line.text for line in lines)
        has_mark = _MARK.match(text) is not None
        marked = has_mark if marked is None else marked
        if has_mark is not marked or (not marked and _TELLS.search(text)):
            return
        if text.count(" ") >= _WORDS:
            return
        yield from (line.index for line in lines)
