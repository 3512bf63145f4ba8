"""`parley demo`: six weeks of the summer of 2025 in under a minute."""

import asyncio
import sys
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.cli import UsageError
from bot.cli.progress import progress
from bot.settings import load_settings

if TYPE_CHECKING:
    from bot.demo import Stage

out = Console(highlight=False, soft_wrap=True)
_BETWEEN_TURNS = 2.0
"""Seconds; a person who typed /follow add waits this long for the board at most."""


def register(app: typer.Typer) -> None:
    """Add `parley demo`."""
    app.command("demo")(demo)


def demo(
    wait: Annotated[
        bool,
        typer.Option(help="Stay up afterwards, on a terminal, so that one can look at the page."),
    ] = True,
    port: Annotated[int | None, typer.Option(help="Port of the page; 0 picks a free one.")] = None,
) -> None:
    """Replay 10 July to 20 August 2025 into a local Discord, and show what was posted."""
    settings = load_settings()
    stay = wait and sys.stdin.isatty() and sys.stdout.isatty()
    try:
        asyncio.run(_demo(settings.sandbox_port if port is None else port, stay))
    except OSError as error:
        raise UsageError(f"{error.strerror or error}; try another port: --port 0") from error


async def _demo(port: int, stay: bool) -> None:
    from bot.demo import CHANNEL, END, START, demo_stage, run_demo
    from bot.transcript import line, posted, whole

    began = time.monotonic()
    async with demo_stage(port) as on:
        out.print(f"Parley posts into its own Discord: {on.discord.page_url}", style="bold")
        days = f"{START:%d %B} to {END - timedelta(days=1):%d %B %Y}"
        out.print(f"{len(on.stand.feeds)} feeds on loopback, {days}\n")
        shown: set[int] = set()
        with progress() as bar:
            task = bar.add_task("", total=(END - START).days)

            def seen(now: datetime) -> None:
                for message in posted(on.discord, CHANNEL, shown):
                    bar.console.print(line(message, now), markup=False)
                bar.update(task, completed=(now - START).days, description=f"{now:%d %B %Y}")

            totals = await run_demo(on, seen)
        out.rule("the last page")
        last = [m for m in on.discord.messages(CHANNEL) if m.embeds]
        for message in [m for m in last if m.pinned] + [m for m in last if not m.pinned][-3:]:
            out.print(whole(message, on.clock()) + "\n", markup=False)
        traffic = on.stand.traffic
        out.print(
            f"{totals.sent} posts and {totals.edited} edits from {totals.read} articles; "
            f"{traffic.requests} polls, {traffic.not_modified} answered 'not modified'; "
            f"{time.monotonic() - began:.0f} s.",
            style="bold",
        )
        if stay:
            out.print(f"Look around at {on.discord.page_url}; stop with Ctrl-C.")
            await keep_posting(on)


async def keep_posting(on: "Stage") -> None:
    """Post what slash commands ask for, in a demo whose clock stands still; never returns."""
    from jobs.turn import take_turn

    while True:
        await take_turn(on.services)
        await asyncio.sleep(_BETWEEN_TURNS)
