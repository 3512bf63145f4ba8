"""The poster against a local Discord: each refusal named, nothing posted twice."""

from datetime import timedelta
from typing import Any

import pytest
from bot_samples import board_view, deadline_view, round_view

from bot.client import ParleyBot
from bot.poster import DiscordPoster, as_text
from bot.words import size
from jobs.poster import (
    ChannelShut,
    DeliveryError,
    Refused,
    Rendered,
    Stopped,
    TryLater,
    Unsure,
    Vanished,
)
from sandbox.server import SandboxDiscord

REF = "K7F2QX"
SEND = r"/channels/\d+/messages$"


@pytest.fixture
def place(local: SandboxDiscord) -> int:
    return int(local.world.channel("conflict-desk").id)


@pytest.fixture
def message(poster: DiscordPoster) -> Rendered:
    return poster.render(round_view(), REF)


async def test_a_card_is_posted_edited_pinned_and_found(
    local: SandboxDiscord, poster: DiscordPoster, place: int, message: Rendered
) -> None:
    before = local.world.clock()
    posted = await poster.send(place, message, "nonce-1")
    shown = local.messages("conflict-desk")[-1].payload()
    assert shown["content"] == message.content
    assert shown["embeds"][0]["footer"]["text"].endswith(f"/why {REF}")
    assert shown["components"][0]["components"][0]["custom_id"] == f"parley:why:{REF}"

    await poster.edit(place, posted, poster.render(board_view(), REF))
    assert local.messages("conflict-desk")[-1].payload()["components"] == []
    await poster.pin(place, posted)
    assert [m.id for m in local.pins("conflict-desk")] == [posted]

    assert await poster.find(place, REF, before - timedelta(minutes=1)) == posted
    assert await poster.find(place, "OTHER2", before - timedelta(minutes=1)) is None


async def test_the_same_nonce_posts_once(
    local: SandboxDiscord, poster: DiscordPoster, place: int, message: Rendered
) -> None:
    first = await poster.send(place, message, "nonce-1")
    assert await poster.send(place, message, "nonce-1") == first
    assert len(local.messages("conflict-desk")) == 1


async def test_only_the_chosen_role_is_pinged(
    local: SandboxDiscord, poster: DiscordPoster, place: int, message: Rendered
) -> None:
    await poster.send(place, message, "nonce-1", role_id=77)
    await poster.send(place, message, "nonce-2")
    with_role, without = [r.body for r in local.requests if r.path.endswith("/messages")]
    assert with_role["content"].startswith("<@&77> ")
    assert with_role["allowed_mentions"]["roles"] in ([77], ["77"])
    assert "everyone" not in with_role["allowed_mentions"]["parse"]
    assert without["allowed_mentions"]["parse"] == []


async def test_discord_py_keeps_nothing_of_a_posted_button(
    bot: ParleyBot, poster: DiscordPoster, place: int, message: Rendered
) -> None:
    await poster.send(place, message, "nonce-1")
    assert not bot.persistent_views
    assert not bot._connection._view_store._views  # a leak would grow with every post


REFUSALS: list[tuple[dict[str, Any], type[DeliveryError]]] = [
    ({"status": 403, "code": 50001}, ChannelShut),
    ({"status": 403, "code": 50013, "times": 9}, ChannelShut),
    ({"status": 403, "code": 50083}, ChannelShut),
    ({"status": 403, "code": 160005}, ChannelShut),
    ({"status": 403, "code": 40004}, ChannelShut),
    ({"status": 403, "code": 0}, ChannelShut),
    ({"status": 404, "code": 10003}, ChannelShut),
    ({"status": 404, "code": 10004}, ChannelShut),
    ({"status": 404, "code": 10008}, Vanished),
    ({"status": 400, "code": 50006}, Refused),
    ({"status": 400, "code": 50035, "times": 9}, Refused),
    ({"status": 400, "code": 200000}, Refused),
    ({"status": 400, "code": 240000}, Refused),
    ({"status": 400, "code": 987654}, Refused),
    ({"status": 400, "code": 30046}, TryLater),
    ({"status": 400, "code": 20028}, TryLater),
    ({"status": 401, "code": 0}, Stopped),
    ({"status": 429, "retry_after": 3590.0}, TryLater),
    ({"status": 429, "cloudflare": True}, Stopped),
    ({"status": 503}, Unsure),
    ({"cut": True}, Unsure),
    ({"cut": True, "after_write": True}, Unsure),
]


