"""What stood in the last document is not read again, and what is left says the same."""

from feed_site import Says, item, rss, several
from feed_world import World

from feeds.parse import ParsedFeed, parse_feed
from feeds.seen import Seen

URL = "https://news.example/feed"
TYPE = "application/rss+xml"


def read(seen: Seen, body: bytes, digest: str, last: str | None = None) -> ParsedFeed:
    feed = seen.read(body, TYPE, URL, digest, last)
    assert feed is not None
    return feed


def whole(body: bytes) -> ParsedFeed:
    return parse_feed(body, TYPE, URL)


def test_only_what_is_new_is_read() -> None:
    seen = Seen()
    read(seen, rss(*several(30)), "one")
    feed = read(seen, rss(*several(2, start=30), *several(29)), "two", "one")
    assert feed.entries == whole(rss(*several(2, start=30))).entries
    assert feed.left_out == 29


def test_an_edited_item_is_read_again() -> None:
    seen = Seen()
    read(seen, rss(*several(5)), "one")
    edited = rss(*several(4), item("g4", "Another title", link="https://news.example/a/4"))
    feed = read(seen, edited, "two", "one")
    assert [entry.title for entry in feed.entries] == ["Another title"]


def test_a_new_date_of_building_brings_no_new_item() -> None:
    seen = Seen()
    read(seen, rss(*several(5)), "one")
    body = rss(*several(5), channel="<lastBuildDate>now</lastBuildDate><ttl>30</ttl>")
    feed = read(seen, body, "two", "one")
    assert feed.entries == whole(body).entries[:1]
    assert feed.hints == {"ttl": 1_800}


def test_a_document_that_is_not_known_is_read_in_full() -> None:
    seen = Seen()
    read(seen, rss(*several(5)), "one")
    for last in (None, "another"):
        assert len(read(seen, rss(*several(6)), "two", last).entries) == 6


def test_a_guid_shared_with_a_known_item_has_all_of_them_read() -> None:
    seen = Seen()
    known = item("g", "First", link="https://news.example/a/1")
    read(seen, rss(known, *several(3)), "one")
    second = item("g", "Second", link="https://news.example/a/2")
    feed = read(seen, rss(second, known, *several(3)), "two", "one")
    assert len(feed.entries) == 5


def test_items_inside_the_text_of_others_are_no_items() -> None:
    seen = Seen()
    quoting = item("q", text="<![CDATA[write <item>your words</item> so]]>")
    read(seen, rss(*several(3)), "one")
    feed = read(seen, rss(quoting, *several(3)), "two", "one")
    assert len(feed.entries) + feed.left_out == 4
    read(seen, rss(quoting, *several(3)), "three")
    feed = read(seen, rss(quoting, *several(4)), "four", "three")
    assert len(feed.entries) == 5, "what is left without it is no document"


async def test_a_feed_that_grows_is_stored_in_full_round_after_round(world: World) -> None:
    answers = [Says(200, rss(*reversed(several(count)))) for count in (3, 4, 4, 7)]
    await world.follow(*answers)
    for _ in range(3):
        await world.poll_when_due()
    assert len(await world.entries()) == 7
    assert all(not entry.edits for entry in await world.entries())


async def test_what_was_not_stored_is_not_left_out(world: World) -> None:
    """A feed started afresh is as if never polled."""
    url = await world.follow(Says(200, rss(*several(3))), Says(200, rss(*several(4))))
    await world.restart()
    await world.poll_when_due()
    assert len(await world.entries()) == 4
    assert (await world.feed(url)).state == "ok"
