"""Meetings as single sentences tell them: one `Heard` per sentence that speaks of a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import NamedTuple

from reading.document import Document, Sentence
from reading.facts import RoundStatus, Span, Window
from reading.talk_anchors import MEETING_STEMS, SIDES_MEET, is_offered, meeting_words
from reading.talk_attendance import who_meet
from reading.talk_days import (
    day_of,
    day_of_outcome,
    days_in,
    first_day,
)
from reading.talk_length import minutes_of
from reading.talk_meetings_recalled import AFTERMATH_WITHIN, YESTERDAY, is_old, is_recalled
from reading.talk_numbers import count_of_rounds, number_of
from reading.talk_parties import participants
from reading.talk_places import TOLD_IN, city_at, fired_upon_since, venue_at
from reading.talk_sequel import FOLLOWED_BY, second_leg
from reading.talk_status import HAS_COME, by_calendar, is_told, of_the_next, status_of
from reading.talk_words import (
    AFTERMATH,
    EARLIER_ROUNDS,
    OBJECT_OF_TALK,
    OPENS_AFTER,
    ORDINALS,
    OUTCOME_FOLLOWS,
)

GOES_ON = re.compile(
    r"\b(?:talks|negotiations|meeting|session|consultations|they|sides|teams|delegations) "
    r"(?:(?:will|would|are|is|were|to|due|also|set) ){0,3}(?:continu\w+|resum\w+|go on"
    r"|reconvene\w*)\b",
    re.IGNORECASE,
)
"""A meeting's next day: the same meeting, told as going on."""

SEQUEL = re.compile(
    r"\b(?:another|a (?:further|new|second|third|fourth|fifth|follow-up)|(?:the|their|its) next"
    r"|subsequent)(?: [\w-]+)? $",
    re.IGNORECASE,
)
"""Before a meeting: it follows one that the article has told of."""
FOLLOWS = re.compile(
    r"\b(?:next|a (?:further|follow-up)|another|subsequent)"
    r"(?: [\w-]+)? $",
    re.IGNORECASE,
)
FORMAL = re.compile(
    r"talks|negotiat|round|summit|sat |face|talking|sign|between|messages|conferred|positions"
    r"|committee|panel|mechanism|commission|conversation|encounter|part",
    re.IGNORECASE,
)


OVER = (RoundStatus.ENDED, RoundStatus.CANCELLED)
PLANS = (RoundStatus.ANNOUNCED, RoundStatus.POSTPONED)
WAS_PLANNED = re.compile(
    r"\b(?:planned|scheduled|(?:was|were|is|are|had been|been) (?:to|due|set|expected|supposed))\b",
    re.IGNORECASE,
)
OF_A_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s (?:[\w-]+ ){0,3}(?:talks|meeting|round"
    r"|session|summit|negotiations)\b|\b(?:will|is|are) not (?:now )?[^.;]{0,60}\bon \w+day\b",
    re.IGNORECASE,
)
"""What is off has its day ahead: it would have been news otherwise."""
LONGEST_DAY = timedelta(days=2)
"""A meeting goes on the next day; what goes on "in the coming weeks" is another one."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one sentence says of one meeting."""

    index: int
    """Of the sentence in the document."""
    span: Span
    status: RoundStatus | None = None
    weight: int = 0
    parties: frozenset[str] = frozenset()
    number: int | None = None
    window: Window | None = None
    city: str | None = None
    venue: str | None = None
    minutes: int | None = None
    recalled: bool = False
    offered: bool = False
    """Only one side's offer of a meeting, so far."""
    goes_on: bool = False
    """Told as the next day of a meeting that has begun."""
    follows: bool = False
    """Called the next meeting, or a further one: not the one in hand."""
    old: bool = False
    """Held long before the news."""
    named: bool = False
    """Called talks, negotiations or a round: a word that is not used of a cabinet's meetings."""
    meant: bool = False
    """Title and lead together say that it is the sides who meet, though they name but one."""


def hear(document: Document, sentence: Sentence) -> Iterator[Heard]:
    """The meetings that the sentence speaks of: none where it only wishes for one."""
    if sentence.stems.isdisjoint(MEETING_STEMS):
        return
    earlier = EARLIER_ROUNDS.search(sentence.text, sentence.stems)
    if earlier is not None:
        yield from _earlier_rounds(document, sentence, earlier)
        return
    counted = IT_WAS.match(sentence.text)
    if counted is not None and not (
        counted["word"].lower() == "first" and " since " in sentence.text
    ):
        yield _counted(sentence, counted)
        return
    anchors = list(meeting_words(document, sentence))
    if not anchors:
        return
    left = [a for a in anchors if AFTERMATH.search(sentence.text[: a.start()])]
    rest = [a for a in anchors if a not in left]
    if any(is_offered(sentence.text[: a.start()]) for a in rest):
        anchors = rest
    told = [(anchor, *status_of(sentence, anchor)) for anchor in anchors]
    heaviest = max(weight for _, _, weight in told)
    told = [one for one in told if one[2] == heaviest]
    if len(told) > 1:
        told.sort(key=lambda one: _vague(document, sentence, one[0]))
    anchor, status, weight = told[0]
    heard = _heard(document, sentence, anchor, status, weight)
    yield heard
    yield from _next(document, sentence, [a for a in rest if a is not anchor], heard)
    if heard.status in (None, RoundStatus.ANNOUNCED):
        yield from _just_left(document, sentence, [a for a in left if a is not anchor])


