"""Documents made to hurt: each is parsed within a second, or refused with a reason."""

import pytest
from hostile_corpus import PARSED, REFUSED
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from timed import within

from feeds.html import TEXT_CAP, to_line, to_text
from feeds.parse import ParsedFeed, parse_feed
from feeds.problems import FeedParseError

URL = "https://news.example/feed"


def parse(body: bytes) -> ParsedFeed:
    return within(2.5, lambda: parse_feed(body, "application/rss+xml", URL))


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


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len({**REFUSED, **PARSED}) >= 120
    assert not REFUSED.keys() & PARSED.keys()


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
