"""How firmly a point stands: the word, the deal or the tense that governs it in its clause."""

import re
from datetime import timedelta

from reading.document import Document
from reading.facts import Item, Stance
from reading.gate import Gated
from reading.talk_acts import NOT_YET, act_stance, asked
from reading.talk_clauses import Clause, acting_names, parties_of
from reading.talk_doers import PAPER, speaks_for_himself, spokesmans
from reading.talk_frames import frames_in
from reading.talk_items import Mention
from reading.talk_recalled import is_old
from reading.talk_setting import DOUBTED, Setting
from reading.talk_stances import Cue, bare_passives, find_cues, governing
from reading.talk_terms import IN_A_DEAL, WILL, is_to_come, will_be_held
from reading.talk_verbs import HAPPENED

FRESH = timedelta(days=2)

OUTCOMES = Gated(
    r"\b(?:outcomes?|results?|agreements?|decisions?|points agreed|main points|achievements?"
    r"|yields?|upshot|takeaways?|conclusions|commitments|undertakings)\b[^:.]{0,50}:\s"
    r"|\b(?<!not )(?:agreed|settled|decided|concluded|came to|come to|undertook|signed up"
    r"|pledged themselves)\b[^:.]{0,40}:\s"
    r"|\b(?:only|main|sole|one|first|biggest|chief) (?:(?:tangible|concrete|visible|real|other) )?"
    r"(?:outcomes?|results?|achievements?|yield)\b[^:.;]{0,40}\b(?:was|is|were|has been|remains?) ",
)
"""Before a list: its entries were agreed, unless one says otherwise."""

OWN_WORD = IN_A_DEAL | {Item.PAUSE}
"""Items that a side can promise for itself ("we will suspend operations")."""

REFERRED_TO = re.compile(
    r"^ (?:earlier|last (?:week|month|year)|previously|(?:in|at|during|under) (?:an? |the )?"
    r"(?:earlier|previous|last)\b)",
    re.IGNORECASE,
)
HAD = re.compile(r"\bhad (?:also |already |just |earlier )?$", re.IGNORECASE)
"""Before a word of agreement that nobody is now saying: it was settled some time ago."""
SAID_HAD = re.compile(
    r"\b(?:said|says|added|announced|confirmed|told \w+)(?: on \w+day)?(?: that)?"
    r" [^.;,]{0,40}\bhad (?:also |already |just )?$",
    re.IGNORECASE,
)
"""Before a word of agreement: somebody now says that it was settled."""
HAD_SAID = re.compile(
    r"\bhad (?:earlier |already |previously )?(?:said|announced|claimed|declared|written|boasted"
    r"|maintained)(?: \w+){0,3} that\b",
    re.IGNORECASE,
)
"""Before a word of agreement: it is recalled that somebody said so."""
AS_BEFORE = re.compile(r"\b(?:as|previously|already|earlier|long)\s+$", re.IGNORECASE)
"""Around a word of agreement: an older agreement is only referred to."""


CONDITION = re.compile(r"\b(?:if|unless|until|as long as|only (?:when|after))\b", re.IGNORECASE)
"""Between a word and its item: the item is the condition ("rejected a truce unless A leaves")."""
LEFT_OUT = re.compile(
    r"\b(?:without|instead of|rather than|despite|except"
    r"|(?:far |poles |miles )?apart (?:on|over)|at odds|deadlock\w*|differ(?:s|ed|ing|ences?)?"
    r"|divided|at loggerheads|no (?:[\w-]+ )?(?:word|progress|headway|deal|sign|agreement|movement"
    r"|breakthrough|accord|consensus)|not (?:yet )?(?:on|to|the)|, (?:but )?not|gaps?"
    r"|(?:guarantees?|assurances?|warranty) that"
    r"|(?:price|(?:pre)?conditions?|prerequisites?) (?:of|for))\b",
    re.IGNORECASE,
)
"""Between a word and its item: the item is what did not come of it."""


