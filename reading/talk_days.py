"""On which day a meeting is held, as one sentence tells it."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from reading.document import Document, Sentence, TimeExpression, TimeKind
from reading.facts import Precision, Window
from reading.gate import Gated
from reading.talk_words import MEETING, ROUND_OF

MOVED_TO = re.compile(
    r"\b(?:postponed|moved|delayed|put off|pushed back|rescheduled)\b[\w\s]{0,30}\b(?:to|until"
    r"|till|for)\s+(?:the )?$",
    re.IGNORECASE,
)
NOT_ITS_DAY = Gated(
    r"\b(?:since|as on|until|by|before|within|expir\w+(?: on)?)\s+(?:the )?$"
    r"|\b(?:truce|cease-?fire|pause|lull|swap|exchange)\b[^.;,]{0,24} (?:from|as of|as from"
    r"|beginning|starting|effective)(?: on)?\s+(?:the )?$"
    r"|\b(?:truce|cease-?fire|pause|lull|phase|deadline|ultimatum)\b(?!-? ?(?:talks|negotiations"
    r"|discussions|consultations|meeting|summit|round)\b)[^.;,]{0,80}\b(?:ends?|ended"
    r"|passe[sd]|expire[sd]|lapse[sd]|r[ua]ns? out|(?:extend|prolong)(?:s|ed))"
    r"(?: (?:on|late on|at))?\s+(?:the )?$"
    r"|\b(?:truce|cease-?fire|pause|lull|armistice)(?:,? (?:which|that))? (?:\w+ )?(?:began|begins?"
    r"|started|starts?)(?: (?:on|at|late on|early on))?\s+(?:the )?$"
    r"|(?<!on a )(?<!on )(?<!for a )\b(?:truce|cease-?fire|pause|lull|armistice|fighting|firing"
    r"|hostilities|guns)\b(?!-? ?(?:talks|negotiations|meeting|summit))[^.;,]{0,24}"
    r"\b(?:to|will|would|must) (?:be |now )?(?:start|begin|stop|end|cease|halt|fall silent)"
    r"(?: (?:on|at|from))?\s+(?:the )?$"
    r"|\bstop(?:s|ped)? (?:the )?(?:fighting|shooting|firing)\b[^.;,]{0,40} (?:from|on)\s+$"
    r"|\bseries (?:that|which) [^.;]*$"
    r"|\b(?:t(?:ook|akes?) effect|(?:c[oa]me|comes|went|goes|enter(?:s|ed)) into (?:force"
    r"|effect)|in (?:force|effect))(?: on| from| at)?\s+(?:the )?$"
    r"|\b(?:strikes?|attacks?|raids?|killed|assassinat\w+|captured|seized|abducted|taken)\b"
    r"[^.;,]{0,30} (?:on|in|since|after|before) (?:the )?$",
)
SAID_ON = re.compile(
    r"\b(?:said|says|saying|told (?:(?!the |that |they |he |she )[\w’'-]+ ){1,3}?|wrote|announced"
    r"|confirmed|added"
    r"|signed by [^,;.]{3,40}?|reported|stated|declared|lowered|posted|tweeted)"
    r"\s*(?:[\w’'-]+ ){0,2}?(?:on|late on|earlier on|late|early|earlier)?\s*$",
    re.IGNORECASE,
)
"""Right before a day: it is the day of the words, not of the meeting that they speak of."""

OF_ANY_DAY = re.compile(
    r"(?:(?:at|around|about|shortly before|before|after|in|by|towards) )?(?:the )?(?:late |early )?"
    r"(?:noon|midday|midnight|morning|afternoon|evening|night|dawn)",
    re.IGNORECASE,
)
"""A time of day that names no day."""

SCENE = 30
"""Characters from a sentence's start within which a day sets the scene for the next one."""
WEEK = timedelta(days=7)
MOST_OF_WEEK = timedelta(days=4)
LONGEST_MEETING = timedelta(days=31)
TOUCHING = 30
"""Characters after a meeting word in which a day belongs to it ("the meeting on Monday")."""


A_DAY = re.compile(r"[a-z]{3}|\d[./-]\d", re.IGNORECASE)
"""In a time: a word, or a date in figures; a bare year or hour is no day."""


