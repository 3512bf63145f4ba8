"""What the whole article says that a single clause about a point leans on."""

import re
from dataclasses import dataclass

from reading.document import Document, Name, Sentence
from reading.point_lists import entries_agreed
from reading.talk_clauses import (
    BOTH_SIDES,
    Clause,
    acting_names,
    lead_of,
    parties_of,
    sides_named,
)
from reading.talk_frames import deal_told


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole article says that a single clause leans on."""

    document: Document
    deal: bool
    """Title or lead tell of a deal: "will" tells what is in it."""
    hostages: bool
    """The article speaks of hostages: its "captives" are those."""
    both: bool
    """Title or lead name two sides of the war: what is settled, is settled between them."""
    own_truce: tuple[str, ...]
    """The one side that title or lead say has declared a truce of its own."""
    entries: frozenset[int]
    """The sentences that are entries of a list of what was agreed."""


def setting_of(document: Document) -> Setting:
    """What the article as a whole tells."""
    held = any(party.hostages for party in document.preset.parties)
    hostages = held or "hostage" in document.text.lower()
    deal, both, own = deal_told(document), _both_named(document), _own(document)
    return Setting(document, deal, hostages, both, own, entries_agreed(document))


LEAD = 3


def _both_named(document: Document) -> bool:
    lead = lead_of(document, LEAD)
    names = (name for s in document.sentences if s.index in lead for name in s.names)
    return len(sides_named(document, names)) > 1


_DECLARED = re.compile(
    r"\b(?:declar|announc|order|proclaim)\w*\b(?! the (?:truce|cease-?fire))[^.;:]{0,60}"
    r"\b(?:truce|cease-?fire|pause|lull)\b"
    r"|\b(?:truce|cease-?fire|pause|lull)\b[^.;:]{0,60}\b(?:declared|announced|ordered"
    r"|proclaimed)\b",
    re.IGNORECASE,
)
_UNILATERAL = re.compile(r"\b(?:unilateral(?:ly)?|one-sided|self-declared)\b", re.IGNORECASE)


def _own(document: Document) -> tuple[str, ...]:
    lead = lead_of(document, LEAD)
    for sentence in document.sentences:
        told = _DECLARED.search(sentence.text) if sentence.index in lead else None
        if told is None:
            continue
        sides = document.preset.party_names
        names = [n for n in sentence.names if n.party]
        alone = not _WITH_OTHER.search(sentence.text, told.end())
        if alone and _ITS_OBJECT.fullmatch(told.group()):
            names = _before(sentence, told.start()) or names
        named = parties_of(n for n in names if n.party in sides)
        outside = any(n.party not in sides for n in names)
        if len(named) == 1 and not outside:
            return named
    text = " ".join(s.text for s in document.sentences if s.index in lead)
    titled = sides_named(document, document.sentences[0].names)
    return titled[:1] if _UNILATERAL.search(text) and len(titled) > 0 else ()


_ITS_OBJECT = re.compile(
    r"\w+ (?:an? )?(?:[\w-]+ ){0,3}(?:truce|cease-?fire|pause|lull)", re.IGNORECASE
)
_WITH_OTHER = re.compile(
    r"\b(?:with|between|by|deal|agreement|accord|agreed|mutual|joint)\b", re.IGNORECASE
)


def _before(sentence: Sentence, start: int) -> list[Name]:
    """Who declares it, for the truce is theirs; whom they then threaten has no part in it."""
    at = sentence.span[0] + start
    return [n for n in sentence.names if n.party and n.span[1] <= at]


def mutual(document: Document, clause: Clause) -> bool:
    """True where more than one side acts in the clause."""
    parties = set(parties_of(acting_names(document, clause)))
    return BOTH_SIDES.search(clause.text) is not None or len(parties) > 1


DOUBTED = re.compile(
    r"\b(?:if|unless|could|might|(?-i:may)|should|not|whether|until|hopes?|hoped|once|only)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""Around what "will" be: nobody says that it will."""
