"""What Discord refuses in application commands (docs: interactions/application-commands)."""

import re

from sandbox.errors import Form, refusal
from sandbox.model import Json

CHAT_INPUT = 1
SUBCOMMAND, GROUP = 1, 2
COMMANDS, OPTIONS, CHOICES, TOTAL = 100, 25, 25, 8000

# "^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$", lower case where there is one.
NAME = re.compile(r"^[-_'\w]{1,32}$")


def check(commands: list[Json]) -> None:
    """Refuse with 50035 or 30032 a set of commands that Discord would not take."""
    if sum(c.get("type", CHAT_INPUT) == CHAT_INPUT for c in commands) > COMMANDS:
        raise refusal(30032)
    form = Form()
    seen: set[tuple[str, int]] = set()
    for index, command in enumerate(commands):
        path = str(index)
        key = (command.get("name", ""), command.get("type", CHAT_INPUT))
        if key in seen:
            text = "Application command names must be unique"
            form.add(path, "APPLICATION_COMMANDS_DUPLICATE_NAME", text)
        seen.add(key)
        _check_command(form, path, command)
    form.check()


def _check_command(form: Form, path: str, command: Json) -> None:
    if command.get("type", CHAT_INPUT) != CHAT_INPUT:
        form.length(f"{path}.name", command.get("name"), 1, 32)
        return
    _check_named(form, path, command)
    if size(command) > TOTAL:
        text = f"Command exceeds maximum size ({TOTAL})"
        form.add(path, "APPLICATION_COMMAND_TOO_LARGE", text)
    _check_options(form, path, command.get("options") or [])


def size(command: Json) -> int:
    """Characters of names, descriptions and choice values, of which a command may have 8,000."""
    own = len(command.get("name") or "") + len(command.get("description") or "")
    for choice in command.get("choices") or []:
        own += len(choice["name"]) + len(str(choice["value"]))
    return own + sum(size(option) for option in command.get("options") or [])


def _check_named(form: Form, path: str, thing: Json) -> None:
    name = thing.get("name") or ""
    if not NAME.match(name) or name != name.lower():
        text = "Command name is invalid"
        form.add(f"{path}.name", "APPLICATION_COMMAND_INVALID_NAME", text)
    form.length(f"{path}.description", thing.get("description"), 1, 100)


def _check_options(form: Form, path: str, options: list[Json]) -> None:
    if len(options) > OPTIONS:
        form.length(f"{path}.options", options, 0, OPTIONS)
    names: set[str] = set()
    optional_before = False
    for index, option in enumerate(options):
        here = f"{path}.options.{index}"
        _check_named(form, here, option)
        if option.get("name") in names:
            text = "Option names must be unique"
            form.add(f"{here}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", text)
        names.add(option.get("name", ""))
        if option.get("required") and optional_before:
            text = "Required options must be placed before non-required options"
            form.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", text)
        optional_before |= not option.get("required") and option["type"] > GROUP
        _check_choices(form, here, option)
        _check_options(form, here, option.get("options") or [])
    nested = [o["type"] in (SUBCOMMAND, GROUP) for o in options]
    if any(nested) and not all(nested):
        text = "Sub-command and sub-command group option types are mutually exclusive to others"
        form.add(f"{path}.options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text)


def _check_choices(form: Form, path: str, option: Json) -> None:
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        text = "Autocomplete cannot be used together with choices"
        form.add(path, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", text)
    check_choice_list(form, f"{path}.choices", choices)


def check_choice_list(form: Form, path: str, choices: list[Json]) -> None:
    """Note what is wrong with choices, fixed or autocompleted."""
    if len(choices) > CHOICES:
        form.length(path, choices, 0, CHOICES)
    for index, choice in enumerate(choices):
        form.length(f"{path}.{index}.name", choice.get("name"), 1, 100)
        if isinstance(choice.get("value"), str):
            form.length(f"{path}.{index}.value", choice["value"], 0, 100)
