"""Who sits at the table of a meeting, as one sentence tells it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reading.dateline import end_of_dateline
from reading.document import Document, Name, NameKind, Sentence
from reading.gate import Gated
from reading.talk_clauses import (
    BOTH_SIDES,
    SENT_BY,
    SPONSOR,
    acting_names,
    lead_of,
    parties_of,
    sides_meant,
    whole,
)
from reading.talk_people import mediators_in, track_of
from reading.talk_words import MEETING, ROUND_OF

LEAD = 4
"""Sentences after the title in which an article says what it reports."""

THREE_WAY = re.compile(r"\b(?:trilateral|three-way|three ways|tripartite)\b", re.IGNORECASE)

ALLIES = Gated(r"\b(?:allies|allied|partners|backers|coalition of)\b")
"""Those who stand by a side, named only so."""

ASIDE = re.compile(
    r"['’]s? (?!(?:[\w-]+ ){0,2}(?:negotiators|delegat(?:ion|es)|envoys?|negotiating team|team"
    r"|officials|representatives|foreign minister|diplomats|commanders|chief negotiator)\b)|['’]$"
    r"| time\b| (?:chair|mediat|auspic|sponsor|supervis|pressure|soil|territory|post\b"
    r"|base\b|compound|headquarters|building|residence|embassy|peacekeep)"
)
"""After a name: it owns something or names a time zone, and does not act."""

BETWEEN = re.compile(r"[\w\s,]{0,24}\b(?:between|of|among)\b")
BETWEEN_THEM = re.compile(r"[\w\s,]{0,24}\b(?:between|among)\b")
COMPOUND_GAP = 28
"""Characters between the last of the joined names and the noun ("A-B direct peace talks")."""

JOINT = re.compile(r"[-–—/]|,?\s(?:and|with)\s(?:(?:of|from)\s)?(?:the\s)?|,?\s(?:the\s)?")


def named_pair(document: Document, sentence: Sentence, anchor: re.Match[str]) -> frozenset[str]:
    """Those of whom the words say that they meet: "between A and B", "A-B talks", "A met B"."""
    clause = whole(sentence)
    at = sentence.span[0] + anchor.start()
    compound_noun = ROUND_OF.match(sentence.text, anchor.end())
    tail = compound_noun.end() if compound_noun else anchor.end()
    noun = MEETING.pattern.fullmatch(anchor.group()) is not None
    of_whom = [n for n in clause.names if at < n.span[0] < sentence.span[0] + tail]
    if len(parties_of(of_whom)) > 1:
        return frozenset(parties_of(of_whom))  # "a round of A-B talks"
    between = (BETWEEN if noun else BETWEEN_THEM).match(sentence.text, tail)
    if between is not None:
        low = sentence.span[0] + between.end()
        inside = _up_to_a_break(document, [n for n in clause.names if low <= n.span[0] <= low + 90])
        named = [
            n
            for n in inside
            if n.party and n.kind is not NameKind.PLACE and not _in_a_place(document, n)
        ]
        if len(parties_of(named)) > 1:
            return frozenset(parties_of(named))
    compound = _compound(document, [n for n in clause.names if n.party and n.span[1] <= at], at)
    if len(parties_of(compound)) > 1 and MEETING.pattern.fullmatch(anchor.group()):
        return frozenset(parties_of(compound))
    return _pair(document, sentence, anchor)


def participants(document: Document, sentence: Sentence, anchor: re.Match[str]) -> frozenset[str]:
    """Who meets: "between A and B" and "the A-B talks" before anyone else who is named."""
    pair = named_pair(document, sentence, anchor)
    if len(pair) > 1:
        return pair
    end = sentence.span[0] + anchor.end()
    present = _of_this_news(
        document, _present(document, sentence), sentence.span[0] + anchor.start()
    )
    if MEETING.pattern.fullmatch(anchor.group()) is None:
        present = [name for name in present if name.span[0] <= end + OBJECT_REACH]
    acting, sides = set(parties_of(present)), set(document.preset.party_names)
    partners = with_allies(document, sentence)
    if acting >= sides and not THREE_WAY.search(sentence.text) and not _in_a_row(document, present):
        acting &= sides
    named_after = len(acting) < PAIR and all(name.span[0] >= end for name in present)
    noun = MEETING.pattern.fullmatch(anchor.group()) is not None
    they_meet = noun and named_after and BOTH_OPEN.match(sentence.text)
    if they_meet:
        return frozenset(sides_meant(document, sentence))
    if not acting & sides and BOTH_SIDES.search(sentence.text):
        acting = set()
    found = partners or _with_speaker(document, sentence, anchor, frozenset(acting))
    speakers = {attribution.party for attribution in sentence.attributions}
    only_tells = len(found) == 1 and found <= speakers and not found & sides
    return frozenset() if only_tells else found


BOTH_OPEN = re.compile(
    r"(?:Both|The two) (?:sides|countries|parties|governments|delegations|neighbou?rs|nations"
    r"|armies)\b"
)


def _of_this_news(document: Document, names: list[Name], at: int) -> list[Name]:
    """Where two are named up to a semicolon, those beyond it are in another piece of news."""
    here = [n for n in names if ";" not in document.text[slice(*sorted((n.span[0], at)))]]
    return here if len(parties_of(here)) > 1 else names


def _with_speaker(
    document: Document, sentence: Sentence, anchor: re.Match[str], acting: frozenset[str]
) -> frozenset[str]:
    """ "A said it was ready after talks with B's team": the one who speaks sat there too."""
    end = sentence.span[0] + anchor.end()
    met = _objects(document, sentence, end, verb=False)
    first = next(iter(acting_names(document, whole(sentence), end)), None)
    if len(acting) > 1 or not met or first is None or first.party is None:
        return acting
    return frozenset((first.party, *parties_of(met)))


OTHER_MATTER = re.compile(
    r",\s(?:which|planned|scheduled|due|set|held|hosted|mediated|brokered)\b"
    r"|\b(?:brokered|mediated|hosted|sponsored|facilitated|chaired) by\b|\b(?:was|were|will"
    r"|has|have|had|said|talks|negotiations|round|summit)\b",
    re.IGNORECASE,
)
"""Between two names: those who meet have been listed, and something else is told."""


def _up_to_a_break(document: Document, names: list[Name]) -> list[Name]:
    kept = names[:1]
    for name in names[1:]:
        if OTHER_MATTER.search(document.text[kept[-1].span[1] : name.span[0]]):
            break
        kept.append(name)
    return kept


WITH = re.compile(r"[\w\s,’'-]{0,40}\bwith (?:the |an? )?$", re.IGNORECASE)
DIRECT = re.compile(
    r"\s(?:[\w’'-]+\s){0,2}?|\s(?:the |his |her |their )?(?:\w+ ){0,2}?"
    r"(?:leaders|presidents|counterparts|envoys|ministers|heads|chiefs|president|commander|head)"
    r" (?:of|from) (?:the )?"
)
LOCATED = re.compile(
    r"\b(?:in|at|on|to|for|of|from|near|over|about|by|under|after|before)\s(?:the )?$"
    r"|\b(?:through|via)\b"
)
HOSTING = re.compile(r"\w+ing\b|are ", re.IGNORECASE)
BROUGHT = re.compile(r"br(?:ought|inging)|host|gather|receiv|convened", re.IGNORECASE)
"""Of the one who hosts: those whom it brings together are the ones who meet."""
OBJECT_REACH = 60
SUBJECT_REACH = 110
FOR_A_MEETING = re.compile(r"[-–’'\w\s]{0,20}\b(?:meeting|talks|summit)\b", re.IGNORECASE)
NAMED_WITH_OFFICE = re.compile(r"[\w\s.’'-]{0,50}")


def _pair(document: Document, sentence: Sentence, anchor: re.Match[str]) -> frozenset[str]:
    """ "A met B", "the presidents of A and B meet", "A held talks with B": those two, whoever else
    is spoken of in the sentence."""
    at, end = sentence.span[0] + anchor.start(), sentence.span[0] + anchor.end()
    verb = MEETING.pattern.fullmatch(anchor.group()) is None
    before = _subjects(document, sentence, at, anchor)
    after = _objects(document, sentence, end, verb)
    if BROUGHT.match(anchor.group()):
        sides = set(document.preset.party_names)
        guests = set(parties_of(after)) | {
            n.party
            for n in acting_names(document, whole(sentence))
            if n.party in sides and n.span[0] >= end
        }
        if len(guests) > 1 and (guests >= sides or len(parties_of(after)) > 1):
            return frozenset(str(guest) for guest in guests)
    if verb and len(parties_of(before)) > 1:
        return frozenset((*parties_of(before), *parties_of(after)))
    found = frozenset((*parties_of(before), *parties_of(after)))
    return found if before and after and len(found) > 1 else frozenset()


def _subjects(document: Document, sentence: Sentence, at: int, anchor: re.Match[str]) -> list[Name]:
    """The acting names nearest before the meeting word, with those joined to them."""
    names = [
        name
        for name in acting_names(document, whole(sentence), at)
        if name.kind is not NameKind.BODY or not name.adjective
        if not ASIDE.match(document.text[name.span[1] : name.span[1] + 16])
        and not _qualifies_meeting(document, name, at)
        and not _names_the_place(document, sentence, name)
    ]
    if not names:
        return []
    if HOSTING.match(anchor.group()):
        return names[:1]
    group = names[-1:]
    if at - group[0].span[1] > SUBJECT_REACH:
        return []
    for name in reversed(names[:-1]):
        gap = document.text[name.span[1] : group[0].span[0]]
        same = name.party == group[0].party and NAMED_WITH_OFFICE.fullmatch(gap)
        if not (JOINT.fullmatch(gap) or same):
            break
        group.insert(0, name)
    return group


def _qualifies_meeting(document: Document, name: Name, at: int) -> bool:
    """The name stands before another meeting's noun ("the A-B meeting")."""
    found = FOR_A_MEETING.match(document.text[name.span[1] : at])
    return found is not None and "'" not in found.group()[:2]