def cues_of(clause: Clause, before: str = "") -> list[Cue]:
    """The words and frames of a clause that give a stance, left to right; see `frames_in`."""
    frames = list(frames_in(clause.text, clause.sentence.stems, before))
    if clause.sentence.heading:
        frames += bare_passives(clause.text)
    words = [
        cue
        for cue in find_cues(clause.text, clause.sentence.stems)
        if all(cue.end <= f.start or cue.start >= f.end for f in frames)
    ]
    return sorted([*frames, *words], key=lambda cue: cue.start)


def stance_of(
    setting: Setting, clause: Clause, cues: list[Cue], mention: Mention
) -> tuple[Stance | None, Cue | None]:
    """The stance of an item and the word that gives it; None where nothing settles it."""
    stance, cue = _governed(setting, clause, cues, mention)
    of_paper = cue is not None and cue.frame and THE_TEXT.match(clause.text, cue.start)
    if of_paper and setting.deal and stance is Stance.PROPOSED:
        stance = Stance.AGREED
    if cue is not None and stance is not None:
        stance = _checked(setting, clause, cue, mention, stance)
    if stance is not None and is_old(setting.document, clause, mention, stance, cue):
        return None, None
    return stance, cue


def _governed(
    setting: Setting, clause: Clause, cues: list[Cue], mention: Mention
) -> tuple[Stance | None, Cue | None]:
    if mention.act is not None:
        cues = [c for c in cues if clause.text[c.start : c.end].lower() not in HAPPENED]
    listed = listed_after(clause, mention)
    if listed is None and clause.sentence.index in setting.entries:
        listed = clause.sentence.span[0]
    if listed is not None:
        cues = [c for c in cues if clause.at(c.start) >= listed]
    cue = governing(cues, mention.start, mention.end, clause.text)
    if mention.act is not None:
        stance, cue = act_stance(setting, clause, cue, mention)
        entry = stance is None and cue is None and listed is not None
        return (Stance.AGREED, None) if entry else (stance, cue)
    if mention.item is Item.WITHDRAWAL and _has_withdrawn(clause, mention):
        return Stance.CARRIED_OUT, None
    told_of = cue is not None and cue.frame and UNDER.match(clause.text, cue.start)
    if cue is not None and told_of and cue.stance is None and setting.deal:
        cue = None  # "under a deal", where the article tells of one
    if cue is not None and (cue.stance or not will_be_held(clause, mention)):
        return _own_proposal(clause, cues, cue, mention)
    if is_to_come(setting, clause, mention):
        return Stance.AGREED, None
    if clause.sentence.heading and (done := _in_headline(setting, clause, mention)):
        return done, None
    own = mention.item in OWN_WORD or _is_to_cease(clause, mention)
    if own and speaks_for_himself(setting.document, clause, mention):
        told = clause.text[max(0, mention.start - 60) : mention.end]
        if WILL.search(told) and not DOUBTED.search(told) and not setting.deal:
            return Stance.OFFERED, None
    return (Stance.AGREED, None) if cue is None and listed is not None else (None, None)


TO_DO = re.compile(r"^[\w’'., -]{2,48} to (?:\w+ly )?$")
TELLS = re.compile(
    r"\b(?:sends?|dispatch|fly|flies|travels?|heads?|invites?|names?|brings?|takes?|moves?|shifts?"
    r"|tells?|told|urges?|asks?|calls?|wants?|warns?|orders?|ultimatum|days?|hours?|weeks?|how"
    r"|when"
    r"|why|what|whether|pressure|push\w*|bid|plan\w*|deal|need\w*|set|way|able|unable|likely"
    r"|fail\w*"
    r"|refus\w*|ignor\w*|def(?:y|ies|ied)|deadlines?|hopes?|tr(?:y|ies)|ready|close|close[rd]|talks|vote\w*|about|due|right|time"
    r"|reason)\b",
    re.IGNORECASE,
)
"""In a headline before "to": more than the one who is going to do it."""
CREATE = re.compile(r"(?:create|establish|form|launch|set up|name|appoint) (?:[\w-]+ ){0,4}$")
"""In a headline before a committee: those named make one."""
JOINED_PAIR = re.compile(r"^[\w’'. -]{2,40}(?:,| and| &) [\w’'. -]{2,40} (?:to |both )?$")


