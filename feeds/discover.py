"""The feeds that a web page names: `<link rel="alternate">`, else links that look like feeds.

https://html.spec.whatwg.org/multipage/links.html#rel-alternate: an alternate of a feed's type is
the page's feed. Linear in the page's size, whatever it holds.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from feeds.html import to_line
from feeds.parse import absolute

_LOOKED_AT = 512 * 1024
"""Bytes of a page; a head that ends later is no head."""
_MOST = 25
_TYPES = {
    "application/rss+xml": "RSS",
    "application/atom+xml": "Atom",
    "application/rdf+xml": "RDF",
    "application/feed+json": "JSON Feed",
    "application/json": "JSON Feed",
}
_TAG = re.compile(r"<(link|a|base)\b([^<>]{1,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,20})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_FEEDISH = re.compile(r"(?:^|[/._-])(?:rss|atom|feed|feeds)(?:$|[/._?-])", re.IGNORECASE)
_COMMENTS = re.compile(r"comments?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names. `kind` is its format where the page says it, else empty."""

    url: str
    title: str
    kind: str = ""


def feed_links(body: bytes, url: str) -> tuple[FeedLink, ...]:
    """The feeds that the page at `url` names, in its order, comment feeds last; none twice."""
    page = body[:_LOOKED_AT].decode("utf-8", "replace")
    tags = [(m[1].lower(), _attributes(m[2])) for m in _TAG.finditer(page)]
    named = (absolute(held.get("href", ""), url) for name, held in tags if name == "base")
    base = next(filter(None, named), url)
    stated = list(_alternates(tags, base))
    found = stated or list(_anchors(tags, base))
    by_url = {link.url: link for link in reversed(found) if link.url != url}
    in_order = list(by_url.values())[::-1]
    return tuple(sorted(in_order, key=_is_comments)[:_MOST])


def _attributes(text: str) -> dict[str, str]:
    return {
        match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "").strip()
        for match in _ATTRIBUTE.finditer(text)
    }


def _alternates(tags: list[tuple[str, dict[str, str]]], base: str) -> Iterator[FeedLink]:
    for name, attributes in tags:
        relations = attributes.get("rel", "").lower().split()
        kind = _TYPES.get(attributes.get("type", "").lower().partition(";")[0].strip())
        # WordPress announces its programming interface as application/json: no feed.
        interface = "wp-json" in attributes.get("href", "")
        if name != "base" and "alternate" in relations and kind and not interface:
            yield from _link(attributes, base, kind)


def _anchors(tags: list[tuple[str, dict[str, str]]], base: str) -> Iterator[FeedLink]:
    home = urlsplit(base).hostname
    for name, attributes in tags:
        target = absolute(attributes.get("href", ""), base)
        if name != "a" or target is None:
            continue
        parts = urlsplit(target)
        if parts.hostname == home and _FEEDISH.search(f"{parts.path}?{parts.query}"):
            yield from _link(attributes, base, "")


def _link(attributes: dict[str, str], base: str, kind: str) -> Iterator[FeedLink]:
    target = absolute(attributes.get("href", ""), base)
    if target is not None:
        yield FeedLink(target, to_line(attributes.get("title", ""))[:100], kind)


def _is_comments(link: FeedLink) -> bool:
    return bool(_COMMENTS.search(f"{link.title} {urlsplit(link.url).path}"))
