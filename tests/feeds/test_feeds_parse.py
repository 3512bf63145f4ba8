"""Every kind of feed to the same few words."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from feed_site import item, rss
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.identity import assign_keys, canonical_url, entry_key, every_key, story_key
from feeds.parse import ParsedEntry, clock_of, parse_feed

URL = "https://news.example/feeds/all.xml"
NOON = datetime(2025, 7, 25, 12, tzinfo=UTC)

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title>
<entry><id>tag:news.example,2025:1</id><title type="html">Talks &amp;amp; terms</title>
<link rel="alternate" href="../a/1"/><published>2025-07-25T14:00:00+02:00</published>
<updated>2025-07-25T15:00:00+02:00</updated><summary>Short.</summary>
<content type="html">&lt;p&gt;The whole.&lt;/p&gt;&lt;p&gt;Story.&lt;/p&gt;</content></entry>
</feed>"""
RDF = b"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Example</title>
</channel><item rdf:about="https://news.example/a/1"><title>Talks &amp; terms</title>
<link>https://news.example/a/1</link><dc:date>2025-07-25T12:00:00Z</dc:date>
<description>The whole. Story.</description></item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Example",
        "items": [
            {
                "id": "1",
                "url": "/a/1",
                "title": "Talks & terms",
                "content_html": "<p>The whole.</p><p>Story.</p>",
                "date_published": "2025-07-25T14:00:00+02:00",
            }
        ],
    }
).encode()
RSS = rss(
    item(
        "1", "Talks &amp;amp; terms", text="The whole. Story.", date="Fri, 25 Jul 2025 12:00:00 GMT"
    )
)


@pytest.mark.parametrize("body", [ATOM, RDF, JSON_FEED, RSS])
def test_every_kind_of_feed_gives_the_same_entry(body: bytes) -> None:
    feed = parse_feed(body, None, URL)
    [entry] = feed.entries
    assert feed.title == "Example"
    assert entry.title == "Talks & terms"
    assert " ".join(entry.text.split()) == "The whole. Story."
    assert entry.published == NOON
    assert story_key(entry.link or "") == "https://news.example/a/1"


def dated_json(written: str) -> bytes:
    said = {"id": "1", "title": "Talks", "date_published": written}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [said]}).encode()


@pytest.mark.parametrize(
    ("body", "hours"),
    [
        (rss(item(date="Thu, 24 Jul 2025 20:00:00 -0400")), -4),
        (rss(item(date="Thu, 24 Jul 2025 20:00:00 EDT")), -4),
        (rss(item(date="2025-07-25T05:30:00+05:30")), 5.5),
        (rss(item(date="Fri, 25 Jul 2025 00:00:00 GMT")), 0),
        (dated_json("2025-07-25T05:30:00+05:30"), 5.5),
        (dated_json("2025-07-25T00:00:00"), 0),
    ],
)
def test_a_date_keeps_the_clock_it_was_written_by(body: bytes, hours: float) -> None:
    [entry] = parse_feed(body, None, URL).entries
    assert entry.published == datetime(2025, 7, 25, tzinfo=UTC)
    assert entry.published.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("written", ["", "soon", "Fri, 25 Jul 2025 00:00:00 +2300", "9" * 5_000])
def test_a_clock_that_no_land_has_is_utc(written: str) -> None:
    assert clock_of(written) is UTC


def test_a_guid_does_not_depend_on_where_the_feed_lies() -> None:
    body = rss("<item><guid>42</guid><title>x</title></item>")
    keys = {entry_key(parse_feed(body, None, url).entries[0]) for url in (URL, "http://b.example/")}
    assert len(keys) == 1


def test_hints_of_the_document() -> None:
    channel = (
        "<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>"
        "<sy:updateFrequency>2</sy:updateFrequency><skipHours><hour>3</hour><hour>24</hour>"
        "</skipHours><skipDays><day>Sunday</day></skipDays>"
    )
    assert parse_feed(rss(channel=channel), None, URL).hints == {
        "ttl": 3600,
        "update_period": 43200,
        "skip_hours": [0, 3],
        "skip_days": ["sunday"],
    }


def test_an_aggregator_names_its_source() -> None:
    body = rss('<item><title>x</title><source url="https://paper.example">Paper</source></item>')
    assert parse_feed(body, None, URL).entries[0].source_url == "https://paper.example"


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/a/1",
        "HTTPS://News.Example:443/a/1",
        " https://news.example/a/1#comments ",
        "https://news.example/a/1?utm_source=rss&utm_medium=feed",
        "https://news.example/a/1?at_medium=RSS&at_campaign=KARANGA",
        "https://news.example/a/1?maca=en-rss-en-all-1573-xml-mrss&CMP=x&smid=y",
        "https://news.example/a/1?unlocked_article_code=1.abc&traffic_source=rss&src=rss",
    ],
)
def test_one_story_has_one_canonical_url(url: str) -> None:
    assert canonical_url(url) == "https://news.example/a/1"


@pytest.mark.parametrize(
    "query", ["id=1", "gallery=2", "cid=3", "eid=4", "p=5", "source=kyiv", "page=2&id=1"]
)
def test_what_names_the_page_is_kept(query: str) -> None:
    assert canonical_url(f"https://news.example/a?{query}") != "https://news.example/a"


def test_the_order_of_a_query_does_not_matter() -> None:
    one, two = (canonical_url(f"https://x.example/a?{query}") for query in ("a=1&b=2", "b=2&a=1"))
    assert one == two


def test_a_front_page_is_no_story_of_its_own() -> None:
    assert story_key("https://news.example/") is None
    assert story_key("https://news.example/?p=1") is not None


@settings(deadline=None)
@given(st.one_of(st.text(), st.text().map(lambda tail: f"https://news.example/{tail}")))
def test_canonical_url_never_raises_and_stays_itself(url: str) -> None:
    once = canonical_url(url)
    story_key(url)
    assert isinstance(once, str)
    if not once.startswith("http"):
        assert once == url.strip()


def entry(guid: str | None, title: str, link: str | None = None) -> ParsedEntry:
    return ParsedEntry(guid=guid, link=link, title=title, text="")


def test_items_without_guid_go_by_link_then_by_words() -> None:
    by_link = (
        entry(None, "A", "https://x.example/1"),
        entry(None, "B", "https://x.example/1?utm_x=1"),
    )
    assert entry_key(by_link[0]) == entry_key(by_link[1])
    assert entry_key(entry(None, "A")) != entry_key(entry(None, "B"))


ENTRIES = st.lists(
    st.builds(
        entry,
        st.sampled_from(["g", "h", None]),
        st.sampled_from(["A", "B"]),
        st.sampled_from(["https://x.example/1", "https://x.example/2", None]),
    ),
    max_size=6,
)


@given(ENTRIES, st.permutations(range(6)))
def test_keys_hold_from_poll_to_poll_in_any_order(
    entries: list[ParsedEntry], order: list[int]
) -> None:
    keys = assign_keys(entries, {})
    known = {key: item.link or "" for key, item in keys.items()}
    assert set(keys) <= every_key(entries)
    shuffled = [entries[n] for n in order if n < len(entries)]
    assert set(assign_keys(shuffled, known)) == set(known)


@given(ENTRIES)
def test_no_item_is_lost_but_exact_doubles(entries: list[ParsedEntry]) -> None:
    kept = assign_keys(entries, {}).values()
    assert {(e.guid, e.link, e.title) for e in kept} == {(e.guid, e.link, e.title) for e in entries}
