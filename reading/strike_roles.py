"""What was done with the weapons that a number counts: the verb that governs it, and by whom."""

import re

from reading.facts import Measure
from reading.strike_exclusions import is_accumulated, is_compared, is_planned
from reading.strike_tags import Tagged
from reading.strike_words import (
    CAME,
    CLAIMED,
    COUNTED,
    GOT_THROUGH,
    NEUTRALISED,
    SENT,
    SHOT_DOWN,
    SUPPRESSED,
    any_of,
)

STOPPED = frozenset({Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.NEUTRALISED_TOTAL})
"""Measures of a defence: who stopped the weapons tells whose they were not."""

_ATTACK = (
    r"(?:attack(?:ed|s|ing)?|pound(?:ed|s|ing)?|struck|hit|bombard(?:ed|s)?|target(?:ed|s|ing)?"
    r"|batter(?:ed|s|ing)?|hammer(?:ed|s|ing)?|pummel\w*|blitz(?:ed|es)|raid(?:ed|s)|blast(?:ed|s)"
    r"|assault(?:ed|s)|assailed|swarm(?:ed|s))"
)
_BARRAGE = any_of("""
    (?:attacks?|strikes?|barrages?|assaults?|raids?|waves?|swarms?|salvos?|onslaught|bombardment)
""")
_OVER = (
    r"(?:over|above) (?:the )?(?:Num\d+ )?"
    r"(?:(?:seas?|regions?|provinces?)|Loc|[\w-]+ (?:of )?(?:the )?(?:[\w-]+ )?"
    r"(?:seas?|regions?|territory|provinces?))"
)
_SEEN = (
    r"(?:were|had been|have been) "
    r"(?:counted|recorded|detected|tracked|spotted|registered|identified)"
)
_WORD_AFTER = r"^,?(?: (?:that |which |who )?)?(?:(?!Num)[\w'\"/-]+,? )"
_SAME_BREATH = r"^(?:,? (?:that|which|who))? ?(?:(?!Num)[\w'\"/-]+ )"

_OWN_NUMBER = r"(?! (?:(?:at least|some|about|nearly|almost|over|more than|all but) )?Num)"
"""'82 drones at Aland, which downed 69': the verb has another number for its object."""

