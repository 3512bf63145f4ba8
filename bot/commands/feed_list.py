"""A server's feeds as an OPML attachment: taken in after a question, given out."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import discord
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cards.feeds import feed_name
from bot.commands.confirm import Confirm
from bot.commands.feed_add import ensure_guild
from bot.desk import Desk
from bot.feedbook import feeds_of, own_count, take_up
from bot.tree import Refusal
from bot.words import clean, counted, listing, safe, shorten
from feeds.opml import SIZE_CAP, ListedFeed, read_opml, write_opml
from feeds.problems import FeedParseError
from jobs.feeds import FeedUrlError, feed_url
from jobs.notices import notice_channel


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What taking in a list would do."""

    fresh: tuple[ListedFeed, ...]
    """To be added, their addresses as they are stored."""
    known: int = 0
    bad: tuple[str, ...] = ()
    """No addresses of feeds."""
    over: int = 0
    """Left out: the server may add no more."""

    @property
    def words(self) -> str:
        """What happens to each of the list's feeds."""
        left = (
            (self.known, "read here already"),
            (len(self.bad), f"no feed address ({listing([shorten(b, 60) for b in self.bad])})"),
            (self.over, "over this server's limit, and left out"),
        )
        told = [f"{counted(len(self.fresh), 'feed')} to add"]
        return "; ".join(told + [f"{number:,} {what}" for number, what in left if number])


def plan_import(listed: Iterable[ListedFeed], known: Iterable[str], room: int) -> ImportPlan:
    """What to add of a list, given the addresses read already and how many more may be added."""
    reads = set(known)
    fresh: dict[str, ListedFeed] = {}
    bad: list[str] = []
    twice = 0
    for feed in listed:
        try:
            address = feed_url(feed.url)
        except FeedUrlError:
            bad.append(safe(feed.url, 60))
            continue
        if address in reads:
            twice += 1
        else:
            fresh.setdefault(address, ListedFeed(address, feed.title))
    kept = tuple(fresh.values())[: max(room, 0)]
    return ImportPlan(kept, twice, tuple(bad), len(fresh) - len(kept))


async def _plan(
    session: AsyncSession, desk: Desk, guild_id: int, listed: Iterable[ListedFeed]
) -> ImportPlan:
    used = [one.feed.url for one in await feeds_of(session, guild_id) if not one.off]
    return plan_import(listed, used, desk.feed_limit - await own_count(session, guild_id))


async def _read(file: discord.Attachment) -> tuple[ListedFeed, ...]:
    if file.size > SIZE_CAP:
        raise Refusal(f"That file is larger than {SIZE_CAP // 1024} KiB; a list of feeds is not.")
    try:
        return read_opml(await file.read())
    except FeedParseError as error:
        raise Refusal(
            f"`{shorten(clean(file.filename), 60)}` cannot be taken in: {safe(str(error), 200)}."
        ) from error
    except discord.HTTPException as error:
        raise Refusal("Discord did not hand over the file; attach it once more.") from error


async def offer_import(
    interaction: discord.Interaction[Any],
    desk: Desk,
    guild: discord.Guild,
    file: discord.Attachment,
) -> None:
    """Say what the list would add and ask, after a defer."""
    listed = await _read(file)
    async with desk.sessions() as session:
        plan = await _plan(session, desk, guild.id, listed)
    if not plan.fresh:
        raise Refusal(f"Nothing was changed: {plan.words}. See /feeds list.")

    async def do() -> str:
        async with desk.sessions.begin() as session:
            await ensure_guild(session, desk, guild)
            # Planned anew: others may have added feeds while the question stood.
            now = await _plan(session, desk, guild.id, listed)
            for feed in now.fresh:
                await take_up(session, guild.id, feed.url, feed.title, desk.clock)
            channel = await notice_channel(session, guild.id)
        where = f"told in <#{channel}>, all in one message" if channel else "marked there"
        return (
            f"Added {counted(len(now.fresh), 'feed')}. Each is asked for the first time within the "
            "next minutes, several of one site with a pause between them. /feeds list shows how "
            f"each is doing; those that give no feed are {where}."
        )

    question = (
        f"{plan.words}.\nNone was looked at yet: each is asked in its turn, and its first poll "
        "stores what is there and posts nothing. Those that give no feed are told then."
    )
    label = f"Add {counted(len(plan.fresh), 'feed')}"
    await Confirm(interaction.user.id, label, do).ask(interaction, question)


async def export(desk: Desk, guild: discord.Guild) -> discord.File:
    """The feeds that the server reads, its own and the default ones apart."""
    async with desk.sessions() as session:
        used = [one for one in await feeds_of(session, guild.id) if not one.off]
    if not used:
        raise Refusal("This server reads no feeds yet: /feeds add.")
    groups = {
        name: [ListedFeed(one.feed.url, feed_name(one.feed)) for one in used if one.own is own]
        for name, own in (("Added by this server", True), ("Default feeds", False))
    }
    filled = {name: feeds for name, feeds in groups.items() if feeds}
    body = write_opml(f"Feeds of {guild.name}", filled, desk.clock())
    return discord.File(io.BytesIO(body), "parley-feeds.opml")
