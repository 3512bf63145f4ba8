"""What Parley may do in a channel, known beforehand: the guilds intent is enough for it."""

import discord
from discord.abc import GuildChannel

NEEDED: dict[str, str] = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
"""discord.py's name, and the name that Discord's settings show."""
FOR_BOARD = {"pin_messages": "Pin Messages"}
FOR_THREADS = {"send_messages_in_threads": "Send Messages in Threads"}

INVITE = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    read_message_history=True,
    pin_messages=True,
)
"""What the invite link asks for: no more than the above."""


def missing(channel: GuildChannel | discord.Thread, *, board: bool = False) -> list[str]:
    """Permissions that Parley lacks there, by the names that Discord's settings show."""
    needed = dict(NEEDED)
    if isinstance(channel, discord.Thread):
        del needed["send_messages"]
        needed |= FOR_THREADS
    if board:
        needed |= FOR_BOARD
    held = channel.permissions_for(channel.guild.me)
    return [shown for name, shown in needed.items() if not getattr(held, name)]


def missing_in(client: discord.Client, channel_id: int, *, board: bool = False) -> list[str] | None:
    """The same by id; None where the channel is not known to us."""
    channel = client.get_channel(channel_id)
    if isinstance(channel, GuildChannel | discord.Thread):
        return missing(channel, board=board)
    return None


def how_to_allow(lacking: list[str], where: str = "that channel") -> str:
    """What an admin has to do, in one sentence."""
    return (
        f"Allow Parley {', '.join(lacking)} in {where}: "
        "channel settings → Permissions → add Parley's role."
    )
