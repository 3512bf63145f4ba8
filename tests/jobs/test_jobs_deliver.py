"""Delivery: nothing owed is lost and nothing is posted twice, whatever breaks and whenever.

The channel here is a few lines of memory that can lose an answer at any point; the same job against
a real socket is tested in tests/bot.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.columns import Base
from db.engine import Sessions, create_engine
from db.engine import sessions as make_sessions
from db.models import Conflict, Follow, Guild, Post
from db.outbox import Owed, owe, ref_of
from db.views import NoticeView, View
from jobs.clock import SetClock
from jobs.deliver import deliver, recover
from jobs.poster import ChannelShut, Refused, Rendered, Stopped, TryLater, Unsure, Vanished

NOW = datetime(2025, 7, 25, 12, tzinfo=UTC)


class Killed(BaseException):
    """The process ends here."""


@dataclass
class Channel:
    """A channel in memory whose answers follow a script: one word a call, then all goes well."""

    script: list[str] = field(default_factory=list)
    messages: dict[int, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    pins: set[int] = field(default_factory=set)
    ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1000))

    def render(self, view: View, ref: str) -> Rendered:
        assert isinstance(view, NoticeView)
        return Rendered(content=f"{ref} {view.text}", fingerprint=f"{ref} {view.text}")

    def _fate(self) -> str:
        return self.script.pop(0) if self.script else "ok"

    def _before(self, fate: str) -> None:
        if fate == "lost":
            raise Unsure("connection lost")
        if fate == "killed":
            raise Killed
        if fate == "later":
            raise TryLater("slow down", timedelta(seconds=5))
        if fate == "shut":
            raise ChannelShut("give Parley Send Messages here")
        if fate == "refused":
            raise Refused("embed too long")
        if fate == "stopped":
            raise Stopped("token refused")

    def _after(self, fate: str) -> None:
        if fate == "written, answer lost":
            raise Unsure("connection lost")
        if fate == "written, killed":
            raise Killed

    async def send(
        self, channel_id: int, message: Rendered, nonce: str, role_id: int | None = None
    ) -> int:
        fate = self._fate()
        self._before(fate)
        number = next(self.ids)
        self.messages[number] = message.content
        self.order.append(message.content)
        self._after(fate)
        return number

    async def edit(self, channel_id: int, message_id: int, message: Rendered) -> None:
        fate = self._fate()
        self._before(fate)
        if message_id not in self.messages:
            raise Vanished("deleted by someone")
        self.messages[message_id] = message.content
        self._after(fate)

    async def pin(self, channel_id: int, message_id: int) -> None:
        self.pins.add(message_id)

    async def find(self, channel_id: int, ref: str, since: datetime) -> int | None:
        self._before(self._fate())
        found = [number for number, text in self.messages.items() if text.startswith(ref)]
        return found[0] if found else None


async def _outbox(sessions: Sessions, texts: Sequence[str], channel: int = 70) -> None:
    async with sessions.begin() as session:
        if await session.get(Guild, 7) is None:
            session.add_all(
                [Conflict(id=1, slug="russia-ukraine", name="C"), Guild(id=7, joined_at=NOW)]
            )
            await session.flush()
        follow = Follow(guild_id=7, channel_id=channel, conflict_id=1, since=NOW)
        session.add(follow)
        await session.flush()
        owed = [
            Owed(f"notice:{n}", "notice", NOW, details={"title": "t", "text": text})
            for n, text in enumerate(texts)
        ]
        await owe(session, follow, owed, NOW)


async def _posts(sessions: Sessions) -> list[Post]:
    async with sessions() as session:
        return list(await session.scalars(select(Post).order_by(Post.id)))


async def _run(sessions: Sessions, clock: SetClock, channel: Channel, turns: int = 40) -> None:
    """The job as the schedule runs it, the process started anew whenever it was killed."""
    await recover(sessions)
    for _ in range(turns):
        try:
            await deliver(sessions, clock, channel)
        except Killed:
            await recover(sessions)
        except Stopped:
            pass
        clock.now += timedelta(minutes=11)


FATES = st.sampled_from(
    ["ok", "lost", "killed", "later", "written, answer lost", "written, killed", "stopped"]
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(script=st.lists(FATES, max_size=12), count=st.integers(1, 4))
async def test_every_post_stands_exactly_once_whatever_breaks(
    tmp_path_factory: pytest.TempPathFactory, script: list[str], count: int
) -> None:
    folder: Path = tmp_path_factory.mktemp("db")
    engine = create_engine(f"sqlite:///{folder}/p.sqlite3")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    sessions = make_sessions(engine)
    try:
        await _outbox(sessions, [f"text {n}" for n in range(count)])
        channel = Channel(list(script))
        await _run(sessions, SetClock(NOW), channel)
        posts = await _posts(sessions)
        assert [post.state for post in posts] == ["sent"] * count
        assert channel.order == [f"{ref_of(post.id)} text {n}" for n, post in enumerate(posts)]
        assert [post.message_id for post in posts] == list(channel.messages)
    finally:
        await engine.dispose()


async def test_a_shut_channel_pauses_its_follow_and_starves_no_other(
    sessions: Sessions, clock: SetClock
) -> None:
    clock.now = NOW
    await _outbox(sessions, ["a", "b"], channel=70)
    await _outbox(sessions, ["c"], channel=71)
    channel = Channel(["shut"])
    done = await deliver(sessions, clock, channel)
    assert (done.sent, done.failed) == (1, 1)
    async with sessions() as session:
        shut, open_ = await session.scalars(select(Follow).order_by(Follow.id))
    assert shut.paused_reason == "give Parley Send Messages here"
    assert open_.paused_at is None
    await _run(sessions, clock, channel)
    assert len(channel.messages) == 1
    async with sessions.begin() as session:
        (await session.get_one(Follow, shut.id)).paused_at = None
    await _run(sessions, clock, channel)
    assert sorted(text[7:] for text in channel.messages.values()) == ["a", "b", "c"]


async def test_a_refused_post_is_set_aside_and_the_next_goes_out(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    clock.now = NOW
    await _outbox(sqlite_sessions, ["bad", "good"])
    channel = Channel(["refused"])
    await _run(sqlite_sessions, clock, channel)
    bad, good = await _posts(sqlite_sessions)
    assert (bad.state, bad.error) == ("dead", "embed too long")
    assert good.state == "sent"


async def _change(sessions: Sessions, text: str) -> None:
    async with sessions.begin() as session:
        post = (await session.scalars(select(Post))).one()
        post.details = {**post.details, "text": text}
        post.state = "stale"


async def test_a_changed_card_is_edited_and_an_unchanged_one_costs_nothing(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    clock.now = NOW
    await _outbox(sqlite_sessions, ["450 launched"])
    channel = Channel()
    await _run(sqlite_sessions, clock, channel, 1)
    await _change(sqlite_sessions, "450 launched")
    assert not await deliver(sqlite_sessions, clock, channel)
    await _change(sqlite_sessions, "426 drones, 24 missiles")
    assert (await deliver(sqlite_sessions, clock, channel)).edited == 1
    assert [text[7:] for text in channel.messages.values()] == ["426 drones, 24 missiles"]


async def test_a_message_that_someone_deleted_is_not_posted_again(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    clock.now = NOW
    await _outbox(sqlite_sessions, ["one"])
    channel = Channel()
    await _run(sqlite_sessions, clock, channel, 1)
    channel.messages.clear()
    await _change(sqlite_sessions, "two")
    await _run(sqlite_sessions, clock, channel)
    (post,) = await _posts(sqlite_sessions)
    assert (channel.messages, post.state, post.message_id) == ({}, "sent", None)


async def test_an_edit_that_must_wait_starves_no_new_post(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    clock.now = NOW
    await _outbox(sqlite_sessions, ["old"])
    channel = Channel()
    await _run(sqlite_sessions, clock, channel, 1)
    await _change(sqlite_sessions, "old, corrected")
    async with sqlite_sessions.begin() as session:
        follow = (await session.scalars(select(Follow))).one()
        details = {"title": "t", "text": "new"}
        await owe(session, follow, [Owed("notice:n", "notice", clock.now, details=details)], NOW)
    channel.script = ["later"]
    done = await deliver(sqlite_sessions, clock, channel)
    assert (done.sent, done.failed) == (1, 1)
    await _run(sqlite_sessions, clock, channel, 2)
    assert [text[7:] for text in channel.messages.values()] == ["old, corrected", "new"]


class Overtaken(Channel):
    """A channel during whose first send the facts change, as a job does it."""

    def __init__(self, sessions: Sessions, clock: SetClock) -> None:
        super().__init__()
        self.sessions, self.clock = sessions, clock

    async def send(
        self, channel_id: int, message: Rendered, nonce: str, role_id: int | None = None
    ) -> int:
        number = await super().send(channel_id, message, nonce, role_id)
        async with self.sessions.begin() as session:
            post = (await session.scalars(select(Post))).one()
            assert post.state == "sending"
            post.details = {**post.details, "text": "v2"}
            post.due_at = self.clock.now + timedelta(milliseconds=1)
        return number


async def test_a_correction_that_comes_during_a_send_is_shown(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    clock.now = NOW
    await _outbox(sqlite_sessions, ["v1"])
    channel = Overtaken(sqlite_sessions, clock)
    await _run(sqlite_sessions, clock, channel, 2)
    assert [text[7:] for text in channel.messages.values()] == ["v2"]


async def test_a_message_found_after_a_lost_answer_is_brought_up_to_date(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    clock.now = NOW
    await _outbox(sqlite_sessions, ["v1"])
    channel = Channel(["written, answer lost"])
    await _run(sqlite_sessions, clock, channel, 1)
    async with sqlite_sessions.begin() as session:
        post = (await session.scalars(select(Post))).one()
        post.details = {**post.details, "text": "v2"}
    await _run(sqlite_sessions, clock, channel, 2)
    assert [text[7:] for text in channel.messages.values()] == ["v2"]
    assert len(channel.order) == 1


async def test_a_fault_of_our_own_in_one_post_spares_the_others(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    clock.now = NOW
    await _outbox(sqlite_sessions, ["bad", "good"])
    async with sqlite_sessions.begin() as session:
        bad = (await session.scalars(select(Post).order_by(Post.id))).first()
        assert bad is not None
        bad.details = {}
    channel = Channel()
    await _run(sqlite_sessions, clock, channel, 12)
    assert [text[7:] for text in channel.messages.values()] == ["good"]
    assert [post.state for post in await _posts(sqlite_sessions)] == ["dead", "sent"]


async def test_what_is_too_late_is_dropped_not_sent(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    clock.now = NOW
    await _outbox(sqlite_sessions, ["3 days left"])
    async with sqlite_sessions.begin() as session:
        (await session.scalars(select(Post))).one().not_after = NOW + timedelta(hours=1)
    clock.now = NOW + timedelta(hours=2)
    channel = Channel()
    await _run(sqlite_sessions, clock, channel)
    (post,) = await _posts(sqlite_sessions)
    assert (post.state, channel.messages) == ("dropped", {})


@pytest.mark.parametrize("fate", ["lost", "written, answer lost"])
async def test_what_is_too_late_after_a_lost_answer_is_found_or_dropped_not_sent(
    sqlite_sessions: Sessions, clock: SetClock, fate: str
) -> None:
    clock.now = NOW
    await _outbox(sqlite_sessions, ["3 days left"])
    async with sqlite_sessions.begin() as session:
        (await session.scalars(select(Post))).one().not_after = NOW + timedelta(hours=1)
    channel = Channel([fate])
    await _run(sqlite_sessions, clock, channel, 1)
    clock.now = NOW + timedelta(hours=2)
    await _run(sqlite_sessions, clock, channel)
    (post,) = await _posts(sqlite_sessions)
    stands = fate != "lost"
    assert (post.state, len(channel.order)) == ("sent" if stands else "dropped", int(stands))
