"""The pages behind entries: fetched for feeds that ask for it, where a story is about a conflict.

Off unless asked for. Politely: robots.txt first, through the gate that spaces a host's feeds too.
A page that cannot be had or used changes nothing: the feed's own words are read, as without it.
"""

import asyncio
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import ColumnElement, and_, delete, exists, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.engine import Sessions
from db.models import Article, Entry, Feed, GuildFeed, Page, Report
from feeds.fetch import Fetcher, FetchRequest, FetchResult
from feeds.fulltext import ACCEPT, story_off_loop
from feeds.hints import retry_after
from feeds.hosts import host_of
from feeds.problems import FeedParseError, Problem
from feeds.robots import RobotsBook
from feeds.schedule import CAP, FLOOR, Outcome, host_pause
from jobs.clock import Clock
from jobs.faults import fault_of_ours
from jobs.feeds import pause_host, plain_address

log = structlog.get_logger()

FRESH = timedelta(hours=48)
"""The page behind an older story is not asked for: it is no news any more."""
RETRIES = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4))
"""Waits after a failure that may pass; after the last, the page is left alone."""
AGAIN = timedelta(minutes=30)
"""The least time between two looks at a page whose entry was edited."""
WHOLE = 3_000
"""Characters; a feed that gives so many gives the whole story, and its page is left alone."""
KEPT = timedelta(days=30)
"""How long a page's text is kept for reading."""
_OUTDATED = "its entry was edited since"
_PER_HOST, _PER_TURN = 5, 40
_HOSTS_AT_ONCE = 8
_TURNED_AWAY = (403, 429)
_PASSING = frozenset((403, 408, 425, 429, 500, 502, 503, 504))
_MAY_PASS = frozenset(
    (Problem.NOT_PERMITTED, Problem.NO_HOST, Problem.CONNECT, Problem.TIMEOUT, Problem.PROTOCOL)
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page to ask for, with the words that its entry has."""

    article_id: int
    url: str
    title: str
    summary: str
    tries: int
    hash: str


@dataclass(frozen=True, slots=True)
class _Found:
    """What came of asking: a text, or why there is none."""

    wanted: _Wanted
    status: int | None = None
    text: str | None = None
    problem: str | None = None
    passing: bool = False
    """It may be different next time."""
    retry_after: int | None = None
    """Seconds."""
    answered_at: str = ""
    """The address that answered, after any redirects."""


@dataclass(frozen=True, slots=True)
class _Turn:
    sessions: Sessions
    fetcher: Fetcher
    robots: RobotsBook
    now: datetime
    slots: asyncio.Semaphore
    """How many hosts may be asked at once."""


def full_text_feeds() -> ColumnElement[bool]:
    """The condition on Feed: the pages behind its entries are read.

    Of a default feed the operator decides; of others those servers do that added it, all of them,
    so that none changes what another reads.
    """
    # By another name, so that it may stand in a query of GuildFeed itself.
    choice = aliased(GuildFeed)
    added = and_(choice.feed_id == Feed.id, choice.added)
    asked = and_(exists().where(added, choice.full_text), ~exists().where(added, ~choice.full_text))
    return or_(and_(Feed.is_default, Feed.full_text), and_(~Feed.is_default, asked))


async def fetch_pages(
    sessions: Sessions, clock: Clock, fetcher: Fetcher, robots: RobotsBook
) -> int:
    """Fetch the pages that are due; how many articles got other words to be read by.

    Killed anywhere, it asks no page again within the floor, and finds the rest again.
    """
    now = clock()
    try:
        async with sessions.begin() as session:
            released = await _release(session, now)
            if not await session.scalar(select(exists().where(full_text_feeds()))):
                return released
            await _want(session, now)
            wanted = await _claim(session, now)
    except IntegrityError:
        return 0  # another process wanted the same pages first; the next turn finds the rest
    turn = _Turn(sessions, fetcher, robots, now, asyncio.Semaphore(_HOSTS_AT_ONCE))
    by_host: dict[str, list[_Wanted]] = defaultdict(list)
    for one in wanted:
        by_host[host_of(one.url)].append(one)
    changed = await asyncio.gather(*(_ask_host(turn, queue) for queue in by_host.values()))
    return released + sum(changed)


def _worth_asking(now: datetime) -> ColumnElement[bool]:
    """The condition on Article: a fresh story of a feed that is read in full, told in short."""
    carried = (
        exists()
        .where(Entry.article_id == Article.id, Entry.feed_id == Feed.id)
        .where(full_text_feeds())
    )
    fresh = and_(Article.published >= now - FRESH, ~Article.baseline, Article.url != "")
    return and_(fresh, func.length(Article.text) < WHOLE, carried)


async def _release(session: AsyncSession, now: datetime) -> int:
    """Pages of entries that were edited, and that are not asked again: read is the feed now."""
    rows = await session.scalars(
        select(Page.article_id)
        .join(Article, Article.id == Page.article_id)
        .where(Page.text.is_not(None), Article.content_hash != Page.seen_hash)
        .where(~_worth_asking(now))
    )
    ids = list(rows)
    for id_ in ids:
        await _set(session, id_, text=None, text_hash=None, due_at=None, problem=_OUTDATED)
        await _unread(session, id_)
    return len(ids)


async def _want(session: AsyncSession, now: datetime) -> None:
    """A row for every fresh story that is about a conflict; those edited since are due again."""
    worth = _worth_asking(now)
    about = exists().where(Report.article_id == Article.id)
    known = exists().where(Page.article_id == Article.id)
    rows = await session.execute(select(Article.id, Article.url).where(worth, about, ~known))
    new = [{"article_id": id_, "url": url, "due_at": now, "tries": 0} for id_, url in rows]
    if new:
        await session.execute(insert(Page), new)
    edited = await session.execute(
        select(Page.article_id, Page.fetched_at)
        .join(Article, Article.id == Page.article_id)
        .where(worth, Page.due_at.is_(None), Article.content_hash != Page.seen_hash)
    )
    for id_, fetched_at in edited.all():
        due = max(now, fetched_at + AGAIN) if fetched_at else now
        await _set(session, id_, due_at=due, tries=0)


async def _claim(session: AsyncSession, now: datetime) -> list[_Wanted]:
    """Take the due pages, a few of each host: their due time moves on at once."""
    a = Article
    rows = await session.execute(
        select(a.id, Page.url, a.title, a.text, Page.tries, a.content_hash)
        .join(Page, Page.article_id == a.id)
        .where(Page.due_at <= now, _worth_asking(now))
        .order_by(Page.due_at)
    )
    shut = await _shut_hosts(session, now)
    chosen: dict[int, _Wanted] = {}
    taken: dict[str, int] = defaultdict(int)
    for wanted in (_Wanted(*row) for row in rows):
        host = host_of(wanted.url)
        if host not in shut and taken[host] < _PER_HOST and len(chosen) < _PER_TURN:
            taken[host] += 1
            chosen[wanted.article_id] = wanted
    ours = await session.scalars(
        update(Page)
        .where(Page.article_id.in_(chosen), Page.due_at <= now)
        .values(due_at=now + FLOOR)
        .returning(Page.article_id)
        .execution_options(synchronize_session=False)
    )
    return [chosen[id_] for id_ in ours]


async def _shut_hosts(session: AsyncSession, now: datetime) -> set[str]:
    """Hosts that turned us away, at a feed or at a page, and have not been asked since."""
    pages = select(Page.url).where(Page.last_status.in_(_TURNED_AWAY), Page.due_at > now)
    feeds = select(Feed.url).where(
        Feed.state == "failing", Feed.last_status.in_(_TURNED_AWAY), Feed.due_at > now
    )
    urls = [*await session.scalars(pages), *await session.scalars(feeds)]
    return {host_of(url) for url in urls}


async def _ask_host(turn: _Turn, queue: list[_Wanted]) -> int:
    """The pages of one host in a row, until it turns us away; how many gave other words."""
    changed = 0
    async with turn.slots:
        for one in queue:
            found = await _ask(turn, one)
            async with turn.sessions.begin() as session:
                changed += await _keep(session, found, turn.now)
            if found.status in _TURNED_AWAY:
                break  # the rest stays due, and waits as long as this one
    return changed


async def _ask(turn: _Turn, wanted: _Wanted) -> _Found:
    request = FetchRequest(wanted.url, accept=ACCEPT)
    try:
        result = await turn.fetcher.fetch(request, turn.robots.allows)
        return await _judged(wanted, result, turn.now)
    except Exception as error:
        # Whatever goes wrong with one page, a fault of ours included, must not stop the others.
        log.exception("page failed", page=plain_address(wanted.url))
        return _Found(wanted, problem=fault_of_ours(error))


async def _judged(wanted: _Wanted, result: FetchResult, now: datetime) -> _Found:
    status = result.status
    if result.problem is not None or status != 200:
        passing = status in _PASSING if result.problem is None else result.problem in _MAY_PASS
        wait = retry_after(result.headers, now) if status in _PASSING else None
        return _Found(wanted, status, None, result.answered, passing, wait, result.final_url)
    try:
        content_type = result.headers.get("content-type")
        text = await story_off_loop(result.body, content_type, wanted.title, wanted.summary)
        return _Found(wanted, status, text)
    except FeedParseError as error:
        return _Found(wanted, status, problem=str(error))


async def _keep(session: AsyncSession, found: _Found, now: datetime) -> int:
    """Write what came of it; 1 where the article is to be read by other words than before."""
    wanted = found.wanted
    about: dict[str, Any] = {
        "last_status": found.status,
        "problem": found.problem,
        "fetched_at": now,
    }
    if found.passing and wanted.tries < len(RETRIES):
        due = await _put_off(session, found, now)
        await _set(session, wanted.article_id, **about, due_at=due, tries=wanted.tries + 1)
        return 0
    digest = hashlib.sha256(found.text.encode()).hexdigest() if found.text else None
    told = await session.scalar(select(Page.text_hash).where(Page.article_id == wanted.article_id))
    await _set(
        session,
        wanted.article_id,
        **about,
        due_at=None,
        tries=0,
        text=found.text,
        text_hash=digest,
        seen_hash=wanted.hash,
    )
    if told == digest:
        return 0
    await _unread(session, wanted.article_id)
    return 1


async def _put_off(session: AsyncSession, found: _Found, now: datetime) -> datetime:
    """When to try again. A host that finds us too many is left alone by its feeds' polls too."""
    due = now + RETRIES[found.wanted.tries]
    if found.retry_after is not None:
        due = max(due, now + min(timedelta(seconds=found.retry_after), CAP))
    if found.status == 429:
        until = host_pause(Outcome.THROTTLED, found.retry_after, now)
        assert until is not None
        await pause_host(session, host_of(found.answered_at), until, spare=0)
        due = max(due, until)
    return due


async def _set(session: AsyncSession, article_id: int, **values: Any) -> None:
    await session.execute(update(Page).where(Page.article_id == article_id).values(**values))


async def _unread(session: AsyncSession, article_id: int) -> None:
    await session.execute(update(Article).where(Article.id == article_id).values(read_at=None))


async def page_words(session: AsyncSession, article_id: int) -> str:
    """What became of the page behind an article, in words; empty where none was wanted."""
    page = await session.get(Page, article_id)
    if page is None:
        return ""
    if page.text is not None:
        return "the page behind it was read as well"
    if page.problem is None:
        return "the page behind it waits to be fetched"
    end = "it is tried again" if page.due_at else "the feed's own words were read"
    return f"the page behind it was not used ({page.problem.rstrip('.')}); {end}"


async def forget_pages(session: AsyncSession, now: datetime) -> None:
    """Drop the texts that have served: what they said is kept as claims, with the sentences."""
    old = now - KEPT
    await session.execute(delete(Page).where(or_(Page.fetched_at < old, Page.due_at < old)))
