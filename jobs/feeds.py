"""The set of feeds: added, listed, removed, moved."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

import structlog
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Entry, Feed, GuildFeed
from feeds.hosts import host_of
from jobs.clock import Clock
from jobs.outlets import OutletFacts, ensure_outlets, outlet_table
from reading.preset import Preset

log = structlog.get_logger()

EAGER_FOR = timedelta(hours=3)
"""How long a feed that reported a round is polled as often as politeness allows."""


class FeedUrlError(ValueError):
    """An address that cannot be a feed's; the message says what one looks like."""


def feed_url(text: str) -> str:
    """The address as it is stored: host in lower case, no fragment. Raises FeedUrlError."""
    url = text.strip().strip("<>")
    if url.lower().startswith("feed:"):
        rest = url[5:]
        url = rest if rest.lower().startswith("http") else "https:" + rest
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme.lower() not in ("http", "https") or " " in url:
        raise FeedUrlError(
            f"{text.strip()!r} is no feed address; write it in full: https://example.org/feed.xml"
        )
    credentials, at, _ = parts.netloc.rpartition("@")
    where = f"[{host}]" if ":" in host else host
    default = {"http": 80, "https": 443}[parts.scheme.lower()]
    named = f":{port}" if port and port != default else ""
    netloc = f"{credentials}{at}{where}{named}"
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", parts.query, ""))


def plain_address(url: str) -> str:
    """The address without name, password, query and fragment, which may be secret: for logs."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "an address that cannot be read"
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


async def add_feed(
    session: AsyncSession,
    url: str,
    clock: Clock,
    *,
    default: bool = True,
    title: str = "",
    outlet: OutletFacts | None = None,
) -> Feed:
    """The feed of that address, made if it is new, due at once. Raises FeedUrlError.

    Adding one again that was stopped starts it afresh; adding a running one changes no due time,
    so that it is not asked twice (feeds.md P10).
    """
    address, now = feed_url(url), clock()
    feed = await session.scalar(select(Feed).where(Feed.url == address))
    if feed is None:
        feed = Feed(url=address, title=title, added_at=now, due_at=now, is_default=default)
        session.add(feed)
    elif feed.due_at is None:
        _start_afresh(feed, now)
    feed.is_default = feed.is_default or default
    if outlet is not None:
        ids = await ensure_outlets(session, [outlet])
        feed.outlet_id = ids[outlet.key]
    await session.flush()
    return feed


def _start_afresh(feed: Feed, now: datetime) -> None:
    """As if never polled: what it gathered meanwhile is stored at first sight, not announced."""
    feed.state, feed.due_at, feed.failures = "new", now, 0
    feed.failing_since = feed.last_error = feed.succeeded_at = None
    feed.etag = feed.last_modified = feed.validators_url = feed.body_hash = None


async def remove_feed(session: AsyncSession, url: str) -> bool:
    """Take the feed out of the default set; False if it is not in it. Raises FeedUrlError.

    The row stays, switched off, so that a preset does not bring it back and stories keep their
    source. A feed that a server added for itself goes on for that server.
    """
    feed = await default_feed(session, url)
    if feed is None:
        return False
    feed.is_default = False
    users = select(GuildFeed.feed_id).where(GuildFeed.feed_id == feed.id, GuildFeed.added)
    if await session.scalar(users.limit(1)) is None:
        feed.state, feed.due_at = "off", None
    await session.flush()
    return True


async def default_feed(session: AsyncSession, url: str) -> Feed | None:
    """The feed of that address, if it is in the default set. Raises FeedUrlError."""
    query = select(Feed).where(Feed.url == feed_url(url), Feed.is_default)
    found: Feed | None = await session.scalar(query)
    return found


async def list_feeds(session: AsyncSession, *, default: bool | None = None) -> Sequence[Feed]:
    """Feeds by address, without those switched off; only the default set, or others, if asked."""
    query = select(Feed).where(Feed.state != "off").order_by(Feed.url)
    if default is not None:
        query = query.where(Feed.is_default == default)
    return (await session.scalars(query)).all()


async def waiting(session: AsyncSession, now: datetime, only: str | None = None) -> str:
    """A sentence on what is not due yet: of `only` this feed, else of all."""
    if only is None:
        soonest = await session.scalar(select(func.min(Feed.due_at)))
        if soonest is None:
            return (
                "There is no feed to poll: add one with `parley feeds add URL`, or start "
                "`parley run`, which takes in the presets' own."
            )
        return f"The next is due {soonest:%Y-%m-%d %H:%M} UTC."
    feed = await session.scalar(select(Feed).where(Feed.url == only))
    if feed is None:
        return f"{only} is not among the feeds; add it with `parley feeds add`."
    if feed.due_at is None:
        return f"It is stopped: {feed.last_error or feed.state}."
    soon = "now" if feed.due_at <= now else f"{feed.due_at:%Y-%m-%d %H:%M} UTC"
    return f"It is due {soon}."


async def ensure_default_feeds(
    session: AsyncSession, presets: Iterable[Preset], clock: Clock
) -> int:
    """Take in the presets' feeds that are not there yet; gives how many were new."""
    presets = list(presets)
    wanted = [source for preset in presets for source in preset.feeds]
    known = set(await session.scalars(select(Feed.url)))
    by_name = {facts.name: facts for facts in outlet_table(presets).values()}
    made = 0
    for source in wanted:
        address = feed_url(source.url)
        if address in known:
            continue
        known.add(address)
        outlet = by_name.get(source.outlet) or OutletFacts(source.outlet)
        await add_feed(session, address, clock, title=source.title, outlet=outlet)
        made += 1
    return made


