"""Whether a sentence reports a deadline or looks back on it, and on which day it was said."""

import re
from datetime import date, timedelta

from reading.deadline_starts import counted
from reading.deadline_trigger import Trigger
from reading.deadline_windows import MOVES, names_it, when_moved
from reading.deadline_words import RECALLING, SAYS
from reading.document import Document, Sentence, TimeExpression, TimeKind
from reading.facts import DeadlineOp

_I = re.IGNORECASE
_FRESH = timedelta(days=3)
"""What was said so long ago is still the news."""

SUBORDINATE = re.compile(
    r"(?:^|[,;–—]\s*|\b(?:even|just|and) )(?:as|with|amid|despite|although|though|while|ahead of"
    r"|before|after|since|(?:\w+ )?(?:hours|days|weeks|months) (?:after|before)"
    r"|which|in defiance of|defying)\b[^,;]*$|\b(?:ahead of|defy|defies|defied|amid|despite"
    r"|although)\b[^,;]*$",
    _I,
)
"""Before a deadline: the sentence is about something else."""

GIVEN_BEFORE = re.compile(
    r"\b(?:that|which)? ?(?:[\w’'-]+ ){0,4}had (?:\w+ )?(?:given|set|issued|imposed)\b"
    r"(?: (?:themselves|itself|it|him|them))?"
    r"(?: (?:an?|one|two|three|\d+) (?:days?|weeks?|months?) (?:ago|before|earlier))?",
    _I,
)
"""The deadline was set before; its end is news all the same."""

CLAUSE = re.compile(r"[;:]|, (?:and|but|which|while|as|where|who)\b", _I)
SAYING_DAY = re.compile(r"\b(?:on|said|told|earlier|late|early)\s+(?:the )?$", _I)
DUE_ON = re.compile(r"\b(?:expir|laps|end|due|run out|ran out)\w*\s+(?:on |at |by )?(?:the )?$", _I)
"""Before a day: on it something ended or is to end; nobody spoke on it."""
_A_PAPER = re.compile(
    r"['’]?s?\s(?:\w+\s)?(?:agreement|deal|accord|declaration|resolution|ceasefire|truce|memorandum"
    r"|framework|roadmap|plan|pact|treaty)\b",
    _I,
)
"""After a past day: the paper that is dated so, which may be invoked today."""


_PAPER_OF = re.compile(
    r"\b(?:agreement|deal|accord|cease-?fire|truce|pact|treaty|resolution|plan|arrangement)\b"
    r"(?: (?:that|which|they|the \w+|both|was|were|had|been|it|first)){0,4}"
    r" (?:signed|reached|agreed|concluded|brokered|declared|announced|adopted|begun|began|struck)"
    r"(?: [^\s,;.]+){0,3} (?:on|in) (?:the )?$",
    _I,
)
"""Before a past day: the paper was signed then, whatever is done about it now."""

WHEN_IT_PASSED = re.compile(
    r"\b(?:when|once) (?:that|this|the) (?:\w+ )?(?:date|day|deadline) (?:had )?(?:passed|expired"
    r"|lapsed|ran out|came and went)\b",
    re.IGNORECASE,
)
"""What happened at some time when a day went by, of which the text has told before."""


_HAD_MOVED = re.compile(
    r"\bha[sd] (?:already |previously |repeatedly |twice )?(?:extended|postponed|delayed|pushed"
    r"|prolonged|moved) [^.;,]{2,40}? (?:several times|many times|times|twice|before|repeatedly)\b",
    _I,
)


_FOLLOWING = re.compile(r"\bfollowing\b(?! by\b)", _I)
"""After what is moved: on what occasion ("prolonged it following talks")."""
_FIRST_DUE = re.compile(
    r",? (?:which (?:was|were|had been) )?(?:initially|originally|previously)"
    r" (?:set|due|scheduled|supposed|meant|planned) (?:to (?:end|expire|lapse|run out)|for)\b"
    r"[^,;]*,",
    _I,
)
"""'The truce, initially set to expire today, was prolonged': an aside, beside what is news."""


def recalls(sentence: Sentence, trigger: Trigger, *, ending: bool, moving: bool = False) -> bool:
    """True where words look back; an end and a move may look back on what was set."""
    named_by_its_day = trigger.noun and trigger.time is not None
    text = sentence.text
    if ending or moving or named_by_its_day:
        text = GIVEN_BEFORE.sub("", text)
    text = text.replace(" already", "") if ending else text
    if moving:
        at = trigger.at - sentence.span[0]
        text = sentence.text[:at] + _FOLLOWING.sub("", sentence.text[at:])
        text = _FIRST_DUE.sub(",", GIVEN_BEFORE.sub("", text))
    if moving and not sentence.attributions and _HAD_MOVED.search(text):
        return True
    if RECALLING.search(text) or WHEN_IT_PASSED.search(text):
        return True
    beside = None if ending else SUBORDINATE.search(_before(sentence, trigger.at))
    return beside is not None and not (moving and _WITH.match(beside.group()))


