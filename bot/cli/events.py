"""`parley events`: articles as JSON lines in, one JSON line per event out."""

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console

from bot.cli.lines import FIELDS, NotLines, opened
from bot.cli.read import Counter
from reading.facts import Article


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("events", epilog=FIELDS)(events_command)


def events_command(
    file: Annotated[
        str, typer.Argument(help="A file of JSON lines, or - for standard input.")
    ] = "-",
) -> None:
    """Group what articles (JSON lines, any order) report into rounds, deadlines and strikes.

    Exit code 0: all read; 1: some line was bad; 2: the file cannot be opened.
    """
    try:
        with opened(file) as lines:
            articles, bad = _articles(lines)
    except NotLines as error:
        typer.echo(f"parley: {error}", err=True)
        raise typer.Exit(1) from None
    for line in _events(articles):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
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


def _events(articles: list[Article]) -> list[dict[str, object]]:
    from reading.event_json import event_lines
    from reading.preset import bundled_presets
    from reading.reader import read
    from reading.telling import events_of

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
    found = events_of(told, presets)
    return [line for slug in sorted(found) for line in event_lines(found[slug][1], found[slug][0])]
