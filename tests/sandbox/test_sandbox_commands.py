"""Slash commands, buttons, selects and modals, run as a person would."""

import discord
import pytest
from tiny_bot import TinyBot, running, until

from sandbox.errors import SandboxError
from sandbox.server import SandboxDiscord

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_command_answers_in_the_channel(discord_server: SandboxDiscord) -> None:
    record = await discord_server.invoke("status", {"conflict": "north"}, user="member")
    assert record.message.content == "Status of north"
    assert not record.message.ephemeral
    assert discord_server.messages("conflict-desk") == [record.message]
    assert record.message.payload()["interaction_metadata"]["name"] == "status"


async def test_a_subcommand_answers_only_to_who_asked(
    discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    record = await discord_server.invoke("talks show", {"number": 3}, user="member")
    assert record.message.content == "Round 3"
    assert record.message.ephemeral
    assert discord_server.messages("conflict-desk") == []
    assert discord_server.messages("conflict-desk", viewer="member") == [record.message]
    assert discord_server.messages("conflict-desk", viewer="admin") == []
    with pytest.raises(discord.NotFound):
        await bot.text("conflict-desk").fetch_message(record.message.id)


async def test_a_deferred_answer_is_filled_by_the_first_follow_up(
    discord_server: SandboxDiscord,
) -> None:
    record = await discord_server.invoke("slow")
    await discord_server.wait_for(lambda: len(record.messages) == 2)
    assert [m.content for m in record.messages] == ["Here it is", "And more"]
    assert all(m.ephemeral for m in record.messages)
    assert not record.message.edited


async def test_no_answer_within_three_seconds_is_a_failure(
    discord_server: SandboxDiscord,
) -> None:
    discord_server.interactions.answer_seconds = 0.05
    record = await discord_server.invoke("mute")
    assert record.failed == "The application did not respond"
    with pytest.raises(LookupError, match="did not respond"):
        assert record.message


async def test_a_second_first_answer_is_refused(
    discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    await discord_server.invoke("twice")
    await until(lambda: bot.seen)
    assert bot.seen == ["code 40060"]
    assert [m.content for m in discord_server.messages("conflict-desk")] == ["once"]


async def test_after_fifteen_minutes_the_token_is_dead(
    discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    record = await discord_server.invoke("status")
    start = discord_server.interactions.now()
    discord_server.interactions.now = lambda: start + 15 * 60 + 1
    assert bot.user is not None
    hook = discord.Webhook.partial(bot.user.id, record.token, client=bot)
    with pytest.raises(discord.HTTPException) as refused:
        await hook.send("too late", wait=True)
    assert refused.value.code == 50027


async def test_choices_are_offered_while_one_types(discord_server: SandboxDiscord) -> None:
    choices = await discord_server.autocomplete("talks find", "words", "Ju")
    assert [c["name"] for c in choices] == ["Istanbul, 2 June", "Istanbul, 23 July"]


async def test_a_channel_option_reaches_the_bot_resolved(discord_server: SandboxDiscord) -> None:
    record = await discord_server.invoke("talks find", {"words": "x", "channel": "deadlines"})
    place = discord_server.world.channel("deadlines")
    assert record.message.content == f"x in <#{place.id}>"


async def test_commands_for_admins_are_offered_to_admins_only(
    discord_server: SandboxDiscord,
) -> None:
    record = await discord_server.invoke("settings")
    assert record.message.content == "Ada True"
    with pytest.raises(SandboxError, match="does not offer /settings"):
        await discord_server.invoke("settings", user="member")


MISTAKES = [
    ("nonsense", {}, "no command /nonsense; registered: .*talks show"),
    ("talks show", {}, "needs the option number"),
    ("talks show", {"number": 0}, "below the least that number takes"),
    ("talks show", {"number": "three"}, "does not suit the option number"),
    ("status", {"konflikt": "x"}, "has no option konflikt"),
    ("talks find", {"words": "x", "channel": "nowhere"}, "no channel 'nowhere'"),
]


@pytest.mark.parametrize(("command", "options", "message"), MISTAKES)
async def test_what_the_client_would_not_send_is_refused(
    discord_server: SandboxDiscord, command: str, options: dict[str, object], message: str
) -> None:
    with pytest.raises(SandboxError, match=message):
        await discord_server.invoke(command, options)


async def test_buttons_and_selects_work_on_ephemeral_messages(
    discord_server: SandboxDiscord,
) -> None:
    panel = (await discord_server.invoke("panel")).message
    with pytest.raises(SandboxError, match="Plim sees no message"):
        await discord_server.press(panel.id, "more", user="member")
    with pytest.raises(SandboxError, match="no component less; it has: more, pick"):
        await discord_server.press(panel.id, "less")
    picked = await discord_server.press(panel.id, "pick", values=["Two"])
    assert picked.message.content == "Picked Two"
    await discord_server.press(panel.id, "more")
    assert panel.content == "More of it"
    assert panel.components == []


async def test_a_modal_is_filled_in(discord_server: SandboxDiscord) -> None:
    shown = await discord_server.invoke("note")
    assert shown.modal is not None
    assert shown.modal["title"] == "A note"
    with pytest.raises(SandboxError, match="needs words"):
        await discord_server.submit_modal(shown, {})
    record = await discord_server.submit_modal(shown, {"words": "remember"})
    assert record.message.content == "Noted: remember"


async def test_commands_keep_their_ids_when_they_are_registered_again(
    discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    before = {c.name: c.id for c in await bot.tree.fetch_commands()}
    await bot.tree.sync()
    after = {c.name: c.id for c in await bot.tree.fetch_commands()}
    assert before == after
    assert "talks" in after


async def test_nobody_answers_when_no_bot_is_connected(
    discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    await bot.close()
    with pytest.raises(SandboxError, match="No bot is connected"):
        await discord_server.invoke("status")


async def test_it_all_works_for_a_second_connection_too(discord_server: SandboxDiscord) -> None:
    async with running(discord_server, TinyBot()):
        record = await discord_server.invoke("status")
        assert record.message.content == "Status of all"
