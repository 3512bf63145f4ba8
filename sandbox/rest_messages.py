"""REST: messages, history, pins, reactions, threads (docs: resources/message, channel)."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from aiohttp import web

from sandbox.composing import Composer, check_author
from sandbox.errors import Form, refusal
from sandbox.model import Channel, Message
from sandbox.permissions import Permission
from sandbox.wire import Body, answer, nothing, number, read_body, read_object
from sandbox.world import World

NONCE_SECONDS = 300.0
"""Discord remembers an enforced nonce for "the past few minutes"."""

PINS_PER_PAGE, HISTORY_PAGE, HISTORY_DEFAULT = 50, 100, 50
BULK_DELETE_AGE = timedelta(days=14)


class MessageRoutes:
    """The endpoints below /channels/{channel}/messages."""

    def __init__(
        self, world: World, composer: Composer, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.world = world
        self.composer = composer
        self._now = now
        self._nonces: dict[tuple[int, str], tuple[int, float]] = {}

    def routes(self) -> list[web.RouteDef]:
        """What to mount."""
        messages = r"/channels/{channel:\d+}/messages"
        one = messages + r"/{message:\d+}"
        return [
            web.post(messages, self.send),
            web.get(messages, self.history),
            web.get(messages + "/pins", self.pins),
            web.put(messages + r"/pins/{message:\d+}", self.pin),
            web.delete(messages + r"/pins/{message:\d+}", self.unpin),
            web.post(messages + "/bulk-delete", self.bulk_delete),
            web.get(one, self.fetch),
            web.patch(one, self.edit),
            web.delete(one, self.delete),
            web.post(one + "/crosspost", self.crosspost),
            web.put(one + "/reactions/{emoji}/@me", self.react),
            web.post(one + "/threads", self.start_thread),
        ]

    def _channel(self, request: web.Request, *needed: Permission) -> Channel:
        return self.world.open_to_bot(number(request, "channel"), *needed)

    def _message(self, request: web.Request, *needed: Permission) -> Message:
        channel = self._channel(request, *needed)
        message = self.world.message(channel, number(request, "message"))
        if message.ephemeral:
            raise refusal(10008)
        return message

    async def send(self, request: web.Request) -> web.Response:
        """Create Message."""
        body = await read_body(request)
        channel = self._channel(request, *_to_send(request, self.world, body))
        await read_object(request)
        nonce = str(body.data.get("nonce") or "")
        enforced = bool(nonce and body.data.get("enforce_nonce"))
        if enforced and (twin := self._twin(channel, nonce)):
            return answer(twin.payload())
        message = self.composer.create(body, channel)
        self.world.post(message)
        if enforced:
            self._nonces[channel.id, nonce] = (message.id, self._now() + NONCE_SECONDS)
        return answer(message.payload())

    def _twin(self, channel: Channel, nonce: str) -> Message | None:
        message_id, until = self._nonces.get((channel.id, nonce), (0, 0.0))
        if self._now() >= until:
            return None
        return self.world.message(channel, message_id)

    async def history(self, request: web.Request) -> web.Response:
        """Get Channel Messages: newest first; empty without the history permission."""
        channel = self._channel(request)
        held = self.world.permissions(self.world.bot, channel)
        if not held & Permission.READ_MESSAGE_HISTORY:
            return answer([])
        limit = _limit(request, HISTORY_DEFAULT, HISTORY_PAGE)
        chosen = _window(list(self.world.messages(channel)), request.query, limit)
        return answer([m.payload() for m in reversed(chosen)])

    async def fetch(self, request: web.Request) -> web.Response:
        """Get Channel Message."""
        return answer(self._message(request, Permission.READ_MESSAGE_HISTORY).payload())

    async def edit(self, request: web.Request) -> web.Response:
        """Edit Message."""
        message = self._message(request)
        check_author(message, self.world.bot)
        await read_object(request)
        self.composer.change(message, await read_body(request))
        self.world.edited(message)
        return answer(message.payload())

    async def delete(self, request: web.Request) -> web.Response:
        """Delete Message."""
        message = self._message(request)
        if message.author is not self.world.bot:
            self._channel(request, Permission.MANAGE_MESSAGES)
        self.world.delete_message(message.channel_id, message.id)
        return nothing()

    async def bulk_delete(self, request: web.Request) -> web.Response:
        """Bulk Delete Messages: 2 to 100, none older than 14 days."""
        channel = self._channel(request, Permission.MANAGE_MESSAGES)
        wanted = [int(i) for i in (await read_object(request)).get("messages", [])]
        form = Form()
        form.length("messages", wanted, 2, 100)
        form.check()
        there = [channel.messages[i] for i in wanted if i in channel.messages]
        if any(self.world.clock() - m.created > BULK_DELETE_AGE for m in there):
            raise refusal(50034)
        for message in there:
            self.world.delete_message(channel, message.id)
        return nothing()

    async def pins(self, request: web.Request) -> web.Response:
        """Get Channel Pins: newest pin first, up to 50 a page, paged by the pin's time."""
        channel = self._channel(request)
        limit = _limit(request, PINS_PER_PAGE, PINS_PER_PAGE)
        before = request.query.get("before")
        until = datetime.fromisoformat(before) if before else None
        pinned = [m for m in channel.messages.values() if m.pinned_at]
        pinned = [m for m in pinned if until is None or (m.pinned_at and m.pinned_at < until)]
        pinned.sort(key=lambda m: (m.pinned_at or m.created, m.id), reverse=True)
        items = [
            {"pinned_at": m.pinned_at.isoformat() if m.pinned_at else None, "message": m.payload()}
            for m in pinned[:limit]
        ]
        return answer({"items": items, "has_more": len(pinned) > limit})

    async def pin(self, request: web.Request) -> web.Response:
        """Pin Message. Since 2026 MANAGE_MESSAGES no longer suffices."""
        self.world.pin(self._message(request, Permission.PIN_MESSAGES), self.world.bot)
        return nothing()

    async def unpin(self, request: web.Request) -> web.Response:
        """Unpin Message."""
        self.world.unpin(self._message(request, Permission.PIN_MESSAGES))
        return nothing()

    async def crosspost(self, request: web.Request) -> web.Response:
        """Crosspost Message: only in announcement channels, and once."""
        message = self._message(request, Permission.SEND_MESSAGES)
        if self.world.channels[message.channel_id].kind != 5:
            raise refusal(50024)
        if message.flags & 1:
            raise refusal(40033)
        message.flags |= 1
        self.world.filled(message)
        return answer(message.payload())

    async def react(self, request: web.Request) -> web.Response:
        """Create Reaction."""
        message = self._message(request, Permission.ADD_REACTIONS)
        emoji = {"id": None, "name": request.match_info["emoji"]}
        if not any(r["emoji"] == emoji for r in message.reactions):
            counts = {"burst": 0, "normal": 1}
            row = {"emoji": emoji, "count": 1, "me": True, "me_burst": False}
            message.reactions.append(row | {"count_details": counts, "burst_colors": []})
        self.world.filled(message)
        return nothing()

    async def start_thread(self, request: web.Request) -> web.Response:
        """Start Thread from Message: the thread takes the message's id."""
        message = self._message(request, Permission.CREATE_PUBLIC_THREADS)
        body = await read_object(request)
        form = Form()
        form.length("name", body.get("name"), 1, 100)
        form.check()
        if message.id in self.world.channels:
            raise refusal(160004)
        return answer(self.world.start_thread(message, body["name"]).payload(), 201)


