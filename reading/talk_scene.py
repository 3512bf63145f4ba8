"""A meeting that title and lead tell between them: one says who meets, the other where or when.

Headlines and briefs part what a long sentence would hold together: "Brobdir: second day begins",
and then "Teams of A and B are in separate rooms". The words of the lead are read as one scene.
Asked only where no sentence tells a meeting by itself.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from reading.document import Document, Name, NameKind, Sentence
from reading.facts import RoundStatus, Window
from reading.talk_anchors import MEANWHILE, meeting_words
from reading.talk_clauses import BOTH_SIDES, lead_of
from reading.talk_days import WEEKDAY, ahead, day_of, day_of_outcome, days_in
from reading.talk_gathered import NEGOTIATE, is_matter, pairs_of
from reading.talk_hearing import EVE, Heard
from reading.talk_length import minutes_of
from reading.talk_meetings import COMMERCE, PLANNED
from reading.talk_meetings_recalled import AGREED_THERE
from reading.talk_numbers import number_of
from reading.talk_parties import JOINT, TURNED_TO, both_meant, named_pair, participants
from reading.talk_people import mediators_in, track_of
from reading.talk_places import city_at, city_headed, city_of_lead
from reading.talk_recalled import OLD
from reading.talk_scene_words import (
    BODY,
    COUNCIL,
    DIALOGUE,
    DOING,
    MATTER,
    MEN,
    NEGOTIATION,
    NOT_SO,
    OTHER_NEWS,
    SAYS,
    TOGETHER,
)
from reading.talk_status import WHILE, by_calendar, status_of, status_told
from reading.talk_words import AFTERMATH, OBJECT_OF_TALK, RECALLED, WAR_MATTER
from reading.unsaid import tells_no_meeting

LEAD = 2


def set_out(document: Document) -> Heard | None:
    """The meeting that title and lead tell between them; None where they tell none."""
    title = document.sentences[0] if document.sentences else None
    if title is None or tells_no_meeting(title) or NOT_SO.search(title.text):
        return None
    if _is_of_commerce(title):
        return None
    lead = lead_of(document, LEAD)
    scene = [s for s in document.sentences if s.index in lead and not tells_no_meeting(s)]
    words = [(s, found) for s in scene for found in meeting_words(document, s)]
    if any(_is_of_others(document, s, found) for s, found in words):
        return None
    told = _best(_told(document, scene, s, found, plain=True) for s, found in words)
    if told is not None or OTHER_NEWS.search(title.text):
        return told
    several = _pair(document, scene) is not None
    doings = ((s, found) for s in scene for found in _doings(document, s, several))
    return _best(_told(document, scene, s, found, plain=False) for s, found in doings)


def _is_of_commerce(title: Sentence) -> bool:
    return bool(COMMERCE.search(title.text, title.stems)) and not WAR_MATTER.search(title.text)


def _best(told: Iterable[Heard | None]) -> Heard | None:
    return max(
        (one for one in told if one is not None),
        key=lambda h: (len(h.parties) > 1, h.weight, -h.index),
        default=None,
    )


def _pair(document: Document, scene: list[Sentence]) -> frozenset[str] | None:
    return next(pairs_of(document, {p for s in scene for p in _acting(document, s)}), None)


def _doings(document: Document, sentence: Sentence, several: bool) -> Iterator[re.Match[str]]:
    if NOT_SO.search(sentence.text):
        return
    yield from BODY.finditer(sentence.text, sentence.stems)
    if several:
        for pattern in (TOGETHER, DOING):
            for found in pattern.finditer(sentence.text, sentence.stems):
                long_before = " had " in found.group()
                if not long_before and not TOLD_TO.search(sentence.text[: found.start()]):
                    yield found
        yield from _joined(document, sentence)


TOLD_TO = re.compile(
    r"\b(?:must|should|shall|ought to|needs? to|ha(?:ve|s) to|could|(?-i:may)|might"
    r"|(?:told|ordered|instructed|asked|invited) to(?: go and)?)\s(?:\w+\s)?$"
    r"|\b(?:deadline|ultimatum|days?|hours|weeks?|months?)\b[^.;]{0,50} to $"
    r"|\b(?:that|which|who|whom) (?:[\w’'-]+ ){0,4}had (?:[\w-]+ )?$",
    re.IGNORECASE,
)
"""Before "negotiate": somebody says that they ought to, is given so long to, or had long done."""


def _joined(document: Document, sentence: Sentence) -> Iterator[re.Match[str]]:
    """ "Ada Holm and Otto Brand" of two sides in one breath, who do not only say something."""
    people = [n for n in sentence.names if n.kind is NameKind.PERSON and n.party]
    for one, other in pairwise(people):
        gap = document.text[one.span[1] : other.span[0]]
        end = other.span[1] - sentence.span[0]
        if one.party != other.party and JOINT.fullmatch(gap) and not SAYS.match(sentence.text, end):
            here = WORD.match(sentence.text, other.span[0] - sentence.span[0])
            yield from (here,) if here is not None else ()


ALL_MEET = re.compile(
    r"\b(?:three|four)-way $|\b(?:tri|quadri)lateral $|\btripartite $", re.IGNORECASE
)
"""Before "meeting": a side sits there with those who mediate."""
WORD = re.compile(r"\S+")


def _told(
    document: Document,
    scene: list[Sentence],
    sentence: Sentence,
    word: re.Match[str],
    *,
    plain: bool,
) -> Heard | None:
    if _is_beside(scene, sentence, word) or _is_of_a_cabinet(scene, word):
        return None
    who = _who(document, scene, sentence, word)
    body = BODY.pattern.fullmatch(word.group()) is not None
    negotiation = NEGOTIATION.fullmatch(word.group()) or ALL_MEET.search(
        sentence.text, 0, word.start()
    )
    formal = body or (plain and bool(who) and negotiation is not None)
    if len(who) < 2 and not formal:
        return None
    if not (plain or body or _negotiate(scene, sentence, word, who)):
        return None
    status, weight = _status(document, scene, sentence, word)
    window = _day(document, scene, sentence, word, status)
    city = _city(document, scene, sentence, word, planned=status in PLANNED)
    if window is not None and window.end < document.ref.date() - OLD:
        return None
    status = _by_day(document, status, weight, window)
    number = number_of(sentence)
    minutes = next((m for s in scene if (m := minutes_of(s.text))), None)
    placed = window is not None or city is not None or number is not None
    known = window is not None and (city is not None or (body and bool(who)))
    if status is None or not placed or (len(who) < 2 and not known):
        return None
    return Heard(
        index=sentence.index,
        span=sentence.span,
        status=status,
        weight=max(weight, 1),
        parties=who if len(who) > 1 else frozenset(),
        number=number,
        window=window,
        city=city,
        minutes=None if status in PLANNED else minutes,
        named=True,
        meant=True,
    )


CABINET = re.compile(r"\b(?:cabinet|council of ministers)\b", re.IGNORECASE)


def _is_of_a_cabinet(scene: list[Sentence], word: re.Match[str]) -> bool:
    """Where the lead tells what a cabinet did, a "session" or a "meeting" is the cabinet's."""
    own = word.group().lower() in ("session", "meeting", "sitting", "discussions")
    return own and any(CABINET.search(s.text) for s in scene)


