"""One number of an attack with its role, as the rules for weapons, places and tolls hand it on."""

import re
from dataclasses import dataclass

from reading.facts import Measure, Qualifier, Weapon
from reading.strike_tags import Tagged


@dataclass(frozen=True, slots=True)
class Counted:
    """One number with its role. Positions are in the sentence's line of marks."""

    measure: Measure
    weapon: Weapon
    low: int
    high: int | None
    qualifier: Qualifier
    start: int
    end: int
    by: str | None = None
    """Whose weapons were counted, where the words say it: the mark of a side."""
    stopped_by: str | None = None
    """Whose defences stopped them, as a mark."""
    kind: str = ""
    """The type of weapon, where the number is for that type alone."""
    mild: bool = False
    """Only taken to hospital: the hurt, where no other number gives them."""


def is_vague(tagged: Tagged, index: int) -> bool:
    """True for 'dozens' and 'hundreds': a size, not a count that anybody could check."""
    number = tagged.sentence.numbers[index]
    base = tagged.sentence.span[0]
    words = tagged.sentence.text[number.span[0] - base : number.span[1] - base].lower()
    return words.rstrip().endswith(("dozens", "scores", "hundreds", "thousands", "millions"))


def counted_at(
    tagged: Tagged,
    index: int,
    measure: Measure,
    weapon: Weapon,
    after: str,
    *,
    end: int | None = None,
    by: str | None = None,
    stopped_by: str | None = None,
    kind: str = "",
) -> Counted:
    """The sentence's number `index` as a count; `after` are the words that follow it."""
    number = tagged.sentence.numbers[index]
    low, high, qualifier = number.low, number.high, number.qualifier
    if re.match(r"(?: [\w'-]+)?(?: or more| and more| at least|-plus| plus)\b", after):
        high, qualifier = None, Qualifier.AT_LEAST
    start = tagged.text.find(f"Num{index}")
    return Counted(
        measure,
        weapon,
        low,
        high,
        qualifier,
        start,
        end or start + len(f"Num{index}"),
        by=by,
        stopped_by=stopped_by,
        kind=kind,
    )
