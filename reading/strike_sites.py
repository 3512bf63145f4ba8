"""How many places were hit, and on how many debris fell, as counted in one sentence."""

import re
from collections.abc import Iterator

from reading.facts import Measure, Weapon
from reading.strike_counted import Counted, counted_at, is_vague
from reading.strike_tags import Tagged, marked
from reading.strike_words import DEBRIS, SITES, any_of

_RECORDED = (
    r"(?: (?:were |was |have been )?"
    r"(?:recorded|registered|reported|confirmed|occurred|seen|fixed|noted|documented))?"
)
_HITS_AT = tuple(
    map(
        marked,
        (
            (
                rf"\b(?:hits?|struck|strikes?|impacts?|damaged?){_RECORDED}"
                r"(?: (?:in|at|on|by|across|to))?"
                rf"(?: a total of)? Num(?P<number>\d+)(?: \w+){{0,2}}? {SITES}\b"
            ),
            (
                rf"Num(?P<number>\d+)(?: or more| at least)? (?:[\w-]+ ){{0,2}}?{SITES} "
                r"(?:[\w-]+ ){0,3}?"
                r"(?:hit|hits|struck|targeted|damaged|strikes|attacked)\b"
            ),
            rf"Num(?P<number>\d+) (?:targeted|direct) {SITES}",
            (
                r"\b(?:got through|aimed|directed|strikes?|attacks?|W[a-z]+) (?:at|on|against"
                r"|in|to) Num(?P<number>\d+)"
                rf"(?: \w+){{0,2}}? (?:{SITES}|Wany)\b"
            ),
            # strikes by 17 drones were recorded at ten sites
            (
                r"\b(?:hits?|strikes?|impacts?) (?:by|of|from) Num\d+ [^;.]{0,60}?"
                rf"{_RECORDED} (?:at|in|on|across) Num(?P<number>\d+) (?:[\w-]+ ){{0,2}}?{SITES}\b"
            ),
            # it hit more than 60 targets; seven hit targets in four places
            r"\b(?:hit|struck) Num(?P<number>\d+) Wany\b(?! by)",
            rf"\b(?:hit|struck) Wany in Num(?P<number>\d+) {SITES}\b",
            # 12 targets were hit by 57 drones
            r"Num(?P<number>\d+)(?: \w+)? Wany (?:were|was|had been|have been) (?:hit|struck)\b",
        ),
    )
)
_DEBRIS_AT = tuple(
    map(
        marked,
        (
            (
                rf"\b{DEBRIS}\b(?:(?! and Num| but ).){{0,70}}?"
                r"\b(?:in|at|on|across|over|near|into|hit|struck|damaged)(?: \w+){0,2}? "
                r"Num(?P<number>\d+)(?!\d)(?! (?:[\w-]+ )?W[a-z])"
            ),
            (
                rf"Num(?P<number>\d+) (?:[\w-]+ ){{0,2}}?{SITES} (?:[\w-]+ )?(?:by|from|with|to|of)"
                rf" (?:falling )?{DEBRIS}\b"
            ),
        ),
    )
)
_NOT_PLACES = re.compile(
    r"^(?: or more| at least)? (?:[\w-]+ )?"
    + any_of("""
        people persons civilians regions? districts? cars? houses? homes? buildings? apartments?
        minutes hours towns? villages? cities drones missiles killed injured wounded women men
    """)
    + r"\b"
)


def sites_counted(tagged: Tagged) -> Iterator[tuple[Counted, int]]:
    """Each count of places, with the index of its number."""
    for measure, patterns in (
        (Measure.DEBRIS_LOCATIONS, _DEBRIS_AT),
        (Measure.HIT_LOCATIONS, _HITS_AT),
    ):
        for pattern in patterns:
            for match in pattern.finditer(tagged.text, tagged.stems):
                index = int(match["number"])
                after = tagged.text[match.end("number") :]
                if not _NOT_PLACES.match(after) and not is_vague(tagged, index):
                    yield counted_at(tagged, index, measure, Weapon.ANY, after), index