def _is_of_others(document: Document, sentence: Sentence, word: re.Match[str]) -> bool:
    """A side meets a stranger: what else the lead says of meetings is about these two."""
    here = named_pair(document, sentence, word) - set(mediators_in(document, sentence))
    sides = set(document.preset.party_names)
    with_stranger = len(here) > 1 and bool(here & sides) and not here <= sides
    return with_stranger and not track_of(document, here) and not WAR_MATTER.search(sentence.text)


AFTER = re.compile(r"(?:after|following)\b", re.IGNORECASE)
"""Before a meeting: it is over, and what came of it is the news, where nothing else is."""


def _is_beside(scene: list[Sentence], sentence: Sentence, word: re.Match[str]) -> bool:
    """The meeting is only mentioned beside other news, or was held some other time."""
    before, title = sentence.text[: word.start()], scene[0]
    aside = OBJECT_OF_TALK.search(before)
    outcome = _is_outcome(sentence, word)
    around = sentence.text[max(0, word.start() - 60) : word.end() + 25]
    return (
        DAYS_AFTER.search(before) is not None
        or (not outcome and aside is not None)
        or (not outcome and RECALLED.search(around) is not None)
        or EVE.search(before) is not None
        or (not sentence.heading and AGREED_THERE.search(before) is not None)
        or TO_SERVE.search(before) is not None
        or MEANWHILE.search(before) is not None
        or WHILE.search(before) is not None
        or COUNCIL.search(sentence.text) is not None
        or (sentence is not title and OTHER_NEWS.search(title.text) is not None)
    )