def _in_headline(setting: Setting, clause: Clause, mention: Mention) -> Stance | None:
    """ "A to hold fire" is A's word; "A, B stop firing" or "A, B to stop" is both sides'."""
    told = clause.text[: mention.start]
    before, made = CREATE.sub("", told), CREATE.search(told)
    if DOUBTED.search(before) or TELLS.search(before):
        return None
    names = acting_names(setting.document, clause, clause.at(mention.start))
    acting = parties_of(names)
    sides = [party for party in acting if party in setting.document.preset.party_names]
    if len(sides) > 1 and PAIR_TO_DO.match(told):
        return Stance.AGREED
    deed = made or mention.item in OWN_WORD or _is_to_cease(clause, mention)
    if not deed or A_THING.match(clause.text, mention.start):
        return None
    if len(sides) > 1 and JOINED_PAIR.match(before):
        return Stance.AGREED
    if len(acting) != 1 or len(sides) != 1 or not TO_DO.match(before):
        return None
    return Stance.AGREED if UNDER_A_DEAL.search(clause.text, mention.end) else Stance.OFFERED


PAIR_TO_DO = re.compile(
    r"^[\w’'. -]{2,40}(?:,| and| &) [\w’'. -]{2,40}? to (?:[^.;:]{0,60}, (?:and )?)?(?:(?:also|each"
    r"|jointly) )?(?:keep|maintain|observe|extend|hold|start|begin|resume|implement|set up|create"
    r"|establish|form|open|allow|let|prolong|renew|deploy|admit|name|appoint)?(?: [\w-]+){0,3} ?$"
)
"""In a headline: what both are going to do."""
UNDER_A_DEAL = re.compile(
    r"\bunder (?:[\w’'-]+ ){0,3}(?:truce|cease-?fire|deal|agreement|accord|pact)\b", re.IGNORECASE
)
A_THING = re.compile(
    r"(?:withdrawals?|pull-?(?:outs?|backs?)|pauses?|halts?|breaks?|aid|humanitarian|truce"
    r"|cease-?fire)\b(?! (?:all|the|its|their|strikes|attacks))",
    re.IGNORECASE,
)
"""A thing and no deed."""


def listed_after(clause: Clause, mention: Mention) -> int | None:
    """Where the list begins of which the item is an entry: "the results: an exchange of ..."."""
    low = clause.sentence.span[0]
    before = clause.sentence.text[: clause.at(mention.start) - low]
    opening = OUTCOMES.search(before, clause.sentence.stems)
    return low + opening.end() if opening else None


def _checked(
    setting: Setting, clause: Clause, cue: Cue, mention: Mention, stance: Stance
) -> Stance | None:
    """The cue's stance, unless it is conditional, only referred to, or nobody's."""
    if stance is Stance.CARRIED_OUT and cue.passive and _is_ahead(setting.document, clause, cue):
        return Stance.AGREED
    if cue.frame and DOUBTED.search(clause.text[cue.end : mention.start]):
        return None
    if cue.frame and stance is Stance.AGREED and not (setting.deal or _is_live(clause, cue)):
        return None
    word = clause.text[cue.start : cue.end]
    if stance is Stance.OFFERED and setting.deal and UNDERTAKES.match(word):
        return _undertaken(clause, cue, mention)
    if OUGHT.match(word) and (duty := _of_duty(setting, clause, cue, mention)) != stance:
        return duty
    if NEVER.match(word) and mention.start - cue.end > NEXT_WORDS:
        return None
    if _parted(clause, clause.text[cue.end : mention.start]):
        return None
    if stance is Stance.REJECTED and GOES_ON.search(clause.text[cue.end : mention.start]):
        return None
    if CONDITION.search(clause.text[cue.end : mention.start]):
        return Stance.DEMANDED if stance is Stance.REJECTED else None
    told = clause.sentence.claimant_at((clause.at(cue.start), clause.at(cue.end)))
    fresh = any(
        t.window is not None and t.window.start >= setting.document.ref.date() - FRESH
        for t in clause.times
    )
    said = told or SAID_HAD.search(clause.text[: cue.start])
    if stance is Stance.AGREED and not (said or fresh) and HAD.search(clause.text[: cue.start]):
        return None
    if stance is Stance.AGREED and (
        AS_BEFORE.search(clause.text[: cue.start])
        or HAD_SAID.search(clause.text[: cue.start])
        or REFERRED_TO.match(clause.text[cue.end :])
    ):
        return None
    return stance


