"""Read every document of the hostile corpus in a process of its own; print worst time and memory.

Run it with `python -m bench.hostile`. Memory is the process's peak above a document of one item.
"""

import multiprocessing
import resource
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "feeds"))

from feed_site import item, rss
from hostile_corpus import PARSED, REFUSED

from feeds.parse import parse_feed
from feeds.problems import FeedParseError

URL = "https://news.example/feed"


def main() -> None:
    """Print the figures."""
    _, plain = _measured(rss(item()))
    figures = []
    for name, body in {**REFUSED, **PARSED}.items():
        seconds, peak = _measured(body)
        figures.append((seconds, (peak - plain) / 1024, name))
    slowest, hungriest = max(figures), max(figures, key=lambda figure: figure[1])
    total = sum(seconds for seconds, _, _ in figures)
    print(f"{len(figures)} hostile documents read in {total:.1f} s of processor time")
    print(f"slowest: {slowest[2]}, {slowest[0]:.2f} s")
    print(f"most memory: {hungriest[2]}, {hungriest[1]:.0f} MiB")


def _measured(body: bytes) -> tuple[float, int]:
    """(processor seconds, peak KiB) of reading it in a fresh process."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_read, args=(theirs, body))
    process.start()
    seconds, peak = ours.recv()
    process.join()
    return seconds, peak


def _read(pipe: Connection, body: bytes) -> None:
    started = time.process_time()
    try:
        parse_feed(body, "application/rss+xml", URL)
    except FeedParseError:
        pass
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    pipe.send((time.process_time() - started, peak))


if __name__ == "__main__":
    main()
