"""Marks for attacks and their figures."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from eval.compare import choices, field_mark, open_, pairs, same, same_speaker, shown
from eval.items import Gold, GoldFigure, GoldStrike
from eval.judge_events import Judge
from eval.tally import Mark, Verdict

Owned = tuple[GoldStrike, GoldFigure]


def strike_pairs(
    gold: Gold, line: dict[str, Any]
) -> tuple[list[tuple[GoldStrike, dict[str, Any]]], list[GoldStrike], list[dict[str, Any]]]:
    """Which found attack answers which gold one."""
    return pairs(gold.strikes, line.get("strikes", []), _likeness)


def strike_marks(gold: Gold, line: dict[str, Any]) -> Iterator[Mark]:
    """Attacks found, who struck whom and when."""
    yield from _JUDGE.marks(gold, strike_pairs(gold, line))


def _fields(wanted: GoldStrike, found: dict[str, Any]) -> Iterator[Mark]:
    yield from field_mark("strike attacker", wanted.attacker, found.get("attacker"))
    yield from field_mark("strike target", wanted.target, found.get("target"))
    for metric, field in (("strike start", "start"), ("strike end", "end")):
        got = date.fromisoformat(found[field]) if field in found else None
        yield from field_mark(metric, getattr(wanted, field), got)


def figure_marks(gold: Gold, line: dict[str, Any]) -> Iterator[Mark]:
    """Numbers of what the article itself reports, and who claims them."""
    wanted = [(s, f) for s in gold.strikes if not s.background for f in s.figures]
    found = [
        f | {"attacker": s.get("attacker")}
        for s in line.get("strikes", [])
        if not s["background"]
        for f in s["figures"]
    ]
    both, missed, extra = pairs(wanted, found, _figure_likeness)
    for owned, got in both:
        if owned[1].optional:
            continue
        yield Mark("figures", Verdict.RIGHT, _figure(owned))
        yield from field_mark(
            "figure claimant", owned[1].claimant, got.get("claimant"), same_speaker, _got(got)
        )
        yield from field_mark("figure qualifier", owned[1].qualifier or "*", got["qualifier"])
    for owned in missed:
        if not owned[1].optional and not owned[0].optional:
            yield Mark("figures", Verdict.MISSED, _figure(owned))
    if "figures" in gold.complete:
        # A headline repeats what the text says: the same number once more is no new claim.
        new = [got for got in extra if not any(_figure_likeness(o, got) for o in wanted)]
        yield from (Mark("figures", Verdict.WRONG, "", _got(got)) for got in new)


def _figure_likeness(owned: Owned, found: dict[str, Any]) -> float:
    strike, gold = owned
    weapon = found.get("weapon", "any")
    if not (
        same(gold.measure, found["measure"])
        and (open_(gold.weapon) or weapon == (gold.weapon or "any"))
        and _same_value(gold, found)
        and _same_attacker(strike.attacker, found["attacker"])
    ):
        return 0.0
    told = not open_(gold.claimant) and same_speaker(gold.claimant, found.get("claimant"))
    near = (gold.scope == found.get("scope")) + (gold.qualifier == found["qualifier"])
    return float(2 - gold.optional + told / 2 + near / 8)


def _same_value(gold: GoldFigure, found: dict[str, Any]) -> bool:
    if gold.high is not None and gold.high != gold.low:
        return bool((gold.low, gold.high) == (found["low"], found["high"]))
    return gold.low in (found["low"], found["high"])


def _same_attacker(gold: Any, got: str | None) -> bool:
    return gold is None or got is None or open_(gold) or same(gold, got)


def _figure(owned: Owned) -> str:
    strike, gold = owned
    high = f"-{gold.high}" if gold.high is not None and gold.high != gold.low else ""
    parts = (shown(gold.measure), gold.weapon, f"{gold.low}{high}", gold.scope)
    told = " ".join(str(part) for part in parts if part is not None)
    return f"{told} (by {shown(strike.attacker)}; says {shown(gold.claimant)})"


def _got(found: dict[str, Any]) -> str:
    parts = (found["measure"], found.get("weapon"), found["low"], found["qualifier"])
    told = " ".join(str(part) for part in parts if part is not None)
    scope = f" in {found['scope']}" if found.get("scope") else ""
    return f"{told}{scope} (by {found['attacker']}; says {found.get('claimant')})"


def _name(wanted: GoldStrike) -> str:
    return wanted.event or f"strike by {shown(wanted.attacker)} {shown(wanted.end)}"


def _told(found: dict[str, Any]) -> str:
    parts = (found.get("attacker"), "on", found.get("target"), found.get("start"), found.get("end"))
    places = ", ".join(found.get("places", ())[:3])
    return "strike " + " ".join(str(part) for part in parts) + f" at {places or '-'}"


def _likeness(gold: GoldStrike, found: dict[str, Any]) -> float:
    score = 0.5
    if gold.attacker is not None and found.get("attacker") and not open_(gold.attacker):
        score += 2 if same(gold.attacker, found["attacker"]) else -3
    if "end" in found and gold.end is not None and not open_(gold.end):
        agrees = found["end"] in {str(one) for one in choices(gold.end)}
        score += 1.5 if agrees else -0.5
    score += 1 if gold.background == found["background"] else -0.25
    shared = [
        f
        for f in gold.figures
        for g in found["figures"]
        if same(f.measure, g["measure"]) and _same_value(f, g)
    ]
    return score + len(shared) / 2


_JUDGE: Judge[GoldStrike] = Judge("strikes", _name, _told, _fields, judges_missed=False)
