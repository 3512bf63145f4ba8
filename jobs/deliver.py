"""Deliver what is owed: every post once, none lost, no channel starving another.

A row is marked before the request and again after it. What a crash or a lost answer leaves between
the two is 'unsure': the channel's own history is asked before anything is sent again.
"""

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select, update
from sqlalchemy.orm import selectinload

from db.engine import Sessions
from db.models import Follow, Post
from db.outbox import nonce_of, ref_of
from jobs.clock import Clock
from jobs.poster import (
    ChannelShut,
    DeliveryError,
    Poster,
    Refused,
    Rendered,
    TryLater,
    Unsure,
    Vanished,
)
from jobs.show import view_of

log = structlog.get_logger(__name__)

WAITING = ("owed", "stale", "unsure")
FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=10)
LOOK_BACK = timedelta(minutes=5)
"""How far before the attempt a lost message may be dated: the clocks need not agree."""


@dataclass(slots=True)
class Delivered:
    """What one run did."""

    sent: int = 0
    edited: int = 0
    failed: int = 0

    def __bool__(self) -> bool:
        """True where anything was sent or shown anew."""
        return bool(self.sent or self.edited)


async def recover(sessions: Sessions) -> int:
    """Mark what a killed process was sending as unsure; run once, before the first delivery."""
    async with sessions.begin() as session:
        result = await session.execute(
            update(Post).where(Post.state == "sending").values(state="unsure")
        )
    return int(getattr(result, "rowcount", 0))


async def deliver(
    sessions: Sessions, clock: Clock, poster: Poster, *, limit: int = 500
) -> Delivered:
    """Send and edit all that is due, channel by channel. Raises Stopped if nothing can be sent."""
    due = await _due(sessions, clock(), limit)
    by_channel: dict[int, list[int]] = {}
    for post_id, channel_id in due:
        by_channel.setdefault(channel_id, []).append(post_id)
    done = Delivered()
    results = await asyncio.gather(
        *(_channel(sessions, clock, poster, ids, done) for ids in by_channel.values()),
        return_exceptions=True,
    )
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return done


async def _due(sessions: Sessions, now: datetime, limit: int) -> list[tuple[int, int]]:
    async with sessions() as session:
        rows = await session.execute(
            select(Post.id, Follow.channel_id)
            .join(Follow, Follow.id == Post.follow_id)
            .where(Post.state.in_(WAITING), Post.due_at <= now, Follow.paused_at.is_(None))
            .order_by(Post.due_at, Post.id)
            .limit(limit)
        )
        return [(row[0], row[1]) for row in rows]


async def _channel(
    sessions: Sessions, clock: Clock, poster: Poster, ids: Sequence[int], done: Delivered
) -> None:
    for post_id in ids:
        try:
            await _one(sessions, clock, poster, post_id, done)
        except (TryLater, Unsure, ChannelShut):
            # Later posts of this channel wait too, so that they stay in order.
            done.failed += 1
            return
        except (Refused, Vanished):
            done.failed += 1


async def _one(
    sessions: Sessions, clock: Clock, poster: Poster, post_id: int, done: Delivered
) -> None:
    prepared = await _prepare(sessions, clock(), poster, post_id)
    if prepared is None:
        return
    post, message = prepared
    channel_id = post.channel_id or post.follow.channel_id
    try:
        if post.message_id is not None:
            await poster.edit(channel_id, post.message_id, message)
            done.edited += 1
            await _settle(sessions, post_id, _shown(message, clock(), None, channel_id))
        else:
            message_id = await _send(poster, post, channel_id, message)
            done.sent += 1
            await _settle(sessions, post_id, _shown(message, clock(), message_id, channel_id))
            post.message_id = message_id
        if post.kind == "board" and not post.details.get("pinned"):
            await _pin(sessions, poster, post, channel_id)
    except DeliveryError as error:
        await _fail(sessions, clock(), post, error)
        raise


