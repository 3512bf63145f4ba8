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
from sqlalchemy.exc import IntegrityError

from db.engine import Sessions
from db.models import Feed
from feeds.fetch import Fetcher, FetchRequest, FetchResult
from feeds.hints import retry_after
from feeds.hosts import HostGate, host_of
from feeds.identity import body_hash
from feeds.parse import parse_feed
from feeds.problems import FeedParseError, Problem
from feeds.schedule import FLOOR, Due, Outcome, host_pause
from jobs.clock import Clock
from jobs.feeds import (
    add_feed,
    apply_move,
    ensure_default_feeds,
    list_feeds,
    pause_host,
    remove_feed,
)
from jobs.outlets import OutletTable, outlet_table
from jobs.store import Stored, store
from jobs.verdict import Answer, has_moved, judge, settle
from reading.preset import bundled_presets

__all__ = [
    "PollOutcome",
    "add_feed",
    "ensure_default_feeds",
    "list_feeds",
    "poll",
    "read_answer",
    "remove_feed",
]

log = structlog.get_logger()

_HOST_BUDGET = 60.0
"""Seconds of pauses that one host may take of one turn; its other feeds stay due."""
_DEAD_AFTER = 2
"""Feeds of one host that could not be reached in a row, until the rest is put off."""


@dataclass(frozen=True, slots=True)
class PollOutcome:
    """What was asked of one feed, what it answered, what was decided, when it is due again."""

    url: str
    asked: str
    answered: str
    decided: str
    next_due: datetime | None
    why: str = ""
    """Why then."""
    ok: bool = True
    unreachable: bool = False
    """No connection came about at all."""
    new: int = 0
    edited: int = 0

    def __str__(self) -> str:
        due = f"{self.next_due:%Y-%m-%d %H:%M:%S} UTC" if self.next_due else "never"
        return f"{self.url}: {self.asked} → {self.answered} → {self.decided}; next {due}"


@dataclass(frozen=True, slots=True)
class _Claim:
    """A due feed that is ours for this turn."""

    id: int
    url: str
    was_due: datetime
    request: FetchRequest
    body_hash: str | None


@dataclass(slots=True)
class _Turn:
    sessions: Sessions
    now: datetime
    fetcher: Fetcher
    outlets: OutletTable
    slots: asyncio.Semaphore
    writing: asyncio.Lock
    """SQLite takes one writer at a time; waiting here is cheaper than being told so."""
    paused: dict[str, datetime]


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
    claims = await _claim(sessions, now, fetcher.gate, only)
    table = outlet_table(bundled_presets().values()) if outlets is None else outlets
    turn = _Turn(sessions, now, fetcher, table, asyncio.Semaphore(concurrency), asyncio.Lock(), {})
    by_host: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        by_host[host_of(claim.url)].append(claim)
    done = await asyncio.gather(*(_poll_host(turn, queue) for queue in by_host.values()))
    return sorted((outcome for some in done for outcome in some), key=lambda o: o.url)


async def _claim(
    sessions: Sessions, now: datetime, gate: HostGate, only: str | None
) -> list[_Claim]:
    """Take the due feeds: their due time moves on at once.

    So a second process does not ask them too, and one that is killed and restarted does not ask
    again within the floor (feeds.md P9).
    """
    due = (Feed.due_at <= now,) if only is None else (Feed.due_at <= now, Feed.url == only)
    async with sessions.begin() as session:
        rows = (await session.scalars(select(Feed).where(*due).order_by(Feed.due_at))).all()
        wanted = {row.id: row for row in _within_budget(rows, gate)}
        claims = {id_: _to_claim(row, now) for id_, row in wanted.items()}
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


def _to_claim(row: Feed, now: datetime) -> _Claim:
    request = FetchRequest(row.url, row.etag, row.last_modified, row.validators_url)
    return _Claim(row.id, row.url, row.due_at or now, request, row.body_hash)


async def _poll_host(turn: _Turn, queue: list[_Claim]) -> list[PollOutcome]:
    """The feeds of one host in a row; a host that is down is not knocked at for each of them."""
    done: list[PollOutcome] = []
    host = host_of(queue[0].url)
    for claim in queue:
        tried = done[-_DEAD_AFTER:]
        if len(tried) == _DEAD_AFTER and all(outcome.unreachable for outcome in tried):
            turn.paused.setdefault(host, turn.now + FLOOR)
        until = turn.paused.get(host)
        done.append(await _put_off(turn, claim, until) if until else await _poll_one(turn, claim))
    return done


