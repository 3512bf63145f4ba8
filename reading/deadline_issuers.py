"""Who sets a deadline, moves it, or ends it.

Who does it stands before the verb; a possessive ("the mediators' deadline") and "set by" say so
too. Of a passive, and of "they have until Friday", it is who says so, else nobody. Who is known
by a role only is told in the words used ("the junta").
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reading.dateline import end_of_dateline
from reading.deadline_context import acts, named_around
from reading.deadline_matter import context
from reading.deadline_recall import SUBORDINATE
from reading.deadline_trigger import Trigger
from reading.document import Document, Name, NameKind, Sentence
from reading.facts import Span
from reading.speakers import ROLES, Memory, cleaned, speaker
from reading.talk_clauses import acting_names, whole

_I = re.IGNORECASE
_SET_BY = re.compile(r"\b(?:by|from|of|set by|issued by|imposed by)\s+(?:[\w’'-]+\s+){0,4}$", _I)
_LATE = re.compile(
    r",\s|[;:–—“”]|\b(?:that|which|who|as|after|before|when|while|because|but|said|says|told"
    r"|warned)\s"
)
_DECISION_OF = re.compile(
    r"['’]s? (?:\w+ )?(?:decision|move|plan|order|announcement|vow|threat|call|demand|offer"
    r"|bid) to $"
)
"""Between a name and what is done: it is done by the one named."""
_LISTED = re.compile(r"(?:,\s|,?\sand\s)(?:the )?$")
_OWN = re.compile(r"['’]s?\b")
_HEADS = ROLES | frozenset(
    [
        "junta",
        "bloc",
        "alliance",
        "guarantors",
        "guarantor",
        "mediator",
        "powers",
        "kingdom",
        "troika",
        "quartet",
        "quad",
        "brotherhood",
        "paramilitaries",
        "militia",
        "militias",
        "gunmen",
        "insurgents",
        "separatists",
        "jihadists",
        "warlord",
        "administration",
        "summit",
        "organisation",
        "union",
        "contact",
    ]
)
_NOT_ISSUERS = re.compile(
    r"\b(?:source|sources|witness\w*|residents?|locals|media|report\w*|analysts?|experts?|channel"
    r"|newspaper|people|survivors?|diplomats?|officials?|spokes\w+|people|observers?|agency|agencies|aid|monitors?)\b",
    _I,
)
_OFFICIAL = re.compile(
    r"\b(?:officials?|minist(?:er|ers|ry)|spokes\w+|army|military|government|president|presidency"
    r"|cabinet|commanders?|command|leaders?|envoy|office|council|embassy)\b",
    _I,
)
"""A speaker for a party; a resident of its towns is none."""
_PRONOUN_SUBJECT = re.compile(
    r"\b(?:he|she|it|they|we|I)(?:\s+(?:\w+ly|also|has|had|have|would|will|was|were|is|are|am))*\s*$"
)


def issuer_of(
    document: Document, sentence: Sentence, to: tuple[str, ...], trigger: Trigger
) -> str | None:
    """The person, else the party or body, that sets it: not one of those to whom it is set."""
    to = (*to, *_joined(document, sentence, to))
    if trigger.passive:
        return _of_passive(document, sentence, to, trigger)
    if trigger.doer is not None:
        named = _doer(document, sentence, to, trigger.doer)
        named = named or _described(document, sentence, trigger.doer)
        if named is not None:
            return named
    if trigger.noun and (owner := _owner(sentence, to, trigger.at)) is not None:
        return owner
    at = trigger.at - sentence.span[0]
    if trigger.noun and _AS.search(sentence.text[:at]) and _COMES.match(sentence.text, at):
        return None
    if trigger.noun and (SUBORDINATE.search(sentence.text[:at]) or _RUNS.match(sentence.text, at)):
        return None  # "X met Y as the deadline neared": X is about something else
    return named_around(document, sentence, to, trigger.at)


def _joined(document: Document, sentence: Sentence, to: tuple[str, ...]) -> tuple[str, ...]:
    """Whoever stands in one subject with those who must act, as "C and A are to answer"."""
    pairs = pairwise(sorted(sentence.names, key=lambda n: n.span))
    return tuple(
        one.party
        for one, other in pairs
        if one.party is not None
        and other.party in to
        and _AND.fullmatch(document.text, one.span[1], other.span[0])
        and _MUST.match(document.text, other.span[1])
    )


_MUST = re.compile(
    r" (?:(?:are|were) (?:to|due to|expected to|supposed to)|must|have (?:until|to))\b"
)


_AS = re.compile(r"\b(?:as|while|when|with) (?:[\w’'-]+ ){0,5}$", _I)
_COMES = re.compile(
    r"[\w-]+ (?:nears?|neared|looms?|loomed|approach\w*|draws? near|drew near|ticks?|passe[sd]"
    r"|expire[sd]|ends?|ended|runs? out|ran out)\b",
    _I,
)
_RUNS = re.compile(r"[\w-]+ (?:period|window|process)\b", re.IGNORECASE)
"""'The two-month period': a time that runs, which who is named last need not have set."""


def _of_passive(
    document: Document, sentence: Sentence, to: tuple[str, ...], trigger: Trigger
) -> str | None:
    """Who it was given by, else who says it, else who announced it just before."""
    names = [n for n in sentence.names if _may_issue(n, to)]
    low = sentence.span[0]
    agents = [
        n
        for n in names
        if n.span[0] > trigger.at
        and _SET_BY.search(sentence.text[: n.span[0] - low][-60:])
        and re.search(r"\bby\b", sentence.text[max(0, n.span[0] - low - 40) : n.span[0] - low])
        and not _DID_ELSE.search(sentence.text[: n.span[0] - low][-60:])
    ]
    if agents:
        return agents[0].canonical
    if trigger.to is not None and (named := _doer(document, sentence, to, (low, trigger.to[0]))):
        return named
    speakers = [a for a in sentence.attributions if a.party is not None and a.party not in to]
    known = {n.canonical for near in context(document, sentence) for n in near.names}
    for said in (sentence.claimant_at((trigger.at, trigger.at + 1)), *speakers):
        if said is None or said.party is None or said.party in to:
            continue
        if said.claimant in known or said.claimant == said.party:
            return said.claimant
        if _OFFICIAL.search(said.claimant):
            return said.party
    if sentence.attributions or sentence.heading or _HAD_BEEN.search(sentence.text):
        return None
    return named_around(document, sentence, to, trigger.at)


_DID_ELSE = re.compile(
    r"\b(?:be|been|is|are|was|were) (?:then |later |also )?"
    r"(?:replac|follow|overse|monitor|supervis|guard|patroll|accompani|verif|succeed)\w* by\s"
    r"(?:[\w’'-]+\s){0,4}$",
    _I,
)
"""Before a name: who is to come after those that must go sets them no time."""
_HAD_BEEN = re.compile(r"\bhad been (?:\w+ly )?(?:required|obliged|ordered|told|given|asked|due)\b")
"""Long ago, by whom nobody says: not by who is named just before."""


def _may_issue(name: Name, to: tuple[str, ...]) -> bool:
    return (
        name.party is not None
        and name.party not in to
        and name.kind is not NameKind.AGENCY
        and name.kind is not NameKind.PLACE
    )


def _doer(document: Document, sentence: Sentence, to: tuple[str, ...], span: Span) -> str | None:
    """Whom the words before the verb name: the last clause of them that names somebody."""
    low, high = span
    words = document.text[low:high]
    if owner := _DECISION_OF.search(words):
        named = [n for n in sentence.names if n.span[1] - low == owner.start()]
        if named and named[0].party not in to:
            return named[0].canonical
    if _PRONOUN_SUBJECT.search(words):
        return _pronoun(sentence, to, high)
    edges = [low, *(low + m.end() for m in _LATE.finditer(words)), high]
    acting = acting_names(document, whole(sentence), before=high)
    usable = [n for n in acting if n.party not in to and acts(sentence, n)]
    for start, end in reversed(list(pairwise(edges))):
        here = [n for n in usable if start <= n.span[0] < end]
        if here:
            name = _chief(document, here, usable)
            if name.kind is not NameKind.PERSON and (all_of := _list_of(document, sentence, name)):
                return all_of
            return name.party if name.kind is NameKind.PLACE else name.canonical
    return None


def _chief(document: Document, here: Sequence[Name], usable: Sequence[Name]) -> Name:
    """Of the names in a subject the person, else what is no mere owner; the first of a list."""
    people = [n for n in here if n.kind is NameKind.PERSON and not _owns(document, n)]
    if people:
        return people[-1]
    bodies = [n for n in here if not _owns(document, n)] or list(here)
    name = bodies[0]
    while n := next(
        (
            u
            for u in usable
            if u.span[1] < name.span[0]
            and _LISTED.fullmatch(document.text[u.span[1] : name.span[0]])
        ),
        None,
    ):
        name = n
    return name


_SEVERAL = 3


def _list_of(document: Document, sentence: Sentence, name: Name) -> str | None:
    """The words for three or more who act together, of whom one alone would be the wrong one."""
    names = sorted(sentence.names, key=lambda n: n.span)
    run = [name]
    for other in names[names.index(name) + 1 :]:
        if _LISTED.fullmatch(document.text[run[-1].span[1] : other.span[0]]):
            run.append(other)
    for other in reversed(names[: names.index(name)]):
        if _LISTED.fullmatch(document.text[other.span[1] : run[0].span[0]]):
            run.insert(0, other)
    parties = {n.party for n in run if n.party}
    return document.text[run[0].span[0] : run[-1].span[1]] if len(parties) >= _SEVERAL else None


def _owns(document: Document, name: Name) -> bool:
    return _OWN.match(document.text[name.span[1] : name.span[1] + 2]) is not None


def _pronoun(sentence: Sentence, to: tuple[str, ...], at: int) -> str | None:
    """Whom 'he' means: who speaks in this sentence, else the last person named before it."""
    for said in sentence.attributions:
        if said.party is not None and said.party not in to:
            return said.claimant
    before = [
        n
        for n in sentence.names
        if n.span[1] <= at
        and n.kind is NameKind.PERSON
        and n.party is not None
        and n.party not in to
    ]
    return before[0].canonical if before else None


_OTHER_CLAUSE = r"(?:as|after|before|amid|when|while|over|despite|ahead|if|and|but)\s"
"""Between a people's adjective and the word for a deadline: they belong to different phrases."""


