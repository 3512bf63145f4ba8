"""Read every document of the hostile corpus in a process of its own; print worst time and memory.

Run it with `python -m bench.hostile`; it takes about a minute, and needs Linux. Memory is the
process's peak above that of reading a feed of one item.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
READ = """
import contextlib, re, sys, time
from feeds.parse import parse_feed
from feeds.problems import FeedParseError
body = sys.stdin.buffer.read()
started = time.process_time()
with contextlib.suppress(FeedParseError):
    parse_feed(body, "application/rss+xml", "https://news.example/feed")
took = time.process_time() - started
# Not getrusage: a process starts with its parent's peak there.
print(took, re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


def main() -> None:
    """Print the figures."""
    # The corpus lies with the tests that hold the parser to it.
    sys.path.insert(0, str(ROOT / "tests" / "feeds"))
    from feed_site import item, rss
    from hostile_corpus import PARSED, REFUSED

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
    done = subprocess.run(
        [sys.executable, "-c", READ], input=body, capture_output=True, cwd=ROOT, check=True
    )
    seconds, peak = done.stdout.split()
    return float(seconds), int(peak)


if __name__ == "__main__":
    main()
