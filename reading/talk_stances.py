"""How firmly a point stands: the words that govern an item, and what unsays them."""

import re
from dataclasses import dataclass

from reading.facts import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that gives a stance; `stance` is None for talk that settles nothing ("discussed")."""

    stance: Stance | None
    start: int
    end: int
    passive: bool = False
    noun: bool = False
    """A thing ("proposal for"), which an answer to it outranks ("rejected a proposal for")."""


ANSWERS = frozenset({Stance.AGREED, Stance.REJECTED, Stance.NOTED})


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


WORDS: tuple[tuple[Stance | None, re.Pattern[str]], ...] = (
    (
        Stance.NOTED,
        _compile(
            r"\b(?:took|take|takes|taken|taking) (?:note|account|into account"
            r"|[“\"']?under advisement)"
            r"|\b(?:agreed?|agrees|promis(?:ed|es)|to) (?:to )?"
            r"(?:consider|study|examine|look (?:at|into))"
            r"|\bnot(?:ed|es) (?:the|this|that|its|a) (?:request|proposal|wish)"
            r"|\b(?:would|will) (?:think about|consider|study)\b"
        ),
    ),
    (
        Stance.REJECTED,
        _compile(
            r"\b(?:reject(?:ed|s|ing)?|refus(?:ed|es|ing|al of)|rul(?:ed|es|ing) out|turn(?:ed"
            r"|s) down"
            r"|dismiss(?:ed|es|ing)|rebuff(?:ed|s)|spurn(?:ed|s)|said no to|declin(?:ed|es))\b"
        ),
    ),
    (
        Stance.DEMANDED,
        _compile(
            r"\b(?:demand(?:ed|s|ing)?|insist(?:ed|s|ing)?|press(?:ed|es|ing) for|ultimatum)\b"
            r"|\b(?:depend|conditional|contingent) on\b"
        ),
    ),
    (
        Stance.OFFERED,
        _compile(
            r"\b(?:declar|announc|order|proclaim)(?:ed|es|ing|e|s)?"
            r"(?= (?:(?:an?|its|his|the) )?(?:[\w-]+ ){0,4}(?:truce|cease-?fire|pause"
            r"|moratorium)\b)"
            r"|\b(?:offer(?:ed|s|ing)?|(?:is|are|was|were|be) (?:ready|willing|prepared) to"
            r"|readiness to|willingness to|volunteer(?:ed|s)|pledg(?:ed|es)|promis(?:ed|es)"
            r"|undert(?:ook|aken))\b"
        ),
    ),
    (
        Stance.PROPOSED,
        _compile(
            r"\b(?:propos(?:ed|es|ing|al (?:for|of|to))|suggest(?:ed|s|ing|ion)|put(?:s"
            r"|ting)? forward"
            r"|ask(?:ed|s|ing)? (?:for|to)|request(?:ed|s|ing)?(?: (?:for|of))?|call(?:ed|s"
            r"|ing) for"
            r"|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|wish(?:es|ed)?|float(?:ed|s)|urg(?:ed|es"
            r"|ing)"
            r"|invit(?:ed|es|ing))\b"
        ),
    ),
    (
        Stance.AGREED,
        _compile(
            r"\b(?:agree(?:d|s|ing)?(?! with\b)|agreements?,? (?:on|to|for|about|that|notably"
            r"|including|such as)|deal (?:on"
            r"|to|for)"
            r"|settl(?:e|ed|ing) on|accept(?:ed|s)?|arrang(?:ed|ing for)|consent(?:ed)? to"
            r"|decided (?:on|to)"
            r"|reach(?:ed)? (?:a|an) (?:deal|agreement|understanding)|sign(?:ed|s|ing)"
            r"|(?:announc|confirm)(?:ed|es|ing) (?:the|a|an|that)(?: \w+)? (?:swap|exchange|deal"
            r"|return)"
            r"|commit(?:ted|s)? to)\b"
        ),
    ),
    (
        Stance.CARRIED_OUT,
        _compile(
            r"\b(?:complet(?:ed|es)|carr(?:ied|y|ies) out|conduct(?:ed|s)|stag(?:ed|es)"
            r"|finaliz(?:ed|es)"
            r"|implement(?:ed|s)|(?:took|takes) (?:place|effect)|went (?:ahead|into effect)"
            r"|came into (?:force|effect)|has begun|began|entered into force)\b"
        ),
    ),
    (
        None,
        _compile(
            r"\b(?:discuss(?:ed|es|ing|ion|ions)?|talk(?:ed|ing|s)? (?:about|of|on)|spoke (?:of"
            r"|about)"
            r"|debat(?:ed|ing)|rais(?:ed|ing)|negotiat(?:e|ed|ing)|consider(?:ed|ing)"
            r"|work(?:ed|ing) on|mention(?:ed|s)|plan(?:s|ned|ning)? (?:to|for)|hop(?:ed|es"
            r"|ing) (?:for|to)"
            r"|prepar(?:ed|ing|ation)|possibility|prospects?|chance|efforts? to|push(?:ed"
            r"|ing)? for"
            r"|lead(?:ing)? to|led to|yield(?:ed|ing)?|regard(?:s|ed|ing)|purpose|topics?)\b"
        ),
    ),
)
"""First come, first kept where two overlap."""

PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\s+(?:also |now |finally |already |all |yet )*"
    r"(?P<word>agreed|settled|accepted|reached|signed|offered|proposed|suggested|rejected|refused"
    r"|ruled out|turned down|demanded|noted|taken|discussed|completed|carried out|implemented"
    r"|raised"
    r"|mentioned|prepared|held|conducted)\b|\b(?P<plain>took place|takes place|went ahead"
    r"|took effect|takes effect|came into (?:force|effect)|began|has begun)\b",
    re.IGNORECASE,
)

PASSIVE_STANCE: dict[str, Stance | None] = {
    "agreed": Stance.AGREED,
    "settled": Stance.AGREED,
    "accepted": Stance.AGREED,
    "reached": Stance.AGREED,
    "signed": Stance.AGREED,
    "offered": Stance.OFFERED,
    "proposed": Stance.PROPOSED,
    "suggested": Stance.PROPOSED,
    "rejected": Stance.REJECTED,
    "refused": Stance.REJECTED,
    "ruled out": Stance.REJECTED,
    "turned down": Stance.REJECTED,
    "demanded": Stance.DEMANDED,
    "noted": Stance.NOTED,
    "taken": Stance.NOTED,
    "completed": Stance.CARRIED_OUT,
    "carried out": Stance.CARRIED_OUT,
    "implemented": Stance.CARRIED_OUT,
    "conducted": Stance.CARRIED_OUT,
    "held": Stance.CARRIED_OUT,
    "took place": Stance.CARRIED_OUT,
    "takes place": Stance.CARRIED_OUT,
    "went ahead": Stance.CARRIED_OUT,
    "took effect": Stance.CARRIED_OUT,
    "takes effect": Stance.CARRIED_OUT,
    "came into force": Stance.CARRIED_OUT,
    "came into effect": Stance.CARRIED_OUT,
    "began": Stance.CARRIED_OUT,
    "has begun": Stance.CARRIED_OUT,
}
"""A passive's stance; words absent here settle nothing ("was discussed")."""

