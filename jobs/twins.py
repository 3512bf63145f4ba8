"""An item that comes once more under another guid or another address is no news.

Held to be one story only where title and text leave no doubt; what says anything new is read. Two
articles that tell one event in other words are joined later, by what they report.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.mentions import chunked
from db.models import Entry
from feeds.parse import ParsedEntry

WITHIN = timedelta(hours=12)
"""Between the two dates; words that come back the next day may speak of that day."""
_ENOUGH = 80
"""Characters of text that an item needs to be known again by; less is a stock phrase."""


def tells_the_same(one: ParsedEntry, title: str, text: str, published: datetime | None) -> bool:
    """True for the same title with the same text, or with a cut of it, put out at about a time."""
    if one.title != title:
        return False
    if one.published and published and abs(one.published - published) > WITHIN:
        return False
    shorter, longer = sorted((one.text, text), key=len)
    cut = shorter.rstrip(" .…")
    return len(cut) >= _ENOUGH and longer.startswith(cut)


async def find_twins(
    session: AsyncSession, feed_id: int, entries: Iterable[tuple[str, ParsedEntry]], now: datetime
) -> dict[str, int]:
    """Key → article that the same feed gave within the last hours in the same words."""
    wanted = [(key, entry) for key, entry in entries if len(entry.text) >= _ENOUGH]
    if not wanted:
        return {}
    rows = await session.execute(
        select(Entry.article_id, Entry.title, Entry.text, Entry.published)
        .where(Entry.feed_id == feed_id, Entry.first_seen >= now - 2 * WITHIN)
        .where(Entry.title.in_({entry.title for _, entry in wanted}))
        .order_by(Entry.id)
    )
    found: dict[str, int] = {}
    for article_id, title, text, published in rows:
        for key, entry in wanted:
            if article_id is not None and tells_the_same(entry, title, text, published):
                found.setdefault(key, article_id)
    return found


async def told_by(session: AsyncSession, feed_id: int, articles: Iterable[int]) -> set[int]:
    """Those of the articles that the feed gave before: a new guid makes no news of them."""
    told: set[int] = set()
    for ids in chunked(sorted(articles)):
        carried = select(Entry.article_id).where(
            Entry.feed_id == feed_id, Entry.article_id.in_(ids)
        )
        told |= {id_ for id_ in await session.scalars(carried) if id_ is not None}
    return told
