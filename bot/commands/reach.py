"""Who may run a command, and where. Discord ignores guild_only under a wider tree: hence False."""

from typing import Any

import discord
from discord import app_commands

from bot.tree import Refusal

EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
ANYONE = app_commands.AppInstallationType(guild=True, user=True)
SERVER_ONLY = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
BY_SERVER = app_commands.AppInstallationType(guild=True, user=False)
ADMINS = discord.Permissions(manage_guild=True)


class OpenGroup(app_commands.Group):
    """A group for everyone, everywhere."""

    def __init__(self, name: str, description: str) -> None:
        super().__init__(
            name=name,
            description=description,
            allowed_contexts=EVERYWHERE,
            allowed_installs=ANYONE,
        )


class AdminGroup(app_commands.Group):
    """A group for those who manage the server; checked again when it runs."""

    def __init__(self, name: str, description: str) -> None:
        super().__init__(
            name=name,
            description=description,
            default_permissions=ADMINS,
            allowed_contexts=SERVER_ONLY,
            allowed_installs=BY_SERVER,
        )

    async def interaction_check(self, interaction: discord.Interaction[Any]) -> bool:
        """Discord's own check is a default that a server may widen; this one holds."""
        return require_admin(interaction)


def require_admin(interaction: discord.Interaction[Any]) -> bool:
    """True for one who manages the server. Raises MissingPermissions."""
    if interaction.permissions.manage_guild:
        return True
    raise app_commands.MissingPermissions(["manage_guild"])


def server_of(interaction: discord.Interaction[Any]) -> discord.Guild:
    """The server it was run in. Raises Refusal where Parley is not a member of it."""
    if interaction.guild is None or interaction.guild.unavailable:
        raise Refusal("Parley is not in this server. Invite it first; /about says how.")
    return interaction.guild
