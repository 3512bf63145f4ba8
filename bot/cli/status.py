"""`parley status`: where the talks stand, in the terminal."""

import asyncio
from typing import Annotated

import typer
from rich.console import Console

from bot.cli import UsageError
from bot.settings import Settings, load_settings

out = Console(highlight=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add `parley status`."""
    app.command("status")(status)


def status(
    conflict: Annotated[
        str | None, typer.Argument(help="A conflict's name, as in CONFLICTS; the first of them.")
    ] = None,
) -> None:
    """Say where the talks of a conflict stand: deadline, last and next round, last strikes."""
    settings = load_settings()
    slug = conflict or settings.conflict_slugs[0]
    if slug not in settings.conflict_slugs:
        known = ", ".join(settings.conflict_slugs)
        raise UsageError(f"{slug!r} is not watched; CONFLICTS holds: {known}")
    asyncio.run(_status(settings, slug))


async def _status(settings: Settings, slug: str) -> None:
    from bot.cards import render
    from bot.service import memory
    from bot.terminal import message_text
    from db import recall
    from jobs.clock import system_clock
    from reading.preset import bundled_presets

    async with memory(settings) as sessions, sessions() as session:
        now = system_clock()
        zone = bundled_presets()[slug].zone
        view = await recall.board(session, slug, None, now, zone)
    card = render(view, "")
    # The footer names a post to ask /why about; here there is none.
    embed = {key: part for key, part in (card.embed or {}).items() if key != "footer"}
    out.print(message_text(card.content, embed, now), markup=False)
