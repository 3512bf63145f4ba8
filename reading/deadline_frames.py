"""Sentences that set somebody a time without naming a deadline: given, ordered, agreed, decided.

Each frame is a pattern over the sentence with its time expressions masked, so that a pattern says
"gave SOMEBODY so long TO ..." and nothing of how times are written. Who gives and who is given are
stretches of the sentence; what they name is found elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reading.deadline_acts import ACTS
from reading.deadline_frame_table import CLAUSE, FRAMES, LIMITED, MORE_TIME, Frame
from reading.deadline_moves import ANY_TERM, HINTS, LIMIT, TERM, UNDONE
from reading.deadline_words import GIVE_WORDS
from reading.document import Sentence, TimeExpression
from reading.facts import DeadlineOp, Span
from reading.gate import Gated

_I = re.IGNORECASE
_T = ANY_TERM
_ISSUE = DeadlineOp.ISSUE
_MORE = re.compile(
    r"\b(?:more|additional|extra|further) time\b|\blonger than (?:he|she|it|they|before|first)\b",
    _I,
)


_HEADED = "given, in a heading"
_TOLD_BEFORE = frozenset(
    {"fronted", "in which", "provides", "so long, after a colon", "under a deal"}
)
"""Frames whose pattern takes in those who are to act, before the verb."""
_UNLIMITED = frozenset(
    {"in which", "agreed", "decides", "so long, after a colon", "or else", "to begin"}
)
"""Frames that say themselves that the length is a limit."""
_COLON = "given, after a colon"
_GIVEN = frozenset({"given", "was given", "has until", _HEADED, _COLON})
_LONG_COLON = "so long, after a colon"
_IN_HEADINGS = frozenset({_HEADED, _LONG_COLON, "under a deal", "due", "or else"})


@dataclass(frozen=True, slots=True)
class Found:
    """A frame found in a sentence; its spans count characters of the document."""

    frame: Frame
    at: int
    op: DeadlineOp
    time: TimeExpression
    doer: Span | None
    to: Span
    act: Span


def masked(sentence: Sentence) -> str:
    """The sentence's text with every time expression masked at its own length.

    Its full stops but the last are of abbreviations: they are masked too.
    """
    text, low = sentence.text, sentence.span[0]
    text = text[:-2].replace(".", "·") + text[-2:]
    for time in sentence.times:
        a, b = time.span[0] - low, time.span[1] - low
        limit = LIMIT if _BY_ITSELF.match(time.text) else TERM
        text = f"{text[:a]}{limit * (b - a)}{text[b:]}"
    return text


_PRE_LIMIT = Gated(
    rf"\b(?:by|within|in|over|before|until|till|than)[”\"’']?\s(?:the\s|[“\"‘'])?{ANY_TERM}"
)


def frames_in(sentence: Sentence, text: str) -> Iterator[Found]:
    """Every time that the sentence sets in one of these ways; `text` is the masked sentence."""
    taken: set[int] = set()
    limited = LIMIT in text or _PRE_LIMIT.search(text, sentence.stems) is not None
    given = not sentence.words.isdisjoint(GIVE_WORDS) and (limited or _LENGTH.search(sentence.text))
    for frame in FRAMES:
        open_ = (
            (given or frame.name == _COLON)
            if frame.name in _GIVEN
            else limited or frame.name in _UNLIMITED
        )
        if not open_:
            continue
        if frame.name in _IN_HEADINGS and not sentence.heading:
            continue
        for match in frame.pattern.finditer(text, sentence.stems):
            for one in (match, *_joined_to(match, text)):
                found = _found(frame, match, one, sentence, text)
                if found is not None and found.time.span[0] not in taken:
                    taken.add(found.time.span[0])
                    yield found


_AND_ACT = re.compile(
    rf"(?:,? (?:and|then)(?: to)?|,) (?P<then>(?:(?:{ACTS})\b|(?:its|their|the|all|every)\s)"
    rf"{CLAUSE}{{0,110}}?)[ ,]+{LIMITED}",
    _I,
)


_NEXT_STEP = re.compile(f"{ANY_TERM},? (?:and )?(?!which|who|by|of)", _I)
"""'A is to leave within ten days, B is to ...': those who act next stand after the limit."""
_WHAT = re.compile(r"(?:its|their|the|all|every)\s", _I)
"""'... and its guns by May': the verb is the first one's."""


def _joined_to(match: re.Match[str], text: str) -> Iterator[re.Match[str]]:
    """ "... and sign a deal by 18 August": a second act with a limit of its own."""
    more = _AND_ACT.match(text, match.end()) if "t2" in match.re.groupindex else None
    while more is not None:
        yield more
        more = _AND_ACT.match(text, more.end())


