"""What makes a piece news or a column."""

from datetime import UTC, datetime

import pytest

from reading.facts import Article
from reading.genre import Genre, genre_of


def _genre(title: str, text: str) -> Genre:
    return genre_of(Article("a", title, text, datetime(2031, 3, 14, tzinfo=UTC)))


def test_a_quotation_that_runs_on_past_the_lead_is_no_columns_voice() -> None:
    lead = "Dozens were killed when jets bombed a school. " * 14
    quoted = f'{lead}"I could not find my brother, and {"nobody knew where he was, " * 9}" he said.'
    assert _genre("Jets bomb school", quoted) is Genre.NEWS


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Opinion: Enough", "The war goes on."),
        ("A walk through the ruins", "I went there in March, and my guide was silent."),
        ("Will the truce hold?", "Nobody knows."),
    ],
)
def test_a_column_speaks_for_itself(title: str, text: str) -> None:
    assert _genre(title, text) is Genre.OPINION


def test_what_is_known_so_far_is_news_and_what_to_expect_is_not() -> None:
    lead = "The army bombed two bridges on Monday."
    for title in ("What's known so far about the raids", "What to know about the raids"):
        assert _genre(title, lead) is Genre.NEWS
    assert _genre("What to expect of the talks", lead) is Genre.OPINION


def test_a_lands_name_that_the_lead_cuts_is_no_i() -> None:
    lead = "Rescuers counted two injured after jets bombed a school in the town. " * 10
    told = f"{lead}Iran said on Sunday that raids had killed five."
    for cut in range(12):
        assert _genre("Two injured in raid", told[cut:]) is Genre.NEWS


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("Seven drones over our region were downed, the governor reported.", Genre.NEWS),
        ("A nurse told our correspondent that ten people were killed in the raid.", Genre.NEWS),
        ("Seven drones over our region, and I slept through it.", Genre.OPINION),
        ("The region is our shame, he said.", Genre.OPINION),
        ("Nobody in our region sleeps well these nights.", Genre.OPINION),
    ],
)
def test_the_press_of_a_land_at_war_calls_its_side_ours(text: str, genre: Genre) -> None:
    assert _genre("At night, drones came", text) is genre
