"""`parley run --only jobs` and `--only bot`: who fills a new database, whoever comes first."""

import asyncio
from pathlib import Path

from sqlalchemy import func, select

from bot.service import memory
from bot.settings import Settings
from db.models import Conflict, Feed, Mention


async def test_the_bot_leaves_filling_the_database_to_the_jobs(tmp_path: Path) -> None:
    settings = Settings.model_validate({"database_url": f"sqlite:///{tmp_path}/new.sqlite3"})

    async def rows(only: str) -> list[int]:
        async with memory(settings, only) as sessions, sessions() as session:
            counts = [select(func.count()).select_from(t) for t in (Conflict, Feed, Mention)]
            return [(await session.scalars(count)).one() for count in counts]

    assert await rows("bot") == [0, 0, 0]
    assert all(await rows("jobs"))


async def test_both_halves_start_together_on_a_new_database(tmp_path: Path) -> None:
    settings = Settings.model_validate({"database_url": f"sqlite:///{tmp_path}/new.sqlite3"})

    async def start(only: str) -> None:
        async with memory(settings, only):
            pass

    await asyncio.gather(start("jobs"), start("bot"))
