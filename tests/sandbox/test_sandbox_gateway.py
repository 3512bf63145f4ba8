"""Login, events and what happens when the socket breaks."""

import aiohttp
import discord
import pytest
from tiny_bot import TinyBot, running, until

from sandbox.errors import SandboxError
from sandbox.permissions import Permission
from sandbox.server import SandboxDiscord

pytestmark = pytest.mark.usefixtures("pointed")


async def test_the_bot_finds_one_server_with_its_channels_and_only_itself_as_member(
    bot: TinyBot,
) -> None:
    (guild,) = bot.guilds
    assert guild.name == "Parley sandbox"
    assert [c.name for c in guild.channels][:2] == ["conflict-desk", "deadlines"]
    assert guild.me.guild_permissions.pin_messages
    assert len(guild.members) == 1
    assert guild.member_count == 3


async def test_a_wrong_token_is_refused_at_login(discord_server: SandboxDiscord) -> None:
    client = TinyBot()
    with pytest.raises(discord.LoginFailure):
        await client.start("wrong")
    await client.close()


async def test_a_wrong_token_on_the_socket_closes_it_with_4004(
    discord_server: SandboxDiscord,
) -> None:
    address = discord_server.gateway_url
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        hello = await socket.receive_json()
        assert hello["op"] == 10
        await socket.send_json({"op": 2, "d": {"token": "wrong", "intents": 1}})
        assert (await socket.receive()).type is aiohttp.WSMsgType.CLOSE
        assert socket.close_code == 4004


async def test_a_session_that_was_forgotten_cannot_be_resumed(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    (old,) = discord_server.gateway.sessions
    await bot.close()
    await discord_server.gateway.drop(forget=True)
    address = discord_server.gateway_url
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        await socket.receive_json()
        resume = {"token": discord_server.token, "session_id": old, "seq": 1}
        await socket.send_json({"op": 6, "d": resume})
        assert await socket.receive_json() == {"op": 9, "d": False}


async def test_intents_that_nobody_switched_on_close_the_socket_with_4014(
    discord_server: SandboxDiscord,
) -> None:
    client = TinyBot(discord.Intents(guilds=True, members=True))
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await client.start(discord_server.token)
    await client.close()


@pytest.mark.parametrize("how", ["drop", "ask_to_reconnect"])
async def test_a_lost_socket_resumes_and_gets_what_it_missed(
    bot: TinyBot, discord_server: SandboxDiscord, how: str
) -> None:
    gateway = discord_server.gateway
    await getattr(gateway, how)()
    await discord_server.wait_for(lambda: not gateway.connected)
    discord_server.world.overwrite("deadlines", "bot", deny=Permission.SEND_MESSAGES)
    await discord_server.wait_for(lambda: gateway.connected, 15)
    await until(lambda: "resumed" in bot.seen)
    channel = bot.text("deadlines")
    assert not channel.permissions_for(channel.guild.me).send_messages
    assert len(discord_server.gateway.sessions) == 1


async def test_message_events_come_only_with_their_intent(discord_server: SandboxDiscord) -> None:
    heard: list[str] = []

    class Listener(TinyBot):
        async def on_message(self, message: discord.Message) -> None:
            heard.append(f"{message.author.name}: {message.content}")

    intents = discord.Intents(guilds=True, guild_messages=True)
    async with running(discord_server, Listener(intents)) as client:
        await client.text("conflict-desk").send("mine")
        discord_server.world.say("conflict-desk", "secret", user="member")
        await until(lambda: len(heard) == 2)
    assert heard == ["parley: mine", "plim: "]


async def test_the_bot_hears_that_it_was_kicked_and_loses_access(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    channel = bot.text("conflict-desk")
    discord_server.world.kick_bot()
    await until(lambda: bot.seen)
    assert bot.seen == ["removed from Parley sandbox"]
    with pytest.raises(discord.Forbidden) as refused:
        await channel.send("still here?")
    assert refused.value.code == 50001
    with pytest.raises(SandboxError, match="Parley is not in this server"):
        await discord_server.invoke("status")
    discord_server.world.invite_bot()
    await until(lambda: bot.guilds)
    await bot.text("conflict-desk").send("back again")


async def test_a_second_server_invites_the_bot(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    discord_server.world.add_guild("Elsewhere")
    await until(lambda: len(bot.guilds) == 2)
    assert {g.name for g in bot.guilds} == {"Parley sandbox", "Elsewhere"}
    there = next(g for g in bot.guilds if g.name == "Elsewhere")
    await there.text_channels[0].send("hello")
    assert discord_server.messages("conflict-desk") == []
    assert len(discord_server.messages(there.text_channels[0].id)) == 1
