"""`parley replay FOLDER`: an archive of saved feeds, hour by hour, as if it were news."""

import asyncio
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.cli import UsageError
from bot.cli.progress import progress
from bot.settings import load_settings

if TYPE_CHECKING:
    from db.engine import Sessions

out = Console(highlight=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add `parley replay`."""
    app.command("replay")(replay)


def replay(
    folder: Annotated[Path, typer.Argument(help="A folder of saved feeds (*.xml).")],
    hours: Annotated[float, typer.Option(help="How far the clock moves each turn.")] = 1.0,
    posts: Annotated[bool, typer.Option(help="Print every post in full at the end.")] = False,
    wait: Annotated[bool, typer.Option(help="Stay up afterwards to look at the page.")] = False,
) -> None:
    """Replay an archive of feeds through the real jobs into a local Discord, and print figures."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder; give one of saved feeds (*.xml)")
    if hours <= 0:
        raise UsageError("--hours must be more than 0")
    asyncio.run(_replay(folder, timedelta(hours=hours), posts, wait))


async def _replay(folder: Path, step: timedelta, posts: bool, wait: bool) -> None:
    from bot.demo import CHANNEL, stage
    from bot.replay import every
    from bot.replay import replay as run
    from bot.service import chosen_presets
    from bot.transcript import line, posted, whole
    from sandbox.archive import ArchiveError, read_archive

    try:
        archive = read_archive(folder)
    except ArchiveError as error:
        raise UsageError(str(error)) from error
    span = archive.span
    if span is None:
        raise UsageError(f"no item in {folder} has a date; there is nothing to replay")
    start, end = span[0] - step, span[1] + step
    items = sum(len(feed.items) for feed in archive.feeds)
    out.print(
        f"{len(archive.feeds)} feeds, {items} items, {start:%d %B} to {end:%d %B %Y}", style="bold"
    )
    shown: set[int] = set()
    async with stage(archive.feeds, chosen_presets(load_settings()), start) as on:
        wall, busy = time.monotonic(), time.process_time()
        with progress() as bar:
            task = bar.add_task("", total=(end - start) / step)

            def seen(now: datetime) -> None:
                for message in posted(on.discord, CHANNEL, shown):
                    bar.console.print(line(message, now), markup=False)
                bar.update(task, advance=1, description=f"{now:%d %b %H:%M}")

            totals = await run(on.services, every(step, start, end), seen)
        wall, busy = time.monotonic() - wall, time.process_time() - busy
        if posts:
            for message in on.discord.messages(CHANNEL):
                out.print(whole(message, on.clock()) + "\n", markup=False)
        counts = await _counts(on.services.sessions)
        traffic = on.stand.traffic
        out.print(
            f"{counts[0]} entries stored as {counts[1]} articles, {counts[2]} about a conflict\n"
            f"{traffic.requests} polls, {traffic.not_modified} not modified\n"
            f"{totals.sent} posts, {totals.edited} edits\n"
            f"{wall:.1f} s, {busy:.1f} s of processor time, "
            f"{counts[0] / wall:.0f} entries a second, {_peak_mb():.0f} MB at the most"
        )
        if wait:
            out.print(f"Look around at {on.discord.page_url}; stop with Ctrl-C.")
            await asyncio.Event().wait()


async def _counts(sessions: "Sessions") -> tuple[int, int, int]:
    from sqlalchemy import func, select

    from db.models import Article, Entry, Report

    async with sessions() as session:
        entries = await session.scalar(select(func.count()).select_from(Entry))
        articles = await session.scalar(
            select(func.count()).select_from(Article).where(~Article.reference)
        )
        about = await session.scalar(
            select(func.count()).select_from(Report).join(Article).where(~Article.reference)
        )
    return entries or 0, articles or 0, about or 0


def _peak_mb() -> float:
    if sys.platform == "win32":
        return 0.0  # Windows does not keep the figure
    import resource

    # Kilobytes on Linux, bytes on macOS; getrusage(2)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
