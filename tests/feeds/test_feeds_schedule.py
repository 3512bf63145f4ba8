"""When a feed is asked again: the server's wishes, failures, moves (P15 to P35).

The real poller over real HTTP; the clock is set by hand and jumps from one due time to the next.
"""

import asyncio
from collections import Counter
from datetime import timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from feed_site import Says, Site, item, open_site, rss, several
from feed_world import CONTACT, World, no_sleep
from sqlalchemy import select

from db.models import Feed
from feeds.fetch import Fetcher
from feeds.hosts import HostGate
from feeds.schedule import CAP, INTERVAL

FEED = rss(item())
ETAG = {"ETag": '"v1"'}
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SELDOM = {"Cache-Control": "max-age=10800"}
"""Keeps the days that some tests last short."""


async def settled(world: World, *answers: Says) -> str:
    """A feed past its first poll, so that no offset blurs what follows."""
    url = await world.follow(Says(200, FEED, ETAG), *answers)
    await world.poll_when_due()
    return url


async def test_a_host_is_asked_one_request_at_a_time_with_pauses(world: World) -> None:
    """P16"""
    pauses: list[float] = []
    now = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        pauses.append(seconds)
        now += seconds

    gate = HostGate(2.0, sleep, lambda: now, spare_loopback=False)
    await world.add(*(world.site.says(Says(200, FEED), path=f"/{n}") for n in range(20)))
    async with Fetcher(contact=CONTACT, allow_private=True, gate=gate) as fetcher:
        world.use(fetcher)
        assert len(await world.poll()) == 20
    assert world.site.most_in_flight == 1
    assert pauses == [2.0] * 19


async def test_a_slow_host_is_left_more_time_and_the_rest_stays_due(world: World) -> None:
    """P16, for hosts that allow a request a minute."""
    await world.add(*(f"http://www.reddit.com/r/{n}.rss" for n in range(3)))
    async with Fetcher(contact=CONTACT, gate=HostGate(sleep=no_sleep), deadline=0.2) as fetcher:
        world.use(fetcher)
        assert len(await world.poll()) == 1
    async with world.sessions() as session:
        due = (await session.scalars(select(Feed.due_at))).all()
    assert sum(moment <= world.clock.now for moment in due if moment) == 2


async def test_feeds_due_at_once_are_spread_out(world: World) -> None:
    """P17"""
    await world.add(*(world.site.says(Says(200, FEED), path=f"/{n}") for n in range(50)))
    for _ in range(3):
        await world.poll()
        async with world.sessions() as session:
            due = [moment for moment in await session.scalars(select(Feed.due_at)) if moment]
        starts = Counter(moment.replace(second=0, microsecond=0) for moment in due)
        assert max(starts.values()) <= 50 // 3
        assert max(due) - min(due) > INTERVAL / 2
        world.clock.now = max(due)  # as after an outage: all of them at once again


async def test_one_address_is_asked_once_however_often_it_is_added(world: World) -> None:
    """P18"""
    url = world.site.says(Says(200, FEED))
    await world.add(url, f" {url}#top", url.replace("http:", "HTTP:"), f"feed:{url}")
    assert len(await world.poll()) == 1
    assert len(world.seen) == 1


async def test_retry_after_in_seconds_is_obeyed_and_validators_kept(world: World) -> None:
    """P19"""
    await settled(world, Says(429, headers={"Retry-After": "7200"}), Says(304))
    wait = await world.wait_until_due()
    assert timedelta(seconds=7200) <= wait <= timedelta(seconds=7200) * 1.1
    await world.poll_when_due()
    assert world.site.last.headers["if-none-match"] == '"v1"'


async def test_a_bare_429_at_least_doubles_the_interval(world: World) -> None:
    """P20"""
    await settled(world, Says(429), Says(429), Says(304))
    first = await world.wait_until_due()
    await world.poll_when_due()
    second = await world.wait_until_due()
    assert first >= 2 * INTERVAL
    assert second >= 4 * INTERVAL
    await world.poll_when_due()
    assert world.site.last.headers["if-none-match"] == '"v1"'


