"""Poll a thousand feeds of a server of our own, with Parley and with the `reader` library.

A first round takes all of them in; in each of the ten that follow 5 % have something new, and the
rest answer 304. Server and clients have a process each; seconds are the client's processor time,
memory is the most that its processes (Parley's parse worker among them) held together, lag is by
how much a 10 ms sleep on Parley's event loop came late.

Reader needs an environment of its own, which Parley's knows nothing of:
  python -m venv reader-env && reader-env/bin/pip install reader sgmllib3k
and its interpreter named with --reader, or in PARLEY_BENCH_READER.
(reader 3.26 imports sgmllib3k without asking for it.)
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import IO, Any

import psutil

from bench.feeds_stand import grown
from bench.replay import save_demo

_MIB = 1024 * 1024
_DEMO_ITEMS = 25
"""Items that each of the demo's feeds gains, to be as long as a newspaper's."""


@dataclass(slots=True)
class Series:
    """What a client's rounds took; the first is the cold one."""

    name: str
    processor: list[float] = field(default_factory=list)
    """Seconds."""
    elapsed: list[float] = field(default_factory=list)
    lags: list[list[float]] = field(default_factory=list)
    """Milliseconds, a list a round; empty where nothing felt for it."""
    traffic: list[dict[str, int]] = field(default_factory=list)
    peak: int = 0
    """Bytes."""

    @property
    def steady(self) -> float:
        """Processor seconds of the round in the middle, without the first."""
        return median(self.processor[1:])


def main() -> int:
    """Print the table; exit code 1 where a client failed."""
    arguments = _parser().parse_args()
    with TemporaryDirectory() as made:
        folder = arguments.feeds or Path(made)
        if arguments.feeds is None:
            _make_feeds(folder)
        parley = _measured(
            "Parley", [sys.executable, "-m", "bench.feeds_parley"], folder, arguments
        )
        _print(parley)
        if arguments.reader is None:
            print(f"\nreader: not measured. {__doc__.partition(chr(10) * 2 + 'Reader ')[2]}")
            return 0
        script = Path(__file__).with_name("feeds_reader.py")
        reader = _measured("reader", [arguments.reader, str(script)], folder, arguments)
    _print(reader)
    share = parley.steady / reader.steady
    print(f"ratio of Parley's steady round to reader's: {share:.2f} (one part in {1 / share:.1f})")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench.feeds",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--feeds", type=Path, metavar="FOLDER", help="serve these feeds (*.xml)")
    parser.add_argument(
        "--reader",
        metavar="PYTHON",
        default=os.environ.get("PARLEY_BENCH_READER"),
        help="an interpreter that has reader",
    )
    parser.add_argument("--count", type=int, default=1_000, help="feeds on the stand")
    parser.add_argument("--rounds", type=int, default=10, help="rounds after the first")
    return parser


def _make_feeds(folder: Path) -> None:
    asyncio.run(save_demo(folder))
    for file in folder.glob("*.xml"):
        file.write_bytes(grown(file.read_bytes(), _DEMO_ITEMS))


def _measured(
    name: str, command: Sequence[str], folder: Path, arguments: argparse.Namespace
) -> Series:
    """A client's rounds at a stand of its own."""
    series = Series(name)
    stand_command = [sys.executable, "-m", "bench.feeds_stand", str(folder), str(arguments.count)]
    with _running(stand_command) as stand, _running(command) as client:
        addresses = _answer(stand)
        _tell(client, json.dumps(addresses))
        _answer(client)
        process = psutil.Process(client.pid)
        with _watched(process, series):
            for _ in range(arguments.rounds + 1):
                before = _processor_seconds(process)
                _tell(client, "go")
                said = _answer(client)
                series.processor.append(_processor_seconds(process) - before)
                series.elapsed.append(said["seconds"])
                series.lags.append(said.get("lags", []))
                _tell(stand, "next")
                series.traffic.append(_answer(stand) | {"new": said["new"]})
                if said["failed"]:
                    print(f"{name}: {said['failed']} feeds failed in round {len(series.elapsed)}")
    return series


@contextmanager
def _running(command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    root = Path(__file__).parent.parent
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    )
    with process:
        try:
            yield process
        except BaseException:
            process.kill()
            raise


def _tell(process: subprocess.Popen[str], line: str) -> None:
    pipe: IO[str] | None = process.stdin
    assert pipe is not None
    pipe.write(line + "\n")
    pipe.flush()


def _answer(process: subprocess.Popen[str]) -> Any:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise SystemExit("bench: a process of the measurement ended; what it said stands above")
    return json.loads(line)


def _processor_seconds(process: psutil.Process) -> float:
    """Of the process, its living children, and those that have ended."""
    own = process.cpu_times()
    total = own.user + own.system + own.children_user + own.children_system
    for child in process.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            total += child.cpu_times().user + child.cpu_times().system
    return float(total)


@contextmanager
def _watched(process: psutil.Process, series: Series) -> Iterator[None]:
    """Keep the most memory that the process and its children held while the block ran."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.1):
            with suppress(psutil.NoSuchProcess):
                family = [process, *process.children(recursive=True)]
                series.peak = max(series.peak, sum(one.memory_info().rss for one in family))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _print(series: Series) -> None:
    first, *later = series.traffic
    served = median(r["requests"] - r.get("not_modified", 0) for r in later)
    print(
        f"{series.name:7} first round {series.processor[0]:6.2f} s of processor time "
        f"({series.elapsed[0]:.1f} s elapsed; {first['requests']:,} asked, {first['new']:,} new)"
    )
    print(
        f"        steady      {series.steady:6.2f} s of processor time "
        f"({median(series.elapsed[1:]):.1f} s elapsed; "
        f"{median(r['requests'] for r in later):,.0f} asked, {served:,.0f} sent in full, "
        f"{median(r['new'] for r in later):,.0f} new)"
    )
    print(f"        memory      {series.peak / _MIB:6.0f} MiB at most")
    steady_lags = [lag for lags in series.lags[1:] for lag in lags]
    for when, lags in (("first", series.lags[0]), ("steady", steady_lags)):
        if lags:
            late = quantiles(lags, n=100)[98]
            print(f"        lag {when:8}{late:6.1f} ms p99, {max(lags):.1f} ms at most")


if __name__ == "__main__":
    sys.exit(main())
