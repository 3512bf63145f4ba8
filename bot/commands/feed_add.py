"""Adding a feed: a look, a choice where a page names several, a preview, a question, the row."""

from typing import Any

import discord
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cards.embed import finish
from bot.cards.feeds import preview_card
from bot.commands.confirm import Confirm
from bot.desk import Desk
from bot.feedbook import feeds_of, own_count, take_up
from bot.preview import FeedPage, FeedPreview, FeedRefused, weigh
from bot.tree import Refusal, SafeView
from bot.words import clean, counted, safe, shorten
from db.models import Conflict, Follow, Guild
from feeds.schedule import FLOOR
from jobs.feeds import FeedUrlError, feed_url
from jobs.keep import take_in
from reading.preset import Preset

_QUESTION = (
    "Add this feed for this server? Its first poll stores what is there and posts nothing; only "
    "what comes after is news."
)
_LABEL = 100
"""Limit of a select option's label, value and description (docs: components/reference)."""


def address_of(url: str) -> str:
    """The address as it is stored. Raises Refusal."""
    try:
        return feed_url(url)
    except FeedUrlError as error:
        raise Refusal(
            f"`{shorten(clean(url), 80)}` is no feed address. Write it in full, such as "
            "`https://example.org/feed.xml`."
        ) from error


async def look(desk: Desk, url: str) -> FeedPreview | FeedPage:
    """Ask the address once. Raises Refusal."""
    try:
        return await desk.probe(url)
    except FeedRefused as error:
        raise Refusal(
            f"That address gives no feed that Parley can read: {safe(str(error), 500)}. Look for "
            "a link named RSS or Atom on the site (JSON feeds work too), and check the address in "
            "a browser."
        ) from error


async def require_room(session: AsyncSession, desk: Desk, guild_id: int, address: str) -> None:
    """Raises Refusal where the server reads the feed already, or may add no more."""
    known = [one for one in await feeds_of(session, guild_id) if one.feed.url == address]
    if known and not known[0].off:
        raise Refusal("This server reads that feed already; see /feeds list.")
    own = await own_count(session, guild_id)
    if own >= desk.feed_limit and not known:
        raise Refusal(
            f"This server has {own} of {desk.feed_limit} feeds of its own. Remove one with "
            "/feeds remove first."
        )


async def followed_presets(session: AsyncSession, desk: Desk, guild_id: int) -> list[Preset]:
    """The conflicts that the server follows; all that are watched where it follows none yet."""
    query = select(Conflict.slug).join(Follow, Follow.conflict_id == Conflict.id)
    slugs = set(await session.scalars(query.where(Follow.guild_id == guild_id)))
    return [p for p in desk.presets if p.slug in slugs] or list(desk.presets)


async def ensure_guild(session: AsyncSession, desk: Desk, guild: discord.Guild) -> None:
    """The server's row, made if it is missing."""
    if await session.get(Guild, guild.id) is None:
        session.add(Guild(id=guild.id, name=guild.name, joined_at=desk.clock()))
        await session.flush()


async def offer(
    interaction: discord.Interaction[Any], desk: Desk, guild: discord.Guild, url: str
) -> None:
    """Look at the address and ask, after a defer: which of a page's feeds, then whether to add."""
    found = await look(desk, url)
    if isinstance(found, FeedPage):
        view = ChooseFeed(interaction.user.id, desk, guild, found)
        told = f"That is a web page; it names {counted(len(found.links), 'feed')}. Which one?"
        await interaction.followup.send(told, view=view, ephemeral=True)
        return
    async with desk.sessions() as session:
        await require_room(session, desk, guild.id, feed_url(found.url))
        preview = weigh(found, await followed_presets(session, desk, guild.id))

    async def do() -> str:
        await save(desk, guild, preview)
        return f"Added **{safe(preview.title, 150)}**. /feeds list shows how it is doing."

    embed = discord.Embed.from_dict(finish(preview_card(preview), "").embed or {})
    await Confirm(interaction.user.id, "Add feed", do).ask(interaction, _QUESTION, embed)


async def save(desk: Desk, guild: discord.Guild, preview: FeedPreview) -> None:
    """Add the feed for the server, and keep the look at it as its first poll (feeds.md P10)."""
    async with desk.sessions.begin() as session:
        await ensure_guild(session, desk, guild)
        feed = await take_up(session, guild.id, preview.url, preview.title, desk.clock)
        if preview.result is not None and feed.state == "new":
            # So that no turn of the clock asks it before the answer at hand is kept.
            feed.due_at = desk.clock() + FLOOR
    if preview.result is not None:
        await take_in(desk.sessions, desk.clock, preview.result)


class ChooseFeed(SafeView):
    """The feeds that a page names, to pick one."""

    def __init__(self, invoker_id: int, desk: Desk, guild: discord.Guild, page: FeedPage) -> None:
        super().__init__(invoker_id)
        self.add_item(_Links(desk, guild, page))


class _Links(discord.ui.Select[ChooseFeed]):
    def __init__(self, desk: Desk, guild: discord.Guild, page: FeedPage) -> None:
        options = [
            discord.SelectOption(
                label=shorten(clean(link.title or link.url), _LABEL),
                value=str(number),
                description=shorten(clean(f"{link.kind} {link.url}".strip()), _LABEL),
            )
            for number, link in enumerate(page.links)
        ]
        super().__init__(placeholder="Choose a feed", options=options)
        self._desk, self._guild, self._page = desk, guild, page

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Look at the chosen feed and ask."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        chosen = self._page.links[int(self.values[0])]
        await offer(interaction, self._desk, self._guild, address_of(chosen.url))
