"""How firmly a point stands: the word, the deal or the tense that governs it in its clause."""

import re
from dataclasses import dataclass
from datetime import timedelta

from reading.document import Document, TimeKind
from reading.facts import Item, Stance
from reading.talk_clauses import (
    BOTH_SIDES,
    Clause,
    acting_names,
    opens_with_pronoun,
    parties_of,
)
from reading.talk_doers import spokesmans
from reading.talk_frames import deal_told, frames_in
from reading.talk_items import Mention
from reading.talk_stances import Cue, bare_passives, find_cues, governing
from reading.talk_verbs import HAPPENED

OLD = timedelta(days=4)
"""What was agreed or done longer before publication than this is recalled, not news."""


FRESH = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole article says that a single clause leans on."""

    document: Document
    deal: bool
    """Title or lead tell of a deal: "will" tells what is in it."""
    hostages: bool
    """The article speaks of hostages: its "captives" are those."""


def setting_of(document: Document) -> Setting:
    """What the article as a whole tells."""
    held = any(party.hostages for party in document.preset.parties)
    return Setting(document, deal_told(document), held or "hostage" in document.text.lower())


PAST_ACT = re.compile(
    r"(?:crossed|exchanged|swapped|traded|released|freed|handed|turned|returned|repatriated|transferred"
    r"|delivered|recovered|retrieved|brought|went|came|received|sent|gave|given|walked|let go"
    r"|set free|took|taken|got|welcomed|back home|let(?! go))\b",
    re.IGNORECASE,
)
PRESENT_ACT = re.compile(
    r"(?:exchanges?|swaps?|trades?|releases?|frees?|hands? over|turns? over|returns?|receives?"
    r"|takes? back|gets? back|comes? home|walks? free|go(?:es)? free|(?:go(?:es)? |back )home"
    r"|brings? home|hands? back|repatriates?|gives? back)\b",
    re.IGNORECASE,
)
"""A headline's present tense tells what has just been done."""

NOT_YET = re.compile(
    r"\b(?:will|would|shall|to|should|must|could|(?-i:may)|might|can|be|see|sees|seek|wants?|want"
    r"|(?:to|would|could|should|must|may|might) have)\b(?: \w+){0,3} ?$"
    r"|n['’]t ?$|\b(?:not|never|if|once|until|unless|when|before)(?: \w+){0,3} ?$"
    r"|\b(?:will|would|must|should|to|could|can|(?-i:may)|might|has to|have to) "
    r"(?:\w+ )?(?:see|have|get|mean|require|involve|include|allow|leave)\b[^.,;]{0,80}$",
    re.IGNORECASE,
)
"""Before an act's past form: an infinitive, a wish or a refusal; nothing was carried out."""

FREED_ONES = re.compile(
    r"\b(?:the|these|those|newly|recently|just|of|by|with|some|between|among|for|all|over|on|from"
    r"|about|many)\s$",
    re.IGNORECASE,
)
"""Right before a participle: it tells which people are meant ("the freed hostages")."""

WILL = re.compile(r"\b(?:will|would|(?:is|are) (?:going )?to|shall)\b", re.IGNORECASE)
OUTCOMES = re.compile(
    r"\b(?:outcomes?|results?|agreements?|decisions?|points agreed|main points)\b[^:.]{0,30}:\s",
    re.IGNORECASE,
)
"""Before a list: its entries were agreed, unless one says otherwise."""

LISTED = frozenset({Item.PRISONER_EXCHANGE, Item.BODY_RETURN, Item.DOCUMENT, Item.WORKING_GROUP})
IN_A_DEAL = frozenset({Item.WITHDRAWAL, Item.MONITORING, Item.AID_ACCESS, Item.HOSTAGE_RELEASE})
"""Items of which a bare "will" tells, where the article is about a deal that was made."""

OWN_WORD = IN_A_DEAL | {Item.PAUSE}
"""Items that a side can promise for itself ("we will suspend operations")."""

