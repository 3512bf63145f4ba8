"""How many: the number that belongs to a point, and whether it is for each side or for all."""

import re

from reading.document import Document, Number
from reading.facts import Item, Qualifier
from reading.talk_clauses import Clause
from reading.talk_items import Mention

COUNTED: dict[Item, re.Pattern[str]] = {
    item: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for item, words in {
        Item.PRISONER_EXCHANGE: r"prisoners?|POWs?|captives?|detainees?|soldiers?|servicem[ae]n"
        r"|troops"
        r"|fighters?|personnel|people|(?:wo)?men|defenders?|inmates?|teenagers?|minors?",
        Item.BODY_RETURN: r"bod(?:y|ies)|remains|soldiers?|servicem[ae]n|fallen|dead|troops"
        r"|fighters?"
        r"|corpses?|hostages?|captives?",
        Item.HOSTAGE_RELEASE: r"hostages?|captives?|people|women|men|of them",
        Item.CIVILIAN_RETURN: r"civilians?|people|residents?",
        Item.CHILDREN: r"children|minors?|child",
        Item.WORKING_GROUP: r"groups?|(?:online )?working",
        Item.AID_ACCESS: r"trucks?|convoys?|tonnes?|tons?",
    }.items()
}
"""What a count may count for each item; an item that is not here has no count."""

PAIR = re.compile(r"\b(?P<one>\d[\d,.]*)[- ]for[- ](?P=one)(?!\d)")
"""One for one: "1,000 for 1,000"."""

EACH = re.compile(
    r"\b(?:each(?! (?:days?|week|month|time|of|other)\b)|apiece|per side"
    r"|(?:\d|prisoners|captives|soldiers|men|bodies) a side"
    r"|(?:from|on|by|for) (?:each|both|either) (?:side|sides|party"
    r"|country)"
    r"|both (?:sides|countries) (?:will|would|are to)|either side|\d[\d,.]*[- ]for[- ]\d[\d,.]*)\b",
    re.IGNORECASE,
)
IN_ALL = re.compile(
    r"\b(?:in total|a total of|in all|altogether|combined|between them)\b", re.IGNORECASE
)
OF_SOMETHING_ELSE = re.compile(
    r"(?:countries|sides|parties|nations|delegations|teams|capitals|rounds?|hours?|days?|weeks?"
    r"|years?|months?|categor(?:y|ies)|stages?|phases?|batch(?:es)?|steps?)\b",
    re.IGNORECASE,
)
"""A number of these counts nobody who is handed over."""

AFTER = 34
"""Characters after a number for the noun it counts ("1,200 additional prisoners")."""


_OF_SO_MANY = re.compile(
    r"(?:\d|\b(?:[a-z]+teen|[a-z]+ty|two|three|four|five|six|seven|eight|nine|ten|half|some|most))"
    r" (?:out )?of (?:the )?$",
    re.IGNORECASE,
)
"""Before a number: so many of them, and not all."""


def count_of(
    document: Document, clause: Clause, mention: Mention
) -> tuple[int | None, bool, bool | None]:
    """Count, whether it is a lower bound, and whether it holds per side (None: not said)."""
    wanted = COUNTED.get(mention.item)
    if wanted is None:
        return None, False, None
    pair = PAIR.search(clause.text[mention.start : mention.end])
    if pair is not None:
        return int(re.sub(r"\D", "", pair["one"])), False, True
    stated = _stated(document, clause)
    near = [
        n
        for n in stated
        if _near(clause, n, mention)
        and _fits(document, n, wanted)
        and not _of_dead(document, clause, mention, n)
    ]
    own = _own(document, clause, mention, stated)
    if not near and own is None:
        return None, False, None
    shared = [n for n in near if _OF_SO_MANY.search(clause.text, 0, n.span[0] - clause.at(0))]
    if own in shared or (own is None and shared):
        # "Sixteen of 33": of how many, not how many.
        own = _part_of(clause, own or shared[0])
        if own is None:
            return None, False, None
    number = own or min(near, key=lambda n: abs(n.span[0] - clause.at(mention.start)))
    if number.low == 0:
        return None, False, None  # "up to 100" may be any number
    at_least = number.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
    return number.low, at_least, _per_side(clause, number)


def _part_of(clause: Clause, whole: Number) -> Number | None:
    """The number before "of the 33"; None for "most of them" and a part told in other words."""
    before = [n for n in clause.numbers if n.span[1] < whole.span[0]]
    if not before:
        return None
    gap = clause.text[before[-1].span[1] - clause.at(0) : whole.span[0] - clause.at(0)]
    return before[-1] if _OF_THE.fullmatch(gap) else None


_OF_THE = re.compile(r" (?:out )?of (?:the )?", re.IGNORECASE)
OF_THEM = re.compile(
    r" of (?:the |another |a further |some |about |at least |nearly )*$", re.IGNORECASE
)
BEFORE_THEM = re.compile(r"(?: (?!and |or |for )[\w’'-]+){0,4} (?:[\w’'-]+['’]s )?$", re.IGNORECASE)
"""Between those handed over and their number: "the bodies of 18", "185 captured border guards"."""


