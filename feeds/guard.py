"""Documents that are refused before the parser sees them: small ones that unfold to gigabytes."""

import re

from feeds.problems import FeedParseError

_ENTITY_CAP = 300
"""Declared entities; all of HTML's Latin ones are 252."""
_VALUE_CAP = 20
"""Bytes of an entity's value that need no accounting; `&nbsp;` needs six."""
_UNFOLDED_CAP = 5 * 1024 * 1024
_DECLARATION = re.compile(rb"\s{1,9}(%?\s{0,9}[\w.:-]{1,60})\s{1,9}([\"'])", re.ASCII)


def refuse_bombs(body: bytes) -> None:
    """Raises FeedParseError for entity tricks: nested, external or oversized ones."""
    declared = _as_bytes(body).split(b"<!ENTITY")[1:]
    if not declared:
        return
    if len(declared) > _ENTITY_CAP:
        raise FeedParseError(f"refused: the document declares {len(declared)} entities")
    grown = 0
    for piece in declared:
        match = _DECLARATION.match(piece)
        if match is None or b"%" in match[1]:
            raise FeedParseError("refused: the document declares entities from outside itself")
        value = piece[match.end() : piece.find(match[2], match.end())]
        if re.search(rb"&[A-Za-z_]", value):
            raise FeedParseError("refused: the document declares entities inside entities")
        if len(value) > _VALUE_CAP:
            grown += body.count(b"&" + match[1] + b";") * len(value)
    if grown > _UNFOLDED_CAP:
        raise FeedParseError("refused: the document's entities unfold to more than 5 MiB")


def _as_bytes(body: bytes) -> bytes:
    """UTF-16 as UTF-8, so that what is looked for can be found."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace").encode("utf-8", "replace")
    return body
