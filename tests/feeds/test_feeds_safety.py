"""What a hostile server can make a fetch cost: nothing beyond its caps (P37 to P40)."""

import asyncio
import gzip
import socket
import time
import zlib
from asyncio import StreamWriter
from typing import Any

import psutil
import pytest
from feed_site import Says, Site, item, rss
from feed_world import no_sleep

from feeds import addresses
from feeds.addresses import is_public
from feeds.fetch import BODY_CAP, Fetcher, FetchRequest
from feeds.hosts import HostGate
from feeds.problems import Problem

FEED = rss(item())
MEGABYTE = 1024 * 1024


def memory() -> int:
    return int(psutil.Process().memory_info().rss)


async def fetch(fetcher: Fetcher, url: str) -> tuple[Problem | None, str]:
    result = await fetcher.fetch(FetchRequest(url))
    assert result.problem is None or result.body == b""
    return result.problem, result.reason


async def flood(writer: StreamWriter) -> None:
    piece = b"x" * 65_536
    for _ in range(1024):
        writer.write(piece)
        await writer.drain()


async def test_a_body_of_64_mib_is_broken_off(fetcher: Fetcher, site: Site) -> None:
    """P37"""
    url = site.says(Says(200, feeder=flood))
    before = memory()
    assert (await fetch(fetcher, url))[0] is Problem.TOO_LARGE
    assert memory() - before < 20 * MEGABYTE


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw"])
async def test_a_small_bomb_stays_small(fetcher: Fetcher, site: Site, coding: str) -> None:
    """P38"""
    shape = {"gzip": 31, "deflate": 15, "raw": -15}[coding]
    squeezer = zlib.compressobj(9, zlib.DEFLATED, shape)
    parts = [squeezer.compress(b"\0" * MEGABYTE) for _ in range(64)]
    bomb = b"".join((*parts, squeezer.flush()))
    assert len(bomb) < 70_000
    name = "gzip" if coding == "gzip" else "deflate"
    url = site.says(Says(200, bomb, {"Content-Encoding": name}))
    before = memory()
    assert (await fetch(fetcher, url))[0] is Problem.TOO_LARGE
    assert memory() - before < 20 * MEGABYTE


async def drip(writer: StreamWriter) -> None:
    for _ in range(100):
        writer.write(b"<!-- -->")
        await writer.drain()
        await asyncio.sleep(0.05)


class EndlessHead(Says):
    """Headers that do not end; what drips is a part of them."""

    def head(self) -> bytes:
        return b"HTTP/1.1 200 OK\r\nX: "


@pytest.mark.parametrize("where", ["body", "headers"])
async def test_a_drip_ends_at_the_deadline(fetcher: Fetcher, site: Site, where: str) -> None:
    """P39"""
    says = Says(200, feeder=drip)
    if where == "headers":
        says = EndlessHead(200, feeder=drip)
    url = site.says(says)
    started = time.monotonic()
    assert (await fetch(fetcher, url))[0] is Problem.TIMEOUT
    assert time.monotonic() - started < 10


PRIVATE = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "localhost",
    "LOCALHOST.",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[fe80::1]",
    "[fc00::1]",
    "[ff02::1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
    "[2001:db8::1]",
]


@pytest.mark.parametrize("host", PRIVATE)
async def test_private_addresses_are_refused_in_every_spelling(host: str) -> None:
    """P40"""
    async with Fetcher(gate=HostGate(sleep=no_sleep), deadline=2.0) as fetcher:
        problem, reason = await fetch(fetcher, f"http://{host}:9/feed")
    # Some resolvers know no such spelling at all; what counts is that nothing was dialled.
    assert problem in (Problem.REFUSED, Problem.NO_HOST, Problem.BAD_URL)
    if problem is Problem.REFUSED:
        assert "not on the public internet; set FEED_ALLOW_PRIVATE=true" in reason


async def test_a_redirect_to_a_private_address_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P40: the first hop is public (as far as the check knows), the second is not."""
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    url = site.says(Says(302, headers={"Location": f"http://[::1]:{site.port}/secret"}))
    async with Fetcher(gate=HostGate(sleep=no_sleep)) as fetcher:
        problem, _ = await fetch(fetcher, url)
    assert problem is Problem.REFUSED
    assert len(site.seen) == 1


async def test_a_name_is_dialled_at_the_address_that_was_checked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P40: a second look-up, as in DNS rebinding, has no say."""
    lookups = []

    async def rebind(_host: str, port: int, **_kind: object) -> list[object]:
        lookups.append(port)
        address = "127.0.0.1" if len(lookups) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", rebind)
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    site.says(Says(200, FEED))
    async with Fetcher(gate=HostGate(sleep=no_sleep)) as fetcher:
        problem, _ = await fetch(fetcher, f"http://rebind.example:{site.port}/feed")
    assert problem is None
    assert len(lookups) == 1


