"""The mentions of an article sorted into meetings: which tell of the same one."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from reading.document import Document, NameKind
from reading.facts import Point, Precision, RoundStatus, Window
from reading.gate import Gated
from reading.talk_clauses import acting_names, lead_of, parties_of, whole
from reading.talk_hearing import Heard
from reading.talk_parties import LEAD, parties_of_lead
from reading.talk_people import mediators_in, track_of
from reading.talk_words import WAR_MATTER

HELD = (RoundStatus.ENDED, RoundStatus.UNDER_WAY)
PLANNED = (RoundStatus.ANNOUNCED, RoundStatus.POSTPONED, RoundStatus.CANCELLED)
OFF = (RoundStatus.POSTPONED, RoundStatus.CANCELLED)
TOLD_FIRST = 2
"""Up to this sentence an article tells its news itself."""
STRONGEST_FIRST = (
    RoundStatus.ENDED,
    RoundStatus.UNDER_WAY,
    RoundStatus.CANCELLED,
    RoundStatus.POSTPONED,
    RoundStatus.ANNOUNCED,
)
COMMERCE = Gated(
    r"\b(?:trade(?! (?:blame|barbs|fire|accusations|threats|insults|charges|words|proposals"
    r"|drafts))"
    r"|tariffs?|gas|oil|exports?|imports?|loan|tourism|flights?|airlines?|visas?"
    r"|football|investment|clubs?|league|cup|match(?:es)?|tournament|championship)\b",
)
"""What else two countries talk about."""

OTHER_TRUCE = Gated(r"\b(?:sign|agree)\w*\b[^.;]{0,60}\b(?:truce|cease-?fire)\b")
"""A truce that one side makes with somebody else is of another war, unless both are told of."""

PEACE_TALKS = re.compile(
    r"\b(?:peace|truce|cease-?fire|nuclear|hostage|prisoner|indirect|proximity|mediated|brokered"
    r"|war)[- ](?:\w+ )?"
    r"(?:talks|negotiations)\b|\b(?:(?:three|four)-way|trilateral|tripartite|quadrilateral) "
    r"(?:talks|meeting|session|round)\b|\b(?:panel|committee|mechanism)\b[^.;]{0,60}\b(?:cease-?fire|truce)"
    r"|\b(?:cease-?fire|truce)\b[^.;]{0,30}\b(?:panel|committee|mechanism)\b"
    r"|\b(?:talks|negotiations) (?:on|over|about|aimed at) (?-i:[A-Z])",
    re.IGNORECASE,
)
"""Talks whose matter is the war, whoever sits there."""


@dataclass(slots=True)
class Meeting:
    """One meeting while the article is being read."""

    heard: list[Heard]
    points: list[Point] = field(default_factory=list)

    @property
    def number(self) -> int | None:
        return next((h.number for h in self.heard if h.number is not None), None)

    @property
    def window(self) -> Window | None:
        windows = [h.window for h in self.heard if h.window is not None]
        best = min(windows, key=lambda w: w.end - w.start, default=None)
        later = [h.window.end for h in self.heard if h.window is not None and h.goes_on]
        if best is not None and later and max(later) > best.end:
            return Window(best.start, max(later), Precision.DAY)
        return best

    @property
    def city(self) -> str | None:
        return next((h.city for h in self.heard if h.city), None)

    @property
    def status(self) -> RoundStatus:
        fresh = [h for h in self.heard if h.status and not h.recalled]
        off = [h for h in fresh if h.index <= TOLD_FIRST and h.status in OFF]
        if off and not any(h.status in HELD and h.weight > 1 for h in fresh if h.index <= LEAD):
            return max(off, key=lambda h: (h.weight, -h.index)).status or RoundStatus.CANCELLED
        told = fresh or [h for h in self.heard if h.status]
        heaviest = max((h.weight for h in told), default=0)
        held = {h.status for h in told if h.status and (h.weight == heaviest or h.status in HELD)}
        strong = {h.status for h in told if h.weight >= 3}
        if any(h.goes_on for h in self.heard) and held & set(HELD):
            return RoundStatus.UNDER_WAY
        if RoundStatus.UNDER_WAY in strong and RoundStatus.ENDED not in strong:
            return RoundStatus.UNDER_WAY
        return next((s for s in STRONGEST_FIRST if s in held), RoundStatus.ENDED)

    @property
    def planned(self) -> bool:
        return self.status in PLANNED


def meetings_of(document: Document, heard: list[Heard]) -> list[Meeting]:
    """Each meeting once: dated and numbered mentions found them, the others join them."""
    meetings: list[Meeting] = []
    stray: list[Heard] = []
    for one in sorted(heard, key=lambda h: (not _identifies(h), h.index)):
        if (home := _home(document, meetings, one)) is not None:
            home.heard.append(one)
        elif _founds(document, one):
            meetings.append(Meeting([one]))
        elif one.window is not None and one.status is RoundStatus.ENDED:
            stray.append(one)
    for one in stray:  # held on a day, by nobody that it names: they may be named further on
        if (home := _home(document, meetings, one)) is not None:
            home.heard.append(one)
    for meeting in meetings:
        meeting.heard.sort(key=lambda h: h.index)
    return sorted(meetings, key=lambda m: m.heard[0].index)


def _identifies(one: Heard) -> bool:
    """A day tells a meeting from others, and so does a number that stands with more than itself."""
    return one.window is not None or (one.number is not None and bool(one.parties or one.city))


def _home(document: Document, meetings: list[Meeting], one: Heard) -> Meeting | None:
    fitting = [meeting for meeting in meetings if _fits(document, meeting, one)]
    if not fitting:
        return None
    return min(fitting, key=lambda m: (_is_left(m, one), _distance(m, one), m.heard[0].index))


def _is_left(meeting: Meeting, one: Heard) -> bool:
    """A meeting only looked back on, and not in the sentence before: it is done with."""
    looked_back = all(h.recalled or h.old for h in meeting.heard)
    return looked_back and not one.recalled and _distance(meeting, one) > 1


def _distance(meeting: Meeting, one: Heard) -> int:
    return min(abs(h.index - one.index) for h in meeting.heard)


def is_ours(document: Document, one: Heard) -> bool:
    """A meeting of a side, or one that names nobody and may be the sides'."""
    sides = set(document.preset.party_names)
    sentence = document.sentences[one.index]
    text, stems = sentence.text, sentence.stems
    if COMMERCE.search(text, stems) and not WAR_MATTER.search(text):
        return False
    if track_of(document, one.parties) or not one.parties or one.parties >= sides:
        return True
    if OTHER_TRUCE.search(text, stems) and not sides & parties_of_lead(document) >= sides:
        return False
    about_war = WAR_MATTER.search(text) is not None
    return bool(one.parties & sides) and (len(one.parties) == 1 or about_war)


