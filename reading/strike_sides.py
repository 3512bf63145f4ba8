"""Whose attack, and whose ground: from marks and speakers to the parties of the conflict."""

from reading.document import Document, NameKind, Sentence
from reading.strike_figures import Counted
from reading.strike_roles import STOPPED
from reading.strike_tags import Tagged, document_span, side_of


def party_of(document: Document, mark: str | None) -> str | None:
    """The party behind a mark; None for a third party or nobody."""
    return document.preset.party_names[int(mark)] if mark and mark.isdigit() else None


def opponent(document: Document, mark: str | None) -> str | None:
    """The mark of the other side, where there are only two."""
    if mark is None or not mark.isdigit() or len(document.preset.party_names) != 2:
        return None
    return str(1 - int(mark))


def ground(document: Document, sentence: Sentence) -> str | None:
    """The side on whose soil all places of the sentence lie, or else those of the title."""
    for told in (sentence, document.sentences[0]):
        sides = {
            side_of(name.party, document.preset)
            for name in told.names
            if name.kind is NameKind.PLACE and name.party is not None
        }
        if len(sides) == 1 and (mark := sides.pop()).isdigit():
            return mark
    return None


def sender(document: Document, tagged: Tagged, counted: Counted) -> str | None:
    """Whose weapons a figure counts, as a mark, where the sentence itself tells."""
    if counted.by is not None:
        return counted.by
    if counted.stopped_by is not None:
        return opponent(document, counted.stopped_by)
    if counted.measure in STOPPED:
        return opponent_of_speaker(document, tagged, counted)
    return None


def opponent_of_speaker(document: Document, tagged: Tagged, counted: Counted) -> str | None:
    """The mark of the side other than the one that gives a figure."""
    said = tagged.sentence.claimant_at(document_span(tagged, counted.start, counted.end))
    if said is None or said.party is None:
        return None
    return opponent(document, side_of(said.party, document.preset))
