"""Whose a point is, where somebody else tells of it or stands beside it."""

import pytest
from small_wars import RURITANIA, THREE_SIDED, news

from reading.facts import Stance
from reading.points import read_points

DAY = "2031-03-14"
TWO = frozenset({"Ruritania", "Grandmark"})


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("News of the war", "Borduria announced that Ruritania and Grandmark agreed to a truce."),
        ("News of the war", "Borduria announced a truce between Ruritania and Grandmark."),
        ("Borduria: Ruritania and Grandmark agree to truce", "Streets were calm."),
    ],
)
def test_a_truce_of_two_sides_is_not_the_third_ones_who_tells_of_it(title: str, text: str) -> None:
    found = read_points(news(THREE_SIDED, DAY, title, text))
    assert {(p.stance, frozenset(p.by)) for p in found} == {(Stance.AGREED, TWO)}


def test_who_says_that_it_agreed_with_another_has_agreed() -> None:
    found = read_points(
        news(THREE_SIDED, DAY, "A truce", "Borduria said it and Grandmark had agreed to a truce.")
    )
    assert [set(p.by) for p in found] == [{"Borduria", "Grandmark"}]


def test_a_lands_observers_who_are_to_be_sent_are_not_its_duty() -> None:
    text = "The agreement provides for Atlantean observers to be deployed along the border."
    found = read_points(news(RURITANIA, DAY, "Ruritania and Grandmark agree to truce", text))
    assert {frozenset(p.by) for p in found} == {TWO}