@pytest.mark.parametrize(("status", "at_least"), [(429, 2 * HOUR), (403, HOUR)])
async def test_other_feeds_of_the_host_wait_too(
    world: World, status: int, at_least: timedelta
) -> None:
    """P21, and the same after 403."""
    for n in range(3):
        await world.add(world.site.says(Says(200, FEED), path=f"/{n}"))
    world.site.says(
        Says(status, headers={"Retry-After": "7200"} if status == 429 else {}), path="/0"
    )
    await world.poll()
    assert len(world.seen) == 1
    assert await world.wait_until_due() >= at_least


async def test_a_feed_of_another_host_does_not_wait(world: World) -> None:
    """P21: the penalty is the host's own."""
    await world.add(world.site.says(Says(429), path="/0"))
    world.site.says(Says(200, FEED), path="/1")
    await world.add(world.site.url("/1", host="localhost"))
    await world.poll()
    assert sorted(seen.path for seen in world.seen) == ["/0", "/1"]


async def test_retry_after_as_a_date_counts_from_the_servers_clock(world: World) -> None:
    """P22"""
    theirs = world.clock.now - timedelta(days=40)  # a server whose clock is far off
    headers = {
        "Date": format_datetime(theirs, usegmt=True),
        "Retry-After": format_datetime(theirs + 3 * HOUR, usegmt=True),
    }
    await settled(world, Says(503, headers=headers))
    assert 3 * HOUR <= await world.wait_until_due() <= 3.3 * HOUR


@pytest.mark.parametrize("name", ["Retry-After", "Expires", "Date"])
@pytest.mark.parametrize("status", [200, 429])
async def test_a_date_beyond_the_calendar_is_none(world: World, name: str, status: int) -> None:
    beyond = "Fri, 31 Dec 9999 23:59:59 -0500"
    headers = {"Expires": "Fri, 25 Jul 2025 18:00:00 GMT", name: beyond}
    await world.add(world.site.says(Says(status, FEED, headers)))
    (outcome,) = await world.poll()
    assert outcome.decided.startswith("429" if status == 429 else "1 new")


@pytest.mark.parametrize(
    "answer",
    [
        Says(429, headers={"Retry-After": "315360000"}),
        Says(200, FEED, {"Cache-Control": "max-age=315360000"}),
        Says(200, rss(item("g2"), channel="<ttl>99999999</ttl>")),
        Says(200, FEED, {"Expires": "Thu, 01 Jan 2099 00:00:00 GMT"}),
        Says(429, headers={"Retry-After": "9" * 5000}),
    ],
)
async def test_absurd_wishes_are_capped_at_a_day(world: World, answer: Says) -> None:
    """P23"""
    await settled(world, answer)
    assert CAP * 0.9 <= await world.wait_until_due() <= CAP


@pytest.mark.parametrize("status", [200, 304])
async def test_max_age_is_waited_for(world: World, status: int) -> None:
    """P24"""
    fresh = Says(status, FEED if status == 200 else b"", {"Cache-Control": "public, max-age=14400"})
    await settled(world, fresh)
    assert 4 * HOUR <= await world.wait_until_due() <= 4.4 * HOUR


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache-Control": "no-cache, max-age=14400"},
        {"Cache-Control": "max-age=0"},
        {"Expires": "0"},
        {"Expires": "Thu, 01 Jan 1970 00:00:00 GMT"},
    ],
)
async def test_no_cache_does_not_hurry_us(world: World, headers: dict[str, str]) -> None:
    """P25"""
    await settled(world, Says(200, FEED, headers))
    assert INTERVAL <= await world.wait_until_due() <= INTERVAL * 1.1


async def test_ttl_is_waited_for_also_after_a_304(world: World) -> None:
    """P26"""
    await settled(world, Says(200, rss(item("g2"), channel="<ttl>360</ttl>"), ETAG), Says(304))
    assert 6 * HOUR <= await world.wait_until_due() <= 6.6 * HOUR
    await world.poll_when_due()
    assert 6 * HOUR <= await world.wait_until_due() <= 6.6 * HOUR


@pytest.mark.parametrize(
    ("channel", "hours"),
    [
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 6),
        ("<sy:updatePeriod>weekly</sy:updatePeriod>", 24),
    ],
)
async def test_update_period_stretches_the_interval(world: World, channel: str, hours: int) -> None:
    """P27"""
    await settled(world, Says(200, rss(item("g2"), channel=channel)))
    assert min(hours * HOUR, CAP) <= await world.wait_until_due() <= min(hours * 1.1 * HOUR, CAP)


