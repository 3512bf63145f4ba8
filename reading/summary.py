"""Summaries composed from claims: short neutral sentences, each with the articles that support it.

No sentence without a source, no number that no source states: a sentence is made of one claim, or
of claims that one claimant makes, and carries the articles of exactly those.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reading import summary_words as words
from reading.events import (
    Attested,
    DeadlineStep,
    DeadlineThread,
    Event,
    RoundEvent,
    Said,
    Source,
    StrikeEvent,
)
from reading.facts import DeadlineOp, Figure, Point, Stance
from reading.sides import Sides

_ENDS = (DeadlineOp.LAPSE, DeadlineOp.MEET, DeadlineOp.OVERTAKE)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with the ids of the articles that support it."""

    text: str
    sources: tuple[str, ...]


def summarise(event: Event, sides: Sides) -> list[Line]:
    """The summary of any event."""
    if isinstance(event, RoundEvent):
        return summarise_round(event, sides)
    if isinstance(event, DeadlineThread):
        return summarise_thread(event)
    return summarise_strikes([event])


def summarise_round(event: RoundEvent, sides: Sides) -> list[Line]:
    """A round: who met, for how long, what was agreed, offered, refused."""
    lines = [_opening(event, sides)]
    if event.duration_minutes is not None:
        lines.append(_duration(event.duration_minutes))
    lines.extend(_point(point) for point in event.points)
    return lines


def _opening(event: RoundEvent, sides: Sides) -> Line:
    number = f"{words.ordinal(event.number)} round of " if event.number is not None else ""
    who = f" between {words.listed(_who(event, sides))}" if _who(event, sides) else ""
    start = f"The {number}talks{who}" if number else f"Talks{who}"
    one = event.number is not None
    verb = (
        {"announced": "is", "under_way": "is"} if one else {"announced": "are", "under_way": "are"}
    )
    was = verb.get(event.status.value, "was" if one else "were")
    text = words.ROUND[event.status].format(
        what=f"{start} {was}",
        when=f" {words.days(event.window)}" if event.window else "",
        where=f" in {event.city}" if event.city else "",
    )
    return Line(text, _articles(event.sources))


def _who(event: RoundEvent, sides: Sides) -> tuple[str, ...]:
    tracks = sides.preset.tracks if sides.preset else ()
    return next((t.parties for t in tracks if t.slug == event.track), ())


def _articles(sources: Iterable[Source]) -> tuple[str, ...]:
    """Those that report it; where all only recall it, those."""
    sources = tuple(sources)
    own = [s.article for s in sources if not s.background] or [s.article for s in sources]
    return tuple(dict.fromkeys(own))


def _of(said: Iterable[Said[Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.source.article for one in said))


def _duration(minutes: Attested[int]) -> Line:
    others = sorted({one.value for one in minutes.rivals})
    rivals = f"; others say {words.listed([str(value) for value in others])}" if others else ""
    text = f"It lasted {minutes.value} minutes{words.claimants(minutes.said)}{rivals}."
    return Line(text, _of((*minutes.said, *minutes.rivals)))


def _point(point: Attested[Point]) -> Line:
    value = point.value
    actors = words.listed(value.by)
    what = words.point_words(value)
    if actors:
        text = f"{actors} {words.STANCES[value.stance]} {what}"
    else:
        passive = "reported" if value.stance is Stance.NOTED else words.STANCES[value.stance]
        text = f"{what[0].upper()}{what[1:]} was {passive}"
    own = all(one.claimant in value.by for one in point.said)
    return Line(f"{text}{'' if own else words.claimants(point.said)}.", _of(point.said))


def summarise_thread(thread: DeadlineThread) -> list[Line]:
    """A deadline: each move in order."""
    return [_move(step, thread) for step in thread.steps]


def _move(step: DeadlineStep, thread: DeadlineThread) -> Line:
    on = f"on {words.day(step.said_on.date())}"
    if step.op in _ENDS:
        return Line(f"{words.OPS[step.op]} {on}.", _of(step.said))
    issuer = step.issuer or thread.issuer
    act = words.OPS[step.op]
    text = f"{issuer} {act}" if issuer else f"A deadline was reported: {act}"
    first = step.op is DeadlineOp.ISSUE
    to = f" for {words.listed(step.said[0].value.addressee)}" if first else ""
    until = f", {words.due(step.window)}" if step.window else ""
    text += f"{to if to != ' for ' else ''} {on}{until}."
    return Line(text, _of(step.said))


def summarise_strikes(events: Sequence[StrikeEvent]) -> list[Line]:
    """Strikes, one after the other: what is reported, then each claimant's figures."""
    return [line for event in events for line in _strike(event)]


def _strike(event: StrikeEvent) -> Iterator[Line]:
    attacker = event.attacker or "An attacker not named"
    target = event.target or "a target not named"
    verb = "was reported to have attacked" if event.disputed else "attacked"
    when = ""
    if event.window is not None:
        night = (event.window.end - event.window.start).days == 1
        when = (
            f" overnight into {words.day(event.window.end)}"
            if night
            else (f" {words.days(event.window)}")
        )
    yield Line(f"{attacker} {verb} {target}{when}.", _articles(event.sources))
    by_claimant: dict[str | None, list[Attested[Figure]]] = {}
    for figure in event.figures:
        by_claimant.setdefault(_first_named(figure), []).append(figure)
    for claimant, figures in by_claimant.items():
        yield _figures(figures, claimant)


def _first_named(figure: Attested[Figure]) -> str | None:
    """The claimant most reports name for it."""
    named = Counter(one.claimant for one in figure.said if one.claimant)
    return min(named, key=lambda name: (-named[name], name), default=None)


def _figures(figures: Sequence[Attested[Figure]], claimant: str | None) -> Line:
    """All that one claimant counts, in one sentence, with the articles that name the claimant."""
    counts = words.listed([words.figure_words(f.value) for f in figures])
    said = [one for f in figures for one in f.said if one.claimant == claimant]
    text = f"{counts[0].upper()}{counts[1:]}{words.claimants(said)}."
    return Line(text, _of(said))
