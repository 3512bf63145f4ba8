"""Grouping in the database: streaming gives what all at once gives; ids last; the cost is flat."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, func, select, update

from db import recall
from db.engine import Sessions
from db.mentions import RECALLED
from db.models import Article, Deadline, Mention, Outlet, Round, Strike
from db.reports import Fact, Told, drop_reports, ensure_conflicts, store_reports
from jobs import group as grouping_job
from jobs.clock import SetClock
from jobs.group import group_mentions
from reading.facts import DeadlineOp, DeadlineStatement, RoundStatus, Talks, Window
from reading.facts import Strike as StrikeFact
from reading.preset import bundled_presets

SLUG = "russia-ukraine"
PRESET = bundled_presets()[SLUG]
A, B = PRESET.party_names[:2]
START = datetime(2025, 7, 1, 12, tzinfo=UTC)


def window(day: int, last: int | None = None, month: int = 7) -> Window:
    return Window(date(2025, month, day), date(2025, month, last or day))


async def put(sessions: Sessions, *facts: Fact, at: datetime) -> int:
    """One article that states these facts, as read."""
    async with sessions.begin() as session:
        conflict = (await ensure_conflicts(session, [PRESET]))[SLUG]
        number = (await session.scalars(select(func.coalesce(func.max(Article.id), 0)))).one()
        outlet = Outlet(key=f"outlet {number}", name=f"Outlet {number}")
        session.add(outlet)
        await session.flush()
        row = Article(
            url_key=str(number), outlet_id=outlet.id, url="", title="", text="", published=at,
            first_seen=at, content_hash="", read_at=at, reference=True,
        )  # fmt: skip
        session.add(row)
        await session.flush()
        await store_reports(session, [Told(row.id, conflict, at, outlet.name, (), facts)], at)
        return row.id


def news(seed: int) -> list[tuple[Fact, datetime]]:
    """Some weeks of reports, shuffled."""
    found: list[tuple[Fact, datetime]] = []
    for day in range(2, 14):
        at = START.replace(day=day)
        found.append((StrikeFact(A, B, window(day - 1, day)), at))
        found.append((StrikeFact(A, B, window(day)), at + timedelta(hours=2)))
        found.append((StrikeFact(B, A, None), at + timedelta(hours=3)))
    for day, number in ((2, 1), (13, 2)):
        at = START.replace(day=day)
        ahead = Talks(RoundStatus.ANNOUNCED, SLUG, None, window(day))
        found.append((ahead, at - timedelta(days=2)))
        found.append((Talks(RoundStatus.ENDED, SLUG, number, window(day)), at))
        found.append((Talks(RoundStatus.ENDED, SLUG), at + timedelta(hours=5)))
    for day, op, due in ((3, "issue", 30), (9, "shorten", 25), (10, "confirm", 25)):
        said = date(2025, 7, day)
        fact = DeadlineStatement(DeadlineOp(op), "Donald Trump", (A,), said, window(due))
        found.append((fact, START.replace(day=day)))
    random.Random(seed).shuffle(found)
    return found


async def partition(sessions: Sessions) -> set[frozenset[Any]]:
    """Which reports stand together, told by what they say and when."""
    async with sessions() as session:
        rows = await session.execute(
            select(
                Mention.kind, Mention.round_id, Mention.deadline_id, Mention.strike_id,
                Mention.fact, Article.published,
            ).join(Article, Article.id == Mention.article_id)
        )  # fmt: skip
    groups: dict[Any, set[str]] = {}
    for kind, round_id, deadline_id, strike_id, fact, published in rows:
        told = repr((sorted(fact.items(), key=str), published))
        groups.setdefault((kind, round_id or deadline_id or strike_id), set()).add(told)
    return {frozenset(group) for group in groups.values()}


async def test_one_by_one_gives_what_all_at_once_gives(sessions: Sessions, clock: SetClock) -> None:
    for number, (fact, at) in enumerate(news(1)):
        await put(sessions, fact, at=at)
        if number % 3 == 0:
            await group_mentions(sessions, clock)
    await group_mentions(sessions, clock)
    streamed = await partition(sessions)
    async with sessions.begin() as session:
        await session.execute(update(Mention).values(grouped_at=None))
    await group_mentions(sessions, clock)
    assert await partition(sessions) == streamed
    assert len(streamed) > 20


async def test_a_batch_killed_half_way_is_found_again(
    sqlite_sessions: Sessions, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for fact, at in news(2)[:12]:
        await put(sqlite_sessions, fact, at=at)
    saved = grouping_job.save_groups
    calls = 0

    async def killed_later(*args: Any) -> None:
        nonlocal calls
        calls += 1
        await saved(*args)
        if calls == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(grouping_job, "save_groups", killed_later)
    with pytest.raises(KeyboardInterrupt):
        await group_mentions(sqlite_sessions, clock)
    monkeypatch.setattr(grouping_job, "save_groups", saved)
    assert await group_mentions(sqlite_sessions, clock) > 0
    async with sqlite_sessions() as session:
        waiting = select(func.count()).where(Mention.grouped_at.is_(None))
        assert (await session.scalars(waiting)).one() == 0


async def test_an_article_that_goes_away_leaves_its_events_to_the_others(
    sessions: Sessions, clock: SetClock
) -> None:
    for _ in range(2):
        last = await put(sessions, Talks(RoundStatus.ENDED, SLUG, 3, window(23)), at=START)
    await group_mentions(sessions, clock)
    clock.now += timedelta(hours=1)
    async with sessions.begin() as session:
        await drop_reports(session, [last], clock())
    await group_mentions(sessions, clock)
    async with sessions() as session:
        ((id_, round_),) = await recall.rounds(session, SLUG, None)
        row = await session.get_one(Round, id_)
    assert (len(round_.sources), row.changed_at) == (1, clock.now)


async def test_a_round_recalled_every_day_costs_no_more_and_is_still_one(
    sqlite_sessions: Sessions, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[int] = []
    load = grouping_job.load_mentions

    async def counted(*args: Any) -> Sequence[Any]:
        found = await load(*args)
        loaded.append(len(found))
        return found

    held = Talks(RoundStatus.ENDED, SLUG, 3, window(23))
    recalled = Talks(RoundStatus.ENDED, SLUG, None, window(23), background=True)
    await put(sqlite_sessions, held, at=START.replace(day=23))
    for _ in range(RECALLED + 20):
        await put(sqlite_sessions, recalled, at=START + timedelta(days=60))
    await group_mentions(sqlite_sessions, clock)
    await put(sqlite_sessions, recalled, at=START + timedelta(days=61))
    monkeypatch.setattr(grouping_job, "load_mentions", counted)
    await group_mentions(sqlite_sessions, clock)
    assert max(loaded) == RECALLED + 2
    async with sqlite_sessions() as session:
        ((_, event_),) = await recall.rounds(session, SLUG, None)
        homes = set(await session.scalars(select(Mention.round_id)))
    assert len(homes) == 1
    assert len(event_.sources) == RECALLED + 1


async def test_event_rows_carry_what_jobs_look_for(sessions: Sessions, clock: SetClock) -> None:
    due = DeadlineStatement(
        DeadlineOp.ISSUE, "Donald Trump", (A,), date(2025, 7, 14), window(2, month=9)
    )
    await put(
        sessions,
        Talks(RoundStatus.ENDED, SLUG, 3, window(23), "Istanbul"),
        due,
        StrikeFact(A, B, window(20, 21)),
        at=START,
    )
    await group_mentions(sessions, clock)
    async with sessions() as session:
        round_ = await session.get_one(Round, 1)
        deadline = await session.get_one(Deadline, 1)
        strike = await session.get_one(Strike, 1)
    assert (round_.track, round_.number, round_.city, round_.status) == (
        SLUG, 3, "Istanbul", "ended",
    )  # fmt: skip
    assert (deadline.status, deadline.issuer, deadline.precision) == ("open", "Donald Trump", "day")
    assert deadline.ends == datetime(2025, 9, 2, 20, 59, 59, tzinfo=UTC)
    assert (strike.attacker, strike.target) == (A, B)
    assert strike.starts == datetime(2025, 7, 19, 21, tzinfo=UTC)


async def test_the_cost_of_one_more_does_not_grow_with_what_is_stored(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    async def cost(at: datetime) -> tuple[int, int]:
        statements: list[str] = []
        rows = 0
        load = grouping_job.load_mentions

        async def counted(*args: Any) -> Sequence[Any]:
            nonlocal rows
            found = await load(*args)
            rows += len(found)
            return found

        await put(sqlite_sessions, StrikeFact(A, B, window(at.day, month=at.month)), at=at)
        engine = sqlite_sessions.kw["bind"].sync_engine
        listen = (engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
        event.listen(*listen)
        grouping_job.load_mentions = counted
        try:
            await group_mentions(sqlite_sessions, clock)
        finally:
            grouping_job.load_mentions = load
            event.remove(*listen)
        return len(statements), rows

    async def fill(month: int) -> None:
        for day in range(1, 29):
            at = datetime(2025, month, day, 12, tzinfo=UTC)
            await put(sqlite_sessions, StrikeFact(A, B, window(day, month=month)), at=at)
        await group_mentions(sqlite_sessions, clock)

    await fill(3)
    few = await cost(datetime(2025, 3, 14, 12, tzinfo=UTC))
    for month in (4, 5, 6):
        await fill(month)
    many = await cost(datetime(2025, 5, 14, 12, tzinfo=UTC))
    assert many == few
