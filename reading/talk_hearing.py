"""Meetings as single sentences tell them: one `Heard` per sentence that speaks of a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from reading.document import Document, Name, NameKind, Sentence, TimeExpression, TimeKind
from reading.facts import Precision, RoundStatus, Span, Window
from reading.talk_clauses import acting_names, is_located, parties_of, whole
from reading.talk_length import minutes_of
from reading.talk_people import mediators_in
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

THREE_WAY = re.compile(r"\b(?:trilateral|three-way|three ways|tripartite)\b", re.IGNORECASE)

MOVED_TO = re.compile(
    r"\b(?:postponed|moved|delayed|put off|pushed back|rescheduled)\b[\w\s]{0,30}\b(?:to|until"
    r"|till|for)\s+(?:the )?$",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\b(?:talks|negotiations|meeting|session|consultations|they|sides|teams|delegations) "
    r"(?:(?:will|would|are|is|were|to|due|also|set) ){0,3}(?:continu\w+|resum\w+|go on"
    r"|reconvene\w*)\b",
    re.IGNORECASE,
)
"""A meeting's next day: the same meeting, told as going on."""

ALLIES = re.compile(r"\b(?:allies|allied|partners|backers|coalition of)\b", re.IGNORECASE)
"""Those who stand by a side, named only so."""

FORMAL = re.compile(r"talks|negotiat|round|summit|sat |face|talking", re.IGNORECASE)
SIDES_MEET = re.compile(
    r"\b(?:they|(?:the )?(?:two |both |warring )?(?:sides|parties|delegations|teams|negotiators"
    r"|delegates|envoys|(?:foreign |defen[cs]e )?ministers|presidents|leaders)) "
    r"(?:have |had |are |will |would |also |then |again )*"
    r"(?:met|meet|meeting|sat|face[ds]?|convened?|spent|negotiated|talking)\b",
    re.IGNORECASE,
)
NOT_ITS_DAY = re.compile(r"\b(?:since|as on|until|by|before|within)\s+(?:the )?$", re.IGNORECASE)
WEEK = timedelta(days=7)
LONGEST_MEETING = timedelta(days=31)
TOUCHING = 30
"""Characters after a meeting word in which a day belongs to it ("the meeting on Monday")."""

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
    anchor = max(anchors, key=lambda found: _rank(sentence, found))
    yield _heard(document, sentence, anchor)


def rounds_before(text: str) -> int | None:
    """How many rounds "two previous rounds" counts before the one in hand."""
    found = EARLIER_ROUNDS.search(text)
    return _count(found["count"]) if found else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def _anchors(document: Document, sentence: Sentence) -> Iterator[re.Match[str]]:
    text = sentence.text
    for found in MEETING.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if NO_MEETING.search(before) or NO_ROUND_AFTER.match(after):
            continue
        if TALK_OF_TALKS.search(before) and not _concrete(document, sentence, before):
            continue
        yield found
    many = len(parties_of(acting_names(document, whole(sentence)))) > 1
    if many or SIDES_MEET.search(text) or _with_allies(document, sentence):
        yield from (f for f in MET.finditer(text) if not TALK_OF_TALKS.search(text[: f.start()]))


def _concrete(document: Document, sentence: Sentence, before: str) -> bool:
    """An offer that names city or day is news of a meeting to come; a wish is not."""
    return bool(OFFERED_MEETING.search(before)) and (
        _city(document, sentence, 0) is not None or bool(_days(sentence))
    )


def _rank(sentence: Sentence, anchor: re.Match[str]) -> tuple[int, int]:
    """The anchor with the heaviest status word wins, then the first."""
    return _status(sentence.text, anchor)[1], -anchor.start()


