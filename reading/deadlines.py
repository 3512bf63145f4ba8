"""Statements about deadlines: who must do what by when, or else; set, moved, repeated or ended.

Restating is not setting, and hinting is not revising. What is fuzzy stays fuzzy: a window comes
from the time expression alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from reading.deadline_roles import (
    addressees,
    concerns_the_war,
    consequence_of,
    demand_of,
    issuer_of,
)
from reading.deadline_windows import counted, due_times, windows_of
from reading.deadline_words import (
    CONSEQUENCES,
    GIVES_TIME,
    HINT,
    MUST,
    NOUN,
    OPERATIONS,
    RECALLING,
    SETS,
    THREAT,
    TIME_TO_ACT,
    TRUCE,
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
    r"|before|after|since"
    r"|which|in defiance of|defying)\b[^,;]*$|\b(?:ahead of|defy|defies|defied|amid|despite"
    r"|although)\b[^,;]*$",
    re.IGNORECASE,
)
"""Before a deadline: the sentence is about something else."""

CONDITION_TIME = re.compile(
    r"\b(?:in|within|inside|by|before|until) (?:the )?(?:next )?$", re.IGNORECASE
)
STARTS_AT_LIMIT = re.compile(r"(?:in|within|inside|by|under|before|until) ", re.IGNORECASE)
SAYING_DAY = re.compile(r"\b(?:on|said|told|earlier|late|early)\s+(?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Why a sentence is taken to speak of a deadline, and where in the document."""

    at: int
    noun: bool = False
    truce: bool = False


def read_deadlines(document: Document) -> tuple[DeadlineStatement, ...]:
    """The statements that the article makes or repeats about deadlines, each due time once."""
    found: list[DeadlineStatement] = []
    for sentence in document.sentences:
        trigger = _trigger(document, sentence)
        if trigger is not None:
            statement = _statement(document, sentence, trigger)
            if statement is not None:
                found.append(statement)
    return _merged(_in_focus(document, found))


def _trigger(document: Document, sentence: Sentence) -> Trigger | None:
    text = sentence.text
    start = sentence.span[0]
    truce = TRUCE.search(text)
    if truce is not None and sentence.times and not NOUN.search(text):
        relevant = concerns_the_war(document, sentence)
        return Trigger(start + truce.start("end"), truce=True) if relevant else None
    noun = NOUN.search(text)
    if noun is not None:
        relevant = concerns_the_war(document, sentence)
        return Trigger(start + noun.start(), noun=True) if relevant else None
    at = _given_time(sentence) or _conditional_time(document, sentence)
    if at is not None and concerns_the_war(document, sentence):
        return Trigger(at)
    return None


def _given_time(sentence: Sentence) -> int | None:
    """ "Gave him 50 days to ...", "has until Friday to ..."."""
    for time in sentence.times:
        low, high = time.span[0] - sentence.span[0], time.span[1] - sentence.span[0]
        before, after = sentence.text[:low], sentence.text[high:]
        if GIVES_TIME.search(before) and TIME_TO_ACT.match(after):
            return time.span[0]
        if re.search(r"\bha(?:s|ve|d) (?:until|till) $", before):
            return time.span[0]
        if time.text.lower().startswith(("until", "till")) and re.search(
            r"\bha(?:s|ve|d) $", before
        ):
            return time.span[0]
    return None


def _conditional_time(document: Document, sentence: Sentence) -> int | None:
    """A threat or an obligation with a time by which it bites."""
    text = sentence.text
    threatened = THREAT.search(text) and _names_consequence(document, sentence)
    if not threatened and not MUST.search(text):
        return None
    for time in sentence.times:
        before = text[: time.span[0] - sentence.span[0]]
        due = time.kind is TimeKind.DEADLINE or (
            threatened
            and (
                time.kind is TimeKind.DURATION or "day" in time.text.lower() or "hour" in time.text
            )
            and (CONDITION_TIME.search(before) or STARTS_AT_LIMIT.match(time.text))
        )
        if due:
            return time.span[0]
    return None


def _names_consequence(document: Document, sentence: Sentence) -> bool:
    """What is threatened stands in the sentence or just before it ("very severe ones")."""
    near = document.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    return any(pattern.search(s.text) for s in near for _, pattern in CONSEQUENCES)


