"""Counts of weeks, of months and of a whole war, which are no figures of one attack."""

import re
from datetime import timedelta

from reading.document import Document, Sentence, TimeKind
from reading.facts import Measure
from reading.strike_attacks import Attack
from reading.strike_casualties import casualties_counted
from reading.strike_counted import Counted
from reading.strike_exclusions import is_accumulated
from reading.strike_recall import looks_back
from reading.strike_roles import clause_of
from reading.strike_tags import Tagged
from reading.strike_times import window_at
from reading.strike_victims import TOLLS
from reading.strike_waves import Wave


def is_of_no_raid(
    document: Document,
    tagged: Tagged,
    counted: Counted,
    told: list[tuple[Attack | None, Wave]],
) -> bool:
    """Whether it counts weeks or a war: 'since 2 December 74 people have been killed'."""
    return _over_long(document, tagged, counted) or _is_of_war(document, tagged, counted, told)


_LONG = timedelta(days=3)
_BACK = 90
"""Characters before a time in which 'the first … since' begins."""
_OF_A_WAR = 1000
_OF_A_CAMPAIGN = 300
_OF_MANY_RAIDS = 100
_HAVE_REPORTED = re.compile(
    r"\b(?:has|have) (?:so far )?(?:reported|recorded|registered|confirmed|documented|counted) "
    r"(?!the\b)(?:[\w-]+ ){0,4}?(?:deaths|dead|killed|fatalities)\b"
)
"""'Its officials have reported 224 deaths': how things stand after many raids."""
_LEAD = 3
"""Dead whom no one raid leaves; an attack that did is named with its day."""


def _is_of_war(
    document: Document,
    tagged: Tagged,
    counted: Counted,
    told: list[tuple[Attack | None, Wave]],
) -> bool:
    """Whether so many died that the count is a war's: 'says it has killed 17,000 fighters'."""
    sentence = tagged.sentence
    if window_at(document, sentence, tagged.at(counted.start)):
        return False
    many = _OF_A_WAR if sentence.index <= _LEAD else _OF_A_CAMPAIGN
    dead = [counted] if counted.measure is Measure.KILLED else []
    if counted.measure is Measure.INJURED and any(n.low >= many for n in sentence.numbers):
        dead = [one for one in casualties_counted(tagged) if one.measure is Measure.KILLED]
    if any(one.low >= many for one in dead):
        return True
    if not told and counted.low >= _OF_MANY_RAIDS and _HAVE_REPORTED.search(sentence.lowered):
        return True
    earlier = [
        near
        for near in document.sentences[: sentence.index]
        if near.paragraph == sentence.paragraph and not near.heading
    ]
    toll = counted.measure in TOLLS
    if toll and not told and earlier and _tells_a_sum(earlier[-1]):
        return True
    return _PERFECT.search(sentence.lowered) is not None and any(map(_tells_a_sum, earlier))


def _tells_a_sum(sentence: Sentence) -> bool:
    """Whether it gives the dead of weeks, years or a war; so does what follows on it."""
    many = any(number.low >= _OF_A_WAR for number in sentence.numbers)
    return _DEATHS.search(sentence.lowered) is not None and (
        many or is_accumulated(sentence.lowered)
    )


_DEATHS = re.compile(r"\b(?:kill|die[ds]?\b|dead\b|deaths?\b|casualt)")


_PERFECT = re.compile(
    r"\b(?:has|have) (?:also )?(?:been )?"
    r"(?:killed|wounded|injured|died|fired|launched|sent|shot|downed|intercepted)\b"
)


def _is_since(document: Document, tagged: Tagged, counted: Counted) -> bool:
    """Whether the sentence counts from a day that is long over: 'Since 7 October it has killed…'"""
    for time in tagged.sentence.times:
        window, before = time.window, document.text[max(0, time.span[0] - _BACK) : time.span[0]]
        if window is None or (document.ref.date() - window.start).days < _SOME_DAYS:
            continue
        told = time.text.lower().startswith("since") or before.lower().endswith("since ")
        apart = document.text[slice(*sorted((time.span[1], tagged.at(counted.start))))]
        if told and ";" not in apart and not _FIRST_SINCE.search(before) and len(apart) < _SINCE:
            return not _NEW_TOTAL.search(apart)
    return False


_SOME_DAYS = 2
_SINCE = 100
_NEW_TOTAL = re.compile(r"\b(?:bringing|taking|raising|pushing|including)\b")
_LIST_END = re.compile(
    r"[;:]|, (?:and|but|while|as|with|killing|according|which|including)\b(?! Num)"
)
_PERIOD = re.compile(
    r"^(?:over |in |during |for )?(?:the |this )?(?:past |last |previous )?(?:week|month|year)\b"
)
_FIRST_SINCE = re.compile(
    r"\b(?:first|any|most|(?!latest)\w{3,}est|record|worst)\b[^.;]*$", re.IGNORECASE
)
"""'The largest raid since spring' dates no count."""


def _over_long(document: Document, tagged: Tagged, counted: Counted) -> bool:
    """Whether the figure's clause is about weeks, months or years: no figure of one attack."""
    if _is_since(document, tagged, counted):
        return True
    if looks_back(tagged.sentence, "", None):
        return False
    start, end = (tagged.at(at) for at in clause_of(tagged.text, counted.start, counted.end))
    if _IS_SUBJECT.search(document.text, tagged.sentence.span[0], tagged.at(counted.start)):
        return True
    if counted.measure is Measure.LAUNCHED:
        # 'It sent 1,400 drones, 1,100 bombs and 50 missiles over the past week.'
        rest = _LIST_END.search(tagged.text, counted.end)
        end = tagged.at(rest.start() if rest else len(tagged.text))
    if any(
        time.kind is TimeKind.DURATION
        and start <= time.span[0] < end
        and _OF_WEEKS.search(document.text, max(0, time.span[0] - 30), time.span[1])
        and not _FIRST_SINCE.search(document.text[max(0, time.span[0] - _BACK) : time.span[0]])
        for time in tagged.sentence.times
    ):
        return True
    return any(
        time.window is not None
        and time.kind is not TimeKind.DURATION
        and start <= time.span[0] < end
        and (time.window.end - time.window.start > _LONG or _PERIOD.search(time.text.lower()))
        and not _FIRST_SINCE.search(document.text[max(0, time.span[0] - _BACK) : time.span[0]])
        for time in tagged.sentence.times
    )


_OF_WEEKS = re.compile(
    r"\b(?:in|over|within|during|for)(?: (?:just|only|about|under|the space of|more than"
    r"|less than))?"
    r" (?:[\w-]+ ){1,2}(?:weeks?|months?|years?)$"
)
"""'104 killed in two weeks': by no one attack."""
_IS_SUBJECT = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:19|20)\d\d|(?:Last|This) (?:month|year|week))) (?:saw|was|brought|ended|closed|marked) "
)
"""'June saw heavy losses, with 90 killed': a month's, whatever clause counts them."""
