"""Messages in a terminal."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.terminal import message_text, plain, relative

NOW = datetime(2025, 8, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (
            "due <t:1754611200:F> (<t:1754611200:R>)",
            "due Friday 8 August 2025, 00:00 UTC (in 2 days)",
        ),
        ("<t:1754611200:D>", "8 August 2025"),
        ("**1,200** _each_ side", "1,200 each side"),
        ("[The Herald](https://a.example/x_y_z)", "The Herald"),
        (r"2 \* 3 \_ snake_case", "2 * 3 _ snake_case"),
        ("-# small\n> quote", "small\nquote"),
        ("use </talks show:123>", "use /talks show"),
    ],
)
def test_marks_come_off_and_times_are_spelt_out(markdown: str, text: str) -> None:
    assert plain(markdown, NOW) == text


@pytest.mark.parametrize(
    ("hours", "words"), [(72, "in 3 days"), (-1, "1 hour ago"), (0, "now"), (24 * 400, "in 1 year")]
)
def test_relative_times(hours: int, words: str) -> None:
    assert relative(timedelta(hours=hours)) == words


def test_a_card_reads_from_top_to_bottom() -> None:
    embed = {
        "title": "**T**",
        "fields": [{"name": "Agreed", "value": "one\ntwo"}],
        "footer": {"text": "Parley"},
    }
    assert message_text("line", embed, NOW) == "line\nT\nAgreed\n  one\n  two\nParley"
