"""Who is posted to, and what each of them may see, recalled once for all who see the same."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db import recall
from db.models import Conflict, Follow, GuildFeed
from reading.events import DeadlineThread, RoundEvent, StrikeEvent


@dataclass(frozen=True, slots=True)
class Audience:
    """A follow that can be posted to. `sees` is its server, or None for the default feeds."""

    follow: Follow
    slug: str
    sees: int | None


async def audiences(session: AsyncSession, *, paused: bool = False) -> list[Audience]:
    """Every follow in order of id; those that are paused only if asked for."""
    choosy = set(await session.scalars(select(GuildFeed.guild_id).distinct()))
    query = (
        select(Follow, Conflict.slug)
        .join(Conflict, Conflict.id == Follow.conflict_id)
        .order_by(Follow.id)
    )
    rows = await session.execute(query if paused else query.where(Follow.paused_at.is_(None)))
    return [
        Audience(follow, slug, follow.guild_id if follow.guild_id in choosy else None)
        for follow, slug in ((row[0], row[1]) for row in rows)
    ]


@dataclass(slots=True)
class Recollection:
    """Events as audiences see them, each built once in one job's run."""

    session: AsyncSession
    now: datetime
    _known: dict[tuple[str, int, int | None], Any] = field(default_factory=dict)

    async def round(self, event_id: int, sees: int | None) -> RoundEvent | None:
        """A round, or None where these sources do not tell of it."""
        found: RoundEvent | None = await self._once(
            ("round", event_id, sees), lambda: recall.round_event(self.session, event_id, sees)
        )
        return found

    async def deadline(self, event_id: int, sees: int | None) -> DeadlineThread | None:
        """A deadline as it stands now, or None where these sources do not tell of it."""
        found: DeadlineThread | None = await self._once(
            ("deadline", event_id, sees),
            lambda: recall.deadline_thread(self.session, event_id, sees, self.now),
        )
        return found

    async def strike(self, event_id: int, sees: int | None) -> StrikeEvent | None:
        """A strike, or None where these sources do not tell of it."""
        found: StrikeEvent | None = await self._once(
            ("strike", event_id, sees), lambda: recall.strike_event(self.session, event_id, sees)
        )
        return found

    async def _once(
        self, key: tuple[str, int, int | None], build: Callable[[], Awaitable[Any]]
    ) -> Any:
        if key not in self._known:
            self._known[key] = await build()
        return self._known[key]
