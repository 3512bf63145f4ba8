"""`parley dates`, run as a person runs it."""

import json
import subprocess
import sys
from pathlib import Path

_RUN = [sys.executable, "-c", "from bot.cli import main; main()", "dates"]


def _run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_RUN, *arguments], input=text, capture_output=True, text=True, timeout=60, check=False
    )


def test_each_expression_is_a_json_line(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("A 24-hour to 48-hour truce by Friday noon GMT.", encoding="utf-8")
    done = _run("--ref", "2025-07-28T15:00Z", str(file))
    assert done.returncode == 0, done.stderr
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {
            "text": "24-hour to 48-hour",
            "span": [2, 20],
            "start": None,
            "end": None,
            "precision": None,
            "kind": "duration",
            "hours": [24, 48],
        },
        {
            "text": "by Friday noon GMT",
            "span": [27, 45],
            "start": "2025-07-28",
            "end": "2025-08-01T12:00",
            "precision": "hour",
            "kind": "deadline",
            "zone": "Etc/UTC",
        },
    ]


def test_text_may_come_on_standard_input() -> None:
    done = _run("--ref", "2025-07-28", text="They met yesterday.")
    assert json.loads(done.stdout)["start"] == "2025-07-27"


def test_a_mistake_is_one_line_and_exit_code_two() -> None:
    binary = ("--ref", "2025-07-28", sys.executable)
    wrong = (("--ref", "soon"), ("--ref", "2025-07-28", "/no/such/file"), binary)
    for arguments in wrong:
        done = _run(*arguments)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
        assert "Traceback" not in done.stderr
