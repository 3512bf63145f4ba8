"""The facts about one link, gathered for one server from the tables."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Text, case, cast, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.mentions import KINDS
from db.models import Article, Conflict, Entry, Feed, Follow, Mention, Post, Report
from db.outbox import ref_of
from db.recall import visible_articles, visible_feeds
from feeds.identity import story_key
from jobs.feeds import plain_address
from jobs.pages import page_words
from jobs.story import EventFact, FollowFact, PostFact, StoryFacts

_KINDS = {"round": ("round",), "deadline": ("deadline", "countdown"), "strike": ("digest",)}


async def story_facts(session: AsyncSession, guild_id: int, url: str) -> StoryFacts | None:
    """What is known of the link, as the server may see it; None where no feed carried it."""
    article = await _article(session, guild_id, url)
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
        page=await page_words(session, article.id),
        events=await _events(session, article.id, [follow.id for follow in follows]),
        follows=follows,
    )


async def _article(session: AsyncSession, guild_id: int, url: str) -> Article | None:
    """The article of that link; of several, one that the server sees."""
    key = story_key(url) or url
    # A feed that only some servers read has articles of its own, under its own keys.
    own = select(literal("feed:") + cast(Feed.id, Text) + literal(f":{key}"))
    # A feed may have given the address in another spelling at another time.
    carried = select(Entry.article_id).where(Entry.url == url)
    ways = (Article.url_key == key, Article.url_key.in_(own), Article.id.in_(carried))
    seen_first = case((visible_articles(guild_id), 0), else_=1)
    hidden: Article | None = None
    for way in ways:
        query = select(Article, seen_first).where(way).order_by(seen_first, Article.id)
        for article, unseen in await session.execute(query.limit(1)):
            if not unseen:
                found: Article = article
                return found
            hidden = hidden or article
    return hidden


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
    feeds = [(feed, feed.title or plain_address(feed.url)) for feed in rows]
    mine = tuple(name for feed, name in feeds if feed.id in seen)
    # What another server added is that server's own affair.
    others = tuple(name for feed, name in feeds if feed.id not in seen and feed.is_default)
    return mine, others


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
