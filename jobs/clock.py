"""Time as a thing that is handed in, so that a year can be replayed in a minute."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present, aware UTC."""


def system_clock() -> datetime:
    """The machine's own time, aware UTC."""
    return datetime.now(UTC)


class SetClock:
    """A clock that shows what it was last set to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time it was set to."""
        return self.now
