"""Who may do what: Discord's permission bits and how they combine.

Rules: docs topics/permissions, "Permission Hierarchy", "Permission Overwrites" and
"Implicit Permissions".
"""

from collections.abc import Iterable
from enum import IntFlag
from typing import NamedTuple


class Permission(IntFlag):
    """The bits that the sandbox enforces or shows."""

    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    CREATE_PUBLIC_THREADS = 1 << 35
    SEND_MESSAGES_IN_THREADS = 1 << 38
    PIN_MESSAGES = 1 << 51


ALL = Permission((1 << 53) - 1)

EVERYONE = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.ADD_REACTIONS
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
)
"""What a fresh server lets everyone do, as far as the sandbox cares."""


class Overwrite(NamedTuple):
    """What a channel changes for a role (kind 0) or a member (kind 1)."""

    target_id: int
    kind: int
    allow: Permission
    deny: Permission


def base(role_bits: Iterable[Permission], *, owner: bool) -> Permission:
    """Server-wide permissions from the bits of all roles, @everyone among them."""
    total = Permission(0)
    for bits in role_bits:
        total |= bits
    return ALL if owner or total & Permission.ADMINISTRATOR else total


def in_channel(
    start: Permission, overwrites: Iterable[Overwrite], guild_id: int, roles: set[int], member: int
) -> Permission:
    """Permissions in one channel, from the server-wide ones."""
    if start & Permission.ADMINISTRATOR:
        return ALL
    rows = list(overwrites)
    everyone = [o for o in rows if o.target_id == guild_id]
    of_roles = [o for o in rows if o.kind == 0 and o.target_id in roles and o.target_id != guild_id]
    of_member = [o for o in rows if o.kind == 1 and o.target_id == member]
    bits = start
    for step in (everyone, of_roles, of_member):
        deny, allow = Permission(0), Permission(0)
        for row in step:
            deny |= row.deny
            allow |= row.allow
        bits = (bits & ~deny) | allow
    return _implied(bits)


def _implied(bits: Permission) -> Permission:
    if not bits & Permission.VIEW_CHANNEL:
        return Permission(0)
    if not bits & Permission.SEND_MESSAGES:
        lost = Permission.EMBED_LINKS | Permission.ATTACH_FILES | Permission.MENTION_EVERYONE
        bits &= ~lost
    return bits
