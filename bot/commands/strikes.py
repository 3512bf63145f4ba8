"""/strikes: what was reported lately, both sides' claims."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import discord
from discord import app_commands

from bot.cards.lists import quiet_strikes
from bot.cards.strikes import digest_card
from bot.commands.answer import conflict_choices, show_card
from bot.commands.reach import OpenGroup
from bot.desk import desk_of
from db import recall
from db.views import DigestView


class StrikesGroup(OpenGroup):
    """The group /strikes."""

    def __init__(self) -> None:
        super().__init__("strikes", "Strikes as reported: both sides' claims side by side")

    @app_commands.command(
        name="recent", description="The last days' strikes; every figure with its claimant"
    )
    @app_commands.describe(
        conflict="Which conflict; without it, the one this server follows",
        days="How many days to look back (1 to 14; without it, 3)",
        share="Show the answer to everyone in the channel (otherwise only to you)",
    )
    @app_commands.autocomplete(conflict=conflict_choices)
    async def recent(
        self,
        interaction: discord.Interaction[Any],
        conflict: str | None = None,
        days: app_commands.Range[int, 1, 14] = 3,
        share: bool = False,
    ) -> None:
        """Answer with a digest of so many days."""
        desk = desk_of(interaction)
        end = desk.clock()
        start = end - timedelta(days=days)
        async with desk.sessions() as session:
            preset = await desk.preset_for(session, interaction.guild_id, conflict)
            found = await recall.strikes(session, preset.slug, interaction.guild_id, start, end)
        if not found:
            await show_card(interaction, quiet_strikes(preset, days), private=not share)
            return
        view = DigestView(preset.name, preset.party_names, start, end, tuple(found), preset.zone)
        foot = "/why S-… for one strike's claims"
        card = replace(digest_card(view, footer=foot), more="fewer days show all")
        await show_card(interaction, card, private=not share)
