"""Numbers without a noun, buses that have set out, and headlines in two parts."""

import pytest
from small_wars import HOSTAGES, RURITANIA, news

from reading.document import Document
from reading.facts import Item, Stance
from reading.points import read_points

DAY = "2031-03-14"
DONE = Stance.CARRIED_OUT


def _told(document: Document) -> list[tuple[Item, Stance, int | None]]:
    return [(p.item, p.stance, p.count) for p in read_points(document)]


def _ruritanian(title: str, text: str = "") -> list[tuple[Item, Stance, int | None]]:
    return _told(news(RURITANIA, DAY, title, text))


def test_a_bare_number_counts_those_just_handed_over() -> None:
    title, text = (
        "Ruritania takes back 90 bodies",
        "They came on Friday. Grandmark got 12 of its own.",
    )
    assert _ruritanian(title, text) == [
        (Item.BODY_RETURN, DONE, 90),
        (Item.BODY_RETURN, DONE, 12),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Grandmark will get 12 of its own.",
        "Grandmark lost 12 of its own in a raid.",
        "Grandmark got 12 new tanks in return.",
    ],
)
def test_a_bare_number_of_others_counts_nobody(text: str) -> None:
    assert _ruritanian("Ruritania takes back 90 bodies", text) == [(Item.BODY_RETURN, DONE, 90)]


def test_the_giver_of_a_bare_number_is_the_other_side() -> None:
    found = read_points(
        news(RURITANIA, DAY, "Ruritania frees 90 prisoners", "Grandmark returned 12 in exchange.")
    )
    assert [(p.count, p.by) for p in found][1:] == [(12, ("Grandmark",))]


def test_those_on_buses_that_have_come_are_free() -> None:
    assert (Item.PRISONER_EXCHANGE, DONE, 40) in _ruritanian(
        "Buses with 40 prisoners reach Zenda after night at the border"
    )
    assert not _ruritanian("Buses for 40 prisoners wait at the border")


def test_a_noun_in_a_headline_is_no_release() -> None:
    title = "Hamas puts off Saturday's hostage release"
    assert not [p for p in _told(news(HOSTAGES, DAY, title, "It said so.")) if p[1] is DONE]


def test_a_colon_parts_an_act_from_other_people() -> None:
    assert not _ruritanian("Fourth exchange: three men look back on the war")


def test_what_somebody_had_said_before_is_not_agreed_now() -> None:
    text = "Mare had said that both agreed to stop all shooting from Friday."
    assert not _ruritanian("Ruritania fights on", text)


@pytest.mark.parametrize(
    ("title", "item", "stance"),
    [
        ("Ruritania, Grandmark to keep truce, set up verification mechanism",
         Item.MONITORING, Stance.AGREED),
        ("Ruritania, Grandmark to keep truce, set up verification mechanism",
         Item.CEASEFIRE, Stance.AGREED),
        ("Grandmark to pull its troops back under truce with Ruritania",
         Item.WITHDRAWAL, Stance.AGREED),
        ("Grandmark to pull its troops back", Item.WITHDRAWAL, Stance.OFFERED),
        ("Ruritania asks Grandmark for ten days of silence", Item.PAUSE, Stance.PROPOSED),
    ],
)  # fmt: skip
def test_headlines_of_what_is_to_come(title: str, item: Item, stance: Stance) -> None:
    assert (item, stance, None) in _ruritanian(title, "Holm said so on Friday.")


def test_what_a_past_day_is_given_to_is_no_refusal_of_today() -> None:
    text = "Since talks ended nothing moves: on March 2 it rejected a ceasefire."
    assert not _ruritanian("Ruritania fights on", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania will free 1,200 prisoners of war and Grandmark 1,700.",
         {(("Ruritania",), 1200), (("Grandmark",), 1700)}),
        ("Ruritania released 1,200 captives, and Grandmark 1,700.",
         {(("Ruritania",), 1200), (("Grandmark",), 1700)}),
        ("Ruritania agreed to free 181 captives, 15 pilots among them, in return for 706 men.",
         {(("Ruritania", "Grandmark"), 181), (("Ruritania", "Grandmark"), 706)}),
        ("Ruritania released 1,200 captives and Grandmark fired 170 drones.",
         {(("Ruritania",), 1200)}),
        ("Ruritania will free about 150 captive women and children.", {(("Ruritania",), 150)}),
    ],
)  # fmt: skip
def test_the_verb_of_the_first_half_holds_for_the_second(
    text: str, expected: set[tuple[tuple[str, ...], int]]
) -> None:
    title = "Ruritania and Grandmark sign deal on prisoners"
    told = read_points(news(RURITANIA, "2031-03-14", title, text))
    assert {(p.by, p.count) for p in told if p.item is Item.PRISONER_EXCHANGE} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two sides reached a truce, Atlantis said on Friday in a joint statement.",
        "Civilians are safe, a statement released by Atlantis said.",
    ],
)
def test_where_it_was_said_is_no_outcome(text: str) -> None:
    title = "Ruritania and Grandmark talk in Mildendo"
    told = read_points(news(RURITANIA, "2031-03-14", title, text))
    assert not {p.item for p in told} & {Item.DOCUMENT, Item.CIVILIAN_RETURN}
