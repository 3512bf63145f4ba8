"""Discord's ids: milliseconds since 2015 in the upper bits, so that they sort by time."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """The real time, UTC."""
    return datetime.now(UTC)


def at(moment: datetime) -> int:
    """The smallest snowflake of a moment (docs: reference#snowflakes)."""
    return ((moment - EPOCH) // timedelta(milliseconds=1)) << 22


class Snowflakes:
    """Hands out ids that carry the clock's time, unique and rising even if it stands still."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        """The next id."""
        self._last = max(self._last + 1, at(self._clock()))
        return self._last
