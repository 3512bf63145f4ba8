"""One sink for everything that goes wrong in a command, button, select or form.

discord.py hands only commands' errors to the tree: views, forms and dynamic items have to answer
by themselves, or the user sees nothing but "This interaction failed". Their bases are here.
"""

import secrets
import traceback
from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

import discord
import structlog
from discord import app_commands

from bot.words import shorten

log = structlog.get_logger(__name__)

V = TypeVar("V", bound="discord.ui.View | discord.ui.LayoutView")

UNKNOWN_INTERACTION = 10062
"""We answered later than Discord's three seconds; nobody is left to tell."""
ALREADY_ANSWERED = 40060
_CONTENT = 2000


class Refusal(app_commands.AppCommandError):
    """A request that cannot be met; the message says why and what to do instead."""


_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (
        app_commands.MissingPermissions,
        "You need the permission Manage Server for this. Ask an admin of this server.",
    ),
    (app_commands.NoPrivateMessage, "This works only in a server, not in a direct message."),
    (
        app_commands.CommandSignatureMismatch,
        "This command has just changed. Reload Discord (Ctrl+R) and run it again.",
    ),
    (
        app_commands.CommandNotFound,
        "This command is no more. Reload Discord (Ctrl+R) to see the present ones.",
    ),
)


def words_for(error: Exception) -> str | None:
    """What to tell the user of an expected error; None for one that is ours to mend."""
    if isinstance(error, Refusal):
        return str(error)
    return next((text for kind, text in _WORDS if isinstance(error, kind)), None)


async def tell(interaction: discord.Interaction[Any], text: str) -> None:
    """Answer privately, whether or not something was answered before."""
    text = shorten(text, _CONTENT)
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True)
        else:
            await interaction.response.send_message(text, ephemeral=True)
    except discord.HTTPException as error:
        log.warning("could not answer", code=error.code, reason=str(error))


async def answer_error(interaction: discord.Interaction[Any], error: Exception) -> None:
    """Tell the user what failed and what to do; log what is ours under the same reference."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    text = words_for(error)
    if text is not None:
        await tell(interaction, text)
        return
    if isinstance(error, discord.NotFound) and error.code == UNKNOWN_INTERACTION:
        log.warning("answered too late", command=_name(interaction))
        return
    reference = secrets.token_hex(4).upper()
    if not (isinstance(error, discord.HTTPException) and error.code == ALREADY_ANSWERED):
        await tell(
            interaction,
            "That did not work, and it is Parley's fault, not yours. Try again in a minute; if "
            f"it fails again, tell whoever runs this bot the reference `{reference}`.",
        )
    # As text: a pretty traceback takes seconds to draw and shows every local value.
    log.error(
        "interaction failed",
        reference=reference,
        command=_name(interaction),
        guild=interaction.guild_id,
        channel=interaction.channel_id,
        trace="".join(traceback.format_exception(error)),
    )


def _name(interaction: discord.Interaction[Any]) -> str:
    if interaction.command is not None:
        return interaction.command.qualified_name
    data: Any = interaction.data or {}
    return str(data.get("custom_id", "?"))


class ParleyTree(app_commands.CommandTree[Any]):
    """The command tree; its errors are answered here."""

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError
    ) -> None:
        """Answer the error."""
        await answer_error(interaction, error)


class _Answering:
    """Answers what goes wrong in a button, a select or a form."""

    async def on_error(
        self, interaction: discord.Interaction[Any], error: Exception, _item: Any = None, /
    ) -> None:
        """Answer the error."""
        await answer_error(interaction, error)


class SafeView(_Answering, discord.ui.View):
    """A view of which only the invoker may press buttons, and which answers its errors."""

    def __init__(self, invoker_id: int, *, timeout: float = 120) -> None:
        super().__init__(timeout=timeout)
        self._invoker_id = invoker_id

    async def interaction_check(self, interaction: discord.Interaction[Any]) -> bool:
        """Only for the one who asked."""
        if interaction.user.id == self._invoker_id:
            return True
        await tell(interaction, "Only the person who ran the command can press this.")
        return False


class SafeLayout(_Answering, discord.ui.LayoutView):
    """A Components V2 panel that answers its errors."""


class SafeModal(_Answering, discord.ui.Modal):
    """A form that answers its errors."""


class SafeButton(
    discord.ui.DynamicItem[discord.ui.Button[V]], ABC, Generic[V], template=r"parley:never"
):
    """A button on a posted message that works after a restart and answers its errors."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button is for."""
        try:
            await self.act(interaction)
        except Exception as error:
            # Whatever it is, the user is told: discord.py would only log it, and knows no on_error
            # of a dynamic item.
            await answer_error(interaction, error)

    @abstractmethod
    async def act(self, interaction: discord.Interaction[Any]) -> None:
        """What the button does; errors are answered."""
