"""The words that summaries are made of. Data, not rules; every phrase is neutral and attributed."""

import re
from collections.abc import Sequence
from datetime import date

from reading.events import Said, T
from reading.facts import (
    DeadlineOp,
    Figure,
    Item,
    Measure,
    Point,
    Precision,
    Qualifier,
    RoundStatus,
    Stance,
    Weapon,
    Window,
)

ITEMS: dict[Item, tuple[str, str]] = {
    Item.PRISONER_EXCHANGE: ("an exchange of {n} prisoners", "a prisoner exchange"),
    Item.BODY_RETURN: ("the return of the bodies of {n} soldiers", "the return of bodies"),
    Item.CIVILIAN_RETURN: ("the return of {n} civilians", "the return of civilians"),
    Item.CHILDREN: ("the return of {n} children", "the return of children"),
    Item.CEASEFIRE: ("a ceasefire", "a ceasefire"),
    Item.PAUSE: ("a pause in fighting", "a pause in fighting"),
    Item.WORKING_GROUP: ("{n} working groups", "working groups"),
    Item.MONITORING: ("monitoring by {n} observers", "monitoring"),
    Item.DOCUMENT: ("{n} documents", "a document"),
    Item.NEXT_MEETING: ("a next meeting", "a next meeting"),
    Item.LEADERS_MEETING: ("a meeting of the leaders", "a meeting of the leaders"),
    Item.WITHDRAWAL: ("the withdrawal of {n} troops", "a withdrawal"),
    Item.SECURITY_GUARANTEES: ("security guarantees", "security guarantees"),
    Item.HOSTAGE_RELEASE: ("the release of {n} hostages", "the release of hostages"),
    Item.AID_ACCESS: ("access for {n} aid lorries", "access for aid"),
}
STANCES: dict[Stance, str] = {
    Stance.AGREED: "agreed",
    Stance.OFFERED: "offered",
    Stance.PROPOSED: "proposed",
    Stance.DEMANDED: "demanded",
    Stance.REJECTED: "refused",
    Stance.NOTED: "noted, without agreeing,",
    Stance.CARRIED_OUT: "carried out",
}
ROUND: dict[RoundStatus, str] = {
    RoundStatus.ANNOUNCED: "{what} planned{where}{when}.",
    RoundStatus.POSTPONED: "{what} postponed.",
    RoundStatus.CANCELLED: "{what} cancelled.",
    RoundStatus.UNDER_WAY: "{what} under way{where}{when}.",
    RoundStatus.ENDED: "{what} held{where}{when}.",
}
OPS: dict[DeadlineOp, str] = {
    DeadlineOp.ISSUE: "set a deadline",
    DeadlineOp.SHORTEN: "moved the deadline forward",
    DeadlineOp.EXTEND: "extended the deadline",
    DeadlineOp.FIX: "fixed the deadline",
    DeadlineOp.CONFIRM: "confirmed the deadline",
    DeadlineOp.REINTERPRET: "read the deadline anew",
    DeadlineOp.SUSPEND: "suspended the deadline",
    DeadlineOp.RETRACT: "withdrew the deadline",
    DeadlineOp.LAPSE: "The deadline was reported to have passed",
    DeadlineOp.MEET: "The deadline was reported met",
    DeadlineOp.OVERTAKE: "The deadline was reported overtaken by events",
}
MEASURES: dict[Measure, str] = {
    Measure.LAUNCHED: "{n} launched",
    Measure.SHOT_DOWN: "{n} shot down",
    Measure.SUPPRESSED: "{n} jammed or lost",
    Measure.NEUTRALISED_TOTAL: "{n} shot down or jammed",
    Measure.HIT: "{n} striking their targets",
    Measure.HIT_LOCATIONS: "hits in {n} places",
    Measure.DEBRIS_LOCATIONS: "debris in {n} places",
    Measure.KILLED: "{n} killed",
    Measure.INJURED: "{n} injured",
}
WEAPONS: dict[Weapon, tuple[str, str]] = {
    Weapon.DRONE: ("drone", "drones"),
    Weapon.MISSILE: ("missile", "missiles"),
    Weapon.BOMB: ("bomb", "bombs"),
    Weapon.ARTILLERY: ("shell or rocket", "shells and rockets"),
    Weapon.ANY: ("", ""),
}
QUALIFIERS: dict[Qualifier, str] = {
    Qualifier.EXACT: "",
    Qualifier.RANGE: "",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.ABOUT: "about ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.UP_TO: "up to ",
}
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def ordinal(number: int) -> str:
    """'third'; 'number 12' past the eighth."""
    return _ORDINALS[number] if 0 < number < len(_ORDINALS) else f"number-{number}"


