"""Rules for periods with names: parts of months and years, this or next week, quarters, years."""

import re
from datetime import date, timedelta

from reading.facts import Precision
from reading.times_calendar import (
    Days,
    month_days,
    month_on,
    month_part,
    nearest_month,
    nearest_year,
    quarter_days,
    week_days,
    year_part,
)
from reading.times_found import Context, Found, in_window, rule
from reading.times_tense import is_future, is_past
from reading.times_words import (
    MONTH,
    MONTHS,
    ORDINALS,
    PART,
    PART_OPENS,
    SEASONS,
    month_number,
    part_of,
)

_MONTH_RULE = (
    rf"\b(?:(?P<part>{PART})[\s-]+(?:the\s+month\s+of\s+)?)?(?:(?P<rel>last|next|this)\s+)?(?P<month>{MONTH})"
    r"(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d|(?:this|next|last)\s+year)\b)?(?!\s*\d|['’]s\s+[A-Z])"
)
_UNITS_NAMED = (
    r"\s+(?P<unit>weekend|week|month|year|quarter|spring|summer|autumn|fall|winter)"
    r"(?P<possessive>['’]s)?(?![\w-]|\s+of\s)"
)
_RELATIVE = rf"\b(?:(?P<part>earlier|later|{PART})[\s-]+)?(?P<rel>this|last|next){_UNITS_NAMED}"
_THE_RELATIVE = (
    rf"\b(?:(?P<part>{PART})[\s-]+)?"
    rf"(?P<rel>the(?:\s+(?:coming|following|previous|current))?){_UNITS_NAMED}"
)
_ENDS = (
    r"\b(?P<by>by|before|until)?\s*(?:the\s+)?(?P<unit>year|month|week)"
    r"(?:['’]s|[\s-])\s*end\b(?!\w)"
)
_END_OF = r"\b(?:at\s+)?(?:the\s+)?end[\s-]of[\s-](?P<unit>year|month|week)\b"
_QUARTER = (
    r"\b(?:the\s+)?(?:(?P<ordinal>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+(?P<unit>quarter|half)"
    r"|(?-i:Q)(?P<q>[1-4]))(?:\s+of)?(?:\s+(?P<year>(?:19|20)\d\d\b|(?:this|next|last)\s+year\b|the\s+year\b))?"
)
_SEASON = (
    rf"\b(?:(?P<part>{PART})\s+)?(?:in\s+the\s+|the\s+)?(?P<season>spring|summer|autumn|fall|winter)"
    r"\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b"
)
_BY_SEASON = (
    r"\b(?P<by>by|until|till|before)\s+(?:the\s+|this\s+)?(?P<season>(?-i:spring|summer|autumn|winter))\b"
    r"(?=\s*(?:[.,;:)”\"]|$)|\s+(?:and|or|to|if|unless|after|when|at|in)\b)"
)
_YEAR = (
    rf"(?<![\w.,:/$€£#-])(?:(?P<part>{PART})[\s-]+)?(?P<year>(?:19[5-9]|20[0-4])\d)"
    r"(?![\w%]|[.,:]\d|-\w|/\d{3})"
)
_WEEK_OF = rf"\bthe\s+week\s+of\s+(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})\b"

SATURDAY = 5
FAR_GONE = 55
"""Days since its first after which a bare month in a sentence about the future is next year's."""
FAR_AHEAD = 90
"""Days after which a bare month in a sentence about the past is last year's."""
_AMBIGUOUS = frozenset({"may", "march", "april", "june", "august", "jan", "mar", "sep", "dec"})
_MONTH_PREPOSITION = re.compile(
    r"\b(?:in|of|since|by|until|till|before|after|from|through|during|between|throughout|around)\s+$",
    re.IGNORECASE,
)
_MONTH_LINK = re.compile(r"\b(?:and|or|to|for|on|with)\s+$|[-–]\s*$", re.IGNORECASE)
_MONTH_NOUN = re.compile(
    r"(?:['’]s?)?\s+(?:deadline|talks|round|meeting|summit|deal|agreement|attacks?|strikes?|ceasefire|truce|war"
    r"|elections?|offensive|session|ultimatum|accord|raid|assault|visit|coup|clashes|invasion)\b"
)
_YEAR_PREPOSITION = re.compile(
    r"\b(?:in|since|of|from|until|till|by|before|after|during|the|to|and|through|between|around|back\s+in|for"
    r"|summer|spring|autumn|fall|winter|its|his|their|late|early|mid)\s+$|\($",
    re.IGNORECASE,
)
_YEAR_COUNTS = re.compile(
    r"\s+(?:more\s+|of\s+|new\s+)?(?!(?:was|is|has|as|this|its|talks|elections|sanctions|attacks|protests|negotiations|clashes)\b)"
    r"(?:[a-z]+s|people|troops|km|kg|[a-z]+men)\b(?!['’])"
)


