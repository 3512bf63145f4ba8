"""The schedule on its own, and two processes on one: whatever the standing, whoever comes first."""

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

from feed_site import Says, Site, item, rss, several
from feed_world import World, no_sleep
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from db.engine import Sessions
from db.models import Article
from feeds.fetch import Fetcher
from feeds.hints import DAYS
from feeds.hosts import HostGate
from feeds.schedule import CAP, FLOOR, Outcome, Standing, next_due
from jobs.clock import SetClock
from jobs.feeds import add_feed
from jobs.poll import poll

FEED = rss(item())
NOON = datetime(2025, 7, 25, 12, tzinfo=UTC)


async def test_due_feeds_are_found_by_index(world: World) -> None:
    async with world.sessions() as session:
        plan = await session.execute(
            text("EXPLAIN QUERY PLAN SELECT * FROM feeds WHERE due_at <= :now ORDER BY due_at"),
            {"now": "2025-07-25"},
        )
        assert "ix_feeds_due_at" in str(plan.all())


async def test_two_processes_store_one_story_once(sessions: Sessions, site: Site) -> None:
    """On both databases: neither poll fails, whoever comes first."""
    clock = SetClock(NOON)
    body = rss(*several(30))
    urls = [site.says(Says(200, body), path=f"/{n}") for n in range(4)]
    async with sessions.begin() as session:
        for url in urls:
            await add_feed(session, url, clock)
    async with AsyncExitStack() as stack:
        fetchers = [await stack.enter_async_context(Fetcher(allow_private=True)) for _ in urls]
        outcomes = await asyncio.gather(
            *(
                poll(sessions, clock, fetcher, only=url, outlets={})
                for fetcher, url in zip(fetchers, urls, strict=True)
            )
        )
    assert [outcome.ok for [outcome] in outcomes] == [True] * 4
    async with sessions() as session:
        assert await session.scalar(select(func.count(Article.id))) == 30


async def test_two_processes_do_not_ask_twice(sessions: Sessions, site: Site) -> None:
    """P18, on both databases."""
    clock = SetClock(NOON)
    async with sessions.begin() as session:
        await add_feed(session, site.says(Says(200, FEED)), clock)
    async with Fetcher(allow_private=True) as one, Fetcher(allow_private=True) as other:
        await asyncio.gather(*(poll(sessions, clock, f, outlets={}) for f in (one, other)))
    assert len(site.seen) == 1


STANDINGS = st.builds(
    Standing,
    url=st.text(max_size=20),
    failures=st.integers(1, 10**6),
    failing_since=st.none(),
    last_new=st.none() | st.integers(0, 10**9).map(lambda s: NOON - timedelta(seconds=s)),
    hints=st.fixed_dictionaries(
        {},
        optional={
            "max_age": st.integers(-(10**15), 10**15),
            "ttl": st.integers(0, 10**9),
            "skip_hours": st.lists(st.integers(0, 23)),
            "skip_days": st.lists(st.sampled_from(DAYS)),
        },
    ),
    retry_after=st.none() | st.integers(0, 10**15),
    unaligned=st.booleans(),
    eager=st.booleans(),
)


@given(st.sampled_from([Outcome.FINE, Outcome.FAILED, Outcome.THROTTLED]), STANDINGS)
def test_the_next_poll_is_never_within_ten_minutes_nor_after_a_day(
    outcome: Outcome, standing: Standing
) -> None:
    now = NOON
    due = next_due(outcome, standing, now)
    assert due.at is not None
    assert FLOOR <= due.at - now <= CAP
    assert due == next_due(outcome, standing, now)


def test_a_feed_that_reported_something_is_asked_as_often_as_is_polite() -> None:
    now = NOON
    due = next_due(Outcome.FINE, Standing("u", eager=True, last_new=now - timedelta(days=9)), now)
    assert due.at is not None
    assert FLOOR <= due.at - now <= FLOOR * 1.1


async def test_a_host_that_hangs_does_not_hold_up_the_turn_for_each_of_its_feeds(
    world: World,
) -> None:
    over = asyncio.Event()

    async def never(_writer: object) -> None:
        await over.wait()

    await world.add(*(world.site.says(Says(200, feeder=never), path=f"/{n}") for n in range(5)))
    gate = HostGate(sleep=no_sleep)
    async with Fetcher(allow_private=True, gate=gate, deadline=0.1) as fetcher:
        world.use(fetcher)
        outcomes = await world.poll()
    over.set()
    assert len(world.seen) == 2
    put_off = [outcome for outcome in outcomes if outcome.asked == "not asked"]
    assert [outcome.next_due for outcome in put_off] == [world.clock.now + FLOOR] * 3
