"""Who sets a deadline, to whom, what is asked, and what is threatened."""

import re
from collections import Counter

from reading.deadline_words import CONSEQUENCES, DEMANDS, NOUN
from reading.document import Document, Name, NameKind, Sentence
from reading.talk_clauses import (
    BOTH_SIDES,
    acting_names,
    parties_of,
    sides_meant,
    sides_named,
    whole,
)

CONTEXT = 2
"""Sentences before this one that a pronoun or "the deadline" may lean on, beside the title."""

TOLD = re.compile(
    r"\b(?:g[ai]ve[sn]?|giving|warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|tell(?:s|ing)?|told"
    r"|offers?|hit"
    r"|push(?:es|ed)?|press(?:es|ed|ing)?|demand(?:s|ed)?|let|to get|bring|face|await|hand(?:s|ed)"
    r"|(?:tariffs?|sanctions?|pressure|measures|penalties|deadline|ultimatum|threats?|duties)"
    r"(?: \w+){0,2} (?:on|against|for|to|upon)|(?:deadline|ultimatum)\b[\w\s-]{0,40}\b(?:for"
    r"|to))\s+"
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

BESIDE = re.compile(
    r"\b(?:with|between|over|in|on|against|of|war on|for|from|near|around|inside|to|by|and|if|no)"
    r"\s+(?:the |its |eastern |southern )*$",
    re.IGNORECASE,
)
"""Before a side's name: it is spoken of, not to."""

LED = re.compile(
    r"^(?:the )?(?:[\w-]+ ){0,2}(?:leaders?|ministers?|presidents?|governments?) of (?:the )?$",
    re.IGNORECASE,
)
"""Before a state's name: those who act for it."""

QUALIFIES = re.compile(
    r"^[- ](?:\w+[- ])?(?:peace|cease-?fire|war|truce|deal|talks|plan|conflict)\b", re.IGNORECASE
)
"""After a side's name: the name only qualifies the matter ("the X peace deal")."""

BYSTANDER = re.compile(
    r"\b(?:with|meeting|alongside|beside|receiving|hosting|visiting|after"
    r"|met)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
ABOUT_WAR = re.compile(
    r"\b(?:war|peace|cease-?fire|truce|hostages?|invasion|fighting|hostilities|nuclear|missiles?"
    r"|sanctions?"
    r"|withdraw\w*|troops|weapons|arms|disarm\w*|snap-?back|talks|negotiat\w+|attacks?)\b",
    re.IGNORECASE,
)
OTHER_MATTERS = re.compile(
    r"\b(?:trade deal|budget|shutdown|transfer|registration|tax (?:return|filing)|enrol?ment"
    r"|visa|application"
    r"|students?|exams?|admissions?|franchise|contract (?:talks|extension)|auction"
    r"|bid(?:ding|s)?|election|ballot|nomination"
    r"|roster|season|bankrupt\w*"
    r"|merger|takeover|bondholders|debt|loan|grid|gas transit)\b",
    re.IGNORECASE,
)


def concerns_the_war(document: Document, sentence: Sentence) -> bool:
    """True where a side is named and the matter is war or peace, here or in what it leans on."""
    if OTHER_MATTERS.search(sentence.text) and not ABOUT_WAR.search(sentence.text):
        return False
    if NOUN.search(sentence.text) and _sides(document, sentence.names):
        return True
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    around = [*_context(document, sentence), *following]
    if any(NOUN.search(s.text) and _sides(document, s.names) for s in around[:-1]):
        return True
    if NOUN.search(sentence.text) and _told_of_in_title(document):
        return True
    named = any(_sides(document, s.names) for s in around)
    return named and any(ABOUT_WAR.search(s.text) for s in around)


def _told_of_in_title(document: Document) -> bool:
    title = document.sentences[0]
    sides = document.preset.party_names
    return not OTHER_MATTERS.search(title.text) and any(
        n.party in sides and not n.adjective for n in title.names
    )


def _context(document: Document, sentence: Sentence) -> list[Sentence]:
    before = document.sentences[max(0, sentence.index - CONTEXT) : sentence.index]
    return [sentence, *reversed(before), *document.sentences[:1]]


def _sides(document: Document, names: tuple[Name, ...]) -> list[str]:
    sides = document.preset.party_names
    return [n.party for n in names if n.party in sides and n.party is not None]


def bound_by_truce(document: Document, sentence: Sentence, mover: str | None) -> tuple[str, ...]:
    """The sides that keep a truce: both of two; of more, those named with it but the mover's own.

    Where only the mover is named, it is those of whom the whole article tells.
    """
    sides = document.preset.party_names
    if len(sides) < 3:
        return sides
    everyone = [name for s in document.sentences for name in s.names]
    own = parties_of(name for name in everyone if name.canonical == mover)
    for names in (*(near.names for near in _context(document, sentence)), everyone):
        named = tuple(party for party in sides_named(document, names) if party not in own)
        if named:
            return named
    return sides


def addressees(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """The sides that must act, in the order of the text; both where the text says so."""
    for place, near in enumerate(_context(document, sentence)):
        found = _addressed(document, near, told_only=place > 0)
        if found:
            return found
        if (
            place == 0
            and BOTH_SIDES.search(near.text)
            and re.search(r"\b(?:both|two|the) (?:sides|parties)\b", near.text, re.IGNORECASE)
        ):
            return sides_meant(document, near)
    return ()


def _addressed(document: Document, sentence: Sentence, told_only: bool) -> tuple[str, ...]:
    sides = document.preset.party_names
    scores: Counter[str] = Counter()
    for name in sentence.names:
        if name.party in sides and name.party is not None:
            scores[name.party] += _addressee_score(document, sentence, name)
    best = max(scores.values(), default=0)
    if best > int(told_only):
        return tuple(
            party for party, score in scores.items() if score >= min(best, 2) and score > 0
        )
    return ()


def _addressee_score(document: Document, sentence: Sentence, name: Name) -> int:
    before = document.text[sentence.span[0] : name.span[0]]
    after = document.text[name.span[1] : sentence.span[1]]
    if QUALIFIES.match(after):
        return 0
    told, obliged = TOLD.search(before) is not None, OBLIGED.match(after) is not None
    if told or obliged:
        return 2
    return int(name.kind is NameKind.PERSON and not BESIDE.search(before))


def issuer_of(document: Document, sentence: Sentence, to: tuple[str, ...], at: int) -> str | None:
    """The person, else the party, that sets it: not one of those to whom it is set."""
    for near in _context(document, sentence):
        names = [n for n in near.names if n.party is not None and n.party not in to]
        people = [n for n in names if n.kind is NameKind.PERSON and not _met(near, n)]
        if people:
            before = [n for n in people if n.span[0] < at] or people
            return before[-1 if near is sentence else 0].canonical
        bodies = [n for n in names if n.kind in (NameKind.PARTY, NameKind.BODY) and _acts(near, n)]
        if bodies and (near is sentence or _announced(near, sentence, bodies[0])):
            return bodies[0].canonical
    return _most_named(document, to)


def _announced(near: Sentence, sentence: Sentence, body: Name) -> bool:
    """ "A announced a truce. B has four days to sign it.": who announced the one set the other."""
    speakers = {a.party for a in near.attributions} - {None}
    just_before = near.index == sentence.index - 1 and near.index > 0
    return just_before and speakers == {body.party}


def mover_of(document: Document, sentence: Sentence) -> str | None:
    """The person, else the party, that acts first in the sentence."""
    names = acting_names(document, whole(sentence))
    people = [n for n in names if n.kind is NameKind.PERSON]
    return (people or names)[0].canonical if names else None


def party_that_acts(document: Document, sentence: Sentence) -> str | None:
    """The side of the war that acts first in the sentence."""
    names = acting_names(document, whole(sentence))
    return next(iter(_sides(document, tuple(names))), None)


def without_issuer(document: Document, to: tuple[str, ...], issuer: str | None) -> tuple[str, ...]:
    """Nobody sets a deadline to their own side, where another side is addressed too."""
    own = {n.party for s in document.sentences for n in s.names if n.canonical == issuer}
    others = tuple(party for party in to if party not in own)
    return others or to


def _acts(sentence: Sentence, name: Name) -> bool:
    before = sentence.text[: name.span[0] - sentence.span[0]]
    if LED.search(before):
        return True
    return not BESIDE.search(before) and not BYSTANDER.search(before)


def _met(sentence: Sentence, name: Name) -> bool:
    """Somebody whom the issuer stood beside, not the issuer."""
    return BYSTANDER.search(sentence.text[: name.span[0] - sentence.span[0]]) is not None


def _most_named(document: Document, to: tuple[str, ...]) -> str | None:
    people = Counter(
        n.canonical
        for s in document.sentences
        for n in s.names
        if n.kind is NameKind.PERSON and n.party is not None and n.party not in to
    )
    return people.most_common(1)[0][0] if people else None


TARIFF_RATE = re.compile(
    r"(?<!about )(?<!around )(?<!up to )(?<!least )\b(?P<rate>\d{1,4}(?:\.\d+)?)"
    r"(?:\s?%| ?-?per ?cent)[’'”\"]? (?:[“\"‘']?secondary[’'”\"]? )?"
    r"(?:import )?(?:tariffs?|duties)\b",
    re.IGNORECASE,
)


IN_FORCE = re.compile(
    r"\b(?:imposed|put|raised|introduced|already|existing|current|earlier|previous|pa(?:id|ys?)"
    r"|beside|besides|(?:has|have|had) set)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Before a rate: tariffs that are paid already are not what is threatened."""


def demand_of(document: Document, sentence: Sentence) -> str | None:
    """What is asked, in the words of a small fixed list; None where the text does not say."""
    return _first_label(DEMANDS, _context(document, sentence))


def consequence_of(sentence: Sentence) -> str | None:
    """What is threatened, in the words of a small fixed list; None where the text does not say.

    A rate of tariffs comes before them: "100% secondary tariffs".
    """
    label = _first_label(CONSEQUENCES, [sentence])
    if label is None or not label.endswith("tariffs"):
        return label
    rates = list(TARIFF_RATE.finditer(sentence.text))
    if len(rates) != 1 or IN_FORCE.search(sentence.text[: rates[0].start()]):
        return label
    return f"{rates[0]['rate']}% {label}"


def _first_label(
    table: tuple[tuple[str, re.Pattern[str]], ...], sentences: list[Sentence]
) -> str | None:
    for sentence in sentences:
        for label, pattern in table:
            if pattern.search(sentence.text):
                return label
    return None
