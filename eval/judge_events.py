"""Marks that attacks and deadlines have in common: found or not, the news or its background."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from eval.items import Gold, GoldDeadline, GoldStrike, Part
from eval.tally import Mark, Verdict

E = TypeVar("E", GoldDeadline, GoldStrike)


@dataclass(frozen=True, slots=True)
class Judge(Generic[E]):
    """How one sort of event is told and judged; `fields` of {} are those of a missed event."""

    part: Part
    name: Callable[[E], str]
    told: Callable[[dict[str, Any]], str]
    fields: Callable[[E, dict[str, Any]], Iterator[Mark]]
    judges_missed: bool
    """Whether the fields of a missed event count as missed too."""

    def marks(
        self,
        gold: Gold,
        paired: tuple[list[tuple[E, dict[str, Any]]], list[E], list[dict[str, Any]]],
    ) -> Iterator[Mark]:
        """The marks of an article's events, each gold one paired with what was found."""
        both, missed, extra = paired
        for wanted, found in both:
            if not wanted.optional:
                yield from self._of_pair(wanted, found)
        for wanted in missed:
            if not (wanted.background or wanted.optional):
                yield Mark(f"{self.part} found", Verdict.MISSED, self.name(wanted))
                yield from self.fields(wanted, {}) if self.judges_missed else ()
        for found in extra:
            if self.part in gold.complete and not found["background"]:
                yield Mark(f"{self.part} found", Verdict.WRONG, "", self.told(found))

    def _of_pair(self, wanted: E, found: dict[str, Any]) -> Iterator[Mark]:
        agrees = wanted.background == found["background"]
        yield Mark(
            "background or main",
            Verdict.RIGHT if agrees else Verdict.DIFFERS,
            "background" if wanted.background else "main",
            self.told(found),
        )
        if not wanted.background:
            yield Mark(f"{self.part} found", Verdict.RIGHT, self.name(wanted))
            yield from self.fields(wanted, found)
