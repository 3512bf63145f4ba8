"""Weapons and places counted in one sentence: how many were sent, stopped, lost, or got through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reading.facts import Measure, Weapon
from reading.gate import Gated
from reading.strike_counted import Counted, counted_at, is_vague
from reading.strike_roles import STOPPED, is_excluded, role_of
from reading.strike_sites import sites_counted
from reading.strike_tags import Tagged
from reading.strike_words import NEUTRALISED, SHOT_DOWN, any_of

_NOT_NOUN = any_of("""
    and or but of in on at by to for from with as after when were was are is had has have people
    persons dead killed injured wounded hurt die died dies hours? days?
""")
_NOUN = (
    r"(?P<gap>(?: Pty[0-9T](?:'s?)?(?= ))?"
    rf"(?: (?!W[a-z]|Num|Pty|Per|Loc|Time|{_NOT_NOUN}\b)(?:\d+,\d+)?[\w'\"-]+,?){{0,4}}?)"
)
_OR_MORE = "(?: or more| and more| at least)?"
_NOT_WEAPON = any_of("""
    attacks? strikes? raids? defen[cs]e systems? factory factories plants? parts makers? debris
    radars? launchers? launch_(?:sites?|pads?|vehicles?) batter(?:y|ies) complex(?:es)? vehicles?
    crews? operators? units? brigades? regiments? teams? bases? depots? stocks? warehouses?
    silos? engines? components? experts? engineers? experiments? tests? threats? alerts?
