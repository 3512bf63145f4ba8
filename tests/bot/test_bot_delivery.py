"""From an owed post to a channel, with the real jobs, the real discord.py and its mishaps."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.poster import DiscordPoster
from db import recall
from db.engine import Sessions
from db.models import Follow, Post
from db.outbox import Owed, owe
from jobs.clock import SetClock
from jobs.deliver import deliver
from sandbox.permissions import Permission
from sandbox.server import SandboxDiscord

SEND = r"/channels/\d+/messages$"


@pytest.fixture
async def owed(
    local: SandboxDiscord, poster: DiscordPoster, memory: Sessions, now: SetClock
) -> int:
    """An admin's follow and the card of the third round owed to it."""
    await local.invoke("follow add", {"conflict": "russia-ukraine"})
    async with memory.begin() as session:
        follow = (await session.scalars(select(Follow))).one()
        rounds = await recall.rounds(session, "russia-ukraine", None)
        third = next(i for i, r in rounds if r.number == 3 and r.track == "russia-ukraine")
        details = {"phase": "ended"}
        card = Owed("round", "round", now(), third, None, details)
        await owe(session, follow, [card], now())
        return (await session.scalars(select(Post.id))).one()


async def state(memory: Sessions) -> tuple[str, str | None]:
    async with memory() as session:
        post = (await session.scalars(select(Post))).one()
        return post.state, post.error


def cards(local: SandboxDiscord) -> int:
    return len(local.messages("conflict-desk"))


async def test_an_owed_card_arrives(
    local: SandboxDiscord, memory: Sessions, now: SetClock, poster: DiscordPoster, owed: int
) -> None:
    await deliver(memory, now, poster)
    assert cards(local) == 1
    assert await state(memory) == ("sent", None)
    await deliver(memory, now, poster)
    assert cards(local) == 1


@pytest.mark.parametrize("arrived", [True, False])
async def test_a_lost_answer_leads_to_one_post_whether_it_had_arrived_or_not(
    local: SandboxDiscord,
    memory: Sessions,
    now: SetClock,
    poster: DiscordPoster,
    owed: int,
    arrived: bool,
) -> None:
    # The sandbox dates messages by the wall, so the attempt has to be made now as well.
    now.now = local.world.clock()
    local.fail("POST", SEND, cut=True, after_write=arrived)
    await deliver(memory, now, poster)
    assert (await state(memory))[0] == "unsure"
    assert cards(local) == int(arrived)
    # Long after: Discord no longer drops a second message of the same nonce.
    for message in local.messages("conflict-desk"):
        message.nonce = None
    now.now += timedelta(hours=1)
    await deliver(memory, now, poster)
    # What stands there may be an older wording: a message that was found is edited once more.
    await deliver(memory, now, poster)
    assert await state(memory) == ("sent", None)
    assert cards(local) == 1


async def test_a_shut_channel_pauses_its_follow_and_opens_again_by_itself(
    local: SandboxDiscord, memory: Sessions, now: SetClock, poster: DiscordPoster, owed: int
) -> None:
    local.world.overwrite("conflict-desk", "bot", deny=Permission.SEND_MESSAGES)
    await local.invoke("about", channel="deadlines")
    await deliver(memory, now, poster)
    assert cards(local) == 0
    async with memory() as session:
        follow = (await session.scalars(select(Follow))).one()
    assert "Send Messages" in str(follow.paused_reason)
    local.world.overwrite("conflict-desk", "bot")
    await local.invoke("follow test")
    now.now += timedelta(minutes=1)
    await deliver(memory, now, poster)
    assert cards(local) == 1


async def test_a_lost_answer_waits_where_the_history_cannot_be_read(
    local: SandboxDiscord, memory: Sessions, now: SetClock, poster: DiscordPoster, owed: int
) -> None:
    now.now = local.world.clock()
    local.fail("POST", SEND, cut=True, after_write=True)
    await deliver(memory, now, poster)
    for message in local.messages("conflict-desk"):
        message.nonce = None
    local.world.overwrite("conflict-desk", "bot", deny=Permission.READ_MESSAGE_HISTORY)
    await local.invoke("about", channel="deadlines")
    now.now += timedelta(hours=1)
    await deliver(memory, now, poster)
    assert cards(local) == 1, "an empty answer is no proof that nothing was posted"
    async with memory() as session:
        follow = (await session.scalars(select(Follow))).one()
    assert "Read Message History" in str(follow.paused_reason)
    local.world.overwrite("conflict-desk", "bot")
    await local.invoke("follow test")
    now.now += timedelta(minutes=1)
    await deliver(memory, now, poster)
    await deliver(memory, now, poster)
    assert (await state(memory))[0] == "sent"
    assert cards(local) == 1
