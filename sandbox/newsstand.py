"""A newsstand on loopback: feeds as they stood at the clock's moment, with validators and 304s.

A replay sets the clock forward and polls; what a publisher had not yet printed is not yet there.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Self
from xml.sax.saxutils import escape

from aiohttp import web

SHOWN = 40
"""How many items a feed lists at least, where it has them."""
KEPT = timedelta(hours=24)
"""Items younger than this are listed however many there are."""


@dataclass(frozen=True, slots=True)
class Version:
    """How an item reads from some moment on; `text` is HTML, as feeds carry it."""

    since: datetime
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item with all its versions, oldest first; `published` is its own date."""

    guid: str
    url: str
    published: datetime
    versions: tuple[Version, ...]

    def at(self, now: datetime) -> Version | None:
        """The version on show; None before it was printed."""
        shown = [version for version in self.versions if version.since <= now]
        return shown[-1] if shown else None


@dataclass(frozen=True, slots=True)
class StandFeed:
    """One feed on the stand. `format` is 'rss' or 'atom'; items are ordered by time."""

    slug: str
    title: str
    format: str
    items: tuple[Item, ...]
    home: str = "https://example.invalid/"


@dataclass(slots=True)
class Traffic:
    """What was asked of the stand."""

    requests: int = 0
    conditional: int = 0
    not_modified: int = 0
    bytes_sent: int = 0


@dataclass(slots=True)
class _Shown:
    body: bytes
    etag: str
    changed: datetime


@dataclass(slots=True)
class _Cache:
    key: tuple[tuple[int, int], ...] = ()
    shown: _Shown | None = None


class Newsstand:
    """Serves feeds on 127.0.0.1 as of `clock()`; use as an async context manager."""

    def __init__(
        self, feeds: Sequence[StandFeed], clock: Callable[[], datetime], port: int = 0
    ) -> None:
        self.feeds = {feed.slug: feed for feed in feeds}
        self.traffic = Traffic()
        self._clock = clock
        self._port = port
        self._runner: web.AppRunner | None = None
        self._cache: dict[str, _Cache] = {}

    async def __aenter__(self) -> Self:
        """Start serving."""
        app = web.Application()
        app.router.add_get("/{slug}", self._serve)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_exc: object) -> None:
        """Stop serving."""
        if self._runner is not None:
            await self._runner.cleanup()

    def url(self, slug: str) -> str:
        """Where a feed is served."""
        return f"http://127.0.0.1:{self._port}/{slug}"

    async def _serve(self, request: web.Request) -> web.Response:
        self.traffic.requests += 1
        feed = self.feeds.get(request.match_info["slug"])
        if feed is None:
            return web.Response(status=404, text="no such feed on this stand")
        shown = self._show(feed)
        headers = {"ETag": shown.etag, "Last-Modified": format_datetime(shown.changed, usegmt=True)}
        if _asks_conditionally(request):
            self.traffic.conditional += 1
            if _unchanged(request, shown):
                self.traffic.not_modified += 1
                return web.Response(status=304, headers=headers)
        self.traffic.bytes_sent += len(shown.body)
        kind = "application/atom+xml" if feed.format == "atom" else "application/rss+xml"
        return web.Response(body=shown.body, headers=headers, content_type=kind, charset="utf-8")

    def _show(self, feed: StandFeed) -> _Shown:
        now = self._clock()
        out = [(item, version) for item in feed.items if (version := item.at(now)) is not None]
        out.sort(key=lambda pair: pair[0].published, reverse=True)
        young = sum(item.published > now - KEPT for item, _ in out)
        listed = out[: max(young, SHOWN)]
        key = tuple((id(item), id(version)) for item, version in listed)
        cache = self._cache.setdefault(feed.slug, _Cache())
        if cache.shown is None or cache.key != key:
            body = _write(feed, listed).encode()
            etag = f'"{hashlib.blake2s(body, digest_size=8).hexdigest()}"'
            changed = max(
                (version.since for _, version in listed), default=datetime(2000, 1, 1, tzinfo=UTC)
            )
            cache.key, cache.shown = key, _Shown(body, etag, changed.astimezone(UTC))
        return cache.shown


def _asks_conditionally(request: web.Request) -> bool:
    return "If-None-Match" in request.headers or "If-Modified-Since" in request.headers


def _unchanged(request: web.Request, shown: _Shown) -> bool:
    # RFC 9110 §13.2.2: the entity tag decides where both are sent.
    tag = request.headers.get("If-None-Match")
    if tag is not None:
        return tag == shown.etag
    try:
        since = parsedate_to_datetime(request.headers["If-Modified-Since"])
    except ValueError:
        return False
    return shown.changed.replace(microsecond=0) <= since


def _write(feed: StandFeed, listed: Sequence[tuple[Item, Version]]) -> str:
    return _atom(feed, listed) if feed.format == "atom" else _rss(feed, listed)


def _rss(feed: StandFeed, listed: Sequence[tuple[Item, Version]]) -> str:
    items = "".join(
        f"<item><title>{escape(version.title)}</title><link>{escape(item.url)}</link>"
        f'<guid isPermaLink="false">{escape(item.guid)}</guid>'
        f"<pubDate>{format_datetime(item.published)}</pubDate>"
        f"<description>{escape(version.text)}</description></item>\n"
        for item, version in listed
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(feed.title)}</title><link>{escape(feed.home)}</link>"
        f"<description>{escape(feed.title)}</description>\n{items}</channel></rss>\n"
    )


def _atom(feed: StandFeed, listed: Sequence[tuple[Item, Version]]) -> str:
    updated = max(
        (version.since for _, version in listed), default=datetime(2000, 1, 1, tzinfo=UTC)
    )
    entries = "".join(
        f"<entry><title>{escape(version.title)}</title>"
        f'<link rel="alternate" href="{escape(item.url, {chr(34): "&quot;"})}"/>'
        f"<id>{escape(item.guid)}</id><published>{item.published.isoformat()}</published>"
        f"<updated>{version.since.isoformat()}</updated>"
        f'<content type="html">{escape(version.text)}</content></entry>\n'
        for item, version in listed
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{escape(feed.title)}</title><id>{escape(feed.home)}</id>"
        f"<updated>{updated.isoformat()}</updated>\n{entries}</feed>\n"
    )
