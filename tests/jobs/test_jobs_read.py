"""Articles that wait are read once, in any number, and found again after a kill."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event, func, select, update

from db import recall
from db.engine import Sessions
from db.models import Article, Claim, Entry, Feed, Mention, Outlet, Report, Round
from jobs import read as reading_job
from jobs.clock import SetClock
from jobs.group import group_mentions
from jobs.read import read_articles
from reading.facts import Article as ReadArticle
from reading.preset import bundled_presets
from reading.reader import read

PRESETS = tuple(bundled_presets().values())
NOON = datetime(2025, 7, 24, 12, tzinfo=UTC)
HELD = (
    "Delegations of Russia and Ukraine held a third round of direct talks in Istanbul on "
    "Wednesday, July 23. The two sides agreed to exchange 1,200 prisoners of war each, Russian "
    "negotiator Vladimir Medinsky said after the meeting, which lasted 40 minutes. No date for "
    "another round was set, and the delegations left the palace without a joint statement."
)
SPORT = "The home side won the cup final by two goals to one in front of 40,000 people."


async def put(sessions: Sessions, *texts: str, outlet: str = "Gazette", **more: Any) -> list[int]:
    """Articles as the poller leaves them, in a default feed."""
    async with sessions.begin() as session:
        owner = (await session.scalars(select(Outlet).where(Outlet.name == outlet))).one_or_none()
        if owner is None:
            owner = Outlet(key=outlet.lower(), name=outlet)
            feed = Feed(url=f"http://{outlet}", is_default=True, added_at=NOON)
            session.add_all([owner, feed])
        await session.flush()
        feed_id = (await session.scalars(select(func.max(Feed.id)))).one()
        count = (await session.scalars(select(func.count(Article.id)))).one()
        rows = [
            Article(
                url_key=f"{outlet}/{count + n}", outlet_id=owner.id, url=f"http://x/{count + n}",
                title=more.get("title", "News of the day"), text=text, published=NOON,
                first_seen=NOON, content_hash=str(hash(text)),
            )
            for n, text in enumerate(texts)
        ]  # fmt: skip
        session.add_all(rows)
        await session.flush()
        for row in rows:
            session.add(
                Entry(feed_id=feed_id, key=row.url_key, url="", title="", text="",
                      first_seen=NOON, article_id=row.id)
            )  # fmt: skip
        return [row.id for row in rows]


async def count(sessions: Sessions, table: Any, *conditions: Any) -> int:
    async with sessions() as session:
        query = select(func.count()).select_from(table).where(*conditions)
        return (await session.scalars(query)).one()


async def edit(sessions: Sessions, article: int, text: str) -> None:
    async with sessions.begin() as session:
        await session.execute(
            update(Article)
            .where(Article.id == article)
            .values(text=text, content_hash=str(hash(text)), read_at=None)
        )


async def test_what_waits_is_read_once(sessions: Sessions, clock: SetClock) -> None:
    held, sport = await put(sessions, HELD, SPORT)
    assert await read_articles(sessions, clock, PRESETS) == 2
    assert await read_articles(sessions, clock, PRESETS) == 0
    async with sessions() as session:
        report = (await session.scalars(select(Report))).one()
        read_at = (await session.get_one(Article, sport)).read_at
    assert (report.article_id, report.kinds, report.origin) == (held, ["talks"], "Gazette")
    assert read_at == clock()


@pytest.mark.parametrize(("ahead", "day"), [(0, 26), (-240, 25)])
async def test_tomorrow_is_told_by_the_clock_of_the_feed(
    sessions: Sessions, clock: SetClock, ahead: int, day: int
) -> None:
    (id_,) = await put(sessions, "The Kremlin gave Ukraine until noon tomorrow to accept a truce.")
    just_past_midnight = datetime(2025, 7, 25, 0, 30, tzinfo=UTC)
    async with sessions.begin() as session:
        article = await session.get_one(Article, id_)
        article.published, article.utc_offset = just_past_midnight, ahead
    await read_articles(sessions, clock, PRESETS)
    async with sessions() as session:
        (mention,) = (await session.scalars(select(Mention))).all()
    assert mention.fact["window"]["start"].startswith(f"2025-07-{day}")


async def test_a_fault_in_one_article_keeps_no_other_waiting(
    sessions: Sessions, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, held = await put(sessions, SPORT, HELD)

    def faulty(article: ReadArticle, *rest: Any) -> Any:
        if article.id == str(bad):
            raise OverflowError("date value out of range")
        return read(article, *rest)

    monkeypatch.setattr(reading_job, "read", faulty)
    assert await read_articles(sessions, clock, PRESETS) == 2
    assert await read_articles(sessions, clock, PRESETS) == 0
    async with sessions() as session:
        assert (await session.scalars(select(Report.article_id))).all() == [held]


async def test_the_same_text_read_again_changes_nothing(
    sessions: Sessions, clock: SetClock
) -> None:
    (held,) = await put(sessions, HELD)
    await read_articles(sessions, clock, PRESETS)
    await group_mentions(sessions, clock)

    async def state() -> list[Any]:
        async with sessions() as session:
            mentions = await session.execute(
                select(Mention.id, Mention.fact, Mention.grouped_at, Mention.round_id)
            )
            claims = await session.scalars(select(Claim.id))
            changed = await session.scalars(select(Round.changed_at))
            return [*mentions.all(), *claims.all(), *changed.all()]

    before = await state()
    assert len(before) > 3
    await edit(sessions, held, HELD)
    assert await read_articles(sessions, clock, PRESETS) == 1
    assert await group_mentions(sessions, clock) == 0
    assert await state() == before


async def test_an_edited_article_says_only_what_it_says_now(
    sessions: Sessions, clock: SetClock
) -> None:
    (held,) = await put(sessions, HELD)
    await read_articles(sessions, clock, PRESETS)
    await group_mentions(sessions, clock)
    await edit(sessions, held, HELD.replace("1,200", "1,000"))
    await read_articles(sessions, clock, PRESETS)
    await group_mentions(sessions, clock)
    async with sessions() as session:
        ((_, event_),) = await recall.rounds(session, "russia-ukraine", None)
    assert [p.value.count for p in event_.points if p.value.count] == [1000]
    await edit(sessions, held, SPORT)
    await read_articles(sessions, clock, PRESETS)
    await group_mentions(sessions, clock)
    assert await count(sessions, Report) == await count(sessions, Claim) == 0
    async with sessions() as session:
        assert await recall.rounds(session, "russia-ukraine", None) == []


async def test_a_kill_between_batches_loses_nothing(
    sqlite_sessions: Sessions, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_job, "BATCH", 2)
    await put(sqlite_sessions, HELD, SPORT, SPORT + " Again.", HELD + " More follows.")
    kept = reading_job._keep
    calls = 0

    async def killed_later(*args: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise KeyboardInterrupt
        await kept(*args)

    monkeypatch.setattr(reading_job, "_keep", killed_later)
    with pytest.raises(KeyboardInterrupt):
        await read_articles(sqlite_sessions, clock, PRESETS)
    assert await count(sqlite_sessions, Article, Article.read_at.is_(None)) == 2
    assert await read_articles(sqlite_sessions, clock, PRESETS) == 2
    assert await count(sqlite_sessions, Report) == 2


async def test_an_article_edited_while_it_was_read_waits_on(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    (held,) = await put(sqlite_sessions, SPORT)
    async with sqlite_sessions() as session:
        waiting = await reading_job._waiting(session, 10)
    done = reading_job._read_all(waiting, [], PRESETS, clock())
    await edit(sqlite_sessions, held, HELD)
    async with sqlite_sessions.begin() as session:
        await reading_job._keep(session, done, {}, clock())
    assert await count(sqlite_sessions, Article, Article.read_at.is_(None)) == 1
    assert await read_articles(sqlite_sessions, clock, PRESETS) == 1
    assert await count(sqlite_sessions, Report) == 1


async def test_five_outlets_with_one_text_are_one_origin(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    for outlet in ("Gazette", "Herald", "Courier"):
        await put(sqlite_sessions, HELD, outlet=outlet)
        await read_articles(sqlite_sessions, clock, PRESETS)
    async with sqlite_sessions() as session:
        assert set(await session.scalars(select(Report.origin))) == {"Gazette"}


async def test_limit_reads_no_more(sqlite_sessions: Sessions, clock: SetClock) -> None:
    await put(sqlite_sessions, SPORT, SPORT, SPORT)
    assert await read_articles(sqlite_sessions, clock, PRESETS, limit=2) == 2
    assert await count(sqlite_sessions, Article, Article.read_at.is_(None)) == 1


async def test_what_is_about_something_else_is_marked_in_bulk(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    await put(sqlite_sessions, *[f"{SPORT} {n}" for n in range(300)])
    statements = []
    engine = sqlite_sessions.kw["bind"].sync_engine
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    await read_articles(sqlite_sessions, clock, PRESETS)
    assert len(statements) < 25


async def test_what_one_server_reads_is_no_origin_for_the_others_story(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    (own,) = await put(sqlite_sessions, HELD, outlet="Leaflet")
    async with sqlite_sessions.begin() as session:
        await session.execute(
            update(Article).where(Article.id == own).values(url_key="feed:1:http://x/0")
        )
    await put(sqlite_sessions, HELD, outlet="Gazette")
    await read_articles(sqlite_sessions, clock, PRESETS)
    await put(sqlite_sessions, HELD, outlet="Courier")
    await read_articles(sqlite_sessions, clock, PRESETS)
    async with sqlite_sessions() as session:
        assert set(await session.scalars(select(Report.origin))) == {"Gazette"}
