"""Weapons and places counted in one sentence: how many were sent, stopped, lost, or got through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reading.facts import Measure, Qualifier, Weapon
from reading.strike_exclusions import is_accumulated, is_compared, is_planned
from reading.strike_tags import Tagged
from reading.strike_words import (
    CAME,
    CLAIMED,
    COUNTED,
    DEBRIS,
    GOT_THROUGH,
    NEUTRALISED,
    SENT,
    SHOT_DOWN,
    SITES,
    SUPPRESSED,
)


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
    fixed: bool = False
    """Counts one person told in words ('a woman'), not a number."""


_NOUN = (
    r"(?P<gap>(?: (?!W[a-z]|Num|Pty|Per|Loc|Time|(?:and|or|but|of|in|on|at|by|to|for|from|with|as|after|when|were"
    r"|was|are|is|had|has|have|people|persons|dead|killed|injured|wounded|hurt|die|died|dies|hours?|days?|as)\b)"
    r"[\w'\"-]+,?){0,4}?)"
)
_WEAPON = r"W(?P<weapon>[a-z]+)\b"
_ITEM = re.compile(
    rf"Num(?P<number>\d+)(?: or more| and more| at least)?(?:(?: more| other| out)? of(?: the| those| these| its)?)?"
    rf"{_NOUN} {_WEAPON}(?P<more>(?: and| or|/|,)? ?(?:(?:cruise|ballistic|attack|guided|other|various) )*W[a-z]+)?"
    r"(?! (?:attacks?|strikes?|raids?|defen[cs]e|systems?|factory|factories|plants?|parts|makers?|debris))"
)
_BARE = re.compile(
    r"Num(?P<number>\d+)(?P<more_than>(?: or more| at least)?)(?= (?:(?:of them|of these|of which) )?(?:were|was|had been|have been|struck|hit|got"
    r"|penetrat|broke|reached|shot down|downed|intercepted|destroyed|lost|jammed|suppressed|disappeared)\b)"
)
_PAIR = re.compile(r"Num(?P<first>\d+) and Num(?P<second>\d+)(?: of them|,? respectively)?(?= (?:were|was|of)\b|,? respectively)")
_SHARED = re.compile(r"Num(?P<number>\d+) (?P<gap>cruise|ballistic|aeroballistic|guided|attack|strike|reconnaissance)(?= and Num\d+ (?:[\w-]+ ){0,2}W)")
_LINK = re.compile(r"^(?:, [^,;]{1,60},(?= and))?(?:,| and|, and| plus|, plus| as well as|, as well as| along with| together with| or|, including)?(?: (?:a further|another|also|up to))? ?$")
_BREAK = re.compile(r"[;:]|\.\s|, (?:but|while|whereas|though|although|and then)\b| (?:but|while|whereas|although|though) ")

_AFTER: tuple[tuple[Measure, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(rf"^,?(?: (?:that |which |who )?)?(?:(?!Num)[\w'\"/-]+,? ){{0,{reach}}}?{words}\b"))
    for measure, words, reach in (
        (Measure.NEUTRALISED_TOTAL, NEUTRALISED, 4),
        (Measure.SUPPRESSED, SUPPRESSED, 4),
        (Measure.SHOT_DOWN, SHOT_DOWN, 5),
        (Measure.LAUNCHED, SENT, 4),
        (Measure.LAUNCHED, CAME, 4),
        (Measure.HIT, GOT_THROUGH, 3),
        # A bare count over regions or seas tells where defences met them.
        (Measure.SHOT_DOWN, r"(?:over|above) (?:the )?(?:Num\d+ )?(?:(?:seas?|regions?|provinces?)|Loc|[\w-]+ (?:of )?(?:the )?(?:[\w-]+ )?(?:seas?|regions?|territory|provinces?))", 0),
    )
)
_BEFORE: tuple[tuple[Measure, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(rf"\b(?:{words})(?P<between>(?:,? [^\s;,]+){{0,{reach}}}?,?) ?$"))
    for measure, words, reach in (
        (Measure.NEUTRALISED_TOTAL, NEUTRALISED, 5),
        (Measure.SUPPRESSED, SUPPRESSED, 3),
        (Measure.SHOT_DOWN, SHOT_DOWN, 5),
        (Measure.SHOT_DOWN, rf"(?:Pty|Per|Adj)[0-9]\S*(?: \w+){{0,3}} {CLAIMED}|\bit {CLAIMED}", 2),
        (Measure.LAUNCHED, SENT, 6),
        (Measure.LAUNCHED, r"(?:^|[,;.] )of(?: the| its| those)?", 0),
        (Measure.LAUNCHED, r"\bcame", 1),
        (Measure.LAUNCHED, COUNTED, 3),
        (Measure.LAUNCHED, r"(?:attacks?|strikes?|barrages?|assaults?|raids?|waves?|swarms?|salvos?|onslaught|bombardment)(?: of| with| involving| using| comprising| consisting of| saw|:)", 5),
        (Measure.LAUNCHED, r"(?:attack(?:ed|s|ing)?|pound(?:ed|s|ing)?|struck|hit|bombard(?:ed|s)?|target(?:ed|s|ing)?)(?: \S+){1,6}? (?:with|using|by)", 3),
        (Measure.HIT, r"(?:struck|hit) by", 3),
        (Measure.LAUNCHED, r"(?:involv(?:ed|ing)|compris(?:ed|ing)|includ(?:ed|ing)|weapons used at|number used|in total|among them|saw)", 3),
    )
)  # fmt: skip
_HITS_AT = (
    re.compile(rf"\b(?:hits?|struck|strikes?|impacts?|damaged|damage)(?: (?:were |was |have been )?(?:recorded|registered|reported|confirmed|occurred|seen|fixed|noted|documented))?(?: (?:in|at|on|by|across|to))?(?: a total of)? Num(?P<number>\d+)(?: \w+){{0,2}}? {SITES}\b"),
    re.compile(rf"Num(?P<number>\d+)(?: or more| at least)? (?:[\w-]+ ){{0,2}}?{SITES} (?:[\w-]+ ){{0,3}}?(?:hit|hits|struck|targeted|damaged|strikes|attacked)\b"),
    re.compile(rf"Num(?P<number>\d+) (?:targeted|direct) {SITES}"),
    re.compile(rf"\b(?:hit|struck) Num(?P<number>\d+) {SITES}"),
)  # fmt: skip
_DEBRIS_AT = (
    re.compile(rf"\b{DEBRIS}\b(?:(?! and Num| but ).){{0,70}}?\b(?:in|at|on|across|over|near|into|hit|struck|damaged)(?: \w+){{0,2}}? Num(?P<number>\d+)(?!\d)(?! (?:[\w-]+ )?W[a-z])"),
    re.compile(rf"Num(?P<number>\d+) (?:[\w-]+ ){{0,2}}?{SITES} (?:[\w-]+ )?(?:by|from|with|to|of) (?:falling )?{DEBRIS}\b"),
)  # fmt: skip
_NOT_PLACES = re.compile(
    r"^(?: or more| at least)? (?:[\w-]+ ){0,1}?(?:people|persons|civilians|regions?|districts?|cars?|houses?|homes?"
    r"|buildings?|apartments?|minutes|hours|towns?|villages?|cities|drones|missiles|killed|injured|wounded|women|men)\b"
)
_WEAPONS = {word.value: word for word in Weapon}


def weapons_counted(tagged: Tagged, carried: Weapon | None = None) -> list[Counted]:
    """Every count of weapons that the sentence gives of an attack, and of the places they struck.

    `carried` is the weapon that the sentence before counted: 'Nineteen were shot down.'
    """
    found: list[Counted] = []
    taken: set[int] = set()
    for counted, number in _places(tagged):
        if number not in taken:
            taken.add(number)
            found.append(counted)
    chains = list(_chains(tagged, taken))
    before: Counted | None = None
    for chain in chains:
        given = list(_of_chain(tagged, chain, before))
        before = given[-1] if given else before
        found += given
    taken |= {int(item.match["number"]) for chain in chains for item in chain}
    found += _elliptical(tagged, taken, chains, carried)
    return sorted(found, key=lambda counted: counted.start)


def _places(tagged: Tagged) -> Iterator[tuple[Counted, int]]:
    for measure, patterns in (
        (Measure.DEBRIS_LOCATIONS, _DEBRIS_AT),
        (Measure.HIT_LOCATIONS, _HITS_AT),
    ):
        for pattern in patterns:
            for match in pattern.finditer(tagged.text):
                index = int(match["number"])
                after = tagged.text[match.end("number") :]
                if not _NOT_PLACES.match(after) and _real(tagged, index):
                    yield _counted(tagged, index, measure, Weapon.ANY, after), index


def _real(tagged: Tagged, index: int) -> bool:
    """False for 'dozens' and 'hundreds': a size, not a count that anybody could check."""
    number = tagged.sentence.numbers[index]
    base = tagged.sentence.span[0]
    words = tagged.sentence.text[number.span[0] - base : number.span[1] - base].lower()
    return not words.rstrip().endswith(("dozens", "scores", "hundreds", "thousands", "millions"))


@dataclass(frozen=True, slots=True)
class _Item:
    match: re.Match[str]
    weapon: Weapon


def _chains(tagged: Tagged, taken: set[int]) -> Iterator[list[_Item]]:
    """Numbers of weapons that share one verb: 'eight ballistic and 37 cruise missiles'."""
    matches = [m for p in (_SHARED, _ITEM) for m in p.finditer(tagged.text)]
    matches.sort(key=lambda match: match.start())
    chain: list[_Item] = []
    for match in matches:
        if int(match["number"]) in taken or not _real(tagged, int(match["number"])):
            continue
        if chain and match.start() < chain[-1].match.end():
            continue
        item = _Item(match, _weapon_of(match))
        if chain and _LINK.match(tagged.text[chain[-1].match.end() : match.start()]):
            chain.append(item)
            continue
        if chain:
            yield chain
        chain = [item]
    if chain:
        yield chain


def _weapon_of(match: re.Match[str]) -> Weapon:
    groups = match.groupdict()
    first = groups.get("weapon")
    if first is None:
        return Weapon.DRONE if match["gap"] in ("attack", "strike", "reconnaissance") else Weapon.MISSILE
    more = re.search(r"W([a-z]+)", groups.get("more") or "")
    return _WEAPONS[first] if more is None or more[1] == first else Weapon.ANY


def _of_chain(tagged: Tagged, chain: list[_Item], before: Counted | None) -> Iterator[Counted]:
    """The counts of one chain; after a colon they are the parts of the count before it."""
    first, last = chain[0].match, chain[-1].match
    measure, stopper = _role(tagged, first.start(), last.end())
    if measure is None and before and ":" in tagged.text[before.end : first.start()]:
        measure, stopper = before.measure, before.stopped_by
    if measure is None or _excluded(tagged, first.start(), last.end(), measure):
        return
    for item in chain:
        gap = item.match["gap"]
        owner = re.search(r"(?:Adj|Pty)([0-9T])", gap)
        after = tagged.text[item.match.end("number") :]
        alike = sum(other.weapon is item.weapon for other in chain) > 1
        yield _counted(
            tagged,
            int(item.match["number"]),
            measure,
            item.weapon,
            after,
            end=item.match.end(),
            by=owner[1] if owner else None,
            stopped_by=stopper,
            kind=_type_of(tagged, item) if alike else "",
        )


_TYPES = re.compile(r"ballistic|cruise|aeroballistic|hypersonic|guided", re.IGNORECASE)


def _type_of(tagged: Tagged, item: _Item) -> str:
    """The type that a split count is for: 'ballistic', 'Kinzhals'."""
    base = tagged.sentence.span[0]
    number = tagged.sentence.numbers[int(item.match["number"])]
    words = tagged.sentence.text[number.span[1] - base : tagged.at(item.match.end()) - base]
    known = _TYPES.search(words)
    return known.group().lower() if known else " ".join(words.split()).strip(" ,")


def _clause(line: str, start: int, end: int) -> tuple[str, str]:
    """The clause's words before `start` and after `end`."""
    breaks = [0, *(m.end() for m in _BREAK.finditer(line, 0, start))]
    following = _BREAK.search(line, end)
    return line[breaks[-1] : start], line[end : following.start() if following else len(line)]


