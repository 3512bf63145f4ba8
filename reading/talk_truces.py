"""Whose a truce is: both sides', one side's own, or one that a third party tells of."""

import re

from reading.document import Document
from reading.facts import Item, Stance
from reading.talk_clauses import Clause, sides_meant, sides_named
from reading.talk_doers import pair_between
from reading.talk_items import Mention
from reading.talk_parties import both_meant
from reading.talk_setting import Setting
from reading.talk_stances import Cue
from reading.talk_verbs import HAPPENED

LASTING = frozenset({Item.CEASEFIRE, Item.PAUSE})
GIVEN_BACK = frozenset({Item.PRISONER_EXCHANGE, Item.HOSTAGE_RELEASE, Item.BODY_RETURN})
DECLARES = re.compile(r"(?:declar|announc|order|proclaim|call)", re.IGNORECASE)


def declared(
    setting: Setting,
    clause: Clause,
    mention: Mention,
    stance: Stance,
    by: tuple[str, ...],
    cue: Cue | None,
) -> tuple[Stance | None, tuple[str, ...]]:
    """A truce that a third party announces between both sides is theirs, and agreed.

    Where neither the clause names them nor the article tells of a deal, it is nobody's.
    """
    document, sides = setting.document, setting.document.preset.party_names
    if cue is not None and mention.item in GIVEN_BACK and stance is Stance.OFFERED:
        return _made_known(setting, clause, cue, by)
    if mention.item not in LASTING or cue is None or stance not in GIVEN:
        return stance, by
    between = _named_pair(clause, mention)
    if DECLARES.match(clause.text[cue.start :]):
        between = between or pair_between(document, clause, mention)
    if len(between) > 1 and set(between) <= set(sides) and not set(by) & set(between):
        return Stance.AGREED, between
    if stance is Stance.OFFERED and not DECLARES.match(clause.text[cue.start :]):
        return stance, by
    if stance is Stance.OFFERED and THE_KNOWN.fullmatch(clause.text, cue.end, mention.start):
        return None, by  # of a truce that stands one side's man only tells
    named = sides_named(document, clause.names)
    with_other = WITH_OTHER.match(clause.text[mention.end :]) is not None and len(named) > 1
    with_other = with_other and not SAYS_YES.match(clause.text[cue.start :])
    with_other = with_other or (
        DEAL_WITH.search(clause.text[: mention.start]) is not None and len(named) > 1
    )
    with_other = with_other and not A_PROPOSAL.search(clause.text[cue.end : mention.start])
    with_other = with_other and not PROLONGS.match(clause.text[cue.start :])
    if len(by) > 1 and len(set(by) & set(sides)) == 1:
        return None, by  # a side's truce with an outsider is of another war
    if set(by) & set(sides) and not with_other:
        return stance, by
    if stance is Stance.AGREED and not with_other:
        return (stance, by) if set(by) & set(sides) or not by else (None, by)
    if len(named) > 1:
        return Stance.AGREED, sides if len(sides) < 3 else named
    meant = sides_meant(document, clause.sentence) if setting.deal else ()
    return (Stance.AGREED, meant) if len(meant) > 1 else (None, by)


def agreed_by(
    setting: Setting, clause: Clause, mention: Mention, cue: Cue | None, by: tuple[str, ...]
) -> tuple[str, ...]:
    """By whom a truce is agreed, or who watches it: by the sides, whoever tells of it or watches.

    Where they are not to be known, by nobody.
    """
    document = setting.document
    if mention.item is Item.MONITORING and cue is None and setting.deal:
        return both_meant(document, clause.sentence) or by
    if mention.item not in LASTING or not set(by).isdisjoint(document.preset.party_names):
        return by
    both = both_meant(document, clause.sentence) if setting.deal else ()
    return both if len(both) > 1 else ()


def _made_known(
    setting: Setting, clause: Clause, cue: Cue, by: tuple[str, ...]
) -> tuple[Stance | None, tuple[str, ...]]:
    """A mediator who announces a deal on captives has none to offer: the sides made it."""
    told = DECLARES.match(clause.text[cue.start :]) is not None
    if not told or not by or set(by) & set(setting.document.preset.party_names):
        return Stance.OFFERED, by
    named = sides_named(setting.document, clause.names)
    both = named if len(named) > 1 else sides_meant(setting.document, clause.sentence)
    return (Stance.AGREED, both) if len(both) > 1 else (None, by)


THE_KNOWN = re.compile(r" the ", re.IGNORECASE)
_LENGTH = (
    r"(?:(?:unilateral|own|Easter|holiday|Christmas|Victory|Eid|Ramadan|New Year|humanitarian"
    r"|self-declared|announced|declared|day|[\w-]+-(?:day|hour|week|month|long)|\d+ ?\w+) )"
)
_OF_ONE = re.compile(
    rf"(?:['’]s?)? {_LENGTH}{{1,3}}(?:truce|cease-?fire|pause|lull|halt)\b", re.IGNORECASE
)
_BY_ONE = re.compile(
    r"(?: (?!between|with)\w+){0,3} (?:declared|announced|ordered|proclaimed|called) by (?:the )?"
    r"(?:\w+ )?$"
)


_WITH = re.compile(r"(?: \w+){0,2} (?:with|between)\b")


