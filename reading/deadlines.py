"""Statements about deadlines: who must do what by when, or else; set, moved, repeated or ended.

Restating is not setting, and hinting is not revising. What is fuzzy stays fuzzy: a window comes
from the time expression alone.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from reading.deadline_roles import (
    addressees,
    bound_by_truce,
    consequence_of,
    demand_of,
    issuer_of,
    mover_of,
    party_that_acts,
    without_issuer,
)
from reading.deadline_triggers import Trigger, triggers
from reading.deadline_windows import (
    FINE,
    belongs,
    counted,
    due_times,
    is_a_name,
    names_it,
    replaced,
    windows_of,
)
from reading.deadline_words import (
    CONSEQUENCES,
    HINT,
    LENGTH,
    MEETING_INSTEAD,
    NOUN,
    OPERATIONS,
    RECALLING,
    SETS,
    THREAT,
)
from reading.document import Document, Sentence, TimeKind
from reading.facts import DeadlineOp, DeadlineStatement, Window
from reading.talk_clauses import lead_of

LEAD = 3
"""Sentences after the title in which an article says what it reports."""

ENDING = frozenset(
    {
        DeadlineOp.OVERTAKE,
        DeadlineOp.LAPSE,
        DeadlineOp.SUSPEND,
        DeadlineOp.RETRACT,
        DeadlineOp.MEET,
    }
)
MOVING = (DeadlineOp.SHORTEN, DeadlineOp.EXTEND, DeadlineOp.FIX, DeadlineOp.REINTERPRET)

SUBORDINATE = re.compile(
    r"(?:^|[,;–—]\s*|\b(?:even|just|and) )(?:as|with|amid|despite|although|though|while|ahead of"
    r"|before|after|since|(?:\w+ )?(?:hours|days|weeks|months) (?:after|before)"
    r"|which|in defiance of|defying)\b[^,;]*$|\b(?:ahead of|defy|defies|defied|amid|despite"
    r"|although)\b[^,;]*$",
    re.IGNORECASE,
)
"""Before a deadline: the sentence is about something else."""

BEFORE_IT_ENDED = re.compile(
    r"\bbefore (?:the|a|his|her|its|their|that)\b[\w’' ]{0,30}\b(?:deadline|ultimatum)\b",
    re.IGNORECASE,
)
STANDS = re.compile(
    r"\b(?:made (?:it )?clear|reiterat\w+|reaffirm\w+|still stands|remains in (?:place|force)"
    r"|stands by)\b",
    re.IGNORECASE,
)
"""Words that hold an older deadline up instead of setting one."""

GIVEN_BEFORE = re.compile(
    r"\b(?:that|which)? ?(?:[\w’'-]+ ){0,4}had (?:\w+ )?(?:given|set|issued|imposed)\b",
    re.IGNORECASE,
)
"""The deadline was set before; its end is news all the same."""

NEGATED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bfail(?:s|ed|ing)? to|\bwithout|\bhardly)\s(?:\w+\s)?$",
    re.IGNORECASE,
)

CLAUSE = re.compile(r"[;:]|, (?:and|but|which|while|as|where|who)\b", re.IGNORECASE)

SAYING_DAY = re.compile(r"\b(?:on|said|told|earlier|late|early)\s+(?:the )?$", re.IGNORECASE)


def read_deadlines(document: Document) -> tuple[DeadlineStatement, ...]:
    """The statements that the article makes or repeats about deadlines, each due time once."""
    found = [
        statement
        for sentence in document.sentences
        for trigger in triggers(document, sentence)
        if (statement := _statement(document, sentence, trigger)) is not None
    ]
    return _merged(_in_focus(document, [_overtaken(document, one) for one in found]))


def _overtaken(document: Document, statement: DeadlineStatement) -> DeadlineStatement:
    """One that ran out while the article announces a meeting with its addressee instead."""
    if statement.op is not DeadlineOp.LAPSE or statement.background:
        return statement
    lead = lead_of(document, LEAD)
    instead = any(
        MEETING_INSTEAD.search(s.text) and any(n.party in statement.addressee for n in s.names)
        for s in document.sentences
        if s.index in lead
    )
    return replace(statement, op=DeadlineOp.OVERTAKE) if instead else statement


def _statement(
    document: Document, sentence: Sentence, trigger: Trigger
) -> DeadlineStatement | None:
    op = _operation(sentence, trigger, _recalled(sentence, trigger))
    if op is None:
        return None
    text = GIVEN_BEFORE.sub("", sentence.text) if op in ENDING else sentence.text
    recalled = RECALLING.search(text) is not None
    recalled = recalled or (op not in ENDING and _recalled(sentence, trigger))
    said_on = _said_on(document, sentence, trigger)
    today = document.ref.date()
    if op is DeadlineOp.LAPSE and _still_ahead(sentence, trigger, said_on or today):
        op, recalled = DeadlineOp.CONFIRM, recalled or _recalled(sentence, trigger)
    recap = _recaps(sentence, today)
    recalled = recalled or recap
    window, readings = _window(
        sentence, trigger, said_on or today, recalled and said_on is None, op
    )
    if recap:
        window, readings, said_on = None, (), None
    moved_truce = trigger.truce and op in MOVING
    if window is None and op not in ENDING and not (trigger.noun or moved_truce):
        return None
    issuer, to = _roles(document, sentence, trigger, op)
    demand = demand_of(document, sentence)
    if not to and None in (issuer, window, demand):
        return None
    if op is DeadlineOp.MEET and issuer is None and window is None:
        return None
    if not trigger.truce and issuer in to:
        issuer = None
    attribution = sentence.claimant_at((trigger.at, trigger.at + 1))
    claimant = attribution.claimant if attribution else None
    return DeadlineStatement(
        op=op,
        issuer=issuer,
        addressee=to,
        said_on=said_on or (None if recalled else today),
        window=window,
        readings=readings,
        demand=demand,
        consequence=consequence_of(sentence),
        background=recalled,
        claimant=claimant if claimant != issuer else None,
        span=sentence.span,
        sentence=sentence.text,
    )


def _roles(
    document: Document, sentence: Sentence, trigger: Trigger, op: DeadlineOp
) -> tuple[str | None, tuple[str, ...]]:
    """Issuer and addressees. A truce binds both sides, and only who moves it has set anything."""
    if trigger.truce:
        mover = mover_of(document, sentence) if op in MOVING else None
        return mover, bound_by_truce(document, sentence, mover)
    to = addressees(document, sentence)
    doer = party_that_acts(document, sentence) if op is DeadlineOp.MEET else None
    to = (doer,) if doer else to
    issuer = issuer_of(document, sentence, to, trigger.at)
    return issuer, without_issuer(document, to, issuer)


def _recalled(sentence: Sentence, trigger: Trigger) -> bool:
    before = sentence.text[: trigger.at - sentence.span[0]]
    return bool(RECALLING.search(sentence.text)) or bool(SUBORDINATE.search(before))


def _said_on(document: Document, sentence: Sentence, trigger: Trigger) -> date | None:
    """The day on which it was said, where its own clause names one: its speaker's or its own."""
    speaker = sentence.claimant_at((trigger.at, trigger.at + 1))
    spoken = [a.said_on for a in (speaker, *sentence.attributions) if a and a.said_on]
    if spoken:
        return spoken[0]
    today = document.ref.date()
    for time in sentence.times if SETS.search(sentence.text) else ():
        if time.kind is TimeKind.DATE and time.window and time.window.is_one_day:
            before = sentence.text[: time.span[0] - sentence.span[0]]
            if not _one_clause(document.text, time.span[1], trigger.at, time.span[0]):
                continue
            if time.window.end <= today and (SAYING_DAY.search(before) or time.text[0].isupper()):
                return time.window.end
    return None