def _objects(document: Document, sentence: Sentence, end: int, verb: bool) -> list[Name]:
    """The first name after the meeting word, where it is the one who is met."""
    named = [
        n
        for n in sentence.names
        if n.party
        and n.kind is not NameKind.PLACE
        and end <= n.span[0] <= end + OBJECT_REACH
        and not SPONSOR.match(document.text[n.span[1] : n.span[1] + 14])
    ]
    if not named:
        return []
    gap = document.text[end : named[0].span[0]]
    direct = DIRECT.fullmatch(gap) is not None and named[0].kind in (
        NameKind.PARTY,
        NameKind.PERSON,
    )
    located = SENT_BY.search(gap) is None and LOCATED.search(gap) is not None
    if not (WITH.fullmatch(gap) or (verb and direct and not located)):
        return []
    group = named[:1]
    for name in named[1:]:
        between = document.text[group[-1].span[1] : name.span[0]]
        same = name.party == group[-1].party and NAMED_WITH_OFFICE.fullmatch(between)
        if not (JOINT.fullmatch(between) or same):
            break
        group.append(name)
    return group


def _in_a_place(document: Document, name: Name) -> bool:
    return re.search(r"\b(?:in|at|to)\s(?:the )?$", document.text[: name.span[0]][-12:]) is not None