def days_in(sentence: Sentence) -> list[TimeExpression]:
    """Times that can be a meeting's day: no lengths, no "first time since March 2022"."""
    return [
        time
        for time in sentence.times
        if time.window is not None
        and time.kind is not TimeKind.DURATION
        and A_DAY.search(time.text)
        and not OF_ANY_DAY.fullmatch(time.text.strip())
        and not _of_something_else(sentence, time.span[0] - sentence.span[0])
        and not time.text.lower().startswith(("since", "until", "by ", "before", "within"))
        and time.window.precision is not Precision.MONTH
        and time.window.end - time.window.start <= LONGEST_MEETING
    ]


def _of_something_else(sentence: Sentence, at: int) -> bool:
    before = sentence.text[:at]
    return bool(NOT_ITS_DAY.search(before, sentence.stems) or SAID_ON.search(before[-60:]))


def day_of(
    document: Document,
    sentence: Sentence,
    anchor: re.Match[str],
    aside: bool,
    planned: bool = False,
    open_ended: bool = False,
) -> Window | None:
    """The day nearest to the meeting's word; beside another event, only a day that touches it.

    A weekday lies ahead where the meeting is `planned`; and where nobody says that it was held, if
    it would else be most of a week back ("for parley on Saturday", on a Friday).
    """
    at, end = sentence.span[0] + anchor.start(), sentence.span[0] + anchor.end()
    days = [
        d
        for d in days_in(sentence)
        if not _of_other_meeting(sentence, d, anchor)
        and not CAME_AFTER.search(document.text, end, max(d.span[0], end))
        and not is_of_older_clause(document, sentence, d, anchor)
    ]
    if not planned:
        days = [d for d in days if not COMING.search(d.text)]
    if aside:
        days = [d for d in days if 0 <= d.span[0] - end <= TOUCHING or 0 <= at - d.span[1] <= 4]
    moved = [d for d in days if MOVED_TO.search(sentence.text[: d.span[0] - sentence.span[0]])]
    if moved and moved[0].window is not None:
        return ahead(moved[0].window, document.ref.date())
    fixed = [
        d for d in days if not HAD_BEEN_FOR.search(sentence.text[: d.span[0] - sentence.span[0]])
    ]
    if days := fixed or days:
        nearest = min(days, key=lambda time: _apart(document.text, time, at))
        nearest = _with_next(document, nearest, days)
        assert nearest.window is not None
        today = document.ref.date()
        far = open_ended and today - nearest.window.end >= MOST_OF_WEEK
        weekday = (planned or far) and WEEKDAY.fullmatch(nearest.text.strip())
        return ahead(nearest.window, today) if weekday else nearest.window
    return None if aside or sentence.heading else _day_before(document, sentence)


CAME_AFTER = re.compile(r"\bfollow(?:ed|s)\b(?! (?:\w+ )?by\b)|\bc[oa]mes? (?:\w+ )?after\b")
"""Between a meeting and a day: then something else was, after which they met."""
HAD_BEEN_FOR = re.compile(
    r"\b(?:which|that|originally|previously|initially) (?:had been |was |were )?"
    r"(?:expected|planned|scheduled|due|set|slated|meant)(?: to \w+(?: place)?)? (?:for |on )?$",
    re.IGNORECASE,
)
"""Before a day: the meeting was to be then, and another day is given."""
COMING = re.compile(r"\b(?:coming|next few) (?:days|weeks|hours)\b", re.IGNORECASE)
"""When something is to follow; no meeting that was held."""
_AND_NEXT = re.compile(r",? and (?:on |again on )?", re.IGNORECASE)


def _with_next(
    document: Document, day: TimeExpression, days: list[TimeExpression]
) -> TimeExpression:
    """ "They met on Wednesday and Thursday": one meeting of two days in a row."""
    for first, last in pairwise(days):
        one, other = first.window, last.window
        if day not in (first, last) or one is None or other is None:
            continue
        joined = _AND_NEXT.fullmatch(document.text, first.span[1], last.span[0])
        if joined and one.is_one_day and other.end - one.start == timedelta(days=1):
            return replace(first, window=Window(one.start, other.end, Precision.DAY))
    return day


_OTHER_DEED = re.compile(r" (?:and|but) (?:[a-z]+ ){0,3}$")
"""Between a day and the verb of a meeting: the day is of the deed told before."""
_FAR = 100


def _apart(text: str, time: TimeExpression, at: int) -> int:
    """Characters between a day and a meeting's word; another deed in between weighs as a way."""
    before = time.span[1] <= at and _OTHER_DEED.search(text[time.span[1] : at])
    return abs(time.span[0] - at) + (_FAR if before else 0)


