"""`parley dates`: text in, its time expressions out, a JSON line each."""

import json
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli import UsageError
from bot.cli.lines import name_of, no_text
from reading import times
from reading.document import TimeExpression
from reading.facts import Window


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("dates")(dates_command)


def dates_command(
    ref: Annotated[
        str,
        typer.Option(help="The time the text was published, as 2025-07-25T12:00Z; no zone: UTC."),
    ],
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")] = "-",
) -> None:
    """Print the time expressions of a text and what they mean, counted from REF."""
    moment, text = _moment(ref), _text(file)
    for found in times.find(text, moment):
        typer.echo(json.dumps(as_json(found), ensure_ascii=False))


def as_json(found: TimeExpression) -> dict[str, Any]:
    """One expression by the reader's contract; keys that say nothing are left out."""
    line: dict[str, Any] = {
        "text": found.text,
        "span": list(found.span),
        **_days(found.window),
        "precision": found.window.precision.value if found.window else None,
        "kind": found.kind.value,
    }
    extras: dict[str, Any] = {
        "hours": list(found.hours) if found.hours else None,
        "minutes": list(found.minutes) if found.minutes and not found.hours else None,
        "zone": found.window.zone if found.window else None,
        "readings": [_days(window) for window in found.readings],
        "flagged": found.flagged,
    }
    return line | {key: value for key, value in extras.items() if value}


def _days(window: Window | None) -> dict[str, str | None]:
    if window is None:
        return {"start": None, "end": None}
    return {
        "start": _iso(window.start, window.start_time),
        "end": _iso(window.end, window.end_time),
    }


def _iso(day: date, at: time | None) -> str:
    return day.isoformat() if at is None else f"{day.isoformat()}T{at:%H:%M}"


def _moment(ref: str) -> datetime:
    try:
        moment = datetime.fromisoformat(ref.strip())
    except ValueError:
        raise UsageError(
            f"--ref {ref!r} is no time; write it as 2025-07-25 or 2025-07-25T12:00Z"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _text(file: str) -> str:
    """The text of the file; bytes that are no UTF-8 are replaced, not refused."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror or error}") from None
    kind = no_text(raw[:4_096])
    if kind is not None:
        raise UsageError(f"{name_of(file)} is {kind}; what is wanted is plain text")
    return raw.decode("utf-8-sig", errors="replace")
