"""Meetings that an article tells, each once with all said of it, and points outside any."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from reading.document import Document, NameKind, Sentence
from reading.facts import Item, Point, Precision, RoundStatus, Stance, Talks, Window
from reading.points import merge_points, told_points
from reading.talk_clauses import lead_of
from reading.talk_days import days_in
from reading.talk_hearing import Heard, anchors_in, hear, rounds_before
from reading.talk_length import minutes_of
from reading.talk_people import heads_in, mediators_in, people_who_meet, standing_heads, track_of
from reading.talk_places import city_of_lead, place_of, says_here
from reading.talk_words import SECTION_OF_RECALL, WAR_MATTER

LEAD = 4
"""Sentences after the title in which an article says what it reports."""

FRESH = timedelta(days=3)
"""Days back that the paragraph of a meeting may name as its day."""

NEWS = 6
"""Up to this sentence people who met are taken for those of the meeting reported."""

HELD = (RoundStatus.ENDED, RoundStatus.UNDER_WAY)
PLANNED = (RoundStatus.ANNOUNCED, RoundStatus.POSTPONED, RoundStatus.CANCELLED)

STRONGEST_FIRST = (
    RoundStatus.ENDED,
    RoundStatus.UNDER_WAY,
    RoundStatus.CANCELLED,
    RoundStatus.POSTPONED,
    RoundStatus.ANNOUNCED,
)

PAIR = 2
"""Two who meet, and no track of ours: the sides are not their stand-ins."""

LASTED = re.compile(r"\b(?:last(?:ed|ing)|took)\b")
OPENS_WITH_IT = re.compile(
    r"(?:it|they|the (?:\w+ )?(?:talks|meeting|session|round|negotiations"
    r"|encounter))\b.*\b(?:last(?:ed|ing)|took)\b",
    re.IGNORECASE,
)
NAMES_DAY = re.compile(
    r"\b(?:named|suggest(?:ed|ing)|propos(?:ed|ing)|set|fixed|gave)\s+(?:for )?$"
)

PEACE_TALKS = re.compile(
    r"\b(?:peace|truce|cease-?fire|nuclear|hostage|mediated|brokered|war)[- ](?:\w+ )?"
    r"(?:talks|negotiations)\b|\b(?:talks|negotiations) (?:on|over|about|aimed at) (?-i:[A-Z])",
    re.IGNORECASE,
)
"""Talks whose matter is the war, whoever sits there."""

OUTSIDE = (Stance.AGREED, Stance.OFFERED, Stance.REJECTED, Stance.CARRIED_OUT)
"""Stances that make a point worth telling where the article tells no meeting."""


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
        heaviest = max((h.weight for h in self.heard if h.status), default=0)
        held = {
            h.status for h in self.heard if h.status and (h.weight == heaviest or h.status in HELD)
        }
        strong = {h.status for h in self.heard if h.status and h.weight >= 3}
        if any(h.goes_on for h in self.heard) and held & set(HELD):
            return RoundStatus.UNDER_WAY
        if RoundStatus.UNDER_WAY in strong and RoundStatus.ENDED not in strong:
            return RoundStatus.UNDER_WAY
        return next((s for s in STRONGEST_FIRST if s in held), RoundStatus.ENDED)

    @property
    def planned(self) -> bool:
        return self.status in PLANNED


def read_talks(document: Document) -> tuple[tuple[Talks, ...], tuple[Point, ...]]:
    """The meetings that the article tells, in order, and the points outside any of them."""
    recalled_from = _recalled_from(document)
    heard = [h for s in document.sentences for h in hear(document, s) if _ours(document, h)]
    heard = [replace(h, recalled=True) if h.index >= recalled_from else h for h in heard]
    meetings = [m for m in _meetings(document, heard) if not _stale(document, m)]
    main = _main(meetings, lead_of(document, LEAD))
    points = [told for told in told_points(document) if told[0].index < recalled_from]
    outside = _attach(meetings, main, points)
    talks = tuple(_talks(document, meeting, main) for meeting in meetings)
    return talks, merge_points(outside)


def _recalled_from(document: Document) -> int:
    """Index of the first sentence after a heading that opens a look back."""
    for sentence in document.sentences[1:]:
        if sentence.heading and SECTION_OF_RECALL.match(sentence.text):
            return sentence.index
    return len(document.sentences)


def _meetings(document: Document, heard: list[Heard]) -> list[Meeting]:
    """Each meeting once: dated and numbered mentions found them, the others join them."""
    meetings: list[Meeting] = []
    for one in sorted(heard, key=lambda h: (h.window is None and h.number is None, h.index)):
        home = _home(document, meetings, one)
        if home is not None:
            home.heard.append(one)
        elif _founds(document, one):
            meetings.append(Meeting([one]))
    for meeting in meetings:
        meeting.heard.sort(key=lambda h: h.index)
    return sorted(meetings, key=lambda m: m.heard[0].index)


def _home(document: Document, meetings: list[Meeting], one: Heard) -> Meeting | None:
    fitting = [meeting for meeting in meetings if _fits(document, meeting, one)]
    if not fitting:
        return None
    return min(fitting, key=lambda m: (_distance(m, one), m.heard[0].index))


def _distance(meeting: Meeting, one: Heard) -> int:
    return min(abs(h.index - one.index) for h in meeting.heard)


def _ours(document: Document, one: Heard) -> bool:
    """A meeting of a side, or one that names nobody and may be the sides'."""
    sides = set(document.preset.party_names)
    if track_of(document, one.parties) or not one.parties or one.parties >= sides:
        return True
    about_war = WAR_MATTER.search(document.sentences[one.index].text) is not None
    return bool(one.parties & sides) and (len(one.parties) == 1 or about_war)


