"""Full text, where a feed asks for it: the page behind an entry is fetched, judged, and read.

The real poller, reader and worker over real HTTP.
"""

from datetime import timedelta

import pytest
from feed_site import Says, item, rss
from feed_world import World
from page_samples import STORY, page
from sqlalchemy import select, update

from bot.cards.story import story_card
from db.engine import Sessions
from db.models import Feed, Guild, GuildFeed, Page, Point, Post, Report
from feeds.schedule import FLOOR
from jobs.clock import SetClock
from jobs.feeds import add_feed
from jobs.housekeep import housekeep
from jobs.pages import AGAIN, FRESH, KEPT, RETRIES, WHOLE, full_text_feeds
from jobs.story_facts import story_facts

TITLE = "Russia and Ukraine hold third round of talks in Istanbul"
SUMMARY = "Delegations of Russia and Ukraine met in Istanbul on Wednesday, July 23."
HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = Says(200, page(TITLE, *STORY), HTML)


def entry(text: str = SUMMARY, title: str = TITLE, path: str = "/story") -> str:
    return item(path, title, link=path, text=text)


async def news(world: World, *pages: Says, entries: tuple[str, ...] = (entry(),)) -> str:
    """A feed that reads in full; after its first poll it tells these entries."""
    world.site.says(*pages, path="/story")
    old = item("old", "Weather", link="/old", text="It rains.")
    url = await world.follow(Says(200, rss(old)), Says(200, rss(*entries)))
    async with world.sessions.begin() as session:
        await session.execute(update(Feed).values(full_text=True))
    await world.poll_when_due()
    return url


async def only_page(world: World) -> Page:
    async with world.sessions() as session:
        return (await session.scalars(select(Page))).one()


async def prisoners(world: World) -> list[int]:
    """The counts that the one report tells; the feed's own words tell none."""
    async with world.sessions() as session:
        assert (await session.scalars(select(Report.kinds))).one() == ["talks"]
        points = await session.scalars(select(Point).where(Point.name == "prisoner_exchange"))
        return [point.low for point in points if point.low is not None]


def asked(world: World, path: str = "/story") -> int:
    return sum(seen.path == path for seen in world.seen)


async def test_it_is_off_unless_asked_for(world: World) -> None:
    await news(world, PAGE)
    async with world.sessions.begin() as session:
        await session.execute(update(Feed).values(full_text=False))
    assert await world.read() == 0
    assert asked(world) == asked(world, "/robots.txt") == 0


async def test_the_page_is_read_once_and_says_more_than_the_feed(world: World) -> None:
    await news(world, PAGE)
    assert await world.read() == 1
    assert await prisoners(world) == [1200]
    assert await world.read() == 0
    assert (asked(world), asked(world, "/robots.txt")) == (1, 1)
    headers = world.site.last.headers
    assert headers["accept"].startswith("text/html")
    assert headers["user-agent"].startswith("Parley/")
    assert not {"cookie", "referer"} & set(headers)


async def test_only_what_is_about_a_conflict_and_new_is_asked_for(world: World) -> None:
    sport = item("s", "Cup final", link="/sport", text="The home side won by two goals.")
    old = item("o", TITLE, link="/o", text=SUMMARY, date="Mon, 21 Jul 2025 10:00:00 GMT")
    await news(world, PAGE, entries=(sport, old, entry()))
    assert await world.read() == 1
    assert [seen.path for seen in world.seen[2:]] == ["/robots.txt", "/story"]


async def test_a_feed_that_gives_the_whole_story_is_enough(world: World) -> None:
    whole = f"{SUMMARY} " + "They spoke of many things and agreed on none. " * 80
    assert len(whole) > WHOLE
    await news(world, PAGE, entries=(entry(whole),))
    assert await world.read() == 0
    assert asked(world) == 0


async def test_what_stood_in_the_first_poll_is_not_asked_for(world: World) -> None:
    await world.follow(Says(200, rss(entry())))
    async with world.sessions.begin() as session:
        await session.execute(update(Feed).values(full_text=True))
    assert await world.read() == 0
    assert len(world.seen) == 1


