"""Everyone's commands, through the real discord.py, on a preset's history."""

import re

import pytest
from sqlalchemy import select

from bot.client import ParleyBot
from bot.poster import DiscordPoster
from db import recall
from db.engine import Sessions
from db.models import Conflict, Follow, Guild, Post
from db.outbox import ref_of
from jobs.clock import SetClock
from sandbox.interactions import InteractionRecord
from sandbox.server import SandboxDiscord

pytestmark = pytest.mark.usefixtures("bot")


def seen(answer: InteractionRecord) -> str:
    """All that the person sees of an answer."""
    payload = answer.message.payload()
    parts = [payload["content"]]
    for embed in payload["embeds"]:
        parts += [embed.get("title", ""), embed.get("description") or ""]
        parts += [f"{f['name']}\n{f['value']}" for f in embed.get("fields", ())]
        parts.append(embed.get("footer", {}).get("text", ""))
    return "\n".join(part for part in parts if part)


def is_private(answer: InteractionRecord) -> bool:
    return bool(answer.message.payload()["flags"] & 64)


async def choice(local: SandboxDiscord, command: str, option: str, label: str) -> str:
    """The value of the first choice whose name holds the label."""
    offered = await local.autocomplete(command, option, label)
    return str(next(c["value"] for c in offered if label in c["name"]))


async def test_status_answers_privately_unless_shared(local: SandboxDiscord) -> None:
    answer = await local.invoke("status", user="member")
    assert is_private(answer)
    for words in ("where the talks stand", "Deadlines", "Last round", "Next round"):
        assert words in seen(answer)
    shared = await local.invoke("status", {"share": True, "conflict": "russia-ukraine"})
    assert not is_private(shared)


async def test_an_unknown_conflict_is_refused_with_the_known_ones(local: SandboxDiscord) -> None:
    answer = await local.invoke("status", {"conflict": "atlantis"})
    assert is_private(answer)
    assert "Choose one of: `russia-ukraine`" in seen(answer)
    assert await local.autocomplete("status", "conflict", "ukr") == [
        {"name": "Russia-Ukraine war", "value": "russia-ukraine"}
    ]


async def test_talks_are_listed_and_shown(local: SandboxDiscord) -> None:
    listed = seen(await local.invoke("talks list", user="member"))
    assert "Istanbul" in listed
    picked = await choice(local, "talks show", "round", "23 July 2025")
    assert re.fullmatch(r"R-\d+", picked)
    shown = seen(await local.invoke("talks show", {"round": picked}))
    assert "round 3 — ended" in shown
    assert "Agreed\n• Exchange of at least 1,200 prisoners from each side" in shown
    assert "Since round 2 (2 June 2025)" in shown
    assert f"/why {picked}" in shown


async def test_deadlines_are_listed_and_shown_with_every_move(local: SandboxDiscord) -> None:
    listed = seen(await local.invoke("deadlines list"))
    assert "moved twice" in listed
    picked = await choice(local, "deadlines show", "deadline", "8 August 2025")
    shown = seen(await local.invoke("deadlines show", {"deadline": picked}))
    history = shown.partition("How it moved, newest first")[2]
    assert history.index("fixed") < history.index("shortened") < history.index("set →")
    assert "<t:1756807200:D>" in history, "2 September, the first date"


async def test_strikes_of_the_last_days(local: SandboxDiscord, now: SetClock) -> None:
    shown = seen(await local.invoke("strikes recent", {"days": 14}))
    assert "Strikes by Russia" in shown
    assert "Strikes by Ukraine" in shown
    now.now = now.now.replace(year=2024)
    quiet = seen(await local.invoke("strikes recent"))
    assert "not the same as knowing that there was none" in quiet


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("talks show", {"round": "R-999999"}),
        ("talks show", {"round": "tomorrow"}),
        ("talks show", {"round": "9" * 30}),
        ("deadlines show", {"deadline": "D-999999"}),
        ("deadlines show", {"deadline": "`@everyone`"}),
        ("why", {"ref": "R-999999"}),
        ("why", {"ref": "ZZZZZZ"}),
        ("why", {"ref": "'; DROP TABLE posts"}),
    ],
)
async def test_a_name_that_nothing_bears_is_refused_with_what_to_do(
    local: SandboxDiscord, command: str, options: dict[str, str]
) -> None:
    answer = await local.invoke(command, options)
    assert is_private(answer)
    assert re.search(r"See /|see /|Take the six signs", seen(answer))


