"""One claim as one line: what, who says so, and how far it is borne out."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.cards.dates import day, third_of_month, when
from bot.cards.lexicon import BORNE_OUT, ITEMS, MEASURES
from bot.words import counted, link, listing, safe, size
from reading.events import Attested, Corroboration, Said, Source
from reading.facts import Figure, Item, Measure, Point, Qualifier, Stance, Weapon, Window
from reading.summary_words import QUALIFIERS, WEAPONS, spell

_SIDES_NEEDED = 2
_NAMED_OUTLETS = 2
"""More outlets than that are counted; the sources below name them."""


def unique(words: Iterable[str]) -> list[str]:
    """Each once, in the order of first appearance."""
    return list(dict.fromkeys(word for word in words if word))


def names(parties: Sequence[str], most: int = 4) -> str:
    """Parties or people in a row, made safe."""
    return listing([safe(party, 60) for party in parties], most)


def claimants(said: Sequence[Said[Any]]) -> str:
    """Who says so; where no source names anyone, the outlets that print it."""
    people = unique(safe(one.claimant, 60) for one in said if one.claimant)
    if people:
        return listing(people)
    outlets = unique(safe(one.source.outlet, 40) for one in said)
    if len(outlets) > _NAMED_OUTLETS:
        return f"reported by {len(outlets)} outlets"
    return f"reported by {listing(outlets) or 'one outlet'}"


def borne_out(level: Corroboration, said: Sequence[Said[Any]]) -> str:
    """The corroboration in words; a tick never stands alone."""
    origins = len({one.source.origin for one in said})
    return BORNE_OUT[level].format(origins=counted(max(origins, 2), "independent origin"))


def is_ceasefire(point: Attested[Point]) -> bool:
    """The word is earned: agreed by both sides, general, and dated."""
    value = point.value
    agreed = value.stance in {Stance.AGREED, Stance.CARRIED_OUT}
    by_both = point.corroboration is Corroboration.BOTH_SIDES or len(value.by) >= _SIDES_NEEDED
    dated = value.due is not None or value.done is not None
    return value.item is Item.CEASEFIRE and agreed and by_both and dated and value.hours is None


def _halt(point: Attested[Point]) -> str:
    value = point.value
    length = f" of {spell(*value.hours, value.sentence)}" if value.hours else ""
    if value.item is Item.PAUSE:
        return f"pause in fighting{length}"
    if is_ceasefire(point):
        return "ceasefire"
    what = f"pause in fighting{length}" if length else "halt to fighting"
    if value.stance is Stance.AGREED and len(value.by) == 1:
        what = f"unilateral pause{length}"
    return f"{what} (the source says “ceasefire”)"


def _by(due: Window) -> str:
    if due.is_one_day:
        return f" by {day(due.end)}"
    third = third_of_month(due)
    latest = f"{day(due.end)} at the latest"
    return f" by {third} ({latest})" if third else f" by {latest}"


def _on(done: Window) -> str:
    return f" on {day(done.end)}" if done.is_one_day else f", {when(done)}"


def point_words(point: Attested[Point]) -> str:
    """A point without its stance: `exchange of at least 1,200 prisoners from each side`."""
    value = point.value
    if value.item in {Item.CEASEFIRE, Item.PAUSE}:
        text = _halt(point)
    elif value.count is not None and "{n}" in ITEMS[value.item][0]:
        number = ("at least " if value.at_least else "") + f"{value.count:,}"
        text = ITEMS[value.item][0].format(n=number)
        if value.per_side is not None:
            text += " from each side" if value.per_side else " in all"
    else:
        text = ITEMS[value.item][1]
    if value.due is not None:
        text += _by(value.due)
    if value.done is not None:
        text += _on(value.done)
    return text


def upper_first(text: str) -> str:
    """The same text with a capital at its head."""
    return text[:1].upper() + text[1:]


def point_line(point: Attested[Point], lead: str = "") -> str:
    """`• Prisoner exchange — Vladimir Medinsky · single report`."""
    what = upper_first(f"{lead}{point_words(point)}")
    proof = borne_out(point.corroboration, point.said)
    line = f"• {what} — {claimants(point.said)} · {proof}"
    rivals = unique(_rival_point(one) for one in point.rivals)
    return f"{line} · others say {listing(rivals)}" if rivals else line


def _rival_point(said: Said[Point]) -> str:
    count = f"{said.value.count:,} " if said.value.count is not None else ""
    return f"{count}{said.value.stance.value.replace('_', ' ')} ({claimants([said])})"


def amount(figure: Figure) -> str:
    """The number as hedged by its source: `at least 16`, `20–25`."""
    if figure.qualifier is Qualifier.RANGE and figure.high is not None:
        return f"{figure.low:,}–{figure.high:,}"
    if figure.qualifier is Qualifier.UP_TO and figure.high is not None:
        return f"up to {figure.high:,}"
    return f"{QUALIFIERS[figure.qualifier]}{figure.low:,}"


def figure_words(figure: Figure) -> str:
    """`450 launched`, `at least 2 killed in Kyiv`, `74 drones shot down`."""
    one, many = WEAPONS[figure.weapon]
    weapon = "" if figure.weapon is Weapon.ANY else f" {one if figure.low == 1 else many}"
    measure = MEASURES[figure.measure]
    if figure.measure in {Measure.HIT_LOCATIONS, Measure.DEBRIS_LOCATIONS} and figure.low == 1:
        measure = measure.replace("places", "place")
    scope = f" in {safe(figure.scope, 60)}" if figure.scope else ""
    return f"{amount(figure)}{weapon} {measure}{scope}"


def in_reading_order(figures: Sequence[Attested[Figure]]) -> list[Attested[Figure]]:
    """Launched before shot down before hit before the toll; whole before parts."""
    order = list(MEASURES)
    return sorted(figures, key=lambda f: (order.index(f.value.measure), f.value.scope is not None))


def origin_count(sources: Sequence[Source]) -> str:
    """`4 outlets, 2 origins`: copies of one agency are one origin."""
    outlets = len({source.outlet for source in sources})
    origins = len({source.origin for source in sources})
    return f"{counted(outlets, 'outlet')}, {counted(origins, 'origin')}"


def source_links(sources: Sequence[Source], room: int = 900) -> str:
    """One link an outlet, oldest first, each with the origin it credits; what fits in `room`."""
    first: dict[str, Source] = {}
    for source in sorted(sources, key=lambda s: (s.published, s.article)):
        first.setdefault(source.outlet, source)
    shown: list[str] = []
    for source in first.values():
        if size(" · ".join([*shown, _source(source)])) > room:
            break
        shown.append(_source(source))
    rest = len(first) - len(shown)
    return " · ".join([*shown, f"and {rest} more"] if rest else shown)


def _source(source: Source) -> str:
    credit = f" (from {safe(source.origin, 40)})" if source.origin != source.outlet else ""
    return link(source.outlet, source.url) + credit


def newest(sources: Sequence[Source]) -> datetime | None:
    """When the newest source was printed."""
    return max((source.published for source in sources), default=None)
