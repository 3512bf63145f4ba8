"""To whom a deadline is set: the sides that must act."""

import re
from collections import Counter

from reading.deadline_context import BESIDE
from reading.deadline_matter import context, sides_of
from reading.deadline_trigger import Trigger
from reading.document import Document, Name, NameKind, Sentence
from reading.facts import Span
from reading.talk_clauses import (
    acting_names,
    is_dateline,
    parties_of,
    sides_meant,
    sides_named,
    whole,
)
from reading.talk_frames import deal_told

TOLD = re.compile(
    r"\b(?:g[ai]ve[sn]?|giving|warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|tell(?:s|ing)?|told"
    r"|offers?|hit"
    r"|push(?:es|ed)?|press(?:es|ed|ing)?|demand(?:s|ed)?|let|to get|bring|face|await|hand(?:s|ed)"
    r"|(?:tariffs?|sanctions?|pressure|measures|penalties|deadline|ultimatum|threats?|duties"
    r"|letter|message|note|warning|strikes?|attacks?|bombing)"
    r"(?: \w+){0,2} (?:on|against|for|to|upon)"
    r"|(?:deadline|ultimatum)\b(?:(?!\b(?:as|while|after|when|amid)\b)[\w\s-]){0,40}\b(?:for|to))\s+"
    r"(?:the |a |its |whether |both |President |Mr\.? |\w+ President |\w+ leader |\w+ group )*$",
    re.IGNORECASE,
)
"""Before a side's name: somebody is given, told or threatened something."""

_SO_LONG = (
    r"(?:only |just |another |about )?(?:\d|an? (?:hour|day|week|month|fortnight)\b|(?:one|two"
    r"|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety)\b)"
)

OBLIGED = re.compile(
    r"^(?:['’]s (?:\w+ ){0,2}(?:president|leader|leadership))?,?\s*(?:must\b"
    rf"|(?:has|have|had) (?:until|to|not|{_SO_LONG})|will (?:face|have to|be hit|pay"
    r"|be (?:hit|punished))"
    r"|does(?: not|n['’]t)|do(?: not|n['’]t)|did(?: not|n['’]t)|fails?\b|failed\b|refuses\b"
    r"|(?:will not|won['’]t) (?:accept|agree|stop|make)"
    r"|to (?:end|agree|accept|stop|make|reach|release|free|hand|return|withdraw|sign|comply"
    r"|give|open"
    r"|halt|disarm)|accepts?\b|agrees?\b|should\b|faces?\b|has not\b|stops\b|makes\b|ends\b"
    r"|(?:and|or) (?:\w+ ){1,3}(?:must|have|fail|reach|agree|do not)\b|another \w+ days|more time"
    r"|['’]s time (?:to|limit))",
    re.IGNORECASE,
)
"""After a side's name: what it has to do, or what it has been given."""

QUALIFIES = re.compile(
    r"^[- ](?:\w+[- ])?(?:peace|cease-?fire|war|truce|deal|talks|plan|conflict)\b", re.IGNORECASE
)
"""After a side's name: the name only qualifies the matter ("the X peace deal")."""


def bound_by_truce(document: Document, sentence: Sentence, mover: str | None) -> tuple[str, ...]:
    """The sides that keep a truce: both of two; of more, those named with it but the mover's own.

    Where only the mover is named, it is those of whom the whole article tells.
    """
    sides = document.preset.party_names
    if len(sides) < 3:
        return sides
    everyone = [name for s in document.sentences for name in s.names]
    own = parties_of(name for name in everyone if name.canonical == mover)
    near = [one.names for one in context(document, sentence)]
    told = [
        tuple(party for party in sides_named(document, names) if party not in own)
        for names in (*near, everyone)
    ]
    least = 1 if set(own) & set(sides) else 2
    alone = tuple(side for side in own if side in sides) or sides_meant(document, sentence)
    return next((some for some in told if len(some) >= least), next(filter(None, told), alone))


def addressees(document: Document, sentence: Sentence, trigger: Trigger) -> tuple[str, ...]:
    """The sides that must act, in the order of the text; both where the text says so.

    The days that a deal sets, where an article tells of one, bind those who made it.
    """
    return _without_receiver(document, sentence, _asked(document, sentence, trigger))


def _asked(document: Document, sentence: Sentence, trigger: Trigger) -> tuple[str, ...]:
    if trigger.to is not None and (found := _told(document, sentence, trigger.to)) is not None:
        return found
    if SIDES_HAVE.search(sentence.text):
        return sides_meant(document, sentence)
    if _deals_body(document, sentence, trigger):
        named = sides_named(document, sentence.names)
        return named if len(named) > 1 else sides_meant(document, sentence)
    if not (trigger.noun or trigger.truce) and (found := _captors(document, sentence)):
        return found
    if trigger.noun and (found := _by_the_noun(document, sentence, trigger)):
        return found
    for place, near in enumerate(context(document, sentence)):
        doer = trigger.doer if place == 0 else None
        found = _addressed(document, near, told_only=place > 0, doer=doer)
        if found:
            return found
        if place == 0 and _BOTH.search(near.text):
            return sides_meant(document, near)
    return sides_meant(document, sentence) if trigger.noun is False and deal_told(document) else ()


