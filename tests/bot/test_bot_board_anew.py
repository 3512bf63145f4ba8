"""A board that somebody removed stays away until an admin asks for it again."""

from datetime import timedelta

import pytest

from bot.poster import DiscordPoster
from db.engine import Sessions
from jobs.board import EVERY, keep_boards
from jobs.clock import SetClock
from jobs.deliver import deliver
from sandbox.server import SandboxDiscord

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize("way", ["switch", "test"])
async def test_a_removed_board_comes_back_when_asked_for(
    local: SandboxDiscord, memory: Sessions, now: SetClock, poster: DiscordPoster, way: str
) -> None:
    async def boards() -> int:
        now.now += EVERY + timedelta(minutes=1)
        await keep_boards(memory, now)
        for _ in range(2):  # the first may find that it is gone
            await deliver(memory, now, poster)
        return sum(bool(m.payload()["pinned"]) for m in local.messages("conflict-desk"))

    await local.invoke("follow add", {"conflict": "russia-ukraine"})
    assert await boards() == 1
    for message in list(local.messages("conflict-desk")):
        local.world.delete_message("conflict-desk", message.id)
    assert await boards() == 0
    assert await boards() == 0, "who removed it does not want it"
    if way == "test":
        await local.invoke("follow test")
    else:
        panel = (await local.invoke("settings")).message
        await local.press(panel.id, "switch:board")
        await local.press(panel.id, "switch:board")
    assert await boards() == 1
    assert await boards() == 1
