"""An embed built of whole lines and kept within every limit of Discord's.

Limits: docs, resources/message#embed-object-embed-limits. discord.py checks none of them.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.words import shorten, size
from jobs.poster import Rendered

CONTENT, TITLE, DESCRIPTION = 150, 256, 4096
FIELDS, NAME, VALUE, TOTAL = 25, 256, 1024, 6000
"""Content may be 2,000; a phone's notification shows about 150."""

_CAPS = ((DESCRIPTION, VALUE), (2000, 700), (1200, 450), (700, 300), (500, 190), (300, 120))
"""Lengths of the description and of each field, tried in turn until the whole fits."""


@dataclass(frozen=True, slots=True)
class Section:
    """A field: its lines are kept or dropped whole."""

    name: str
    lines: tuple[str, ...]
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A card before it is fitted. Its texts went through bot.words.safe already."""

    content: str
    title: str
    colour: int
    lines: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    as_of: datetime | None = None
    more: str = "/status"
    """The command that shows what a card had no room for."""
    buttons: tuple[tuple[str, str], ...] = field(default=())
    footer: str | None = None
    """What stands at the foot of an answer that has no ref."""


def fit(lines: Sequence[str], limit: int, more: str) -> str:
    """As many whole lines as go into `limit`, then `… and 3 more (/talks show)`."""
    if size("\n".join(lines)) <= limit:
        return "\n".join(lines)
    room = limit - size(_rest(len(lines), more))
    kept = 0
    for line in lines:
        room -= size(line) + 1
        if room < 0:
            break
        kept += 1
    return "\n".join([*lines[:kept], shorten(_rest(len(lines) - kept, more), limit)])


def _rest(count: int, more: str) -> str:
    return f"… and {count} more ({more})"


def _embed(card: Card, ref: str, caps: tuple[int, int]) -> dict[str, Any]:
    description, value = caps
    embed: dict[str, Any] = {
        "title": _within(card.title, TITLE),
        "color": card.colour,
        "footer": {"text": card.footer or f"Parley · {ref} · /why {ref}"},
    }
    if card.lines:
        embed["description"] = fit(card.lines, description, card.more)
    fields = [
        {
            "name": _within(section.name, NAME),
            "value": fit(section.lines, value, card.more),
            "inline": section.inline,
        }
        for section in card.sections[:FIELDS]
        if any(line.strip() for line in section.lines)
    ]
    if fields:
        embed["fields"] = fields
    if card.as_of is not None:
        embed["timestamp"] = card.as_of.isoformat()
    return embed


def _within(text: str, limit: int) -> str:
    """A head within its limit, never empty, and never ending in a lone backslash."""
    return shorten(text, limit).rstrip("\\") or "—"


def total(embed: dict[str, Any]) -> int:
    """The length that Discord counts against its limit of 6,000."""
    texts = [embed.get("title", ""), embed.get("description", ""), embed["footer"]["text"]]
    for entry in embed.get("fields", ()):
        texts += [entry["name"], entry["value"]]
    return sum(size(text) for text in texts)


def finish(card: Card, ref: str) -> Rendered:
    """The card as a message. The fingerprint leaves out what changes without news."""
    embed = _embed(card, ref, _CAPS[0])
    for caps in _CAPS[1:]:
        if total(embed) <= TOTAL:
            break
        embed = _embed(card, ref, caps)
    while total(embed) > TOTAL and embed.get("fields"):
        embed["fields"].pop()  # heads are not shortened, and many of them alone can be too much
    content = _within(card.content, CONTENT)
    return Rendered(content, embed, card.buttons, _fingerprint(content, embed, card.buttons))


def _fingerprint(content: str, embed: dict[str, Any], buttons: Any) -> str:
    # The timestamp says when the newest source was printed: a further copy of known news moves
    # it, and edits of old messages are rationed.
    lasting = {key: value for key, value in embed.items() if key != "timestamp"}
    text = json.dumps([content, lasting, buttons], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
