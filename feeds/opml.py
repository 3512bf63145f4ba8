"""Lists of feeds as OPML (http://opml.org/spec2.opml): read from any reader's export, written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

import listparser

from feeds.guard import refuse_bombs
from feeds.html import to_line
from feeds.problems import FeedParseError

SIZE_CAP = 512 * 1024
"""Bytes; some 3,000 feeds."""
_OUTLINE_CAP = 5_000
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed of a list. The address is as the list has it, unchecked."""

    url: str
    title: str = ""


def read_opml(body: bytes) -> tuple[ListedFeed, ...]:
    """The feeds of the list, none twice. Raises FeedParseError saying what was found instead."""
    if len(body) > SIZE_CAP:
        raise FeedParseError(f"the file is larger than {SIZE_CAP // 1024} KiB")
    refuse_bombs(body)
    text = body.decode(_BOMS.get(body[:2], "utf-8-sig"), "replace")
    if text.lower().count("<outline") > _OUTLINE_CAP:
        raise FeedParseError(f"the list has more than {_OUTLINE_CAP:,} entries")
    # As bytes: listparser fetches a text that looks like an address.
    found = listparser.parse(text.encode("utf-8", "replace"))
    feeds = {feed.url: to_line(feed.title)[:200] for feed in found.feeds if feed.url}
    if not feeds:
        named = "an OPML list, but it names no feed" if found.version else "no OPML list"
        raise FeedParseError(f"the file is {named}; export one from your feed reader")
    return tuple(ListedFeed(url, title) for url, title in feeds.items())


def write_opml(title: str, groups: Mapping[str, Iterable[ListedFeed]], now: datetime) -> bytes:
    """The groups of feeds as OPML 2.0, UTF-8. `now` is aware."""
    root = ET.Element("opml", version="2.0")
    head = ET.SubElement(root, "head")
    ET.SubElement(head, "title").text = _legal(title)
    ET.SubElement(head, "dateCreated").text = format_datetime(now)
    body = ET.SubElement(root, "body")
    for name, feeds in groups.items():
        group = ET.SubElement(body, "outline", text=_legal(name))
        for feed in feeds:
            label = _legal(feed.title or feed.url)
            ET.SubElement(
                group, "outline", type="rss", text=label, title=label, xmlUrl=_legal(feed.url)
            )
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _legal(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(char for char in text if char.isprintable())
