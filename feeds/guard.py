"""What is looked at before the parser sees a document: bombs refused, bare & and < mended.

feedparser takes some 30 µs an element, and more the more attributes one has; expat, which looks
first, takes a hundredth of that. (Measured: 20,000 attributes on one element, 100 KB, cost 25 s.)
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

from feeds.problems import FeedParseError

_ENTITY_CAP = 300
"""Declared entities; all of HTML's Latin ones are 252."""
_VALUE_CAP = 20
"""Bytes of an entity's value that need no accounting; `&nbsp;` needs six."""
_UNFOLDED_CAP = 5 * 1024 * 1024
ELEMENT_CAP = 60_000
"""Elements of one document: some 8,000 items."""
REFERENCE_CAP = 400_000
"""References such as &lt;, which feedparser takes one by one."""
DEPTH_CAP = 500
ATTRIBUTE_CAP = 300
_DECLARATION = re.compile(rb"\s{1,9}(%?\s{0,9}[\w.:-]{1,60})\s{1,9}([\"'])", re.ASCII)
_NUMBERED = rb"&#[xX]?[0-9A-Fa-f]{1,31};"
_BARE = re.compile(_NUMBERED + rb"|&(?!#?[A-Za-z0-9]{1,31};)|<(?![A-Za-z_:/!?\x80-\xff])")
_ESCAPED = {b"&": b"&amp;", b"<": b"&lt;"}
_TAG = re.compile(rb"<[A-Za-z]")


def safe_to_parse(body: bytes) -> bytes:
    """The document, a bare & or < in it mended. Raises FeedParseError for one made to hurt."""
    refuse_bombs(body)
    if body.count(b"&") > REFERENCE_CAP:
        raise FeedParseError(f"refused: more than {REFERENCE_CAP:,} character references")
    if _is_well_formed(body):
        return body
    mended = _mend(body)
    if mended != body and _is_well_formed(mended):
        return mended
    _refuse_if_many(sum(len(_TAG.findall(part)) for part, _ in _around_cdata(mended)))
    return mended


def refuse_bombs(body: bytes) -> None:
    """Raises FeedParseError for entity tricks: nested, external or oversized ones."""
    document = _as_bytes(body)
    declared = document.split(b"<!ENTITY")[1:]
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
            grown += document.count(b"&" + match[1] + b";") * len(value)
    if grown > _UNFOLDED_CAP:
        raise FeedParseError("refused: the document's entities unfold to more than 5 MiB")


class _Gauge:
    """Counts while expat reads. Raises FeedParseError past a cap, which ends the reading."""

    def __init__(self) -> None:
        self.elements = 0
        self.depth = 0

    def start(self, _name: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        _refuse_if_many(self.elements)
        if self.depth > DEPTH_CAP:
            raise FeedParseError(f"refused: elements nested more than {DEPTH_CAP} deep")
        if len(attributes) > ATTRIBUTE_CAP:
            raise FeedParseError(f"refused: an element of {len(attributes)} attributes")

    def end(self, _name: str) -> None:
        self.depth -= 1


def _is_well_formed(body: bytes) -> bool:
    gauge = _Gauge()
    parser = expat.ParserCreate()
    parser.StartElementHandler = gauge.start
    parser.EndElementHandler = gauge.end
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, LookupError, ValueError):  # or an encoding that expat cannot read
        return False
    return True


def _refuse_if_many(elements: int) -> None:
    if elements > ELEMENT_CAP:
        raise FeedParseError(f"refused: the document has more than {ELEMENT_CAP:,} elements")


def _mend(body: bytes) -> bytes:
    return b"".join(_BARE.sub(_mended, part) + literal for part, literal in _around_cdata(body))


def _mended(found: re.Match[bytes]) -> bytes:
    """A bare sign escaped; a reference to no character (a surrogate, NUL) dropped."""
    what = found[0]
    if what in _ESCAPED:
        return _ESCAPED[what]
    digits = what[2:-1].lower()
    try:
        number = int(digits[1:], 16) if digits.startswith(b"x") else int(digits)
    except ValueError:
        return b""
    legal = number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF
    return what if legal else b""


def _around_cdata(body: bytes) -> list[tuple[bytes, bytes]]:
    """The document in pairs: markup, and the CDATA section that follows it."""
    markup, *rest = body.split(b"<![CDATA[")
    pairs = []
    for piece in rest:
        literal, end, following = piece.partition(b"]]>")
        pairs.append((markup, b"<![CDATA[" + literal + end))
        markup = following
    return [*pairs, (markup, b"")]


def _as_bytes(body: bytes) -> bytes:
    """UTF-16 as UTF-8, so that what is looked for can be found."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace").encode("utf-8", "replace")
    return body
