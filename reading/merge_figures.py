"""A strike's figures: each claimant's own count, side by side, with the values it had before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from reading.corroboration import corroboration, once_each, order, origin
from reading.events import Attested, Said
from reading.facts import Figure, Measure, Qualifier, Weapon
from reading.sides import Sides

_ROUGH = (Qualifier.ABOUT, Qualifier.MORE_THAN, Qualifier.UP_TO)
_ROUNDING = 0.05
"""'About 450' and 453 are one figure."""
TOLLS = (Measure.KILLED, Measure.INJURED)
_SAME_ORDER = 10
"""A count that is more than so many times another is of something else: a year, a whole war."""
_ARMS = (Weapon.DRONE, Weapon.MISSILE, Weapon.BOMB, Weapon.ARTILLERY)
_AROUND = frozenset({"region", "oblast", "province", "district", "governorate", "area"})
_MEASURES = list(Measure)
_WEAPONS = list(Weapon)
_PRECISE = list(Qualifier)

Group = list[Said[Figure]]


def merge_figures(
    said: Iterable[Said[Figure]], sides: Sides
) -> tuple[tuple[Attested[Figure], ...], tuple[Said[Figure], ...]]:
    """The figures that stand, and those that later ones of the same voice replaced, oldest first.

    A voice is a party to the conflict, or everyone else together. Two voices that give one value
    bear each other out; two that do not are each other's rivals, and stand side by side.
    """
    figures: list[Attested[Figure]] = []
    revisions: Group = []
    for group in things(sorted(said, key=_when)):
        standing = []
        for voice in _by_voice(group, sides):
            current, old = _current(voice, sides)
            standing.append(current)
            revisions.extend(old)
        figures.extend(_side_by_side(standing, sides))
    return tuple(sorted(figures, key=_rank)), once_each_value(revisions)


def things(ordered: Sequence[Said[Figure]]) -> list[Group]:
    """Apart by what is counted: measure, weapon, scope, each group led by its plainest terms.

    The toll of a city that is the whole toll, and the missiles and drones that are all drones, are
    one number in other words.
    """
    whole = {_terms(one, None) for one in ordered if not one.value.scope}
    armed = {(one.value.measure, one.value.low) for one in ordered if one.value.weapon in _ARMS}
    apart: dict[tuple[Measure, Weapon, str], Group] = defaultdict(list)
    for one in ordered:
        figure = one.value
        scope = "" if _terms(one, None) in whole else _place(figure.scope)
        weapon = figure.weapon
        if weapon is Weapon.ANY and not scope and (figure.measure, figure.low) in armed:
            weapon = _weapon_of(ordered, figure)
        apart[figure.measure, weapon, scope].append(one)
    return [apart[key] for key in sorted(apart, key=str)]


def _terms(one: Said[Figure], scope: str | None) -> tuple[object, ...]:
    return (one.value.measure, one.value.weapon, one.value.low, scope)


def _weapon_of(ordered: Sequence[Said[Figure]], figure: Figure) -> Weapon:
    same = (figure.measure, figure.low)
    arms = {o.value.weapon for o in ordered if (o.value.measure, o.value.low) == same}
    return min(arms & set(_ARMS), key=_WEAPONS.index)


def _place(scope: str | None) -> str:
    """A place by its first words: 'Kyiv region' and 'Kyiv Oblast' count the same ground."""
    words = (scope or "").casefold().split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in _AROUND else words)


def once_each_value(said: Iterable[Said[Figure]]) -> tuple[Said[Figure], ...]:
    """In order of time, one for each article, claimant and value."""
    kept = {
        (
            s.source.article,
            s.claimant,
            s.value.low,
            s.value.high,
            s.value.measure,
            s.value.weapon,
        ): s
        for s in sorted(said, key=_when, reverse=True)
    }
    return tuple(sorted(kept.values(), key=_when))


def _as_of(said: Said[Figure]) -> datetime:
    return said.value.as_of or said.source.published


def _when(said: Said[Figure]) -> tuple[object, ...]:
    return (_as_of(said), *order(said))


def _rank(figure: Attested[Figure]) -> tuple[object, ...]:
    value = figure.value
    measure, weapon = _MEASURES.index(value.measure), _WEAPONS.index(value.weapon)
    return (measure, weapon, value.scope or "", order(figure.said[0]))


def _by_voice(group: Group, sides: Sides) -> list[Group]:
    """Apart by side. What no side is named for goes with the only side that speaks of it."""
    apart: dict[str, Group] = defaultdict(list)
    for one in group:
        apart[sides.side(one.claimant) or ""].append(one)
    if len(apart) == 2 and "" in apart:
        unnamed = apart.pop("")
        (spoken,) = apart.values()
        spoken.extend(unnamed)
        spoken.sort(key=_when)
    return [apart[voice] for voice in sorted(apart)]


def agree(a: Figure, b: Figure) -> bool:
    """True where the two can be one number, told more or less exactly."""
    if a.low == b.low:
        return True
    rough = a.qualifier in _ROUGH or b.qualifier in _ROUGH
    return rough and abs(a.low - b.low) <= _ROUNDING * max(a.low, b.low)


def exact_sayers(figure: Attested[Figure]) -> tuple[Said[Figure], ...]:
    """Those who give this very number: who says 'nearly 600' bears 595 out, but did not say it."""
    bounds = (figure.value.low, figure.value.high)
    return tuple(one for one in figure.said if (one.value.low, one.value.high) == bounds)


def _current(voice: Group, sides: Sides) -> tuple[Group, Group]:
    """What a voice says last, first in the list; and what that replaced.

    A later number that stands alone does not undo one that several origins give, except where a
    toll climbs.
    """
    values: list[Group] = []
    for one in voice:
        home = next((g for g in values if agree(g[0].value, one.value)), None)
        if home is None:
            values.append([one])
        else:
            home.append(one)
    latest = max(values, key=lambda g: _strength(g, values, sides))
    printed = frozenset(one.source.article for one in latest)
    rest = [one for g in values if g is not latest for one in g]
    return latest, [one for one in rest if _replaced(one, latest[-1], printed)]


def _replaced(old: Said[Figure], new: Said[Figure], printed: frozenset[str]) -> bool:
    """Whether a value gave way to another; two in one article are a whole and a part."""
    low, high = sorted((old.value.low, new.value.low))
    return old.source.article not in printed and high <= _SAME_ORDER * max(low, 10)


def _strength(group: Group, values: Sequence[Group], sides: Sides) -> tuple[object, ...]:
    outlets = {one.source.outlet for one in group}
    solid = (
        len(outlets) > 1
        or all(len({o.source.outlet for o in g}) < 2 for g in values)
        or _has_climbed(group, values)
    )
    origins = {origin(one, sides) for one in group}
    # An old toll that is printed again is no news of it; of other counts the latest word holds.
    newest = group[0] if group[0].value.measure in TOLLS else group[-1]
    return (solid, _as_of(newest), len(origins), len(outlets), group[0].value.low)


def _has_climbed(group: Group, values: Sequence[Group]) -> bool:
    """Whether a toll is the highest so far, and of the order of those before: tolls climb."""
    low, others = group[0].value.low, [g[0].value.low for g in values]
    return group[0].value.measure in TOLLS and max(others) == low <= _SAME_ORDER * min(others)


def _plainest(group: Group) -> Figure:
    """The figure as most say it, in the widest terms; exact rather than rough where as many do."""
    terms = min(_breadth(one.value) for one in group)
    group = [one for one in group if _breadth(one.value) == terms]
    counts: dict[tuple[int, int | None, Qualifier], Group] = defaultdict(list)
    for one in group:
        counts[one.value.low, one.value.high, one.value.qualifier].append(one)
    best = min(counts, key=lambda key: (-len(counts[key]), _PRECISE.index(key[2]), key[0]))
    return counts[best][-1].value


def _breadth(figure: Figure) -> tuple[bool, bool]:
    """The whole before a part, a weapon that is named before 'missiles and drones'."""
    return (bool(figure.scope), figure.weapon is Weapon.ANY)


def _side_by_side(standing: Sequence[Group], sides: Sides) -> list[Attested[Figure]]:
    """Voices that agree as one figure, the others as rivals of each other."""
    merged: list[Group] = []
    for group in standing:
        home = next((g for g in merged if agree(_plainest(g), _plainest(group))), None)
        if home is None:
            merged.append(list(group))
        else:
            home.extend(group)
    return [
        Attested(
            _plainest(group),
            corroboration(group, sides),
            once_each(group),
            once_each(one for other in merged if other is not group for one in other),
        )
        for group in merged
    ]
