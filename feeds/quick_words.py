"""The elements that `feeds.quick` knows, and what is done to their text; all as in feedparser.

Names are those of its handlers: `media_title` for <media:title>, whatever prefix the feed gives it.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from time import struct_time

from feedparser.api import StrictFeedParser
from feedparser.datetimes import _parse_date
from feedparser.mixin import _cp1252

PREFIXES = {uri.lower(): prefix for uri, prefix in StrictFeedParser.namespaces.items()}
KNOWN_PREFIXES = frozenset(PREFIXES.values())
USERLAND = "backend.userland.com/rss"
_SLASHES = re.compile(r"^([A-Za-z][A-Za-z0-9+-.]*://)(/*)(.*?)")
_WINDOWS = re.compile("[\x80-\x9f]")
_NO_REFERENCE = re.compile(r"&([A-Za-z0-9_]+);")
TEXT_TYPES = frozenset(("text", "plain", "html", "text/plain", "text/html"))
_PAGE_TYPES = frozenset(("html", "xhtml", "text/html", "application/xhtml+xml"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Elements that feedparser gives a meaning by which none of what is read here changes …
IDLE = _words("""
    author managingeditor contributor name width height url homepage uri email category keywords
    cloud enclosure generator webmaster expirationdate rss dc_author dc_creator dc_subject
    dc_publisher dc_contributor dcterms_valid itunes_author itunes_category itunes_name itunes_email
    itunes_owner itunes_image itunes_link itunes_block itunes_explicit itunes_keywords
    media_category media_keywords media_group media_rating media_credit media_restriction
    media_license media_content media_thumbnail media_player cc_license creativecommons_license
    admin_generatoragent admin_errorreportsto
""")
# … and such whose content may be markup, which is not looked into.
OPAQUE = _words("""
    rights copyright dc_rights subtitle tagline itunes_subtitle info feedburner_browserfriendly
""")
KEEPS_IMAGE = frozenset(["title", "link", "description", "url", "href", "width", "height"])
KEEPS_INPUT = frozenset(["title", "link", "description", "name"])
DATES = {
    **dict.fromkeys(("published", "issued", "pubdate", "dcterms_issued"), "published_parsed"),
    **dict.fromkeys(
        ("updated", "modified", "lastbuilddate", "dc_date", "dcterms_modified"), "updated_parsed"
    ),
    **dict.fromkeys(("created", "dcterms_created"), "created_parsed"),
}
TITLES = frozenset(("title", "dc_title", "media_title"))
SUMMARIES = frozenset(
    ("description", "dc_description", "media_description", "summary", "itunes_summary")
)
CONTENTS = frozenset(("content", "content_encoded"))
MARKUP = TITLES | SUMMARIES | CONTENTS | OPAQUE
PLAIN_TEXT = frozenset(("guid", "id", "language", "dc_language", *DATES))
CHANNEL_TEXT = frozenset(("ttl", "sy_updateperiod", "sy_updatefrequency"))


def is_of_page(given: Mapping[str, str]) -> bool:
    """True for a link's attributes that lead to the page which the entry or feed is about."""
    rel, kind = given.get("rel", "alternate"), given.get("type", "text/html")
    return rel.lower() == "alternate" and kind.lower() in _PAGE_TYPES


def joined(link: str) -> str:
    """The link as feedparser joins it to no base: without slashes to spare."""
    return _SLASHES.sub(r"\1\3", link) if ":///" in link else link


def without_references(link: str) -> str:
    """A link's query as it was meant, where `&b` was taken for a reference and got a semicolon."""
    return _NO_REFERENCE.sub(r"&\g<1>", link) if "&" in link else link


def mended(text: str) -> str:
    """Text that was UTF-8, taken for Latin-1 and encoded again, and Windows' own characters."""
    if text.isascii():
        return text
    with suppress(UnicodeError):
        text = text.encode("iso-8859-1").decode("utf-8")
    return text.translate(_cp1252) if _WINDOWS.search(text) else text


@lru_cache(maxsize=10_000)
def date(text: str) -> struct_time | None:
    """The date in UTC; None for none. Kept: most items of a feed were there the last time."""
    stamp: struct_time | None = _parse_date(text)
    return stamp
