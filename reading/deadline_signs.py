"""A time set in no known form of words: a limit, a word of asking, an act of war or peace, a side.

Near the top of an article these four together set somebody a time, however they are put
("Free them by noon Saturday, he tells the rebels").
"""

import re

from reading.deadline_acts import ACT, DEEDS, WAR
from reading.deadline_matter import is_other_matter
from reading.deadline_moves import HINTS
from reading.deadline_trigger import Trigger
from reading.document import Document, NameKind, Sentence, TimeExpression, TimeKind
from reading.facts import Span

_I = re.IGNORECASE
_LAST = 3
"""Sentences, with the title, in which an article says what its news is."""
_ASKS = re.compile(
    r"\b(?:must|orders?|ordered|tells?|told|demands?|demanded|ultimatum|giv(?:es?|en|ing)|gave|wants?"
    r"|insists?|insisted|warn(?:s|ed)|instruct(?:s|ed)|summon(?:s|ed)|require[sd]|need(?:s|ed)? to"
    r"|ha(?:s|d|ve) to|has until|have until|time is|clock|last (?:chance|warning)"
    r"|final (?:warning|chance)|or (?:else|face|be|no|risk|sanctions|tariffs|war)"
    r"|call(?:s|ed) on|expects?|exhort(?:s|ed)|due(?= by\b)|put(?:s)? .{2,30} on notice)\b",
    _I,
)
_HAND = re.compile(rf"\b(?:{DEEDS})\b", _I)
_BEFORE = re.compile(
    r"\b(?:by|until|till|before|within|inside|no later than|not later than)"
    r"\s(?:(?!on\s)[\w’']+\s){0,2}$",
    _I,
)
_GIVEN = re.compile(r"(?::|\bg[ai]ve[sn]?\b[^.;:]{0,60}?)\s[“\"‘']?(?:just |only |another )?$", _I)
_TO_ACT = re.compile(r"[”\"’']?\s(?:to|in which to|or|for)\b", _I)
_LENGTH = re.compile(r"\b(?:hours?|days?|weeks?|months?)\b", _I)
_NOT_SET = re.compile(
    r"\b(?:could|may|might|hop\w+|expected to|plans? to|planned|aims? to|likely|possibl\w+|seeks?"
    r"|consider\w*|mull\w*|would have|had (?:given|told|ordered|demanded)|no deadline|set to|due to"
    r"|scheduled|elections?|meets?|meeting|summit|talks|negotiators|anniversar\w+|ago|propos\w+"
    r"|urge[sd]?|appeal\w*|call(?:s|ed) for)\b|\?",
    _I,
)
"""Words of hopes, plans and dates in a diary: nobody is set a time."""


def deadline_by_signs(document: Document, sentence: Sentence) -> Trigger | None:
    """The time that the sentence sets, by the four signs of it."""
    if sentence.index >= _LAST or _NOT_SET.search(sentence.text):
        return None
    asks = _ASKS.search(sentence.text)
    if asks is None or is_other_matter(sentence.text[asks.start() :]):
        return None
    if not (ACT.search(sentence.text) or _HAND.search(sentence.text)):
        return None
    if not WAR.search(_around(document, sentence)):
        return None
    low = sentence.span[0]
    time = next((t for t in sentence.times if _limits(sentence, t)), None)
    if time is None or HINTS.search(sentence.text[max(0, asks.start() - 60) : asks.start()]):
        return None
    sides = document.preset.party_names
    told = [n for n in sentence.names if n.party in sides and n.kind is not NameKind.PLACE]
    if not told:
        return None
    before = any(n.span[1] <= low + asks.start() for n in told)
    told_to = _PASSIVE.match(sentence.text, asks.start()) is not None
    if not sentence.heading and _PARTICIPLE.match(sentence.text, asks.start()):
        told_to = _IS.search(sentence.text, 0, asks.start()) is not None
    passive = told_to or not before
    verb = low + asks.start()
    return Trigger(
        time.span[0],
        time=time,
        doer=None if passive else (low, verb),
        to=(low, verb) if passive and before else _told_to(sentence, asks.end()),
        passive=passive,
    )


def _told_to(sentence: Sentence, at: int) -> Span:
    """ "Ordered A to close its embassy over its help for B": those named before the act."""
    act, low = _TO_DO.search(sentence.text, at + 1), sentence.span[0]
    return low + at, low + act.start() if act else sentence.span[1]


_TO_DO = re.compile(r"(?<=\w)\sto\s[a-z]")


def demands(document: Document, title: Sentence) -> bool:
    """ "A calls on B's men to lay down arms": the time for it may be told far below."""
    asks = _ASKS.search(title.text)
    if asks is None or ACT.search(title.text, asks.end()) is None:
        return False
    low, sides = title.span[0], document.preset.party_names
    return not _NOT_SET.search(title.text) and any(
        n.party in sides and n.span[0] > low + asks.start() for n in title.names
    )


_PARTICIPLE = re.compile(r"(?:told|ordered|given|warned|required|instructed|summoned)\b", _I)
_IS = re.compile(r"\b(?:is|are|was|were|been|being) (?:\w+ )?$", _I)
_PASSIVE = re.compile(
    r"(?:told|ordered|given|warned|required|instructed|summoned|must|has|have|need)\b", _I
)


def _limits(sentence: Sentence, time: TimeExpression) -> bool:
    """A time after "by" or "within", or so long that somebody is given to act."""
    low, high = time.span[0] - sentence.span[0], time.span[1] - sentence.span[0]
    before, after = sentence.text[:low], sentence.text[high:]
    if time.window is not None and (time.kind is TimeKind.DEADLINE or _BEFORE.search(before)):
        return True
    return bool(_LENGTH.search(time.text) and _GIVEN.search(before) and _TO_ACT.match(after))


def _around(document: Document, sentence: Sentence) -> str:
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    return " ".join([sentence.text, *(s.text for s in following)])
