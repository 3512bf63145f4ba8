"""The bot's slash commands: stored as it registers them, offered to those who may use them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox import command_rules
from sandbox.errors import SandboxError
from sandbox.model import Json
from sandbox.permissions import Permission
from sandbox.snowflakes import Snowflakes


@dataclass(frozen=True, slots=True)
class Leaf:
    """Something a person can run: a command, or one of its subcommands."""

    command: Json
    path: tuple[str, ...]
    description: str
    options: list[Json] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The words after the slash."""
        return " ".join(self.path)

    def wrap(self, options: list[Json]) -> list[Json]:
        """The options as an interaction nests them under groups and subcommands."""
        for depth, word in reversed(list(enumerate(self.path[1:], start=1))):
            deepest = depth == len(self.path) - 1
            kind = command_rules.SUBCOMMAND if deepest else command_rules.GROUP
            options = [{"name": word, "type": kind, "options": options}]
        return options


class CommandBook:
    """Registered commands, global (guild None) and per server."""

    def __init__(self, new_id: Snowflakes, application_id: int) -> None:
        self._new_id = new_id
        self._application_id = application_id
        self._books: dict[int | None, dict[tuple[str, int], Json]] = {}

    def all(self, guild_id: int | None) -> list[Json]:
        """The commands registered there."""
        return list(self._books.get(guild_id, {}).values())

    def replace(self, guild_id: int | None, commands: list[Json]) -> list[Json]:
        """Bulk overwrite; a command that stays keeps its id. Raises ApiError 50035 or 30032."""
        command_rules.check(commands)
        old = self._books.get(guild_id, {})
        self._books[guild_id] = {}
        for command in commands:
            key = (command["name"], command.get("type", command_rules.CHAT_INPUT))
            self._books[guild_id][key] = self._stored(command, guild_id, old.get(key))
        return self.all(guild_id)

    def add(self, guild_id: int | None, command: Json) -> Json:
        """Create or overwrite one command."""
        key = (command.get("name", ""), command.get("type", command_rules.CHAT_INPUT))
        others = {k: c for k, c in self._books.get(guild_id, {}).items() if k != key}
        self.replace(guild_id, [*others.values(), command])
        return self._books[guild_id][key]

    def remove(self, guild_id: int | None, command_id: int) -> bool:
        """Remove one command; False if there is none with this id."""
        book = self._books.get(guild_id, {})
        kept = {k: c for k, c in book.items() if c["id"] != str(command_id)}
        self._books[guild_id] = kept
        return len(kept) < len(book)

    def _stored(self, command: Json, guild_id: int | None, old: Json | None) -> Json:
        defaults: Json = {
            "type": command_rules.CHAT_INPUT,
            "description": "",
            "options": [],
            "default_member_permissions": None,
            "nsfw": False,
            "contexts": None,
            "integration_types": [0],
        }
        own: Json = {
            "id": old["id"] if old else str(self._new_id.next()),
            "application_id": str(self._application_id),
            "version": str(self._new_id.next()),
        }
        if guild_id is not None:
            own["guild_id"] = str(guild_id)
        given = {key: value for key, value in command.items() if value is not None}
        if "default_member_permissions" in given:
            given["default_member_permissions"] = str(given["default_member_permissions"])
        return defaults | given | own

    def leaves(self, guild_id: int, held: Permission) -> Iterator[Leaf]:
        """What a person with these permissions is offered in a server."""
        for command in (*self.all(guild_id), *self.all(None)):
            if command["type"] == command_rules.CHAT_INPUT and offered(command, held):
                yield from _leaves(command, command, (command["name"],))

    def find(self, name: str, guild_id: int, held: Permission) -> Leaf:
        """The command that is called so. Raises SandboxError if it is not there or not offered."""
        wanted = " ".join(name.removeprefix("/").split())
        for leaf in self.leaves(guild_id, held):
            if leaf.name == wanted:
                return leaf
        hidden = any(leaf.name == wanted for leaf in self.leaves(guild_id, Permission(-1)))
        if hidden:
            raise SandboxError(f"Discord does not offer /{wanted} without its permissions.")
        names = ", ".join(leaf.name for leaf in self.leaves(guild_id, held)) or "none"
        raise SandboxError(f"There is no command /{wanted}; registered: {names}.")


def offered(command: Json, held: Permission) -> bool:
    """Whether Discord shows a command to a person (default_member_permissions)."""
    if held & Permission.ADMINISTRATOR:
        return True
    if not held & Permission.USE_APPLICATION_COMMANDS:
        return False
    needed = command.get("default_member_permissions")
    if needed is None:
        return True
    return int(needed) != 0 and int(held) & int(needed) == int(needed)


def _leaves(command: Json, node: Json, path: tuple[str, ...]) -> Iterator[Leaf]:
    options = node.get("options") or []
    inner = [o for o in options if o["type"] in (command_rules.SUBCOMMAND, command_rules.GROUP)]
    if not inner:
        yield Leaf(command, path, node.get("description", ""), options)
    for option in inner:
        yield from _leaves(command, option, (*path, option["name"]))


def value_of(option: Json, given: Any) -> Any:
    """A given value as the option's type, checked as Discord's client checks it."""
    kind, name = option["type"], option["name"]
    try:
        value = CONVERT.get(kind, str)(given)
    except (TypeError, ValueError):
        raise SandboxError(f"{given!r} does not suit the option {name}.") from None
    if choices := option.get("choices"):
        for choice in choices:
            if given in (choice["value"], choice["name"]):
                return choice["value"]
        names = ", ".join(c["name"] for c in choices)
        raise SandboxError(f"{given!r} is no choice of {name}; choose of: {names}.")
    measured, low, high = (value, "min_value", "max_value")
    if isinstance(value, str):
        measured, low, high = len(value), "min_length", "max_length"
        if not value or len(value) > 6000:
            raise SandboxError(f"The option {name} needs 1 to 6,000 characters.")
    if option.get(low) is not None and measured < option[low]:
        raise SandboxError(f"{given!r} is below the least that {name} takes ({option[low]}).")
    if option.get(high) is not None and measured > option[high]:
        raise SandboxError(f"{given!r} is above the most that {name} takes ({option[high]}).")
    return value


def _flag(given: Any) -> bool:
    return given if isinstance(given, bool) else str(given).lower() in ("true", "yes", "1")


CONVERT: dict[int, Any] = {4: int, 5: _flag, 10: float}
STRING, USER, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT = 3, 6, 7, 8, 9, 11
