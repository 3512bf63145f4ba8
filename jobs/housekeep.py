"""Housekeeping: forget servers that left, after a grace, and pages that have been read."""

from datetime import timedelta

from sqlalchemy import delete

from db.engine import Sessions
from db.models import Guild
from jobs.clock import Clock
from jobs.pages import forget_pages

GRACE = timedelta(days=30)
"""Discord's terms ask to delete what is no longer needed; a kick by mistake is forgiven so long."""


async def housekeep(sessions: Sessions, clock: Clock) -> int:
    """Delete all that is kept of servers gone for longer than the grace; how many they were."""
    async with sessions.begin() as session:
        await forget_pages(session, clock())
        result = await session.execute(delete(Guild).where(Guild.left_at < clock() - GRACE))
    return int(getattr(result, "rowcount", 0))
