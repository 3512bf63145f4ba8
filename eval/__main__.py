"""`python -m eval`: score the reader on the gold and, where given, on a real stream."""

import argparse
import json
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from rich.console import Console

from eval.answers import answer
from eval.items import GoldError, load
from eval.real import RealDataError, score_real
from eval.record import Figures, Record, fallen, figures, record, recorded
from eval.score import Result, score
from eval.table import show, show_errors
from reading.preset import bundled_presets


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0: measured; 1: a figure fell below its record; 2: nothing could be measured."""
    arguments = _parser().parse_args(argv)
    known = frozenset(bundled_presets())
    try:
        if arguments.gold is not None:
            _print({"own": _scored(arguments.gold, known)}, arguments)
            return 0
        results = _results(arguments.real, known)
        complaints = [] if arguments.record else _complaints(arguments.real, known)
    except (GoldError, RealDataError) as error:
        print(f"eval: {error}", file=sys.stderr)
        return 2
    _print(results, arguments)
    if arguments.record:
        record(Record(tuple(known), _figures(results)))
    for complaint in complaints:
        print(f"eval: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


def _print(results: dict[str, Result], arguments: argparse.Namespace) -> None:
    console = Console(width=None if sys.stdout.isatty() else 200)
    if arguments.json:
        print(json.dumps(_figures(results), indent=1))
    elif not arguments.check:
        show(results, console)
    if arguments.errors:
        half = "own" if "own" in results else arguments.half
        chosen = results[half].disagreements
        show_errors(chosen, arguments.errors, arguments.metric, console)


def _complaints(real: Path | None, known: frozenset[str]) -> list[str]:
    """What fell below the record, over the conflicts that the record was made with."""
    before = recorded()
    then = frozenset(before.presets)
    if then - known:
        gone = ", ".join(sorted(then - known))
        return [f"the record was made with presets that are gone ({gone}); see --record"]
    if known - then:
        new = ", ".join(sorted(known - then))
        print(f"eval: not in the record yet, so not checked: {new}; see --record", file=sys.stderr)
    return fallen(_figures(_results(real, then)), before.figures)


def _figures(results: dict[str, Result]) -> Figures:
    return figures({name: result.scores for name, result in results.items()})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument(
        "--real", type=Path, metavar="FOLDER", help="also score labels.jsonl against real-feeds/"
    )
    parser.add_argument(
        "--gold", type=Path, metavar="FOLDER", help="score the items of this folder instead"
    )
    parser.add_argument(
        "--errors", type=int, metavar="N", default=0, help="print the N worst disagreements"
    )
    parser.add_argument("--metric", help="of this metric only, with --errors")
    parser.add_argument(
        "--half",
        default="dev",
        choices=("dev", "test", "all", "real"),
        help="of this set, with --errors; write no rules from what the test half shows",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(
        "--check", action="store_true", help="print only what fell below the record"
    )
    parser.add_argument("--record", action="store_true", help="remember these figures")
    return parser


def _scored(folder: Path, known: frozenset[str]) -> Result:
    """The items of a folder, whatever their half; nothing is recorded of them."""
    presets = tuple(bundled_presets().values())
    return score(answer(load(folder), presets), presets, known)


@cache
def _results(real: Path | None, known: frozenset[str]) -> dict[str, Result]:
    """Both halves, all, and the stream. Gold and reader do not change while a process lives."""
    presets = tuple(bundled_presets().values())
    answers = answer(load(), presets)
    results = {
        half: score([a for a in answers if half in (a.item.half, "all")], presets, known)
        for half in ("dev", "test", "all")
    }
    if real is not None:
        results["real"] = score_real(real, presets, known)
    return results


if __name__ == "__main__":
    sys.exit(main())
