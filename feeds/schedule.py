"""When a feed is asked again: a pure function of what it answered, what it asks, and the time.

Everything here is deterministic. The jitter is drawn from a digest of URL and time, so that a
replay gives the same times and two feeds never the same.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from feeds.hints import DAYS

INTERVAL = timedelta(minutes=15)
FLOOR = timedelta(minutes=10)
CAP = timedelta(hours=24)
"""No hint and no back-off mutes a feed for longer: this is a news bot."""
FORBIDDEN_FLOOR = timedelta(hours=4)
HOST_PENALTY = timedelta(hours=1)
"""How long the other feeds of a host wait after one was forbidden, or throttled without a time."""
STOP_AFTER = timedelta(days=7)
STOP_FAILURES = 8
"""A feed is given up only after so many failures in a row, however long we were away ourselves."""
_JITTER = 0.1
_MAX_DOUBLINGS = 12

# (time without anything new, interval then); slowest first.
_QUIET = (
    (timedelta(days=7), timedelta(hours=6)),
    (timedelta(days=3), timedelta(hours=2)),
    (timedelta(days=1), timedelta(minutes=45)),
)


class Outcome(StrEnum):
    """What came of one poll, as far as the next one depends on it."""

    FINE = "fine"
    THROTTLED = "throttled"
    FORBIDDEN = "forbidden"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a feed stands after a poll. Times aware UTC; `failures` counts this one, in a row."""

    url: str
    failures: int = 0
    failing_since: datetime | None = None
    last_new: datetime | None = None
    """When it last had anything new; None: not known."""
    hints: Mapping[str, Any] = field(default_factory=dict)
    """`max_age`, `ttl`, `update_period` in seconds; `skip_hours`, `skip_days`."""
    retry_after: int | None = None
    """Seconds."""
    unaligned: bool = False
    """Polled for the first time, or late: it may stand in step with others and takes its offset."""
    eager: bool = False
    """It just reported something that matters: as often as the floor allows."""


@dataclass(frozen=True, slots=True)
class Due:
    """When the feed is asked again (None: never), and why then."""

    at: datetime | None
    why: str


def next_due(outcome: Outcome, standing: Standing, now: datetime) -> Due:
    """The next time for a feed that was polled at `now`."""
    if outcome is Outcome.GONE:
        return Due(None, "it answered 410 Gone")
    if outcome is Outcome.FINE:
        return _after_success(standing, now)
    if _hopeless(standing, now):
        return Due(None, f"it failed {standing.failures} times over more than 7 days")
    return _after_failure(outcome, standing, now)


def _after_success(standing: Standing, now: datetime) -> Due:
    own, own_why = _own_interval(standing, now)
    asked, asked_why = _asked_interval(standing.hints)
    wait, why = (asked, asked_why) if asked > own else (own, own_why)
    offset = wait * fraction(standing.url) if standing.unaligned else timedelta(0)
    due = now + wait + min(offset, INTERVAL) + _jitter(standing.url, now, wait)
    return _outside_skipped(min(due, now + CAP), standing, now, why)


def _own_interval(standing: Standing, now: datetime) -> tuple[timedelta, str]:
    if standing.eager:
        return FLOOR, "it just reported something new on a followed conflict"
    quiet = now - standing.last_new if standing.last_new else timedelta(0)
    for age, interval in _QUIET:
        if quiet >= age:
            return interval, f"nothing new for {quiet.days} days"
    return INTERVAL, "the usual interval"


def _asked_interval(hints: Mapping[str, Any]) -> tuple[timedelta, str]:
    """The longest wait that server or feed ask for, capped."""
    named = (
        ("max_age", "the server says it stays fresh"),
        ("ttl", "the feed's ttl asks it"),
        ("update_period", "the feed's updatePeriod asks it"),
    )
    asked = [(_seconds(hints.get(name)), why) for name, why in named]
    return max(asked, key=lambda pair: pair[0])


def _after_failure(outcome: Outcome, standing: Standing, now: datetime) -> Due:
    doublings = min(max(standing.failures, 1), _MAX_DOUBLINGS)
    wait = min(INTERVAL * 2**doublings, CAP)
    count = standing.failures
    why = f"{count} failures in a row" if count > 1 else "it failed"
    if outcome is Outcome.FORBIDDEN and wait < FORBIDDEN_FLOOR:
        wait, why = FORBIDDEN_FLOOR, "it is forbidden to us for now"
    if standing.retry_after is not None:
        wait = max(_seconds(standing.retry_after), INTERVAL)
        why = "the server named the time"
    # Added, never taken off: an early poll would break what the server asked.
    return Due(min(now + wait + _jitter(standing.url, now, wait), now + CAP), why)


def _hopeless(standing: Standing, now: datetime) -> bool:
    since = standing.failing_since
    return since is not None and standing.failures >= STOP_FAILURES and now - since >= STOP_AFTER


def host_pause(outcome: Outcome, retry_after: int | None, now: datetime) -> datetime | None:
    """Until when the host's other feeds wait too; None where only this feed was meant."""
    if outcome not in (Outcome.THROTTLED, Outcome.FORBIDDEN):
        return None
    return now + (_seconds(retry_after) if retry_after is not None else HOST_PENALTY)


def _seconds(value: Any) -> timedelta:
    seconds = value if isinstance(value, int) and value > 0 else 0
    return min(timedelta(seconds=min(seconds, 10**9)), CAP)


def _jitter(url: str, now: datetime, wait: timedelta) -> timedelta:
    return wait * _JITTER * fraction(f"{url}\0{now.isoformat()}")


def fraction(text: str) -> float:
    """A number in [0, 1) that belongs to the text for ever."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:6]) / 2**48


def _outside_skipped(due: datetime, standing: Standing, now: datetime, why: str) -> Due:
    """The first time from `due` on outside skipHours and skipDays (GMT), within a day."""
    hours: Sequence[Any] = standing.hints.get("skip_hours") or ()
    days: Sequence[Any] = standing.hints.get("skip_days") or ()
    latest = now + CAP
    moment = due
    while moment.hour in hours or DAYS[moment.weekday()] in days:
        whole = moment.replace(minute=0, second=0, microsecond=0)
        moment = whole + timedelta(hours=1) + timedelta(minutes=10) * fraction(standing.url)
        why = "the feed asks not to be polled in the hours between"
        if moment > latest:
            return Due(latest, why)
    return Due(moment, why)