WILL_DO = re.compile(
    r"\b(?:will|would|(?:is|are) (?:going )?to|shall)\b(?:[\s“”\"]+\w+){0,4}"
    r"(?:[^.;]{0,60},? and)?[\s“”\"]*$",
    re.IGNORECASE,
)
WILL_BE_DONE = re.compile(
    r"\b(?:will|would|is to|are to) (?:also )?(?:be|go|come|receive|get)\b", re.IGNORECASE
)
WILL_BE_SWAPPED = re.compile(r"[\w ]{0,12}\b(?:will|would|are to) be (?:exchanged|swapped)\b")
WILL_BE_HELD = re.compile(
    r"[\w ,]{0,30}\b(?:will|would|is to|are to) (?:also )?(?:be held|take place|follow|open|begin"
    r"|start|convene)\b"
)
IS_TO_HOLD = re.compile(
    r"\s(?:on all fronts|covers|extends to|applies|is included"
    r"|(?:shall|will|is to) (?:also )?(?:cover|apply))\b"
    r"|\s(?:will|would|is to|was to)(?: \w+)? "
    r"(?:hold|begin|start|take effect|come into force|apply)\b"
)
DOUBTED = re.compile(
    r"\b(?:if|unless|could|might|(?-i:may)|should|not|whether|until|hopes?|hoped|once|only)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
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
AS_BEFORE = re.compile(r"\b(?:as|previously|already|earlier|long)\s+$", re.IGNORECASE)
"""Around a word of agreement: an older agreement is only referred to."""


CONDITION = re.compile(r"\b(?:if|unless|until|as long as|only (?:when|after))\b", re.IGNORECASE)
"""Between a word and its item: the item is the condition ("rejected a truce unless A leaves")."""
LEFT_OUT = re.compile(r"\b(?:without|instead of|rather than|despite|except)\b", re.IGNORECASE)
"""Between a word and its item: the item is what did not come of it."""
COLLECTIVE = re.compile(
    r"\b(?:committee|panel|commission|mechanism|experts|teams|negotiators|delegations|talks"
    r"|ministers|secretaries)\b",
    re.IGNORECASE,
)


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
    if cue is not None and stance is not None:
        stance = _checked(setting, clause, cue, mention, stance)
    if stance is not None and _is_old(setting.document, clause, mention, stance, cue):
        return None, None
    return stance, cue


def _governed(
    setting: Setting, clause: Clause, cues: list[Cue], mention: Mention
) -> tuple[Stance | None, Cue | None]:
    if mention.act is not None:
        cues = [c for c in cues if clause.text[c.start : c.end].lower() not in HAPPENED]
    cue = governing(cues, mention.start, mention.end, clause.text)
    if mention.act is not None:
        return _act_stance(setting, clause, cue, mention)
    if mention.item is Item.WITHDRAWAL and _has_withdrawn(clause, mention):
        return Stance.CARRIED_OUT, None
    told_of = cue is not None and cue.frame and UNDER.match(clause.text, cue.start)
    if cue is not None and told_of and cue.stance is None and setting.deal:
        cue = None  # "under a deal", where the article tells of one
    if cue is not None and (cue.stance or not _will_be_held(clause, mention)):
        return _own_proposal(clause, cues, cue, mention)
    if _is_to_come(setting, clause, mention):
        return Stance.AGREED, None
    own = mention.item in OWN_WORD or _is_to_cease(clause, mention)
    if own and spokesmans(clause, mention):
        told = clause.text[max(0, mention.start - 60) : mention.end]
        if WILL.search(told) and not DOUBTED.search(told) and not setting.deal:
            return Stance.OFFERED, None
    listed = OUTCOMES.search(
        clause.sentence.text[: clause.at(mention.start) - clause.sentence.span[0]]
    )
    return (Stance.AGREED, None) if listed and mention.item in LISTED else (None, None)


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
        told = clause.sentence.claimant_at((clause.at(cue.start), clause.at(cue.end)))
        return Stance.AGREED if told is None else stance
    if OUGHT.match(word) and not spokesmans(clause, mention):
        return None
    if LEFT_OUT.search(clause.text[cue.end : mention.start]):
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
        AS_BEFORE.search(clause.text[: cue.start]) or REFERRED_TO.match(clause.text[cue.end :])
    ):
        return None
    return stance


UNDERTAKES = re.compile(r"(?:undert|pledge|promise|vow)", re.IGNORECASE)
"""Of what a side takes on itself in a deal that was made, the deal holds it."""
CEASES = re.compile(r"(?:cease|stop|halt|hold|end|pause)\b", re.IGNORECASE)


def _is_to_cease(clause: Clause, mention: Mention) -> bool:
    """ "Will cease all hostilities": a side's own deed, unlike a truce, which takes two."""
    return mention.item is Item.CEASEFIRE and bool(
        CEASES.match(clause.text[mention.start : mention.end])
    )


UNDER = re.compile(r"under\b", re.IGNORECASE)
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
    return IN_FORCE.search(clause.text[cue.end :]) is not None


