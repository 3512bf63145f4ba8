"""`parley run` killed with SIGKILL in the middle of a delivery: nothing lost, nothing twice."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from db.engine import Sessions, create_engine
from db.engine import sessions as make_sessions
from db.migrate import upgrade
from db.models import Conflict, Follow, Guild, Post
from db.outbox import Owed, owe
from sandbox.server import SandboxDiscord

POSTS = 40
PARLEY = Path(sys.executable).parent / "parley"


async def _owe(sessions: Sessions, discord: SandboxDiscord) -> None:
    now = datetime.now(UTC)
    place = discord.world.channel("conflict-desk")
    assert place.guild_id is not None
    async with sessions.begin() as session:
        session.add_all(
            [
                Conflict(id=1, slug="russia-ukraine", name="C"),
                Guild(id=place.guild_id, joined_at=now),
            ]
        )
        await session.flush()
        follow = Follow(
            guild_id=place.guild_id, channel_id=place.id, conflict_id=1, since=now, board=False
        )
        session.add(follow)
        await session.flush()
        owed = [
            Owed(f"notice:{n}", "notice", now, details={"title": f"Notice {n:02}", "text": "…"})
            for n in range(POSTS)
        ]
        await owe(session, follow, owed, now)


@asynccontextmanager
async def _parley(
    database: str, discord: SandboxDiscord
) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        PARLEY, "run", "--only", "bot",
        env={
            **os.environ,
            "DATABASE_URL": database,
            "DISCORD_TOKEN": discord.token,
            "DISCORD_URL": discord.page_url,
            "LOG_LEVEL": "WARNING",
        },
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def _states(sessions: Sessions) -> list[str]:
    async with sessions() as session:
        return list(await session.scalars(select(Post.state).order_by(Post.id)))


async def test_kill_9_in_the_middle_of_a_delivery(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/parley.sqlite3"
    engine = create_engine(database)
    await upgrade(engine)
    sessions = make_sessions(engine)
    try:
        async with SandboxDiscord(rate_limits=False) as discord:
            await _owe(sessions, discord)
            # Each answer is held back after the message stands, so that a kill finds one under way.
            discord.fail("POST", r"/channels/\d+/messages$", delay=0.1, times=1000)
            for upto in (7, 19):
                async with _parley(database, discord) as process:
                    await discord.wait_for(
                        lambda n=upto: len(discord.messages("conflict-desk")) >= n, 60
                    )
                    process.kill()
                    await process.wait()
                assert "sending" in await _states(sessions)
            async with _parley(database, discord) as process:
                for _ in range(600):
                    if set(await _states(sessions)) == {"sent"}:
                        break
                    await asyncio.wait([asyncio.create_task(process.wait())], timeout=0.1)
            titles = [m.embeds[0]["title"] for m in discord.messages("conflict-desk")]
        assert titles == [f"Notice {n:02}" for n in range(POSTS)]
        assert set(await _states(sessions)) == {"sent"}
    finally:
        await engine.dispose()
