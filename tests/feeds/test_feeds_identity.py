"""What is one item and what is one story, over polls and feeds: nothing is news twice.

The real poller over real HTTP. P42 to P45 hold the shorter forms of the same.
"""

import pytest
from feed_site import Says, item, rss
from feed_world import World

LONG = (
    "Delegations of both sides met for an hour in the palace and parted without a word to the "
    "reporters who had waited at the gate."
)
LINK = "https://news.example/2025/talks-end"
FIRST = item("g1", "Talks end", link=LINK, text=LONG)
LATER = "Fri, 25 Jul 2025 11:30:00 GMT"


async def polled_again(world: World, *items: str) -> tuple[int, int]:
    """(stories, items) once the feed, which had FIRST, gives these."""
    await world.follow(Says(200, rss(FIRST)), Says(200, rss(*items)))
    await world.poll_when_due()
    await world.poll_when_due()
    return len(await world.articles()), len(await world.entries())


@pytest.mark.parametrize(
    ("again", "items"),
    [
        (item("g1", "Talks end", link=LINK, text=LONG, date=LATER), 1),
        (item("g1", "Talks end early", link=LINK, text=LONG), 1),
        (item("g1", "Talks end early", link=LINK, text="All new words.", date=LATER), 1),
        (item("g1", "Talks end", link=f"{LINK}-early", text=LONG), 1),
        (item("g2", "Talks end", link=LINK, text=LONG), 2),
        (item("g2", "Talks end early", link=LINK, text="All new words.", date=LATER), 2),
        (item("g2", "Talks end", link=f"{LINK}?utm_source=rss&amp;fbclid=x#top", text=LONG), 2),
        (item(None, "Talks end", link=LINK, text=LONG), 2),
        (item("g2", "Talks end", link=f"{LINK}-early", text=LONG, date=LATER), 2),
        (item("g2", "Talks end", link=f"{LINK}-2", text=LONG[:100] + "…", date=LATER), 2),
    ],
    ids=[
        "re-dated",
        "re-titled",
        "rewritten",
        "moved",
        "re-guided",
        "re-guided and rewritten",
        "re-guided under a tracking address",
        "without its guid",
        "re-guided and moved",
        "re-guided, moved and cut",
    ],
)
async def test_an_item_in_new_clothes_is_the_same_story(
    world: World, again: str, items: int
) -> None:
    assert await polled_again(world, again) == (1, items)
    [story] = await world.articles()
    assert story.baseline, "it was never news"


@pytest.mark.parametrize(
    "other",
    [
        item("g2", "Talks end", link=f"{LINK}-2", text="Another text."),
        item("g2", "Talks end", link=f"{LINK}-2", text="Live updates."),
        item("g2", "Talks resume", link=f"{LINK}-2", text=LONG),
        item("g2", "Talks end", link=f"{LINK}-2", text=LONG.replace("an hour", "two hours")),
        item("g2", "Talks end", link=f"{LINK}-2", text=LONG, date="Sat, 26 Jul 2025 10:00:00 GMT"),
        item("g1", "Talks resume", link=f"{LINK}-2", text="They sat down again."),
    ],
    ids=["text", "stock phrase", "title", "a number", "the next day", "the guid of another"],
)
async def test_what_says_anything_new_is_another_story(world: World, other: str) -> None:
    assert await polled_again(world, other, FIRST) == (2, 2)
    assert [story.baseline for story in await world.articles()] == [True, False]


async def test_items_that_share_a_guid_keep_their_identity_over_polls(world: World) -> None:
    one, two = (item("same", f"Story {n}", link=f"/{n}", text=f"Text {n}.") for n in (1, 2))
    three = item("same", "Story 3", link="/3", text="Text 3.")
    await world.follow(Says(200, rss(one, two)))
    for told in ((two, one), (three, two), (one, three), (two,)):
        world.site.says(Says(200, rss(*told)))
        await world.poll_when_due()
    entries = await world.entries()
    assert sorted(entry.title for entry in entries) == ["Story 1", "Story 2", "Story 3"]
    assert all(entry.edits == [] for entry in entries)


async def test_three_feeds_of_one_outlet_give_one_story(world: World) -> None:
    for path, link, guid in (
        ("/all", LINK, "a"),
        ("/world", f"{LINK}?utm_campaign=world", "b"),
        ("/europe", f"{LINK}#xtor=RSS-1", "c"),
    ):
        await world.follow(Says(200, rss(item(guid, "Talks end", link=link, text=LONG))), path=path)
    assert len(await world.articles()) == 1
    assert len(await world.entries()) == 3


async def test_edits_are_remembered_with_their_time_and_what_was(world: World) -> None:
    told = [
        item("g1", "Talks end", link=LINK, text=LONG),
        item("g1", "Talks end early", link=LINK, text=LONG),
        item("g1", "Talks end early", link=LINK, text="They met.", date=LATER),
    ]
    await world.follow(*(Says(200, rss(one)) for one in told))
    times = []
    for _ in range(3):
        await world.poll_when_due()
        times.append(world.clock.now.isoformat())
    [entry] = await world.entries()
    assert entry.edits == [
        {"at": times[0], "field": "title", "was": "Talks end"},
        {"at": times[1], "field": "text", "was": LONG},
        {"at": times[1], "field": "published", "was": "2025-07-25T10:00:00+00:00"},
    ]
    [story] = await world.articles()
    assert (story.title, story.text) == ("Talks end early", "They met.")
