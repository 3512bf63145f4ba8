"""`python -m eval` as a developer runs it."""

import json
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.items import GOLD

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>t</title><link>https://news.example/</link>
<item><title>Russian strike on Kharkiv kills two, governor says</title>
<link>https://news.example/1</link><pubDate>Fri, 02 Jan 2026 10:00:00 +0000</pubDate>
<description>A Russian missile strike killed two people in Kharkiv on Friday.</description></item>
<item><title>Bakers strike over pay</title><link>https://news.example/2</link>
<pubDate>Fri, 02 Jan 2026 10:00:00 +0000</pubDate><description>No bread today.</description></item>
</channel></rss>"""
LABEL = {
    "link": "https://news.example/1",
    "conflict": "russia-ukraine",
    "types": ["strike"],
    "event_key": "strike-kharkiv",
    "facts": {"attacker": "Russia"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "real-feeds").mkdir()
    (tmp_path / "real-feeds" / "news.xml").write_text(FEED)
    (tmp_path / "labels.jsonl").write_text(json.dumps(LABEL) + "\n")
    return tmp_path


def test_it_prints_figures_of_both_halves_and_the_stream(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--json", "--real", str(folder)])
    printed = json.loads(capsys.readouterr().out)
    assert set(printed) == {"dev", "test", "all", "real"}
    assert printed["real"]["kinds"]["recall"] == 1
    assert printed["dev"]["baseline kinds"]["f1"] < printed["dev"]["kinds"]["f1"]


def test_a_folder_without_labels_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--real", str(tmp_path)]) == 2
    assert "labels.jsonl is missing" in capsys.readouterr().err


def test_the_reader_is_no_worse_than_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--check"])
    assert code == 0, capsys.readouterr().err


def test_errors_show_the_text_and_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--errors", "1", "--metric", "figures"])
    printed = capsys.readouterr().out
    assert "How far the reader agrees" in printed
    assert "figures: " in printed
    assert "gold: " in printed


def test_gold_of_ones_own_is_scored_in_one_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = next(iter(sorted((GOLD.parent / "fresh" / "seen").glob("*.json"))))
    (tmp_path / item.name).write_text(item.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["--gold", str(tmp_path), "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"own"}


def test_gold_that_cannot_be_read_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.json").write_text("{}")
    assert main(["--gold", str(tmp_path)]) == 2
    assert "bad.json" in capsys.readouterr().err
