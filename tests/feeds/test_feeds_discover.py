"""The feeds that a page names, and what a look at an address says of it."""

import pytest
from feed_site import Says, Site, item, rss
from timed import within

from bot.preview import FeedPage, FeedPreview, FeedRefused, probe_with, weigh
from feeds.discover import FeedLink, feed_links
from feeds.fetch import Fetcher
from reading.preset import bundled_presets

URL = "https://paper.example/news/"


def page(*tags: str) -> bytes:
    head = "".join(tags)
    return f"<!doctype html><html><head><title>Paper</title>{head}</head></html>".encode()


def alternate(href: str, kind: str = "application/rss+xml", title: str = "") -> str:
    return f'<link rel="alternate" type="{kind}" title="{title}" href="{href}">'


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (alternate("/rss", title="All &amp; more"), [("https://paper.example/rss", "RSS")]),
        (alternate("rss"), [("https://paper.example/news/rss", "RSS")]),
        ("<base href='https://cdn.example/'>" + alternate("a"), [("https://cdn.example/a", "RSS")]),
        (
            "<LINK REL='Feed ALTERNATE' TYPE=application/atom+xml HREF=/a>",
            [(URL[:-5] + "a", "Atom")],
        ),
        (alternate("/j", "application/feed+json"), [(URL[:-5] + "j", "JSON Feed")]),
        (alternate("/x", "application/rss+xml; charset=utf-8"), [(URL[:-5] + "x", "RSS")]),
        (alternate("/a?x=1&amp;y=2"), [(URL[:-5] + "a?x=1&y=2", "RSS")]),
        ("<a href='/feeds/world.xml'>World</a>", [(URL[:-5] + "feeds/world.xml", "")]),
        (alternate("/rss") + "<a href='/feed'>Feed</a>", [(URL[:-5] + "rss", "RSS")]),
        (alternate("/rss") * 2, [(URL[:-5] + "rss", "RSS")]),
        (alternate("/wp-json/wp/v2/posts/1", "application/json"), []),
        (alternate("javascript:alert(1)"), []),
        (alternate("http://[::1"), []),
        ("<base href='http://[::1'>" + alternate("/rss"), [(URL[:-5] + "rss", "RSS")]),
        (alternate("/de", "text/html"), []),
        ("<a href='https://other.example/rss'>theirs</a><a href='/feedback'>Write</a>", []),
    ],
)
def test_a_page_names_its_feeds(tags: str, found: list[tuple[str, str]]) -> None:
    assert [(link.url, link.kind) for link in feed_links(page(tags), URL)] == found


def test_comments_come_last_and_titles_are_plain() -> None:
    links = feed_links(
        page(
            alternate("/comments/feed", title="Comments"), alternate("/rss", title="A &lt;b&gt;B")
        ),
        URL,
    )
    assert [link.title for link in links] == ["A B", "Comments"]


@pytest.mark.parametrize(
    "body",
    [
        b"<link " * 90_000,
        b"<link rel=" + b"'a" * 250_000,
        b"<a href='" * 60_000,
        b"<link " + b'a=" ' * 120_000 + b">",
        alternate("/r").encode() * 8_000,
        b"<base href=" + b"x" * 500_000 + b">",
    ],
)
def test_no_page_is_slow_to_look_through(body: bytes) -> None:
    assert len(within(1.5, lambda: feed_links(body, URL))) <= 25


async def test_a_page_with_one_feed_leads_to_it(site: Site, fetcher: Fetcher) -> None:
    site.says(Says(200, page(alternate("/rss")), {"Content-Type": "text/html"}), path="/")
    site.says(Says(200, rss(item()), {"ETag": '"v1"'}), path="/rss")
    seen = await probe_with(fetcher)(site.url("/"))
    assert isinstance(seen, FeedPreview)
    assert (seen.url, seen.kind, seen.items, seen.newest_title) == (
        site.url("/rss"), "RSS", 1, "Talks end",
    )  # fmt: skip
    assert seen.result is not None
    assert seen.result.etag == '"v1"'
    assert [one.path for one in site.seen] == ["/", "/rss"]


async def test_of_several_feeds_a_person_chooses(site: Site, fetcher: Fetcher) -> None:
    site.says(Says(200, page(alternate("/rss"), alternate("/world", title="World"))), path="/")
    seen = await probe_with(fetcher)(site.url("/"))
    assert isinstance(seen, FeedPage)
    assert seen.links == (
        FeedLink(site.url("/rss"), "", "RSS"),
        FeedLink(site.url("/world"), "World", "RSS"),
    )
    assert len(site.seen) == 1


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (Says(200, page("<p>Just a moment...")), "bot check.*does not pose as a browser"),
        (Says(403, b"", {"cf-mitigated": "challenge"}), "bot check.*Ask the site"),
        (Says(403), "may turn bots away.*does not pose as a browser"),
        (Says(404), "look on the site for the feed's present address"),
        (Says(410), "410 Gone"),
        (Says(200, page()), "web page titled “Paper” came instead of a feed"),
        (Says(200, b'{"error": 3}'), "JSON, but no JSON Feed"),
    ],
)
async def test_what_gives_no_feed_is_explained(
    site: Site, fetcher: Fetcher, says: Says, words: str
) -> None:
    with pytest.raises(FeedRefused, match=words):
        await probe_with(fetcher)(site.says(says))


async def test_json_feeds_work(site: Site, fetcher: Fetcher) -> None:
    body = b'{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1"}]}'
    seen = await probe_with(fetcher)(site.says(Says(200, body)))
    assert isinstance(seen, FeedPreview)
    assert (seen.kind, seen.title, seen.items) == ("JSON Feed", "J", 1)


async def test_a_feed_about_something_else_is_warned_of(site: Site, fetcher: Fetcher) -> None:
    preset = bundled_presets()["russia-ukraine"]
    party = preset.party_names[0]
    for title, warned in (("A new cake", True), (f"{party} agrees to talks", False)):
        seen = await probe_with(fetcher)(site.says(Says(200, rss(item(title=title)))))
        assert isinstance(seen, FeedPreview)
        assert bool(weigh(seen, [preset]).warning) is warned
        assert weigh(seen, []) is seen