_WITH = re.compile(r"\W*with\b", _I)
"""'X renew the truce, with the day for the pullout moved': that is news as well."""


def is_past_history(
    document: Document, sentence: Sentence, trigger: Trigger, op: DeadlineOp
) -> bool:
    """True where a day long past stands before the words, or a length is counted from one."""
    limit = document.ref.date() - (_FRESH if op is not DeadlineOp.LAPSE else 4 * _FRESH)
    past = [t for t in sentence.times if t is not trigger.time and _is_before(t, limit)]
    past = [t for t in past if not names_it(sentence, t) and not _dates_a_paper(sentence, t)]
    if op in MOVES:
        past = [t for t in past if not _FIRST_TOLD.search(_before(sentence, t.span[0]))]
    if trigger.time is not None and counted(trigger.time):
        past += [t for t in sentence.times if _is_before(t, limit) and t not in past]
    counts = trigger.time is not None and counted(trigger.time)
    moved = trigger.time is None and op in MOVES
    return any(
        t.span[0] < trigger.at or counts or (moved and not _told_aside(sentence, trigger.at, t))
        for t in past
    )


def _told_aside(sentence: Sentence, at: int, time: TimeExpression) -> bool:
    """In "extended it, after the accord that ended the war in May" that day is the accord's."""
    low = sentence.span[0]
    return _ASIDE.search(sentence.text[at - low : time.span[0] - low]) is not None


_FIRST_TOLD = re.compile(
    r", (?:which|that) (?:was|were|had been|has been) (?:\w+ ){0,2}?(?:announced|declared|agreed"
    r"|reached|signed|called|ordered|begun) (?:in|on|from|since) (?:the )?$",
    _I,
)
"""'The truce, which was declared on 2 April, was prolonged': that day is the truce's own."""
_ASIDE = re.compile(
    r"\b(?:after|since|following)\b"
    r"|\b(?:that|which) (?:ended|halted|stopped|paused|began|started)\b"
)


def _is_before(time: TimeExpression, limit: date) -> bool:
    return (
        time.kind in (TimeKind.DATE, TimeKind.WINDOW)
        and time.window is not None
        and time.window.end < limit
    )


def _dates_a_paper(sentence: Sentence, time: TimeExpression) -> bool:
    low, high = (at - sentence.span[0] for at in time.span)
    return bool(_A_PAPER.match(sentence.text[high:]) or _PAPER_OF.search(sentence.text[:low]))


def day_of_paper(sentence: Sentence, today: date) -> date | None:
    """The day, past for some days, by which the sentence names a paper."""
    return next(
        (
            t.window.end
            for t in sentence.times
            if _is_before(t, today - _FRESH) and t.window and _dates_a_paper(sentence, t)
        ),
        None,
    )


def recaps(sentence: Sentence, today: date) -> bool:
    """Several days past in one sentence: a history, in which no length belongs to today."""
    past = {
        time.window.start
        for time in sentence.times
        if time.kind is TimeKind.DATE and time.window and time.window.end < today
    }
    return len(past) > 1 and sum(counted(time) for time in sentence.times) > 1


def said_day(document: Document, sentence: Sentence, trigger: Trigger) -> date | None:
    """The day on which it was said, where its own clause names one: its speaker's or its own."""
    speaker = sentence.claimant_at((trigger.at, trigger.at + 1))
    spoken = [a.said_on for a in (speaker, *sentence.attributions) if a and a.said_on]
    if spoken:
        return spoken[0]
    today = document.ref.date()
    if trigger.op is DeadlineOp.LAPSE:
        return None  # a day beside it is the due one
    moved = [t for t in sentence.times if trigger.op in MOVES and when_moved(sentence, t)]
    for time in moved or (sentence.times if SAYS.search(sentence.text) else ()):
        if time is trigger.time or time.kind is not TimeKind.DATE or time.window is None:
            continue
        if names_it(sentence, time) or _dates_a_paper(sentence, time):
            continue
        if not time.window.is_one_day or time.window.end > today:
            continue
        if not _one_clause(document.text, time.span[1], trigger.at, time.span[0]):
            continue
        if DUE_ON.search(_before(sentence, time.span[0])):
            continue
        if time.span[0] > trigger.at and _told_aside(sentence, trigger.at, time):
            continue
        if SAYING_DAY.search(_before(sentence, time.span[0])) or time.text[0].isupper():
            return time.window.end
    return None


def _before(sentence: Sentence, at: int) -> str:
    return sentence.text[: at - sentence.span[0]]


def _one_clause(text: str, *points: int) -> bool:
    return CLAUSE.search(text[min(points) : max(points)]) is None
