"""A truce as a deadline: one that is set for so long, runs out, or is given more time."""

import re
from dataclasses import replace

from reading.deadline_moves import ANY_TERM, HINTS, UNDONE, Moved, move_of
from reading.deadline_starts import BEGINS, WAS_TO_END
from reading.deadline_trigger import Trigger
from reading.deadline_windows import replaced
from reading.deadline_words import TRUCE
from reading.document import Document, Sentence, TimeExpression, TimeKind
from reading.facts import DeadlineOp
from reading.talk_days import SAID_ON

_I = re.IGNORECASE
_TRUCE = r"(?:cease-?fire|truce|armistice|pause|lull|cessation of hostilities|halt (?:to|in) \w+)"
_SET = re.compile(
    r"\b(?P<verb>agree[sd]?|agreed to|sign(?:s|ed)|declar(?:es|ed)|announc(?:es|ed)|order(?:s|ed)"
    r"|proclaim(?:s|ed)|reach(?:es|ed)|began|begins?|start(?:s|ed)|t(?:akes|ook) effect"
    r"|c(?:ame|omes) into (?:force|effect))\b(?P<between>[^.;]{0,70}?)"
    rf"(?:(?P<t>{ANY_TERM})[ -](?:[\w-]+ ){{0,2}}{_TRUCE}\b"
    rf"|\b{_TRUCE}\b[^.;]{{0,25}}? (?:of|for|lasting) (?P<t2>{ANY_TERM}))",
    _I,
)
_BEGUN = re.compile(
    rf"(?P<t>{ANY_TERM})[ -](?:[\w-]+ ){{0,2}}{_TRUCE}\b[^.;]{{0,90}}?\b(?:began|begins?"
    rf"|start(?:s|ed)"
    r"|t(?:akes|ook) effect|c(?:ame|omes) into (?:force|effect))\b",
    _I,
)
_PROPOSED = re.compile(
    r"\b(?:propos\w+|offer\w*|call\w* for|idea|plan for|request\w*|talks on)\b", _I
)
_LENGTH = re.compile(r"\b(?:hours?|days?|weeks?|months?)\b", _I)
_AT_ONCE = re.compile(r"\b(?:immediate(?:ly)?|at once|with immediate effect|tonight)\b", _I)
_GOES_ON = re.compile(
    r"\b(?:to expire|to have expired|to run out|to end|longer|further|another|more|beyond|lives? on"
    r"|continues?|remains?|stays?|still)\b",
    _I,
)
"""Beside how long a truce will last: it goes on for longer than it was to."""
_BEGAN = re.compile(
    r"\b(?:t(?:ook|akes?) effect|(?:went|goes|c(?:ame|omes)) into (?:effect|force)|beg[ai]ns?)\b",
    _I,
)
"""Beside how long it will last: that is told of a new one."""
_OPS = frozenset({DeadlineOp.EXTEND, DeadlineOp.SHORTEN, DeadlineOp.LAPSE, DeadlineOp.FIX})


def truce_in(document: Document, sentence: Sentence, text: str) -> Trigger | None:
    """What the sentence says of a truce's end; `text` is the masked sentence."""
    if not sentence.times or re.search(r"\b(?:unless|if)\b", text, _I):
        return None
    start = sentence.span[0]
    for noun in TRUCE.finditer(text, sentence.stems):
        move = move_of(text, *noun.span(), heading=sentence.heading)
        if move is None or move.op not in _OPS or move.hinted or move.undone:
            continue
        op = _op(sentence, move)
        if op is not None:
            doer = (start, start + move.at) if move.by_object else None
            until = _until(sentence, move.at) if move.op is DeadlineOp.FIX else None
            if move.op is DeadlineOp.LAPSE:
                until = when_it_ends(sentence, text, move.at)
            at, lasts = start + noun.start(), move.op is DeadlineOp.FIX
            return Trigger(at, op=op, truce=True, time=until, doer=doer, passive=lasts)
    return _set_until(document, sentence, text) or _set_for(document, sentence, text)