def _term(match: re.Match[str]) -> Span:
    return next(
        match.span(group)
        for group in ("t2", "t3", "t")
        if group in match.re.groupindex and match[group] is not None
    )


def _found(
    frame: Frame, match: re.Match[str], one: re.Match[str], sentence: Sentence, text: str
) -> Found | None:
    low, start, verb = sentence.span[0], match.start(), match.start("verb")
    term = _term(one)[0]
    at = low + term
    time = next((t for t in sentence.times if t.span[0] <= at < t.span[1]), None)
    if time is None or _not_done(frame, match, text) or hangs_on(time, sentence, text):
        return None
    if not _limits(frame, match, time, text, term, heading=sentence.heading):
        return None
    if _SHOULD.match(match["verb"]) and not sentence.attributions:
        return None
    more = MORE_TIME.search(text[verb:term]) or _MORE.search(text)
    told_to = frame.name == "ordered" and not match["to"].strip() and _TOLD.match(match["verb"])
    active = frame.active and not told_to and _PASSIVE.search(text, 0, verb) is None
    own = max((m.end() for m in _NEXT_STEP.finditer(text, 0, verb)), default=0)
    to = match.span("to") if active else (max(own, _clause_start(text, start)), verb)
    to = match.span("then") if frame.name == "decides" else to
    to = match.span("to") if frame.name in _TOLD_BEFORE else to
    to = match.span("then") if frame.name == "demanded" else to
    if frame.name == "or else":
        to = (text.rfind(": ", 0, start) + 1, match.end("then"))  # who says so stands before
    end = _act_end(one, text, term)
    elided = one is not match and _WHAT.match(one["then"]) is not None
    act = (match if elided else one).start("then")
    return Found(
        frame,
        low + verb,
        _against(sentence, time)
        or (DeadlineOp.EXTEND if more and frame.name in _GIVEN else _ISSUE),
        time,
        (low, low + verb) if active or frame.name == "decides" else None,
        (low + to[0], low + to[1]),
        (low + (verb if frame.name == "fronted" else act), low + end),
    )


_AFTER_AN_EVENT = re.compile(
    r" (?:of|after|from|following) (?:the |its |his |her |their |[A-Z][\w.’'-]+['’]s? )?"
    r"(?:public |formal |full |final )?(?:acceptance|signing|signature|approval|ratification"
    r"|adoption|agreement|announcement|entry into|start|beginning|it\b|release|handover"
    r"|withdrawal|exchange)",
    _I,
)


_ONCE = re.compile(
    r"[^.;:,]{0,60}\b(?:once|as soon as|after) (?:[\w’'-]+ ){1,5}?(?:public\w* |formal\w* )?"
    r"(?:accepts?|agrees?|signs?|approves?|ratif(?:y|ies)|takes? effect|comes? into|begins?|starts?"
    r"|is (?:signed|accepted|approved|announced|reached))\b",
    _I,
)
"""'To free them once B accepts': the same, told as what has yet to come."""


def hangs_on(time: TimeExpression, sentence: Sentence, text: str) -> bool:
    """ "Within 72 hours of its acceptance": a length from something that has yet to happen."""
    counted = _LENGTH.search(time.text) is not None
    after = time.span[1] - sentence.span[0]
    return counted and any(p.match(text, after) for p in (_AFTER_AN_EVENT, _ONCE))


_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being) (?:\w+ly )?$", _I)
_TOLD = re.compile(r"(?:told|ordered|instructed|asked|commanded|warned|given|summoned)$", _I)
"""Right before "to": the headline leaves out that they were, and whom is named before."""


def _against(sentence: Sentence, time: TimeExpression) -> DeadlineOp | None:
    """'Until 7 p.m. instead of 4 p.m.': moved, by which of the two is later."""
    for other in sentence.times:
        between = sentence.text[time.span[1] - sentence.span[0] : other.span[0] - sentence.span[0]]
        if other.span[0] > time.span[1] and _INSTEAD.fullmatch(between):
            ends = [_moment(t) for t in (time, other)]
            if ends[0] != ends[1]:
                return DeadlineOp.EXTEND if ends[0] > ends[1] else DeadlineOp.SHORTEN
    return None


_INSTEAD = re.compile(
    r",? (?:not|instead of|rather than|down from|up from) (?:the |just |only )?", _I
)


def _moment(time: TimeExpression) -> tuple[float, float]:
    """Something to compare two limits by: their day and hour, or their length."""
    if time.window is None:
        return (0.0, float((time.minutes or (0, 0))[1]))
    at = time.window.end_time
    return (float(time.window.end.toordinal()), at.hour + at.minute / 60 if at else 24.0)


