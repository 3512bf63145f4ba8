"""What people do in the sandbox: run a command, press a button, fill in a modal."""

from collections.abc import Mapping
from typing import Any

from sandbox import commands, component_rules
from sandbox.commands import CommandBook, Leaf
from sandbox.composing import Files
from sandbox.errors import SandboxError
from sandbox.gateway import Gateway
from sandbox.interactions import InteractionRecord, Interactions, Kind
from sandbox.model import Channel, Json, Message, User
from sandbox.permissions import Permission
from sandbox.wire import Upload
from sandbox.world import World

Values = Mapping[str, Any]

NOBODY = "No bot is connected to the sandbox."


class People:
    """Turns what a person does into interactions for the bot."""

    def __init__(
        self,
        world: World,
        gateway: Gateway,
        book: CommandBook,
        interactions: Interactions,
        files: Files,
    ) -> None:
        self.world = world
        self.gateway = gateway
        self.book = book
        self.interactions = interactions
        self.files = files

    def run(self, name: str, values: Values, user: User, channel: Channel) -> InteractionRecord:
        """Run a slash command. Raises SandboxError for what Discord's client would not send."""
        leaf = self._leaf(name, user, channel)
        unknown = set(values) - {o["name"] for o in leaf.options}
        if unknown:
            raise SandboxError(f"/{leaf.name} has no option {', '.join(sorted(unknown))}.")
        resolved: Json = {}
        rows: list[Json] = []
        for option in leaf.options:
            if values.get(option["name"]) is not None:
                rows.append(self._option(option, values[option["name"]], channel, resolved))
            elif option.get("required"):
                raise SandboxError(f"/{leaf.name} needs the option {option['name']}.")
        record = self.interactions.open(Kind.COMMAND, user, channel, leaf.name)
        self._send(record, _command_data(leaf, rows, channel, resolved))
        return record

    def complete(
        self, name: str, option: str, typed: str, values: Values, user: User, channel: Channel
    ) -> InteractionRecord:
        """Ask for the choices of an option while it is typed."""
        leaf = self._leaf(name, user, channel)
        asked = next((o for o in leaf.options if o["name"] == option), None)
        if asked is None or not asked.get("autocomplete"):
            raise SandboxError(f"/{leaf.name} completes no option {option}.")
        rows = [
            {"name": o["name"], "type": o["type"], "value": values[o["name"]]}
            for o in leaf.options
            if values.get(o["name"]) is not None and o is not asked
        ]
        focused = {"name": option, "type": asked["type"], "value": typed, "focused": True}
        record = self.interactions.open(Kind.AUTOCOMPLETE, user, channel, leaf.name)
        self._send(record, _command_data(leaf, [*rows, focused], channel, {}))
        return record

    def press(
        self, message_id: int, custom_id: str, user: User, values: list[str] | None = None
    ) -> InteractionRecord:
        """Press a button, or choose in a select, of a message the user can see."""
        message = self._visible(message_id, user)
        component = _component(message.components, custom_id)
        channel = self.world.channels[message.channel_id]
        data: Json = {
            "component_type": component["type"],
            "custom_id": custom_id,
            "id": component["id"],
        }
        if component["type"] in component_rules.SELECTS:
            data |= self._chosen(component, values or [], channel)
        record = self.interactions.open(Kind.COMPONENT, user, channel, custom_id, message)
        self._send(record, data)
        return record

    def submit(self, shown: InteractionRecord, values: Mapping[str, str]) -> InteractionRecord:
        """Fill in the modal that an interaction was answered with, and send it."""
        if shown.modal is None:
            raise SandboxError(f"{shown.name} was not answered with a modal.")
        custom_id = shown.modal["custom_id"]
        fields = {
            c["custom_id"]: c
            for _, c in component_rules.walk(shown.modal["components"])
            if c.get("custom_id")
        }
        if unknown := set(values) - set(fields):
            raise SandboxError(f"The modal has no field {', '.join(sorted(unknown))}.")
        for name, field in fields.items():
            _check_field(name, field, values.get(name, field.get("value") or ""))
        components = [_filled(c, values) for c in shown.modal["components"]]
        source = shown.source
        record = self.interactions.open(Kind.MODAL, shown.user, shown.channel, custom_id, source)
        record.triggered_by = shown
        self._send(record, {"custom_id": custom_id, "components": components})
        return record

    def _send(self, record: InteractionRecord, data: Json) -> None:
        payload = self.interactions.payload(record, data)
        if not self.gateway.send("INTERACTION_CREATE", payload):
            raise SandboxError(NOBODY)

    def _leaf(self, name: str, user: User, channel: Channel) -> Leaf:
        held = self.world.permissions(user, channel)
        if not held & Permission.VIEW_CHANNEL:
            raise SandboxError(f"{user.name} cannot see #{channel.name}.")
        if not self.present(channel):
            raise SandboxError(f"{self.world.bot.name} is not in this server.")
        return self.book.find(name, channel.guild_id or 0, held)

    def present(self, channel: Channel) -> bool:
        """Whether the bot is in the channel's server; if not, its commands are gone from there."""
        guild = self.world.guilds.get(channel.guild_id or 0)
        return guild is not None and self.world.bot.id in guild.members

    def _visible(self, message_id: int, user: User) -> Message:
        for channel in self.world.channels.values():
            message = channel.messages.get(message_id)
            if message and message.only_for in (None, user.id):
                return message
        raise SandboxError(f"{user.name} sees no message {message_id}.")

    def _option(self, option: Json, given: Any, channel: Channel, resolved: Json) -> Json:
        kind = option["type"]
        value = commands.value_of(option, given) if kind in PLAIN else None
        if value is None:
            value = self._resolve(kind, given, channel, resolved)
        return {"name": option["name"], "type": kind, "value": value}

    def _chosen(self, component: Json, values: list[str], channel: Channel) -> Json:
        resolved: Json = {}
        if component["type"] == component_rules.Kind.STRING_SELECT:
            known = {o["value"] for o in component["options"]}
            if set(values) - known:
                raise SandboxError(f"The select offers only: {', '.join(sorted(known))}.")
            chosen: Json = {"values": values}
        else:
            kind = SELECT_KIND[component["type"]]
            values = [self._resolve(kind, v, channel, resolved) for v in values]
            chosen = {"values": values, "resolved": resolved}
        low, high = component.get("min_values", 1), component.get("max_values", 1)
        if not low <= len(values) <= high:
            raise SandboxError(f"The select takes {low} to {high} values.")
        return chosen

    def _resolve(self, kind: int, given: Any, channel: Channel, resolved: Json) -> str:
        """The id of what was chosen; what it is goes into `resolved`."""
        guild = self.world.guilds[channel.guild_id or 0]
        if kind == commands.CHANNEL:
            found = self.world.channel(given)
            held = str(int(self.world.permissions(self.world.admin, found)))
            app = str(int(self.world.permissions(self.world.bot, found)))
            shown = found.payload() | {"permissions": held, "app_permissions": app}
            resolved.setdefault("channels", {})[str(found.id)] = shown
            return str(found.id)
        if kind == commands.ATTACHMENT:
            upload = given if isinstance(given, Upload) else Upload(*given)
            kept = self.files.keep(upload, self.world.new_message_id.next())
            resolved.setdefault("attachments", {})[kept["id"]] = kept
            return str(kept["id"])
        for role in guild.roles.values():
            if kind != commands.USER and given in (role.id, str(role.id), role.name):
                resolved.setdefault("roles", {})[str(role.id)] = role.payload()
                return str(role.id)
        if kind == commands.ROLE:
            raise SandboxError(f"There is no role {given!r}.")
        user = self.world.user(given)
        member = {k: v for k, v in guild.members[user.id].payload().items() if k != "user"}
        resolved.setdefault("users", {})[str(user.id)] = user.payload()
        held = str(int(self.world.permissions(user, channel)))
        resolved.setdefault("members", {})[str(user.id)] = member | {"permissions": held}
        return str(user.id)