def is_stale(document: Document, meeting: Meeting) -> bool:
    """A plan for a day that has passed, with no word of what came of it."""
    window = meeting.window
    past = window is not None and window.end < document.ref.date()
    return past and meeting.status is RoundStatus.ANNOUNCED


def _fits(document: Document, meeting: Meeting, one: Heard) -> bool:
    if one.number is not None and meeting.number is not None and one.number != meeting.number:
        return False
    if one.old != all(h.old for h in meeting.heard) and (one.old or one.window is not None):
        return False
    fresh = not (one.old or one.recalled) and one.index <= TOLD_FIRST + 1
    if fresh and all(h.old for h in meeting.heard):
        return False
    if one.offered and one.status is None and meeting.status in HELD:
        return False  # whom one side would like to meet has not sat at this table
    if not _windows_fit(meeting, one) or not _parties_fit(document, meeting, one):
        return False
    if one.city and meeting.city and not _same_place(document, meeting, one):
        return False
    return not _planned_against_held(document, meeting, one)


def _same_place(document: Document, meeting: Meeting, one: Heard) -> bool:
    """One city, or a city and the region abroad in which title or lead set the same meeting."""
    places = {one.city, meeting.city}
    same_day = None in (one.window, meeting.window) or one.window == meeting.window
    news = max(one.index, meeting.heard[0].index) <= LEAD and same_day
    return len(places) == 1 or (news and not places.isdisjoint(document.preset.regions_abroad))


