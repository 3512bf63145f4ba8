"""Clock times and their zones: '9 a.m.', '24:00', 'noon', 'Moscow time'."""

import re
import zoneinfo
from collections.abc import Mapping
from datetime import time
from functools import cache

from reading.document import TimeKind
from reading.facts import Precision
from reading.times_found import Clock, Context, Found, rule

# Abbreviations that mean one zone wherever they are printed; IST, BST and the like do not.
_ABBREVIATIONS = {
    "GMT": "Etc/UTC", "UTC": "Etc/UTC", "ET": "America/New_York", "EST": "America/New_York",
    "EDT": "America/New_York", "CT": "America/Chicago", "PT": "America/Los_Angeles",
    "CET": "Europe/Paris", "CEST": "Europe/Paris", "EET": "Europe/Athens", "EEST": "Europe/Athens",
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "CDT": "America/Chicago",
    "PKT": "Asia/Karachi", "TRT": "Europe/Istanbul", "EAT": "Africa/Nairobi", "WAT": "Africa/Lagos",
    "MSK": "Europe/Moscow", "JST": "Asia/Tokyo", "HKT": "Asia/Hong_Kong",
    "Eastern": "America/New_York", "Eastern Time": "America/New_York",
}  # fmt: skip
_ZONE = (
    r"(?-i:GMT|UTC|ES?T|EDT|CES?T|EES?T|MSK|JST|HKT|CT|PT|P[SD]T|CDT|PKT|TRT|EAT|WAT|BST|IST|Eastern(?:\s[Tt]ime)?"
    r"|(?:[A-Z][a-z]+\s)?[A-Z][a-z]+\s[Tt]ime|local\s+time)"
)
ZONE_AFTER = re.compile(rf"\s*,?\s*\(?(?P<zone>{_ZONE})(?![\w-])\)?")
_CLOCK = (
    r"(?<![\w.,:/$€£-])(?:(?P<h12>\d{1,2})(?:[:.](?P<m12>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<h24>[01]?\d|2[0-4])(?::|h)(?P<m24>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"|(?P<oclock>\d{1,2})\s+o['’]clock"
    r"|(?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)(?=\s+(?:hours|GMT|UTC|local)\b"
    r"|\s\((?:[01]\d|2[0-3])[0-5]\d\s(?:GMT|UTC)\))"
    r"|(?P<word>noon|midday|midnight))"
    r"(?![\w-])"
)
_PREPOSITION = re.compile(
    r"\b(?:at|by|until|till|from|around|before|after|since|about|to|between|and|starting|as\s+of)\s+(?:exactly\s+|about\s+)?$|\(\s*$|,\s*$",
    re.IGNORECASE,
)


@cache
def _cities() -> dict[str, str]:
    """Zones by the city in their name, from the tz database itself."""
    found: dict[str, str] = {}
    for name in sorted(zoneinfo.available_timezones()):
        if "/" in name and not name.startswith(("Etc/", "posix/", "right/", "SystemV/")):
            found.setdefault(name.rsplit("/", 1)[1].replace("_", " "), name)
    return found


def zone_named(words: str, zones: Mapping[str, str]) -> str | None:
    """IANA name of the zone that the words mean; None for 'local time' and for places unknown."""
    words = " ".join(words.split())
    if words in _ABBREVIATIONS:
        return _ABBREVIATIONS[words]
    place = re.sub(r"\s[Tt]ime$", "", words)
    if place in _ABBREVIATIONS:
        return _ABBREVIATIONS[place]
    if place in zones:
        return zones[place]
    return None if place.lower() == "local" else _cities().get(place)


_HALVES = {
    210: "Asia/Tehran", 270: "Asia/Kabul", 330: "Asia/Kolkata", 345: "Asia/Kathmandu",
    390: "Asia/Yangon", 570: "Australia/Darwin", -210: "America/St_Johns",
}  # fmt: skip
"""Zones that are no whole hours from GMT, by minutes."""
_DAY = 24 * 60
_FURTHEST_EAST = 14 * 60


def zone_of_offset(here: time, in_gmt: time) -> str | None:
    """IANA name of the zone in which it is `here` o'clock when it is `in_gmt` in Greenwich."""
    east = _east(here, in_gmt)
    if east % 60:
        return _HALVES.get(east)
    return f"Etc/GMT{-east // 60:+d}" if east else "Etc/UTC"


def days_ahead(here: time, in_gmt: time) -> int:
    """1 where it is already the next day here, -1 where it is still the day before, else 0."""
    return int(_east(here, in_gmt) > 0 and here < in_gmt) - int(
        _east(here, in_gmt) < 0 and here > in_gmt
    )


def _east(here: time, in_gmt: time) -> int:
    east = ((here.hour - in_gmt.hour) * 60 + here.minute - in_gmt.minute) % _DAY
    return east if east <= _FURTHEST_EAST else east - _DAY


def _clock(match: re.Match[str], _: Context) -> Found | None:
    clock = _time(match)
    if clock is None:
        return None
    return Found(match.start(), match.end(), TimeKind.DATE, clock=clock, dated=False)


def _time(match: re.Match[str]) -> Clock | None:
    if word := match["word"]:
        midnight = word.lower() == "midnight"
        return Clock(
            time(0 if midnight else 12), Precision.HOUR, midnight=midnight, day_shift=int(midnight)
        )
    if match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][2:])
        return Clock(time(hour, minute), Precision.MINUTE)
    if match["oclock"]:
        hour = int(match["oclock"])
        return Clock(time(hour), Precision.HOUR) if hour <= 23 else None
    if match["half"]:
        return _half_day(int(match["h12"]), int(match["m12"] or 0), match)
    hour, minute = int(match["h24"]), int(match["m24"])
    if hour == 24:
        return Clock(time(0), Precision.MINUTE, day_shift=1) if minute == 0 else None
    return Clock(time(hour, minute), Precision.MINUTE)


def _half_day(hour: int, minute: int, match: re.Match[str]) -> Clock | None:
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return Clock(time(hour, minute), Precision.MINUTE if match["m12"] else Precision.HOUR)


def stands_alone(found: Found, context: Context) -> bool:
    """Whether a clock time without a date is one: '2:10' may be a score, '3 p.m.' may not."""
    words = context.text[found.start : found.end].lower()
    if words == "midday":
        return False
    if words[-1:] in {"m", "."} or "clock" in words:
        return True
    return found.clock is not None and (
        found.clock.zone is not None or bool(_PREPOSITION.search(context.before(found.start, 20)))
    )


CLOCK_RULES = (rule("CD", "# noon midday midnight", _CLOCK, _clock),)
