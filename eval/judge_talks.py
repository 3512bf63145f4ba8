"""Marks for meetings and their outcomes."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from eval.compare import choices, field_mark, open_, pairs, plain, same, shown
from eval.items import Gold, GoldPoint, GoldTalks
from eval.tally import Mark, Verdict

_FIELDS = {
    "round status": "status",
    "round number": "number",
    "round start": "start",
    "round city": "city",
    "round duration": "duration_minutes",
}


def talks_pairs(
    gold: Gold, line: dict[str, Any]
) -> tuple[list[tuple[GoldTalks, dict[str, Any]]], list[GoldTalks], list[dict[str, Any]]]:
    """Which found meeting answers which gold one."""
    return pairs(gold.talks, line.get("talks", []), _likeness)


def talks_marks(gold: Gold, line: dict[str, Any]) -> Iterator[Mark]:
    """Meetings found, their fields, and whether they are news or recalled."""
    both, missed, extra = talks_pairs(gold, line)
    for wanted, found in both:
        if wanted.optional:
            continue
        yield _background(wanted.background, found)
        if not wanted.background:
            yield Mark("rounds found", Verdict.RIGHT, name(wanted))
            yield from _fields(wanted, found)
    for wanted in missed:
        if not (wanted.background or wanted.optional):
            yield Mark("rounds found", Verdict.MISSED, name(wanted))
            yield from _fields(wanted, {})
    for found in extra:
        if "talks" in gold.complete and not found["background"]:
            yield Mark("rounds found", Verdict.WRONG, "", _told(found))


def _background(wanted: bool, found: dict[str, Any]) -> Mark:
    right = wanted == found["background"]
    word = {True: "background", False: "main"}
    return Mark(
        "background or main",
        Verdict.RIGHT if right else Verdict.DIFFERS,
        word[wanted],
        f"{word[found['background']]}: {_told(found)}",
    )


def _fields(wanted: GoldTalks, found: dict[str, Any]) -> Iterator[Mark]:
    for metric, field in _FIELDS.items():
        got = found.get(field)
        if field == "start" and got is not None:
            got = date.fromisoformat(got)
        yield from field_mark(metric, getattr(wanted, field), got)
    if open_(wanted.heads):
        return
    heads: dict[str, Any] = found.get("heads", {})
    assert isinstance(wanted.heads, dict)
    for party in sorted({*wanted.heads, *heads}):
        yield from field_mark("round heads", wanted.heads.get(party), heads.get(party), _surname)


def _surname(gold: Any, got: object) -> bool:
    return any(plain(one).split()[-1] == plain(got).split()[-1] for one in choices(gold))


def name(wanted: GoldTalks) -> str:
    """A gold meeting in a few words."""
    return wanted.event or f"talks {shown(wanted.start)} {shown(wanted.city)}"


def _told(found: dict[str, Any]) -> str:
    parts = (found.get(f) for f in ("status", "track", "number", "start", "city"))
    return "talks " + " ".join(str(part) for part in parts if part is not None)


def _likeness(gold: GoldTalks, found: dict[str, Any]) -> float:
    score = 0.5
    for field, weight in (("number", 3.0), ("start", 3.0), ("city", 1.0), ("status", 1.0)):
        wanted, got = getattr(gold, field), found.get(field)
        if wanted is None or got is None or open_(wanted):
            continue
        if field == "start":
            agrees = any(str(one) == got for one in choices(wanted))
        else:
            agrees = same(wanted, got)
        score += weight if agrees else -weight / 2
    return score + (0.75 if gold.background == found["background"] else -0.25)


def point_marks(gold: Gold, line: dict[str, Any]) -> Iterator[Mark]:
    """Outcomes of what the article itself reports, on item, stance and count."""
    wanted = [p for t in gold.talks if not t.background for p in t.points] + list(gold.points)
    found = [p for t in line.get("talks", []) if not t["background"] for p in t["points"]]
    both, missed, extra = pairs(wanted, found + line.get("points", []), _point_likeness)
    for point, got in both:
        if not point.optional:
            yield Mark("points", Verdict.RIGHT, _point(point))
            yield from field_mark("points per side", point.per_side, got.get("per_side"))
            if not open_(point.by):
                yield _by(point, got)
    yield from (Mark("points", Verdict.MISSED, _point(p)) for p in missed if not p.optional)
    if "points" in gold.complete:
        yield from (Mark("points", Verdict.WRONG, "", _got_point(p)) for p in extra)


def _by(point: GoldPoint, got: dict[str, Any]) -> Mark:
    right = {plain(b) for b in point.by} == {plain(b) for b in got["by"]}
    verdict = Verdict.RIGHT if right else Verdict.DIFFERS
    return Mark("points by whom", verdict, shown(tuple(point.by)), ", ".join(got["by"]))


def _point_likeness(gold: GoldPoint, found: dict[str, Any]) -> float:
    counted = open_(gold.count) or gold.count == found.get("count")
    if not (same(gold.item, found["item"]) and same(gold.stance, found["stance"]) and counted):
        return 0.0
    return 1.0 if gold.optional else 2.0


def _point(point: GoldPoint) -> str:
    parts = [shown(point.item), shown(point.stance), shown(point.count)]
    return " ".join(part for part in parts if part != "-")


def _got_point(found: dict[str, Any]) -> str:
    parts = (found["item"], found["stance"], found.get("count"), "by " + ", ".join(found["by"]))
    return " ".join(str(part) for part in parts if part is not None)
