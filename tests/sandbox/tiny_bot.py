"""A tiny bot with one of each thing that Parley does in Discord, for the sandbox's tests."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import discord
import discord.http
from discord import app_commands

from sandbox.server import SandboxDiscord

TALKS = ["Istanbul, 16 May", "Istanbul, 2 June", "Istanbul, 23 July"]


class TinyBot(discord.Client):
    """One of each."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        wanted = intents or discord.Intents(guilds=True)
        # It waits this long for further GUILD_CREATEs before it says it is ready.
        super().__init__(intents=wanted, guild_ready_timeout=0.005)
        self.tree = app_commands.CommandTree(self)
        self.seen: list[str] = []
        self.add_plain_commands()
        self.add_forms()
        self.add_talks()

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_resumed(self) -> None:
        self.seen.append("resumed")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.seen.append(f"removed from {guild.name}")

    async def on_guild_channel_pins_update(self, channel: Any, last_pin: Any) -> None:
        self.seen.append(f"pins of {channel.name}")

    async def on_raw_message_delete(self, payload: Any) -> None:
        self.seen.append(f"deleted {payload.message_id}")

    def text(self, name: str) -> discord.TextChannel:
        channel = discord.utils.get(self.get_all_channels(), name=name)
        assert isinstance(channel, discord.TextChannel)
        return channel

    def add_plain_commands(self) -> None:
        @self.tree.command(description="Where the talks stand")
        async def status(interaction: discord.Interaction, conflict: str = "all") -> None:
            await interaction.response.send_message(f"Status of {conflict}")

        @self.tree.command(description="Takes its time")
        async def slow(interaction: discord.Interaction) -> None:
            await interaction.response.defer(ephemeral=True)
            await interaction.followup.send("Here it is")
            await interaction.followup.send("And more", ephemeral=True)

        @self.tree.command(description="Never answers")
        async def mute(interaction: discord.Interaction) -> None:
            self.seen.append("mute")

        @self.tree.command(description="Answers twice")
        async def twice(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("once")
            try:
                await interaction.client.http.request(
                    discord.http.Route(
                        "POST",
                        "/interactions/{webhook_id}/{webhook_token}/callback",
                        webhook_id=interaction.id,
                        webhook_token=interaction.token,
                    ),
                    json={"type": 4, "data": {"content": "twice"}},
                )
            except discord.HTTPException as error:
                self.seen.append(f"code {error.code}")

        @self.tree.command(description="How long a file is")
        async def size(interaction: discord.Interaction, file: discord.Attachment) -> None:
            read = len(await file.read())
            await interaction.response.send_message(f"{file.filename} has {read} bytes")

        @self.tree.command(description="For admins")
        @app_commands.default_permissions(manage_guild=True)
        async def settings(interaction: discord.Interaction) -> None:
            assert isinstance(interaction.user, discord.Member)
            may = interaction.permissions.manage_guild
            await interaction.response.send_message(f"{interaction.user.display_name} {may}")

    def add_forms(self) -> None:
        @self.tree.command(description="A note")
        async def note(interaction: discord.Interaction) -> None:
            await interaction.response.send_modal(NoteModal())

        @self.tree.command(description="Buttons")
        async def panel(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("A panel", view=Panel(), ephemeral=True)

    def add_talks(self) -> None:
        talks = app_commands.Group(name="talks", description="The rounds")

        @talks.command(name="show", description="One round")
        async def show(
            interaction: discord.Interaction, number: app_commands.Range[int, 1]
        ) -> None:
            await interaction.response.send_message(f"Round {number}", ephemeral=True)

        @talks.command(name="find", description="By words")
        async def find(
            interaction: discord.Interaction, words: str, channel: discord.TextChannel
        ) -> None:
            await interaction.response.send_message(f"{words} in {channel.mention}")

        @find.autocomplete("words")
        async def complete(interaction: discord.Interaction, typed: str) -> list[Any]:
            return [app_commands.Choice(name=t, value=t) for t in TALKS if typed in t]

        self.tree.add_command(talks)


class NoteModal(discord.ui.Modal, title="A note"):
    words: discord.ui.TextInput["NoteModal"] = discord.ui.TextInput(
        label="Words", custom_id="words"
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"Noted: {self.words.value}", ephemeral=True)


class Panel(discord.ui.View):
    @discord.ui.button(label="More", custom_id="more")
    async def more(self, interaction: discord.Interaction, _: Any) -> None:
        await interaction.response.edit_message(content="More of it", view=None)

    @discord.ui.select(
        custom_id="pick",
        options=[discord.SelectOption(label="One"), discord.SelectOption(label="Two")],
    )
    async def pick(self, interaction: discord.Interaction, select: Any) -> None:
        await interaction.response.send_message(f"Picked {select.values[0]}", ephemeral=True)


async def until(predicate: Callable[[], object]) -> None:
    """Let the client's own tasks run until it has noticed; not all of that is an event."""
    for _ in range(5_000):
        if predicate():
            return
        await asyncio.sleep(0.002)
    raise AssertionError("the client did not notice")


@contextlib.asynccontextmanager
async def running(server: SandboxDiscord, client: TinyBot) -> AsyncIterator[TinyBot]:
    """A client that is ready, and closed afterwards."""
    task = asyncio.create_task(client.start(server.token))
    await server.wait_connected()
    await asyncio.wait_for(client.wait_until_ready(), 5)
    yield client
    await client.close()
    await task
