"""The dead and the hurt counted in one sentence. Ages, sub-counts and totals over time are left out."""

import re
from collections.abc import Iterator

from reading.facts import Measure, Qualifier, Weapon
from reading.strike_exclusions import is_accumulated, is_compared, is_part_of_count
from reading.strike_figures import Counted
from reading.strike_tags import Tagged
from reading.strike_words import DEAD, HURT, KILLED, PEOPLE, WOUNDED

_N = r"Num(?P<number>\d+)(?!\d)"
_OR_MORE = r"(?: or more| at least| and more)?"
_ADJECTIVES = r"(?: (?:Adj[0-9TX]|(?:more|other|others|additional|local|elderly|young|innocent|civilian|unarmed)))*"
_FOLK = rf"(?:{_ADJECTIVES} (?:\w+ )?{PEOPLE}|{_ADJECTIVES})(?: at least)?(?: including [^,;]{{0,30}},)?"
_BE = r"(?:,? (?:who |that )?(?:were|was|have been|has been|had been|have|has|had|are|is|being|be|been))*"
_ADVERB = r"(?: (?:also|reportedly|already|now|either|later|sadly|instantly|confirmed|left|reported|found|severely|feared|tragically|lost))*"
_WHERE = r"(?: (?:in|at|near|across|around|nationwide|there)(?: (?!Num|and\b|were\b|was\b)[\w'-]+,?){0,5}?)?"
_TO = r"(?:to|at|is|now|are|was|were|stood at|stands at|number(?:s|ed)?|reached|reaches|rises to|rose to|climbed to|hits|hit|:|-)"

_COUNTS: tuple[tuple[Measure, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(pattern))
    for measure, active, passive, nouns in (
        (Measure.KILLED, KILLED, DEAD, r"(?:dead|deaths?|killed|fatalities|death toll|victims)"),
        (Measure.INJURED, WOUNDED, HURT, r"(?:injured|wounded|hurt|injuries|casualties)"),
    )
    for pattern in (
        # killed at least two people; injuring another 16; kills 24
        rf"\b{active}(?: or \w+| and \w+ing)?(?: (?:a total of|another|an additional|as many as|up to|the|some|all|in))*? {_N}"
        rf"(?!\.\d)(?= |$|[,.;:-])(?P<more>{_OR_MORE})",
        # two people were killed; 16 wounded; 13 others were injured; 14 dead
        rf"{_N}(?P<more>{_OR_MORE}){_FOLK}{_WHERE}{_BE}{_ADVERB},? {passive}\b",
        # the death toll rose to 26; the wounded now number 17; four dead: 4
        rf"\b(?:number|count|toll|total)s? of (?:the )?(?:those |people |civilians )?{nouns}(?:(?! Num)[^;.]){{0,60}}? (?:{_TO} )+{_N}(?P<more>{_OR_MORE})(?! o'clock|:\d)",
        rf"\b(?:the )?{nouns} (?:toll |tally |count )?(?:(?! Num|\bafter\b|\bwere\b)[^;.,]){{0,45}}?\b(?:{_TO} )+(?:at least )?{_N}(?P<more>{_OR_MORE})(?= |$|[,.;])(?! (?:in hospital|hospitali[sz]ed))",
        rf"\b{nouns}: {_N}(?P<more>)",
    )
)  # fmt: skip
_ONE = re.compile(
    rf"\b{KILLED} (?:a|an|one) (?:(?!and\b)[\w'-]+,? ){{0,3}}?(?:wom[ae]n|man|child|girl|boy|civilian|person|pensioner|soldier|toddler|baby|infant|teenager|resident|worker|driver|couple)\b"
)
_ONE_DEAD = re.compile(
    r"\b(?:a|an|one) (?:(?!and\b)[\w'-]+,? ){0,4}?(?:woman|man|child|girl|boy|civilian|person|pensioner|soldier|toddler|baby|infant|teenager|resident|worker|driver)(?: of \w+)?(?: (?:was|were|had been|has been))?(?: also)? (?P<how>killed|died|dead|dies|injured|wounded|hurt)\b"
)
_ONE_ALONE = re.compile(
    r"(?<!no )\bone (?:more |other )?(?:(?:was|is|has been|had been) )?(?:also |reported |confirmed )?(?P<how>killed|died|dead|injured|wounded|hurt)\b"
)
_ONE_HURT = re.compile(
    rf"\b{WOUNDED} (?:a|an|one) (?:(?!and\b)[\w'-]+,? ){{0,3}}?(?:woman|man|child|girl|boy|civilian|person|pensioner|soldier|resident|worker|driver)\b"
)
_TOLL = re.compile(
    rf"\b(?:toll)(?: [\w'-]+){{0,5}}? (?:to|at|of|as|is|reached|stands at|stood at) (?:at least )?{_N}"
)
_TOGETHER = re.compile(
    r"\b(?:killed|dead) (?:and|or) (?:injured|wounded) Num\d+"
    r"|Num\d+ (?:\w+ )?(?:killed|dead) (?:or|and) (?:injured|wounded)\b"
)
_ELSE = re.compile(
    r"^(?: or more)? (?:[\w-]+ )?(?:drones|missiles|houses|homes|buildings|apartments|cars|vehicles|animals|hospitali[sz]ed|"
    r"aircraft|bombers|planes|tanks|minutes|hours|days|miles|km|kilomet\w+|regions|districts|places|locations|percent)\b"
    r"|^(?: Adj[0-9T])? W|^ (?:of|in) hospital"
)


