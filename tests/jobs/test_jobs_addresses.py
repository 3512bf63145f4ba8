"""What a log may say of a feed's address."""

from structlog.testing import capture_logs

from db.engine import Sessions
from jobs.clock import SetClock
from jobs.feeds import add_feed, apply_move

OLD = "https://me:word@paper.example:8443/old?key=secret"
NEW = "https://me:word@paper.example/new?key=secret"


async def test_a_move_is_logged_without_password_and_query(
    sqlite_sessions: Sessions, clock: SetClock
) -> None:
    async with sqlite_sessions.begin() as session:
        feed = await add_feed(session, OLD, clock)
        feed.moved_to = NEW
        with capture_logs() as logs:
            await apply_move(session, feed)
    [line] = logs
    assert (line["old"], line["new"]) == (
        "https://paper.example:8443/old",
        "https://paper.example/new",
    )
    assert feed.url == NEW