async def test_why_lists_claims_with_their_sources(local: SandboxDiscord) -> None:
    picked = await choice(local, "talks show", "round", "23 July 2025")
    shown = seen(await local.invoke("why", {"ref": picked}))
    assert "Agreed: exchange of at least 1,200" in shown
    assert "](https://" in shown
    assert "All sources" in shown
    offered = await local.autocomplete("why", "figure", "bodies", options={"ref": picked})
    assert offered
    one = seen(await local.invoke("why", {"ref": picked, "figure": offered[0]["value"]}))
    assert "bodies" in one
    assert "All sources" not in one
    wrong = await local.invoke("why", {"ref": picked, "figure": "no such figure"})
    assert "not on this card" in seen(wrong)


async def test_why_offers_rounds_and_deadlines_while_one_types(local: SandboxDiscord) -> None:
    offered = await local.autocomplete("why", "ref", "")
    assert {"D", "R"} <= {c["value"][0] for c in offered}
    assert len(offered) <= 25


@pytest.fixture
async def posted(local: SandboxDiscord, memory: Sessions, bot: ParleyBot, now: SetClock) -> Post:
    """A round's post, sent to #conflict-desk."""
    place = local.world.channel("conflict-desk")
    async with memory.begin() as session:
        conflict = (await session.scalars(select(Conflict))).one()
        if await session.get(Guild, place.guild_id) is None:
            session.add(Guild(id=place.guild_id, name="x", joined_at=now()))
            await session.flush()
        follow = Follow(
            guild_id=place.guild_id, channel_id=place.id, conflict_id=conflict.id, since=now()
        )
        rounds = await recall.rounds(session, conflict.slug, None)
        third = next(i for i, r in rounds if r.number == 3 and r.track == "russia-ukraine")
        post = Post(
            follow=follow,
            key="round",
            kind="round",
            subject_id=third,
            created_at=now(),
            due_at=now(),
        )
        session.add(post)
        await session.flush()
        view = await recall.round_view(session, third, place.guild_id)
    assert view is not None
    poster = DiscordPoster(bot)
    ref = ref_of(post.id)
    post.message_id = await poster.send(place.id, poster.render(view, ref), "nonce")
    return post


async def test_the_button_of_a_card_shows_its_sources_to_whoever_presses_it(
    local: SandboxDiscord, posted: Post
) -> None:
    ref = ref_of(posted.id)
    answer = await local.press(posted.message_id or 0, f"parley:why:{ref}", user="member")
    assert is_private(answer)
    assert "Agreed: exchange of at least 1,200" in seen(answer)
    assert seen(answer) == seen(await local.invoke("why", {"ref": ref.lower()}))


async def test_a_card_of_another_server_is_none_of_ours(
    local: SandboxDiscord, posted: Post, memory: Sessions, now: SetClock
) -> None:
    async with memory.begin() as session:
        session.add(Guild(id=4242, name="Elsewhere", joined_at=now()))
        await session.flush()
        follow = await session.get_one(Follow, posted.follow_id)
        follow.guild_id = 4242
    answer = await local.invoke("why", {"ref": ref_of(posted.id)})
    assert "Nothing is known here" in seen(answer)


async def test_about_says_what_is_kept(local: SandboxDiscord) -> None:
    shown = seen(await local.invoke("about", user="member"))
    assert "What is kept" in shown
    assert "oauth2/authorize" in shown


async def test_no_answer_pings_anyone(local: SandboxDiscord) -> None:
    await local.invoke("status", {"share": True})
    await local.invoke("why", {"ref": "@everyone"})
    answers = [r.body["data"] for r in local.requests if r.path.endswith("/callback")]
    assert len(answers) == 2
    assert all(data["allowed_mentions"]["parse"] == [] for data in answers)
