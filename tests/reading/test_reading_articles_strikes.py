"""What whole articles do to strikes: totals of the war, old attacks, loose figures."""

from datetime import UTC, date, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Strike
from reading.strikes import read_strikes

NOW = datetime(2025, 7, 21, 12, tzinfo=UTC)
"""A Monday."""
NEWS = "A Freedonian drone killed three people in Zenda on Sunday."


def _strikes(*paragraphs: str, title: str = "Three die in Zenda") -> tuple[Strike, ...]:
    return read_strikes(annotate(Article("a", title, "\n\n".join(paragraphs), NOW), MADE))


def _counted(*paragraphs: str) -> list[int]:
    return [figure.low for strike in _strikes(*paragraphs) for figure in strike.figures]


@pytest.mark.parametrize(
    "background",
    [
        "Freedonia says it has killed more than 17,000 Ruritanian soldiers.",
        "More than 48,000 people have been killed in Ruritania, its health ministry says.",
    ],
)
def test_thousands_of_dead_are_of_the_war(background: str) -> None:
    assert _counted(NEWS, background) == [3]


def test_an_attack_with_thousands_of_dead_is_named_with_its_day() -> None:
    told = _strikes(NEWS, "A Freedonian attack on Strelsau on July 3 killed 1,200 people.")
    assert [
        f.low for s in told if s.window and s.window.start == date(2025, 7, 3) for f in s.figures
    ] == [1200]