TO_SERVE = re.compile(r"\b(?:should|could|would|might|(?-i:may)) [^.;]{0,40}\b(?:for|to)\b[^.;]*$")
"""Before a meeting: time is gained for one that may follow."""


def _is_outcome(sentence: Sentence, word: re.Match[str]) -> bool:
    """What the sentence tells came of the meeting: it is over."""
    before = sentence.text[: word.start()]
    aside = OBJECT_OF_TALK.search(before)
    return AFTERMATH.search(before) is not None or (
        aside is not None
        and AFTER.match(aside.group()) is not None
        and not OTHER_NEWS.search(sentence.text)
    )


DAYS_AFTER = re.compile(r"\b(?:days?|weeks?|months?|years?) after\b[^.;:]{0,60}$", re.IGNORECASE)
"""Before a meeting: other news, so long after it."""


def _negotiate(
    scene: list[Sentence], sentence: Sentence, word: re.Match[str], who: frozenset[str]
) -> bool:
    """Those who do something together are delegates, or people of both; and they negotiate."""
    strong = TOGETHER.pattern.fullmatch(word.group()) is not None
    told = (scene[0], sentence) if strong else scene
    if any(OTHER_NEWS.search(s.text) or COUNCIL.search(s.text) for s in told):
        return False
    people = {n.party for s in scene for n in s.names if n.kind is NameKind.PERSON}
    both = len(people & who) > 1
    speak = DIALOGUE.match(word.group()) is not None
    if not both and not speak and MEN.search(sentence.text, sentence.stems) is None:
        return False
    here = {n.party for n in sentence.names if n.kind is NameKind.PERSON}
    return (
        strong
        or len(here & who) > 1
        or any(NEGOTIATE.search(s.text, s.stems) or MATTER.search(s.text) for s in scene)
    )


def _who(
    document: Document, scene: list[Sentence], sentence: Sentence, word: re.Match[str]
) -> frozenset[str]:
    """The pair that the sentence names, else one that the scene names; else the one side in it."""
    sides = set(document.preset.party_names)
    aside = {party for s in scene for party in mediators_in(document, s)}
    here = participants(document, sentence, word)
    if len(here) > 1 and here & sides:
        return here if len(here) < 3 else next(pairs_of(document, here), here)
    named = _acting(document, sentence) - aside
    pair = next(pairs_of(document, named), None)
    if pair is None and (DOING.pattern.fullmatch(word.group()) or len(here - sides - aside) > 1):
        return frozenset()  # two others meet, or nobody says that they do
    meant = BOTH_SIDES.search(sentence.text) and both_meant(document, sentence)
    pair = pair or (frozenset(meant) if meant else None) or _pair(document, scene)
    speakers = {a.party for a in sentence.attributions} | _before_colon(sentence)
    strangers = named - sides - speakers - {n.party for n in _as_city(document, sentence)}
    return pair or (
        frozenset()
        if strangers
        else frozenset({p for s in scene for p in _acting(document, s)} & sides)
    )


