"""Buttons on posted messages; they work after a restart."""

import re
from typing import Any

import discord

from bot.cards.embed import finish
from bot.desk import desk_of
from bot.evidence import find_subject
from bot.tree import SafeButton


class SourcesButton(SafeButton[discord.ui.View], template=r"parley:why:(?P<ref>[\w-]{1,40})"):
    """Shows the one who presses it, and nobody else, the claims behind a card."""

    def __init__(self, ref: str) -> None:
        super().__init__(discord.ui.Button(label="Sources", custom_id=f"parley:why:{ref}"))
        self.ref = ref

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        _item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> "SourcesButton":
        """The button as it was posted."""
        return cls(match["ref"])

    async def act(self, interaction: discord.Interaction[Any]) -> None:
        """Answer privately."""
        desk = desk_of(interaction)
        async with desk.sessions() as session:
            subject = await find_subject(session, desk, interaction.guild_id, self.ref)
        embed = discord.Embed.from_dict(finish(subject.card(), self.ref).embed or {})
        await interaction.response.send_message(embed=embed, ephemeral=True)