async def test_skipped_hours_and_days_are_skipped(world: World) -> None:
    """P27"""
    skipped = "".join(f"<hour>{hour}</hour>" for hour in (12, 13, 14, 15))
    channel = f"<skipHours>{skipped}</skipHours><skipDays><day>Sunday</day></skipDays>"
    await world.follow(Says(200, rss(item("g2"), channel=channel)))
    due = await world.due()
    assert due is not None
    assert (due.day, due.hour) == (25, 16)


async def test_a_feed_that_skips_every_hour_is_asked_once_a_day(world: World) -> None:
    """P27, capped"""
    skipped = "".join(f"<hour>{hour}</hour>" for hour in range(24))
    await world.follow(Says(200, rss(item(), channel=f"<skipHours>{skipped}</skipHours>")))
    assert await world.wait_until_due() == CAP


@pytest.mark.parametrize("status", [301, 308])
async def test_a_permanent_redirect_is_learnt_after_a_day(world: World, status: int) -> None:
    """P28"""
    new = world.site.says(Says(200, FEED, ETAG | SELDOM), Says(304, headers=SELDOM), path="/new")
    old = await world.follow(Says(status, headers={"Location": "/new"}))
    await world.poll_for(23 * HOUR)
    assert (await world.feed()).url == old
    await world.poll_for(7 * HOUR)
    assert (await world.feed()).url == new
    seen = len(world.seen)
    await world.poll_for(7 * HOUR)
    assert {request.path for request in world.seen[seen:]} == {"/new"}
    assert world.site.last.headers["if-none-match"] == '"v1"'  # /new gave it itself
    assert len(await world.entries()) == 1


async def test_a_move_to_a_feed_we_have_ends_the_old_one(world: World) -> None:
    """P28 and P18: two addresses that became one are asked once."""
    new = await world.follow(Says(200, FEED, SELDOM), path="/new")
    await world.add(world.site.says(Says(301, headers={"Location": "/new"}), path="/old"))
    await world.poll_for(32 * HOUR)
    seen = len(world.seen)
    await world.poll_for(7 * HOUR)
    assert {request.path for request in world.seen[seen:]} == {"/new"}
    assert (await world.feed(new)).is_default


async def test_a_permanent_redirect_that_comes_and_goes_is_not_learnt(world: World) -> None:
    """P28"""
    world.site.says(Says(200, FEED, SELDOM), path="/new")
    moved = Says(301, headers={"Location": "/new"})
    old = await world.follow(moved, *[Says(200, FEED, SELDOM), moved] * 20)
    await world.poll_for(40 * HOUR)
    assert (await world.feed()).url == old


@pytest.mark.parametrize("status", [302, 303, 307])
async def test_a_passing_redirect_is_followed_and_not_learnt(world: World, status: int) -> None:
    """P29"""
    world.site.says(Says(200, FEED, SELDOM), path="/new")
    old = await world.follow(Says(status, headers={"Location": "/new"}))
    await world.poll_for(30 * HOUR)
    feed = await world.feed()
    assert (feed.url, feed.moved_to, feed.state) == (old, None, "ok")


async def test_a_temporary_hop_before_a_permanent_one_teaches_nothing(world: World) -> None:
    """P28, P29"""
    world.site.says(Says(200, FEED), path="/c")
    world.site.says(Says(301, headers={"Location": "/c"}), path="/b")
    await world.follow(Says(302, headers={"Location": "/b"}))
    assert (await world.feed()).moved_to is None


async def test_validators_go_only_to_the_url_that_gave_them(world: World, site: Site) -> None:
    """P30"""
    async with open_site() as other:
        target = other.says(Says(200, rss(*several(3)), {"ETag": '"theirs"'}))
        redirect = Says(302, headers={"Location": target})
        await world.follow(Says(200, FEED, ETAG), redirect)
        await world.poll_when_due()
        assert site.last.headers["if-none-match"] == '"v1"'
        assert "if-none-match" not in other.last.headers
        await world.poll_when_due()
        assert "if-none-match" not in site.last.headers
        assert other.last.headers["if-none-match"] == '"theirs"'


