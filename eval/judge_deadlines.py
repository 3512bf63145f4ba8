"""Marks for statements about deadlines."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from eval.compare import choices, field_mark, open_, pairs, same, same_speaker, shown
from eval.items import Gold, GoldDeadline
from eval.judge_events import Judge
from eval.tally import Mark


def deadline_pairs(
    gold: Gold, line: dict[str, Any]
) -> tuple[list[tuple[GoldDeadline, dict[str, Any]]], list[GoldDeadline], list[dict[str, Any]]]:
    """Which found statement answers which gold one."""
    return pairs(gold.deadlines, line.get("deadlines", []), _likeness)


def deadline_marks(gold: Gold, line: dict[str, Any]) -> Iterator[Mark]:
    """Statements found, their windows, operations and issuers."""
    yield from _JUDGE.marks(gold, deadline_pairs(gold, line))


def _fields(wanted: GoldDeadline, found: dict[str, Any]) -> Iterator[Mark]:
    yield from field_mark("deadline op", wanted.op, found.get("op"))
    yield from field_mark("deadline issuer", wanted.issuer, found.get("issuer"), same_speaker)
    if open_(wanted.end):
        return
    start, end = (date.fromisoformat(found[f]) if f in found else None for f in ("start", "end"))
    gold_window, got_window = _window(wanted.start, wanted.end), None
    if end is not None:
        got_window = f"{start} to {end}"
        if end in choices(wanted.end) and (open_(wanted.start) or start == wanted.start):
            got_window = gold_window
    yield from field_mark("deadline window", gold_window, got_window)


def _window(start: object, end: object) -> str | None:
    if end is None:
        return None
    return shown(end) if start == "*" else f"{shown(start)} to {shown(end)}"


def name(wanted: GoldDeadline) -> str:
    """A gold statement in a few words."""
    parts = (wanted.event, shown(wanted.op), shown(wanted.issuer), "by", shown(wanted.end))
    return " ".join(part for part in parts if part)


def told(found: dict[str, Any]) -> str:
    """A found statement in a few words."""
    parts = (found["op"], found["issuer"], found.get("start"), "to", found.get("end"))
    recalled = " (background)" if found["background"] else ""
    return "deadline " + " ".join(str(p) for p in parts) + recalled


def _likeness(gold: GoldDeadline, found: dict[str, Any]) -> float:
    score = 0.25
    if not open_(gold.end) and gold.end is not None and "end" in found:
        agrees = found["end"] in {str(one) for one in choices(gold.end)}
        score += 3 if agrees else -0.5
    if not open_(gold.op):
        score += 1.5 if same(gold.op, found["op"]) else 0
    if gold.issuer is not None and found["issuer"] is not None and not open_(gold.issuer):
        score += 1 if same_speaker(gold.issuer, found["issuer"]) else -0.25
    return score + (0.75 if gold.background == found["background"] else 0)


_JUDGE: Judge[GoldDeadline] = Judge("deadlines", name, told, _fields, judges_missed=True)
