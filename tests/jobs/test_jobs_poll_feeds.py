"""The set of feeds: added once, removed for good, taken in from presets, moved."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from db.engine import Sessions
from db.models import Feed, Guild, GuildFeed, Outlet
from jobs.clock import SetClock
from jobs.feeds import (
    FeedUrlError,
    add_feed,
    apply_move,
    ensure_default_feeds,
    feed_url,
    list_feeds,
    pause_host,
    remove_feed,
    waiting,
)
from reading.preset import Preset, parse_preset

URL = "https://paper.example/rss"


def preset(*urls: str) -> Preset:
    return parse_preset(
        {
            "slug": "north-south",
            "name": "North and South",
            "parties": [{"name": "North"}, {"name": "South"}],
            "outlets": [{"name": "The Paper", "domains": ["paper.example"], "country": "GB"}],
            "feeds": [{"url": url, "title": "Paper", "outlet": "The Paper"} for url in urls],
        }
    )


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (" HTTPS://Paper.Example/RSS ", "https://paper.example/RSS"),
        ("https://paper.example", "https://paper.example/"),
        ("https://paper.example:443/rss#top", "https://paper.example/rss"),
        ("http://paper.example:8080/rss?a=b", "http://paper.example:8080/rss?a=b"),
        ("feed://paper.example/rss", "https://paper.example/rss"),
        ("feed:http://paper.example/rss", "http://paper.example/rss"),
        ("<https://paper.example/rss>", "https://paper.example/rss"),
        ("http://[2001:DB8::1]/rss", "http://[2001:db8::1]/rss"),
    ],
)
def test_an_address_has_one_form(text: str, url: str) -> None:
    assert feed_url(text) == url


@pytest.mark.parametrize(
    "text", ["", "paper.example/rss", "ftp://paper.example/", "http://", "http://[::1", "a b"]
)
def test_what_is_no_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(FeedUrlError, match=r"https://example\.org/feed\.xml"):
        feed_url(text)


async def test_presets_are_taken_in_once(sqlite_sessions: Sessions, clock: SetClock) -> None:
    presets = [preset(URL, "https://paper.example/world")]
    async with sqlite_sessions.begin() as session:
        assert await ensure_default_feeds(session, presets, clock) == 2
        assert await ensure_default_feeds(session, presets, clock) == 0
        feed = (await list_feeds(session, default=True))[0]
        outlet = await session.get(Outlet, feed.outlet_id)
    assert outlet is not None
    assert (outlet.name, outlet.country, feed.title) == ("The Paper", "GB", "Paper")


async def test_a_removed_feed_is_not_brought_back_by_its_preset(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    async with sqlite_sessions.begin() as session:
        await ensure_default_feeds(session, [preset(URL)], clock)
        assert await remove_feed(session, URL)
        assert not await remove_feed(session, URL)
        await ensure_default_feeds(session, [preset(URL)], clock)
        assert await list_feeds(session) == []


async def test_a_feed_added_again_starts_afresh(sqlite_sessions: Sessions, clock: SetClock) -> None:
    async with sqlite_sessions.begin() as session:
        feed = await add_feed(session, URL, clock)
        feed.succeeded_at, feed.etag, feed.body_hash = clock(), '"v1"', "x"
        await remove_feed(session, URL)
        assert feed.due_at is None
        clock.now += timedelta(days=3)
        again = await add_feed(session, URL, clock)
    assert again.id == feed.id
    # As at first sight: what was missed meanwhile is stored and not announced.
    assert (again.state, again.succeeded_at, again.etag, again.body_hash) == ("new",) + (None,) * 3
    assert again.due_at == clock()


async def test_a_feed_that_a_server_added_goes_on_for_it(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    async with sqlite_sessions.begin() as session:
        feed = await add_feed(session, URL, clock)
        session.add(Guild(id=1, joined_at=clock()))
        await session.flush()
        session.add(GuildFeed(guild_id=1, feed_id=feed.id, added=True, since=clock()))
        await session.flush()
        assert await remove_feed(session, URL)
    assert (feed.is_default, feed.state, feed.due_at) == (False, "new", clock())


async def test_a_move_onto_a_known_feed_takes_its_servers_along(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    async with sqlite_sessions.begin() as session:
        old = await add_feed(session, URL, clock, default=False)
        new = await add_feed(session, "https://paper.example/new", clock, default=False)
        for guild in (1, 2):
            session.add(Guild(id=guild, joined_at=clock()))
            await session.flush()
            choice = GuildFeed(guild_id=guild, feed_id=old.id, added=True, since=clock())
            choice.full_text = True
            session.add(choice)
        session.add(GuildFeed(guild_id=2, feed_id=new.id, added=True, since=clock()))
        await session.flush()
        old.moved_to, old.moved_since = new.url, clock()
        assert "polled already" in await apply_move(session, old)
        users = select(GuildFeed.guild_id).where(GuildFeed.feed_id == new.id)
        assert sorted(await session.scalars(users)) == [1, 2]
        assert (await session.get_one(GuildFeed, (1, new.id))).full_text
    assert (old.state, old.due_at, old.url) == ("off", None, URL)


async def test_a_pause_meets_only_the_host(sqlite_sessions: Sessions, clock: SetClock) -> None:
    until = clock() + timedelta(hours=2)
    async with sqlite_sessions.begin() as session:
        for host in ("paper.example", "sub.paper.example", "paper.example.org"):
            await add_feed(session, f"https://{host}/paper.example", clock)
        late = await add_feed(session, "https://paper.example/late", clock)
        late.due_at = until + timedelta(hours=1)
        await session.flush()
        await pause_host(session, "paper.example", until, spare=0)
    async with sqlite_sessions() as session:
        paused = await session.scalars(select(Feed.url).where(Feed.due_at == until))
        assert list(paused) == ["https://paper.example/paper.example"]


async def test_waiting_says_why_nothing_was_polled(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    async with sqlite_sessions.begin() as session:
        assert "There is no feed to poll" in await waiting(session, clock())
        assert "parley feeds add" in await waiting(session, clock(), URL)
        feed = await add_feed(session, URL, clock)
        assert await waiting(session, clock(), URL) == "It is due now."
        feed.due_at = datetime(2025, 7, 26, 9, tzinfo=UTC)
        await session.flush()
        assert await waiting(session, clock(), URL) == "It is due 2025-07-26 09:00 UTC."
        assert "2025-07-26 09:00" in await waiting(session, clock())
        feed.due_at, feed.last_error = None, "410 Gone"
        await session.flush()
        assert await waiting(session, clock(), URL) == "It is stopped: 410 Gone."
