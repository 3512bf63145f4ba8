"""When an attack took place: the time that a sentence gives for it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from reading.document import Document, Sentence, TimeExpression, TimeKind
from reading.facts import Precision, Window
from reading.strike_words import any_of

DAY = timedelta(days=1)
_LONGEST = 2 * DAY
"""An attack lasts a night at most; a longer window tells of a period, not of an attack."""

_AFTER_MIDNIGHT = re.compile(r"\b(?:early|morning|dawn|after midnight|to)\b")
_POINTING = re.compile(r"(?:on )?(?:that|the same) (?:night|day|morning|evening)\b")
"""Points back at the attack under discussion, and so says nothing new of its day."""
_AT_NIGHT = re.compile(
    r"\b(?:overnight|(?:during|in|through|throughout) the night|that night|night-long|night-time"
    r"|(?:consecutive|second|third|one) night|night of (?:raids|terror|strikes|attacks))\b"
)
_NIGHT_TO = re.compile(r"\bnight (?:in)?(?:to|of) $")
_SAID_WHEN = re.compile(
    r"\b"
    + any_of(r"""
        said says told(?:_\w+)? wrote announced reported confirmed stated condemned declared posted
        added officials authorities spoke met visited talks meeting
        (?:press|news)_conference briefing responsibility credit
        (?:quoted|cited|reported)_by(?:_\w+){1,3}
    """)
    + r"(?: in a \w+| \w+ly)? (?:on |at |late |early |late on |early on "
    r"|in the (?:small|early) hours of |shortly (?:after|before) midnight on |at dawn on )*$"
)

_TO_COME = re.compile(r"(?:(?:in|over|for|within|during) )?(?:the )?(?:next|coming) ")
_AHEAD = ("before ", "within ", "until ", "by ")


def usable(times: Iterable[TimeExpression], ref: date) -> list[TimeExpression]:
    """Times short enough to be an attack's, and not ahead of the article."""
    return [
        time
        for time in times
        if time.window is not None
        and time.kind is not TimeKind.DURATION
        and not _POINTING.match(time.text.lower())
        and not _TO_COME.match(time.text.lower())
        and not (time.kind is TimeKind.DEADLINE and time.text.lower().startswith(_AHEAD))
        and time.window.end - time.window.start <= _LONGEST
        and time.window.start <= ref + DAY
        and time.window.precision not in (Precision.MONTH, Precision.VAGUE)
    ]


def window_at(document: Document, sentence: Sentence, position: int) -> Window | None:
    """The window that the sentence gives for what stands at `position` of the document.

    The nearest time counts, not the day on which somebody spoke; a night beats the day it ends on.
    """
    ref = document.ref.date()
    times = [
        t
        for t in usable(sentence.times, ref)
        if not (_is_said(document, sentence, t) or is_as_of(document, t) or is_since(sentence, t))
        and not _of_another(document.text, t, position)
    ]
    if not times:
        return None
    nearest = min(times, key=lambda time: _distance(time, position, document.text))
    if _in_a_period(document, sentence, position, _distance(nearest, position, document.text)):
        return None
    best = _window(nearest, document.text)
    for time in times:
        window = _window(time, document.text)
        if is_night(window) and same_attack(window, best):
            return window
    return best


_NOUN = r"(?:attacks?|(?:air ?)?strikes?|raids?|assaults?|barrages?|bombings?|killings?|massacre)"
_ITS_NOUN = re.compile(rf" (?:[\w'’-]+ ){{0,2}}?{_NOUN}\b")
"""After a day: 'the April 1 strike on it' has that day for itself."""
_IN_ANSWER = re.compile(
    r"\b(?:in|as) (?:an? )?(?:\w+ )?(?:retaliation|response|reprisal|revenge|answer|reply)"
    r" (?:for|to)\b"
    r"|\b(?:to|vow\w* to) avenge\b|\bretaliat\w+ (?:for|against)\b"
)
"""Between two deeds, of which each has its own day."""


_ARTICLE = 6


