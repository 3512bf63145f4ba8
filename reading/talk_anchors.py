"""Which words of a sentence tell of a meeting of the sides, and which of something else."""

import re
from collections.abc import Iterator

from reading.bare import stems
from reading.document import Document, Sentence
from reading.gate import Gated
from reading.talk_clauses import acting_names, parties_of, whole
from reading.talk_days import days_in
from reading.talk_parties import with_allies
from reading.talk_places import city_at
from reading.talk_status import NEVER_MET, NOT_THEN
from reading.talk_words import (
    MEETING,
    MET,
    NO_MEETING,
    NO_ROUND_AFTER,
    OFFERED_MEETING,
    PEACE_PAPER,
    SEVERAL,
    SIGNED,
    TALK_OF_TALKS,
)
from reading.unsaid import EVERY, Unsaid, is_unsaid

MEETING_STEMS = stems(
    "talks talked negotiations rounds meets met summit session consultations sit sat sitting"
    " face convene spent gather host visit signed inked initialled between together conferred"
    " messages progress received delegations exchanged traded shook huddled conversation signature"
    " bargaining deliberations put went panel committee mechanism commission envoys"
    " delegates officers diplomats teams discussions encounter part parted parts brings brought"
    " bringing discussed"
)
"""Stems of which one must stand in a sentence that tells a meeting."""
BEFORE = 90
"""Characters around a meeting word in which it may be wished for or belong to something else."""
SIDES_MEET = Gated(
    r"\b(?:they|(?:(?:two|both) (?:sides|countries|neighbou?rs|armies|parties|nations)['’]? )"
    r"(?:[\w-]+ ){0,2}(?:officials|commanders|generals|officers|ministers|envoys|experts)"
    r"|(?:the )?(?:two |both |warring )?(?:sides|parties|delegations|teams|negotiators"
    r"|delegates|envoys|(?:foreign |defen[cs]e |prime )?ministers|presidents|leaders|men"
    r"|generals|rivals|chiefs|commanders|premiers)) "
    r"(?:have |had |are |will |would |also |then |again |not |now |going |to )*"
    r"(?:met|meet|meeting|sat|face[ds]?|convened?|spent|negotiated|talking)\b"
)
DEAL_PAPER = Gated(r"\b(?:deal|agreement|phase|plan|text)\b")
DELEGATES = Gated(
    r"\b(?:negotiators|delegations|(?:negotiating )?teams|envoys|delegates|officers|diplomats)\b"
    r"(?=[^.;]{0,140}\b(?:agreed|emerged|exchanged|haggled?|worked|argued|finished|settled|parted"
    r"|broke off|discussed|reviewed|drafted|talked|debated|initial+ed)\b)"
)
"""Both sides' men who have agreed or argued in one city have met there, whatever the verb."""
WITH_OFFICIALS = Gated(
    r"\b(?:met|conferred|talked|sat down|negotiated)(?: again)? with (?:\w+ ){0,2}"
    r"(?:officials|ministers?|negotiators|leaders|mediators)\b"
)
COMMITTEE = Gated(
    r"\b(?:panel|committee|mechanism|commission)\b(?=[^.;]{0,90}\b(?:cease-?fire|truce|border|talks))"
    r"[^.;,]{0,80}\b(?:met|sat|convened)\b"
    r"|\b(?:cease-?fire|truce|border) (?:\w+ ){0,2}(?:panel|committee|mechanism|commission) "
    r"(?:met|sat|convened|to (?:sit|meet|convene)|will (?:sit|meet|convene|be convened))\b"
    r"|(?-i:(?:General|Joint|Regional|Bilateral|Mixed|Tripartite|Trilateral|Ceasefire|Border"
    r"|Boundary|Military|Monitoring|Coordination) ){2,4}(?:committee|commission|mechanism)"
    r"(?: of [\w ]{3,40}| \([A-Z]+\))? (?:met|sat|convened|meets|sits|convenes|gathered"
    r"|(?:will|to|is to) (?:sit|meet|convene|gather|be convened))\b"
)
"""Bodies in which both sides sit: their session is a meeting of the sides."""
SOCIAL = re.compile(r"host|gather|visit|received", re.IGNORECASE)
TO_TALK = re.compile(
    r"\b(?:talks|to talk|envoys?|negotiat\w+|discuss\w*|summit|meeting|session|round|mediat\w+"
    r"|peace plan)\b",
    re.IGNORECASE,
)
"""People gather and host each other for many things: here something must be talked about."""
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:ed|es)|no truth)\b[^.;]{0,60}"
    r"\b(?:reports?|claims?|that|rumou?rs?|having|any)\b[^.;]*$"
    r"|\b(?:did|has|have|had|would) not (?:say|said|confirm(?:ed)?|announced?) "
    r"(?:that |if |whether |when )?(?:the |any |an? )?(?:[\w-]+ )?$",
    re.IGNORECASE,
)
"""Before a meeting: somebody says that it did not take place, or nobody says that it did."""
SPOKE_AT = re.compile(
    r"\b(?:told|said|saying|speaking|spoke|asked|answer\w*|remarks?|comments?)\b[^.;]{0,60}"
    r"\b(?:during|at|before|on the sidelines of|ahead of) (?:an?|his|her|their) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Before "meeting with": only where somebody was when he spoke of something else."""
MEANWHILE = re.compile(
    r",[\s“\"]*(?:even )?(?:as|while|amid|with|despite)\s(?:[\w-]+ ){0,4}$", re.IGNORECASE
)
ATTACKED = re.compile(
    r"\b(?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|strikes?|struck|shell\w*|bomb\w*)\b",
    re.IGNORECASE,
)
"""News of an attack, beside which talks are only said to go on."""
STAYED_AWAY = re.compile(
    r"\b(?:stay\w* away from|skip\w*|absent from)\b[^.;]{0,30}$", re.IGNORECASE
)
SENT_OTHERS = re.compile(r"[^.;]*\b(?:sending|sent|instead)\b", re.IGNORECASE)
"""One who sends others does not call a meeting off."""
SIGNED_IT = Gated(r"\bsign(?:ed|s)? (?:it|the (?:text|document|paper))\b")
"""The paper was named in the sentence before."""
BOTH_SIGN = Gated(
    r"\b(?:both|the two|they|(?:foreign |defen[cs]e )?ministers|presidents|leaders|sides"
    r"|parties)\b"
)
TO_SIGN = re.compile(
    r"\b(?:to|will|would|could|should|must|can|(?-i:may)|might|not|never|if|once|had|have been"
    r"|was|were|been|be)(?: \w+){0,2} $"
    r"|\b(?:before|until|unless|when|nothing|nobody|none|without)\b(?: [\w-]+){0,4} $",
    re.IGNORECASE,
)
"""Before "signed": it is planned or wished for, or was done at some other time."""


PAPER_BEFORE = re.compile(
    r"\b(?:accords?|agreements?|truce|deals?|declaration|cease-?fire|pact|memorandum|text|document"
    r"|treaty|framework|protocol) (?:(?:that |which )?(?:was |were )?)$",
    re.IGNORECASE,
)
SIGNED_ON = 8
"""Characters after "signed" within which its day stands ("signed on Friday")."""


def anchors_in(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Every word of a meeting or a signature, whoever it is of."""
    for pattern in (MET, MEETING, SIGNED):
        yield from pattern.finditer(sentence.text, sentence.stems)


AMONG_THEM = re.compile(r"\bwho (?:was|were|are|is|had been) $")
"""Before "meeting": those who are meant met among themselves ("leaders who were meeting there")."""


def meeting_words(document: Document, sentence: Sentence) -> Iterator[re.Match[str]]:
    """The words that tell of a meeting: nouns, verbs of two sides, their men, their pens."""
    for found in _words_of_meetings(document, sentence):
        if not is_unsaid(sentence, sentence.span[0] + found.start(), EVERY | Unsaid.NOT):
            yield found


def _words_of_meetings(document: Document, sentence: Sentence) -> Iterator[re.Match[str]]:
    text, stems = sentence.text, sentence.stems
    nouns = _nouns(document, sentence)
    yield from (found for found in nouns if not AMONG_THEM.search(text, 0, found.start()))
    if not any(pattern.may_match(stems) for pattern in (MET, COMMITTEE, DELEGATES, SIGNED)):
        return
    acting = parties_of(acting_names(document, whole(sentence)))
    meets = SIDES_MEET.search(text, stems) or WITH_OFFICIALS.search(text, stems)
    if len(acting) > 1 or meets or with_allies(document, sentence):
        yield from _verbs(sentence)
    yield from COMMITTEE.finditer(text, stems)
    if len(acting) > 1:
        for found in DELEGATES.finditer(text, stems):
            if city_at(document, sentence, *found.span()) is not None:
                yield found
    if not SIGNED.may_match(stems):
        return
    sides = set(document.preset.party_names) & set(acting)
    before = document.sentences[sentence.index - 1].text if sentence.index else ""
    peace = PEACE_PAPER.search(text, stems) or (len(sides) > 1 and DEAL_PAPER.search(text, stems))
    peace = peace or (SIGNED_IT.search(text, stems) and PEACE_PAPER.pattern.search(before))
    if peace and (len(acting) > 1 or BOTH_SIGN.search(text, stems)):
        signed = SIGNED.finditer(text, stems)
        yield from (
            f
            for f in signed
            if not TO_SIGN.search(text[: f.start()]) and not _was_signed_before(sentence, f)
        )


def _was_signed_before(sentence: Sentence, found: re.Match[str]) -> bool:
    """ "Broke the accord signed in spring": a paper that is only spoken of, unless dated here."""
    if not PAPER_BEFORE.search(sentence.text[: found.start()]):
        return False
    end = sentence.span[0] + found.end()
    return all(not 0 <= day.span[0] - end <= SIGNED_ON for day in days_in(sentence))


def _nouns(document: Document, sentence: Sentence) -> Iterator[re.Match[str]]:
    text = sentence.text
    series = [found.span() for found in SEVERAL.finditer(text, sentence.stems)]
    for found in MEETING.finditer(text, sentence.stems):
        if any(low <= found.start() < high for low, high in series):
            continue
        before = text[max(0, found.start() - BEFORE) : found.start()]
        after = text[found.end() : found.end() + BEFORE]
        if NO_MEETING.search(before) or NO_ROUND_AFTER.match(after):
            continue
        if STAYED_AWAY.search(before) and SENT_OTHERS.search(after):
            continue
        if DENIED.search(text[: found.start()]):
            continue
        if SPOKE_AT.search(before) and after.startswith(" with "):
            continue
        aside = MEANWHILE.search(text[: found.start()])
        if aside and ATTACKED.search(text[: aside.start()]):
            continue
        if not TALK_OF_TALKS.search(before) or _concrete(document, sentence, before):
            yield found


def _verbs(sentence: Sentence) -> Iterator[re.Match[str]]:
    text = sentence.text
    for found in MET.finditer(text, sentence.stems):
        before = text[max(0, found.start() - BEFORE) : found.start()]
        social = SOCIAL.match(found.group()) and not TO_TALK.search(text)
        if NEVER_MET.search(before) and not (NOT_THEN.search(before) and days_in(sentence)):
            continue
        denied = DENIED.search(text[: found.start()])
        apart = TALK_OF_TALKS.search(before) or NO_MEETING.search(before)
        if not (social or denied or apart):
            yield found


def _concrete(document: Document, sentence: Sentence, before: str) -> bool:
    """An offer that names city or day is news of a meeting to come; a wish is not."""
    return bool(OFFERED_MEETING.search(before)) and (
        city_at(document, sentence, 0, 0) is not None or bool(days_in(sentence))
    )


OFFER_REACH = 60
OFFERED_ELSEWHERE = re.compile(
    r"\b(?:said|says|told|held|met|at|during|after|following)\b", re.IGNORECASE
)
"""Between an offer and a meeting: something else is offered, at or after the meeting."""


def is_offered(before: str) -> bool:
    """Somebody offers the meeting itself: no other verb of saying comes between."""
    found = list(OFFERED_MEETING.finditer(before))
    if not found:
        return False
    between = before[found[-1].end() :]
    return len(between) <= OFFER_REACH and not OFFERED_ELSEWHERE.search(between)