def _parted(clause: Clause, between: str) -> bool:
    """What stands between a verb and a thing keeps the one from governing the other."""
    beside = clause.sentence.heading and MEANWHILE.search(between)
    return bool(beside or LEFT_OUT.search(between))


def _undertaken(clause: Clause, cue: Cue, mention: Mention) -> Stance | None:
    """What a side takes on itself where a deal was made: the deal's, unless somebody says it."""
    if AT_WAR.search(clause.text[cue.end : mention.start]):
        return None
    told = clause.sentence.claimant_at((clause.at(cue.start), clause.at(cue.end)))
    return Stance.AGREED if told is None else Stance.OFFERED


def _of_duty(setting: Setting, clause: Clause, cue: Cue, mention: Mention) -> Stance | None:
    """What a side "must" do: the deal of which a report tells says so, or a party that speaks."""
    told = clause.sentence.claimant_at((clause.at(cue.start), clause.at(cue.end)))
    subject = clause.text[: cue.start]
    of_deal = setting.deal and not ANY_DEAL.search(subject)
    if of_deal and told is None and not DOUBTED.search(subject):
        return Stance.AGREED
    asks = (
        spokesmans(clause, mention)
        or _in_a_paper(clause, mention)
        or BY_A_PAPER.search(clause.text[: cue.start])
    )
    return Stance.DEMANDED if asks else None


ANY_DEAL = re.compile(
    r"\b(?:any|every|an?|future|final|lasting|permanent|comprehensive)"
    r" (?:[\w-]+ ){0,2}(?:deal|agreement|accord|settlement|truce|cease-?fire|peace|pact)s? "
    r"(?:[\w’'-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Before "must": of a deal that is still to be had, and not of the one that was made."""
GOES_ON = re.compile(
    r"\b(?:and|but|while|though)(?: (?:it|he|she|they))? (?:will|would|is|are|has|have|had|was"
    r"|said)\b|(?<! well) as (?:the |an? |their )?(?:[\w-]+ )?$",
    re.IGNORECASE,
)
"""Between a refusal and an item: another statement has begun ("has no such aim and would stop")."""

THE_TEXT = re.compile(
    r"(?:under |according to )?the (?:[\w-]+ )?(?:text|document|memorandum|roadmap|framework)\b",
    re.IGNORECASE,
)
"""Where a deal was made it is the paper that holds it."""
UNDERTAKES = re.compile(r"(?:undert|pledge|promise|vow)", re.IGNORECASE)
"""Of what a side takes on itself in a deal that was made, the deal holds it."""
AT_WAR = re.compile(
    r"\b(?:wars?|fight(?:s|ing)?|battle|campaign|offensive|operations?|eliminat\w+|destr(?:oy|uct)\w*"
    r"|crush\w*|defeat\w*|annihilat\w+|victory|everything|whatever)\b",
    re.IGNORECASE,
)
"""Between a vow and its item: it is vowed to the speaker's own people, in spite of any deal."""
CEASES = re.compile(r"(?:cease|stop|halt|hold|end|pause)\b", re.IGNORECASE)


def _is_to_cease(clause: Clause, mention: Mention) -> bool:
    """ "Will cease all hostilities": a side's own deed, unlike a truce, which takes two."""
    return mention.item is Item.CEASEFIRE and bool(
        CEASES.match(clause.text[mention.start : mention.end])
    )


UNDER = re.compile(r"under\b", re.IGNORECASE)
NEVER = re.compile(r"(?:will|would|can) (?:not|never)|(?:won|wouldn)['’]t", re.IGNORECASE)
NEXT_WORDS = 20
"""Characters after "will not" within which the refused thing stands."""


def _in_a_paper(clause: Clause, mention: Mention) -> bool:
    """A side's paper says what the other must do."""
    at = clause.at(mention.start)
    said = clause.sentence.claimant_at((at, at + 1))
    return said is not None and PAPER.search(said.claimant) is not None


BY_A_PAPER = re.compile(
    r"\b(?:according to|under) (?:the|its|their|his|this) (?:\w+ )?(?:text|paper|memorandum"
    r"|proposal"
    r"|draft|document|plan)\b",
    re.IGNORECASE,
)
OUGHT = re.compile(r"must|ha(?:s|ve) to", re.IGNORECASE)
"""A duty is a demand only where a party speaks of it."""
IN_FORCE = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:now )?(?:to|due to|set to|supposed to|expected to|obliged to"
    r"|required to)|has to|have to|must)\b",
    re.IGNORECASE,
)
SOME_DEAL = re.compile(r"\b(?:an?|any|such an?|possible|future|new)\s", re.IGNORECASE)


