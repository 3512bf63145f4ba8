"""/talks: the rounds of negotiation."""

from dataclasses import replace
from typing import Any

import discord
from discord import app_commands

from bot.cards.dates import plain
from bot.cards.lists import rounds_list
from bot.cards.rounds import round_name
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
from reading.events import RoundEvent
from reading.facts import RoundStatus
from reading.preset import Preset

_LISTED = 10


async def round_choices(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """The rounds this server's sources know, newest first."""
    desk = desk_of(interaction)
    pairs = []
    async with desk.sessions() as session:
        for preset in desk.presets:
            found = await recall.rounds(session, preset.slug, interaction.guild_id, limit=50)
            pairs += [(_label(event, preset), f"R-{number}") for number, event in found]
    return choices(pairs, typed)


def _label(event: RoundEvent, preset: Preset) -> str:
    place = f", {event.city}" if event.city else ""
    return f"{round_name(event, preset.party_names)}: {plain(event.window)}{place}"


class TalksGroup(OpenGroup):
    """The group /talks."""

    def __init__(self) -> None:
        super().__init__("talks", "Rounds of negotiation: what was agreed, offered, refused")

    @app_commands.command(name="list", description="The rounds so far and the next one, if known")
    @app_commands.describe(conflict="Which conflict; without it, the one this server follows")
    @app_commands.autocomplete(conflict=conflict_choices)
    async def list_rounds(
        self, interaction: discord.Interaction[Any], conflict: str | None = None
    ) -> None:
        """Answer with the rounds, newest first."""
        desk = desk_of(interaction)
        async with desk.sessions() as session:
            preset = await desk.preset_for(session, interaction.guild_id, conflict)
            found = await recall.rounds(session, preset.slug, interaction.guild_id, limit=_LISTED)
        await show_card(interaction, rounds_list(preset, found))

    @app_commands.command(name="show", description="One round's card, with who said what")
    @app_commands.describe(
        which="Which round: pick one, or write its number such as R-12",
        share="Show the answer to everyone in the channel (otherwise only to you)",
    )
    @app_commands.rename(which="round")
    @app_commands.autocomplete(which=round_choices)
    async def show_round(
        self,
        interaction: discord.Interaction[Any],
        which: str,
        share: bool = False,
    ) -> None:
        """Answer with the round's card."""
        desk, number = desk_of(interaction), number_of(which, "R", "/talks list")
        async with desk.sessions() as session:
            view = await recall.round_view(session, number, interaction.guild_id)
        if view is None:
            raise Refusal("No round of that number is known here. See /talks list.")
        if view.event.status is not RoundStatus.ENDED:
            view = replace(view, phase="announced")
        await show_view(interaction, view, f"R-{number}", private=not share)