async def pause_host(session: AsyncSession, host: str, until: datetime, *, spare: int) -> None:
    """No feed of the host is due before `until`: its server turned one of them away."""
    rows = await session.execute(
        select(Feed.id, Feed.url).where(
            Feed.due_at < until, Feed.id != spare, Feed.url.contains(host, autoescape=True)
        )
    )
    ids = [id_ for id_, url in rows if host_of(url) == host]
    if ids:
        await session.execute(update(Feed).where(Feed.id.in_(ids)).values(due_at=until))


async def make_eager(session: AsyncSession, articles: Iterable[int], now: datetime) -> None:
    """Poll the feeds that carry these articles more often for a while, from their next poll on.

    What server and feed ask for goes before it (feeds.schedule).
    """
    carriers = select(Entry.feed_id).where(Entry.article_id.in_(list(articles)))
    until = (now + EAGER_FOR).isoformat()
    for feed in await session.scalars(select(Feed).where(Feed.id.in_(carriers))):
        feed.hints = {**feed.hints, "eager_until": until}


async def apply_move(session: AsyncSession, feed: Feed) -> str:
    """Write a move that has held into the feed's address; says what was done.

    The validators stay: they are kept with the URL that gave them, which is the new one already.
    """
    old, new = feed.url, feed.moved_to or feed.url
    feed.moved_to = feed.moved_since = None
    other = await session.scalar(select(Feed).where(Feed.url == new, Feed.id != feed.id))
    if other is None:
        feed.url = new
        log.info("feed moved", old=plain_address(old), new=plain_address(new))
        return f"moved for good to {new}"
    await _hand_over(session, feed, other)
    log.info("feed moved to one we have", old=plain_address(old), new=plain_address(new))
    return f"moved for good to {new}, which is polled already"


async def _hand_over(session: AsyncSession, feed: Feed, other: Feed) -> None:
    """Who used `feed` uses `other` from now on."""
    other.is_default = other.is_default or feed.is_default
    other.full_text = other.full_text or feed.full_text
    users = (await session.scalars(select(GuildFeed).where(GuildFeed.feed_id == feed.id))).all()
    for user in users:
        if await session.get(GuildFeed, (user.guild_id, other.id)) is None:
            session.add(
                GuildFeed(
                    guild_id=user.guild_id,
                    feed_id=other.id,
                    added=user.added,
                    since=user.since,
                    full_text=user.full_text,
                )
            )
    feed.state, feed.due_at, feed.is_default = "off", None, False
    feed.last_error = f"moved to {other.url}, which is polled instead"
