"""Feed text made harmless, and text kept within Discord's limits.

Whatever a feed wrote is hostile until it went through `safe` or `link`.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

ELLIPSIS = "…"
MAX_LINK = 400
"""Longer addresses are not linked on a card: two of them would fill a field. `/why` shows them."""

_ZERO_WIDTH_SPACE = "\u200b"
_MARKS_IN_A_ROW = 3
_UNSEEN = {"Cc", "Cf", "Cs", "Co"}
_SPACES = {"Zl", "Zp", "Zs"}
# Characters that mean something to Discord's markdown anywhere in a line, and `<`, with which
# every mention, custom emoji, timestamp and command link begins.
_MARKUP = re.compile(r"([\\*_~`|\[\]<>#])")
# What starts a list or a quote, but only at the head of a line.
_LINE_START = re.compile(r"^(\d{1,9})?([-+.)])(?=\s)")
# An address would become a link by itself; ours are only the ones that `link` makes.
_AUTOLINK = re.compile(r"(?i)((?:https?|ftp|discord|steam|tel|sms|mailto):)(?=[/\d\w])|(://)")
_INVITE = re.compile(r"(?i)(discord(?:app)?\.(?:gg|com|me))(/)")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)]?\s")


def size(text: str) -> int:
    """How long Discord may count the text: UTF-16 units, the larger of the two counts in use."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """One line of plain text: no control, bidirectional or unseen characters, no piled-up marks."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks > _MARKS_IN_A_ROW:
            continue
        if category in _SPACES or char in "\t\n\r\v\f\x85":
            kept.append(" ")
        elif category not in _UNSEEN:
            kept.append(char)
    return " ".join("".join(kept).split())


@lru_cache(maxsize=4096)
def safe(text: str | None, limit: int = 300) -> str:
    """Feed text as Discord may show it: shortened to `limit`, then every trick in it defused."""
    # A feed may send a megabyte; what is far behind the cut need not be cleaned.
    plain = shorten(clean((text or "")[: 4 * limit + 400]), limit)
    escaped = _MARKUP.sub(r"\\\1", plain)
    escaped = _LINE_START.sub(lambda m: f"{m[1] or ''}\\{m[2]}", escaped)
    escaped = escaped.replace("@", "@" + _ZERO_WIDTH_SPACE)
    escaped = _INVITE.sub(rf"\1{_ZERO_WIDTH_SPACE}\2", escaped)
    return _AUTOLINK.sub(lambda m: m[0] + _ZERO_WIDTH_SPACE, escaped)


def shorten(text: str, limit: int) -> str:
    """At most `limit` long, cut after a sentence where one ends late enough, else after a word."""
    if size(text) <= limit:
        return text
    room = text[: max(limit - 2, 0)]
    while size(room) > limit - 2 and room:
        room = room[:-1]
    ends = [match.end() for match in _SENTENCE_END.finditer(room)]
    if ends and ends[-1] > limit // 2:
        return f"{room[: ends[-1]].rstrip()} {ELLIPSIS}"
    head, _, tail = room.rpartition(" ")
    return (head if head and len(tail) < limit // 2 else room).rstrip() + ELLIPSIS


def web_address(url: str) -> str | None:
    """The address fit for a link, or None: http or https, no password, ASCII, no brackets."""
    try:
        parts = urlsplit(clean(url))
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return None
    if parts.scheme.lower() not in {"http", "https"} or not re.fullmatch(r"[\w.:-]+", host):
        return None
    if parts.username is not None or parts.password is not None:
        return None
    host = f"[{host}]" if ":" in host else host
    rest = (quote(part, safe="/%:!$&'*+,;=~-._?") for part in parts[2:5])
    return urlunsplit((parts.scheme.lower(), host + port, *rest))


def link(label: str, url: str, limit: int = 60) -> str:
    """`[label](url)`, or the label alone where the address cannot be shown as a link."""
    words = safe(label, limit) or "source"
    address = web_address(url)
    if address is None or len(address) > MAX_LINK:
        return words
    return f"[{words}]({address})"


def listing(words: list[str], most: int = 3) -> str:
    """`a, b and c`; past `most` the rest is counted: `a, b, c and 2 others`."""
    if len(words) > most:
        rest = len(words) - most
        return f"{', '.join(words[:most])} and {rest} other{'s' if rest > 1 else ''}"
    *head, last = words or [""]
    return f"{', '.join(head)} and {last}" if head else last


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 outlet`, `4 outlets`, `1,200 prisoners`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
