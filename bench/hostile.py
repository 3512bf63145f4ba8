"""Read every document of the hostile corpus in a process of its own; list each, the worst first.

Run it with `python -m bench hostile`; it takes a minute or two, and needs Linux. Seconds are of the
processor; memory is the process's peak above that of reading a feed of one item.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
READ = """
import json, re, sys, time
from feeds.parse import parse_feed
from feeds.problems import FeedParseError
body = sys.stdin.buffer.read()
started = time.process_time()
try:
    feed = parse_feed(body, "application/rss+xml", "https://news.example/feed")
    said = f"parsed, {len(feed.entries):,} items"
except FeedParseError as error:
    said = str(error)
took = time.process_time() - started
# Not getrusage: a process starts with its parent's peak there.
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
print(json.dumps([took, peak, said]))
"""
_SAID = 56
"""Characters of the outcome that are shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one document cost."""

    name: str
    size: int
    """Bytes."""
    seconds: float
    memory: float
    """MiB."""
    said: str

    def __str__(self) -> str:
        size = f"{self.size / 1024:,.0f}"
        said = self.said if len(self.said) <= _SAID else f"{self.said[: _SAID - 1]}…"
        return f"{self.seconds:7.3f} {self.memory:7.0f} {size:>8}  {self.name:<38} {said}"


def main() -> None:
    """Print the figures."""
    # The corpus lies with the tests that hold the parser to it.
    sys.path.insert(0, str(ROOT / "tests" / "feeds"))
    from feed_site import item, rss
    from hostile_corpus import PARSED, REFUSED

    plain = _measured(rss(item()))[1]
    figures = []
    for name, body in {**REFUSED, **PARSED}.items():
        seconds, peak, said = _measured(body)
        figures.append(Figure(name, len(body), seconds, (peak - plain) / 1024, said))
    figures.sort(key=lambda figure: (-figure.seconds, -figure.memory))
    print("seconds     MiB      KiB  document                               outcome")
    for figure in figures:
        print(figure)
    hungriest = max(figures, key=lambda figure: figure.memory)
    total = sum(figure.seconds for figure in figures)
    print(f"\n{len(figures)} hostile documents read in {total:.1f} s of processor time")
    print(f"slowest: {figures[0].name}, {figures[0].seconds:.2f} s")
    print(f"most memory: {hungriest.name}, {hungriest.memory:.0f} MiB")


def _measured(body: bytes) -> tuple[float, int, str]:
    """(processor seconds, peak KiB, outcome) of reading it in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", READ], input=body, capture_output=True, cwd=ROOT, check=True
    )
    seconds, peak, said = json.loads(done.stdout)
    return float(seconds), int(peak), str(said)


if __name__ == "__main__":
    main()
