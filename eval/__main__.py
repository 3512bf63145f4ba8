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
from eval.record import fallen, figures, record, recorded
from eval.score import Result, score
from eval.table import show, show_errors
from reading.preset import bundled_presets


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0: measured; 1: a figure fell below its record; 2: nothing could be measured."""
    arguments = _parser().parse_args(argv)
    try:
        results = _results(arguments.real)
    except (GoldError, RealDataError) as error:
        print(f"eval: {error}", file=sys.stderr)
        return 2
    now = figures({name: result.scores for name, result in results.items()})
    console = Console(width=None if sys.stdout.isatty() else 200)
    if arguments.json:
        print(json.dumps(now, indent=1))
    elif not arguments.check:
        show(results, console)
    if arguments.errors:
        chosen = results[arguments.half].disagreements
        show_errors(chosen, arguments.errors, arguments.metric, console)
    if arguments.record:
        record(now)
        return 0
    complaints = fallen(now, recorded())
    for complaint in complaints:
        print(f"eval: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument(
        "--real", type=Path, metavar="FOLDER", help="also score labels.jsonl against real-feeds/"
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


def _results(real: Path | None) -> dict[str, Result]:
    results = _on_gold()
    if real is not None:
        results = results | {"real": score_real(real, tuple(bundled_presets().values()))}
    return results


@cache
def _on_gold() -> dict[str, Result]:
    """Both halves and all. Gold and reader do not change while a process lives."""
    presets = tuple(bundled_presets().values())
    answers = answer(load(), presets)
    return {
        half: score([a for a in answers if half in (a.item.half, "all")], presets)
        for half in ("dev", "test", "all")
    }


if __name__ == "__main__":
    sys.exit(main())
