"""The first arrow of a turn: due feeds are asked, politely, and what they answer is stored.

Hosts are polled side by side, the feeds of one host in a row. Every feed is stored in its own
transaction, so that a dead or hostile one never delays or spoils another.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import select, update

from db.engine import Sessions
from db.models import Feed
from feeds.fetch import Fetcher
from feeds.hosts import HostGate, host_of
from feeds.schedule import FLOOR
from jobs.clock import Clock
from jobs.feeds import add_feed, ensure_default_feeds, list_feeds, plain_address, remove_feed
from jobs.keep import Claim, Keeper, PollOutcome, keep, new_keeper, read_answer, take_in, to_claim
from jobs.outlets import OutletTable, registrable_domain

__all__ = [
    "PollOutcome",
    "add_feed",
    "ensure_default_feeds",
    "list_feeds",
    "poll",
    "remove_feed",
    "take_in",
]

log = structlog.get_logger()

_HOST_BUDGET = 60.0
"""Seconds of pauses that one host may take of one turn; its other feeds stay due."""
_DEAD_AFTER = 2
"""Feeds of one host that could not be reached in a row, until the rest is put off."""


@dataclass(slots=True)
class _Turn:
    keeper: Keeper
    fetcher: Fetcher
    slots: asyncio.Semaphore
    """How many hosts may be asked at once."""


async def poll(
    sessions: Sessions,
    clock: Clock,
    fetcher: Fetcher,
    *,
    only: str | None = None,
    concurrency: int = 16,
    outlets: OutletTable | None = None,
) -> list[PollOutcome]:
    """Ask every feed that is due (or `only` this one, if due); gives an outcome a feed, by URL."""
    now = clock()
    # The table of public suffixes is read when first asked for, which takes a tenth of a second.
    await asyncio.to_thread(registrable_domain, "https://example.org/")
    claims = await _claim(sessions, now, fetcher.gate, only)
    turn = _Turn(new_keeper(sessions, now, outlets), fetcher, asyncio.Semaphore(concurrency))
    by_host: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_host[host_of(claim.url)].append(claim)
    done = await asyncio.gather(*(_poll_host(turn, queue) for queue in by_host.values()))
    return sorted((outcome for some in done for outcome in some), key=lambda o: o.url)


async def _claim(
    sessions: Sessions, now: datetime, gate: HostGate, only: str | None
) -> list[Claim]:
    """Take the due feeds: their due time moves on at once.

    So a second process does not ask them too, and one that is killed and restarted does not ask
    again within the floor (feeds.md P9).
    """
    due = (Feed.due_at <= now,) if only is None else (Feed.due_at <= now, Feed.url == only)
    async with sessions.begin() as session:
        rows = (await session.scalars(select(Feed).where(*due).order_by(Feed.due_at))).all()
        wanted = {row.id: row for row in _within_budget(rows, gate)}
        claims = {id_: to_claim(row, now) for id_, row in wanted.items()}
        taken = await session.scalars(
            update(Feed)
            .where(Feed.id.in_(wanted), Feed.due_at <= now)
            .values(due_at=now + FLOOR)
            .returning(Feed.id)
            .execution_options(synchronize_session=False)
        )
        return [claims[id_] for id_ in taken]


def _within_budget(rows: Sequence[Feed], gate: HostGate) -> list[Feed]:
    taken: dict[str, float] = defaultdict(float)
    chosen = []
    for row in rows:
        host = host_of(row.url)
        if taken[host] < _HOST_BUDGET:
            taken[host] += gate.pause(host)
            chosen.append(row)
    return chosen


async def _poll_host(turn: _Turn, queue: list[Claim]) -> list[PollOutcome]:
    """The feeds of one host in a row; a host that is down is not knocked at for each of them."""
    done: list[PollOutcome] = []
    keeper = turn.keeper
    host = host_of(queue[0].url)
    for claim in queue:
        tried = done[-_DEAD_AFTER:]
        if len(tried) == _DEAD_AFTER and all(outcome.unreachable for outcome in tried):
            keeper.paused.setdefault(host, keeper.now + FLOOR)
        until = keeper.paused.get(host)
        done.append(await _put_off(keeper, claim, until) if until else await _poll_one(turn, claim))
    return done


async def _poll_one(turn: _Turn, claim: Claim) -> PollOutcome:
    keeper = turn.keeper
    try:
        async with turn.slots:
            result = await turn.fetcher.fetch(claim.request)
        answer = await read_answer(result, claim.body_hash)
        async with keeper.writing:
            outcome = await keep(keeper, claim, answer)
    except Exception as error:
        # Whatever goes wrong with one feed, a fault of ours included, must not stop the others.
        log.exception("poll failed", feed=plain_address(claim.url))
        decided = f"a fault of Parley's own ({type(error).__name__}); see the log"
        return PollOutcome(claim.url, "asked", "", decided, keeper.now + FLOOR, ok=False)
    return outcome


async def _put_off(keeper: Keeper, claim: Claim, until: datetime) -> PollOutcome:
    async with keeper.writing, keeper.sessions.begin() as session:
        await session.execute(update(Feed).where(Feed.id == claim.id).values(due_at=until))
    return PollOutcome(
        claim.url, "not asked", "", "its host turned us away, or cannot be reached", until
    )
