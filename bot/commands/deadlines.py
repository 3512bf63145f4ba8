"""/deadlines: ultimatums as threads that move."""

from typing import Any

import discord
from discord import app_commands

from bot.cards.dates import plain
from bot.cards.deadlines import thread_name
from bot.cards.lexicon import DEADLINE_STATUS
from bot.cards.lists import deadlines_list
from bot.commands.answer import (
    Choices,
    choices,
    conflict_choices,
    number_of,
    show_card,
    show_view,
)
from bot.commands.reach import OpenGroup
from bot.desk import desk_of
from bot.tree import Refusal
from db import recall

_LISTED = 10


async def deadline_choices(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """The deadlines this server's sources know."""
    desk = desk_of(interaction)
    pairs = []
    async with desk.sessions() as session:
        for preset in desk.presets:
            found = await recall.deadlines(
                session, preset.slug, interaction.guild_id, desk.clock(), limit=50
            )
            for number, thread in found:
                status = DEADLINE_STATUS[thread.status]
                label = f"{thread_name(thread)}: {plain(thread.window)} ({status})"
                pairs.append((label, f"D-{number}"))
    return choices(pairs, typed)


class DeadlinesGroup(OpenGroup):
    """The group /deadlines."""

    def __init__(self) -> None:
        super().__init__("deadlines", "Deadlines: who set them, how they moved, how long is left")

    @app_commands.command(name="list", description="Deadlines, open ones first, with time left")
    @app_commands.describe(conflict="Which conflict; without it, the one this server follows")
    @app_commands.autocomplete(conflict=conflict_choices)
    async def list_deadlines(
        self, interaction: discord.Interaction[Any], conflict: str | None = None
    ) -> None:
        """Answer with the deadlines."""
        desk = desk_of(interaction)
        async with desk.sessions() as session:
            preset = await desk.preset_for(session, interaction.guild_id, conflict)
            found = await recall.deadlines(
                session, preset.slug, interaction.guild_id, desk.clock(), limit=_LISTED
            )
        await show_card(interaction, deadlines_list(preset, found))

    @app_commands.command(name="show", description="One deadline with every move it made")
    @app_commands.describe(
        deadline="Which deadline: pick one, or write its number such as D-3",
        share="Show the answer to everyone in the channel (otherwise only to you)",
    )
    @app_commands.autocomplete(deadline=deadline_choices)
    async def show_deadline(
        self, interaction: discord.Interaction[Any], deadline: str, share: bool = False
    ) -> None:
        """Answer with the deadline's card."""
        desk, number = desk_of(interaction), number_of(deadline, "D", "/deadlines list")
        async with desk.sessions() as session:
            view = await recall.deadline_view(
                session, number, interaction.guild_id, desk.clock(), "UTC"
            )
        if view is None:
            raise Refusal("No deadline of that number is known here. See /deadlines list.")
        await show_view(interaction, view, f"D-{number}", private=not share)
