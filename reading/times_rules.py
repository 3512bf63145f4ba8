"""Rules for days: dates in every order, weekdays, feast days, today and its neighbours."""

import re
from datetime import date, timedelta

from reading.document import TimeKind
from reading.facts import Precision, Window
from reading.times_calendar import (
    FEASTS,
    day,
    feast,
    nearest_year,
    week_days,
    weekday_after,
    weekday_before,
)
from reading.times_found import Context, Found, in_window, on_day, rule
from reading.times_tense import is_future, is_past
from reading.times_words import (
    MONTH,
    MONTHS,
    PART_OF_DAY,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAYS,
    month_number,
    weekday_number,
)

_LEAD = (
    r"(?:(?P<lead>(?:very\s+)?early|late|earlier|later"
    r"|the\s+(?:night|evening|morning|afternoon|early\s+hours)\s+of)\s+(?:on\s+)?)?"
)
_POD = rf"(?:,?\s+(?:at\s+)?(?P<pod>{PART_OF_DAY})\b)?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b(?!\s+(?:drones|missiles|people|troops|soldiers)))?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_MONTH_DAY = (
    rf"\b{_LEAD}(?:(?P<weekday>{SHORT_WEEKDAY}),?\s+(?:\(\s*)?(?:the\s+)?)?"
    rf"{_LEAD.replace('lead', 'lead2')}"
    rf"(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}"
    r"(?![\w%:]|[,.]\d{3}|\s*(?:per\s?cent|million|billion))"
    rf"(?:\s*(?P<link>-|–|—|\bto\b|\band\b|\bthrough\b)\s*(?P<day2>\d{{1,2}}){_ORDINAL}(?![\w%:]|[,.]\d))?"
    rf"{_YEAR}(?:\s*\((?P<weekday2>{WEEKDAY})\))?{_POD}"
)
_DAY_MONTH = (
    rf"(?<![\w.,:/$€£-]){_LEAD}(?:(?P<weekday>{SHORT_WEEKDAY}),?\s+(?:\(\s*)?(?:the\s+)?)?"
    rf"(?:the\s+(?=\d\d?[a-z]))?(?P<day>\d{{1,2}}){_ORDINAL}"
    rf"(?:\s*(?P<link>-|–|—|\bto\b|\band\b|\bthrough\b)\s*(?P<day2>\d{{1,2}}){_ORDINAL})?"
    rf"\s+(?:of\s+)?(?P<month>{MONTH}){_YEAR}(?:\s*\((?P<weekday2>{WEEKDAY})\))?{_POD}"
)
_WEEKDAY_RULE = (
    rf"\b(?:(?P<rel>this\s+(?:coming|past)|last|next|this|coming|the\s+past|(?:the\s+)?following"
    rf"|(?:the\s+)?previous)\s+)?{_LEAD}(?P<weekday>{WEEKDAY})(?!-(?:class|type|style)\b)(?P<possessive>['’]s\b)?{_POD}"
    r"(?:,?\s+(?:of\s+)?(?P<week>last|next|this|the\s+following|the\s+previous)\s+week\b)?"
)
_NUMERIC = (
    r"(?<![\w./-])(?:(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<separator>[/.])(?P<b>\d{1,2})(?P=separator)(?P<y2>(?:19|20)?\d\d))"
    r"(?![\d/]|[.-]\d|%)"
)
_RELATIVE = (
    r"\b(?:(?P<lead>earlier|later|late|early)\s+)?"
    r"(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow"
    r"|tonight|this\s+(?:morning|afternoon|evening)|last\s+(?:night|evening))(?P<possessive>['’]s\b)?"
    rf"{_POD}"
)
_FEAST_NAMES = "|".join(
    re.escape(n).replace("'", "['’]") for n in sorted(FEASTS, key=len, reverse=True)
)
_FEAST = (
    rf"\b(?P<name>{_FEAST_NAMES})\b(?:\s+(?P<weekday>{WEEKDAY}))?"
    rf"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?{_POD}"
)
_ORDINAL_DAY = (
    r"\b(?P<prep>on|by|until|till|before|since|from)\s+the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?=\s*(?:[.,;:)]|$|\s(?:and|to|at|in|for|when|with|because|after|he|she|they|but|as)\b))"
)
EVENING = 18
"""The hour from which a report of 'tonight' or 'Monday night' may mean the night to come."""
_NIGHT_TO = (
    rf"\b(?:the\s+)?night(?=\s+(?:in)?to\s+(?:the\s+)?"
    rf"(?:{SHORT_WEEKDAY}|{MONTH}|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}))"
)
_DAY_SHIFTS = {"yesterday": -1, "tomorrow": 1, "last night": -1, "last evening": -1}
FAR = timedelta(days=30)
"""A day without a year that lies further ahead than this has passed, if the verb says so."""
_NAMED_WEEKDAY = re.compile(
    r"\b(?:Black|Bloody|Super|Ash|Holy|Maundy|Cyber|every|each|any|a)\s+$", re.IGNORECASE
)
_A = re.compile(r"\ba\s", re.IGNORECASE)
_EVENT = re.compile(
    r"\s+(?:(?!(?:before|after|in|at|of|on|as|for|when|and|to|the)\b)[\w-]+\s+){0,2}?"
    r"(?:deadline|ultimatum|cut-?off|meetings?|summit|call|statement|interview"
    r"|post|briefing|conference|speech|session|letter|attack|strike|raid|talks|round|visit"
    r"|ceremony|vote|announcement|report|hearing|memo|message)\b",
    re.IGNORECASE,
)
"""'A Friday deadline' is that Friday's; 'a Friday' is any."""
_MASTHEAD = re.compile(r"\s+(?:Times|Mirror|Express|Telegraph|Mail|Post|Herald|Prayers)\b")