def _without_receiver(
    document: Document, sentence: Sentence, found: tuple[str, ...]
) -> tuple[str, ...]:
    """ "The district was to be handed over to A": it is for the other side to act."""
    low = sentence.span[0]
    receivers = {
        n.party
        for n in sentence.names
        if n.party in found and _HANDED_TO.search(sentence.text[: n.span[0] - low])
    }
    sides = sides_meant(document, sentence) if receivers else ()
    left = [party for party in found if party not in receivers]
    return tuple(left or (side for side in sides if side not in receivers))


_HANDED_TO = re.compile(
    r"\b(?:(?:handed|turned|given) (?:over|back)|handed|returned|transferred|ceded) to (?:the )?$",
    re.IGNORECASE,
)


def _by_the_noun(document: Document, sentence: Sentence, trigger: Trigger) -> tuple[str, ...]:
    """Whom the words tied to the deadline's noun name, and who agreed on it or turns it down."""
    if found := _rejected_by(document, sentence, trigger.at):
        return found
    if found := _set_to(document, sentence, trigger.at):
        return found
    if _THEIR_OWN_STEP.match(document.text, trigger.at):
        return sides_named(document, acting_names(document, whole(sentence), trigger.at))[:1]
    if trigger.doer is None:
        return ()
    agreed = [n for n in sentence.names if trigger.doer[0] <= n.span[0] < trigger.doer[1]]
    both = sides_named(document, acting_names(document, whole(sentence), trigger.doer[1]))
    return both if len(both) > 1 and agreed and _AGREED.search(sentence.text) else ()