_PART = re.compile(r"[;:]|, and |, (?:some|most|many|including|among) | and Num| but | while ")


def clause_of(line: str, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence that a figure stands in."""
    first = max((m.end() for m in _PART.finditer(line, 0, start)), default=0)
    following = _PART.search(line, end)
    return first, following.start() if following else len(line)


def _role(tagged: Tagged, start: int, end: int) -> tuple[Measure | None, str | None]:
    """What was done with the weapons counted between `start` and `end`, and by whose defences."""
    head, tail = _clause(tagged.text, start, end)
    tail = _ASIDE.sub("", tail)
    following = [
        (match.end(), measure)
        for measure, pattern in _AFTER
        if (match := pattern.match(tail))
    ]
    leading = [
        (len(head) - match.start(), measure)
        for measure, pattern in _BEFORE
        if (match := _last(pattern, head)) is not None and not _JOINED.match(match["between"])
    ]
    measure = _choice(following, leading, tail)
    stopper = None
    if measure in (Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.NEUTRALISED_TOTAL):
        doers = re.findall(r"(?:Adj|Pty|Per)([0-9])", head)
        stopper = doers[-1] if doers else None
    return measure, stopper


_JOINED = re.compile(r"^(?:,|,? and\b)")
"""Between a verb and a number: they stand side by side, the number is not the verb's object."""
_ASIDE = re.compile(r"^, [^,;]{1,45},(?= )")


def _last(pattern: re.Pattern[str], head: str) -> re.Match[str] | None:
    """The match that reaches the end of the head from nearest to it."""
    found = None
    for match in pattern.finditer(head):
        found = match
    return found


_STOPPED = frozenset({Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.NEUTRALISED_TOTAL})
_GOVERNS = 30
"""Characters from a verb to the number that is its object: 'downed at least 13'."""
_PASSIVE = re.compile(r"^,?(?: \w+){0,3} (?:were|was|been)\b")


def _choice(
    following: list[tuple[int, Measure]], leading: list[tuple[int, Measure]], tail: str
) -> Measure | None:
    """The verb that governs: what follows, unless the number is the object of what stands before."""
    before = min(leading, key=lambda pair: pair[0], default=None)
    if before and before[1] in _STOPPED and before[0] <= _GOVERNS and not _PASSIVE.match(tail):
        return before[1]
    if following:
        measure = _first_listed(following)
        # '800 drones strike a country' tells what was sent; what got through strikes a place.
        return Measure.LAUNCHED if measure is Measure.HIT and _AT_COUNTRY.match(tail) else measure
    return before[1] if before else None


def _first_listed(following: list[tuple[int, Measure]]) -> Measure:
    """The verb that comes first; of several readings of one verb, the fuller."""
    nearest = min(end for end, _ in following)
    close = [pair for pair in following if pair[0] <= nearest + 25]
    order = [
        Measure.NEUTRALISED_TOTAL,
        Measure.SUPPRESSED,
        Measure.SHOT_DOWN,
        Measure.LAUNCHED,
        Measure.HIT,
    ]
    if any(m is Measure.NEUTRALISED_TOTAL for _, m in close):
        return Measure.NEUTRALISED_TOTAL
    return min(following, key=lambda pair: (pair[0], order.index(pair[1])))[1]


_AT_COUNTRY = re.compile(rf"^,?(?: [\w'-]+){{0,3}} {GOT_THROUGH} (?:Pty[0-9]|targets? (?:across|in) Pty[0-9])(?!'s)")


def _excluded(tagged: Tagged, start: int, end: int, measure: Measure) -> bool:
    head, tail = _clause(tagged.text, start, end)
    near = head[-110:]
    if measure is Measure.LAUNCHED and (is_planned(near) or is_planned(tail[:40])):
        return True
    return is_accumulated(near) or is_accumulated(tail[:70]) or is_compared(near[-70:])


def _counted(
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


def _elliptical(
    tagged: Tagged, taken: set[int], chains: list[list[_Item]], carried: Weapon | None
) -> Iterator[Counted]:
    """Numbers whose weapon was named before: '539 drones …, 476 were intercepted', '26 and 563'."""
    for match in _PAIR.finditer(tagged.text):
        earlier = [chain for chain in chains if chain[-1].match.end() <= match.start()]
        pair = (int(match["first"]), int(match["second"]))
        if not earlier or len(earlier[-1]) != len(pair) or taken & set(pair):
            continue
        measure, stopper = _role(tagged, match.start(), match.end())
        if measure is None:
            continue
        taken.update(pair)
        for item, index in zip(earlier[-1], pair, strict=True):
            after = tagged.text[match.end() :]
            yield _counted(tagged, index, measure, item.weapon, after, stopped_by=stopper)
    for match in _BARE.finditer(tagged.text):
        index = int(match["number"])
        noun = tagged.sentence.numbers[index].noun.lower()
        if index in taken or not _real(tagged, index) or _HUMAN.search(noun):
            continue
        weapon = _weapon_before(tagged, match.start()) or carried
        measure, stopper = _role(tagged, match.start(), match.end())
        if measure in (None, Measure.LAUNCHED) or weapon is None:
            continue
        if not _excluded(tagged, match.start(), match.end(), measure):
            taken.add(index)
            after = tagged.text[match.end("number") :]
            yield _counted(tagged, index, measure, weapon, after, stopped_by=stopper)


_HUMAN = re.compile(r"people|person|civilian|wom[ae]n|\bm[ae]n\b|child|resident|building|house|home")


def _weapon_before(tagged: Tagged, position: int) -> Weapon | None:
    """The weapons last named before this position, in any number; ANY where several are."""
    tail = re.sub(r"Num\d+ of (?:them|these|which) W[a-z]+", "", tagged.text[max(0, position - 160) : position])
    named = re.findall(r"W([a-z]+)", tail)
    if not named:
        return None
    joined = re.search(r"W([a-z]+) (?:and|or) (?:[\w-]+ ){0,2}W([a-z]+)(?!.*W[a-z])", tail)
    if joined and joined[1] != joined[2]:
        return Weapon.ANY
    return _WEAPONS[named[-1]]
