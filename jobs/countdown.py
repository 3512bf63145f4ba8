"""Count down: a post at each milestone before a deadline, and one when it has passed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Sessions
from db.models import Deadline
from db.outbox import Owed, owe
from jobs.announce import ENDED
from jobs.audience import Recollection, audiences
from jobs.clock import Clock
from reading.events import DeadlineThread
from reading.facts import Precision

MILESTONES: tuple[tuple[timedelta, str], ...] = (
    (timedelta(days=30), "30 days"),
    (timedelta(days=14), "14 days"),
    (timedelta(days=7), "7 days"),
    (timedelta(days=3), "3 days"),
    (timedelta(days=1), "1 day"),
    (timedelta(hours=6), "6 hours"),
    (timedelta(hours=1), "1 hour"),
)
PASSED_GRACE = timedelta(hours=24)
LOOK_BACK = timedelta(days=60)


async def count_down(sessions: Sessions, clock: Clock) -> int:
    """Owe the milestones that have just come; how many posts became owed."""
    now = clock()
    count = 0
    async with sessions.begin() as session:
        running = await _running(session, now)
        if not running:
            return 0
        known = Recollection(session, now)
        for audience in await audiences(session):
            follow = audience.follow
            owed: list[Owed] = []
            for deadline_id, conflict_id in running.items():
                if not follow.deadlines or conflict_id != follow.conflict_id:
                    continue
                thread = await known.deadline(deadline_id, audience.sees)
                if thread is not None:
                    owed.extend(milestones(deadline_id, thread, follow.since, now))
            count += await owe(session, follow, owed, now)
    return count


async def _running(session: AsyncSession, now: datetime) -> dict[int, int]:
    """Deadlines that may have a milestone for somebody, with the conflict of each.

    One that is open for one server may have ended for another, whose sources know more; so all
    that end, or ended lately, count.
    """
    rows = await session.execute(
        select(Deadline.id, Deadline.conflict_id)
        .where(Deadline.merged_into.is_(None), Deadline.ends.is_not(None))
        .where(Deadline.ends > now - LOOK_BACK)
    )
    return {row[0]: row[1] for row in rows}


def milestones(
    deadline_id: int, thread: DeadlineThread, since: datetime, now: datetime
) -> Iterator[Owed]:
    """The newest milestone reached and still fresh; older ones missed while away are left out.

    Counted to the last instant of the window: that bound its words do give, where an hour
    within it would be made up.
    """
    window = thread.window
    if window is None or window.precision is Precision.VAGUE or thread.status in ENDED:
        return
    ends = window.bounds()[1]
    known_since = max(since, _first_said(thread))
    if ends <= now:
        if now - ends <= PASSED_GRACE and since < ends:
            key = f"deadline:{deadline_id}:passed:{window.end}"
            yield Owed(key, "deadline", now, deadline_id, ends + PASSED_GRACE, {"step": "passed"})
        return
    for before, words in reversed(MILESTONES):
        at = ends - before
        if at > now:
            continue
        if at >= known_since and now - at <= before / 2:
            key = f"deadline:{deadline_id}:{words}:{window.end}"
            yield Owed(key, "countdown", at, deadline_id, at + before / 2, {"left": words})
        return


def _first_said(thread: DeadlineThread) -> datetime:
    """When the window that now holds was first named; milestones before that were never due."""
    named = [step.said_on for step in thread.steps if step.window == thread.window]
    return min(named, default=datetime.min.replace(tzinfo=UTC))
