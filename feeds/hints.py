"""What servers and feeds ask of their pollers: seconds, hours, days. Caps are the schedule's."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

Headers = Mapping[str, str]

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE)
_NO_CACHE = re.compile(r"(?:^|[\s,])no-(?:cache|store)\b", re.IGNORECASE)
_PERIODS = {
    "hourly": 3_600,
    "daily": 86_400,
    "weekly": 7 * 86_400,
    "monthly": 30 * 86_400,
    "yearly": 365 * 86_400,
}
"""https://web.resource.org/rss/1.0/modules/syndication/"""
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def header_hints(headers: Headers, now: datetime) -> dict[str, Any]:
    """`max_age` in seconds from Cache-Control, else from Expires; empty where nothing is asked.

    RFC 9111 §4.2.1: max-age goes before Expires, and Expires is counted from the server's Date.
    """
    control = headers.get("cache-control", "")
    if _NO_CACHE.search(control):
        return {}
    stated = _MAX_AGE.search(control)
    if stated:
        seconds = int(stated[1])
    else:
        expires = http_date(headers.get("expires"))
        seconds = int((expires - _server_time(headers, now)).total_seconds()) if expires else 0
    return {"max_age": seconds} if seconds > 0 else {}


def retry_after(headers: Headers, now: datetime) -> int | None:
    """Seconds to stay silent. A date is counted from the server's own Date: clocks differ."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal() and value.isascii():
        return int(value[:12])
    until = http_date(value)
    if until is None:
        return None
    return max(0, int((until - _server_time(headers, now)).total_seconds()))


def http_date(value: str | None) -> datetime | None:
    """An HTTP date as aware UTC; None for anything else ("0", "-1")."""
    if not value:
        return None
    try:
        moment = parsedate_to_datetime(value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _server_time(headers: Headers, now: datetime) -> datetime:
    return http_date(headers.get("date")) or now


def document_hints(body: bytes, channel: Mapping[str, Any]) -> dict[str, Any]:
    """`ttl`, `update_period`, `skip_hours`, `skip_days` as the document itself asks them."""
    hints: dict[str, Any] = {
        "ttl": 60 * _count(channel.get("ttl")),
        "update_period": _update_period(channel),
        "skip_hours": sorted({int(h) % 24 for h in _inside(body, b"skiphours", b"hour")}),
        "skip_days": sorted(
            {d.decode("ascii").lower() for d in _inside(body, b"skipdays", b"day")} & set(DAYS)
        ),
    }
    return {name: value for name, value in hints.items() if value}


def _update_period(channel: Mapping[str, Any]) -> int:
    period = _PERIODS.get(str(channel.get("sy_updateperiod", "")).strip().lower(), 0)
    return period // (_count(channel.get("sy_updatefrequency")) or 1)


def _count(value: Any) -> int:
    text = str(value or "").strip()
    return int(text[:9]) if text.isdecimal() and text.isascii() else 0


def _inside(body: bytes, outer: bytes, inner: bytes) -> list[bytes]:
    """The contents of every <inner> in the first <outer>; feedparser keeps only the last."""
    found = re.search(rb"<" + outer + rb"\b", body, re.IGNORECASE)
    if found is None:
        return []
    block = body[found.end() : found.end() + 4_096]
    end = re.search(rb"</" + outer, block, re.IGNORECASE)
    what = rb"\d{1,2}" if inner == b"hour" else rb"[A-Za-z]{6,9}"
    pattern = rb"<" + inner + rb">\s{0,20}(" + what + rb")\s{0,20}<"
    return re.findall(pattern, block[: end.start() if end else None], re.IGNORECASE)
