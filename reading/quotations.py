"""Where somebody's own words stand: between quotation marks, each paragraph by itself."""

import re
from collections.abc import Iterator, Sequence

from reading.document import Sentence
from reading.facts import Span

_QUOTE_MARK = re.compile(r"[“”\"]")


def quotations(sentences: Sequence[Sentence], text: str) -> list[Span]:
    """Spans of quoted words, each within its paragraph; an open one runs to the paragraph's end."""
    ends: dict[int, Span] = {}
    for sentence in sentences:
        start = ends.get(sentence.paragraph, sentence.span)[0]
        ends[sentence.paragraph] = (start, sentence.span[1])
    return [span for bounds in ends.values() for span in _quoted_in(text, *bounds)]


def _quoted_in(text: str, low: int, high: int) -> Iterator[Span]:
    opened: int | None = None
    for mark in _QUOTE_MARK.finditer(text, low, high):
        if opened is None:
            opened = mark.start() if mark.group() != "”" else None
        elif mark.group() != "“":
            yield opened, mark.end()
            opened = None
    if opened is not None:
        yield opened, high
