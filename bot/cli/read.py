"""`parley read`: articles as JSON lines in, reports as JSON lines out."""

import json
import sys
import time
from collections import Counter as Counted
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from bot.cli.lines import FIELDS, NotLines, opened, unread

_PATIENCE = 2.0
"""Seconds of work before a progress line appears."""


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("read", epilog=FIELDS)(read_command)


def read_command(
    file: Annotated[
        str, typer.Argument(help="A file of JSON lines, or - for standard input.")
    ] = "-",
) -> None:
    """Read articles (JSON lines) and print what each says of talks, deadlines and strikes.

    Exit code 0: no line was bad; 1: some line was; 2: the file cannot be opened.
    """
    reasons: Counted[str] = Counted()
    try:
        with opened(file) as lines:
            bad = _read_lines(lines, sys.stdout, reasons)
    except NotLines as error:
        sys.stdout.write(json.dumps({"id": None, "problem": str(error)}) + "\n")
        typer.echo(f"parley: {error}", err=True)
        raise typer.Exit(1) from None
    for line in unread(reasons):
        typer.echo(line, err=True)
    if bad:
        typer.echo(f"parley: {bad} line{'s' if bad > 1 else ''} could not be read", err=True)
        raise typer.Exit(1)


def _read_lines(lines: TextIO, out: TextIO, reasons: Counted[str]) -> int:
    """Answer line by line, holding one article at a time; how many lines were bad.

    Why good lines were not read in full is counted in `reasons`.
    """
    bad = 0
    with _counting() as count:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                answer, good = _answer(line, number)
                bad += not good
                if good and "problem" in answer:
                    reasons[str(answer["problem"])] += 1
                out.write(json.dumps(answer, ensure_ascii=False) + "\n")
            count(number)
    return bad


def _answer(line: str, number: int) -> tuple[dict[str, object], bool]:
    """The report on one line, or what is wrong with the line."""
    from reading.contract import ContractError, article_from_json, id_of, report_to_json
    from reading.preset import bundled_presets
    from reading.reader import read

    identity: object = None
    try:
        obj = json.loads(line)
        identity = id_of(obj)
        article = article_from_json(obj)
    except json.JSONDecodeError as error:
        return _problem(identity, number, f"not JSON: {error.msg} at character {error.pos}"), False
    except ContractError as error:
        return _problem(identity, number, str(error)), False
    report = read(article, bundled_presets().values(), now=datetime.now(UTC))
    return report_to_json(report), True


def _problem(identity: object, number: int, message: str) -> dict[str, object]:
    typer.echo(f"parley: line {number}: {message}", err=True)
    return {"id": identity, "problem": message}


@contextmanager
def _counting() -> Iterator["Counter"]:
    """A counter that shows itself on a terminal once the work takes a while."""
    counter = Counter(Console(stderr=True))
    try:
        yield counter
    finally:
        counter.close()


class Counter:
    """Counts lines; after two seconds it shows them on standard error, if that is a terminal."""

    def __init__(self, console: Console, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._started = now()
        self._console = console
        self._progress: Progress | None = None

    def __call__(self, done: int) -> None:
        """Say how many lines are done."""
        if self._progress is None:
            if not self._console.is_terminal or self._now() - self._started < _PATIENCE:
                return
            self._progress = Progress(
                SpinnerColumn(),
                TextColumn("{task.completed} articles read"),
                TimeElapsedColumn(),
                console=self._console,
                transient=True,
            )
            self._progress.add_task("read", total=None)
            self._progress.start()
        self._progress.update(self._progress.task_ids[0], completed=done)

    @property
    def showing(self) -> bool:
        """True while the count is on the screen."""
        return self._progress is not None

    def close(self) -> None:
        """Take the display away."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
