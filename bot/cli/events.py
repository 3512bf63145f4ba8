"""`parley events`: articles as JSON lines in, one JSON line per event out."""

import json
import sys
from collections import Counter as Counted
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console

from bot.cli.lines import FIELDS, NotLines, opened, unread
from bot.cli.read import Counter
from reading.facts import Article, Report


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("events", epilog=FIELDS)(events_command)


def events_command(
    file: Annotated[
        str, typer.Argument(help="A file of JSON lines, or - for standard input.")
    ] = "-",
) -> None:
    """Group what articles (JSON lines, any order) report into rounds, deadlines and strikes.

    Exit code 0: no line was bad; 1: some line was; 2: the file cannot be opened.
    """
    try:
        with opened(file) as lines:
            articles, bad = _articles(lines)
    except NotLines as error:
        typer.echo(f"parley: {error}", err=True)
        raise typer.Exit(1) from None
    told = _reports(articles)
    for event in _events(told):
        sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    for line in unread(Counted(report.problem for _, report in told if report.problem)):
        typer.echo(line, err=True)
    if bad:
        typer.echo(f"parley: {bad} line{'s' if bad > 1 else ''} could not be read", err=True)
        raise typer.Exit(1)


def _articles(lines: Iterable[str]) -> tuple[list[Article], int]:
    """The articles, each id once (the last line of an id is its correction), and the bad lines."""
    from reading.contract import ContractError, article_from_json

    articles: dict[str, Article] = {}
    bad = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            article = article_from_json(json.loads(line))
            articles[article.id] = article
        except json.JSONDecodeError as error:
            bad += _complain(number, f"not JSON: {error.msg} at character {error.pos}")
        except ContractError as error:
            bad += _complain(number, str(error))
    return list(articles.values()), bad


def _complain(number: int, message: str) -> int:
    typer.echo(f"parley: line {number}: {message}", err=True)
    return 1


def _reports(articles: list[Article]) -> list[tuple[Article, Report]]:
    from reading.preset import bundled_presets
    from reading.reader import read

    presets = tuple(bundled_presets().values())
    now = datetime.now(UTC)
    told = []
    count = Counter(Console(stderr=True))
    try:
        for number, article in enumerate(articles, start=1):
            told.append((article, read(article, presets, now)))
            count(number)
    finally:
        count.close()
    return told


def _events(told: list[tuple[Article, Report]]) -> list[dict[str, object]]:
    from reading.event_json import event_lines
    from reading.preset import bundled_presets
    from reading.telling import events_of

    found = events_of(told, tuple(bundled_presets().values()))
    return [line for slug in sorted(found) for line in event_lines(found[slug][1], found[slug][0])]