def _one_clause(text: str, *points: int) -> bool:
    return CLAUSE.search(text[min(points) : max(points)]) is None


def _still_ahead(sentence: Sentence, trigger: Trigger, said_on: date) -> bool:
    """ "The deadline expires on Friday": it has not, yet."""
    ahead = (t.window for t in sentence.times if belongs(sentence, t, trigger.at))
    return any(window is not None and window.start > said_on for window in ahead)


def _recaps(sentence: Sentence, today: date) -> bool:
    """Several days past in one sentence: a history, in which no length belongs to today."""
    past = {
        time.window.start
        for time in sentence.times
        if time.kind is TimeKind.DATE and time.window and time.window.end < today
    }
    return len(past) > 1 and sum(counted(time) for time in sentence.times) > 1


def _operation(sentence: Sentence, trigger: Trigger, recalled: bool) -> DeadlineOp | None:
    text = sentence.text
    for op, pattern in OPERATIONS:
        if op in (DeadlineOp.CONFIRM, DeadlineOp.FIX):
            continue
        found = pattern.search(text)
        if op is DeadlineOp.LAPSE and BEFORE_IT_ENDED.search(text):
            continue
        if found is None or not (trigger.noun or trigger.truce or op is DeadlineOp.REINTERPRET):
            continue
        if HINT.search(text[max(0, found.start() - 40) : found.start()]):
            return None
        unmet = op is DeadlineOp.MEET and NEGATED.search(text[: found.start()])
        return DeadlineOp.LAPSE if unmet else op
    if trigger.truce:
        return DeadlineOp.CONFIRM if recalled else DeadlineOp.ISSUE
    return _set_or_restated(text, trigger, recalled)