def _of_another(text: str, time: TimeExpression, position: int) -> bool:
    """Whether the time belongs to another attack of the sentence than that at `position`."""
    low, high = sorted((time.span[1], position))
    if _IN_ANSWER.search(text[low:high]):
        return True
    if _OF_A_PAPER.search(text[max(0, time.span[0] - 50) : time.span[0]]):
        return True
    own = _ITS_NOUN.match(text, time.span[1])
    if own is None:
        return False
    if _MADE_IT.search(text, position, time.span[0]):
        return False
    counted = _OF_WHAT.match(text, own.end())
    end = counted.end() if counted else own.end()
    return not time.span[0] - _ARTICLE <= position <= end


_MADE_IT = re.compile(
    r"\b(?:carr(?:y|ied)|launch(?:ed)?|conduct(?:ed)?|stag(?:e|ed)|mount(?:ed)?|ma[dk]e|order(?:ed)?"
    r"|unleash(?:ed)?|perform(?:ed)?)(?: out)? (?:the |its |their )?$"
)
"""'It carried out Thursday's strikes': the noun is the object of the verb."""
_OF_WHAT = re.compile(r" of [^.,;]*")
"""'On Saturday a barrage of 250 drones': these are that day's too."""


def _in_a_period(document: Document, sentence: Sentence, position: int, far: int) -> bool:
    """Whether a month or year of the past stands nearer than the day: 'twice in April, and on…'"""
    return any(
        time.window is not None
        and time.window.end - time.window.start > _LONGEST
        and (document.ref.date() - time.window.end).days > 31
        and not time.text.lower().startswith("since")
        and _distance(time, position, document.text) + _CLAUSE_APART <= far
        for time in sentence.times
        if time.kind is not TimeKind.DURATION
    )


