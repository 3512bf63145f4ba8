"""What a post shows at this moment: the view for its row, as its server may see it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from db import recall
from db.mentions import STRIKE
from db.models import Conflict, Follow, Post
from db.views import (
    BoardView,
    CountdownView,
    DeadlineView,
    DigestView,
    NoticeView,
    RoundView,
    View,
)
from jobs.announce import step_key
from reading.preset import Preset, bundled_presets


@dataclass(frozen=True, slots=True)
class _Showing:
    session: AsyncSession
    post: Post
    follow: Follow
    conflict: Conflict
    preset: Preset
    now: datetime

    @property
    def subject(self) -> int:
        return self.post.subject_id or 0


async def view_of(session: AsyncSession, post: Post, now: datetime) -> View | None:
    """The view to render, or None where none of the server's sources supports it any more."""
    follow = post.follow
    conflict = await session.get_one(Conflict, follow.conflict_id)
    preset = bundled_presets()[conflict.slug]
    return await _SHOW[post.kind](_Showing(session, post, follow, conflict, preset, now))


async def _round(show: _Showing) -> RoundView | None:
    phase = str(show.post.details.get("phase", "ended"))
    return await recall.round_view(show.session, show.subject, show.follow.guild_id, phase)


async def _deadline(show: _Showing) -> DeadlineView | None:
    thread = await recall.deadline_thread(
        show.session, show.subject, show.follow.guild_id, show.now
    )
    if thread is None:
        return None
    wanted = show.post.details.get("step")
    matching = [i for i, step in enumerate(thread.steps) if step_key(step) == wanted]
    step = matching[-1] if matching else len(thread.steps) - 1
    return DeadlineView(
        show.subject,
        show.conflict.name,
        show.preset.party_names,
        thread,
        step,
        show.follow.zone,
    )


async def _countdown(show: _Showing) -> CountdownView | None:
    thread = await recall.deadline_thread(
        show.session, show.subject, show.follow.guild_id, show.now
    )
    if thread is None:
        return None
    left = str(show.post.details.get("left", ""))
    names = show.preset.party_names
    return CountdownView(show.subject, show.conflict.name, names, thread, left, show.follow.zone)


async def _digest(show: _Showing) -> DigestView | None:
    listed = show.post.details.get("strikes", ())
    # Two that were listed may have turned out to be one.
    current = [await recall.current_id(show.session, STRIKE, strike_id) for strike_id in listed]
    strikes = []
    for strike_id in dict.fromkeys(current):
        event = await recall.strike_event(show.session, strike_id, show.follow.guild_id)
        if event is not None:
            strikes.append((strike_id, event))
    if not strikes:
        return None
    return DigestView(
        show.conflict.name,
        show.preset.party_names,
        datetime.fromisoformat(show.post.details["start"]),
        datetime.fromisoformat(show.post.details["end"]),
        tuple(strikes),
        show.follow.zone,
    )


async def _board(show: _Showing) -> BoardView:
    return await recall.board(
        show.session, show.conflict.slug, show.follow.guild_id, show.now, show.follow.zone
    )


async def _notice(show: _Showing) -> NoticeView:
    details = show.post.details
    return NoticeView(str(details["title"]), str(details["text"]), details.get("channel_id"))


_SHOW: dict[str, Callable[[_Showing], Awaitable[View | None]]] = {
    "round": _round,
    "deadline": _deadline,
    "countdown": _countdown,
    "digest": _digest,
    "board": _board,
    "notice": _notice,
}
