"""`parley db`: bring the database to the present schema, or check it."""

import asyncio

import typer
from rich.console import Console

from bot.settings import load_settings
from db.engine import create_engine
from db.migrate import SchemaError, check, newest_revision, upgrade

out = Console(highlight=False)


def register(app: typer.Typer) -> None:
    """Add `parley db upgrade` and `parley db check`."""
    group = typer.Typer(no_args_is_help=True)
    group.command("upgrade")(upgrade_command)
    group.command("check")(check_command)
    app.add_typer(
        group, name="db", help="Bring the database to this version's schema, or check it."
    )


def upgrade_command() -> None:
    """Bring the database to this version's schema. Nothing is lost; twice does no harm."""
    asyncio.run(_upgrade(load_settings().database_url))
    out.print(f"The database is at schema {newest_revision()}.")


def check_command() -> None:
    """Say whether the database has this version's schema."""
    found = asyncio.run(_check(load_settings().database_url))
    if found:
        raise SchemaError("; ".join(found))
    out.print(f"The database is at schema {newest_revision()}, as it should be.")


async def _upgrade(url: str) -> None:
    engine = create_engine(url)
    try:
        await upgrade(engine)
    finally:
        await engine.dispose()


async def _check(url: str) -> list[str]:
    engine = create_engine(url)
    try:
        return await check(engine)
    finally:
        await engine.dispose()
