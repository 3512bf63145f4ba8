"""Documents made to hurt: each is parsed within a second, or refused with a reason."""

import time

import pytest
from feed_site import item, rss
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.html import TEXT_CAP, to_line, to_text
from feeds.parse import ParsedFeed, parse_feed
from feeds.problems import FeedParseError

URL = "https://news.example/feed"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def with_dtd(dtd: str, text: str = "&l9;") -> bytes:
    return f'<?xml version="1.0"?><!DOCTYPE rss [{dtd}]>'.encode() + rss(item(text=text))[38:]


REFUSED = {
    "empty": b"",
    "blank": b" \r\n\t " * 100,
    "a path": b"/etc/passwd",
    "a device": b"/dev/zero",
    "an address": b"http://127.0.0.1:1/",
    "words": b"Not found",
    "a page": b"<!doctype html><html><head><title>Welcome</title></head><p>Hi</p></html>",
    "a page in capitals": b"<HTML><BODY>gone</BODY></HTML>",
    "zeros": b"\0" * 100_000,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "a sitemap": b'<?xml version="1.0"?><urlset><url><loc>x</loc></url></urlset>',
    "an svg": b'<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>',
    "json": b'{"items": 3}',
    "json of another kind": b'{"error": "no such feed"}',
    "json cut off": b'{"version": "https://jsonfeed.org/version/1", "items": [',
    "json nested deep": b'{"items":' + b"[" * 200_000,
    "json with a huge number": b'{"items":[{"id":' + b"9" * 6_000 + b"}]}",
    "billion laughs": with_dtd('<!ENTITY l0 "lol">' + LAUGHS),
    "quadratic entity": with_dtd(f'<!ENTITY l9 "{"x" * 60_000}">', "&l9;" * 2_000),
    "file entity": with_dtd('<!ENTITY l9 SYSTEM "file:///etc/passwd">'),
    "address entity": with_dtd('<!ENTITY l9 SYSTEM "http://127.0.0.1:1/">'),
    "parameter entity": with_dtd('<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;', "x"),
    "thousands of entities": with_dtd("".join(f'<!ENTITY e{n} "x">' for n in range(5_000))),
    "laughs in utf-16": with_dtd('<!ENTITY l0 "lol">' + LAUGHS).decode().encode("utf-16"),
    "many attributes": rss("<item " + " ".join(f'a{n}="1"' for n in range(20_000)) + "></item>"),
    "skip hours unending": rss(item(), channel="<skipHours>" + "<hour>1" * 100_000),
    "nested items": rss("<item>" * 3_000 + "</item>" * 3_000),
    "references without number": rss(item(text="&lt;" * 1_000_000)),
    "elements without number": rss("<a>" * 1_000_000),
    "many namespaces": rss("<item " + " ".join(f'xmlns:n{n}="u{n}"' for n in range(3_000)) + "/>"),
}

PARSED = {
    "entities of one letter": with_dtd('<!ENTITY l9 "&#160;">'),
    "nested bold": rss(item(text="&lt;b&gt;" * 100_000)),
    "nested divs": rss(item(text="<![CDATA[" + "<div>" * 150_000 + "]]>")),
    "comments unclosed": rss(item(text="<![CDATA[" + "<!--" * 150_000 + "]]>")),
    "quotes unclosed": rss(item(text="<![CDATA[" + '<a href="' * 60_000 + "]]>")),
    "scripts unclosed": rss(item(text="<![CDATA[" + "<script>" * 60_000 + "]]>")),
    "ampersands": rss(item(text="& " * 100_000)),
    "character references": rss(item(text="&#65;" * 100_000)),
    "a reference of many digits": rss(item(text="<![CDATA[&#" + "9" * 100_000 + ";]]>")),
    "a title of a megabyte": rss(item(title="word " * 200_000)),
    "an attribute of a megabyte": rss(
        '<item><guid isPermaLink="' + "x" * 10**6 + '">g</guid></item>'
    ),
    "a guid of a megabyte": rss(item("g" * 10**6)),
    "a link of a megabyte": rss(item(link="https://x.example/" + "a" * 10**6)),
    "cut off": rss(item("g1"), item("g2"))[:-60],
    "cut off in an entity": rss(item(text="&am"))[:-60],
    "a bare ampersand": rss(item(title="AT&T says < no")),
    "two roots": rss(item()) + rss(item("g2")),
    "control characters": rss(item(title="a\x01\x02\x1b[31mb")),
    "wrong encoding named": rss(item(title="caf\xe9")).replace(b"utf-8", b"us-ascii"),
    "an encoding that is none": rss(item()).replace(b"utf-8", b"klingon"),
    "space before the prolog": b"\n\n  " + rss(item()),
    "a byte order mark": b"\xef\xbb\xbf" + rss(item()),
    "utf-16": rss(item()).decode().replace("utf-8", "utf-16").encode("utf-16"),
    "a year of ten digits": rss(item(date="Fri, 25 Jul 9999999999 10:00:00 GMT")),
    "a date of zeros": rss(item(date="0000-00-00T00:00:00Z")),
    "a ttl of many digits": rss(item(), channel="<ttl>" + "9" * 10_000 + "</ttl>"),
    "no guid, link or title": rss(item(None, "", link=None, text="", date=None)),
    "script link": rss(item(link="javascript:alert(1)")),
    "broken link": rss(item(link="http://[::1")),
    "an empty feed": rss(),
}


