"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/), read as leniently as the others."""

import json
from datetime import UTC, datetime
from typing import Any

from feeds.html import clean_text, to_line, to_text
from feeds.parse import ParsedEntry, ParsedFeed, absolute
from feeds.problems import FeedParseError


def parse_json_feed(body: bytes, url: str) -> ParsedFeed:
    """The feed in a JSON body. Raises FeedParseError."""
    try:
        raw = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise FeedParseError(f"the answer is JSON that cannot be read ({error})") from error
    items = raw.get("items") if isinstance(raw, dict) else None
    if not isinstance(items, list):
        raise FeedParseError("the answer is JSON, but no JSON Feed: it has no list of items")
    return ParsedFeed(
        title=to_line(_text(raw, "title")),
        entries=tuple(_entry(item, url) for item in items if isinstance(item, dict)),
        link=absolute(_text(raw, "home_page_url"), url),
        language=_text(raw, "language")[:16] or None,
    )


def _entry(item: dict[str, Any], url: str) -> ParsedEntry:
    number = item.get("id")
    guid = str(number) if isinstance(number, (str, int)) and number != "" else None
    texts = (to_text(_text(item, "content_html")), clean_text(_text(item, "content_text")))
    return ParsedEntry(
        guid=guid[:2_000] if guid else None,
        link=absolute(_text(item, "url") or _text(item, "external_url"), url),
        title=to_line(_text(item, "title")),
        text=max(texts, key=len) or to_text(_text(item, "summary")),
        published=_time(item, "date_published") or _time(item, "date_modified"),
        updated=_time(item, "date_modified"),
    )


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _time(item: dict[str, Any], name: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(_text(item, name))
        moment.astimezone(UTC)  # raises for what has no place in UTC's years
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    except (ValueError, OverflowError):
        return None
