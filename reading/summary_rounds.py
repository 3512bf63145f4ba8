"""A round in sentences: what was agreed, offered, refused, kept, changed, and what comes next."""

from collections.abc import Iterable, Iterator

from reading import summary_words as words
from reading.events import Attested, RoundEvent
from reading.facts import Item, Point, RoundStatus, Stance
from reading.round_changes import carried_out, compared
from reading.sides import Sides
from reading.summary_lines import Line, articles_of, articles_saying

_ORDER = (
    Stance.AGREED,
    Stance.OFFERED,
    Stance.PROPOSED,
    Stance.DEMANDED,
    Stance.REJECTED,
    Stance.NOTED,
)
_NOW = {RoundStatus.ANNOUNCED: ("is", "are"), RoundStatus.UNDER_WAY: ("is", "are")}


def summarise_round(
    event: RoundEvent, sides: Sides, before: RoundEvent | None = None
) -> list[Line]:
    """A round's sentences; `before` is the round before it in its track."""
    return [
        _opening(event, sides),
        *_duration(event),
        *_outcomes(event.points),
        *_kept("Carried out", event),
        *(_since(before, event) if before is not None else ()),
        *(_point(p) for p in event.points if p.value.item is Item.NEXT_MEETING),
    ]


def _opening(event: RoundEvent, sides: Sides) -> Line:
    parties = _parties(event, sides)
    who = f" between {words.listed(parties)}" if parties else ""
    one = event.number is not None
    start = f"The {words.ordinal(event.number)} round of talks" if event.number else "Talks"
    was = _NOW.get(event.status, ("was", "were"))[0 if one else 1]
    text = words.ROUND[event.status].format(
        what=f"{start}{who} {was}",
        when=f" {words.days(event.window)}" if event.window else "",
        where=f" in {event.city}" if event.city else "",
    )
    return Line(text, articles_of(event.sources))


def _parties(event: RoundEvent, sides: Sides) -> tuple[str, ...]:
    tracks = sides.preset.tracks if sides.preset else ()
    return next((t.parties for t in tracks if t.slug == event.track), ())


def _duration(event: RoundEvent) -> Iterator[Line]:
    minutes = event.duration_minutes
    if minutes is None:
        return
    others = sorted({one.value for one in minutes.rivals})
    rivals = f"; others say {words.listed([words.lasting(n) for n in others])}" if others else ""
    text = f"It lasted {words.lasting(minutes.value)}{words.claimants(minutes.said)}{rivals}."
    yield Line(text, articles_saying((*minutes.said, *minutes.rivals)))


def _outcomes(points: Iterable[Attested[Point]]) -> Iterator[Line]:
    told = [p for p in points if p.value.stance in _ORDER and p.value.item is not Item.NEXT_MEETING]
    for point in sorted(told, key=lambda p: _ORDER.index(p.value.stance)):
        yield _point(point)


def _point(point: Attested[Point]) -> Line:
    own = all(one.claimant in point.value.by for one in point.said)
    source = "" if own else words.claimants(point.said)
    return Line(f"{_what_stands(point.value)}{source}.", articles_saying(point.said))


def _what_stands(value: Point) -> str:
    what = words.point_words(value)
    if value.by:
        return f"{words.listed(value.by)} {words.STANCES[value.stance]} {what}"
    passive = "reported" if value.stance is Stance.NOTED else words.STANCES[value.stance]
    return f"{what[0].upper()}{what[1:]} was {passive}"


def _kept(head: str, event: RoundEvent) -> Iterator[Line]:
    for point in carried_out(event.points):
        done = point.value.done
        when = f" {words.days(done)}" if done else ""
        what = f"{words.point_words(point.value)}{when}{words.claimants(point.said)}"
        yield Line(f"{head}: {what}.", articles_saying(point.said))


def _since(before: RoundEvent, event: RoundEvent) -> Iterator[Line]:
    """What stood otherwise in the round before, and what became of its promises."""
    when = f" ({words.days(before.window).removeprefix('on ')})" if before.window else ""
    for was, now in compared(before, event):
        if _compared(was) != _compared(now):
            text = f"In the round before{when}: {_lower(_what_stands(was.value))}."
            yield Line(text, articles_saying(was.said))
    yield from _kept("Carried out of the round before", before)


def _compared(point: Attested[Point]) -> tuple[Stance, int | None]:
    return point.value.stance, point.value.count


def _lower(text: str) -> str:
    """A phrase inside a sentence: a lower article, a name as it is."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first in {"A", "An", "The"} else text
