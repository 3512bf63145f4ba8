"""Measure Parley's speed and memory. Each measurement runs in a process of its own.

  reading   articles a second and core, what saying no costs, how time grows with length
  stored    a stream of feed entries from disk to stored, read and grouped; the cost of one more
            article beside 10,000 and (--full) 1,000,000 stored ones; peak memory
  feeds     250 or (--full) 1,000 feeds of a server of our own, polled, beside the `reader` library
  replay    the demo's feeds through the whole bot, beside one feedparser pass over them
  hostile   documents made to break a feed parser: the slowest and the hungriest

Seconds are processor time on this machine and mean little elsewhere. A ratio sets them beside
something plain done to the same bytes on the same machine: a blank English spaCy tokenisation of
the same texts, one feedparser pass. Compare ratios, between machines and between versions; on a
busy machine run it again and take the best.

The ratios to spaCy need spaCy, which Parley does not: `pip install spacy` into an environment of
its own and name that one's interpreter with --spacy, or in PARLEY_BENCH_SPACY; so for the reader
library with --reader, or in PARLEY_BENCH_READER. Without them the figures stand without the ratio.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

# What each measurement understands, in the order in which all of them run.
MEASUREMENTS: dict[str, tuple[str, ...]] = {
    "reading": ("feeds", "spacy"),
    "stored": ("feeds", "spacy", "full"),
    "feeds": ("feeds", "reader"),
    "replay": ("feeds",),
    "hostile": (),
}


_FEW_FEEDS = 250
"""On the stand of a run that shall take a few minutes only."""


def main() -> int:
    """Run the measurements named, or all; exit code 1 where one of them could not be run."""
    arguments = _parser().parse_args()
    unknown = [name for name in arguments.names if name not in MEASUREMENTS]
    if unknown:
        print(f"bench: no measurement {unknown[0]}; there are {', '.join(MEASUREMENTS)}")
        return 2
    failed = [name for name in arguments.names or MEASUREMENTS if not _run(name, arguments)]
    for name in failed:
        print(f"bench: {name} could not be measured; what it said stands above", file=sys.stderr)
    return 1 if failed else 0


def _run(name: str, arguments: argparse.Namespace) -> bool:
    print(f"\n{name}", flush=True)
    command = [sys.executable, "-m", f"bench.{name}"]
    if name == "feeds" and not arguments.full:
        command += ["--count", str(_FEW_FEEDS)]
    for option in MEASUREMENTS[name]:
        value = getattr(arguments, option)
        if value is True:
            command.append(f"--{option}")
        elif value:
            command += [f"--{option}", str(value)]
    return subprocess.run(command, check=False).returncode == 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="measure these only")
    parser.add_argument("--full", action="store_true", help="also what takes many minutes")
    parser.add_argument(
        "--feeds", type=Path, metavar="FOLDER", help="measure on these saved feeds (*.xml)"
    )
    parser.add_argument(
        "--spacy",
        metavar="PYTHON",
        default=os.environ.get("PARLEY_BENCH_SPACY"),
        help="an interpreter that has spaCy",
    )
    parser.add_argument(
        "--reader",
        metavar="PYTHON",
        default=os.environ.get("PARLEY_BENCH_READER"),
        help="an interpreter that has the reader library",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
