"""What a deal or a proposal "provides for", and what holds "under" it.

A text that is agreed makes its contents agreed; one that is proposed makes them proposed; one that
is only possible makes them nothing.
"""

import re
from collections.abc import Iterator

from reading.document import Document, Sentence
from reading.facts import Stance
from reading.gate import Gated
from reading.talk_clauses import lead_of, sides_named
from reading.talk_stances import Cue, bare_passives, find_cues

_AGREED = (
    r"deal|agreement|accord|truce|pact|cease-?fire|arrangement|understanding|declaration|protocol"
    r"|treaty|settlement|(?:joint )?statement|communique|compromise|first phase|first stage|swap"
)
_PROPOSED = (
    r"proposal|plan|draft|offer|initiative|blueprint|text|document|framework|memorand(?:um|a|ums)"
    r"|roadmap|scheme"
)
_NOUN = (
    rf"(?:(?P<agreed>{_AGREED})|(?P<proposed>{_PROPOSED})|(?P<terms>terms|conditions)"
    r"|(?P<wanted>demand|requirement|list))s?\b"
)
_WHOSE = r"(?:the|a|an|its|their|his|this|that|any|[A-Z][\w.-]*['’]s|[A-Za-z]+['’]s)"
_MORE = (
    r"(?:(?!(?:announc\w+|sign\w*|reach\w*|said|says|is|was|has|had|have|to|and|of|that|for|on"
    r"|with|in)\s)[\w.’'-]+\s)"
)
_UNDER = Gated(
    rf"\b(?:under|as part of|in line with|in accordance with|according to|pursuant to|as per)\s+"
    rf"(?P<phrase>{_WHOSE}\s+{_MORE}{{0,4}}?(?:terms of\s+(?:the\s+)?(?:[\w-]+\s){{0,3}}?)?)"
    rf"{_NOUN}"
)
_PROVIDES = Gated(
    rf"\b(?P<phrase>{_WHOSE}\s+{_MORE}{{0,4}}?){_NOUN}"
    r"(?:, [^,.;]{3,90},|(?:,? (?!will |would |shall )[\w’'-]+){0,9}?,?) "
    r"(?:also |further |reportedly )?"
    r"(?:call(?:s|ed|ing)? for|provid(?:es|ed|ing) for|includ(?:es?|ed|ing)|foresees?|foresaw"
    r"|envisag(?:es|ed)|envision(?:s|ed)|stipulat(?:es|ed)|requir(?:es|ed|ing)|sets? out"
    r"|oblig(?:es|ed|ates)|commit(?:s|ted|ting)|bind(?:s|ing)|entails?|guarantees|mandates|ensur(?:es|ed)"
    r"|contain(?:s|ed)|specif(?:ies|ied)|cover(?:s|ed)|lays? (?:out|down)|list(?:s|ed)|says? that"
    r"|giv(?:es|ing)|gave|grant(?:s|ed)|allow(?:s|ed)|lets|asks?"
    r"|(?:begin|start)s? with"
    r"|(?:will|would|that would|could|should) (?:also |first |initially )?[“\"‘']?(?:see|include"
    r"|require|allow|oblige|bring|involve|mean|begin|start|provide|commit|secure|entail|win"
    r"|contain|lead to|result in))\b"
)
_MADE = re.compile(r"\b(?:sign|agree|joint|final|accept|approv|adopt)", re.IGNORECASE)
_NOT_MADE = re.compile(
    r"\b(?:proposed|draft|suggested|offered|planned|tentative|putative)\b", re.IGNORECASE
)
_ONLY_POSSIBLE = re.compile(
    r"\b(?:an?|any|possible|potential|emerging|future|eventual|no|last|earlier|previous|old|older"
    r"|former|existing|similar|\d{4}|\d{4} \w+|month['’]s|year['’]s|week['’]s)\b",
    re.IGNORECASE,
)


