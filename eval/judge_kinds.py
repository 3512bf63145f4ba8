"""Marks for what an article reports, and of which conflict."""

from collections.abc import Collection, Iterator
from typing import Any

from eval.items import Gold
from eval.tally import Mark, Verdict


def kind_marks(gold: Gold, line: dict[str, Any], metric: str = "kinds") -> Iterator[Mark]:
    """Each kind of the right conflict; a kind found for another conflict is wrong.

    Every mark is given twice: once among all, once for its conflict.
    """
    here = gold.conflict in (line.get("conflict"), "*")
    found = set(line.get("kinds", []))
    wanted = {kind.value for kind in gold.kinds}
    optional = {kind.value for kind in gold.kinds_optional} if here else set()
    marks = list(pair_marks(metric, wanted, found - optional, here))
    yield from marks
    for mark in marks:
        slug = gold.conflict if mark.gold else line["conflict"]
        yield Mark(f"{metric} in {slug}", mark.verdict, mark.gold, mark.got)


def pair_marks(
    metric: str, wanted: Collection[str], found: Collection[str], here: bool = True
) -> Iterator[Mark]:
    """The marks for two sets of kinds; `here` is false where they are of two conflicts."""
    for kind in sorted({*wanted, *found}):
        if here and kind in wanted and kind in found:
            yield Mark(metric, Verdict.RIGHT, kind)
        else:
            if kind in wanted:
                yield Mark(metric, Verdict.MISSED, kind)
            if kind in found:
                yield Mark(metric, Verdict.WRONG, "", kind)


def conflict_marks(gold: Gold, line: dict[str, Any], known: Collection[str]) -> Iterator[Mark]:
    """The conflict. One without a preset must be left alone, not taken for another."""
    if gold.conflict == "*":
        return
    wanted = gold.conflict if gold.conflict in known else None
    got = line.get("conflict")
    if wanted is None and not line.get("kinds"):
        return
    if wanted == got:
        yield Mark("conflict", Verdict.RIGHT, wanted or "")
    elif wanted is None:
        yield Mark("conflict", Verdict.WRONG, gold.conflict or "none", got or "")
    else:
        yield Mark("conflict", Verdict.DIFFERS if got else Verdict.MISSED, wanted, got or "")