def _parties_fit(document: Document, meeting: Meeting, one: Heard) -> bool:
    """Same people, as far as both say: fewer named is no contradiction, others named is."""
    if not one.parties:
        return True
    track = track_of(document, one.parties)
    tracks = {t for h in meeting.heard if (t := track_of(document, h.parties))}
    if track and tracks:
        return track in tracks or (
            one.status in PLANNED and meeting.planned and _some_of(meeting, one)
        )
    named = [h.parties for h in meeting.heard if h.parties]
    return not named or any(one.parties <= p or p <= one.parties for p in named)


def _some_of(meeting: Meeting, one: Heard) -> bool:
    """A plan told once with its host and once without is one plan."""
    return any(one.parties <= h.parties or h.parties <= one.parties for h in meeting.heard)


def _windows_fit(meeting: Meeting, one: Heard) -> bool:
    window = meeting.window
    if window is None or one.window is None:
        return True
    slack = timedelta(days=1 if one.goes_on else 0)
    return window.start <= one.window.end and one.window.start <= window.end + slack


def _planned_against_held(document: Document, meeting: Meeting, one: Heard) -> bool:
    """The next meeting is not the last one: a plan joins a held one only where its day has come."""
    if one.goes_on or one.status is None or (one.status in PLANNED) == meeting.planned:
        return False
    today = document.ref.date()
    plans = [one] if one.status in PLANNED else [h for h in meeting.heard if h.status in PLANNED]
    if any(h.follows and (h.window is None or h.window.end > today) for h in plans):
        return True
    window = one.window or meeting.window
    if window is None or (one.number and not meeting.number and one.window is None):
        return True
    come = window.start <= today
    return not (come or (one.window is not None and meeting.window is not None))


def _founds(document: Document, one: Heard) -> bool:
    """A meeting needs a status and something to know it by."""
    if one.status is None:
        return False
    leading = len(one.parties) > 1 and one.index in lead_of(document, 2)
    known = _is_known(document, one, leading and not one.recalled)
    if len(one.parties) < 2 and not (
        one.named and known and (one.meant or _is_meant(document, one))
    ):
        return False
    if one.status in PLANNED:
        dated = one.window is not None
        return dated or (known if one.offered else one.city is not None or leading)
    in_lead = len(one.parties) > 1 and one.index in lead_of(document, LEAD)
    return known or (in_lead and (one.weight > 0 or one.index == 0))


def _is_known(document: Document, one: Heard, leading: bool) -> bool:
    """Dated, numbered, placed, or measured in the lead."""
    told = one.named and not one.recalled and one.index in lead_of(document, 2)
    placed = one.city is not None and (one.weight > 0 or one.status in PLANNED or leading or told)
    measured = one.minutes is not None and one.index in lead_of(document, LEAD)
    return one.window is not None or one.number is not None or placed or measured


def _is_meant(document: Document, one: Heard) -> bool:
    """Where a sentence names no two who meet: the sides of the lead, or "peace talks" in a city.

    A side that is named beside a stranger talks to that stranger.
    """
    sentence = document.sentences[one.index]
    if NONE_HELD.search(document.sentences[0].text):
        return False
    placed = one.city or one.window
    if one.weight > 1 and one.index <= 1 and placed and PEACE_TALKS.search(sentence.text):
        return True
    sides = set(document.preset.party_names)
    named = {n.party for n in sentence.names if n.party and n.kind is not NameKind.PLACE}
    hosts = {*mediators_in(document, sentence), *(a.party for a in sentence.attributions)}
    strangers = named - sides - hosts
    acting = set(parties_of(acting_names(document, whole(sentence)))) - hosts
    if one.index > LEAD and acting and not (acting | one.parties) & sides:
        return False
    if len(named & sides) == 1 and strangers and len(one.parties) == 1:
        return False
    return bool(parties_of_lead(document))


NONE_HELD = re.compile(
    r"\bno (?:bilateral|trilateral|(?:direct )?talks|meetings?|one-on-ones?|t[eê]te-[aà]-t[eê]te"
    r"|handshake|encounter|contacts?)\b",
    re.IGNORECASE,
)
"""In the title: of a meeting that some hoped for nothing came."""


def is_reported(meeting: Meeting, lead: frozenset[int]) -> bool:
    return any(h.index in lead and not h.recalled for h in meeting.heard)