def _set_or_restated(text: str, trigger: Trigger, recalled: bool) -> DeadlineOp | None:
    confirm = dict(OPERATIONS)[DeadlineOp.CONFIRM]
    if not trigger.noun:
        return DeadlineOp.CONFIRM if recalled else DeadlineOp.ISSUE
    noun = NOUN.search(text)
    assert noun is not None
    before = text[: noun.start()]
    if recalled or confirm.search(before[-30:]) or confirm.match(text[noun.end() :].lstrip()):
        return DeadlineOp.CONFIRM
    if SETS.search(before) and not re.search(r"['’]s?\s(?:[\w-]+\s){0,4}$", before[-45:]):
        return DeadlineOp.CONFIRM if HINT.search(before[-40:]) else DeadlineOp.ISSUE
    return DeadlineOp.CONFIRM


def _window(
    sentence: Sentence, trigger: Trigger, said_on: date, unanchored: bool, op: DeadlineOp
) -> tuple[Window | None, tuple[Window, ...]]:
    times = due_times(sentence, trigger.at, said_on, past=op in ENDING)
    if op is DeadlineOp.CONFIRM:
        times = [(t, w) for t, w in times if not counted(t) or t.kind is TimeKind.DEADLINE]
    if op not in ENDING:
        times = [(t, w) for t, w in times if not (t.kind is TimeKind.DATE and _is_day(w, said_on))]
    if trigger.noun:
        times = [(t, w) for t, w in times if belongs(sentence, t, trigger.at)]
    if op in (DeadlineOp.OVERTAKE, DeadlineOp.MEET):
        times = [(t, w) for t, w in times if names_it(sentence, t)]
    if trigger.truce:
        times = [(t, w) for t, w in times if not is_a_name(sentence, t)]
    if op is DeadlineOp.LAPSE:
        times = [(t, w) for t, w in times if w.start <= said_on]
    if op in MOVING:
        times = [(t, w) for t, w in times if not replaced(sentence, t)]
        times = [(t, w) for t, w in times if not names_it(sentence, t)] or times
    if unanchored:
        times = [(t, w) for t, w in times if t.window is not None and not counted(t)]
    if not times:
        return None, ()
    time, window = times[0]
    readings = tuple(w for w in windows_of([time]) if w != window)
    return window, readings


def _is_day(window: Window, day: date) -> bool:
    return window.start == window.end == day


def _in_focus(document: Document, found: list[DeadlineStatement]) -> list[DeadlineStatement]:
    """An article that is not about a deadline only recalls the ones it mentions."""
    lead = lead_of(document, LEAD)
    leading = {s.span for s in document.sentences if s.index in lead}
    title = document.sentences[0] if document.sentences else None
    focus = any(s.span in leading and not s.background for s in found) or (
        title is not None
        and bool(THREAT.search(title.text) or NOUN.search(title.text))
        and any(n.party in document.preset.party_names for n in title.names)
        and not SUBORDINATE.search(title.text)
    )
    return found if focus else [replace(s, background=True) for s in found]


