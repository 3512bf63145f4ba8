"""A sentence of a summary with the articles that bear it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reading.events import Said, Source


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with the ids of the articles that support it."""

    text: str
    sources: tuple[str, ...]


def articles_of(sources: Iterable[Source]) -> tuple[str, ...]:
    """Those that report it; where all only recall it, those."""
    sources = tuple(sources)
    own = [s.article for s in sources if not s.background] or [s.article for s in sources]
    return tuple(dict.fromkeys(own))


def articles_saying(said: Iterable[Said[Any]]) -> tuple[str, ...]:
    """The articles in which it is said, each once."""
    return tuple(dict.fromkeys(one.source.article for one in said))
