"""The facts about one link, gathered for one server from the tables."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.mentions import KINDS
from db.models import Article, Conflict, Entry, Feed, Follow, Mention, Post, Report
from db.outbox import ref_of
from db.recall import visible_feeds
from feeds.identity import story_key
from jobs.story import EventFact, FollowFact, PostFact, StoryFacts

_KINDS = {"round": ("round",), "deadline": ("deadline", "countdown"), "strike": ("digest",)}


async def story_facts(session: AsyncSession, guild_id: int, url: str) -> StoryFacts | None:
    """What is known of the link, as the server may see it; None where no feed carried it."""
    article = await _article(session, url)
    if article is None:
        return None
    feeds, elsewhere = await _carriers(session, article.id, guild_id)
    reports = await session.execute(
        select(Conflict.name, Report.problem)
        .join(Conflict, Conflict.id == Report.conflict_id)
        .where(Report.article_id == article.id)
    )
    about: Sequence[Any] = reports.all()
    follows = await _follows(session, guild_id)
    return StoryFacts(
        published=article.published,
        first_seen=article.first_seen,
        read=article.read_at is not None,
        baseline=article.baseline,
        reference=article.reference,
        feeds=feeds,
        elsewhere=elsewhere,
        conflicts=tuple(row.name for row in about),
        problem=next((row.problem for row in about if row.problem), None),
        events=await _events(session, article.id, [follow.id for follow in follows]),
        follows=follows,
    )


async def _article(session: AsyncSession, url: str) -> Article | None:
    key = story_key(url)
    found = await session.scalar(select(Article).where(Article.url_key == (key or url)))
    if found is None:
        # A feed may have given the address in another spelling at another time.
        carried = select(Article).join(Entry, Entry.article_id == Article.id)
        found = await session.scalar(carried.where(Entry.url == url).limit(1))
    return found


async def _carriers(
    session: AsyncSession, article_id: int, guild_id: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = await session.scalars(
        select(Feed)
        .join(Entry, Entry.feed_id == Feed.id)
        .where(Entry.article_id == article_id)
        .distinct()
        .order_by(Feed.id)
    )
    seen = set(await session.scalars(visible_feeds(guild_id)))
    named = [(feed.id in seen, feed.title or feed.url) for feed in rows]
    mine = tuple(name for here, name in named if here)
    return mine, tuple(name for here, name in named if not here)


async def _follows(session: AsyncSession, guild_id: int) -> tuple[FollowFact, ...]:
    rows = await session.execute(
        select(Follow, Conflict.name)
        .join(Conflict, Conflict.id == Follow.conflict_id)
        .where(Follow.guild_id == guild_id)
        .order_by(Follow.id)
    )
    return tuple(_follow(follow, name) for follow, name in rows)


def _follow(follow: Follow, conflict: str) -> FollowFact:
    wished = (("round", follow.talks), ("deadline", follow.deadlines), ("strike", follow.digest))
    wants = frozenset(kind for kind, on in wished if on)
    paused = (follow.paused_reason or "no reason noted") if follow.paused_at else None
    return FollowFact(follow.id, follow.channel_id, conflict, follow.since, wants, paused)


async def _events(
    session: AsyncSession, article_id: int, follows: Sequence[int]
) -> tuple[EventFact, ...]:
    rows = await session.execute(
        select(Mention, Conflict.name)
        .join(Conflict, Conflict.id == Mention.conflict_id)
        .where(Mention.article_id == article_id)
        .order_by(Mention.kind, Mention.position)
    )
    facts: dict[tuple[str, int | None], EventFact] = {}
    for mention, conflict in rows:
        event_id = getattr(mention, f"{mention.kind}_id")
        known = facts.get((mention.kind, event_id))
        if known is None or known.background:
            facts[mention.kind, event_id] = EventFact(
                mention.kind,
                event_id,
                conflict,
                mention.background,
                await _ends(session, mention.kind, event_id),
                await _posts(session, mention.kind, event_id, follows),
            )
    return tuple(facts.values())


async def _ends(session: AsyncSession, kind: str, event_id: int | None) -> datetime | None:
    # A deadline that has passed is not over: that it passed is news.
    if event_id is None or kind == "deadline":
        return None
    table = KINDS[kind].table
    ends: datetime | None = await session.scalar(select(table.ends).where(table.id == event_id))
    return ends


async def _posts(
    session: AsyncSession, kind: str, event_id: int | None, follows: Sequence[int]
) -> tuple[PostFact, ...]:
    if event_id is None:
        return ()
    query = select(Post).where(Post.follow_id.in_(follows), Post.kind.in_(_KINDS[kind]))
    if kind != "strike":
        query = query.where(Post.subject_id == event_id)
    return tuple(_post_facts(await session.scalars(query.order_by(Post.id)), kind, event_id))


def _post_facts(posts: Iterable[Post], kind: str, event_id: int) -> Iterable[PostFact]:
    for post in posts:
        if kind != "strike" or event_id in post.details.get("strikes", ()):
            at = post.sent_at or post.due_at
            yield PostFact(post.follow_id, post.kind, post.state, ref_of(post.id), at, post.error)
