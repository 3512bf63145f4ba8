"""Announce: owe a card for each round and each move of a deadline, an edit where one changed."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Sessions
from db.models import Deadline, Follow, Note, Post, Round, Strike
from db.outbox import Owed, owe
from jobs.audience import Audience, Recollection, audiences
from jobs.clock import Clock
from reading.events import DeadlineStatus, DeadlineStep, DeadlineThread, RoundEvent, Source
from reading.facts import DeadlineOp, Precision, RoundStatus

LOOKED = "announce:looked"
FRESH = timedelta(hours=48)
"""News older than this is history by the time it is read: it changes cards, it posts none."""
HELD = timedelta(days=4)
"""A round that ended longer ago is no news, whenever the report of it came."""
EDITABLE = timedelta(days=14)
"""Cards older than this stay as they were."""

MOVES = frozenset(
    {DeadlineOp.ISSUE, DeadlineOp.SHORTEN, DeadlineOp.EXTEND, DeadlineOp.FIX, DeadlineOp.SUSPEND}
)
ENDS = frozenset({DeadlineOp.RETRACT, DeadlineOp.LAPSE, DeadlineOp.MEET, DeadlineOp.OVERTAKE})
ENDED = frozenset(
    {
        DeadlineStatus.MET,
        DeadlineStatus.MISSED,
        DeadlineStatus.LAPSED,
        DeadlineStatus.OVERTAKEN,
        DeadlineStatus.RETRACTED,
    }
)


async def announce(sessions: Sessions, clock: Clock) -> int:
    """Look at every event changed since the last look; how many posts became owed."""
    now = clock()
    async with sessions.begin() as session:
        note = await session.get(Note, LOOKED)
        since = note.at if note is not None else datetime.min.replace(tzinfo=now.tzinfo)
        rounds = await _changed(session, Round, since)
        deadlines = await _changed(session, Deadline, since)
        strikes = await _changed(session, Strike, since)
        if not (rounds or deadlines or strikes):
            return 0
        count = 0
        known = Recollection(session, now)
        # Paused ones too: what falls due meanwhile waits for them, until it is no news any more.
        for audience in await audiences(session, paused=True):
            owed = [
                *await _rounds(known, audience, rounds),
                *await _deadlines(known, audience, deadlines),
            ]
            count += await owe(session, audience.follow, owed, now)
        await _make_stale(session, "round", rounds, now)
        await _make_stale(session, "deadline", deadlines, now)
        await _make_digests_stale(session, strikes, now)
        await session.merge(Note(key=LOOKED, value="", at=now))
    return count


async def _changed(
    session: AsyncSession, table: type[Round | Deadline | Strike], since: datetime
) -> dict[int, int]:
    """Ids of events changed since then, with the conflict of each."""
    rows = await session.execute(
        select(table.id, table.conflict_id).where(
            table.changed_at >= since, table.merged_into.is_(None)
        )
    )
    return {row[0]: row[1] for row in rows}


async def _rounds(known: Recollection, audience: Audience, changed: dict[int, int]) -> list[Owed]:
    owed: list[Owed] = []
    follow = audience.follow
    if not follow.talks:
        return owed
    for round_id in _of(changed, follow):
        event = await known.round(round_id, audience.sees)
        if event is not None:
            owed.extend(round_posts(round_id, event, follow.since, known.now))
    return owed


async def _deadlines(
    known: Recollection, audience: Audience, changed: dict[int, int]
) -> list[Owed]:
    owed: list[Owed] = []
    follow = audience.follow
    if not follow.deadlines:
        return owed
    for deadline_id in _of(changed, follow):
        thread = await known.deadline(deadline_id, audience.sees)
        if thread is not None:
            owed.extend(deadline_posts(deadline_id, thread, follow.since, known.now))
    return owed


def _of(changed: dict[int, int], follow: Follow) -> list[int]:
    return [event for event, conflict in changed.items() if conflict == follow.conflict_id]


def is_fresh(sources: Iterable[Source], since: datetime, now: datetime) -> bool:
    """True where one of the sources is news: later than `since`, and not old by now."""
    return any(s.news and s.published >= max(since, now - FRESH) for s in sources)


def round_posts(round_id: int, event: RoundEvent, since: datetime, now: datetime) -> Iterator[Owed]:
    """The cards that a round deserves now: one when it is ahead, one when it has ended."""
    if not is_fresh(event.sources, since, now) or not worth_a_card(event):
        return
    ends = event.window.bounds()[1] if event.window is not None else None
    if event.status is RoundStatus.ENDED:
        if ends is None or ends >= now - HELD:
            yield Owed(
                f"round:{round_id}:ended", "round", now, round_id, now + FRESH, {"phase": "ended"}
            )
    elif ends >= now if ends is not None else event.status is not RoundStatus.UNDER_WAY:
        details = {"phase": "announced"}
        key = f"round:{round_id}:announced"
        yield Owed(key, "round", now, round_id, now + FRESH, details)


def worth_a_card(event: RoundEvent) -> bool:
    """Known well enough to post: whose talks, and when or where; of one that ended, a second
    origin or something that came of it. What is less stays in the list of talks."""
    dated = event.window is not None and event.window.precision is not Precision.VAGUE
    if event.track is None or not (dated or event.city):
        return False
    if event.status is not RoundStatus.ENDED:
        return True
    told = bool(event.points or event.heads or event.duration_minutes or event.number)
    return told or len({source.origin for source in event.sources}) > 1


def deadline_posts(
    deadline_id: int, thread: DeadlineThread, since: datetime, now: datetime
) -> Iterator[Owed]:
    """A card for each step that sets, moves or ends the deadline, if the step is news."""
    for step in thread.steps:
        if step.op not in MOVES | ENDS:
            continue
        if step.said_on < now - FRESH - timedelta(days=1):
            continue
        if is_fresh((said.source for said in step.said), since, now):
            step_name = step_key(step)
            key = f"deadline:{deadline_id}:{step_name}"
            details = {"step": step_name}
            yield Owed(key, "deadline", now, deadline_id, now + FRESH, details)


def step_key(step: DeadlineStep) -> str:
    """What tells a step from the others of its thread, whoever reports it: what it did, to when."""
    if step.op in ENDS or step.window is None:
        return step.op.value
    return f"{step.op.value}:{step.window.start}:{step.window.end}"


async def _make_stale(
    session: AsyncSession, kind: str, changed: dict[int, int], now: datetime
) -> None:
    if not changed:
        return
    about = update(Post).where(Post.kind == kind, Post.subject_id.in_(changed))
    await session.execute(
        about.where(Post.state == "sent", Post.message_id.is_not(None))
        .where(Post.sent_at >= now - EDITABLE)
        .values(state="stale", due_at=now)
    )
    # One under way keeps its state, or a crash would post it twice; delivery sees the new time.
    await session.execute(about.where(Post.state == "sending").values(due_at=now))


async def _make_digests_stale(
    session: AsyncSession, changed: dict[int, int], now: datetime
) -> None:
    if not changed:
        return
    recent = await session.scalars(
        select(Post)
        .where(Post.kind == "digest", Post.state.in_(("sent", "sending")))
        .where(Post.created_at >= now - timedelta(days=3))
    )
    for post in recent:
        if changed.keys() & set(post.details.get("strikes", ())):
            post.due_at = now
            if post.state == "sent" and post.message_id is not None:
                post.state = "stale"
