"""What the local Discord holds, and each thing as Discord's JSON."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.permissions import Overwrite, Permission

EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15
SUPPRESS_EMBEDS = 1 << 2

Json = dict[str, Any]


def iso(moment: datetime | None) -> str | None:
    """A timestamp as Discord writes it, or None."""
    return moment.isoformat(timespec="microseconds") if moment else None


@dataclass(slots=True)
class User:
    """An account."""

    id: int
    name: str
    bot: bool = False
    shown: str | None = None

    def payload(self) -> Json:
        """docs: resources/user#user-object."""
        return {
            "id": str(self.id),
            "username": self.name.lower(),
            "global_name": None if self.bot else (self.shown or self.name),
            "discriminator": "0000" if self.bot else "0",
            "avatar": None,
            "banner": None,
            "accent_color": None,
            "primary_guild": None,
            "avatar_decoration_data": None,
            "collectibles": None,
            "bot": self.bot,
            "public_flags": 0,
            "flags": 0,
        }


@dataclass(slots=True)
class Role:
    """A role of one server; the one with the server's own id is @everyone."""

    id: int
    name: str
    permissions: Permission
    position: int = 1
    color: int = 0
    mentionable: bool = False
    managed_by: int | None = None

    def payload(self) -> Json:
        """docs: topics/permissions#role-object."""
        role: Json = {
            "id": str(self.id),
            "name": self.name,
            "permissions": str(int(self.permissions)),
            "position": self.position,
            "color": self.color,
            "colors": {
                "primary_color": self.color,
                "secondary_color": None,
                "tertiary_color": None,
            },
            "icon": None,
            "unicode_emoji": None,
            "hoist": self.position > 0,
            "managed": self.managed_by is not None,
            "mentionable": self.mentionable,
            "flags": 0,
        }
        if self.managed_by is not None:
            role["tags"] = {"bot_id": str(self.managed_by)}
        return role


@dataclass(slots=True)
class Member:
    """A user in a server."""

    user: User
    joined: datetime
    roles: list[int] = field(default_factory=list)

    def payload(self) -> Json:
        """docs: resources/guild#guild-member-object."""
        return {
            "user": self.user.payload(),
            "nick": None,
            "avatar": None,
            "banner": None,
            "communication_disabled_until": None,
            "roles": [str(r) for r in self.roles],
            "joined_at": iso(self.joined),
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "flags": 0,
            "pending": False,
        }


@dataclass(slots=True)
class Channel:
    """A text channel (kind 0), announcement channel (5), thread (11) or private one (1)."""

    id: int
    name: str
    guild_id: int | None
    kind: int = 0
    topic: str | None = None
    position: int = 0
    parent_id: int | None = None
    overwrites: list[Overwrite] = field(default_factory=list)
    recipient: User | None = None
    messages: dict[int, "Message"] = field(default_factory=dict)
    last_pin: datetime | None = None

    def payload(self) -> Json:
        """docs: resources/channel#channel-object."""
        last = next(reversed(self.messages), None)
        data: Json = {
            "id": str(self.id),
            "type": self.kind,
            "last_message_id": str(last) if last else None,
            "last_pin_timestamp": iso(self.last_pin),
            "flags": 0,
        }
        if self.guild_id is None:
            data["recipients"] = [self.recipient.payload()] if self.recipient else []
            return data
        return (
            data
            | {
                "name": self.name,
                "guild_id": str(self.guild_id),
                "topic": self.topic,
                "position": self.position,
                "parent_id": str(self.parent_id) if self.parent_id else None,
                "nsfw": False,
                "rate_limit_per_user": 0,
                "permission_overwrites": [
                    {
                        "id": str(o.target_id),
                        "type": o.kind,
                        "allow": str(int(o.allow)),
                        "deny": str(int(o.deny)),
                    }
                    for o in self.overwrites
                ],
            }
            | (self._thread() if self.kind == 11 else {})
        )

    def _thread(self) -> Json:
        return {
            "owner_id": "0",
            "member_count": 1,
            "message_count": len(self.messages),
            "total_message_sent": len(self.messages),
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": 1440,
                "archive_timestamp": "2025-01-01T00:00:00+00:00",
                "locked": False,
            },
        }