def owner_of(setting: Setting, clause: Clause, mention: Mention) -> tuple[str, ...]:
    """The one side whose own truce it is: "Elphberg's Easter truce", "the truce declared by A"."""
    document, high = setting.document, clause.at(mention.end)
    if _WITH.match(document.text, high):
        return ()
    sides = document.preset.party_names
    for name in clause.names:
        if name.party not in sides:
            continue
        after = document.text[high : name.span[0]]
        between = document.text[name.span[1] : high]
        own = name.span[1] <= high and _OF_ONE.match(between)
        if own or (name.span[0] >= high and _BY_ONE.match(after)):
            return (name.party,)
    return setting.own_truce


BEGUN = re.compile(
    r"\b(?:t(?:akes?|ook) (?:effect|hold)|c(?:omes?|ame) into|entere?[sd]? into|beg[ia]ns?"
    r"|start(?:s|ed)?"
    r"|in (?:force|effect)|silent|quiet|under way)\b",
    re.IGNORECASE,
)
"""In a title with a truce: the news is that it has begun, and so has been carried out."""


def kept_by(
    setting: Setting,
    clause: Clause,
    mention: Mention,
    cue: Cue | None,
    told: tuple[Stance, tuple[str, ...]],
) -> tuple[Stance, tuple[str, ...]]:
    """One side's own truce stays its offer; one that both have begun to keep is agreed."""
    stance, by = told
    happened = cue is not None and clause.text[cue.start : cue.end].lower() in HAPPENED
    if stance is not Stance.CARRIED_OUT and not happened:
        return told
    if owner := owner_of(setting, clause, mention):
        return Stance.OFFERED, owner
    if len(by) > 1 and not BEGUN.search(setting.document.sentences[0].text):
        return Stance.AGREED, by
    return told


def _named_pair(clause: Clause, mention: Mention) -> tuple[str, ...]:
    """Both sides of "an A-B ceasefire"."""
    at = clause.at(mention.start)
    near = [n for n in clause.names if n.party and at - 40 <= n.span[0] and n.span[1] <= at]
    if len(near) < 2:
        return ()
    low = clause.sentence.span[0]
    text = clause.sentence.text
    joint = text[near[-2].span[1] - low : near[-1].span[0] - low]
    rest = text[near[-1].span[1] - low : at - low]
    pair = (near[-2].party, near[-1].party)
    if joint not in ("-", "–", "/") or rest.strip(" -") or pair[0] == pair[1]:
        return ()
    return tuple(party for party in pair if party)


GIVEN = (Stance.AGREED, Stance.OFFERED)
WITH_OTHER = re.compile(
    r"(?:,? (?:and|hostages?|prisoners?|release|exchange|swap|deal|agreement|accord))* with\b",
    re.IGNORECASE,
)
SAYS_YES = re.compile(
    r"(?:accept|sa(?:id|ys?) yes|endorse|approve[sd]?\b|back|embrace)", re.IGNORECASE
)
"""One side's answer: "said yes to a truce with B" does not tell what B says."""
DEAL_WITH = re.compile(
    r"\b(?:deal|agreement|accord|pact) (?:\w+ )?with\b[^.;,]{0,40}\b(?:for|on)\b", re.IGNORECASE
)
"""Before a truce: the deal that it comes with, and with whom."""
"""After a truce that one side announces: the other has agreed to it."""

PROLONGS = re.compile(r"(?:extend|prolong|renew)", re.IGNORECASE)
"""One side may hold its fire for longer without the other's word."""


def one_s_yes(
    setting: Setting, clause: Clause, mention: Mention, stance: Stance, cue: Cue | None
) -> Stance:
    """ "A accepted a proposal under which B frees ten": no deal yet, and A's offer."""
    if stance is not Stance.AGREED or setting.deal or cue is None or cue.passive:
        return stance
    yes = SAYS_YES.match(clause.text, cue.start) and A_PROPOSAL.search(
        clause.text, cue.start, max(cue.start, mention.start)
    )
    before = (name for name in clause.names if name.span[1] <= clause.at(cue.start))
    alone = len(sides_named(setting.document, before)) == 1
    return Stance.OFFERED if yes and alone else stance


A_PROPOSAL = re.compile(r"\b(?:proposals?|plan|draft|offer|initiative)\b", re.IGNORECASE)
"""Between a word of agreement and a truce: what one side accepts is not yet the other's."""


def mutual_only(
    document: Document, clause: Clause, mention: Mention, stance: Stance, by: tuple[str, ...]
) -> Stance:
    """No truce is agreed before both sides have said so: one side's yes is an offer.

    What both undertake, they have agreed.
    """
    both = len(set(by) & set(document.preset.party_names)) > 1
    paused = mention.item is Item.PAUSE and TRUCE.search(clause.text[mention.start : mention.end])
    truce = mention.item is Item.CEASEFIRE or paused
    if truce and stance is Stance.AGREED and not both:
        return Stance.OFFERED
    return Stance.AGREED if stance is Stance.OFFERED and both else stance


TRUCE = re.compile(
    r"\b(?:truce|cease-?fire|lull|(?:pause|halt|break) (?:in|to) (?:the )?(?:fighting"
    r"|hostilities))\b",
    re.IGNORECASE,
)
