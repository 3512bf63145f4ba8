"""Points that titles and leads tell in words of their own, where no verb governs an item.

"84 captives apiece come home", "Guns fall silent", "A and B put names to a declaration": each is
told by a few signs together, and by nothing that says it is old, planned, hoped for or refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reading.document import Document, NameKind, Number, Sentence
from reading.facts import Item, Point, Qualifier, Stance
from reading.gate import Gated
from reading.talk_clauses import Clause, clauses, sides_meant
from reading.talk_item_words import SWAP, are_hurt, is_bidding
from reading.talk_recalled import opens_long_ago
from reading.talk_setting import Setting

_I = re.IGNORECASE
_LAST = 3
"""Sentences, with the title, in which an article says what its news is."""

_CAPTIVES = (
    r"prisoners?(?: of war)?|pows?|captives?|detainees?|service(?:men|members|women)|soldiers?"
    r"|troops|hostages?|abductees|civilians|children|minors|crew(?: members)?|sailors|fishermen"
    r"|guards?|inmates|fighters|bod(?:y|ies)|corpses|remains|fallen"
)
_COUNTED = re.compile(
    rf"\s(?:(?!(?:and|or|were|was|are|is|who|that)\b)[\w’'-]+ ){{0,3}}?(?P<who>{_CAPTIVES})\b", _I
)
"""After a number: whom it counts."""
_BARE = re.compile(r"\s(?:each|apiece|of (?:its|their) (?:own|fallen|dead)|from each side)\b", _I)
"""After a number that counts those who were named before."""
_HOME = re.compile(
    r"\b(?:(?:come|comes|came|go|goes|went|arrive[sd]?|return(?:s|ed)?|cross(?:es|ed)?|brought"
    r"|flown"
    r"|sent|walk(?:s|ed)?|are|were|is|was) (?:back |out |safely )?home|back (?:home|in|on|with)"
    r"|go(?:es)? free|went free|walk(?:s|ed)? free|freed|frees|released?|releases|lets? go|let out"
    rf"|handed (?:over|back)|hands (?:over|back)|{SWAP}|repatriate[sd]?"
    r"|turn(?:s|ed) over|returned|gets? back|gets|got back|takes? delivery of|took delivery of"
    r"|receive[sd]?|walk(?:s|ed)? out of|leaves? (?:jail|prison|captivity)|out of captivity)\b",
    _I,
)
_SWAP = re.compile(
    r"\b(?:swap\w*|exchang\w+|traded?|apiece|each|both sides|each side|prisoners? deal)\b", _I
)
_NOT_DONE = re.compile(
    r"\b(?:will|would|to (?:be|go|come|swap|trade|exchange|free|release|return|hand|get|receive)"
    r"|next|should|must|demand\w*|want\w*|seek\w*|call\w*|offer\w*|if|unless|hop\w+|agree\w*|lists?"
    r"|could|may|might|plan\w*|propos\w+|ready|wait\w*|urg\w+|ask\w*|since|so far|total|in all"
    r"|already|hospitals?|morgues?|rubble|rescu\w+|recovered|retrieved"
    r"|last (?:week|month|year)|years?|ago|court|trial|charged|jailed|sentenced|convicted|pardon\w*"
    r"|killed|dead in|wounded|captured|held|deadline|not|no|n['’]t|ministers?|talks|before|until"
    r"|after (?:being|serving)|accus\w+|alleg\w+)\b",
    _I,
)
_AMNESTY = re.compile(
    r"\b(?:amnest\w+|pardon\w*|clemency|commut\w+|independence (?:day|anniversary)"
    r"|burglar\w*|robber\w*|theft|(?:their|his|her|reduced|inmates['’]) sentences?)\b",
    re.IGNORECASE,
)
"""A state lets its own convicts go, or cannot keep them."""
_OWN_CRITICS = re.compile(
    r"\b(?:political (?:prisoners|detainees)|prisoners of conscience|protest(?:e|o)rs|dissidents"
    r"|opposition (?:\w+ )?(?:activists|figures|leaders|politicians|supporters)"
    r"|(?:disputed|contested|presidential) (?:\d{4} )?elections?)\b",
    re.IGNORECASE,
)
"""Whom a government holds for what they say of it: no captives of the other side."""


def are_own_people(document: Document, sentence: Sentence) -> bool:
    """Whether those let go are a state's own convicts or critics, who are no part of an exchange.

    A headline says so for its lead as well.
    """
    told = " ".join(s.text for s in document.sentences[:1] if sentence.index < _LAST)
    if _AMNESTY.search(sentence.text):
        return True
    told = f"{told} {sentence.text}"
    return bool(_OWN_CRITICS.search(told) and not _SWAP.search(told))


_TRUCE = Gated(
    r"\b(?:guns (?:are |go(?:es)? |went |fall |fell )?(?:silent|quiet)"
    r"|silences? (?:the |their )?guns|lay(?:s|ing)? down (?:the |their )?(?:guns|arms)"
    r"|h[eo]lds? (?:its |their )?fire"
    r"|(?:stop|stops|stopped|halt|halts|halted|cease|ceases) (?:all )?(?:firing|shooting|fighting"
    r"|hostilities|attack(?:s|ing) (?:on )?(?:each other|one another))"
    r"|(?:stop|stops|stopped|halt|halts|halted|cease|end|ends|ended) (?:fire|(?:the |their |all )?"
    r"(?:[\w-]+ )?(?:(?:day|days|week|weeks|months) of )?(?:war|clashes|fighting|hostilities))\b"
    r"(?! (?:of words|on|against|games?|crimes?)\b)|agree(?:s|d)? (?:on |to )?(?:an )?end to"
    r" (?:the )?"
    r"(?:[\w-]+ )?(?:war|fighting|clashes|hostilities)"
    r"|keep(?:s|ing)? (?:the |their )?(?:truce|cease-?fire)|(?:truce|cease-?fire) (?:now )?"
    r"(?:starts|begins|takes (?:hold|effect)|in force|under way|comes into (?:force|effect)))\b",
)
_STARTS = re.compile(
    r"\b(?:silent|quiet|starts|begins|takes (?:hold|effect)|in force|under way|comes into)", _I
)
_PAPER = Gated(
    r"\b(?:ink(?:s|ed)?|sign(?:s|ed)?|initial(?:s|led|ed)?|put(?:s)? (?:their |its )?(?:names?"
    r"|signatures?|pens?) to|seal(?:s|ed)?|clinch(?:es|ed)?|conclude[sd]?)"
    r" (?!up\b)(?:(?!(?:trade|minerals?|arms|gas|oil|energy|drones?|defence|defense|loans?"
    r"|grain|aid|investment|economic|partnership|military|security|labou?r|tax|without|no)\b)"
    r"[\w’'-]+ ){0,4}?"
    r"(?:pact|deal|accord|declaration|memorandum|agreement|text|roadmap|protocol|document|minutes"
    r"|framework|treaty|paper)\b",
)
_UNSAID = re.compile(
    r"\b(?:will|would|to|should|must|could|may|might|if|unless|not|no|never|refus\w+|fail\w*|hop\w+"
    r"|want\w*|call\w* (?:for|on)|urg\w+|demand\w*|near|close|before|until|propos\w+|ready|plan\w*"
    r"|expect\w*|n['’]t|deny|denie[sd]|years? ago|accus\w+|threat\w*|unlikely"
    r"|likely)\b",
    _I,
)


_LOOKS_BACK = re.compile(
    r"\b(?:years?|months?|weeks?|days?) (?:on|ago|after|since|later)\b|\banniversar"
    r"|\bin (?:19|20)\d\d\b|\?$",
    _I,
)
"""An anniversary, a question: nothing of it is news."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a clause shows: the item, how firmly it stands, where, and of how many."""

    item: Item
    stance: Stance
    start: int
    end: int
    count: Number | None = None


