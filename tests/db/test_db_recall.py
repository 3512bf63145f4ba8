"""What one server may see: events from the claims of its own sources only."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from db import recall
from db.engine import Sessions
from db.models import Article, Claim, Entry, Feed, Guild, GuildFeed, Mention, Outlet, Round, Strike
from db.reports import Told, ensure_conflicts, store_reports
from jobs.clock import SetClock
from jobs.group import group_mentions
from reading.events import Corroboration, DeadlineStatus
from reading.facts import (
    DeadlineOp,
    DeadlineStatement,
    Figure,
    Item,
    Measure,
    Point,
    RoundStatus,
    Stance,
    Talks,
    Window,
)
from reading.facts import (
    Strike as StrikeFact,
)
from reading.preset import bundled_presets

SLUG = "russia-ukraine"
PRESET = bundled_presets()[SLUG]
NORTH, SOUTH = PRESET.party_names[:2]
HOME, AWAY = 1, 2
NOON = datetime(2025, 7, 25, 12, tzinfo=UTC)


class World:
    """Feeds, servers and articles, as the poller would have left them."""

    def __init__(self, sessions: Sessions, clock: SetClock) -> None:
        self.sessions = sessions
        self.clock = clock
        self.feeds: dict[str, int] = {}
        self.outlets: dict[str, int] = {}
        self.articles: dict[str, int] = {}

    async def feed(self, name: str, *, default: bool = True) -> None:
        async with self.sessions.begin() as session:
            outlet = Outlet(key=name.lower(), name=name)
            feed = Feed(url=f"http://{name}", is_default=default, added_at=NOON)
            session.add_all([outlet, feed])
            await session.flush()
            self.feeds[name], self.outlets[name] = feed.id, outlet.id

    async def choose(self, guild: int, feed: str, *, added: bool) -> None:
        async with self.sessions.begin() as session:
            await session.merge(Guild(id=guild, joined_at=NOON))
            session.add(
                GuildFeed(guild_id=guild, feed_id=self.feeds[feed], added=added, since=NOON)
            )

    async def tell(
        self, feed: str, *facts: Any, published: datetime = NOON, name: str = "", **article: Any
    ) -> int:
        """An article of that feed, already read; told again under one name it is a re-reading."""
        name = name or f"{feed} {len(self.articles)}"
        async with self.sessions.begin() as session:
            conflict = (await ensure_conflicts(session, [PRESET]))[SLUG]
            if name not in self.articles:
                row = Article(
                    url_key=name, outlet_id=self.outlets[feed], url=f"http://{name}", title=name,
                    text="", published=published, first_seen=self.clock(), content_hash="",
                    read_at=self.clock(), **article,
                )  # fmt: skip
                session.add(row)
                await session.flush()
                self.articles[name] = row.id
                entry = Entry(
                    feed_id=self.feeds[feed], key=name, url="", title="", text="",
                    first_seen=self.clock(), article_id=row.id,
                )  # fmt: skip
                session.add(entry)
            told = Told(self.articles[name], conflict, published, feed, (), facts)
            await store_reports(session, [told], self.clock())
        await group_mentions(self.sessions, self.clock)
        return self.articles[name]

    async def rounds(self, guild: int | None = None) -> list[Any]:
        async with self.sessions() as session:
            return await recall.rounds(session, SLUG, guild)

    async def strikes(self, guild: int | None = None) -> list[Any]:
        async with self.sessions() as session:
            start, end = NOON - timedelta(days=30), NOON + timedelta(days=30)
            return await recall.strikes(session, SLUG, guild, start, end)


@pytest.fixture
async def world(sessions: Sessions, clock: SetClock) -> World:
    made = World(sessions, clock)
    await made.feed("Gazette")
    await made.feed("Herald")
    await made.feed("Private", default=False)
    return made


def on(day: int, month: int = 7) -> Window:
    return Window(date(2025, month, day), date(2025, month, day))


def night(day: int) -> Window:
    return Window(date(2025, 7, day - 1), date(2025, 7, day))


def met(**more: Any) -> Talks:
    fields: dict[str, Any] = {"track": SLUG, "window": on(23), "city": "Istanbul"} | more
    return Talks(RoundStatus.ENDED, **fields)


def hit(killed: int, **more: Any) -> StrikeFact:
    figure = Figure(Measure.KILLED, killed, killed, claimant=SOUTH)
    fields: dict[str, Any] = {"window": night(21)} | more
    return StrikeFact(NORTH, SOUTH, figures=(figure,), **fields)


async def test_a_server_sees_only_what_its_own_sources_say(world: World) -> None:
    await world.tell("Gazette", met(points=(Point(Item.PRISONER_EXCHANGE, Stance.AGREED),)))
    await world.tell("Private", met(points=(Point(Item.CEASEFIRE, Stance.AGREED),)))
    await world.choose(HOME, "Private", added=True)
    await world.choose(AWAY, "Gazette", added=False)
    seen = {guild: await world.rounds(guild) for guild in (None, HOME, AWAY)}
    assert [len(s) for s in seen.values()] == [1, 1, 0]
    assert len({id_ for s in seen.values() for id_, _ in s}) == 1
    items = [[p.value.item for p in s[0][1].points] for s in (seen[None], seen[HOME])]
    assert items == [[Item.PRISONER_EXCHANGE], [Item.PRISONER_EXCHANGE, Item.CEASEFIRE]]
    async with world.sessions() as session:
        assert await recall.round_event(session, seen[None][0][0], AWAY) is None


async def test_what_is_only_recalled_is_no_event_to_see(world: World) -> None:
    await world.tell("Gazette", met(background=True))
    assert await world.rounds() == []
    await world.tell("Herald", met())
    ((_, event),) = await world.rounds()
    assert [source.background for source in event.sources] == [True, False]


async def test_a_later_toll_updates_and_never_duplicates(world: World) -> None:
    await world.tell("Gazette", hit(2))
    world.clock.now += timedelta(hours=5)
    await world.tell("Herald", hit(3), published=NOON + timedelta(hours=5))
    ((_, event),) = await world.strikes()
    assert [f.value.low for f in event.figures] == [3]
    assert [f.value.low for f in event.revisions] == [2]


async def test_a_corrected_article_counts_as_it_reads_now(world: World) -> None:
    await world.tell("Gazette", hit(2), name="story")
    await world.tell("Gazette", hit(5), name="story")
    ((_, event),) = await world.strikes()
    assert [f.value.low for f in event.figures] == [5]
    assert event.revisions == ()
    await world.tell("Gazette", name="story")
    assert await world.strikes() == []


async def test_claims_are_rows_with_sentence_and_span(world: World) -> None:
    point = Point(
        Item.PRISONER_EXCHANGE, Stance.AGREED, count=1200, claimant="A", span=(3, 9), sentence="S."
    )
    await world.tell("Gazette", met(points=(point,)), hit(2))
    async with world.sessions() as session:
        from sqlalchemy import select

        rows = (await session.scalars(select(Claim).order_by(Claim.id))).all()
    found = [(c.type, c.name, c.stance, c.low, c.span_start, c.sentence) for c in rows]
    assert found == [
        ("meeting", None, "ended", None, 0, ""),
        ("point", "prisoner_exchange", "agreed", 1200, 3, "S."),
        ("figure", "killed", None, 2, 0, ""),
    ]


async def test_events_found_to_be_one_are_merged_and_the_old_name_still_leads_there(
    world: World,
) -> None:
    await world.tell("Gazette", met(window=None, number=3))
    world.clock.now += timedelta(days=6)
    await world.tell("Herald", met(window=None, number=3), published=NOON + timedelta(days=6))
    async with world.sessions() as session:
        first = await recall.rounds(session, SLUG, None)
    await world.tell("Herald", met(number=3), published=NOON)
    ((kept, event),) = await world.rounds()
    assert len(event.sources) == 3
    async with world.sessions() as session:
        for id_, _ in first:
            again = await recall.round_event(session, id_, None)
            assert again == event
    assert kept == min(id_ for id_, _ in first)


async def test_an_event_keeps_its_id_and_change_time_while_nothing_changes(world: World) -> None:
    await world.tell("Gazette", met(), name="story")
    async with world.sessions() as session:
        before = await session.get_one(Round, 1)
    world.clock.now += timedelta(hours=1)
    await world.tell("Gazette", met(), name="story")
    async with world.sessions() as session:
        assert (await session.get_one(Round, 1)).changed_at == before.changed_at
    await world.tell("Herald", met())
    async with world.sessions() as session:
        after = await session.get_one(Round, 1)
    assert (after.changed_at, after.first_seen) == (world.clock.now, before.first_seen)


async def test_deadlines_come_open_first_and_the_board_shows_the_last_that_ended(
    world: World,
) -> None:
    boss = PRESET.third_parties[0].name
    for said, op, due in ((14, "issue", on(2, 9)), (28, "shorten", on(8, 8))):
        fact = DeadlineStatement(
            DeadlineOp(op), boss, (NORTH,), date(2025, 7, said), due, demand="ceasefire"
        )
        published = datetime(2025, 7, said, 12, tzinfo=UTC)
        await world.tell("Gazette", fact, published=published)
    old = DeadlineStatement(DeadlineOp.ISSUE, SOUTH, (NORTH,), date(2025, 5, 10), on(12, 5))
    await world.tell("Herald", old, published=datetime(2025, 5, 10, tzinfo=UTC))
    await world.tell("Gazette", met(), hit(2))
    now = datetime(2025, 7, 29, tzinfo=UTC)
    async with world.sessions() as session:
        found = await recall.deadlines(session, SLUG, None, now)
        board = await recall.board(session, SLUG, None, datetime(2025, 7, 22, tzinfo=UTC), "UTC")
        digest = await recall.digest_view(
            session, SLUG, None, NOON - timedelta(days=9), NOON, "UTC"
        )
    assert [(t.status, t.window) for _, t in found] == [
        (DeadlineStatus.OPEN, on(8, 8)),
        (DeadlineStatus.LAPSED, on(12, 5)),
    ]
    assert [t.window for _, t in board.deadlines] == [on(8, 8), on(12, 5)]
    assert board.last_round is not None
    assert board.last_round[1].city == "Istanbul"
    assert board.next_round is None
    assert [e.target for _, e in board.strikes] == [SOUTH]
    assert len(digest.strikes) == 1


async def test_the_round_before_is_of_the_same_track(world: World) -> None:
    await world.tell("Gazette", met(window=on(2, 6), number=2))
    await world.tell("Gazette", met(window=on(10), track="us-russia"))
    await world.tell("Gazette", met(number=3))
    async with world.sessions() as session:
        newest = (await recall.rounds(session, SLUG, None))[0][0]
        view = await recall.round_view(session, newest, None)
    assert view is not None
    assert view.before is not None
    assert (view.event.number, view.before.number) == (3, 2)
    assert view.parties == PRESET.party_names


async def test_reports_of_two_feeds_bear_each_other_out(world: World) -> None:
    await world.tell("Gazette", met())
    await world.tell("Herald", met())
    ((_, event),) = await world.rounds()
    assert event.corroboration is Corroboration.INDEPENDENT


async def test_a_list_of_events_costs_as_many_queries_as_one(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    world = World(sqlite_sessions, clock)
    await world.feed("Gazette")
    statements: list[str] = []
    engine = sqlite_sessions.kw["bind"].sync_engine
    listen = (engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    costs = []
    for day in (3, 10, 17, 24):
        published = datetime(2025, 7, day, tzinfo=UTC)
        await world.tell(
            "Gazette", met(window=on(day)), hit(2, window=on(day)), published=published
        )
        statements.clear()
        event.listen(*listen)
        assert len(await world.rounds()) == len(await world.strikes())
        event.remove(*listen)
        costs.append(len(statements))
    assert costs == costs[:1] * 4


async def test_nothing_known_is_no_event(world: World) -> None:
    async with world.sessions() as session:
        assert await recall.round_event(session, 99, None) is None
        assert await recall.deadline_thread(session, 99, None, NOON) is None
        assert await recall.strike_event(session, 99, None) is None
        assert await recall.rounds(session, "no-such-war", None) == []
        view = await recall.board(session, SLUG, HOME, NOON, "UTC")
    assert (view.deadlines, view.last_round, view.strikes) == ((), None, ())


async def test_all_mentions_are_grouped_once(world: World) -> None:
    await world.tell("Gazette", met(), hit(2), hit(3, window=night(22)))
    assert await group_mentions(world.sessions, world.clock) == 0
    async with world.sessions() as session:
        from sqlalchemy import func, select

        waiting = select(func.count()).where(Mention.grouped_at.is_(None))
        assert (await session.scalars(waiting)).one() == 0
        assert (await session.scalars(select(func.count(Strike.id)))).one() == 2
