"""The suite keeps what the README promises of it."""

import re
from pathlib import Path

from behaviours import COUNT, holders
from hostile_corpus import PARSED, REFUSED

ROOT = Path(__file__).resolve().parents[2]
README = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())


def test_every_behaviour_has_a_test() -> None:
    assert sorted(holders()) == list(range(1, COUNT + 1))


def test_the_readme_counts_them_rightly() -> None:
    assert f"There are {COUNT} behaviours that a server can check" in README
    told = re.search(r"A corpus of (\d+) hostile documents", README)
    assert told is not None
    assert int(told[1]) == len({**REFUSED, **PARSED})
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"list the poller's {COUNT} behaviours" in makefile
