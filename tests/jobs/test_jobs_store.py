"""Entries to articles: each item once, each story once, edits remembered and read again."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from db.engine import Sessions
from db.models import Article, Conflict, Entry, Feed, Mention, Outlet, Report, Round
from feeds.parse import ParsedEntry
from jobs.clock import SetClock
from jobs.feeds import add_feed
from jobs.outlets import OutletFacts
from jobs.store import Stored, store

NOON = datetime(2025, 7, 25, 12, tzinfo=UTC)
OUTLETS = {
    "paper.example": OutletFacts("The Paper", "GB"),
    "agency.example": OutletFacts("Agency", "RU", "Russia"),
}


def entry(
    guid: str | None = "g1",
    title: str = "Talks end",
    text: str = "They met for an hour.",
    link: str | None = "https://www.paper.example/a/1",
    published: datetime | None = NOON - timedelta(hours=1),
    source_url: str | None = None,
) -> ParsedEntry:
    return ParsedEntry(guid, link, title, text, published, None, source_url)


async def keep(
    sessions: Sessions,
    *entries: ParsedEntry,
    url: str = "https://www.paper.example/rss",
    now: datetime = NOON,
    baseline: bool = False,
) -> Stored:
    async with sessions.begin() as session:
        feed = await add_feed(session, url, SetClock(now))
        return await store(session, feed, entries, now, OUTLETS, baseline=baseline)


async def rows(sessions: Sessions) -> tuple[list[Entry], list[Article]]:
    async with sessions() as session:
        return (
            list(await session.scalars(select(Entry).order_by(Entry.id))),
            list(await session.scalars(select(Article).order_by(Article.id))),
        )


async def read_all(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        await session.execute(update(Article).values(read_at=NOON))


async def test_storing_again_changes_nothing(sessions: Sessions) -> None:
    many = [entry(f"g{n}", f"Story {n}", link=f"https://paper.example/{n}") for n in range(900)]
    first = await keep(sessions, *many)
    await read_all(sessions)
    again = await keep(sessions, *many, now=NOON + timedelta(hours=1))
    assert (first.new, first.articles) == (900, 900)
    assert (again.new, again.articles, again.edited, again.unchanged) == (0, 0, 0, 900)
    assert all(article.read_at for article in (await rows(sessions))[1])


async def test_three_feeds_of_one_outlet_give_one_article(sessions: Sessions) -> None:
    link = "https://www.paper.example/a/1"
    for n, tail in enumerate(("", "?utm_source=rss", "#top")):
        await keep(sessions, entry(link=link + tail), url=f"https://paper.example/{n}")
    entries, articles = await rows(sessions)
    assert len(entries) == 3
    assert {item.article_id for item in entries} == {articles[0].id}
    assert articles[0].url == link


async def test_an_edit_is_remembered_and_read_again(sessions: Sessions) -> None:
    await keep(sessions, entry(text="Two were killed."))
    await read_all(sessions)
    later = NOON + timedelta(hours=2)
    await keep(sessions, entry(text="Three were killed."), now=later)
    [item], [article] = await rows(sessions)
    assert item.edits == [{"at": later.isoformat(), "field": "text", "was": "Two were killed."}]
    assert (article.text, article.read_at) == ("Three were killed.", None)


async def test_a_new_date_alone_is_remembered_but_not_read_again(sessions: Sessions) -> None:
    await keep(sessions, entry())
    await read_all(sessions)
    stored = await keep(sessions, entry(published=NOON + timedelta(hours=3)))
    [item], [article] = await rows(sessions)
    assert stored.edited == 1
    assert [edit["field"] for edit in item.edits] == ["published"]
    assert article.read_at is not None
    assert article.published == NOON - timedelta(hours=1)


async def test_two_summaries_of_one_story_do_not_take_turns(sessions: Sessions) -> None:
    short, long = entry(text="Short."), entry(text="A longer account of the same talks.")
    for _ in range(2):
        await keep(sessions, long, url="https://paper.example/full")
        await keep(sessions, short, url="https://paper.example/short")
    assert (await rows(sessions))[1][0].text == long.text
    await read_all(sessions)
    await keep(sessions, entry(text="Shorter."), url="https://paper.example/short")
    article = (await rows(sessions))[1][0]
    assert (article.text, article.read_at) == (long.text, NOON)


async def test_a_fuller_text_from_another_feed_is_taken(sessions: Sessions) -> None:
    await keep(sessions, entry(text="Short."), url="https://paper.example/short")
    await read_all(sessions)
    await keep(sessions, entry(text="A longer account."), url="https://paper.example/full")
    article = (await rows(sessions))[1][0]
    assert (article.text, article.read_at) == ("A longer account.", None)


@pytest.mark.parametrize("published", [None, NOON + timedelta(days=2)])
async def test_a_missing_or_future_date_is_the_time_of_finding(
    sessions: Sessions, published: datetime | None
) -> None:
    await keep(sessions, entry(published=published))
    [item], [article] = await rows(sessions)
    assert item.published == published
    assert article.published == NOON


async def test_items_without_a_link_are_stories_of_their_own(sessions: Sessions) -> None:
    await keep(sessions, entry("g1", link=None), entry("g2", link=None))
    await keep(sessions, entry("g1", link=None), url="https://other.example/rss")
    assert len((await rows(sessions))[1]) == 3


async def test_items_that_all_link_to_the_front_page_are_kept_apart(sessions: Sessions) -> None:
    await keep(sessions, *(entry(f"g{n}", link="https://paper.example/") for n in range(3)))
    assert len((await rows(sessions))[1]) == 3


@pytest.mark.parametrize(
    ("link", "source", "name", "affinity"),
    [
        ("https://www.paper.example/a", None, "The Paper", None),
        ("https://en.agency.example/a", None, "Agency", "Russia"),
        ("https://news.unknown.co.uk/a", None, "unknown.co.uk", None),
        ("https://www.paper.example/a", "https://agency.example", "Agency", "Russia"),
        ("https://agency.example/a", "https://www.paper.example", "Agency", "Russia"),
        (None, None, "paper.example", None),
    ],
)
async def test_an_article_belongs_to_its_outlet(
    sessions: Sessions, link: str | None, source: str | None, name: str, affinity: str | None
) -> None:
    expected = "The Paper" if name == "paper.example" else name
    await keep(sessions, entry(link=link, source_url=source))
    async with sessions() as session:
        outlet = (await session.scalars(select(Outlet))).one()
    assert (outlet.name, outlet.affinity) == (expected, affinity)


async def test_a_feeds_own_outlet_goes_before_its_domain(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        feed = await add_feed(
            session, "https://x.example/rss", SetClock(NOON), outlet=OutletFacts("Ministry")
        )
        await store(session, feed, [entry(link="https://x.example/1")], NOON, {})
    async with sessions() as session:
        assert [outlet.name for outlet in await session.scalars(select(Outlet))] == ["Ministry"]


async def test_baseline_marks_only_what_the_first_poll_found(sessions: Sessions) -> None:
    await keep(sessions, entry("g1"), baseline=True)
    await keep(sessions, entry("g1"), entry("g2", link="https://paper.example/2"))
    entries, articles = await rows(sessions)
    assert [item.baseline for item in entries] == [True, False]
    assert [article.baseline for article in articles] == [True, False]


@pytest.mark.parametrize(("hours", "baseline"), [(1, False), (47, False), (49, True)])
async def test_a_first_polls_story_becomes_news_when_another_feed_brings_it_in_time(
    sessions: Sessions, hours: int, baseline: bool
) -> None:
    item = entry("g1", published=NOON - timedelta(hours=hours))
    await keep(sessions, item, baseline=True)
    first = (await rows(sessions))[1]
    await keep(sessions, item, url="https://paper.example/other")
    [article] = (await rows(sessions))[1]
    assert [one.baseline for one in first] == [True]
    assert article.baseline is baseline


async def test_the_events_of_a_story_that_became_news_are_looked_at_again(
    sessions: Sessions,
) -> None:
    await keep(sessions, entry("g1"), baseline=True)
    async with sessions.begin() as session:
        conflict = Conflict(slug="c", name="War")
        session.add(conflict)
        await session.flush()
        event, other = (
            Round(conflict_id=conflict.id, first_seen=NOON, changed_at=NOON, status="ended")
            for _ in range(2)
        )
        report = Report(article_id=1, conflict_id=conflict.id, origin="O", read_at=NOON)
        session.add_all([event, other, report])
        await session.flush()
        session.add(
            Mention(
                report_id=report.id, conflict_id=conflict.id, article_id=1, kind="round",
                position=0, day=NOON, fact={}, round_id=event.id,
            )
        )  # fmt: skip
    later = NOON + timedelta(hours=1)
    await keep(sessions, entry("g1"), url="https://paper.example/other", now=later)
    async with sessions() as session:
        changed = list(await session.scalars(select(Round.changed_at).order_by(Round.id)))
    assert changed == [later, NOON]


async def test_a_feed_of_one_server_leaves_the_others_story_alone(sessions: Sessions) -> None:
    url = "https://www.paper.example/own"
    long = "They met for an hour, and then they agreed on everything there is to agree on."
    await keep(sessions, entry())
    await read_all(sessions)
    for text in (long, f"{long} So it is told."):
        async with sessions.begin() as session:
            feed = await add_feed(session, url, SetClock(NOON), default=False)
            await store(session, feed, [entry("own", "Mine", text)], NOON, OUTLETS)
    shared, own = (await rows(sessions))[1]
    assert (shared.title, shared.text) == ("Talks end", "They met for an hour.")
    assert shared.read_at is not None
    assert (own.title, own.text, own.read_at) == ("Mine", f"{long} So it is told.", None)
    assert (own.outlet_id, own.url) == (shared.outlet_id, shared.url)


async def test_a_feed_taken_out_of_the_default_set_edits_no_shared_story(
    sessions: Sessions,
) -> None:
    await keep(sessions, entry())
    async with sessions.begin() as session:
        feed = (await session.scalars(select(Feed))).one()
        feed.is_default = False
        await store(session, feed, [entry(text="They never met at all.")], NOON, OUTLETS)
    [item], [article] = await rows(sessions)
    assert (item.text, article.text) == ("They never met at all.", "They met for an hour.")


async def test_what_a_database_cannot_hold_is_gone_before_it(sessions: Sessions) -> None:
    """PostgreSQL refuses NUL; lone surrogates cannot be encoded."""
    from feeds.parse import parse_feed

    body = (
        b"<rss><channel><item><guid>a&#0;b\xed\xa0\x80</guid><title>c&#0;d&#xD800;</title></item>"
    )
    parsed = parse_feed(body, None, "https://paper.example/rss")
    assert (await keep(sessions, *parsed.entries)).new == 1


async def test_the_feed_row_is_left_to_the_poll(sessions: Sessions) -> None:
    await keep(sessions, entry())
    async with sessions() as session:
        feed = (await session.scalars(select(Feed))).one()
    assert (feed.state, feed.polled_at) == ("new", None)
