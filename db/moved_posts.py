"""Posts about an event that turned out to be another: they go along, so that none is owed twice."""

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.mentions import DEADLINE, ROUND, STRIKE, EventKind
from db.models import Post, Strike

_ABOUT = {ROUND.name: ("round",), DEADLINE.name: ("deadline", "countdown")}


async def move_posts(session: AsyncSession, kind: EventKind, loser: int, winner: int) -> None:
    """Make the loser's posts the winner's, in the caller's transaction.

    Where a follow has both events' card for the same thing, each that was sent stays and is kept
    up to date; one that still waits to be sent is dropped.
    """
    if kind is STRIKE:
        await _relist(session, loser, winner)
    kinds = _ABOUT.get(kind.name, ())
    posts = await session.execute(
        select(Post.id, Post.follow_id, Post.key)
        .where(Post.kind.in_(kinds), Post.subject_id == loser)
        .order_by(Post.id)
    )
    old, new = f"{kind.name}:{loser}:", f"{kind.name}:{winner}:"
    for post, follow, key in posts.all():
        moved = new + key.removeprefix(old) if key.startswith(old) else key
        this = update(Post).where(Post.id == post)
        if moved != key and await _has(session, follow, moved):
            await session.execute(this.values(subject_id=winner))
            await _send_one(session, follow, key, moved)
        else:
            await session.execute(this.values(subject_id=winner, key=moved))


async def _relist(session: AsyncSession, loser: int, winner: int) -> None:
    """Let the digests that list the loser list the winner, so that they change with it."""
    since = await session.scalar(select(Strike.first_seen).where(Strike.id == loser))
    digests = await session.scalars(
        select(Post).where(Post.kind == "digest", Post.created_at >= since)
    )
    for post in digests:
        listed = post.details.get("strikes", ())
        if loser in listed:
            names = dict.fromkeys(winner if one == loser else one for one in listed)
            post.details = {**post.details, "strikes": list(names)}


async def _has(session: AsyncSession, follow: int, key: str) -> bool:
    query = select(func.count()).where(Post.follow_id == follow, Post.key == key)
    return bool((await session.scalars(query)).one())


async def _send_one(session: AsyncSession, follow: int, loser: str, winner: str) -> None:
    """Of two posts of one thing, drop one that was not tried yet: the loser's before the other."""
    for key, other in ((loser, winner), (winner, loser)):
        told = select(func.count()).where(
            Post.follow_id == follow, Post.key == other, Post.state.not_in(("dropped", "dead"))
        )
        if (await session.scalars(told)).one():
            await session.execute(
                update(Post)
                .where(Post.follow_id == follow, Post.key == key, Post.state == "owed")
                .values(state="dropped", error="another post tells the same event")
            )
