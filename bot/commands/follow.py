"""/follow: which channel follows which conflict."""

from typing import Any

import discord
from discord import app_commands
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cards.board import board_card
from bot.cards.embed import Card
from bot.cards.lexicon import BOARD_COLOUR
from bot.commands.answer import Choices, choices, conflict_choices, show_card
from bot.commands.confirm import Confirm
from bot.commands.reach import AdminGroup, server_of
from bot.desk import Desk, desk_of
from bot.permissions import how_to_allow, missing
from bot.tree import Refusal, tell
from bot.words import safe
from db import recall
from db.models import Conflict, Follow, Guild
from db.outbox import want_board_again
from reading.preset import Preset

Place = discord.TextChannel | discord.Thread

WHAT_COMES = (
    "A board is posted now and pinned, then kept up to date. A card follows when talks are "
    "announced or end and when a deadline is set, moves or ends; a countdown before each "
    "deadline; a digest of reported strikes once a day. Nothing older than this moment is posted. "
    "/settings changes what is posted, when, and whom it pings."
)


async def follows_of(session: AsyncSession, guild_id: int) -> list[tuple[Follow, str]]:
    """A server's follows with the conflict's name, oldest first."""
    rows = await session.execute(
        select(Follow, Conflict.name)
        .join(Conflict, Conflict.id == Follow.conflict_id)
        .where(Follow.guild_id == guild_id)
        .order_by(Follow.id)
    )
    return [(row[0], row[1]) for row in rows]


