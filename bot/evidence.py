"""From a public name (a post's ref, R-12, D-3, S-5) to the events behind it."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.cards.dates import plain
from bot.cards.deadlines import thread_name
from bot.cards.embed import Card
from bot.cards.rounds import round_name
from bot.cards.why import why_card
from bot.desk import Desk
from bot.tree import Refusal
from bot.words import clean, safe, shorten
from db import recall
from db.models import Conflict, Post
from db.outbox import post_id_of
from reading.events import DeadlineThread, Event, RoundEvent, StrikeEvent

_NUMBERED = re.compile(r"([RDS])-?(\d{1,18})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a public name stands for, as one server may see it."""

    ref: str
    head: str
    events: tuple[Event, ...]

    def card(self, figure: str | None = None) -> Card:
        """The claims behind it, or behind one figure of it."""
        return why_card(self.head, self.ref, self.events, figure)


async def find_subject(
    session: AsyncSession, desk: Desk, guild_id: int | None, ref: str
) -> Subject:
    """The events behind `ref`. Raises Refusal where this server knows none."""
    asked = ref.strip().strip("`").upper()
    numbered = _NUMBERED.fullmatch(asked)
    if numbered is not None:
        kind = {"R": "round", "D": "deadline", "S": "strike"}[numbered[1].upper()]
        events = await _events(session, kind, int(numbered[2]), guild_id, desk.clock())
    else:
        events = await _of_post(session, desk, guild_id, asked)
    if not events:
        raise Refusal(
            f"Nothing is known here under `{shorten(clean(ref), 40)}`. Take the six signs at the "
            "foot of a card, or a number such as R-12, D-3 or S-5."
        )
    return Subject(ref=asked, head=_head(events, desk), events=tuple(events))


async def _events(
    session: AsyncSession, kind: str, number: int, guild_id: int | None, now: datetime
) -> list[Event]:
    found: Event | None
    if kind == "round":
        found = await recall.round_event(session, number, guild_id)
    elif kind == "strike":
        found = await recall.strike_event(session, number, guild_id)
    else:
        found = await recall.deadline_thread(session, number, guild_id, now)
    return [found] if found is not None else []


async def _of_post(
    session: AsyncSession, desk: Desk, guild_id: int | None, ref: str
) -> list[Event]:
    post_id = post_id_of(ref)
    if post_id is None:
        return []
    post = await session.get(Post, post_id, options=[selectinload(Post.follow)])
    if post is None or post.follow.guild_id != guild_id:
        return []
    if post.kind == "board":
        return await _of_board(session, desk, post)
    if post.kind == "digest":
        numbers = [int(number) for number in post.details.get("strikes", ())]
        found = [await _events(session, "strike", n, guild_id, desk.clock()) for n in numbers]
        return [event for events in found for event in events]
    kind = "round" if post.kind == "round" else "deadline"
    return await _events(session, kind, post.subject_id or 0, guild_id, desk.clock())


async def _of_board(session: AsyncSession, desk: Desk, post: Post) -> list[Event]:
    follow = post.follow
    conflict = await session.get_one(Conflict, follow.conflict_id)
    board = await recall.board(session, conflict.slug, follow.guild_id, desk.clock(), follow.zone)
    events: list[Event] = [thread for _, thread in board.deadlines]
    events += [found[1] for found in (board.last_round, board.next_round) if found]
    return events + [event for _, event in board.strikes]


def _head(events: list[Event], desk: Desk) -> str:
    if len(events) > 1:
        return f"{len(events)} events on this card"
    match events[0]:
        case RoundEvent() as event:
            return round_name(event, desk.preset(event.conflict).party_names)
        case DeadlineThread() as event:
            return thread_name(event)
        case StrikeEvent() as event:
            target = f" on {safe(event.target, 40)}" if event.target else ""
            return f"strike{target}, {plain(event.window)}"