# (what was done, the verb, how many words may stand between it and the count)
_AFTER: tuple[tuple[Measure, re.Pattern[str]], ...] = tuple(
    (
        measure,
        re.compile(rf"{between}{{0,{reach}}}?{words}\b{_OWN_NUMBER if measure in STOPPED else ''}"),
    )
    for measure, words, reach, between in (
        (Measure.NEUTRALISED_TOTAL, NEUTRALISED, 4, _WORD_AFTER),
        (Measure.SUPPRESSED, SUPPRESSED, 4, _WORD_AFTER),
        (Measure.SHOT_DOWN, SHOT_DOWN, 5, _WORD_AFTER),
        (Measure.LAUNCHED, SENT, 4, _WORD_AFTER),
        (Measure.LAUNCHED, CAME, 4, _WORD_AFTER),
        # '309 drones were counted overnight'
        (Measure.LAUNCHED, _SEEN, 2, _WORD_AFTER),
        # 'With ten missiles, a town hit hardest': after a comma something else was hit.
        (Measure.HIT, GOT_THROUGH, 3, _SAME_BREATH),
        # A bare count over regions or seas tells where defences met them.
        (Measure.SHOT_DOWN, _OVER, 0, _WORD_AFTER),
    )
)
_BEFORE: tuple[tuple[Measure, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(rf".*\b(?P<verb>{words})(?P<between>(?:,? [^\s;,]+){{0,{reach}}}?,?) ?$"))
    for measure, words, reach in (
        (Measure.NEUTRALISED_TOTAL, NEUTRALISED, 5),
        (Measure.SUPPRESSED, SUPPRESSED, 3),
        (Measure.SHOT_DOWN, SHOT_DOWN, 5),
        (
            Measure.SHOT_DOWN,
            rf"(?:Pty|Per|Adj)[0-9]\S*(?: \w+){{0,3}} {CLAIMED}|\b(?:it|which) {CLAIMED}",
            2,
        ),
        (Measure.LAUNCHED, SENT, 6),
        (Measure.LAUNCHED, r"(?:^|[,;.] )of(?: the| its| those)?", 0),
        (Measure.LAUNCHED, r"\bcame", 1),
        (Measure.LAUNCHED, r"\bthere (?:were|was)", 1),
        (Measure.LAUNCHED, COUNTED, 3),
        (
            Measure.LAUNCHED,
            (
                rf"{_BARRAGE}(?: of| made up of| with| involving| using| comprising"
                r"| consisting of| saw|:)"
            ),
            5,
        ),
        (Measure.LAUNCHED, rf"{_ATTACK}(?: \S+){{0,6}}? (?:with|using)", 3),
        (Measure.LAUNCHED, rf"{_ATTACK}(?: \S+){{1,6}}? by", 3),
        (Measure.LAUNCHED, rf"{_BARRAGE} by", 2),
        (Measure.LAUNCHED, r"(?:aim(?:ed|ing)|directed) (?:\S+ ){1,8}?with", 2),
        (Measure.LAUNCHED, r"W[a-z]+,? (?:numbering|totall?ing)", 0),
        (Measure.HIT, r"(?:struck|hit) by", 3),
        (
            Measure.LAUNCHED,
            (
                r"(?:involv(?:ed|ing)|compris(?:ed|ing)|includ(?:ed|ing)|weapons used at"
                r"|number used"
                r"|in total|among them|saw)"
            ),
            3,
        ),
    )
)
_BREAK = re.compile(
    r"[;:]|\.\s|, (?:but|while|whereas|though|although|and then|and that|(?:out )?of (?:which"
    r"|whom))\b"
    r"| and that "
    r"| (?:but|while|whereas|although|though) "
)
_PART = re.compile(
    r"[;:]|, and |, (?:bringing|taking|raising|pushing|lifting) |, (?:some|most|many|including"
    r"|among) | with (?:an?|some|most|half) "
    r"| and Num| but | while "
)
_JOINED = re.compile(r"^(?:,|,? and\b)")
"""Between a verb and a number: they stand side by side, the number is not the verb's object."""
_ASIDE = re.compile(r"^, [^,;]{1,45},(?= )")
_ON_ITS_WAY = re.compile(
    r"^ (?:that (?:were|was) )?(?:flying|heading|approaching|headed|en route|on (?:its|their) way)"
    r"(?: (?!(?:was|were)\b)[\w'-]+){0,4} (?=(?:was|were|had been|have been)\b)"
)
"""'Flying towards the capital' tells which; what was done with them comes after."""
_PASSIVE = re.compile(r"^,?(?: \w+){0,3} (?:were|was|been)\b")
_AT_COUNTRY = re.compile(
    rf"^,?(?: [\w'-]+){{0,3}} {GOT_THROUGH} (?:Pty[0-9]|targets? (?:across|in) Pty[0-9])(?!'s)"
)
_STRUCK = re.compile(r"\b(?:direct )?(?:hits?|strikes?|impacts?|arrivals?) (?:by|of|from) $")
_REPELLED = re.compile(
    r"\b(?:repel\w+|repuls\w+|foil\w+|thwart\w+) (?:an?|the|another|this) (?:[\w-]+ ){0,2}?"
    r"(?:attack|raid|assault|strike|wave)s? (?:by|of|from|with|involving|using) $"
)
_OF_WHICH = re.compile(r",? (?:out )?of (?:which|these|them)\b")
_UNDER_FIRE = re.compile(
    rf"\b(?:{_BARRAGE}|under (?:attack|fire))(?: (?:on|against|of|in) [^:;,.]{{1,40}})?: $"
)
"""'Half the country under attack: 127 missiles and 109 drones.'"""
_AGENT = re.compile(r"^[^;,]{0,40}?\bby (?:the )?(?:Adj|Pty|Per)(?P<by>[0-9T])")
_RECORDED = re.compile(
    r"^(?: (?:were|was|have been|had been) (?:also )?(?:recorded|registered|reported|confirmed"
    r"|noted"
    r"|documented|observed|seen))? (?:at|in|on|across) "
)
"""'Strikes by 17 drones were recorded at ten sites': these got through."""
_GOVERNS = 30
"""Characters from a verb to the number that is its object: 'downed at least 13'."""
_ONE_VERB = 25
"""Characters within which two verbs are one phrase."""
_FULLEST = (
    Measure.NEUTRALISED_TOTAL,
    Measure.SUPPRESSED,
    Measure.SHOT_DOWN,
    Measure.LAUNCHED,
    Measure.HIT,
)


