"""Why a sentence is taken to speak of a deadline: at which words, what they do, and by whose hand.

A deadline is named by its word, or is a truce with an end, a time that ran out, a time that is
set in so many words, or a threat with a time by which it bites.
"""

import re
from collections.abc import Iterator

from reading.deadline_acts import ACT, WAR
from reading.deadline_frames import Found, frames_in, hangs_on, masked
from reading.deadline_matter import concerns_the_war, is_other_matter, sides_of
from reading.deadline_moves import ANY_TERM, HINTS, Moved, move_of
from reading.deadline_signs import deadline_by_signs
from reading.deadline_trigger import Trigger
from reading.deadline_truces import truce_in, when_it_ends
from reading.deadline_words import (
    CONSEQUENCES,
    CUT_WORDS,
    GENERIC,
    NAMES_ONE,
    NOUN,
    NOUN_WORDS,
    OPENING_WORDS,
    OVER_WORDS,
    PUT_OFF_WORDS,
    RAN_OUT,
    THREATENED,
    TRUCE,
    TRUCE_WORDS,
    UNLESS,
    UNLESS_WORDS,
    WAS_THE_DAY,
)
from reading.document import Document, Sentence, TimeExpression, TimeKind
from reading.facts import DeadlineOp

_I = re.IGNORECASE
CONDITION_TIME = re.compile(r"\b(?:in|within|inside|by|before|until) (?:the )?(?:next )?$", _I)
_SOON = re.compile(
    r"\b(?:coming|few|several|recent)\b|^(?:in )?the next (?:days|weeks|hours)\b"
    r"|^(?:with)?in (?:days|weeks|hours)$",
    _I,
)
"""No limit: a time in which something may happen."""
_BY_THE_TIME = re.compile(r"\bby the time [^,;.]{2,50}\s$", _I)
STARTS_AT_LIMIT = re.compile(r"(?:in|within|inside|by|under|before|until) ", _I)
FROM_NOW = re.compile(r"\bfrom (?:today|tonight|now)\b", _I)
LENGTH = re.compile(r"\b(?:days?|hours?|weeks?|months?|fortnight)\b", _I)
_NONE_SET = re.compile(
    r"\b(?:no|without an?|without any|any|not an?|n['’]t an?|set none|never)\s(?:[\w-]+\s){0,3}$",
    _I,
)
_NO_MORE = re.compile(r"\bno longer (?:\S+ ){0,3}$|\bno (?:\w+ ){0,3}$", _I)
_ANY_MORE = re.compile(r"[^.;]{0,40}\b(?:any ?more|any longer|now)\b", _I)
WITHDRAWN = re.compile(
    r"\b(?:withdr[ae]wn?|dropped|lifted|retracted|rescinded|shelved|abandoned|backed (?:away"
    r"|down|off)"
    r" from|walked back) (?:\w+ ){0,3}(?:threat|demand|warning|order|ultimatum)\b",
    _I,
)
_STANDING = re.compile(
    r"\bno (?:more |further )?(?:extensions?|delays?|postponements?|grace|more time)\b"
    r"|\b(?:not|n['’]t|never) (?:be )?(?:extend\w*|prolong\w*|postpon\w*|chang\w*|mov\w*)\b"
    r"|\brul(?:es|ed) out (?:an? |any )?(?:\w+ )?(?:extension|delay|extending)\b",
    _I,
)


def triggers(document: Document, sentence: Sentence) -> Iterator[Trigger]:
    """One for a word that names a deadline or a truce that ends; else one a due time."""
    words = sentence.words
    if not sentence.times and words.isdisjoint(NOUN_WORDS):
        return
    if words.isdisjoint(OPENING_WORDS):
        return
    found = tuple(t for t in _candidates(document, sentence) if not _clears_homes(document, t))
    named = any(trigger.noun or _told_first(document, sentence, trigger) for trigger in found)
    if found and concerns_the_war(document, sentence, named=named):
        yield from found


def _clears_homes(document: Document, trigger: Trigger) -> bool:
    """People told to be gone within hours, before the bombs: a warning, and no side is asked."""
    if trigger.to is None or trigger.time is None or not _IN_HOURS.search(trigger.time.text):
        return False
    return _RESIDENTS.search(document.text, *trigger.to) is not None


_IN_HOURS = re.compile(r"\b(?:minutes|an hour|(?:one|two|three|four|five|six|[1-6]) hours?)\b", _I)
_RESIDENTS = re.compile(r"\b(?:residents|civilians|villagers|inhabitants|people|families)\b", _I)


def _told_first(document: Document, sentence: Sentence, trigger: Trigger) -> bool:
    """A side is set a time where an article says what its news is: no word of war is needed."""
    if trigger.to is None or trigger.time is None or sentence.index >= _LEADING:
        return False
    low, high = trigger.to
    sides = document.preset.party_names
    return any(n.party in sides and low <= n.span[0] < high for n in sentence.names)


