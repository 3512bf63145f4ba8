"""What a deadline is about: if it is the war's at all, what is asked, and what is threatened."""

import re

from reading.deadline_words import CONSEQUENCES, DEMANDS, NAMES_ONE
from reading.document import Document, Name, Sentence
from reading.gate import Gated

CONTEXT = 2
"""Sentences before this one that a pronoun or "the deadline" may lean on, beside the title."""

ABOUT_WAR = Gated(
    r"\b(?:war|peace|cease-?fire|truce|hostages?|invasion|fighting|hostilities|nuclear|missiles?"
    r"|sanctions?|withdraw\w*|troops|weapons|arms|disarm\w*|snap-?back|talks|negotiat\w+|attacks?"
    r"|soldiers|fighters|rebels?|army|surrender\w*|siege|lay down|strait|blockade"
    r"|bloodshed|bomb\w*|military|enrich\w+|uranium|occupied|militia\w*|mediat\w+)\b"
)
SETTLED_BETWEEN_SIDES = Gated(
    r"\b(?:plan|proposals?|offer|deal|accord|agreement|pact|captives?|prisoners?|bodies|corridors?"
    r"|aid|humanitarian|evacuat\w+|pull(?:out|back)|retreat\w*|buffer zone|border|observers"
    r"|monitors|comply|compliance|demands?|terms|handover|shelling|raids?|strikes)\b"
)
"""Beside a side's name it is the war's, where no other matter is spoken of."""
OTHER_MATTERS = Gated(
    r"\b(?:trade (?:deals?|agreements?|talks|pacts?)|budget|shutdown|transfer(?: window| deadline)?"
    r"|registration"
    r"|tax (?:return|filing)|enrol?ment|visas?|applica(?:tions?|nts?)|students?|exams?|admissions?"
    r"|franchise|contract (?:talks|extension)|auction|bid(?:ding|s)?|bidders|election|ballot"
    r"|nominations?|candidates?|roster|season|bankrupt\w*|merger|takeover|bondholders|debt|loan"
    r"|grid|gas transit|lawyers?|prosecutors?|trial|appeal (?:against|the)|court filing|closing"
    r" arguments|petition|indictment|fine|refunds?|customers?|passengers?|airlines?|subscribers?"
    r"|shareholders?|creditors?|lenders?|draft budget|league|coach|striker|winger|midfielder"
    r"|census|vaccin\w+|tickets?|licen[cs]es?|unions?|teachers?|wages|salar(?:y|ies)|arrears"
    r"|pay (?:rise|dispute|talks)"
    r"|reservists?|recruits|conscripts|taxpayers|workers|employers|purchases|imports|exports"
    r"|frozen (?:[\w']+ ){0,3}assets|central bank|goods from|duty of \d+|levies)\b"
)


def is_other_matter(words: str) -> bool:
    """True for what courts, clubs, markets and ministries settle, not warring sides."""
    return (
        OTHER_MATTERS.pattern.search(words) is not None and ABOUT_WAR.pattern.search(words) is None
    )


def concerns_the_war(document: Document, sentence: Sentence, *, named: bool) -> bool:
    """True where a side is named and the matter is war or peace, here or in what it leans on.

    `named`: the sentence names a deadline by its word.
    """
    if OTHER_MATTERS.search(sentence.text, sentence.stems) and is_other_matter(sentence.text):
        return False
    if sentence.heading and is_other_matter(" ".join(s.text for s in document.sentences[:2])):
        return False
    here = sides_of(document, sentence.names)
    if len({*here}) > 1 or (named and here):
        return True
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    around = [*context(document, sentence), *following]
    if any(NAMES_ONE.search(s.text, s.stems) and sides_of(document, s.names) for s in around[:-1]):
        return True
    if named and _told_of_in_title(document):
        return True
    if sides_of(document, sentence.names) and SETTLED_BETWEEN_SIDES.search(
        sentence.text, sentence.stems
    ):
        return True
    return any(sides_of(document, s.names) for s in around) and any(
        ABOUT_WAR.search(s.text, s.stems) for s in around
    )


def _told_of_in_title(document: Document) -> bool:
    title = document.sentences[0]
    sides = document.preset.party_names
    return not OTHER_MATTERS.search(title.text, title.stems) and any(
        n.party in sides and not n.adjective for n in title.names
    )


def context(document: Document, sentence: Sentence) -> list[Sentence]:
    """The sentence and what it may lean on, the nearest first."""
    before = document.sentences[max(0, sentence.index - CONTEXT) : sentence.index]
    return [sentence, *reversed(before), *document.sentences[:1]]


def sides_of(document: Document, names: tuple[Name, ...]) -> list[str]:
    """The sides of the war that the names belong to, in the order of the text."""
    sides = document.preset.party_names
    return [n.party for n in names if n.party in sides and n.party is not None]


TARIFF_RATE = Gated(
    r"(?<!about )(?<!around )(?<!up to )(?<!least )\b(?P<rate>\d{1,4}(?:\.\d+)?)"
    r"(?:\s?%| ?-?per ?cent)[’'”\"]? (?:[“\"‘']?secondary[’'”\"]? )?"
    r"(?:import )?(?:tariffs?|duties)\b"
)
IN_FORCE = re.compile(
    r"\b(?:imposed|put|raised|introduced|already|existing|current|earlier|previous|pa(?:id|ys?)"
    r"|beside|besides|(?:has|have|had) set)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Before a rate: tariffs that are paid already are not what is threatened."""
THEN = re.compile(
    r"[“\"‘']?(?:otherwise|or else|if not|if they (?:do not|don['’]t|refuse|fail)|failing (?:that"
    r"|which)|after that|in that case|then|should (?:he|she|it|they) (?:fail|refuse)"
    r"|if (?:he|she|it|they|there|no|the \w+|[A-Z]\w+)\b[^.;]{0,40}\b(?:not|n['’]t|no|refus\w+"
    r"|fail\w*))\b",
    re.IGNORECASE,
)
"""A sentence that begins so tells the consequence of the one before it."""


def demand_of(document: Document, sentence: Sentence) -> str | None:
    """What is asked, in the words of a small fixed list; None where the text does not say."""
    return _first_label(DEMANDS, context(document, sentence))


def consequence_of(document: Document, sentence: Sentence) -> str | None:
    """What is threatened, in the words of a small fixed list; None where the text does not say.

    A rate of tariffs comes before them: "100% secondary tariffs".
    """
    label = _first_label(CONSEQUENCES, [sentence])
    if label is None:
        follows = document.sentences[sentence.index + 1 : sentence.index + 2]
        return _first_label(CONSEQUENCES, [s for s in follows if THEN.match(s.text)])
    if not label.endswith("tariffs"):
        return label
    rates = list(TARIFF_RATE.finditer(sentence.text, sentence.stems))
    if len(rates) != 1 or IN_FORCE.search(sentence.text[: rates[0].start()]):
        return label
    return f"{rates[0]['rate']}% {label}"


def _first_label(table: tuple[tuple[str, Gated], ...], sentences: list[Sentence]) -> str | None:
    for sentence in sentences:
        for label, pattern in table:
            if pattern.search(sentence.text, sentence.stems):
                return label
    return None