def _to_send(request: web.Request, world: World, body: Body) -> list[Permission]:
    needed = [Permission.SEND_MESSAGES]
    channel = world.channels.get(number(request, "channel"))
    if channel and channel.kind == 11:
        needed = [Permission.SEND_MESSAGES_IN_THREADS]
    if isinstance(body.data, dict) and body.data.get("embeds"):
        needed.append(Permission.EMBED_LINKS)
    if body.files:
        needed.append(Permission.ATTACH_FILES)
    return needed


def _limit(request: web.Request, default: int, most: int) -> int:
    text = request.query.get("limit", str(default))
    form = Form()
    if not text.isdigit() or not 1 <= int(text) <= most:
        form.add("limit", "NUMBER_TYPE_MAX", f"int value should be between 1 and {most}.")
    form.check()
    return int(text)


def _window(rows: list[Message], asked: Mapping[str, str], limit: int) -> list[Message]:
    """The part of the rows (oldest first) that before, after or around asks for."""
    if "before" in asked:
        return [m for m in rows if m.id < int(asked["before"])][-limit:]
    if "after" in asked:
        return [m for m in rows if m.id > int(asked["after"])][:limit]
    if "around" in asked:
        middle = sum(m.id < int(asked["around"]) for m in rows)
        return rows[max(0, middle - limit // 2) :][:limit]
    return rows[-limit:]
