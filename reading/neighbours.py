"""Clusters of mentions, filed by day so that each mention is compared with its neighbours only."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from reading.events import Fact, Mention
from reading.facts import Window

DAY = timedelta(days=1)


class Cluster(ABC, Generic[Fact]):
    """A growing group of mentions; its kinds add what they need to judge the next one."""

    def __init__(self) -> None:
        self.mentions: list[Mention[Fact]] = []
        self.filed: set[date] = set()
        self.index = -1

    def add(self, mention: Mention[Fact]) -> None:
        """Take a mention in."""
        self.mentions.append(mention)

    @abstractmethod
    def fit(self, mention: Mention[Fact]) -> float | None:
        """How well a mention fits; None where something contradicts."""

    @abstractmethod
    def days(self) -> Iterable[date]:
        """The days under which the cluster is to be found."""


C = TypeVar("C", bound=Cluster[Any])


class Clusters(Generic[C]):
    """All clusters, findable by day."""

    def __init__(self) -> None:
        self.all: list[C] = []
        self._by_day: dict[date, list[int]] = defaultdict(list)

    def near(self, days: Iterable[date]) -> list[C]:
        """The clusters filed under any of these days, oldest first."""
        numbers = {n for day in days if day in self._by_day for n in self._by_day[day]}
        return [self.all[n] for n in sorted(numbers)]

    def file(self, cluster: C) -> None:
        """File a new cluster, or an old one under the days it has gained."""
        if cluster.index < 0:
            cluster.index = len(self.all)
            self.all.append(cluster)
        for day in set(cluster.days()) - cluster.filed:
            cluster.filed.add(day)
            self._by_day[day].append(cluster.index)


def spread(start: date, end: date, before: int = 0, after: int = 0) -> list[date]:
    """Every day from start to end, both included, and so many days before and after."""
    first, count = start - before * DAY, (end - start).days + 1 + before + after
    return [first + n * DAY for n in range(count)]


def best(candidates: Sequence[C], mention: Mention[Any], least: float) -> C | None:
    """The cluster that the mention fits best, with at least that score; the oldest of equals."""
    fits = ((c.fit(mention), -n) for n, c in enumerate(candidates))
    scored = [(score, n) for score, n in fits if score is not None]
    top = max(scored, default=None)
    return candidates[-top[1]] if top and top[0] >= least else None


def gap(a: Window, b: Window) -> int:
    """Days between two windows; 0 where they touch or overlap within a day's line."""
    return max((b.start - a.end).days, (a.start - b.end).days, 0)


def overlap(a: Window, b: Window) -> bool:
    """True where they share a day."""
    return a.start <= b.end and b.start <= a.end


def published_on(mention: Mention[Any]) -> date:
    """The day the mention was printed, UTC."""
    return mention.source.published.date()


def alike(a: str, b: str) -> bool:
    """True for one place named twice: 'Kyiv' and 'Kyiv region', whatever the case."""
    if a == b:
        return True
    first, second = a.casefold().split(), b.casefold().split()
    short, long = sorted((first, second), key=len)
    return bool(short) and long[: len(short)] == short


def share(these: Iterable[str], those: Iterable[str]) -> bool:
    """True where any of these is the same place as any of those."""
    those = tuple(those)
    return any(alike(a, b) for a in these for b in those)