def parse(body: bytes) -> ParsedFeed:
    started = time.process_time()
    try:
        return parse_feed(body, "application/rss+xml", URL)
    finally:
        assert time.process_time() - started < 2.5


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_with_a_reason(name: str) -> None:
    with pytest.raises(FeedParseError) as refusal:
        parse(REFUSED[name])
    assert 10 < len(str(refusal.value)) < 300
    assert "root:" not in str(refusal.value)


@pytest.mark.parametrize("name", PARSED)
def test_is_parsed_within_its_caps(name: str) -> None:
    feed = parse(PARSED[name])
    for entry in feed.entries:
        assert len(entry.title) <= 1_000
        assert len(entry.text) <= TEXT_CAP
        assert len(entry.guid or "") <= 2_000
        assert entry.link is None or entry.link.startswith(("http://", "https://"))
        assert not set(entry.title + entry.text) & set("\0\x01\x1b\u202e")


def test_a_feed_that_is_cut_off_loses_no_item() -> None:
    assert len(parse(PARSED["cut off"]).entries) == 2


def test_a_bare_ampersand_loses_no_item() -> None:
    assert parse(PARSED["a bare ampersand"]).entries[0].title == "AT&T says < no"


def test_a_page_is_named_in_the_refusal() -> None:
    with pytest.raises(FeedParseError, match="web page titled “Welcome” came instead of a feed"):
        parse(REFUSED["a page"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_are_parsed_or_refused(body: bytes) -> None:
    try:
        parse_feed(body, None, URL)
    except FeedParseError:
        return


TAGS = st.sampled_from(
    [
        "rss",
        "channel",
        "item",
        "title",
        "link",
        "guid",
        "description",
        "pubDate",
        "feed",
        "entry",
        "id",
        "updated",
        "content",
    ]
)
PIECES = st.one_of(
    TAGS.map(lambda tag: f"<{tag}>"),
    TAGS.map(lambda tag: f"</{tag}>"),
    st.sampled_from(["<![CDATA[", "]]>", "<!--", "-->", "&", "&amp;", "&#0;", "<", ">", '"', "="]),
    st.text(max_size=8),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40))
def test_any_tag_soup_is_parsed_or_refused(pieces: list[str]) -> None:
    body = ("<rss><channel>" + "".join(pieces)).encode("utf-8", "surrogatepass")
    try:
        parse_feed(body, "text/xml", URL)
    except FeedParseError:
        return


@settings(deadline=None)
@given(st.text())
def test_text_of_anything_is_clean(markup: str) -> None:
    text = to_text(markup)
    assert not any(ord(c) < 32 and c != "\n" for c in text)
    assert "\n\n\n" not in text
    assert "\n" not in to_line(markup)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("a &amp; b &lt;c&gt; &eacute;&nbsp;d", "a & b <c> é d"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("x<script>alert('</p>')</script>y", "x y"),
        ("<style>p{}</style>seen", "seen"),
        ('<img alt="a > b" src=x>seen', "seen"),
        ('<p class="a"">Hello <b>you</b></p>', "Hello you"),
        ("<!-- <p>no</p> -->yes", "yes"),
        ("cut off <a href=", "cut off"),
        ("line one\nline two", "line one\nline two"),
        ("<p>line\n  one</p>", "line one"),
        ("a\u202eb\u200bc\x00d", "abcd"),
        ("<td>1</td><td>2</td>", "1 2"),
    ],
)
def test_markup_becomes_the_words_that_a_reader_sees(markup: str, text: str) -> None:
    assert to_text(markup) == text