async def _poll_one(turn: _Turn, claim: _Claim) -> PollOutcome:
    try:
        async with turn.slots:
            result = await turn.fetcher.fetch(claim.request)
        answer = await read_answer(result, claim.body_hash)
        async with turn.writing:
            outcome = await _keep_with_retry(turn, claim, answer)
    except Exception as error:
        log.exception("poll failed", feed=claim.url)
        decided = f"a fault of Parley's own ({type(error).__name__}); see the log"
        return PollOutcome(claim.url, "asked", "", decided, turn.now + FLOOR, ok=False)
    return outcome


async def _put_off(turn: _Turn, claim: _Claim, until: datetime) -> PollOutcome:
    async with turn.writing, turn.sessions.begin() as session:
        await session.execute(update(Feed).where(Feed.id == claim.id).values(due_at=until))
    return PollOutcome(
        claim.url, "not asked", "", "its host turned us away, or cannot be reached", until
    )


async def read_answer(result: FetchResult, last_hash: str | None) -> Answer:
    """Parse what came, off the loop; a body that came before is not parsed again."""
    if result.status != 200 or result.problem is not None:
        return Answer(result)
    digest = body_hash(result.body)
    if digest == last_hash:
        return Answer(result, digest=digest)
    content_type = result.headers.get("content-type")
    try:
        parsed = await asyncio.to_thread(parse_feed, result.body, content_type, result.final_url)
    except FeedParseError as error:
        return Answer(result, trouble=str(error))
    return Answer(result, parsed=parsed, digest=digest)


async def _keep_with_retry(turn: _Turn, claim: _Claim, answer: Answer) -> PollOutcome:
    try:
        return await _keep(turn, claim, answer)
    except IntegrityError:
        # Another process stored the same story between our look and our write: look again.
        return await _keep(turn, claim, answer)


async def _keep(turn: _Turn, claim: _Claim, answer: Answer) -> PollOutcome:
    """Store the items and the feed's new state, in one transaction."""
    now, verdict = turn.now, judge(answer)
    async with turn.sessions.begin() as session:
        # Written first, so that SQLite gives the write lock before anything is read.
        await session.execute(update(Feed).where(Feed.id == claim.id).values(polled_at=now))
        feed = await session.get(Feed, claim.id)
        if feed is None:
            return PollOutcome(claim.url, _asked(claim, answer.result), "", "it was removed", None)
        baseline = feed.succeeded_at is None
        stored = Stored()
        if answer.parsed is not None:
            stored = await store(
                session, feed, answer.parsed.entries, now, turn.outlets, baseline=baseline
            )
            _note_news(feed, answer, stored, now, baseline)
        due = settle(feed, answer, now, was_due=claim.was_due)
        moved = await apply_move(session, feed) if has_moved(feed, now) else None
        until = host_pause(verdict.outcome, retry_after(answer.result.headers, now), now)
        if until is not None:
            host = host_of(answer.result.final_url)
            turn.paused[host] = until
            await pause_host(session, host, until, spare=feed.id)
    decided = ", ".join(filter(None, (_decided(answer, stored, baseline, verdict.error), moved)))
    return _outcome(claim, answer, decided, stored, due, ok=verdict.outcome is Outcome.FINE)


def _note_news(feed: Feed, answer: Answer, stored: Stored, now: datetime, baseline: bool) -> None:
    """When the feed last had anything new; at first sight its newest item says."""
    assert answer.parsed is not None
    if baseline:
        dates = [e.published for e in answer.parsed.entries if e.published and e.published <= now]
        feed.new_entry_at = max(dates, default=now)
    elif stored.new:
        feed.new_entry_at = now


def _outcome(
    claim: _Claim, answer: Answer, decided: str, stored: Stored, due: Due, *, ok: bool
) -> PollOutcome:
    return PollOutcome(
        claim.url,
        _asked(claim, answer.result),
        _answered(answer.result),
        decided,
        due.at,
        due.why,
        ok,
        answer.result.problem in (Problem.NO_HOST, Problem.CONNECT),
        stored.new,
        stored.edited,
    )


def _asked(claim: _Claim, result: FetchResult) -> str:
    if not result.conditional:
        return "asked for all"
    names = ("ETag", claim.request.etag), ("date", claim.request.last_modified)
    return f"asked for news since its {' and '.join(name for name, value in names if value)}"


def _answered(result: FetchResult) -> str:
    words = result.answered
    if result.status == 200 and result.problem is None:
        words = f"{words}, {len(result.body) / 1024:,.0f} KiB"
    return f"{words}, redirected to {result.final_url}" if result.hops else words


def _decided(answer: Answer, stored: Stored, baseline: bool, error: str | None) -> str:
    if error is not None:
        return error
    if answer.parsed is None:
        return "unchanged"
    return f"{stored.words} (first poll: stored, not announced)" if baseline else stored.words
