"""Headlines of real wars, through the whole reader: what they report and of which conflict."""

from datetime import UTC, datetime

from reading.facts import Article, Kind, Report
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