def _statement(
    document: Document, sentence: Sentence, trigger: Trigger
) -> DeadlineStatement | None:
    recalled = _recalled(sentence, trigger)
    said_on = _said_on(document, sentence)
    today = document.ref.date()
    op = _operation(sentence, trigger, recalled)
    if op is None:
        return None
    window, readings = _window(
        sentence, trigger, said_on or today, recalled and said_on is None, op in ENDING
    )
    if window is None and op not in ENDING and not trigger.noun:
        return None
    to = addressees(document, sentence, both=trigger.truce)
    issuer = None if trigger.truce else issuer_of(document, sentence, to, trigger.at)
    if not to and issuer is None:
        return None
    attribution = sentence.claimant_at((trigger.at, trigger.at + 1))
    claimant = attribution.claimant if attribution else None
    return DeadlineStatement(
        op=op,
        issuer=issuer,
        addressee=to,
        said_on=said_on or (None if recalled else today),
        window=window,
        readings=readings,
        demand=demand_of(document, sentence),
        consequence=consequence_of(sentence),
        background=recalled,
        claimant=claimant if claimant != issuer else None,
        span=sentence.span,
        sentence=sentence.text,
    )


def _recalled(sentence: Sentence, trigger: Trigger) -> bool:
    before = sentence.text[: trigger.at - sentence.span[0]]
    return bool(RECALLING.search(sentence.text)) or bool(SUBORDINATE.search(before))


def _said_on(document: Document, sentence: Sentence) -> date | None:
    """The day on which it was said, where the sentence names one: its speaker's, or a day past."""
    spoken = [a.said_on for a in sentence.attributions if a.said_on is not None]
    if spoken:
        return spoken[0]
    today = document.ref.date()
    for time in sentence.times if SETS.search(sentence.text) else ():
        if time.kind is TimeKind.DATE and time.window and time.window.is_one_day:
            before = sentence.text[: time.span[0] - sentence.span[0]]
            if time.window.end <= today and (SAYING_DAY.search(before) or time.text[0].isupper()):
                return time.window.end
    return None


def _operation(sentence: Sentence, trigger: Trigger, recalled: bool) -> DeadlineOp | None:
    text = sentence.text
    for op, pattern in OPERATIONS:
        if op in (DeadlineOp.CONFIRM, DeadlineOp.FIX):
            continue
        found = pattern.search(text)
        if found is None or not (trigger.noun or trigger.truce or op is DeadlineOp.REINTERPRET):
            continue
        if HINT.search(text[max(0, found.start() - 40) : found.start()]):
            return DeadlineOp.CONFIRM if trigger.noun else None
        return op
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
    sentence: Sentence, trigger: Trigger, said_on: date, unanchored: bool, ending: bool
) -> tuple[Window | None, tuple[Window, ...]]:
    times = due_times(sentence, trigger.at, said_on, past=ending)
    if unanchored:
        times = [(t, w) for t, w in times if t.window is not None and not counted(t)]
    if not times:
        return None, ()
    time, window = times[0]
    readings = tuple(w for w in windows_of([time]) if w != window)
    return window, readings


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
            kept.append(one if one.window or not kept else _with_window(one, kept))
        else:
            kept[twin] = _joined(kept[twin], one)
    return tuple(sorted((s for s in kept if s.window or not s.background), key=lambda s: s.span))


def _with_window(one: DeadlineStatement, kept: list[DeadlineStatement]) -> DeadlineStatement:
    """The end of a deadline is of the one that the article names."""
    windows = {s.window for s in kept if s.window is not None}
    return replace(one, window=windows.pop()) if len(windows) == 1 else one


def _same(one: DeadlineStatement, other: DeadlineStatement) -> bool:
    if (one.op in ENDING) != (other.op in ENDING):
        return False
    if one.op in ENDING:
        return one.op is other.op
    return one.window is None or one.window == other.window


def _joined(one: DeadlineStatement, other: DeadlineStatement) -> DeadlineStatement:
    ops = (one.op, other.op)
    op = next((o for o in (*MOVING, DeadlineOp.ISSUE) if o in ops), one.op)
    first = min(one, other, key=lambda s: (s.background, s.window is None, s.span))
    rest = other if first is one else one
    return replace(
        first,
        op=op if not first.background else first.op,
        issuer=first.issuer or rest.issuer,
        addressee=first.addressee or rest.addressee,
        demand=first.demand or rest.demand,
        consequence=_finer(first.consequence, rest.consequence),
        readings=tuple(dict.fromkeys((*first.readings, *rest.readings))),
        window=first.window or rest.window,
    )


def _finer(one: str | None, other: str | None) -> str | None:
    """The more particular of two consequences, by their place in the table."""
    labels = [label for label, _ in CONSEQUENCES]
    known = [label for label in (one, other) if label is not None]
    return min(known, key=labels.index, default=None)