def _owner(sentence: Sentence, to: tuple[str, ...], at: int) -> str | None:
    """ "Trump's Friday deadline", "the deadline set by the council"."""
    low = sentence.span[0]
    before = [n for n in sentence.names if n.span[1] <= at and _may_issue(n, to)]
    for name in reversed(before):
        between = sentence.text[name.span[1] - low : at - low]
        own = name.adjective or _is_ultimatum(sentence, at)
        if re.fullmatch(r"['’]s?\s(?:[^\s,;]+\s){0,4}", between) or (
            own and re.fullmatch(rf"\s(?:(?!{_OTHER_CLAUSE})[^\s,;]+\s){{0,2}}", between)
        ):
            return name.canonical
    after = [n for n in sentence.names if n.span[0] > at and _may_issue(n, to)]
    for name in after:
        between = sentence.text[at - low : name.span[0] - low]
        if re.fullmatch(
            r"\w+(?:(?:\s[^\s,;]+){0,6}?\s(?:by|that|which)|(?:\s(?!(?:for|to)\s)[^\s,;]+){0,6}?"
            r"\s(?:from|of))\s(?:the\s)?(?:[\w.-]+\s){0,3}",
            between,
        ) or re.fullmatch(r"\w+\s(?:[A-Z][\w.-]*\s){0,2}", between):
            return name.canonical
    return None


