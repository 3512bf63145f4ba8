"""Summaries composed from claims: short neutral sentences, each with the articles that support it.

No sentence without a source, no number that no source states: a sentence is made of one claim, or
of claims that one claimant makes, and carries the articles of exactly those.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from reading import summary_words as words
from reading.events import (
    Attested,
    DeadlineStep,
    DeadlineThread,
    Event,
    RoundEvent,
    StrikeEvent,
)
from reading.facts import DeadlineOp, Figure, Precision, Window
from reading.merge_figures import exact_sayers
from reading.sides import Sides
from reading.summary_lines import Line, articles_of, articles_saying
from reading.summary_rounds import summarise_round

_ENDS = (DeadlineOp.LAPSE, DeadlineOp.MEET, DeadlineOp.OVERTAKE)


def summarise(event: Event, sides: Sides, before: RoundEvent | None = None) -> list[Line]:
    """The summary of any event; `before` is the round before it, where it is a round."""
    if isinstance(event, RoundEvent):
        return summarise_round(event, sides, before)
    if isinstance(event, DeadlineThread):
        return summarise_thread(event)
    return summarise_strikes([event])


def summarise_thread(thread: DeadlineThread) -> list[Line]:
    """A deadline: each move in order."""
    return [_move(step, thread) for step in thread.steps]


def _move(step: DeadlineStep, thread: DeadlineThread) -> Line:
    on = f"on {words.day(step.said_on.date())}"
    if step.op in _ENDS:
        return Line(f"{words.OPS[step.op]} {on}.", articles_saying(step.said))
    issuer = step.issuer or thread.issuer
    act = words.OPS[step.op]
    text = f"{issuer} {act}" if issuer else f"A deadline was reported: {act}"
    first = step.op is DeadlineOp.ISSUE
    to = f" for {words.listed(step.said[0].value.addressee)}" if first else ""
    until = f", {words.due(step.window)}" if step.window else ""
    text += f"{to if to != ' for ' else ''} {on}{until}."
    return Line(text, articles_saying(step.said))


def summarise_strikes(events: Sequence[StrikeEvent]) -> list[Line]:
    """Strikes, one after the other: what is reported, then each claimant's figures."""
    return [line for event in events for line in _strike(event)]


def _strike(event: StrikeEvent) -> Iterator[Line]:
    attacker = event.attacker or "An attacker not named"
    target = event.target or "a target not named"
    verb = "was reported to have attacked" if event.disputed else "attacked"
    yield Line(f"{attacker} {verb} {target}{_when(event.window)}.", articles_of(event.sources))
    by_claimant: dict[str | None, list[Attested[Figure]]] = {}
    for figure in event.figures:
        by_claimant.setdefault(_first_named(figure), []).append(figure)
    for claimant, figures in by_claimant.items():
        yield _figures(figures, claimant)


def _when(window: Window | None) -> str:
    """When it was; of a strike that no report dates, the day of the report."""
    if window is None:
        return ""
    if window.precision is Precision.VAGUE:
        return f", as reported by {words.day(window.end)}"
    if (window.end - window.start).days == 1:
        return f" overnight into {words.day(window.end)}"
    return f" {words.days(window)}"


def _first_named(figure: Attested[Figure]) -> str | None:
    """The claimant most reports name for this very number."""
    named = Counter(one.claimant for one in exact_sayers(figure) if one.claimant)
    return min(named, key=lambda name: (-named[name], name), default=None)


def _figures(figures: Sequence[Attested[Figure]], claimant: str | None) -> Line:
    """All that one claimant counts, in one sentence, with the articles that name the claimant."""
    counts = words.listed([words.figure_words(f.value) for f in figures])
    said = [one for f in figures for one in exact_sayers(f) if one.claimant == claimant]
    text = f"{counts[0].upper()}{counts[1:]}{words.claimants(said)}."
    return Line(text, articles_saying(said))
