"""What a sentence tells only to say that it is not so, that it nearly was, or that nobody knows.

All rooms ask here before they make a fact of anything: a false report, a claim that is denied, a
truce that was nearly agreed, a meeting of which it is unclear whether it was held. What follows
such a word up to the end of its clause is unsaid, what stands beside it is told as ever.
"""

import re
from enum import Flag, auto
from functools import lru_cache

from reading.document import Sentence
from reading.facts import Span
from reading.gate import Gated


class Unsaid(Flag):
    """Why a stretch of a sentence tells no fact."""

    FALSE = auto()
    """Somebody calls it untrue."""
    DENIED = auto()
    """Somebody denies it."""
    NEARLY = auto()
    """It came close, and did not happen."""
    OPEN = auto()
    """Nobody knows whether it did, or it is only imagined."""
    NONE = auto()
    """There was none, or none of those named did it."""
    NOT = auto()
    """The verb is denied: a refusal and a meeting called off are facts too, so a room asks."""


EVERY = Unsaid.FALSE | Unsaid.DENIED | Unsaid.NEARLY | Unsaid.OPEN | Unsaid.NONE

_CLAIM = (
    r"(?:reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?|speculation|posts?"
    r"|stories|story|videos?|images?|assertions?|news|statements?)"
)
_FALSE = (
    r"(?:false|untrue|fake|wrong|baseless|groundless|incorrect|inaccurate|fabricated|unfounded"
    r"|nonsense|a lie|lies|not true|not correct|made up|a hoax|misleading|fabrications?)"
)
_DONE = (
    r"(?:[a-z]{2,}ed|met|gave|given|set|held|hit|struck|shot|got|took|sent|won|lost|left|began"
    r"|broke|came|went|fell|brought|led|cut|let|put|made|swept|sank|withdrew|drew)"
)
_RULES = (
    (
        Unsaid.FALSE,
        Gated(
            rf"\b{_CLAIM} (?:that|of|about|saying|claiming|suggesting|in \w+ that)\b[^;]*?"
            rf"\b(?:is|are|was|were|as) (?:\w+ly |all |simply )?{_FALSE}\b"
            r"|\b(?:wrongly|falsely|mistakenly|erroneously|incorrectly) "
            r"(?:claim|said|say|report|announc|suggest|accus|stat|assert|blam)\w*"
            rf"|\b{_FALSE} {_CLAIM}\b"
        ),
    ),
    (
        Unsaid.DENIED,
        Gated(
            r"(?<!not )(?<!nor )(?<!never )\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing))\b"
            r"(?! (?:[\w’'-]+ ){0,3}(?:access|entry|visas?|permi\w+|bail|food|water|passage))"
            r"|\b(?:dismiss(?:es|ed|ing)|reject(?:s|ed|ing)|disput(?:es|ed|ing)) "
            rf"(?:[\w’'-]+ ){{0,4}}?{_CLAIM} (?:that|of|about)\b"
        ),
    ),
    (
        Unsaid.NEARLY,
        Gated(
            rf"\b(?:nearly|almost|all but) {_DONE}\b"
            r"|\b(?:narrowly|barely|just) (?:missed|avoided|escaped|averted)\b"
            r"|\b(?:came|come|coming) (?:\w+ )?close to \w+ing\b"
            r"|\b(?:decided|voted|advised) against\b"
            r"|\b(?:stopped|stops|stopping|fell|falls) short of \w+ing\b|\brefrained from\b"
        ),
    ),
    (
        Unsaid.OPEN,
        Gated(
            r"\b(?:unclear|uncertain|unknown|not (?:yet )?(?:clear|known|certain)|doubtful"
            r"|doubt(?:s|ed)?|question(?:s|ed)?) (?:that|whether|if)\b"
            r"|\b(?:analysts|observers|experts|officials|diplomats|few|many) doubt\b"
            r"|\bno (?:confirmation|evidence|proof|indication) (?:that|of|whether)\b"
            r"|\b(?:had|if) (?:(?-i:[A-Z])[\w’'-]+ (?:and )?){1,4}(?:met|agreed|signed)\b"
            r"|\bwould have (?:been )?[a-z]+(?:ed|et|eld|iven)\b"
        ),
    ),
    (
        Unsaid.NONE,
        Gated(
            r"\bneither (?:[\w’'-]+ ){1,6}?nor\b"
            r"|\bthere (?:was|were|have been|has been) no (?:[\w’'-]+ ){0,3}?"
            r"(?:attacks?|strikes?|raids?|shelling|bombings?|launches)\b"
        ),
    ),
    (
        Unsaid.NOT,
        Gated(
            r"\b(?:(?:did|has|have|had|was|were)(?: not|n[’']t)|never) (?:\w+ly |yet |even |been )?"
            r"(?:giv(?:e|en|ing)|gave|set|impos(?:ed?|ing)|issu(?:ed?|ing)|grant(?:ed)?)\b"
        ),
    ),
)
_NOT = Gated(
    r"\b(?:(?:did|has|have|had|was|were)(?: not|n[’']t)|never|failed to|fail(?:s)? to)"
    r" (?:\w+ly |yet |even |ever |actually )?[\w-]+"
    r"(?!(?: \w+){0,3} (?:face|directly|in person|separately|only|alone))",
)
"""With the verb that it denies; "did not meet face to face" does not tell that nobody talked."""
_NO_ARMS = Gated(
    r"\bno (?:[\w’'-]+ ){0,3}?(?:drones?|missiles?|rockets?|shells|jets|attacks?|strikes?|raids?) "
    r"(?:(?:was|were|has|have|had|been) ){0,2}"
    r"(?:attacked|hit|struck|launched|fired|flew|fell|reported|recorded|carried out|took place)\b",
)
_LABEL = re.compile(rf"\W*(?:{_FALSE}|fact[ -]?check\w*|debunked)\W*:", re.IGNORECASE)
"""Before a headline: what it quotes is not so."""
_END = re.compile(
    r"[;!?]|,? but\b|, (?:and|though|although|while|whereas|however|after|as|when|who|which)\b"
    r"| [–—-] |, (?:[\w’'-]+ ){0,4}(?:said|says|told|added)\b",
)


def is_unsaid(sentence: Sentence, at: int, why: Unsaid = EVERY) -> bool:
    """True where no fact may be made of what stands at this offset of the document's text."""
    here = at - sentence.span[0]
    return any(
        kind & why and low <= here < high
        for kind, (low, high) in _stretches(sentence.text, sentence.stems)
    )


def tells_no_meeting(sentence: Sentence) -> bool:
    """True where anything is unsaid, or nobody came: no scene is to be guessed from the rest."""
    return any(
        kind is not Unsaid.NOT or _CAME.search(sentence.text, *span) is not None
        for kind, span in _stretches(sentence.text, sentence.stems)
    )


_CAME = re.compile(r"\b(?:meet|met|talk|h[eo]ld|sat|sit|travel)")


@lru_cache(maxsize=64)
def _stretches(text: str, stems: frozenset[str]) -> tuple[tuple[Unsaid, Span], ...]:
    found: list[tuple[Unsaid, Span]] = []
    if _LABEL.match(text):
        found.append((Unsaid.FALSE, (0, len(text))))
    for kind, pattern in ((Unsaid.NOT, _NOT), (Unsaid.NONE, _NO_ARMS)):
        found += [(kind, cue.span()) for cue in pattern.finditer(text, stems)]
    for kind, pattern in _RULES:
        for cue in pattern.finditer(text, stems):
            end = _END.search(text, cue.end())
            found.append((kind, (cue.start(), end.start() if end else len(text))))
    return tuple(found)