_CLAUSE_APART = 400
_SOME_DAYS_AFTER = re.compile(
    r"\b(?P<n>an?|one|two|three|four|five|six|[1-6]) (?P<unit>day|night|week)s? after"
    r"\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_IT_CAME = re.compile(r"(?:It|This|That|The (?:\w+ )?(?:attack|strike|raid)s?) (?:came|comes|was) ")
_OF_A_PAPER = re.compile(
    r"\b(?:truce|cease-?fire|agreement|deal|accord|war|invasion|revolution) (?:of|that began on"
    r"|(?:reached|signed|agreed|announced)(?: on)?) $"
    r"|\b(?:statement|report|announcement|press release|video|footage|letter|post)s? "
    r"(?:(?:that )?was |were )?(?:released|issued|published|posted|aired|broadcast) "
    r"(?:late |early )?(?:on )?$",
    re.IGNORECASE,
)
"""Before a day: it is the name of something else than an attack."""
_FEW = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def earlier_by(
    before: str, window: Window | None, document: Document | None = None
) -> Window | None:
    """'On Monday, a day after a missile hit': the day of what stands after these words.

    Of 'it came a day after' the first sentence of the `document` gives the day.
    """
    found = _SOME_DAYS_AFTER.search(before)
    if found is not None and window is None and document and _IT_CAME.match(before):
        window = window_at(document, document.sentences[1], document.sentences[1].span[0])
    if found is None or window is None:
        return window
    days = (_FEW.get(found["n"].lower()) or int(found["n"])) * (7 if found["unit"] == "week" else 1)
    day = window.end - days * DAY
    return Window(day, day)


_DAYS_OF_NEWS = 2
_LEAD = 3


_DAY_BY_DAY = re.compile(r"(?:on )?the (?:following|next) (?:day|night|morning|evening)\b")
"""A day counted from that of the attack told before."""


def is_aged(document: Document, sentence: Sentence, window: Window | None) -> bool:
    """Whether the body tells an attack of days ago, which is not the undated one of the news."""
    if window is None or sentence.index <= _LEAD:
        return False
    if any(_DAY_BY_DAY.match(time.text.lower()) for time in sentence.times):
        return True
    return (document.ref.date() - window.end).days > _DAYS_OF_NEWS


_AS_OF = re.compile(
    r"\b(?:as of|as at|by|until) (?:about |around |late |early |mid-?)*$", re.IGNORECASE
)


def is_as_of(document: Document, time: TimeExpression) -> bool:
    """'By noon', 'as of 8 a.m.': when a figure was given, not when the attack came."""
    return bool(
        time.text.lower().startswith(("as of ", "by ", "until "))
        or _AS_OF.search(document.text[max(0, time.span[0] - 20) : time.span[0]])
    )


_SINCE = re.compile(r"\bsince (?:(?!and |has |have |was |were )[\w’'.-]+ ){0,14}$", re.IGNORECASE)


def is_since(sentence: Sentence, time: TimeExpression) -> bool:
    """'Since the coup of 1 February': from when something is counted, not when a blow fell."""
    at = time.span[0] - sentence.span[0]
    return time.text.lower().startswith("since ") or bool(_SINCE.search(sentence.text, 0, at))


def as_of_at(document: Document, sentence: Sentence, zone: str | None) -> datetime | None:
    """The last moment for which the sentence gives its figures, aware; None where it says none."""
    for time in sentence.times:
        window = time.window
        if window is None or not is_as_of(document, time) or not window.is_one_day:
            continue
        known = replace(window, zone=window.zone or zone)
        moment = known.bounds("UTC")[1]
        return min(moment, document.ref.astimezone(moment.tzinfo))
    return None


def _window(time: TimeExpression, text: str) -> Window:
    """The time's window; 'Sunday night' runs into Monday, as the attack did."""
    window = time.window
    assert window is not None
    before = text[max(0, time.span[0] - 16) : time.span[0]]
    if window.is_one_day and _NIGHT_TO.search(before.lower()):
        return replace(window, start=window.start - DAY, start_time=None, end_time=None)
    if time.part == "night" and window.is_one_day and not _AFTER_MIDNIGHT.search(time.text.lower()):
        return replace(window, end=window.end + DAY, start_time=None, end_time=None)
    return window


_NEW_CLAUSE = re.compile(r";| but | while |, then |, and | when | after | in which ")


def _distance(time: TimeExpression, position: int, text: str) -> int:
    """Characters between; a semicolon or 'but' in between weighs as a long way."""
    low, high = sorted((time.span[0], position))
    apart = 500 if _NEW_CLAUSE.search(text, low, high) else 0
    return high - low + apart


_SPOKE_AFTER = re.compile(
    r"^,? "
    + any_of("""
        said condemned told announced urged warned called wrote denounced met visited expressed
        confirmed deplored accused demanded marked mourned
    """)
    + r"\b"
)


def _is_said(document: Document, sentence: Sentence, time: TimeExpression) -> bool:
    if _SPOKE_AFTER.match(document.text[time.span[1] : time.span[1] + 20].lower()):
        return True
    before = document.text[max(sentence.span[0], time.span[0] - 40) : time.span[0]]
    return bool(_SAID_WHEN.search(before.lower()))


def told_as_night(sentence: Sentence) -> bool:
    """Whether the sentence says that its attack came by night, whatever day it names."""
    return bool(_AT_NIGHT.search(sentence.lowered))


def is_night(window: Window) -> bool:
    """True for an evening and the morning after."""
    return window.end - window.start == DAY


def same_attack(first: Window, second: Window) -> bool:
    """Whether two windows can be one attack's: equal, or a night and the day on which it ended."""
    if (first.start, first.end) == (second.start, second.end):
        return True
    night, day = (first, second) if is_night(first) else (second, first)
    return is_night(night) and day.is_one_day and day.start == night.end


def joined(first: Window, second: Window) -> Window:
    """The fuller of two windows of one attack: the night, else the first told."""
    return second if is_night(second) and not is_night(first) else first


def dated_at(lead: Sentence) -> int:
    """Where a first sentence tells the day: in 'they died in Thursday's attack' at the noun."""
    low = lead.span[0]
    fell = (t for t in lead.times if _FELL_IN.search(lead.lowered[: t.span[0] - low]))
    return next((time.span[1] for time in fell), low)


_FELL_IN = re.compile(
    r"\b(?:(?:died|(?:was|were) (?:killed|wounded|injured|hurt)|lost their lives)"
    r"(?: (?!on |before |after )[\w-]+){0,3} in|the (?:dead|victims) (?:in|of)) (?:the )?$"
)