def _deals_body(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """ "Under the deal a joint body is to be set up": by all who made the deal."""
    if trigger.to is None or not trigger.passive or not UNDER_A_DEAL.match(sentence.text):
        return False
    words = document.text[slice(*trigger.to)]
    return (
        bool(words.strip())
        and not _MEANT.search(words)
        and not any(trigger.to[0] <= n.span[0] < trigger.to[1] for n in sentence.names)
    )


UNDER_A_DEAL = re.compile(
    r"\W*under (?:the|a|an|that|this|its) [^,.;]{0,40}\b(?:agreement|deal|accord|truce|cease-?fire)"
    r"\b",
    re.IGNORECASE,
)
_THEIR_OWN_STEP = re.compile(
    r"[\w-]+ (?:for|on) (?:its|their|his) (?:[\w-]+ )?(?:withdrawal|pull-?out|departure|exit"
    r"|retreat|disarmament|surrender|release|handover)\b",
    re.IGNORECASE,
)
"""'A's troops left on Tuesday, the deadline for their withdrawal': A was to keep it."""
SIDES_HAVE = re.compile(
    r"\b(?:the|both|two|warring) (?:\w+ )?(?:sides|parties) (?:now )?(?:have|had|were given"
    r"|are given)\b[^.;]{0,12}\b(?:until|till|\d+|\w+ (?:hours|days|weeks))\b",
    re.IGNORECASE,
)
"""'The sides have until Friday': all of them, and nobody of theirs has set it."""
_HOSTAGES_FREED = re.compile(
    r"\b(?:if|unless|until)\b[^.;]{0,60}\bhostages\b[^.;]{0,30}\b(?:freed|returned|released|handed|home)\b"
    r"|\b(?:if|unless) (?:the )?(?:[\w-]+ ){0,2}(?:group|movement|militants|rebels)\b[^.;]{0,20}"
    r"\b(?:return|release|free|hand)\w*\b[^.;]{0,40}\bhostages\b",
    re.IGNORECASE,
)


def _captors(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """Whoever holds the hostages of another side has to free them, named or not."""
    parties = document.preset.parties
    holders = tuple(p.name for p in parties if not (p.hostages or p.adjectives))
    theirs = any(p.hostages for p in parties) and len(holders) == 1
    return holders if theirs and _HOSTAGES_FREED.search(sentence.text) else ()


def _meant(document: Document, sentence: Sentence, at: int) -> tuple[str, ...] | None:
    """Whom "it" means: the side named last before, but for the one who gives it the time."""
    before = sides_named(document, [n for n in sentence.names if n.span[1] <= at])
    acting = acting_names(document, whole(sentence), at)
    edge = max(
        (m.end() for m in _OTHER_CLAUSE.finditer(sentence.text[: at - sentence.span[0]])), default=0
    )
    here = [n for n in acting if n.span[0] >= sentence.span[0] + edge]
    named = [n for n in acting[-1:] if _NAMED_IN.fullmatch(document.text, n.span[1], at)]
    actor = next(iter(here or named or acting), None)
    doing = sides_named(document, acting)
    before = doing if len(doing) > 1 else before
    others = [side for side in before if actor is not None and side != actor.party]
    return tuple(others[-1:]) or None


_NAMED_IN = re.compile(r", (?:\w+ly )?\w+ ?")
"""After a name in an apposition: "the head of the council, B, gave" them a day."""
_OTHER_CLAUSE = re.compile(r",\s|;\s|\b(?:after|before|as|when|while|because)\s")
_AGREED = re.compile(r"\bagree(?:d|s|ment)?\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:both|two|the|warring|rival) (?:sides|parties|countries|foes)\b", re.IGNORECASE
)
_MEANT = re.compile(
    r"(?:^|\s)(?:(?:its|their|his) (?:forces|troops|fighters|army|men|units|soldiers)|him|her|it"
    r"|them|they|he|she|the (?:group|rebels|militants|insurgents"
    r"|paramilitar\w+"
    r"|movement|fighters|country|government|force|militia|other side|leadership|president))"
    r"(?:\s(?:now|still|only|also|then))*\s*$",
    re.IGNORECASE,
)


def _told(document: Document, sentence: Sentence, span: Span) -> tuple[str, ...] | None:
    """The sides named where the words say who is given the time; None where they only mean one."""
    names = [n for n in sentence.names if span[0] <= n.span[0] < span[1] and n.party is not None]
    if any(n.kind is NameKind.PERSON for n in names) and not sentence.heading:
        names = [n for n in names if not is_dateline(document, n)]
    words = document.text[span[0] : span[1]]
    if _BOTH.search(words) or re.search(r"\bboth\s*$", words):
        return sides_meant(document, sentence)
    if any(_WHO_LIVE_IN.search(document.text, span[0], n.span[0]) for n in names[:1]):
        return ()
    matter = [n for n in names if QUALIFIES.match(document.text[n.span[1] : sentence.span[1]])]
    meant = [n for n in names if n not in matter and not _aside(document, sentence, n)]
    found = sides_named(document, meant)
    if matter and not found:
        return ()
    if found or not words.strip():
        return found or None
    others = [n for n in meant if n.kind is not NameKind.PLACE]
    if others:
        return parties_of(others)
    sides = document.preset.party_names
    homes = {n.party for n in names if n.kind is NameKind.PLACE and n.party in sides}
    if _MEANT.search(words):
        return _meant(document, sentence, span[0])
    people = _OF_PLACE.search(words)
    if people and len(homes) == 1:
        return tuple(homes)
    return () if people or (homes and _HELD_BY_OTHERS.search(words)) else None


_WHO_LIVE_IN = re.compile(
    r"\b(?:residents|people|civilians|villagers|inhabitants|families) (?:of|in) (?:the )?$",
    re.IGNORECASE,
)
"""Before a town's name, even where it stands for a government: they are no party to the war."""
_OF_PLACE = re.compile(
    r"\b(?:residents|people|civilians|villagers|inhabitants|soldiers|troops|forces|everyone"
    r"|those|families|nationals|diplomats|army|garrison)\b",
    re.IGNORECASE,
)
_HELD_BY_OTHERS = re.compile(
    r"\b(?:fighters|rebels|militants|militia\w*|gunmen|insurgents)\b", re.IGNORECASE
)
"""In a place: whose fighters they are, the place does not tell."""


def _aside(document: Document, sentence: Sentence, name: Name) -> bool:
    """Named only beside those who are told ("told the army in X", "the war with Y")."""
    before = document.text[sentence.span[0] : name.span[0]]
    return _BESIDE_TOLD.search(before) is not None


_BESIDE_TOLD = re.compile(
    r"\b(?:with|between|over|against|from|near|around|inside|by|after|of war|on|about|in)\s+"
    r"(?:the |its |eastern |southern )*$",
    re.IGNORECASE,
)


def _set_to(document: Document, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """ "The deadline for X to leave", "an ultimatum to X and Y"."""
    sides, found, end = document.preset.party_names, list[str](), noun
    if (named := _named_by(document, sentence, noun)) is not None:
        return (named,)
    for name in sentence.names:
        if name.span[0] < noun or name.party is None:
            continue
        between = document.text[end : name.span[0]]
        if found and between in _OWNS:
            found.pop()  # "the deadline for A's B-led forces": B is to keep it
        elif (_AND if found else _SET_TO).fullmatch(between) is None or name.party not in sides:
            continue
        found.append(name.party)
        end = name.span[1]
    return tuple(dict.fromkeys(found))


_OWNS = ("'s ", "’s ", "' ", "’ ")
_REJECTS = re.compile(
    r"\b(?:reject\w*|dismiss\w*|def(?:y|ies|ied|ying)|spurn\w*|rebuff\w*|brush\w* (?:aside|off)"
    r"|shrug\w* off|refus\w*)\b(?:(?!\b(?:as|while|when|before|after|ahead)\b)[^.;]){0,40}$",
    re.IGNORECASE,
)


def _rejected_by(document: Document, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """Who turns an ultimatum down is the one to whom it was put."""
    if not _REJECTS.search(document.text[sentence.span[0] : noun]):
        return ()
    return sides_named(document, acting_names(document, whole(sentence), noun))[:1]


def _named_by(document: Document, sentence: Sentence, noun: int) -> str | None:
    """ "X stretches the Y deadline": it goes by the name of the side that is to keep it."""
    before = [n for n in sentence.names if n.span[1] < noun and n.party is not None]
    if len(before) < 2 or before[-1].kind is not NameKind.PARTY or before[-1].adjective:
        return None
    name, others = before[-1], {n.party for n in before[:-1]}
    tied = re.fullmatch(r" (?:[\w-]+ )?", document.text[name.span[1] : noun]) is not None
    tied = tied and not document.text.startswith("ultimatum", noun)
    side = name.party in document.preset.party_names
    return name.party if tied and side and others - {name.party} else None


_SET_TO = re.compile(
    r"[\w-]+(?: (?!to [a-z])[^\s,;]+){0,5}? (?:for|to|on|upon|given|gave|handed|set)"
    r"(?: (?:the|both|all|its|their|[a-z]+-backed|President|Prime|Minister|Mr|Gen))* "
)
_AND = re.compile(r",? (?:and )?(?:the )?")


def _addressed(
    document: Document, sentence: Sentence, *, told_only: bool, doer: Span | None
) -> tuple[str, ...]:
    sides = document.preset.party_names
    scores: Counter[str] = Counter()
    mine = doer is not None and _FIRST_PERSON.search(document.text[doer[0] : doer[1]])
    speakers = {a.claimant for a in sentence.attributions} if mine else set[str]()
    for name in sentence.names:
        if name.canonical in speakers:
            continue
        if name.party in sides and name.party is not None:
            score = _addressee_score(document, sentence, name)
            acts = doer is not None and doer[0] <= name.span[0] < doer[1]
            scores[name.party] += score if score > 1 or not acts else 0
    best = max(scores.values(), default=0)
    if best > int(told_only):
        return tuple(
            party for party, score in scores.items() if score >= min(best, 2) and score > 0
        )
    return ()


_FIRST_PERSON = re.compile(r"\b(?:I|we)(?:['’]m| am| are| have| will| had)?\s*$")
_UNLESS_IT = re.compile(r"\s(?:unless|if|until) (?:it|they|he|she)\b", re.IGNORECASE)
_DEAL_WITH = re.compile(
    r"\b(?:deal|agreement|accord|settlement|understanding) with (?:the |its )?$", re.IGNORECASE
)
"""Before a side's name: from it the deal is wanted by a certain day."""


def _addressee_score(document: Document, sentence: Sentence, name: Name) -> int:
    before = document.text[sentence.span[0] : name.span[0]]
    after = document.text[name.span[1] : sentence.span[1]]
    if QUALIFIES.match(after):
        return 0
    told, obliged = TOLD.search(before) is not None, OBLIGED.match(after) is not None
    obliged = obliged and _BESIDE_TOLD.search(before) is None
    obliged = obliged or _UNLESS_IT.match(after) is not None
    if told or obliged:
        return 2
    if _DEAL_WITH.search(before):
        return 1
    return int(name.kind is NameKind.PERSON and not BESIDE.search(before))


def other_side(document: Document, to: tuple[str, ...], issuer: str | None) -> tuple[str, ...]:
    """Of two sides the one that did not set it, where only a people is named ("Kurdish forces").

    A state is nobody's people: it has a zone of its own.
    """
    sides = document.preset.party_names
    own = {n.party for s in document.sentences for n in s.names if n.canonical == issuer}
    known = [document.preset.party(name) for name in to]
    stateless = bool(known) and all(p is not None and not p.zone for p in known)
    if len(sides) != 2 or not stateless or set(to) & set(sides) or not own & set(sides):
        return ()
    return tuple(side for side in sides if side not in own)


def party_that_acts(document: Document, sentence: Sentence) -> str | None:
    """The side of the war that acts first in the sentence."""
    names = acting_names(document, whole(sentence))
    return next(iter(sides_of(document, tuple(names))), None)
