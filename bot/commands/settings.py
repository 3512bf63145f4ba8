"""/settings: the panel of one follow."""

from typing import Any

import discord
from discord import app_commands

from bot.commands.follow import follow_choices, pick
from bot.commands.reach import ADMINS, BY_SERVER, SERVER_ONLY, require_admin, server_of
from bot.desk import desk_of
from bot.settings_panel import SettingsPanel, state_of


@app_commands.command(description="What is posted, when, and whom it pings (Manage Server)")
@app_commands.describe(follow="Which channel's; needed only where there are several")
@app_commands.autocomplete(follow=follow_choices)
@app_commands.default_permissions(ADMINS)
async def settings(interaction: discord.Interaction[Any], follow: str | None = None) -> None:
    """Show the panel privately."""
    require_admin(interaction)
    guild, desk = server_of(interaction), desk_of(interaction)
    async with desk.sessions() as session:
        row, name = await pick(session, guild.id, follow)
    panel = SettingsPanel(desk, state_of(row, name))
    await interaction.response.send_message(view=panel, ephemeral=True)


settings.allowed_contexts, settings.allowed_installs = SERVER_ONLY, BY_SERVER
