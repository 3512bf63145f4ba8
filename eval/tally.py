"""Marks and their sums: what was right, what was wrong, what was missed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a finding stands against the gold. `differs` is a wrong value for one that was missed."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Mark:
    """One judgement on one article."""

    metric: str
    verdict: Verdict
    gold: str = ""
    got: str = ""
    sentence: str = ""


@dataclass(slots=True)
class Tally:
    """Counts of one metric. Ratios are 1 where there is nothing to judge."""

    right: float = 0
    wrong: float = 0
    missed: float = 0

    def add(self, verdict: Verdict) -> None:
        """Count one mark."""
        self.right += verdict is Verdict.RIGHT
        self.wrong += verdict in (Verdict.WRONG, Verdict.DIFFERS)
        self.missed += verdict in (Verdict.MISSED, Verdict.DIFFERS)

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Of what there was to find, the share that was found."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def judged(self) -> int:
        """How many judgements the ratios rest on."""
        return round(self.right + self.wrong + self.missed)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A metric that is no sum of single judgements."""

    precision: float
    recall: float
    judged: int

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Scores = dict[str, Tally | Ratio]


def summed(marks: Iterable[Mark]) -> Scores:
    """Marks by metric."""
    scores: dict[str, Tally] = defaultdict(Tally)
    for mark in marks:
        scores[mark.metric].add(mark.verdict)
    return {**scores}
