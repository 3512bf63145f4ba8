"""Whose attack, and whose ground: from marks and speakers to the parties of the conflict."""

import re
from collections.abc import Iterable

from reading.dateline import end_of_dateline
from reading.document import Document, Name, NameKind, Sentence
from reading.facts import Measure
from reading.strike_camps import camps_of
from reading.strike_counted import Counted
from reading.strike_roles import STOPPED
from reading.strike_tags import Tagged, document_span, holder_of, side_at, side_of

_TOLLS = (Measure.KILLED, Measure.INJURED)
_ORIGIN = re.compile(
    r"(?: (?:that|which))?(?: (?:were|was|had been))?(?: \w+)? (?:fired|launched|sent|coming"
    r"|arriving|flying)"
    r"(?: \w+)? from (?:the )?(?:Adj[0-9T] )?(?:Pty|Adj|Loc)(?P<side>[0-9TX])"
)
_SEEN_BY = re.compile(
    r"[^;,]{0,30}\b(?:counted|recorded|detected|tracked|spotted|registered) by (?:the )?"
    r"(?:Adj|Pty|Per)(?P<side>[0-9])"
)
_CROSSED = re.compile(
    r"(?: \w+){0,3}? (?:crossed|entered|violated|strayed|flew|came|penetrated|intruded|veered"
    r"|drifted|breached)(?: \w+){0,2}? (?:[a-z]+ )?(?:Pty|Adj|Loc)T\b"
)
"""'Nineteen drones crossed into a neighbour': they are that country's to count."""
_ARMS_AFTER = re.compile(
    r"(?:['’]s)?(?: [\w-]+)? (?:missiles?|drones?|rockets?|attacks?|strikes?|barrages?|salvos?"
    r"|air)\b"
)
_FROM = re.compile(
    r"\b(?:from|directions? of|out of|via|towards?|heading for|near the border with)"
    r"(?: (?:the|and|near|inside|across|within|behind|over|directions? of|[A-Z][\w'’-]*,?))* $"
)
"""Before a place that an attack came from, or passed."""


def party_of(document: Document, mark: str | None) -> str | None:
    """The party behind a mark; None for a third party or nobody."""
    return document.preset.party_names[int(mark)] if mark and mark.isdigit() else None


def enemy(document: Document, mark: str | None) -> str | None:
    """The mark of the side that a side fights, where there can only be one: whom it strikes."""
    return _other(document, mark, fighting=False)


def are_allied(document: Document, first: str, second: str) -> bool:
    """Whether two marks are of one camp, at home on one soil."""
    home = camps_of(document.preset).home
    return first in home and home[first] == home.get(second)


def attacker_of(document: Document, mark: str | None) -> str | None:
    """The mark of the side whose weapons a side meets, where there can only be one."""
    return _other(document, mark, fighting=True)


def _other(document: Document, mark: str | None, *, fighting: bool) -> str | None:
    if mark is None or not mark.isdigit():
        return None
    if len(document.preset.party_names) == 2:
        return str(1 - int(mark))
    camps = camps_of(document.preset)
    others = {home for home in camps.home.values() if home != camps.home[mark]}
    if len(others) != 1:
        return None
    host = others.pop()
    guests = [side for side, home in camps.home.items() if home == host and side != host]
    return guests[0] if fighting and len(guests) == 1 else host


def striker_of_ground(document: Document, mark: str | None) -> str | None:
    """Who strikes the soil of a side, where it can only be one.

    In a civil war both sides strike the one soil there is: nothing follows from the place.
    """
    if is_contested(document):
        return None
    return _sole_attacker_of(document, mark)


def _sole_attacker_of(document: Document, mark: str | None) -> str | None:
    """Whose weapons a side meets, unless a stranger's may be meant."""
    striker = attacker_of(document, mark)
    several = len(document.preset.party_names) > 2
    return striker if not several or _is_told_alone(document, striker) else None


def _is_told_alone(document: Document, mark: str | None) -> bool:
    """Whether the article names that side, or its hosts, and no stranger's weapons: among more
    than two sides, others may have struck."""
    camps = camps_of(document.preset)
    if mark is None:
        return False
    camp = {side for side, home in camps.home.items() if home == camps.home[mark]}
    named = {side_of(n.party, document.preset) for s in document.sentences for n in s.names}
    return bool(named & camp) and not any(
        side_of(name.party, document.preset) == "T"
        and _ARMS_AFTER.match(document.text, name.span[1])
        for sentence in document.sentences
        for name in sentence.names
    )


def is_contested(document: Document) -> bool:
    """Whether one soil is fought over from within, so that a place tells no side."""
    return camps_of(document.preset).contested


def is_beset(document: Document, mark: str) -> bool:
    """A side whose soil rebels or others strike too: that it was struck tells not by whom."""
    party = document.preset.party(party_of(document, mark) or "")
    return party is not None and party.beset


