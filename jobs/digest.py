"""The daily digest of strikes: both sides' claims side by side, silence where there is nothing."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Sessions
from db.models import Follow, Post, Strike
from db.outbox import Owed, owe
from jobs.audience import Audience, Recollection, audiences
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
        known = Recollection(session, now)
        for audience in await audiences(session):
            follow = audience.follow
            if not follow.digest:
                continue
            hour = last_digest_hour(now, follow.digest_hour, follow.zone)
            if now - hour > LATE or hour <= follow.since:
                continue
            start = await _last_end(session, follow, hour)
            strikes = await _new_strikes(known, audience, start, hour)
            if not strikes:
                continue
            details = {"start": start.isoformat(), "end": hour.isoformat(), "strikes": strikes}
            day = hour.astimezone(ZoneInfo(follow.zone)).date()
            owed = Owed(f"digest:{day}", "digest", hour, None, hour + LATE, details)
            count += await owe(session, follow, [owed], now)
    return count


def last_digest_hour(now: datetime, hour: int, zone: str) -> datetime:
    """The latest instant, not after now, at which the clock in `zone` showed that full hour."""
    local = now.astimezone(ZoneInfo(zone))
    today = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    latest = today if today <= local else today - timedelta(days=1)
    return latest.astimezone(now.tzinfo)


async def _last_end(session: AsyncSession, follow: Follow, hour: datetime) -> datetime:
    """Where the digest starts: a day ago, or where the last one ended if one was missed."""
    last = await session.scalar(
        select(func.max(Post.due_at)).where(
            Post.follow_id == follow.id, Post.kind == "digest", Post.state != "dropped"
        )
    )
    day_ago = hour - timedelta(days=1)
    if last is None:
        return max(follow.since, hour - OLD) if follow.since < day_ago else day_ago
    return max(min(last, hour), hour - OLD)


async def _new_strikes(
    known: Recollection, audience: Audience, start: datetime, hour: datetime
) -> list[int]:
    """Strikes that this server's sources tell first from `start` to `hour`.

    Another server's feed may have told of one earlier: what counts is what this one could know.
    """
    rows = await known.session.execute(
        select(Strike.id, Strike.first_seen)
        .where(Strike.conflict_id == audience.follow.conflict_id, Strike.merged_into.is_(None))
        .where(Strike.first_seen >= min(start, hour - OLD), Strike.first_seen < hour)
        .order_by(Strike.starts, Strike.id)
    )
    found = []
    for strike_id, first_seen in rows:
        event = await known.strike(strike_id, audience.sees)
        if event is None:
            continue
        told = [source.published for source in event.sources if source.news]
        if not told or (first_seen < start and min(told) < start):
            continue
        if event.window is not None and event.window.bounds()[1] < hour - OLD:
            continue
        found.append(strike_id)
    return found
