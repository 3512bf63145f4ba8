"""DiscordPoster: jobs.poster.Poster over the real discord.py."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

import discord

from bot import cards
from bot.faults import (
    INVALID_FORM,
    MISSING_PERMISSIONS,
    told_as_delivery_error,
)
from bot.permissions import NEEDED, how_to_allow, missing_in
from bot.words import shorten, size
from db.views import View
from jobs.poster import ChannelShut, DeliveryError, Rendered, TryLater

T = TypeVar("T")

LOOK_THROUGH = 500
"""How many messages `find` reads at most, oldest first from the time of the attempt."""
_CONTENT = 2000 - len(f"<@&{2**64 - 1}> ")
"""Characters of a message, less the role that may be pinged at its head."""
_LOGIN_WAIT = timedelta(seconds=5)
_PLAIN_HELPS = {MISSING_PERMISSIONS, INVALID_FORM}


def buttons_view(buttons: tuple[tuple[str, str], ...]) -> discord.ui.View | None:
    """The buttons under a message, in a view that discord.py forgets once it is sent.

    Clicks reach the DynamicItems of bot.panels, after a restart too.
    """
    if not buttons:
        return None
    view = discord.ui.View(timeout=None)
    for label, target in buttons:
        if target.startswith("https://"):
            view.add_item(discord.ui.Button(label=label[:80], url=target))
        else:
            view.add_item(discord.ui.Button(label=label[:80], custom_id=target))
    view.stop()
    return view


def as_text(message: Rendered) -> str:
    """The same without an embed, for a channel that takes none; the ref stays findable."""
    embed: dict[str, Any] = message.embed or {}
    footer = str(embed.get("footer", {}).get("text", ""))
    parts = [message.content, str(embed.get("description", ""))]
    parts += [f"**{entry['name']}**\n{entry['value']}" for entry in embed.get("fields", ())]
    kept: list[str] = []
    for part in filter(None, parts):
        if size("\n".join([*kept, part, footer])) > _CONTENT:
            break
        kept.append(part)
    return "\n".join([*(kept or [shorten(message.content, _CONTENT // 2)]), footer])


class DiscordPoster:
    """Posts through a logged-in client; needs neither its cache nor its gateway."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    def render(self, view: View, ref: str) -> Rendered:
        """The message for a view."""
        return cards.render(view, ref)

    async def send(
        self, channel_id: int, message: Rendered, nonce: str, role_id: int | None = None
    ) -> int:
        """Post it and give the message's id; as plain text where embeds are not allowed."""
        channel = self._channel(channel_id)
        head = f"<@&{role_id}> " if role_id else ""
        roles = [discord.Object(role_id)] if role_id else []
        mentions = discord.AllowedMentions(
            everyone=False, users=False, replied_user=False, roles=roles
        )

        async def post(shown: dict[str, Any]) -> discord.Message:
            shown["content"] = head + shown["content"]
            return await channel.send(**_given(shown), nonce=nonce, allowed_mentions=mentions)

        return (await self._attempt(channel_id, message, post)).id

    async def edit(self, channel_id: int, message_id: int, message: Rendered) -> None:
        """Show this instead. Nobody is pinged by an edit."""
        partial = self._channel(channel_id).get_partial_message(message_id)

        async def post(shown: dict[str, Any]) -> discord.Message:
            return await partial.edit(**shown, allowed_mentions=discord.AllowedMentions.none())

        await self._attempt(channel_id, message, post)

    async def pin(self, channel_id: int, message_id: int) -> None:
        """Pin it."""
        with told_as_delivery_error():
            await self._channel(channel_id).get_partial_message(message_id).pin()

    async def find(self, channel_id: int, ref: str, since: datetime) -> int | None:
        """Our own message that carries `ref`; needs Read Message History."""
        history = NEEDED["read_message_history"]
        if history in (missing_in(self._client, channel_id) or []):
            # Discord then shows an empty channel, not an error: what stands there would be posted
            # again (docs: resources/message#get-channel-messages).
            raise ChannelShut(how_to_allow([history], f"<#{channel_id}>"))
        channel, me = self._channel(channel_id), self._client.user
        mark = f"/why {ref}"
        with told_as_delivery_error():
            async for message in channel.history(limit=LOOK_THROUGH, after=since):
                if me is not None and message.author.id == me.id and mark in _footers(message):
                    return message.id
        return None

    def _channel(self, channel_id: int) -> discord.PartialMessageable:
        if self._client.user is None or self._client.is_closed():
            raise TryLater("Parley is not logged in to Discord.", _LOGIN_WAIT)
        return self._client.get_partial_messageable(channel_id)

    async def _attempt(
        self,
        channel_id: int,
        message: Rendered,
        post: Callable[[dict[str, Any]], Awaitable[T]],
    ) -> T:
        """Try the whole message, then once as plain text where that can help."""
        whole = {
            "content": message.content,
            "embed": discord.Embed.from_dict(message.embed) if message.embed else None,
            "view": buttons_view(message.buttons),
        }
        try:
            with told_as_delivery_error():
                return await post(whole)
        except DeliveryError as error:
            cause = error.__cause__
            if not isinstance(cause, discord.HTTPException) or cause.code not in _PLAIN_HELPS:
                raise
            lacking = self._lacking(channel_id, cause)
            if lacking and lacking != [NEEDED["embed_links"]]:
                raise ChannelShut(how_to_allow(lacking, f"<#{channel_id}>")) from cause
        with told_as_delivery_error():
            return await post({"content": as_text(message), "embed": None, "view": None})

    def _lacking(self, channel_id: int, error: discord.HTTPException) -> list[str]:
        if error.code != MISSING_PERMISSIONS:
            return []
        posting = missing_in(self._client, channel_id) or []
        return [name for name in posting if name != NEEDED["read_message_history"]]


def _given(shown: dict[str, Any]) -> dict[str, Any]:
    """What a new message carries; an edit also takes the empty parts, to clear them."""
    return {key: value for key, value in shown.items() if value is not None}


def _footers(message: discord.Message) -> str:
    """Where a ref may stand: the embeds' footers, or the text of a plain message."""
    return " ".join([message.content, *(embed.footer.text or "" for embed in message.embeds)])
