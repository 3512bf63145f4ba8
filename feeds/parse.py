"""A document to entries, through one door: `parse_feed`. RSS, Atom, RDF and JSON Feed."""

import calendar
import io
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from feeds.guard import safe_to_parse
from feeds.hints import document_hints
from feeds.html import to_line, to_text
from feeds.problems import FeedParseError
from feeds.quick import read_plain
from feeds.sniff import describe, is_json, looks_like_a_page

_GUID_CAP = 2_000
_LINK_CAP = 4_000
_FURTHEST = timedelta(hours=14)
_WHOLE_LINK = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?"
    r"(?:/[!\"$-:<->@-~]*)?(?:\?[!\"$-~]+)?(?:#[!-~]+)?"
)
"""A link that joining to any base would leave as it is."""


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One item as the document has it, in plain text. Times are aware, None where not given.

    They keep the clock that the feed wrote them by: its "tomorrow" is tomorrow there.
    """

    guid: str | None
    link: str | None
    """Absolute, http or https; None where the item has none."""
    title: str
    text: str
    """The full content where the feed carries it, else its summary."""
    published: datetime | None = None
    updated: datetime | None = None
    source_url: str | None = None
    """The site an aggregator says it took the item from."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A document: its title, its items in its own order, and what it asks of its pollers."""

    title: str
    entries: tuple[ParsedEntry, ...]
    link: str | None = None
    language: str | None = None
    hints: dict[str, Any] = field(default_factory=dict)
    """Any of `ttl`, `update_period` (seconds), `skip_hours` (GMT), `skip_days` (English names)."""
    left_out: int = 0
    """Items that were in the feed's last document already, and are not among the entries."""


def parse_feed(body: bytes, content_type: str | None, url: str) -> ParsedFeed:
    """The feed in `body`, which came from `url`. Raises FeedParseError saying what was found."""
    if not body.strip():
        raise FeedParseError("the answer is empty")
    if is_json(body, content_type):
        from feeds.jsonfeed import parse_json_feed

        return parse_json_feed(body, url)
    return parse_plain_feed(body, content_type, url) or _parse_any_feed(body, content_type, url)


def parse_plain_feed(body: bytes, content_type: str | None, url: str) -> ParsedFeed | None:
    """As `parse_feed`, in a tenth of the time; None where the document needs more than that."""
    found = read_plain(body, content_type)
    return _made_of(*found, body, url) if found else None


def _parse_any_feed(body: bytes, content_type: str | None, url: str) -> ParsedFeed:
    raw = _feedparser(safe_to_parse(body), content_type)
    if not raw.entries and (not raw.get("version") or looks_like_a_page(body)):
        raise FeedParseError(describe(body, raw.get("bozo_exception")))
    return _made_of(raw.feed, raw.entries, body, url)


def _made_of(channel: Any, items: Iterable[Any], body: bytes, url: str) -> ParsedFeed:
    return ParsedFeed(
        title=to_line(_text(channel.get("title"))),
        entries=tuple(_entry(item, url) for item in items),
        link=absolute(_text(channel.get("link")), url),
        language=_text(channel.get("language"))[:16] or None,
        hints=document_hints(body, channel),
    )


def _feedparser(body: bytes, content_type: str | None) -> Any:
    # Always a stream: feedparser opens a body that looks like a path and fetches one that looks
    # like an address. No content-location: it would resolve bare guids against the feed's address,
    # and a feed that moves would then be all new. Links are made absolute here instead.
    headers = {"content-type": content_type} if content_type else {}
    try:
        return feedparser.parse(
            io.BytesIO(body),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:
        raise FeedParseError(
            f"the feed cannot be read ({type(error).__name__}: {str(error)[:120]})"
        ) from error


def _entry(item: Any, url: str) -> ParsedEntry:
    guid = _text(item.get("id")).strip()[:_GUID_CAP] or None
    link = absolute(_text(item.get("link")), url)
    source = item.get("source") or {}
    return ParsedEntry(
        guid=guid,
        link=link,
        title=to_line(_text(item.get("title"))),
        text=_body(item),
        published=_first_time(item, ("published", "created", "updated")),
        updated=_first_time(item, ("updated",)),
        source_url=absolute(_text(source.get("href")) or _text(source.get("link")), url),
    )


def _body(item: Any) -> str:
    full = [_text(part.get("value")) for part in item.get("content") or ()]
    texts = [to_text(markup) for markup in (*full, _text(item.get("summary"))) if markup]
    return max(texts, key=len, default="")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _first_time(item: Any, names: Iterable[str]) -> datetime | None:
    # dict.get: feedparser's own lookup answers `updated` with `published` and warns about it.
    for name in names:
        moment = instant(dict.get(item, f"{name}_parsed"))
        if moment is not None:
            with suppress(OverflowError):
                return moment.astimezone(clock_of(_text(dict.get(item, name)).strip()))
            return moment
    return None


@lru_cache(maxsize=10_000)
def clock_of(written: str) -> timezone:
    """The zone a date was written in; UTC where it names none. ISO 8601 or RFC 5322, 3.3."""
    try:
        offset = datetime.fromisoformat(written).utcoffset()
    except ValueError:
        fields = parsedate_tz(written)
        offset = timedelta(seconds=(fields and fields[9]) or 0)
    # No land's clock is further from UTC; what says so is broken.
    return timezone(offset) if offset and abs(offset) <= _FURTHEST else UTC


def instant(stamp: time.struct_time | None) -> datetime | None:
    """A UTC struct_time as an aware time; None for one outside 1970 to 9999."""
    if not stamp:
        return None
    try:
        seconds = calendar.timegm(stamp)
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def absolute(link: str, base: str) -> str | None:
    """The link made absolute; None unless it leads to a web page."""
    link = "".join(link.split())[:_LINK_CAP]
    if not link:
        return None
    if _WHOLE_LINK.fullmatch(link):
        return link
    try:
        joined = urljoin(base, link)
        parts = urlsplit(joined)
        return joined if parts.scheme.lower() in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
