"""The daily digest of strikes: both sides' claims side by side, silence where there is nothing."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db import recall
from db.engine import Sessions
from db.models import Follow, Strike
from db.outbox import Owed, owe
from jobs.announce import followers
from jobs.clock import Clock

LATE = timedelta(hours=6)
"""A digest missed by longer than this is left to the next one."""
OLD = timedelta(days=4)
"""A strike that ended longer before its digest is history."""


async def owe_digests(sessions: Sessions, clock: Clock) -> int:
    """Owe each follow the digest whose hour has come; how many posts became owed."""
    now = clock()
    count = 0
    async with sessions.begin() as session:
        for follow, _slug in await followers(session):
            if not follow.digest:
                continue
            hour = last_digest_hour(now, follow.digest_hour, follow.zone)
            if now - hour > LATE or hour <= follow.since:
                continue
            strikes = await _new_strikes(session, follow, hour)
            if not strikes:
                continue
            start = hour - timedelta(days=1)
            details = {"start": start.isoformat(), "end": hour.isoformat(), "strikes": strikes}
            owed = Owed(f"digest:{hour:%Y-%m-%d}", "digest", hour, None, hour + LATE, details)
            count += await owe(session, follow, [owed], now)
    return count


def last_digest_hour(now: datetime, hour: int, zone: str) -> datetime:
    """The latest instant, not after now, at which the clock in `zone` showed that full hour."""
    local = now.astimezone(ZoneInfo(zone))
    today = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    latest = today if today <= local else today - timedelta(days=1)
    return latest.astimezone(now.tzinfo)


async def _new_strikes(session: AsyncSession, follow: Follow, hour: datetime) -> list[int]:
    """Strikes first reported in the day before `hour` that this server's sources tell."""
    ids = await session.scalars(
        select(Strike.id)
        .where(Strike.conflict_id == follow.conflict_id, Strike.merged_into.is_(None))
        .where(Strike.first_seen >= hour - timedelta(days=1), Strike.first_seen < hour)
        .order_by(Strike.starts, Strike.id)
    )
    found = []
    for strike_id in ids:
        event = await recall.strike_event(session, strike_id, follow.guild_id)
        if event is None or not any(source.news for source in event.sources):
            continue
        if event.window is not None and event.window.bounds()[1] < hour - OLD:
            continue
        found.append(strike_id)
    return found