def _heard(document: Document, sentence: Sentence, anchor: re.Match[str]) -> Heard:
    text, before = sentence.text, sentence.text[: anchor.start()]
    aside = OBJECT_OF_TALK.search(before) is not None
    offered = OFFERED_MEETING.search(before) is not None
    window = _window(document, sentence, anchor, aside)
    status, weight = _status(text, anchor)
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
        parties=_participants(document, sentence, anchor),
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
    days = _days(sentence)
    for place, time in enumerate(days[:count], 1):
        yield Heard(
            index=sentence.index,
            span=sentence.span,
            status=RoundStatus.ENDED,
            weight=3,
            number=place if len(days) == count else None,
            window=time.window,
            parties=_participants(document, sentence, found),
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


def _days(sentence: Sentence) -> list[TimeExpression]:
    """Times that can be a meeting's day: no lengths, no "first time since March 2022"."""
    return [
        time
        for time in sentence.times
        if time.window is not None
        and time.kind is not TimeKind.DURATION
        and re.search(r"[a-z]{3}", time.text, re.IGNORECASE)
        and not NOT_ITS_DAY.search(sentence.text[: time.span[0] - sentence.span[0]])
        and not time.text.lower().startswith(("since", "until", "by ", "before", "within"))
        and time.window.precision is not Precision.MONTH
        and time.window.end - time.window.start <= LONGEST_MEETING
    ]


def _window(
    document: Document, sentence: Sentence, anchor: re.Match[str], aside: bool
) -> Window | None:
    """The day nearest to the meeting's word; beside another event, only a day that touches it."""
    at, end = sentence.span[0] + anchor.start(), sentence.span[0] + anchor.end()
    days = _days(sentence)
    if aside:
        days = [d for d in days if 0 <= d.span[0] - end <= TOUCHING or 0 <= at - d.span[1] <= 4]
    moved = [d for d in days if MOVED_TO.search(sentence.text[: d.span[0] - sentence.span[0]])]
    if moved and moved[0].window is not None:
        return _ahead(moved[0].window, document.ref.date())
    if days:
        return min(days, key=lambda time: abs(time.span[0] - at)).window
    return None if aside or sentence.heading else _day_before(document, sentence)


def _ahead(window: Window, today: date) -> Window:
    """A weekday to which something is put off lies ahead, whatever the tense says."""
    if window.end >= today or not window.is_one_day or (today - window.end).days > 6:
        return window
    return replace(window, start=window.start + WEEK, end=window.end + WEEK)


def _day_before(document: Document, sentence: Sentence) -> Window | None:
    """The one day that the sentence before, in the same paragraph, set the scene with."""
    if sentence.index == 0:
        return None
    previous = document.sentences[sentence.index - 1]
    days = [t for t in _days(previous) if t.kind is TimeKind.DATE]
    if previous.paragraph != sentence.paragraph or len(days) != 1:
        return None
    return days[0].window if not MEETING.search(previous.text) else None


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


ASIDE = re.compile(r"['’]s? |['’]$| time\b")
"""After a name: it owns something or names a time zone, and does not act."""

COMPOUND_GAP = 28
"""Characters between the last of the joined names and the noun ("A-B direct peace talks")."""

JOINT = re.compile(r"[-–—/]|,?\s(?:and|with)\s(?:the\s)?|,\s(?:the\s)?")


def _participants(document: Document, sentence: Sentence, anchor: re.Match[str]) -> frozenset[str]:
    """Who meets: "between A and B" and "the A-B talks" before anyone else who is named."""
    clause = whole(sentence)
    at, end = sentence.span[0] + anchor.start(), sentence.span[0] + anchor.end()
    between = re.match(r"[\w\s,]{0,24}\b(?:between|of|among)\b", sentence.text[anchor.end() :])
    if between is not None:
        low = end + between.end()
        inside = [n for n in clause.names if low <= n.span[0] <= low + 90]
        named = [n for n in inside if n.party and n.kind is not NameKind.PLACE]
        if len(parties_of(named)) > 1:
            return frozenset(parties_of(named))
    compound = _compound(document, [n for n in clause.names if n.party and n.span[1] <= at], at)
    if len(parties_of(compound)) > 1 and MEETING.fullmatch(anchor.group()):
        return frozenset(parties_of(compound))
    present = _present(document, sentence)
    acting, sides = set(parties_of(present)), set(document.preset.party_names)
    partners = _with_allies(document, sentence)
    if acting >= sides and not THREE_WAY.search(sentence.text) and not _in_a_row(document, present):
        acting &= sides
    return partners or frozenset(acting)


def _in_a_row(document: Document, names: list[Name]) -> bool:
    """Three parties and more in one breath: "the US, Russia and Ukraine"."""
    for place in range(len(names) - 2):
        three = names[place : place + 3]
        gaps = [document.text[a.span[1] : b.span[0]] for a, b in pairwise(three)]
        if len(parties_of(three)) == 3 and all(JOINT.fullmatch(gap) for gap in gaps):
            return True
    return False


def _with_allies(document: Document, sentence: Sentence) -> frozenset[str]:
    """A side and its friends, where the text says no more than "its allies" or "the coalition"."""
    if not ALLIES.search(sentence.text):
        return frozenset()
    named = [n.party for n in sentence.names if n.party in document.preset.party_names]
    friends = [
        party.name
        for party in document.preset.third_parties
        if any(ALLIES.search(alias) for alias in party.aliases)
    ]
    return frozenset((str(named[0]), friends[0])) if named and friends else frozenset()


def _present(document: Document, sentence: Sentence) -> list[Name]:
    """Those who act here and may sit at the table: no speakers, no mediators, no owners."""
    aside = set(mediators_in(document, sentence))
    speakers = {a.claimant for a in sentence.attributions}
    return [
        name
        for name in acting_names(document, whole(sentence))
        if name.party not in aside
        and name.canonical not in speakers
        and not ASIDE.match(document.text[name.span[1] : name.span[1] + 12])
    ]


def _compound(document: Document, before: list[Name], at: int) -> list[Name]:
    """The names joined right before a meeting noun: "the A-B talks", "A, B and C talks"."""
    chain: list[Name] = []
    edge = at
    for name in reversed(before):
        gap = document.text[name.span[1] : edge]
        joined = JOINT.fullmatch(gap) if chain else len(gap) <= COMPOUND_GAP and " of " not in gap
        if not joined:
            break
        chain.insert(0, name)
        edge = name.span[0]
    return chain
