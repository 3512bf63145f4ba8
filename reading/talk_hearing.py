"""Meetings as single sentences tell them: one `Heard` per sentence that speaks of a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from reading.document import Document, Name, NameKind, Sentence
from reading.facts import RoundStatus, Span, Window
from reading.talk_clauses import acting_names, is_located, parties_of, whole
from reading.talk_days import day_of, days_in
from reading.talk_length import minutes_of
from reading.talk_parties import participants, with_allies
from reading.talk_words import (
    AFTERMATH,
    COUNTS,
    EARLIER_ROUNDS,
    MEETING,
    MET,
    NO_MEETING,
    NO_ROUND_AFTER,
    OBJECT_OF_TALK,
    OFFERED_MEETING,
    ORDINAL,
    ORDINALS,
    RECALLED,
    ROUND_NUMBER,
    ROUND_OF,
    SEVERAL,
    SINCE,
    STATUS_WORDS,
    TALK_OF_TALKS,
)

MEETING_STEMS = (
    "talk", "negotiat", "round", "meet", "summit", "session", "consult", "sit-down", "met ", "met,",
    "met.", "sat ", "face", "conven", "spent", "gather", "host", "visit",
)  # fmt: skip
"""Pieces of which one must stand in a sentence that tells a meeting."""

BEFORE = 90
"""Characters around a meeting word in which it may be wished for or belong to something else."""

NEAR = 110
"""Characters between a meeting word and a status word, beyond which they are strangers."""

VENUE = re.compile(
    r"\b((?:[A-ZÇÜÖŞİ][\w’'-]+ ){1,3}(?:Palace|Hotel|Residence|Kremlin|Hall|Center|Centre|Castle"
    r"|Mansion"
    r"|Embassy|Base)|White House|Oval Office)\b"
)
IMAGINED = re.compile(
    r"\b(?:could|(?-i:may)|might|would|should|if|whether|not|never|cannot)(?: \w+)? $",
    re.IGNORECASE,
)
"""Before a status word: it did not happen, or only might."""

GOES_ON = re.compile(
    r"\b(?:talks|negotiations|meeting|session|consultations|they|sides|teams|delegations) "
    r"(?:(?:will|would|are|is|were|to|due|also|set) ){0,3}(?:continu\w+|resum\w+|go on"
    r"|reconvene\w*)\b",
    re.IGNORECASE,
)
"""A meeting's next day: the same meeting, told as going on."""

FORMAL = re.compile(r"talks|negotiat|round|summit|sat |face|talking", re.IGNORECASE)
SIDES_MEET = re.compile(
    r"\b(?:they|(?:the )?(?:two |both |warring )?(?:sides|parties|delegations|teams|negotiators"
    r"|delegates|envoys|(?:foreign |defen[cs]e )?ministers|presidents|leaders)) "
    r"(?:have |had |are |will |would |also |then |again )*"
    r"(?:met|meet|meeting|sat|face[ds]?|convened?|spent|negotiated|talking)\b",
    re.IGNORECASE,
)

PLANS = (RoundStatus.ANNOUNCED, RoundStatus.POSTPONED)

AFTERMATH_WITHIN = 2
"""Up to this sentence, "said after the talks" reports the talks; further on it looks back."""

OFFER_REACH = 60
OFFERED_ELSEWHERE = re.compile(
    r"\b(?:said|says|told|held|met|at|during|after|following)\b", re.IGNORECASE
)
"""Between an offer and a meeting: something else is offered, at or after the meeting."""

PLACE_AFTER = 110
PLACE_BEFORE = 80
"""Characters from the meeting's word within which a place is where it is held."""


ON_A_PLACE = re.compile(r"\b(?:on|against|over|of|near|for)\s+(?:the )?$", re.IGNORECASE)
"""Before a city: it is the object of something, or only near, and nobody meets there."""

AS_HOST = re.compile(
    r"\s(?:(?:will|would|is|was|to|ready|set|due|again|once|on|\w+day|has|had|also|prepares)\s){0,5}"
    r"(?:hosts?|hosted|hosting)\b",
    re.IGNORECASE,
)

AT_PLACE = re.compile(r"\b(?:in|at|inside) (?:the )?$", re.IGNORECASE)

OLD = timedelta(days=4)
"""A meeting held longer before publication than this is recalled, not news."""


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
    named: bool = False
    """Called talks, negotiations or a round: a word that is not used of a cabinet's meetings."""


