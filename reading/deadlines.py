"""Statements about deadlines: who must do what by when, or else; set, moved, repeated or ended.

Restating is not setting, and hinting is not revising. What is fuzzy stays fuzzy: a window comes
from the time expression alone.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from reading.deadline_issuers import declared_by, issuer_of, mover_of, without_issuer
from reading.deadline_matter import consequence_of, demand_of
from reading.deadline_merging import ENDING, LONG_PAST, MOVING, STANDS, merged
from reading.deadline_recall import (
    SUBORDINATE,
    day_of_paper,
    is_past_history,
    recalls,
    recaps,
    said_day,
)
from reading.deadline_revised import revised
from reading.deadline_roles import (
    SIDES_HAVE,
    UNDER_A_DEAL,
    addressees,
    bound_by_truce,
    other_side,
    party_that_acts,
)
from reading.deadline_signs import demands
from reading.deadline_starts import WEEKDAY, counted
from reading.deadline_trigger import Trigger
from reading.deadline_triggers import triggers
from reading.deadline_windows import belongs, due_window, tomorrow
from reading.deadline_words import MEETING_INSTEAD, MET_EARLY, NAMES_ONE, OVERTAKEN, THREAT
from reading.document import Document, Sentence
from reading.facts import DeadlineOp, DeadlineStatement, Precision
from reading.talk_clauses import lead_of, sides_meant
from reading.talk_frames import deal_told
from reading.unsaid import EVERY, Unsaid, is_unsaid

NOW = timedelta(0)
LEAD = 3
"""Sentences after the title in which an article says what it reports."""

BEFORE_IT_ENDED = re.compile(
    r"\bbefore (?:the|a|his|her|its|their|that)\b[\w’' ]{0,30}\b(?:deadline|ultimatum)\b",
    re.IGNORECASE,
)


def read_deadlines(document: Document) -> tuple[DeadlineStatement, ...]:
    """The statements that the article makes or repeats about deadlines, each due time once."""
    found = [
        statement
        for sentence in document.sentences
        for trigger in triggers(document, sentence)
        if not is_unsaid(sentence, trigger.at, EVERY | Unsaid.NOT)
        if (statement := _statement(document, sentence, trigger)) is not None
    ]
    told = merged(_in_focus(document, [_overtaken(document, one) for one in found]))
    told = tuple(_by_who_set_it(document, one, told) for one in told)
    return tuple(revised(document, one) for one in told)


def _by_who_set_it(
    document: Document, one: DeadlineStatement, told: tuple[DeadlineStatement, ...]
) -> DeadlineStatement:
    """Where B set A a time, none that A set B has ended ("it expired, prompting B to act")."""
    if one.op not in ENDING or one.issuer is None:
        return one
    side = {n.canonical: n.party for s in document.sentences for n in s.names}
    own = side.get(one.issuer)
    for other in told:
        setter = side.get(other.issuer) if other.issuer and other.op not in ENDING else None
        if setter in one.addressee and own in other.addressee:
            return replace(one, issuer=other.issuer, addressee=other.addressee)
    return one


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
    today, news_day = document.ref.date(), document.news_day
    said_on = said_day(document, sentence, trigger)
    op, recalled = _operation(sentence, trigger, said_on or news_day)
    recap = recaps(sentence, today) and trigger.time is None
    recalled = recalled or recap or is_past_history(document, sentence, trigger, op)
    some_month = _in_a_month(sentence, trigger, today)
    recalled = recalled or some_month
    counts = not (recalled and (said_on is None or some_month))
    told = (sentence, *_beside(document, sentence))
    paper = _old_paper(sentence, today)
    counts_from = paper or said_on or news_day
    window, readings = due_window(told, trigger, counts_from, op, counts=counts or bool(paper))
    if op is DeadlineOp.ISSUE and trigger.time is not None and window is not None:
        window = tomorrow(trigger.time, window, document.ref)
    if recap:
        window, readings, said_on = None, (), None
    if window is not None and window.end < today - (LONG_PAST if op in ENDING else NOW):
        recalled = True
    if window is None and op not in ENDING and not (trigger.noun or _moves_truce(trigger, op)):
        return None
    issuer, to = _roles(document, sentence, trigger, op)
    demand = "ceasefire" if trigger.truce else demand_of(document, sentence)
    outsider = bool(to) and set(to).isdisjoint(document.preset.party_names)
    if outsider and issuer is None and demand is None:
        return None  # nobody's deadline to an outsider, for nothing that the war is about
    if issuer is None and window is None and op in (DeadlineOp.MEET, DeadlineOp.CONFIRM):
        return None
    if not trigger.truce and issuer in to:
        issuer = None
    attribution = sentence.claimant_at((trigger.at, trigger.at + 1))
    claimant = attribution.claimant if attribution else None
    if sentence.heading and claimant in to:
        claimant = None  # "Ruritania: rebels give army two days": the label tells where
    return DeadlineStatement(
        op=op,
        issuer=issuer,
        addressee=to,
        said_on=said_on or (None if recalled else news_day),
        window=window,
        readings=readings,
        demand=demand,
        consequence=consequence_of(document, sentence),
        background=recalled,
        claimant=claimant if claimant != issuer else None,
        span=sentence.span,
        sentence=sentence.text,
    )


def _in_a_month(sentence: Sentence, trigger: Trigger, today: date) -> bool:
    """ "Who in a letter in March gave it two months": nobody says from which day they count."""
    return any(
        time.window is not None
        and time.window.precision is Precision.MONTH
        and time.window.end < today
        and abs(trigger.at - time.span[1]) <= _NEAR
        for time in sentence.times
    )


_NEAR = 60


def _beside(document: Document, sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentences right after and before it."""
    at = sentence.index
    return (*document.sentences[at + 1 : at + 2], *document.sentences[max(0, at - 1) : at])


