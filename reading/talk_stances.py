"""How firmly a point stands: the words that govern an item, and what unsays them."""

import re
from dataclasses import dataclass

from reading.facts import Stance
from reading.gate import Gated
from reading.talk_verbs import GIVING, HAPPENED, JUDGED, PARTICIPLES


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that gives a stance; `stance` is None for talk that settles nothing ("discussed")."""

    stance: Stance | None
    start: int
    end: int
    passive: bool = False
    noun: bool = False
    """A thing ("proposal for"), which an answer to it outranks ("rejected a proposal for")."""
    frame: bool = False
    """A deal or proposal that holds the item ("under the deal", "the plan calls for")."""


ANSWERS = frozenset({Stance.AGREED, Stance.REJECTED, Stance.NOTED, Stance.OFFERED})


WORDS = tuple((stance, Gated(rf"\b(?:{pattern})(?!\w)")) for stance, pattern in GIVING)

PASSIVE = Gated(
    r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly |also |now |already |all |yet |again )*"
    rf"(?P<word>{'|'.join(PARTICIPLES)})\b|\b(?P<plain>{'|'.join((*HAPPENED, *JUDGED))})\b"
)
PASSIVE_STANCE = PARTICIPLES | HAPPENED | JUDGED

BY_WHICH = Gated(
    r"\b(?:agreements?|deals?|accords?|understandings?|truces?|cease-?fires?) "
    r"(?:came into force|came into effect|took effect|was (?:reached|signed|struck))"
    r"(?: [\w-]+){0,4} (?:by|under) which\b"
)
"""What is agreed, told by the deal's coming into force."""

YIELDED = Gated(
    r"\b(?:talks|rounds?|meetings?|negotiat\w+|delegat\w+|teams|sides|session|summit|envoys)\b"
    r"[^.;:]{0,60}\b(?P<verb>produced|yielded|resulted in|brought(?: about)?|(?:ended|concluded"
    r"|closed"
    r"|emerged"
    r"|parted|wrapped up|(?:came|walked) (?:away|out)) with)"
    r"(?= (?:(?:only|just|merely|also) )?(?:an?|another|one|the) (?:(?!calls?\b|appeals?\b"
    r"|demands?\b"
    r"|proposals?\b|offers?\b|pleas?\b|push\b|possib|potential|idea|hope|prospect|progress|promise)"
    r"[\w,-]+ ){0,4}(?:swaps?|exchanges?|deals?|agreements?|accords?|pacts?|truces?|cease-?fires?"
    r"|pauses?|release|return)\b)"
)
"""What talks bring is agreed at them."""

UNSAID = re.compile(
    r"\b(?:not|no|never|nor|neither|without|cannot|fail(?:ed|s|ing|ure)? to|unable to|yet to"
    r"|short of"
    r"|if|unless|whether|could|might|(?-i:may)|should|would (?:have|only|not)|until|before|once"
    r"|nobody"
    r"|nearly|almost|came close to"
    r"|hardly|far from|den(?:y|ies|ied|ying|ials?))\b[^,;:.]{0,40}$|n['’]t\b[^,;:.]{0,30}$",
    re.IGNORECASE,
)
"""Before a cue in its clause: what it says did not happen, or only might."""
_UNSAID_REACH = 80
"""Characters that such a phrase never fills: what stands before them is not looked at."""


NOT_YET = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|would|will|shall|may|must|can|need(?:s|ed)? to"
    r"|to(?! (?:the|both|each|its|their|this|that|all)\b)"
    r"|possib(?:le|ly|ility)|potential(?:ly)?|likely|expect(?:s|ed|ing)?|plan(?:s|ned)?|aim(?:s"
    r"|ed)?"
    r"|tr(?:y|ies|ied|ying)|seek(?:s|ing)?|sought|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on)"
    r"|demand(?:s|ed|ing)?|insist(?:s|ed)?|ready|willing|prepared|wait(?:s|ed|ing)?|close"
    r"|near(?:ing)?"
    r"|closer|when|pending|subject to|prospects?|chances?|towards?|offer(?:s|ed)?|propos(?:e|es|ed"
    r"|al)|asks?|asked"
    r"|press(?:es|ed|ing)|push(?:es|ed|ing)?|discuss(?:es|ed|ing)?|idea|for an?|of an?|about an?)\b"
    r"[^,;:.]{0,40}$",
    re.IGNORECASE,
)
"""Before a word of agreement: it is hoped, planned, demanded or offered, and not given."""

