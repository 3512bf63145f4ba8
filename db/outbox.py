"""The outbox: a row for every message owed, made once however often it is asked for."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Follow, Post

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32 signs; no 0/O and 1/I to misread
_MODULUS = 32**6
_FACTOR = 387_420_489  # odd, so that it has an inverse and neighbours look nothing alike
_INVERSE = pow(_FACTOR, -1, _MODULUS)


WANTED = "wanted_again"
"""Marks a board of which an admin wants another if somebody removed it."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A post that a job finds to be owed. Times are aware UTC."""

    key: str
    kind: str
    due_at: datetime
    subject_id: int | None = None
    not_after: datetime | None = None
    details: dict[str, Any] = field(default_factory=dict)


async def owe(session: AsyncSession, follow: Follow, owed: list[Owed], now: datetime) -> int:
    """Write down what is owed to a follow and not yet written; how many were new."""
    if not owed:
        return 0
    keys = [post.key for post in owed]
    known = set(
        await session.scalars(
            select(Post.key).where(Post.follow_id == follow.id, Post.key.in_(keys))
        )
    )
    fresh = {post.key: post for post in owed if post.key not in known}
    session.add_all(
        Post(
            follow_id=follow.id,
            key=post.key,
            kind=post.kind,
            subject_id=post.subject_id,
            details=post.details,
            due_at=post.due_at,
            not_after=post.not_after,
            created_at=now,
        )
        for post in fresh.values()
    )
    await session.flush()
    return len(fresh)


async def want_board_again(session: AsyncSession, follow_id: int, now: datetime) -> None:
    """Owe a board that was removed; look whether one still stands, which a look of it tells."""
    boards = await session.scalars(
        select(Post).where(Post.follow_id == follow_id, Post.kind == "board")
    )
    for post in boards:
        if post.state not in {"sent", "stale", "dropped", "dead"}:
            continue
        post.due_at, post.attempts, post.fingerprint, post.error = now, 0, None, None
        if post.message_id is None:
            owe_anew(post, now)
        else:
            post.state, post.details = "stale", {**post.details, WANTED: True}


def owe_anew(post: Post, now: datetime) -> None:
    """Make it a post that was never sent, under a new nonce."""
    post.state, post.message_id, post.details, post.created_at = "owed", None, {}, now


def ref_of(post_id: int) -> str:
    """The post's short public name, six signs, as its footer shows it and /why takes it."""
    scrambled = post_id * _FACTOR % _MODULUS
    signs = []
    for _ in range(6):
        scrambled, digit = divmod(scrambled, 32)
        signs.append(_ALPHABET[digit])
    return "".join(reversed(signs))


def post_id_of(ref: str) -> int | None:
    """The post that a public name means; None where it cannot be one."""
    ref = ref.strip().upper()
    if len(ref) != 6 or any(sign not in _ALPHABET for sign in ref):
        return None
    scrambled = 0
    for sign in ref:
        scrambled = scrambled * 32 + _ALPHABET.index(sign)
    return scrambled * _INVERSE % _MODULUS


def nonce_of(post: Post) -> str:
    """The same for every attempt at one post, and no other: at most 25 characters.

    Discord drops a second message of the same nonce within a few minutes:
    https://discord.com/developers/docs/resources/message#create-message
    """
    # Not of the key, which a merger of two events changes; the time, as ids begin anew with a new
    # database or a board that is owed anew.
    made = f"{post.id}:{post.created_at.isoformat()}"
    return hashlib.blake2s(made.encode(), digest_size=12).hexdigest()
