"""Where a figure comes from: every claim with its sentence, claimant, outlet and link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.cards.claims import (
    borne_out,
    figure_words,
    in_reading_order,
    origin_count,
    point_words,
    upper_first,
)
from bot.cards.dates import said as said_day
from bot.cards.embed import Card, Section
from bot.cards.lexicon import NOTICE_COLOUR, STANCES, STEPS
from bot.cards.rounds import lasting
from bot.words import clean, link, safe, shorten
from reading.events import DeadlineThread, Event, RoundEvent, Said, Source, StrikeEvent

_LABEL = 100
"""A choice's name may be so long (docs: interactions/application-commands)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value with those who state it. `label` is what /why offers for choosing."""

    label: str
    proof: str
    said: tuple[Said[Any], ...]


def evidence(event: Event) -> list[Evidence]:
    """Every value of an event, in the order of its card."""
    return [
        Evidence(shorten(clean(label), _LABEL), proof, said)
        for label, proof, said in _values(event)
    ]


def _values(event: Event) -> Iterator[tuple[str, str, tuple[Said[Any], ...]]]:
    match event:
        case RoundEvent():
            if event.duration_minutes is not None:
                lasted = event.duration_minutes
                everyone = lasted.said + lasted.rivals
                proof = borne_out(lasted.corroboration, lasted.said)
                yield f"lasted {lasting(lasted.value)}", proof, everyone
            for point in event.points:
                label = f"{STANCES[point.value.stance]}: {_undated(point_words(point))}"
                yield label, borne_out(point.corroboration, point.said), point.said + point.rivals
        case DeadlineThread():
            for step in event.steps:
                label = f"{step.said_on:%d %B %Y}: {STEPS[step.op][1]}"
                yield label, borne_out(step.corroboration, step.said), step.said
        case StrikeEvent():
            for figure in in_reading_order(event.figures):
                proof = borne_out(figure.corroboration, figure.said)
                yield figure_words(figure.value), proof, figure.said + figure.rivals


def _undated(words: str) -> str:
    """A label without native timestamps, which a list of choices would show raw."""
    return words.partition("<t:")[0].rstrip(" (,").removesuffix(" by").removesuffix(" on")


def _line(said: Said[Any]) -> str:
    source = said.source
    who = safe(said.claimant, 60) or "no claimant named"
    origin = f", from {safe(source.origin, 40)}" if source.origin != source.outlet else ""
    where = link(source.outlet, source.url)
    # A preset's history cites pages without quoting them.
    quote = f"“{safe(said.sentence, 240)}” — " if said.sentence.strip() else ""
    return f"• {quote}{who}; {where}{origin}, {said_day(source.published)}"


def _source_line(source: Source) -> str:
    origin = f", from {safe(source.origin, 40)}" if source.origin != source.outlet else ""
    headline = link(source.title, source.url, 100)
    return f"• {safe(source.outlet, 40)}{origin}: {headline}, {said_day(source.published)}"


def why_card(head: str, ref: str, events: Sequence[Event], chosen: str | None = None) -> Card:
    """The claims behind an event or a post, all of them or those behind one value."""
    found = [one for event in events for one in evidence(event)]
    shown = [one for one in found if chosen is None or one.label == chosen]
    sections = [
        Section(f"{upper_first(one.label)} · {one.proof}", tuple(_line(s) for s in one.said))
        for one in shown
    ]
    # Two feeds may give one story in two wordings, which are two articles.
    told = [s for event in events for s in event.sources]
    sources = tuple({s.article if s.reference else (s.url or s.article): s for s in told}.values())
    if chosen is None:
        lines = tuple(_source_line(s) for s in sorted(sources, key=lambda s: s.published))
        sections.append(Section(f"All sources: {origin_count(sources)}", lines))
    return Card(
        content=f"Where it comes from: {head}",
        title=f"Why: {head}",
        colour=NOTICE_COLOUR,
        lines=("Each line is a sentence that a source printed, and who is said to have said it.",),
        sections=tuple(sections),
        more=f"/why {ref}, option figure",
        footer=f"Parley · {ref}",
    )
