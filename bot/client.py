"""ParleyBot: the connection to Discord, and what it remembers of servers."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import discord
import structlog
from discord.abc import GuildChannel
from discord.ext import commands as ext
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.commands import add_commands
from bot.desk import Desk
from bot.endpoint import is_real_discord
from bot.panels import SourcesButton
from bot.permissions import missing
from bot.preview import Probe, no_probe, probe_with
from bot.tree import ParleyTree
from db.engine import Sessions
from db.models import Follow, Guild, Note
from feeds.fetch import Fetcher
from jobs.clock import Clock
from reading.preset import Preset

log = structlog.get_logger(__name__)

WAIT_FOR_LIMITS = 60.0
"""Longer waits are raised as RateLimited: the outbox waits better than a held request."""


class ParleyBot(ext.AutoShardedBot):
    """The bot. `on_setup` is awaited once, before the gateway connects: start jobs there.

    `probe` looks at a feed before it is added; without one `fetcher` does, without either the
    address is taken as it is. `feed_limit` is how many feeds of its own one server may add.
    """

    def __init__(
        self,
        sessions: Sessions,
        clock: Clock,
        presets: tuple[Preset, ...],
        *,
        fetcher: Fetcher | None = None,
        probe: Probe | None = None,
        feed_limit: int = 50,
        on_setup: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        super().__init__(
            command_prefix=ext.when_mentioned,
            help_command=None,
            tree_cls=ParleyTree,
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=WAIT_FOR_LIMITS,
            guild_ready_timeout=2.0 if is_real_discord() else 0.05,
        )
        looks = probe or (probe_with(fetcher) if fetcher is not None else no_probe)
        self.desk = Desk(sessions, clock, presets, looks, feed_limit)
        self._on_setup = on_setup
        self._on_close: list[Callable[[], object]] = []
        self._writing: set[asyncio.Task[Any]] = set()

    def on_close(self, callback: Callable[[], object]) -> None:
        """Have something done when the bot closes, last come first served."""
        self._on_close.append(callback)

    async def close(self) -> None:
        """Stop what was started with the bot, leave Discord, finish what is being noted."""
        while self._on_close:
            self._on_close.pop()()
        await super().close()
        if self._writing:
            await asyncio.wait(self._writing)

    @asynccontextmanager
    async def _noting(self) -> AsyncIterator[AsyncSession]:
        """A transaction that the bot's end waits for: discord.py forgets its events' tasks."""
        task = asyncio.current_task()
        assert task is not None
        self._writing.add(task)
        try:
            async with self.desk.sessions.begin() as session:
                yield session
        finally:
            self._writing.discard(task)

    async def setup_hook(self) -> None:
        """Register commands and buttons, tell Discord of them if they changed, start the jobs."""
        add_commands(self.tree)
        self.add_dynamic_items(SourcesButton)
        await self._sync_if_changed()
        if self._on_setup is not None:
            await self._on_setup()

    async def _sync_if_changed(self) -> None:
        # Compared with our own last payload: Discord's copy has defaults filled in, and it
        # allows only 200 creations a day.
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        digest = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
        key = f"commands:{self.application_id}"
        async with self.desk.sessions() as session:
            note = await session.get(Note, key)
        # A local Discord starts without commands each time.
        if note is not None and note.value == digest and is_real_discord():
            return
        try:
            synced = await self.tree.sync()
        except discord.HTTPException as error:
            # The old ones go on working; the next start tries again.
            log.warning("commands not sent to Discord", reason=str(error))
            return
        async with self.desk.sessions.begin() as session:
            await session.merge(Note(key=key, value=digest, at=self.desk.clock()))
        log.info("commands sent to Discord", count=len(synced))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Remember a server that added Parley, or added it again."""
        await self._remember(guild)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Remember a server that added Parley while it was away."""
        await self._remember(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that Parley was removed; its rows are deleted after a time of grace."""
        async with self._noting() as session:
            row = await session.get(Guild, guild.id)
            if row is not None:
                row.left_at = self.desk.clock()

    async def on_ready(self) -> None:
        """Note which servers removed Parley while it was away. Safe to run again."""
        present = {guild.id for guild in self.guilds}
        async with self._noting() as session:
            for row in await session.scalars(select(Guild).where(Guild.left_at.is_(None))):
                if row.id not in present:
                    row.left_at = self.desk.clock()

    async def _remember(self, guild: discord.Guild) -> None:
        async with self._noting() as session:
            row = await session.get(Guild, guild.id)
            if row is None:
                session.add(Guild(id=guild.id, name=guild.name, joined_at=self.desk.clock()))
            else:
                row.name, row.left_at = guild.name, None
        await self._resume(guild)

    async def on_guild_channel_update(self, _before: Any, after: GuildChannel) -> None:
        """A channel's permissions may have been mended."""
        await self._resume(after.guild)

    async def on_guild_role_update(self, _before: Any, after: discord.Role) -> None:
        """A role of ours may have been given what was missing."""
        await self._resume(after.guild)

    async def on_member_update(self, _before: Any, after: discord.Member) -> None:
        """We may have been given a role. Without the members intent only our own updates come."""
        await self._resume(after.guild)

    async def on_thread_update(self, _before: Any, after: discord.Thread) -> None:
        """A thread may have been unlocked."""
        await self._resume(after.guild)

    async def on_guild_channel_delete(self, channel: GuildChannel) -> None:
        """Pause what followed there; its settings stay for another channel."""
        async with self._noting() as session:
            rows = await session.scalars(select(Follow).where(Follow.channel_id == channel.id))
            for follow in rows:
                follow.paused_at = self.desk.clock()
                follow.paused_reason = "The channel was deleted. Choose another with /follow add."

    async def _resume(self, guild: discord.Guild) -> None:
        """Take up the follows that were paused for a reason that no longer holds."""
        async with self._noting() as session:
            rows = await session.scalars(
                select(Follow).where(Follow.guild_id == guild.id, Follow.paused_at.is_not(None))
            )
            for follow in rows:
                channel = guild.get_channel_or_thread(follow.channel_id)
                locked = isinstance(channel, discord.Thread) and channel.locked
                if channel is None or locked or missing(channel):
                    continue
                follow.paused_at = follow.paused_reason = None
                log.info("follow resumed", guild=guild.id, channel=channel.id)