def _merged(found: Iterable[DeadlineStatement]) -> tuple[DeadlineStatement, ...]:
    """Each due time once; a sentence without a time joins the first that has one."""
    kept: list[DeadlineStatement] = []
    for one in sorted(found, key=lambda s: (s.window is None, s.span)):
        twin = next((i for i, other in enumerate(kept) if _same(one, other)), None)
        if twin is None:
            if one.window or not kept or one.op is not DeadlineOp.CONFIRM:
                kept.append(_with_window(one, kept))
        else:
            kept[twin] = _joined(kept[twin], one)
    return tuple(sorted((s for s in kept if s.window or not s.background), key=lambda s: s.span))


def _with_window(one: DeadlineStatement, kept: list[DeadlineStatement]) -> DeadlineStatement:
    """The end of a deadline is of the one that the article names."""
    windows = {s.window for s in kept if s.window is not None}
    if one.window is not None or one.op not in ENDING:
        return one
    return replace(one, window=windows.pop()) if len(windows) == 1 else one


def _same(one: DeadlineStatement, other: DeadlineStatement) -> bool:
    if (one.op in ENDING) != (other.op in ENDING):
        return False
    if one.op in ENDING:
        return one.op is other.op
    if one.window is None or other.window is None:
        return True
    return _tells_same(one.window, other.window) or _counts_alike(one, other)


def _counts_alike(one: DeadlineStatement, other: DeadlineStatement) -> bool:
    """ "Prolonged by 15 days", once counted from the print and once from the day it was said."""
    lengths = {
        (s.window.start - s.said_on, s.window.end - s.said_on)
        for s in (one, other)
        if s.window and s.said_on and LENGTH.search(s.sentence)
    }
    both = all(s.window and s.said_on and LENGTH.search(s.sentence) for s in (one, other))
    return both and len(lengths) == 1


def _tells_same(one: Window, other: Window) -> bool:
    """Equal days, or the one in vaguer words: 'the August deadline' and 'by 31 August'."""
    if (one.start, one.end) == (other.start, other.end):
        return True
    wide, narrow = sorted((one, other), key=lambda w: w.start - w.end)
    inside = wide.start <= narrow.start and narrow.end <= wide.end
    return inside and wide.precision not in FINE


def _finest(one: DeadlineStatement, other: DeadlineStatement) -> Window | None:
    """The narrower of two windows of one due time; of equals the one with an hour, or earlier."""
    windows = [s.window for s in (one, other) if s.window is not None]
    return min(windows, key=lambda w: (w.end - w.start, w.end_time is None, w.start), default=None)


def _joined(one: DeadlineStatement, other: DeadlineStatement) -> DeadlineStatement:
    ops = (one.op, other.op)
    op = next((o for o in (*MOVING, DeadlineOp.ISSUE) if o in ops), one.op)
    if op is DeadlineOp.ISSUE and any(STANDS.search(s.sentence) for s in (one, other)):
        op = DeadlineOp.CONFIRM
    first = min(one, other, key=lambda s: (s.background, s.window is None, s.span))
    rest = other if first is one else one
    said_on = [s.said_on for s in (one, other) if s.said_on] if _counts_alike(one, other) else []
    return replace(
        first,
        said_on=min(said_on, default=first.said_on),
        op=op if not first.background else first.op,
        issuer=first.issuer or rest.issuer,
        addressee=_addressed(first, rest),
        demand=first.demand or rest.demand,
        consequence=_finer(first.consequence, rest.consequence),
        readings=tuple(dict.fromkeys((*first.readings, *rest.readings))),
        window=_finest(first, rest),
    )


def _addressed(first: DeadlineStatement, rest: DeadlineStatement) -> tuple[str, ...]:
    """Whom the words with an issuer address: those without one may be about both sides' truce."""
    known = rest if first.issuer is None and rest.issuer and rest.addressee else first
    return known.addressee or rest.addressee


def _finer(one: str | None, other: str | None) -> str | None:
    """The more particular of two consequences, by their place in the table; one with its rate."""
    labels = [label for label, _ in CONSEQUENCES]
    known = [label for label in (one, other) if label is not None]
    return min(
        known, key=lambda told: (labels.index(told.split("% ")[-1]), "%" not in told), default=None
    )
