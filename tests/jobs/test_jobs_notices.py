"""Admins are told once: a feed went bad, was stopped, is back; a channel cannot be posted to."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from db.engine import Sessions
from db.models import Conflict, Feed, Follow, Guild, GuildFeed, Post
from jobs.clock import SetClock
from jobs.health import health_of
from jobs.notices import owe_notices

URL = "https://paper.example/rss"


async def prepare(sessions: Sessions, clock: SetClock, *, default: bool = True) -> Feed:
    """Two servers, the first with two channels; one feed, polled now."""
    now = clock()
    async with sessions.begin() as session:
        conflict = Conflict(slug="c", name="C")
        session.add_all([conflict, Guild(id=1, joined_at=now), Guild(id=2, joined_at=now)])
        await session.flush()
        for guild, channel in ((1, 10), (1, 11), (2, 20)):
            session.add(
                Follow(guild_id=guild, channel_id=channel, conflict_id=conflict.id, since=now)
            )
            await session.flush()
        feed = Feed(
            url=URL, title="Paper", is_default=default, state="ok", added_at=now, polled_at=now
        )
        session.add(feed)
    return feed


async def change(sessions: Sessions, clock: SetClock, feed: Feed, **values: object) -> int:
    """The feed is polled with that result; how many notices became owed."""
    async with sessions.begin() as session:
        row = await session.get_one(Feed, feed.id)
        row.polled_at = clock()
        for name, value in values.items():
            setattr(row, name, value)
    return await owe_notices(sessions, clock)


async def told(sessions: Sessions) -> list[tuple[int, str]]:
    async with sessions() as session:
        rows = await session.execute(
            select(Follow.channel_id, Post.details).join(Follow).order_by(Post.id)
        )
        return [(channel, details["title"]) for channel, details in rows]


def failing(failures: int, since: datetime) -> dict[str, object]:
    return {
        "state": "failing", "failures": failures, "failing_since": since, "last_status": 503,
        "last_error": "503 Service Unavailable",
    }  # fmt: skip


async def test_a_feed_that_goes_bad_stops_and_comes_back_is_told_once_each(
    sessions: Sessions, clock: SetClock
) -> None:
    feed, since = await prepare(sessions, clock), clock()
    assert await change(sessions, clock, feed, **failing(4, since)) == 0
    clock.now += timedelta(hours=3)
    assert await change(sessions, clock, feed, **failing(5, since)) == 2
    assert await change(sessions, clock, feed, **failing(6, since)) == 0
    assert await change(sessions, clock, feed, state="gone", last_error="it answered 410") == 2
    assert await owe_notices(sessions, clock) == 0
    back = {"state": "ok", "failures": 0, "failing_since": None, "last_error": None}
    assert await change(sessions, clock, feed, **back) == 2
    assert await owe_notices(sessions, clock) == 0
    titles = ["A feed is in trouble: Paper", "A feed was stopped: Paper", "A feed is back: Paper"]
    assert await told(sessions) == [(c, title) for title in titles for c in (10, 20)]
    # The next episode is told anew.
    clock.now += timedelta(days=2)
    assert await change(sessions, clock, feed, **failing(5, clock())) == 2


async def test_a_day_of_failing_is_told_however_seldom_it_was_asked(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    feed, since = await prepare(sqlite_sessions, clock), clock()
    clock.now += timedelta(hours=23)
    assert await change(sqlite_sessions, clock, feed, **failing(2, since)) == 0
    clock.now += timedelta(hours=1)
    assert await change(sqlite_sessions, clock, feed, **failing(3, since)) == 2


async def test_only_servers_that_use_the_feed_are_told(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    feed = await prepare(sqlite_sessions, clock)
    async with sqlite_sessions.begin() as session:
        session.add(GuildFeed(guild_id=1, feed_id=feed.id, added=False, since=clock()))
    assert await change(sqlite_sessions, clock, feed, **failing(5, clock())) == 1
    assert [channel for channel, _ in await told(sqlite_sessions)] == [20]


async def test_a_feed_of_nobody_is_told_to_nobody(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    feed = await prepare(sqlite_sessions, clock, default=False)
    assert await change(sqlite_sessions, clock, feed, **failing(5, clock())) == 0


async def test_the_chosen_channel_is_told_if_it_works(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    feed = await prepare(sqlite_sessions, clock)
    async with sqlite_sessions.begin() as session:
        (await session.get_one(Guild, 1)).notice_channel_id = 11
    await change(sqlite_sessions, clock, feed, **failing(5, clock()))
    assert [channel for channel, _ in await told(sqlite_sessions)] == [11, 20]


async def test_what_stopped_before_a_server_came_is_not_told(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    feed = await prepare(sqlite_sessions, clock)
    async with sqlite_sessions.begin() as session:
        row = await session.get_one(Feed, feed.id)
        row.state, row.polled_at = "gone", clock() - timedelta(days=1)
    assert await owe_notices(sqlite_sessions, clock) == 0


async def test_a_paused_channel_is_told_in_one_that_works(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    await prepare(sqlite_sessions, clock)
    async with sqlite_sessions.begin() as session:
        for follow in await session.scalars(select(Follow).where(Follow.channel_id != 11)):
            follow.paused_at, follow.paused_reason = clock(), "Allow Send Messages there."
    assert await owe_notices(sqlite_sessions, clock) == 1
    assert await owe_notices(sqlite_sessions, clock) == 0
    async with sqlite_sessions() as session:
        post = (await session.scalars(select(Post))).one()
    assert post.details["channel_id"] == 10
    assert "Allow Send Messages there." in post.details["text"]


@pytest.mark.parametrize(
    ("values", "state", "fix"),
    [
        ({"state": "new"}, "not polled yet", None),
        ({"state": "ok"}, "well", None),
        ({"state": "ok", "new_entry_at": -9}, "well, but nothing new for 9 days", None),
        ({"state": "failing", "failures": 1, "last_status": 503}, "failing for now", "by itself"),
        ({"state": "failing", "failures": 5, "last_status": 403}, "in trouble", "Ask the site"),
        ({"state": "failing", "failures": 5, "last_status": 404}, "in trouble", "present address"),
        ({"state": "failing", "failures": 5, "last_status": 200}, "in trouble", "in a browser"),
        ({"state": "failing", "failures": 5}, "in trouble", "check the address"),
        ({"state": "gone"}, "stopped", "new address"),
        ({"state": "off"}, "switched off", None),
    ],
)
def test_health_is_told_in_plain_words(
    values: dict[str, object], state: str, fix: str | None, clock: SetClock
) -> None:
    days = values.pop("new_entry_at", None)
    feed = Feed(url=URL, failures=values.pop("failures", 0), **values)
    if isinstance(days, int):
        feed.new_entry_at = clock() + timedelta(days=days)
    health = health_of(feed, clock())
    assert health.state == state
    assert (fix in (health.fix or "")) if fix else health.fix is None


async def imported(sessions: Sessions, clock: SetClock, count: int) -> list[int]:
    """Feeds that server 1 just added, not polled yet."""
    await prepare(sessions, clock)
    async with sessions.begin() as session:
        feeds = [
            Feed(url=f"https://p{n}.example/", title=f"P{n}", added_at=clock(), state="new")
            for n in range(count)
        ]
        session.add_all(feeds)
        await session.flush()
        for feed in feeds:
            session.add(GuildFeed(guild_id=1, feed_id=feed.id, added=True, since=clock()))
        return [feed.id for feed in feeds]


async def polled(sessions: Sessions, clock: SetClock, feed: int, **values: object) -> int:
    async with sessions() as session:
        return await change(sessions, clock, await session.get_one(Feed, feed), **values)


async def test_added_feeds_that_give_nothing_are_told_once_in_one_message(
    sessions: Sessions, clock: SetClock
) -> None:
    dead, gone, well, last = await imported(sessions, clock, 4)
    since = clock()
    assert await polled(sessions, clock, dead, **failing(1, since)) == 0
    stopped = {"state": "gone", "failing_since": since, "last_status": 410}
    stopped["last_error"] = "stopped: it answered 410"
    assert await polled(sessions, clock, gone, **stopped) == 0
    assert await polled(sessions, clock, well, state="ok", succeeded_at=since) == 0
    assert await polled(sessions, clock, last, **failing(1, since)) == 1
    assert await told(sessions) == [(10, "3 added feeds give nothing")]
    async with sessions() as session:
        text = (await session.scalars(select(Post.details))).one()["text"]
    assert "P0: 503 Service Unavailable. Nothing to do yet" in text
    assert "P1: stopped: it answered 410. Look for a new address" in text
    # Nor again when they go on failing; one that works after all is told.
    clock.now += timedelta(days=2)
    assert await polled(sessions, clock, dead, **failing(7, since)) == 0
    back = {"state": "ok", "failing_since": None, "succeeded_at": clock()}
    assert await polled(sessions, clock, dead, **back) == 1
    assert await polled(sessions, clock, last, state="gone") == 1
    assert [title for _, title in await told(sessions)][1:] == [
        "A feed is back: P0",
        "An added feed gives nothing",
    ]


async def test_a_list_that_is_slow_to_be_polled_is_not_waited_for_for_ever(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    dead, *_ = await imported(sqlite_sessions, clock, 30)
    assert await polled(sqlite_sessions, clock, dead, **failing(1, clock())) == 0
    clock.now += timedelta(minutes=16)
    assert await owe_notices(sqlite_sessions, clock) == 1


async def test_many_duds_make_one_message_that_discord_takes(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    feeds = await imported(sqlite_sessions, clock, 50)
    for feed in feeds:
        long = {**failing(1, clock()), "last_error": "x" * 500}
        await polled(sqlite_sessions, clock, feed, **long)
    assert await told(sqlite_sessions) == [(10, "50 added feeds give nothing")]
    async with sqlite_sessions() as session:
        text = (await session.scalars(select(Post.details))).one()["text"]
    assert "And 40 more; /feeds list shows all." in text
    assert len(text) < 4_000


async def test_a_channel_is_not_told_what_an_address_keeps_secret(
    sessions: Sessions, clock: SetClock
) -> None:
    feed, since = await prepare(sessions, clock), clock()
    secret = "https://ann:word@paper.example/rss?key=k3y"
    clock.now += timedelta(hours=3)
    await change(sessions, clock, feed, url=secret, **failing(5, since))
    await change(sessions, clock, feed, state="gone", last_error="it answered 410")
    await change(sessions, clock, feed, state="ok", failures=0, failing_since=None)
    own = Feed(url=secret + "2", added_at=since, succeeded_at=None, **failing(5, since))
    async with sessions.begin() as session:
        session.add(own)
        await session.flush()
        session.add(GuildFeed(guild_id=1, feed_id=own.id, added=True, since=since))
    assert await owe_notices(sessions, clock) == 1
    async with sessions() as session:
        texts = [post.details["text"] for post in await session.scalars(select(Post))]
    assert len(texts) == 7
    assert all("Address: https://paper.example/rss" in text for text in texts)
    assert not any(word in text for text in texts for word in ("ann", "word", "k3y"))
