"""What a site lets robots read: robots.txt by RFC 9309, asked for once a day and host.

Feeds are published for programs and are asked without it; pages are not.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote, unquote_to_bytes, urlsplit

from feeds.fetch import Fetcher, FetchRequest, FetchResult

OUR_NAME = "parley"
"""What a robots.txt calls us, in lower case: the first word of our User-Agent (§2.2.1)."""
SIZE_CAP = 500 * 1024
"""Bytes of a robots.txt that are looked at (§2.5)."""
KEPT = timedelta(days=1)
"""§2.4: not longer than 24 hours."""
UNREACHED_KEPT = timedelta(hours=1)
"""A robots.txt that could not be had forbids all, and is tried again after so long."""
_HOSTS_KEPT = 500
_ACCEPT = "text/plain, */*;q=0.1"
_LINE = re.compile(r"\s*([A-Za-z-]{1,40})\s*:\s*([^#]*)")
_NAME = re.compile(r"[A-Za-z_-]+|\*")
_TOO_MANY = 429
_PLAIN = "-._~/?=&;:@!'()+,%"
"""What stands for itself in a path; `*` and `$` are signs of the rules."""
_ENCODED = re.compile(r"%(2[3-5aAfF]|3[fF])")


@dataclass(frozen=True, slots=True)
class Rule:
    """One Allow or Disallow line."""

    allow: bool
    parts: tuple[str, ...]
    """The path between its wildcards."""
    whole: bool
    """It ends in `$`: the path must end there too."""
    length: int

    def matches(self, path: str) -> bool:
        """True where the rule speaks of the path. Linear, however many wildcards there are."""
        first, *rest = self.parts
        if not path.startswith(first):
            return False
        if not rest:
            return not self.whole or path == first
        at = len(first)
        *middle, last = rest
        for part in middle:
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return path[at:].endswith(last) if self.whole else path.find(last, at) >= 0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one robots.txt that are meant for us."""

    rules: tuple[Rule, ...] = ()
    closed: bool = False
    """All is forbidden: the file could not be had."""

    def allows(self, url: str) -> bool:
        """True where the address may be read: the longest rule wins, and of equals Allow."""
        path = path_of(url)
        if path == "/robots.txt":
            return True
        if self.closed:
            return False
        said = [rule for rule in self.rules if rule.matches(path)]
        best = max(said, key=lambda rule: (rule.length, rule.allow), default=None)
        return best is None or best.allow


OPEN, CLOSED = Robots(), Robots(closed=True)


def path_of(url: str) -> str:
    """Path and query of an address in the one spelling in which rules are compared (§2.2.2)."""
    parts = urlsplit(url)
    return _spelt(f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/")


def _spelt(path: str) -> str:
    """Percent-encoded only where it must be."""
    # What is encoded though it need not be is undone; %2F and its like keep their meaning.
    kept = _ENCODED.sub(lambda found: "%25" + found[1].upper(), path)
    return quote(unquote_to_bytes(kept.encode("utf-8", "replace")), safe=_PLAIN)


def parse_robots(body: bytes) -> Robots:
    """The rules for us: of our own groups, else of those for all (§2.2.1). Never raises."""
    groups: dict[str, list[Rule]] = {}
    current: list[str] = []
    naming = False
    for name, value in _lines(body):
        if name == "user-agent":
            current = [*current, _agent(value)] if naming else [_agent(value)]
            groups.setdefault(current[-1], [])
            naming = True
        elif name in ("allow", "disallow"):
            naming = False
            if value.startswith(("/", "*")):
                rule = _rule(value, allow=name == "allow")
                for agent in current:
                    groups[agent].append(rule)
    ours = groups.get(OUR_NAME)
    return Robots(tuple(groups.get("*", ()) if ours is None else ours))


def _lines(body: bytes) -> Iterator[tuple[str, str]]:
    text = body[:SIZE_CAP].decode("utf-8-sig", "replace")
    for line in re.split(r"\r\n|\r|\n", text):
        found = _LINE.match(line)
        if found is not None:
            yield found[1].lower(), found[2].strip()


def _agent(value: str) -> str:
    named = _NAME.match(value)
    return named[0].lower() if named else ""


def _rule(value: str, *, allow: bool) -> Rule:
    whole = value.endswith("$")
    parts = tuple(_spelt(part) for part in value.removesuffix("$").split("*"))
    return Rule(allow, parts, whole, len(value))


class RobotsBook:
    """Robots.txt files by host, each fetched through the poller's own fetcher."""

    def __init__(self, fetcher: Fetcher, clock: Callable[[], datetime]) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._known: OrderedDict[str, tuple[datetime, Robots]] = OrderedDict()
        self._asking: dict[str, asyncio.Lock] = {}

    async def allows(self, url: str) -> bool:
        """True where the site lets us read the address. Never raises."""
        try:
            parts = urlsplit(url)
            site = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}".lower()
        except ValueError:
            return False
        lock = self._asking.setdefault(site, asyncio.Lock())
        async with lock:
            known = self._known.get(site)
            if known is None or known[0] <= self._clock():
                known = self._known[site] = await self._ask(site)
                self._known.move_to_end(site)
            while len(self._known) > _HOSTS_KEPT:
                self._asking.pop(self._known.popitem(last=False)[0], None)
        return known[1].allows(url)

    async def _ask(self, site: str) -> tuple[datetime, Robots]:
        answer = await self._fetcher.fetch(FetchRequest(f"{site}/robots.txt", accept=_ACCEPT))
        robots = await asyncio.to_thread(_judged, answer)
        return self._clock() + (UNREACHED_KEPT if robots.closed else KEPT), robots


def _judged(answer: FetchResult) -> Robots:
    """§2.3.1: the file's rules; none where there is no file; all closed where none can be had."""
    status = answer.status or 0
    if answer.problem is None and status == 200:
        return parse_robots(answer.body)
    # 429 is no word about the file: the server wants less of us (so does Google take it).
    if answer.problem is None and 400 <= status < 500 and status != _TOO_MANY:
        return OPEN
    return CLOSED
