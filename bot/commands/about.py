"""/about: what Parley is, where its news comes from, what it keeps."""

from typing import Any

import discord
from discord import app_commands
from sqlalchemy import func, select

from bot.cards.embed import Card, Section
from bot.cards.lexicon import BOARD_COLOUR
from bot.commands.answer import show_card
from bot.commands.reach import ANYONE, EVERYWHERE
from bot.desk import Desk, desk_of
from bot.permissions import INVITE
from bot.words import counted, safe
from db.models import Article, Feed, GuildFeed

_HOW = (
    "Parley reads news feeds and keeps watch on talks, deadlines and strikes. It shows what "
    "sources say and who they say it from; it takes no side and adds no number of its own."
)
_LEVELS = (
    "**✓✓ both sides** · **✓ independent origins** · **one side**, several outlets · a **single "
    "report**: how well it is borne out. Outlets that copy one agency are one origin."
)
_WORDS = (
    "**agreed** is never **offered**: an offer is one side's until the other accepts it.",
    _LEVELS,
    "A deadline without an hour is shown as a day or a window; no hour is made up.",
    "**ceasefire** stands here only for one agreed by both, general and dated.",
)
_KEPT = (
    "Ids and names of servers, ids of channels and roles, and settings: nothing of what people "
    "write. All of it is deleted 30 days after Parley is removed from a server."
)


async def _counts(desk: Desk, guild_id: int | None) -> tuple[int, int]:
    async with desk.sessions() as session:
        default = await session.scalar(
            select(func.count()).select_from(Feed).where(Feed.is_default.is_(True))
        )
        changed = await session.execute(
            select(GuildFeed.added, func.count())
            .where(GuildFeed.guild_id == guild_id)
            .group_by(GuildFeed.added)
        )
        own = {bool(row[0]): int(row[1]) for row in changed}
        articles = await session.scalar(select(func.count()).select_from(Article))
    return (default or 0) + own.get(True, 0) - own.get(False, 0), articles or 0


@app_commands.command(description="What Parley is, how to read its cards, what it keeps")
async def about(interaction: discord.Interaction[Any]) -> None:
    """Answer privately."""
    desk = desk_of(interaction)
    feeds, articles = await _counts(desk, interaction.guild_id)
    watched = ", ".join(safe(preset.name, 60) for preset in desk.presets)
    read = f"{counted(feeds, 'feed')} for this server, {counted(articles, 'article')} kept so far"
    invite = discord.utils.oauth_url(
        interaction.application_id, permissions=INVITE, scopes=("bot", "applications.commands")
    )
    card = Card(
        content="About Parley",
        title="About Parley",
        colour=BOARD_COLOUR,
        lines=(_HOW,),
        sections=(
            Section("Watched", (f"{watched}: {read}.",)),
            Section("How to read the cards", tuple(f"• {line}" for line in _WORDS)),
            Section(
                "Start",
                (
                    "/status says where the talks stand.",
                    f"/follow add has it posted in a channel (admins) · [invite Parley]({invite})",
                ),
            ),
            Section("What is kept", (_KEPT,)),
        ),
        footer="Parley · open source, MIT licence",
    )
    await show_card(interaction, card)


about.allowed_contexts, about.allowed_installs = EVERYWHERE, ANYONE
