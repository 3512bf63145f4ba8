"""The dead and the hurt counted in one sentence, without ages, sub-counts and long totals."""

import re
from collections.abc import Iterator

from reading.facts import Measure, Qualifier, Weapon
from reading.gate import Gated
from reading.strike_counted import Counted, is_vague
from reading.strike_exclusions import is_accumulated, is_compared, is_of_another, is_part_of_count
from reading.strike_tags import Tagged, marked
from reading.strike_words import DEAD, HURT, KILLED, PEOPLE, WOUNDED, any_of

_HARM = re.compile(
    r"kill|dead|die|death|perish|injur|wound|hurt|toll|lost their|casualt|victim|slain"
)
_N = r"Num(?P<number>\d+)(?!\d)"
_MORE = r"(?P<more>(?: or more| at least| and more)?)"
_ADJECTIVES = (
    "(?: (?:Adj[0-9TX]|more|others?|additional|local|elderly|young|innocent|civilian|unarmed))*"
)
_FOLK = (
    rf"(?:{_ADJECTIVES} (?:\w+ )?{PEOPLE}|{_ADJECTIVES})(?: at least)?"
    r"(?: (?:of|from) (?:the |one |a |same )*(?:[\w'-]+ ){0,3}family)?"
    r"(?:,? (?:including|among them|among whom|(?:Num\d+|one|some|several|many|most|all|half) of"
    r" (?:them|whom)|both)"
    r"(?:(?!\b(?:killed|wounded|injured|died|dead|hurt)\b)[^;]){0,70},)?"
)
_BE = (
    "(?:,? (?:who |that )?"
    "(?:were|was|have been|has been|had been|have|has|had|are|is|being|be|been"
    "|(?:now )?(?:known|confirmed|reported|said) to (?:have|be)))*"
)
_ADVERB = (
    "(?: "
    + any_of("""
        also reportedly already now either later sadly instantly confirmed left reported found
        severely feared tragically lost brought taken carried lightly slightly seriously critically
        gravely badly
    """)
    + ")*"
)
_WHERE = (
    r"(?: (?:in|at|near|across|around|nationwide|there|on|aboard|inside|outside|from|riding"
    r"|travell?ing)"
    r"(?: (?!Num|and\b|were\b|was\b)[\w'-]+,?){0,5}?)?"
)
_TO = any_of("""
    to at as is now are was were stood_at stands_at number(?:s|ed)? reached reaches rises_to rose_to
    climbed_to hits hit : -
""")
_AMONG = "(?: (?:a total of|another|an additional|as many as|up to|the|some|all|in all|in total))*?"
_NUMBER_OF = r"\b(?:number|count|toll|total|that)s? of (?:the )?(?:those |people |civilians )?"