_IT_PROVIDES = re.compile(
    r"\W*(?:under|according to) it\b,?"
    r"|\W*(?:it|this|that) (?:also |further )?(?:calls for|called for|provides for|provided for"
    r"|includes|included|foresees|envisages|stipulates|requires|commits|obliges"
    r"|(?:will|would) (?:also )?(?:see|include|require))\b",
    re.IGNORECASE,
)
_ANY_PAPER = re.compile(rf"\b{_NOUN}", re.IGNORECASE)


def frames_in(text: str, stems: frozenset[str], before: str = "") -> Iterator[Cue]:
    """The frames of a clause as cues; `stance` None where the deal is only possible, or old.

    `before` is the sentence before, to which "it provides for" points back.
    """
    if (it := _IT_PROVIDES.match(text)) is not None:
        papers = list(_ANY_PAPER.finditer(before))
        if papers and not (papers[-1]["terms"] or papers[-1]["wanted"]):
            proposed = any(paper["proposed"] for paper in papers)
            stance = Stance.PROPOSED if proposed else Stance.AGREED
            yield Cue(stance, *it.span(), frame=True)
    for pattern in (_UNDER, _PROVIDES):
        for found in pattern.finditer(text, stems):
            if _HELD_IN.search(text[: found.start()]) is None:
                yield Cue(_stance(found), *found.span(), frame=True)


_HELD_IN = re.compile(
    r"\b(?:provid\w+ for|includ(?:es?|ed)|foresees?|foresaw|stipulat\w+|envisag\w+) $",
    re.IGNORECASE,
)
"""Before a deal: another one holds it ("provides for a truce in the north and guarantees")."""


_THAT_WAS_MADE = re.compile(
    r" (?:(?:that|which) [^.;]{0,60}\b)?(?:signed|agreed|reached|announced|sealed|struck|published"
    r"|unveiled|brokered|mediated|made public)\b"
    r"|(?: of [\w -]{3,30})? (?:to|on) which [^.;]{0,60}\b(?:signatures?|names?|signed|agreed)\b"
    r"|,? (?:that|which) (?:has|gives|requires|commits|obliges|binds|lets|allows|leaves|includes"
    r"|sees)\b",
    re.IGNORECASE,
)
"""After a deal that "a" or "any" introduces: it is there, and no mere possibility."""
_MADE_SO = re.compile(
    r"\b(?:signed|sealed|struck|concluded|agreed|reached|initial+ed) ", re.IGNORECASE
)
_JUST_MADE = re.compile(
    r"\b(?:sign(?:ed|s)?(?: up to)?|(?:signatures?|names?|pens?)(?: on \w+day)? to|inked"
    r"|reach(?:ed)?|agreed(?: to| on)?|announced?|unveiled|str[iu]ck|made"
    r"|approved|issued|adopted|released|concluded)\s$",
    re.IGNORECASE,
)


def _stance(found: re.Match[str]) -> Stance | None:
    phrase = found["phrase"]
    if found["wanted"]:
        asked = found["wanted"].lower() != "list" or re.search(r"['’]s?\s", phrase)
        return Stance.DEMANDED if asked else None
    if found["terms"] is None and (
        _THAT_WAS_MADE.match(found.string, found.end())
        or _MADE_SO.search(found.string[found.end("phrase") : found.end()])
    ):
        return Stance.AGREED
    if _JUST_MADE.search(found.string[: found.start()]):
        return Stance.AGREED
    if found["terms"]:
        return Stance.DEMANDED if re.search(r"['’]s\b", phrase) else Stance.AGREED
    if found["proposed"]:
        return Stance.AGREED if _MADE.search(phrase) else Stance.PROPOSED
    if _NOT_MADE.search(phrase):
        return Stance.PROPOSED
    return None if _ONLY_POSSIBLE.search(phrase) else Stance.AGREED


_YES = re.compile(r"accept|consent|endors|approv|agree", re.IGNORECASE)
_STRAIGHT_ON = re.compile(r"\s(?:[\w.’'-]+\s){0,12}")


