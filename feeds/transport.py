"""httpx over a connection pool that dials only checked addresses, and its failures in words."""

import ssl
from collections.abc import AsyncIterable, AsyncIterator
from functools import cache

import httpcore
import httpx

from feeds.addresses import GuardedBackend, HostNotFound
from feeds.decode import BadCoding, TooLarge
from feeds.problems import AddressRefused, Problem


@cache
def _certificates() -> ssl.SSLContext:
    # Read once: it takes 30 ms, and every fetcher trusts the same.
    return httpx.create_ssl_context()


class GuardedTransport(httpx.AsyncBaseTransport):
    """httpx's own transport takes no network backend; this is its public seam, filled by hand."""

    def __init__(self, *, allow_private: bool, max_connections: int = 64) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_certificates(),
            max_connections=max_connections,
            keepalive_expiry=10.0,
            http1=True,
            http2=False,
            network_backend=GuardedBackend(allow_private=allow_private),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises httpcore's errors, not httpx's."""
        response = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=b"",
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            response.status, headers=response.headers, stream=_Body(response), extensions={}
        )

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        stream = self._response.stream
        assert isinstance(stream, AsyncIterable)  # an async pool gives async streams
        async for chunk in stream:
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()


# Most particular first. None: the error's own words say it best.
_EXPLAINED: tuple[tuple[type[BaseException], Problem, str | None], ...] = (
    (AddressRefused, Problem.REFUSED, None),
    (HostNotFound, Problem.NO_HOST, None),
    (TooLarge, Problem.TOO_LARGE, None),
    (BadCoding, Problem.ENCODING, None),
    (ssl.SSLError, Problem.TLS, None),
    (httpcore.ConnectTimeout, Problem.TIMEOUT, "the server did not take the connection in time"),
    (httpcore.TimeoutException, Problem.TIMEOUT, "the answer took too long"),
    (httpx.TimeoutException, Problem.TIMEOUT, "the answer took too long"),
    (TimeoutError, Problem.TIMEOUT, "the answer took too long"),
    (httpcore.ConnectError, Problem.CONNECT, "the server does not take connections"),
    (httpcore.NetworkError, Problem.CONNECT, "the connection was cut"),
    (httpcore.ProtocolError, Problem.PROTOCOL, "the answer broke off, or is no HTTP"),
    (httpcore.UnsupportedProtocol, Problem.BAD_URL, "feeds come by http or https"),
    (httpx.UnsupportedProtocol, Problem.BAD_URL, "feeds come by http or https"),
    (httpx.InvalidURL, Problem.BAD_URL, None),
    (httpx.HTTPError, Problem.PROTOCOL, None),
    (OSError, Problem.CONNECT, None),
    (ValueError, Problem.BAD_URL, None),
)

FETCH_ERRORS = tuple(kind for kind, _, _ in _EXPLAINED)
"""Everything that a stranger's server, name or certificate may cause."""


def explain(error: BaseException) -> tuple[Problem, str]:
    """The kind of a failure, and a sentence about it."""
    if "CERTIFICATE" in str(error).upper():
        return Problem.TLS, f"its certificate is not accepted ({error})"
    for kind, problem, sentence in _EXPLAINED:
        if isinstance(error, kind):
            return problem, sentence or str(error) or problem.value
    return Problem.PROTOCOL, str(error)