_COUNTS: tuple[tuple[Measure, Gated], ...] = tuple(
    (measure, marked(pattern))
    for measure, active, passive, nouns, treated in (
        (Measure.KILLED, KILLED, DEAD, "(?:dead|deaths?|killed|fatalities|death toll|victims)", ()),
        (
            Measure.INJURED,
            WOUNDED,
            HURT,
            "(?:injured|wounded|hurt|injuries|casualties)",
            (
                # four people suffered injuries
                (
                    rf"{_N}{_MORE}{_FOLK} (?:suffered|sustained|received) (?:[\w-]+ ){{0,3}}?"
                    r"(?:injuries|wounds|burns|shrapnel)"
                ),
                # treated four people for shrapnel wounds
                (
                    rf"\btreat(?:ed|ing) {_N}(?P<more>){_FOLK} (?:for|with) (?:[\w-]+ ){{0,3}}?"
                    r"(?:wounds|injuries|burns|shrapnel)"
                ),
                # 35 were taken to hospital with wounds
                (
                    rf"{_N}{_MORE}{_FOLK}{_BE} (?:treated|taken|brought|rushed)(?: \w+){{0,4}} "
                    r"(?:for|with) (?:[\w-]+ ){0,3}?(?:wounds|injuries|burns|shrapnel)"
                ),
            ),
        ),
    )
    for pattern in (
        # killed at least two people; injuring another 16; kills 24
        rf"\b{active}(?: or \w+| and \w+ing)?{_AMONG} {_N}(?!\.\d)(?= |$|[,.;:-]){_MORE}",
        # two people were killed; 16 wounded; 13 others were injured; 14 dead
        rf"{_N}{_MORE}{_FOLK}{_WHERE}{_BE}{_ADVERB},? {passive}\b",
        # the number of wounded rose to 26
        rf"{_NUMBER_OF}{nouns}(?:(?! Num)[^;.]){{0,120}}? (?:{_TO} )+{_N}{_MORE}(?! o'clock|:\d)",
        # the death toll rose to 26; the wounded now are 17
        (
            rf"\b(?:the )?{nouns} (?:toll |tally |count )?"
            r"(?:(?! Num|\bafter\b|\bwere\b)[^;.,]){0,110}?"
            rf"\b(?:{_TO} )+(?:at least )?{_N}{_MORE}(?= |$|[,.;])"
            r"(?! (?:in hospital|hospitali[sz]ed))"
        ),
        rf"\b{nouns}: {_N}(?P<more>)",
        *treated,
    )
)
_SOMEBODY = any_of("""
    wom[ae]n man child girl boy civilian person pensioner soldier toddler baby infant teenager
    resident worker driver doctor nurse medic paramedic journalist reporter teacher farmer
    fisherm[ae]n police(?:man|woman|_officer) officer guard boy teen student employee volunteer
    rescuer firefighter priest motorist passenger cyclist shepherd grandmother mother father
    (?:fe)?male pupil engineer
""")
_WORDS_BETWEEN = r"(?:(?!and\b)[\w'-]+,? )"
_ALONE = r"(?! and (?:(?:an?|her|his|their|one|the) |Num))"
_HOW = "(?P<how>killed|died|dead|dies|injured|wounded|hurt)"
_SINGLES: tuple[tuple[Measure, Gated], ...] = (
    # killed a woman
    (
        Measure.KILLED,
        marked(rf"\b{KILLED} (?:an?|one) {_WORDS_BETWEEN}{{0,3}}?{_SOMEBODY}\b{_ALONE}"),
    ),
    (
        Measure.INJURED,
        marked(rf"\b{WOUNDED} (?:an?|one) {_WORDS_BETWEEN}{{0,3}}?{_SOMEBODY}\b{_ALONE}"),
    ),
    # a woman of 70 was killed; a driver was wounded
    (
        Measure.KILLED,
        marked(
            rf"\b(?:an?|one) {_WORDS_BETWEEN}{{0,4}}?{_SOMEBODY}(?: of \w+)?(?:,? (?:aged "
            rf")?(?:Num)?\d+,)?"
            rf"(?: (?:was|were|had been|has been|also|later|has|had|since))*? {_HOW}\b"
        ),
    ),
    # one was killed
    (
        Measure.KILLED,
        marked(
            r"(?<!no )\bone (?:more |other )?(?:(?:was|is|has been|had been) )?"
            rf"(?:also |reported |confirmed )?{_HOW}\b"
        ),
    ),
)
_TOLL = re.compile(
    rf"\btoll(?:, which [^,;]{{0,70}},)?(?: [\w'-]+){{0,5}}? (?:to|at|of|as|is|reached|stands at"
    rf"|stood at) (?:at least )?{_N}"
)
_TOGETHER = re.compile(
    r"\b(?:killed|dead) (?:and|or) (?:injured|wounded) Num\d+"
    r"|Num\d+ (?:\w+ )?(?:killed|dead) (?:or|and) (?:injured|wounded)\b"
)
_ELSE = re.compile(
    r"^(?: or more)? (?:[\w-]+ )?"
    + any_of(r"""
        drones missiles houses homes buildings apartments cars vehicles animals hospitali[sz]ed
        aircraft bombers planes tanks minutes hours days miles km kilomet\w+ regions districts
        places locations percent strikes attacks raids waves incidents blasts explosions successive
        separate
    """)
    + r"\b|^(?: Adj[0-9T])? W|^ (?:of|in) hospital"
)
_AGE = re.compile(
    rf"\b(?:{PEOPLE}),? (?:of|aged) $|\b(?:aged|ages) (?:between )?(?:[\w-]+(?:,| and|, and| or| "
    rf"to) )*$"
    r"|\b(?:children|people|boys|girls|men|women|teenagers),? of (?:Num\d+(?:,| and|, and) )*$"
)


def casualties_counted(tagged: Tagged) -> list[Counted]:
    """Every toll that the sentence states, in its order; none twice."""
    if not _HARM.search(tagged.text):
        return []
    found: dict[int, Counted] = {}
    if "Num" in tagged.text:
        together = " ".join(match.group() for match in _TOGETHER.finditer(tagged.text))
        mixed = {int(index) for index in re.findall(r"Num(\d+)", together)}
        for measure, pattern in _COUNTS:
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
    ):
        return None
    if is_part_of_count(before, after) or _excluded(before, after):
        return None
    low, high, qualifier = number.low, number.high, number.qualifier
    if match["more"].strip() or re.match(r"(?: \w+)? at least\b", after):
        high, qualifier = None, Qualifier.AT_LEAST
    return Counted(measure, Weapon.ANY, low, high, qualifier, start, max(end, match.end()))


def _excluded(before: str, after: str) -> bool:
    clause_after = _REST.split(after)[0][:90]
    if is_of_another(clause_after[:50]):
        return True
    return is_accumulated(before) or is_accumulated(clause_after) or is_compared(before[-60:])


_REST = re.compile(r";|,? (?:bringing|taking|raising|pushing|lifting) (?:the|its|their|to) ")


def _bare_tolls(tagged: Tagged) -> Iterator[tuple[int, Counted]]:
    """'gave the toll as three': a toll of nothing else is a toll of the dead."""
    for match in _TOLL.finditer(tagged.text):
        index = int(match["number"])
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
    for usual, pattern in _SINGLES:
        for match in pattern.finditer(tagged.text, tagged.stems):
            hurt = match.groupdict().get("how") in ("injured", "wounded", "hurt")
            measure = Measure.INJURED if hurt else usual
            if measure not in measures and _stands_alone(tagged, match):
                measures.add(measure)
                span = (match.start(), match.end())
                yield Counted(measure, Weapon.ANY, 1, 1, Qualifier.EXACT, *span)


_IN_TOWN = rf"{_N}(?: (?:more|others?|people|civilians))? (?:in|at|near) (?:the )?(?P<where>\S)"
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


_AGED = re.compile(r",? (?:aged )?Num\d+,")


def _stands_alone(tagged: Tagged, match: re.Match[str]) -> bool:
    """Not one of several already counted, nor of another attack."""
    before = tagged.text[max(0, match.start() - 110) : match.start()]
    after = tagged.text[match.end() :]
    if "Num" in _AGED.sub("", match.group()) or _SHARE.search(before):
        return False
    return not (is_part_of_count(before, after) or _excluded(before, after))