def is_power(document: Document, mark: str | None) -> bool:
    """A side that is in the news of many wars: its strikes elsewhere are none of this one."""
    party = document.preset.party(party_of(document, mark) or "")
    return party is not None and party.tells is False


def ground(document: Document, sentence: Sentence) -> str | None:
    """The side that holds all places of the sentence, or else those of the title."""
    for told in (sentence, document.sentences[0]):
        sides = {
            side_at(name, document)
            for name in told.names
            if (name.kind is NameKind.PLACE or _is_dateline(document, told, name))
            and not (told is not sentence and _in_what_went_before(document, told, name))
            and not _heads_a_report(told, name)
            and name.party is not None
            and not _comes_from(document, told, name)
        }
        if len(sides) == 1 and (mark := sides.pop()).isdigit():
            return mark
    return None


def striker_of_held(document: Document, sentence: Sentence, mark: str) -> str | None:
    """Of two within one land, whose aircraft strike a place that rebels hold: the state's."""
    if len(document.preset.party_names) > _TWO:
        return None
    holder = party_of(document, mark)
    states = {
        side_of(name.party, document.preset)
        for told in (sentence, document.sentences[0])
        for name in told.names
        if holder is not None and holder_of(name, document) == holder
    }
    return states.pop() if len(states) == 1 else None


_TWO = 2


def _in_what_went_before(document: Document, title: Sentence, name: Name) -> bool:
    """'A strikes B after missile hits near Aville': the title's news is not in Aville."""
    before = document.text[title.span[0] : name.span[0]]
    head, after, _ = before.partition(" after ")
    return bool(after) and any(n.span[0] < title.span[0] + len(head) for n in title.names)


def _is_dateline(document: Document, sentence: Sentence, name: Name) -> bool:
    """ "Aland: man dead as drones hit two lorries": a side's name before a colon is where."""
    first = name.kind is NameKind.PARTY and name.span[0] == sentence.span[0]
    return first and document.text[name.span[1] : name.span[1] + 1] == ":" and not name.adjective


def _heads_a_report(sentence: Sentence, name: Name) -> bool:
    """'Aville, Aland — A ship was hit': where it was written, which is not where it was hit."""
    begins = end_of_dateline(sentence.text) if not sentence.heading else 0
    return name.span[0] - sentence.span[0] < begins


def _comes_from(document: Document, sentence: Sentence, name: Name) -> bool:
    before = document.text[max(sentence.span[0], name.span[0] - 60) : name.span[0]]
    return bool(_FROM.search(before))


def named_beside(document: Document, sentence: Sentence, by: str) -> str | None:
    """The one other side that the sentence names, or else the title."""
    for told in (sentence, document.sentences[0]):
        sides = _sides_named(document, told.names) - {by}
        if len(sides) == 1:
            return sides.pop()
    return None


def _sides_named(document: Document, names: Iterable[Name]) -> set[str]:
    marks = {side_at(name, document) for name in names if name.party is not None}
    return {mark for mark in marks if mark.isdigit()}


def sender(document: Document, tagged: Tagged, counted: Counted) -> str | None:
    """Whose weapons a figure counts, as a mark, where the sentence itself tells."""
    if counted.stopped_by == "T" or _CROSSED.match(tagged.text, counted.end):
        return "T"
    if counted.by is not None:
        return counted.by
    if counted.measure not in _TOLLS and (origin := _ORIGIN.match(tagged.text, counted.end)):
        return _striker_from(document, origin["side"])
    if counted.measure is Measure.LAUNCHED and (seer := _SEEN_BY.match(tagged.text, counted.end)):
        return _sole_attacker_of(document, seer["side"])
    if counted.stopped_by is not None:
        return _sole_attacker_of(document, counted.stopped_by)
    if counted.measure in STOPPED:
        return opponent_of_speaker(document, tagged, counted)
    return None


def _striker_from(document: Document, side: str) -> str | None:
    """Who fires from a soil: the fighters at home there, or its state; T for a third party."""
    if not side.isdigit():
        return "T" if side == "T" else None
    camps = camps_of(document.preset)
    guests = [other for other, home in camps.home.items() if home == side != other]
    return guests[0] if len(guests) == 1 else side


def opponent_of_speaker(document: Document, tagged: Tagged, counted: Counted) -> str | None:
    """The mark of the side other than the one that gives a figure."""
    return _sole_attacker_of(document, side_of_speaker(document, tagged, counted))


def side_of_speaker(document: Document, tagged: Tagged, counted: Counted) -> str | None:
    """The mark of the side that gives a figure; None for others and for nobody."""
    said = tagged.sentence.claimant_at(document_span(tagged, counted.start, counted.end))
    if said is None or said.party is None:
        return None
    mark = side_of(said.party, document.preset)
    return mark if mark.isdigit() else None
