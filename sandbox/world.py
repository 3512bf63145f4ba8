"""The state of the local Discord and every way to change it.

Each change is announced to the listeners as the Gateway event that Discord would send.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sandbox import permissions, seed
from sandbox.errors import SandboxError, refusal
from sandbox.model import Channel, Guild, Json, Message, Role, User, iso
from sandbox.permissions import Overwrite, Permission
from sandbox.snowflakes import Clock, Snowflakes

PINS_PER_CHANNEL = 250

NONE = Permission(0)


class Event(NamedTuple):
    """Something happened. `only_for` names the user who alone may see it."""

    name: str
    data: Json
    channel_id: int | None = None
    only_for: int | None = None


class World:
    """Servers, channels, people, messages."""

    def __init__(self, clock: Clock, bot_name: str = "Parley") -> None:
        self.clock = clock
        self.new_message_id = Snowflakes(clock)
        self.new_id = seed.ids()
        self.bot = User(self.new_id.next(), bot_name, bot=True)
        self.admin = User(self.new_id.next(), "Ada")
        self.member = User(self.new_id.next(), "Plim")
        self.users = {u.id: u for u in (self.bot, self.admin, self.member)}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.listeners: list[Callable[[Event], None]] = []
        self.guild = self.add_guild("Parley sandbox")

    def emit(self, name: str, data: Json, channel_id: int | None = None) -> None:
        """Tell every listener."""
        self._tell(Event(name, data, channel_id))

    def _tell(self, event: Event) -> None:
        for listener in list(self.listeners):
            listener(event)

    # Finding

    def user(self, who: str | int) -> User:
        """A user by id, by name, or as 'admin', 'member' or 'bot'."""
        aliases = {"admin": self.admin, "member": self.member, "bot": self.bot}
        for user in self.users.values():
            if who in (user.id, str(user.id), user.name, user.name.lower()):
                return user
        if who in aliases:
            return aliases[str(who)]
        raise SandboxError(f"There is no user {who!r}; try 'admin', 'member' or 'bot'.")

    def channel(self, which: str | int | Channel) -> Channel:
        """A channel by id, by name (of the first server that has one) or itself."""
        if isinstance(which, Channel):
            return which
        if found := self.channels.get(int(which) if str(which).isdigit() else 0):
            return found
        for channel in self.channels.values():
            if channel.name == str(which).removeprefix("#"):
                return channel
        names = ", ".join(c.name for c in self.channels.values())
        raise SandboxError(f"There is no channel {which!r}; there are: {names}.")

    def messages(self, channel: Channel, viewer: int | None = None) -> Iterator[Message]:
        """Messages, oldest first: those everyone sees and the viewer's own ephemeral ones."""
        for message in channel.messages.values():
            if message.only_for is None or message.only_for == viewer:
                yield message

    def permissions(self, user: User, channel: Channel) -> Permission:
        """What a user may do in a channel; nothing for who is not in its server."""
        if channel.guild_id is None:
            return permissions.EVERYONE
        guild = self.guilds.get(channel.guild_id)
        member = guild.members.get(user.id) if guild else None
        if guild is None or member is None:
            return NONE
        start = self.server_permissions(user, guild)
        parent = self.channels.get(channel.parent_id or 0, channel)
        return permissions.in_channel(
            start, parent.overwrites, guild.id, set(member.roles), user.id
        )

    def server_permissions(self, user: User, guild: Guild) -> Permission:
        """What a user may do in the server at large."""
        roles = [guild.id, *guild.members[user.id].roles]
        bits = [guild.roles[r].permissions for r in roles if r in guild.roles]
        return permissions.base(bits, owner=guild.owner_id == user.id)

    def open_to_bot(self, channel_id: int, *needed: Permission) -> Channel:
        """The channel, if the bot may do all that is needed. Raises ApiError 10003/50001/50013."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise refusal(10003)
        held = self.permissions(self.bot, channel)
        if channel.guild_id is not None and not held & Permission.VIEW_CHANNEL:
            raise refusal(50001)
        if channel.guild_id is not None and any(not held & bit for bit in needed):
            raise refusal(50013)
        return channel

    def message(self, channel: Channel, message_id: int) -> Message:
        """A message of a channel. Raises ApiError 10008."""
        message = channel.messages.get(message_id)
        if message is None:
            raise refusal(10008)
        return message

    # Messages

    def event_payload(self, message: Message) -> Json:
        """The message as events and interactions carry it: with server and member."""
        data = message.payload()
        guild_id = self.channels[message.channel_id].guild_id
        if guild_id is None:
            return data
        data["guild_id"] = str(guild_id)
        member = self.guilds[guild_id].members.get(message.author.id)
        if member:
            data["member"] = {k: v for k, v in member.payload().items() if k != "user"}
        return data

    def _announce(self, name: str, message: Message) -> None:
        data = self.event_payload(message)
        self._tell(Event(name, data, message.channel_id, message.only_for))

    def post(self, message: Message) -> Message:
        """Add a message to its channel."""
        self.channels[message.channel_id].messages[message.id] = message
        self._announce("MESSAGE_CREATE", message)
        return message

    def say(self, channel: str | int | Channel, text: str, user: str | int = "admin") -> Message:
        """A person writes in a channel. Raises SandboxError without the permission."""
        place, author = self.channel(channel), self.user(user)
        if not self.permissions(author, place) & Permission.SEND_MESSAGES:
            raise SandboxError(f"{author.name} may not write in #{place.name}.")
        if not 0 < len(text) <= 2000:
            raise SandboxError("A message has 1 to 2,000 characters.")
        return self.post(Message(self.new_message_id.next(), place.id, author, self.clock(), text))

    def edited(self, message: Message) -> None:
        """Announce that a message was changed, at the clock's time."""
        message.edited_at = self.clock()
        self._announce("MESSAGE_UPDATE", message)

    def filled(self, message: Message) -> None:
        """Announce a deferred answer that got its text: Discord shows no edited mark for it."""
        self._announce("MESSAGE_UPDATE", message)

    def delete_message(self, channel: str | int | Channel, message_id: int) -> None:
        """Remove a message, whoever wrote it. Raises ApiError 10008."""
        place = self.channel(channel)
        message = self.message(place, message_id)
        del place.messages[message_id]
        data: Json = {"id": str(message_id), "channel_id": str(place.id)}
        if place.guild_id:
            data["guild_id"] = str(place.guild_id)
        self._tell(Event("MESSAGE_DELETE", data, place.id, message.only_for))

    def pin(self, message: Message, by: User) -> None:
        """Pin a message and say so in the channel, as Discord does. Raises ApiError 30003."""
        place = self.channels[message.channel_id]
        if message.pinned:
            return
        if sum(m.pinned for m in place.messages.values()) >= PINS_PER_CHANNEL:
            raise refusal(30003)
        message.pinned_at = place.last_pin = self.clock()
        self._pins_changed(place)
        self._announce("MESSAGE_UPDATE", message)
        note = Message(self.new_message_id.next(), place.id, by, self.clock(), kind=6)
        note.reference = {"type": 0, "message_id": str(message.id), "channel_id": str(place.id)}
        self.post(note)

    def unpin(self, message: Message) -> None:
        """Take a pin off."""
        message.pinned_at = None
        self._pins_changed(self.channels[message.channel_id])
        self._announce("MESSAGE_UPDATE", message)

    def _pins_changed(self, place: Channel) -> None:
        data: Json = {"channel_id": str(place.id), "last_pin_timestamp": iso(place.last_pin)}
        if place.guild_id:
            data["guild_id"] = str(place.guild_id)
        self.emit("CHANNEL_PINS_UPDATE", data, place.id)

    # Servers and channels

    def add_guild(self, name: str) -> Guild:
        """A further server that invites the bot, with the same channels and people."""
        guild = seed.found(name, self.new_id, self.bot, self.admin, self.member)
        self.guilds[guild.id] = guild
        self.channels |= guild.channels
        self.invite_bot(guild)
        return guild

    def invite_bot(self, guild: Guild | None = None) -> None:
        """The bot joins (again)."""
        guild = guild or self.guild
        seed.admit(guild, self.bot, self.new_id)
        self.emit("GUILD_CREATE", guild.payload(seen_by=self.bot.id))

    def kick_bot(self, guild: Guild | None = None) -> None:
        """The bot is removed from a server; its managed role goes with it."""
        guild = guild or self.guild
        member = guild.members.pop(self.bot.id)
        for role in member.roles:
            guild.roles.pop(role, None)
        self.emit("GUILD_DELETE", {"id": str(guild.id)})

    def add_channel(self, name: str, guild: Guild | None = None) -> Channel:
        """A new text channel, open to all."""
        guild = guild or self.guild
        channel = Channel(self.new_id.next(), name, guild.id, position=len(guild.channels))
        guild.channels[channel.id] = self.channels[channel.id] = channel
        self.emit("CHANNEL_CREATE", channel.payload(), channel.id)
        return channel

    def start_thread(self, message: Message, name: str) -> Channel:
        """A public thread under a message; it takes the message's id."""
        parent = self.channels[message.channel_id]
        thread = Channel(message.id, name, parent.guild_id, kind=11, parent_id=parent.id)
        self.channels[thread.id] = thread
        if parent.guild_id:
            self.guilds[parent.guild_id].channels[thread.id] = thread
        self.emit("THREAD_CREATE", thread.payload() | {"newly_created": True}, thread.id)
        return thread

    def delete_channel(self, channel: str | int | Channel) -> None:
        """Remove a channel with all it holds."""
        place = self.channel(channel)
        del self.channels[place.id]
        if place.guild_id:
            del self.guilds[place.guild_id].channels[place.id]
        self.emit("CHANNEL_DELETE", place.payload(), place.id)

    def private_channel(self, user: User) -> Channel:
        """The bot's private channel with a user."""
        for channel in self.channels.values():
            if channel.recipient is user:
                return channel
        channel = Channel(self.new_id.next(), user.name, None, kind=1, recipient=user)
        self.channels[channel.id] = channel
        return channel

    def overwrite(
        self,
        channel: str | int | Channel,
        who: str | int | Role,
        *,
        allow: Permission = NONE,
        deny: Permission = NONE,
    ) -> None:
        """Replace what a channel changes for 'bot', 'admin', 'member', 'everyone' or a role."""
        place = self.channel(channel)
        self.put_overwrite(place, *self._target(place, who), allow=allow, deny=deny)

    def put_overwrite(
        self, place: Channel, target: int, kind: int, *, allow: Permission, deny: Permission
    ) -> None:
        """Replace what a channel changes for a role (kind 0) or a member (kind 1) by id."""
        place.overwrites = [o for o in place.overwrites if o.target_id != target]
        if allow or deny:
            place.overwrites.append(Overwrite(target, kind, allow, deny))
        self.emit("CHANNEL_UPDATE", place.payload(), place.id)

    def _target(self, place: Channel, who: str | int | Role) -> tuple[int, int]:
        if isinstance(who, Role):
            return who.id, 0
        if who == "everyone":
            return place.guild_id or 0, 0
        return self.user(who).id, 1

    def bot_role(self, guild: Guild | None = None) -> Role:
        """The bot's managed role."""
        guild = guild or self.guild
        return next(r for r in guild.roles.values() if r.managed_by == self.bot.id)

    def set_role(
        self,
        role: Role,
        *,
        permissions: Permission | None = None,
        mentionable: bool | None = None,
    ) -> None:
        """Change a role."""
        guild = next(g for g in self.guilds.values() if role.id in g.roles)
        if permissions is not None:
            role.permissions = permissions
        if mentionable is not None:
            role.mentionable = mentionable
        self.emit("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": role.payload()})
