"""One strike from all that is said of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from reading.corroboration import corroboration, prevailing
from reading.events import Mention, Said, StrikeEvent
from reading.facts import Figure, Precision, Strike, Window
from reading.merge_figures import TOLLS, merge_figures
from reading.merge_rounds import by_time, sources
from reading.sides import Sides

T = TypeVar("T")
Of = Mention[Strike]


def strike_event(mentions: Iterable[Of], sides: Sides) -> StrikeEvent:
    """The strike that these mentions speak of, whatever their order. Raises ValueError for none."""
    ordered = by_time(mentions)
    figures, revisions = merge_figures(
        (
            Said(f, _claimant(f, m.fact), m.source, f.span, f.sentence)
            for m in _located(ordered, sides)
            for f in m.fact.figures
        ),
        sides,
    )
    told = [Said(m.fact, m.fact.claimant, m.source, m.fact.span, m.fact.sentence) for m in ordered]
    return StrikeEvent(
        conflict=ordered[0].conflict,
        attacker=_common(ordered, lambda s: s.attacker),
        target=_common(ordered, lambda s: s.target),
        window=_window(ordered),
        places=_without_districts(_counted(m.fact.places for m in ordered), sides),
        facilities=_counted(m.fact.facilities for m in ordered),
        figures=figures,
        revisions=revisions,
        disputed=all(m.fact.disputed for m in ordered),
        corroboration=corroboration(told, sides, witnessed=True),
        sources=sources(ordered),
        mentions=tuple(sorted(m.key for m in ordered)),
    )


def _claimant(figure: Figure, strike: Strike) -> str | None:
    """Who gives a figure; of an attack's own claimant only what he is known to count."""
    if figure.claimant is not None or strike.claimant is None:
        return figure.claimant
    counts = {f.measure in TOLLS for f in strike.figures if f.claimant == strike.claimant}
    return strike.claimant if not counts or (figure.measure in TOLLS) in counts else None


def _located(ordered: Sequence[Of], sides: Sides) -> list[Of]:
    """The mentions with each toll of the one city struck marked as that city's.

    'The toll rose to 26' in a report of an attack on a city goes on from 'eight killed in the
    city'. Where several places have tolls, a toll without a place is the country's.
    """
    cities = _cities(sides)
    scopes = {
        cities.get(f.scope, f.scope)
        for m in ordered
        for f in m.fact.figures
        if f.scope and f.measure in TOLLS
    }
    if len(scopes) != 1:
        return list(ordered)
    (city,) = scopes
    return [
        m
        if not {cities.get(place, place) for place in m.fact.places} <= {city}
        else replace(m, fact=_in(city, m.fact))
        for m in ordered
    ]


def _in(city: str, strike: Strike) -> Strike:
    """The strike with its tolls as the city's, but for a whole that it sets beside the city's."""
    own = {f.measure: f.low for f in strike.figures if f.scope == city}
    return replace(
        strike,
        figures=tuple(
            replace(f, scope=city)
            if f.measure in TOLLS and f.scope is None and f.low <= own.get(f.measure, f.low)
            else f
            for f in strike.figures
        ),
    )


def _cities(sides: Sides) -> dict[str, str]:
    """Districts and sites by the city that they lie in."""
    places = sides.preset.places if sides.preset else ()
    return {place.name: place.within for place in places if place.within}


def _common(mentions: Iterable[Of], pick: Callable[[Strike], T | None]) -> T | None:
    pairs = ((pick(m.fact), m.source) for m in mentions)
    return prevailing((value, source) for value, source in pairs if value is not None)


def _window(ordered: Sequence[Of]) -> Window | None:
    """The night that a report names; else the day that most origins give."""
    told = [m for m in ordered if m.fact.window and m.fact.window.precision is not Precision.VAGUE]
    nights = [m for m in told if m.fact.overnight]
    return _common(nights or told or ordered, lambda s: s.window)


def _without_districts(places: tuple[str, ...], sides: Sides) -> tuple[str, ...]:
    """A district beside its own city says no more of where it was."""
    cities = _cities(sides)
    return tuple(place for place in places if cities.get(place) not in places)


def _counted(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Every name once, the most often named first."""
    counts = Counter(name for names in lists for name in dict.fromkeys(names))
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