async def follow_choices(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """The follows of this server."""
    guild = interaction.guild
    if guild is None:
        return []
    async with desk_of(interaction).sessions() as session:
        found = await follows_of(session, guild.id)
    return choices(((_label(guild, follow, name), str(follow.id)) for follow, name in found), typed)


def _label(guild: discord.Guild, follow: Follow, name: str) -> str:
    channel = guild.get_channel_or_thread(follow.channel_id)
    return f"#{channel.name if channel else 'deleted channel'} · {name}"


async def pick(session: AsyncSession, guild_id: int, wanted: str | None) -> tuple[Follow, str]:
    """The follow chosen, or the only one. Raises Refusal."""
    found = await follows_of(session, guild_id)
    if not found:
        raise Refusal("No channel follows anything yet. Start with /follow add.")
    if wanted is None:
        if len(found) > 1:
            raise Refusal("Several channels follow something: choose one with the option follow.")
        return found[0]
    chosen = [pair for pair in found if str(pair[0].id) == wanted.strip()]
    if not chosen:
        raise Refusal("That is no follow of this server. Choose one from the list.")
    return chosen[0]


def check_place(channel: Place) -> None:
    """Raises Refusal with what to allow, if Parley cannot post there."""
    lacking = missing(channel)
    if lacking:
        raise Refusal(f"Parley cannot post in {channel.mention} yet. {how_to_allow(lacking)}")


def check_role(channel: Place, role: discord.Role | None) -> None:
    """Raises Refusal if a ping of the role would stay silent or reach everyone."""
    if role is None:
        return
    if role.is_default():
        raise Refusal("Parley does not ping @everyone. Choose a role that people take by choice.")
    may_ping = channel.permissions_for(channel.guild.me).mention_everyone
    if not (role.mentionable or may_ping):
        raise Refusal(
            f"A ping of {role.mention} would reach nobody: in Server Settings → Roles, switch on "
            "'Allow anyone to @mention this role', then try again."
        )


async def _conflict(session: AsyncSession, preset: Preset) -> Conflict:
    row = await session.scalar(select(Conflict).where(Conflict.slug == preset.slug))
    if row is None:
        row = Conflict(slug=preset.slug, name=preset.name)
        session.add(row)
        await session.flush()
    return row


async def _save(desk: Desk, preset: Preset, channel: Place, role: discord.Role | None) -> None:
    now, guild = desk.clock(), channel.guild
    async with desk.sessions.begin() as session:
        conflict = await _conflict(session, preset)
        if await session.get(Guild, guild.id) is None:
            session.add(Guild(id=guild.id, name=guild.name, joined_at=now))
            await session.flush()
        known = await session.scalar(
            select(Follow).where(Follow.channel_id == channel.id, Follow.conflict_id == conflict.id)
        )
        if known is not None:
            raise Refusal(
                f"{channel.mention} follows {safe(preset.name)} already. /settings changes how; "
                "/follow test looks whether all is well."
            )
        session.add(
            Follow(
                guild_id=guild.id,
                channel_id=channel.id,
                conflict_id=conflict.id,
                since=now,
                zone=preset.zone,
                role_id=role.id if role else None,
            )
        )


class FollowGroup(AdminGroup):
    """The group /follow."""

    def __init__(self) -> None:
        super().__init__("follow", "Which channel follows which conflict (Manage Server)")

    @app_commands.command(name="add", description="Have a channel follow a conflict")
    @app_commands.describe(
        conflict="Which conflict",
        channel="Where to post; without it, here",
        role="A role to ping for new rounds and moved deadlines; without it, nobody",
    )
    @app_commands.autocomplete(conflict=conflict_choices)
    async def add(
        self,
        interaction: discord.Interaction[Any],
        conflict: str,
        channel: discord.TextChannel | discord.Thread | None = None,
        role: discord.Role | None = None,
    ) -> None:
        """Check the channel, save the follow, say what will come."""
        guild, desk = server_of(interaction), desk_of(interaction)
        preset = desk.preset(conflict)
        place = guild.get_channel_or_thread(channel.id if channel else interaction.channel_id or 0)
        if not isinstance(place, Place):
            raise Refusal("Parley posts in text channels and threads. Choose one with channel.")
        check_place(place)
        check_role(place, role)
        await _save(desk, preset, place, role)
        text = f"{place.mention} now follows **{safe(preset.name)}**. {WHAT_COMES}"
        if missing(place, board=True):
            text += "\nThe board will not be pinned until Parley has Pin Messages there."
        await tell(interaction, text)

    @app_commands.command(name="list", description="Which channels follow what, and how they are")
    async def list_follows(self, interaction: discord.Interaction[Any]) -> None:
        """Answer privately, a line a follow."""
        guild = server_of(interaction)
        async with desk_of(interaction).sessions() as session:
            found = await follows_of(session, guild.id)
        if not found:
            raise Refusal("No channel follows anything yet. Start with /follow add.")
        lines = tuple(_line(follow, name) for follow, name in found)
        more = "/settings, where each can be picked"
        await show_card(
            interaction,
            Card("", "Who follows what", BOARD_COLOUR, lines, more=more, footer="Parley"),
        )

    @app_commands.command(name="remove", description="Have a channel follow a conflict no longer")
    @app_commands.describe(follow="Which; needed only where there are several")
    @app_commands.autocomplete(follow=follow_choices)
    async def remove(
        self, interaction: discord.Interaction[Any], follow: str | None = None
    ) -> None:
        """Ask once, then remove the follow; its posts stay."""
        guild, desk = server_of(interaction), desk_of(interaction)
        async with desk.sessions() as session:
            row, name = await pick(session, guild.id, follow)

        async def do() -> str:
            async with desk.sessions.begin() as session:
                gone = await session.get(Follow, row.id)
                if gone is not None:
                    await session.delete(gone)
            return f"<#{row.channel_id}> no longer follows {safe(name)}."

        question = (
            f"Stop following **{safe(name)}** in <#{row.channel_id}>? What was posted stays; its "
            "settings are lost."
        )
        await Confirm(interaction.user.id, "Stop following", do, danger=True).ask(
            interaction, question
        )

    @app_commands.command(
        name="test", description="Look whether a channel can be posted to, and what it would show"
    )
    @app_commands.describe(follow="Which; needed only where there are several")
    @app_commands.autocomplete(follow=follow_choices)
    async def test(self, interaction: discord.Interaction[Any], follow: str | None = None) -> None:
        """Check permissions, take up a paused follow, show the board privately."""
        guild, desk = server_of(interaction), desk_of(interaction)
        async with desk.sessions() as session:
            row, _ = await pick(session, guild.id, follow)
        place = guild.get_channel_or_thread(row.channel_id)
        if not isinstance(place, Place):
            raise Refusal("That channel is gone. Choose another with /follow add.")
        check_place(place)
        async with desk.sessions.begin() as session:
            row = await session.get_one(Follow, row.id)
            row.paused_at = row.paused_reason = None
            if row.board:
                await want_board_again(session, row.id, desk.clock())
            conflict = await session.get_one(Conflict, row.conflict_id)
            view = await recall.board(session, conflict.slug, guild.id, desk.clock(), row.zone)
        pins = "" if not missing(place, board=True) else " (but not pinned: allow Pin Messages)"
        foot = f"All is well: this board can be posted in #{place.name}{pins}."
        await show_card(interaction, board_card(view, footer=foot))


_PARTS = ("talks", "deadlines", "digest", "board")


def _line(follow: Follow, name: str) -> str:
    parts = [part for part in _PARTS if getattr(follow, part)] or ["nothing"]
    line = f"• <#{follow.channel_id}> follows **{safe(name, 80)}**: {', '.join(parts)}"
    line += f"; digest at {follow.digest_hour:02}:00 {follow.zone}"
    if follow.role_id:
        line += f"; pings <@&{follow.role_id}>"
    if follow.paused_at is not None:
        line += f"\n  **Paused**: {safe(follow.paused_reason or 'no reason noted', 300)} "
        line += "Then run /follow test."
    return line
