"""The dead and the hurt counted in one sentence, without ages, sub-counts and long totals."""

import re
from collections.abc import Iterator

from reading.facts import Measure, Qualifier, Weapon
from reading.gate import Gated
from reading.strike_counted import Counted, is_vague
from reading.strike_exclusions import (
    is_accumulated,
    is_compared,
    is_of_another,
    is_of_the_war,
    is_part_of_count,
)
from reading.strike_tags import Tagged
from reading.strike_toll_patterns import COUNTS, PAIRED, SINGLES, SOMEBODY, N
from reading.strike_words import KILLED, PEOPLE, WOUNDED, any_of

_HARM = re.compile(
    r"kill|dead|die|death|perish|surviv|hospital|treat|injur|wound|hurt|toll|\blives\b|\blife\b|bodies|corpses|remains|casualt|victim|slain"
    r"|blown|martyr|fallen|massacr|eliminat|mown|gunned|shot dead|murder|slay|maim"
    r"|burned|crushed|fatal"
)
_TOLL = Gated(
    rf"\btoll(?:, which [^,;]{{0,70}},)?(?: [\w'-]+){{0,8}}? (?:to|at|of|as|is|reache[ds]|stands at"
    rf"|stood at) (?:at least )?{N}"
    r"(?:[^;.]{0,50}? (?:climbed|rose|risen|grew|grown|revised|raised|increased)(?: up)? to"
    r" (?:at least )?Num(?P<later>\d+))?",
    flags=0,
)
_TOGETHER = re.compile(
    r"\b(?:killed|dead) (?:and|or) (?:injured|wounded) Num\d+"
    r"|Num\d+ (?:\w+ )?(?:killed|dead) (?:or|and) (?:injured|wounded)\b"
)
_ELSE = re.compile(
    r"^(?: or more)? (?:[\w-]+ )?"
    + any_of(r"""
        drones missiles houses homes buildings apartments cars vehicles animals hospitali[sz]ed
        aircraft bombers planes tanks launchers howitzers mortars bunkers radars helicopters boats
        warships vessels minutes hours days miles km kilomet\w+ regions districts
        places locations percent strikes attacks raids waves incidents blasts explosions successive
        separate
    """)
    + r"\b|^(?: Adj[0-9T])? W|^ (?:of|in) hospital"
)
_AGE = re.compile(
    rf"\b(?!lives\b)(?:{PEOPLE}),? (?:of|aged) $"
    r"|\b(?:aged|ages) (?:between )?(?:[\w-]+(?:,| and|, and| or| to) )*$"
    r"|\b(?:children|people|boys|girls|men|women|teenagers),? of (?:Num\d+(?:,| and|, and) )*$"
)
_BARE_AGE = re.compile(rf"\b(?:{SOMEBODY}|Per[0-9TX]|[a-z]+(?:er|or|ist|ian)), $")
"""'The driver, 43, is in hospital': between commas after one person stands an age."""


def casualties_counted(tagged: Tagged) -> list[Counted]:
    """Every toll that the sentence states, in its order; none twice."""
    if not _HARM.search(tagged.text):
        return []
    found: dict[int, Counted] = {}
    if "Num" in tagged.text:
        together = " ".join(match.group() for match in _TOGETHER.finditer(tagged.text))
        mixed = {int(index) for index in re.findall(r"Num(\d+)", together)}
        mixed |= set(_lesser_parts(tagged))
        for measure, pattern in COUNTS:
            for match in pattern.finditer(tagged.text, tagged.stems):
                index = int(match["number"])
                if index not in found and index not in mixed:
                    toll = _toll(tagged, match, index, measure)
                    found |= {index: toll} if toll else {}
        found |= {index: toll for index, toll in _bare_tolls(tagged) if index not in found}
        for toll in list(found.values()):
            found |= {index: part for index, part in _listed(tagged, toll) if index not in found}
    tolls = [*found.values(), *_single(tagged, list(found.values()))]
    return sorted(tolls, key=lambda counted: counted.start)


def _lesser_parts(tagged: Tagged) -> Iterator[int]:
    """Of 'eleven civilians and one soldier were killed' the one, of like parts both."""
    for _, pattern in PAIRED if tagged.text.count("Num") > 1 else ():
        for match in pattern.finditer(tagged.text, tagged.stems):
            start, end = match.start(), match.end("first")
            if is_part_of_count(tagged.text[max(0, start - 110) : start], tagged.text[end:]):
                continue
            pair = (int(match["first"]), int(match["second"]))
            low, high = sorted(pair, key=lambda index: tagged.sentence.numbers[index].low)
            yield low
            numbers = tagged.sentence.numbers
            if numbers[high].low < _MANY * numbers[low].low:
                yield high


_NONE_OF = re.compile(r"\b(?:none|nobody|no one|not one|neither) of (?:the |those |its |their )?$")


