"""Rate limits as Discord announces them in headers (docs: topics/rate-limits)."""

import hashlib
import re
import time
from collections.abc import Callable
from typing import NamedTuple


class Rule(NamedTuple):
    """So many requests in so many seconds for a route, per major parameter."""

    method: str
    path: re.Pattern[str]
    limit: int
    seconds: float


def rule(method: str, path: str, limit: int, seconds: float) -> Rule:
    """A rule for the paths that match as a whole."""
    return Rule(method, re.compile(path), limit, seconds)


# Seen on the live service; it may change them at any time, so clients must read the headers.
RULES = [
    rule("POST", r"/channels/\d+/messages", 5, 5.0),
    rule("PATCH", r"/channels/\d+/messages/\d+", 5, 5.0),
    rule("DELETE", r"/channels/\d+/messages/\d+", 5, 1.0),
    rule("(PUT|DELETE)", r"/channels/\d+/messages/pins/\d+", 5, 4.0),
    rule("PUT", r"/channels/\d+/messages/\d+/reactions/.*", 1, 0.3),
    rule("PUT", r"/applications/\d+/(guilds/\d+/)?commands", 2, 5.0),
]
OTHER = rule(".*", ".*", 50, 1.0)
GLOBAL_PER_SECOND = 50
EXEMPT = re.compile(r"/(interactions|webhooks)/")
MAJOR = re.compile(r"/(?:channels|guilds)/(\d+)|/webhooks/(\d+/[^/]+)|/interactions/(\d+)")
GENEROUS = {"limit": 100_000, "seconds": 60.0}


class Verdict(NamedTuple):
    """Headers for the answer, and how long to wait if it is a no."""

    headers: dict[str, str]
    wait: float | None = None
    everywhere: bool = False


class RateLimits:
    """Counts requests in fixed windows; when switched off it announces room without end."""

    def __init__(self, *, enabled: bool, now: Callable[[], float] = time.monotonic) -> None:
        self.enabled = enabled
        self.rules = list(RULES)
        self._now = now
        self._windows: dict[tuple[str, str], tuple[float, int]] = {}

    def take(self, method: str, path: str) -> Verdict:
        """Count a request."""
        found = self._rule(method, path)
        major = "".join(part or "" for m in MAJOR.findall(path)[:1] for part in m)
        name = hashlib.sha256(f"{found.method} {found.path.pattern}".encode()).hexdigest()[:16]
        if not self.enabled:
            limit, seconds = int(GENEROUS["limit"]), GENEROUS["seconds"]
            return Verdict(_headers(name, limit, limit - 1, seconds))
        if not EXEMPT.match(path):
            used, left = self._count("global", "", 1.0)
            if used > GLOBAL_PER_SECOND:
                return Verdict({"X-RateLimit-Scope": "global"}, left, everywhere=True)
        used, left = self._count(name, major, found.seconds)
        headers = _headers(name, found.limit, max(0, found.limit - used), left)
        if used > found.limit:
            return Verdict(headers | {"X-RateLimit-Scope": "user"}, left)
        return Verdict(headers)

    def _rule(self, method: str, path: str) -> Rule:
        for candidate in self.rules:
            if re.fullmatch(candidate.method, method) and candidate.path.fullmatch(path):
                return candidate
        return OTHER._replace(method=method, path=re.compile(re.sub(r"\d+", "N", re.escape(path))))

    def _count(self, name: str, major: str, seconds: float) -> tuple[int, float]:
        now = self._now()
        ends, used = self._windows.get((name, major), (0.0, 0))
        if now >= ends:
            ends, used = now + seconds, 0
        self._windows[name, major] = (ends, used + 1)
        return used + 1, ends - now


def _headers(bucket: str, limit: int, remaining: int, reset_after: float) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": f"{time.time() + reset_after:.3f}",
        "X-RateLimit-Reset-After": f"{reset_after:.3f}",
        "X-RateLimit-Bucket": bucket,
    }