def hear(document: Document, sentence: Sentence) -> Iterator[Heard]:
    """The meetings that the sentence speaks of: none where it only wishes for one."""
    lowered = sentence.text.lower()
    if not any(stem in lowered for stem in MEETING_STEMS):
        return
    earlier = EARLIER_ROUNDS.search(sentence.text)
    if earlier is not None:
        yield from _earlier_rounds(document, sentence, earlier)
        return
    anchors = list(_anchors(document, sentence))
    if not anchors:
        return
    left = [a for a in anchors if AFTERMATH.search(sentence.text[: a.start()])]
    rest = [a for a in anchors if a not in left]
    if any(_is_offered(sentence.text[: a.start()]) for a in rest):
        anchors = rest
    told = [(anchor, *_status(sentence.text, anchor)) for anchor in anchors]
    heaviest = max(weight for _, _, weight in told)
    told = [one for one in told if one[2] == heaviest]
    if len(told) > 1:
        told.sort(key=lambda one: _vague(document, sentence, one[0]))
    anchor, status, weight = told[0]
    heard = _heard(document, sentence, anchor, status, weight)
    yield heard
    if heard.status in (None, RoundStatus.ANNOUNCED):
        yield from _just_left(document, sentence, [a for a in left if a is not anchor])


def _vague(document: Document, sentence: Sentence, anchor: re.Match[str]) -> tuple[bool, bool, int]:
    """The word that tells who meets, or where, stands for the meeting before one that does not."""
    who = len(participants(document, sentence, anchor)) > 1
    return not who, _city(document, sentence, *anchor.span()) is None, anchor.start()


def _just_left(
    document: Document, sentence: Sentence, anchors: list[re.Match[str]]
) -> Iterator[Heard]:
    """The meeting after which a side speaks of another one ("..., A said after the talks in X")."""
    speakers = {a.party for a in sentence.attributions}
    if not speakers & set(document.preset.party_names):
        return
    for anchor in anchors:
        heard = _heard(document, sentence, anchor, RoundStatus.ENDED, 1)
        yield replace(heard, parties=frozenset())


def rounds_before(text: str) -> int | None:
    """How many rounds "two previous rounds" counts before the one in hand."""
    found = EARLIER_ROUNDS.search(text)
    return _count(found["count"]) if found and not found["first"] else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def _anchors(document: Document, sentence: Sentence) -> Iterator[re.Match[str]]:
    text = sentence.text
    series = [found.span() for found in SEVERAL.finditer(text)]
    for found in MEETING.finditer(text):
        if any(low <= found.start() < high for low, high in series):
            continue
        before = text[max(0, found.start() - BEFORE) : found.start()]
        after = text[found.end() : found.end() + BEFORE]
        if NO_MEETING.search(before) or NO_ROUND_AFTER.match(after):
            continue
        if TALK_OF_TALKS.search(before) and not _concrete(document, sentence, before):
            continue
        yield found
    many = len(parties_of(acting_names(document, whole(sentence)))) > 1
    if many or SIDES_MEET.search(text) or with_allies(document, sentence):
        for found in MET.finditer(text):
            if not TALK_OF_TALKS.search(text[max(0, found.start() - BEFORE) : found.start()]):
                yield found


def _concrete(document: Document, sentence: Sentence, before: str) -> bool:
    """An offer that names city or day is news of a meeting to come; a wish is not."""
    return bool(OFFERED_MEETING.search(before)) and (
        _city(document, sentence, 0, 0) is not None or bool(days_in(sentence))
    )


def _heard(
    document: Document,
    sentence: Sentence,
    anchor: re.Match[str],
    status: RoundStatus | None,
    weight: int,
) -> Heard:
    text, before = sentence.text, sentence.text[: anchor.start()]
    aside = OBJECT_OF_TALK.search(before) is not None
    offered = _is_offered(before)
    planned = status in PLANS and weight > 1
    window = day_of(document, sentence, anchor, aside, planned)
    if offered and status in (RoundStatus.ENDED, RoundStatus.UNDER_WAY):
        status = RoundStatus.ANNOUNCED
    if window is not None and status is not None:
        status = _by_calendar(status, weight, window, document)
    around = text[max(0, anchor.start() - 60) : anchor.end() + 25]
    old = window is not None and window.end < document.ref.date() - OLD
    looked_back = aside and (AFTERMATH.search(before) is None or sentence.index > AFTERMATH_WITHIN)
    return Heard(
        index=sentence.index,
        span=sentence.span,
        status=status,
        weight=weight,
        parties=participants(document, sentence, anchor),
        number=_number(text),
        window=window,
        city=_city(document, sentence, anchor.start(), anchor.end()),
        venue=_venue(document, sentence, anchor),
        minutes=minutes_of(text),
        recalled=looked_back or old or RECALLED.search(around) is not None,
        offered=offered,
        named=FORMAL.search(anchor.group()) is not None,
        goes_on=window is not None and GOES_ON.search(text) is not None,
    )


def _earlier_rounds(
    document: Document, sentence: Sentence, found: re.Match[str]
) -> Iterator[Heard]:
    """One recalled meeting a date of "two previous rounds - on May 16 and June 2", numbered."""
    count = _count(found["count"])
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
            city=_city(document, sentence, found.start(), found.end()),
            recalled=True,
            named=True,
        )


def _status(text: str, anchor: re.Match[str]) -> tuple[RoundStatus | None, int]:
    best: tuple[RoundStatus | None, int, int] = (None, 0, NEAR)
    for status, weight, pattern in STATUS_WORDS:
        for found in pattern.finditer(text):
            if IMAGINED.search(text[: found.start()]):
                continue
            gap = max(found.start() - anchor.end(), anchor.start() - found.end())
            if gap < NEAR and (weight > best[1] or (weight == best[1] and gap < best[2])):
                best = (status, weight, gap)
    return best[0], best[1]