def answered(cues: list[Cue], text: str) -> list[Cue]:
    """Cues in which an answer to a text speaks for what is in the text.

    Who "accepted a plan that includes a release" offers the release; who rejected the plan has
    said nothing of its parts.
    """
    found = []
    for cue in cues:
        answer = _answer_to(cue, cues, text) if cue.frame else None
        if answer is None:
            found.append(cue)
        elif answer.stance is Stance.AGREED:
            found.append(Cue(Stance.OFFERED, answer.start, cue.end))
        else:
            found.append(Cue(None, answer.start, cue.end))
    return found


def _answer_to(frame: Cue, cues: list[Cue], text: str) -> Cue | None:
    """The yes or no that stands before a frame with nothing else between."""
    before = [c for c in cues if not c.frame and not c.passive and not c.noun]
    before = [c for c in before if c.end <= frame.start]
    if not before or not _STRAIGHT_ON.fullmatch(text[before[-1].end : frame.start] or " "):
        return None
    last = before[-1]
    yes = last.stance is Stance.AGREED and _YES.match(text[last.start :])
    return last if yes or last.stance is Stance.REJECTED else None


_DEAL = Gated(
    r"\b(?:deal|agreement|accord|truce|pact|cease-?fire|understanding|declaration|first phase"
    r"|framework|memorandum|protocol|points?|terms)\b|\bagree[ds]?\b"
)
_OLD = re.compile(
    r"\b(?:last (?:week|month|year|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)|months? ago|years? ago|weeks? ago|weeks? after|months? after"
    r"|earlier this|previous)\b",
    re.IGNORECASE,
)
LEAD = 4


def deal_told(document: Document) -> bool:
    """True where title or lead tell of a deal that has just been made or has come into force."""
    lead = lead_of(document, LEAD)
    return any(_tells_deal(document, s) for s in document.sentences if s.index in lead)


def _tells_deal(document: Document, sentence: Sentence) -> bool:
    if not _DEAL.search(sentence.text, sentence.stems) or _OLD.search(sentence.text):
        return False
    if (stands := _STANDS.search(sentence.text)) is not None:
        return _DOUBTED.search(sentence.text[: stands.end()]) is None
    cues = find_cues(sentence.text, sentence.stems)
    if sentence.heading:
        cues += bare_passives(sentence.text)
    return any(
        (cue.stance is Stance.AGREED and not _of_one_side(document, sentence, cue))
        or (cue.stance is Stance.CARRIED_OUT and cue.passive)
        for cue in cues
    )


_ONE_S_YES = re.compile(r"accept|consent|endors|approv|say(?:s|ing)? yes|said yes", re.IGNORECASE)


def _of_one_side(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """ "A accepts the plan": its yes alone makes no deal."""
    if cue.passive or _ONE_S_YES.match(sentence.text, cue.start) is None:
        return False
    before = [n for n in sentence.names if n.span[1] <= sentence.span[0] + cue.start]
    return len(sides_named(document, before)) == 1


_STANDS = re.compile(
    r"\b(?<!['’]s )(?:truce|cease-?fire|deal|agreement|accord)(?: (?:between|in|for|of|with|on)"
    r" [\w’' -]{2,50}?)?,? (?:(?:is |due |set )?to (?:begin|start|take (?:effect|hold)"
    r"|come into (?:force|effect)|enter into force)|(?:now )?in (?:force|effect)|begins|starts"
    r"|takes (?:effect|hold)|comes into (?:force|effect)|enters into force)\b"
    r"|\b(?:announcement|signing|conclusion|implementation|entry into force) of (?:an?|the) "
    r"(?:[\w.-]+ ){0,3}(?:truce|cease-?fire|deal|agreement|accord)\b"
    r"|\b(?:com|cam)e to (?:terms|an (?:agreement|understanding))\b",
    re.IGNORECASE,
)
"""A deal with its beginning: it is there."""
_DOUBTED = re.compile(
    r"\b(?:if|unless|whether|could|might|(?-i:may)|should|not|no|never|fail\w*|hop\w+|urg\w+"
    r"|call\w*|demand\w*|propos\w+|unilateral\w*|declar\w+|plan\w*|draft|want\w*|ready|once|until"
    r"|his|its own|\w+['’]s (?:\w+ )?(?:truce|cease-?fire))\b|n['’]t\b",
    re.IGNORECASE,
)
