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


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Troops are to withdraw from the hills, the Atlantean envoy said.", []),
        ("Troops are to withdraw from the hills, the Grandmarker envoy said.", [("Grandmark",)]),
        ("Its troops will withdraw from the hills, Atlantis said.", [("Atlantis",)]),
    ],
)
def test_an_outsider_who_tells_of_a_retreat_does_not_retreat(
    text: str, by: list[tuple[str, ...]]
) -> None:
    assert [p.by for p in read_points(news(RURITANIA, DAY, "News of the war", text))] == by


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("They exchanged 84 prisoners, each side handing over 42.", [(84, False)]),
        ("They exchanged 84 prisoners each, 30 of them wounded.", [(84, True)]),
        ("They swapped 84 prisoners. Each side released 42 captives.", [(84, False), (42, True)]),
    ],
)
def test_the_half_that_each_hands_over_tells_that_the_whole_is_of_both(
    text: str, counts: list[tuple[int, bool]]
) -> None:
    found = read_points(news(RURITANIA, DAY, "Ruritania and Grandmark swap prisoners", text))
    assert [(p.count, p.per_side) for p in found] == counts
