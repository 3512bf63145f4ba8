"""The demo from end to end: loopback feeds, the real jobs, the real discord.py, a local Discord."""

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from bot.cli.demo import keep_posting
from bot.demo import CHANNEL, demo_stage, run_demo
from bot.transcript import whole
from db.models import Entry, Feed, Post
from sandbox.newsstand import Traffic


@dataclass(frozen=True)
class Replayed:
    """What a replay left behind, as text."""

    cards: list[str]
    pins: list[str]
    states: list[str]
    entries: int
    validators: int
    traffic: Traffic

    def about(self, pattern: str) -> list[str]:
        return [card for card in self.cards if re.search(pattern, card)]


async def _replay() -> Replayed:
    async with demo_stage() as on:
        await run_demo(on, lambda _now: None)
        messages = on.discord.messages(CHANNEL)
        now = datetime(2025, 8, 21, tzinfo=UTC)
        async with on.services.sessions() as session:
            return Replayed(
                [whole(m, now) for m in messages if m.embeds and not m.pinned],
                [whole(m, now) for m in on.discord.pins(CHANNEL)],
                list(await session.scalars(select(Post.state))),
                await session.scalar(select(func.count()).select_from(Entry)) or 0,
                len(list(await session.scalars(select(Feed.id).where(Feed.etag.is_not(None))))),
                on.stand.traffic,
            )


@pytest.fixture(scope="module")
def demo() -> Replayed:
    """One replay for all tests of this file."""
    return asyncio.run(_replay())


def test_every_post_is_delivered_once(demo: Replayed) -> None:
    refs = re.findall(r"^Parley · (\w{6})", "\n".join(demo.cards + demo.pins), re.MULTILINE)
    assert len(refs) == len(set(refs)) == len(demo.cards) + len(demo.pins)
    assert set(demo.states) <= {"sent", "dropped"}


def test_feeds_are_asked_conditionally(demo: Replayed) -> None:
    assert demo.validators == 12
    assert demo.traffic.not_modified > demo.traffic.requests * 0.8
    assert demo.traffic.conditional >= demo.traffic.requests - 12


def test_the_deadline_moves_and_is_overtaken(demo: Replayed) -> None:
    moves = [card for card in demo.about("Trump") if re.search(r"[Dd]eadline", card)]
    order = [
        next((n for n, card in enumerate(moves) if re.search(wanted, card)), None)
        for wanted in (r"New deadline.*2 September", r"7.{1,20}9 August", r"now 8 August|8 August")
    ]
    assert None not in order
    last = moves[-1]
    for step in ("2 September 2025", "7 August 2025", "8 August 2025", "overtaken"):
        assert step in last, last
    assert "3 September 2025" not in last


def test_the_third_round_is_announced_held_and_corrected(demo: Replayed) -> None:
    cards = demo.about(r"Russia–Ukraine talks, round 3")
    statuses = [re.findall(r"round 3 — (\w+)", card)[0] for card in cards]
    assert statuses == ["announced", "ended"]
    held = cards[1]
    agreed = held.split("Agreed\n")[1].split("\nOffered")[0]
    assert "1,200 prisoners from each side" in agreed
    assert "3,000" not in agreed.split("others say")[0]
    assert "bodies of 3,000" in held.split("Offered by Russia\n")[1]
    assert "Çırağan Palace" in held
    assert "edited" in held.splitlines()[0]


def test_no_truce_is_invented(demo: Replayed) -> None:
    for card in demo.cards:
        agreed = re.findall(r"^Agreed\n((?:  .*\n)+)", card, re.MULTILINE)
        assert not any(re.search(r"ceasefire|truce|pause|halt", part) for part in agreed), card


def test_digests_hold_both_sides(demo: Replayed) -> None:
    digests = demo.about("strikes reported")
    assert len(digests) >= 10
    both = [d for d in digests if "None reported" not in d]
    assert any("Strikes by Russia" in d and "Strikes by Ukraine" in d for d in both)


def test_the_board_is_pinned_and_up_to_date(demo: Replayed) -> None:
    (board,) = demo.pins
    assert "edited" in board.splitlines()[0]
    assert "18 August 2025" in board.split("Last round\n")[1].split("\nNext round")[0]
    assert "under way" not in board


async def test_a_channel_that_follows_after_the_replay_gets_its_board() -> None:
    async with demo_stage() as on:
        pinned = asyncio.Event()
        on.discord.world.listeners.append(
            lambda _event: pinned.set() if on.discord.pins("deadlines") else None
        )
        choice = {"conflict": "russia-ukraine", "channel": on.discord.world.channel("deadlines").id}
        staying = asyncio.create_task(keep_posting(on))
        await on.discord.invoke("follow add", choice, user="admin", channel=CHANNEL)
        async with asyncio.timeout(120):
            await pinned.wait()
        staying.cancel()
        with suppress(asyncio.CancelledError):
            await staying
