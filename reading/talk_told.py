"""One meeting as its sentences tell it together: day, place, people and length."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from reading.document import Document, Sentence, TimeKind
from reading.facts import Precision, Talks, Window
from reading.gate import Gated
from reading.point_merging import merge_points
from reading.talk_anchors import anchors_in
from reading.talk_clauses import lead_of
from reading.talk_days import days_in
from reading.talk_length import minutes_of
from reading.talk_meetings import Meeting, is_reported
from reading.talk_numbers import rounds_before
from reading.talk_parties import LEAD, parties_of_lead
from reading.talk_people import (
    heads_in,
    mediators_in,
    people_who_meet,
    standing_heads,
    together_in,
    track_of,
)
from reading.talk_places import TOLD_IN, city_headed, city_of_lead, place_of, says_here, seat_of

FRESH = timedelta(days=3)
"""Days back that the paragraph of a meeting may name as its day."""
NEWS = 6
"""Up to this sentence people who met are taken for those of the meeting reported."""
NEWS_DAY = 2
"""Up to this sentence the one fresh day that is named is the day of the news."""
PAIR = 2
"""Two who meet, and no track of ours: the sides are not their stand-ins."""
LASTED = re.compile(r"\b(?:last(?:ed|ing)|took)\b")
AFTERMATH = re.compile(
    r"\b(?:announced|said|signed|agreed|reached)\b[^.;]{0,40}, (?:after|following) [^.;]{0,40}"
    r"\b(?:talks|negotiations|meetings?|consultations)\b"
)
"""'Announced on Wednesday, after three days of talks': they ended about then."""
OPENS_WITH_IT = re.compile(
    r"(?:it|they|the (?:\w+ )?(?:talks|meeting|session|round|negotiations"
    r"|encounter))\b.*\b(?:last(?:ed|ing)|took)\b",
    re.IGNORECASE,
)
NAMES_DAY = re.compile(
    r"\b(?:named|suggest(?:ed|ing)|propos(?:ed|ing)|set|fixed|gave)\s+(?:for )?$"
)


def talks_of(document: Document, meeting: Meeting, main: Meeting | None) -> Talks:
    heard, first, mine = meeting.heard, meeting.heard[0], meeting is main
    parties = _parties(document, meeting, main)
    around = document.sentences if mine else [document.sentences[h.index] for h in heard]
    sentence = document.sentences[first.index]
    attribution = sentence.claimant_at(first.span)
    unreported = not meeting.planned or not is_reported(meeting, lead_of(document, LEAD))
    return Talks(
        status=meeting.status,
        track=track_of(document, parties),
        number=_numbered(document, meeting, main),
        window=meeting.window or _named_day(document, meeting) or _today(document, meeting, mine),
        city=_finest(document, meeting)
        or _city_of(document, meeting, mine)
        or _city_of_seat(document, meeting),
        venue=next((h.venue for h in heard if h.venue), None),
        heads=_heads(document, meeting, around, parties),
        mediators=_mediators(document, _of_its_time(meeting, around), parties),
        duration_minutes=None if meeting.planned else _minutes(document, meeting, mine),
        background=not mine and unreported,
        points=merge_points(meeting.points),
        claimant=attribution.claimant if attribution else None,
        span=first.span,
        sentence=sentence.text,
    )


def _minutes(document: Document, meeting: Meeting, mine: bool) -> int | None:
    """Its length, from its own sentences or from the one right after ("It lasted an hour")."""
    own = next((h.minutes for h in meeting.heard if h.minutes), None)
    after = [document.sentences[h.index + 1 : h.index + 2] for h in meeting.heard]
    told = [s.text for pair in after for s in pair if LASTED.search(s.text)]
    told += [s.text for s in document.sentences if mine and OPENS_WITH_IT.match(s.text)]
    return own or next((m for text in told if (m := minutes_of(text))), None)


def _today(document: Document, meeting: Meeting, mine: bool) -> Window | None:
    """A meeting that is news and names no day was held on or about the day of the news."""
    if not mine or meeting.planned:
        return None
    day = document.ref.date()
    paragraph = document.sentences[meeting.heard[0].index].paragraph
    near = [s for s in document.sentences if s.paragraph == paragraph and not s.heading]
    told = [t.window for s in near for t in days_in(s) if t.window and t.window.is_one_day]
    fresh = [w for w in told if day - FRESH <= w.start <= day]
    if fresh:
        return Window(min(w.start for w in fresh), max(w.end for w in fresh))
    of_news = [s for s in document.sentences if s.index in lead_of(document, NEWS_DAY)]
    days = {t.window for s in of_news for t in days_in(s) if t.window and t.window.is_one_day}
    recent = [w for w in days if day - FRESH <= w.start <= day]
    if len(recent) == 1:
        return recent[0]
    own = document.sentences[meeting.heard[0].index]
    announced = {t.window for t in own.times if t.kind is TimeKind.DATE and t.window}
    fresh = [w for w in announced if w.is_one_day and day - FRESH <= w.start <= day]
    if len(fresh) == 1 and AFTERMATH.search(own.text):
        return fresh[0]
    lead = lead_of(document, LEAD)
    named = [t.window for s in document.sentences if s.index in lead for t in days_in(s)]
    if any(w and w.end < day for w in named):
        return None
    return Window(document.news_day, document.news_day, Precision.VAGUE)


def _named_day(document: Document, meeting: Meeting) -> Window | None:
    """The day that the next sentences name for a meeting that was only offered so far."""
    if not meeting.planned:
        return None
    last = meeting.heard[0].index
    for sentence in document.sentences[last + 1 : last + 4]:
        for time in sentence.times:
            before = sentence.text[: time.span[0] - sentence.span[0]]
            if time.window is not None and NAMES_DAY.search(before):
                return time.window
    return None


def _parties(document: Document, meeting: Meeting, main: Meeting | None) -> frozenset[str]:
    """Who meets; of a meeting to come that names nobody, those of the one it follows."""
    named = [h.parties for h in meeting.heard if track_of(document, h.parties)]
    others = [h.parties for h in meeting.heard if len(h.parties) == PAIR]
    found = next(iter([*named, *others]), None)
    if found is None and main is not None and main is not meeting and meeting.planned:
        return _parties(document, main, None)
    return found or parties_of_lead(document)


def _numbered(document: Document, meeting: Meeting, main: Meeting | None) -> int | None:
    if meeting.number is not None:
        return meeting.number
    if meeting is main:
        counts = [rounds_before(s) for s in document.sentences]
        before = next((count for count in counts if count is not None), None)
        return before + 1 if before is not None else None
    return None


def _finest(document: Document, meeting: Meeting) -> str | None:
    """The city that is told of it, before the region in which that lies."""
    told = [h.city for h in meeting.heard if h.city]
    return next((c for c in told if c not in document.preset.regions_abroad), meeting.city)


def _city_of_seat(document: Document, meeting: Meeting) -> str | None:
    """Where no town is told: the one in which the seat of power stands that they meet in."""
    told = (seat_of(document.sentences[h.index]) for h in meeting.heard)
    return next((city for city in told if city), None)


def _city_of(document: Document, meeting: Meeting, main: bool) -> str | None:
    """Where its named building stands; for the meeting in hand, the place that the lead gives."""
    venue = next((h.venue for h in meeting.heard if h.venue), None)
    within = next((p.within for p in document.preset.places if p.name == venue), None)
    if within or not main:
        return within
    if any(says_here(document.sentences[h.index]) for h in meeting.heard):
        return city_of_lead(document)
    lead = lead_of(document, LEAD)
    own = {h.index for h in meeting.heard}
    of_it = (
        s
        for s in document.sentences
        if s.index in lead
        and not NOT_OF_IT.search(s.text, s.stems)
        and (s.index in own or not _recalls(document, s))
    )
    other = TOLD_IN if meeting.planned else NEXT_IN
    cities = (place_of(document, s) for s in of_it if not other.search(s.text))
    named = next((city for city in cities if city), None)
    if named or meeting.planned:
        return named
    return city_of_lead(document) or city_headed(document)


def _heads(
    document: Document, meeting: Meeting, around: Iterable[Sentence], parties: frozenset[str]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for sentence in (
        s for s in around if not (meeting.planned and HAD_LED.search(s.text, s.stems))
    ):
        for party, person in heads_in(document, sentence).items():
            found.setdefault(party, person)
    on = meeting.window.start if meeting.window else document.ref.date()
    recalled = all(heard.recalled for heard in meeting.heard)
    near = around if recalled else document.sentences
    standing = {} if meeting.planned else standing_heads(document, near, on)
    met = _who_met(document, meeting)
    known = {**standing, **met, **found} if len(met) > 1 else {**met, **standing, **found}
    return {p: h for p, h in known.items() if not parties or p in parties}


HAD_LED = Gated(r"\b(?:who|which) (?:had )?(?:led|headed|chaired|represented)\b", flags=0)
"""Of a meeting that was held: who leads to the next one is not said."""


def _who_met(document: Document, meeting: Meeting) -> dict[str, str]:
    for heard in meeting.heard:
        sentence = document.sentences[heard.index]
        if heard.recalled or heard.index > NEWS:
            continue
        if heard.weight and (met := people_who_meet(document, sentence, anchors_in(sentence))):
            return met
    if meeting.planned:
        return {}
    pairs = (
        people_who_meet(document, s, together_in(s))
        for heard in meeting.heard
        if not heard.recalled and heard.index <= LEAD
        for s in document.sentences[heard.index : heard.index + 3]
    )
    return next((pair for pair in pairs if pair), {})


def _recalls(document: Document, sentence: Sentence) -> bool:
    """It names a time long before the news: where they met then."""
    ends = [t.window.end for t in sentence.times if t.window]
    return bool(ends) and max(ends) < document.ref.date() - LONG_BEFORE


LONG_BEFORE = timedelta(days=21)
NOT_OF_IT = Gated(
    r"\b(?:called off|cancell?ed|postponed|fell through|scrapped)\b"
    r"|\b(?:will|would|could|may|might|(?:is|are|was|were) (?:to|due to|set to|expected to)"
    r"|plan(?:s|ned) to)"
    r" (?:also )?(?:host|chair|mediate|broker|facilitate|receive|convene)\b",
    flags=0,
)
"""Of a meeting that was not held, or of one to come."""
NEXT_IN = re.compile(r"\bnext (?:meeting|round|session|talks) (?:in|at) ")


THE_TALKS = re.compile(
    r"(?:The|These) (?:[\w-]+ ){0,2}(?:talks|negotiations|discussions|meeting|round),? (?:co-)?"
    r"(?:hosted|mediated|brokered|facilitated) by\b"
)
"""Of the meeting in hand, whatever old day the sentence goes on to name."""


def _of_its_time(meeting: Meeting, around: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences but those that tell of days long before the meeting, or of a month."""
    start = meeting.window.start if meeting.window else None
    own = {heard.index for heard in meeting.heard}
    for sentence in around:
        windows = [t.window for t in days_in(sentence) if t.window]
        months = [t.window for t in sentence.times if t.window and t.window not in windows]
        off = not meeting.planned and NOT_OF_IT.search(sentence.text, sentence.stems)
        other = any(start is not None and w.end < start - FRESH for w in (*windows, *months))
        other = other and not THE_TALKS.match(sentence.text)
        if not off and (sentence.index in own or not other):
            yield sentence


def _mediators(
    document: Document, around: Iterable[Sentence], parties: frozenset[str]
) -> tuple[str, ...]:
    found = [party for sentence in around for party in mediators_in(document, sentence)]
    return tuple(dict.fromkeys(party for party in found if party not in parties))
