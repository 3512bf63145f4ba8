"""What a side wants or refuses of the thing just named: "a truce, which A insists on"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reading.document import Document, Sentence
from reading.facts import Point, Stance
from reading.talk_acts import asked
from reading.talk_clauses import Clause, acting_names, clauses, parties_of
from reading.talk_items import find_items, speaks_of_items
from reading.talk_stances import Cue, find_cues

_WHICH = re.compile(r"[^.;,]{0,24}, (?:something )?which $")
"""After an item: a relative clause tells of it."""
_NOTHING_ELSE = re.compile(
    r"(?: (?:on|upon|for|out|against|outright|repeatedly|again|so far|as [\w ]{3,30}))?"
    r"\s*(?:[.,;”\"]|$)"
)
"""After the verb of the relative clause: its object stands before it."""
_WORDS = frozenset({Stance.DEMANDED, Stance.REJECTED, Stance.PROPOSED})
"""What one side can say of a thing; what is agreed or done takes more than a relative clause."""


def told_in_relatives(document: Document, sentence: Sentence) -> Iterator[Point]:
    """Points of relative clauses with no item of their own."""
    if " which " not in sentence.text or not speaks_of_items(sentence):
        return
    for first, second in pairwise(clauses(sentence)):
        near = [m for m in find_items(first) if _WHICH.fullmatch(first.text, m.end)]
        cue = _last_cue(second) if near else None
        if cue is None or cue.stance is None:
            continue
        acting = acting_names(document, second, second.at(cue.start))
        by = tuple(p for p in parties_of(acting) if p in document.preset.party_names)
        if len(by) != 1:
            continue
        span = (first.at(near[-1].start), second.at(cue.end))
        said = sentence.claimant_at((second.at(cue.start), second.at(cue.end)))
        yield Point(
            item=near[-1].item,
            stance=asked(second, cue, near[-1]) or cue.stance,
            by=by,
            claimant=said.claimant if said else None,
            span=span,
            sentence=sentence.text,
        )


def _last_cue(clause: Clause) -> Cue | None:
    """The word of wanting or refusing with which the clause ends, if nothing is said after it."""
    cues = find_cues(clause.text, clause.sentence.stems)
    fitting = [c for c in cues if c.stance in _WORDS and _NOTHING_ELSE.match(clause.text, c.end)]
    return fitting[-1] if fitting and not any(find_items(clause)) else None
