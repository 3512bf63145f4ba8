"""Heavy documents are read in a process of their own, which is killed if it takes too long."""

import os
import signal
from collections.abc import Iterator

import pytest
from feed_site import rss, several

from feeds.parse import ParsedFeed, parse_feed
from feeds.problems import FeedParseError
from feeds.worker import LARGE, MUCH_MARKUP, Worker, is_heavy, parse_off_loop

URL = "https://news.example/feed"
TYPE = "application/rss+xml"


@pytest.fixture
def worker() -> Iterator[Worker[ParsedFeed]]:
    worker = Worker(parse_feed)
    yield worker
    worker.stop()


def test_it_reads_as_we_do(worker: Worker[ParsedFeed]) -> None:
    body = rss(*several(30))
    assert worker.parse((body, TYPE, URL)) == parse_feed(body, TYPE, URL)
    with pytest.raises(FeedParseError, match="the answer is empty"):
        worker.parse((b"", TYPE, URL))


def test_what_takes_too_long_is_killed_and_the_next_is_read(worker: Worker[ParsedFeed]) -> None:
    heavy, light = rss(*several(7_000)), rss(*several(1))
    worker.parse((light, TYPE, URL))
    worker.deadline = 0.05
    with pytest.raises(FeedParseError, match=r"more than 0\.05 s"):
        worker.parse((heavy, TYPE, URL))
    worker.deadline = 15
    assert len(worker.parse((light, TYPE, URL)).entries) == 1


def test_a_worker_that_is_killed_is_replaced(worker: Worker[ParsedFeed]) -> None:
    body = rss(*several(1))
    worker.parse((body, TYPE, URL))
    os.kill(worker._process.pid, signal.SIGKILL)
    worker._process.wait(5)
    assert len(worker.parse((body, TYPE, URL)).entries) == 1


def test_only_heavy_documents_go_there() -> None:
    assert not is_heavy(rss(*several(50)))
    assert is_heavy(b"x" * (LARGE + 1))
    assert is_heavy(b"<a>" * (MUCH_MARKUP + 1))


async def test_either_way_the_feed_is_the_same() -> None:
    for body in (rss(*several(5)), rss(*several(1_500))):
        assert await parse_off_loop(body, TYPE, URL) == parse_feed(body, TYPE, URL)
