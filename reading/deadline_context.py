"""Who of those named around a deadline set it, where its own words do not say."""

import re

from reading.deadline_matter import context
from reading.document import Document, Name, NameKind, Sentence
from reading.talk_clauses import is_dateline

_I = re.IGNORECASE
BESIDE = re.compile(
    r"\b(?:with|between|over|in|on|against|of|war on|for|from|near|around|inside|to|by|and|if|no)"
    r"\s+(?:the |its |eastern |southern )*$",
    _I,
)
"""Before a side's name: it is spoken of, not to."""

LED = re.compile(
    r"(?:^|[,.“\"]\s?|\b(?:and|by|as|while|that) )(?:the )?(?:[\w-]+ ){0,2}(?:leaders?|ministers?"
    r"|presidents?|governments?|envoys?|heads|chiefs) of (?:the )?$",
    _I,
)
"""Before a state's name: those who act for it."""

BYSTANDER = re.compile(
    r"\b(?:with|meeting|alongside|beside|receiving|hosting|visiting|met|backed by|led by"
    r"|along with|like|unlike)\s+(?:[\w’'-]+\s+){0,4}$",
    _I,
)


def named_around(
    document: Document, sentence: Sentence, to: tuple[str, ...], at: int
) -> str | None:
    """Somebody named in the sentence, or in those that it leans on, who may have set it."""
    for near in context(document, sentence):
        names = [n for n in near.names if n.party is not None and n.party not in to]
        names = [n for n in names if not is_dateline(document, n)]
        people = [n for n in names if n.kind is NameKind.PERSON and not _met(near, n)]
        people = [n for n in people if not _restates(document, near, n)]
        if near is not sentence and _AGREED.search(near.text):
            people = []
        if people:
            before = [n for n in people if n.span[0] < at] or people
            return before[-1 if near is sentence else 0].canonical
        bodies = [n for n in names if n.kind in (NameKind.PARTY, NameKind.BODY) and acts(near, n)]
        bodies = [n for n in bodies if near is not sentence or not _in_a_clause(sentence, n, at)]
        if bodies and (near is sentence or _announced(near, sentence, bodies[0])):
            return bodies[0].canonical
    return None


def _in_a_clause(sentence: Sentence, name: Name, at: int) -> bool:
    """ "The deadline passes because the army was late": who is named in a reason set nothing."""
    low = sentence.span[0]
    return (
        name.span[0] > at
        and _REASON.search(sentence.text[at - low : name.span[0] - low]) is not None
    )


_REASON = re.compile(
    r"\b(?:because|since|unless|if|although|though|without|while|where|whether"
    r"|(?:after|before|upon|following) which)\b[^,;]*$",
    _I,
)


_OFFICES = re.compile(r"spokes|foreign|secretary|ambassador|senator|congress|advis[eo]r", _I)


def _restates(document: Document, sentence: Sentence, name: Name) -> bool:
    """ "The foreign minister said Friday's deadline stood": it need not be his."""
    if not any(a.claimant == name.canonical for a in sentence.attributions):
        return False
    roles = (a.roles for a in document.preset.actors if a.name == name.canonical)
    return any(_OFFICES.search(role.title) for held in roles for role in held)


_AGREED = re.compile(r"\b(?:agreed|sign(?:s|ed|ing)?|initial+ed|inked|reached)\b", _I)
"""What a deal's next sentence sets is the deal's, not of who told of it, signed it or looked on."""


def _announced(near: Sentence, sentence: Sentence, body: Name) -> bool:
    """ "A announced a truce. B has four days to sign it.": who announced the one set the other."""
    if near.index == 0 and sentence.index == 1:
        return _ORDERS.match(near.text, body.span[1] - near.span[0]) is not None
    speakers = {a.party for a in near.attributions} - {None}
    just_before = near.index == sentence.index - 1 and near.index > 0
    return just_before and speakers == {body.party} and _ANNOUNCES.search(near.text) is not None


_ORDERS = re.compile(
    r"(?:['’]s)?(?: [\w’'-]+){0,3}?"
    r" (?:wants?|orders?|tells?|tasks?|gives?|demands?|asks?|instructs?)\b",
    _I,
)
_ANNOUNCES = re.compile(
    r"\b(?:announc|declar|order|demand|propos|offer|present|unveil|call)(?:s|ed|es)?\b", _I
)


def acts(sentence: Sentence, name: Name) -> bool:
    before = sentence.text[: name.span[0] - sentence.span[0]]
    if LED.search(before):
        return True
    if re.search(r"\b(?:and)\s+(?:the )?$", before):
        before = before[: before.rindex("and")]
    return not BESIDE.search(before) and not BYSTANDER.search(before)


def _met(sentence: Sentence, name: Name) -> bool:
    """Somebody whom the issuer stood beside, not the issuer."""
    return BYSTANDER.search(sentence.text[: name.span[0] - sentence.span[0]]) is not None