def _stale(document: Document, meeting: Meeting) -> bool:
    """A plan for a day that has passed, with no word of what came of it."""
    window = meeting.window
    past = window is not None and window.end < document.ref.date()
    return past and meeting.status is RoundStatus.ANNOUNCED


def _fits(document: Document, meeting: Meeting, one: Heard) -> bool:
    if one.number is not None and meeting.number is not None and one.number != meeting.number:
        return False
    if one.old != all(h.old for h in meeting.heard) and (one.old or one.window is not None):
        return False
    if not _windows_fit(meeting, one) or not _parties_fit(document, meeting, one):
        return False
    if one.city and meeting.city and one.city != meeting.city:
        return False
    return not _planned_against_held(document, meeting, one)


def _parties_fit(document: Document, meeting: Meeting, one: Heard) -> bool:
    """Same people, as far as both say: fewer named is no contradiction, others named is."""
    if not one.parties:
        return True
    track = track_of(document, one.parties)
    tracks = {t for h in meeting.heard if (t := track_of(document, h.parties))}
    if track and tracks:
        return track in tracks
    named = [h.parties for h in meeting.heard if h.parties]
    return not named or any(one.parties <= p or p <= one.parties for p in named)


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
    window = one.window or meeting.window
    if window is None or (one.number and not meeting.number and one.window is None):
        return True
    come = window.start <= document.ref.date()
    return not (come or (one.window is not None and meeting.window is not None))


def _founds(document: Document, one: Heard) -> bool:
    """A meeting needs a status and something to know it by."""
    if one.status is None:
        return False
    leading = len(one.parties) > 1 and not one.recalled and one.index in lead_of(document, 2)
    placed = one.city is not None and (one.weight > 0 or one.status in PLANNED or leading)
    known = one.window is not None or one.number is not None or placed
    if one.minutes is not None and one.index in lead_of(document, LEAD):
        known = True
    about_peace = one.weight > 1 and one.index <= 1 and one.city is not None
    about_peace = about_peace and PEACE_TALKS.search(document.sentences[one.index].text) is not None
    meant = one.named and known and (about_peace or bool(_default_parties(document)))
    if len(one.parties) < 2 and not meant:
        return False
    if one.status in PLANNED:
        dated = one.window is not None
        leading = one.index in lead_of(document, 2) and len(one.parties) > 1
        return dated or (known if one.offered else one.city is not None or leading)
    in_lead = len(one.parties) > 1 and one.index in lead_of(document, LEAD)
    return known or (in_lead and (one.weight > 0 or one.index == 0))


def _default_parties(document: Document) -> frozenset[str]:
    """Both sides, where title and lead name both; of more sides, those of their only track."""
    lead = lead_of(document, LEAD)
    named = {
        n.party
        for s in document.sentences
        if s.index in lead
        for n in s.names
        if n.kind is not NameKind.PLACE
    }
    sides = frozenset(document.preset.party_names)
    if sides <= named:
        return sides
    pairs = {frozenset(t.parties) for t in document.preset.tracks}
    fitting = [pair for pair in pairs if pair <= named and pair <= sides]
    return fitting[0] if len(fitting) == 1 else frozenset()


def _main(meetings: list[Meeting], lead: frozenset[int]) -> Meeting | None:
    """The meeting that the article reports: told in title or lead, and not only looked back on."""
    leading = [m for m in meetings if _reported(m, lead)]
    held = [m for m in leading if not m.planned and _told(m, lead)]
    return next(iter(held or leading), None)


def _told(meeting: Meeting, lead: frozenset[int]) -> bool:
    """More than touched on ("handed over at the second round")."""
    return any(h.index in lead and (h.weight > 0 or h.index <= 1) for h in meeting.heard)


def _reported(meeting: Meeting, lead: frozenset[int]) -> bool:
    return any(h.index in lead and not h.recalled for h in meeting.heard)