def clause_of(line: str, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence that a figure stands in."""
    first = max((m.end() for m in _PART.finditer(line, 0, start)), default=0)
    following = _PART.search(line, end)
    return first, following.start() if following else len(line)


def _clause(line: str, start: int, end: int) -> tuple[str, str]:
    """The clause's words before `start` and after `end`."""
    breaks = [0, *(m.end() for m in _BREAK.finditer(line, 0, start))]
    following = _BREAK.search(line, end)
    return line[breaks[-1] : start].lstrip(), line[
        end : following.start() if following else len(line)
    ]


def role_of(tagged: Tagged, start: int, end: int) -> tuple[Measure | None, str | None]:
    """What was done with the weapons counted there, and the mark of who stopped them."""
    head, tail = _clause(tagged.text, start, end)
    tail = _ON_ITS_WAY.sub("", _ASIDE.sub("", tail))
    following = [
        (match.end(), measure) for measure, pattern in _AFTER if (match := pattern.match(tail))
    ]
    leading = [
        (len(head) - match.start("verb"), measure)
        for measure, pattern in _BEFORE
        if (match := pattern.match(head)) is not None and not _JOINED.match(match["between"])
    ]
    if _STRUCK.search(head) and _RECORDED.match(tail):
        return Measure.HIT, None
    if _REPELLED.search(head):
        leading = [(1, Measure.SHOT_DOWN)]
    measure = _choice(following, leading, tail)
    if measure is None and (
        _OF_WHICH.match(tagged.text, end) or _UNDER_FIRE.search(tagged.text, 0, start)
    ):
        measure = Measure.LAUNCHED
    if measure not in STOPPED:
        return measure, None
    if any(measure is told for _, told in leading):
        doers = re.findall(r"(?:Adj|Pty|Per)([0-9])", head) or re.findall(r"(?:Pty|Per)(T)", head)
        return measure, doers[-1] if doers else None
    # '60 were shot down': the one before the count need not be the one who did it.
    agent = _AGENT.search(tail)
    return measure, agent["by"] if agent else None


def _choice(
    following: list[tuple[int, Measure]], leading: list[tuple[int, Measure]], tail: str
) -> Measure | None:
    """The verb that governs: what follows, unless the number is the object of one before."""
    before = _closest(leading)
    if before and before[1] in STOPPED and before[0] <= _GOVERNS and not _PASSIVE.match(tail):
        return before[1]
    if after := _closest(following):
        measure = after[1]
        # '800 drones strike a country' tells what was sent; what got through strikes a place.
        return Measure.LAUNCHED if measure is Measure.HIT and _AT_COUNTRY.match(tail) else measure
    return before[1] if before else None


def _closest(verbs: list[tuple[int, Measure]]) -> tuple[int, Measure] | None:
    """The nearest verb; of several readings of one verb, the fuller: 'shot down or suppressed'."""
    nearest = min((apart for apart, _ in verbs), default=0)
    close = [pair for pair in verbs if pair[0] <= nearest + _ONE_VERB]
    both = [pair for pair in close if pair[1] is Measure.NEUTRALISED_TOTAL]
    return min(both or verbs, key=lambda pair: (pair[0], _FULLEST.index(pair[1])), default=None)


def is_excluded(tagged: Tagged, start: int, end: int, measure: Measure) -> bool:
    """Whether the count is of plans, of a long time, or of another attack."""
    head, tail = _clause(tagged.text, start, end)
    near = head[-110:]
    if measure is Measure.LAUNCHED and (is_planned(near) or is_planned(tail[:40])):
        return True
    return is_accumulated(near) or is_accumulated(tail[:70]) or is_compared(near[-70:])
