"""A replay: the real jobs on a newsstand, with the clock running through days that are past."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from db.engine import Sessions
from feeds.fetch import Fetcher
from jobs.clock import SetClock
from jobs.feeds import add_feed
from jobs.group import group_mentions
from jobs.history import load_history
from jobs.turn import Services, Turn, take_turn
from reading.preset import History, Preset
from sandbox.newsstand import Newsstand


@dataclass(slots=True)
class Totals:
    """What a replay did, summed over its turns."""

    turns: int = 0
    polls: int = 0
    unchanged: int = 0
    read: int = 0
    sent: int = 0
    edited: int = 0
    failed: list[str] = field(default_factory=list)

    def add(self, turn: Turn) -> None:
        """Count one turn in."""
        self.turns += 1
        self.polls += len(turn.polled)
        self.read += turn.read
        self.sent += turn.delivered.sent
        self.edited += turn.delivered.edited


def as_known_on(preset: Preset, now: datetime) -> Preset:
    """The preset with only the history that was public by then."""
    day = now.date()
    history = preset.history
    known = History(
        rounds=tuple(fact for fact in history.rounds if fact.reported < day),
        statements=tuple(fact for fact in history.statements if fact.reported < day),
        strikes=tuple(fact for fact in history.strikes if fact.reported < day),
    )
    return preset.model_copy(update={"history": known})


async def prepare(
    sessions: Sessions, clock: SetClock, presets: tuple[Preset, ...], stand: Newsstand
) -> None:
    """Load the history known at the clock's moment and add every feed of the stand."""
    await load_history(sessions, tuple(as_known_on(p, clock()) for p in presets), clock)
    async with sessions.begin() as session:
        for slug in stand.feeds:
            await add_feed(session, stand.url(slug), clock, default=True)
    await group_mentions(sessions, clock)


@asynccontextmanager
async def loopback_fetcher() -> AsyncIterator[Fetcher]:
    """A fetcher that may reach the stand on this machine."""
    async with Fetcher(contact="a replay on loopback", allow_private=True) as fetcher:
        yield fetcher


def every(step: timedelta, start: datetime, end: datetime) -> list[datetime]:
    """Moments a step apart, from `start` up to and with `end`.

    The first turn finds the feeds as they stood before: what it stores is not announced.
    """
    count = -(-(end - start) // step)
    return [min(start + step * n, end) for n in range(count + 1)]


def when_news(stand: Newsstand, start: datetime, end: datetime) -> list[datetime]:
    """Moments just after something was printed, to the half hour, and 6 and 18 o'clock."""
    half = timedelta(minutes=30)
    printed = {
        version.since
        for feed in stand.feeds.values()
        for item in feed.items
        for version in item.versions
    }
    after = {start + half * -(-(at - start) // half) for at in printed if start < at < end}
    twice_a_day = set(every(timedelta(hours=12), start + timedelta(hours=6), end))
    return sorted({start} | after | twice_a_day)


async def replay(
    services: Services, moments: Iterable[datetime], seen: Callable[[datetime], None]
) -> Totals:
    """One turn at each moment; `seen` is told each when it is over."""
    clock = services.clock
    if not isinstance(clock, SetClock):
        raise TypeError("a replay needs a clock that can be set")
    totals = Totals()
    for moment in moments:
        clock.now = moment
        totals.add(await take_turn(services))
        seen(moment)
    return totals
