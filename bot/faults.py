"""What each refusal of Discord's means for a post: one table, and the ways round it.

Codes: docs, topics/opcodes-and-status-codes#json-json-error-codes.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import aiohttp
import discord

from jobs.poster import (
    ChannelShut,
    DeliveryError,
    Refused,
    Stopped,
    TryLater,
    Unsure,
    Vanished,
)

ADDRESS_BANNED = timedelta(minutes=10)
"""Cloudflare's ban after too many refused requests (docs: topics/rate-limits#invalid-requests)."""
_EDITS_REST = timedelta(minutes=1)
_MIN_WAIT = timedelta(seconds=1)

MISSING_ACCESS, MISSING_PERMISSIONS = 50001, 50013
EMPTY_MESSAGE, INVALID_FORM = 50006, 50035

_Make = Callable[[str], DeliveryError]


def _gone(reason: str) -> DeliveryError:
    return ChannelShut(reason, gone=True)


def _rest(reason: str) -> DeliveryError:
    return TryLater(reason, _EDITS_REST)


BY_CODE: dict[int, tuple[_Make, str]] = {
    10003: (_gone, "The channel was deleted. Choose another with /follow add."),
    10004: (_gone, "The server is gone, or Parley was removed from it."),
    10008: (Vanished, "Someone deleted the message; it is not posted again."),
    20022: (_rest, "Discord allows no further edit just now."),
    20028: (_rest, "The channel's write limit is reached."),
    30003: (Refused, "The channel's pins are full (250); unpin one to pin the board."),
    30046: (_rest, "Discord allows no further edit of an old message just now."),
    40004: (ChannelShut, "Discord has switched sending off for this channel."),
    MISSING_ACCESS: (ChannelShut, "Parley cannot see the channel: allow it View Channel there."),
    EMPTY_MESSAGE: (Refused, "Discord took the message for empty."),
    MISSING_PERMISSIONS: (
        ChannelShut,
        "Parley may not post there: allow it Send Messages and Embed Links in the channel.",
    ),
    INVALID_FORM: (Refused, "Discord refused the message's form."),
    50083: (ChannelShut, "The thread is archived and locked: unlock it, or choose a channel."),
    130000: (Unsure, "Discord is overloaded."),
    160005: (ChannelShut, "The thread is locked: unlock it, or choose a channel."),
    200000: (Refused, "The server's AutoMod blocked the message: allow Parley in its rule."),
    200001: (Refused, "The server's AutoMod blocked the title: allow Parley in its rule."),
    240000: (Refused, "Discord's filter of harmful links blocked the message."),
}

BY_STATUS: dict[int, tuple[_Make, str]] = {
    401: (Stopped, "Discord does not know the token; put a fresh one in DISCORD_TOKEN."),
    403: (ChannelShut, "Discord forbids posting there."),
    404: (_gone, "Discord does not know the channel any more."),
}


def delivery_error(error: Exception) -> DeliveryError:
    """What the error means for the post. Anything unknown is taken for ambiguous."""
    if isinstance(error, discord.RateLimited):
        wait = max(timedelta(seconds=error.retry_after), _MIN_WAIT)
        return TryLater("Discord asks to wait.", wait)
    if isinstance(error, discord.HTTPException):
        return _from_answer(error)
    # A connection cut after the request was written: it may have been posted.
    return Unsure(f"no answer from Discord: {error.__class__.__name__}")


def _from_answer(error: discord.HTTPException) -> DeliveryError:
    if error.status == 429:
        return _too_many(error)
    if error.status >= 500:
        return Unsure(f"Discord answered {error.status}.")
    make, reason = BY_CODE.get(error.code) or BY_STATUS.get(
        error.status, (Refused, f"Discord refused the message ({error.status})")
    )
    detail = f" Discord said: {error.text[:300]} (code {error.code})" if error.text else ""
    return make(reason + detail)


def _too_many(error: discord.HTTPException) -> DeliveryError:
    # Discord itself answers through a proxy that adds Via; without it Cloudflare speaks
    # (see "Invalid request limit" in the docs, topics/rate-limits).
    if "Via" in error.response.headers:
        return TryLater("Discord asks to wait.", _EDITS_REST)
    return Stopped("This address was banned for a while after too many refusals.", ADDRESS_BANNED)


@contextmanager
def told_as_delivery_error() -> Iterator[None]:
    """Turn whatever discord.py raises into a DeliveryError."""
    try:
        yield
    except (discord.DiscordException, aiohttp.ClientError, OSError, RuntimeError) as error:
        # OSError includes TimeoutError; RuntimeError is aiohttp's word for a closed session.
        raise delivery_error(error) from error
