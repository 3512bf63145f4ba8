"""/status: where the talks stand."""

from typing import Any

import discord
from discord import app_commands

from bot.cards.board import board_card
from bot.commands.answer import conflict_choices, show_card
from bot.commands.reach import ANYONE, EVERYWHERE
from bot.desk import desk_of
from db import recall

FOOT = "/why R-… or D-… for the sentences behind it"


@app_commands.command(
    description="Where the talks stand: next deadline, last and next round, last strikes"
)
@app_commands.describe(
    conflict="Which conflict; without it, the one this server follows",
    share="Show the answer to everyone in the channel (otherwise only to you)",
)
@app_commands.autocomplete(conflict=conflict_choices)
async def status(
    interaction: discord.Interaction[Any], conflict: str | None = None, share: bool = False
) -> None:
    """Answer with the board."""
    desk = desk_of(interaction)
    async with desk.sessions() as session:
        preset = await desk.preset_for(session, interaction.guild_id, conflict)
        view = await recall.board(
            session, preset.slug, interaction.guild_id, desk.clock(), preset.zone
        )
    await show_card(interaction, board_card(view, footer=FOOT), private=not share)


status.allowed_contexts, status.allowed_installs = EVERYWHERE, ANYONE
