"""What commands, buttons and panels work with, and how they reach it from an interaction."""

from dataclasses import dataclass
from typing import Any

import discord
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.preview import Probe, no_probe
from bot.tree import Refusal
from db.engine import Sessions
from db.models import Conflict, Follow
from jobs.clock import Clock
from reading.preset import Preset


@dataclass(frozen=True, slots=True)
class Desk:
    """`probe` looks at a feed before it is added; `feed_limit` is per server."""

    sessions: Sessions
    clock: Clock
    presets: tuple[Preset, ...]
    probe: Probe = no_probe
    feed_limit: int = 50

    def preset(self, wanted: str) -> Preset:
        """The preset of that slug, name or alias. Raises Refusal naming the known ones."""
        asked = wanted.strip().casefold()
        for preset in self.presets:
            if asked in {name.casefold() for name in (preset.slug, preset.name, *preset.aliases)}:
                return preset
        known = ", ".join(f"`{preset.slug}`" for preset in self.presets)
        raise Refusal(f"No conflict of that name is watched here. Choose one of: {known}.")

    async def preset_for(
        self, session: AsyncSession, guild_id: int | None, wanted: str | None
    ) -> Preset:
        """The conflict asked for, else the one this server follows first, else the first."""
        if wanted:
            return self.preset(wanted)
        slug = await session.scalar(
            select(Conflict.slug)
            .join(Follow, Follow.conflict_id == Conflict.id)
            .where(Follow.guild_id == guild_id)
            .order_by(Follow.id)
            .limit(1)
        )
        known = {preset.slug: preset for preset in self.presets}
        return known.get(slug or "", self.presets[0])


def desk_of(interaction: discord.Interaction[Any]) -> Desk:
    """The desk of the bot that got the interaction."""
    desk = interaction.client.desk
    if not isinstance(desk, Desk):
        raise TypeError("the client that got this interaction is no ParleyBot")
    return desk
