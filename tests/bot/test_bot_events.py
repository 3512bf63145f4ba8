"""`parley events`: articles in any order in, one line per event out."""

import json
import random
from typing import Any

import typer
from click.testing import Result
from typer.testing import CliRunner

from bot.cli.events import register

ARTICLES: list[dict[str, Any]] = [
    {
        "id": "a",
        "outlet": "Gazette",
        "published": "2025-07-23T20:00:00Z",
        "title": "Third round of Istanbul talks ends after 40 minutes",
        "text": "Delegations of Russia and Ukraine held a third round of direct talks in Istanbul "
        "on Wednesday, July 23. The two sides agreed to exchange 1,200 prisoners of war each, "
        "Russian negotiator Vladimir Medinsky said after the meeting.",
    },
    {
        "id": "b",
        "outlet": "Herald",
        "published": "2025-07-24T08:00:00Z",
        "title": "Ukraine and Russia agree on another prisoner swap",
        "text": "Ukraine and Russia agreed to swap 1,200 prisoners of war from each side at talks "
        "in Istanbul on July 23, Ukrainian delegation head Rustem Umerov said.",
    },
    {
        "id": "c",
        "outlet": "Courier",
        "published": "2025-07-14T18:00:00Z",
        "title": "Trump gives Russia 50 days",
        "text": "US President Donald Trump on Monday gave Russia 50 days to agree to a ceasefire "
        "in Ukraine or face secondary tariffs of 100 percent.",
    },
    {
        "id": "d",
        "outlet": "Sport Daily",
        "published": "2025-07-14T18:00:00Z",
        "title": "Cup final",
        "text": "The home side won the cup final by two goals to one.",
    },
]


def events(*lines: str, argument: str = "-") -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    register(app)
    return CliRunner().invoke(app, ["events", argument], input="\n".join(lines))


def test_events_whatever_the_order_of_the_lines() -> None:
    lines = [json.dumps(article) for article in ARTICLES]
    first = events(*lines)
    assert (first.exit_code, first.stderr) == (0, "")
    assert events(*random.Random(3).sample(lines, len(lines))).stdout == first.stdout
    told = {line["kind"]: line for line in map(json.loads, first.stdout.splitlines())}
    assert told.keys() == {"talks", "deadline"}
    talks = told["talks"]
    assert talks["event"].startswith("russia-ukraine/talks/2025-07-23/")
    assert (talks["articles"], talks["origins"]) == (["a", "b"], ["Gazette", "Herald"])
    (agreed,) = [p for p in talks["facts"]["points"] if p["stance"] == "agreed"]
    assert (agreed["count"], agreed["corroboration"]) == (1200, "both sides")
    assert all(line["sources"] for line in talks["summary"])
    assert told["deadline"]["facts"]["end"] == "2025-09-02"


def test_a_bad_line_is_told_and_the_rest_is_grouped() -> None:
    done = events("{", json.dumps(ARTICLES[2]), json.dumps({"id": 1, "published": "soon"}))
    assert done.exit_code == 1
    assert done.stdout.count("\n") == 1
    assert "line 1: not JSON" in done.stderr
    assert "line 3: published is not a date" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_there() -> None:
    done = events(argument="/no/such/file")
    assert done.exit_code == 2
    assert done.stderr.startswith("parley: cannot open /no/such/file")
