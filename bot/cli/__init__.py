"""The command line `parley`. Each command is a module here; it imports what only it needs."""

import sys
from importlib import import_module
from typing import NoReturn

import typer
from rich.console import Console

from bot.settings import SettingsError

_COMMANDS = (
    "demo",
    "run",
    "poll",
    "feeds",
    "read",
    "events",
    "dates",
    "status",
    "replay",
    "database",
    "preset",
    "doctor",
)

_HELP = "Watch ceasefire deadlines and peace talks, with every figure attributed."

errors = Console(stderr=True, highlight=False, soft_wrap=True)


class UsageError(Exception):
    """A person's mistake: printed as one line, exit code 2."""


class ServiceError(Exception):
    """Parley cannot run as things are: printed as one line, exit code 1."""


def build() -> typer.Typer:
    """The application with every command registered."""
    app = typer.Typer(
        help=_HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,  # they print local variables, a token among them
    )
    for name in _COMMANDS:
        import_module(f"bot.cli.{name}").register(app)
    return app


def main() -> NoReturn:
    """Run the command line: 0 done, 1 something is wrong, 2 wrongly called, 130 interrupted."""
    from bot.logs import quiet_logging
    from db.engine import DatabaseUrlError
    from db.migrate import SchemaError
    from reading.preset import PresetError

    quiet_logging()
    try:
        build()()
    except (UsageError, SettingsError, DatabaseUrlError, PresetError) as error:
        errors.print(f"parley: {error}", style="red", markup=False)
        sys.exit(2)
    except (SchemaError, ServiceError) as error:
        errors.print(f"parley: {error}", style="red", markup=False)
        sys.exit(1)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        errors.print(f"parley: {error.strerror or error}{where}", style="red", markup=False)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)