def _part(match: re.Match[str]) -> str:
    """The part of the day: night, morning…; 'early Monday' is its morning, 'late' its evening."""
    groups = match.groupdict()
    lead = (groups.get("lead") or groups.get("lead2") or "").lower()
    if pod := groups.get("pod"):
        return pod.lower()
    for word in ("night", "evening", "afternoon", "morning"):
        if word in lead:
            return word
    return {"early": "morning", "very early": "morning", "the early hours of": "morning",
            "late": "evening"}.get(" ".join(lead.split()), "")  # fmt: skip


def _calendar_date(match: re.Match[str], context: Context) -> Found | None:
    month, number = month_number(match["month"]), int(match["day"])
    year = match["year"]
    first = day(int(year), month, number) if year else nearest_year(month, number, context.base)
    if first is None:
        return None
    far = first > context.base + FAR and is_past(context, match.start(), match.end())
    if far and not year:
        first = day(first.year - 1, month, number) or first
    weekday = match["weekday"] or match["weekday2"]
    flagged = bool(weekday) and weekday_number(weekday) != first.weekday()
    last = _last_day(match, first, context)
    if last is None:
        found = on_day(match, first, part=_part(match), flagged=flagged)
        if found and match["day2"]:
            # 'May 16 and 23' are two days; the second has no month of its own.
            found.end = match.end("day") if match.end("month") < match.end("day") else found.end
        return _at_night(found, context, match.group())
    found = in_window(match, (first, last), Precision.DAY, TimeKind.RANGE)
    if found:
        found.flagged, found.part, found.dated = flagged, _part(match), True
    return found


def _at_night(found: Found | None, context: Context, words: str) -> Found | None:
    """'The night of May 25': the one that ended that morning if that is today, else ambiguous."""
    if found is None or found.window is None or found.part != "night":
        return found
    on = found.window.start
    before, after = Window(on - timedelta(days=1), on), Window(on, on + timedelta(days=1))
    if on == context.base and context.ref.hour < EVENING:
        found.window, found.kind, found.readings = before, TimeKind.RANGE, (after,)
    elif "night of" in " ".join(words.lower().split()):
        found.window, found.kind, found.readings = after, TimeKind.RANGE, (before,)
    return found