def _toll(tagged: Tagged, match: re.Match[str], index: int, measure: Measure) -> Counted | None:
    number = tagged.sentence.numbers[index]
    line, start, end = tagged.text, match.start("number") - 3, match.end("number")
    before, after = line[max(0, start - 110) : start], line[end:]
    if (
        _NONE_OF.search(before)
        or _ELSE.match(after)
        or is_vague(tagged, index)
        or _AGE.search(before)
        or (after.startswith(",") and _BARE_AGE.search(before))
    ):
        return None
    if match.group().startswith(("bodies", "remains")):
        before = line[max(0, match.start() - 110) : match.start()]
    whole = _OBJECT_OF.match(match.group()) and after.startswith(" of them")
    if (not whole and is_part_of_count(before, after)) or _excluded(before, after):
        return None
    if _ATTRIBUTE.search(match.group()) and _NOUN_NEXT.match(line, match.end()):
        return None
    if " feared " in match.group() or (number.low < _MANY and _AND_ONE.match(after)):
        return None
    if _is_one_of_two(tagged, match, index):
        return None
    if _is_added(before, after) or (number.low < _MANY and _WITH_OTHERS.search(before)):
        return None
    low, high, qualifier = number.low, number.high, number.qualifier
    if match["more"].strip() or re.match(r"(?: \w+)? at least\b", after):
        high, qualifier = None, Qualifier.AT_LEAST
    told = line[start : max(end, match.end())]
    graded = _GRADED.search(told) or _GRADED.match(after)
    mild = measure is Measure.INJURED and bool(graded or not _HURT.search(match.group()))
    stop = max(end, match.end())
    return Counted(measure, Weapon.ANY, low, high, qualifier, start, stop, mild=mild)


_MANY = 5
_OBJECT_OF = re.compile(rf"{KILLED}|{WOUNDED}")
"""'Struck a meeting of officers and killed 60 of them' counts the whole of those killed."""
_ATTRIBUTE = re.compile(r"(?<!were )(?<!was )(?<!been )(?:wounded|injured|dead)$")
_NOUN_NEXT = re.compile(rf" (?:Adj[0-9TX]|{PEOPLE}|captives)\b")
"""'Return 23 wounded prisoners': they were not hurt in what is told."""
_AND_ONE = re.compile(
    rf"(?: [\w-]+){{1,3}} and an? (?:[\w-]+ ){{0,2}}?{PEOPLE}"
    r"(?= (?:were|was|have|had|died|killed|dead|wounded|injured|lost|perished))"
)
_WITH_OTHERS = re.compile(
    r"\b(?:an? (?:(?!Num)[\w'-]+ ){1,3}|(?:couple|parents|mother|father|wife|husband) )"
    r"and (?:(?:their|her|his|its) )?(?:(?!\w+(?:ed|ing|s|t) )[a-z]+ )?$"
    r"|\bNum\d+ and (?:their|her|his) $"
)
"""'A woman and two children' are three, which nobody says: the two are no toll."""
_AND_OTHERS = re.compile(
    rf"(?: Adj[0-9])?(?: [a-z]+)? {PEOPLE}(?:,| and|, and| as well as)"
    rf"(?: (?:an?|one|his|her|their)|(?: at least)? Num(?P<second>\d+))(?: [a-z]+)? {PEOPLE}\b"
    r"(?! (?:was|were|had|have|has|killed|injured|wounded|hurt|died)\b)"
)


def _is_one_of_two(tagged: Tagged, match: re.Match[str], index: int) -> bool:
    """'Killed two women and three children' are five, which nobody says: the two are no toll."""
    others = _AND_OTHERS.match(tagged.text, match.end("number"))
    if others is None or not _OBJECT_OF.match(match.group()):
        return False
    numbers = tagged.sentence.numbers
    second = numbers[int(others["second"])].low if others["second"] else 1
    return numbers[index].low < _MANY * second


_HURT = re.compile(r"injur|wound|hurt|maim|burn|shrapnel|casualt")
_GRADED = re.compile(
    r"(?:\w+ ){0,5}?(?:minor|light|slight|moderate|serious|severe|critical|mild) "
    r"(?:injuries|wounds|condition)\b"
)
"""'16 suffered minor wounds': a share of the hurt, where these are counted."""
_ADDED = re.compile(
    r"(?: (?:more|others?|further))?\b[^;.]{0,60}?(?:\bof (?:\w+ )?(?:wounds|injuries)\b"
    r"|\bsuccumb)"
)


def _is_added(before: str, after: str) -> bool:
    """'Another two died of their wounds': these raise a toll and are none themselves."""
    more = before.endswith(("another ", "a further ")) or after.startswith((" more", " other"))
    return more and bool(_ADDED.match(after))


def _excluded(before: str, after: str) -> bool:
    clause_after = _REST.split(after)[0][:90]
    if is_of_another(clause_after[:50]):
        return True
    if _IN_ALL.fullmatch(before) and _SO_FAR.match(after):
        return True
    if is_of_the_war(before) or _OF_NO_ARMS.match(after):
        return True
    return is_accumulated(before) or is_accumulated(clause_after) or is_compared(before[-60:])


