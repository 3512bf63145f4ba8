"""The local Discord: one loopback server with REST, Gateway and a page for people."""

import asyncio
import re
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from sandbox import front
from sandbox.commands import CommandBook
from sandbox.composing import Composer, Files
from sandbox.errors import SandboxError
from sandbox.faults import Fault, Faults, Request
from sandbox.gateway import Gateway
from sandbox.interactions import InteractionRecord, Interactions
from sandbox.model import Channel, Json, Message
from sandbox.people import People
from sandbox.ratelimits import RateLimits
from sandbox.rest_commands import CommandRoutes, PlaceRoutes
from sandbox.rest_interactions import InteractionRoutes
from sandbox.rest_messages import MessageRoutes
from sandbox.snowflakes import Clock, wall_clock
from sandbox.world import Event, World

PINNED_NOTE = 6
"""The type of the message "so-and-so pinned a message"."""

ANY_BOT = "sandbox"
"""What a bot shows to come in where the caller names nothing else; it opens only this process."""


class SandboxDiscord:
    """A Discord of your own: `async with SandboxDiscord() as discord: …`."""

    def __init__(
        self,
        *,
        port: int = 0,
        clock: Clock | None = None,
        rate_limits: bool = True,
        token: str = ANY_BOT,
    ) -> None:
        self.port = port
        self.token = token
        self.requests: list[Request] = []
        self.world = World(clock or wall_clock)
        self.faults = Faults()
        self.limits = RateLimits(enabled=rate_limits)
        self.gateway = Gateway(self.world, token)
        self.interactions = Interactions(self.world)
        self.files = Files()
        composer = Composer(self.world, self.files)
        self.book = CommandBook(self.world.new_id, self.world.bot.id)
        self.people = People(self.world, self.gateway, self.book, self.interactions, self.files)
        self._places = PlaceRoutes(self.world)
        self.routes = [
            *MessageRoutes(self.world, composer).routes(),
            *CommandRoutes(self.world, self.book).routes(),
            *InteractionRoutes(self.interactions, composer).routes(),
            *self._places.routes(),
        ]
        self._runner: web.AppRunner | None = None
        self._waiting: set[asyncio.Event] = set()
        self.world.listeners.append(self._wake)
        self.interactions.changed = self.gateway.changed = self._wake

    @property
    def page_url(self) -> str:
        """Where a person looks."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def rest_url(self) -> str:
        """For discord.http.Route.BASE."""
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_url(self) -> str:
        """For discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY."""
        return f"ws://127.0.0.1:{self.port}/gateway/"

    async def start(self) -> None:
        """Listen on loopback. Raises OSError if the port is taken."""
        self._runner = web.AppRunner(front.application(self), access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self.gateway.url = self._places.gateway_url = self.gateway_url
        self.files.base_url = self.page_url.rstrip("/")

    async def stop(self) -> None:
        """Close every connection and stop listening."""
        await self.gateway.drop(code=1001)
        self._wake()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    # Waiting

    def _wake(self, _event: Event | None = None) -> None:
        for pulse in self._waiting:
            pulse.set()

    async def wait_for(self, predicate: Callable[[], object], seconds: float = 5.0) -> None:
        """Wait until the predicate holds; it is asked again whenever something happens.

        Raises TimeoutError after so many seconds of real time.
        """
        pulse = asyncio.Event()
        self._waiting.add(pulse)
        try:
            async with asyncio.timeout(seconds):
                while not predicate():
                    await pulse.wait()
                    pulse.clear()
        finally:
            self._waiting.discard(pulse)

    async def wait_connected(self, seconds: float = 10.0) -> None:
        """Wait until a bot has identified itself."""
        await self.wait_for(lambda: self.gateway.connected, seconds)

    # Looking

    def messages(
        self, channel: str | int | Channel, *, viewer: str | None = None, notes: bool = False
    ) -> list[Message]:
        """What stands in a channel, oldest first.

        With a viewer also the ephemeral ones they see; with `notes` also "pinned a message".
        """
        place = self.world.channel(channel)
        viewer_id = self.world.user(viewer).id if viewer else None
        seen = self.world.messages(place, viewer_id)
        return [m for m in seen if notes or m.kind != PINNED_NOTE]

    def pins(self, channel: str | int | Channel) -> list[Message]:
        """What is pinned in a channel, oldest message first."""
        return [m for m in self.messages(channel) if m.pinned]

    def delete_message(self, channel: str | int | Channel, message_id: int) -> None:
        """Remove a message as an admin would."""
        self.world.delete_message(channel, message_id)

    # Acting as a person

    async def invoke(
        self,
        command: str,
        options: Mapping[str, Any] | None = None,
        *,
        user: str = "admin",
        channel: str | int | Channel = "conflict-desk",
        seconds: float = 15.0,
    ) -> InteractionRecord:
        """Run a slash command ('talks show') and wait for its answer (see `InteractionRecord`).

        Raises SandboxError for what Discord's own client would not let a person send.
        """
        place = self.world.channel(channel)
        record = self.people.run(command, options or {}, self.world.user(user), place)
        return await self._settle(record, seconds)

    async def autocomplete(
        self,
        command: str,
        option: str,
        value: str = "",
        *,
        options: Mapping[str, Any] | None = None,
        user: str = "admin",
        channel: str | int | Channel = "conflict-desk",
    ) -> list[Json]:
        """The choices ({name, value}) offered while an option is typed."""
        place = self.world.channel(channel)
        person = self.world.user(user)
        record = self.people.complete(command, option, value, options or {}, person, place)
        await self._settle(record, 5.0)
        if record.choices is None:
            raise SandboxError(record.failed or f"/{command} offered no choices.")
        return record.choices

    async def press(
        self,
        message_id: int,
        custom_id: str,
        *,
        user: str = "admin",
        values: list[str] | None = None,
        seconds: float = 15.0,
    ) -> InteractionRecord:
        """Press a button, or choose `values` in a select."""
        record = self.people.press(message_id, custom_id, self.world.user(user), values)
        return await self._settle(record, seconds)

    async def submit_modal(
        self, shown: InteractionRecord, values: Mapping[str, str], *, seconds: float = 15.0
    ) -> InteractionRecord:
        """Fill in the modal an interaction was answered with."""
        return await self._settle(self.people.submit(shown, values), seconds)

    async def _settle(self, record: InteractionRecord, seconds: float) -> InteractionRecord:
        late = "The application did not respond"
        try:
            first = self.interactions.answer_seconds
            await self.wait_for(lambda: record.answer is not None, first)
            late = f"The answer was deferred and did not come within {seconds:g} s."
            await self.wait_for(lambda: record.settled, seconds)
        except TimeoutError:
            record.failed = late
        return record

    # Making trouble

    def fail(
        self,
        method: str,
        path_regex: str,
        *,
        status: int | None = None,
        code: int = 0,
        message: str | None = None,
        headers: dict[str, str] | None = None,
        times: int = 1,
        after_write: bool = False,
        cut: bool = False,
        delay: float = 0.0,
        retry_after: float = 0.1,
        cloudflare: bool = False,
    ) -> Fault:
        r"""Spoil the next `times` requests whose path (after /api/v10) the regex finds.

        `method` '*' is any. `status` answers so (a 429 with `retry_after` seconds; with
        `cloudflare` as its ban looks: no Via, no JSON). `cut` closes the connection without an
        answer. `after_write` does what was asked first. `delay` (seconds) alone only slows down.
        """
        fault = Fault(
            method=method,
            path=re.compile(path_regex),
            status=status,
            code=code,
            message=message,
            headers=headers or {},
            times=times,
            after_write=after_write,
            cut=cut,
            delay=delay,
            retry_after=retry_after,
            cloudflare=cloudflare,
        )
        self.faults.waiting.append(fault)
        return fault
