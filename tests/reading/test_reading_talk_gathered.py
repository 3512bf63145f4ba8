"""Meetings told by who was where on which day, without a word for a meeting held."""

import pytest
from small_wars import RURITANIA, news

from reading.facts import RoundStatus, Talks
from reading.talks import read_talks

FRIDAY = "2031-03-14"


def _talks(title: str, text: str) -> list[Talks]:
    return [
        one for one in read_talks(news(RURITANIA, FRIDAY, title, text))[0] if not one.background
    ]


@pytest.mark.parametrize(
    ("title", "text", "status"),
    [
        (
            "Second day of truce contacts begins after slow start",
            (
                "Negotiators from Ruritania and Grandmark were back in separate rooms of the same"
                " building in Brobdir on Friday, with mediators carrying notes."
            ),
            RoundStatus.UNDER_WAY,
        ),
        (
            "Ministers shake hands in Brobdir",
            (
                "Ruritania's Rudolf Rassendyll and Otto Brand of Grandmark emerged on Friday from a"
                " hotel in Brobdir with five decisions."
            ),
            RoundStatus.ENDED,
        ),
    ],
)
def test_men_of_both_sides_in_one_city_have_met(title: str, text: str, status: RoundStatus) -> None:
    (one,) = _talks(title, text)
    assert (one.status, one.city) == (status, "Brobdir")
    assert one.window is not None
    assert one.window.start.isoformat() == FRIDAY


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Leaders speak",
            (
                "The leaders of Ruritania and Grandmark spoke by telephone on Friday, officials in"
                " Brobdir said."
            ),
        ),
        (
            "Drones strike Brobdir",
            (
                "Drones struck a hotel in Brobdir on Friday where negotiators of Ruritania and"
                " Grandmark stay."
            ),
        ),
        (
            "A year of silence",
            "It is a year since negotiators from Ruritania and Grandmark agreed in Brobdir.",
        ),
    ],
)
def test_who_only_is_expected_calls_or_is_attacked_has_not(title: str, text: str) -> None:
    assert _talks(title, text) == []
