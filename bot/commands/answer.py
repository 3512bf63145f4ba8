"""How commands answer: cards, private by default, and choices while one types."""

from collections.abc import Iterable
from typing import Any

import discord
from discord import app_commands

from bot.cards import card
from bot.cards.embed import Card, finish
from bot.desk import desk_of
from bot.poster import buttons_view
from bot.tree import Refusal
from bot.words import clean, shorten
from db.views import View
from jobs.poster import Rendered

_CHOICES = 25
_CHOICE = 100
"""Limits of autocomplete (docs: interactions/application-commands)."""

Choices = list[app_commands.Choice[str]]


async def show(
    interaction: discord.Interaction[Any], message: Rendered, *, private: bool = True
) -> None:
    """Answer with a card; without its content line, which is meant for notifications."""
    embed = discord.Embed.from_dict(message.embed or {})
    view = buttons_view(message.buttons) or discord.utils.MISSING
    if interaction.response.is_done():
        await interaction.followup.send(embed=embed, view=view, ephemeral=private)
    else:
        await interaction.response.send_message(embed=embed, view=view, ephemeral=private)


async def show_view(
    interaction: discord.Interaction[Any], view: View, ref: str, *, private: bool = True
) -> None:
    """Answer with the card of a view; `ref` is what /why takes for it."""
    await show(interaction, finish(card(view, ref), ref), private=private)


async def show_card(
    interaction: discord.Interaction[Any], shown: Card, *, private: bool = True
) -> None:
    """Answer with a card that has its own foot."""
    await show(interaction, finish(shown, ""), private=private)


def choices(pairs: Iterable[tuple[str, str]], typed: str) -> Choices:
    """(label, value) pairs that contain what was typed; those that begin with it first."""
    wanted = typed.strip().casefold()
    fitting = [
        (label, value)
        for label, value in pairs
        if wanted in label.casefold() or wanted in value.casefold()
    ]
    fitting.sort(key=lambda pair: not pair[0].casefold().startswith(wanted))
    return [
        app_commands.Choice(name=shorten(clean(label), _CHOICE) or value, value=value[:_CHOICE])
        for label, value in fitting[:_CHOICES]
    ]


async def conflict_choices(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """The conflicts that are watched."""
    return choices(((p.name, p.slug) for p in desk_of(interaction).presets), typed)


def number_of(ref: str, letter: str, command: str) -> int:
    """12 of `R-12`, `r12` or `12`. Raises Refusal."""
    digits = ref.strip().upper().removeprefix(letter).lstrip("-# ")
    if not digits.isdecimal() or len(digits) > 18:
        raise Refusal(
            f"`{shorten(clean(ref), 40)}` is none I know. Pick one from the list that opens "
            f"while you type, or see {command}."
        )
    return int(digits)
