"""The figures as one table, the disagreements as text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.score import Disagreement, Result
from eval.tally import Ratio, Tally

TARGETS: dict[str, dict[str, float]] = {
    "kinds": {"f1": 0.95},
    "grouping": {"f1": 0.95},
    "deadline window": {"f1": 0.95},
    "points": {"precision": 0.95, "recall": 0.85},
    "figures": {"precision": 0.98, "recall": 0.90},
    "figure claimant": {"f1": 0.95},
    "summary supported": {"precision": 1.0},
}
_ORDER = [
    "kinds",
    "baseline kinds",
    "conflict",
    "background or main",
    "left unread",
    "marked not read",
    "grouping",
    "grouping rounds",
    "grouping deadlines",
    "grouping strikes",
    "rounds found",
    "round status",
    "round number",
    "round start",
    "round city",
    "round duration",
    "round heads",
    "points",
    "points per side",
    "points by whom",
    "deadlines found",
    "deadline window",
    "deadline op",
    "deadline issuer",
    "strikes found",
    "strike attacker",
    "strike target",
    "strike start",
    "strike end",
    "figures",
    "figure claimant",
    "figure qualifier",
    "summary supported",
]
_RATIOS = ("precision", "recall", "f1")


def show(results: Mapping[str, Result], console: Console) -> None:
    """One row a metric, three columns a set: precision, recall, F1, and how many were judged."""
    table = Table(title="How far the reader agrees with the gold", title_justify="left")
    table.add_column("metric", no_wrap=True)
    for name in results:
        for column in (f"{name} P", "R", "F1", "n"):
            table.add_column(column, justify="right", no_wrap=True)
    table.add_column("target", no_wrap=True)
    measured = {metric for result in results.values() for metric in result.scores}
    for metric in [*_ORDER, *sorted(measured - set(_ORDER))]:
        tallies = [result.scores.get(metric) for result in results.values()]
        if metric in measured:
            cells = [cell for tally in tallies for cell in _cells(metric, tally)]
            table.add_row(metric, *cells, _target(metric))
    console.print(table)
    for name, result in results.items():
        console.print(_about(name, result), style="dim")


def _cells(metric: str, tally: Tally | Ratio | None) -> Iterator[Text]:
    if tally is None:
        yield from (Text("") for _ in range(4))
        return
    for ratio in _RATIOS:
        value = getattr(tally, ratio)
        target = TARGETS.get(metric, {}).get(ratio)
        style = "" if target is None else "green" if value >= target else "red"
        yield Text(f"{100 * value:.1f}", style=style)
    yield Text(str(tally.judged), style="dim")


def _target(metric: str) -> str:
    letters = {"precision": "P", "recall": "R", "f1": "F1"}
    wanted = TARGETS.get(metric, {})
    return " ".join(f"{letters[ratio]} {100 * value:.0f}" for ratio, value in wanted.items())


def _about(name: str, result: Result) -> str:
    parts = [f"{name}: {result.items} items"]
    if result.without_preset:
        parts.append(f"{result.without_preset} of conflicts without a preset (not scored)")
    if result.unread:
        parts.append(f"{result.unread} in languages that are not read")
    return ", ".join(parts)


def show_errors(
    found: Sequence[Disagreement], count: int, metric: str | None, console: Console
) -> None:
    """The articles with most disagreements, each with its text, what gold says and what was got."""
    by_article: dict[str, list[Disagreement]] = defaultdict(list)
    for one in found:
        if metric is None or one.mark.metric == metric:
            by_article[one.answer.item.id if one.answer else "summaries"].append(one)
    worst = sorted(by_article.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    for identity, group in worst[:count]:
        _show_article(identity, group, console)


def _show_article(identity: str, group: Sequence[Disagreement], console: Console) -> None:
    answer = group[0].answer
    console.rule(Text(identity))
    if answer is not None:
        item = answer.item
        console.print(Text(f"{item.outlet}, {item.published}: {item.title}", style="bold"))
        console.print(Text("\n\n".join(item.text)))
        if item.note:
            console.print(Text(f"note: {item.note}", style="dim"))
    for one in group:
        mark = one.mark
        line = f"{mark.metric}: {mark.verdict}; gold: {mark.gold or '-'}; got: {mark.got or '-'}"
        console.print(Text(f"  {line}", style="red"))
        if mark.sentence:
            console.print(Text(f"      {mark.sentence}", style="dim"))
