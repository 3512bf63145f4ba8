"""Messages, pins and history as discord.py sends and reads them."""

from datetime import UTC, datetime, timedelta

import discord
import pytest
from tiny_bot import TinyBot, running

from sandbox.permissions import Permission
from sandbox.server import SandboxDiscord


async def test_a_message_is_sent_edited_pinned_and_deleted(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    sent = await bot.text("conflict-desk").send("Talks", embed=discord.Embed(title="Round 3"))
    (stored,) = discord_server.messages("conflict-desk")
    assert (stored.id, stored.content, stored.edited) == (sent.id, "Talks", False)
    assert stored.embeds[0]["title"] == "Round 3"
    await sent.edit(content="Talks, ended")
    await sent.pin()
    assert stored.content == "Talks, ended"
    assert stored.edited
    assert stored.embeds
    assert discord_server.pins("conflict-desk") == [stored]
    notes = discord_server.messages("conflict-desk", notes=True)
    assert [m.kind for m in notes] == [0, 6]
    pinned = [m async for m in bot.text("conflict-desk").pins()]
    assert [m.id for m in pinned] == [sent.id]
    await sent.unpin()
    await sent.delete()
    assert discord_server.messages("conflict-desk") == []


async def test_history_runs_both_ways_and_starts_where_asked(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    channel = bot.text("conflict-desk")
    sent = [await channel.send(str(n)) for n in range(7)]
    newest = [m.content async for m in channel.history(limit=3)]
    assert newest == ["6", "5", "4"]
    after = [m.content async for m in channel.history(after=sent[4], oldest_first=True)]
    assert after == ["5", "6"]
    before = [m.content async for m in channel.history(before=sent[2])]
    assert before == ["1", "0"]
    around = [m.content async for m in channel.history(around=sent[3], limit=3)]
    assert sorted(around) == ["2", "3", "4"]
    assert (await channel.fetch_message(sent[1].id)).content == "1"


async def test_ids_and_times_follow_the_given_clock_even_if_it_stands_still() -> None:
    moment = datetime(2025, 7, 23, 18, 40, tzinfo=UTC)
    server = SandboxDiscord(clock=lambda: moment)
    made = [server.world.say("conflict-desk", str(n)) for n in range(50)]
    assert len({m.id for m in made}) == 50
    assert sorted(m.id for m in made) == [m.id for m in made]
    assert {m.created for m in made} == {moment}
    assert abs(discord.utils.snowflake_time(made[-1].id) - moment) < timedelta(milliseconds=2)


async def test_the_same_nonce_gives_the_first_message_and_a_deleted_twin_is_unknown(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    channel = bot.text("conflict-desk")
    first = await channel.send("once", nonce="p:1")
    again = await channel.send("once", nonce="p:1")
    assert again.id == first.id
    assert len(discord_server.messages("conflict-desk")) == 1
    elsewhere = await bot.text("deadlines").send("once", nonce="p:1")
    assert elsewhere.id != first.id
    discord_server.delete_message("conflict-desk", first.id)
    with pytest.raises(discord.NotFound) as refused:
        await channel.send("once", nonce="p:1")
    assert refused.value.code == 10008


DENIALS = [
    ("lounge", Permission(0), 50013, "no leave to send"),
    ("staff-room", Permission(0), 50001, "no leave to see"),
    ("conflict-desk", Permission.EMBED_LINKS, 50013, "no leave to embed"),
    ("deadlines", Permission.VIEW_CHANNEL, 50001, "hidden by an overwrite"),
]


@pytest.mark.parametrize(("channel", "deny", "code", "why"), DENIALS, ids=[d[3] for d in DENIALS])
async def test_what_is_not_allowed_is_refused(
    bot: TinyBot,
    discord_server: SandboxDiscord,
    channel: str,
    deny: Permission,
    code: int,
    why: str,
) -> None:
    if deny:
        discord_server.world.overwrite(channel, "bot", deny=deny)
    with pytest.raises(discord.Forbidden) as refused:
        await bot.text(channel).send("x", embed=discord.Embed(title="x"))
    assert refused.value.code == code
    assert discord_server.messages(channel) == []


async def test_pins_history_and_other_peoples_messages_need_their_permissions(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    channel = bot.text("conflict-desk")
    mine = await channel.send("mine")
    theirs = discord_server.world.say("conflict-desk", "theirs", user="member")
    deny = Permission.PIN_MESSAGES | Permission.READ_MESSAGE_HISTORY
    discord_server.world.overwrite("conflict-desk", "bot", deny=deny)
    with pytest.raises(discord.Forbidden):
        await mine.pin()
    assert [m async for m in channel.history()] == []
    partial = channel.get_partial_message(theirs.id)
    with pytest.raises(discord.Forbidden) as refused:
        await partial.edit(content="changed")
    assert refused.value.code == 50005
    with pytest.raises(discord.Forbidden) as refused:
        await partial.delete()
    assert refused.value.code == 50013


async def test_what_is_gone_has_its_own_code(bot: TinyBot, discord_server: SandboxDiscord) -> None:
    channel = bot.text("deadlines")
    sent = await channel.send("x")
    discord_server.delete_message("deadlines", sent.id)
    with pytest.raises(discord.NotFound) as refused:
        await sent.edit(content="y")
    assert refused.value.code == 10008
    discord_server.world.delete_channel("deadlines")
    with pytest.raises(discord.NotFound) as refused:
        await channel.send("x")
    assert refused.value.code == 10003


async def test_the_251st_pin_is_refused(bot: TinyBot, discord_server: SandboxDiscord) -> None:
    world = discord_server.world
    for n in range(250):
        world.pin(world.say("deadlines", str(n)), world.admin)
    last = await bot.text("deadlines").send("one more")
    with pytest.raises(discord.HTTPException) as refused:
        await last.pin()
    assert refused.value.code == 30003
    assert len([m async for m in bot.text("deadlines").pins(limit=None)]) == 250


async def test_role_mentions_ping_only_mentionable_roles_that_were_allowed(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    channel = bot.text("conflict-desk")
    desk = discord.utils.get(channel.guild.roles, name="Desk")
    readers = discord.utils.get(channel.guild.roles, name="Readers")
    assert desk is not None
    assert readers is not None
    text = f"{desk.mention} {readers.mention} @everyone"
    await channel.send(text, allowed_mentions=discord.AllowedMentions(roles=[desk]))
    await channel.send(text)
    await channel.send(text, allowed_mentions=discord.AllowedMentions.none())
    pinged = [m.mention_roles for m in discord_server.messages("conflict-desk")]
    assert pinged == [[desk.id], [desk.id], []]
    assert not any(m.mention_everyone for m in discord_server.messages("conflict-desk"))


async def test_announcements_are_published_once_and_files_can_be_read_back(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    channel = bot.text("announcements")
    sent = await channel.send("news", file=discord.File(__file__, "feeds.opml"))
    assert (await sent.attachments[0].read()).startswith(b'"""Messages, pins')
    await sent.publish()
    with pytest.raises(discord.HTTPException) as refused:
        await sent.publish()
    assert refused.value.code == 40033


async def test_a_thread_can_be_started_and_written_to(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    sent = await bot.text("conflict-desk").send("Round 3")
    thread = await sent.create_thread(name="Round 3, discussion")
    await thread.send("inside")
    assert [m.content for m in discord_server.messages(thread.id)] == ["inside"]


async def test_two_bots_may_follow_each_other_on_one_server(
    discord_server: SandboxDiscord, pointed: None
) -> None:
    async with running(discord_server, TinyBot()) as first:
        await first.text("conflict-desk").send("before")
    async with running(discord_server, TinyBot()) as second:
        seen = [m.content async for m in second.text("conflict-desk").history()]
    assert seen == ["before"]
