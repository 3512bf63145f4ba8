"""Acts on people ("swapped", "handed over"): done, begun, promised, asked for, or only imagined."""

import re

from reading.facts import Item, Stance
from reading.talk_clauses import (
    BOTH_SIDES,
    Clause,
    acting_names,
    opens_with_pronoun,
    parties_of,
)
from reading.talk_doers import spokesmans
from reading.talk_items import Mention
from reading.talk_setting import DOUBTED, Setting
from reading.talk_stances import Cue

PAST_ACT = re.compile(
    r"(?:crossed|exchanged|swapped|traded|released|freed|handed|turned|returned|repatriated"
    r"|transferred"
    r"|delivered|recovered|retrieved|brought|went|came|received|sent|gave|given|walked|let go"
    r"|set free|set|left|out|(?:planes?|bus(?:es)?|coach(?:es)?|flights?|aircraft|convoys?|trains?"
    r"|ambulances|vehicles) (?:with|\w+ing)|took|taken|got|welcomed|back home|back|reunited"
    r"|let(?! go))\b",
    re.IGNORECASE,
)
PRESENT_ACT = re.compile(
    r"(?:exchanges?|swaps?|trades?|releases?|frees?|hands? over|turns? over|returns?|receives?"
    r"|takes? (?:back|delivery of|custody of|possession of)|cross(?:es)? (?:home|back|into)"
    r"|gets? back|comes? home|walks? free|go(?:es)? free|(?:go(?:es)? |back )home"
    r"|brings? home|sends? (?:back|home)|out|leaves?|hands? back|repatriates?|gives? back)\b",
    re.IGNORECASE,
)
"""A headline's present tense tells what has just been done."""

