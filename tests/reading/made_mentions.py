"""Mentions as tests write them: short calls, a made-up war between North and South."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from reading.events import Mention, Source
from reading.facts import (
    DeadlineOp,
    DeadlineStatement,
    Figure,
    Item,
    Measure,
    Point,
    Precision,
    RoundStatus,
    Stance,
    Strike,
    Talks,
    Window,
)
from reading.preset import Actor, Party, Preset, Track
from reading.sides import Sides

PRESET = Preset(
    slug="north-south",
    name="North-South war",
    parties=(
        Party(name="North", aliases=("Northtown",), adjectives=("Northern",)),
        Party(name="South", aliases=("Southport",), adjectives=("Southern",)),
    ),
    third_parties=(Party(name="Bigland", adjectives=("Biglandic",)),),
    actors=(
        Actor(name="Nora North", party="North"),
        Actor(name="Sam South", party="South"),
        Actor(name="Big Boss", party="Bigland"),
        Actor(name="Big Envoy", party="Bigland"),
        Actor(name="Southern Air Force", party="South", kind="body"),
        Actor(name="Northern Defence Ministry", party="North", kind="body"),
    ),
    tracks=(
        Track(slug="north-south", parties=("North", "South")),
        Track(slug="bigland-north", parties=("Bigland", "North")),
    ),
)
SIDES = Sides(PRESET)

_numbers = count(1)


def day(text: str) -> date:
    """`07-23` of 2025."""
    month, number = text.split("-")
    return date(2025, int(month), int(number))


def window(text: str, precision: Precision = Precision.DAY) -> Window:
    """`07-23` or `07-23..07-24`."""
    first, _, last = text.partition("..")
    return Window(day(first), day(last or first), precision)


def source(published: str, outlet: str = "", origin: str = "", **more: Any) -> Source:
    """An article printed on that day at noon UTC, or at `07-23T18`."""
    on, _, hour = published.partition("T")
    number = next(_numbers)
    name = outlet or f"Outlet {number}"
    moment = datetime.combine(day(on), datetime.min.time(), UTC) + timedelta(hours=int(hour or 12))
    return Source(f"a{number}", name, "", "", moment, origin or name, **more)


def _mention(fact: Any, where: Source) -> Mention[Any]:
    return Mention(f"{where.article}:0", "north-south", where, fact)


def talks(
    published: str,
    when: str | None = None,
    status: str = "ended",
    *,
    outlet: str = "",
    origin: str = "",
    precision: Precision = Precision.DAY,
    track: str | None = "north-south",
    **fact: Any,
) -> Mention[Talks]:
    """What one article says of a round."""
    told = Talks(
        RoundStatus(status), track=track, window=window(when, precision) if when else None, **fact
    )
    return _mention(told, source(published, outlet, origin))


def statement(
    said: str,
    op: str = "issue",
    due: str | None = None,
    *,
    published: str = "",
    issuer: str | None = "Big Boss",
    to: tuple[str, ...] = ("North",),
    precision: Precision = Precision.DAY,
    dated: bool = True,
    outlet: str = "",
    **fact: Any,
) -> Mention[DeadlineStatement]:
    """What one article says of a deadline."""
    told = DeadlineStatement(
        DeadlineOp(op),
        issuer=issuer,
        addressee=to,
        said_on=day(said) if dated else None,
        window=window(due, precision) if due else None,
        **fact,
    )
    return _mention(told, source(published or said, outlet))


def strike(
    published: str,
    when: str | None = None,
    *,
    by: str | None = "North",
    on: str | None = "South",
    places: tuple[str, ...] = (),
    figures: tuple[Figure, ...] = (),
    outlet: str = "",
    origin: str = "",
    precision: Precision = Precision.DAY,
    **fact: Any,
) -> Mention[Strike]:
    """What one article says of a strike."""
    days = window(when, precision) if when else None
    told = Strike(by, on, days, places, figures=figures, **fact)
    return _mention(told, source(published, outlet, origin))


def figure(measure: str, low: int, claimant: str | None = None, **more: Any) -> Figure:
    """An exact count, unless told otherwise."""
    return Figure(Measure(measure), low, more.pop("high", low), claimant=claimant, **more)


def point(item: str, stance: str, *by: str, claimant: str | None = None, **more: Any) -> Point:
    """An outcome of a round."""
    return Point(Item(item), Stance(stance), by, claimant=claimant, **more)