async def _prepare(
    sessions: Sessions, now: datetime, poster: Poster, post_id: int
) -> tuple[Post, Rendered] | None:
    """The row marked 'sending' and its message; None where nothing needs to be sent."""
    async with sessions.begin() as session:
        post = await session.get(Post, post_id, options=[selectinload(Post.follow)])
        if post is None or post.state not in WAITING:
            return None
        late = post.not_after is not None and post.not_after < now
        if late and post.state == "owed":
            post.state, post.error = "dropped", "its time had passed before it could be sent"
            return None
        view = await view_of(session, post, now)
        if view is None:
            post.state = "sent" if post.message_id else "dropped"
            post.error = "none of this server's sources says it any more"
            return None
        message = poster.render(view, ref_of(post.id))
        if post.message_id is not None and post.fingerprint == message.fingerprint:
            post.state = "sent"
            return None
        if post.state == "unsure" and "unsure_since" not in post.details and post.attempted_at:
            post.details = {**post.details, "unsure_since": post.attempted_at.isoformat()}
        post.state, post.attempts, post.attempted_at = "sending", post.attempts + 1, now
    return post, message


async def _send(poster: Poster, post: Post, channel_id: int, message: Rendered) -> int:
    unsure_since = post.details.get("unsure_since")
    if unsure_since is not None:
        since = datetime.fromisoformat(str(unsure_since)) - LOOK_BACK
        found = await poster.find(channel_id, ref_of(post.id), since)
        if found is not None:
            return found
    role = post.follow.role_id if post.kind in {"round", "deadline"} else None
    return await poster.send(channel_id, message, nonce_of(post), role)


def _shown(
    message: Rendered, now: datetime, message_id: int | None, channel_id: int
) -> Callable[[Post], None]:
    def change(post: Post) -> None:
        # A job may have asked for a newer edit while this one was on its way.
        post.state = "sent" if post.state == "sending" else post.state
        post.fingerprint, post.error, post.attempts = message.fingerprint, None, 0
        post.details = {k: v for k, v in post.details.items() if k != "unsure_since"}
        if message_id is None:
            post.edited_at = now
        else:
            post.sent_at, post.message_id, post.channel_id = now, message_id, channel_id

    return change


async def _settle(sessions: Sessions, post_id: int, change: Callable[[Post], None]) -> None:
    async with sessions.begin() as session:
        change(await session.get_one(Post, post_id))


async def _pin(sessions: Sessions, poster: Poster, post: Post, channel_id: int) -> None:
    if post.message_id is None:
        return
    try:
        await poster.pin(channel_id, post.message_id)
        note: str | None = None
    except (ChannelShut, Refused) as error:
        # The board stands without its pin; that is no reason to close the channel.
        note = f"not pinned: {error.reason}"
        log.warning("board not pinned", channel=channel_id, reason=error.reason)

    def pinned(row: Post) -> None:
        row.details = {**row.details, "pinned": True}
        row.error = note

    await _settle(sessions, post.id, pinned)


async def _fail(sessions: Sessions, now: datetime, post: Post, error: DeliveryError) -> None:
    log.warning("not delivered", post=post.id, key=post.key, reason=error.reason)
    async with sessions.begin() as session:
        row = await session.get_one(Post, post.id)
        row.error = error.reason
        row.state = _state_after(error, row)
        if isinstance(error, Vanished):
            row.message_id = None
        if isinstance(error, TryLater | Unsure):
            until = now + (error.after if isinstance(error, TryLater) else _wait(row))
            row.due_at = until
            # What else waits for this channel waits behind it, so that posts stay in order.
            await session.execute(
                update(Post)
                .where(Post.follow_id == row.follow_id, Post.state.in_(WAITING))
                .where(Post.due_at < until)
                .values(due_at=until)
            )
        if isinstance(error, ChannelShut):
            follow = await session.get_one(Follow, row.follow_id)
            follow.paused_at, follow.paused_reason = now, error.reason


def _state_after(error: DeliveryError, post: Post) -> str:
    if isinstance(error, Vanished):
        # Someone removed it; we neither post it again nor try to edit it again.
        return "sent"
    if isinstance(error, Refused):
        return "dead"
    if post.message_id is not None:
        return "stale"
    # Once unsure, unsure until the channel's history was read.
    lost = isinstance(error, Unsure) or "unsure_since" in post.details
    return "unsure" if lost else "owed"


def _wait(post: Post) -> timedelta:
    doubled = FIRST_WAIT * 2 ** min(max(post.attempts - 1, 0), 12)
    shortened = min(doubled, LONGEST_WAIT)
    # Rows that failed together must not come back together.
    spread = hashlib.blake2s(str(post.id).encode(), digest_size=1).digest()[0] / 255
    return timedelta(seconds=shortened.total_seconds() * (1 + spread / 4))
