"""/feeds: which feeds this server reads."""

from typing import Any

import discord
from discord import app_commands
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cards.embed import Card
from bot.cards.feeds import feed_line, feed_name, feeds_card, preview_lines
from bot.cards.lexicon import NOTICE_COLOUR
from bot.cards.story import story_card
from bot.commands.answer import Choices, choices, show_card
from bot.commands.feed_add import address_of, look, offer, require_room
from bot.commands.feed_list import export, offer_import
from bot.commands.reach import AdminGroup, server_of
from bot.desk import desk_of
from bot.feedbook import ServerFeed, drop, feeds_of, read_in_full
from bot.preview import FeedPage
from bot.tree import Refusal, tell
from bot.words import clean, safe, shorten
from jobs.story_facts import story_facts

_FULL_TEXT = {
    True: "from the next story on, the page behind an entry that is about a conflict is read as "
    "well, where its site lets robots read it. The page's text is only read, never posted. A feed "
    "that several servers added is read so once all of them ask for it.",
    False: "only what the feed itself says is read.",
}


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


class FeedsGroup(AdminGroup):
    """The group /feeds."""

    def __init__(self) -> None:
        super().__init__("feeds", "Which feeds this server reads (Manage Server)")

    @app_commands.command(name="add", description="Add a feed for this server, after a look at it")
    @app_commands.describe(
        url="Its address, such as https://example.org/feed.xml, or a page that names it"
    )
    async def add(self, interaction: discord.Interaction[Any], url: str) -> None:
        """Look at the feed, show its newest item, ask, then add it."""
        guild, desk = server_of(interaction), desk_of(interaction)
        address = address_of(url)
        await interaction.response.defer(ephemeral=True)
        async with desk.sessions() as session:
            await require_room(session, desk, guild.id, address)
        await offer(interaction, desk, guild, address)

    @app_commands.command(name="list", description="This server's feeds and how each is doing")
    async def list_all(self, interaction: discord.Interaction[Any]) -> None:
        """Answer privately."""
        guild, desk = server_of(interaction), desk_of(interaction)
        async with desk.sessions() as session:
            found = await feeds_of(session, guild.id)
        await show_card(interaction, feeds_card(found, desk.feed_limit, desk.clock()))

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
        preview = await look(desk, one.feed.url)
        if isinstance(preview, FeedPage):
            raise Refusal("A web page came instead of the feed; /feeds add takes its address.")
        title = safe(preview.title, 150) or feed_name(one.feed)
        lines = (
            "It answers.",
            *preview_lines(preview),
            "",
            "As polled:",
            feed_line(one, desk.clock()),
        )
        await show_card(
            interaction,
            Card(title, title, NOTICE_COLOUR, lines, footer="Nothing was stored or posted"),
        )

    @app_commands.command(
        name="full-text", description="Read the pages behind a feed's entries too, or no longer"
    )
    @app_commands.describe(
        feed="Which feed; choose from the list", on="True reads the pages too; False, the feed only"
    )
    @app_commands.autocomplete(feed=feed_choices)
    async def full_text(self, interaction: discord.Interaction[Any], feed: str, on: bool) -> None:
        """Set it for a feed that this server added; the default feeds are the operator's."""
        guild, desk = server_of(interaction), desk_of(interaction)
        async with desk.sessions.begin() as session:
            one = await _pick(session, guild.id, feed)
            if not await read_in_full(session, guild.id, one.feed.id, on):
                raise Refusal(
                    "That is a default feed, which all servers share: whoever runs Parley sets it, "
                    "with `parley feeds full-text`. It can be set here for feeds that this server "
                    "added."
                )
        await tell(interaction, f"**{safe(feed_name(one.feed), 150)}**: {_FULL_TEXT[on]}")

    @app_commands.command(name="why", description="Why a story was or was not posted here")
    @app_commands.describe(link="The story's address, as its outlet or feed gives it")
    async def why(self, interaction: discord.Interaction[Any], link: str) -> None:
        """Answer privately from what the database holds about it."""
        guild, desk = server_of(interaction), desk_of(interaction)
        address = address_of(link)
        async with desk.sessions() as session:
            story = await story_facts(session, guild.id, address)
        await show_card(interaction, story_card(address, story))

    @app_commands.command(name="import", description="Add the feeds of an OPML file, after a look")
    @app_commands.describe(file="A list that a feed reader or /feeds export gave")
    async def take_list(
        self, interaction: discord.Interaction[Any], file: discord.Attachment
    ) -> None:
        """Say what it would add, ask, then add it."""
        guild, desk = server_of(interaction), desk_of(interaction)
        await interaction.response.defer(ephemeral=True)
        await offer_import(interaction, desk, guild, file)

    @app_commands.command(name="export", description="This server's feeds as an OPML file")
    async def give_list(self, interaction: discord.Interaction[Any]) -> None:
        """Answer privately with the file."""
        guild, desk = server_of(interaction), desk_of(interaction)
        await interaction.response.send_message(
            "The feeds that this server reads; any feed reader and /feeds import take the file.",
            file=await export(desk, guild),
            ephemeral=True,
        )
