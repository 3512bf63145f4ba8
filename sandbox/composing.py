"""From a body that the bot sent to a message: checked, filled in, mentions resolved."""

import re
from dataclasses import dataclass, field

from sandbox import component_rules, message_rules
from sandbox.errors import refusal
from sandbox.model import COMPONENTS_V2, Channel, Json, Message, User
from sandbox.permissions import Permission
from sandbox.wire import Body, Upload
from sandbox.world import World

SETTABLE_FLAGS = (1 << 2) | (1 << 6) | (1 << 12) | COMPONENTS_V2
ROLE_MENTION = re.compile(r"<@&(\d+)>")
USER_MENTION = re.compile(r"<@!?(\d+)>")
EVERYTHING = ["everyone", "roles", "users"]


@dataclass(slots=True)
class Files:
    """Uploaded files, served at /attachments/<id>/<name>."""

    base_url: str = ""
    held: dict[int, Upload] = field(default_factory=dict)

    def keep(self, upload: Upload, file_id: int) -> Json:
        """Store a file and give Discord's attachment object."""
        self.held[file_id] = upload
        url = f"{self.base_url}/attachments/{file_id}/{upload.name}"
        return {
            "id": str(file_id),
            "filename": upload.name,
            "size": len(upload.data),
            "url": url,
            "proxy_url": url,
            "content_type": upload.kind,
        }


class Composer:
    """Makes and changes messages of the bot."""

    def __init__(self, world: World, files: Files) -> None:
        self.world = world
        self.files = files

    def create(self, body: Body, channel: Channel, *, mentions: list[str] | None = None) -> Message:
        """A new message of the bot, not yet posted. Raises ApiError 50006 or 50035."""
        data = message_rules.tidy(body.data)
        flags = int(data.get("flags") or 0) & SETTABLE_FLAGS
        message_rules.check(data, flags=flags)
        message_rules.check_not_empty(data | {"attachments": body.files})
        message = Message(
            self.world.new_message_id.next(),
            channel.id,
            self.world.bot,
            self.world.clock(),
            flags=flags,
            by_application=True,
        )
        nonce = data.get("nonce")
        message.nonce = None if nonce is None else str(nonce)
        self._fill(message, data, body)
        self._resolve_mentions(message, data, mentions or EVERYTHING, channel)
        return message

    def change(self, message: Message, body: Body, *, flags: int | None = None) -> None:
        """Apply an edit and `flags` in place. Raises ApiError 50006, 50035: nothing is changed."""
        data = message_rules.tidy(body.data)
        flags = message.flags if flags is None else flags
        if data.get("flags") is not None:
            kept = flags & ~(1 << 2)
            flags = kept | (int(data["flags"]) & ((1 << 2) | COMPONENTS_V2))
        message_rules.check(data, flags=flags)
        after = {
            key: data.get(key) if key in data else getattr(message, key)
            for key in ("content", "embeds", "components", "attachments")
        }
        message_rules.check_not_empty(after | ({"attachments": body.files} if body.files else {}))
        self._fill(message, data, body)
        message.flags = flags

    def _fill(self, message: Message, data: Json, body: Body) -> None:
        if "content" in data:
            message.content = data["content"] or ""
        if "embeds" in data:
            message.embeds = data["embeds"] or []
        if "components" in data:
            message.components = component_rules.number(data["components"] or [])
        if "attachments" in data:
            kept = {str(a.get("id")) for a in data["attachments"] or []}
            message.attachments = [a for a in message.attachments if a["id"] in kept]
        new_id = self.world.new_message_id.next
        message.attachments += [self.files.keep(upload, new_id()) for upload in body.files]
        if reference := data.get("message_reference"):
            message.reference = reference

    def _resolve_mentions(
        self, message: Message, data: Json, default: list[str], channel: Channel
    ) -> None:
        allowed = data.get("allowed_mentions")
        parse = set(default if allowed is None else allowed.get("parse") or [])
        named = {int(i) for key in ("roles", "users") for i in (allowed or {}).get(key) or []}
        text = message.content
        held = self.world.permissions(self.world.bot, channel)
        to_all = bool(held & Permission.MENTION_EVERYONE)
        guild = self.world.guilds.get(channel.guild_id or 0)
        for role_id in dict.fromkeys(map(int, ROLE_MENTION.findall(text))):
            role = guild.roles.get(role_id) if guild else None
            if role and (role.mentionable or to_all) and ("roles" in parse or role_id in named):
                message.mention_roles.append(role_id)
        for user_id in dict.fromkeys(map(int, USER_MENTION.findall(text))):
            user = self.world.users.get(user_id)
            if user and ("users" in parse or user_id in named):
                message.mentions.append(user)
        shouted = re.search(r"@(everyone|here)\b", text) is not None
        message.mention_everyone = shouted and to_all and "everyone" in parse


def check_author(message: Message, author: User) -> None:
    """Refuse with 50005 to edit what somebody else wrote."""
    if message.author is not author:
        raise refusal(50005)
