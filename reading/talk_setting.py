"""What the whole article says that a single clause about a point leans on."""

import re
from dataclasses import dataclass

from reading.document import Document
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


def setting_of(document: Document) -> Setting:
    """What the article as a whole tells."""
    held = any(party.hostages for party in document.preset.parties)
    hostages = held or "hostage" in document.text.lower()
    return Setting(document, deal_told(document), hostages, _both_named(document))


LEAD = 3


def _both_named(document: Document) -> bool:
    lead = lead_of(document, LEAD)
    names = (name for s in document.sentences if s.index in lead for name in s.names)
    return len(sides_named(document, names)) > 1


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
