"""OPML: other readers' exports are taken, ours comes back as it went, tricks are refused."""

from datetime import UTC, datetime

import pytest
from timed import within

from bot.commands.feed_list import plan_import
from feeds.opml import SIZE_CAP, ListedFeed, read_opml, write_opml
from feeds.problems import FeedParseError

NOW = datetime(2025, 7, 25, 12, tzinfo=UTC)
A, B = ListedFeed("https://a.example/rss", "A & B"), ListedFeed("https://b.example/?x=1&y=2", "é")


def opml(*outlines: str) -> bytes:
    body = "".join(outlines)
    return f'<?xml version="1.0"?><opml version="2.0"><body>{body}</body></opml>'.encode()


def test_what_is_written_is_read_again() -> None:
    body = write_opml("Feeds \x01of us", {"Ours": [A], "Default": [B]}, NOW)
    assert read_opml(body) == (A, B)
    assert b"Fri, 25 Jul 2025 12:00:00 +0000" in body


@pytest.mark.parametrize(
    "body",
    [
        opml(
            '<outline text="G"><outline type="rss" text="A" xmlUrl="https://a.example/"/></outline>'
        ),
        opml('<outline title="A" xmlUrl="https://a.example/" htmlUrl="https://a.example/home"/>'),
        opml('<OUTLINE TEXT="A" XMLURL="https://a.example/">'),
        opml('<outline text="A" xmlUrl="https://a.example/"/>' * 2),
        b"\xef\xbb\xbf" + opml('<outline text="A" xmlUrl=" https://a.example/ "/>'),
        opml('<outline text="A" xmlUrl="https://a.example/"/>').decode().encode("utf-16"),
        opml('<outline text="A" xmlUrl="https://a.example/"/>')[:-14],
    ],
)
def test_other_readers_lists_are_taken(body: bytes) -> None:
    assert read_opml(body) == (ListedFeed("https://a.example/", "A"),)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "no OPML list"),
        (b"https://127.0.0.1:1/list.opml", "no OPML list"),
        (b"\x89PNG\r\n" + bytes(range(256)), "no OPML list"),
        (opml(), "names no feed"),
        (opml("<outline>" * 6_000), "more than 5,000"),
        (b" " * (SIZE_CAP + 1), "larger than 512 KiB"),
        (b'<!DOCTYPE opml [<!ENTITY a "b"><!ENTITY c "&a;">]>' + opml(), "entities inside"),
    ],
)
def test_what_is_no_list_is_refused(body: bytes, words: str) -> None:
    with pytest.raises(FeedParseError, match=words):
        read_opml(body)


def test_no_list_is_slow() -> None:
    deep = opml(
        '<outline text="G">' * 2_500 + '<outline text="A" xmlUrl="https://a.example/"/>' * 2_000
    )
    assert len(within(2.5, lambda: read_opml(deep))) == 1


def test_a_list_is_planned_within_the_limit() -> None:
    listed = [ListedFeed(f"https://{n}.example/") for n in range(6)]
    listed += [ListedFeed("HTTPS://0.example/#top"), ListedFeed("nonsense")]
    plan = plan_import(listed, ["https://1.example/"], room=3)
    assert [feed.url for feed in plan.fresh] == [f"https://{n}.example/" for n in (0, 2, 3)]
    assert (plan.known, plan.over) == (1, 2)
    assert plan.words.startswith(
        "3 feeds to add; 1 read here already; 1 no feed address (nonsense)"
    )
    assert plan_import(listed, [], room=-1).fresh == ()