def _is_to_come(setting: Setting, clause: Clause, mention: Mention) -> bool:
    """ "The sides will meet again", "troops will pull back": settled, where nobody doubts it."""
    before = clause.text[max(0, mention.start - 90) : mention.start]
    after = clause.text[mention.end :]
    if mention.item in (Item.DOCUMENT, Item.NEXT_MEETING):
        if WILL_BE_SWAPPED.match(after):
            return True
        if DOUBTED.search(before):
            return False
        if TO_SIGN.search(before):
            return False
        mutual = _mutual(setting.document, clause) or (
            mention.item is Item.NEXT_MEETING and COLLECTIVE.search(before)
        )
        return _will_be_held(clause, mention) or bool(mutual and WILL.search(before))
    if setting.deal and mention.item is Item.CEASEFIRE:
        return IS_TO_HOLD.match(after) is not None
    told_of = setting.deal or _mutual(setting.document, clause)
    if not told_of or mention.item not in IN_A_DEAL:
        return False
    told = f"{before}{clause.text[mention.start : mention.end]}"
    return bool(WILL.search(told)) and not DOUBTED.search(told)


TO_SIGN = re.compile(
    r"\b(?:to|will|would|shall|due to|set to|expected to) (?:\w+ )?(?:sign|ink|initial|conclude)"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before a paper: its signature is to come, and until then it is no outcome."""


def _will_be_held(clause: Clause, mention: Mention) -> bool:
    if mention.item is not Item.NEXT_MEETING or DOUBTED.search(clause.text[: mention.start]):
        return False
    return WILL_BE_HELD.match(clause.text[mention.end :]) is not None


PULLED_BACK = re.compile(
    r"(?:[\w’'-]+ )?(?:withdrew|pulled|moved|vacated|withdrawn)\b", re.IGNORECASE
)
AS_PROMISED = re.compile(
    r"\b(?:under|deal|agreement|cease-?fire|truce|accord|announced|pledge\w*|promise\w*|commit\w*|agreed"
    r"|confidence-building)\b",
    re.IGNORECASE,
)
"""In a sentence that tells of a retreat: it keeps a promise, and is no lost battle."""


def _has_withdrawn(clause: Clause, mention: Mention) -> bool:
    done = PULLED_BACK.match(clause.text[mention.start : mention.end])
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


ASKED_OF_OTHERS = frozenset(
    {
        Item.WITHDRAWAL,
        Item.PRISONER_EXCHANGE,
        Item.HOSTAGE_RELEASE,
        Item.BODY_RETURN,
        Item.CIVILIAN_RETURN,
        Item.CHILDREN,
    }
)
"""What the other side would have to do: to ask for it is to demand it."""
ASKS = re.compile(r"(?:ask|call|want|seek|sought|urg|request|appeal|push|plead)", re.IGNORECASE)
OF_SOMEBODY = re.compile(r"['’]s? (?:[\w-]+ )?$")
IN_PRINCIPLE = re.compile(r"\bin principle\b", re.IGNORECASE)


def _asked(clause: Clause, cue: Cue, mention: Mention) -> Stance | None:
    """The cue's stance; who asks for what the other side would have to do demands it."""
    of_others = cue.stance is Stance.PROPOSED and mention.item in ASKED_OF_OTHERS
    return Stance.DEMANDED if of_others and ASKS.match(clause.text, cue.start) else cue.stance


def _own_proposal(
    clause: Clause, cues: list[Cue], cue: Cue, mention: Mention
) -> tuple[Stance | None, Cue | None]:
    """ "A's request for a summit was noted": A proposed it, whatever became of it."""
    word = clause.text[cue.start : cue.end]
    if cue.stance is not Stance.NOTED:
        return _asked(clause, cue, mention), cue
    if mention.item is Item.NEXT_MEETING and IN_PRINCIPLE.search(word):
        return Stance.AGREED, cue
    asked = [c for c in cues if c.stance is Stance.PROPOSED and 0 <= mention.start - c.end <= 20]
    if not asked or not OF_SOMEBODY.search(clause.text[: asked[-1].start]):
        return cue.stance, cue
    return Stance.PROPOSED, asked[-1]


def _act_stance(
    setting: Setting, clause: Clause, cue: Cue | None, mention: Mention
) -> tuple[Stance | None, Cue | None]:
    """An act's own tense speaks where no verb governs it: "swapped" is done, "will swap" agreed."""
    assert mention.act is not None
    act = clause.text[slice(*mention.act)]
    before = clause.text[: mention.act[0]]
    done = PAST_ACT
    adjoins = mention.whom is not None and mention.act[0] == mention.whom[1] + 1
    heads = clause.sentence.heading and (mention.act[0] == mention.start or adjoins)
    if heads and not A_NOUN.search(before) and not _is_object(clause, cue, mention):
        done = _IN_HEADLINE
    if done.match(act) and not NOT_YET.search(before):
        if not clause.sentence.heading and _is_epithet(clause, mention):
            return None, None
        if WHO_ARE.search(before):
            return None, None
        return (None, None) if FREED_ONES.search(before) else (Stance.CARRIED_OUT, None)
    if HAS_BEGUN.search(before) and act.endswith("ing"):
        return Stance.CARRIED_OUT, None
    if (condition := UNTIL_DONE.search(before)) is not None:
        return Stance.DEMANDED, Cue(Stance.DEMANDED, condition.start(), condition.end())
    if cue is not None:
        return _asked(clause, cue, mention), cue
    future = WILL_DO.search(before) or WILL_BE_DONE.search(clause.text)
    if not future or DOUBTED.search(before):
        return None, None
    parties = parties_of(acting_names(setting.document, clause, clause.at(mention.act[0])))
    own_word = bool(parties) and set(parties) == {*spokesmans(clause, mention)}
    only_would = ONLY_WOULD.search(before + act) is not None
    mutual = _mutual(setting.document, clause)
    own_word = own_word or (opens_with_pronoun(clause) and _is_told(clause, mention))
    if own_word and (only_would or not mutual):
        return (Stance.AGREED if setting.deal else Stance.OFFERED), None
    if only_would and not setting.deal:
        return None, None
    if mutual:
        return Stance.AGREED, None
    return (Stance.AGREED, None) if parties or setting.deal else (None, None)


HAS_BEGUN = re.compile(
    r"\b(?:began|begun|started|continued|completed|finished|resumed|concluded)(?: \w+ly)? $",
    re.IGNORECASE,
)
UNTIL_DONE = re.compile(
    r"(?:\b(?:not|never|no|refus\w+)\b|n['’]t\b)[^.;]{0,80}\b(?:until|unless|before)\s"
    r"(?:[\w’'-]+\s){1,4}$",
    re.IGNORECASE,
)
"""Before an act: it is the condition for something else, and so is demanded."""


def _is_told(clause: Clause, mention: Mention) -> bool:
    """Somebody is said to say it: "It would free ten captives, the statement said"."""
    at = clause.at(mention.start)
    return clause.sentence.claimant_at((at, at + 1)) is not None


WHO_ARE = re.compile(r"\b(?:who|that|which) (?:is|are)(?: \w+)? $", re.IGNORECASE)
"""Before a participle: it tells who is meant ("those who are let go")."""
ONLY_WOULD = re.compile(r"\bwould\b(?!.*\b(?:will|shall|is to|are to)\b)", re.IGNORECASE)
"""What "would" happen under a plan; nobody says that it will."""


def _is_epithet(clause: Clause, mention: Mention) -> bool:
    """ "For each ten hostages freed": the participle tells which, not what was done."""
    if mention.whom is None or mention.act is None or mention.whom[1] >= mention.act[0]:
        return False
    first = clause.text[slice(*mention.act)].split()[0]
    adjacent = clause.text[mention.whom[1] : mention.act[0]] == " "
    return adjacent and first.lower() in EPITHETS


EPITHETS = frozenset({"freed", "released", "exchanged", "swapped"})


def _is_object(clause: Clause, cue: Cue | None, mention: Mention) -> bool:
    """ "A demands release of ...": the thing asked for, not the deed."""
    between = clause.text[cue.end : mention.start] if cue else None
    return between is not None and re.fullmatch(r"\s(?:[\w-]+\s)?", between) is not None


A_NOUN = re.compile(r"\b(?:on|of|for|to|in|about|with|the|an?|prisoners?)\s+$", re.IGNORECASE)
"""Before "exchange" in a headline: the thing is meant, not the deed."""
_IN_HEADLINE = re.compile(f"{PAST_ACT.pattern}|{PRESENT_ACT.pattern}", re.IGNORECASE)


def _mutual(document: Document, clause: Clause) -> bool:
    parties = set(parties_of(acting_names(document, clause)))
    return BOTH_SIDES.search(clause.text) is not None or len(parties) > 1


def _is_old(
    document: Document, clause: Clause, mention: Mention, stance: Stance, cue: Cue | None
) -> bool:
    """The day of the deed, or of the word that settled it, lies well before the news."""
    if stance in (Stance.AGREED, Stance.CARRIED_OUT) and LONG_AGO.search(clause.text):
        return True
    days = [t for t in clause.times if t.window is not None and t.kind is not TimeKind.DURATION]
    if stance is Stance.AGREED and cue is not None:
        end = clause.at(cue.end)
        days = [t for t in days if 0 <= t.span[0] - end <= SAID_WHEN]
        days = [t for t in days if "," not in document.text[end : t.span[0]]]
    elif stance is not Stance.CARRIED_OUT:
        return False
    at = clause.at(mention.start)
    nearest = min(days, key=lambda t: abs(t.span[0] - at), default=None)
    if nearest is None or nearest.window is None:
        return False
    return nearest.window.end < document.ref.date() - OLD


LONG_AGO = re.compile(r"\b(?:months?|years?|decades?) ago\b|\bon this day\b", re.IGNORECASE)
SAID_WHEN = 40
"""Characters after a word of agreement in which its own day stands ("agreed in July to")."""
