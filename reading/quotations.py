"""Where somebody's own words stand, between quotation marks, and that he speaks all of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

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


def carried(sentences: list[Sentence], quoted: Sequence[Span]) -> list[Sentence]:
    """Give every sentence of a quotation its speaker, and a sentence that only quotes on, too."""
    done = list(sentences)
    ends = [s.span[1] for s in done]
    starts = [s.span[0] for s in done]
    for start, end in quoted:
        inside = range(bisect_right(ends, start), bisect_left(starts, end))
        speaking = [a for i in inside for a in done[i].attributions]
        if not speaking and inside and _is_quote(done[inside[0]], start, end):
            speaking = list(done[inside[0] - 1].attributions[-1:]) if inside[0] else []
        for index in inside if speaking else ():
            if not done[index].attributions:
                given = replace(speaking[0], span=done[index].span)
                done[index] = replace(done[index], attributions=(given,))
    return done


def _is_quote(sentence: Sentence, start: int, end: int) -> bool:
    """The sentence is nothing but the quoted words."""
    return sentence.span[0] == start and sentence.span[1] <= end + 1
