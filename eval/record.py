"""The figures that the repository remembers, and which of today's fell below them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from eval.tally import Scores

RECORDED = Path(__file__).parent / "recorded.json"
MARGIN = 0.02
"""A figure may fall this far below its record: two points, or one judgement if that is more."""

_RATIOS = ("precision", "recall", "f1")

Figures = dict[str, dict[str, dict[str, float]]]
"""Set of items, then metric, then precision, recall, f1 and the number of judgements."""


@dataclass(frozen=True, slots=True)
class Record:
    """Figures with the presets that they were measured over: a new preset brings new items."""

    presets: tuple[str, ...] = ()
    figures: Figures = field(default_factory=dict)


def figures(results: Mapping[str, Scores]) -> Figures:
    """The figures of each set, rounded to a tenth of a point."""
    return {
        name: {
            metric: {ratio: round(getattr(tally, ratio), 3) for ratio in _RATIOS}
            | {"judged": tally.judged}
            for metric, tally in sorted(scores.items())
        }
        for name, scores in results.items()
    }


def recorded(path: Path = RECORDED) -> Record:
    """The record; empty where nothing was recorded yet."""
    if not path.is_file():
        return Record()
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Record(tuple(stored["presets"]), stored["figures"])


def record(now: Record, path: Path = RECORDED) -> None:
    """Remember the figures; sets that were not measured now keep their record."""
    stored = {"presets": sorted(now.presets), "figures": recorded(path).figures | now.figures}
    path.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def fallen(now: Figures, before: Figures) -> list[str]:
    """One sentence for each figure that fell below its record. The baseline may do as it likes."""
    complaints = []
    for name, metrics in before.items():
        for metric, ratios in metrics.items():
            if name not in now or metric.startswith("baseline"):
                continue
            today = now[name].get(metric)
            if today is None:
                complaints.append(f"{name}: {metric} is not measured any more")
                continue
            margin = max(MARGIN, 1 / max(today["judged"], 1)) + 1e-9
            complaints += [
                f"{name}: {ratio} of {metric} fell from {ratios[ratio]:.3f} to {today[ratio]:.3f}"
                for ratio in _RATIOS
                if today[ratio] < ratios[ratio] - margin
            ]
    return complaints
