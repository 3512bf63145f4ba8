"""A feed that told of a round is polled sooner for a while, and never sooner than it asks."""

from datetime import timedelta

import pytest
from feed_site import Says, item, rss
from feed_world import World

from feeds.schedule import FLOOR, INTERVAL
from jobs.feeds import EAGER_FOR

ROUND = item(
    "round",
    "Russia and Ukraine hold third round of talks in Istanbul",
    link="/round",
    text="Delegations of Russia and Ukraine held a third round of direct talks in Istanbul on "
    "Wednesday, July 23, Russian negotiator Vladimir Medinsky said after the meeting.",
)
WEATHER = item("w", "Weather", link="/w", text="It rains.")
JITTER = INTERVAL * 0.1


async def gap_after(world: World, told: str, **headers: str) -> timedelta:
    """How long the feed is left alone after the poll that follows the one which told it."""
    await world.follow(Says(200, rss(WEATHER)), Says(200, rss(told, WEATHER), headers))
    await world.poll_when_due()
    await world.read()
    await world.poll_when_due()
    return await world.wait_until_due()


async def test_after_a_round_it_is_polled_at_the_floor(world: World) -> None:
    assert FLOOR <= await gap_after(world, ROUND) <= FLOOR + JITTER < INTERVAL


ANNOUNCED = item(
    "soon",
    "Russia and Ukraine to hold third round of talks in Istanbul",
    link="/soon",
    text="Delegations of Russia and Ukraine will hold a third round of direct talks in Istanbul on "
    "Wednesday, July 30, the Kremlin said.",
)
WORDS = item(
    "words",
    "Russia and Ukraine trade accusations",
    link="/words",
    text="Russia and Ukraine blamed each other on Thursday for the lack of an agreement.",
)


@pytest.mark.parametrize("told", [ANNOUNCED, WORDS, ROUND.replace("25 Jul 2025", "21 Jul 2025")])
async def test_other_news_changes_nothing(world: World, told: str) -> None:
    assert await gap_after(world, told) >= INTERVAL


async def test_what_stood_in_the_first_poll_changes_nothing(world: World) -> None:
    await world.follow(Says(200, rss(ROUND)))
    await world.read()
    await world.poll_when_due()
    assert await world.wait_until_due() >= INTERVAL


async def test_the_servers_wish_goes_before_it(world: World) -> None:
    gap = await gap_after(world, ROUND, **{"Cache-Control": "max-age=7200"})
    assert gap >= timedelta(hours=2)


async def test_it_passes(world: World) -> None:
    await gap_after(world, ROUND)
    await world.poll_for(EAGER_FOR)
    await world.poll_when_due()
    assert await world.wait_until_due() >= INTERVAL


async def test_a_quiet_feed_is_woken(world: World) -> None:
    """Hours between polls would be too long while delegations sit at the table."""
    await world.follow(Says(200, rss(WEATHER)))
    await world.poll_for(timedelta(days=3, hours=1))
    late = ROUND.replace("25 Jul 2025", f"{world.clock.now:%d %b %Y}")
    world.site.says(Says(200, rss(late, WEATHER)))
    await world.poll_when_due()
    await world.read()
    await world.poll_when_due()
    assert await world.wait_until_due() < INTERVAL
