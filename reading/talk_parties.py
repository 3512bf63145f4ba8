"""Who sits at the table of a meeting, as one sentence tells it."""

import re
from itertools import pairwise

from reading.document import Document, Name, NameKind, Sentence
from reading.talk_clauses import acting_names, parties_of, whole
from reading.talk_people import mediators_in
from reading.talk_words import MEETING

THREE_WAY = re.compile(r"\b(?:trilateral|three-way|three ways|tripartite)\b", re.IGNORECASE)

ALLIES = re.compile(r"\b(?:allies|allied|partners|backers|coalition of)\b", re.IGNORECASE)
"""Those who stand by a side, named only so."""

ASIDE = re.compile(r"['’]s? |['’]$| time\b")
"""After a name: it owns something or names a time zone, and does not act."""

COMPOUND_GAP = 28
"""Characters between the last of the joined names and the noun ("A-B direct peace talks")."""

JOINT = re.compile(r"[-–—/]|,?\s(?:and|with)\s(?:the\s)?|,\s(?:the\s)?")


def participants(document: Document, sentence: Sentence, anchor: re.Match[str]) -> frozenset[str]:
    """Who meets: "between A and B" and "the A-B talks" before anyone else who is named."""
    clause = whole(sentence)
    at, end = sentence.span[0] + anchor.start(), sentence.span[0] + anchor.end()
    between = re.match(r"[\w\s,]{0,24}\b(?:between|of|among)\b", sentence.text[anchor.end() :])
    if between is not None:
        low = end + between.end()
        inside = [n for n in clause.names if low <= n.span[0] <= low + 90]
        named = [n for n in inside if n.party and n.kind is not NameKind.PLACE]
        if len(parties_of(named)) > 1:
            return frozenset(parties_of(named))
    compound = _compound(document, [n for n in clause.names if n.party and n.span[1] <= at], at)
    if len(parties_of(compound)) > 1 and MEETING.fullmatch(anchor.group()):
        return frozenset(parties_of(compound))
    present = _present(document, sentence)
    acting, sides = set(parties_of(present)), set(document.preset.party_names)
    partners = with_allies(document, sentence)
    if acting >= sides and not THREE_WAY.search(sentence.text) and not _in_a_row(document, present):
        acting &= sides
    return partners or frozenset(acting)


def _in_a_row(document: Document, names: list[Name]) -> bool:
    """Three parties and more in one breath: "A, B and C met"."""
    for place in range(len(names) - 2):
        three = names[place : place + 3]
        gaps = [document.text[a.span[1] : b.span[0]] for a, b in pairwise(three)]
        if len(parties_of(three)) == 3 and all(JOINT.fullmatch(gap) for gap in gaps):
            return True
    return False


def with_allies(document: Document, sentence: Sentence) -> frozenset[str]:
    """A side and its friends, where the text says no more than "its allies" or "the coalition"."""
    if not ALLIES.search(sentence.text):
        return frozenset()
    named = [n.party for n in sentence.names if n.party in document.preset.party_names]
    friends = [
        party.name
        for party in document.preset.third_parties
        if any(ALLIES.search(alias) for alias in party.aliases)
    ]
    return frozenset((str(named[0]), friends[0])) if named and friends else frozenset()


def _present(document: Document, sentence: Sentence) -> list[Name]:
    """Those who act here and may sit at the table: no speakers, no mediators, no owners."""
    aside = set(mediators_in(document, sentence))
    speakers = {a.claimant for a in sentence.attributions}
    return [
        name
        for name in acting_names(document, whole(sentence))
        if name.party not in aside
        and name.canonical not in speakers
        and not ASIDE.match(document.text[name.span[1] : name.span[1] + 12])
    ]


def _compound(document: Document, before: list[Name], at: int) -> list[Name]:
    """The names joined right before a meeting noun: "the A-B talks", "A, B and C talks"."""
    chain: list[Name] = []
    edge = at
    for name in reversed(before):
        gap = document.text[name.span[1] : edge]
        joined = JOINT.fullmatch(gap) if chain else len(gap) <= COMPOUND_GAP and " of " not in gap
        if not joined:
            break
        chain.insert(0, name)
        edge = name.span[0]
    return chain