def _last_day(match: re.Match[str], first: date, context: Context) -> date | None:
    if not match["day2"]:
        return None
    last = day(first.year, first.month, int(match["day2"]))
    if last is None or last <= first:
        return None
    consecutive = last - first == timedelta(days=1)
    between = re.search(r"\bbetween\s+$", context.before(match.start(), 10), re.IGNORECASE)
    return last if match["link"].lower() != "and" or consecutive or between else None


def _numeric(match: re.Match[str], context: Context) -> Found | None:
    if match["y1"]:
        return on_day(match, day(int(match["y1"]), int(match["m1"]), int(match["d1"])))
    a, b, year = int(match["a"]), int(match["b"]), int(match["y2"])
    year += 2000 if year < 100 else 0
    if len(match["y2"]) == 2 and match["separator"] == ".":
        return None
    found = [d for d in (day(year, b, a), day(year, a, b)) if d is not None]
    found.sort(key=lambda d: abs((d - context.base).days))
    if not found:
        return None
    result = on_day(match, found[0])
    if result and len(set(found)) == 2 and match["separator"] == "/":
        result.readings = (Window(found[1], found[1]),)
    return result


def _weekday(match: re.Match[str], context: Context) -> Found | None:
    head = context.before(match.start(), 12)
    named = _NAMED_WEEKDAY.search(head) if not match["rel"] else None
    if named and not (_A.search(named.group()) and _EVENT.match(context.after(match.end(), 60))):
        return None
    if _MASTHEAD.match(context.text, match.end("weekday")):
        return None
    number = weekday_number(match["weekday"])
    days = _weekday_days(match, context, number)
    found = on_day(match, days[0], part=_part(match))
    if found:
        found.readings = tuple(Window(d, d) for d in days[1:] if d != days[0])
        found.weekday = not (match["rel"] or match["week"])
    ahead = found is not None and found.part == "night" and days[0] == context.base
    if ahead and is_future(context, match.start(), match.end()):
        return found
    return _at_night(found, context, match.group())


def _weekday_days(match: re.Match[str], context: Context, number: int) -> list[date]:
    """The day, then the rival readings of the same words."""
    base, rel = context.base, " ".join((match["rel"] or "").lower().split())
    if week := match["week"]:
        weeks = {"last": -1, "next": 1, "this": 0}.get(week.lower())
        origin = base if weeks is not None else context.anchor or base
        step = weeks if weeks is not None else (1 if "following" in week.lower() else -1)
        on = week_days(origin, step)[0] + timedelta(days=number)
        ahead = weeks == 0 and on < base and is_future(context, match.start(), match.end())
        return [on + timedelta(days=7) if ahead else on]
    if rel == "next":
        return [
            week_days(base, 1)[0] + timedelta(days=number),
            weekday_after(base, number, today=False),
        ]
    if rel in {"last", "the past", "this past"}:
        return [
            weekday_before(base, number, today=False),
            week_days(base, -1)[0] + timedelta(days=number),
        ]
    if rel in {"coming", "this coming"}:
        return [weekday_after(base, number, today=False)]
    if "following" in rel:
        return [weekday_after(context.anchor or base, number, today=False)]
    if "previous" in rel:
        return [weekday_before(context.anchor or base, number, today=False)]
    possessive = bool(match["possessive"])
    if is_future(context, match.start(), match.end()) and not (
        possessive and not _ahead(match, context)
    ):
        return [weekday_after(base, number)]
    return [weekday_before(base, number)]