PLAIN = frozenset({3, 4, 5, 10})
SELECT_KIND = {5: commands.USER, 6: commands.ROLE, 7: commands.MENTIONABLE, 8: commands.CHANNEL}


def _command_data(leaf: Leaf, rows: list[Json], channel: Channel, resolved: Json) -> Json:
    data: Json = {
        "id": leaf.command["id"],
        "name": leaf.path[0],
        "type": 1,
        "options": leaf.wrap(rows),
        "resolved": resolved,
    }
    if "guild_id" in leaf.command:
        data["guild_id"] = str(channel.guild_id)
    return data


def _component(components: list[Json], custom_id: str) -> Json:
    there = [c for _, c in component_rules.walk(components) if c.get("custom_id")]
    for component in there:
        if component["custom_id"] == custom_id:
            if component.get("disabled"):
                raise SandboxError(f"{custom_id} is disabled.")
            return component
    names = ", ".join(c["custom_id"] for c in there) or "none"
    raise SandboxError(f"The message has no component {custom_id}; it has: {names}.")


def _check_field(name: str, field: Json, value: str) -> None:
    if field.get("required", True) and not value:
        raise SandboxError(f"The modal needs {name}.")
    if len(value) > (field.get("max_length") or 4000):
        raise SandboxError(f"{name} is longer than the modal takes.")


def _filled(component: Json, values: Mapping[str, str]) -> Json:
    kept: Json = {k: component[k] for k in ("type", "id", "custom_id") if k in component}
    if custom_id := component.get("custom_id"):
        value = values.get(custom_id, component.get("value") or "")
        several = component["type"] in component_rules.SELECTS
        kept |= {"values": [value] if value else []} if several else {"value": value}
    if "components" in component:
        kept["components"] = [_filled(c, values) for c in component["components"]]
    if "component" in component:
        kept["component"] = _filled(component["component"], values)
    return kept
