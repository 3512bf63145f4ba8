"""Points that one article states again, in other words or in part, made one."""

from collections.abc import Iterable
from dataclasses import replace

from reading.facts import Point, Stance


def merge_points(points: Iterable[Point]) -> tuple[Point, ...]:
    """One point per item, stance, doers and count; a firm number and a named claimant win."""
    kept: list[Point] = []
    for point in points:
        twin = next((i for i, other in enumerate(kept) if _same(point, other)), None)
        if twin is None:
            kept.append(point)
        else:
            kept[twin] = _joined(kept[twin], point)
    kept = [_of_all(point, kept) for point in kept]
    return tuple(point for point in kept if not _was_taken(point, kept))


def _of_all(point: Point, others: Iterable[Point]) -> Point:
    """ "314" is of both together where "157 each" is told too."""
    return replace(point, per_side=False) if any(_of_each(o, point) for o in others) else point


def _of_each(half: Point, total: Point) -> bool:
    same = half.item is total.item and half.stance is total.stance
    counted = half.count is not None and half.per_side is True and not total.per_side
    return same and counted and total.count == 2 * (half.count or 0)


def _was_taken(point: Point, others: Iterable[Point]) -> bool:
    """What is agreed is no longer only offered by one of those who agreed it."""
    return point.stance in (Stance.OFFERED, Stance.PROPOSED) and any(
        other.stance is Stance.AGREED
        and other.item is point.item
        and (bool(point.by) or len(other.by) > 1)
        and set(point.by) <= set(other.by)
        and (point.count == other.count or None in (point.count, other.count))
        for other in others
    )


def _same(one: Point, other: Point) -> bool:
    return (
        one.item is other.item
        and one.stance is other.stance
        and (one.count == other.count or None in (one.count, other.count))
        and (not one.by or not other.by or bool(set(one.by) & set(other.by)))
    )


def _joined(one: Point, other: Point) -> Point:
    best, rest = sorted((one, other), key=_strength, reverse=True)
    return replace(
        best,
        by=best.by if len(best.by) >= len(rest.by) else rest.by,
        per_side=best.per_side if best.per_side is not None else rest.per_side,
        claimant=best.claimant or rest.claimant,
        due=best.due or rest.due,
        hours=best.hours or rest.hours,
        done=best.done or rest.done,
    )


def _strength(point: Point) -> tuple[bool, bool, bool]:
    return point.count is not None, not point.at_least, point.claimant is not None