_LEADING = 2
"""The title and the sentence that follows it."""


def _candidates(document: Document, sentence: Sentence) -> Iterator[Trigger]:
    text, words = masked(sentence), sentence.words
    given = [t for f in frames_in(sentence, text) if (t := _framed(document, sentence, f))]
    named = None if words.isdisjoint(PUT_OFF_WORDS) else _postponed(document, sentence, text)
    if named is None and not words.isdisjoint(NOUN_WORDS):
        named = _named(sentence, text)
    if named is None and not words.isdisjoint(CUT_WORDS):
        named = _length_moved(sentence, text)
    if named is None and not words.isdisjoint(TRUCE_WORDS):
        named = truce_in(document, sentence, text)
    if named is None and not words.isdisjoint(OVER_WORDS):
        named = _ran_out(document, sentence, text)
    if named is not None and named.truce and named.time is not None:
        stretch = range(min(named.at, named.time.span[0]), named.time.span[1])
        given = [t for t in given if t.time is None or t.time.span[0] not in stretch]
    if named is not None and sentence.heading and "gave" in words:
        given = []  # headings tell their news in the present tense
    if given and (named is None or named.op in (None, DeadlineOp.CONFIRM, DeadlineOp.ISSUE)):
        yield from given
        return
    if named is not None:
        yield named
        return
    conditions = [
        time
        for time in (sentence.times if not words.isdisjoint(UNLESS_WORDS) else ())
        if _is_condition(document, sentence, time)
    ]
    for time in conditions:
        op = DeadlineOp.RETRACT if WITHDRAWN.search(sentence.text) else None
        yield Trigger(time.span[0], op=op, time=time)
    signs = deadline_by_signs(document, sentence) if not conditions else None
    if signs is not None and signs.time is not None and not hangs_on(signs.time, sentence, text):
        yield signs


def _framed(document: Document, sentence: Sentence, found: Found) -> Trigger | None:
    """A time that is set, where what is asked or who is asked is of the war."""
    low, high = found.act
    act, whom = document.text[low:high], document.text[found.to[0] : found.to[1]]
    if not _WORD.search(whom):
        whom = document.text[sentence.span[0] : found.to[1]]  # a quotation stands between
    sides = document.preset.party_names
    low_to, high_to = found.to if not _SOMEBODY.search(whom) else sentence.span
    between = any(n.party in sides for n in sentence.names if low_to <= n.span[0] < high_to)
    if not between and _SOMEBODY.search(whom) and sentence.index:
        between = bool(sides_of(document, document.sentences[sentence.index - 1].names))
    if (
        found.frame.name == "demanded"
        and _UNTIL.match(found.time.text)
        and TRUCE.search(act, sentence.stems)
    ):
        return None  # "called for a truce until Friday": so long it is to last
    if is_other_matter(f"{whom} {act}") or _dates_the_past(document, sentence, found.time):
        return None
    acts = not found.frame.needs_act or ACT.search(act) is not None or WAR.search(act) is not None
    if act.strip(" ,.;”\"’'") and not (acts or _OR_ELSE.match(act)):
        return None
    told = sentence.text if not found.frame.needs_act else f"{whom} {act}"
    told = f"{document.sentences[0].text} {told}" if sentence.index == 1 else told
    if not (between or WAR.search(told)):
        return None
    return Trigger(
        found.time.span[0],
        op=found.op,
        time=found.time,
        doer=found.doer,
        to=found.to,
        passive=found.doer is None,
    )


_UNTIL = re.compile(r"(?:until|till)\s", _I)
_IN = re.compile(r"\b[Ii]n (?:the )?$")


def _dates_the_past(document: Document, sentence: Sentence, time: TimeExpression) -> bool:
    """'They agreed to restore ties that were cut in 2021': no limit lies behind an 'in'."""
    before = sentence.text[: time.span[0] - sentence.span[0]]
    gone = time.window is not None and time.window.end < document.ref.date()
    return gone and _IN.search(before) is not None


_WORD = re.compile(r"\w")
_OR_ELSE = re.compile(r"\W*or\b", _I)
"""What follows is threatened, and need not be named by a word of war."""
_SOMEBODY = re.compile(
    r"(?:^|\s)(?:him|her|it|them|they|he|she|both|this|that|the (?:two|other))(?:\s+(?:now"
    r"|still|only|then))*\s*$",
    _I,
)


