"""`parley run`: the bot and its jobs."""

import asyncio
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from bot.settings import load_settings

out = Console(highlight=False)


class Part(StrEnum):
    """The halves that can run apart, on one database."""

    JOBS = "jobs"
    BOT = "bot"


def register(app: typer.Typer) -> None:
    """Add `parley run`."""
    app.command("run")(run)


def run(
    only: Annotated[
        Part | None, typer.Option(help="Run one half: the jobs, or the bot with its deliveries.")
    ] = None,
) -> None:
    """Run the bot and its jobs. Without DISCORD_TOKEN, in a local Discord with a page."""
    from bot.logs import configure_logging
    from bot.service import serve

    settings = load_settings()
    configure_logging(settings)
    asyncio.run(serve(settings, only.value if only else None, out))
