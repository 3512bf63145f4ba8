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
from db.outbox import WANTED, nonce_of, owe_anew, ref_of
from jobs.clock import Clock
from jobs.faults import fault_of_ours
from jobs.poster import (
    ChannelShut,
    DeliveryError,
    Poster,
    Refused,
    Rendered,
    Stopped,
    TryLater,
    Unsure,
    Vanished,
)
from jobs.show import view_of

log = structlog.get_logger(__name__)

WAITING = ("owed", "stale", "unsure")
FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=10)
AT_ONCE = 10
"""Posts of one channel in one run: a channel with a backlog must not hold up the others."""
TRIES = 8
"""A post that Parley itself cannot make or send is set aside after so many."""
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
    """Mark what was being sent when a process was killed, or the database locked, as unsure."""
    async with sessions() as session:
        left = await session.scalar(select(Post.id).where(Post.state == "sending").limit(1))
    if left is None:
        return 0
    async with sessions.begin() as session:
        result = await session.execute(
            update(Post).where(Post.state == "sending").values(state="unsure")
        )
    return int(getattr(result, "rowcount", 0))


async def deliver(
    sessions: Sessions, clock: Clock, poster: Poster, *, limit: int = 500
) -> Delivered:
    """Send and edit all that is due, channel by channel. Raises Stopped if nothing can be sent.

    It never runs beside itself, so a row still 'sending' is one whose end could not be noted.
    """
    await recover(sessions)
    due = await _due(sessions, clock(), limit)
    by_channel: dict[int, list[int]] = {}
    for post_id, channel_id in due:
        queue = by_channel.setdefault(channel_id, [])
        if len(queue) < AT_ONCE:
            queue.append(post_id)
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
        except Stopped:
            raise
        except Exception as error:
            # A fault of our own, which can be of any kind, in one post must not close the channel
            # to the posts behind it. It is logged, noted at the post, and tried again.
            log.exception("a post failed", post=post_id)
            done.failed += 1
            await _set_back(sessions, clock(), post_id, error)


async def _set_back(sessions: Sessions, now: datetime, post_id: int, error: Exception) -> None:
    async with sessions.begin() as session:
        post = await session.get_one(Post, post_id)
        post.attempts += post.state != "sending"
        post.error = fault_of_ours(error)
        if post.attempts >= TRIES:
            post.state = "dead"
        elif post.state == "sending":
            post.state = "unsure"
        post.due_at = now + _wait(post)


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
            await _settle(sessions, post_id, _edited(post, message, clock()))
        else:
            sent = await _send(poster, post, channel_id, message, late=_is_late(post, clock()))
            if sent is None:
                await _settle(sessions, post_id, _drop_late)
                return
            message_id, fingerprint = sent
            done.sent += 1
            post.message_id, post.channel_id = message_id, channel_id
            await _settle(sessions, post_id, _sent(post, fingerprint, clock()))
        if post.kind == "board" and not post.details.get("pinned"):
            await _pin(sessions, poster, post, channel_id)
    except DeliveryError as error:
        await _fail(sessions, clock(), post, error)
        if post.message_id is None or not isinstance(error, TryLater | Unsure):
            raise
        # An edit that must wait holds nothing up: order matters between first sends only.
        done.failed += 1


async def _prepare(
    sessions: Sessions, now: datetime, poster: Poster, post_id: int
) -> tuple[Post, Rendered] | None:
    """The row marked 'sending' and its message; None where nothing needs to be sent."""
    async with sessions.begin() as session:
        post = await session.get(Post, post_id, options=[selectinload(Post.follow)])
        if post is None or post.state not in WAITING:
            return None
        if post.state == "owed" and _is_late(post, now):
            _drop_late(post)
            return None
        view = await view_of(session, post, now)
        if view is None:
            post.state = "sent" if post.message_id else "dropped"
            post.error = "none of this server's sources says it any more"
            return None
        message = poster.render(view, ref_of(post.id))
        to_pin = post.kind == "board" and not post.details.get("pinned")
        if post.message_id and post.fingerprint == message.fingerprint and not to_pin:
            post.state = "sent"
            return None
        if post.state == "unsure" and "unsure_since" not in post.details and post.attempted_at:
            post.details = {**post.details, "unsure_since": post.attempted_at.isoformat()}
        post.state, post.attempts, post.attempted_at = "sending", post.attempts + 1, now
    return post, message


def _is_late(post: Post, now: datetime) -> bool:
    return post.not_after is not None and post.not_after < now


def _drop_late(post: Post) -> None:
    post.state, post.error = "dropped", "its time had passed before it could be sent"


async def _send(
    poster: Poster, post: Post, channel_id: int, message: Rendered, *, late: bool
) -> tuple[int, str | None] | None:
    """The message's id and what it shows; None for that where an earlier attempt is found.

    None for all where it is too late to send, and no earlier attempt stands there.
    """
    unsure_since = post.details.get("unsure_since")
    if unsure_since is not None:
        since = datetime.fromisoformat(str(unsure_since)) - LOOK_BACK
        found = await poster.find(channel_id, ref_of(post.id), since)
        if found is not None:
            return found, None
        if late:
            return None
    role = post.follow.role_id if post.kind in {"round", "deadline"} else None
    return await poster.send(channel_id, message, nonce_of(post), role), message.fingerprint


def _sent(post: Post, fingerprint: str | None, now: datetime) -> Callable[[Post], None]:
    def change(row: Post) -> None:
        _shown(row, post, fingerprint)
        row.sent_at, row.message_id, row.channel_id = now, post.message_id, post.channel_id

    return change


def _edited(post: Post, message: Rendered, now: datetime) -> Callable[[Post], None]:
    def change(row: Post) -> None:
        _shown(row, post, message.fingerprint)
        row.edited_at = now

    return change


def _shown(row: Post, prepared: Post, fingerprint: str | None) -> None:
    # Whoever wants a newer edit while this one is on its way moves due_at (jobs.announce).
    overtaken = row.due_at != prepared.due_at or fingerprint is None
    row.state = "stale" if overtaken else "sent"
    row.fingerprint, row.error, row.attempts = fingerprint, None, 0
    row.details = {k: v for k, v in row.details.items() if k not in {"unsure_since", WANTED}}


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
            if WANTED in row.details:
                owe_anew(row, now)
        if isinstance(error, TryLater | Unsure):
            until = now + (error.after if isinstance(error, TryLater) else _wait(row))
            row.due_at = until
            if row.message_id is None:
                # First sends of this channel wait behind it, so that they stay in order.
                await session.execute(
                    update(Post)
                    .where(Post.follow_id == row.follow_id, Post.state.in_(WAITING))
                    .where(Post.message_id.is_(None), Post.due_at < until)
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
