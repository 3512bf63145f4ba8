"""Rules for amounts of time: durations, ago and later, within, the past and the coming days."""

import re
from datetime import date, timedelta

from reading.document import TimeKind
from reading.facts import Precision, Window
from reading.times_calendar import month_days, same_day_months_on, shifted, year_part
from reading.times_found import Context, Found, in_window, on_day, rule
from reading.times_tense import is_future, is_past
from reading.times_words import NUMBER, NUMBER_OPENS, UNIT, UNIT_MINUTES, count_of

_TO = r"(?:\s*(?:-|–|—|\bto\b|\bor\b)\s*)"
_AMOUNT = rf"(?P<n>{NUMBER})(?:{_TO}(?P<n2>{NUMBER}))?"
_VAGUE = r"(?:a\s+few|several|a\s+couple\s+of|some|a\s+number\s+of)"
_HEDGE = (
    r"(?:(?:about|around|nearly|almost|roughly|just|exactly|barely|only|some|more\s+than|over"
    r"|less\s+than)\s+)?"
)
_AGO = (
    rf"\b(?:{_AMOUNT}|(?P<vague>{_VAGUE}))\s+(?P<unit>{UNIT})s?\s+"
    r"(?P<direction>ago|later|earlier|beforehand|hence|from\s+(?:today|now|tomorrow))\b(?!\s+than)"
)
_IN = (
    rf"\bin\s+{_HEDGE}(?:another\s+)?{_AMOUNT}\s+(?P<unit>{UNIT})s?(?P<time>['’]?s?['’]?\s+time)?\b"
)
_WITHIN = (
    rf"\bwithin\s+(?:the\s+(?:next|coming|following)\s+)?(?:(?:{_AMOUNT}\s+|(?P<vague>{_VAGUE})\s+)?)"
    rf"(?P<unit>{UNIT})s?\b(?!\s+(?:of|after)\b|['’])"
)
_SPAN = (
    r"\b(?:(?:in|over|during|for|within|throughout)\s+)?(?:the\s+(?=following)|(?:the\s+)?(?!following))(?P<direction>past|last|next|coming|recent|following)\s+"
    rf"(?:(?:{_AMOUNT}|(?P<few>few|couple\s+of|several))\s+)?(?P<unit>{UNIT})(?P<plural>s)?\b(?!['’])"
)
_DOUBLE = (
    rf"(?<![\w.,-])(?P<n>{NUMBER})(?:[\s-]{UNIT}s?|-)?{_TO}(?P<n2>{NUMBER})(?P<join>[\s-])(?P<unit>{UNIT})s?\b"
    r"(?![\s-]old)"
)
_SPOKEN = (
    rf"(?:(?<=[“\"‘'])|(?<=, )|(?<=\bin )|(?<=\bwithin ))(?P<n>{NUMBER}),\s(?:maybe\s|perhaps\s)?"
    rf"(?P<n2>{NUMBER})(?P<join>\s)(?P<unit>{UNIT})s?\b(?!\s(?:old|ago|after|before|later|earlier))"
)
"""In speech a comma stands for 'or': "10, 15 days"."""
_SINGLE = (
    rf"(?<![\w.,$-])(?P<n>{NUMBER})(?P<join>(?:\s(?:more|further|extra|additional))?[\s-])"
    rf"(?P<unit>{UNIT})s?\b"
    r"(?![\s-](?:old|of\s+age)\b|-[a-z])"
)
_HALF = r"\b(?P<n>half)(?P<join>[\s-])(?:an?[\s-])?(?P<unit>hour|day|year)\b(?![\s-]old)"
_ANAPHORA = (
    r"\b(?:on\s+|later\s+)?(?:(?:(?P<that>the\s+same|that\s+same|that)\s+(?P<unit>day|night|morning|evening|afternoon))"
    r"|the\s+(?P<step>following|next|previous)\s+(?P<unit2>day|night|morning|evening|afternoon)"
    r"|(?P<day>the\s+day)\s+(?P<side>before|after|earlier)(?=\s*(?:[.,;:)”\"]|$)))\b"
)
_WITH_ORDINAL = re.compile(
    r"\b(?:first|second|third|\w+th|time|once|twice|best|worst|deadliest|largest)\b[^,;]*$",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"\b(?:g[ai]ve[ns]?|giving|grant(?:s|ed|ing)?|allow(?:s|ed|ing)?)\s+[^.;,]{0,40}$",
    re.IGNORECASE,
)
_HAVE = re.compile(
    r"\b(?:ha[sd]|have|having|with|get|gets|got)\s+(?:only\s+|just\s+|another\s+|until\s+)?$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\s+(?:left\s+)?(?:to|in\s+which\s+to)\s+[a-z]", re.IGNORECASE)
