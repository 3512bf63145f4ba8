"""One polite, bounded GET: what is asked of a server, what may come back, and what it may cost.

No cookies, no Referer, an honest name; validators go only to the URL that gave them (RFC 9110
§13.1); every hop is checked, spaced and counted; the whole has a deadline, the body a cap.
"""

import asyncio
import http
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from typing import Self
from urllib.parse import urldefrag

import httpx

from feeds.decode import read_body
from feeds.hosts import HostGate
from feeds.problems import Problem
from feeds.transport import FETCH_ERRORS, Exchange, explain

ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"
)
DEADLINE = 20.0
BODY_CAP = 5 * 1024 * 1024
MAX_HOPS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PERMANENT = frozenset((301, 308))
_KEPT_HEADERS = frozenset(
    [
        "etag",
        "last-modified",
        "content-type",
        "cache-control",
        "expires",
        "date",
        "retry-after",
        "cf-mitigated",
        "age",
    ]
)
_VALIDATOR_CAP = 1_000

Permit = Callable[[str], Awaitable[bool]]
"""Whether an address may be asked at all."""


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What to ask for. The validators are sent to `validators_url` only (None: to `url`)."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    validators_url: str | None = None
    accept: str = ACCEPT
    """The Accept header."""

    def conditions(self, url: str) -> dict[str, str]:
        """The conditional headers for this hop."""
        if url != (self.validators_url or self.url):
            return {}
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect that was followed."""

    status: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What came back. `problem` is None where a server answered in full, whatever its status."""

    url: str
    final_url: str
    status: int | None = None
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    """The few that matter, names in lower case."""
    hops: tuple[Hop, ...] = ()
    conditional: bool = False
    """Validators were sent with the last request."""
    problem: Problem | None = None
    reason: str = ""
    """The problem in a sentence."""

    @property
    def etag(self) -> str | None:
        """The answer's ETag, byte for byte."""
        return self._validator("etag")

    @property
    def last_modified(self) -> str | None:
        """The answer's Last-Modified, byte for byte."""
        return self._validator("last-modified")

    @property
    def permanent_url(self) -> str:
        """Where the URL has moved for good: the end of the leading run of 301 and 308."""
        url = self.url
        for hop in self.hops:
            if hop.status not in _PERMANENT:
                break
            url = hop.target
        return url

    @property
    def answered(self) -> str:
        """The answer in words: '304 Not Modified', 'too slow: …'."""
        if self.problem is not None:
            return f"{self.problem.value}: {self.reason}"
        return describe_status(self.status)

    def _validator(self, name: str) -> str | None:
        value = self.headers.get(name)
        return value if value and len(value) <= _VALIDATOR_CAP else None


def describe_status(status: int | None) -> str:
    """A status with its name: '404 Not Found'."""
    try:
        return f"{status} {http.HTTPStatus(status or 0).phrase}"
    except ValueError:
        return f"{status}"


class Fetcher:
    """Fetches feeds over one pool of connections (`async with`); never raises for a bad feed."""

    def __init__(
        self,
        *,
        contact: str = "",
        allow_private: bool = False,
        gate: HostGate | None = None,
        deadline: float = DEADLINE,
        body_cap: int = BODY_CAP,
    ) -> None:
        """`contact` is where a site owner can complain; `deadline` in seconds, over all hops."""
        self.gate = gate or HostGate()
        self._deadline = deadline
        self._cap = body_cap
        self._allow_private = allow_private
        self._headers = {"User-Agent": user_agent(contact), "Accept-Encoding": "gzip, deflate"}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exc: object) -> None:
        """Nothing is kept open between two requests."""

    async def fetch(self, request: FetchRequest, permit: Permit | None = None) -> FetchResult:
        """GET the feed, following at most five redirects by hand, each of them if permitted."""
        result = FetchResult(request.url, urldefrag(request.url)[0])
        seen: list[str] = []
        left = self._deadline
        while True:
            if permit is not None and not await permit(result.final_url):
                return _failed(
                    result, Problem.NOT_PERMITTED, "robots.txt forbids it, or is out of reach"
                )
            seen.append(result.final_url)
            result, spent = await self._hop(request, result, left)
            left -= spent
            if not result.hops or result.hops[-1].source != seen[-1]:
                return result
            if result.final_url in seen:
                return _failed(result, Problem.REDIRECTS, "the feed redirects in a circle")
            if len(result.hops) > MAX_HOPS:
                return _failed(result, Problem.REDIRECTS, f"more than {MAX_HOPS} redirects")

    async def _hop(
        self, request: FetchRequest, so_far: FetchResult, left: float
    ) -> tuple[FetchResult, float]:
        """One request; the seconds it took do not count the wait for the host's turn."""
        async with self.gate.turn(so_far.final_url):
            started = time.monotonic()
            try:
                async with asyncio.timeout(max(left, 0.01)):
                    result = await self._get(request, so_far)
            except FETCH_ERRORS as error:
                result = _failed(so_far, *explain(error))
            return result, time.monotonic() - started

    async def _get(self, request: FetchRequest, so_far: FetchResult) -> FetchResult:
        url = so_far.final_url
        conditions = request.conditions(url)
        sent = {**self._headers, "Accept": request.accept, **conditions}
        # As bytes, so that an ETag outside ASCII goes back as it came.
        headers = [(k.encode("ascii"), v.encode("latin-1")) for k, v in sent.items()]
        async with Exchange(url, headers, allow_private=self._allow_private) as exchange:
            said = {
                name.decode("ascii"): value.decode("latin-1") for name, value in exchange.headers
            }
            kept = {name: value for name, value in said.items() if name in _KEPT_HEADERS}
            result = replace(
                so_far, status=exchange.status, headers=kept, conditional=bool(conditions)
            )
            if exchange.status in _REDIRECTS:
                return _redirected(result, said.get("location", ""))
            if exchange.status != http.HTTPStatus.OK:
                return result
            coding = said.get("content-encoding", "")
            return replace(result, body=await read_body(exchange.body(), coding, self._cap))


def user_agent(contact: str) -> str:
    """Our name, version and where to complain: 'Parley/0.1.0 (+https://example.org)'."""
    try:
        number = version("parley-bot")
    except PackageNotFoundError:
        number = "dev"
    return f"Parley/{number} (+{contact})" if contact else f"Parley/{number}"


def _redirected(result: FetchResult, location: str) -> FetchResult:
    base = httpx.URL(result.final_url)
    target = base.join(location.strip()) if location.strip() else None
    if target is None or target.scheme not in ("http", "https") or not target.host:
        named = f"to {location.strip()[:120]!r}" if location.strip() else "without saying where to"
        return _failed(result, Problem.REDIRECTS, f"the feed redirects {named}")
    # Whoever redirects must not choose our credentials.
    url = str(target.copy_with(fragment=None, userinfo=b""))
    hop = Hop(result.status or 0, result.final_url, url)
    return replace(result, final_url=url, hops=(*result.hops, hop))


def _failed(result: FetchResult, problem: Problem, reason: str) -> FetchResult:
    return replace(result, problem=problem, reason=reason, body=b"")
