"""Rules for terms as they are set: a week given, the end of the day, a week from Friday."""

import re

from reading.document import TimeKind
from reading.facts import Precision
from reading.times_calendar import (
    day,
    month_days,
    month_on,
    same_day_months_on,
    shifted,
    week_days,
    weekday_after,
    year_part,
)
from reading.times_found import Context, Found, in_window, on_day, rule
from reading.times_words import NUMBER, WEEKDAY, WEEKDAYS, count_of, weekday_number

_A_UNIT = (
    r"\b(?:an?|another|one)\s+(?P<unit>hour|day|week|fortnight|month)\b"
    r"(?!['’-]|\s+(?:ago|later|earlier|after|before|of|from|old|and|or)\b)"
)
_GIVEN = re.compile(
    r"\b(?:g[ai]ve[ns]?|giving|grant(?:s|ed|ing)?|allow(?:s|ed|ing)?)\s[^.;,]{0,40}$", re.IGNORECASE
)
_HAS = re.compile(
    r"\b(?:ha[sd]|have|having|get|gets|got)\s+(?:only\s+|just\s+|at\s+most\s+)?$", re.IGNORECASE
)
_RATE = re.compile(
    r"(?:[\d%]|\b(?:times|once|twice|dollars|euros|million|billion))\s+$", re.IGNORECASE
)
"""Before 'a month': so much each month."""
_TO_ACT = re.compile(r"\s+(?:left\s+)?(?:to|in\s+which\s+to)\s+(?!go\b)[a-z]", re.IGNORECASE)
_WEEKS_FROM = rf"\b(?P<n>{NUMBER})\s+weeks?\s+from\s+(?:this\s+|next\s+)?(?P<weekday>{WEEKDAY})"
_WEEKDAY_WEEK = (
    rf"\b(?P<weekday>{WEEKDAY})\s+(?P<unit>week|fortnight)\b(?![\s-]*(?:end|of|long|in)\b|['’-])"
)
_THIS_TIME = r"\bthis\s+time\s+(?:next\s+(?P<unit>week|month|year)|(?P<tomorrow>tomorrow))\b"
_DAY_END = r"\b(?:the\s+)?(?:end|close)\s+of\s+(?:the|this)\s+day\b"
_LIMIT = re.compile(r"\b(?:by|until|till|before)\s+$", re.IGNORECASE)
_IS_OUT = (
    r"\bbefore\s+(?:the|this)\s+(?P<unit>day|week|month|year)\s+(?:is|was|['’]s)\s+"
    r"(?:out|over|up)\b"
)
_MONTH_DAY = r"\bthe\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\s+of\s+(?P<which>this|the|next)\s+month\b"


def _a_unit(match: re.Match[str], context: Context) -> Found | None:
    """'Gave them a week', 'has a month to answer': elsewhere 'a week' is no term."""
    head = context.before(match.start(), 60)
    if _RATE.search(head):
        return None
    acts = _TO_ACT.match(context.text, match.end(), context.high)
    unit, base = match["unit"].lower(), context.base
    has = acts and unit != "day" and _HAS.search(head)  # "a day to remember"
    if not (has or _GIVEN.search(head)):
        return None
    days = {"hour": 0, "day": 1, "week": 7, "fortnight": 14}.get(unit)
    end = same_day_months_on(base, 1) if days is None else shifted(base, days)
    return in_window(match, (base, end) if end else None, Precision.DAY, TimeKind.DEADLINE)


def _weeks_from(match: re.Match[str], context: Context) -> Found | None:
    first = weekday_after(context.base, weekday_number(match["weekday"]), today=False)
    return on_day(match, shifted(first, 7 * count_of(match["n"])))


def _weekday_week(match: re.Match[str], context: Context) -> Found | None:
    """British 'Tuesday week': a week after the coming Tuesday."""
    first = weekday_after(context.base, weekday_number(match["weekday"]))
    return on_day(match, shifted(first, 7 if match["unit"].lower() == "week" else 14))


def _this_time(match: re.Match[str], context: Context) -> Found | None:
    unit, base = (match["unit"] or "").lower(), context.base
    if match["tomorrow"]:
        return on_day(match, shifted(base, 1))
    if unit == "week":
        return on_day(match, shifted(base, 7))
    return on_day(match, same_day_months_on(base, 12 if unit == "year" else 1))


def _day_end(match: re.Match[str], context: Context) -> Found | None:
    """'By the end of the day'; 'at the end of the day' is a manner of speaking."""
    if not _LIMIT.search(context.before(match.start(), 10)):
        return None
    return on_day(match, context.base)


def _is_out(match: re.Match[str], context: Context) -> Found | None:
    unit, base = match["unit"].lower(), context.base
    ends = {
        "day": base,
        "week": week_days(base)[1],
        "month": month_days(base.year, base.month)[1],
        "year": year_part(base.year, "")[1],
    }
    return in_window(match, (base, ends[unit]), Precision.VAGUE, TimeKind.DEADLINE)


def _month_day(match: re.Match[str], context: Context) -> Found | None:
    year, month = month_on(context.base, int(match["which"].lower() == "next"))
    return on_day(match, day(year, month, int(match["day"])))


_WEEKDAY_OPENS = " ".join(WEEKDAYS)
TERM_RULES = (
    rule("U", "a an another one", _A_UNIT, _a_unit, "give gave given gives giving grant granted"
         " grants has have had get gets got allow allowed allows"),
    rule("W", "a an one two three four #", _WEEKS_FROM, _weeks_from, "from"),
    rule("W", _WEEKDAY_OPENS, _WEEKDAY_WEEK, _weekday_week, "week fortnight"),
    rule("UR", "this", _THIS_TIME, _this_time, "time"),
    rule("U", "the end close", _DAY_END, _day_end, "end close"),
    rule("U", "before", _IS_OUT, _is_out, "out over up"),
    rule("U", "the", _MONTH_DAY, _month_day, "month"),
)  # fmt: skip