def _is_live(clause: Clause, cue: Cue) -> bool:
    """ "Under the accord A will free": a deal that there is, of which duties are still to come."""
    if SOME_DEAL.search(clause.text[cue.start : cue.end]):
        return False
    return IN_FORCE.search(clause.text) is not None


GOING = re.compile(r"\w+ing\b|to \w+|withdrawal|pull-?(?:out|back)", re.IGNORECASE)
BEGINS = re.compile(
    r"\b(?:beg[ia]ns?|begun|starts?|started|complet(?:es|ed)|finish(?:es|ed)|resum(?:es|ed)) "
    r"(?:(?:a|an|the|its|their|to) )?(?:\w+ )?$",
    re.IGNORECASE,
)
"""Before "withdrawing": it goes on."""
PULLED_BACK = re.compile(
    r"(?:[\w’'-]+ ){0,2}(?:withdrew|pulled|moved|vacated|withdrawn|handed)\b", re.IGNORECASE
)
AS_PROMISED = re.compile(
    r"\b(?:under|deal|agreement|cease-?fire|truce|accord|announced|pledge\w*|promise\w*|commit\w*"
    r"|agreed"
    r"|confidence-building)\b",
    re.IGNORECASE,
)
"""In a sentence that tells of a retreat: it keeps a promise, and is no lost battle."""


def _has_withdrawn(clause: Clause, mention: Mention) -> bool:
    done = PULLED_BACK.match(clause.text[mention.start : mention.end]) or (
        GOING.match(clause.text[mention.start : mention.end])
        and BEGINS.search(clause.text[: mention.start])
    )
    if done is None or NOT_YET.search(clause.text[: mention.start]):
        return False
    return AS_PROMISED.search(clause.sentence.text) is not None


PRESENT = re.compile(r"takes|comes|enters", re.IGNORECASE)


def _is_ahead(document: Document, clause: Clause, cue: Cue) -> bool:
    """ "The truce takes effect on Monday": it is agreed, and to come."""
    today = document.ref.date()
    return PRESENT.match(clause.text[cue.start :]) is not None and any(
        t.window is not None and t.window.start > today for t in clause.times
    )


MEANWHILE = re.compile(r" (?:as|while) (?!(?:part|well|soon|long|an?|the|agreed)\b)")
"""In a headline, between a verb and a thing: what goes on beside it is not what is done."""
OF_SOMEBODY = re.compile(r"['’]s? (?:[\w-]+ )?$")
IN_PRINCIPLE = re.compile(r"\bin principle\b", re.IGNORECASE)


def _own_proposal(
    clause: Clause, cues: list[Cue], cue: Cue, mention: Mention
) -> tuple[Stance | None, Cue | None]:
    """ "A's request for a summit was noted": A proposed it, whatever became of it."""
    word = clause.text[cue.start : cue.end]
    if cue.stance is not Stance.NOTED:
        return asked(clause, cue, mention), cue
    if mention.item is Item.NEXT_MEETING and IN_PRINCIPLE.search(word):
        return Stance.AGREED, cue
    asks = [c for c in cues if c.stance is Stance.PROPOSED and 0 <= mention.start - c.end <= 20]
    if not asks or not OF_SOMEBODY.search(clause.text[: asks[-1].start]):
        return cue.stance, cue
    return Stance.PROPOSED, asks[-1]