def _year_of(words: str | None, base: date) -> int | None:
    if words is None:
        return None
    shift = {"this": 0, "next": 1, "last": -1, "the": 0}.get(words.split()[0].lower())
    return int(words) if shift is None else base.year + shift


def _month(match: re.Match[str], context: Context) -> Found | None:
    word = match["month"]
    month = month_number(word)
    if not (match["part"] or match["rel"] or match["year"]) and not _is_month(match, context):
        return None
    base = context.base
    if rel := match["rel"]:
        year = _month_near(month, base, rel.lower())
    else:
        year = _year_of(match["year"], base) or _bare_year(match, context, month)
    if not 1 <= year <= 9999:
        return None
    part = part_of(match["part"]) if match["part"] else ""
    if not part:
        return in_window(match, month_days(year, month), Precision.MONTH)
    precision = Precision.WEEK if "week" in part else Precision.VAGUE
    return in_window(match, month_part(year, month, part), precision)


def _bare_year(match: re.Match[str], context: Context, month: int) -> int:
    """The nearest such month, unless it is far off on the side that the tense rules out."""
    year = nearest_month(month, context.base)
    ahead = (date(year, month, 1) - context.base).days if 1 <= year <= 9999 else 0
    since = re.search(r"\bsince\s+$", context.before(match.start(), 8), re.IGNORECASE)
    far = ahead > FAR_AHEAD and is_past(context, match.start(), match.end())
    if far or (since and ahead > 0):
        return year - 1
    gone = ahead < -FAR_GONE and is_future(context, match.start(), match.end())
    return year + 1 if gone else year


def _month_near(month: int, base: date, rel: str) -> int:
    """'Last October' is the latest one before this month, 'next October' the first after it."""
    if rel == "last":
        return base.year if month < base.month else base.year - 1
    if rel == "next":
        return base.year if month > base.month else base.year + 1
    return base.year


def _is_month(match: re.Match[str], context: Context) -> bool:
    """A bare month's name needs company: 'may' and 'march' are verbs, June is a person."""
    head = context.before(match.start("month"), 14)
    if _MONTH_PREPOSITION.search(head):
        return True
    if _MONTH_NOUN.match(context.text, match.end("month"), context.high):
        return True
    word = match["month"].rstrip(".").lower()
    if word in _AMBIGUOUS:
        named = re.match(r"\s[A-Z]", context.after(match.end("month"), 2))
        return word not in {"may", "march"} and not named and bool(_MONTH_LINK.search(head))
    return not re.search(r"[A-Z]\w*\s$", head) or bool(_MONTH_LINK.search(head))


def _relative(match: re.Match[str], context: Context) -> Found | None:
    rel, unit = " ".join(match["rel"].lower().split()), match["unit"].lower()
    words = match["part"] or ""
    if rel == "the" and not ((part_of(words) and words) or unit == "weekend"):
        return None
    if rel == "the" and unit in SEASONS and not words:
        return None
    base = context.base
    if rel in {"the following", "the previous"}:
        base = context.anchor or base
    if rel == "the" and unit == "weekend" and not words:
        return in_window(match, _the_weekend(match, context), Precision.WEEK)
    step = {"last": -1, "the previous": -1, "next": 1, "the coming": 1, "the following": 1}.get(
        rel, 0
    )
    side = words.lower() in {"earlier", "later"}
    days, precision = _unit_days(unit, step, "" if side else part_of(words), base)
    if days is None:
        return None
    if words.lower() == "earlier" and days[0] <= base <= days[1]:
        days, precision = (days[0], base), Precision.VAGUE
    elif words.lower() == "later" and days[0] <= base <= days[1]:
        days, precision = (base, days[1]), Precision.VAGUE
    return in_window(match, days, precision)


def _the_weekend(match: re.Match[str], context: Context) -> Days:
    """The one under way or the last one, unless the sentence looks ahead."""
    base = context.base
    ahead = base.weekday() >= SATURDAY or is_future(context, match.start(), match.end())
    return _week_days("weekend", 0 if ahead else -1, "", base)