async def test_an_address_that_never_answers_leaves_time_for_the_next(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name with a broken IPv6 address is still reached over IPv4."""
    open_connection = asyncio.open_connection

    async def two_addresses(_host: str, port: int, **_kind: object) -> list[object]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in ("192.0.2.1", "127.0.0.1")
        ]

    async def into_the_void(host: str, *args: Any, **named: Any) -> Any:
        if host == "192.0.2.1":
            await asyncio.Event().wait()
        return await open_connection(host, *args, **named)

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", two_addresses)
    monkeypatch.setattr(asyncio, "open_connection", into_the_void)
    monkeypatch.setattr(addresses, "PATIENCE", 0.4)
    site.says(Says(200, FEED))
    async with Fetcher(allow_private=True, gate=HostGate(sleep=no_sleep)) as fetcher:
        problem, reason = await fetch(fetcher, f"http://two.example:{site.port}/feed")
    assert problem is None, reason


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_pass(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/feed",
        "file:///etc/passwd",
        "gopher://x/",
        "http://",
        "",
        "feed",
        "http://[::1",
        "javascript:alert(1)",
        "http://exa mple.org:99999/",
        "http://\x00/",
    ],
)
async def test_only_http_and_https_addresses_are_asked(fetcher: Fetcher, url: str) -> None:
    problem, reason = await fetch(fetcher, url)
    assert problem in (Problem.BAD_URL, Problem.NO_HOST)
    assert reason


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://x/", "", "http://", "javascript:1", "http://[::1"]
)
async def test_a_redirect_elsewhere_is_a_failure(
    fetcher: Fetcher, site: Site, location: str
) -> None:
    url = site.says(Says(301, headers={"Location": location}))
    problem, _ = await fetch(fetcher, url)
    assert problem in (Problem.REDIRECTS, Problem.BAD_URL, Problem.PROTOCOL)
    assert len(site.seen) == 1


ENCODED = {
    "gzip": ("gzip", gzip.compress(FEED)),
    "x-gzip": ("x-gzip", gzip.compress(FEED)),
    "two members": ("gzip", gzip.compress(FEED[:50]) + gzip.compress(FEED[50:])),
    "padding after": ("gzip", gzip.compress(FEED) + b"\0" * 20),
    "zlib": ("deflate", zlib.compress(FEED)),
    "raw deflate": ("deflate", zlib.compress(FEED, wbits=-15)),
    "gzip unnamed": ("", gzip.compress(FEED)),
    "plain named gzip": ("gzip", FEED),
}


@pytest.mark.parametrize("name", ENCODED)
async def test_every_coding_offered_is_undone(fetcher: Fetcher, site: Site, name: str) -> None:
    coding, body = ENCODED[name]
    url = site.says(Says(200, body, {"Content-Encoding": coding} if coding else {}))
    result = await fetcher.fetch(FetchRequest(url))
    assert result.body == FEED


@pytest.mark.parametrize("name", ENCODED)
async def test_a_body_that_comes_byte_by_byte_is_undone(
    fetcher: Fetcher, site: Site, name: str
) -> None:
    coding, body = ENCODED[name]
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nTransfer-Encoding: chunked\r\n\r\n"
    result = await fetcher.fetch(FetchRequest(site.says(Says(raw=head.encode() + chunks))))
    assert (result.problem, result.body) == (None, FEED)


async def test_a_body_that_decodes_to_nothing_without_end_is_broken_off(
    fetcher: Fetcher, site: Site
) -> None:
    padded = gzip.compress(FEED) + b"\0" * (3 * BODY_CAP)
    url = site.says(Says(200, padded, {"Content-Encoding": "gzip"}))
    assert (await fetch(fetcher, url))[0] is Problem.TOO_LARGE


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("br", FEED),
        ("gzip", gzip.compress(FEED)[:-30]),
        ("gzip", gzip.compress(FEED)[:40] + b"nonsense" * 9),
        ("deflate", b"nonsense" * 9),
        ("gzip, br", FEED),
    ],
)
async def test_a_coding_that_cannot_be_undone_is_named(
    fetcher: Fetcher, site: Site, coding: str, body: bytes
) -> None:
    url = site.says(Says(200, body, {"Content-Encoding": coding}))
    assert (await fetch(fetcher, url))[0] is Problem.ENCODING


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 40_000 + b"\r\n",
    ],
)
async def test_a_broken_answer_is_a_failure_in_words(
    fetcher: Fetcher, site: Site, raw: bytes
) -> None:
    problem, reason = await fetch(fetcher, site.says(Says(raw=raw)))
    assert problem in (Problem.PROTOCOL, Problem.CONNECT)
    assert reason


async def test_the_cap_is_on_what_is_decoded(fetcher: Fetcher, site: Site) -> None:
    just = gzip.compress(b" " * BODY_CAP)
    result = await fetcher.fetch(FetchRequest(site.says(Says(200, just))))
    assert len(result.body) == BODY_CAP
