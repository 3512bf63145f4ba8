"""The first arrow of a turn: due feeds are asked, politely, and what they answer is stored.

Hosts are polled side by side, the feeds of one host in a row. Every feed with news is stored in its
own transaction, so that a dead or hostile one never delays or spoils another; the many that have
nothing new are kept together.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog
from sqlalchemy import select, update

from db.engine import Sessions
from db.models import Feed
from feeds.fetch import Fetcher
from feeds.hosts import HostGate, host_of
from feeds.schedule import FLOOR
from jobs.clock import Clock
from jobs.faults import fault_of_ours
from jobs.feeds import add_feed, ensure_default_feeds, list_feeds, plain_address, remove_feed
from jobs.keep import (
    CLAIMED,
    Claim,
    Keeper,
    PollOutcome,
    is_quiet,
    keep,
    new_keeper,
    read_answer,
    take_in,
    to_claim,
)
from jobs.outlets import OutletTable, registrable_domain
from jobs.verdict import Answer

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

_TOGETHER = 50
"""Answers without news that are kept in one transaction; a killed turn asks so many again."""


@dataclass(slots=True)
class _Turn:
    keeper: Keeper
    fetcher: Fetcher
    slots: asyncio.Semaphore
    """How many hosts may be asked at once."""
    quiet: list[tuple[Claim, Answer]] = field(default_factory=list)
    """Answers without news that are still to be kept."""
    done: list[PollOutcome] = field(default_factory=list)


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
    await asyncio.gather(*(_poll_host(turn, queue) for queue in by_host.values()))
    await _keep_quiet(turn)
    return sorted(turn.done, key=lambda outcome: outcome.url)


async def _claim(
    sessions: Sessions, now: datetime, gate: HostGate, only: str | None
) -> list[Claim]:
    """Take the due feeds: their due time moves on at once.

    So a second process does not ask them too, and one that is killed and restarted does not ask
    again within the floor (feeds.md P9).
    """
    due = (Feed.due_at <= now,) if only is None else (Feed.due_at <= now, Feed.url == only)
    async with sessions.begin() as session:
        rows = await session.execute(select(*CLAIMED).where(*due).order_by(Feed.due_at))
        claims = _within_budget([to_claim(row, now) for row in rows], gate)
        wanted = {claim.id: claim for claim in claims}
        taken = await session.scalars(
            update(Feed)
            .where(Feed.id.in_(wanted), Feed.due_at <= now)
            .values(due_at=now + FLOOR)
            .returning(Feed.id)
            .execution_options(synchronize_session=False)
        )
        return [wanted[id_] for id_ in taken]


def _within_budget(claims: Sequence[Claim], gate: HostGate) -> list[Claim]:
    taken: dict[str, float] = defaultdict(float)
    chosen = []
    for claim in claims:
        host = host_of(claim.url)
        if taken[host] < _HOST_BUDGET:
            taken[host] += gate.pause(host)
            chosen.append(claim)
    return chosen


async def _poll_host(turn: _Turn, queue: list[Claim]) -> None:
    """The feeds of one host in a row; a host that is down is not knocked at for each of them."""
    keeper = turn.keeper
    host = host_of(queue[0].url)
    unreached = 0
    for claim in queue:
        if unreached == _DEAD_AFTER:
            keeper.paused.setdefault(host, keeper.now + FLOOR)
        until = keeper.paused.get(host)
        outcome = await _put_off(keeper, claim, until) if until else await _poll_one(turn, claim)
        unreached = unreached + 1 if outcome is not None and outcome.unreachable else 0
        if outcome is not None:
            turn.done.append(outcome)


async def _poll_one(turn: _Turn, claim: Claim) -> PollOutcome | None:
    """What came of it; None where there is nothing new, which is kept later with its like."""
    # Held until the answer is read and kept, so that not all of them lie in memory at once.
    async with turn.slots:
        outcome = await _ask(turn, claim)
    if len(turn.quiet) >= _TOGETHER:
        await _keep_quiet(turn)
    return outcome


async def _ask(turn: _Turn, claim: Claim) -> PollOutcome | None:
    try:
        result = await turn.fetcher.fetch(claim.request)
        answer = await read_answer(result, claim.body_hash)
    except Exception as error:
        log.exception("poll failed", feed=plain_address(claim.url))
        return _our_fault(turn, claim, error)
    if not is_quiet(answer):
        return await _keep_loud(turn, claim, answer)
    turn.quiet.append((claim, replace(answer, result=replace(result, body=b""))))
    return None


async def _keep_loud(turn: _Turn, claim: Claim, answer: Answer) -> PollOutcome:
    try:
        async with turn.keeper.writing:
            (outcome,) = await keep(turn.keeper, (claim, answer))
    except Exception as error:
        log.exception("poll failed", feed=plain_address(claim.url))
        return _our_fault(turn, claim, error)
    return outcome


async def _keep_quiet(turn: _Turn) -> None:
    """Keep what has gathered; one by one, should one of them spoil it for all."""
    quiet, turn.quiet = turn.quiet, []
    if not quiet:
        return
    try:
        async with turn.keeper.writing:
            turn.done += await keep(turn.keeper, *quiet)
    except Exception as error:
        # Whichever of them it was, and why, shows when each is kept by itself; none is lost.
        log.warning("answers could not be kept together", feeds=len(quiet), exc_info=error)
        turn.done += [await _keep_loud(turn, claim, answer) for claim, answer in quiet]


def _our_fault(turn: _Turn, claim: Claim, error: Exception) -> PollOutcome:
    """Whatever goes wrong with one feed, a fault of ours included, must not stop the others."""
    due = turn.keeper.now + FLOOR
    return PollOutcome(claim.url, "asked", "", fault_of_ours(error), due, ok=False)


async def _put_off(keeper: Keeper, claim: Claim, until: datetime) -> PollOutcome:
    async with keeper.writing, keeper.sessions.begin() as session:
        await session.execute(update(Feed).where(Feed.id == claim.id).values(due_at=until))
    return PollOutcome(
        claim.url, "not asked", "", "its host turned us away, or cannot be reached", until
    )
