"""Admins' commands, through the real discord.py."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.client import ParleyBot
from bot.preview import FeedPreview, FeedRefused
from db.engine import Sessions
from db.models import Feed, Follow, GuildFeed
from jobs.clock import SetClock
from sandbox.errors import SandboxError
from sandbox.permissions import Permission
from sandbox.server import SandboxDiscord

pytestmark = pytest.mark.usefixtures("bot")

URL = "https://paper.test/feed.xml"
MINE = {"conflict": "russia-ukraine"}


async def probe(url: str) -> FeedPreview:
    """A look that asks no server."""
    if "broken" in url:
        raise FeedRefused("the answer is a web page, not a feed")
    return FeedPreview(url, "The *Paper*", 3, "Talks @everyone", "https://paper.test/1")


@pytest.fixture
def bot_options() -> dict[str, Any]:
    return {"probe": probe, "feed_limit": 2}


async def say(local: SandboxDiscord, command: str, **options: Any) -> str:
    """The text that the admin gets back."""
    answer = await local.invoke(command, options)
    assert answer.failed is None
    payload = answer.message.payload()
    assert payload["flags"] & 64, "admins' answers are private"
    embeds = payload["embeds"]
    lines = [payload["content"]]
    for embed in embeds:
        lines += [embed["title"], embed.get("description") or "", embed["footer"]["text"]]
    return "\n".join(lines)


async def confirm(local: SandboxDiscord, command: str, *, yes: bool = True, **options: Any) -> str:
    """Run a command that asks, press its button, give the last word."""
    asked = await local.invoke(command, options)
    rows = asked.message.payload()["components"][0]["components"]
    button = rows[0 if yes else 1]["custom_id"]
    await local.press(asked.message.id, button)
    payload = asked.message.payload()
    assert payload["components"] == [], "the buttons are gone once one is pressed"
    return str(payload["content"])


async def follows(memory: Sessions) -> list[Follow]:
    async with memory() as session:
        return list(await session.scalars(select(Follow)))


# /follow


async def test_a_channel_follows_a_conflict(
    local: SandboxDiscord, memory: Sessions, now: SetClock
) -> None:
    said = await say(local, "follow add", **MINE)
    assert "now follows **Russia-Ukraine war**" in said
    assert "Nothing older than this moment is posted" in said
    (follow,) = await follows(memory)
    assert follow.channel_id == local.world.channel("conflict-desk").id
    assert follow.since == now()
    assert "already" in await say(local, "follow add", **MINE)
    assert len(await follows(memory)) == 1
    assert "talks, deadlines, digest, board" in await say(local, "follow list")


@pytest.mark.parametrize(
    ("channel", "words"), [("lounge", "Send Messages"), ("staff-room", "View Channel")]
)
async def test_a_channel_it_cannot_post_in_is_refused_with_what_to_allow(
    local: SandboxDiscord, memory: Sessions, channel: str, words: str
) -> None:
    place = local.world.channel(channel).id
    said = await say(local, "follow add", **MINE, channel=place)
    assert words in said
    assert "Permissions" in said
    assert await follows(memory) == []


async def test_a_role_that_nobody_can_ping_is_refused(
    local: SandboxDiscord, memory: Sessions
) -> None:
    roles = {role.name: role.id for role in local.world.guild.roles.values()}
    assert "reach nobody" in await say(local, "follow add", **MINE, role=roles["Readers"])
    assert "@everyone" in await say(local, "follow add", **MINE, role=local.world.guild.id)
    assert "now follows" in await say(local, "follow add", **MINE, role=roles["Desk"])
    (follow,) = await follows(memory)
    assert follow.role_id == roles["Desk"]


async def test_a_follow_is_removed_only_after_a_yes(
    local: SandboxDiscord, memory: Sessions
) -> None:
    assert "Start with /follow add" in await say(local, "follow remove")
    await say(local, "follow add", **MINE)
    assert await confirm(local, "follow remove", yes=False) == "Nothing was changed."
    assert len(await follows(memory)) == 1
    assert "no longer follows" in await confirm(local, "follow remove")
    assert await follows(memory) == []


async def test_only_who_asked_may_press(local: SandboxDiscord, memory: Sessions) -> None:
    await say(local, "follow add", **MINE)
    await say(local, "follow add", **MINE, channel=local.world.channel("deadlines").id)
    assert "choose one with the option follow" in await say(local, "follow remove")
    offered = await local.autocomplete("follow remove", "follow", "deadlines")
    assert [c["name"] for c in offered] == ["#deadlines · Russia-Ukraine war"]
    asked = await local.invoke("follow remove", {"follow": offered[0]["value"]})
    button = asked.message.payload()["components"][0]["components"][0]["custom_id"]
    with pytest.raises(SandboxError):
        await local.press(asked.message.id, button, user="member")
    assert len(await follows(memory)) == 2


async def test_a_paused_follow_is_taken_up_by_a_test(
    local: SandboxDiscord, memory: Sessions, now: SetClock
) -> None:
    await say(local, "follow add", **MINE)
    async with memory.begin() as session:
        follow = (await session.scalars(select(Follow))).one()
        follow.paused_at, follow.paused_reason = now(), "Parley may not post there."
    assert "**Paused**: Parley may not post there. Then run /follow test." in await say(
        local, "follow list"
    )
    assert "All is well" in await say(local, "follow test")
    assert (await follows(memory))[0].paused_at is None
    local.world.overwrite("conflict-desk", "bot", deny=Permission.SEND_MESSAGES)
    await local.invoke("about")
    assert "Send Messages" in await say(local, "follow test")


# Who may


ADMIN = ["follow list", "follow test", "follow remove", "feeds list", "settings"]


@pytest.mark.parametrize("command", ADMIN)
async def test_plain_members_are_not_offered_admins_commands(
    local: SandboxDiscord, command: str
) -> None:
    with pytest.raises(SandboxError, match="does not offer"):
        await local.invoke(command, user="member")


async def test_where_discord_lets_a_member_through_the_bot_does_not(
    bot: ParleyBot, local: SandboxDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in bot.tree.get_commands():
        monkeypatch.setattr(command, "default_permissions", None)
    await bot.tree.sync()
    for name in ADMIN:
        answer = await local.invoke(name, user="member")
        assert "You need the permission Manage Server" in answer.message.payload()["content"]


def test_admins_commands_stay_in_servers(bot: ParleyBot) -> None:
    for name in ("follow", "feeds", "settings"):
        command = bot.tree.get_command(name)
        assert command is not None
        payload = command.to_dict(bot.tree)
        assert payload["contexts"] == [0]
        assert payload["integration_types"] == [0]
        assert payload["default_member_permissions"] == 32
    for name in ("status", "talks", "deadlines", "strikes", "why", "about"):
        command = bot.tree.get_command(name)
        assert command is not None
        payload = command.to_dict(bot.tree)
        assert payload["contexts"] == [0, 1, 2]
        assert payload["integration_types"] == [0, 1]


# /feeds


async def feed_rows(memory: Sessions) -> dict[str, tuple[bool, str]]:
    """Address → (added by the server, state)."""
    async with memory() as session:
        rows = await session.execute(select(Feed.url, GuildFeed.added, Feed.state).join(GuildFeed))
        return {row[0]: (row[1], row[2]) for row in rows}


async def test_a_feed_is_looked_at_shown_and_added_after_a_yes(
    local: SandboxDiscord, memory: Sessions
) -> None:
    asked = await local.invoke("feeds add", {"url": URL})
    shown = asked.message.payload()
    assert "Its first poll stores what is there and posts nothing" in shown["content"]
    assert shown["embeds"][0]["title"] == r"The \*Paper\*"
    assert "@\u200beveryone](https://paper.test/1)" in shown["embeds"][0]["description"]
    assert await feed_rows(memory) == {}
    await local.press(asked.message.id, shown["components"][0]["components"][0]["custom_id"])
    assert await feed_rows(memory) == {URL: (True, "new")}
    assert "reads that feed already" in await say(local, "feeds add", url=URL)
    listed = await say(local, "feeds list")
    assert "(yours) · **not polled yet**" in listed
    assert "1 of 2 of your own" in listed


async def test_feeds_have_a_limit_that_is_told(local: SandboxDiscord) -> None:
    for number in range(2):
        await confirm(local, "feeds add", url=f"https://paper.test/{number}")
    assert "2 of 2 feeds of its own" in await say(local, "feeds add", url=URL)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("paper.test", "Write it in full, such as `https://example.org/feed.xml`"),
        ("file:///etc/passwd", "no feed address"),
        ("https://broken.test/", "a web page, not a feed"),
    ],
)
async def test_what_is_no_feed_is_refused_with_what_to_do(
    local: SandboxDiscord, memory: Sessions, url: str, words: str
) -> None:
    assert words in await say(local, "feeds add", url=url)
    assert await feed_rows(memory) == {}


async def test_a_removed_feed_is_polled_no_more_and_can_come_back(
    local: SandboxDiscord, memory: Sessions
) -> None:
    await confirm(local, "feeds add", url=URL)
    (offered,) = await local.autocomplete("feeds remove", "feed", "paper")
    assert "removed" in await say(local, "feeds remove", feed=offered["value"])
    async with memory() as session:
        feed = (await session.scalars(select(Feed).where(Feed.url == URL))).one()
    assert (feed.state, feed.due_at) == ("off", None)
    assert "is no feed of this server" in await say(local, "feeds remove", feed="77")
    await confirm(local, "feeds add", url=URL)
    assert await feed_rows(memory) == {URL: (True, "new")}


async def test_a_default_feed_is_switched_off_for_this_server_only(
    local: SandboxDiscord, memory: Sessions, now: SetClock
) -> None:
    async with memory.begin() as session:
        feed = Feed(url=URL, title="Default", is_default=True, added_at=now(), state="ok")
        session.add(feed)
    assert "**well**" in await say(local, "feeds list")
    assert "switched off for this server" in await say(local, "feeds remove", feed=URL)
    assert "**switched off here**" in await say(local, "feeds list")
    assert await feed_rows(memory) == {URL: (False, "ok")}
    await confirm(local, "feeds add", url=URL)
    assert await feed_rows(memory) == {}


async def test_a_feed_in_trouble_comes_first_and_says_what_to_do(
    local: SandboxDiscord, memory: Sessions, now: SetClock
) -> None:
    async with memory.begin() as session:
        for name, state in (("A", "ok"), ("B", "failing"), ("C", "gone")):
            session.add(
                Feed(
                    url=f"https://{name}.test/",
                    title=name,
                    is_default=True,
                    added_at=now(),
                    state=state,
                    failing_since=now(),
                    failures=5,
                    last_status=503,
                    last_error="503 Service Unavailable.",
                )
            )
    listed = await say(local, "feeds list")
    assert listed.index("**stopped**") < listed.index("**in trouble**") < listed.index("**well**")
    assert "503 Service Unavailable. Nothing to do yet" in listed
    assert "/feeds test asks now" in listed
    assert "Look for a new address" in listed


async def test_a_feed_can_be_looked_at_now(local: SandboxDiscord) -> None:
    await confirm(local, "feeds add", url=URL)
    assert "It answers." in await say(local, "feeds test", feed=URL)


# /settings


def find(components: list[dict[str, Any]], **wanted: Any) -> list[dict[str, Any]]:
    """Components, at any depth, that have these values."""
    found = []
    for component in components:
        if all(component.get(key) == value for key, value in wanted.items()):
            found.append(component)
        inner = [*component.get("components", ()), component.get("accessory")]
        found += find([c for c in inner if c], **wanted)
    return found


async def test_the_panel_saves_each_change_and_shows_it(
    local: SandboxDiscord, memory: Sessions
) -> None:
    await say(local, "follow add", **MINE)
    panel = await local.invoke("settings")
    message = panel.message

    def part(custom_id: str) -> dict[str, Any]:
        (found,) = find(message.payload()["components"], custom_id=custom_id)
        return found

    assert part("switch:digest")["label"] == "On"
    await local.press(message.id, "switch:digest")
    assert part("switch:digest")["label"] == "Off"
    await local.press(message.id, "hour", values=["18"])
    form = await local.press(message.id, "zone")
    assert form.modal is not None
    (field,) = find(form.modal["components"], type=4)
    await local.submit_modal(form, {field["custom_id"]: "london"})
    roles = {role.name: role.id for role in local.world.guild.roles.values()}
    await local.press(message.id, "role", values=[str(roles["Desk"])])
    (follow,) = await follows(memory)
    assert (follow.digest, follow.digest_hour, follow.zone) == (False, 18, "Europe/London")
    assert follow.role_id == roles["Desk"]
    await local.press(message.id, "role", values=[])
    assert (await follows(memory))[0].role_id is None


async def test_the_panel_answers_what_it_cannot_take(
    local: SandboxDiscord, memory: Sessions
) -> None:
    await say(local, "follow add", **MINE)
    message = (await local.invoke("settings")).message
    form = await local.press(message.id, "zone")
    assert form.modal is not None
    (field,) = find(form.modal["components"], type=4)
    answer = await local.submit_modal(form, {field["custom_id"]: "Atlantis"})
    assert "is no time zone Parley knows" in answer.message.payload()["content"]
    roles = {role.name: role.id for role in local.world.guild.roles.values()}
    answer = await local.press(message.id, "role", values=[str(roles["Readers"])])
    assert "reach nobody" in answer.message.payload()["content"]
    async with memory.begin() as session:
        await session.delete((await session.scalars(select(Follow))).one())
    answer = await local.press(message.id, "switch:board")
    assert "follows it no longer" in answer.message.payload()["content"]