def _attach(
    meetings: list[Meeting],
    main: Meeting | None,
    points: list[tuple[Sentence, Point]],
) -> list[Point]:
    """Give each point to its meeting; what is left belongs to none."""
    outside = []
    for sentence, point in points:
        home = _meeting_of(meetings, main, sentence, point)
        if _is_itself(meetings, sentence, point):
            continue
        if home is not None:
            home.points.append(point)
        elif point.stance in OUTSIDE or point.by:
            outside.append(point)
    return outside


def _is_itself(meetings: list[Meeting], sentence: Sentence, point: Point) -> bool:
    """The "next meeting" of a sentence that tells a meeting to come is that meeting."""
    return point.item in (Item.NEXT_MEETING, Item.LEADERS_MEETING) and any(
        m.planned
        and any(h.index == sentence.index and (h.window or h.city) is not None for h in m.heard)
        for m in meetings
    )


def _meeting_of(
    meetings: list[Meeting], main: Meeting | None, sentence: Sentence, point: Point
) -> Meeting | None:
    """A point is of the meeting that its sentence speaks of, else of the one reported."""
    if point.stance is Stance.CARRIED_OUT:
        return None
    here = [m for m in meetings if any(h.index == sentence.index for h in m.heard)]
    if here:
        return next((m for m in here if m is main), here[0])
    held = [m for m in meetings if not m.planned]
    if main is not None and not main.planned:
        return main
    before = [m for m in held if m.heard[0].index <= sentence.index]
    return before[-1] if before else None


def _talks(document: Document, meeting: Meeting, main: Meeting | None) -> Talks:
    heard, first, mine = meeting.heard, meeting.heard[0], meeting is main
    parties = _parties(document, meeting)
    around = document.sentences if mine else [document.sentences[h.index] for h in heard]
    sentence = document.sentences[first.index]
    attribution = sentence.claimant_at(first.span)
    unreported = not meeting.planned or not _reported(meeting, lead_of(document, LEAD))
    return Talks(
        status=meeting.status,
        track=track_of(document, parties),
        number=_numbered(document, meeting, main),
        window=meeting.window or _named_day(document, meeting) or _today(document, meeting, mine),
        city=meeting.city or _city_of(document, meeting, mine),
        venue=next((h.venue for h in heard if h.venue), None),
        heads=_heads(document, meeting, around, parties),
        mediators=_mediators(document, around, parties),
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
    lead = lead_of(document, LEAD)
    named = [t.window for s in document.sentences if s.index in lead for t in days_in(s)]
    if any(w and w.end < day for w in named):
        return None
    return Window(day, day, Precision.VAGUE)


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


def _parties(document: Document, meeting: Meeting) -> frozenset[str]:
    named = [h.parties for h in meeting.heard if track_of(document, h.parties)]
    others = [h.parties for h in meeting.heard if len(h.parties) == PAIR]
    return next(iter([*named, *others]), None) or _default_parties(document)


def _numbered(document: Document, meeting: Meeting, main: Meeting | None) -> int | None:
    if meeting.number is not None:
        return meeting.number
    if meeting is main:
        counts = [rounds_before(s.text) for s in document.sentences]
        before = next((count for count in counts if count is not None), None)
        return before + 1 if before is not None else None
    return None


def _city_of(document: Document, meeting: Meeting, main: bool) -> str | None:
    """Where its named building stands; for the meeting in hand, the place that the lead gives."""
    venue = next((h.venue for h in meeting.heard if h.venue), None)
    within = next((p.within for p in document.preset.places if p.name == venue), None)
    if within or not main:
        return within
    if any(says_here(document.sentences[h.index]) for h in meeting.heard):
        return city_of_lead(document)
    lead = lead_of(document, LEAD)
    cities = (place_of(document, s) for s in document.sentences if s.index in lead)
    named = next((city for city in cities if city), None)
    return named or (None if meeting.planned else city_of_lead(document))


def _heads(
    document: Document, meeting: Meeting, around: Iterable[Sentence], parties: frozenset[str]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for sentence in around:
        for party, person in heads_in(document, sentence).items():
            found.setdefault(party, person)
    on = meeting.window.start if meeting.window else document.ref.date()
    standing = standing_heads(document, on) if not meeting.planned else {}
    met = _who_met(document, meeting)
    return {p: h for p, h in {**met, **standing, **found}.items() if not parties or p in parties}


def _who_met(document: Document, meeting: Meeting) -> dict[str, str]:
    for heard in meeting.heard:
        sentence = document.sentences[heard.index]
        if heard.recalled or heard.index > NEWS:
            continue
        if heard.weight and (met := people_who_meet(document, sentence, anchors_in(sentence))):
            return met
    return {}


def _mediators(
    document: Document, around: Iterable[Sentence], parties: frozenset[str]
) -> tuple[str, ...]:
    found = [party for sentence in around for party in mediators_in(document, sentence)]
    return tuple(dict.fromkeys(party for party in found if party not in parties))