def _named(sentence: Sentence, text: str) -> Trigger | None:
    """A word for a deadline, with the verb that governs it."""
    start = sentence.span[0]
    found = [
        (noun, move_of(text, *noun.span(), heading=sentence.heading))
        for noun in NOUN.finditer(text, sentence.stems)
    ]
    found = [
        (noun, move)
        for noun, move in found
        if not _generic(sentence, noun)
        and (move is not None or noun.group() not in _MERE_DAYS)
        and not is_other_matter(sentence.text[max(0, noun.start() - 70) : noun.end() + 90])
    ]
    if not found:
        return None
    noun, move = next((one for one in found if one[1] is not None), found[0])
    before = text[: noun.start()]
    at = start + noun.start()
    if _NO_MORE.search(before) and (
        before.rstrip().endswith("no longer a") or _ANY_MORE.match(text[noun.end() :])
    ):
        return Trigger(at, op=DeadlineOp.RETRACT, noun=True)
    if _NONE_SET.search(before) or (move and move.op is DeadlineOp.ISSUE and _unset(move)):
        return None
    op = _op(text, move)
    if op is None:
        return None
    subject = (start, start + move.at) if move and move.by_object else None
    if move and move.op in _KEPT and subject:
        return Trigger(at, op=op[0], noun=True, to=subject)
    lapsed = move is not None and move.op is DeadlineOp.LAPSE and not move.by_object
    day = when_it_ends(sentence, text, move.at) if move and lapsed else None
    return Trigger(at, op=op[0], noun=True, time=day, doer=subject)


_KEPT = (DeadlineOp.LAPSE, DeadlineOp.MEET)
"""Who keeps a deadline, or misses it, is the one to whom it was set."""


def _unset(move: Moved) -> bool:
    return move.undone or move.hinted


def _op(text: str, move: Moved | None) -> tuple[DeadlineOp | None] | None:
    """In a tuple the operation, None where the sentence decides; None alone for a mere hint."""
    if _STANDING.search(text):
        return (DeadlineOp.CONFIRM,)
    if move is None:
        return (None,)
    if move.hinted and not (move.ahead and move.op is DeadlineOp.LAPSE):
        return None
    if move.undone:
        return (DeadlineOp.LAPSE if move.op is DeadlineOp.MEET else DeadlineOp.CONFIRM,)
    ahead = _YET_TO.search(text[: move.at]) if move.by_object else move.ahead
    if ahead and move.op in (DeadlineOp.LAPSE, DeadlineOp.MEET):
        return (DeadlineOp.CONFIRM,)
    return (move.op,)


_YET_TO = re.compile(r"(?:\b(?:will|would|to|not)|['’]ll) (?:\w+ly )?$", _I)
"""Before "miss the deadline" or "meet" it: nobody has done so yet."""

_POSTPONED = re.compile(
    rf"\b(?P<verb>postpon|delay|defer|put(?:s|ting)? off|push(?:es|ed|ing)? back|h[eo]ld(?:s"
    rf"|ing)? off"
    rf"|paus|suspend)\w* (?:for {ANY_TERM} |until {ANY_TERM} )?(?:(?:his|her|its|their|the|any"
    rf"|planned"
    r"|threatened) ){0,3}(?:[\w-]+ ){0,4}(?:strikes?|attacks?|bombing|bombardment|assault|offensive"
    r"|tariffs?|sanctions|destruction)\b",
    _I,
)


def _postponed(document: Document, sentence: Sentence, text: str) -> Trigger | None:
    """What was threatened is put off to a later day: so is the day by which to comply."""
    near = (sentence, *document.sentences[sentence.index + 1 : sentence.index + 4])
    threatened = sentence.times and any(THREATENED.search(s.text) for s in near)
    found = _POSTPONED.search(text) if threatened else None
    if found is None or HINTS.search(text[max(0, found.start() - 60) : found.start()]):
        return None
    start = sentence.span[0]
    at = start + found.start()
    return Trigger(at, op=DeadlineOp.EXTEND, noun=True, doer=(start, at))


_LENGTH_MOVED = re.compile(
    rf"\b(?:(?P<cut>shorten|cut|reduc|slash|trim|halv)|extend|lengthen|prolong|stretch)\w*"
    rf" (?:the|that|his|her|its|their|those|an? (?:earlier|original)|[\w.-]+['’]s?)"
    rf" (?:[\w-]+ )?{ANY_TERM}"
    rf"(?P<given>[^.;:“”\"]{{0,70}}?),? (?:down )?(?:to|until|till|by)"
    rf" (?:only |just |at most )?[“\"‘']?(?:only |just |about |at most )*(?P<t>{ANY_TERM})",
    _I,
)


_TIME = r"(?:time|term|timeline|grace period|window)"
_TIME_MOVED = re.compile(
    r"\b(?:(?P<cut>shorten|cut|reduc|slash|trim|halv)|extend|lengthen|prolong|stretch)(?:s|es|ed|t)?"
    rf"(?P<given> (?:[\w.'’-]+ ){{1,3}}{_TIME}"
    rf"| (?:the )?{_TIME} (?:for|given) (?:[\w.'’-]+ ){{0,3}}[\w.'’-]+) (?:down )?to"
    rf" (?:only |just |about )*[“\"‘']?(?P<t>{ANY_TERM})",
    _I,
)
"""'He cuts their time to ten days': no length is told that it was cut from."""


