"""What the jobs need of Discord, without Discord: a Poster, and the ways in which posting fails.

DeliveryError
├── TryLater      nothing was posted; try again at `after`
├── Unsure        the answer was lost; it may have been posted
├── Refused       this message will never be taken as it is; dead-letter it
├── Vanished      the message to edit or pin is gone; someone removed it
├── ChannelShut   the channel cannot be posted to until an admin acts
└── Stopped       nothing can be sent at all (token dead, address banned)
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from db.views import View


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message as it will be shown: plain data, ready to compare."""

    content: str
    embed: dict[str, Any] | None = None
    """A Discord embed object (docs: resources/message#embed-object)."""
    buttons: tuple[tuple[str, str], ...] = field(default=())
    """(label, custom_id or https link) pairs."""
    fingerprint: str = ""
    """Digest of all the above but what ticks by itself."""


class Poster(Protocol):
    """Posts messages. What Discord answers amiss is raised as a DeliveryError, always."""

    def render(self, view: View, ref: str) -> Rendered:
        """The message for a view. `ref` is the post's short public name, shown in the footer."""
        ...

    async def send(
        self, channel_id: int, message: Rendered, nonce: str, role_id: int | None = None
    ) -> int:
        """Post it and give the message's id. The same nonce posts once within minutes."""
        ...

    async def edit(self, channel_id: int, message_id: int, message: Rendered) -> None:
        """Show this instead."""
        ...

    async def pin(self, channel_id: int, message_id: int) -> None:
        """Pin it."""
        ...

    async def find(self, channel_id: int, ref: str, since: datetime) -> int | None:
        """Our own message that carries `ref`, if the channel's history since then holds it."""
        ...


class DeliveryError(Exception):
    """A message was not delivered, or may not have been."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TryLater(DeliveryError):
    """Nothing was posted; try again after a while."""

    def __init__(self, reason: str, after: timedelta) -> None:
        super().__init__(reason)
        self.after = after


class Unsure(DeliveryError):
    """The answer was lost: it may stand in the channel."""


class Refused(DeliveryError):
    """Discord will not take this message, ever."""


class Vanished(DeliveryError):
    """The message is gone; someone deleted it, and we respect that."""


class ChannelShut(DeliveryError):
    """The channel is closed to us; `reason` says what an admin can do."""

    def __init__(self, reason: str, *, gone: bool = False) -> None:
        super().__init__(reason)
        self.gone = gone


class Stopped(DeliveryError):
    """Nothing can be sent; `after` says when to look again, None for never with this token."""

    def __init__(self, reason: str, after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.after = after
