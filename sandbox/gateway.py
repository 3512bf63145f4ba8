"""The Gateway: the socket over which Discord tells the bot what happens.

docs: events/gateway. Frames are plain text; discord.py takes them though it asks for zlib.
"""

import asyncio
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from aiohttp import WSMsgType, web

from sandbox.model import Json
from sandbox.world import Event, World


class Op(IntEnum):
    """Gateway opcodes."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


GUILDS, MESSAGES, DIRECT = 1 << 0, 1 << 9, 1 << 12
PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
"""Members, presences, message content: off unless the developer portal says otherwise."""
MESSAGE_CONTENT = 1 << 15

INTENTS = {
    "GUILD_CREATE": GUILDS,
    "GUILD_DELETE": GUILDS,
    "GUILD_ROLE_UPDATE": GUILDS,
    "CHANNEL_CREATE": GUILDS,
    "CHANNEL_UPDATE": GUILDS,
    "CHANNEL_DELETE": GUILDS,
    "CHANNEL_PINS_UPDATE": GUILDS,
    "THREAD_CREATE": GUILDS,
    "MESSAGE_CREATE": MESSAGES,
    "MESSAGE_UPDATE": MESSAGES,
    "MESSAGE_DELETE": MESSAGES,
    "MESSAGE_DELETE_BULK": MESSAGES,
}
"""The intent an event needs (docs: events/gateway#list-of-intents)."""

KEPT_FOR_RESUME = 1000


@dataclass(slots=True)
class Session:
    """One identified bot process; it may be disconnected and come back."""

    id: str
    intents: int
    socket: web.WebSocketResponse | None = None
    sequence: int = 0
    sent: list[Json] = field(default_factory=list)
    outgoing: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    def dispatch(self, name: str, data: Json) -> None:
        """Queue an event; it is kept for a resume too."""
        self.sequence += 1
        frame = {"op": Op.DISPATCH, "t": name, "s": self.sequence, "d": data}
        self.sent.append(frame)
        del self.sent[:-KEPT_FOR_RESUME]
        if self.socket is not None:
            self.outgoing.put_nowait(json.dumps(frame))


class Gateway:
    """All sessions of the bot."""

    def __init__(self, world: World, token: str) -> None:
        self.world = world
        self.token = token
        self.url = ""
        self.heartbeat_seconds = 41.25
        self.privileged_intents = False
        self.sessions: dict[str, Session] = {}
        self.changed: Callable[[], None] = lambda: None
        world.listeners.append(self.announce)

    @property
    def connected(self) -> bool:
        """Whether a bot is listening."""
        return any(s.socket is not None for s in self.sessions.values())

    def announce(self, event: Event) -> None:
        """Pass an event on to each session whose intents cover it and who may see it."""
        if event.only_for is not None:
            return
        for session in self.sessions.values():
            if shown := self._as_seen(session, event):
                session.dispatch(event.name, shown)

    def _as_seen(self, session: Session, event: Event) -> Json | None:
        needed = INTENTS.get(event.name, 0)
        if needed == MESSAGES and "guild_id" not in event.data:
            needed = DIRECT
        if needed & ~session.intents:
            return None
        guild = self.world.guilds.get(int(event.data.get("guild_id", 0)))
        if guild and self.world.bot.id not in guild.members:
            return None
        hidden = needed == MESSAGES and not session.intents & MESSAGE_CONTENT
        author = event.data.get("author", {}).get("id")
        if hidden and author and author != str(self.world.bot.id):
            return event.data | {"content": "", "embeds": [], "components": [], "attachments": []}
        return event.data

    def send(self, name: str, data: Json) -> bool:
        """Send an event to the newest connected session; False if no bot is connected."""
        for session in reversed(self.sessions.values()):
            if session.socket is not None:
                session.dispatch(name, data)
                return True
        return False

    async def drop(self, *, code: int = 4000, forget: bool = False) -> None:
        """Cut every connection; with `forget` a resume is refused as an invalid session."""
        open_sockets = [s.socket for s in self.sessions.values() if s.socket is not None]
        if forget:
            self.sessions.clear()
        for socket in open_sockets:
            await socket.close(code=code, message=b"dropped by the sandbox")

    async def ask_to_reconnect(self) -> None:
        """Send op 7, as Discord does before it restarts a gateway."""
        for session in self.sessions.values():
            if session.socket is not None:
                await session.socket.send_json({"op": Op.RECONNECT, "d": None})

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection until it closes."""
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        beat = int(self.heartbeat_seconds * 1000)
        await socket.send_json({"op": Op.HELLO, "d": {"heartbeat_interval": beat}, "s": None})
        session: Session | None = None
        pump: asyncio.Task[None] | None = None
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT:
                    continue
                before, session = session, await self._receive(socket, session, frame.data)
                if session is not None and session is not before:
                    pump = asyncio.create_task(_pump(session, socket))
                    self.changed()
        finally:
            if pump:
                pump.cancel()
            if session and session.socket is socket:
                session.socket = None
                self.changed()
        return socket

    async def _receive(
        self, socket: web.WebSocketResponse, session: Session | None, text: str
    ) -> Session | None:
        try:
            frame = json.loads(text)
            op, data = frame["op"], frame.get("d")
        except (ValueError, KeyError, TypeError):
            await socket.close(code=4002, message=b"Error while decoding payload.")
            return session
        if op == Op.HEARTBEAT:
            await socket.send_json({"op": Op.HEARTBEAT_ACK, "d": None})
        elif op == Op.IDENTIFY:
            return await self._identify(socket, data)
        elif op == Op.RESUME:
            return await self._resume(socket, data)
        elif session is None:
            await socket.close(code=4003, message=b"Not authenticated.")
        elif op == Op.REQUEST_MEMBERS:
            self._members(session, data)
        return session

    async def _identify(self, socket: web.WebSocketResponse, data: Any) -> Session | None:
        if data.get("token") != self.token:
            await socket.close(code=4004, message=b"Authentication failed.")
            return None
        intents = int(data.get("intents", 0))
        if intents & PRIVILEGED and not self.privileged_intents:
            await socket.close(code=4014, message=b"Disallowed intent(s).")
            return None
        session = Session(secrets.token_hex(16), intents, socket)
        self.sessions[session.id] = session
        bot = self.world.bot
        mine = [g for g in self.world.guilds.values() if bot.id in g.members]
        session.dispatch(
            "READY",
            {
                "v": 10,
                "user": bot.payload(),
                "guilds": [{"id": str(g.id), "unavailable": True} for g in mine],
                "session_id": session.id,
                "resume_gateway_url": self.url,
                "application": {"id": str(bot.id), "flags": 0},
                "shard": data.get("shard", [0, 1]),
            },
        )
        for guild in mine:
            if intents & GUILDS:
                session.dispatch("GUILD_CREATE", guild.payload(seen_by=bot.id))
        return session

    async def _resume(self, socket: web.WebSocketResponse, data: Any) -> Session | None:
        session = self.sessions.get(data.get("session_id"))
        if data.get("token") != self.token:
            await socket.close(code=4004, message=b"Authentication failed.")
            return None
        seen = int(data.get("seq") or 0)
        if session is None or (session.sent and session.sent[0]["s"] > seen + 1):
            await socket.send_json({"op": Op.INVALID_SESSION, "d": False})
            return None
        session.outgoing = asyncio.Queue()
        for frame in session.sent:
            if frame["s"] > seen:
                session.outgoing.put_nowait(json.dumps(frame))
        session.socket = socket
        session.dispatch("RESUMED", {})
        return session

    def _members(self, session: Session, data: Any) -> None:
        guild = self.world.guilds.get(int(data["guild_id"]))
        if guild is None:
            return
        wanted = {int(u) for u in data.get("user_ids") or []}
        chosen = [m for m in guild.members.values() if not wanted or m.user.id in wanted]
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": [m.payload() for m in chosen],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [],
        }
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk | {"nonce": data.get("nonce")})


async def _pump(session: Session, socket: web.WebSocketResponse) -> None:
    outgoing = session.outgoing
    while not socket.closed:
        text = await outgoing.get()
        try:
            await socket.send_str(text)
        except (ConnectionError, RuntimeError):
            return  # the client went away; what it missed is kept for its resume