def _length_moved(sentence: Sentence, text: str) -> Trigger | None:
    """ "He cut the 50 days he had given it to 10": the term goes by its length alone."""
    found = _LENGTH_MOVED.search(text) or _TIME_MOVED.search(text)
    if found is None or HINTS.search(text[max(0, found.start() - 60) : found.start()]):
        return None
    start = sentence.span[0]
    time = next((t for t in sentence.times if t.span[0] == start + found.start("t")), None)
    if time is None:
        return None
    op = DeadlineOp.SHORTEN if found["cut"] else DeadlineOp.EXTEND
    at = start + found.start()
    to = (start + found.start("given"), start + found.end("given"))
    return Trigger(at, op=op, noun=True, time=time, doer=(start, at), to=to)


def _ran_out(document: Document, sentence: Sentence, text: str) -> Trigger | None:
    """ "The two weeks expired on Friday", "Monday was the day by which ..."."""
    start = sentence.span[0]
    if (found := RAN_OUT.search(text, sentence.stems)) is not None:
        day = _day_at(sentence, start + found.start("day")) if found["day"] else None
        if found["day"] and not _one_is_named(document, sentence):
            return None
        return Trigger(start + found.end(), op=DeadlineOp.LAPSE, noun=True, time=day)
    if (found := WAS_THE_DAY.search(text, sentence.stems)) is not None:
        at, rest = start + found.start(), (start + found.end(), sentence.span[1])
        if found["teller"] and (act := text.find(" to ", found.end())) > 0:
            rest = (rest[0], start + act)
        rest = (start + found.start("own"), start + found.end("own")) if found["own"] else rest
        day = _day_at(sentence, at)
        setter = next((found.span(g) for g in ("setter", "teller") if found[g]), None)
        doer = (start + setter[0], start + setter[1]) if setter else None
        past = day is not None and day.window is not None and day.window.end < document.news_day
        op = DeadlineOp.LAPSE if past and _UNKEPT.search(text, 0, found.start()) else None
        return Trigger(at, op=op or DeadlineOp.CONFIRM, noun=True, time=day, doer=doer, to=rest)
    return None


_UNKEPT = re.compile(r"\b(?:no|nobody|none|nothing|not|never|without|neither)\b|n['’]t\b", _I)
"""Before the day by which: what was asked was not done."""


def _day_at(sentence: Sentence, at: int) -> TimeExpression | None:
    return next((t for t in sentence.times if t.span[0] == at), None)


def _one_is_named(document: Document, sentence: Sentence) -> bool:
    """ "Friday came and went": what fell due then is named in the title or just beside."""
    beside = document.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    return any(
        NAMES_ONE.search(s.text, s.stems) or WAS_THE_DAY.search(masked(s), s.stems)
        for s in (document.sentences[0], *beside)
    )


_MERE_DAYS = ("date", "day", "hour", "moment", "term", "time", "period")
"""Words for a deadline only where something is done to it."""
_PLURALS = ("deadlines", "ultimatums")


def _generic(sentence: Sentence, noun: re.Match[str]) -> bool:
    """ "Every new ultimatum", "he has set deadlines before": no deadline in particular."""
    if GENERIC.search(sentence.text[: noun.start()]):
        low = sentence.span[0] + noun.start()
        return not any(0 <= low - t.span[1] <= 1 for t in sentence.times)
    return noun.group().lower() in _PLURALS and not sentence.times


def _is_condition(document: Document, sentence: Sentence, time: TimeExpression) -> bool:
    """A threat or an obligation with a time by which it bites."""
    if not UNLESS.search(sentence.text, sentence.stems) or not names_consequence(
        document, sentence
    ):
        return False
    low = time.span[0] - sentence.span[0]
    if is_other_matter(sentence.text[max(0, low - 90) : low + 90]):
        return False
    if _SOON.search(time.text):
        return False
    if time.kind is TimeKind.DEADLINE:
        return True
    before = sentence.text[: time.span[0] - sentence.span[0]]
    if _BY_THE_TIME.search(before):
        return True
    limits = CONDITION_TIME.search(before) or STARTS_AT_LIMIT.match(time.text)
    limits = limits or FROM_NOW.search(time.text)
    length = time.kind is TimeKind.DURATION or LENGTH.search(time.text)
    return bool(length and limits)


def names_consequence(document: Document, sentence: Sentence) -> bool:
    """What is threatened stands in the sentence or just before it ("very severe ones")."""
    near = document.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    return any(pattern.search(s.text, s.stems) for s in near for _, pattern in CONSEQUENCES)
