"""What sounds settled and is not: consent in principle, papers to come, the dead of an attack."""

import pytest
from small_wars import HOSTAGES, RURITANIA, news

from reading.facts import Item, Point, Stance
from reading.points import read_points

DAY = "2031-03-14"


def _points(text: str, title: str = "Ruritania and Grandmark") -> tuple[Point, ...]:
    return read_points(news(RURITANIA, DAY, title, text))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Both sides agreed in principle to a truce, Lilliput said.", Stance.NOTED),
        ("Ruritania and Grandmark agreed on a truce.", Stance.AGREED),
        ("Ruritania agreed with Greta Holm of Grandmark on a ceasefire.", Stance.AGREED),
        ("Grandmark promised to consider a ceasefire.", Stance.NOTED),
    ],
)
def test_consent_in_principle_is_no_agreement(text: str, stance: Stance) -> None:
    assert {point.stance for point in _points(text)} == {stance}


def test_a_headlines_noun_is_no_deed() -> None:
    title = "Holm: agreement on exchange of 1,200 prisoners, Ruritania to consider working groups"
    found = {point.item: point.stance for point in _points("", title)}
    assert found[Item.PRISONER_EXCHANGE] is Stance.AGREED
    assert found.get(Item.WORKING_GROUP, Stance.NOTED) is Stance.NOTED


def test_a_paper_to_be_signed_is_no_outcome() -> None:
    text = (
        "The presidents of Ruritania and Grandmark will meet on Sunday to sign a peace agreement."
    )
    assert Item.DOCUMENT not in {point.item for point in _points(text)}


@pytest.mark.parametrize(
    ("text", "returned"),
    [
        ("Rescuers recovered the bodies of 3 people from the rubble in Grandmark.", False),
        ("The hospital received 10 bodies, officials of Ruritania said.", False),
        ("Ruritania handed over the bodies of 10 soldiers.", True),
    ],
)
def test_the_dead_of_an_attack_are_not_handed_over(text: str, returned: bool) -> None:
    assert bool(_points(text)) is returned


def test_what_one_frees_prisoners_for_is_freed_by_another() -> None:
    side = HOSTAGES.party_names[0]
    found = read_points(news(HOSTAGES, DAY, f"{side} frees 90 prisoners for three hostages"))
    assert side not in {by for p in found if p.item is Item.HOSTAGE_RELEASE for by in p.by}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ruritania frees 90 political prisoners", "At least 40 people were released by noon."),
        ("Ruritania releases 300 prisoners on independence anniversary", ""),
        ("Two men withdrew money from accounts of people in Grandmark", ""),
    ],
)
def test_a_states_own_critics_and_convicts_are_no_exchange(title: str, text: str) -> None:
    assert _points(text, title) == ()


def test_political_prisoners_are_exchanged_where_the_headline_says_so() -> None:
    title = "Ruritania and Grandmark swap 12 political prisoners"
    assert {point.item for point in _points("", title)} == {Item.PRISONER_EXCHANGE}
