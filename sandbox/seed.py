"""What the sandbox starts with: one server, five channels, an admin, a plain member, the bot."""

from datetime import UTC, datetime

from sandbox.model import Channel, Guild, Member, Role, User
from sandbox.permissions import EVERYONE, Overwrite, Permission
from sandbox.snowflakes import Snowflakes

# Older than anything a replay posts, so that the server precedes its messages.
FOUNDED = datetime(2024, 1, 1, tzinfo=UTC)

BOT_PERMISSIONS = EVERYONE | Permission.PIN_MESSAGES
"""What an invite link for a posting bot usually grants."""

NOTHING = Permission(0)


def ids() -> Snowflakes:
    """Ids for what is there from the start: the same in every run."""
    return Snowflakes(lambda: FOUNDED)


def found(name: str, new: Snowflakes, bot: User, owner: User, member: User) -> Guild:
    """A server with its owner, a plain member and, as yet, no bot."""
    guild = Guild(new.next(), name, owner.id, FOUNDED)
    everyone = Role(guild.id, "@everyone", EVERYONE, position=0)
    desk = Role(new.next(), "Desk", NOTHING, position=1, color=0x3BA55D, mentionable=True)
    readers = Role(new.next(), "Readers", NOTHING, position=2, color=0xB07CC6)
    staff = Role(new.next(), "Staff", Permission.MANAGE_GUILD, position=3, color=0xE0A458)
    guild.roles = {role.id: role for role in (everyone, desk, readers, staff)}
    guild.members = {
        owner.id: Member(owner, FOUNDED, [staff.id]),
        member.id: Member(member, FOUNDED, [desk.id]),
    }
    for channel in _channels(guild.id, new, bot, staff):
        channel.position = len(guild.channels)
        guild.channels[channel.id] = channel
    return guild


def admit(guild: Guild, bot: User, new: Snowflakes) -> None:
    """Let the bot in, with the managed role that Discord makes for it."""
    role = Role(new.next(), bot.name, BOT_PERMISSIONS, position=4, managed_by=bot.id)
    guild.roles[role.id] = role
    guild.members[bot.id] = Member(bot, FOUNDED, [role.id])


def _channels(guild_id: int, new: Snowflakes, bot: User, staff: Role) -> list[Channel]:
    send, view = Permission.SEND_MESSAGES, Permission.VIEW_CHANNEL
    rows: list[tuple[str, int, str, list[Overwrite]]] = [
        ("conflict-desk", 0, "Talks, deadlines and strikes as they are reported", []),
        ("deadlines", 0, "Only what is due, and when", []),
        ("lounge", 0, "The bot may read here, not post", [Overwrite(bot.id, 1, NOTHING, send)]),
        (
            "announcements",
            5,
            "Posted by the bot, read by everyone",
            [Overwrite(guild_id, 0, NOTHING, send), Overwrite(bot.id, 1, send, NOTHING)],
        ),
        (
            "staff-room",
            0,
            "Hidden from the bot and from plain members",
            [
                Overwrite(guild_id, 0, NOTHING, view),
                Overwrite(staff.id, 0, view, NOTHING),
                Overwrite(bot.id, 1, NOTHING, view),
            ],
        ),
    ]
    return [
        Channel(new.next(), name, guild_id, kind, topic, overwrites=overwrites)
        for name, kind, topic, overwrites in rows
    ]
