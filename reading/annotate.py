"""From an article to a Document: text taken apart once, for every rule that reads it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from reading import names, numbers, sentences, times
from reading.attribution import attribute
from reading.bare import lower, stems_of, words_of
from reading.dateline import end_of_dateline
from reading.document import Document, Sentence, TimeExpression
from reading.facts import Article, Span
from reading.preset import Preset
from reading.quotations import quotations


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Spanned)
_LONGEST_DATELINE = 120


def annotate(article: Article, preset: Preset) -> Document:
    """The article with its times, numbers, names and speakers found, counted from its publication.

    Raises ValueError where the article has no time of publication or a naive one.
    """
    if article.published is None:
        raise ValueError(f"article {article.id}: no publication time to count its dates from")
    text = f"{article.title.strip()}\n\n{article.text.strip()}"
    lowered, spans = lower(text), sentences.split(text)
    lows = [lowered[s.start : s.end] for s in spans]
    bare = [words_of(low) for low in lows]
    places = [(s.start, s.end) for s in spans]
    found_times = times.find(
        text,
        article.published,
        zones=zones_of(preset),
        spans=places,
        words=bare,
    )
    found_names = names.find(text, preset)
    found_numbers = numbers.find(text, [t.span for t in found_times], spans=places, words=bare)
    starts, title_end = [s.start for s in spans], len(article.title.strip())
    plain = [
        Sentence(
            index=index,
            paragraph=span.paragraph,
            text=text[span.start : span.end],
            span=(span.start, span.end),
            lowered=lows[index],
            words=bare[index],
            stems=stems_of(bare[index]),
            times=_told_in(times_here, text, span.start),
            numbers=numbers_here,
            names=names_here,
            heading=span.heading or span.end <= title_end,
        )
        for index, (span, times_here, numbers_here, names_here) in enumerate(
            zip(
                spans,
                _by_sentence(found_times, starts),
                _by_sentence(found_numbers, starts),
                _by_sentence(found_names, starts),
                strict=True,
            )
        )
    ]
    spoken = [_said_by_now(one, article.published) for one in attribute(plain, text, preset)]
    requoted = _requoted(spoken, text, article.published, zones_of(preset))
    return Document(article, preset, text, tuple(requoted), article.published)


def _said_by_now(sentence: Sentence, ref: datetime) -> Sentence:
    """ "Says the Friday deadline stands": of a day to come, nobody has said anything on it."""
    told = tuple(
        replace(a, said_on=None)
        if a.said_on is not None and a.said_on - ref.date() > _ANOTHER_ZONE
        else a
        for a in sentence.attributions
    )
    return sentence if told == sentence.attributions else replace(sentence, attributions=told)


_ANOTHER_ZONE = timedelta(days=1)
"""It may be tomorrow already where it was said."""


def _requoted(
    sentences: list[Sentence], text: str, ref: datetime, zones: Mapping[str, str]
) -> list[Sentence]:
    """A quotation counts its days from the day it was said, not from the day it was printed."""
    if all(a.said_on in {None, ref.date()} for s in sentences for a in s.attributions):
        return sentences
    quoted = quotations(sentences, text)
    return [_counted_anew(sentence, text, ref, zones, quoted) for sentence in sentences]


def _counted_anew(
    sentence: Sentence, text: str, ref: datetime, zones: Mapping[str, str], quoted: Sequence[Span]
) -> Sentence:
    said = next((a.said_on for a in sentence.attributions if a.said_on), None)
    if said is None or said == ref.date() or not sentence.times:
        return sentence
    inside = [span for span in quoted if span[0] < sentence.span[1] and sentence.span[0] < span[1]]
    anew = (
        times.find(text, ref, base=said, zones=zones, spans=[sentence.span], words=[sentence.words])
        if inside
        else []
    )
    found = {t.span: t for t in anew if any(a <= t.span[0] < b for a, b in inside)}
    return replace(sentence, times=tuple(found.get(t.span, t) for t in sentence.times))


def _told_in(
    found: tuple[TimeExpression, ...], text: str, start: int
) -> tuple[TimeExpression, ...]:
    """Without the day that a dateline gives: it is that of the report."""
    end = start + end_of_dateline(text[start : start + _LONGEST_DATELINE]) if found else start
    return tuple(time for time in found if time.span[0] >= end)


def zones_of(preset: Preset) -> dict[str, str]:
    """Places and metonyms of the preset's parties, each with its party's zone."""
    return {
        word: party.zone
        for party in (*preset.parties, *preset.third_parties)
        if party.zone
        for word in (party.name, *party.aliases)
    }


def _by_sentence(found: Sequence[T], starts: Sequence[int]) -> list[tuple[T, ...]]:
    """What was found, put into the sentence where it starts."""
    lists: list[list[T]] = [[] for _ in starts]
    for item in found:
        lists[max(0, bisect_right(starts, item.span[0]) - 1)].append(item)
    return [tuple(items) for items in lists]