def _own(
    document: Document, clause: Clause, mention: Mention, stated: list[Number]
) -> Number | None:
    """The number that stands at those handed over themselves, whatever other numbers are near."""
    if mention.whom is None:
        return None
    low, high = (clause.at(edge) for edge in mention.whom)
    if mention.item is Item.CIVILIAN_RETURN:
        stated = [n for n in clause.numbers if not VAGUE.match(document.text[slice(*n.span)])]
    for number in stated:
        if (number.span[0] < high and low < number.span[1]) or (
            number.span[0] >= high and OF_THEM.fullmatch(document.text[high : number.span[0]])
        ):
            return number
    before = [
        n for n in stated if n.span[1] <= low and not OF_SOMETHING_ELSE.match(n.noun.lstrip())
    ]
    if before and BEFORE_THEM.fullmatch(document.text[before[-1].span[1] : low]):
        return before[-1]
    return None


def _stated(document: Document, clause: Clause) -> list[Number]:
    """Counts given as numbers: "thousands of bodies" is no count."""
    text = document.text
    return [
        n
        for n in clause.numbers
        if not VAGUE.match(text[slice(*n.span)])
        and not SOME_OF.search(text[: n.span[0]][-40:])
        and not A_RATE.match(text, n.span[1])
    ]


A_RATE = re.compile(
    r"[^.;,]{1,50} (?:for (?:every|each)|per) (?:one |of |(?:[\w-]+ ){0,3})"
    r"(?:hostages?|captives?|prisoners?|soldiers?|bod(?:y|ies)|man|woman|person|abductees?)\b"
    r"|(?! \w+ for (?:each|every))[^.;,]{1,50} (?:an?|per|each|every) (?:day|week|month)\b"
    r"|[^.;,]{1,30} (?:daily|weekly)\b|(?: [\w-]+)? (?:daily|weekly) ",
    re.IGNORECASE,
)
"""After a count: so many for one of the others or at a time, which counts nobody in all."""


SOME_OF = re.compile(
    r"\b(?:among (?:them|these|those)|of (?:them|whom)|including)(?: \w+){0,2}\s*$", re.IGNORECASE
)
"""Before a count: it is a part of those handed over, not all of them."""

VAGUE = re.compile(
    r"(?:(?:many|several|some|the) )?(?:tens|dozens|scores|hundreds|thousands)\b", re.IGNORECASE
)


def _near(clause: Clause, number: Number, mention: Mention) -> bool:
    return clause.at(mention.start) - 60 <= number.span[0] <= clause.at(mention.end) + 40


DEAD = re.compile(r"\b(?:bod(?:y|ies)|remains|corpses|dead|fallen|slain)\b", re.IGNORECASE)


def _of_dead(document: Document, clause: Clause, mention: Mention, number: Number) -> bool:
    """A number that counts the dead given back with the living, before them or after."""
    if mention.item is Item.BODY_RETURN:
        return False
    if DEAD_OF.search(document.text, clause.at(0), number.span[0]):
        return True
    low, high = clause.at(mention.end), number.span[1] + AFTER // 2
    return number.span[0] >= low and DEAD.search(document.text[low:high]) is not None


DEAD_OF = re.compile(
    r"\b(?:bod(?:y|ies)|remains|corpses) of"
    r" (?:the |some |about |around |nearly |at least |up to )*$",
    re.IGNORECASE,
)
"""Right before a number: so many dead."""


def _fits(document: Document, number: Number, wanted: re.Pattern[str]) -> bool:
    if OF_SOMETHING_ELSE.match(number.noun):
        return False
    after = document.text[number.span[1] : number.span[1] + AFTER]
    phrase = re.split(r"[,.;:–—]| and | for | from | of (?!war)", after, maxsplit=1)[0]
    return (
        wanted.search(ANOTHER_ACT.split(number.noun)[0]) is not None
        or wanted.search(phrase) is not None
        or re.match(r"[- ]for[- ]\d|\s+(?:from |on )?(?:each|both|apiece)\b", after) is not None
    )


ANOTHER_ACT = re.compile(r"\band (?:to )?(?:releas|fre|return|hand|exchang|swap|let)\w*\b")
"""After what a number counts: what is done to others ("five hills and free prisoners")."""
WILL_DO = re.compile(r"both \w+ (?:will|would|are to)$", re.IGNORECASE)
AND = re.compile(r"\band (?:that )?$")
EACH_REACH = 40
"""Characters after "each side" within which the number of each stands ("handing over 157")."""
NEXT_DEED = re.compile(
    r"(?:[,;] (?:and|but|while)|\band that) (?:the )?\w+ (?:had|has|have|would|will|was|were)\b"
)
"""Between "each" and a number: the number is of another deed."""


WHO_SAY = re.compile(
    r"\b(?:officials|sources|representatives|negotiators|delegates|commanders|diplomats|lawmakers"
    r"|statements?|reports?|spokes\w+) $",
    re.IGNORECASE,
)
"""Before "from both sides": who speaks, not who is handed over."""


def _per_side(clause: Clause, number: Number) -> bool | None:
    """For each side where "each" follows no other number: "314 prisoners, 157 from each side"."""
    each = next(
        (m for m in EACH.finditer(clause.text) if not WHO_SAY.search(clause.text[: m.start()])),
        None,
    )
    low, high = number.span[1], clause.at(each.start()) if each else 0
    if each is not None and WILL_DO.match(each.group()) and AND.search(clause.text[: each.start()]):
        each = None  # what both sides will do then, and not the count before
    if each is not None and not NEXT_DEED.search(clause.text[each.end() : low - clause.at(0)]):
        high = max(high, clause.at(each.end()) + EACH_REACH)
        near = [n for n in clause.numbers if low <= n.span[0] and n.span[1] <= high]
        return not any(2 * n.low == number.low for n in near)
    return False if IN_ALL.search(clause.text) else None
