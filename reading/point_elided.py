"""Those handed over of whom only the number is told: "Moscow got 27 in return"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reading.document import Document, Number, Sentence
from reading.facts import Item, Point, Qualifier, Stance
from reading.talk_clauses import Clause, acting_names, parties_of, sides_meant, whole
from reading.talk_items import Mention

HANDED_OVER = frozenset(
    {Item.PRISONER_EXCHANGE, Item.BODY_RETURN, Item.HOSTAGE_RELEASE, Item.CIVILIAN_RETURN}
)

_ACT = re.compile(
    r"\b(?P<act>gets?|got|receive[sd]?|(?:took|takes) back|gave|gives|handed over|hands over"
    r"|freed|frees|released|releases|returned|returns|sent|let go|was given|were given"
    r"|(?:and|,) )(?: back| over)? ?(?:(?:only|just|another|some|about|nearly) )?$",
    re.IGNORECASE,
)
"""Before a number: somebody hands over or gets so many."""
_ALONE = re.compile(
    r"(?: (?:of (?:its|their|his) (?:own|dead|fallen|men|soldiers|citizens|people)(?: \w+)?"
    r"|back|home))?(?: (?P<turn>in (?:return|exchange|turn)|(?:went|came) the other way|as well"
    r"|too))?(?: (?:on|by|from|at) [\w ]{2,24})?(?=[,.;:]|$| and\b)",
    re.IGNORECASE,
)
"""After a number: nothing that it counts but those of whom the text has just spoken."""
_TAKEN = re.compile(r"g[eo]t|receiv|t[ao]|was|were", re.IGNORECASE)
_UNSAID = re.compile(
    r"\b(?:will|would|to (?:get|give|receive|hand|free|release|return|send|let|be)"
    r"|should|must|could|may|might|if|not|no|killed|dead|wounded|injured|captured"
    r"|drones?|missiles?|votes?|years?|million|billion|last|ago|so far|in all|total)\b|[$€£%]",
    re.IGNORECASE,
)


def elided(document: Document, sentence: Sentence, told: list[Point]) -> Iterator[Point]:
    """Points of a sentence that gives a bare number after others were handed over just before.

    `told` are the points of this sentence and of those right before it.
    """
    before = [p for p in told if p.item in HANDED_OVER and p.stance is Stance.CARRIED_OUT]
    if not before:
        return
    low = sentence.span[0]
    for number in sentence.numbers:
        start, end = number.span[0] - low, number.span[1] - low
        act = _ACT.search(sentence.text[:start])
        alone = _ALONE.match(sentence.text, end)
        if act is None or alone is None or number.low <= 0:
            continue
        first = before[-1]
        own_act = act["act"][-1] not in " ,"
        if not (own_act or alone["turn"]) or _UNSAID.search(
            sentence.text[max(0, act.start() - 40) : end]
        ):
            continue
        if any(p.count == number.low and p.span[0] <= number.span[0] < p.span[1] for p in told):
            continue
        yield _point(document, sentence, number, first, act["act"])


_GAPPING = re.compile(r"(?:,|;|\band|\bwhile|\bbut|\bwhereas) (?:the )?(?:\w+ (?=[A-Z]))?$")
"""Before a side's name: the verb that was said of the other side is left out."""
_OF_WHOM = re.compile(
    r"(?: (?:prisoners|captives|detainees|soldiers|servicemen|fighters|troops|rebels|POWs|bodies"
    r"|hostages|of (?:its|their|his) own|[A-Z][\w-]+|men|people)){0,3}"
    r"(?: (?:in (?:return|exchange|turn)|as well|too))?(?=[.,;:]|$)"
)
"""After the number: only those whom it counts."""


def gapped(sentence: Sentence, told: list[Point]) -> Iterator[Point]:
    """ "A will free 1,200 prisoners and B 1,700": the second half has the verb of the first."""
    low = sentence.span[0]
    handed = [p for p in told if p.item in HANDED_OVER and p.count and len(p.by) == 1]
    for number in sentence.numbers if handed else ():
        first = [p for p in handed if p.span[1] <= number.span[0] and p.sentence == sentence.text]
        name = next((n for n in sentence.names if n.span[1] == number.span[0] - 1), None)
        if not first or name is None or name.party is None or name.party in first[-1].by:
            continue
        before = sentence.text[: name.span[0] - low]
        if _GAPPING.search(before) and _OF_WHOM.match(sentence.text, number.span[1] - low):
            yield replace(
                first[-1], by=(name.party,), count=number.low, span=(name.span[0], number.span[1])
            )


def _point(document: Document, sentence: Sentence, number: Number, first: Point, act: str) -> Point:
    clause = whole(sentence)
    acting = parties_of(acting_names(document, clause, number.span[0]))[-1:]
    meant = sides_meant(document, sentence)
    others = tuple(side for side in meant if side not in acting)
    giver = others if _TAKEN.match(act) else acting
    return replace(
        first,
        by=giver if len(meant) == _TWO and giver else first.by,
        count=number.low,
        at_least=number.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN),
        per_side=None,
        span=(number.span[0] - len(act.strip()) - 1, number.span[1]),
        sentence=sentence.text,
    )


_TWO = 2


IN_RETURN = re.compile(
    r"\b(?:in (?:exchange|return) for|against(?= (?:the )?(?:release|freeing|return)))\b"
    r"(?:[^,.;]|(?<=\d)[,.](?=\d)){0,40}$",
    re.IGNORECASE,
)


def in_return_of(clause: Clause, mention: Mention) -> bool:
    """ "... in exchange for 183 prisoners": the other half of one deal."""
    edge = mention.whom[0] if mention.whom else mention.start
    return IN_RETURN.search(clause.text[:edge]) is not None