def _acting(document: Document, sentence: Sentence) -> set[str]:
    """Parties named, but as a place or as those whose war it is; "officials in A" are A's."""
    return {
        n.party
        for n in sentence.names
        if n.party
        and not TURNED_TO.search(document.text[: n.span[0]][-40:])
        and (n.kind is not NameKind.PLACE or OFFICIALS_IN.search(document.text[: n.span[0]][-40:]))
        and not is_matter(document, sentence, n)
    }


OFFICIALS_IN = re.compile(
    r"\b(?:officials|ministers?|counterparts|authorities|leaders|government) in $"
)


def _before_colon(sentence: Sentence) -> set[str | None]:
    """Who speaks in a headline: "Lilliput FM: round is off"."""
    head, colon, _ = sentence.text.partition(": ")
    end = sentence.span[0] + len(head)
    return {n.party for n in sentence.names if n.span[1] <= end} if colon else set()


def _as_city(document: Document, sentence: Sentence) -> list[Name]:
    """Names that are printed as a city's: "the Brobdir round"."""
    return [n for n in sentence.names if document.text[slice(*n.span)] in document.preset.cities]


def _status(
    document: Document, scene: list[Sentence], sentence: Sentence, word: re.Match[str]
) -> tuple[RoundStatus | None, int]:
    """What the word's own sentence says of it, else the scene.

    What is announced in another sentence is the next meeting, where this one's day has come.
    """
    status, weight = status_of(sentence, word)
    if status is not None and weight > 1:
        return status, weight
    day = day_of(document, sentence, word, aside=False)
    today = document.ref.date()
    come = day is not None and today - OLD <= day.start <= today
    if _is_outcome(sentence, word):
        return RoundStatus.ENDED, 3
    told = (status_told(s) for s in scene)
    others = [one for one in told if one[0] and not (come and one[0] is RoundStatus.ANNOUNCED)]
    best = max(others, key=lambda one: one[1], default=None)
    return best if best is not None and best[1] > max(weight, 1) else (status, weight)


def _by_day(
    document: Document, status: RoundStatus | None, weight: int, window: Window | None
) -> RoundStatus | None:
    """A day to come makes a plan, a day gone a meeting held."""
    if window is None:
        return status
    if status is None:
        ahead = window.start > document.ref.date()
        return RoundStatus.ANNOUNCED if ahead else RoundStatus.ENDED
    return by_calendar(status, weight, window, document)


HAD_BEEN = re.compile(r"\bhad been\b|\b(?:was|were) to have\b")
"""Of what was planned: its day has passed."""


def _day(
    document: Document,
    scene: list[Sentence],
    sentence: Sentence,
    word: re.Match[str],
    status: RoundStatus | None,
) -> Window | None:
    planned = status in PLANNED and not HAD_BEEN.search(sentence.text)
    unsaid = status in (None, RoundStatus.UNDER_WAY)
    own = day_of(document, sentence, word, aside=False, planned=planned, open_ended=unsaid)
    own = own or day_of_outcome(document, sentence)
    if own is not None:
        return own
    days = (_told_day(document, other, status) for other in scene if other is not sentence)
    return next((day for day in days if day is not None), None)


def _told_day(document: Document, other: Sentence, status: RoundStatus | None) -> Window | None:
    """The day that another sentence of the lead gives, on the side of today that fits."""
    today = document.ref.date()
    to_come = status in PLANNED and not HAD_BEEN.search(other.text)
    for time in days_in(other):
        window = time.window
        if window is None:
            continue
        if to_come and WEEKDAY.fullmatch(time.text.strip()):
            window = ahead(window, today)
        named = WEEKDAY.fullmatch(time.text.strip()) is not None
        if (
            (window.end > today or (window.end == today and not named))
            if to_come
            else (window.start <= today)
        ):
            return window
    return None


def _city(
    document: Document,
    scene: list[Sentence],
    sentence: Sentence,
    word: re.Match[str],
    *,
    planned: bool,
) -> str | None:
    return (
        city_at(document, sentence, *word.span())
        or next((c for s in scene if (c := city_at(document, s, 0, 0))), None)
        or city_headed(document)
        or (city_of_lead(document) if not planned else None)
    )