async def test_robots_txt_is_obeyed_on_every_hop(world: World) -> None:
    rules = Says(200, b"User-agent: *\nDisallow: /paid")
    world.site.says(rules, path="/robots.txt")
    world.site.says(PAGE, path="/paid/1")
    await news(world, Says(302, headers={"Location": "/paid/1"}))
    assert await world.read() == 0
    assert (asked(world), asked(world, "/paid/1")) == (1, 0)
    assert "robots.txt" in str((await only_page(world)).problem)
    assert await prisoners(world) == []


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (Says(404), "404"),
        (Says(410), "410"),
        (Says(200, page(TITLE), HTML), "less than the feed"),
        (Says(200, page("Cookies", *["We value your privacy."] * 20), HTML), "consent"),
        (Says(200, page("Recipes", *["Ten recipes for a summer evening."] * 20), HTML), "else"),
        (Says(200, b"%PDF-1.7", {"Content-Type": "application/pdf"}), "no web page"),
        (Says(302, headers={"Location": "/story"}), "circle"),
        (Says(302, headers={"Location": "file:///etc/passwd"}), "redirects"),
        (Says(200, b"x" * (6 * 1024 * 1024), HTML), "too large"),
    ],
)
async def test_a_page_that_cannot_be_used_loses_nothing(
    world: World, says: Says, words: str
) -> None:
    await news(world, says)
    assert await world.read() == 0
    row = await only_page(world)
    assert words in str(row.problem)
    assert (row.text, row.due_at) == (None, None)
    async with world.sessions() as session:
        assert (await session.scalars(select(Report.kinds))).one() == ["talks"]


async def test_a_failure_that_may_pass_is_tried_again_ever_later_and_then_left(
    world: World,
) -> None:
    await news(world, Says(500))
    start = world.clock.now
    waits = []
    while (due := (await _due(world))) is not None:
        world.clock.now = max(due, world.clock.now)
        before = world.clock.now
        await world.read()
        after = await _due(world)
        waits.append(after - before if after else None)
    assert waits == [*RETRIES, None]
    assert asked(world) == 1 + len(RETRIES)
    assert "500" in str((await only_page(world)).problem)
    assert world.clock.now - start < timedelta(hours=6)


async def _due(world: World) -> object:
    async with world.sessions() as session:
        row = (await session.scalars(select(Page))).one_or_none()
    return world.clock.now if row is None else row.due_at


async def test_a_page_that_comes_back_is_read(world: World) -> None:
    await news(world, Says(503, headers={"Retry-After": "7200"}), PAGE)
    assert await world.read() == 0
    world.clock.now += timedelta(hours=1)
    assert await world.read() == 0
    assert asked(world) == 1
    world.clock.now += timedelta(hours=1)
    assert await world.read() == 1
    assert await prisoners(world) == [1200]


async def test_a_host_that_finds_us_too_many_is_left_alone(world: World) -> None:
    other = entry(path="/story2", title=f"{TITLE} again")
    world.site.says(PAGE, path="/story2")
    url = await news(world, Says(429, headers={"Retry-After": "7200"}), entries=(entry(), other))
    count = len(world.seen)
    assert await world.read() == 0
    world.clock.now += timedelta(minutes=119)
    assert await world.poll() == []
    assert await world.read() == 0
    assert len(world.seen) == count + 2  # robots.txt and one page; no other page, no feed
    feed = await world.feed(url)
    assert feed.due_at is not None
    assert feed.due_at >= world.clock.now + timedelta(minutes=1)


async def test_no_page_of_a_host_is_asked_while_its_feed_is_turned_away(world: World) -> None:
    await news(world, PAGE)
    async with world.sessions.begin() as session:
        later = world.clock.now + timedelta(hours=1)
        await session.execute(update(Feed).values(state="failing", last_status=429, due_at=later))
    assert await world.read() == 0
    assert asked(world) == 0
    world.clock.now = later
    assert await world.read() == 1


async def test_an_edited_entry_has_its_page_read_again(world: World) -> None:
    corrected = [text.replace("1,200", "1,000") for text in STORY]
    await news(world, PAGE, Says(200, page(TITLE, *corrected), HTML))
    assert await world.read() == 1
    world.site.says(Says(200, rss(entry(f"{SUMMARY} This story was corrected."))))
    await world.poll_when_due()
    await world.read()
    assert await prisoners(world) == [1200]  # until the page was asked again, in its time
    world.clock.now += AGAIN
    assert await world.read() == 1
    assert await prisoners(world) == [1000]


async def test_a_page_taken_down_after_an_edit_gives_way_to_the_feed(world: World) -> None:
    await news(world, PAGE, Says(404))
    await world.read()
    world.site.says(Says(200, rss(entry(f"{SUMMARY} This story was corrected."))))
    await world.poll_when_due()
    world.clock.now += AGAIN
    assert await world.read() == 1
    assert await prisoners(world) == []


async def set_full_text(world: World, on: bool) -> None:
    async with world.sessions.begin() as session:
        await session.execute(update(Feed).values(full_text=on))


