"""Who sits at a meeting that one sentence tells of, also where it says "the two men"."""

import re

from reading.document import Document, NameKind, Sentence
from reading.talk_parties import participants, parties_of_lead


def who_meet(document: Document, sentence: Sentence, anchor: re.Match[str]) -> frozenset[str]:
    """Who meets; "the two men" and "they" are those last named."""
    who = participants(document, sentence, anchor)
    if len(who) < 2 and TWO_MEN.search(sentence.text):
        return _men_last_named(document, sentence) or who
    if len(who) < 2 and TEAM_HOME.match(anchor.group()):
        return parties_of_lead(document) or who
    return who


TEAM_HOME = re.compile(
    r"(?:pull|recall|withdr|call|bring).*(?:teams?|negotiators|delegations?)$", re.IGNORECASE
)
"""Whoever takes his men home, a mediator too, leaves the talks of the two sides."""


TWO_MEN = re.compile(
    r"\b(?:the )?two (?:men|presidents|leaders|ministers)\b"
    r"|^They (?:had |have )?(?:met|sat|talked|spoke)\b",
    re.IGNORECASE,
)


def _men_last_named(document: Document, sentence: Sentence) -> frozenset[str]:
    """The parties of the two people last named before, if they are of two."""
    last: list[str] = []
    for near in reversed(document.sentences[: sentence.index]):
        people = [n.party for n in near.names if n.kind is NameKind.PERSON and n.party]
        last += [party for party in reversed(people) if party not in last]
        if len(last) > 1:
            return frozenset(last[:2])
    return frozenset()
