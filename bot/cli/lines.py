"""Where JSON lines come from: a file or standard input, looked at before it is read."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

import typer

from bot.words import counted

FIELDS = """\b
An article is one JSON object on one line:
  id         text or a whole number, needed; 1 and "1" are one id
  published  2025-07-25 or 2025-07-25T12:00:00Z, needed: days are counted from it
  text       what it says, as plain text; a title without text is enough too
  title      its headline
  outlet     who printed it; credited where the text names nobody
  url, lang  its address; its language, such as en
"""
_LOOKED_AT = 4_096
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive, or a document of an office program"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"\xff\xfe", "UTF-16 text; save it as UTF-8"),
    (b"\xfe\xff", "UTF-16 text; save it as UTF-8"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")
"""Bytes that no text holds; a JSON line may hold none of them either."""


class NotLines(Exception):
    """What was given is no text at all; the message says what it is and what is wanted."""


def unread(reasons: Counter[str]) -> Iterator[str]:
    """A line for each reason for which articles were not read in full, the commonest first."""
    for reason, times in reasons.most_common():
        yield f"parley: {counted(times, 'article')}: {reason}"


@contextmanager
def opened(file: str) -> Iterator[TextIO]:
    """The lines of a file or of standard input; bytes that are no UTF-8 are replaced.

    Raises NotLines. A file that cannot be opened is told, and ends the program with code 2.
    """
    with ExitStack() as stack:
        try:
            given = sys.stdin.buffer if file == "-" else stack.enter_context(Path(file).open("rb"))
            source = _with_peek(given)
            head = source.peek(_LOOKED_AT)[:_LOOKED_AT]
        except OSError as error:
            typer.echo(f"parley: cannot open {file}: {error.strerror or error}", err=True)
            raise typer.Exit(2) from None
        kind = no_text(head)
        if kind is not None:
            wanted = "what is wanted is text, one JSON object a line"
            raise NotLines(f"{name_of(file)} is {kind}; {wanted}")
        yield TextIOWrapper(source, encoding="utf-8-sig", errors="replace")


def _with_peek(source: BinaryIO) -> BufferedReader:
    return source if isinstance(source, BufferedReader) else BufferedReader(cast("Any", source))


def name_of(file: str) -> str:
    """What the source is called in a message."""
    return "standard input" if file == "-" else file


def no_text(head: bytes) -> str | None:
    """What it is that begins so, where that is no text; None for text."""
    for mark, kind in _KINDS:
        if head.startswith(mark):
            return kind
    return None if _CONTROLS.isdisjoint(head) else "a binary file"
