"""What a made deal will bring: its terms, told in the present tense or as what is to be done."""

import re

from reading import talk_item_nouns
from reading.facts import Item
from reading.talk_clauses import Clause
from reading.talk_items import Mention
from reading.talk_setting import DOUBTED, Setting, mutual
from reading.talk_stances import IF_ONLY

WILL = re.compile(
    r"\b(?:will|would|(?:is|are) (?:(?:going|set|due|obliged|bound"
    r"|required) )?to|shall)\b",
    re.IGNORECASE,
)
FIRMLY = re.compile(
    r"\b(?:will|(?:is|are) (?:(?:going|set|due|obliged|bound|required) )?to|shall)\b",
    re.IGNORECASE,
)
"""Of what "would" be where nothing is agreed, a plan only dreams."""
IN_A_DEAL = frozenset(
    {
        Item.WITHDRAWAL,
        Item.MONITORING,
        Item.AID_ACCESS,
        Item.HOSTAGE_RELEASE,
        Item.WORKING_GROUP,
    }
)
"""Items of which a bare "will" tells, where the article is about a deal that was made."""

CEASE = re.compile(r"(?:refrain|cease|halt|stop|suspend|desist|forgo)\b", re.IGNORECASE)
"""A deed of the sides, unlike a "pause", of which much else is told."""
WILL_BE_SWAPPED = re.compile(r"[\w ]{0,12}\b(?:will|would|are to) be (?:exchanged|swapped)\b")
WILL_BE_HELD = re.compile(
    r"[\w ,]{0,30}\b(?:will|would|is to|are to) (?:also )?(?:be held|take place|follow|open|begin"
    r"|start|convene)\b"
)
IS_TO_HOLD = re.compile(
    r"\s(?:(?:across|in|between|of|for) [\w’' ]{3,40}? )?(?:on all fronts|becomes? (?:permanent"
    r"|lasting)"
    r"|(?:(?:is|was) )?(?:due |set )?to (?:begin|start|take effect|come into force)"
    r"|(?:is|will be|would be|gets?) (?:\w+ )?(?:phased in|made permanent|prolonged|extended)"
    r"|covers|extends to|applies|is included"
    r"|is part of (?:it|them|the \w+)"
    r"|(?:shall|will|is to) (?:also )?(?:cover|apply))\b"
    r"|\s(?:will|would|is to|was to)(?: \w+)? "
    r"(?:hold|begin|start|take effect|come into force|apply)\b"
)
FIGHTING_STOPS = re.compile(talk_item_nouns.FIGHTING_STOPS, re.IGNORECASE)
COLLECTIVE = re.compile(
    r"\b(?:committee|panel|commission|mechanism|experts|teams|negotiators|delegations|talks"
    r"|ministers|secretaries|directors|(?-i:[A-Z]{3,5}s)|generals|commanders|chiefs|envoys|presidents|leaders"
    r"|officers|armies|militaries|diplomats|officials|mediators|governments)\b",
    re.IGNORECASE,
)


_I = re.IGNORECASE
_LEAVES = re.compile(
    r"(?:[\w’'-]+ ){0,4}?(?:leaves?|withdraws?|pulls?|moves?|draws?|gives?|steps?|quits?|vacates?"
    r"|evacuates?|retreats?|cedes?|hands?|surrenders?)\b",
    _I,
)
_NOUN_BEFORE = re.compile(r"\b(?:to|not|never|n['’]t|the|an?|its|their|of|on|for)(?: \w+)? $", _I)
_IS_TO_BE = re.compile(
    r"[^.;,]{0,40}\b(?:(?:will|would|shall)(?! not\b)|(?:is|are) (?:going )?to"
    r"|(?:is|are) (?:being )?"
    r"(?:\w+ly )?(?:let|allowed|opened|admitted|deployed|sent|set up|formed|created|established"
    r"|named|withdrawn|cleared))\b",
    _I,
)


def _is_term(clause: Clause, mention: Mention) -> bool:
    """ "Within sixty days the soldiers leave": a report tells what happened in the past tense.

    What it tells in the present, where the article is about a deal, the deal holds.
    """
    if clause.sentence.heading:
        return False
    told = clause.text[mention.start : mention.end]
    if _IS_TO_BE.match(clause.text, mention.end) or _IS_TO_BE.match(told):
        return True
    return (
        mention.item is Item.WITHDRAWAL
        and _LEAVES.match(told) is not None
        and _NOUN_BEFORE.search(clause.text[: mention.start]) is None
    )


