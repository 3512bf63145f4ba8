"""The page for people, and the small API it lives on (below /sandbox/api)."""

import asyncio
import base64
import binascii
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.errors import ApiError, SandboxError
from sandbox.interactions import InteractionRecord
from sandbox.model import Channel, Guild, Json, Message, User
from sandbox.permissions import Permission
from sandbox.wire import Upload, answer
from sandbox.world import Event

if TYPE_CHECKING:
    from sandbox.server import SandboxDiscord

PAGE = Path(__file__).parent / "page"
PER_PAGE = 50
MODALS_KEPT = 100
HEARTBEAT_SECONDS = 15.0

# The page is ours alone: nothing from elsewhere, no inline script, no framing.
POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}

Action = Callable[[Json, User], Awaitable[Any]]


class PageApi:
    """Answers the page. Every call names the user as whom one looks or acts."""

    def __init__(self, server: "SandboxDiscord") -> None:
        self.server = server
        self.world = server.world
        self._watchers: set[asyncio.Queue[str | None]] = set()
        self._modals: dict[str, InteractionRecord] = {}
        self.world.listeners.append(self._tell)

    def mount(self, app: web.Application) -> None:
        """Add the page's routes to the application."""
        api = "/sandbox/api"
        app.router.add_get("/", self.index)
        app.router.add_get(r"/page/{name:[a-z-]+\.(?:js|css|svg)}", self.asset)
        app.router.add_get(r"/attachments/{file:\d+}/{name}", self.attachment)
        app.router.add_get(f"{api}/state", self.state)
        app.router.add_get(api + r"/channels/{channel:\d+}/messages", self.messages)
        app.router.add_get(api + r"/channels/{channel:\d+}/pins", self.pins)
        app.router.add_get(api + r"/channels/{channel:\d+}/commands", self.commands)
        app.router.add_get(f"{api}/events", self.events)
        actions: dict[str, Action] = {
            "invoke": self.invoke,
            "autocomplete": self.autocomplete,
            "press": self.press,
            "submit": self.submit,
            "say": self.say,
            "delete": self.delete,
        }
        for name, action in actions.items():
            app.router.add_post(f"{api}/{name}", self._acting(action))
        app.on_shutdown.append(self._close)

    # Files

    async def index(self, _request: web.Request) -> web.StreamResponse:
        """The page."""
        return web.FileResponse(PAGE / "index.html", headers=HEADERS)

    async def asset(self, request: web.Request) -> web.StreamResponse:
        """A style sheet or script of the page."""
        path = PAGE / request.match_info["name"]
        if not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=HEADERS)

    async def attachment(self, request: web.Request) -> web.Response:
        """A file that somebody uploaded; always a download, never shown as a page."""
        upload = self.server.files.held.get(int(request.match_info["file"]))
        if upload is None:
            raise web.HTTPNotFound
        download = {"Content-Disposition": "attachment"} | HEADERS
        return web.Response(body=upload.data, content_type=upload.kind, headers=download)

    # Looking

    def _viewer(self, request: web.Request) -> User:
        return self.world.user(request.query.get("user", "admin"))

    async def state(self, request: web.Request) -> web.Response:
        """Servers, channels, roles and people as the viewer sees them, and the clock's now."""
        viewer = self._viewer(request)
        people = [u for u in self.world.users.values() if not u.bot]
        return answer(
            {
                "now": self.world.clock().isoformat(),
                "connected": self.server.gateway.connected,
                "bot": _person(self.world.bot),
                "me": _person(viewer),
                "people": [_person(u) for u in people],
                "guilds": [self._guild(g, viewer) for g in self.world.guilds.values()],
            }
        )

    def _guild(self, guild: Guild, viewer: User) -> Json:
        seen = [
            self._channel(c, viewer)
            for c in guild.channels.values()
            if self.world.permissions(viewer, c) & Permission.VIEW_CHANNEL
        ]
        roles = [{"id": str(r.id), "name": r.name, "color": r.color} for r in guild.roles.values()]
        return {"id": str(guild.id), "name": guild.name, "channels": seen, "roles": roles}

    def _channel(self, channel: Channel, viewer: User) -> Json:
        mine = self.world.permissions(viewer, channel)
        bots = self.world.permissions(self.world.bot, channel)
        return {
            "id": str(channel.id),
            "name": channel.name,
            "topic": channel.topic,
            "kind": channel.kind,
            "parent": str(channel.parent_id) if channel.parent_id else None,
            "canSend": bool(mine & Permission.SEND_MESSAGES),
            "botSees": bool(bots & Permission.VIEW_CHANNEL),
            "botSends": bool(bots & Permission.SEND_MESSAGES),
            "last": str(next(reversed(channel.messages), 0)),
        }

    def _open(self, channel_id: object, viewer: User) -> Channel:
        channel = self.world.channels.get(int(str(channel_id)))
        if channel is None:
            raise SandboxError("This channel was deleted.")
        if not self.world.permissions(viewer, channel) & Permission.VIEW_CHANNEL:
            raise SandboxError(f"{viewer.name} cannot see this channel.")
        return channel

    async def messages(self, request: web.Request) -> web.Response:
        """The newest `limit` messages of a channel, oldest first, and whether there are more."""
        viewer = self._viewer(request)
        channel = self._open(request.match_info["channel"], viewer)
        rows = list(self.world.messages(channel, viewer.id))
        limit = int(request.query.get("limit", PER_PAGE))
        shown = [self._message(m) for m in rows[-limit:]]
        return answer({"messages": shown, "more": len(rows) > limit})

    async def pins(self, request: web.Request) -> web.Response:
        """What is pinned in a channel, newest pin first."""
        channel = self._open(request.match_info["channel"], self._viewer(request))
        pinned = [m for m in channel.messages.values() if m.pinned_at]
        pinned.sort(key=lambda m: m.pinned_at or m.created, reverse=True)
        return answer([self._message(m) for m in pinned])

    def _message(self, message: Message) -> Json:
        return message.payload() | {"ephemeral": message.ephemeral}

    async def commands(self, request: web.Request) -> web.Response:
        """The commands that the viewer is offered in a channel."""
        viewer = self._viewer(request)
        channel = self._open(request.match_info["channel"], viewer)
        held = self.world.permissions(viewer, channel)
        if not self.server.people.present(channel):
            return answer([])
        return answer(
            [
                {"name": leaf.name, "description": leaf.description, "options": leaf.options}
                for leaf in self.server.book.leaves(channel.guild_id or 0, held)
            ]
        )

    # Watching

    def _tell(self, event: Event) -> None:
        channel = str(event.channel_id) if event.channel_id else None
        now = self.world.clock().isoformat()
        line = json.dumps({"name": event.name, "channel": channel, "now": now})
        for watcher in self._watchers:
            watcher.put_nowait(line)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: that something changed, and in which channel."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"} | HEADERS)
        await response.prepare(request)
        lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._watchers.add(lines)
        try:
            while (line := await _next(lines)) is not None:
                await response.write(f"data: {line}\n\n".encode() if line else b":\n\n")
        except ConnectionError:
            return response  # the page was closed
        finally:
            self._watchers.discard(lines)
        return response

    async def _close(self, _app: web.Application) -> None:
        for watcher in self._watchers:
            watcher.put_nowait(None)

    # Acting

    def _acting(self, action: Action) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            # A form on another site cannot send this type, so it cannot act here.
            if request.content_type != "application/json":
                raise web.HTTPUnsupportedMediaType
            try:
                body = await request.json()
                return answer(await action(body, self.world.user(body.get("user", "admin"))))
            except (SandboxError, ApiError) as error:
                return answer({"error": str(error)}, 400)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                return answer({"error": f"The page sent something odd: {error!r}"}, 400)

        return handle

    def _outcome(self, record: InteractionRecord) -> Json:
        if record.modal is not None:
            self._modals[str(record.id)] = record
            for old in list(self._modals)[:-MODALS_KEPT]:
                del self._modals[old]
        return {"id": str(record.id), "failed": record.failed, "modal": record.modal}

    async def invoke(self, body: Json, user: User) -> Json:
        """Run a slash command."""
        channel = self._open(body["channel"], user)
        options = {name: _given(value) for name, value in body["options"].items()}
        record = await self.server.invoke(body["command"], options, user=user.name, channel=channel)
        return self._outcome(record)

    async def autocomplete(self, body: Json, user: User) -> list[Json]:
        """The choices for what was typed so far."""
        return await self.server.autocomplete(
            body["command"],
            body["option"],
            body["value"],
            options=body.get("options") or {},
            user=user.name,
            channel=self._open(body["channel"], user),
        )

    async def press(self, body: Json, user: User) -> Json:
        """Press a button or choose in a select."""
        record = await self.server.press(
            int(body["message"]), body["custom_id"], user=user.name, values=body.get("values")
        )
        return self._outcome(record)

    async def submit(self, body: Json, _user: User) -> Json:
        """Send a modal."""
        shown = self._modals.get(body["id"])
        if shown is None:
            raise SandboxError("This form is no longer open.")
        return self._outcome(await self.server.submit_modal(shown, body["values"]))

    async def say(self, body: Json, user: User) -> Json:
        """Write a message."""
        channel = self._open(body["channel"], user)
        return {"id": str(self.world.say(channel, body["text"].strip(), user.name).id)}

    async def delete(self, body: Json, user: User) -> Json:
        """Delete a message, or dismiss an ephemeral one."""
        channel = self._open(body["channel"], user)
        message = self.world.message(channel, int(body["message"]))
        held = self.world.permissions(user, channel)
        if user.id not in (message.author.id, message.only_for) and not (
            held & Permission.MANAGE_MESSAGES
        ):
            raise SandboxError(f"{user.name} may not delete this message.")
        self.world.delete_message(channel, message.id)
        return {}


def _person(user: User) -> Json:
    return {"id": str(user.id), "name": user.name, "bot": user.bot}


def _given(value: Any) -> Any:
    """An option's value from the page; a file comes as {name, type, base64}."""
    if not isinstance(value, dict):
        return value
    try:
        data = base64.b64decode(value["base64"], validate=True)
    except binascii.Error as error:
        raise SandboxError(f"The file did not arrive whole: {error}.") from None
    return Upload(value["name"], value.get("type") or "application/octet-stream", data)


async def _next(lines: asyncio.Queue[str | None]) -> str | None:
    """The next line; an empty one when nothing came for a while; None at the end."""
    try:
        async with asyncio.timeout(HEARTBEAT_SECONDS):
            return await lines.get()
    except TimeoutError:
        return ""
