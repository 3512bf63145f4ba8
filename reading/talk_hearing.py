"""Meetings as single sentences tell them: one `Heard` per sentence that speaks of a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from reading.document import Document, Name, NameKind, Sentence
from reading.facts import RoundStatus, Span, Window
from reading.talk_clauses import acting_names, is_located, parties_of, whole
from reading.talk_days import day_of, days_in
from reading.talk_length import minutes_of
from reading.talk_parties import participants, with_allies
from reading.talk_words import (
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
    anchors = list(_anchors(document, sentence))
    if not anchors:
        return
    earlier = EARLIER_ROUNDS.search(sentence.text)
    if earlier is not None:
        yield from _earlier_rounds(document, sentence, earlier)
        return
    told = [(anchor, *_status(sentence.text, anchor)) for anchor in anchors]
    anchor, status, weight = max(told, key=lambda one: (one[2], -one[0].start()))
    yield _heard(document, sentence, anchor, status, weight)


def rounds_before(text: str) -> int | None:
    """How many rounds "two previous rounds" counts before the one in hand."""
    found = EARLIER_ROUNDS.search(text)
    return _count(found["count"]) if found else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def _anchors(document: Document, sentence: Sentence) -> Iterator[re.Match[str]]:
    text = sentence.text
    lowered = text.lower()
    if not any(stem in lowered for stem in MEETING_STEMS):
        return
    for found in MEETING.finditer(text):
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
        _city(document, sentence, 0) is not None or bool(days_in(sentence))
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
    offered = OFFERED_MEETING.search(before) is not None
    window = day_of(document, sentence, anchor, aside)
    if offered and status in (RoundStatus.ENDED, RoundStatus.UNDER_WAY):
        status = RoundStatus.ANNOUNCED
    if window is not None and status is not None:
        status = _by_calendar(status, weight, window, document)
    around = text[max(0, anchor.start() - 60) : anchor.end() + 25]
    old = window is not None and window.end < document.ref.date() - OLD
    return Heard(
        index=sentence.index,
        span=sentence.span,
        status=status,
        weight=weight,
        parties=participants(document, sentence, anchor),
        number=_number(text),
        window=window,
        city=_city(document, sentence, anchor.start()),
        venue=_venue(document, sentence),
        minutes=minutes_of(text),
        recalled=aside or old or RECALLED.search(around) is not None,
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
            city=_city(document, sentence, found.start()),
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


def _city(document: Document, sentence: Sentence, near: int) -> str | None:
    cities = {place.name for place in document.preset.places if place.kind == "city"}
    found = [
        name
        for name in sentence.names
        if name.kind is NameKind.PLACE
        and name.canonical in cities
        and _stands_as_place(document, name)
    ]
    at = sentence.span[0] + near
    return min(found, key=lambda name: abs(name.span[0] - at)).canonical if found else None


def place_of(document: Document, sentence: Sentence) -> str | None:
    """The city in which the sentence sets a meeting, even one that it only speaks of."""
    found = MEETING.search(sentence.text)
    return _city(document, sentence, found.start()) if found else None


def _stands_as_place(document: Document, name: Name) -> bool:
    after = document.text[name.span[1] : name.span[1] + 24]
    return (
        is_located(document, name)
        or re.match(
            r"(?:['’]s)?[- ](?:\w+ )?(?:talks|meeting|summit|round|negotiations?|session)\b", after
        )
        is not None
    )


def _venue(document: Document, sentence: Sentence) -> str | None:
    sites = {place.name for place in document.preset.places if place.kind == "site"}
    for name in sentence.names:
        if name.canonical in sites and is_located(document, name):
            return name.canonical
    found = VENUE.search(sentence.text)
    return re.sub(r"^(?:The|In|At|Istanbul['’]s)\s+", "", found.group()) if found else None
