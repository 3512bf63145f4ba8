"""A preset's history answers at once, and loading it again changes nothing."""

from datetime import UTC, date, datetime

from sqlalchemy import func, select

from db import recall
from db.engine import Sessions
from db.models import Article, Deadline, Mention, Round, Strike
from jobs.clock import SetClock
from jobs.group import group_mentions
from jobs.history import load_history
from reading.facts import DeadlineOp, DeadlineStatement, Figure, Measure, RoundStatus, Talks, Window
from reading.facts import Strike as StrikeFact
from reading.preset import (
    HistoricRound,
    HistoricStatement,
    HistoricStrike,
    History,
    Preset,
    bundled_presets,
)

BUNDLED = bundled_presets()["russia-ukraine"]
NORTH, SOUTH = BUNDLED.party_names[:2]
PAGES = ("https://one.example/a", "https://two.example/b")


def window(month: int, day: int) -> Window:
    return Window(date(2025, month, day), date(2025, month, day))


def preset(number: int = 3) -> Preset:
    talks = Talks(RoundStatus.ENDED, "russia-ukraine", number, window(7, 23), "Istanbul")
    issued = DeadlineStatement(
        DeadlineOp.ISSUE, "Donald Trump", (NORTH,), date(2025, 7, 14), window(9, 2)
    )
    strike = StrikeFact(
        NORTH, SOUTH, window(7, 21), figures=(Figure(Measure.KILLED, 2, 2, claimant=SOUTH),)
    )
    history = History(
        rounds=(HistoricRound(fact=talks, sources=PAGES, reported=date(2025, 7, 23)),),
        statements=(HistoricStatement(fact=issued, sources=PAGES[:1], reported=date(2025, 7, 14)),),
        strikes=(HistoricStrike(fact=strike, sources=PAGES[:1], reported=date(2025, 7, 21)),),
    )
    return BUNDLED.model_copy(update={"history": history})


async def counts(sessions: Sessions) -> list[int]:
    async with sessions() as session:
        return [
            (await session.scalars(select(func.count()).select_from(table))).one()
            for table in (Article, Mention, Round, Deadline, Strike)
        ]


async def test_history_is_seen_by_every_server(sessions: Sessions, clock: SetClock) -> None:
    await load_history(sessions, [preset()], clock)
    await group_mentions(sessions, clock)
    async with sessions() as session:
        board = await recall.board(session, "russia-ukraine", 7, clock(), "UTC")
    assert board.last_round is not None
    event = board.last_round[1]
    assert (event.number, event.city, len(event.sources)) == (3, "Istanbul", 2)
    assert [thread.window for _, thread in board.deadlines] == [window(9, 2)]
    assert all(source.reference and not source.news for source in event.sources)
    assert event.sources[0].published == datetime(2025, 7, 23, 12, tzinfo=UTC)
    assert event.sources[0].url == PAGES[0]


async def test_loading_again_changes_nothing(sessions: Sessions, clock: SetClock) -> None:
    await load_history(sessions, [preset()], clock)
    await group_mentions(sessions, clock)
    before = await counts(sessions)
    assert before == [4, 4, 1, 1, 1]
    await load_history(sessions, [preset()], clock)
    assert await group_mentions(sessions, clock) == 0
    assert await counts(sessions) == before


async def test_a_changed_history_replaces_what_it_changed(
    sessions: Sessions, clock: SetClock
) -> None:
    await load_history(sessions, [preset()], clock)
    await group_mentions(sessions, clock)
    await load_history(sessions, [preset(number=4)], clock)
    assert await group_mentions(sessions, clock) == 2
    async with sessions() as session:
        ((_, event),) = await recall.rounds(session, "russia-ukraine", None)
    assert event.number == 4
    clock.now = datetime(2025, 7, 20, tzinfo=UTC)
    await load_history(sessions, [preset(number=4)], clock)
    await group_mentions(sessions, clock)
    async with sessions() as session:
        assert await recall.rounds(session, "russia-ukraine", None) == []
        assert len(await recall.deadlines(session, "russia-ukraine", None, clock())) == 1
    emptied = BUNDLED.model_copy(update={"history": History()})
    await load_history(sessions, [emptied], clock)
    await group_mentions(sessions, clock)
    async with sessions() as session:
        assert await recall.rounds(session, "russia-ukraine", None) == []
        assert (await session.scalars(select(func.count(Mention.id)))).one() == 0


async def test_the_bundled_history_loads_and_holds_the_fifty_day_deadline(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    await load_history(sqlite_sessions, [BUNDLED], clock)
    await group_mentions(sqlite_sessions, clock)
    async with sqlite_sessions() as session:
        rounds = await recall.rounds(session, "russia-ukraine", None)
        threads = await recall.deadlines(session, "russia-ukraine", None, clock())
    assert {(e.track, e.number) for _, e in rounds} >= {
        ("russia-ukraine", 1),
        ("russia-ukraine", 2),
        ("russia-ukraine", 3),
    }
    assert all(event.sources[0].published <= clock() for _, event in rounds)
    due = [step.window for _, t in threads for step in t.steps if step.issuer == "Donald Trump"]
    assert window(9, 2) in due
