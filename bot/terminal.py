"""A Discord message as plain text for a terminal: timestamps spelt out, markdown taken off."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

_TIMESTAMP = re.compile(r"<t:(-?\d+)(?::([tTdDfFsSR]))?>")
_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(<?([^)>\s]+)>?\)")
_COMMAND = re.compile(r"</([\w -]+):\d+>")
_MARKS = re.compile(r"(?<!\\)(\*\*|__|~~|\|\||`)")
_ITALIC = re.compile(r"(?<![\\\w])([*_])(?=\S)(.+?)(?<=\S)(?<!\\)\1(?!\w)")
_LINE_MARKS = re.compile(r"^(?:-# |#{1,3} |> )", re.MULTILINE)
_ESCAPE = re.compile(r"\\([^A-Za-z0-9\s])")

_UNITS = (
    (timedelta(days=365), "year"),
    (timedelta(days=30), "month"),
    (timedelta(days=1), "day"),
    (timedelta(hours=1), "hour"),
    (timedelta(minutes=1), "minute"),
)


def message_text(content: str, embed: dict[str, Any] | None, now: datetime) -> str:
    """The whole message as lines. `now` (aware) is what relative times count from."""
    parts = [content]
    if embed is not None:
        parts += [embed.get("title", ""), embed.get("description", "")]
        for field in embed.get("fields", ()):
            parts.append(f"{field['name']}\n{_indent(field['value'])}")
        parts.append(embed.get("footer", {}).get("text", ""))
    return "\n".join(plain(part, now) for part in parts if part)


def plain(text: str, now: datetime) -> str:
    """Discord markdown without its marks; times in UTC."""
    text = _TIMESTAMP.sub(lambda found: _time(int(found[1]), found[2] or "f", now), text)
    text = _LINK.sub(lambda found: found[1], text)
    text = _COMMAND.sub(r"/\1", text)
    text = _LINE_MARKS.sub("", text)
    text = _ITALIC.sub(r"\2", _MARKS.sub("", text))
    return _ESCAPE.sub(r"\1", text)


def _time(stamp: int, style: str, now: datetime) -> str:
    at = datetime.fromtimestamp(stamp, UTC)
    if style == "R":
        return relative(at - now)
    if style in "dD":
        return f"{at.day} {at:%B %Y}"
    if style in "tT":
        return f"{at:%H:%M} UTC"
    return f"{at:%A} {at.day} {at:%B %Y}, {at:%H:%M} UTC"


def relative(delta: timedelta) -> str:
    """'in 3 days', '2 hours ago'."""
    size = abs(delta)
    for unit, name in _UNITS:
        if size >= unit:
            count = round(size / unit)
            words = f"{count} {name}{'s' if count != 1 else ''}"
            return f"in {words}" if delta > timedelta(0) else f"{words} ago"
    return "now"


def _indent(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
