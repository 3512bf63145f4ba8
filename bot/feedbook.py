"""One server's feeds: the default set, plus what it added, minus what it switched off."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Feed, GuildFeed
from jobs.clock import Clock
from jobs.feeds import add_feed
from jobs.pages import full_text_feeds

_ORDER = {"gone": 0, "failing": 1, "new": 2, "ok": 3, "off": 4}


@dataclass(frozen=True, slots=True)
class ServerFeed:
    """A feed as one server has it."""

    feed: Feed
    own: bool
    off: bool
    """A default feed that the server switched off."""
    full: bool = False
    """The pages behind its entries are read."""
    full_asked: bool = False
    """The server asked for that, but others that added the feed have not."""


async def feeds_of(session: AsyncSession, guild_id: int) -> list[ServerFeed]:
    """All feeds of a server: those in trouble first, then its own, then the default set."""
    rows = await session.execute(
        select(Feed, GuildFeed.added, GuildFeed.full_text, full_text_feeds())
        .outerjoin(GuildFeed, (GuildFeed.feed_id == Feed.id) & (GuildFeed.guild_id == guild_id))
        .where(Feed.is_default.is_(True) | GuildFeed.added.is_(True))
        .order_by(Feed.title, Feed.url)
    )
    found = [
        ServerFeed(feed, added is True, added is False, bool(full), bool(asked) and not full)
        for feed, added, asked, full in rows
    ]
    found.sort(key=lambda one: (one.off, _ORDER.get(one.feed.state, 3), not one.own))
    return found


async def own_count(session: AsyncSession, guild_id: int) -> int:
    """How many feeds the server added itself."""
    count = await session.scalar(
        select(func.count())
        .select_from(GuildFeed)
        .where(GuildFeed.guild_id == guild_id, GuildFeed.added.is_(True))
    )
    return count or 0


async def take_up(session: AsyncSession, guild_id: int, url: str, title: str, clock: Clock) -> Feed:
    """Let the server see the feed; a default one that it switched off is switched on again.

    Raises FeedUrlError.
    """
    feed = await add_feed(session, url, clock, default=False, title=title)
    choice = await session.get(GuildFeed, (guild_id, feed.id))
    if feed.is_default:
        if choice is not None:
            await session.delete(choice)
    elif choice is None:
        session.add(GuildFeed(guild_id=guild_id, feed_id=feed.id, added=True, since=clock()))
    else:
        choice.added = True
    return feed


async def read_in_full(session: AsyncSession, guild_id: int, feed_id: int, wanted: bool) -> bool:
    """Ask for, or do without, the pages behind a feed's entries; False unless it is its own."""
    choice = await session.get(GuildFeed, (guild_id, feed_id))
    if choice is None or not choice.added:
        return False
    choice.full_text = wanted
    return True


async def drop(session: AsyncSession, guild_id: int, feed_id: int, now: datetime) -> Feed | None:
    """Show the feed to this server no longer; others keep it. None where it has no such feed.

    A feed that nobody uses any more is polled no more.
    """
    feed = await session.get(Feed, feed_id)
    choice = await session.get(GuildFeed, (guild_id, feed_id))
    if feed is None or not (feed.is_default or (choice is not None and choice.added)):
        return None
    if feed.is_default:
        await session.merge(GuildFeed(guild_id=guild_id, feed_id=feed_id, added=False, since=now))
        return feed
    await session.delete(choice)
    await session.flush()
    users = select(func.count()).select_from(GuildFeed).where(GuildFeed.feed_id == feed_id)
    if not await session.scalar(users.where(GuildFeed.added.is_(True))):
        feed.state, feed.due_at = "off", None
    return feed
