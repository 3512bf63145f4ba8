"""One request over one connection: dialled to a checked address, spoken by h11, then closed.

No pool and no keep-alive: a feed is asked every quarter of an hour at most, hosts mostly have one,
and a connection kept for it would only cost the server. (Measured: a pooling client took ten times
the processor time of the rest of a poll that is answered 304.)
"""

import asyncio
import base64
import ssl
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Self

import h11
import httpx

from feeds.addresses import dial
from feeds.decode import BadCoding, TooLarge
from feeds.problems import AddressRefused, HostNotFound, NotConnected, Problem

Headers = Sequence[tuple[bytes, bytes]]
_PIECE = 65_536
_HEAD_CAP = 100 * 1024
"""Bytes of status line and headers."""


@cache
def _certificates() -> ssl.SSLContext:
    # Read once: it takes 30 ms, and every fetcher trusts the same.
    return httpx.create_ssl_context()


@dataclass(frozen=True, slots=True)
class _Where:
    """An address, taken apart."""

    host: str
    port: int
    secure: bool
    target: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    """Host, Connection and, where the address names somebody, Authorization."""


@lru_cache(maxsize=4_096)
def _where(url: str) -> _Where:
    """Kept: it is the same feeds that are asked, round after round. Raises ValueError."""
    parts = httpx.URL(url)
    if parts.scheme not in ("http", "https") or not parts.host:
        raise ValueError("feeds come by http or https")
    headers = [(b"Host", parts.netloc), (b"Connection", b"close")]
    if parts.userinfo:
        pair = f"{parts.username}:{parts.password}".encode()
        headers.append((b"Authorization", b"Basic " + base64.b64encode(pair)))
    secure = parts.scheme == "https"
    host, port = parts.raw_host.decode("ascii"), parts.port or (443 if secure else 80)
    return _Where(host, port, secure, parts.raw_path, tuple(headers))


class Exchange:
    """A GET that is under way; `async with` it. Raises one of FETCH_ERRORS at every step."""

    def __init__(self, url: str, headers: Headers, *, allow_private: bool) -> None:
        """`headers` besides Host, Connection and, for an address with a name, Authorization."""
        self.status = 0
        self.headers: Headers = ()
        """The answer's; names in lower case."""
        self._where = _where(url)
        self._request = h11.Request(
            method=b"GET", target=self._where.target, headers=[*self._where.headers, *headers]
        )
        self._allow_private = allow_private
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=_HEAD_CAP)
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter | None = None

    async def __aenter__(self) -> Self:
        """Send the request, and read the answer's head."""
        try:
            await self._ask()
        except BaseException:
            self._close()
            raise
        return self

    async def __aexit__(self, *_exc: object) -> None:
        self._close()

    async def body(self) -> AsyncIterator[bytes]:
        """The body as it comes, in whatever coding."""
        while not isinstance(event := await self._event(), h11.EndOfMessage):
            if isinstance(event, h11.Data):
                yield bytes(event.data)

    async def _ask(self) -> None:
        where = self._where
        tls = _certificates() if where.secure else None
        self._reader, writer = await dial(
            where.host, where.port, tls, allow_private=self._allow_private
        )
        self._writer = writer
        writer.write(self._http.send(self._request) + self._http.send(h11.EndOfMessage()))
        while not isinstance(event := await self._event(), h11.Response):
            pass  # 1xx: there is more to come
        self.status, self.headers = event.status_code, list(event.headers)

    async def _event(self) -> h11.Event:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            self._http.receive_data(await self._reader.read(_PIECE))
        assert isinstance(event, h11.Event)  # h11 pauses only for a second request
        return event

    def _close(self) -> None:
        if self._writer is not None:
            # At once, without TLS's farewell: what was wanted has come, or is not wanted.
            self._writer.transport.abort()


# Most particular first. None: the error's own words say it best.
_EXPLAINED: tuple[tuple[type[BaseException], Problem, str | None], ...] = (
    (AddressRefused, Problem.REFUSED, None),
    (HostNotFound, Problem.NO_HOST, None),
    (NotConnected, Problem.CONNECT, None),
    (TooLarge, Problem.TOO_LARGE, None),
    (BadCoding, Problem.ENCODING, None),
    (ssl.SSLError, Problem.TLS, None),
    (TimeoutError, Problem.TIMEOUT, "the answer took too long"),
    (ConnectionError, Problem.CONNECT, "the connection was cut"),
    (h11.RemoteProtocolError, Problem.PROTOCOL, "the answer broke off, or is no HTTP"),
    (h11.LocalProtocolError, Problem.BAD_URL, None),
    (httpx.InvalidURL, Problem.BAD_URL, None),
    (OSError, Problem.CONNECT, None),
    (ValueError, Problem.BAD_URL, None),
)

FETCH_ERRORS = tuple(kind for kind, _, _ in _EXPLAINED)
"""Everything that a stranger's server, name or certificate may cause."""


def explain(error: BaseException) -> tuple[Problem, str]:
    """The kind of a failure, and a sentence about it."""
    if "CERTIFICATE" in str(error).upper():
        return Problem.TLS, f"its certificate is not accepted ({error})"
    if isinstance(error, NotConnected) and error.slow:
        return Problem.TIMEOUT, str(error)
    for kind, problem, sentence in _EXPLAINED:
        if isinstance(error, kind):
            return problem, sentence or str(error) or problem.value
    return Problem.PROTOCOL, str(error)
