"""Calendar arithmetic for time expressions: nearest years, weekdays, parts of months, feasts."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]
"""First and last day, both inclusive."""


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has no such day; news has none before 1000."""
    if not 1000 <= year <= 9000:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shifted(start: date, days: int) -> date | None:
    """The date so many days on; None outside years 1 to 9999."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def nearest_year(month: int, number: int, ref: date) -> date | None:
    """The month and day in the year that brings it nearest to `ref`: news leaves the year out."""
    years = (ref.year, ref.year - 1, ref.year + 1)
    found = [d for year in years if (d := day(year, month, number)) is not None]
    return min(found, key=lambda d: abs((d - ref).days), default=None)


def nearest_month(month: int, ref: date) -> int:
    """The year that brings the month nearest to `ref`."""
    near = nearest_year(month, 15, ref)
    return near.year if near else ref.year


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def month_part(year: int, month: int, part: str) -> Days:
    """Early, mid or late in a month: days 1-10, 11-20, 21 to the end; its end: the last 7 days."""
    _, last = month_days(year, month)
    parts: dict[str, tuple[int, int]] = {
        "early": (1, 10),
        "start": (1, 7),
        "mid": (11, 20),
        "late": (21, last.day),
        "end": (last.day - 6, last.day),
        "half1": (1, 15),
        "half2": (16, last.day),
        "week1": (1, 7),
        "week2": (8, 14),
        "week3": (15, 21),
        "week4": (22, 28),
        "lastweek": (last.day - 6, last.day),
    }
    low, high = parts.get(part, (1, last.day))
    return date(year, month, low), date(year, month, high)


def year_part(year: int, part: str) -> Days:
    """Early, mid or late in a year: its thirds; its end is December."""
    months = {
        "early": (1, 4),
        "start": (1, 1),
        "mid": (5, 8),
        "late": (9, 12),
        "end": (12, 12),
        "half1": (1, 6),
        "half2": (7, 12),
    }
    first, last = months.get(part, (1, 12))
    return date(year, first, 1), month_days(year, last)[1]


def quarter_days(year: int, number: int) -> Days:
    """First and last day of a calendar quarter, 1 to 4."""
    return date(year, 3 * number - 2, 1), month_days(year, 3 * number)[1]


def week_days(ref: date, weeks: int = 0) -> Days:
    """Monday to Sunday of the week of `ref`, or of one so many weeks on."""
    monday = ref - timedelta(days=ref.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=6)


def month_on(ref: date, months: int) -> tuple[int, int]:
    """Year and month, so many months on."""
    index = ref.year * 12 + ref.month - 1 + months
    return index // 12, index % 12 + 1


def same_day_months_on(ref: date, months: int) -> date | None:
    """The same day of the month, so many months on; the month's last where it is shorter."""
    year, month = month_on(ref, months)
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(ref.day, month_days(year, month)[1].day))


def weekday_before(ref: date, weekday: int, *, today: bool = True) -> date:
    """The latest such weekday up to `ref`."""
    back = (ref.weekday() - weekday) % 7
    return ref - timedelta(days=back if back or today else 7)


def weekday_after(ref: date, weekday: int, *, today: bool = True) -> date:
    """The next such weekday from `ref` on."""
    ahead = (weekday - ref.weekday()) % 7
    return ref + timedelta(days=ahead if ahead or today else 7)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, number + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday: Meeus's Julian algorithm, 13 days on (good for 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, number = divmod(d + e + 114, 31)
    return date(year, month, number + 1) + timedelta(days=13)