IT_WAS = re.compile(
    rf"(?:It|This|That|\w+day['’]s (?:meeting|session|talks)) "
    rf"(?:was|is|(?P<not>would have been)) (?:already |only )?"
    rf"(?:the|their) (?P<word>{'|'.join(ORDINALS)})\b(?:$|\.| (?:[\w-]+ ){{0,3}}?"
    r"(?:round|meeting|talks|encounter|session|conversation)\b"
    r"(?! (?:of|between) the two (?:men|presidents|leaders|ministers)\b)"
    r"(?!.*\b(?:decades?|years|since (?!(?-i:[A-Z]))|(?:first|second) time)\b))",
    re.IGNORECASE,
)
"""The meeting in hand is counted; days and places that follow are of what it is counted from."""


def _counted(sentence: Sentence, found: re.Match[str]) -> Heard:
    return Heard(
        index=sentence.index,
        span=sentence.span,
        status=None if found["not"] else RoundStatus.ENDED,
        number=ORDINALS[found["word"].lower()],
    )


def _vague(document: Document, sentence: Sentence, anchor: re.Match[str]) -> tuple[bool, bool, int]:
    """The word that tells who meets, or where, stands for the meeting before one that does not."""
    who = len(participants(document, sentence, anchor)) > 1
    return not who, city_at(document, sentence, *anchor.span()) is None, anchor.start()


def _next(
    document: Document, sentence: Sentence, anchors: list[re.Match[str]], first: Heard
) -> Iterator[Heard]:
    """The meeting by which another one is to be followed, on a day of its own."""
    leg = second_leg(document, sentence, first.window) if first.city else None
    if leg is not None and leg[1] != first.city:
        status = by_calendar(first.status, first.weight, leg[0], document) if first.status else None
        yield replace(first, window=leg[0], city=leg[1], venue=None, minutes=None, status=status)
    for anchor in anchors:
        if FOLLOWED_BY.search(sentence.text, 0, anchor.start()) is None:
            continue
        end, today = sentence.span[0] + anchor.end(), document.ref.date()
        days = [t.window for t in days_in(sentence) if t.window and t.span[0] >= end]
        if days and days[0].start > today:
            heard = _heard(document, sentence, anchor, RoundStatus.ANNOUNCED, 2)
            who = heard.parties if len(heard.parties) > 1 else first.parties
            yield replace(heard, window=days[0], parties=who, recalled=False)


_AGREED_AFTER = re.compile(
    r"\b(?:agreed|decided|pledged|undertook|promised)\b[^.;]{0,90} (?:after|at|during|following) $",
    re.IGNORECASE,
)
PAIR = 2


def _just_left(
    document: Document, sentence: Sentence, anchors: list[re.Match[str]]
) -> Iterator[Heard]:
    """The meeting after which a side speaks of another one ("..., A said after the talks in X").

    Or at which both agreed on something, whoever tells of it.
    """
    speakers = {a.party for a in sentence.attributions}
    sides = set(document.preset.party_names)
    for anchor in anchors:
        if not speakers & sides:
            agreed = _AGREED_AFTER.search(sentence.text, 0, anchor.start())
            if agreed is None or len(participants(document, sentence, anchor) & sides) < PAIR:
                continue
        heard = _heard(document, sentence, anchor, RoundStatus.ENDED, 1)
        if heard.window is not None and heard.window.start > document.ref.date():
            continue
        yield replace(heard, parties=frozenset())


class _Around(NamedTuple):
    """How the words before a meeting word bear on it."""

    offered: bool
    aftermath: bool
    """What was said after the meeting is told, and so it was held."""
    aside: bool
    """The meeting is only what somebody speaks of."""
    eve: bool


def _around(text: str, anchor: re.Match[str]) -> _Around:
    before = text[: anchor.start()]
    opens = OPENS_AFTER.match(before) and OUTCOME_FOLLOWS.match(text[anchor.end() :])
    return _Around(
        offered=is_offered(before),
        aftermath=(AFTERMATH.search(before) or WITH_WHAT_CAME.search(before)) is not None,
        aside=OBJECT_OF_TALK.search(before) is not None and not opens,
        eve=EVE.search(before) is not None,
    )