def points_by_signs(setting: Setting, sentence: Sentence) -> Iterator[Point]:
    """The points of a title or a lead sentence in which no word governs an item."""
    if sentence.index >= _LAST or _LOOKS_BACK.search(sentence.text):
        return
    if opens_long_ago(setting.document, sentence):
        return
    for clause in clauses(sentence):
        for sign in (*_handed_over(setting, clause), *_settled(setting, clause)):
            by = _by(setting.document, clause, sign)
            if sign.stance is Stance.AGREED and len(by) < 2:
                continue
            yield _point(clause, sign, by)


def _point(clause: Clause, sign: _Sign, by: tuple[str, ...]) -> Point:
    span = (clause.at(sign.start), clause.at(sign.end))
    said = clause.sentence.claimant_at(span)
    count = sign.count
    return Point(
        item=sign.item,
        stance=sign.stance,
        by=by,
        count=count.low if count else None,
        per_side=True if count and _EACH.search(clause.text) else None,
        claimant=said.claimant if said else None,
        span=span,
        sentence=clause.sentence.text,
        at_least=bool(count and count.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN)),
    )


_EACH = re.compile(r"\b(?:each|apiece|per side|on (?:each|both|either) sides?)\b", _I)


def _by(document: Document, clause: Clause, sign: _Sign) -> tuple[str, ...]:
    """Both sides where both are named or mean; of captives that came home nobody is said to act."""
    sides = document.preset.party_names
    named = tuple(
        dict.fromkeys(
            n.party
            for n in clause.names
            if n.party in sides and n.party and n.kind is not NameKind.PLACE
        )
    )
    if sign.count is not None:
        return sides_meant(document, clause.sentence) if _SWAP.search(clause.text) else ()
    if sign.stance is Stance.CARRIED_OUT:
        return sides_meant(document, clause.sentence)
    return named


