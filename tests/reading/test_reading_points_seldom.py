"""Points in the seldom used words of papers: each class of wording once, and what it is not."""

import pytest
from small_wars import RURITANIA, news

from reading.facts import Item, Stance
from reading.points import read_points

DAY = "2031-03-14"


def _told(text: str, title: str = "News of the war") -> list[tuple[Item, Stance]]:
    return [(p.item, p.stance) for p in read_points(news(RURITANIA, DAY, title, text))]


@pytest.mark.parametrize(
    ("text", "item", "stance"),
    [
        ("Ruritania brushed aside a Grandmarker request for an end to hostilities.",
         Item.CEASEFIRE, Stance.REJECTED),
        ("Ruritania turned its back on an appeal for a truce.", Item.CEASEFIRE, Stance.REJECTED),
        ("Ruritania saw no point in another round of talks.",
         Item.NEXT_MEETING, Stance.REJECTED),
        ("A ceasefire is out of the question, Ruritania said.",
         Item.CEASEFIRE, Stance.REJECTED),
        ("Ruritania said there would be no truce with Grandmark.",
         Item.CEASEFIRE, Stance.REJECTED),
        ("Ruritania gave the green light on Friday to a humanitarian truce.",
         Item.PAUSE, Stance.OFFERED),
        ("Ruritania has okayed the entry of relief lorries.", Item.AID_ACCESS, Stance.AGREED),
        ("Both sides put pen to paper on the deployment of observers.",
         Item.MONITORING, Stance.AGREED),
        ("Ruritania and Grandmark struck a deal on a halt to attacks on ports.",
         Item.PAUSE, Stance.AGREED),
        ("Ruritania voiced its readiness to accept a truce.", Item.CEASEFIRE, Stance.OFFERED),
        ("Ruritania pitched a 72-hour lull at the talks with Grandmark.",
         Item.PAUSE, Stance.PROPOSED),
        ("Grandmark made the exit of Ruritanian troops a precondition for talks.",
         Item.WITHDRAWAL, Stance.DEMANDED),
        ("A full withdrawal is non-negotiable, Grandmark said.",
         Item.WITHDRAWAL, Stance.DEMANDED),
        ("Grandmark is holding out for a withdrawal of all troops.",
         Item.WITHDRAWAL, Stance.DEMANDED),
        ("Both sides agreed to swap maps, and to convene again in May.",
         Item.NEXT_MEETING, Stance.AGREED),
        ("Ruritania and Grandmark agreed to return to the negotiating table.",
         Item.NEXT_MEETING, Stance.AGREED),
        ("The armies of Ruritania and Grandmark agreed to form a liaison committee.",
         Item.WORKING_GROUP, Stance.AGREED),
        ("Ruritanian troops began withdrawing from Mildendo on Friday under the accord.",
         Item.WITHDRAWAL, Stance.CARRIED_OUT),
    ],
)  # fmt: skip
def test_each_class_of_words_gives_its_stance(text: str, item: Item, stance: Stance) -> None:
    assert (item, stance) in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania has produced no captives, and aid workers are waiting.",
        "Ruritania and Grandmark will come to the table one day.",
        "The captured pilot was praised; the soldier returned fire.",
    ],
)
def test_nothing_is_promised_in_them(text: str) -> None:
    assert not _told(text)


def test_what_nobody_gets_is_refused() -> None:
    told = _told("No hostage will be freed while the siege lasts, Ruritania said.")
    assert told == [(Item.HOSTAGE_RELEASE, Stance.REJECTED)]


def test_what_is_asked_for_in_return_is_no_part_of_an_offer() -> None:
    told = _told("Grandmark sets a pullout of all troops as the price of a prisoner release.")
    assert told == [(Item.WITHDRAWAL, Stance.DEMANDED)]


@pytest.mark.parametrize("title", ["Cabinet approves prisoner release deal with Grandmark"])
def test_a_release_deal_in_a_headline_is_no_release(title: str) -> None:
    assert (Item.PRISONER_EXCHANGE, Stance.CARRIED_OUT) not in _told("", title)