def _act_end(match: re.Match[str], text: str, term: int) -> int:
    """What is asked may follow the term ("to present by Friday a plan for ...")."""
    low, high = match.span("then")
    if high - low > _FULL or high > term:
        return high
    stop = _STOP.search(text, term)
    return min(term + 110, stop.start() if stop else len(text))


_SHOULD = re.compile(r"should$|ought", _I)
"""What ought to be sets no time but in somebody's mouth."""

_FULL = 12
"""Characters of an act that stands there whole."""


def _clause_start(text: str, at: int) -> int:
    return max((m.end() for m in _STOP.finditer(text, max(0, at - 120), at)), default=0)


_STOP = re.compile(
    r"[.;:“”\"](?=\s|$|\w)|, (?:and|but|while|as)\b|\bthat\s|\b(?:under|by|in) which\s"
    r"|\b(?:said|says|warned|insisted|reiterated|announced|added|declared|stressed)\s"
    r"|\btold (?:[\w.-]+\s){1,3}?(?=the |[A-Z])"
)
_BY = re.compile(
    r"\b(?:by|within|in|over|before|until|till|(?:no|not) later than)[”\"’']?\s+(?:the\s+)?"
    r"[“\"‘']?$",
    _I,
)
_BY_ITSELF = re.compile(r"(?:by|within|in|before|until|till|no later than)\b", _I)
_SHORT = re.compile(
    r"\b(?:minutes?|seconds?|ago)\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty) years\b",
    _I,
)
"""No terms: a run to the shelter, and what ages are told in."""
_SOME_DAYS = re.compile(r"^(?:with)?in (?:the (?:next|coming) )?(?:days|weeks|hours)$", _I)
"""Too loose to keep somebody to who is only to make up his mind."""
_LENGTH = re.compile(r"\b(?:hours?|days?|weeks?|months?|fortnight)\b", _I)
_FROM_NOW = re.compile(r"\bfrom (?:today|tonight|now)\b", _I)
"""So long from now is a limit to who 'has' it, whatever is asked of him."""


_LASTING = re.compile(
    r"\b(?:truce|cease-?fire|pause|lull|phase|plan|proposal|period of calm|war|round) of\s$", _I
)
"""Before a length: so long something lasts; nobody is given it."""


def _limits(
    frame: Frame,
    match: re.Match[str],
    time: TimeExpression,
    text: str,
    term: int,
    *,
    heading: bool,
) -> bool:
    """The term is a limit: a length that is given, or a time after 'by', 'until', 'within'."""
    if _SHORT.search(time.text) or (frame.name == "decides" and _SOME_DAYS.search(time.text)):
        return False
    before = text[:term]
    limit = bool(_BY_ITSELF.match(time.text) or _BY.search(before))
    if frame.name in _GIVEN:
        if _LASTING.search(before):
            return False
        until = time.text.lower().startswith(("until", "till")) or re.search(
            r"\b(?:until|till)\s$", before, _I
        )
        acts = match["then"].strip(" ,.;”\"’'") != ""
        return bool(until) or (
            bool(_LENGTH.search(time.text))
            and (
                acts
                or frame.active
                or frame.name == _HEADED
                or heading
                or bool(_FROM_NOW.search(time.text))
            )
        )
    if frame.name == "to begin":
        return time.window is not None and _LENGTH.search(time.text) is None
    if frame.name == "or else":
        return limit or re.search(r"\b(?:from|on)\s(?:the\s)?$", before, _I) is not None
    by_length = frame.name in ("in which", _LONG_COLON)
    return limit or (by_length and _LENGTH.search(time.text) is not None)


_APPEALS = re.compile(r"call|urg", _I)
_THREATENED = re.compile(r"\bthreat\w*|\bor\b|\bsanctions\b|\bunless\b|\botherwise\b", _I)


def _not_done(frame: Frame, match: re.Match[str], text: str) -> bool:
    """Hinted at, asked for or denied: nobody has set anything."""
    verb = match.start("verb")
    lead = text[max(0, verb - 60, _clause_start(text, verb)) : verb]
    if frame.name == _LONG_COLON:
        return False
    if frame.name == "to begin" and _APPEALS.match(text, verb) and not _THREATENED.search(text):
        return True
    if frame.name == "decides":
        return (
            UNDONE.search(lead) is not None
            or re.search(r"\b(?:if|whether)\b", lead, _I) is not None
        )
    return HINTS.search(lead) is not None or UNDONE.search(lead) is not None