async def test_redirects_end(world: World) -> None:
    """P31"""
    for n in range(20):
        world.site.says(Says(302, headers={"Location": f"/{n + 1}"}), path=f"/{n}")
    await world.add(world.site.url("/0"))
    [outcome] = await world.poll()
    assert "more than 5 redirects" in outcome.decided
    assert len(world.seen) == 6


async def test_a_circle_of_redirects_ends_at_once(world: World) -> None:
    """P31"""
    await world.follow(Says(302, headers={"Location": "/feed"}))
    assert len(world.seen) == 1
    assert "circle" in ((await world.feed()).last_error or "")


async def test_gone_ends_a_feed(world: World) -> None:
    """P32"""
    await settled(world, Says(410))
    await world.poll_for(30 * DAY)
    feed = await world.feed()
    assert len(world.seen) == 2
    assert (feed.state, feed.due_at) == ("gone", None)
    assert "410 Gone" in (feed.last_error or "")


async def test_a_week_of_404_ends_a_feed_after_ever_longer_waits(world: World) -> None:
    """P33"""
    await settled(world, Says(404))
    polled = await world.poll_for(20 * DAY)
    feed = await world.feed()
    assert feed.state == "gone"
    assert 8 <= len(polled) <= 16
    assert "stopped" in (feed.last_error or "")


async def test_back_off_grows_and_resets(world: World) -> None:
    """P34"""
    await settled(world, *[Says(500)] * 6, Says(200, rss(item("g2"))))
    waits = [await world.wait_until_due()]
    for _ in range(5):
        await world.poll_when_due()
        waits.append(await world.wait_until_due())
    assert all(later > 1.5 * sooner for sooner, later in pairwise(waits))
    await world.poll_when_due()
    assert await world.wait_until_due() <= INTERVAL * 1.1
    feed = await world.feed()
    assert (feed.failures, feed.state, feed.failing_since, feed.last_error) == (0, "ok", None, None)


async def test_forbidden_backs_off_for_hours_under_the_same_name(world: World) -> None:
    """P35"""
    await settled(world, Says(403))
    assert await world.wait_until_due() >= 4 * HOUR
    assert len(world.seen) == 2
    assert len({seen.headers["user-agent"] for seen in world.seen}) == 1


async def test_a_quiet_feed_is_asked_less_but_four_times_a_day(world: World) -> None:
    await world.follow(Says(200, FEED, ETAG), Says(304))
    world.clock.now += 10 * DAY
    await world.poll()
    seen = len(world.seen)
    await world.poll_for(DAY)
    assert 3 <= len(world.seen) - seen <= 4


async def test_one_dead_feed_delays_no_other(world: World) -> None:
    async def never(_writer: object) -> None:
        await asyncio.sleep(60)

    await world.add(world.site.says(Says(200, feeder=never), path="/dead"))
    world.site.says(Says(200, FEED), path="/live")
    live = world.site.url("/live", host="localhost")
    await world.add(live, "http://127.0.0.1:1/refused", "http://nowhere.invalid/")
    async with Fetcher(allow_private=True, gate=HostGate(sleep=no_sleep), deadline=0.5) as fetcher:
        world.use(fetcher)
        outcomes = {outcome.url: outcome for outcome in await world.poll()}
    assert outcomes[live].new == 1
    assert sum(outcome.ok for outcome in outcomes.values()) == 1
    assert all(outcome.next_due for outcome in outcomes.values())


async def test_a_host_that_is_down_is_not_tried_for_each_of_its_feeds(world: World) -> None:
    await world.add(*(f"http://127.0.0.1:1/{n}" for n in range(6)))
    outcomes = await world.poll()
    assert [outcome.asked for outcome in outcomes].count("not asked") == 4


async def test_a_304_to_an_unconditional_request_is_a_failure(world: World) -> None:
    await world.follow(Says(304))
    feed = await world.feed()
    assert (feed.state, feed.failures) == ("failing", 1)


async def test_an_outcome_says_what_happened_in_words(world: World) -> None:
    await world.follow(Says(200, FEED, ETAG), Says(304))
    told = str(await world.poll_when_due())
    assert "asked for news since its ETag → 304 Not Modified → unchanged; next 2025-07-25" in told
