"""Lists of what was agreed that run over paragraphs, and lists of other things."""

import pytest
from small_wars import RURITANIA, news

from reading.facts import Item, Stance
from reading.points import read_points

TITLE = "Ruritania and Grandmark talk in Mildendo"


def _told(*lines: str) -> list[tuple[Item, Stance]]:
    found = read_points(news(RURITANIA, "2031-03-14", TITLE, "\n\n".join(lines)))
    return [(p.item, p.stance) for p in found]


@pytest.mark.parametrize("mark", ["- ", "• ", "", "1. "])
@pytest.mark.parametrize(
    "opening",
    ["The accord commits both sides to:", "The delegations agreed on the following points:"],
)
def test_an_entry_a_line_is_agreed(opening: str, mark: str) -> None:
    entries = ("Release of 80 prisoners by each side", "A pullback of heavy weapons",
               "A joint monitoring commission")  # fmt: skip
    told = _told(opening, *(mark + entry for entry in entries), "Holm thanked the hosts.")
    assert {item for item, _ in told} >= {Item.PRISONER_EXCHANGE, Item.WITHDRAWAL}
    assert {stance for _, stance in told} == {Stance.AGREED}


@pytest.mark.parametrize(
    "opening",
    [
        "Proposals of Ruritania for an agreement:",
        "What has not been agreed:",
        "Holm said of the accord:",
        "The delegations agreed to meet again.",
    ],
)
def test_a_list_of_something_else_is_not(opening: str) -> None:
    told = _told(opening, "Release of 80 prisoners by each side", "A pullback of heavy weapons")
    assert (Item.WITHDRAWAL, Stance.AGREED) not in told


def test_the_list_ends_where_the_report_goes_on() -> None:
    told = _told("The accord's terms:", "A pullback of heavy weapons.",
                 "Reporters said a release of all prisoners was far away.")  # fmt: skip
    assert told == [(Item.WITHDRAWAL, Stance.AGREED)]