@dataclass(slots=True)
class Message:
    """One message. Embeds and components are Discord's own objects."""

    id: int
    channel_id: int
    author: User
    created: datetime
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    flags: int = 0
    nonce: str | None = None
    kind: int = 0
    edited_at: datetime | None = None
    pinned_at: datetime | None = None
    only_for: int | None = None
    """The user who alone sees it, if it is ephemeral."""
    by_application: bool = False
    interaction: Json | None = None
    reference: Json | None = None
    reactions: list[Json] = field(default_factory=list)
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False

    @property
    def edited(self) -> bool:
        """Whether it was edited since it was posted."""
        return self.edited_at is not None

    @property
    def pinned(self) -> bool:
        """Whether it is pinned."""
        return self.pinned_at is not None

    @property
    def ephemeral(self) -> bool:
        """Whether only one person sees it."""
        return self.only_for is not None

    def payload(self) -> Json:
        """docs: resources/message#message-object."""
        data: Json = {
            "id": str(self.id),
            "channel_id": str(self.channel_id),
            "type": self.kind,
            "author": self.author.payload(),
            "content": self.content,
            "timestamp": iso(self.created),
            "edited_timestamp": iso(self.edited_at),
            "embeds": [] if self.flags & SUPPRESS_EMBEDS else self.embeds,
            "components": self.components,
            "attachments": self.attachments,
            "flags": self.flags,
            "pinned": self.pinned,
            "tts": False,
            "mentions": [u.payload() for u in self.mentions],
            "mention_roles": [str(r) for r in self.mention_roles],
            "mention_everyone": self.mention_everyone,
        }
        optional: Json = {
            "nonce": self.nonce,
            "application_id": str(self.author.id) if self.by_application else None,
            "webhook_id": str(self.author.id) if self.interaction else None,
            "interaction_metadata": self.interaction,
            "message_reference": self.reference,
            "reactions": self.reactions or None,
        }
        return data | {key: value for key, value in optional.items() if value is not None}


GUILD: Json = {
    "icon": None,
    "description": None,
    "home_header": None,
    "splash": None,
    "discovery_splash": None,
    "banner": None,
    "region": "deprecated",
    "rules_channel_id": None,
    "public_updates_channel_id": None,
    "safety_alerts_channel_id": None,
    "application_id": None,
    "afk_channel_id": None,
    "widget_enabled": False,
    "widget_channel_id": None,
    "vanity_url_code": None,
    "max_presences": None,
    "max_members": 500_000,
    "max_stage_video_channel_users": 50,
    "max_video_channel_users": 25,
    "premium_subscription_count": 0,
    "premium_progress_bar_enabled": False,
    "nsfw": False,
    "incidents_data": None,
    "large": False,
    "unavailable": False,
    "verification_level": 1,
    "default_message_notifications": 1,
    "explicit_content_filter": 0,
    "mfa_level": 0,
    "nsfw_level": 0,
    "premium_tier": 0,
    "preferred_locale": "en-US",
    "features": [],
    "afk_timeout": 300,
    "system_channel_id": None,
    "system_channel_flags": 0,
    "emojis": [],
    "stickers": [],
    "presences": [],
    "voice_states": [],
    "stage_instances": [],
    "guild_scheduled_events": [],
    "soundboard_sounds": [],
}
"""What is the same for every server here (docs: resources/guild#guild-object)."""


@dataclass(slots=True)
class Guild:
    """A server."""

    id: int
    name: str
    owner_id: int
    joined: datetime
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)

    def payload(self, *, seen_by: int) -> Json:
        """GUILD_CREATE without the privileged members intent: only the bot itself is listed."""
        here = self.channels.values()
        return GUILD | {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner_id),
            "joined_at": iso(self.joined),
            "member_count": len(self.members),
            "roles": [r.payload() for r in self.roles.values()],
            "channels": [c.payload() for c in here if c.kind != 11],
            "threads": [c.payload() for c in here if c.kind == 11],
            "members": [m.payload() for m in self.members.values() if m.user.id == seen_by],
        }