WHICH_BINDS = re.compile(
    r"\b(?:signed|reached|adopted|concluded|initialled|announced|agreed|inked)\b"
    r"[^.;:]* (?:that|which) $",
    re.IGNORECASE,
)
"""Before "commits them to": the paper that is signed does, whatever it is signed for."""

SETTLED = re.compile(
    r"\b(?:reach|sign|announc|conclud|struck|seal|end|part|finish|made|mak|result|produc|yield|led"
    r"|under|follow|confirm|has|have|had|there (?:is|was)|with|brought|emerged|won|secur|clos"
    r"|gave|several|strike|strik|clinch|ink|hammer|land|broker|mediat|negotiated|hail|unveil"
    r"|welcom|achiev)\w*\b"
    r"[^.;:]{0,30}$|\b(?:outcomes?|results?|achievements?|fruits?) of [^.;:]{0,80}"
    r" (?:was|is|were|are|includ\w+) (?:an? |the )?$"
    r"|(?:^|[:–—-]\s)[\s“\"']*(?:an? |the )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Before the noun "agreement": it stands; a bare noun may be only hoped for."""

AGREEMENT = re.compile(r"(?:agreement|deal)", re.IGNORECASE)
LEAVES_IT = re.compile(
    r"\b(?:end(?:s|ed|ing)?|quit(?:s|ting)?|leav(?:e|es|ing)|left|suspend\w*|halt\w*|exit\w*"
    r"|pull\w* out|withdr[ae]w\w*|scrap\w*) "
    r"(?:(?:its|their|his) (?:part|role|participation) in |from |of )?"
    r"(?:the |an? |this )?(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before the noun "deal": somebody is leaving one."""
IN_FORCE = re.compile(r"\b(?:force|effect|reached|signed|struck)\b", re.IGNORECASE)
"""Inside "an agreement came into force by which": it stands."""
IF_ONLY = re.compile(
    r"[^.;]{0,80}\b(?<!\band, )(?<!\bor, )(?<!\bbut, )"
    r"(?:if|provided|on condition|as long as|only (?:if|when|after)|unless|once)\b",
    re.IGNORECASE,
)
"""After a word of agreement: it hangs on a condition."""


def find_cues(text: str, stems: frozenset[str]) -> list[Cue]:
    """Every word in the clause that gives or withholds a stance, left to right."""
    cues = [Cue(Stance.AGREED, *found.span()) for found in BY_WHICH.finditer(text, stems)]
    cues += [Cue(Stance.AGREED, *found.span("verb")) for found in YIELDED.finditer(text, stems)]
    cues += [
        Cue(_passive_stance(text, found), *found.span(), passive=True)
        for found in PASSIVE.finditer(text, stems)
        if all(found.end() <= cue.start or found.start() >= cue.end for cue in cues)
        and not (found.group()[:3].lower() == "be " and THAT_IT.search(text[: found.start()]))
        and not SEEN_TO.search(text[: found.start()])
        and not text[: found.start()].endswith(" who ")  # it only tells which people
    ]
    for stance, pattern in WORDS:
        for found in pattern.finditer(text, stems):
            if text[: found.start()].endswith(("-", "–")):
                continue  # "a US-brokered truce": which truce, and no deed
            if AGREED_ON.match(found.group()) and SUCH_AS.search(text[: found.start()]):
                continue
            if all(found.end() <= cue.start or found.start() >= cue.end for cue in cues):
                given = _unless_unsaid(stance, text, *found.span())
                noun = NOUN.match(found.group()) is not None
                cues.append(Cue(given, *found.span(), noun=noun))
    cues = [cue for cue in cues if not _is_wish(cues, cue, text)]
    return sorted(cues, key=lambda cue: cue.start)


THAT_IT = re.compile(
    r"(?:propos|suggest|demand|request|ask|insist|urg|recommend)\w* that (?:[\w’'-]+ ){1,9}$",
    re.IGNORECASE,
)
"""Before "be held": it is what somebody asks for ("proposed that the meeting be held")."""
SEEN_TO = re.compile(
    r"\b(?:(?:to|would|will) (?:ensure|verify|guarantee|monitor|check|make sure)|ensuring"
    r"|verifying|monitoring|making sure)(?: that| whether| how)? (?:[\w’'-]+ ){1,5}$",
    re.IGNORECASE,
)
"""Before "is implemented": what a body is there to see to, and nobody has done yet."""
BARE_PASSIVE = re.compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bare )(?<!\bwere )(?<!\bbe )"
    r"\b(?P<word>extended|prolonged|renewed|signed|agreed|reached|rejected|completed)\b"
    r"(?=$|[,;:]| (?!by (?:the )?[A-Z]))",
    re.IGNORECASE,
)
"""A headline leaves out the auxiliary: "Truce extended by two days"."""


