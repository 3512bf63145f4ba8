"""A stand of feeds on loopback, each at an address of its own; every twentieth grows each round.

`python -m bench.feeds_stand FOLDER COUNT` prints the feeds' addresses as JSON, one line; then each
line on its input starts the next round, and is answered with the traffic of the round before.
Needs Linux, where all of 127.0.0.0/8 is loopback, and a port that none of the addresses has taken.
"""

import asyncio
import json
import re
import resource
import socket
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from aiohttp import web

GROWS_EVERY = 20
"""One feed in so many has something new each round: 5 %."""
_FRESH_ITEMS = 2
_PER_NET = 250
_EPOCH = datetime(2025, 7, 1, tzinfo=UTC)
_ITEM = re.compile(rb"<(item|entry)[\s>].*?</\1>", re.DOTALL)
_ADDRESS = re.compile(
    rb"(<(?:link|guid|id)\b[^>]*>\s*(?:<!\[CDATA\[)?\s*https?://|(?:href|rdf:about)=[\"']https?://)"
)
_NAMED = re.compile(rb"(\s*</(?:title|guid|id)>)")


class Stand:
    """The feeds as they stand in this round."""

    def __init__(self, documents: list[bytes], count: int) -> None:
        self.round = 0
        self.traffic: Counter[str] = Counter()
        self._documents = documents
        self.count = count

    def document(self, number: int) -> bytes:
        """The feed of that number: a copy of a document, with what it has gained."""
        return _copy(
            self._documents[number % len(self._documents)],
            number // len(self._documents),
            self._gains(number),
        )

    def etag(self, number: int) -> str:
        """Changes when the feed does."""
        return f'"{number}-{self._gains(number)}"'

    def changed(self, number: int) -> str:
        """When the feed last changed, as an HTTP date."""
        moment = _EPOCH + timedelta(hours=self._gains(number))
        return moment.strftime("%a, %d %b %Y %H:%M:%S GMT")

    def _gains(self, number: int) -> int:
        """How often the feed has grown so far."""
        return (self.round + GROWS_EVERY - 1 - number % GROWS_EVERY) // GROWS_EVERY

    async def serve(self, request: web.Request) -> web.Response:
        """One feed: in full, or 304 where the client has it."""
        number = int(request.match_info["number"])
        self.traffic["requests"] += 1
        headers = {
            "ETag": self.etag(number),
            "Last-Modified": self.changed(number),
            "Cache-Control": "max-age=300",
        }
        # RFC 9110 §13.2.2: the entity tag decides where both are sent.
        asked = request.headers.get("If-None-Match") or request.headers.get("If-Modified-Since")
        if asked in (headers["ETag"], headers["Last-Modified"]):
            self.traffic["not_modified"] += 1
            return web.Response(status=304, headers=headers)
        body = self.document(number)
        self.traffic["bytes"] += len(body)
        return web.Response(body=body, headers=headers, content_type="application/rss+xml")


@lru_cache(maxsize=200)
def _copy(document: bytes, copy: int, gains: int) -> bytes:
    """The document with links of its own, so that no two copies tell the same stories."""
    return grown(_ADDRESS.sub(rb"\g<1>c%d." % copy, document), gains * _FRESH_ITEMS)


def grown(document: bytes, items: int) -> bytes:
    """The document with so many new items before its first, which they resemble."""
    found = _ITEM.search(document)
    if found is None or not items:
        return document
    fresh = b"".join(_renewed(found[0], number) for number in range(items, 0, -1))
    return document[: found.start()] + fresh + document[found.start() :]


def _renewed(item: bytes, number: int) -> bytes:
    elsewhere = _ADDRESS.sub(rb"\g<1>n%d." % number, item)
    return _NAMED.sub(rb" (%d)\g<1>" % number, elsewhere)


def _host(number: int) -> str:
    return f"127.1.{number // _PER_NET}.{number % _PER_NET + 1}"


def _sockets(count: int) -> list[socket.socket]:
    """A listening socket for each feed, all on one port."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    first = socket.create_server((_host(0), 0), backlog=16)
    port = first.getsockname()[1]
    rest = [socket.create_server((_host(n), port), backlog=16) for n in range(1, count)]
    return [first, *rest]


async def _serve(stand: Stand) -> None:
    app = web.Application()
    app.router.add_get(r"/feed/{number:\d+}", stand.serve)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    sockets = _sockets(stand.count)
    for listening in sockets:
        await web.SockSite(runner, listening).start()
    names = [listening.getsockname() for listening in sockets]
    _say([f"http://{host}:{port}/feed/{number}" for number, (host, port) in enumerate(names)])
    while await asyncio.to_thread(sys.stdin.readline):
        _say(stand.traffic)
        stand.traffic.clear()
        stand.round += 1
    await runner.cleanup()


def _say(what: object) -> None:
    print(json.dumps(what), flush=True)


def main() -> None:
    """Serve until the input ends."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    documents = [file.read_bytes() for file in sorted(folder.glob("*.xml"))]
    asyncio.run(_serve(Stand(documents, count)))


if __name__ == "__main__":
    main()
