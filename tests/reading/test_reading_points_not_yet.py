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


def _told(text: str, title: str = "Ruritania and Grandmark") -> set[tuple[Item, Stance]]:
    return {(point.item, point.stance) for point in _points(text, title)}


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania said its soldiers are prisoners of war and will be freed only after the war.",
        (
            "Ruritania and Grandmark agreed to halt attacks on civilians, and the return of the"
            " dead of both armies."
        ),
        "Ruritania agreed to the extension after talks with Rudolf Rassendyll and Otto Brand.",
        (
            "The pact follows one signed by Ruritania and Grandmark in Zenda on 3 January, under"
            " which Ruritanian troops were to leave Brobdir within 90 days."
        ),
        (
            "During the first round of talks that opened in Zenda in January, Ruritania and"
            " Grandmark agreed to swap 80 prisoners."
        ),
        "Both agreed that they would hold negotiations on the drafting of a peace treaty.",
        "Ruritania and Grandmark began work on last month's agreement to exchange prisoners.",
    ],
)
def test_conditions_victims_talks_held_and_old_papers_settle_nothing(text: str) -> None:
    told = _told(text, "Ruritania and Grandmark sign a deal")
    unsaid = {Item.PRISONER_EXCHANGE, Item.CIVILIAN_RETURN, Item.LEADERS_MEETING, Item.WITHDRAWAL}
    assert not {item for item, _ in told} & unsaid


def test_a_fallback_is_no_condition() -> None:
    told = _told(
        "Ruritania and Grandmark agreed to meet again, and, if that is not possible, to speak by"
        " telephone."
    )
    assert told == {(Item.NEXT_MEETING, Stance.AGREED)}


def test_who_agrees_to_a_part_of_a_long_named_plan_agrees_to_what_it_is() -> None:
    told = _told(
        "Ruritania and Grandmark said they agreed to the first phase of Lilliputian President"
        " Golbasto Momaren's plan for the border, a ceasefire and exchange of prisoners."
    )
    assert told == {
        (Item.CEASEFIRE, Stance.AGREED),
        (Item.PRISONER_EXCHANGE, Stance.AGREED),
    }


@pytest.mark.parametrize(
    "part", ["the fifth of Brobdir it holds", "the rest of Brobdir", "all Brobdir"]
)
def test_part_of_a_land_may_be_asked_for(part: str) -> None:
    told = _told(f"Ruritania demands that Grandmark give up {part}.")
    assert told == {(Item.WITHDRAWAL, Stance.DEMANDED)}


@pytest.mark.parametrize(
    "text",
    [
        'Ruritania should "let hell break out", said Greta Holm of Grandmark of the hostages.',
        "Ruritania will attack unless all the hostages held in Brobdir are freed by noon.",
    ],
)
def test_who_threatens_for_hostages_has_freed_none(text: str) -> None:
    told = {(p.item, p.stance) for p in read_points(news(HOSTAGES, DAY, "Hostages", text))}
    assert not any(stance is Stance.CARRIED_OUT for _, stance in told)
    assert not any(stance is Stance.CARRIED_OUT for _, stance in _told(text))


def test_what_one_side_was_required_to_do_it_has_not_asked_for() -> None:
    document = news(
        RURITANIA,
        DAY,
        "Last body found",
        "Ruritania said on Friday it found the remains. Grandmark had been required to hand over"
        " all bodies within 72 hours of the truce's start.",
    )
    assert not any(point.by == ("Grandmark",) for point in read_points(document))


def test_the_other_side_s_men_who_are_told_to_leave_are_asked_to() -> None:
    told = _told("Ruritania declared a truce and told Grandmarker fighters to leave Brobdir.")
    assert (Item.WITHDRAWAL, Stance.DEMANDED) in told


def test_the_length_of_what_is_to_follow_is_not_the_truce_s() -> None:
    (point,) = _points(
        "Lilliput called for a permanent ceasefire and a nine-month transition to civilian rule."
    )
    assert point.hours is None


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania cut off all aid, the worst threat so far to the increasingly fragile truce.",
        "Ruritania rejected the charge, a blow to the ceasefire with Grandmark.",
    ],
)
def test_what_a_truce_suffers_is_no_word_on_it(text: str) -> None:
    assert Item.CEASEFIRE not in {item for item, _ in _told(text)}


def test_weapons_handed_over_free_no_children() -> None:
    told = _told("Ruritania executed three children after they refused to hand over their weapons.")
    assert Item.CHILDREN not in {item for item, _ in told}