_NOT_SET = re.compile(
    r"\b(?:expect\w*|likely|possib\w+|(?<!\bis )(?<!are )(?<!was )(?<!been )plan\w*"
    r"|hop\w+|want\w*|wish\w*|aim\w*|ready|call\w*|urg\w+"
    r"|offer\w*|invit\w+|await\w*|before|ahead of|prepar\w+|postpon\w+|cancel\w*|delay\w*|off"
    r"|propos\w+|suggest\w*|seek\w*|push\w*|press\w*|ask\w*|reject\w*|refus\w+|no|without|absent"
    r"|skip\w*|boycott\w*|stay away|for the|could|might|would like|deadline|by|until|since"
    r"|rumou?r\w*"
    r"|report\w*|speculat\w+|consider\w*|weigh\w*|discuss\w*|doubt\w*|unclear|cast\w*)\b",
    _I,
)
"""In a clause with a next meeting and its day: nobody says that it is settled."""
_NEAR = 50


def _is_dated(setting: Setting, clause: Clause, mention: Mention) -> bool:
    """ "Another sitting on May 3": a meeting to come that has its day has been settled."""
    if not setting.both or mention.item is not Item.NEXT_MEETING or _NOT_SET.search(clause.text):
        return False
    today, end = setting.document.ref.date(), clause.at(mention.end)
    return any(
        t.window is not None
        and t.window.start >= today < t.window.end
        and -20 <= t.span[0] - end <= _NEAR
        for t in clause.times
    )


def is_to_come(setting: Setting, clause: Clause, mention: Mention) -> bool:
    """ "The sides will meet again", "troops will pull back": settled, where nobody doubts it."""
    before = clause.text[max(0, mention.start - 90) : mention.start]
    after = clause.text[mention.end :]
    if mention.item in (Item.DOCUMENT, Item.NEXT_MEETING):
        if WILL_BE_SWAPPED.match(after):
            return True
        if DOUBTED.search(before):
            return False
        if TO_SIGN.search(before) or TO_GIVE.search(before):
            return False
        both = mutual(setting.document, clause) or (
            mention.item is Item.NEXT_MEETING and COLLECTIVE.search(before)
        )
        if _is_dated(setting, clause, mention):
            return True
        return will_be_held(clause, mention) or bool(both and WILL.search(before))
    if setting.deal and mention.item is Item.CEASEFIRE:
        stops = FIGHTING_STOPS.fullmatch(clause.text, mention.start, mention.end)
        doubted = DOUBTED.search(before) or IF_ONLY.match(after)
        return IS_TO_HOLD.match(after) is not None or bool(stops and not doubted)
    if setting.deal and mention.item is Item.PAUSE and CEASE.match(clause.text, mention.start):
        return mutual(setting.document, clause) and bool(FIRMLY.search(before))
    if mention.item not in IN_A_DEAL:
        return False
    told = f"{before}{clause.text[mention.start : mention.end]}"
    if DOUBTED.search(told):
        return False
    if setting.deal and _is_term(clause, mention):
        return True
    if setting.deal:
        return WILL.search(told) is not None
    return mutual(setting.document, clause) and FIRMLY.search(told) is not None


TO_GIVE = re.compile(
    r"\b(?:will|would|to|shall) (?:\w+ly |also |soon )?(?:hand|give|send|present|submit|pass|show"
    r"|deliver)(?: over)? (?!each other\b|one another\b)[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before a paper: one is to give it to the other, who has not agreed to it."""
TO_SIGN = re.compile(
    r"\b(?:to|will|would|shall|due to|set to|expected to) (?:\w+ )?(?:sign|ink|initial|conclude)"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before a paper: its signature is to come, and until then it is no outcome."""


def will_be_held(clause: Clause, mention: Mention) -> bool:
    if mention.item is not Item.NEXT_MEETING or DOUBTED.search(clause.text[: mention.start]):
        return False
    return WILL_BE_HELD.match(clause.text[mention.end :]) is not None