def day(when: date) -> str:
    """'23 July 2025'."""
    return f"{when.day} {_MONTHS[when.month]} {when.year}"


def days(window: Window) -> str:
    """'on 23 July 2025', 'between 7 August 2025 and 9 August 2025'."""
    if window.is_one_day:
        clock = f" at {window.start_time:%H:%M}" if window.start_time else ""
        return f"on {day(window.start)}{clock}"
    if window.precision is Precision.MONTH:
        return f"in {_MONTHS[window.start.month]} {window.start.year}"
    return f"between {day(window.start)} and {day(window.end)}"


def due(window: Window) -> str:
    """When something falls due: 'by 8 August 2025', 'between … and …' where that is all we know."""
    return f"by {day(window.end)}" if window.is_one_day else days(window)


def listed(names: Sequence[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def claimants(said: Sequence[Said[T]]) -> str:
    """', according to …' with up to three who say so; the outlets where nobody is named."""
    named = list(dict.fromkeys(one.claimant for one in said if one.claimant))
    if named:
        return f", according to {listed(named[:3])}"
    outlets = list(dict.fromkeys(one.source.outlet for one in said if one.source.outlet))
    return f", {listed(outlets[:3])} reported" if outlets else ""


MONTH = 720
"""Hours that are counted for a month."""
_IN_MONTHS = re.compile(r"\bmonths?\b", re.IGNORECASE)


def spell(low: int, high: int, told: str = "") -> str:
    """'30 hours', '24 to 48 hours', '7 days', '3 months' where `told`, the sentence, says months.

    Whole days from three on; thirty days are not called a month.
    """
    if low == high and low % MONTH == 0 and _IN_MONTHS.search(told):
        months = low // MONTH
        return f"{months} month{'' if months == 1 else 's'}"
    day_long = low >= 72 and low % 24 == high % 24 == 0
    if day_long:
        low, high = low // 24, high // 24
    unit = "days" if day_long else "hours"
    return f"{low} {unit}" if low == high else f"{low} to {high} {unit}"


def point_words(point: Point) -> str:
    """'an exchange of at least 1,200 prisoners from each side'."""
    counted, plain = ITEMS[point.item]
    text = plain
    if point.count is not None and "{n}" in counted:
        number = f"{'at least ' if point.at_least else ''}{point.count:,}"
        text = counted.format(n=number) + (" from each side" if point.per_side else "")
    if point.hours is not None:
        text += f" of {spell(*point.hours, point.sentence)}"
    if point.due is not None:
        text += f" {due(point.due)}"
    return text


def lasting(minutes: int) -> str:
    """'40 minutes', '3 hours', '2 hours 30 minutes', as papers count them."""
    hours, rest = divmod(minutes, 60)
    if minutes < 100:
        return f"{minutes} minutes"
    whole = f"{hours} hour{'' if hours == 1 else 's'}"
    return f"{whole} {rest} minutes" if rest else whole


def number_words(figure: Figure) -> str:
    """'at least 2', 'about 450', '10 to 12', 'up to 100'."""
    if figure.qualifier is Qualifier.RANGE and figure.high is not None:
        return f"{figure.low:,} to {figure.high:,}"
    if figure.qualifier is Qualifier.UP_TO and figure.high is not None:
        return f"up to {figure.high:,}"
    return f"{QUALIFIERS[figure.qualifier]}{figure.low:,}"


def figure_words(figure: Figure) -> str:
    """'at least 450 drones launched', '2 killed (Kyiv)'."""
    one, many = WEAPONS[figure.weapon]
    number = number_words(figure)
    weapon = one if figure.low == 1 and figure.high in (None, 1) else many
    counted = MEASURES[figure.measure].format(n=f"{number} {weapon}".strip())
    return f"{counted} ({figure.scope})" if figure.scope else counted