_INTO = re.compile(r"\s+(?:into|after|before|since)\b")
_AGED = re.compile(r"\b(?:aged?|age\s+of)\s+$", re.IGNORECASE)


def _amount(match: re.Match[str]) -> tuple[int, int]:
    low = count_of(match["n"])
    second = match.groupdict().get("n2")
    high = count_of(second) if second else low
    return (low, high) if low <= high else (high, low)


def _reach(unit: str, low: int, high: int, origin: date) -> tuple[date, date] | None:
    """The days that lie `low` to `high` units from the origin; negative ones before it."""
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days:
        first, last = shifted(origin, low * days), shifted(origin, high * days)
    elif unit in {"month", "year"}:
        months = 12 if unit == "year" else 1
        first = same_day_months_on(origin, low * months)
        last = same_day_months_on(origin, high * months)
    else:
        minutes = UNIT_MINUTES[unit]
        first, last = (
            shifted(origin, low * minutes // 1440),
            shifted(origin, high * minutes // 1440),
        )
    return (first, last) if first and last and first <= last else None


def _ago(match: re.Match[str], context: Context) -> Found | None:
    unit, direction = match["unit"].lower(), " ".join(match["direction"].lower().split())
    if match["vague"]:
        return _vaguely(match, context, unit, direction)
    low, high = _amount(match)
    origin = _origin(direction, context)
    if direction in {"ago", "earlier", "beforehand"}:
        low, high = -high, -low
    if unit in {"minute", "hour"} and direction == "ago":
        moment = context.ref + timedelta(minutes=UNIT_MINUTES[unit] * max(low, -9999))
        return on_day(match, moment.date() if context.base == context.ref.date() else origin)
    days = _reach(unit, low, high, origin)
    if days is None:
        return None
    if unit in {"month", "year"} and direction == "ago":
        return in_window(
            match, _whole(unit, days), Precision.MONTH if unit == "month" else Precision.VAGUE
        )
    if days[0] == days[1]:
        return on_day(match, days[0])
    found = in_window(match, days, Precision.DAY, TimeKind.RANGE)
    if found and re.search(r"\bor\b", match.group()):
        found.readings = tuple(Window(d, d) for d in days)
    return found


def _origin(direction: str, context: Context) -> date:
    if direction in {"later", "earlier", "beforehand"}:
        return context.anchor or context.base
    return context.base + timedelta(days=1 if direction.endswith("tomorrow") else 0)


def _whole(unit: str, days: tuple[date, date]) -> tuple[date, date]:
    """'Two months ago' names months, not days."""
    if unit == "month":
        return month_days(days[0].year, days[0].month)[0], month_days(days[1].year, days[1].month)[
            1
        ]
    return year_part(days[0].year, "")[0], year_part(days[1].year, "")[1]


def _vaguely(match: re.Match[str], context: Context, unit: str, direction: str) -> Found | None:
    origin = _origin(direction, context)
    if unit in {"minute", "hour"} and direction == "ago" and origin == context.ref.date():
        step = timedelta(minutes=UNIT_MINUTES[unit])
        gone = (context.ref - 7 * step).date(), (context.ref - 2 * step).date()
        return in_window(match, gone, Precision.VAGUE)
    back = direction in {"ago", "earlier", "beforehand"}
    days = _reach(unit, -7 if back else 2, -2 if back else 7, origin)
    return in_window(match, days, Precision.VAGUE)


def _in(match: re.Match[str], context: Context) -> Found | None:
    if not match["time"] and _WITH_ORDINAL.search(context.before(match.start(), 50)):
        return None
    if not match["time"] and not is_future(context, match.start(), match.end()):
        return None
    low, high = _amount(match)
    unit = match["unit"].lower()
    days = _reach(unit, low, high, context.base)
    if days is None:
        return None
    if days[0] == days[1]:
        found = on_day(match, days[0])
        if found and found.window and unit in {"week", "fortnight", "month", "year"}:
            precision = Precision.WEEK if unit in {"week", "fortnight"} else Precision.MONTH
            found.window = Window(days[0], days[0], precision)
        return found
    return in_window(match, days, Precision.DAY, TimeKind.RANGE)


_ORDERED = re.compile(
    r"(?<!managed )(?<!able )(?<!failed )(?<!enough )\b(?:to|must|should|shall)\s(?-i:[a-z]+)"
    r"(?:\s[^,;.]*)?$",
    re.IGNORECASE,
)
"""An infinitive is to come, whatever the tense of the order ("were told to leave within ...")."""


def _within(match: re.Match[str], context: Context) -> Found | None:
    unit = match["unit"].lower()
    if match["n"]:
        _, high = _amount(match)
        told = _ORDERED.search(context.before(match.start(), 90))
        if told is None and is_past(context, match.start(), match.end()):
            return None
        days, precision = _reach(unit, 0, high, context.base), Precision.DAY
    else:
        days, precision = _reach(unit, 0, 7 if unit == "day" else 3, context.base), Precision.VAGUE
    return in_window(match, days, precision, TimeKind.DEADLINE)


_TO_LAST = re.compile(
    r"\b(?:is|are|was|were|due|set|meant|supposed|expected) to $"
    r"|\b(?:will|would|could|should|must|might|may|can|shall|to only|will only) $",
    re.IGNORECASE,
)
"""'The first phase is to last six weeks': a verb, and no weeks gone."""


def _span(match: re.Match[str], context: Context) -> Found | None:
    direction, unit = match["direction"].lower(), match["unit"].lower()
    counted, few = match["n"], match["few"] or (match["plural"] and not match["n"])
    if not (counted or few) and not _single_span(match, direction, unit):
        return None
    verb = direction == "last" and match.start() == match.start("direction")
    if verb and _TO_LAST.search(context.before(match.start(), 20)):
        return None
    if direction in {"recent", "coming"} or few:
        reach = {"minute": 1, "hour": 24, "day": 7}.get(unit, 4)
        amount = reach
    else:
        amount = _amount(match)[1] if counted else 1
    back = direction in {"past", "last", "recent"}
    days = _reach(unit, -amount if back else 0, 0 if back else amount, context.base)
    precision = Precision.VAGUE if few or direction == "coming" else Precision.DAY
    return in_window(match, days, precision, TimeKind.RANGE if back else TimeKind.WINDOW)


def _single_span(match: re.Match[str], direction: str, unit: str) -> bool:
    """One unit without a number: 'the past week' and 'the coming days', not 'last week'."""
    the = re.search(r"\bthe\s+(?:past|coming)\b", match.group(), re.IGNORECASE)
    return (
        bool(the)
        and unit in {"hour", "day", "week", "month", "year"}
        and direction in {"past", "coming"}
    )


def _duration(match: re.Match[str], context: Context) -> Found | None:
    if _AGED.search(context.before(match.start(), 8)):
        return None
    unit, hyphened = match["unit"].lower(), match["join"] == "-"
    if match["n"].lower() in {"a", "an"} and not hyphened:
        return None
    if not hyphened and _INTO.match(context.text, match.end(), context.high):
        return None
    minutes = UNIT_MINUTES[unit]
    low, high = (0, 0) if match["n"].lower() == "half" else _amount(match)
    length = (minutes // 2, minutes // 2) if not low else (low * minutes, high * minutes)
    if not hyphened and _is_grant(match, context):
        days = _reach(unit, 0, high, context.base)
        return in_window(match, days, Precision.DAY, TimeKind.DEADLINE)
    return Found(match.start(), match.end(), TimeKind.DURATION, minutes=length, dated=False)


def _is_grant(match: re.Match[str], context: Context) -> bool:
    """'Gave them 50 days', 'has ten days to agree': an amount that is a deadline."""
    head = context.before(match.start(), 60)
    to_do = _TO_DO.match(context.text, match.end(), context.high)
    return bool(_GRANTED.search(head) or (to_do and _HAVE.search(head)))


def _anaphora(match: re.Match[str], context: Context) -> Found | None:
    anchor = context.anchor
    if anchor is None:
        return None
    if match["that"]:
        unit, shift = match["unit"].lower(), 0
    elif match["day"]:
        unit, shift = "day", 1 if match["side"].lower() == "after" else -1
    else:
        unit, shift = match["unit2"].lower(), -1 if match["step"].lower() == "previous" else 1
    return on_day(match, shifted(anchor, shift), part="" if unit == "day" else unit)


_SPAN_OPENS = "in over during for within throughout the past last next coming recent following"
LENGTH_RULES = (
    rule(
        "U",
        f"{NUMBER_OPENS} several some",
        _AGO,
        _ago,
        "ago later earlier beforehand hence from",
    ),
    rule("U", "in", _IN, _in),
    rule("U", "within", _WITHIN, _within),
    rule("U", _SPAN_OPENS, _SPAN, _span, "past last next coming recent following"),
    rule("U", NUMBER_OPENS, _DOUBLE, _duration),
    rule("U", NUMBER_OPENS, _SPOKEN, _duration),
    rule("U", NUMBER_OPENS, _SINGLE, _duration),
    rule("U", "half", _HALF, _duration),
    rule(
        "UR",
        "on later the that",
        _ANAPHORA,
        _anaphora,
        "that same following next previous before after earlier",
    ),
)
