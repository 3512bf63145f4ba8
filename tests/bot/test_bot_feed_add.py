"""/feeds add against a real site: asked once, chosen from a page, warned of, kept as first poll."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import select

from bot.preview import probe_with
from db.engine import Sessions
from db.models import Article, Feed, Guild, GuildFeed
from feeds.fetch import Fetcher
from feeds.hosts import HostGate
from jobs.clock import SetClock
from jobs.poll import poll
from sandbox.server import SandboxDiscord
from tests.feeds.feed_site import Says, Site, item, open_site, rss

pytestmark = pytest.mark.usefixtures("bot")


async def no_sleep(_seconds: float) -> None:
    """Politeness in no time."""


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as site:
        yield site


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(allow_private=True, gate=HostGate(sleep=no_sleep), deadline=2) as fetcher:
        yield fetcher


@pytest.fixture
def bot_options(fetcher: Fetcher) -> dict[str, Any]:
    return {"probe": probe_with(fetcher)}


async def press(local: SandboxDiscord, message: Any, values: list[str] | None = None) -> Any:
    component = message.payload()["components"][0]["components"][0]
    return await local.press(message.id, component["custom_id"], values=values)


async def test_a_feed_is_asked_once_to_be_added(
    local: SandboxDiscord, site: Site, memory: Sessions, now: SetClock, fetcher: Fetcher
) -> None:
    """P10, through Discord."""
    url = site.says(Says(200, rss(item()), {"ETag": '"v1"'}))
    asked = await local.invoke("feeds add", {"url": url})
    assert "RSS · 1 item" in asked.message.payload()["embeds"][0]["description"]
    await press(local, asked.message)
    assert "Added **Example**" in asked.message.payload()["content"]
    assert await poll(memory, now, fetcher, only=url, outlets={}) == []
    assert len(site.seen) == 1
    async with memory() as session:
        feed = (await session.scalars(select(Feed).where(Feed.url == url))).one()
        story = (await session.scalars(select(Article).where(Article.title == "Talks end"))).one()
    assert (feed.state, feed.etag, feed.succeeded_at) == ("ok", '"v1"', now())
    assert story.baseline
    assert feed.due_at is not None
    assert feed.due_at > now()


async def test_one_chooses_among_the_feeds_of_a_page(
    local: SandboxDiscord, site: Site, memory: Sessions
) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="{t}" href="/{t}">'
        for t in ("world", "sport")
    )
    home = site.says(Says(200, f"<html><head>{links}</head></html>".encode()), path="/")
    site.says(Says(200, rss(item(title="Goal"))), path="/sport")
    asked = await local.invoke("feeds add", {"url": home})
    shown = asked.message.payload()
    assert "it names 2 feeds. Which one?" in shown["content"]
    options = shown["components"][0]["components"][0]["options"]
    assert [option["label"] for option in options] == ["world", "sport"]
    chosen = await press(local, asked.message, ["1"])
    assert chosen.failed is None
    card = chosen.message.payload()
    assert "Nothing in it (1 item) is about" in card["embeds"][0]["description"]
    await press(local, chosen.message)
    async with memory() as session:
        added = select(Feed.url).where(Feed.url == site.url("/sport"))
        assert await session.scalar(added) is not None


async def test_a_bot_wall_is_explained(local: SandboxDiscord, site: Site) -> None:
    url = site.says(Says(403, b"", {"cf-mitigated": "challenge"}))
    said = (await local.invoke("feeds add", {"url": url})).message.payload()["content"]
    assert "bot check stands before it" in said
    assert "does not pose as a browser" in said
    assert "JSON feeds work too" in said


async def test_why_a_story_was_not_posted(local: SandboxDiscord, site: Site) -> None:
    asked = await local.invoke("feeds add", {"url": site.says(Says(200, rss(item())))})
    await press(local, asked.message)
    await local.invoke("follow add", {"conflict": "russia-ukraine"})
    for path, words in (("/a/1", "waits to be read"), ("/a/2", "No feed that Parley polls")):
        answer = await local.invoke("feeds why", {"link": site.url(path)})
        embed = answer.message.payload()["embeds"][0]
        assert embed["title"] == "Not posted"
        assert words in embed["description"]


async def test_a_list_is_taken_in_after_a_yes_and_given_out_again(
    local: SandboxDiscord, memory: Sessions
) -> None:
    urls = [f"https://paper{n}.test/rss" for n in range(60)]
    outlines = "".join(f'<outline type="rss" text="P" xmlUrl="{url}"/>' for url in urls)
    body = f'<opml version="2.0"><body>{outlines}</body></opml>'.encode()
    asked = await local.invoke("feeds import", {"file": ("list.opml", "text/x-opml", body)})
    shown = asked.message.payload()
    assert "50 feeds to add; 10 over this server's limit" in shown["content"]
    async with memory() as session:
        assert await session.scalar(select(Feed.id).where(Feed.url == urls[0])) is None
    await press(local, asked.message)
    said = asked.message.payload()["content"]
    assert "Added 50 feeds. Each is asked for the first time within the next minutes" in said
    assert "those that give no feed are marked there" in said
    given = (await local.invoke("feeds export")).message.payload()
    (file,) = given["attachments"]
    assert file["filename"] == "parley-feeds.opml"
    again = await local.invoke("feeds import", {"file": ("list.opml", "text/x-opml", body)})
    assert "Nothing was changed" in again.message.payload()["content"]
    broken = await local.invoke("feeds import", {"file": ("cat.png", "image/png", b"\x89PNG")})
    assert "no OPML list" in broken.message.payload()["content"]


async def full_text(local: SandboxDiscord, feed: str, on: bool) -> str:
    answer = await local.invoke("feeds full-text", {"feed": feed, "on": on})
    return str(answer.message.payload()["content"])


async def test_a_feed_of_ones_own_can_be_read_in_full(
    local: SandboxDiscord, site: Site, memory: Sessions, now: SetClock
) -> None:
    url, shared = site.says(Says(200, rss(item()))), "https://default.test/rss"
    async with memory.begin() as session:
        session.add(Feed(url=shared, title="D", is_default=True, added_at=now(), state="ok"))
    asked = await local.invoke("feeds add", {"url": url})
    await press(local, asked.message)
    for on, shown in ((True, True), (False, False)):
        said = await full_text(local, url, on)
        assert ("robots" in said, "only what the feed" in said) == (on, not on)
        listed = (await local.invoke("feeds list")).message.payload()["embeds"][0]["description"]
        assert (" · full text" in listed) is shown
    assert "`parley feeds full-text`" in await full_text(local, shared, True)
    assert "is no feed of this server" in await full_text(local, "https://other.test/", True)


async def test_a_feed_that_another_server_added_too_waits_for_its_word(
    local: SandboxDiscord, site: Site, memory: Sessions, now: SetClock
) -> None:
    url = site.says(Says(200, rss(item())))
    asked = await local.invoke("feeds add", {"url": url})
    await press(local, asked.message)
    async with memory.begin() as session:
        session.add(Guild(id=5, joined_at=now()))
        feed = (await session.scalars(select(Feed).where(Feed.url == url))).one()
        await session.flush()
        session.add(GuildFeed(guild_id=5, feed_id=feed.id, added=True, since=now()))
    await full_text(local, url, True)
    listed = (await local.invoke("feeds list")).message.payload()["embeds"][0]["description"]
    assert "full text asked for" in listed
