"""Interactions: what a person does with the bot, and how long the bot has to answer.

docs: interactions/receiving-and-responding. The first answer is due within 3 seconds, the token
works for 15 minutes; both are measured in real time, whatever the world's clock says.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from sandbox.errors import refusal
from sandbox.model import LOADING, Channel, Json, Message, User
from sandbox.snowflakes import Snowflakes, wall_clock
from sandbox.world import World

ANSWER_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0


class Kind(IntEnum):
    """Interaction types."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Answer(IntEnum):
    """Callback types."""

    PONG = 1
    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass(slots=True)
class InteractionRecord:
    """One thing a person did, and everything the bot answered to it."""

    id: int
    token: str
    kind: Kind
    user: User
    channel: Channel
    name: str
    source: Message | None = None
    """The message whose component was used."""
    triggered_by: "InteractionRecord | None" = None
    """For a modal: the interaction that was answered with it."""
    started: float = 0.0
    answer: Answer | None = None
    messages: list[Message] = field(default_factory=list)
    """The answer and its follow-ups, ephemeral ones too; deleted ones are taken out."""
    choices: list[Json] | None = None
    modal: Json | None = None
    original: Message | None = None
    failed: str | None = None

    @property
    def message(self) -> Message:
        """The first answer. Raises LookupError with the reason if there is none."""
        if not self.messages:
            raise LookupError(self.failed or f"{self.name} was answered without a message.")
        return self.messages[0]

    @property
    def loading(self) -> bool:
        """Whether the bot "is thinking" still."""
        return self.original is not None and bool(self.original.flags & LOADING)

    @property
    def settled(self) -> bool:
        """Whether there is an answer to see, or there will be none."""
        return self.failed is not None or (self.answer is not None and not self.loading)

    def metadata(self) -> Json:
        """docs: resources/message#message-interaction-metadata-object."""
        data: Json = {
            "id": str(self.id),
            "type": int(self.kind),
            "user": self.user.payload(),
            "authorizing_integration_owners": {"0": str(self.channel.guild_id or 0)},
        }
        if self.kind is Kind.COMMAND:
            data["name"] = self.name
        if self.triggered_by is not None:
            data["triggering_interaction_metadata"] = self.triggered_by.metadata()
        if self.source is not None:
            data["interacted_message_id"] = str(self.source.id)
        return data


class Interactions:
    """All interactions, by id and by token."""

    def __init__(self, world: World, now: Callable[[], float] = time.monotonic) -> None:
        self.world = world
        self.answer_seconds = ANSWER_SECONDS
        self.token_seconds = TOKEN_SECONDS
        self.now = now
        self.changed: Callable[[], None] = lambda: None
        # discord.py reads the age of an interaction from its id, so these carry the real time.
        self._new_id = Snowflakes(wall_clock)
        self._by_token: dict[str, InteractionRecord] = {}

    def open(
        self, kind: Kind, user: User, channel: Channel, name: str, source: Message | None = None
    ) -> InteractionRecord:
        """A new interaction; its time starts now."""
        token = secrets.token_urlsafe(48)
        record = InteractionRecord(self._new_id.next(), token, kind, user, channel, name, source)
        record.started = self.now()
        self._by_token[token] = record
        return record

    def payload(self, record: InteractionRecord, data: Json) -> Json:
        """What INTERACTION_CREATE carries."""
        world, channel = self.world, record.channel
        body: Json = {
            "id": str(record.id),
            "application_id": str(world.bot.id),
            "type": int(record.kind),
            "token": record.token,
            "version": 1,
            "data": data,
            "channel_id": str(channel.id),
            "channel": channel.payload(),
            "app_permissions": str(int(world.permissions(world.bot, channel))),
            "locale": "en-US",
            "entitlements": [],
            "attachment_size_limit": 10 * 1024 * 1024,
            "context": 0 if channel.guild_id else 1,
            "authorizing_integration_owners": {"0": str(channel.guild_id or 0)},
        }
        held = str(int(world.permissions(record.user, channel)))
        body["channel"]["permissions"] = held
        if channel.guild_id:
            guild = world.guilds[channel.guild_id]
            member = guild.members[record.user.id].payload() | {"permissions": held}
            body |= {"guild_id": str(guild.id), "guild_locale": "en-US", "member": member}
            body["guild"] = {"id": str(guild.id), "locale": "en-US", "features": []}
        else:
            body["user"] = record.user.payload()
        if record.source is not None:
            body["message"] = world.event_payload(record.source)
        return body

    def to_answer(self, interaction_id: int, token: str) -> InteractionRecord:
        """The interaction for a first answer. Raises ApiError 10062 or 40060."""
        record = self._by_token.get(token)
        if record is None or record.id != interaction_id:
            raise refusal(10062)
        if record.answer is not None:
            raise refusal(40060)
        if self.now() - record.started > self.answer_seconds:
            raise refusal(10062)
        return record

    def to_follow(self, application_id: int, token: str) -> InteractionRecord:
        """The interaction for anything after the first answer. Raises ApiError 10015 or 50027."""
        if application_id != self.world.bot.id:
            raise refusal(10015)
        record = self._by_token.get(token)
        if record is None or self.now() - record.started > self.token_seconds:
            raise refusal(50027)
        if record.answer is None:
            raise refusal(10015)
        return record
