"""Events that turn out to be one: their posts follow, none is owed twice, none stays frozen."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from db.engine import Sessions
from db.grouped import Regrouped, save_groups
from db.mentions import DEADLINE, KINDS, ROUND, STRIKE, EventKind, load_mentions
from db.models import Article, Conflict, Entry, Feed, Follow, Guild, Outlet, Post, Round
from db.outbox import Owed, owe
from db.reports import Fact, Told, ensure_conflicts, store_reports
from db.views import DigestView
from jobs.announce import announce
from jobs.clock import SetClock
from jobs.group import group_mentions
from jobs.show import view_of
from reading.facts import DeadlineOp, DeadlineStatement, RoundStatus, Strike, Talks, Window
from reading.preset import bundled_presets
from reading.sides import bundled_sides

SLUG = "russia-ukraine"
PRESET = bundled_presets()[SLUG]
A, B = PRESET.party_names[:2]
NOW = datetime(2025, 7, 25, 12, tzinfo=UTC)


def day(number: int) -> Window:
    return Window(date(2025, 7, number), date(2025, 7, number))


async def a_follow(sessions: Sessions) -> int:
    async with sessions.begin() as session:
        conflict = (await ensure_conflicts(session, [PRESET]))[SLUG]
        session.add(Guild(id=7, joined_at=NOW))
        session.add(Feed(url="https://feed.example", is_default=True, added_at=NOW))
        await session.flush()
        follow = Follow(
            guild_id=7, channel_id=8, conflict_id=conflict, since=NOW - timedelta(days=30)
        )
        session.add(follow)
        await session.flush()
        return follow.id


async def put(sessions: Sessions, name: str, fact: Fact) -> None:
    """A fresh report of this fact by that outlet."""
    at = NOW - timedelta(hours=1)
    async with sessions.begin() as session:
        conflict = (await session.scalars(select(Conflict.id))).one()
        feed = (await session.scalars(select(Feed.id))).one()
        outlet = Outlet(key=name, name=name)
        session.add(outlet)
        await session.flush()
        row = Article(
            url_key=name, outlet_id=outlet.id, url="https://a.example", title="T", text="",
            published=at, first_seen=at, content_hash="", read_at=at,
        )  # fmt: skip
        session.add(row)
        await session.flush()
        session.add(
            Entry(
                feed_id=feed,
                key=name,
                url="https://a.example",
                title="T",
                text="",
                published=at,
                first_seen=at,
                article_id=row.id,
            )
        )
        await store_reports(session, [Told(row.id, conflict, at, name, (), (fact,))], at)


async def merge(sessions: Sessions, clock: SetClock, kind: EventKind) -> None:
    """Group all mentions of that kind as one event, as later evidence makes the rules do."""
    async with sessions.begin() as session:
        conflict = (await session.scalars(select(Conflict.id))).one()
        everything = await load_mentions(session, kind)
        found = Regrouped(kind, conflict, everything, [everything])
        await save_groups(session, found, bundled_sides(SLUG), clock())


async def posts(sessions: Sessions, **wanted: Any) -> dict[str, Post]:
    async with sessions() as session:
        rows = await session.scalars(select(Post).filter_by(**wanted).order_by(Post.id))
        return {row.key: row for row in rows}


async def sent(sessions: Sessions, *keys: str) -> None:
    async with sessions.begin() as session:
        for number, row in enumerate(
            await session.scalars(select(Post).where(Post.key.in_(keys)).order_by(Post.id))
        ):
            row.state, row.sent_at, row.message_id = "sent", NOW, 100 + number


async def two_rounds(sessions: Sessions, clock: SetClock) -> None:
    """Round 2 has two reports, round 1 one: it will be round 2 that stays."""
    await put(sessions, "one", Talks(RoundStatus.ENDED, SLUG, 4, day(22), "Istanbul"))
    await group_mentions(sessions, clock)
    for name in ("two", "three"):
        await put(sessions, name, Talks(RoundStatus.ENDED, SLUG, 5, day(24), "Geneva"))
    await group_mentions(sessions, clock)


async def test_a_sent_card_follows_its_round_and_no_second_is_owed(
    sessions: Sessions, clock: SetClock
) -> None:
    await a_follow(sessions)
    await put(sessions, "one", Talks(RoundStatus.ENDED, SLUG, 4, day(22), "Istanbul"))
    await group_mentions(sessions, clock)
    await announce(sessions, clock)
    await sent(sessions, "round:1:ended")
    for name in ("two", "three"):
        await put(sessions, name, Talks(RoundStatus.ENDED, SLUG, 5, day(24), "Geneva"))
    await group_mentions(sessions, clock)
    clock.now += timedelta(minutes=1)
    await merge(sessions, clock, ROUND)
    async with sessions() as session:
        assert (await session.get_one(Round, 1)).merged_into == 2
    assert await announce(sessions, clock) == 0
    found = await posts(sessions)
    assert list(found) == ["round:2:ended"]
    assert (found["round:2:ended"].subject_id, found["round:2:ended"].state) == (2, "stale")


async def test_two_sent_cards_are_both_kept_up_to_date(sessions: Sessions, clock: SetClock) -> None:
    await a_follow(sessions)
    await two_rounds(sessions, clock)
    await announce(sessions, clock)
    await sent(sessions, "round:1:ended", "round:2:ended")
    clock.now += timedelta(minutes=1)
    await merge(sessions, clock, ROUND)
    await announce(sessions, clock)
    found = await posts(sessions, subject_id=2)
    assert {key: post.state for key, post in found.items()} == {
        "round:1:ended": "stale",
        "round:2:ended": "stale",
    }


async def test_of_two_cards_that_wait_one_is_sent(sessions: Sessions, clock: SetClock) -> None:
    await a_follow(sessions)
    await two_rounds(sessions, clock)
    await announce(sessions, clock)
    await merge(sessions, clock, ROUND)
    states = {key: post.state for key, post in (await posts(sessions)).items()}
    assert states == {"round:1:ended": "dropped", "round:2:ended": "owed"}


async def test_a_card_that_waits_yields_to_one_that_was_sent(
    sessions: Sessions, clock: SetClock
) -> None:
    await a_follow(sessions)
    await two_rounds(sessions, clock)
    await announce(sessions, clock)
    await sent(sessions, "round:1:ended")
    await merge(sessions, clock, ROUND)
    states = {key: post.state for key, post in (await posts(sessions)).items()}
    assert states == {"round:1:ended": "sent", "round:2:ended": "dropped"}


async def test_countdowns_follow_their_deadline(sessions: Sessions, clock: SetClock) -> None:
    follow_id = await a_follow(sessions)
    said = date(2025, 7, 24)
    for name, due in (("one", 28), ("two", 30)):
        fact = DeadlineStatement(DeadlineOp.ISSUE, f"Speaker {name}", (A,), said, day(due))
        await put(sessions, name, fact)
        await group_mentions(sessions, clock)
    async with sessions.begin() as session:
        follow = await session.get_one(Follow, follow_id)
        owed = [
            Owed("deadline:2:issue:x", "deadline", NOW, 2),
            Owed("deadline:2:3 days:2025-07-30", "countdown", NOW, 2),
        ]
        await owe(session, follow, owed, NOW)
    await merge(sessions, clock, DEADLINE)
    found = await posts(sessions)
    assert {key: post.subject_id for key, post in found.items()} == {
        "deadline:1:issue:x": 1,
        "deadline:1:3 days:2025-07-30": 1,
    }


async def test_a_digest_lists_two_strikes_that_became_one_once(
    sessions: Sessions, clock: SetClock
) -> None:
    follow_id = await a_follow(sessions)
    for name, struck in (("one", 20), ("two", 24)):
        await put(sessions, name, Strike(A, B, day(struck)))
        await group_mentions(sessions, clock)
    async with sessions.begin() as session:
        follow = await session.get_one(Follow, follow_id)
        details = {"start": NOW.isoformat(), "end": NOW.isoformat(), "strikes": [1, 2]}
        await owe(session, follow, [Owed("digest:x", "digest", NOW, details=details)], NOW)

    async def listed() -> list[int]:
        async with sessions() as session:
            post = (await session.scalars(select(Post))).one()
            await session.refresh(post, ["follow"])
            view = await view_of(session, post, NOW)
        assert isinstance(view, DigestView)
        return [number for number, _ in view.strikes]

    assert await listed() == [1, 2]
    await merge(sessions, clock, KINDS[STRIKE.name])
    assert await listed() == [1]
    assert [post.details["strikes"] for post in (await posts(sessions)).values()] == [[1]]