def _is_ultimatum(sentence: Sentence, at: int) -> bool:
    """ "An X ultimatum" is X's; "the X deadline" may be the one that X is to keep."""
    return sentence.text.lower().startswith("ultimatum", at - sentence.span[0])


def _described(document: Document, sentence: Sentence, span: Span) -> str | None:
    """Who is known by a role only, in the words used: "the junta", "East African leaders"."""
    words = document.text[span[0] : span[1]]
    start = max((m.end() for m in _LATE.finditer(words)), default=0)
    found = speaker((span[0] + start, span[1]), sentence, document.text, Memory())
    if found is None:
        return None
    said = _TRAILING.sub("", cleaned(found.claimant))
    bare = " " not in said and not words[start:].lower().lstrip().startswith("the ")
    if sentence.heading and said.lower() in _OF_A_STATE:
        return _whose(document, said, span[0]) or said.lower()
    if sentence.heading or bare:
        return None
    heads = set(re.findall(r"[a-z]+", said.lower()))
    if not heads & _HEADS or _NOT_ISSUERS.search(said):
        return None
    return _whose(document, said, span[0]) or said


_OF_A_STATE = frozenset(["army", "military", "government", "junta", "police", "navy"])


def _whose(document: Document, said: str, at: int) -> str | None:
    """ "The army", where the text has named one only before: "the Lilliputian army"."""
    if said.lower() not in _OF_A_STATE:
        return None
    known = {
        name.party
        for sentence in document.sentences
        for name in sentence.names
        if name.span[1] < at
        and f" {said.lower()}" in document.text[name.span[0] : name.span[1] + len(said) + 1].lower()
    }
    return known.pop() if len(known) == 1 else None