def bare_passives(text: str) -> list[Cue]:
    """The passives of a headline without their auxiliaries, where a thing stands before them."""
    return [
        Cue(PASSIVE_STANCE[found["word"].lower()], *found.span("word"), passive=True)
        for found in BARE_PASSIVE.finditer(text)
        if THING.search(text[: found.start()])
    ]


THING = re.compile(
    r"\b(?:truce|cease-?fire|pause|deal|agreement|accord|swap|exchange|release|withdrawal"
    r"|declaration|framework|talks|(?:working|expert) groups?|committee|mission|monitors|observers"
    r"|return|handover|pull-?out|pull-?back|meeting|round|summit|roadmap|protocol|halt"
    r"|lull)(?: (?:in|on|for|between|with) [\w’' -]{2,40})? $",
    re.IGNORECASE,
)


def _passive_stance(text: str, found: re.Match[str]) -> Stance | None:
    """A passive to come ("will be held") carries nothing out."""
    stance = PASSIVE_STANCE.get((found["word"] or found["plain"]).lower())
    to_come = re.search(
        r"\b(?:will|would|to|shall|should|must|(?-i:may)|can)(?: \w+)? $", text[: found.start()]
    )
    if to_come and stance is Stance.CARRIED_OUT:
        return None
    return _unless_unsaid(stance, text, *found.span())


WISHED = re.compile(r"\b(?:to|must|should)(?: \w+)? $", re.IGNORECASE)
GOES_ON = re.compile(
    r"\b(?:continu(?:e|es|ed|ing)|went on|goes on|chose|decided|voted|moved) to $", re.IGNORECASE
)
"""Before a bare verb: it is done, not wished for ("continued to reject")."""


def _is_wish(cues: list[Cue], cue: Cue, text: str) -> bool:
    """A bare verb that another one asks for: "ready to accept", "demanded that they agree to"."""
    if not BARE.fullmatch(text[cue.start : cue.end].split(maxsplit=1)[0]):
        return False
    if WISHED.search(text[: cue.start]) and not GOES_ON.search(text[: cue.start]):
        return True
    asked = (Stance.DEMANDED, Stance.PROPOSED)
    return any(other.stance in asked and other.end <= cue.start for other in cues)


def _unless_unsaid(stance: Stance | None, text: str, at: int, end: int) -> Stance | None:
    before = text[:at]
    if stance is Stance.AGREED and SAID_IT_WOULD.search(before):
        return Stance.OFFERED
    if UNSAID.search(before[-_UNSAID_REACH:]):
        return None
    if stance is Stance.AGREED:
        if NOT_YET.search(before) and not WHICH_BINDS.search(before):
            return None
        if IF_ONLY.match(text[end:]):
            return None
        if GERUND.match(text[at:]) and not IN_PROGRESS.search(before):
            return None
        if AGREEMENT.match(text[at:]) and LEAVES_IT.search(before):
            return None
        if AGREEMENT.match(text[at:]) and not (
            IN_FORCE.search(text[at:end]) or SETTLED.search(before)
        ):
            return None
    return stance


SAID_IT_WOULD = re.compile(
    r"\b(?:said|says|saying|announced|declared|told \w+)(?: on \w+day)?(?: that)?"
    r" (?:it|he|she|they) (?:would|will|was going to)(?: also| now)? $",
    re.IGNORECASE,
)
"""Before a word of agreement: the speaker's own promise."""

AGREED_ON = re.compile(r"(?:agreed|proposed|suggested|promised|demanded)$", re.IGNORECASE)
SUCH_AS = re.compile(
    r"\b(?:an?|the|any|all|its|his|their|this|mutually|duly|newly)\s$", re.IGNORECASE
)
"""Before "agreed": an adjective ("an agreed number", "the proposed truce"), no deed."""

GERUND = re.compile(r"(?!understanding)[a-z]+ing\b", re.IGNORECASE)
IN_PROGRESS = re.compile(r"\b(?:is|are|was|were|by|after|upon)\s$|,\s$", re.IGNORECASE)
"""Before "agreeing to": it is told as done; elsewhere it is only thought of."""

