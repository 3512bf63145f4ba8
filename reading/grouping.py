"""Grouping: which mentions speak of the same round, deadline or strike.

The answer is a function of the set of mentions: they are put into one canonical order (the surest
first) before any decision, so the order in which they arrived never matters. Each mention joins
at most one group and groups are never glued together, so that a mention which knows little (no
date, no track) cannot make one event of two.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, cast

from reading.events import Fact, Mention
from reading.facts import DeadlineStatement, Strike, Talks
from reading.group_rounds import group_rounds
from reading.group_strikes import group_strikes
from reading.group_threads import group_threads
from reading.sides import Sides

_RULES: dict[type, Callable[[list[Any], Sides], list[list[Any]]]] = {
    Talks: lambda mentions, _sides: group_rounds(mentions),
    DeadlineStatement: group_threads,
    Strike: group_strikes,
}


def group(mentions: Iterable[Mention[Fact]], sides: Sides) -> list[list[Mention[Fact]]]:
    """Mentions of one kind and one conflict as groups, each in order of its keys.

    Left out are recollections that point at no event at all. A key given twice counts once.
    """
    once = list({m.key: m for m in mentions}.values())
    kinds = {type(m.fact) for m in once}
    if not once:
        return []
    (kind,) = kinds
    return cast("list[list[Mention[Fact]]]", _RULES[kind](once, sides))


def by_conflict(mentions: Iterable[Mention[Fact]]) -> dict[str, list[Mention[Fact]]]:
    """Mentions apart by conflict; no event spans two."""
    apart: dict[str, list[Mention[Fact]]] = defaultdict(list)
    for mention in mentions:
        apart[mention.conflict].append(mention)
    return dict(sorted(apart.items()))