_OF_NO_ARMS = re.compile(
    r"(?:[^.;,]{0,50}, including [^.;,]{3,40},)?"
    r"[^.;,]{0,50}\b(?:die[sd]?|dead|deaths?|dying|killed) (?:of|from|by|due to|because of) "
    r"(?:(?!Num)[\w-]+ ){0,3}?(?:malnutrition|hunger|starvation|famine|thirst|disease|illness"
    r"|cholera|measles|cold|hypothermia|heat|drowning|lack of)\b"
)
"""'21 children died of hunger': of what no weapon does."""
_IN_ALL = re.compile(r"(?:in all|in total|altogether|overall),? (?:at least |some |about )?")
_SO_FAR = re.compile(r"[^.;,]{0,40} (?:have|has) ")
"""'In all 224 have died': of the whole war."""
_REST = re.compile(r";|,? (?:bringing|taking|raising|pushing|lifting) (?:the|its|their|to) ")


def _bare_tolls(tagged: Tagged) -> Iterator[tuple[int, Counted]]:
    """'gave the toll as three': a toll of nothing else is a toll of the dead."""
    for match in _TOLL.finditer(tagged.text, tagged.stems):
        index = int(match["later"] or match["number"])
        number = tagged.sentence.numbers[index]
        before, after = tagged.text[: match.start("number")], tagged.text[match.end() :]
        if is_vague(tagged, index) or _ELSE.match(after) or _excluded(before[-70:], after):
            continue
        yield (
            index,
            Counted(
                Measure.KILLED,
                Weapon.ANY,
                number.low,
                number.high,
                number.qualifier,
                match.start("number") - len("Num"),
                match.end(),
            ),
        )


def _single(tagged: Tagged, known: list[Counted]) -> Iterator[Counted]:
    """One victim told in words: 'killed a woman'. A share of a toll already counted is none."""
    measures = {counted.measure for counted in known}
    for usual, pattern in SINGLES:
        for match in pattern.finditer(tagged.text, tagged.stems):
            hurt = match.groupdict().get("how") in ("injured", "wounded", "hurt")
            measure = Measure.INJURED if hurt else usual
            if measure not in measures and _stands_alone(tagged, match):
                measures.add(measure)
                span = (match.start(), match.end())
                yield Counted(measure, Weapon.ANY, 1, 1, Qualifier.EXACT, *span)


_IN_TOWN = rf"{N}(?: (?:more|others?|people|civilians))? (?:in|at|near) (?:the )?(?P<where>\S)"
_LISTED = re.compile(
    r"(?:[^;.:]{0,90}?[:,-] ?| in [^;.:]{0,45}?(?:,| and|, and) )"
    rf"(?:another |a further |the other )?{_IN_TOWN}"
)
_NEXT_LISTED = re.compile(rf"[^;.:]{{0,45}}?(?:,| and|, and) (?:another )?{_IN_TOWN}")
_A_NAME = re.compile(r"(?:[a-z]+ )?[A-Z]")


def _listed(tagged: Tagged, toll: Counted) -> Iterator[tuple[int, Counted]]:
    """The towns' shares that follow a toll: 'killed nine: six in Aland, three in Beland'."""
    pattern, position = _LISTED, toll.end
    while match := pattern.match(tagged.text, position):
        at = tagged.at(match.start("where"))
        if not _A_NAME.match(tagged.sentence.text, at - tagged.sentence.span[0]):
            return
        index = int(match["number"])
        number = tagged.sentence.numbers[index]
        yield (
            index,
            Counted(
                toll.measure,
                Weapon.ANY,
                number.low,
                number.high,
                number.qualifier,
                match.start("number") - len("Num"),
                match.end() + len("Loc0"),
            ),
        )
        pattern, position = _NEXT_LISTED, match.end()


_SHARE = re.compile(r"\b(?:among|including|one of|Num\d+)[^;]{0,40}$")


_ALSO_DONE = re.compile(rf"\b(?:{KILLED}|{WOUNDED}) [^;.,]{{1,60}}\b(?:and|but) (?:also )?$")
"""'Killed two men and wounded a boy': the boy is none of the two."""
_AGED = re.compile(r",? (?:aged )?Num\d+,")


def _stands_alone(tagged: Tagged, match: re.Match[str]) -> bool:
    """Not one of several already counted, nor of another attack."""
    before = tagged.text[max(0, match.start() - 110) : match.start()]
    after = tagged.text[match.end() :]
    added = match.group().startswith(("one more", "one other")) or "another" in match.group()
    added = added or bool(_ALSO_DONE.search(before) and _OBJECT_OF.match(match.group()))
    if "Num" in _AGED.sub("", match.group()) or (_SHARE.search(before) and not added):
        return False
    return not (is_part_of_count(before, after) or _excluded(before, after))