def _by_calendar(
    status: RoundStatus, weight: int, window: Window, document: Document
) -> RoundStatus:
    """What the day itself says: a day to come is planned, a day gone is over."""
    today = document.ref.date()
    if window.start > today and status in (RoundStatus.ENDED, RoundStatus.UNDER_WAY):
        return RoundStatus.ANNOUNCED
    if window.end > today and status is RoundStatus.ENDED and weight <= 1:
        return RoundStatus.ANNOUNCED
    if window.end < today and status is RoundStatus.UNDER_WAY and weight == 1:
        return RoundStatus.ENDED
    return status


def _number(text: str) -> int | None:
    for found in (*ORDINAL.finditer(text), *ROUND_NUMBER.finditer(text)):
        if SINCE.match(text[found.end() :]):
            continue
        word = found["word"].lower()
        if re.search(r"\b(?:direct|in-person|meeting of)\b", found.group()) and word == "first":
            continue
        return ORDINALS.get(word) or COUNTS.get(word) or int(re.sub(r"\D", "", word))
    return None


def _is_offered(before: str) -> bool:
    """Somebody offers the meeting itself: no other verb of saying comes between."""
    found = list(OFFERED_MEETING.finditer(before))
    if not found:
        return False
    between = before[found[-1].end() :]
    return len(between) <= OFFER_REACH and not OFFERED_ELSEWHERE.search(between)


def _city(document: Document, sentence: Sentence, low: int, high: int) -> str | None:
    """The city nearest to the meeting's word at [low, high), else a region abroad ("in Alaska")."""
    if all(name.kind is not NameKind.PLACE for name in sentence.names):
        return None
    preset = document.preset
    sides = set(preset.party_names)
    cities = {p.name for p in preset.places if p.kind == "city"}
    regions = {p.name for p in preset.places if p.kind == "region" and p.party not in sides}
    here = [
        name
        for name in sentence.names
        if name.kind is NameKind.PLACE
        and _stands_as_place(document, name)
        and not _of_other_meeting(sentence, name, low, high)
    ]
    at = sentence.span[0] + low
    for known in (cities, regions):
        found = [name for name in here if name.canonical in known]
        if found:
            return min(found, key=lambda name: abs(name.span[0] - at)).canonical
    return None


def _of_other_meeting(sentence: Sentence, name: Name, low: int, high: int) -> bool:
    """A place belongs to the meeting word nearest to it, and to none that is far."""
    at = name.span[0] - sentence.span[0]
    compound = ROUND_OF.match(sentence.text, high)
    high = compound.end() if compound else high
    mine = max(at - high, low - at)
    if high and (mine > PLACE_AFTER if at >= high else mine > PLACE_BEFORE):
        return True
    others = (f for f in MEETING.finditer(sentence.text) if not low <= f.start() < high)
    return any(0 <= at - other.end() < mine and at >= other.end() for other in others)


def place_of(document: Document, sentence: Sentence) -> str | None:
    """The city in which the sentence sets a meeting, even one that it only speaks of."""
    found = MEETING.search(sentence.text)
    return _city(document, sentence, found.start(), found.end()) if found else None


def _between_meetings(text: str, anchor: re.Match[str], place: int) -> bool:
    """Another meeting's word stands between this one's and the place that follows it."""
    compound = ROUND_OF.match(text, anchor.end())
    end = compound.end() if compound else anchor.end()
    return any(end < other.start() < place for other in MEETING.finditer(text))


def _stands_as_place(document: Document, name: Name) -> bool:
    after = document.text[name.span[1] : name.span[1] + 60]
    before = document.text[max(0, name.span[0] - 24) : name.span[0]]
    return (
        (is_located(document, name) and not ON_A_PLACE.search(before))
        or AS_HOST.match(after) is not None
        or re.match(
            r"(?:['’]s)?[- ](?:\w+ )?(?:talks|meeting|summit|round|negotiations?|session)\b", after
        )
        is not None
    )


def _venue(document: Document, sentence: Sentence, anchor: re.Match[str]) -> str | None:
    low, high = anchor.span()
    sites = {place.name for place in document.preset.places if place.kind == "site"}
    for name in sentence.names:
        here = name.canonical in sites and is_located(document, name)
        if here and not _of_other_meeting(sentence, name, low, high):
            return name.canonical
    for found in VENUE.finditer(sentence.text):
        spoken = any(
            n.span[0] <= sentence.span[0] + found.start() < n.span[1] and n.party
            for n in sentence.names
        )
        before, after = sentence.text[: found.start()], sentence.text[found.end() :]
        if _between_meetings(sentence.text, anchor, found.start()):
            continue
        if spoken and not (AT_PLACE.search(before) or MEETING.match(after.lstrip())):
            continue
        return re.sub(r"^(?:The|In|At|Istanbul['’]s)\s+", "", found.group())
    return None
