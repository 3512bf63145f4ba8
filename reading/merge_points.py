"""What a round brought: points merged, and 'agreed' never confused with 'offered'."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reading.corroboration import attest, once_each, order
from reading.events import Attested, Said
from reading.facts import Item, Point, Stance
from reading.sides import Sides

_FIRMER = (Stance.AGREED, Stance.CARRIED_OUT)
_WEAKER = (Stance.OFFERED, Stance.PROPOSED, Stance.DEMANDED)
_STANCES = list(Stance)
_ITEMS = list(Item)

Group = list[Said[Point]]


def merge_points(said: Iterable[Said[Point]], sides: Sides) -> tuple[Attested[Point], ...]:
    """Points by item, stance and who stands behind them, the firmest first.

    What one report gives as two counts are two points; what two reports give are rivals. Where
    some say agreed and others offered, both are kept, and it is shown as agreed only if a
    party's own voice says so.
    """
    groups: dict[tuple[Item, Stance], Group] = defaultdict(list)
    for one in _one_truce(sorted(said, key=order)):
        groups[one.value.item, one.value.stance].append(one)
    merged = [
        _attest(part, sides)
        for group in groups.values()
        for actor in _by_actor(group)
        for part in _by_count(actor)
    ]
    return tuple(sorted(_weigh(merged, sides), key=_rank))


def _one_truce(said: Sequence[Said[Point]]) -> list[Said[Point]]:
    """One side's idea of a halt to fighting is one point, in the words of those who say most.

    What some print as "short ceasefires", others as "a pause", some as offered and others as
    proposed: where one report gives hours, the side's other truces and pauses are that pause.
    """
    timed = {one.value.by: one.value for one in said if _is_short(one.value)}
    return [
        replace(one, value=_in_words_of(timed[one.value.by], one.value))
        if _is_halt(one.value) and one.value.by in timed
        else one
        for one in said
    ]


def _in_words_of(timed: Point, point: Point) -> Point:
    return replace(point, item=timed.item, stance=timed.stance)


def _is_halt(point: Point) -> bool:
    open_ = (Stance.OFFERED, Stance.PROPOSED)
    return point.item in (Item.CEASEFIRE, Item.PAUSE) and point.stance in open_


def _is_short(point: Point) -> bool:
    return _is_halt(point) and point.hours is not None and bool(point.by)


def _rank(point: Attested[Point]) -> tuple[object, ...]:
    value = point.value
    return (
        _STANCES.index(value.stance),
        _ITEMS.index(value.item),
        value.by,
        -(value.count or 0),
        order(point.said[0]),
    )


def _by_actor(group: Group) -> list[Group]:
    """Apart by who stands behind the point; nobody named goes with whoever else is."""
    if group[0].value.stance in _FIRMER:
        return [group]  # What is agreed is agreed by all; reports differ in whom they name.
    apart: dict[frozenset[str], Group] = defaultdict(list)
    for one in group:
        apart[frozenset(one.value.by)].append(one)
    unnamed = apart.pop(frozenset(), [])
    if not apart:
        return [unnamed]
    largest = min(apart, key=lambda by: (-len(apart[by]), sorted(by)))
    apart[largest].extend(unnamed)
    return list(apart.values())


def _by_count(group: Group) -> list[Group]:
    """Apart by count, where one report itself gives both counts."""
    counts = {one.value.count for one in group if one.value.count is not None}
    told = defaultdict(set)
    for one in group:
        if one.value.count is not None:
            told[one.source.article].add(one.value.count)
    several = sorted({c for article in told.values() if len(article) > 1 for c in article})
    if not several:
        return [group]
    parts: dict[int, Group] = {count: [] for count in several}
    for one in group:
        count = one.value.count
        near = count if count in parts else _nearest(several, count)
        parts[near].append(one)
    return [part for part in parts.values() if part] if counts else [group]


def _nearest(counts: Sequence[int], count: int | None) -> int:
    """The count another one stands for; a report without any means the largest."""
    return counts[-1] if count is None else min(counts, key=lambda c: (abs(c - count), c))


def _attest(group: Group, sides: Sides) -> Attested[Point]:
    """One point: the best borne-out count, completed by what others add to it."""
    counted = [one for one in group if one.value.count is not None or one.value.hours is not None]
    silent = [one for one in group if one not in counted]
    best = attest(counted or silent, lambda p: (p.count, p.hours), sides)
    agreeing = [*best.said, *silent] if counted else list(best.said)
    value = best.value
    by = max((one.value.by for one in agreeing), key=lambda names: (len(names), names))
    per_side = next((o.value.per_side for o in agreeing if o.value.per_side is not None), None)
    due = next((o.value.due for o in agreeing if o.value.due), None)
    value = replace(value, by=by, per_side=per_side, due=due)
    whole = attest([replace(one, value=value) for one in agreeing], lambda p: p.item, sides)
    return Attested(value, whole.corroboration, once_each(agreeing), best.rivals)


def _weigh(points: Sequence[Attested[Point]], sides: Sides) -> list[Attested[Point]]:
    """Settle what some report as agreed and others as merely offered."""
    kept = list(points)
    for firm in points:
        if firm.value.stance is not Stance.AGREED:
            continue
        weaker = [p for p in points if p.value.stance in _WEAKER and _one_matter(firm, p)]
        if not weaker:
            continue
        others = tuple(one for p in weaker for one in p.said)
        if any(sides.side(one.claimant) for one in firm.said):
            kept = [
                replace(p, rivals=once_each((*p.rivals, *others))) if p is firm else p for p in kept
            ]
            continue
        kept = [p for p in kept if p is not firm]
        first = weaker[0]
        kept = [
            replace(p, rivals=once_each((*p.rivals, *firm.said))) if p is first else p for p in kept
        ]
    return kept


def _one_matter(a: Attested[Point], b: Attested[Point]) -> bool:
    """Two stances on one thing: the same item, and counts that can be the same."""
    if a.value.item is not b.value.item:
        return False
    counts = (a.value.count, b.value.count)
    return None in counts or counts[0] == counts[1]
