"""Parley's poller at the stand of `bench.feeds`, with a ticker that feels for the loop's lag.

Takes the feeds' addresses as JSON on its first line of input; each further line is a round.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update

from bot.logs import quiet_logging
from db.columns import Base
from db.engine import Sessions, create_engine, sessions
from db.models import Feed
from feeds.fetch import Fetcher
from jobs.clock import SetClock
from jobs.feeds import add_feed
from jobs.outlets import outlet_table
from jobs.poll import poll
from reading.preset import bundled_presets

_TICK = 0.01
_ROUND = timedelta(hours=1)
"""Between two rounds on the clock; longer than any feed's interval while it is young."""


async def _work(database: str) -> None:
    engine = create_engine(database)
    made, clock = sessions(engine), SetClock(datetime(2025, 7, 25, 12, tzinfo=UTC))
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with made.begin() as session:
        for url in json.loads(await _line()):
            await add_feed(session, url, clock)
    print(json.dumps({}), flush=True)
    async with Fetcher(contact="https://example.org/bench", allow_private=True) as fetcher:
        while await _line():
            print(json.dumps(await _round(made, clock, fetcher)), flush=True)
            clock.now += _ROUND
            async with made.begin() as session:
                await session.execute(update(Feed).values(due_at=clock.now))
    await engine.dispose()


async def _round(made: Sessions, clock: SetClock, fetcher: Fetcher) -> dict[str, object]:
    table = outlet_table(bundled_presets().values())
    started = time.perf_counter()
    with _felt_lag() as lags:
        outcomes = await poll(made, clock, fetcher, outlets=table)
    return {
        "seconds": time.perf_counter() - started,
        "failed": sum(not outcome.ok for outcome in outcomes),
        "new": sum(outcome.new for outcome in outcomes),
        "lags": [round(lag * 1_000, 2) for lag in lags],
    }


@contextmanager
def _felt_lag() -> Iterator[list[float]]:
    """Seconds by which a sleep of 10 ms came late, each time, while the block runs."""
    lags: list[float] = []

    async def tick() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(_TICK)
            lags.append(time.perf_counter() - before - _TICK)

    ticker = asyncio.get_running_loop().create_task(tick())
    try:
        yield lags
    finally:
        ticker.cancel()


async def _line() -> str:
    return await asyncio.to_thread(sys.stdin.readline)


def main() -> None:
    """Poll until the input ends; answers each round with what came of it."""
    quiet_logging()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_work(f"sqlite:///{Path(folder) / 'bench.sqlite3'}"))


if __name__ == "__main__":
    main()
