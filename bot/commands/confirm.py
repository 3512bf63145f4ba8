"""A question with two buttons: for the one who asked, for two minutes."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord
import structlog

from bot.tree import SafeView

log = structlog.get_logger(__name__)


class Confirm(SafeView):
    """Does `action` once it is confirmed and shows the sentence that it gives."""

    def __init__(
        self,
        invoker_id: int,
        label: str,
        action: Callable[[], Awaitable[str]],
        *,
        danger: bool = False,
    ) -> None:
        super().__init__(invoker_id)
        self._action = action
        self._asked: discord.Interaction[Any] | None = None
        self.yes.label = label
        self.yes.style = discord.ButtonStyle.danger if danger else discord.ButtonStyle.success

    async def ask(
        self,
        interaction: discord.Interaction[Any],
        question: str,
        embed: discord.Embed | None = None,
    ) -> None:
        """Put the question privately; the first answer, or the one after a defer."""
        self._asked = interaction
        shown = embed or discord.utils.MISSING
        if interaction.response.is_done():
            await interaction.followup.send(question, embed=shown, view=self, ephemeral=True)
        else:
            await interaction.response.send_message(
                question, embed=shown, view=self, ephemeral=True
            )

    @discord.ui.button(label="Yes")
    async def yes(
        self, interaction: discord.Interaction[Any], _button: discord.ui.Button["Confirm"]
    ) -> None:
        """Do it."""
        self.stop()
        await interaction.response.edit_message(content=await self._action(), embed=None, view=None)

    @discord.ui.button(label="Cancel", style=discord.ButtonStyle.secondary)
    async def no(
        self, interaction: discord.Interaction[Any], _button: discord.ui.Button["Confirm"]
    ) -> None:
        """Leave everything as it is."""
        self.stop()
        await interaction.response.edit_message(
            content="Nothing was changed.", embed=None, view=None
        )

    async def on_timeout(self) -> None:
        """Take the buttons away; they would do nothing any more."""
        if self._asked is None:
            return
        try:
            await self._asked.edit_original_response(
                content="No answer within two minutes: nothing was changed.", view=None
            )
        except discord.HTTPException as error:
            log.debug("the question was dismissed", code=error.code)