_STOPPED = (
    r"(?:an end to |a halt to )?(?:all )?(?:the )?(?:fighting|firing|hostilities|attacks|strikes"
    r"|(?:\w+ )?(?:operations?|activit(?:y|ies)|actions?))"
)
_SET_UNTIL = re.compile(
    r"\b(?P<verb>agree[sd]?(?: (?:to|on))?|declar(?:es|ed|ing)|announc(?:es|ed|ing)"
    r"|order(?:s|ed|ing)?|proclaim(?:s|ed|ing)|decree[sd]|sign(?:s|ed)|began|start(?:s|ed))\b"
    rf"(?P<between>[^.;:]{{0,70}}?)\b(?:{_TRUCE}|{_STOPPED} to (?:stop|halt|cease|end)"
    rf"|(?:stop|halt|end) (?:of|to) {_STOPPED})\b[”\"’']?"
    r"(?:(?!\b(?:g[ai]v|tell|told|warn|after|since|that)\w*\b)[^.;:“”]){0,60}?"
    rf" (?P<t>{ANY_TERM})",
    _I,
)
_IN_FORCE = re.compile(
    rf"(?:\b{_TRUCE}\b[”\"’']?|^it)[^.;:]{{0,40}}? (?:is|was|will be|would be) (?:to be )?"
    rf"(?:in (?:effect|force|place)|observed|valid) (?:from )?(?P<t>{ANY_TERM})",
    _I,
)
_TO = re.compile(r"\w (?:to|until|till|through|and) (?:the )?\w|\w ?[–-] ?\d", _I)
_UNTIL = re.compile(r"(?:until|till|through)\s", _I)


def _set_until(document: Document, sentence: Sentence, text: str) -> Trigger | None:
    """A truce that is declared until a day, or from one to another, ends on the last of them."""
    found = _IN_FORCE.search(text) or _SET_UNTIL.search(text)
    if found is None or HINTS.search(text[max(0, found.start() - 60) : found.start()]):
        return None
    if _PROPOSED.search(found.group()) or UNDONE.search(text[: found.start() + 1]):
        return None
    if text[found.start()].lower() == "i" and not _of_a_truce(document, sentence):
        return None
    low, at = sentence.span[0], sentence.span[0] + found.start("t")
    first = next((t for t in sentence.times if t.span[0] == at), None)
    time = next((t for t in sentence.times if t.span[0] >= at and _has_end(t)), None)
    if found.re is _IN_FORCE and time is not None and time.kind is not TimeKind.RANGE:
        return None  # how things stand, of which nobody has said from when
    if first is None or time is None or time.window is None:
        return None
    last = replace(time, kind=TimeKind.DEADLINE)
    return Trigger(low + found.start("t"), op=DeadlineOp.ISSUE, truce=True, time=last)


def _has_end(time: TimeExpression) -> bool:
    if time.window is None or _LENGTH.search(time.text):
        return False
    return (time.kind is TimeKind.RANGE and _TO.search(time.text) is not None) or (
        time.kind is TimeKind.DEADLINE and _UNTIL.match(time.text) is not None
    )


def _of_a_truce(document: Document, sentence: Sentence) -> bool:
    """'It is in force until Friday': what the sentence before tells of is a truce."""
    before = document.sentences[max(0, sentence.index - 1) : sentence.index]
    return any(TRUCE.search(s.text, s.stems) for s in before)


def _until(sentence: Sentence, at: int) -> TimeExpression | None:
    """The time up to which a truce is to last: the first after the verb, not one told before it."""
    low = sentence.span[0]
    return next(
        (
            replace(t, kind=TimeKind.DEADLINE) if t.kind is TimeKind.RANGE and _has_end(t) else t
            for t in sentence.times
            if t.span[0] >= low + at
            and not SAID_ON.search(sentence.text[: t.span[0] - low][-60:])
            and (t.kind is TimeKind.RANGE or not replaced(sentence, t))
        ),
        None,
    )


_ENDS_ON = re.compile(
    rf"(?:[\w’']+ ){{0,2}}?(?:ends?|ended|expires?|expired|lapses?|lapsed|passe[sd]"
    r"|r[ua]ns? out|run out)"
    rf"(?: (?:at|on|by|in|late|early)){{0,2}} (?=(?P<t>{ANY_TERM}))",
    _I,
)