async def test_every_refusal_has_its_meaning(
    local: SandboxDiscord, poster: DiscordPoster, place: int, message: Rendered
) -> None:
    for number, (fault, kind) in enumerate(REFUSALS):
        spoilt = local.fail("POST", SEND, **fault)
        with pytest.raises(DeliveryError) as caught:
            await poster.send(place, message, f"nonce-{number}")
        assert type(caught.value) is kind, fault
        assert caught.value.reason
        spoilt.times = 0
    assert len(local.messages("conflict-desk")) == 1, "only the one cut off after it was written"


async def test_a_refusal_says_how_long_or_for_good(
    local: SandboxDiscord, poster: DiscordPoster, place: int, message: Rendered
) -> None:
    local.fail("POST", SEND, status=429, retry_after=3590.0)
    with pytest.raises(TryLater) as later:
        await poster.send(place, message, "a")
    assert later.value.after == timedelta(seconds=3590)
    local.fail("POST", SEND, status=429, cloudflare=True)
    with pytest.raises(Stopped) as banned:
        await poster.send(place, message, "b")
    assert banned.value.after == timedelta(minutes=10)
    local.fail("POST", SEND, status=404, code=10003)
    with pytest.raises(ChannelShut) as gone:
        await poster.send(place, message, "c")
    assert gone.value.gone


async def test_a_message_that_someone_deleted_is_left_alone(
    local: SandboxDiscord, poster: DiscordPoster, place: int, message: Rendered
) -> None:
    posted = await poster.send(place, message, "nonce-1")
    local.delete_message("conflict-desk", posted)
    with pytest.raises(Vanished):
        await poster.edit(place, posted, message)
    with pytest.raises(Vanished):
        await poster.pin(place, posted)


async def test_a_channel_where_it_may_not_write_is_shut_with_what_to_allow(
    local: SandboxDiscord, poster: DiscordPoster, message: Rendered
) -> None:
    lounge = local.world.channel("lounge")
    with pytest.raises(ChannelShut) as shut:
        await poster.send(lounge.id, message, "nonce-1")
    assert "Send Messages" in shut.value.reason
    assert f"<#{lounge.id}>" in shut.value.reason


async def test_without_embed_links_the_card_is_sent_as_text(
    local: SandboxDiscord, poster: DiscordPoster, place: int
) -> None:
    message = poster.render(deadline_view(3), REF)
    local.fail("POST", SEND, status=403, code=50013)
    posted = await poster.send(place, message, "nonce-1")
    shown = local.messages("conflict-desk")[-1].payload()
    assert shown["embeds"] == []
    assert "How it moved" in shown["content"]
    local.fail("PATCH", r"/messages/\d+$", status=403, code=50013)
    await poster.edit(place, posted, message)
    since = local.world.clock() - timedelta(minutes=1)
    assert await poster.find(place, REF, since) == posted


def test_a_card_as_text_keeps_within_a_message() -> None:
    fields = [{"name": "n" * 200, "value": "v" * 1000, "inline": False} for _ in range(5)]
    embed = {"description": "d" * 500, "fields": fields, "footer": {"text": f"/why {REF}"}}
    text = as_text(Rendered("content", embed))
    assert size(text) <= 2000
    assert text.startswith("content\nddd")
    assert text.endswith(f"/why {REF}")


async def test_a_full_card_as_text_leaves_room_for_the_role(
    local: SandboxDiscord, poster: DiscordPoster, place: int
) -> None:
    foot = f"/why {REF}"
    lines = "d" * (2000 - len(f"news\n\n{foot}"))
    for length in range(len(lines) - 30, len(lines) + 1, 5):
        embed = {"description": lines[:length], "footer": {"text": foot}}
        local.fail("POST", SEND, status=403, code=50013)
        await poster.send(place, Rendered("news", embed), f"nonce-{length}", role_id=10**18)
    shown = [message.payload()["content"] for message in local.messages("conflict-desk")]
    assert len(shown) == 7
    assert all(text.startswith(f"<@&{10**18}> news") and text.endswith(foot) for text in shown)


async def test_before_login_and_after_close_posting_waits(
    bot: ParleyBot, poster: DiscordPoster, place: int, message: Rendered
) -> None:
    await bot.close()
    with pytest.raises(TryLater):
        await poster.send(place, message, "nonce-1")
