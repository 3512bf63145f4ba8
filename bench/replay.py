"""Replay saved feeds through the real jobs, and time it against feedparser alone on the same bytes.

Without a folder the demo's own feeds are replayed, six hours to a turn. The ratio sets processor
time of all of Parley (serving, polling, storing, reading, grouping, posting) against one feedparser
pass.
"""

import argparse
import asyncio
import io
import time
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import feedparser

from bot.demo_data import demo_feeds
from sandbox.newsstand import Newsstand


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.replay", description=__doc__)
    parser.add_argument("--feeds", type=Path, metavar="FOLDER", help="replay these feeds (*.xml)")
    given: Path | None = parser.parse_args().feeds
    with TemporaryDirectory() as made:
        folder = given or Path(made)
        if given is None:
            asyncio.run(save_demo(folder))
        busy = time.process_time()
        entries = sum(_entries(file) for file in folder.glob("*.xml"))
        parsing = time.process_time() - busy
        busy = time.process_time()
        _replay(folder)
        whole = time.process_time() - busy
    print(f"one feedparser pass over {entries} entries: {parsing:.2f} s of processor time")
    print(f"the replay: {whole:.2f} s, ratio {whole / parsing:.1f}")


def _entries(file: Path) -> int:
    return len(feedparser.parse(io.BytesIO(file.read_bytes())).entries)


def _replay(folder: Path) -> None:
    from bot.cli import build

    # What it tells of the days it runs through is not what is measured.
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        build()(["replay", str(folder), "--hours", "6"], standalone_mode=False)


async def save_demo(folder: Path) -> None:
    """Write the demo's feeds as they stand at their latest item."""
    import httpx

    feeds = demo_feeds()
    latest = max(item.published for feed in feeds for item in feed.items)
    moment = datetime.now(UTC) if latest > datetime.now(UTC) else latest + timedelta(days=1)
    async with Newsstand(feeds, lambda: moment) as stand, httpx.AsyncClient() as client:
        for slug in stand.feeds:
            (folder / f"{slug}.xml").write_bytes((await client.get(stand.url(slug))).content)


if __name__ == "__main__":
    main()