""")
_ITEM = re.compile(
    rf"Num(?P<number>\d+){_OR_MORE}(?:(?: more| other| out)? of(?: the| those| these| its)?)?"
    rf"{_NOUN} W(?P<weapon>[a-z]+)\b"
    r"(?P<more>(?: and| or|/|,)? ?(?:(?:cruise|ballistic|attack|guided|other|various) )*W[a-z]+)?"
    rf"(?! {_NOT_WEAPON})"
)
_BARE = re.compile(
    rf"Num(?P<number>\d+){_OR_MORE}(?= (?:(?:of them|of these|of which) )?"
    + any_of("""
        were was had_been have_been struck hit got penetrat broke reached shot_down downed
        intercepted destroyed lost jammed suppressed disappeared
        (?:more_)?(?:over|above)_(?:the_)?(?:(?:Loc|Pty)[0-9]|[\\w-]+_(?:regions?|seas?|provinces?|oblast))
    """)
    + r"\b)"
)
_OBJECT = Gated(
    rf"\b(?:{SHOT_DOWN}|{NEUTRALISED})(?: (?:at least|some|about|all))? Num(?P<number>\d+)"
    r"(?= of them\b|,? and (?:[\w-]+ )?Num| or |[,.;]|$)",
    flags=0,
)
"""'... launched 100 drones; it shot down 88, and another 12 were lost.'"""
_NUMBER_PUT = Gated(
    r"\bnumber of (?:the )?(?:[\w-]+ )?W(?P<weapon>[a-z]+)(?P<did>(?:(?! Num)[^;.]){0,70}?)"
    r" (?:at|to|was|is|reached|as) Num(?P<number>\d+)",
    flags=0,
)
"""'The ministry put the number of drones shot down at 172.'"""
_NUMBERING = Gated(r"\bW[a-z]+,? (?:numbering|totall?ing) Num(?P<number>\d+)", flags=0)
_SHARE = re.compile(
    rf"Num(?P<part>\d+) (?:out )?of (?:the |all |its |those |a total of )*(?:some "
    rf")?Num(?P<whole>\d+)"
    rf"{_NOUN} W(?P<weapon>[a-z]+)\b(?! {_NOT_WEAPON})"
)
"""'It downed 92 of the 110 drones': how many were stopped, and how many had come."""
_PAIR = re.compile(
    r"Num(?P<first>\d+)(?: of the (?:former|first))?,? and Num(?P<second>\d+)"
    r"(?: of (?:them|the (?:latter|second))|,? respectively)?"
    r"(?:(?= (?:were|was|of)\b|,? respectively)|(?P<open>(?=[,.;]|$)))"
)
_SHARED = re.compile(
    r"Num(?P<number>\d+) "
    r"(?P<gap>cruise|ballistic|aeroballistic|guided|attack|strike|reconnaissance)"
    r"(?= and Num\d+ (?:[\w-]+ ){0,2}W)"
)
_LINK = re.compile(
    r"^(?:, [^,;]{1,60},(?= and))?"
    r"(?:,| and|, and| plus|, plus|,? as well as| along with| together with| or|, including)?"
    r"(?: (?:a further|another|also|up to))? ?$"
)
_AND_MORE = re.compile(r"\b(?:another|a further|also)\b")
_HAS_VERB = re.compile(rf"\b(?:{SHOT_DOWN}|{NEUTRALISED})(?: (?:at least|some|about|all))? $")
"""'It downed 88 targets and another 12 decoys were lost': two deeds, not one of a hundred."""
_WEAPONS = {word.value: word for word in Weapon}


def weapons_counted(tagged: Tagged, carried: Weapon | None = None) -> list[Counted]:
    """Every count of weapons that the sentence gives of an attack, and of the places they struck.

    `carried` is the weapon that the sentence before counted: 'Nineteen were shot down.'
    """
    found: list[Counted] = []
    taken: set[int] = set()
    if "Num" not in tagged.text:
        return found
    for counted, number in sites_counted(tagged):
        if number not in taken:
            taken.add(number)
            found.append(counted)
    for counted, number in _shares(tagged):
        taken.add(number)
        found.append(counted)
    for counted, number in _numbers_put(tagged):
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


_STOPPED_AFTER = re.compile(
    rf"[^;,]{{0,50}}? (?:were|was|been) (?:(?P<both>{NEUTRALISED})|(?P<down>{SHOT_DOWN}))\b"
)


def _stopped_after(line: str, end: int) -> Measure:
    """What became of weapons that are first said to have been launched."""
    match = _STOPPED_AFTER.match(line, end)
    if match is None:
        return Measure.LAUNCHED
    return Measure.NEUTRALISED_TOTAL if match["both"] else Measure.SHOT_DOWN


def _numbers_put(tagged: Tagged) -> Iterator[tuple[Counted, int]]:
    """Counts that are given as a value: 'put the number of drones shot down at 172'."""
    for match in _NUMBER_PUT.finditer(tagged.text, tagged.stems):
        stopped = re.search(rf"\b{SHOT_DOWN}\b", match["did"])
        measure = Measure.SHOT_DOWN if stopped else Measure.LAUNCHED
        index, weapon = int(match["number"]), _WEAPONS[match["weapon"]]
        owner = re.search(r"Adj([0-9T])(?!-)", match.group())
        if not is_excluded(tagged, match.start(), match.end(), measure):
            by = owner[1] if owner else None
            yield counted_at(tagged, index, measure, weapon, "", by=by), index


def _shares(tagged: Tagged) -> Iterator[tuple[Counted, int]]:
    """Both numbers of '92 of the 110 drones'; a second such pair shares the verb of the first."""
    measure: Measure | None = None
    stopper: str | None = None
    end = 0
    for match in _SHARE.finditer(tagged.text):
        if not (end and _LINK.match(tagged.text[end : match.start()])):
            measure, stopper = role_of(tagged, match.start(), match.end())
            if measure is Measure.LAUNCHED:
                # '64 of 71 drones launched at night were neutralised'
                measure = _stopped_after(tagged.text, match.end())
        end = match.end()
        if measure is None or is_excluded(tagged, match.start(), match.end(), measure):
            continue
        weapon, after = _WEAPONS[match["weapon"]], tagged.text[match.end() :]
        owner = re.search(r"(?:Adj|Pty)([0-9T])(?!-)", match["gap"])
        parts = ((measure, match["part"]), (Measure.LAUNCHED, match["whole"]))
        for role, number in parts[_ALL_BUT.search(tagged.text, 0, match.start()) is not None :]:
            counted = counted_at(
                tagged,
                int(number),
                role,
                weapon,
                after,
                end=match.end(),
                by=owner[1] if owner else None,
                stopped_by=stopper if role is measure else None,
            )
            if not (role is measure is Measure.LAUNCHED and number == match["part"]):
                yield counted, int(number)


@dataclass(frozen=True, slots=True)
class _Item:
    match: re.Match[str]
    weapon: Weapon


def _chains(tagged: Tagged, taken: set[int]) -> Iterator[list[_Item]]:
    """Numbers of weapons that share one verb: 'eight ballistic and 37 cruise missiles'."""
    matches = [m for p in (_SHARED, _ITEM) for m in p.finditer(tagged.text)]
    matches.sort(key=lambda match: match.start())
    line = tagged.text
    chain: list[_Item] = []
    for match in matches:
        if int(match["number"]) in taken or is_vague(tagged, int(match["number"])):
            continue
        if chain and match.start() < chain[-1].match.end():
            continue
        item = _Item(match, _weapon_of(match))
        link = _LINK.match(tagged.text[chain[-1].match.end() : match.start()]) if chain else None
        if link and not (
            _AND_MORE.search(link[0]) and _HAS_VERB.search(line, 0, chain[0].match.start())
        ):
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
        return (
            Weapon.DRONE
            if match["gap"] in ("attack", "strike", "reconnaissance")
            else Weapon.MISSILE
        )
    more = re.search(r"W([a-z]+)", groups.get("more") or "")
    return _WEAPONS[first] if more is None or more[1] == first else Weapon.ANY


def _of_chain(tagged: Tagged, chain: list[_Item], before: Counted | None) -> Iterator[Counted]:
    """The counts of one chain; after a colon they are the parts of the count before it."""
    first, last = chain[0].match, chain[-1].match
    if _ALL_BUT.search(tagged.text, 0, first.start()):
        return
    measure, stopper = role_of(tagged, first.start(), last.end())
    if measure in STOPPED and _SHARE_OF.search(tagged.text, 0, first.start()):
        measure, stopper = Measure.LAUNCHED, None
    if (
        before
        and before.measure in STOPPED
        and _AMONG_THEM.search(tagged.text, before.end, first.start())
    ):
        return
    if measure is None and before and ":" in tagged.text[before.end : first.start()]:
        measure, stopper = before.measure, before.stopped_by
    if before and before.measure in STOPPED and _is_share(tagged, before, first):
        if before.weapon is chain[0].weapon and not _IN_PLACE.match(tagged.text, first.end()):
            return
        measure, stopper = before.measure, before.stopped_by
    if measure is None or is_excluded(tagged, first.start(), last.end(), measure):
        return
    for item in chain:
        gap = item.match["gap"]
        owner = re.search(r"(?:Adj|Pty)([0-9T])(?!-)", gap)
        after = tagged.text[item.match.end("number") :]
        alike = sum(other.weapon is item.weapon for other in chain) > 1
        yield counted_at(
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


_INCLUDED = re.compile(r"[^;:]{0,70},? including(?: (?:some|about|at least))? $")
"""'They downed 49 drones, including 25 drones over Aland': those were downed, too."""
_IN_PLACE = re.compile(r" (?:over|above|in|at|near)(?: the)?(?: [a-z-]+){0,2} (?:Loc|Pty)[0-9X]")


def _is_share(tagged: Tagged, before: Counted, first: re.Match[str]) -> bool:
    return _INCLUDED.fullmatch(tagged.text, before.end, first.start()) is not None


_ALL_BUT = re.compile(r"\ball but (?:a |the )?$")
_SHARE_OF = re.compile(
    r"(?:\ball but (?:[\w']+ ){1,3}of|\bout of|%\s?of|\bper ?cent of"
    r"|\b(?:half|majority|bulk) of|\b(?:most|nearly all|almost all) of)"
    r" (?:(?:the|its|those|some|a total of|more than|over) ){0,2}$"
)
"""'All but one of 19 missiles were downed': 19 came, and nobody says 18."""
_AMONG_THEM = re.compile(r", (?:among them|among which) $")
"""'41 missiles, among them 34 of a type': a share of those before."""
_TYPES = re.compile(r"ballistic|cruise|aeroballistic|hypersonic|guided", re.IGNORECASE)


def _type_of(tagged: Tagged, item: _Item) -> str:
    """The type that a split count is for: 'ballistic', 'Kinzhals'."""
    base = tagged.sentence.span[0]
    number = tagged.sentence.numbers[int(item.match["number"])]
    words = tagged.sentence.text[number.span[1] - base : tagged.at(item.match.end()) - base]
    known = _TYPES.search(words)
    return known.group().lower() if known else " ".join(words.split()).strip(" ,")


def _elliptical(
    tagged: Tagged, taken: set[int], chains: list[list[_Item]], carried: Weapon | None
) -> Iterator[Counted]:
    """Numbers whose weapon was named before: '539 drones …, 476 were intercepted', '26 and 563'."""
    for match in _PAIR.finditer(tagged.text):
        earlier = [chain for chain in chains if chain[-1].match.end() <= match.start()]
        pair = (int(match["first"]), int(match["second"]))
        if not earlier or len(earlier[-1]) != len(pair) or taken & set(pair):
            continue
        measure, stopper = role_of(tagged, match.start(), match.end())
        if measure is None or (match["open"] is not None and measure not in STOPPED):
            continue
        taken.update(pair)
        for item, index in zip(earlier[-1], pair, strict=True):
            after = tagged.text[match.end() :]
            yield counted_at(tagged, index, measure, item.weapon, after, stopped_by=stopper)
    for match in _NUMBERING.finditer(tagged.text, tagged.stems):
        index, weapon = int(match["number"]), _weapon_before(tagged, match.end())
        if index not in taken and weapon is not None:
            taken.add(index)
            after = tagged.text[match.end() :]
            yield counted_at(tagged, index, Measure.LAUNCHED, weapon, after)
    yield from _weaponless(tagged, taken, carried)


def _weaponless(tagged: Tagged, taken: set[int], carried: Weapon | None) -> Iterator[Counted]:
    """'Another 12 were lost', 'it shot down 88': counts of the weapon that was named before."""
    for match in (*_BARE.finditer(tagged.text), *_OBJECT.finditer(tagged.text, tagged.stems)):
        index = int(match["number"])
        noun = tagged.sentence.numbers[index].noun.lower()
        of_two = _ONE_OF_TWO.search(tagged.text, 0, match.start())
        if _PART_OF.search(tagged.text, 0, match.start()) or (
            of_two and _OF_THESE.match(tagged.text, match.end())
        ):
            continue
        if index in taken or is_vague(tagged, index) or _HUMAN.search(noun):
            continue
        weapon = _weapon_before(tagged, match.start()) or carried
        measure, stopper = role_of(tagged, match.end() - len(f"Num{index}"), match.end())
        if _OF_THESE.match(tagged.text, match.end()):
            stopper = None  # 'downed 64 of its drones, 25 of them over a region': not by 'its'
        if measure in (None, Measure.LAUNCHED) or weapon is None:
            continue
        if not is_excluded(tagged, match.start(), match.end(), measure):
            taken.add(index)
            after = tagged.text[match.end("number") :]
            yield counted_at(tagged, index, measure, weapon, after, stopped_by=stopper)


_PART_OF = re.compile(r"(?:\ball but|\bnone of the|Num\d+ (?:out )?of(?: the| its| those)?) $")
_ONE_OF_TWO = re.compile(r"Num\d+ and $")
"""'14 of 18 were downed': of what was downed the 18 is no count."""
_OF_THESE = re.compile(r" of (?:them|these|which)\b")
_HUMAN = re.compile(
    r"people|person|civilian|wom[ae]n|\bm[ae]n\b|child|resident|building|house|home"
)


def _weapon_before(tagged: Tagged, position: int) -> Weapon | None:
    """The weapons last named before this position, in any number; ANY where several are."""
    tail = re.sub(
        r"Num\d+ of (?:them|these|which) W[a-z]+",
        "",
        tagged.text[max(0, position - 160) : position],
    )
    named = re.findall(r"W([a-z]+)", tail)
    if not named:
        return None
    joined = re.search(r"W([a-z]+) (?:and|or) (?:[\w-]+ ){0,2}W([a-z]+)(?!.*W[a-z])", tail)
    if joined and joined[1] != joined[2]:
        return Weapon.ANY
    return _WEAPONS[named[-1]]
