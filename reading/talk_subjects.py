"""Who the subject of a verb is: the names that stand before it, and those joined to them."""

import re
from itertools import pairwise

from reading.document import Document, Name
from reading.talk_clauses import Clause, acting_names, parties_of, whole

PARTNER = re.compile(
    r"\b(?:with|by|after|alongside|since|while|because|when|where|though|until)\s+"
    r"(?:the |President |\w+ President )?$",
    re.IGNORECASE,
)
JOINED = re.compile(r"(?:['’]s)?,?\s(?:and\s)?(?:the\s)?(?:leaders?\sof\s)?", re.IGNORECASE)
OWNER = re.compile(r"['’]s?\s(?:\w+\s){0,2}$")
"""Between two names: the first owns or names the second's country ("A's rebel group B")."""


def subjects(document: Document, clause: Clause, before: int) -> list[Name]:
    """Those who act before that position; a partner ("with X") is no subject, nor an owner."""
    names = acting_names(document, clause, before)
    told = TOLD_THAT.search(document.text, clause.at(0), before)
    if told is not None:
        low, high = told.span("whom")
        names = [n for n in names if not low <= n.span[0] < high] or names
    group = coordinated(document, names)
    if group and _is_own_clause(document, group, before):
        return group
    kept = [
        n for n in names if not PARTNER.search(document.text[max(0, n.span[0] - 24) : n.span[0]])
    ]
    return [
        name
        for name, after in pairwise([*_without_speakers(document, kept), None])
        if name is not None
        if after is None
        or after.party == name.party
        or not OWNER.fullmatch(document.text[name.span[1] : after.span[0]])
    ]


def _without_speakers(document: Document, names: list[Name]) -> list[Name]:
    """ "C said A and B had agreed": whoever only tells of it has not done it."""
    last = next(
        (
            index
            for index, (name, after) in reversed([*enumerate(pairwise(names))])
            if SAID_THAT.fullmatch(document.text, name.span[1], after.span[0])
        ),
        None,
    )
    return names if last is None else names[last + 1 :]


_WHERE = r"(?:,? (?:on|in|at|late|early|his|its|a|\w+day|Truth|Social|media|post|statement|night))"
_SOURCE = r"(?: (?:[a-z]+ )?(?:sources?|officials?|diplomats?|mediators?))?"
SAID_THAT = re.compile(
    rf"{_SOURCE}{_WHERE}{{0,6}} (?:has |had |later |also )?"
    r"(?:said|says|announced|announces|declared|declares|wrote|confirmed|confirms|claimed|claims"
    r"|reported|reports|(?:told|tells) [\w’' ]{2,30}?)"
    rf"{_WHERE}{{0,6}}(?: that)? (?:both |the )?|: "
)
"""Between two names: what the first says of the second."""
TOLD_THAT = re.compile(
    r"\b(?:told|tells|inform(?:s|ed)|assur(?:es|ed)|notif(?:ies|ied)) (?P<whom>[^.;,]{2,60}?)"
    r" (?:on \w+day )?(?:that )?(?:it|he|she|they)\b"
)
"""Whom somebody tells what he will do himself."""
SUBORDINATE = re.compile(
    r"\b(?:after|while|as|when|once)\s(?:the )?(?:(?:[a-z]+ ){1,2}of )?$", re.IGNORECASE
)
RIGHT_BEFORE = re.compile(r"\s(?:(?:has|have|had|also|then|will|would|is|are|to|must|shall)\s)*")


ANEW = re.compile(
    r"(?:,? (?:and|but) that|, (?:and|but)|;(?: and| but)?|, while|, whereas) (?:the )?$",
    re.IGNORECASE,
)


AND_DID = re.compile(
    r"\s(?:[\w’'-]+ ){0,3}?(?:freed|frees|released|releases|handed|hands|returned|returns|gave"
    r"|gives|sent|received|will|would)\s[^.;:]{3,160}(?:\band|,) (?:the )?"
)
"""Between two names: the first has a deed of its own ("A freed ten hostages and B released")."""


def of_last_clause(
    document: Document, clause: Clause, names: list[Name], edge: int
) -> tuple[list[Name], int]:
    """ "Both would free prisoners, and B had offered": B alone, and where B's words begin."""
    if not names:
        return names, 0
    start = names[-1].span[0]
    opening = ANEW.search(document.text, clause.at(0), start)
    if opening is not None and any(n.span[1] == opening.start() for n in clause.names):
        opening = None
    if opening is None and names[1:]:
        opening = AND_DID.fullmatch(document.text, names[-2].span[1], start)
    if opening is None:
        return names, 0
    if not RIGHT_BEFORE.fullmatch(document.text, names[-1].span[1], clause.at(edge)):
        return names, 0
    return names[-1:], start - clause.at(0)


def _is_own_clause(document: Document, group: list[Name], before: int) -> bool:
    """ "... after B handed over": B alone acts in its own clause."""
    opening = SUBORDINATE.search(document.text[max(0, group[0].span[0] - 40) : group[0].span[0]])
    adjacent = RIGHT_BEFORE.fullmatch(document.text[group[-1].span[1] : before])
    return opening is not None and adjacent is not None


def coordinated(document: Document, names: list[Name]) -> list[Name]:
    """The last name with those joined to it: "Kyiv, Paris and Berlin demanded"."""
    group = names[-1:]
    for name in reversed(names[:-1]):
        if not JOINED.fullmatch(document.text[name.span[1] : group[0].span[0]]):
            break
        group.insert(0, name)
    return group


CARRIES_ON = re.compile(
    r"(?:(?:did|do|does|has|have|had|would|will|could|can) not"
    r"|(?:has|have|had|also|then|later|again|still) |stopped short|refused|rejected|failed|declined"
    r"|balked|demanded|insisted)\b",
    re.IGNORECASE,
)
"""At the head of a clause: a verb whose subject is that of the clause before."""
ALONGSIDE = re.compile(
    r"(?:['’]s?(?:\s[a-z-]+){0,2})?(?:,\s(?:and\s)?|\sand\s)(?:the\s)?(?:[a-z-]+\s){0,2}"
)


def carried_on(document: Document, clause: Clause) -> list[Name] | None:
    """ "A and B signed a paper, but did not agree to": those who open the sentence, whoever speaks.

    None where the clause has a subject of its own.
    """
    low = clause.sentence.span[0]
    if clause.span[0] == low or not CARRIES_ON.match(clause.text):
        return None
    names = acting_names(document, whole(clause.sentence), clause.span[0])
    group = names[:1]
    for name in names[1:]:
        if not ALONGSIDE.fullmatch(document.text, group[-1].span[1], name.span[0]):
            break
        group.append(name)
    return group


def proposer(document: Document, clause: Clause) -> tuple[str, ...]:
    """Whose "the proposal" is: of the one who was last said to have made one."""
    first = max(0, clause.sentence.index - BACK)
    for near in reversed(document.sentences[first : clause.sentence.index]):
        for name in acting_names(document, whole(near)):
            if HAS_PROPOSED.match(document.text, name.span[1]):
                return parties_of([name])
    return ()


BACK = 3
"""Sentences after which "the proposal" may be another's."""
HAS_PROPOSED = re.compile(
    r" (?:(?:has|have|had|on \w+day|also|formally) )*(?:proposed|put forward|presented|submitted"
    r"|tabled|proposes|presents|submits|puts forward|unveiled|unveils) "
)
