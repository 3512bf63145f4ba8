"""Entries to articles: each item kept once, each story once however many feeds carry it.

Three look-ups and three writes a feed, however many items it has.
"""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Article, Entry, Feed
from db.models import Outlet as OutletRow
from db.reports import look_again
from feeds.identity import assign_keys, content_hash, every_key, story_key
from feeds.parse import ParsedEntry
from jobs.outlets import OutletFacts, OutletTable, ensure_outlets, outlet_of_entry
from jobs.twins import find_twins, told_by

_FUTURE = timedelta(days=1)
_NEWS = timedelta(hours=48)
"""Older than this, an item is no news, whichever feed brings it."""
_LOOKUP = 400
"""Keys asked for at once; SQLite takes 999 variables in its older builds."""
_EDITS_KEPT = 50
_AT_ONCE = 25
"""Items worked on until the event loop gets its turn: a few milliseconds of them."""
T = TypeVar("T")


@dataclass(slots=True)
class Stored:
    """What storing one document changed."""

    new: int = 0
    """Items never seen in this feed."""
    articles: int = 0
    """Stories never seen in any feed."""
    edited: int = 0
    unchanged: int = 0

    @property
    def words(self) -> str:
        """The change in words: '3 new, 1 edited'."""
        counted = ((self.new, "new"), (self.edited, "edited"))
        parts = [f"{count:,} {what}" for count, what in counted if count]
        return ", ".join(parts) or f"nothing new in {self.unchanged:,}"


@dataclass(slots=True)
class _Known:
    """An entry's row as it stands in the database."""

    id: int
    key: str
    url: str
    title: str
    text: str
    published: datetime | None
    edits: list[Any]
    article_id: int | None


@dataclass(slots=True)
class _Story:
    """An article's row as it stands in the database."""

    id: int
    url_key: str
    title: str
    text: str
    published: datetime
    content_hash: str
    baseline: bool


@dataclass(slots=True)
class _Fresh:
    """An entry on its way in."""

    key: str
    parsed: ParsedEntry
    url_key: str
    hash: str
    article_id: int | None = None


@dataclass(slots=True)
class _Changes:
    articles: dict[int, dict[str, Any]] = field(default_factory=dict)


async def store(
    session: AsyncSession,
    feed: Feed,
    parsed: Sequence[ParsedEntry],
    now: datetime,
    outlets: OutletTable,
    *,
    baseline: bool = False,
) -> Stored:
    """Keep a document's items, in the caller's transaction. `now` is when they were seen."""
    rows = await _known_entries(session, feed.id, every_key(parsed))
    keyed = assign_keys(parsed, {key: row.url for key, row in rows.items()})
    stored = Stored()
    changes = _Changes()
    fresh = await _prepare(feed, [(key, e) for key, e in keyed.items() if key not in rows])
    edited = [(rows[key], entry) for key, entry in keyed.items() if _differs(rows.get(key), entry)]
    stored.new, stored.edited = len(fresh), len(edited)
    stored.unchanged = len(keyed) - len(fresh) - len(edited)
    stored.articles = await _store_fresh(session, feed, fresh, changes, now, outlets, baseline)
    await _store_edits(session, feed, edited, changes, now)
    await _apply(session, changes, now)
    return stored


async def _prepare(feed: Feed, entries: Sequence[tuple[str, ParsedEntry]]) -> list[_Fresh]:
    """New entries with story key and hash; the event loop is let go between a few of them."""
    fresh: list[_Fresh] = []
    for some in _chunks(entries, _AT_ONCE):
        await asyncio.sleep(0)
        fresh += (
            _Fresh(key, entry, _url_key(feed, key, entry), content_hash(entry.title, entry.text))
            for key, entry in some
        )
    return fresh


async def _known_entries(
    session: AsyncSession, feed_id: int, keys: Iterable[str]
) -> dict[str, _Known]:
    columns = (
        Entry.id, Entry.key, Entry.url, Entry.title, Entry.text, Entry.published, Entry.edits,
        Entry.article_id,
    )  # fmt: skip
    found: dict[str, _Known] = {}
    for some in _chunks(sorted(keys), _LOOKUP):
        query = select(*columns).where(Entry.feed_id == feed_id, Entry.key.in_(some))
        for row in await session.execute(query):
            found[row.key] = _Known(*row)
    return found


