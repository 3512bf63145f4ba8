"""Slash commands, a file a group. Everyone's work everywhere, admins' only in a server."""

from typing import Any

from discord import app_commands

from bot.commands.about import about
from bot.commands.deadlines import DeadlinesGroup
from bot.commands.feeds import FeedsGroup
from bot.commands.follow import FollowGroup
from bot.commands.settings import settings
from bot.commands.status import status
from bot.commands.strikes import StrikesGroup
from bot.commands.talks import TalksGroup
from bot.commands.why import why


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    """Put every command into the tree."""
    commands: tuple[app_commands.Command[Any, ..., Any] | app_commands.Group, ...] = (
        status,
        TalksGroup(),
        DeadlinesGroup(),
        StrikesGroup(),
        why,
        about,
        FollowGroup(),
        FeedsGroup(),
        settings,
    )
    for command in commands:
        tree.add_command(command)
