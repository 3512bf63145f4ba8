"""What feeds answered, taken in: parsed, stored and judged, in one transaction."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Sessions
from db.models import Feed
from feeds.fetch import FetchRequest, FetchResult
from feeds.hints import retry_after
from feeds.hosts import host_of
from feeds.identity import body_hash
from feeds.problems import FeedParseError, Problem
from feeds.schedule import Due, Outcome, host_pause
from feeds.worker import parse_off_loop
from jobs.clock import Clock
from jobs.feeds import apply_move, feed_url, pause_host
from jobs.outlets import OutletTable, outlet_table
from jobs.store import Stored, store
from jobs.verdict import Answer, has_moved, judge, settle
from reading.preset import bundled_presets


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
    """No connection came about at all, or no whole answer in time."""
    new: int = 0
    edited: int = 0

    def __str__(self) -> str:
        due = f"{self.next_due:%Y-%m-%d %H:%M:%S} UTC" if self.next_due else "never"
        return f"{self.url}: {self.asked} → {self.answered} → {self.decided}; next {due}"


@dataclass(frozen=True, slots=True)
class Claim:
    """A due feed that is ours for this keeper."""

    id: int
    url: str
    was_due: datetime
    request: FetchRequest
    body_hash: str | None


CLAIMED = (
    Feed.id, Feed.url, Feed.etag, Feed.last_modified, Feed.validators_url, Feed.due_at,
    Feed.body_hash,
)  # fmt: skip


@dataclass(slots=True)
class Keeper:
    """Where answers are kept, and since when the turn runs."""

    sessions: Sessions
    now: datetime
    outlets: OutletTable
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)
    """SQLite takes one writer at a time; waiting here is cheaper than being told so."""
    paused: dict[str, datetime] = field(default_factory=dict)
    """Hosts that turned us away in this turn, until when."""


def new_keeper(sessions: Sessions, now: datetime, outlets: OutletTable | None) -> Keeper:
    """A keeper for one turn; without `outlets` the bundled presets name them."""
    table = outlet_table(bundled_presets().values()) if outlets is None else outlets
    return Keeper(sessions, now, table)


async def take_in(
    sessions: Sessions,
    clock: Clock,
    result: FetchResult,
    *,
    outlets: OutletTable | None = None,
) -> PollOutcome | None:
    """Keep an answer that was fetched outside a turn, such as a preview's; None for no such feed.

    So that a feed that is looked at and then added is asked once, not twice (feeds.md P10).
    """
    keeper = new_keeper(sessions, clock(), outlets)
    # Added under its new address, if the look at it was redirected for good.
    addresses = {feed_url(result.url), feed_url(result.permanent_url)}
    async with sessions() as session:
        feed = await session.scalar(select(Feed).where(Feed.url.in_(addresses)))
    if feed is None:
        return None
    claim = to_claim(feed, keeper.now)
    (outcome,) = await keep(keeper, (claim, await read_answer(result, claim.body_hash)))
    return outcome


def to_claim(row: Feed | Row[*tuple[Any, ...]], now: datetime) -> Claim:
    """The feed, or CLAIMED of its columns, ready to be asked."""
    request = FetchRequest(row.url, row.etag, row.last_modified, row.validators_url)
    return Claim(row.id, row.url, row.due_at or now, request, row.body_hash)


async def read_answer(result: FetchResult, last_hash: str | None) -> Answer:
    """Parse what came, off the loop; a body that came before is not parsed again."""
    if result.status != 200 or result.problem is not None:
        return Answer(result)
    digest = body_hash(result.body)
    if digest == last_hash:
        return Answer(result, digest=digest)
    content_type = result.headers.get("content-type")
    try:
        parsed = await parse_off_loop(result.body, content_type, result.final_url, last=last_hash)
    except FeedParseError as error:
        return Answer(result, trouble=str(error))
    return Answer(result, parsed=parsed, digest=digest)


def is_quiet(answer: Answer) -> bool:
    """True for what most polls come to: all is well, and nothing is to be stored."""
    return answer.parsed is None and judge(answer).outcome is Outcome.FINE


async def keep(keeper: Keeper, *answers: tuple[Claim, Answer]) -> list[PollOutcome]:
    """Store the answers' items and the feeds' new states, all in one transaction."""
    try:
        return await _keep(keeper, answers)
    except IntegrityError:
        # Another process stored the same story between our look and our write: look again.
        return await _keep(keeper, answers)


async def _keep(keeper: Keeper, answers: Sequence[tuple[Claim, Answer]]) -> list[PollOutcome]:
    ids = [claim.id for claim, _ in answers]
    async with keeper.sessions.begin() as session:
        # Written first, so that SQLite gives the write lock before anything is read.
        await session.execute(
            update(Feed)
            .where(Feed.id.in_(ids))
            .values(polled_at=keeper.now)
            .execution_options(synchronize_session=False)
        )
        feeds = await session.scalars(select(Feed).where(Feed.id.in_(ids)))
        by_id = {feed.id: feed for feed in feeds}
        return [
            await _keep_one(session, keeper, by_id.get(claim.id), claim, answer)
            for claim, answer in answers
        ]


async def _keep_one(
    session: AsyncSession, keeper: Keeper, feed: Feed | None, claim: Claim, answer: Answer
) -> PollOutcome:
    now, verdict = keeper.now, judge(answer)
    if feed is None:
        return PollOutcome(claim.url, _asked(claim, answer.result), "", "it was removed", None)
    baseline = feed.succeeded_at is None
    stored = Stored()
    if answer.parsed is not None:
        stored = await store(
            session, feed, answer.parsed.entries, now, keeper.outlets, baseline=baseline
        )
        stored.unchanged += answer.parsed.left_out
        _note_news(feed, answer, stored, now, baseline)
    due = settle(feed, answer, now, was_due=claim.was_due)
    moved = await apply_move(session, feed) if has_moved(feed, now) else None
    until = host_pause(verdict.outcome, retry_after(answer.result.headers, now), now)
    if until is not None:
        host = host_of(answer.result.final_url)
        keeper.paused[host] = until
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
    claim: Claim, answer: Answer, decided: str, stored: Stored, due: Due, *, ok: bool
) -> PollOutcome:
    return PollOutcome(
        claim.url,
        _asked(claim, answer.result),
        _answered(answer.result),
        decided,
        due.at,
        due.why,
        ok,
        answer.result.problem in (Problem.NO_HOST, Problem.CONNECT, Problem.TIMEOUT),
        stored.new,
        stored.edited,
    )


def _asked(claim: Claim, result: FetchResult) -> str:
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