async def _known_stories(session: AsyncSession, url_keys: Iterable[str]) -> dict[str, _Story]:
    columns = (
        Article.id, Article.url_key, Article.title, Article.text, Article.published,
        Article.content_hash, Article.baseline,
    )  # fmt: skip
    found: dict[str, _Story] = {}
    for some in _chunks(sorted(url_keys), _LOOKUP):
        for row in await session.execute(select(*columns).where(Article.url_key.in_(some))):
            found[row.url_key] = _Story(*row)
    return found


async def _store_fresh(
    session: AsyncSession,
    feed: Feed,
    fresh: Sequence[_Fresh],
    changes: _Changes,
    now: datetime,
    outlets: OutletTable,
    baseline: bool,
) -> int:
    """New entries, and articles for those whose story is not known yet. Gives the new articles."""
    if not fresh:
        return 0
    stories = await _known_stories(session, {item.url_key for item in fresh})
    if not baseline:
        stories |= await _twins(session, feed, [i for i in fresh if i.url_key not in stories], now)
    known = {story.id for story in stories.values()}
    told_here = known if baseline else await told_by(session, feed.id, known)
    unknown: dict[str, _Fresh] = {}
    for item in fresh:
        story = stories.get(item.url_key)
        if story is not None:
            item.article_id = story.id
            _adopt_richer(story, item, changes)
            if story.id not in told_here:
                _make_news(story, item, changes, now)
        else:
            first = unknown.setdefault(item.url_key, item)
            if len(item.parsed.text) > len(first.parsed.text):
                unknown[item.url_key] = item
    ids = await _insert_articles(session, feed, unknown, now, outlets, baseline)
    rows = [_entry_row(feed, item, ids, now, baseline) for item in fresh]
    for some in _chunks(rows, _AT_ONCE):
        await session.execute(insert(Entry), some)
    return len(ids)


async def _twins(
    session: AsyncSession, feed: Feed, fresh: Sequence[_Fresh], now: datetime
) -> dict[str, _Story]:
    """The stories that came before under another guid and address, by the keys they have now."""
    twins = await find_twins(session, feed.id, [(i.url_key, i.parsed) for i in fresh], now)
    by_id = await _stories_by_id(session, twins.values())
    return {key: by_id[id_] for key, id_ in twins.items()}


async def _insert_articles(
    session: AsyncSession,
    feed: Feed,
    unknown: dict[str, _Fresh],
    now: datetime,
    outlets: OutletTable,
    baseline: bool,
) -> dict[str, int]:
    if not unknown:
        return {}
    own = await _own_outlet(session, feed)
    owners = {
        url_key: outlet_of_entry(item.parsed, feed.url, own, outlets)
        for url_key, item in unknown.items()
    }
    outlet_ids = await ensure_outlets(session, owners.values())
    moments = {key: dated(item.parsed.published, now) for key, item in unknown.items()}
    rows = [
        {
            "url_key": url_key,
            "outlet_id": outlet_ids[owners[url_key].key],
            "url": item.parsed.link or "",
            "title": item.parsed.title,
            "text": item.parsed.text,
            "published": moments[url_key],
            "utc_offset": (moments[url_key].utcoffset() or timedelta()) // timedelta(minutes=1),
            "first_seen": now,
            "content_hash": item.hash,
            "baseline": baseline,
            "reference": False,
        }
        for url_key, item in unknown.items()
    ]
    ids: dict[str, int] = {}
    for some in _chunks(rows, _AT_ONCE):
        made = await session.execute(insert(Article).returning(Article.url_key, Article.id), some)
        ids |= {row.url_key: row.id for row in made}
    return ids


async def _own_outlet(session: AsyncSession, feed: Feed) -> OutletFacts | None:
    if feed.outlet_id is None:
        return None
    row = await session.get(OutletRow, feed.outlet_id)
    return OutletFacts(row.name, row.country, row.affinity) if row else None


def _entry_row(
    feed: Feed, item: _Fresh, ids: dict[str, int], now: datetime, baseline: bool
) -> dict[str, Any]:
    parsed = item.parsed
    return {
        "feed_id": feed.id,
        "key": item.key,
        "guid": parsed.guid,
        "url": parsed.link or "",
        "title": parsed.title,
        "text": parsed.text,
        "published": parsed.published,
        "first_seen": now,
        "updated": parsed.updated,
        "baseline": baseline,
        "edits": [],
        "article_id": item.article_id or ids[item.url_key],
    }


