"""Windows and instants as a reader sees them: an hour is shown only where a source states one."""

from calendar import monthrange
from datetime import UTC, date, datetime, time

from reading.facts import Precision, Window

# A day must read the same day everywhere, but `<t:…:D>` is drawn in each reader's own zone. Ten
# o'clock UTC falls on the same date from Honolulu (UTC-10) to Auckland in summer (UTC+13).
_SAME_DAY_EVERYWHERE = time(10, tzinfo=UTC)
_TIMED = {Precision.MINUTE, Precision.HOUR}
_THIRDS = {1: ("early", 10), 11: ("mid", 20), 21: ("late", None)}


def stamp(moment: datetime, style: str = "F") -> str:
    """Discord's own timestamp for an instant (docs: reference#message-formatting)."""
    return f"<t:{int(moment.timestamp())}:{style}>"


def day(value: date, style: str = "D") -> str:
    """Discord's own timestamp for a calendar day."""
    return stamp(datetime.combine(value, _SAME_DAY_EVERYWHERE), style)


def said(moment: datetime, style: str = "D") -> str:
    """A day of speaking or printing; midnight UTC means that only the date is known."""
    moment = moment.astimezone(UTC)
    return day(moment.date(), style) if moment.time() == time.min else stamp(moment, style)


def is_timed(window: Window) -> bool:
    """True where a source states an hour."""
    has_time = window.start_time is not None or window.end_time is not None
    return window.precision in _TIMED and has_time


def _zone_words(window: Window) -> str:
    # The countdown is reckoned in UTC too where no zone is stated.
    return " (no time zone stated; read as UTC)" if window.zone is None else ""


def _timed(window: Window) -> str:
    first, last = window.bounds()
    note = _zone_words(window)
    if window.start_time is None or first == last:
        return f"{stamp(last)}{note}"
    if window.end_time is None:
        return f"{stamp(first)}{note}"
    return f"{stamp(first)} to {stamp(last, 't' if window.is_one_day else 'F')}{note}"


def third_of_month(window: Window) -> str | None:
    """`early September 2025` for exactly the first, middle or last third of one month."""
    if (window.start.year, window.start.month) != (window.end.year, window.end.month):
        return None
    if window.start.day not in _THIRDS:
        return None
    word, last = _THIRDS[window.start.day]
    last = last or monthrange(window.end.year, window.end.month)[1]
    return f"{word} {window.start:%B %Y}" if window.end.day == last else None


def _is_whole_month(window: Window) -> bool:
    last = monthrange(window.start.year, window.start.month)[1]
    ends = window.end == window.start.replace(day=last)
    return window.start.day == 1 and ends and window.precision is not Precision.DAY


def when(window: Window | None) -> str:
    """The window in full with native timestamps; no hour and no day that no source states."""
    if window is None:
        return "no date stated"
    if is_timed(window):
        return _timed(window)
    if window.is_one_day:
        return day(window.start)
    if _is_whole_month(window):
        return f"some time in {window.start:%B %Y}"
    span = f"between {day(window.start)} and {day(window.end)}"
    if window.precision is Precision.DAY:
        return span
    third = third_of_month(window)
    return f"{third} ({span}; no day stated)" if third else f"{span} (no day stated)"


def closes(window: Window) -> str:
    """`<t:…:R>` to the end of the window, which ticks by itself in the reader's client."""
    return stamp(window.bounds()[1], "R")


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _short(value: date, like: date | None = None) -> str:
    if like is None or value.year != like.year:
        return f"{value.day} {value:%B %Y}"
    return f"{value.day}" if value.month == like.month else f"{value.day} {value:%B}"


def plain(window: Window | None) -> str:
    """The window in plain words, for the line that a phone shows before anything is drawn."""
    if window is None:
        return "no date stated"
    if window.is_one_day:
        text = _short(window.start)
        clock = window.end_time or window.start_time
        if not is_timed(window) or clock is None:
            return text
        place = zone_name(window.zone) if window.zone else ""
        return f"{text}, {clock:%H:%M} {place or '(zone not stated)'}"
    if _is_whole_month(window):
        return f"{window.start:%B %Y}"
    third = third_of_month(window) if window.precision is not Precision.DAY else None
    dash = "–" if window.start.month == window.end.month else " – "
    return third or f"{_short(window.start, window.end)}{dash}{_short(window.end)}"


def night_or_day(window: Window | None) -> str:
    """A strike's time: `night to 21 July` for a wave over midnight, with native dates."""
    if window is None:
        return "day not stated"
    if (window.end - window.start).days == 1 and window.precision is not Precision.VAGUE:
        return f"night to {day(window.end)}"
    return when(window)


def zone_name(zone: str) -> str:
    """A zone as a reader knows it: `Kyiv time`."""
    return "UTC" if zone == "UTC" else f"{_city(zone)} time"