def _unit_days(unit: str, step: int, part: str, base: date) -> tuple[Days | None, Precision]:
    """Days of the week, month or year so many on, or of a part of it."""
    if unit in {"week", "weekend"}:
        return _week_days(unit, step, part, base), Precision.VAGUE if part else Precision.WEEK
    if unit == "month":
        year, month = month_on(base, step)
        if not 1 <= year <= 9999:
            return None, Precision.MONTH
        if part:
            return month_part(year, month, part), Precision.VAGUE
        return month_days(year, month), Precision.MONTH
    year = base.year + step
    if not 1 <= year <= 9998:
        return None, Precision.VAGUE
    if unit == "year":
        return year_part(year, part), Precision.VAGUE
    if unit == "quarter":
        index = base.year * 4 + (base.month - 1) // 3 + step
        return quarter_days(index // 4, index % 4 + 1), Precision.VAGUE
    return _season_days(SEASONS[unit], _season_year(SEASONS[unit], step, base)), Precision.VAGUE


def _week_days(unit: str, step: int, part: str, base: date) -> Days:
    monday, sunday = week_days(base, step)
    if unit == "weekend":
        return monday + timedelta(days=SATURDAY), sunday
    parts = {"early": (0, 2), "start": (0, 1), "mid": (2, 3), "late": (3, 6), "end": (4, 6)}
    low, high = parts.get(part, (0, 6))
    return monday + timedelta(days=low), monday + timedelta(days=high)


def _season_year(month: int, step: int, base: date) -> int:
    if step == 0:
        return base.year
    if step < 0:
        return base.year if month + 2 < base.month else base.year - 1
    return base.year if month > base.month else base.year + 1


def _season_days(month: int, year: int) -> Days | None:
    if not 1 <= year <= 9998:
        return None
    last_year, last_month = month_on(date(year, month, 1), 2)
    return date(year, month, 1), month_days(last_year, last_month)[1]


def _season(match: re.Match[str], _: Context) -> Found | None:
    year = int(match["year"])
    return in_window(match, _season_days(SEASONS[match["season"].lower()], year), Precision.VAGUE)


def _by_season(match: re.Match[str], context: Context) -> Found | None:
    month = SEASONS[match["season"].lower()]
    days = _season_days(
        month, _season_year(month, 0 if month > context.base.month else 1, context.base)
    )
    found = in_window(match, days, Precision.VAGUE)
    if found:
        found.start = match.start("season")
    return found


_GONE = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:deadline|ultimatum)\s(?:[^,.;]{0,40}\s)?(?:passe[sd]|expire[sd]|lapse[sd]"
    r"|missed|come and gone|comes and goes|came and went)\b",
    re.IGNORECASE,
)
"""'Year-end deadline passes', in January."""


def _ends(match: re.Match[str], context: Context) -> Found | None:
    unit = match["unit"].lower()
    if (
        unit == "week"
        and "-" not in match.group()
        and "’" not in match.group()
        and "'" not in match.group()
    ):
        return None
    # In January, what looks back on the year's end means the last one.
    ended = unit == "year" and context.base.month <= 2
    gone = is_past(context, match.start(), match.end()) or _GONE.match(
        context.after(match.end(), 80)
    )
    step = -int(ended and bool(gone))
    days, precision = _unit_days(unit, step, "end", context.base)
    found = in_window(match, days, precision)
    if found and match.groupdict().get("by"):
        found.start = match.end("by") + 1
    return found


def _quarter(match: re.Match[str], context: Context) -> Found | None:
    if match["unit"] and not match["year"]:
        return None
    year = _year_of(match["year"], context.base) or context.base.year
    if not 1 <= year <= 9998:
        return None
    if match["q"]:
        return in_window(match, quarter_days(year, int(match["q"])), Precision.VAGUE)
    number = ORDINALS.get(match["ordinal"].lower(), 4)
    if match["unit"].lower() == "half":
        return in_window(
            match, year_part(year, "half1" if number == 1 else "half2"), Precision.VAGUE
        )
    return in_window(match, quarter_days(year, number), Precision.VAGUE)


def _year(match: re.Match[str], context: Context) -> Found | None:
    year = int(match["year"])
    if match["part"]:
        return in_window(match, year_part(year, part_of(match["part"])), Precision.VAGUE)
    head = context.before(match.start(), 14)
    if _YEAR_COUNTS.match(context.text, match.end(), context.high):
        return None
    if not _YEAR_PREPOSITION.search(head):
        return None
    return in_window(match, year_part(year, ""), Precision.VAGUE)


def _week_of(match: re.Match[str], context: Context) -> Found | None:
    first = nearest_year(month_number(match["month"]), int(match["day"]), context.base)
    return in_window(match, (first, first + timedelta(days=6)) if first else None, Precision.WEEK)


# Words without which 'the week' and its like are no expression.
_THE_CUES = (
    "weekend early late mid start beginning end middle half close week days"
    " coming following previous current"
)
PERIOD_RULES = (
    rule("M", f"{PART_OPENS} next this {' '.join(MONTHS)}", _MONTH_RULE, _month),
    rule("M", "the", _WEEK_OF, _week_of, "week"),
    rule("U", f"{PART_OPENS} earlier later this next", _RELATIVE, _relative, "this last next"),
    rule("U", PART_OPENS, _THE_RELATIVE, _relative, _THE_CUES),
    rule("U", "by before until the year month week", _ENDS, _ends, "end"),
    rule("U", "at the end", _END_OF, _ends, "end"),
    rule("U", "by until till before", _BY_SEASON, _by_season, " ".join(SEASONS)),
    rule("Q", "the first second third fourth last q #", _QUARTER, _quarter),
    rule("D", f"{PART_OPENS} in {' '.join(SEASONS)}", _SEASON, _season, " ".join(SEASONS)),
    rule("D", f"{PART_OPENS} #", _YEAR, _year),
)