def when_it_ends(sentence: Sentence, text: str, at: int) -> TimeExpression | None:
    """The time that stands right after the verb of its end."""
    found = _ENDS_ON.match(text, at)
    if found is None:
        return None
    low = sentence.span[0]
    return next((t for t in sentence.times if t.span[0] == low + found.start("t")), None)


def _op(sentence: Sentence, move: Moved) -> DeadlineOp | None:
    if move.op is DeadlineOp.FIX:
        goes_on = _GOES_ON.search(sentence.text) and not _BEGAN.search(sentence.text)
        return DeadlineOp.EXTEND if goes_on else DeadlineOp.ISSUE
    if move.op is not DeadlineOp.LAPSE:
        return move.op
    if move.by_object:
        return None
    if WAS_TO_END.search(sentence.text):
        return DeadlineOp.CONFIRM
    return DeadlineOp.ISSUE if move.ahead else DeadlineOp.LAPSE


def _set_for(document: Document, sentence: Sentence, text: str) -> Trigger | None:
    """A truce agreed for so many days, where it is told when they begin."""
    found = _BEGUN.search(text) or _SET.search(text)
    if found is None or HINTS.search(text[max(0, found.start() - 60) : found.start()]):
        return None
    if _PROPOSED.search(found.group()):
        return None
    if (asked := _ASKED.search(text[: found.start()])) is not None:
        return _asked_for(document, sentence, asked)
    term = "t" if found["t"] is not None else "t2"
    at = sentence.span[0] + found.start(term)
    length = next((t for t in sentence.times if t.span[0] == at), None)
    if length is None or not _LENGTH.search(length.text):
        return None
    begins = _start(document, sentence)
    if begins is None and not (_AT_ONCE.search(text) or _took_effect(document, sentence)):
        return None
    return Trigger(at, op=DeadlineOp.ISSUE, truce=True, time=length, start=begins)


_EFFECT = re.compile(
    rf"\b(?:{_TRUCE}|it|this|which)\b[^.;]{{0,40}}?"
    r"\b(?:(?:t(?:akes?|aken|ook)|c(?:ome|omes|ame) in)\b"
    r"[^.;]{0,20} (?:effect|force)|beg[ai]ns?|start(?:s|ed)|(?:is|was) effective)\b[^.;]{0,30}?"
    r"\b(?:immediately|at once|with immediate effect)\b",
    _I,
)


def _took_effect(document: Document, sentence: Sentence) -> bool:
    """The sentences right after it tell that it began at once."""
    following = document.sentences[sentence.index + 1 : sentence.index + 3]
    return any(_EFFECT.search(s.text) for s in following)


_ASKED = re.compile(
    r"\b(?:t(?:ells?|old)|urge[sd]?|order(?:s|ed)|ask(?:s|ed)|press(?:es|ed)|demand(?:s|ed)|want(?:s|ed)"
    r"|warn(?:s|ed)|call(?:s|ed) on)(?P<to> [^.;,]{2,60}?) (?:to|that [^.;,]{2,40}?) $",
    _I,
)
"""Before "agree to a truce": one side is told to, and none is set."""


def _asked_for(document: Document, sentence: Sentence, asked: re.Match[str]) -> Trigger | None:
    """ "They told A to agree to a truce from Monday": by then A is to say yes."""
    low, begins = sentence.span[0], _start(document, sentence)
    if begins is None:
        return None
    to = (low + asked.start("to"), low + asked.end("to"))
    return Trigger(
        begins.span[0], op=DeadlineOp.ISSUE, time=begins, doer=(low, low + asked.start()), to=to
    )


def _start(document: Document, sentence: Sentence) -> TimeExpression | None:
    """The day on which it begins, told here or in the next sentence."""
    for near in document.sentences[sentence.index : sentence.index + 2]:
        for time in near.times:
            day = time.kind in (TimeKind.DATE, TimeKind.DEADLINE) and time.window is not None
            if day and BEGINS.search(near.text[: time.span[0] - near.span[0]]):
                return time
    return None
