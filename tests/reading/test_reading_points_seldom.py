"""Points in the seldom used words of papers, and what such words do not tell."""

import pytest
from small_wars import RURITANIA, news

from reading.facts import Item, Stance
from reading.points import read_points

DAY = "2031-03-14"


def _told(text: str, title: str = "News of the war") -> list[tuple[Item, Stance]]:
    return [(p.item, p.stance) for p in read_points(news(RURITANIA, DAY, title, text))]


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


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ruritanian army to hold fire in Mildendo", (Item.CEASEFIRE, Stance.OFFERED)),
        ("Ruritania, Grandmark stop all firing", (Item.CEASEFIRE, Stance.AGREED)),
        ("Ruritania and Grandmark set up body to watch over truce",
         (Item.MONITORING, Stance.AGREED)),
        ("Ruritania takes delivery of 40 corpses", (Item.BODY_RETURN, Stance.CARRIED_OUT)),
        ("Bodies of 40 Ruritanian soldiers come home", (Item.BODY_RETURN, Stance.CARRIED_OUT)),
        ("Ruritania says yes to truce with Grandmark", (Item.CEASEFIRE, Stance.OFFERED)),
        ("Grandmark agrees to Lilliput-proposed truce", (Item.CEASEFIRE, Stance.OFFERED)),
        ("Ruritania would only accept a truce of a month", (Item.CEASEFIRE, Stance.DEMANDED)),
        ("Grandmark tells Ruritania to withdraw from Mildendo",
         (Item.WITHDRAWAL, Stance.DEMANDED)),
    ],
)  # fmt: skip
def test_a_headline_tells_a_deed(title: str, expected: tuple[Item, Stance]) -> None:
    assert _told("", title) == [expected]


@pytest.mark.parametrize(
    "title",
    [
        "Ruritania and Grandmark could stop all firing",
        "Ruritania urged by all to hold fire",
        "Ruritania received no bodies, Grandmark says",
        "Ruritania, Grandmark swap lists of prisoners",
        "Ruritania denies it agreed to withdraw from Mildendo",
    ],
)
def test_a_headline_of_no_deed_tells_none(title: str) -> None:
    settled = (Stance.AGREED, Stance.OFFERED, Stance.CARRIED_OUT)
    assert not [one for one in _told("", title) if one[1] in settled]


@pytest.mark.parametrize(
    "text",
    [
        "Negotiators met on Friday. Among the results: an exchange of 40 prisoners of both sides.",
        "The talks between Ruritania and Grandmark yielded a swap of 40 prisoners.",
    ],
)
def test_what_talks_bring_is_agreed(text: str) -> None:
    assert (Item.PRISONER_EXCHANGE, Stance.AGREED) in _told(text)


def test_the_town_of_a_dateline_does_nothing() -> None:
    text = "BRODY, Borduria (AP) - Ruritania will return 40 bodies, its ministry said."
    points = read_points(news(RURITANIA, DAY, "News of the war", text))
    assert [p.by for p in points] == [("Ruritania",)]


@pytest.mark.parametrize("friends", ["allies", "European partners", "Western backers have"])
def test_what_a_side_s_friends_ask_for_neither_side_has_asked(friends: str) -> None:
    text = f"Elphberg made an offer after Grandmark's {friends} demanded a 30-day ceasefire."
    assert not [p for p in read_points(news(RURITANIA, DAY, "News", text)) if p.by]