_TRAILING = re.compile(
    r"(?:\s(?:ha[sd]|have|now|also|then|just|again|already|later|(?:late |early )?(?:on|last|this)"
    r" \w+day|yesterday|today))+$",
    _I,
)
"""Auxiliaries and days before the verb: no part of the words for who does it."""


_MOVED = r"(?:extended|prolonged|renewed|shortened|postponed|lifted|suspended)\b"
_BARE_PASSIVE = re.compile(
    r"(?:[\w’'-]+ ){0,3}?(?:truce|cease-?fire|pause|deadline|ultimatum)"
    rf"(?: (?:deal|agreement|accord|pact))?(?: in [A-Z]\w+)? (?:(?:is|to be) )?{_MOVED}",
    re.IGNORECASE,
)
"""'Truce extended after B's fire': who extended it would stand after "by"."""
_PASSIVE = re.compile(
    rf"\b(?:is|was|were|been|be|being) (?:(?:\w+ly|again|also|later) )*{_MOVED}", re.IGNORECASE
)


def mover_of(document: Document, sentence: Sentence) -> str | None:
    """The person, else the party, that acts first in the sentence."""
    names = acting_names(document, whole(sentence))
    if _PASSIVE.search(sentence.text) or (sentence.heading and _BARE_PASSIVE.match(sentence.text)):
        low = sentence.span[0]
        names = [n for n in names if sentence.text[: n.span[0] - low].endswith(" by ")]
    low = sentence.span[0]
    names = [n for n in names if n.span[0] - low >= end_of_dateline(sentence.text)]
    names = [n for n in names if not _WITH.search(sentence.text[: n.span[0] - low])]
    starts = [n.span[0] for n in names]
    names = [
        n
        for n in names  # of "Ruritania's guard" the guard
        if not (_owns(document, n) and any(0 < at - n.span[1] < _CLOSE for at in starts))
    ]
    people = [n for n in names if n.kind is NameKind.PERSON]
    if not people and _move_together(document, names):
        return None
    return (people or names)[0].canonical if names else None


_CLOSE = 30
"""Characters from an owner to what is named as his."""
_WITH = re.compile(r"\b(?:with|against) (?:the )?$", _I)
"""Before the other side of a truce, which has not declared it."""


def _move_together(document: Document, names: list[Name]) -> bool:
    """ "A and B have prolonged their truce": both sides, and neither by itself."""
    pair = names[:2]
    sides = {n.party for n in pair} & {*document.preset.party_names}
    if len(sides) < len(pair) or len(pair) < 2:
        return False
    return _AND.fullmatch(document.text, pair[0].span[1], pair[1].span[0]) is not None


_AND = re.compile(r"(?:['’]s? (?:\w+ ){1,3})?,? (?:and|&) (?:the )?")


_DECLARED_BY = re.compile(
    r"\b(?:declared|announced|ordered|proclaimed|called) by (?:[\w.-]+ ){0,3}$"
)


def declared_by(sentence: Sentence) -> str | None:
    """Who declared a truce on their own ("the truce that X declared" says less)."""
    low = sentence.span[0]
    return next(
        (
            n.canonical
            for n in sentence.names
            if _DECLARED_BY.search(sentence.text[: n.span[0] - low])
        ),
        None,
    )


def without_issuer(document: Document, to: tuple[str, ...], issuer: str | None) -> tuple[str, ...]:
    """Nobody sets a deadline to their own side, where another side is addressed too."""
    own = {n.party for s in document.sentences for n in s.names if n.canonical == issuer}
    others = tuple(party for party in to if party not in own)
    return others or to
