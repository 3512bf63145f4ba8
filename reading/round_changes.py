"""What changed from one round of talks to the next, and what became of its promises."""

from collections.abc import Iterable, Sequence

from reading.events import Attested, RoundEvent
from reading.facts import Item, Point, Stance

FIRM = (Stance.AGREED, Stance.CARRIED_OUT, Stance.OFFERED, Stance.PROPOSED)
"""The stances that make a promise or a plan, the firmest first."""
MEETINGS = (Item.NEXT_MEETING, Item.LEADERS_MEETING)
"""A meeting that took place is a round of its own, not a promise carried out."""

OfPoint = Attested[Point]


def round_before(event: RoundEvent, known: Iterable[RoundEvent]) -> RoundEvent | None:
    """The latest round of the same track that was over before this one began."""
    if event.window is None or event.track is None:
        return None
    earlier = [
        (other.window.end, -number, other)
        for number, other in enumerate(known)
        if other.window is not None
        and other.track == event.track
        and other.window.end < event.window.start
    ]
    return max(earlier, key=lambda one: one[:2])[2] if earlier else None


def item_of(point: OfPoint) -> Item:
    """What it is about: a "ceasefire" of some hours is compared with pauses."""
    value = point.value
    return Item.PAUSE if value.item is Item.CEASEFIRE and value.hours else value.item


def firmest(points: Iterable[OfPoint], item: Item) -> OfPoint | None:
    """What stands most firmly about the item; None where nothing was promised or planned."""
    mine = [p for p in points if item_of(p) is item and p.value.stance in FIRM]
    return min(mine, key=lambda p: FIRM.index(p.value.stance), default=None)


def carried_out(points: Iterable[OfPoint]) -> list[OfPoint]:
    """The promises that were kept, or the parts of them that were."""
    return [
        p for p in points if p.value.stance is Stance.CARRIED_OUT and p.value.item not in MEETINGS
    ]


def compared(before: RoundEvent, event: RoundEvent) -> list[tuple[OfPoint, OfPoint]]:
    """The firmest point of the round before beside that of this one, for each item both have."""
    standing = [p for p in before.points if p.value.stance is not Stance.CARRIED_OUT]
    pairs = (
        (firmest(standing, item), firmest(event.points, item)) for item in _items(before.points)
    )
    return [(was, now) for was, now in pairs if was is not None and now is not None]


def fresh(before: RoundEvent, event: RoundEvent) -> list[OfPoint]:
    """The promises and plans about which the round before had none."""
    known = _items(before.points)
    return [p for p in event.points if p.value.stance in FIRM and item_of(p) not in known]


def _items(points: Sequence[OfPoint]) -> list[Item]:
    return list(dict.fromkeys(item_of(p) for p in points if p.value.stance in FIRM))