def _of_other_meeting(sentence: Sentence, day: TimeExpression, anchor: re.Match[str]) -> bool:
    """Another meeting's word stands between this one's and the day, or a semicolon."""
    at, close = (edge - sentence.span[0] for edge in day.span)
    if WHOSE.match(sentence.text, close - len("’s")) and not MEETING.pattern.search(
        sentence.text, close, close + OWNED
    ):
        return True  # "Friday's gathering of somebody else"
    compound = ROUND_OF.match(sentence.text, anchor.end())
    end = compound.end() if compound else anchor.end()
    return ";" in sentence.text[end:at] or any(
        end < found.start() < at for found in MEETING.finditer(sentence.text, sentence.stems)
    )


WHOSE = re.compile(r"['’]s(?= )|.{2}['’]s ")
OWNED = 45
"""Characters after "Friday's" in which a meeting must be named for the day to be a meeting's."""


def is_of_older_clause(
    document: Document, sentence: Sentence, day: TimeExpression, anchor: re.Match[str]
) -> bool:
    """ "A truce was agreed on 9 May, but talks that followed failed": the day is the truce's."""
    long_past = day.window and day.window.end < document.ref.date() - MOST_OF_WEEK
    at = day.span[0] - sentence.span[0]
    return bool(long_past and CLAUSE.search(sentence.text, at, anchor.start()))


CLAUSE = re.compile(r";\s|,\sbut\s|,\swh(?:ile|ereas)\s")


WEEKDAY = re.compile(
    r"(?:on |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?(?: \w+)?", re.IGNORECASE
)


def ahead(window: Window, today: date) -> Window:
    """A weekday to which something is put off lies ahead, whatever the tense says."""
    if window.end >= today or not window.is_one_day or (today - window.end).days > 6:
        return window
    return replace(window, start=window.start + WEEK, end=window.end + WEEK)


def _day_before(document: Document, sentence: Sentence) -> Window | None:
    """The one day that the sentence before, in the same paragraph, set the scene with."""
    if sentence.index == 0:
        return None
    previous = document.sentences[sentence.index - 1]
    days = [t for t in days_in(previous) if t.kind is TimeKind.DATE]
    if previous.paragraph != sentence.paragraph or len(days) != 1:
        return None
    if days[0].span[0] - previous.span[0] > SCENE:
        return None
    return days[0].window if not MEETING.search(previous.text, previous.stems) else None


DAYS_LONG = re.compile(
    r"\b(?:(?P<th>second|third|fourth|fifth|sixth|seventh) day of"
    r"|(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d)(?: full)? days of"
    r"|(?P<long>two|three|four|five)-day)"
    r" (?:[\w.-]+ ){0,4}?(?:talks|negotiations|meetings?|discussions|consultations|round|session)",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"\b(?:began|begins?|opened|opens?|started|starts?|kick\w*|will)\b", re.IGNORECASE
)
COUNTED = {
    word: n
    for n, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2
    )
}
NTH = {
    word: n for n, word in enumerate(("second", "third", "fourth", "fifth", "sixth", "seventh"), 2)
}


def first_day(text: str, window: Window) -> Window:
    """A meeting's window from its first day on, where the text counts its days up to the last."""
    found = DAYS_LONG.search(text)
    if found is None or not window.is_one_day or OPENING.search(text):
        return window
    if text[: found.start()].endswith(" for "):
        return window
    word = (found["th"] or found["count"] or found["long"]).lower()
    days = NTH.get(word) or COUNTED.get(word) or int(word)
    return replace(window, start=window.end - timedelta(days=max(days, 1) - 1))


FRESH = timedelta(days=2)
"""Back from the news: a meeting of such a day is news."""
STRAIGHT_AFTER = re.compile(r"\s(?:after|as|following|with)\b", re.IGNORECASE)
"""After the day of an announcement: what led to it was on that day too."""


def day_of_outcome(document: Document, sentence: Sentence) -> Window | None:
    """ "Said on Friday after talks": what was said on that day followed a meeting of that day."""
    today, start = document.ref.date(), sentence.span[0]
    for time in sentence.times:
        window = time.window
        if window is None or not window.is_one_day or not today - FRESH <= window.end <= today:
            continue
        said = SAID_ON.search(sentence.text[: time.span[0] - start])
        if said and STRAIGHT_AFTER.match(sentence.text, time.span[1] - start):
            return window
    return None