def _adopt_richer(story: _Story, item: _Fresh, changes: _Changes) -> None:
    """A known story under another item: its text is taken if it says more, or was put out later.

    Two feeds of one outlet give the same story with summaries of different length; without this
    rule each poll would swap them, and have the story read again.
    """
    if item.hash == story.content_hash:
        return
    longer = len(item.parsed.text) > len(story.text)
    put_out = item.parsed.published
    later = put_out is not None and put_out > story.published
    if longer or (later and 2 * len(item.parsed.text) > len(story.text)):
        _change_story(story, item.parsed.title, item.parsed.text, item.hash, changes)


def _change_story(story: _Story, title: str, text: str, digest: str, changes: _Changes) -> None:
    story.title, story.text, story.content_hash = title, text, digest
    changes.articles.setdefault(story.id, {}).update(
        title=title, text=text, content_hash=digest, read_at=None
    )


def _make_news(story: _Story, item: _Fresh, changes: _Changes, now: datetime) -> None:
    """A story that stood in one feed's first poll and comes as a new item of another is news."""
    if story.baseline and now - dated(item.parsed.published, now) <= _NEWS:
        story.baseline = False
        changes.articles.setdefault(story.id, {})["baseline"] = False


def _differs(row: _Known | None, entry: ParsedEntry) -> bool:
    return row is not None and bool(_edits(row, entry))


def _edits(row: _Known, entry: ParsedEntry) -> dict[str, Any]:
    """The fields that changed, with their old values. A date that went missing is no change."""
    pairs = (
        ("title", row.title, entry.title),
        ("text", row.text, entry.text),
        ("published", row.published, entry.published or row.published),
        ("url", row.url, entry.link or row.url),
    )
    return {name: was for name, was, now in pairs if was != now}


async def _store_edits(
    session: AsyncSession,
    feed: Feed,
    edited: Sequence[tuple[_Known, ParsedEntry]],
    changes: _Changes,
    now: datetime,
) -> None:
    ids = {row.article_id for row, _ in edited if row.article_id is not None}
    stories = await _stories_by_id(session, ids)
    for row, entry in edited:
        was = _edits(row, entry)
        at = now.isoformat()
        told = [{"at": at, "field": name, "was": _plain(old)} for name, old in was.items()]
        await session.execute(
            update(Entry)
            .where(Entry.id == row.id)
            .values(
                title=entry.title,
                text=entry.text,
                url=entry.link or row.url,
                published=entry.published or row.published,
                updated=entry.updated or now,
                edits=[*row.edits, *told][-_EDITS_KEPT:],
            )
        )
        story = stories.get(row.article_id or 0)
        # Only the item whose words the article shows may change them.
        if (
            story is not None
            and _may_change(feed, story)
            and story.content_hash == content_hash(row.title, row.text)
        ):
            digest = content_hash(entry.title, entry.text)
            if digest != story.content_hash:
                _change_story(story, entry.title, entry.text, digest, changes)


async def _stories_by_id(session: AsyncSession, ids: Iterable[int]) -> dict[int, _Story]:
    columns = (
        Article.id, Article.url_key, Article.title, Article.text, Article.published,
        Article.content_hash, Article.baseline,
    )  # fmt: skip
    found: dict[int, _Story] = {}
    for some in _chunks(sorted(ids), _LOOKUP):
        for row in await session.execute(select(*columns).where(Article.id.in_(some))):
            found[row.id] = _Story(*row)
    return found


async def _apply(session: AsyncSession, changes: _Changes, now: datetime) -> None:
    for id_, values in changes.articles.items():
        await session.execute(update(Article).where(Article.id == id_).values(**values))
    became_news = [id_ for id_, values in changes.articles.items() if "baseline" in values]
    await look_again(session, became_news, now)


def dated(published: datetime | None, now: datetime) -> datetime:
    """When a story was put out: now, where the feed gives no date or one more than a day ahead."""
    return now if published is None or published > now + _FUTURE else published


def _url_key(feed: Feed, key: str, entry: ParsedEntry) -> str:
    """The story's key. A feed that only some servers read has stories of its own.

    Otherwise its words would take the place of those that the other servers' feeds gave.
    """
    link = story_key(entry.link) if entry.link else None
    if link is None:
        return f"entry:{feed.id}:{key}"
    return link if feed.is_default else f"{own_prefix(feed.id)}{link}"


def own_prefix(feed_id: int) -> str:
    """What the keys of those stories begin with that only this feed may tell."""
    return f"feed:{feed_id}:"


def _may_change(feed: Feed, story: _Story) -> bool:
    own = (own_prefix(feed.id), f"entry:{feed.id}:")
    return feed.is_default or story.url_key.startswith(own)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (items[start : start + size] for start in range(0, len(items), size))