NOT_YET = re.compile(
    r"\b(?:will|would|shall|to|should|must|could|(?-i:may)|might|can|be|see|sees|seek|wants?|want"
    r"|(?:to|would|could|should|must|may|might) have)\b(?: \w+){0,3} ?$"
    r"|\b(?:will|would|shall|must|should|could|may|might|can|to) be \w+ed\b[^.;]{0,70}\band"
    r" (?:\w+ )?$"
    r"|n['’]t ?$|\b(?:not|never|den(?:y|ies|ied|ying)|if|once|until|unless|when"
    r"|before)(?: \w+){0,3} ?$"
    r"|\b(?:if|unless|until|once)\b[^.;,]{0,80}\b(?:is|are|was|were|be|been|gets?) (?:\w+ ){0,2}$"
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

WILL_DO = re.compile(
    r"\b(?:will|would|(?:is|are) (?:going )?to|shall)\b(?:[\s“”\"]+\w+){0,4}"
    r"(?:[^.;]{0,60},? and)?[\s“”\"]*$",
    re.IGNORECASE,
)
WILL_BE_DONE = re.compile(
    r"\b(?:will|would|is to|are to) (?:also )?(?:be|go|come|receive|get)\b", re.IGNORECASE
)

HAS_TIME_TO = re.compile(
    r"\bha(?:s|ve|d) (?:now |up to |another )?(?:[\w-]+ ){1,2}(?:hours|days|weeks"
    r"|months) to(?: \w+)? $"
    r"|\bha(?:s|ve|d) (?:now )?(?:until|till) [^.;]{3,40} to(?: \w+)? $"
    r"|\b(?:is|are|was|were) (?:now )?(?:due|obliged|required|bound) to(?: \w+)? $",
    re.IGNORECASE,
)
"""Before an act in a deal that was made: it is to come, and by when."""

ASKED_OF_OTHERS = frozenset(
    {
        Item.WITHDRAWAL,
        Item.PRISONER_EXCHANGE,
        Item.HOSTAGE_RELEASE,
        Item.BODY_RETURN,
        Item.CIVILIAN_RETURN,
        Item.CHILDREN,
        Item.AID_ACCESS,
    }
)
"""What the other side would have to do: to ask for it is to demand it."""
SWAPS = re.compile(r"(?:exchang|swap|trad)", re.IGNORECASE)
"""What both would do."""
ASKS = re.compile(
    r"(?:ask|call|want|seek|sought|urg|request|appeal|push|plead|plea|press|prod|exhort|implor"
    r"|beseech"
    r"|entreat|beg|nudg|lobb)",
    re.IGNORECASE,
)
NOT_ANY = re.compile(
    r"\b(?:no|zero|none of the|not a single|not one)(?: more| further)? $", re.IGNORECASE
)
"""Before those handed over: there were none."""


def asked(clause: Clause, cue: Cue, mention: Mention) -> Stance | None:
    """The cue's stance; who asks for what the other side would have to do demands it."""
    of_others = cue.stance is Stance.PROPOSED and mention.item in ASKED_OF_OTHERS
    of_others = of_others and not (mention.act and SWAPS.match(clause.text, mention.act[0]))
    return Stance.DEMANDED if of_others and ASKS.match(clause.text, cue.start) else cue.stance


STOPS = re.compile(
    r"\b(?:stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|suspend(?:s|ed|ing)?|delay(?:s|ed|ing)?"
    r"|postpon(?:e|es|ed|ing)|paus(?:e|es|ed|ing)|fr(?:eez|oz)e\w*|withh(?:o|e)ld(?:s|ing)?"
    r"|no longer|cease[sd]?) (?:the |any |further )?$",
    re.IGNORECASE,
)
"""Before an act: it is not done for now, and nothing is agreed or refused for good."""


def act_stance(
    setting: Setting, clause: Clause, cue: Cue | None, mention: Mention
) -> tuple[Stance | None, Cue | None]:
    """An act's own tense speaks where no verb governs it: "swapped" is done, "will swap" agreed."""
    assert mention.act is not None
    act = clause.text[slice(*mention.act)]
    before = clause.text[: mention.act[0]]
    if mention.whom and NOT_ANY.search(clause.text[: mention.whom[0]]) and cue is None:
        return None, None
    in_force = not clause.sentence.heading and IS_BEING.search(before) is not None
    if in_force and setting.deal and (cue is None or cue.stance is None):
        return (None, None) if DOUBTED.search(before) else (Stance.AGREED, None)
    done = not in_force and not NOT_YET.search(before)
    done = done and not (BARE.fullmatch(act) and AND_TO.search(before))
    if done and _tense(clause, cue, mention).match(act):
        return (None, None) if _tells_which(clause, mention) else (Stance.CARRIED_OUT, None)
    if STOPS.search(before):
        return None, None
    if HAS_BEGUN.search(before) and act.endswith("ing"):
        return Stance.CARRIED_OUT, None
    if _has_begun(clause, mention):
        return Stance.CARRIED_OUT, None
    if AS_A_NOUN.search(before) and THE_SWAP.match(clause.text, mention.act[0]):
        return CARRIED_IF_COUNTED[bool(clause.numbers)], None
    if (condition := UNTIL_DONE.search(before)) is not None:
        return Stance.DEMANDED, Cue(Stance.DEMANDED, condition.start(), condition.end())
    if cue is not None:
        return asked(clause, cue, mention), cue
    if NOBODY.search(before + clause.text[slice(*mention.act)]):
        return None, None
    return _promised(setting, clause, mention, before), None


def _has_begun(clause: Clause, mention: Mention) -> bool:
    """ "An exchange of prisoners between A and B began", and in a headline "A, B begin swap"."""
    assert mention.act is not None
    if not A_DEED.match(clause.text, mention.act[0]):
        return False
    before = clause.text[: mention.start]
    if clause.sentence.heading and BEGIN.search(before):
        return True
    opens = OPENS_WITH.fullmatch(before) is not None
    return opens and IT_BEGAN.match(clause.text, mention.end) is not None


A_DEED = re.compile(r"(?:exchange|swap|handover|release|return|repatriation)\b", re.IGNORECASE)
BEGIN = re.compile(
    r"^(?!.*\b(?:to|will|would|could|may|might|if|before|until|not|plan\w*)\b).*"
    r"\b(?:begin|start|complete|conduct|stage|hold|carry out|launch)s? (?:an? |the )?(?:\w+ )?"
    r"(?:(?:prisoner|POW|captive|hostage)[ -])?$",
    re.IGNORECASE,
)
OPENS_WITH = re.compile(r"\W*(?:an?|the|this|another|their) (?:[\w-]+ ){0,3}", re.IGNORECASE)
IT_BEGAN = re.compile(
    r"(?: (?:of|between|involving|by|with|in) [^.;,]{2,80})?"
    r" (?:has |have )?(?:began|begun|started|got under way|took place|went ahead|was completed"
    r"|was carried out)\b(?! (?:in|on) \w+ \d{4})",
    re.IGNORECASE,
)
"""Around an exchange: it is the one thing of which the clause tells that it took place."""
AND_TO = re.compile(r"\bto [a-z]+ [^.;:]{2,80},? and (?:\w+ )?$")
BARE = re.compile(
    r"free|release|swap|exchange|trade|return|repatriate|hand (?:over|back)|send (?:back|home)"
    r"|bring home|let go",
    re.IGNORECASE,
)
"""After "a deal to stop the war and": the second thing that is to be done."""


def _tense(clause: Clause, cue: Cue | None, mention: Mention) -> re.Pattern[str]:
    """The forms that tell of something done: in a headline the present ones too."""
    act, whom = mention.act or (0, 0), mention.whom
    adjoins = whom is not None and act[0] == whom[1] + 1
    compound = adjoins and ONE.search(clause.text[: act[0]]) is not None
    if THING.match(clause.text, act[1]) or compound:
        return PAST_ACT
    of_them = whom is not None and OF_THEM.fullmatch(clause.text[whom[1] : act[0]])
    heads = clause.sentence.heading and (act[0] == mention.start or adjoins or bool(of_them))
    if heads and not A_NOUN.search(clause.text[: act[0]]) and not _is_object(clause, cue, mention):
        return _IN_HEADLINE
    return PAST_ACT


THING = re.compile(
    r" of\b|[- ](?:deals?|agreements?|accords?|pacts?|plans?|talks|proposals?|mechanisms?|lists?"
    r"|process"
    r"|negotiations?|offers?|terms|arrangements?|schemes?)\b",
    re.IGNORECASE,
)
"""After "release" in a headline: the deed is only what a paper is about."""


ONE = re.compile(r"\b(?:hostage|prisoner|captive|detainee|POW) $", re.IGNORECASE)
"""Right before "release": the two are one noun."""
OF_THEM = re.compile(r" (?:(?:of|on|from) (?:[\w’',-]+ ){1,6}|each |apiece |more )")
"""Between "bodies" and what is done with them in a headline: whose they are."""


def _tells_which(clause: Clause, mention: Mention) -> bool:
    """The participle only tells which people are meant ("the freed hostages")."""
    before = clause.text[: mention.act[0]] if mention.act else ""
    act = clause.text[slice(*mention.act)] if mention.act else ""
    if act.lower() == "out" and not clause.sentence.heading:
        return True
    epithet = not clause.sentence.heading and _is_epithet(clause, mention)
    return epithet or bool(WHO_ARE.search(before) or FREED_ONES.search(before))


def _promised(setting: Setting, clause: Clause, mention: Mention, before: str) -> Stance | None:
    """What "will" be done: agreed where both do it or a deal holds it, else the speaker's offer."""
    assert mention.act is not None
    if setting.deal:
        before = STEP.sub("", before)
    ahead = WILL_DO.search(before) or WILL_BE_DONE.search(clause.text)
    ahead = ahead or (HAS_TIME_TO.search(before) if setting.deal else None)
    if clause.sentence.heading and TO_DO.search(before):
        ahead = TO_DO.search(before)
    if DOUBTED.search(before) or ONLY_WHEN.search(clause.text, mention.act[1]):
        return None
    if not ahead:
        return Stance.AGREED if setting.deal and _in_present(clause, mention) else None
    parties = parties_of(acting_names(setting.document, clause, clause.at(mention.act[0])))
    own_word = bool(parties) and set(parties) == {*spokesmans(clause, mention)}
    own_word = own_word or (opens_with_pronoun(clause) and _is_told(clause, mention))
    own_word = own_word or (clause.sentence.heading and len(parties) == 1)
    only_would = ONLY_WOULD.search(before + clause.text[slice(*mention.act)]) is not None
    both = _of_both(setting, clause, mention)
    if own_word and (only_would or not both):
        return Stance.AGREED if setting.deal else Stance.OFFERED
    dated = any(t.window and t.window.start > setting.document.ref.date() for t in clause.times)
    if only_would and not setting.deal and not (both and (dated or SAID_THEY.search(before))):
        return None
    return Stance.AGREED if both or parties or setting.deal else None


def _of_both(setting: Setting, clause: Clause, mention: Mention) -> bool:
    """More than one side acts, those handed over not counted."""
    names = acting_names(setting.document, clause)
    acting = {n.party for n in names if not _is_theirs(clause, mention, n.span[0])}
    return BOTH_SIDES.search(clause.text) is not None or len(acting) > 1


def _is_theirs(clause: Clause, mention: Mention, at: int) -> bool:
    """The name tells whose people are handed over ("6,000 dead Ruritanian troops")."""
    if mention.whom is None:
        return False
    return clause.at(mention.whom[0]) <= at < clause.at(mention.whom[1])


ONLY_WHEN = re.compile(r"\bonly (?:when|after|once|if|on condition)\b", re.IGNORECASE)
"""After an act: what must happen first, and nobody has agreed to it."""
IS_BEING = re.compile(r"\b(?:is|are)(?: (?:all|also|then|first|being|to be))? $", re.IGNORECASE)
"""Before a participle: not done yet, or done as a rule."""
AS_A_NOUN = re.compile(
    r"^(?!.*\b(?:agree\w*|deals?|talks|plan\w*|propos\w+|offer\w*|prepar\w+|ready|will|would|could"
    r"|may|might|if|not|no|fail\w*|want\w*|seek\w*|for|last|ago|earlier|due|next|prospects?"
    r"|possib\w+|chances?|ideas?|hopes?|promis\w+|hint\w*|lists?|question|details|terms)\b)"
    r"[^.;]{0,80}\b(?:in|with|by|complet\w+|conduct\w+|stag\w+|carr(?:y|ied|ies) out|of) "
    r"(?:(?:an?|the|their|another) )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Before "swap": it is how something was done ("marks the day with a new swap of 146 men")."""
THE_SWAP = re.compile(r"(?:swap|exchange|handover|release|return) of\b", re.IGNORECASE)
CARRIED_IF_COUNTED = {True: Stance.CARRIED_OUT, False: None}
THEY_GO = re.compile(
    r"(?:releases|frees|exchanges|swaps|trades|returns|hands (?:over|back)|turns over|gives back"
    r"|lets go|sends (?:back|home)|brings (?:back|home)|gets back|receives)\b",
    re.IGNORECASE,
)
COME_HOME = re.compile(r"(?:(?:come|go) (?:back )?home|go free|walk free|return)$", re.IGNORECASE)
OWNS = re.compile(r"\b(?:the|an?|of|to|and its|their|such|more|new|any|all|these) $", re.IGNORECASE)


def _in_present(clause: Clause, mention: Mention) -> bool:
    """ "A frees ten hostages": reports tell of deeds in the past; the present is a deal's."""
    act, whom = mention.act or (0, 0), mention.whom or (0, 0)
    if clause.sentence.heading:
        return False
    told = clause.text[slice(*act)]
    if THEY_GO.match(told) and act[0] < whom[0]:
        return OWNS.search(clause.text[: act[0]]) is None
    return bool(COME_HOME.match(told)) and whom[1] + 1 == act[0]


NOBODY = re.compile(
    r"\b(?:no|not an?|not one|none of the|nobody|neither)\b[^.;,]{0,60}$", re.IGNORECASE
)
"""Before an act that will "be" done: to nobody."""
SAID_THEY = re.compile(
    r"\b(?:said|announced|confirmed|declared)(?: \w+)?(?: that)? (?:they|both sides) would $",
    re.IGNORECASE,
)
"""Before an act: those who are to do it say so together."""
STEP = re.compile(r"^\W*(?:if|once|when|after|provided)\b[^,;.]{3,80}, ", re.IGNORECASE)
"""What a deal's step waits for: the step is agreed all the same."""
TO_DO = re.compile(r"^(?:[\w’'.,:-]+ ){1,6}to $")
"""A headline's infinitive tells what its subject is going to do ("Ruritania to free five")."""
HAS_BEGUN = re.compile(
    r"\b(?:began|begun|started|continued|completed|finished|resumed|concluded)(?: \w+ly)? $",
    re.IGNORECASE,
)
UNTIL_DONE = re.compile(
    r"(?:\b(?:not|never|no|refus\w+)\b|n['’]t\b)[^.;]{0,80}\b(?:until|unless|before)\s"
    r"(?:[\w’'-]+\s){1,7}$",
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