WITH_WHAT_CAME = re.compile(
    r"\b(?:(?:dis)?satisfied|pleased|(?:un)?happy|disappointed) (?:with|by|at)"
    r" (?:the |its |their )?(?:[\w-]+ )?(?:results?|outcomes?) (?:of|at|in|from) "
    r"(?:the |its |their )?(?:[\w-]+ ){0,3}$"
    r"|\bas a result of (?:the |their |these )?(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before a meeting: those who speak of what it brought have just held it."""


def _heard(
    document: Document,
    sentence: Sentence,
    anchor: re.Match[str],
    status: RoundStatus | None,
    weight: int,
) -> Heard:
    text, around = sentence.text, _around(sentence.text, anchor)
    window = _window(document, sentence, anchor, around, status, weight)
    goes_on = window is not None and GOES_ON.search(text) is not None
    if goes_on and window is not None and window.end - window.start > LONGEST_DAY:
        goes_on, window = False, None
    who = who_meet(document, sentence, anchor)
    if around.offered and status in HAS_COME:
        status = RoundStatus.ANNOUNCED
    near = window is not None and window.end >= document.ref.date() - YESTERDAY
    said_after = around.aftermath and sentence.index <= AFTERMATH_WITHIN
    told = said_after if around.aside else is_told(text, anchor)
    if status is None and near and len(who) > 1 and told:
        status, weight = RoundStatus.ENDED, 1
    if window is not None and status is not None:
        status = by_calendar(status, weight, window, document)
        window = first_day(text, window) if status in HAS_COME else window
    old = is_old(document, sentence, anchor, window)
    return Heard(
        index=sentence.index,
        span=sentence.span,
        status=status,
        weight=weight,
        parties=who,
        number=number_of(sentence),
        window=window,
        city=_city(document, sentence, anchor, status),
        venue=venue_at(document, sentence, anchor),
        minutes=minutes_of(text),
        recalled=old
        or _looks_back(sentence, anchor, around, who)
        or is_recalled(document, sentence, anchor, window),
        offered=around.offered,
        old=old,
        named=_is_named(sentence, anchor),
        goes_on=goes_on,
        follows=FOLLOWS.search(text, 0, anchor.start()) is not None,
    )


def _window(
    document: Document,
    sentence: Sentence,
    anchor: re.Match[str],
    around: _Around,
    status: RoundStatus | None,
    weight: int,
) -> Window | None:
    """When the meeting is held: its own day, or that of the outcome told after it."""
    beside = (around.aside and not around.aftermath) or around.eve
    planned = around.offered or _was_planned(sentence.text, status, weight)
    unsaid = (status is None or weight < 2) and status not in OVER
    window = day_of(document, sentence, anchor, beside, planned, unsaid)
    if window is None and around.aftermath:
        window = day_of_outcome(document, sentence)
    ended = status is RoundStatus.ENDED
    if window is not None and ended and of_the_next(document, sentence.text, window):
        return None
    return window


def _city(
    document: Document, sentence: Sentence, anchor: re.Match[str], status: RoundStatus | None
) -> str | None:
    """Where it is held: not the city that was fired upon since, nor where a plan is only told."""
    if fired_upon_since(sentence.text, anchor):
        return None
    if status in PLANS and TOLD_IN.search(sentence.text, anchor.end()):
        return None
    return city_at(document, sentence, *anchor.span())


def _looks_back(
    sentence: Sentence, anchor: re.Match[str], around: _Around, who: frozenset[str]
) -> bool:
    """Only spoken of; what was said after a meeting tells of it near the head of the article."""
    aftermath = around.aftermath and not _met_others(sentence, anchor, who)
    return around.aside and (not aftermath or sentence.index > AFTERMATH_WITHIN)


def _is_named(sentence: Sentence, anchor: re.Match[str]) -> bool:
    return (
        FORMAL.search(anchor.group()) is not None
        or SEQUEL.search(sentence.text, 0, anchor.start()) is not None
        or SIDES_MEET.search(sentence.text, sentence.stems) is not None
    )


def _met_others(sentence: Sentence, anchor: re.Match[str], who: frozenset[str]) -> bool:
    """ "C told reporters after meeting A and B": C's call on others, which says where C spoke."""
    gerund = sentence.text[: anchor.start()].endswith("after ") and anchor.group() == "meeting"
    speakers = {a.party for a in sentence.attributions} - {None}
    return gerund and bool(speakers) and not speakers & who


def _was_planned(text: str, status: RoundStatus | None, weight: int) -> bool:
    """A day still ahead: of a plan, or of one that was called off before it came."""
    if status is RoundStatus.CANCELLED:
        planned = WAS_PLANNED.search(text) or OF_A_DAY.search(text)
        return planned is not None and " did not " not in text
    return status in PLANS and weight > 1


EVE = re.compile(r"\b(?:eve of|ahead of|hours before|days before)\b[^.;,]{0,40}$", re.IGNORECASE)


def _earlier_rounds(
    document: Document, sentence: Sentence, found: re.Match[str]
) -> Iterator[Heard]:
    """One recalled meeting a date of "two previous rounds - on May 16 and June 2", numbered."""
    count = count_of_rounds(found["count"])
    days = days_in(sentence)
    for place, time in enumerate(days[:count], 1):
        yield Heard(
            index=sentence.index,
            span=sentence.span,
            status=RoundStatus.ENDED,
            weight=3,
            number=place if len(days) == count else None,
            window=time.window,
            parties=participants(document, sentence, found),
            city=city_at(document, sentence, *(at - sentence.span[0] for at in time.span)),
            recalled=True,
            named=True,
        )
