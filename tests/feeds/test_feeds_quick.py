"""The quick reading of plain feeds says what feedparser says, or leaves the document to it."""

from xml.sax.saxutils import escape, quoteattr

import pytest
from feed_site import item, rss, several
from hostile_corpus import PARSED, REFUSED
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds import parse
from feeds.parse import ParsedFeed, absolute, parse_feed
from feeds.problems import FeedParseError
from feeds.quick import read_plain

URL = "https://news.example/feeds/all.xml"
TYPES = ("application/rss+xml", "text/xml", "application/xml; charset=utf-8", None)


def by_feedparser(body: bytes, content_type: str | None) -> ParsedFeed | str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "read_plain", lambda *_document: None)
        return outcome(body, content_type)


def outcome(body: bytes, content_type: str | None) -> ParsedFeed | str:
    try:
        return parse_feed(body, content_type, URL)
    except FeedParseError as error:
        return str(error)


@pytest.mark.parametrize("name", [*PARSED, *REFUSED])
def test_hostile_documents_read_alike(name: str) -> None:
    body = {**PARSED, **REFUSED}[name]
    # Where the quick reader gives up, feedparser reads it either way.
    if read_plain(body, TYPES[0]) is not None:
        assert outcome(body, TYPES[0]) == by_feedparser(body, TYPES[0])


SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/" '
    'xmlns:a10="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:own="urn:own" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
)
SHELLS = (
    '<rss version="2.0" {0}><channel>{1}{2}</channel></rss>',
    '<rss version="2.0" xml:lang="en_GB" {0}><channel>{2}{1}</channel></rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom" lang="fr" {0}>{1}{2}</feed>',
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/" {0}><channel>{1}</channel>{2}</rdf:RDF>',
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/" {0}>{1}{2}<channel/></rdf:RDF>',
)
NAMES = """
title link guid id description summary content content:encoded pubDate published updated dc:date
dcterms:modified dcterms:created created issued dc:title m:title m:description m:content m:group
m:thumbnail itunes:summary itunes:subtitle itunes:image a10:link a10:id a10:updated a10:title
a10:content author name uri email category enclosure source comments language ttl dc:language
sy:updatePeriod rights url width own:title own:thing published_parsed lastBuildDate modified
dc:creator dc:description subtitle div
"""
WORDS = st.sampled_from([
    "", " ", "Talks end", "a & b", "https://news.example/a/1", "/a?x=1&y=2", "http:///a//b",
    "x&b;y",
    "Fri, 25 Jul 2025 10:00:00 GMT", "2025-07-25T10:00:00+02:00", "25.07.2025", "soon",
    "<p>They <b>met</b>.</p>", "<p>One</p><p>Two &amp; three</p>", "&lt;b&gt;", "It\u2019s\u0092s",
    "CafÃ©", "30", "hourly", "en-GB", "Long words, many of them, so that they win. " * 3,
])  # fmt: skip
LINKS = st.sampled_from(["", "https://news.example/b", "/b", "https:///c"])
ATTRIBUTES = st.one_of(
    st.just({}),
    st.fixed_dictionaries(
        {},
        optional={
            "href": LINKS,
            "url": LINKS,
            "rel": st.sampled_from(["alternate", "Alternate", "self", ""]),
            "type": st.sampled_from(["text/html", "html", "text", "HTML"]),
            "isPermaLink": st.sampled_from(["true", "false"]),
            "n": st.just("1"),
        },
    ),
)


def written(name: str, attributes: dict[str, str], inside: str) -> str:
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{said}>{inside}</{name}>"


LEAVES = st.builds(written, st.sampled_from(NAMES.split()), ATTRIBUTES, WORDS.map(escape))
ELEMENTS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        written,
        st.sampled_from(["m:group", "m:content", "author", "own:thing"]),
        ATTRIBUTES,
        st.lists(inner, max_size=3).map("".join),
    ),
    max_leaves=4,
)
ASIDES = st.builds(
    written,
    st.sampled_from(["image", "textInput"]),
    ATTRIBUTES,
    st.lists(ELEMENTS, max_size=4).map("".join),
)
ITEMS = st.builds(
    written,
    st.sampled_from(["item", "entry"]),
    st.sampled_from([{}, {}, {"rdf:about": "https://news.example/c"}, {"n": "1"}]),
    st.lists(ELEMENTS, max_size=7).map("".join),
)
DOCUMENTS = st.builds(
    lambda shell, channel, items: shell.format(SPACES, "".join(channel), "".join(items)).encode(),
    st.sampled_from(SHELLS),
    st.lists(st.one_of(ELEMENTS, ASIDES), max_size=5),
    st.lists(ITEMS, min_size=1, max_size=3),
)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, st.sampled_from(TYPES))
def test_documents_of_any_elements_read_alike(body: bytes, content_type: str | None) -> None:
    if read_plain(body, content_type) is not None:
        assert outcome(body, content_type) == by_feedparser(body, content_type)


PLAIN = {
    "rss": rss(*several(3)),
    "every field": rss(
        item("g1", "A &amp; B", text="&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;"),
        item(None, "No guid", date="2025-07-25T10:00:00Z"),
        item("g3", link=None, text=None, date=None),
        channel="<ttl>30</ttl><language>en</language><image><title>x</title></image>",
    ),
    "twice encoded": rss(item(title="CafÃ©")),
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_feed_is_read_quickly_and_alike(name: str) -> None:
    for content_type in ("application/rss+xml", None):
        assert read_plain(PLAIN[name], content_type) is not None
        assert outcome(PLAIN[name], content_type) == by_feedparser(PLAIN[name], content_type)


NOT_PLAIN = {
    "a doctype": rss(item()).replace(b"<rss", b"<!DOCTYPE rss><rss"),
    "another encoding": rss(item(title="Café")).decode().encode("latin-1"),
    "markup that is not escaped": rss(item(text="<p>One</p>")),
    "a base": rss(item()).replace(b"<channel", b'<channel xml:base="https://a.example/"'),
    "cut off": rss(item())[:-20],
    "a bare ampersand": rss(item(title="A & B")),
    "no items": rss(),
    "an element of feedparser's own": rss("<item><fullitem>x</fullitem></item>"),
}


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_what_is_not_plain_is_left_to_feedparser(name: str) -> None:
    assert read_plain(NOT_PLAIN[name], TYPES[0]) is None


def test_a_charset_in_the_header_that_is_not_utf_8_is_left_to_feedparser() -> None:
    assert read_plain(rss(item()), "application/xml; charset=windows-1252") is None


@given(st.from_regex(r"https?://[a-zA-Z0-9.:-]{1,12}(/[ -~]{0,8})?(\?[ -~]{0,5})?(#[ -~]{0,4})?"))
@settings(max_examples=150)
def test_a_whole_link_is_left_as_joining_leaves_it(link: str) -> None:
    quickly = absolute(link, URL)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "_WHOLE_LINK", parse.re.compile("(?!)"))
        assert absolute(link, URL) == quickly
