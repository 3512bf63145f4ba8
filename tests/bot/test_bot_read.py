"""`parley read`: one line in, one line out, whatever the line holds."""

import json
from io import StringIO
from pathlib import Path

import pytest
import typer
from click.testing import Result
from rich.console import Console
from typer.testing import CliRunner

from bot.cli import build
from bot.cli.read import Counter, register

STRIKE = json.dumps(
    {
        "id": "s",
        "title": "Drones over Odesa",
        "text": "Russia launched 40 drones at Ukraine overnight, the Ukrainian Air Force said.",
        "published": "2025-07-21T09:00:00Z",
    }
)
SPORT = json.dumps(
    {"id": "n", "title": "Cup final", "text": "Two goals.", "published": "2025-07-21"}
)


def parley_read(argument: str = "-", given: str | bytes = "") -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    register(app)
    return CliRunner().invoke(app, ["read", argument], input=given)


def answers(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_line_is_answered_in_order() -> None:
    result = parley_read(given=f"{STRIKE}\n\n{SPORT}\n")
    assert (result.exit_code, result.stderr) == (0, "")
    strike, sport = answers(result)
    assert (strike["id"], strike["kinds"]) == ("s", ["strike"])
    assert (sport["id"], sport["kinds"], sport["conflict"]) == ("n", [], None)


def test_a_bad_line_is_told_and_the_rest_goes_on() -> None:
    result = parley_read(given=f'{{"id": "b", "text": 5}}\nnonsense\n{STRIKE}\n')
    assert result.exit_code == 1
    first, second, third = answers(result)
    assert first == {"id": "b", "problem": "text must be text, not int"}
    assert second["id"] is None
    assert third["kinds"] == ["strike"]
    assert "line 2: not JSON" in result.stderr
    assert "2 lines could not be read" in result.stderr


@pytest.mark.parametrize("command", ["read", "events"])
def test_why_articles_were_not_read_is_told_once_a_reason(command: str) -> None:
    undated = [json.loads(STRIKE) | {"id": id_, "published": None} for id_ in "ab"]
    given = "\n".join(map(json.dumps, [*undated, {"id": "c"}]))
    result = CliRunner().invoke(build(), [command], input=given)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "parley: 2 articles: not read: no publication date to count days from",
        "parley: 1 article: not read: title and text are empty",
    ]


def test_a_file_is_read_and_a_missing_one_named(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(f"\ufeff{STRIKE}\n", encoding="utf-8")
    assert [line["id"] for line in answers(parley_read(str(file)))] == ["s"]
    missing = parley_read(str(tmp_path / "none.jsonl"))
    assert missing.exit_code == 2
    assert "cannot open" in missing.stderr
    assert missing.stdout == ""


def test_bytes_that_are_no_utf8_do_not_stop_it() -> None:
    result = parley_read(given=STRIKE.replace("Odesa", "Od\xe9sa").encode("latin-1") + b"\n")
    assert (result.exit_code, answers(result)[0]["kinds"]) == (0, ["strike"])


def test_progress_shows_only_on_a_terminal_and_only_after_two_seconds() -> None:
    clock = iter([0.0, 1.0, 3.0, 3.5])
    counter = Counter(Console(force_terminal=True, file=StringIO()), lambda: next(clock))
    counter(1)
    assert not counter.showing
    counter(2)
    assert counter.showing
    counter.close()
    quiet = Counter(Console(force_terminal=False), lambda: 9.0)
    quiet(1)
    assert not quiet.showing


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (b"%PDF-1.7\n1 0 obj\n2 0 obj\n" * 50, "is a PDF"),
        (b"PK\x03\x04" + b"\n" * 500, "a zip archive"),
        (bytes(range(256)) * 40, "a binary file"),
        (STRIKE.encode("utf-16"), "save it as UTF-8"),
    ],
)
@pytest.mark.parametrize("command", ["read", "events"])
def test_what_is_no_text_is_told_in_one_line(command: str, given: bytes, named: str) -> None:
    result = CliRunner().invoke(build(), [command], input=given)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert named in result.stderr
    assert "one JSON object a line" in result.stderr
    if command == "read":
        [line] = answers(result)
        assert (line["id"], named in str(line["problem"])) == (None, True)


def test_one_and_its_numeral_are_one_id() -> None:
    lines = "\n".join(json.dumps({"id": id_, "text": 5}) for id_ in (1, "1"))
    assert [line["id"] for line in answers(parley_read(given=lines))] == ["1", "1"]
    told = [json.loads(STRIKE) | {"id": id_} for id_ in (7, "7")]
    result = CliRunner().invoke(build(), ["events"], input="\n".join(map(json.dumps, told)))
    assert {tuple(event["articles"]) for event in answers(result)} == {("7",)}


@pytest.mark.parametrize("command", ["read", "events"])
def test_help_says_what_an_article_needs(command: str) -> None:
    text = CliRunner().invoke(build(), [command, "--help"]).output
    for name in ("id", "text", "title", "published", "outlet", "url, lang"):
        assert f"\n   {name} " in text