UNSAID = re.compile(
    r"\b(?:not|no|never|nor|neither|without|cannot|fail(?:ed|s|ing|ure)? to|unable to|yet to"
    r"|short of"
    r"|if|unless|whether|could|might|(?-i:may)|should|would (?:have|only|not)|until|before|once"
    r"|nobody"
    r"|hardly|far from)\b[^,;:.]{0,40}$|n['’]t\b[^,;:.]{0,30}$",
    re.IGNORECASE,
)
"""Before a cue in its clause: what it says did not happen, or only might."""


NOT_YET = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|would|will|shall|may|must|can|need(?:s|ed)? to|to"
    r"|possib(?:le|ly|ility)|potential(?:ly)?|likely|expect(?:s|ed|ing)?|plan(?:s|ned)?|aim(?:s|ed)?"
    r"|tr(?:y|ies|ied|ying)|seek(?:s|ing)?|sought|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on)"
    r"|demand(?:s|ed|ing)?|insist(?:s|ed)?|ready|willing|prepared|wait(?:s|ed|ing)?|close|near(?:ing)?"
    r"|closer|when|prospects?|chances?|towards?|offer(?:s|ed)?|propos(?:e|es|ed|al)|asks?|asked"
    r"|press(?:es|ed|ing)|push(?:es|ed|ing)?|discuss(?:es|ed|ing)?|idea|for an?|of an?|about an?)\b"
    r"[^,;:.]{0,40}$",
    re.IGNORECASE,
)
"""Before a word of agreement: it is hoped, planned, demanded or offered, and not given."""