def _in_a_row(document: Document, names: list[Name]) -> bool:
    """Three parties and more in one breath: "A, B and C met"."""
    for place in range(len(names) - 2):
        three = names[place : place + 3]
        gaps = [document.text[a.span[1] : b.span[0]] for a, b in pairwise(three)]
        if len(parties_of(three)) == 3 and all(JOINT.fullmatch(gap) for gap in gaps):
            return True
    return False


def parties_of_lead(document: Document) -> frozenset[str]:
    """Both sides, where title and lead name both; of more sides, those of their only track.

    A side that is named only as the one with whom there is war, or is to be a truce, does not sit
    there: the other one talks to an outsider whom the same lead names.
    """
    lead = lead_of(document, LEAD)
    told = [s for s in document.sentences if s.index in lead]
    named = {n.party for s in told for n in s.names if n.kind is not NameKind.PLACE}
    sides = frozenset(document.preset.party_names)
    pairs = {frozenset(t.parties) for t in document.preset.tracks}
    if len(sides) == PAIR and sides <= named:
        there = {n.party for s in told for n in _who_act(document, s)}
        fought = {n.party for s in told for n in s.names if _is_fought(document, n)} & sides
        outside = [pair for pair in pairs if pair <= there and len(pair & sides) == 1]
        if fought and not fought & there and len(outside) == 1:
            return outside[0]
    if sides <= named:
        return sides
    fitting = [pair for pair in pairs if pair <= named and pair <= sides]
    return fitting[0] if len(fitting) == 1 else frozenset()


