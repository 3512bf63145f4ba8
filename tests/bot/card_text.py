"""A card as lines of text, as a reader sees it."""

from typing import Any

from bot.cards import render
from db.views import View
from jobs.poster import Rendered

REF = "K7F2QX"


def text_of(message: Rendered) -> str:
    """The embed as lines, a field's name before its value."""
    embed: dict[str, Any] = message.embed or {}
    lines = [f"# {embed['title']}", *embed.get("description", "").splitlines()]
    for entry in embed.get("fields", ()):
        lines += [f"[{entry['name']}]", *entry["value"].splitlines()]
    return "\n".join(lines)


def show(view: View) -> str:
    """The card's text."""
    return text_of(render(view, REF))


def section(view: View, name: str) -> str:
    """The lines of one field."""
    embed: dict[str, Any] = render(view, REF).embed or {}
    return next(str(f["value"]) for f in embed["fields"] if str(f["name"]).startswith(name))
