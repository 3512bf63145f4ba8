"""Meetings that an article tells, each once with all said of it, and points outside any."""

from dataclasses import replace

from reading.document import Document, Sentence
from reading.facts import Item, Point, Stance, Talks
from reading.point_merging import merge_points
from reading.points import told_points
from reading.talk_clauses import lead_of
from reading.talk_gathered import gathered
from reading.talk_hearing import hear
from reading.talk_meetings import Meeting, is_ours, is_reported, is_stale, meetings_of
from reading.talk_parties import LEAD
from reading.talk_scene import set_out
from reading.talk_told import talks_of
from reading.talk_words import SECTION_OF_RECALL

OUTSIDE = (Stance.AGREED, Stance.OFFERED, Stance.REJECTED, Stance.CARRIED_OUT)
"""Stances that make a point worth telling where the article tells no meeting."""


def read_talks(document: Document) -> tuple[tuple[Talks, ...], tuple[Point, ...]]:
    """The meetings that the article tells, in order, and the points outside any of them."""
    recalled_from = _recalled_from(document)
    heard = [h for s in document.sentences for h in hear(document, s) if is_ours(document, h)]
    heard = [replace(h, recalled=True) if h.index >= recalled_from else h for h in heard]
    meetings = [m for m in meetings_of(document, heard) if not is_stale(document, m)]
    main = _main(meetings, lead_of(document, LEAD))
    told = gathered(document) or set_out(document) if main is None else None
    past = {h.index for h in heard if h.index and h.old and h.window is not None}
    if told is not None and told.index not in past and is_ours(document, told):
        meetings = [m for m in meetings_of(document, [*heard, told]) if not is_stale(document, m)]
        main = _main(meetings, lead_of(document, LEAD))
    points = [told for told in told_points(document) if told[0].index < recalled_from]
    outside = _attach(meetings, main, points)
    talks = tuple(talks_of(document, meeting, main) for meeting in meetings)
    return talks, merge_points(outside)


def _recalled_from(document: Document) -> int:
    """Index of the first sentence after a heading that opens a look back."""
    for sentence in document.sentences[1:]:
        if sentence.heading and SECTION_OF_RECALL.match(sentence.text):
            return sentence.index
    return len(document.sentences)


def _main(meetings: list[Meeting], lead: frozenset[int]) -> Meeting | None:
    """The meeting that the article reports: told in title or lead, and not only looked back on."""
    leading = [m for m in meetings if is_reported(m, lead)]
    held = [m for m in leading if not m.planned and _told(m, lead)]
    return next(iter(held or leading), None)


def _told(meeting: Meeting, lead: frozenset[int]) -> bool:
    """More than touched on ("handed over at the second round")."""
    return any(h.index in lead and (h.weight > 0 or h.index <= 1) for h in meeting.heard)


def _attach(
    meetings: list[Meeting],
    main: Meeting | None,
    points: list[tuple[Sentence, Point]],
) -> list[Point]:
    """Give each point to its meeting; what is left belongs to none."""
    outside = []
    for sentence, point in points:
        home = _meeting_of(meetings, main, sentence, point)
        if _is_itself(meetings, main, sentence, point):
            continue
        if home is not None:
            home.points.append(point)
        elif point.stance in OUTSIDE or _is_asked_for(point):
            outside.append(point)
    return outside


ASKED_FOR = frozenset(
    {
        Item.CEASEFIRE,
        Item.PAUSE,
        Item.HOSTAGE_RELEASE,
        Item.PRISONER_EXCHANGE,
        Item.BODY_RETURN,
        Item.WITHDRAWAL,
        Item.AID_ACCESS,
        Item.CHILDREN,
        Item.SECURITY_GUARANTEES,
        Item.LEADERS_MEETING,
        Item.NEXT_MEETING,
        Item.WORKING_GROUP,
        Item.MONITORING,
        Item.CIVILIAN_RETURN,
    }
)


def _is_asked_for(point: Point) -> bool:
    """A party's own demand or proposal of something that would change the war."""
    wanted = (Stance.PROPOSED, Stance.DEMANDED)
    return bool(point.by) and point.stance in wanted and point.item in ASKED_FOR


def _is_itself(
    meetings: list[Meeting], main: Meeting | None, sentence: Sentence, point: Point
) -> bool:
    """The "next meeting" of a sentence that tells a meeting to come is that meeting."""
    settled = point.stance in (Stance.AGREED, Stance.CARRIED_OUT)
    return (
        settled
        and point.item in (Item.NEXT_MEETING, Item.LEADERS_MEETING)
        and any(
            m.planned
            and any(
                h.index == sentence.index and ((h.window or h.city) is not None or m is main)
                for h in m.heard
            )
            for m in meetings
        )
    )


def _meeting_of(
    meetings: list[Meeting], main: Meeting | None, sentence: Sentence, point: Point
) -> Meeting | None:
    """A point is of the meeting that its sentence speaks of, else of the one reported."""
    if point.stance is Stance.CARRIED_OUT:
        return None
    here = [m for m in meetings if any(h.index == sentence.index for h in m.heard)]
    to_come = main is not None and not main.planned and all(m.planned for m in here)
    if here and not to_come:
        return next((m for m in here if m is main), here[0])
    if main is not None and not main.planned:
        return main
    fresh = [m for m in meetings if not m.planned and not all(h.recalled or h.old for h in m.heard)]
    before = [m for m in fresh if m.heard[0].index <= sentence.index]
    return before[-1] if before else None