def _handed_over(setting: Setting, clause: Clause) -> Iterator[_Sign]:
    """So many who came home, or were let go, told as done."""
    home = _HOME.search(clause.text) if clause.numbers else None
    if (
        home is None
        or (_THE_THING.match(clause.text, home.end()) and not _WAS_DONE.search(clause.text))
        or are_own_people(setting.document, clause.sentence)
        or _NOT_DONE.search(clause.text)
    ):
        return
    low = clause.span[0]
    people = None
    for number in clause.numbers:
        end = number.span[1] - low
        counted = _COUNTED.match(clause.text, end)
        if counted is not None:
            people = counted["who"].lower()
        elif people is None or not _BARE.match(clause.text, end):
            continue
        start = number.span[0] - low
        if not people.startswith("bod") and are_hurt(clause.text, start, end):
            continue
        if min(abs(home.start() - end), abs(start - home.end())) > _REACH:
            continue
        yield _Sign(
            _item_of(setting, people),
            Stance.CARRIED_OUT,
            min(start, home.start()),
            max(end, home.end()),
            number,
        )


_THE_THING = re.compile(r" of\b", _I)
"""After "release": the thing is spoken of, and not the deed."""
_WAS_DONE = re.compile(
    r"\b(?:complet\w+|carr(?:ied|ies) out|conduct\w+|stag(?:ed|es)|took place|takes place|saw|sees"
    r"|facilitat\w+|mediat\w+|broker\w+|secur\w+|overs(?:aw|ees|een)|welcom\w+|hail\w+|celebrat\w+"
    r"|held(?! out)|holds|finish\w*|began|begins|with|in|after|follow\w+|mark\w*)\b",
    _I,
)
"""Beside such a thing: it came about."""
_REACH = 70
"""Characters between a number and the word of coming home."""


def _item_of(setting: Setting, people: str) -> Item:
    if re.match(r"bod|corpse|remains|fallen", people):
        return Item.BODY_RETURN
    if re.match(r"hostage|abduct|crew", people) or (people == "captives" and setting.hostages):
        return Item.HOSTAGE_RELEASE
    if re.match(r"civilian", people):
        return Item.CIVILIAN_RETURN
    return Item.CHILDREN if re.match(r"child|minor", people) else Item.PRISONER_EXCHANGE


_ORDERS = re.compile(r"\b(?:order|tell|command|declar|announc|instruct)\w*\b|\btold\b", _I)
"""Before guns that fall silent: it is the word of one who bids them."""


def _settled(setting: Setting, clause: Clause) -> Iterator[_Sign]:
    """Guns that fall silent, and papers that two sides put their names to."""
    document, found = setting.document, _TRUCE.search(clause.text, clause.sentence.stems)
    bid = found is not None and is_bidding(clause.text, found.start())
    if found is not None and not bid and not _UNSAID.search(clause.text[: found.start()]):
        if _ORDERS.search(clause.text[: found.start()]):
            return
        starts = _STARTS.search(found.group()) is not None
        today = document.ref.date()  # "starts on Friday" has not begun before
        ahead = any(t.window is not None and t.window.start > today for t in clause.times)
        if starts and setting.own_truce:
            return
        both = len(_by(document, clause, _Sign(Item.CEASEFIRE, Stance.AGREED, *found.span()))) > 1
        if starts or both:
            stance = Stance.CARRIED_OUT if starts and not ahead else Stance.AGREED
            yield _Sign(Item.CEASEFIRE, stance, *found.span())
    signed = _PAPER.search(clause.text, clause.sentence.stems)
    if signed is not None and not _UNSAID.search(clause.text[: signed.start()]):
        yield _Sign(Item.DOCUMENT, Stance.AGREED, *signed.span())
