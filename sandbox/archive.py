"""A folder of saved feeds, to be put on the newsstand: one file a feed."""

import io
import time
from calendar import timegm
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser

from sandbox.newsstand import Item, StandFeed, Version


@dataclass(slots=True)
class Archive:
    """A folder of saved feed files, read once."""

    feeds: list[StandFeed] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    """The feeds' own addresses, by slug, where the folder's INDEX.tsv tells them."""

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """The first and the last item's time."""
        times = [item.published for feed in self.feeds for item in feed.items]
        return (min(times), max(times)) if times else None


class ArchiveError(ValueError):
    """The folder holds no feeds; the message says what was looked for."""


def read_archive(folder: Path) -> Archive:
    """Every *.xml file of the folder as a feed. Raises ArchiveError where there is none.

    INDEX.tsv, where there is one, gives each file's own address: name, tab, address.
    """
    files = sorted(folder.glob("*.xml"))
    if not files:
        raise ArchiveError(f"{folder} holds no *.xml files; give a folder of saved feeds")
    archive = Archive()
    archive.addresses = _addresses(folder / "INDEX.tsv")
    archive.feeds = [_feed(file) for file in files]
    return archive


def _addresses(index: Path) -> dict[str, str]:
    if not index.exists():
        return {}
    rows = (line.split("\t") for line in index.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[1] for row in rows if len(row) > 1}


def _feed(file: Path) -> StandFeed:
    parsed = feedparser.parse(
        io.BytesIO(file.read_bytes()), sanitize_html=False, resolve_relative_uris=False
    )
    items = [item for entry in parsed.entries if (item := _item(entry)) is not None]
    title = str(parsed.feed.get("title") or file.stem)
    home = str(parsed.feed.get("link") or "https://example.invalid/")
    return StandFeed(file.stem, title, "rss", tuple(items), home)


def _item(entry: Any) -> Item | None:
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    if not isinstance(stamp, time.struct_time):
        return None  # without a date it cannot be placed in the replay
    published = datetime.fromtimestamp(timegm(stamp), UTC)
    url = str(entry.get("link") or entry.get("id") or "")
    guid = str(entry.get("id") or url)
    version = Version(published, str(entry.get("title", "")), str(entry.get("summary", "")))
    return Item(guid, url, published, (version,))
