"""A scripted server on loopback: it answers what a test says, byte for byte, and remembers all."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus

Feeder = Callable[[asyncio.StreamWriter], "asyncio.Future[None]"]


@dataclass
class Seen:
    """One request as it came in; header names in lower case."""

    path: str
    headers: dict[str, str]


@dataclass
class Says:
    """One answer. `feeder` writes the body itself; `raw` replaces the whole answer."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    feeder: object = None
    raw: bytes | None = None

    def head(self) -> bytes:
        names = {"Content-Type": "application/rss+xml", **self.headers}
        if self.feeder is None and self.status != HTTPStatus.NOT_MODIFIED:
            names.setdefault("Content-Length", str(len(self.body)))
        lines = [f"HTTP/1.1 {self.status} Said", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in names.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


class Site:
    """Paths with the answers they give in turn; the last one is repeated for ever."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.answers: dict[str, list[Says]] = defaultdict(lambda: [Says(404)])
        self.port = 0
        self.in_flight = 0
        self.most_in_flight = 0

    def url(self, path: str = "/feed", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def says(self, *answers: Says, path: str = "/feed") -> str:
        """Answer `path` so; gives its address."""
        self.answers[path] = list(answers)
        return self.url(path)

    @property
    def last(self) -> Seen:
        return self.seen[-1]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            await self._answer(head, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client hung up, as it may
        finally:
            self.in_flight -= 1
            writer.close()

    async def _answer(self, head: str, writer: asyncio.StreamWriter) -> None:
        first, *lines = head.split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines if line)
        path = first.split(" ")[1]
        self.seen.append(Seen(path, {name.lower(): value for name, value in headers.items()}))
        queue = self.answers[path]
        says = queue.pop(0) if len(queue) > 1 else queue[0]
        if says.raw is not None:
            writer.write(says.raw)
        else:
            writer.write(says.head())
            writer.write(says.body)
            if callable(says.feeder):
                await says.feeder(writer)
        await writer.drain()


@asynccontextmanager
async def open_site() -> AsyncIterator[Site]:
    """A site that serves while the test runs."""
    site = Site()
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    async with server:
        yield site


def item(
    guid: str | None = "g1",
    title: str = "Talks end",
    *,
    link: str | None = "/a/1",
    text: str = "They met for an hour.",
    date: str | None = "Fri, 25 Jul 2025 10:00:00 GMT",
) -> str:
    """One RSS item; None leaves an element out."""
    parts = {"guid": guid, "title": title, "link": link, "description": text, "pubDate": date}
    inner = "".join(
        f"<{name}>{value}</{name}>" for name, value in parts.items() if value is not None
    )
    return f"<item>{inner}</item>"


def rss(*items: str, channel: str = "") -> bytes:
    """An RSS document of these items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Example</title>'
        f"<link>https://news.example/</link>{channel}{''.join(items)}</channel></rss>"
    ).encode()


def several(count: int, start: int = 0) -> list[str]:
    """So many different items."""
    return [
        item(f"g{n}", f"Story {n}", link=f"https://news.example/a/{n}", text=f"Text {n}.")
        for n in range(start, start + count)
    ]
