"""What a page holds of a story: its words, or why it is not used."""

import pytest
from page_samples import STORY, page, paragraphs

from feeds.fulltext import PAGE_CAP, page_story, page_text, story_in, story_off_loop
from feeds.html import TEXT_CAP
from feeds.problems import FeedParseError
from feeds.worker import Worker

TITLE = "Third round of talks ends in Istanbul"
SUMMARY = "Delegations of Russia and Ukraine met in Istanbul for 40 minutes."


async def test_the_story_is_found_among_the_rest() -> None:
    text = await story_off_loop(page(TITLE, *STORY), "text/html")
    assert text.split("\n\n")[-len(STORY) :] == list(STORY)
    for other in ("Home", "Copyright", "Read also", "alert("):
        assert other not in text


@pytest.mark.parametrize(
    ("encoding", "content_type", "meta"),
    [
        ("utf-8", "text/html", ""),
        ("windows-1251", "text/html; charset=windows-1251", ""),
        ("windows-1252", "text/html", '<meta charset="windows-1252">'),
        ("utf-8", "text/html; charset=klingon", ""),
    ],
)
async def test_its_letters_are_read_as_it_says(encoding: str, content_type: str, meta: str) -> None:
    word = "Москва" if encoding == "windows-1251" else "Çırağan".replace("ı", "i").replace("ğ", "g")
    body = page(TITLE, f"They met at {word} on Wednesday.", *STORY).decode()
    body = body.replace("<head>", f"<head>{meta}")
    sent = body.encode(encoding, "xmlcharrefreplace")
    assert word in await story_off_loop(sent, content_type)


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"%PDF-1.7", "application/pdf", "no web page"),
        (b"\x89PNG", "", "no web page"),
        (b"<html>" + b" " * PAGE_CAP, "text/html", "too large"),
        (b"<html>" + b"<p>word" * 70_000, "text/html", "too large"),
        (page(TITLE, *STORY, head='<script type="application/ld+json">'
              '{"@type":"NewsArticle","isAccessibleForFree": "False"}</script>'),
         "text/html", "to be paid for"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_a_reason(
    body: bytes, content_type: str, reason: str
) -> None:
    with pytest.raises(FeedParseError, match=reason):
        page_text(body, content_type)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "less than the feed"),
        (SUMMARY[:-10], "less than the feed"),
        (f"{SUMMARY} {'More of it. ' * 20} Subscribe to continue reading.", "subscribe"),
        (f"We value your privacy. {SUMMARY} {'Our partners store data. ' * 20}", "consent"),
        (f"{'Ten recipes for a summer evening with friends. ' * 20}", "something else"),
    ],
)
def test_a_wall_or_another_story_is_not_used(text: str, reason: str) -> None:
    with pytest.raises(FeedParseError, match=reason):
        story_in(text, TITLE, SUMMARY)


def test_the_headline_is_not_read_twice() -> None:
    text = story_in(paragraphs(TITLE, *STORY), TITLE, SUMMARY)
    assert text == paragraphs(*STORY)


def test_a_long_story_may_speak_of_subscribers() -> None:
    text = paragraphs(*STORY * 6, "The channel is for subscribers only.")
    assert story_in(text, TITLE, SUMMARY) == text


def test_a_page_that_takes_too_long_is_refused_and_the_next_is_read() -> None:
    worker = Worker(page_story, 0.05)
    job = (page(TITLE, *STORY), "text/html", TITLE, SUMMARY)
    try:
        with pytest.raises(FeedParseError, match=r"more than 0\.05 s"):
            worker.parse(job)
        worker.deadline = 60
        assert worker.parse(job) == paragraphs(*STORY)
    finally:
        worker.stop()


@pytest.mark.parametrize(
    "body",
    [
        b"<html>" + b"<div>" * 59_000,
        b"<html><p " + b'a="b" ' * 200_000 + b">x",
        b"<html>" + bytes(range(256)) * 4_000,
        b"<html><p>" + b"word " * 500_000,
        b"<html><!--" * 20_000,
        b"<html>" + "\ud800".encode("utf-8", "surrogatepass") * 1_000,
        b"<html><table><tr><td>" * 15_000,
        b"<html>" + b"&" * 1_000_000,
    ],
)
async def test_a_page_made_to_hurt_costs_the_worker_alone(body: bytes) -> None:
    try:
        text = await story_off_loop(body, "text/html")
    except FeedParseError as refusal:
        text = str(refusal)
    assert "\0" not in text
    assert len(text) <= TEXT_CAP