NOUN = re.compile(
    r"(?:proposal|request|demand|call|offer|suggestion|wish|appeal|plan|idea|initiative|bid|motion)"
    r"s?\b",
    re.IGNORECASE,
)
BARE = re.compile(
    r"(?:agree|accept|sign|offer|propose|reject|refuse|suggest|demand)",
    re.IGNORECASE,
)

FOLLOWS = 60
"""Characters after an item within which a passive still governs it ("a big swap was agreed")."""


REACHES = 24
"""Characters after a passive within which it governs what follows ("agreed to hold a meeting")."""


NEXT_OF_LIST = re.compile(
    r" (?:up)?on [^.;:]{0,120}(?:,| and|, and)(?: on)?(?: (?!to\b)[\w’'-]+){0,4} "
)
"""Between "was reached" and an item: a list of what was agreed "on" goes on."""


ANOTHER = re.compile(
    r"\b(?:and|but) that "
    r"|, (?:and|but|while) (?:an?|the|its|their|each|both|one|further|more|other|all|some|these"
    r"|several) (?!other)"
    r"|\band (?:an?|the|its|their) [^,;.]{0,50}\bto $"
)
"""Between an item and "was agreed": the passive speaks of another thing."""
RELATED = re.compile(
    r"(?: (?:for|on|of) (?:an?|the) (?:[\w-]+ ){1,3})?,? ?(?:that|which) (?:\w+ly )?"
)
"""Between an item and "began": the clause only tells which ("extended the truce that began")."""

RELATIVE = re.compile(r" (?:that|which)\b[^,.;]{0,60}$")


def governing(cues: list[Cue], start: int, end: int, text: str = "") -> Cue | None:
    """The cue that governs [start, end): a passive just after it, else the nearest before.

    Where no word governs it, the deal or proposal does under which it stands.
    """
    behind = [cue for cue in cues if cue.passive and 0 <= cue.start - end <= FOLLOWS]
    behind = [cue for cue in behind if not ANOTHER.search(text[end : cue.start])]
    said_of = [c for c in cues if c.start >= end and RELATIVE.fullmatch(text[end : c.start])]
    if any(cue.start <= start and cue.stance in ANSWERS for cue in cues):
        behind = [c for c in behind if not RELATED.fullmatch(text[end : c.start])]
        said_of = []
    if behind:
        return behind[0]
    if said_of:
        return said_of[0]
    if (first := _once_more(cues, text[:start])) is not None:
        return first
    frames = [cue for cue in cues if cue.frame]
    cues = [cue for cue in cues if not (cue.noun and cue.start < end and cue.end > start)]
    cues = [cue for cue in cues if not cue.frame or cue.end <= start]
    listed = [cue for cue in cues if cue.passive and 0 <= start - cue.end <= REACHES]
    listed = listed or [c for c in cues if c.passive and NEXT_OF_LIST.fullmatch(text, c.end, start)]
    inside = [cue for cue in cues if start <= cue.start < end and cue.stance is not None]
    before = [cue for cue in cues if cue.start < start and not cue.passive]
    before = [cue for cue in before if cue.end <= start or cue.end < end]  # "told A's men to leave"
    found = [*before, *listed, *inside]
    if not found:
        return frames[0] if frames else None
    answered = [c for c in before[:-1] if c.stance in ANSWERS and _answers(c, found[-1], text)]
    return answered[-1] if answered and found[-1].noun else found[-1]


NEAR = 45
STRAIGHT_ON = re.compile(r"\s(?:(?!(?:that|which|who|and|but|after|as|to)\s)[\w.’'-]+\s){1,14}")


def _answers(answer: Cue, thing: Cue, text: str) -> bool:
    """ "Agreed to the first phase of A's plan for": near, or with nothing but words between."""
    between = text[answer.end : thing.start]
    return answer.end <= thing.start and (
        len(between) <= NEAR or STRAIGHT_ON.fullmatch(between.removeprefix(" to")) is not None
    )


AND_TO = re.compile(r"(?:,|\band) (?:also )?to (?:[\w-]+ )?$", re.IGNORECASE)
"""Before the second thing that one verb asks for: "agreed to study maps, and to meet again"."""


def _once_more(cues: list[Cue], before: str) -> Cue | None:
    """The verb whose first "to" is taken up by another one right before the item."""
    if not AND_TO.search(before):
        return None
    ahead = [cue for cue in cues if cue.end < len(before) and not cue.frame]
    opened = [
        c for c in ahead if before[: c.end].endswith(" to") or before[c.end :].startswith(" to ")
    ]
    return opened[-1] if opened else None
