"""/feeds: which feeds this server reads."""

from typing import Any

import discord
from discord import app_commands
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cards.embed import Card, finish
from bot.cards.feeds import feed_line, feed_name, feeds_card, preview_card, preview_lines
from bot.cards.lexicon import NOTICE_COLOUR
from bot.commands.answer import Choices, choices, show_card
from bot.commands.confirm import Confirm
from bot.commands.reach import AdminGroup, server_of
from bot.desk import Desk, desk_of
from bot.feedbook import ServerFeed, drop, feeds_of, own_count, take_up
from bot.preview import FeedPreview, FeedRefused
from bot.tree import Refusal, tell
from bot.words import clean, safe, shorten
from db.models import Guild
from jobs.feeds import FeedUrlError, feed_url

_QUESTION = (
    "Add this feed for this server? Its first poll stores what is there and posts nothing; only "
    "what comes after is news."
)


async def feed_choices(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """The feeds of this server."""
    if interaction.guild is None:
        return []
    async with desk_of(interaction).sessions() as session:
        found = await feeds_of(session, interaction.guild.id)
    pairs = [
        (f"{feed_name(one.feed)} · {one.feed.url}", str(one.feed.id))
        for one in found
        if not one.off
    ]
    return choices(pairs, typed)


async def _pick(session: AsyncSession, guild_id: int, wanted: str) -> ServerFeed:
    """The feed chosen by number or address. Raises Refusal."""
    asked = wanted.strip()
    for one in await feeds_of(session, guild_id):
        if not one.off and asked in {str(one.feed.id), one.feed.url}:
            return one
    raise Refusal(
        f"`{shorten(clean(wanted), 80)}` is no feed of this server. Choose one from the list that "
        "opens while you type; /feeds list shows all."
    )


async def _look(desk: Desk, url: str) -> FeedPreview:
    try:
        return await desk.probe(url)
    except FeedRefused as error:
        raise Refusal(
            f"That address gives no feed that Parley can read: {safe(str(error), 300)}. Look for "
            "a link named RSS or Atom on the site, and check the address in a browser."
        ) from error


def _address(url: str) -> str:
    try:
        return feed_url(url)
    except FeedUrlError as error:
        raise Refusal(
            f"`{shorten(clean(url), 80)}` is no feed address. Write it in full, such as "
            "`https://example.org/feed.xml`."
        ) from error


class FeedsGroup(AdminGroup):
    """The group /feeds."""

    def __init__(self) -> None:
        super().__init__("feeds", "Which feeds this server reads (Manage Server)")

    @app_commands.command(name="add", description="Add a feed for this server, after a look at it")
    @app_commands.describe(url="The feed's address, such as https://example.org/feed.xml")
    async def add(self, interaction: discord.Interaction[Any], url: str) -> None:
        """Look at the feed, show its newest item, ask, then add it."""
        guild, desk = server_of(interaction), desk_of(interaction)
        address = _address(url)
        await interaction.response.defer(ephemeral=True)
        async with desk.sessions() as session:
            own = await own_count(session, guild.id)
            known = [one for one in await feeds_of(session, guild.id) if one.feed.url == address]
        if known and not known[0].off:
            raise Refusal("This server reads that feed already; see /feeds list.")
        if own >= desk.feed_limit:
            raise Refusal(
                f"This server has {own} of {desk.feed_limit} feeds of its own. Remove one with "
                "/feeds remove first."
            )
        preview = await _look(desk, address)

        async def do() -> str:
            async with desk.sessions.begin() as session:
                if await session.get(Guild, guild.id) is None:
                    now = desk.clock()
                    session.add(Guild(id=guild.id, name=guild.name, joined_at=now))
                    await session.flush()
                await take_up(session, guild.id, preview.url, preview.title, desk.clock)
            return f"Added **{safe(preview.title, 150)}**. /feeds list shows how it is doing."

        embed = discord.Embed.from_dict(finish(preview_card(preview), "").embed or {})
        await Confirm(interaction.user.id, "Add feed", do).ask(interaction, _QUESTION, embed)

    @app_commands.command(name="list", description="This server's feeds and how each is doing")
    async def list_all(self, interaction: discord.Interaction[Any]) -> None:
        """Answer privately."""
        guild, desk = server_of(interaction), desk_of(interaction)
        async with desk.sessions() as session:
            found = await feeds_of(session, guild.id)
        await show_card(interaction, feeds_card(found, desk.feed_limit))

    @app_commands.command(
        name="remove", description="Read a feed no longer in this server; others keep it"
    )
    @app_commands.describe(feed="Which feed; choose from the list")
    @app_commands.autocomplete(feed=feed_choices)
    async def remove(self, interaction: discord.Interaction[Any], feed: str) -> None:
        """Remove one's own feed, or switch a default one off; /feeds add brings it back."""
        guild, desk = server_of(interaction), desk_of(interaction)
        async with desk.sessions.begin() as session:
            one = await _pick(session, guild.id, feed)
            await drop(session, guild.id, one.feed.id, desk.clock())
        done = "removed" if one.own else "switched off for this server"
        await tell(
            interaction,
            f"**{safe(feed_name(one.feed), 150)}** is {done}. Cards show no more what only it "
            f"reports. To have it back: `/feeds add url:{one.feed.url}`",
        )

    @app_commands.command(
        name="test", description="Look at one feed now: does it answer, with what"
    )
    @app_commands.describe(feed="Which feed; choose from the list")
    @app_commands.autocomplete(feed=feed_choices)
    async def test(self, interaction: discord.Interaction[Any], feed: str) -> None:
        """Ask the server once; nothing is stored or posted."""
        guild, desk = server_of(interaction), desk_of(interaction)
        await interaction.response.defer(ephemeral=True)
        async with desk.sessions() as session:
            one = await _pick(session, guild.id, feed)
        preview = await _look(desk, one.feed.url)
        title = safe(preview.title, 150) or feed_name(one.feed)
        lines = ("It answers.", *preview_lines(preview), "", "As polled:", feed_line(one))
        await show_card(
            interaction,
            Card(title, title, NOTICE_COLOUR, lines, footer="Nothing was stored or posted"),
        )