def _hebrew_days(year: int) -> int:
    """Days from the Hebrew epoch to the new year, before the rule of adjoining years."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + (3 * (days + 1) % 7 < 3)


def rosh_hashanah(year: int) -> date:
    """1 Tishri of a civil year; the feast begins the evening before (Reingold and Dershowitz)."""
    hebrew = year + 3761
    before, this, after = (_hebrew_days(hebrew + step) for step in (-1, 0, 1))
    late = 2 if after - this == 356 else int(this - before == 382)
    return date.fromordinal(this + late - 1373427)


def passover(year: int) -> date:
    """15 Nisan of a civil year: always 163 days before the next new year."""
    return rosh_hashanah(year) - timedelta(days=163)


def hanukkah(year: int) -> date:
    """25 Kislev of a civil year; Heshvan before it has a 30th day in long years."""
    first = rosh_hashanah(year)
    length = (rosh_hashanah(year + 1) - first).days
    return first + timedelta(days=83 + (length % 10 == 5))


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The n-th such weekday of a month, counted from 1."""
    return weekday_after(date(year, month, 1), weekday) + timedelta(weeks=number - 1)


def islamic(year: int, month: int, number: int) -> date:
    """Civil day of a date in the tabular Islamic calendar; the sighted moon may differ by one."""
    julian_day = (
        number + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30 + 1948439
    )
    return date.fromordinal(julian_day - 1721425)


def _islamic_in(year: int, month: int, number: int) -> Days | None:
    """The Islamic day that falls into a civil year, with one day's leave for the sighted moon."""
    for hijri in range(year - 622 + (year - 622) // 33 - 1, year - 622 + (year - 622) // 33 + 3):
        first = islamic(hijri, month, number)
        if first.year == year:
            return first - timedelta(days=1), first + timedelta(days=1)
    return None


def _fixed(month: int, number: int) -> Callable[[int], Days]:
    return lambda year: (date(year, month, number), date(year, month, number))


def _from(rule: Callable[[int], date], offset: int = 0) -> Callable[[int], Days]:
    def days(year: int) -> Days:
        found = rule(year) + timedelta(days=offset)
        return found, found

    return days


def _ramadan(year: int) -> Days | None:
    first = _islamic_in(year, 9, 1)
    return (first[0] + timedelta(days=1), first[0] + timedelta(days=30)) if first else None


FEASTS: dict[str, Callable[[int], Days | None]] = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "new year": _fixed(1, 1),
    "orthodox christmas eve": _fixed(1, 6),
    "orthodox christmas": _fixed(1, 7),
    "epiphany": _fixed(1, 6),
    "valentine's day": _fixed(2, 14),
    "nowruz": lambda year: (date(year, 3, 20), date(year, 3, 21)),
    "good friday": _from(easter, -2),
    "palm sunday": _from(easter, -7),
    "easter sunday": _from(easter),
    "easter monday": _from(easter, 1),
    "easter": _from(easter),
    "pentecost": _from(easter, 49),
    "orthodox easter sunday": _from(orthodox_easter),
    "orthodox easter": _from(orthodox_easter),
    "orthodox good friday": _from(orthodox_easter, -2),
    "victory day": _fixed(5, 9),
    "thanksgiving": _from(lambda year: nth_weekday(year, 11, 3, 4)),
    "thanksgiving day": _from(lambda year: nth_weekday(year, 11, 3, 4)),
    "labor day": _from(lambda year: nth_weekday(year, 9, 0, 1)),
    "rosh hashanah": _from(rosh_hashanah),
    "yom kippur": _from(rosh_hashanah, 9),
    "sukkot": _from(rosh_hashanah, 14),
    "hanukkah": _from(hanukkah),
    "passover": _from(passover),
    "shavuot": _from(passover, 50),
    "songkran": _fixed(4, 13),
    "khmer new year": _fixed(4, 14),
    "ramadan": _ramadan,
    "eid al-fitr": lambda year: _islamic_in(year, 10, 1),
    "eid al-adha": lambda year: _islamic_in(year, 12, 10),
    "ashura": lambda year: _islamic_in(year, 1, 10),
}


def feast(name: str, ref: date, *, year: int | None = None) -> Days | None:
    """The feast nearest to `ref`, or the one in `year`; None where the year has none."""
    rule = FEASTS[name]
    years = (year,) if year else (ref.year, ref.year - 1, ref.year + 1)
    found = [days for y in years if 1900 <= y <= 2099 and (days := rule(y)) is not None]
    return min(found, key=lambda days: abs((days[0] - ref).days), default=None)
