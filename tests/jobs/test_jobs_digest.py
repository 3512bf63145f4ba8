"""Which strikes a digest lists: each once, on the first day that its own sources tell of it."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from db.engine import Sessions
from db.models import Article, Conflict, Entry, Feed, Follow, Guild, GuildFeed, Outlet, Post
from db.reports import Told, ensure_conflicts, store_reports
from jobs.clock import SetClock
from jobs.digest import owe_digests
from jobs.group import group_mentions
from reading.facts import Strike, Window
from reading.preset import bundled_presets

SLUG = "russia-ukraine"
PRESET = bundled_presets()[SLUG]
A, B = PRESET.party_names[:2]
FIRST = datetime(2025, 7, 24, 10, tzinfo=UTC)
MINE, OTHERS = "https://mine.example", "https://others.example"
DAY = Window(date(2025, 7, 23), date(2025, 7, 23))
STRIKE, OTHER = Strike(A, B, DAY), Strike(B, A, DAY)


async def two_servers(sessions: Sessions) -> None:
    """Server 1 reads MINE, server 2 reads OTHERS, both follow the conflict."""
    async with sessions.begin() as session:
        conflict = (await ensure_conflicts(session, [PRESET]))[SLUG]
        for guild, url in ((1, MINE), (2, OTHERS)):
            feed = Feed(url=url, is_default=False, added_at=FIRST)
            session.add_all([Guild(id=guild, joined_at=FIRST), feed])
            await session.flush()
            session.add(GuildFeed(guild_id=guild, feed_id=feed.id, added=True, since=FIRST))
            since = FIRST - timedelta(days=30)
            session.add(
                Follow(
                    guild_id=guild, channel_id=guild, conflict_id=conflict, since=since,
                    digest_hour=9, zone="UTC",
                )
            )  # fmt: skip


async def told(sessions: Sessions, clock: SetClock, name: str, url: str, strike: Strike) -> None:
    """A report of the strike in that feed, now."""
    at = clock()
    async with sessions.begin() as session:
        conflict = (await session.scalars(select(Conflict.id))).one()
        feed = (await session.scalars(select(Feed.id).where(Feed.url == url))).one()
        outlet = Outlet(key=name, name=name)
        session.add(outlet)
        await session.flush()
        row = Article(
            url_key=name, outlet_id=outlet.id, url=url, title="T", text="", published=at,
            first_seen=at, content_hash="", read_at=at,
        )  # fmt: skip
        session.add(row)
        await session.flush()
        session.add(
            Entry(
                feed_id=feed, key=name, url=url, title="T", text="", published=at, first_seen=at,
                article_id=row.id,
            )
        )  # fmt: skip
        await store_reports(session, [Told(row.id, conflict, at, name, (), (strike,))], at)
    await group_mentions(sessions, clock)


async def digests(sessions: Sessions, clock: SetClock, day: int) -> list[int]:
    """The servers that are owed a digest on that day at nine, in order."""
    clock.now = datetime(2025, 7, day, 9, tzinfo=UTC)
    await owe_digests(sessions, clock)
    async with sessions() as session:
        posts = await session.execute(
            select(Follow.guild_id)
            .join(Post, Post.follow_id == Follow.id)
            .where(Post.key == f"digest:{clock.now.date()}")
            .order_by(Follow.id)
        )
        return list(posts.scalars())


async def test_a_strike_is_in_the_digest_after_its_own_sources_told_of_it(
    sessions: Sessions, clock: SetClock
) -> None:
    await two_servers(sessions)
    clock.now = FIRST
    await told(sessions, clock, "early", OTHERS, STRIKE)
    await told(sessions, clock, "answer", MINE, OTHER)
    assert await digests(sessions, clock, 25) == [1, 2]
    clock.now = FIRST + timedelta(days=1)
    await told(sessions, clock, "late", MINE, STRIKE)
    assert await digests(sessions, clock, 26) == [1], "once for each, when its sources told"
    assert await digests(sessions, clock, 27) == []
