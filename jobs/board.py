"""The pinned board: one message a follow, edited when something on it changes."""

from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Sessions
from db.models import Deadline, Follow, Note, Post, Round, Strike
from db.outbox import Owed, owe
from jobs.audience import audiences
from jobs.clock import Clock

LOOKED = "board:looked"
EVERY = timedelta(hours=3)
"""Time alone changes a board too: a deadline passes. Equal boards cost no request."""


async def keep_boards(sessions: Sessions, clock: Clock) -> int:
    """Owe a board to each follow without one, a fresh look to the others; how many became owed."""
    now = clock()
    async with sessions.begin() as session:
        count = 0
        for audience in await audiences(session):
            if audience.follow.board:
                owed = [Owed("board", "board", now)]
                count += await owe(session, audience.follow, owed, now)
        note = await session.get(Note, LOOKED)
        changed = await _last_change(session)
        if note is not None and now - note.at < EVERY and (changed is None or changed < note.at):
            return count
        kept = select(Follow.id).where(Follow.board.is_(True))
        boards = update(Post).where(Post.kind == "board", Post.follow_id.in_(kept))
        await session.execute(
            boards.where(Post.state == "sent", Post.message_id.is_not(None)).values(
                state="stale", due_at=now
            )
        )
        # As in jobs.announce: one under way keeps its state.
        await session.execute(boards.where(Post.state == "sending").values(due_at=now))
        await session.merge(Note(key=LOOKED, value="", at=now))
    return count


async def _last_change(session: AsyncSession) -> datetime | None:
    found = [
        await session.scalar(select(func.max(table.changed_at)))
        for table in (Round, Deadline, Strike)
    ]
    return max((at for at in found if at is not None), default=None)