_AGE = re.compile(
    rf"\b(?:{PEOPLE}),? (?:of|aged) $|\baged (?:Num\d+(?:,| and|, and) )*$"
    r"|\b(?:children|people|boys|girls|men|women|teenagers),? of (?:Num\d+(?:,| and|, and) )*$"
)


def casualties_counted(tagged: Tagged) -> list[Counted]:
    """Every toll that the sentence states, in its order; none twice."""
    found: dict[int, Counted] = {}
    together = " ".join(match.group() for match in _TOGETHER.finditer(tagged.text))
    mixed = {int(index) for index in re.findall(r"Num(\d+)", together)}
    for measure, pattern in _COUNTS:
        for match in pattern.finditer(tagged.text):
            index = int(match["number"])
            if index in found or index in mixed:
                continue
            counted = _toll(tagged, match, index, measure)
            if counted is not None:
                found[index] = counted
    tolls = [*found.values(), *_bare_tolls(tagged, found), *_single(tagged, list(found.values()))]
    return sorted(tolls, key=lambda counted: counted.start)




def _toll(
    tagged: Tagged, match: re.Match[str], index: int, measure: Measure
) -> Counted | None:
    number = tagged.sentence.numbers[index]
    line, start, end = tagged.text, match.start("number") - 3, match.end("number")
    before, after = line[max(0, start - 110) : start], line[end:]
    if _ELSE.match(after) or _vague(tagged, index) or _AGE.search(before):
        return None
    if is_part_of_count(before, after) or _excluded(before, after):
        return None
    low, high, qualifier = number.low, number.high, number.qualifier
    if match["more"].strip() or re.match(r"(?: \w+)? at least\b", after):
        high, qualifier = None, Qualifier.AT_LEAST
    return Counted(measure, Weapon.ANY, low, high, qualifier, start, max(end, match.end()))


def _excluded(before: str, after: str) -> bool:
    clause_after = re.split(r"[;]", after)[0][:90]
    return is_accumulated(before) or is_accumulated(clause_after) or is_compared(before[-60:])


def _vague(tagged: Tagged, index: int) -> bool:
    number = tagged.sentence.numbers[index]
    base = tagged.sentence.span[0]
    words = tagged.sentence.text[number.span[0] - base : number.span[1] - base].lower()
    return words.rstrip().endswith(("dozens", "scores", "hundreds", "thousands", "millions"))


def _bare_tolls(tagged: Tagged, found: dict[int, Counted]) -> Iterator[Counted]:
    """'gave the toll as three': a toll of nothing else is a toll of the dead."""
    for match in _TOLL.finditer(tagged.text):
        index = int(match["number"])
        if index not in found and not _vague(tagged, index):
            number = tagged.sentence.numbers[index]
            before, after = tagged.text[: match.start()], tagged.text[match.end() :]
            if not _ELSE.match(after) and not _excluded(before[-110:], after):
                yield Counted(
                    Measure.KILLED,
                    Weapon.ANY,
                    number.low,
                    number.high,
                    number.qualifier,
                    match.start(),
                    match.end(),
                )


def _single(tagged: Tagged, known: list[Counted]) -> Iterator[Counted]:
    """One victim told in words: 'killed a woman'. A share of a toll already counted is none."""
    for pattern, measure in (
        (_ONE, Measure.KILLED),
        (_ONE_HURT, Measure.INJURED),
        (_ONE_DEAD, Measure.KILLED),
        (_ONE_ALONE, Measure.KILLED),
    ):
        for match in pattern.finditer(tagged.text):
            which = measure
            how = match.groupdict().get("how")
            if how in ("injured", "wounded", "hurt"):
                which = Measure.INJURED
            if any(c.measure is which for c in known) or "Num" in match.group():
                continue
            before = tagged.text[max(0, match.start() - 110) : match.start()]
            after = tagged.text[match.end() :]
            if is_part_of_count(before, after) or _excluded(before, after):
                continue
            if re.search(r"\b(?:among|including|one of|Num\d+)[^;]{0,40}$", before):
                continue
            yield Counted(
                which, Weapon.ANY, 1, 1, Qualifier.EXACT, match.start(), match.end(), fixed=True
            )
            known = [*known, Counted(which, Weapon.ANY, 1, 1, Qualifier.EXACT, 0, 0)]