AT_WAR_WITH = re.compile(
    r"\b(?:cease-?fire|truce|pause|peace|war|conflict|fighting|hostilities)\b[^.;,]{0,24}"
    r"\b(?:with|against) (?:the )?$",
    re.IGNORECASE,
)


def _who_act(document: Document, sentence: Sentence) -> Iterator[Name]:
    """Those who act, and are not only spoken of, owned from, or fought with."""
    for name in acting_names(document, whole(sentence)):
        spoken = _is_quoted(sentence, name) or ASIDE.match(document.text[name.span[1] :][:16])
        if not spoken and not _is_fought(document, name):
            yield name


def _is_fought(document: Document, name: Name) -> bool:
    return AT_WAR_WITH.search(document.text[max(0, name.span[0] - 60) : name.span[0]]) is not None


def both_meant(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """Between whom something is settled that is laid to nobody: the two of the title, or the sides.

    Where a side meets an outsider, what was agreed there was agreed by those two.
    """
    title = document.sentences[0]
    two = parties_of(acting_names(document, whole(title)))
    ours = set(two) & {*document.preset.party_names}
    if len(two) == PAIR and len(ours) == 1 and track_of(document, frozenset(two)):
        return two
    return sides_meant(document, sentence)


PAIR = 2


def with_allies(document: Document, sentence: Sentence) -> frozenset[str]:
    """A side and its friends, where the text says no more than "its allies" or "the coalition"."""
    if not ALLIES.search(sentence.text, sentence.stems):
        return frozenset()
    named = [n.party for n in sentence.names if n.party in document.preset.party_names]
    friends = [
        party.name
        for party in document.preset.third_parties
        if any(ALLIES.pattern.search(alias) for alias in party.aliases)
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
        and name.span[0] >= sentence.span[0] + end_of_dateline(sentence.text)
        and not _names_the_place(document, sentence, name)
        and not TURNED_TO.search(document.text[: name.span[0]][-40:])
        and not _is_quoted(sentence, name)
        and not ASIDE.match(document.text[name.span[1] : name.span[1] + 16])
        and not _is_fought(document, name)
    ]


def _is_quoted(sentence: Sentence, name: Name) -> bool:
    """Of whom somebody speaks in his own words: that does not seat them at his table."""
    before = sentence.text[: name.span[0] - sentence.span[0]]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


HOSTED_ROUND = re.compile(r" (?:rounds?|leg|track|sessions?)\b")
TURNED_TO = re.compile(
    r"\b(?:g[ai]ve[sn]?|giving|granted|told|tells?|urg(?:ed?|es|ing)|warn(?:s|ed|ing)?|press(?:ed|es)"
    r"|threaten(?:s|ed)?|order(?:s|ed)?|call(?:s|ed|ing)? on|accus(?:es?|ed)|against"
    r"|condemn(?:s|ed)"
    r"|want(?:s|ed)) (?:the )?$"
)
"""Before a name: words are addressed to its bearer, who is not said to be there."""
SUMMIT_IN = re.compile(r" (?:summit|talks|meeting|round|negotiations|session|process)\b")


def _names_the_place(document: Document, sentence: Sentence, name: Name) -> bool:
    """ "The Brobdir summit", "the Lilliputian round" of two others: where it is, not who is there.

    "A-Brobdir talks" are two sides'.
    """
    at = name.span[0] - sentence.span[0]
    alone = sentence.text[:at][-1:] in ("", " ") and not sentence.text[:at].endswith(" and ")
    city = document.text[slice(*name.span)] in document.preset.cities
    if alone and name.adjective and name.party not in document.preset.party_names:
        return HOSTED_ROUND.match(document.text, name.span[1]) is not None
    return city and alone and SUMMIT_IN.match(document.text, name.span[1]) is not None


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
