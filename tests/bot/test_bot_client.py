"""What the bot remembers of servers, when it sends its commands, how it tells of errors."""

import asyncio
from typing import Any

import pytest
from conftest import running
from sqlalchemy import select

import bot.endpoint
from bot import tree
from bot.client import ParleyBot
from bot.commands import status as status_module
from db import recall
from db.engine import Sessions
from db.models import Conflict, Follow, Guild, Note
from jobs.clock import SetClock
from reading.preset import Preset
from sandbox.permissions import Permission
from sandbox.server import SandboxDiscord


def syncs(local: SandboxDiscord) -> int:
    return sum(r.method == "PUT" and r.path.endswith("/commands") for r in local.requests)


async def guild_row(memory: Sessions, guild_id: int) -> Guild | None:
    async with memory() as session:
        return await session.get(Guild, guild_id)


async def test_commands_are_sent_only_when_they_changed(
    local: SandboxDiscord,
    memory: Sessions,
    now: SetClock,
    preset: Preset,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clients = [ParleyBot(memory, now, (preset,)) for _ in range(3)]
    monkeypatch.setattr("bot.client.is_real_discord", lambda: True)
    for client in clients[:2]:
        async with running(local, client):
            key = f"commands:{client.application_id}"
        assert syncs(local) == 1
    async with memory.begin() as session:
        note = await session.get_one(Note, key)
        note.value = "what an older version had"
    async with running(local, clients[2]):
        assert syncs(local) == 2


async def test_a_refused_sync_does_not_stop_the_bot(
    local: SandboxDiscord, memory: Sessions, now: SetClock, preset: Preset
) -> None:
    local.fail("PUT", "/commands$", status=400, code=30034)
    async with running(local, ParleyBot(memory, now, (preset,))) as client:
        assert client.is_ready()
    async with memory() as session:
        assert await session.get(Note, f"commands:{client.application_id}") is None


async def test_jobs_start_before_the_gateway_and_stop_with_the_bot(
    local: SandboxDiscord, memory: Sessions, now: SetClock, preset: Preset
) -> None:
    done: list[str] = []

    async def start() -> None:
        done.append("ready" if client.is_ready() else "started before ready")
        client.on_close(lambda: done.append("stopped"))

    client = ParleyBot(memory, now, (preset,), on_setup=start)
    async with running(local, client):
        pass
    assert done == ["started before ready", "stopped"]


async def test_servers_are_remembered_when_they_come_and_go(
    local: SandboxDiscord, bot: ParleyBot, memory: Sessions, now: SetClock
) -> None:
    guild_id = local.world.guild.id

    async def left() -> Any:
        row = await guild_row(memory, guild_id)
        assert row is not None
        return row.left_at

    await until(local, lambda: guild_row(memory, guild_id))
    assert await left() is None
    local.world.kick_bot()
    await until(local, left)
    assert await left() == now()
    local.world.invite_bot()
    await until(local, lambda: negated(left()))
    further = local.world.add_guild("Another")
    await until(local, lambda: guild_row(memory, further.id))


async def negated(value: Any) -> bool:
    return not await value


async def until(local: SandboxDiscord, asked: Any) -> None:
    """Ask again after each round trip with the bot, so that no time is slept away."""
    for _ in range(50):
        if await asked():
            return
        await bot_round_trip(local)
    raise AssertionError("it did not happen")


async def bot_round_trip(local: SandboxDiscord) -> None:
    await asyncio.sleep(0.01)


async def test_a_server_that_left_meanwhile_is_noted(
    local: SandboxDiscord, memory: Sessions, now: SetClock, preset: Preset
) -> None:
    async with memory.begin() as session:
        session.add(Guild(id=4242, name="Gone", joined_at=now()))
    async with running(local, ParleyBot(memory, now, (preset,))):

        async def left() -> Any:
            row = await guild_row(memory, 4242)
            return row is not None and row.left_at

        await until(local, left)


async def follow_paused(memory: Sessions, local: SandboxDiscord, now: SetClock, name: str) -> int:
    place = local.world.channel(name)
    async with memory.begin() as session:
        conflict = (await session.scalars(select(Conflict))).one()
        if await session.get(Guild, place.guild_id) is None:
            session.add(Guild(id=place.guild_id, name="x", joined_at=now()))
            await session.flush()
        follow = Follow(
            guild_id=place.guild_id,
            channel_id=place.id,
            conflict_id=conflict.id,
            since=now(),
            paused_at=now(),
            paused_reason="Parley may not post there.",
        )
        session.add(follow)
        await session.flush()
        return follow.id


async def test_a_paused_channel_is_taken_up_once_it_may_be_posted_to(
    local: SandboxDiscord, bot: ParleyBot, memory: Sessions, now: SetClock
) -> None:
    follow_id = await follow_paused(memory, local, now, "lounge")

    async def resumed() -> bool:
        async with memory() as session:
            return (await session.get_one(Follow, follow_id)).paused_at is None

    local.world.overwrite("lounge", "bot", deny=Permission.EMBED_LINKS)
    await bot_round_trip(local)
    assert not await resumed()
    local.world.overwrite("lounge", "bot")
    await until(local, resumed)


async def test_a_deleted_channel_is_paused_with_what_to_do(
    local: SandboxDiscord, bot: ParleyBot, memory: Sessions, now: SetClock
) -> None:
    follow_id = await follow_paused(memory, local, now, "deadlines")

    async def told() -> bool:
        async with memory() as session:
            return "deleted" in str((await session.get_one(Follow, follow_id)).paused_reason)

    local.world.delete_channel("deadlines")
    await until(local, told)


# Errors


async def test_an_error_of_ours_is_answered_with_a_reference_that_is_logged(
    local: SandboxDiscord, bot: ParleyBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[dict[str, Any]] = []
    monkeypatch.setattr(tree.log, "error", lambda *_, **values: logged.append(values))

    async def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr(recall, "board", broken)
    assert status_module is not None
    answer = await local.invoke("status", user="member")
    said = answer.message.payload()
    assert said["flags"] & 64
    await until(local, lambda: asyncio.sleep(0, logged))
    assert logged[0]["reference"] in said["content"]
    assert logged[0]["command"] == "status"
    assert "ZeroDivisionError: a fault of ours" in logged[0]["trace"]
    assert "fault of ours" not in said["content"]


async def test_a_button_that_fails_answers_too(
    local: SandboxDiscord, bot: ParleyBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    place = local.world.channel("conflict-desk")
    monkeypatch.setattr("bot.panels.find_subject", broken)
    from bot.poster import DiscordPoster
    from jobs.poster import Rendered

    card = Rendered("x", None, (("Sources", "parley:why:K7F2QX"),))
    posted = await DiscordPoster(bot).send(place.id, card, "n")
    answer = await local.press(posted, "parley:why:K7F2QX")
    assert "reference" in answer.message.payload()["content"]


async def test_an_answer_that_comes_too_late_is_only_logged(
    local: SandboxDiscord, bot: ParleyBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[str] = []
    monkeypatch.setattr(tree.log, "warning", lambda event, **_: logged.append(event))
    local.fail("POST", "/callback$", status=404, code=10062)
    monkeypatch.setattr(local.interactions, "answer_seconds", 0.5)
    await local.invoke("about")
    assert logged == ["answered too late"]


def test_the_endpoint_is_the_real_one_outside_a_local_discord() -> None:
    assert bot.endpoint.is_real_discord()
    with bot.endpoint.speaking_to("http://127.0.0.1:1/api/v10", "ws://127.0.0.1:1/"):
        assert not bot.endpoint.is_real_discord()
    assert bot.endpoint.is_real_discord()
