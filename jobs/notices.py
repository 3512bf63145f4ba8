"""Notices: admins are told once when a feed they use goes bad, is stopped, or is back.

What was told is read off the outbox: a notice's key names the feed, the word and the episode, so
that a restart tells nothing twice and another channel of the same server is not told again.
Whoever reads the channel reads them: addresses are shown without what may be secret in them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Sessions
from db.models import Feed, Follow, Guild, GuildFeed, Post
from db.outbox import Owed, owe
from jobs.clock import Clock
from jobs.feeds import plain_address
from jobs.health import fix_for, is_bad

_KEPT = timedelta(days=3)
"""A notice that could not be delivered for so long is dropped: /feeds list tells the present."""
BAD, GONE, BACK = "bad", "gone", "back"
_PATIENCE = timedelta(minutes=15)
"""So long a list of feeds that was just added may take to be polled; then its duds are told."""
_LISTED = 10
"""Feeds that one notice names."""


@dataclass(frozen=True, slots=True)
class _Server:
    """A server that can be told something: the follow to tell it in, and what it was told."""

    id: int
    follow: Follow
    paused: tuple[Follow, ...]
    told: tuple[str, ...]
    """Keys of its notices, oldest first."""
    choices: dict[int, bool]
    """Its own choices about feeds."""

    def uses(self, feed: Feed) -> bool:
        return self.choices.get(feed.id, feed.is_default)

    def added(self, feed: Feed) -> bool:
        return self.choices.get(feed.id, False)

    def has_any(self, feeds: set[int]) -> bool:
        return any(self.choices.get(id_, False) for id_ in feeds)


async def owe_notices(sessions: Sessions, clock: Clock) -> int:
    """Owe every server the notices it has not had yet; how many became owed."""
    now = clock()
    async with sessions.begin() as session:
        servers = await _servers(session)
        if not servers:
            return 0
        feeds = await _feeds(session, servers, now)
        waiting = await _just_added(session, now)
        count = 0
        for server in servers:
            duds = [feed for feed in feeds if server.added(feed) and _never_worked(feed)]
            known = [feed for feed in feeds if feed not in duds]
            owed = [*_about_feeds(server, known, now), *_about_follows(server, now)]
            if not server.has_any(waiting):
                owed += _about_duds(server, duds, now)
            fresh = [post for post in owed if post.key not in server.told]
            count += await owe(session, server.follow, fresh, now)
    return count


async def notice_channel(session: AsyncSession, guild_id: int) -> int | None:
    """The channel in which the server is told of trouble; None where it follows nothing."""
    working = select(Follow).where(Follow.guild_id == guild_id, Follow.paused_at.is_(None))
    follows = list(await session.scalars(working.order_by(Follow.id)))
    wished = await session.scalar(select(Guild.notice_channel_id).where(Guild.id == guild_id))
    return _chosen(follows, wished).channel_id if follows else None


async def _servers(session: AsyncSession) -> list[_Server]:
    rows = await session.execute(
        select(Follow, Guild.notice_channel_id)
        .join(Guild, Guild.id == Follow.guild_id)
        .where(Guild.left_at.is_(None))
        .order_by(Follow.id)
    )
    by_guild: dict[int, list[Follow]] = defaultdict(list)
    wished: dict[int, int | None] = {}
    for follow, channel in rows:
        by_guild[follow.guild_id].append(follow)
        wished[follow.guild_id] = channel
    told = await _told(session)
    choices: dict[int, dict[int, bool]] = defaultdict(dict)
    for choice in await session.scalars(select(GuildFeed)):
        choices[choice.guild_id][choice.feed_id] = choice.added
    return [
        _Server(
            guild,
            _chosen(working, wished[guild]),
            tuple(f for f in follows if f.paused_at is not None),
            tuple(told[guild]),
            choices[guild],
        )
        for guild, follows in by_guild.items()
        if (working := [f for f in follows if f.paused_at is None])
    ]


def _chosen(follows: list[Follow], channel_id: int | None) -> Follow:
    """The follow in the channel that the server wants notices in, else its first that works."""
    return next((f for f in follows if f.channel_id == channel_id), follows[0])


async def _told(session: AsyncSession) -> dict[int, list[str]]:
    rows = await session.execute(
        select(Follow.guild_id, Post.key, Post.details)
        .join(Follow, Follow.id == Post.follow_id)
        .where(Post.kind == "notice")
        .order_by(Post.id)
    )
    told: dict[int, list[str]] = defaultdict(list)
    for guild_id, key, details in rows:
        told[guild_id] += details.get("keys") or [key]
    return told


async def _feeds(session: AsyncSession, servers: list[_Server], now: datetime) -> list[Feed]:
    """Feeds that are bad or stopped, and those of which a server was told so."""
    named = {feed_id for server in servers for feed_id in _open_episodes(server.told)}
    wanted = or_(Feed.state.in_(("failing", "gone")), Feed.id.in_(named))
    rows = await session.scalars(select(Feed).where(wanted).order_by(Feed.id))
    return [
        feed
        for feed in rows
        if feed.id in named or feed.state == "gone" or is_bad(feed, now) or _never_worked(feed)
    ]


async def _just_added(session: AsyncSession, now: datetime) -> set[int]:
    """Feeds that are new and shall have been polled in a moment."""
    fresh = select(Feed.id).where(Feed.state == "new", Feed.added_at > now - _PATIENCE)
    return set(await session.scalars(fresh))


def _never_worked(feed: Feed) -> bool:
    """True for a feed that was asked and has given nothing since it was added."""
    return feed.state in ("failing", "gone") and feed.succeeded_at is None


def _open_episodes(told: tuple[str, ...]) -> dict[int, str]:
    """Feed → when it began to fail, for feeds of which the last word was no good one."""
    found: dict[int, str] = {}
    for key in told:
        kind, _, rest = key.partition(":")
        if kind != "feed":
            continue
        number, word, since = rest.split(":", 2)
        found[int(number)] = since
        if word == BACK:
            del found[int(number)]
    return found


def _about_feeds(server: _Server, feeds: list[Feed], now: datetime) -> Iterator[Owed]:
    told = _open_episodes(server.told)
    for feed in feeds:
        if not server.uses(feed):
            continue
        since = feed.failing_since.isoformat() if feed.failing_since else told.get(feed.id, "")
        # A server that came later is not told of what stopped before it came.
        concerns = feed.polled_at is not None and feed.polled_at >= server.follow.since
        if feed.state == "gone" and concerns:
            yield _notice(f"feed:{feed.id}:{GONE}:{since}", _stopped(feed), now)
        elif is_bad(feed, now) and concerns:
            yield _notice(f"feed:{feed.id}:{BAD}:{since}", _went_bad(feed), now)
        elif feed.state == "ok" and feed.id in told:
            yield _notice(f"feed:{feed.id}:{BACK}:{told[feed.id]}", _is_back(feed), now)


def _about_duds(server: _Server, duds: list[Feed], now: datetime) -> Iterator[Owed]:
    """The feeds that the server added and that never worked: one word for all of them."""
    fresh = {key: feed for feed in duds if (key := _first_key(feed)) not in server.told}
    if not fresh:
        return
    post = _notice(next(iter(fresh)), _useless(list(fresh.values())), now)
    post.details["keys"] = list(fresh)
    yield post


def _first_key(feed: Feed) -> str:
    since = feed.failing_since.isoformat() if feed.failing_since else ""
    return f"feed:{feed.id}:{GONE if feed.state == 'gone' else BAD}:{since}"


def _about_follows(server: _Server, now: datetime) -> Iterator[Owed]:
    for follow in server.paused:
        paused_at = follow.paused_at.isoformat() if follow.paused_at else ""
        reason = follow.paused_reason or "No reason was noted."
        text = f"{reason}\nWhat is due there waits; /follow test in it takes it up again."
        words = ("A channel cannot be posted to", text)
        yield _notice(f"follow:{follow.id}:{paused_at}", words, now, follow.channel_id)


def _notice(key: str, words: tuple[str, str], now: datetime, channel: int | None = None) -> Owed:
    title, text = words
    details = {"title": title, "text": text, "channel_id": channel}
    return Owed(key, "notice", now, None, now + _KEPT, details)


def _name(feed: Feed) -> str:
    return feed.title.strip() or urlsplit(feed.url).hostname or feed.url


def _went_bad(feed: Feed) -> tuple[str, str]:
    since = f" since {feed.failing_since:%d %B, %H:%M} UTC" if feed.failing_since else ""
    text = (
        f"It has failed {feed.failures} times in a row{since}: {feed.last_error}.\n"
        f"{fix_for(feed)}\nAddress: {plain_address(feed.url)}\n"
        "What it still holds when it is back is read then; /feeds list shows how it is doing."
    )
    return f"A feed is in trouble: {_name(feed)}", text


def _useless(feeds: list[Feed]) -> tuple[str, str]:
    lines = [_dud(feed) for feed in feeds[:_LISTED]]
    if len(feeds) > _LISTED:
        lines.append(f"And {len(feeds) - _LISTED} more; /feeds list shows all.")
    one = len(feeds) == 1
    title = "An added feed gives nothing" if one else f"{len(feeds)} added feeds give nothing"
    end = "Those not stopped are tried again, ever more slowly; it is told when one works."
    return title, "\n\n".join([*lines, end])


def _dud(feed: Feed) -> str:
    error = (feed.last_error or "no answer")[:200].rstrip(".")
    return f"{_name(feed)}: {error}. {fix_for(feed)}\nAddress: {plain_address(feed.url)[:200]}"


def _stopped(feed: Feed) -> tuple[str, str]:
    text = (
        f"Parley asks it no more: {feed.last_error}.\nAddress: {plain_address(feed.url)}\n"
        "/feeds add takes its new address, or starts it again; /feeds remove takes it off the list."
    )
    return f"A feed was stopped: {_name(feed)}", text


def _is_back(feed: Feed) -> tuple[str, str]:
    text = f"It answers well again.\nAddress: {plain_address(feed.url)}"
    return f"A feed is back: {_name(feed)}", text