async def test_switched_off_nothing_is_asked_and_an_edit_is_read_from_the_feed(
    world: World,
) -> None:
    await news(world, Says(500), PAGE)
    assert await world.read() == 0
    await set_full_text(world, on=False)
    world.clock.now += timedelta(hours=1)
    assert (await world.read(), asked(world)) == (0, 1)
    await set_full_text(world, on=True)
    assert (await world.read(), asked(world)) == (1, 2)
    await set_full_text(world, on=False)
    assert await world.read() == 0
    assert await prisoners(world) == [1200]  # what was read stays, until the entry says otherwise
    world.site.says(Says(200, rss(entry(f"{SUMMARY} This story was corrected."))))
    await world.poll_when_due()
    assert (await world.read(), asked(world)) == (1, 2)
    assert await prisoners(world) == []


async def test_a_late_edit_is_read_from_the_feed(world: World) -> None:
    await news(world, PAGE)
    await world.read()
    world.clock.now += FRESH
    world.site.says(Says(200, rss(entry(f"{SUMMARY} This story was corrected."))))
    await world.poll_when_due()
    assert (await world.read(), asked(world)) == (1, 1)
    assert await prisoners(world) == []


async def test_both_databases_keep_pages(sessions: Sessions, world: World) -> None:
    world.sessions = sessions
    await news(world, PAGE)
    assert await world.read() == 1
    assert await prisoners(world) == [1200]
    world.clock.now += KEPT + timedelta(hours=3)
    await housekeep(sessions, world.clock)
    assert await world.read() == 0


async def test_a_poll_killed_midway_does_not_ask_the_page_again_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await news(world, PAGE)

    class Killed(BaseException):
        pass

    async def die(_url: str) -> bool:
        raise Killed

    monkeypatch.setattr(world.robots, "allows", die)
    with pytest.raises(Killed):
        await world.read()
    await world.restart()
    assert await world.read() == 0
    world.clock.now += FLOOR
    assert await world.read() == 1


async def test_pages_of_one_host_never_crowd_it(world: World) -> None:
    entries = tuple(entry(path=f"/s{n}", title=f"{TITLE}, {n}") for n in range(12))
    for n in range(12):
        world.site.says(PAGE, path=f"/s{n}")
    await news(world, PAGE, entries=entries)
    assert [await world.read() for _ in range(4)] == [5, 5, 2, 0]
    assert world.site.most_in_flight == 1


async def test_the_text_is_kept_for_reading_only_and_not_for_ever(world: World) -> None:
    await news(world, PAGE)
    await world.read()
    [article] = [a for a in await world.articles() if a.title == TITLE]
    assert article.text == SUMMARY
    assert "street vendor" in str((await only_page(world)).text)
    async with world.sessions() as session:
        posts = list(await session.scalars(select(Post)))
    assert posts == []
    world.clock.now += KEPT + timedelta(minutes=1)
    await housekeep(world.sessions, world.clock)
    async with world.sessions() as session:
        assert list(await session.scalars(select(Page))) == []
    assert await prisoners(world) == [1200]


async def test_a_servers_own_feed_is_read_in_full_when_all_who_added_it_ask(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    async with sqlite_sessions.begin() as session:
        feed = await add_feed(session, "https://paper.example/rss", clock, default=False)
        session.add_all([Guild(id=n, name="", joined_at=clock()) for n in (1, 2)])
        await session.flush()
        for n in (1, 2):
            session.add(GuildFeed(guild_id=n, feed_id=feed.id, added=True, since=clock()))

    async def read_in_full() -> bool:
        async with sqlite_sessions() as session:
            return await session.scalar(select(Feed.id).where(full_text_feeds())) is not None

    assert not await read_in_full()
    for number, whole in ((1, False), (2, True)):
        async with sqlite_sessions.begin() as session:
            choice = await session.get_one(GuildFeed, (number, feed.id))
            choice.full_text = True
        assert await read_in_full() is whole


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (PAGE, "the page behind it was read as well"),
        (Says(404), "was not used (404 Not Found); the feed's own words were read"),
        (Says(500), "was not used (500 Internal Server Error); it is tried again"),
    ],
)
async def test_feeds_why_says_what_became_of_the_page(world: World, says: Says, words: str) -> None:
    await news(world, says)
    await world.read()
    async with world.sessions.begin() as session:
        session.add(Guild(id=1, joined_at=world.clock()))
        await session.flush()
        story = await story_facts(session, 1, world.site.url("/story"))
    assert story is not None
    assert words in story.page
    lines = story_card("https://x.example/", story).lines
    assert lines[-1].startswith("Full text: the page behind it")