def _moves_truce(trigger: Trigger, op: DeadlineOp) -> bool:
    return trigger.truce and op in MOVING


def _roles(
    document: Document, sentence: Sentence, trigger: Trigger, op: DeadlineOp
) -> tuple[str | None, tuple[str, ...]]:
    """Issuer and addressees. A truce binds both sides, and only who moves it has set anything."""
    if trigger.truce:
        moved = (op in MOVING and not trigger.passive) or _declares(sentence, op)
        jointly = moved and _is_common(document, sentence, trigger)
        mover = mover_of(document, sentence) if moved and not jointly else declared_by(sentence)
        all_of_them = mover is None and _JOINTLY.search(sentence.text) is not None
        bound = sides_meant(document, sentence) if all_of_them else ()
        return mover, bound or bound_by_truce(document, sentence, mover)
    to = addressees(document, sentence, trigger)
    doer = party_that_acts(document, sentence) if op is DeadlineOp.MEET else None
    to = (doer,) if doer else to
    issuer = (
        None
        if _is_common(document, sentence, trigger)
        else issuer_of(document, sentence, to, trigger)
    )
    to = other_side(document, to, issuer) or to
    return issuer, without_issuer(document, to, issuer)


def _is_common(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """ "Under the deal A was to leave", "A and B have agreed to extend": nobody's own deadline."""
    told = (UNDER_A_DEAL.match, SIDES_HAVE.search, _JOINTLY.search, _THEIR_OWN.search)
    lead = sentence.text[: trigger.at - sentence.span[0]]
    if any(look(sentence.text) for look in told) or _UNDER_WHICH.search(lead):
        return True
    if _BY_THE_TEXT.search(sentence.text):
        return True
    low, high = trigger.doer or (0, 0)
    joint = {n.party for n in sentence.names if low <= n.span[0] < high and n.party}
    said = sentence.text[low - sentence.span[0] : high - sentence.span[0]]
    before = document.sentences[max(0, sentence.index - 1) : sentence.index]
    if any(_OF_THE_DEAL.match(s.text) and s.paragraph == sentence.paragraph for s in before):
        return True
    if sentence.heading and len(joint) > 1 and _LISTED.search(said):
        return True
    return len(joint) > 1 and _BOTH_AGREED.search(said) is not None


_BY_THE_TEXT = re.compile(
    r"\b(?:according to|under the terms of) (?:the|its|that) (?:[\w-]+ ){0,2}"
    r"(?:text|deal|agreement|accord|document|declaration|memorandum|protocol)\b"
)
"""What a paper says that both have signed, nobody says alone."""
_LISTED = re.compile(
    r"[A-Z][\w.’'-]*(?:, | and | & )(?:the )?[A-Z][\w.’'-]*(?: \w+)? (?:agree to )?$"
)
"""'A, B extend': both do."""


_OF_THE_DEAL = re.compile(
    r"\W*(?:the|this|that|its) (?:[\w-]+ ){0,3}?(?:agreement|deal|accord|declaration|text|document"
    r"|memorandum|pact|plan|truce|cease-?fire)\b[^.;]{0,30}?\b(?:provides?|provided|calls?|called"
    r"|says?|stipulates?|requires?|sets?|foresees?|obliges?|commits?|includes?|envisages?)\b",
    re.IGNORECASE,
)
"""A sentence that tells what is in a deal: the next one does so too."""


_UNDER_WHICH = re.compile(r"\b(?:deal|agreement|accord|truce|pact|one)\b.*\bunder which\b")
_JOINTLY = re.compile(
    r"\b(?:(?:the|both|two|warring|rival|opposing) (?:(?:two|warring|rival) )?"
    r"(?:sides|parties|factions|rivals|foes|generals|armies)|parties to (?:[\w’']+ ){1,3}"
    r"(?:war|conflict))"
    r"(?: (?:have|had|also|then|later|has))*"
    r" (?:agree|extend|prolong|renew|sign|undert|pledg|commit|consent)",
    re.IGNORECASE,
)
_THEIR_OWN = re.compile(r"\b(?:set|gave|given) (?:for )?themselves\b", re.IGNORECASE)
_BOTH_AGREED = re.compile(r" and [^.;]{2,60} agreed\b")
_ALONE = re.compile(r"\b(?:declar|order|proclaim)(?:s|es|ed)\b", re.IGNORECASE)

_ONE_SIDED = re.compile(
    r"\b(?:announc|call)(?:s|ed)\b[^.;]{0,40}\b(?:unilateral|one-sided)\b", re.IGNORECASE
)


def _declares(sentence: Sentence, op: DeadlineOp) -> bool:
    """A truce that one declares is his own; one that is agreed is nobody's."""
    alone = _ALONE.search(sentence.text) or _ONE_SIDED.search(sentence.text)
    return op is DeadlineOp.ISSUE and alone is not None


def _operation(sentence: Sentence, trigger: Trigger, said_on: date) -> tuple[DeadlineOp, bool]:
    """What the sentence does, and whether it only looks back on it."""
    op = _done(sentence, trigger)
    recalled = recalls(sentence, trigger, ending=op in ENDING, moving=op in MOVING)
    if op is DeadlineOp.LAPSE and _still_ahead(sentence, trigger, said_on):
        return DeadlineOp.CONFIRM, recalls(sentence, trigger, ending=False)
    if op is DeadlineOp.ISSUE and recalled:
        return DeadlineOp.CONFIRM, True
    if op is DeadlineOp.ISSUE and _old_paper(sentence, said_on):
        return DeadlineOp.CONFIRM, recalled
    return op, recalled


def _old_paper(sentence: Sentence, said_on: date) -> date | None:
    """ "Under the deal signed on 10 March": what it sets was set then, on that day."""
    return day_of_paper(sentence, said_on) if _BY_PAPER.match(sentence.text) else None


_BY_PAPER = re.compile(
    r"\W*(?:under )?(?:the|an?|that|this|its) (?:[\w-]+ ){0,4}(?:agreement|deal|accord|truce|pact"
    r"|cease-?fire|treaty|declaration|memorandum|resolution)\b",
    re.IGNORECASE,
)


def _done(sentence: Sentence, trigger: Trigger) -> DeadlineOp:
    text = sentence.text
    if not trigger.noun:
        renewed = not trigger.truce and STANDS.search(text)
        return trigger.op or (DeadlineOp.CONFIRM if renewed else DeadlineOp.ISSUE)
    if trigger.op in (None, DeadlineOp.LAPSE, DeadlineOp.CONFIRM, DeadlineOp.ISSUE):
        if OVERTAKEN.search(text) and not BEFORE_IT_ENDED.search(text):
            return DeadlineOp.OVERTAKE
        if MET_EARLY.search(text):
            return DeadlineOp.MEET
    if trigger.op is DeadlineOp.LAPSE and BEFORE_IT_ENDED.search(text):
        return DeadlineOp.CONFIRM
    return trigger.op or DeadlineOp.CONFIRM


def _still_ahead(sentence: Sentence, trigger: Trigger, said_on: date) -> bool:
    """ "The deadline expires on Friday": it has not, yet."""
    tied = [t for t in sentence.times if belongs(sentence, t, trigger.at)]
    if trigger.noun and _LET_GO.search(sentence.text):
        tied = [t for t in tied if not WEEKDAY.match(t.text)]
    ahead = [t.window for t in ([trigger.time] if trigger.time is not None else tied)]
    if trigger.time is not None and counted(trigger.time) and _RUNS_OUT.search(sentence.text):
        return not trigger.noun or _LET_GO.search(sentence.text) is None
    today = not sentence.heading and _RUNS_OUT.search(sentence.text) is not None
    if trigger.noun and not sentence.heading and _RAN_OUT.search(sentence.text):
        ahead = [w for w in ahead if w is None or w.start > said_on + _NEXT_DAY]
    return any(
        w is not None and (w.start > said_on or (today and w.start == said_on)) for w in ahead
    )


_LET_GO = re.compile(r"\b(?:let|missed|ignored|blew (?:through|past))\b[^.;]*\bdeadline\b")
"""Of what was let pass, a bare weekday is the last one."""
_NEXT_DAY = timedelta(days=1)
_RAN_OUT = re.compile(
    r"\b(?:deadline|ultimatum) (?:ran out|expired|lapsed|passed|elapsed) (?:at|on)\b"
)
"""'It ran out at midnight on Tuesday' is past, though midnight is where Wednesday begins."""
_RUNS_OUT = re.compile(r"\b(?:runs out|expires|ends|lapses)\b")
"""In the body, and for the day of the news: it has some hours left."""


def _in_focus(document: Document, found: list[DeadlineStatement]) -> list[DeadlineStatement]:
    """An article that is not about a deadline only recalls the ones it mentions."""
    lead = lead_of(document, LEAD)
    leading = {s.span for s in document.sentences if s.index in lead}
    title = document.sentences[0] if document.sentences else None
    focus = any(s.span in leading and not s.background for s in found) or (
        title is not None
        and bool(THREAT.search(title.text) or NAMES_ONE.search(title.text, title.stems))
        and any(n.party in document.preset.party_names for n in title.names)
        and not SUBORDINATE.search(title.text)
    )
    focus = focus or (title is not None and demands(document, title))
    if focus:
        return found
    dealt = deal_told(document)
    return [s if dealt and _is_of_deal(s) else replace(s, background=True) for s in found]


def _is_of_deal(statement: DeadlineStatement) -> bool:
    """A day that the deal in the news sets, further down in the article."""
    return (
        statement.op is DeadlineOp.ISSUE
        and statement.window is not None
        and len(statement.addressee) > 1
        and (
            _JOINTLY.search(statement.sentence) is not None
            or not _LENGTH.search(statement.sentence)
        )
    )


_LENGTH = re.compile(r"\b(?:hours?|days?|weeks?|months?)\b", re.IGNORECASE)
"""A step of a deal that is counted from another one is no day of its own."""
