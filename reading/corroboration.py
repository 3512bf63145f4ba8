"""How well a value is borne out: origins are counted, never web sites.

Both sides of the conflict agree > two or more independent origins > one side in several outlets >
a single report.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from reading.events import Attested, Corroboration, Said, Source
from reading.sides import Sides

T = TypeVar("T")

_RANK = {level: rank for rank, level in enumerate(Corroboration)}


def rank(level: Corroboration) -> int:
    """0 for the best level."""
    return _RANK[level]


def corroboration(
    said: Iterable[Said[T]], sides: Sides, *, witnessed: bool = False
) -> Corroboration:
    """The level of one value from everyone who states it.

    An outlet that prints a party's number without naming the party repeats it; only for what
    reporters can see for themselves (`witnessed`: that a meeting took place) is it a voice.
    """
    said = tuple(said)
    spoken = {side for s in said if (side := sides.side(s.claimant))}
    if len(spoken) > 1:
        return Corroboration.BOTH_SIDES
    voices = {origin(s, sides) for s in said if witnessed or not spoken or sides.of(s.claimant)}
    if len(voices) > 1:
        return Corroboration.INDEPENDENT
    if len({s.source.outlet for s in said}) > 1:
        return Corroboration.ONE_SIDE
    return Corroboration.SINGLE


def origin(said: Said[T], sides: Sides) -> str:
    """Who stands behind a statement: the party that speaks, the outlet's owner, or the origin.

    A claimant nobody knows ("officials") is as good as the outlet that quotes it.
    """
    return sides.of(said.claimant) or said.source.affinity or said.source.origin


def order(said: Said[T]) -> tuple[object, ...]:
    """A canonical order: by publication, then by article and place in it."""
    return (said.source.published, said.source.article, said.span, said.claimant or "")


def once_each(said: Iterable[Said[T]]) -> tuple[Said[T], ...]:
    """In canonical order, one statement for each article and claimant."""
    kept: dict[tuple[str, str | None], Said[T]] = {}
    for one in sorted(said, key=order):
        kept.setdefault((one.source.article, one.claimant), one)
    return tuple(kept.values())


def weight(said: Sequence[Said[T]], sides: Sides) -> tuple[int, int, int]:
    """Sorts values, the best borne out first: level, origins, reports."""
    voices = {origin(s, sides) for s in said}
    return (rank(corroboration(said, sides)), -len(voices), -len(said))


def attest(said: Iterable[Said[T]], key: Callable[[T], Hashable], sides: Sides) -> Attested[T]:
    """The best borne-out value among what is said, the others as its rivals.

    Raises ValueError where nothing is said.
    """
    values: dict[Hashable, list[Said[T]]] = {}
    for one in sorted(said, key=order):
        values.setdefault(key(one.value), []).append(one)
    if not values:
        raise ValueError("nothing was said, so nothing can be attested")
    best = min(values.values(), key=lambda group: (weight(group, sides), order(group[0])))
    rivals = [one for group in values.values() if group is not best for one in group]
    return Attested(best[0].value, corroboration(best, sides), once_each(best), once_each(rivals))


def prevailing(pairs: Iterable[tuple[T, Source]]) -> T | None:
    """The value that most origins give; the earliest published where they tie. None of none."""
    seen: dict[Hashable, list[tuple[T, Source]]] = {}
    for pair in pairs:
        seen.setdefault(pair[0], []).append(pair)
    if not seen:
        return None

    def standing(group: list[tuple[T, Source]]) -> tuple[object, ...]:
        first = min((source.published, source.article) for _, source in group)
        return (-len({source.origin for _, source in group}), -len(group), first)

    return min(seen.values(), key=standing)[0][0]
