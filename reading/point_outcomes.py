"""What is spoken of in words of agreement and is no outcome: the manner, a hope, a bare paper."""

import re

from reading.facts import Item, Stance
from reading.talk_clauses import Clause
from reading.talk_item_words import is_bidding
from reading.talk_items import Mention
from reading.talk_stances import Cue
from reading.talk_truces import LASTING

MEETINGS = frozenset({Item.NEXT_MEETING, Item.LEADERS_MEETING})
"""Items that become a meeting of their own once they take place."""

SETTLED = (Stance.AGREED, Stance.CARRIED_OUT)
READY = (*SETTLED, Stance.OFFERED)
PAPER = re.compile(
    r"\b(?:agreements?|accords?|deals?|treat(?:y|ies)|pacts?|framework|protocols?|declarations?"
    r"|statement|communique|principles)\b",
    re.IGNORECASE,
)
"""Papers of which everybody speaks: only a signature makes one of them an outcome."""


def is_no_outcome(clause: Clause, cue: Cue | None, mention: Mention, stance: Stance) -> bool:
    """A meeting that took place, the manner of a thing, a paper that is only spoken of."""
    if stance is Stance.CARRIED_OUT and mention.item in MEETINGS:
        return True
    act = mention.act[0] if mention.act else mention.start
    if stance is not Stance.DEMANDED and is_bidding(clause.text, act):
        return True
    if cue is not None and ON_HOW.match(clause.text[cue.end : mention.start]):
        return True
    if cue is not None and stance in SETTLED and WITNESSES.search(clause.text[: cue.start]):
        return True
    told = clause.sentence.text
    if stance in READY and TALKS_ON.search(clause.text[:act]):
        return True
    if mention.item in MEETINGS and HOPED_FOR.search(clause.text[: mention.start]):
        return True
    if mention.item in LASTING and TO_GO_ON.match(clause.text, mention.end):
        return True
    hurt = mention.item in (Item.BODY_RETURN, Item.PRISONER_EXCHANGE)
    if hurt and FOUND_DEAD.search(told) and not HANDED.search(told):
        return True
    unsigned = mention.item is Item.DOCUMENT and stance not in SETTLED
    return unsigned and PAPER.search(words_of(clause, mention)) is not None


TALKS_ON = re.compile(
    r"\b(?:negotiations|talks|discussions|consultations)\b"
    r"(?:(?!\b(?:was|were|is|are|agree|deal|accord)\w*)[^.;,]){0,40} (?:on|about|over|for)"
    r"(?: (?:the|a|an|any|further|more|(?:drafting|text|wording|terms) of))* $",
    re.IGNORECASE,
)
"""Before an item: it is to be negotiated yet."""
WITNESSES = re.compile(
    r"\b(?:world leaders|heads of (?:state|government)|mediators|guarantors|witnesses)"
    r"(?: [a-z]+ly)?(?: have| had| also)? $",
    re.IGNORECASE,
)
"""Before "signed": those who stand by put their names to it, and bind neither side."""
HOPED_FOR = re.compile(
    r"\b(?:could|may|might)\b[^.;,]{0,50}$"
    r"|\b(?:way|door|path|road|opening|opportunity|chances?|prospects?) (?:to|for|of)"
    r" (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
"""Before a meeting: something may lead to it."""
TO_GO_ON = re.compile(
    r" to (?:hold|continue|last|endure|stick|be (?:kept|respected|maintained|observed|upheld"
    r"|consolidated))\b"
)
"""After a truce: there is one, of which somebody speaks."""
FOUND_DEAD = re.compile(
    r"\b(?:rubble|debris|ruins|wreckage|rescue\w*|recovered|retrieved|pulled|dug|morgues?"
    r"|hospitals?|clinics?)\b",
    re.IGNORECASE,
)
HANDED = re.compile(
    r"\b(?:hand(?:ed|s|ing)? over|repatriat\w+|exchang\w+|swap\w*|return(?:ed|s)?|released?|freed?"
    r"|prisoners?|captiv\w+)\b",
    re.IGNORECASE,
)
"""Those given back by a side, not the victims of an attack."""


def words_of(clause: Clause, mention: Mention) -> str:
    """The words in which the clause names it."""
    return clause.text[mention.start : mention.end]


ON_HOW = re.compile(r"[^.;]{0,40}\b(?:when|where)\b|[^.;]*\b(?:how|whether)\b", re.IGNORECASE)
"""Between a word of agreement and its item: the manner is settled, not the thing."""
