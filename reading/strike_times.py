"""When an attack took place: the time a sentence gives for it, and whether it is looked back on."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from reading.document import Document, Sentence, TimeExpression, TimeKind
from reading.facts import Precision, Window
from reading.strike_exclusions import without_comparison
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
    """)
    + r"(?: in a \w+| \w+ly)? (?:on |late |early |late on |early on "
    r"|in the (?:small|early) hours of |shortly (?:after|before) midnight on |at dawn on )*$"
)
_MONTHS = any_of("""
    january february march april may june july august september october november december 20\\d\\d
""")
_UNITS = "(?:days?|weeks?|months?|years?|nights?)"
_RECALLED = re.compile(
    rf"\b(?:(?!(?:an?|one) (?:day|night)\b)"
    rf"(?:(?:an?|one|two|three|four|five|several|\d+) )?(?<!\ba )(?<!\bone ){_UNITS} "
    r"(?:earlier|before(?=[,.;]|$| had)|ago)"
    r"|(?:a|one) (?:week|month|year) (?:earlier|before(?=[,.;]|$| had)|ago)"
    r"|the (?:week|month) before(?=[,.;]|$)|anniversar\w+|recall(?:s|ed|ing)?\b"
    r"|previous(?:ly)? (?!unknown|\d|day|night|evening)|earlier this (?:week|month|year)"
    r"|earlier (?:[\w-]+ ){0,2}(?:raids?|attacks?|strikes?)"
    rf"|last (?:week|month|year|spring|summer|autumn|fall|winter|{_MONTHS})"
    rf"|since (?:the|start|{_MONTHS})|old record|in 20[0-2]\d|at the time of"
    r"|as an? (?:pretext|excuse|justification)"
    r"|the (?:last|previous|only other) time"
    r"|(?:over|in|during|for|throughout) the (?:past|last) (?:[\w-]+ ){0,2}(?:weeks|months|years)"
    r"|(?:war|conflict|campaign|invasion|insurgency) (?:[\w-]+ )?(?:began|started|erupted|broke out"
    r"|was (?:triggered|sparked|ignited))"
    r")\b|^earlier:"
    r"|\b(?:near-daily|daily (?:strikes?|attacks?|raids?|violations|bombardment)"
    r"|almost (?:every day|daily|every night|nightly)|nearly (?:every day|daily)"
    r"|regularly|repeatedly|routinely|frequently|(?:after|amid|despite|following|during) "
    r"(?:[\w-]+ )?(?:days|weeks|months|years) of (?:[\w-]+ ){0,3}?(?:(?:air)?strikes?|attacks?"
    r"|raids?|shelling|bombard\w+|bombings?|fighting|war|conflict|clashes|violence|drones?|missiles?"
    r"|rockets?|hostilities|siege|fire|assaults?)"
    r"|(?:days|weeks|months|years|(?:a|one) (?:week|month|year)) (?:since|after|on)\b"
    r"|(?:was|were|is|are|constitutes?|amount(?:s|ed)? to) (?:a )?war crimes?\b"
    r"|(?:marked|marks|marking|commemorat\w+) |(?:tell|told|tells|telling|tale|memories) of"
    r"|(?:strikes?|attacks?|raids?|massacre|assault) (?:that |which )?(?:triggered|sparked|ignited"
    r"|started|unleashed) )"
)
_TOTAL = re.compile(r",? (?:bringing|taking|raising|pushing|lifting) (?:the|its|their|to) ")
"""After it comes a total of the war, which recalls nothing of the attack."""
_DAY_BEFORE = re.compile(
    r"\b(?:an?|one|the) (?:day|night) (?:earlier|before)\b"
    r"(?! (?:an?|the|this|that|his|her|its|their|talks|negotiations|leaders|envoys|delegations)\b)"
)
"""'A day before the summit' looks ahead, not back."""
_OF_THE_NEWS = re.compile(
    r"\b(?:attacks?|strikes?|raids?|barrages?|assaults?|shelling|bombardment)"
    r"(?: (?:on|in|of|at|against) (?:the )?[\w'’-]+(?: [A-Z][\w'’-]+)*)? "
    r"(?:an?|one|the) (?:day|night) (?:earlier|before)\b",
    re.IGNORECASE,
)
"""'In the attack a day earlier' dates what the news is about; 'a day earlier it had…' recalls."""
_BEFORE_THAT = re.compile(
    r"\bhad (?:(?:already|also|previously|earlier|only) )?(?:been )?"
    + any_of("""
        hit struck killed attacked shelled bombed launched fired wounded injured damaged destroyed
        targeted died suffered been_through
    """)
    + r"\b"
)
_REPORTED_SPEECH = re.compile(
    r"\b(?:said|says|saying|told|reported|according|wrote|claimed|claiming|confirmed|stated|added"
    r"|announced|noted)\b"
)
_TAKEN_AS_KNOWN = re.compile(
    r"\b"
    + any_of(r"""
        condemn\w* denounc\w* deplor\w* mourn\w* react\w* respon(?:d|se)\w* in_answer_to
        retaliat\w* (?<!the_)following after despite since damaged_by destroyed_by hit_by
        survivors?_of victims?_of funerals? wake_of inspect\w* visit\w* promis\w* revenge over
        emerged recover\w*
        rebuild\w* rebuilt
    """)
    + r"\b[^.;]{0,80}$"
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
        if not (_is_said(document, sentence, t) or is_as_of(document, t) or _is_since(document, t))
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
    counted = _OF_WHAT.match(text, own.end())
    end = counted.end() if counted else own.end()
    return not time.span[0] - _ARTICLE <= position <= end


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
    r"|(?:reached|signed|agreed|announced)(?: on)?) $",
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


def is_aged(document: Document, sentence: Sentence, window: Window | None) -> bool:
    """Whether the body tells an attack of days ago, which is not the undated one of the news."""
    if window is None or sentence.index <= _LEAD:
        return False
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


_SINCE = re.compile(
    r"\bsince (?:the |an? |its |their )?(?:[\w’'-]+ ){0,3}(?:of |on |in )?$", re.IGNORECASE
)


def _is_since(document: Document, time: TimeExpression) -> bool:
    """'Since the coup of 1 February': from when something is counted, not when a blow fell."""
    before = document.text[max(0, time.span[0] - 50) : time.span[0]]
    return time.text.lower().startswith("since ") or _SINCE.search(before) is not None


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


def _distance(time: TimeExpression, position: int, text: str) -> int:
    """Characters between; a semicolon or 'but' in between weighs as a long way."""
    low, high = sorted((time.span[0], position))
    apart = 500 if re.search(r";| but | while |, then |, and ", text[low:high]) else 0
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


_OUTCOME = re.compile(
    r"\b"
    + any_of(r"""
        captur(?:es?|ed) seiz(?:es?|ed) toppl(?:es?|ed) oust(?:s|ed)? flown_out kill(?:s|ed)? dead
        dies? died injur(?:es|ed) wound(?:s|ed) missing evacuat(?:es?|ed) flees? fled empty quiet
        silent dark(?:ness)? power_cuts? blackouts? without_power ablaze burn(?:s|ing)? in_ruins
        rubble damaged destroyed smoke explosions? retak(?:es?|en) retook regain(?:s|ed)?
        recaptur(?:es?|ed)
        grounded shut closed hospitali[sz]ed trapped buried
    """)
    + r"\b(?![^.;]*\b(?:months|weeks|years) )[^.;]{0,90}? (?:after|following|amid) [^.;]{0,30}$"
)
"""'Leader captured after air strikes', 'streets empty after a raid': what the attack itself did."""


def taken_as_known(before: str) -> bool:
    """Whether the words before an attack speak of something else that it caused or preceded."""
    return bool(
        _TAKEN_AS_KNOWN.search(_OPENING.sub("", before)[-130:].lower())
    ) and not brought_about(before)


def brought_about(before: str) -> bool:
    """Whether the words before an attack tell what it did, so that it was made."""
    return _OUTCOME.search(before[-130:].lower()) is not None


_OPENING = re.compile(
    r"^\W*(?:(?:only|just|barely|shortly|soon|hours|minutes|an?|few|the|day|hour) )*"
    r"(?:after|following|despite|since)\b[^,;]*, (?!and |but |or )",
    re.IGNORECASE,
)
"""'Hours after the talks ended, drones struck': what follows the comma is told itself."""


_REACTION = re.compile(
    r"\b(?:condemn|denounc|deplor|mourn|react|respon|outrage|slam|decr|criticis|criticiz|protest"
    r"|sanction|despite|revenge|rattl|anger|concern|worr|fears? |sympath|condolence|solidarity"
    r"|scrambl|alarm|shock|appal|horrif|dismay|dodg|affront|divided over|weigh(?:s|ed|ing)? in"
    r"|asked about|comment|in light of|not involved|distanc|emergency (?:meeting|session)"
    r"|urges? (?:\w+ ){0,4}(?:calm|restraint|parties|sides)|eas(?:e|ing) tension)\w*[^.;]{0,90}$"
)


_BURIAL = re.compile(r"\b(?:funerals?|buries|buried|bury|burials?|laid to rest)\b[^.;]{0,90}$")


def is_reaction(before: str, *, by_the_struck: bool) -> bool:
    """Whether the words before an attack say how somebody took it.

    What the side struck says of it is word of it; its burials are not.
    """
    words = before[-130:].lower()
    return bool(_BURIAL.search(words)) or (not by_the_struck and bool(_REACTION.search(words)))


@lru_cache(maxsize=512)
def _recalls(words: str) -> bool:
    """Whether the words recall; asked again for each attack and figure of a sentence."""
    return bool(_RECALLED.search(words) and _RECALLED.search(without_comparison(words)))


_CLIMBS = re.compile(
    r"\b(?:toll|number|dead|deaths|victims)\b[^;]* (?:ris(?:es|en)|rose|climb(?:s|ed)|grown|grew"
    r"|reach(?:es|ed)|revised|increased|stands at|stood at)\b"
)
"""A toll that climbs is news, however old its attack."""


def looks_back(sentence: Sentence, before: str, age: int | None) -> bool:
    """Whether the sentence recalls its attack instead of reporting it.

    `before` is what stands before the attack in the sentence; `age` its days before the article.
    """
    words = _TOTAL.split(sentence.lowered)[0]
    if _recalls(words):
        return True
    if _DAY_BEFORE.search(words) and not _OF_THE_NEWS.search(sentence.text):
        return True
    if " had " in words and _BEFORE_THAT.search(words) and not _REPORTED_SPEECH.search(words):
        return True
    return age is not None and age >= 2 and taken_as_known(before) and not _CLIMBS.search(words)


def long_ago(sentence: Sentence, ref: date) -> bool:
    """A time of the sentence that is a period, or lies more than a month back."""
    return any(
        time.window is not None
        and time.kind is not TimeKind.DURATION
        and not time.text.lower().startswith("since")
        and (time.window.precision is Precision.MONTH or (ref - time.window.end).days > 31)
        for time in sentence.times
    )
