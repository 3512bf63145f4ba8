"""One strike from all that is said of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reading.corroboration import corroboration, prevailing
from reading.events import Mention, Said, StrikeEvent
from reading.facts import Precision, Strike, Window
from reading.merge_figures import merge_figures
from reading.merge_rounds import by_time, sources
from reading.sides import Sides

T = TypeVar("T")
Of = Mention[Strike]


def strike_event(mentions: Iterable[Of], sides: Sides) -> StrikeEvent:
    """The strike that these mentions speak of, whatever their order. Raises ValueError for none."""
    ordered = by_time(mentions)
    figures, revisions = merge_figures(
        (
            Said(f, f.claimant or m.fact.claimant, m.source, f.span, f.sentence)
            for m in ordered
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
        places=_counted(m.fact.places for m in ordered),
        facilities=_counted(m.fact.facilities for m in ordered),
        figures=figures,
        revisions=revisions,
        disputed=all(m.fact.disputed for m in ordered),
        corroboration=corroboration(told, sides, witnessed=True),
        sources=sources(ordered),
        mentions=tuple(sorted(m.key for m in ordered)),
    )


def _common(mentions: Iterable[Of], pick: Callable[[Strike], T | None]) -> T | None:
    pairs = ((pick(m.fact), m.source) for m in mentions)
    return prevailing((value, source) for value, source in pairs if value is not None)


def _window(ordered: Sequence[Of]) -> Window | None:
    """The night that a report names; else the day that most origins give."""
    told = [m for m in ordered if m.fact.window and m.fact.window.precision is not Precision.VAGUE]
    nights = [m for m in told if m.fact.overnight]
    return _common(nights or told or ordered, lambda s: s.window)


def _counted(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Every name once, the most often named first."""
    counts = Counter(name for names in lists for name in dict.fromkeys(names))
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
