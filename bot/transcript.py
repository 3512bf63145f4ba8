"""What a replay posted, as text: a line a post while it runs, whole cards at the end."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.terminal import message_text, plain
from sandbox.model import Message
from sandbox.server import SandboxDiscord


def line(message: Message, now: datetime) -> str:
    """A post in one line."""
    return f"{message.created:%d %b %H:%M}  {plain(message.content, now)}"


def whole(message: Message, now: datetime) -> str:
    """A post as it stands now, with all it says."""
    embed: dict[str, Any] | None = message.embeds[0] if message.embeds else None
    marks = [
        mark for mark, holds in (("edited", message.edited), ("pinned", message.pinned)) if holds
    ]
    head = f"{message.created:%A %d %B %Y, %H:%M} UTC" + (f" ({', '.join(marks)})" if marks else "")
    return f"── {head}\n{message_text(message.content, embed, now)}"


def posted(discord: SandboxDiscord, channel: str, after: set[int]) -> Iterator[Message]:
    """Messages of the channel not yet in `after`, which then holds them."""
    for message in discord.messages(channel):
        if message.id not in after:
            after.add(message.id)
            yield message