def _ahead(match: re.Match[str], context: Context) -> bool:
    """A possessive looks ahead only where its own clause goes on to say so."""
    tail = context.after(match.end(), 80)
    head = context.before(match.start(), 25)
    return bool(
        re.search(r"\b(?:will|would|is\s+to|expected|planned|scheduled)\b", tail, re.IGNORECASE)
        or re.search(r"\b(?:ahead\s+of|before|for|next)\s+$", head, re.IGNORECASE)
    )


def _relative(match: re.Match[str], context: Context) -> Found | None:
    word = " ".join(match["word"].lower().split())
    shift = _DAY_SHIFTS.get(word, 0)
    if word.startswith("the day"):
        shift = -2 if word.endswith("yesterday") else 2
    part = _part(match) or next(
        (p for p in ("night", "morning", "afternoon", "evening") if word.endswith(p)), ""
    )
    found = on_day(match, context.base + timedelta(days=shift), part=part)
    if found and word == "last night":
        # The night from yesterday into today.
        found.window = Window(context.base - timedelta(days=1), context.base)
        found.kind = TimeKind.RANGE
    return found


def _overnight(match: re.Match[str], context: Context) -> Found | None:
    days = context.base - timedelta(days=1), context.base
    found = in_window(match, days, Precision.DAY, TimeKind.RANGE)
    if found:
        found.part, found.dated = "overnight", True
    return found


def _night_to(match: re.Match[str], context: Context) -> Found | None:
    """'The night to Tuesday': a night that the join with its day makes a range."""
    return _overnight(match, context)


def _feast(match: re.Match[str], context: Context) -> Found | None:
    name = " ".join(match["name"].lower().replace("’", "'").split())
    if not match["name"][0].isupper():
        return None
    if name == "new year" and not re.search(
        r"\b(?:the|by|before|after|until)\s+$", context.before(match.start(), 8), re.IGNORECASE
    ):
        return None
    year = match["year"]
    days = feast(name, context.base, year=int(year) if year else None)
    if days is None:
        return None
    if days[0] != days[1]:
        return in_window(match, days, Precision.VAGUE)
    weekday = match["weekday"]
    flagged = bool(weekday) and weekday_number(weekday) != days[0].weekday()
    return on_day(match, days[0], part=_part(match), flagged=flagged)


def _ordinal_day(match: re.Match[str], context: Context) -> Found | None:
    number, base = int(match["day"]), context.base
    near = [d for shift in (0, -1, 1) if (d := day(*_year_month(base, shift), number)) is not None]
    found = on_day(match, min(near, key=lambda d: abs((d - base).days), default=None))
    if found:
        found.start = match.end("prep") + 1
    return found


def _year_month(base: date, shift: int) -> tuple[int, int]:
    index = base.year * 12 + base.month - 1 + shift
    return index // 12, index % 12 + 1


_LEAD_OPENS = " very early late earlier later the "
_WEEKDAY_OPENS = " ".join(WEEKDAYS)
FEAST_OPENS = " ".join({re.split(r"[ '-]", name)[0] for name in FEASTS})
DAY_RULES = (
    rule("M", _LEAD_OPENS + _WEEKDAY_OPENS + " " + " ".join(MONTHS), _MONTH_DAY, _calendar_date),
    rule("M", _LEAD_OPENS + _WEEKDAY_OPENS + " #", _DAY_MONTH, _calendar_date),
    rule(
        "W",
        _LEAD_OPENS + _WEEKDAY_OPENS + " this last next coming following previous",
        _WEEKDAY_RULE,
        _weekday,
    ),
    rule("D", "#", _NUMERIC, _numeric),
    rule(
        "R",
        _LEAD_OPENS + "today yesterday tomorrow tonight this last",
        _RELATIVE,
        _relative,
    ),
    rule("R", "overnight", r"\bovernight\b", _overnight),
    rule("U", "the night", _NIGHT_TO, _night_to, "night"),
    rule("F", FEAST_OPENS, _FEAST, _feast),
    rule("D", "on by until till before since from", _ORDINAL_DAY, _ordinal_day),
)
