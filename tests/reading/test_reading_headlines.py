"""Headlines of real wars, through the whole reader: what they report and of which conflict."""

from datetime import UTC, date, datetime

import pytest

from reading.facts import Article, Kind, Report
from reading.genre import shown_at
from reading.preset import bundled_presets
from reading.reader import read

PRESETS = tuple(bundled_presets().values())
TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


def told(title: str, text: str = "", when: datetime = TUESDAY) -> Report:
    return read(Article("a", title, text, when), PRESETS)


def test_another_state_s_command_is_no_side_of_ours() -> None:
    for command in ("Southern", "Northern"):
        text = f"The U.S. {command} Command said it struck two boats in the Pacific on Monday."
        assert told("Two boats struck", text).kinds == ()


def test_a_coalition_of_the_willing_meets_and_does_not_only_wish_to() -> None:
    title = "Ukraine, Coalition of the Willing to meet in mid-March, Zelensky says"
    assert told(title).kinds == (Kind.TALKS,)
    assert told("Russia is willing to meet Ukraine in Istanbul").kinds == ()


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("8/29: Morning News", date(2025, 8, 29)),
        ("3/9: Face the Nation", date(2026, 3, 10)),  # shown the day before: its feed's day stays
        ("2/29: Evening News", date(2026, 3, 10)),  # no such day in the years around
        ("24/7: The news that never ends", date(2026, 3, 10)),
        ("9/11: A city remembers", date(2026, 3, 10)),
    ],
)
def test_a_programme_counts_from_the_day_it_was_shown(title: str, day: date) -> None:
    assert shown_at(title, TUESDAY).date() == day


def test_an_old_programme_tells_no_strike_of_today() -> None:
    report = told("8/29: Morning News", "Ukraine mourns after deadly Russian strikes on Kyiv.")
    (strike,) = report.strikes
    assert strike.window is not None
    assert strike.window.end == date(2025, 8, 29)