SETTLED = re.compile(
    r"\b(?:reach|sign|announc|conclud|struck|seal|end|part|finish|made|mak|result|produc|yield|led"
    r"|under|follow|confirm|has|have|had|there (?:is|was)|with|brought|emerged|won|secur|clos"
    r"|gave|several)\w*\b"
    r"[^.;:]{0,30}$|(?:^|[:–—-]\s)[\s“\"']*(?:an? |the )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Before the noun "agreement": it stands; a bare noun may be only hoped for."""

AGREEMENT = re.compile(r"(?:agreement|deal)", re.IGNORECASE)
IF_ONLY = re.compile(
    r"[^.;]{0,80}\b(?:if|provided|on condition|as long as|only (?:if|when|after)|unless|once)\b",
    re.IGNORECASE,
)
"""After a word of agreement: it hangs on a condition."""


def find_cues(text: str) -> list[Cue]:
    """Every word in the clause that gives or withholds a stance, left to right."""
    cues = [
        Cue(_passive_stance(text, found), *found.span(), passive=True)
        for found in PASSIVE.finditer(text)
    ]
    for stance, pattern in WORDS:
        for found in pattern.finditer(text):
            if all(found.end() <= cue.start or found.start() >= cue.end for cue in cues):
                given = _unless_unsaid(stance, text, *found.span())
                noun = NOUN.match(found.group()) is not None
                cues.append(Cue(given, *found.span(), noun=noun))
    cues = [cue for cue in cues if not _is_wish(cues, cue, text)]
    return sorted(cues, key=lambda cue: cue.start)


def _passive_stance(text: str, found: re.Match[str]) -> Stance | None:
    """A passive to come ("will be held") carries nothing out."""
    stance = PASSIVE_STANCE.get((found["word"] or found["plain"]).lower())
    to_come = re.search(
        r"\b(?:will|would|to|shall|should|must|(?-i:may)|can)(?: \w+)? $", text[: found.start()]
    )
    if to_come and stance is Stance.CARRIED_OUT:
        return None
    return _unless_unsaid(stance, text, *found.span())


def _is_wish(cues: list[Cue], cue: Cue, text: str) -> bool:
    """A bare verb that another one asks for: "ready to accept", "demanded that they agree to"."""
    if not BARE.fullmatch(text[cue.start : cue.end].split(maxsplit=1)[0]):
        return False
    if re.search(r"\b(?:to|must|should)(?: \w+)? $", text[: cue.start]):
        return True
    asked = (Stance.DEMANDED, Stance.PROPOSED)
    return any(other.stance in asked and other.end <= cue.start for other in cues)


def _unless_unsaid(stance: Stance | None, text: str, at: int, end: int) -> Stance | None:
    before = text[:at]
    if UNSAID.search(before):
        return None
    if stance is Stance.AGREED:
        if NOT_YET.search(before) or IF_ONLY.match(text[end:]):
            return None
        if AGREEMENT.match(text[at:]) and not SETTLED.search(before):
            return None
    return stance


NOUN = re.compile(r"(?:proposal|request|demand|call|offer|suggestion|wish)\b", re.IGNORECASE)
BARE = re.compile(
    r"(?:agree|accept|sign|offer|propose|reject|refuse|suggest|demand)", re.IGNORECASE
)

FOLLOWS = 60
"""Characters after an item within which a passive still governs it ("a big swap was agreed")."""


REACHES = 24
"""Characters after a passive within which it governs what follows ("agreed to hold a meeting")."""


def governing(cues: list[Cue], start: int, end: int) -> Cue | None:
    """The cue that governs [start, end): a passive just after it, else the nearest before."""
    behind = [cue for cue in cues if cue.passive and 0 <= cue.start - end <= FOLLOWS]
    if behind:
        return behind[0]
    listed = [cue for cue in cues if cue.passive and 0 <= start - cue.end <= REACHES]
    inside = [cue for cue in cues if start <= cue.start < end]
    before = [cue for cue in cues if cue.end <= start and not cue.passive]
    found = [*before, *listed, *inside]
    if not found:
        return None
    answered = [
        c for c in before[:-1] if c.stance in ANSWERS and 0 <= found[-1].start - c.end <= 45
    ]
    return answered[-1] if answered and found[-1].noun else found[-1]
