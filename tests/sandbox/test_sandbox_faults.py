"""Faults on demand and rate limits, as discord.py lives through them."""

import aiohttp
import discord
import pytest
from tiny_bot import TinyBot

from sandbox.ratelimits import RateLimits, rule
from sandbox.server import SandboxDiscord

SENDS = r"/channels/\d+/messages$"


async def test_a_429_with_retry_after_is_waited_out(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    discord_server.fail("POST", SENDS, status=429, retry_after=0.01)
    sent = await bot.text("conflict-desk").send("patience")
    assert [m.id for m in discord_server.messages("conflict-desk")] == [sent.id]
    answered = [r.answered for r in discord_server.requests if r.path.endswith("/messages")]
    assert answered == [429, 200]


async def test_a_cloudflare_ban_raises_at_once(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    discord_server.fail("POST", SENDS, status=429, cloudflare=True)
    with pytest.raises(discord.HTTPException) as banned:
        await bot.text("conflict-desk").send("x")
    assert banned.value.status == 429
    assert not isinstance(banned.value, discord.RateLimited)
    assert discord_server.messages("conflict-desk") == []


@pytest.mark.parametrize("after_write", [False, True], ids=["before the write", "after it"])
async def test_a_cut_connection_leaves_the_client_unsure(
    bot: TinyBot, discord_server: SandboxDiscord, after_write: bool
) -> None:
    discord_server.fail("POST", SENDS, cut=True, after_write=after_write)
    channel = bot.text("conflict-desk")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await channel.send("was it posted?", nonce="p:7")
    assert len(discord_server.messages("conflict-desk")) == int(after_write)
    assert discord_server.requests[-1].answered is None
    assert discord_server.requests[-1].body["content"] == "was it posted?"
    await channel.send("was it posted?", nonce="p:7")
    assert len(discord_server.messages("conflict-desk")) == 1


FAULTS = [
    (403, 50013, discord.Forbidden),
    (404, 10003, discord.NotFound),
    (503, 0, discord.DiscordServerError),
    (400, 200000, discord.HTTPException),
]


@pytest.mark.parametrize(("status", "code", "kind"), FAULTS, ids=[str(f[0]) for f in FAULTS])
async def test_any_status_and_code_can_be_answered(
    bot: TinyBot,
    discord_server: SandboxDiscord,
    status: int,
    code: int,
    kind: type[discord.HTTPException],
) -> None:
    fault = discord_server.fail("POST", SENDS, status=status, code=code)
    with pytest.raises(kind) as raised:
        await bot.text("conflict-desk").send("x")
    assert (raised.value.status, raised.value.code) == (status, code)
    assert fault.hits == 1
    await bot.text("conflict-desk").send("y")


async def test_a_lost_answer_after_the_write_leaves_the_message_standing(
    bot: TinyBot, discord_server: SandboxDiscord
) -> None:
    discord_server.fail("POST", SENDS, status=503, after_write=True)
    with pytest.raises(discord.DiscordServerError):
        await bot.text("conflict-desk").send("x")
    assert len(discord_server.messages("conflict-desk")) == 1


def test_a_bucket_runs_dry_and_fills_again() -> None:
    now = [0.0]
    limits = RateLimits(enabled=True, now=lambda: now[0])
    limits.rules = [rule("POST", SENDS, 5, 5.0)]
    path = "/channels/1/messages"
    left = [limits.take("POST", path).headers["X-RateLimit-Remaining"] for _ in range(5)]
    assert left == ["4", "3", "2", "1", "0"]
    refused = limits.take("POST", path)
    assert refused.wait == pytest.approx(5.0)
    assert limits.take("POST", "/channels/2/messages").wait is None
    now[0] = 5.0
    assert limits.take("POST", path).wait is None


def test_the_global_limit_spares_interactions() -> None:
    limits = RateLimits(enabled=True, now=lambda: 0.0)
    verdicts = [limits.take("GET", f"/channels/{n}") for n in range(51)]
    assert [v.everywhere for v in verdicts].count(True) == 1
    assert limits.take("POST", "/interactions/1/token/callback").wait is None


async def test_the_client_reads_the_bucket_and_waits_by_itself(
    discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    discord_server.limits.enabled = True
    discord_server.limits.rules.insert(0, rule("POST", SENDS, 2, 0.2))
    for n in range(5):
        await bot.text("conflict-desk").send(str(n))
    answered = {r.answered for r in discord_server.requests if r.path.endswith("/messages")}
    assert answered == {200}
    assert len(discord_server.messages("conflict-desk")) == 5
