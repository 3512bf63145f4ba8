"""/why: the sentences, claimants and links behind a card or a figure."""

from typing import Any

import discord
from discord import app_commands

from bot.cards.why import evidence
from bot.commands.answer import Choices, choices, show_card
from bot.commands.deadlines import deadline_choices
from bot.commands.reach import ANYONE, EVERYWHERE
from bot.commands.talks import round_choices
from bot.desk import desk_of
from bot.evidence import find_subject
from bot.tree import Refusal

_LABEL = 100


async def _ref_choices(interaction: discord.Interaction[Any], typed: str) -> Choices:
    rounds = await round_choices(interaction, typed)
    deadlines = await deadline_choices(interaction, typed)
    return [*deadlines[:10], *rounds[:15]]


async def _figure_choices(interaction: discord.Interaction[Any], typed: str) -> Choices:
    ref = getattr(interaction.namespace, "ref", "") or ""
    desk = desk_of(interaction)
    try:
        async with desk.sessions() as session:
            subject = await find_subject(session, desk, interaction.guild_id, ref)
    except Refusal:
        return []
    labels = dict.fromkeys(one.label for event in subject.events for one in evidence(event))
    return choices(((label, label) for label in labels), typed)


@app_commands.command(description="Where a card's figures come from: sentence, claimant, outlet")
@app_commands.describe(
    ref="The six signs at the foot of a card, or a number such as R-12, D-3, S-5",
    figure="Only this figure or point; choose from the list",
)
@app_commands.autocomplete(ref=_ref_choices, figure=_figure_choices)
async def why(interaction: discord.Interaction[Any], ref: str, figure: str | None = None) -> None:
    """Answer privately with the claims behind it."""
    desk = desk_of(interaction)
    async with desk.sessions() as session:
        subject = await find_subject(session, desk, interaction.guild_id, ref)
    labels = {one.label for event in subject.events for one in evidence(event)}
    if figure is not None and figure not in labels:
        raise Refusal("That figure is not on this card. Choose one from the list, or leave it out.")
    await show_card(interaction, subject.card(figure))


why.allowed_contexts, why.allowed_installs = EVERYWHERE, ANYONE
