"""Whose a point is, where somebody else tells of it or stands beside it."""

import pytest
from small_wars import HOSTAGES, RURITANIA, THREE_SIDED, news

from reading.facts import Item, Stance
from reading.points import read_points

DAY = "2031-03-14"
TWO = frozenset({"Ruritania", "Grandmark"})


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "News of the war",
            "A Bordurian source told Agence X that Ruritania and Grandmark agreed to a truce.",
        ),
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


def test_the_prisoners_of_the_next_statement_are_not_each_sides() -> None:
    text = (
        "Holm said Ruritania and Grandmark would free 84 prisoners each on Saturday and that"
        " Grandmark would hand over 20 wounded soldiers."
    )
    found = read_points(news(RURITANIA, DAY, "News of the war", text))
    assert [(p.count, p.per_side, p.by) for p in found] == [
        (84, True, ("Ruritania", "Grandmark")),
        (20, None, ("Grandmark",)),
    ]


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        ("Ruritania and Grandmark reach deal to halt river war and free prisoners", Stance.AGREED),
        ("Ruritania and Grandmark halt river war and free prisoners", Stance.CARRIED_OUT),
    ],
)
def test_the_second_thing_that_a_deal_is_to_do_is_not_done(title: str, stance: Stance) -> None:
    found = read_points(news(RURITANIA, DAY, title))
    assert [p.stance for p in found if p.item is Item.PRISONER_EXCHANGE] == [stance]


def test_the_proposal_is_of_the_side_that_was_said_to_have_made_one() -> None:
    text = (
        "Grandmark has put forward a truce plan. Under the proposal, 30 prisoners would be freed"
        " in exchange for the release of 40 captives."
    )
    found = read_points(news(RURITANIA, DAY, "News of the war", text))
    told = [(p.stance, p.by, p.count) for p in found if p.item is Item.PRISONER_EXCHANGE]
    assert told == [
        (Stance.PROPOSED, ("Grandmark",), 30),
        (Stance.PROPOSED, ("Grandmark",), 40),
    ]


def test_what_a_side_would_have_for_those_it_offers_is_its_own_proposal() -> None:
    text = "Grandmark said it would free 30 prisoners in exchange for 40 captives."
    found = read_points(news(RURITANIA, DAY, "News of the war", text))
    assert [(p.stance, p.by, p.count) for p in found] == [
        (Stance.OFFERED, ("Grandmark",), 30),
        (Stance.PROPOSED, ("Grandmark",), 40),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Grandmark freed 12 prisoners on Friday at the river bridge and Ruritania released 30.",
            [(12, {"Grandmark"}), (30, {"Ruritania"})],
        ),
        (
            "Grandmark will free 1,200 prisoners in exchange for 1,700 of its fighters.",
            [(1200, {"Ruritania", "Grandmark"}), (1700, {"Ruritania", "Grandmark"})],
        ),
        (
            "Grandmark will free 18 captives, and both sides will withdraw their guns.",
            [(18, {"Ruritania", "Grandmark"})],
        ),
        ("So far 18 prisoners have been freed.", []),
        (
            "In the largest swap so far, 18 prisoners were freed.",
            [(18, {"Ruritania", "Grandmark"})],
        ),
    ],
)
def test_each_hands_over_its_own(text: str, told: list[tuple[int, set[str]]]) -> None:
    title = "Ruritania and Grandmark agree to end war"
    found = read_points(news(RURITANIA, DAY, title, text))
    got = [(p.count, set(p.by)) for p in found if p.item is Item.PRISONER_EXCHANGE]
    assert (got, any(p.per_side for p in found)) == (told, False)


def test_for_hostages_the_side_whose_people_they_are_gives_prisoners() -> None:
    text = "Hamas handed over three hostages in exchange for 83 prisoners and inmates."
    found = read_points(news(HOSTAGES, DAY, "News of the war", text))
    assert {(p.item, p.by[0]) for p in found if len(p.by) == 1} == {
        (Item.HOSTAGE_RELEASE, "Hamas"),
        (Item.PRISONER_EXCHANGE, "Israel"),
    }


@pytest.mark.parametrize(
    ("title", "text", "count"),
    [
        ("News of the war", "An exchange of 84 prisoners between the two sides began at noon.", 84),
        ("Ruritania and Grandmark begin swap of 84 prisoners", "Crowds waited.", 84),
        ("Ruritania and Grandmark plan to begin swap of 84 prisoners", "Crowds waited.", None),
        ("News of the war", "The sides spoke of a prisoner exchange as the truce began.", None),
    ],
)
def test_a_swap_that_began_is_carried_out(title: str, text: str, count: int | None) -> None:
    found = read_points(news(RURITANIA, DAY, title, text))
    assert [p.count for p in found if p.stance is Stance.CARRIED_OUT] == [count] * (
        count is not None
    )


@pytest.mark.parametrize(
    "text",
    [
        "A leaders' meeting should be the next step, Holm said.",
        "Holm said that a summit of the two presidents is the logical next step.",
    ],
)
def test_what_should_be_the_next_step_is_proposed(text: str) -> None:
    found = read_points(news(RURITANIA, DAY, "News of the war", text))
    assert [(p.item, p.stance) for p in found] == [(Item.LEADERS_MEETING, Stance.PROPOSED)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ruritania would not let them pass until the prisoner Rosa Vell was released.",
            [(Item.PRISONER_EXCHANGE, Stance.DEMANDED)],
        ),
        (
            "The two committed to stop all fighting, Holm said.",
            [(Item.CEASEFIRE, Stance.AGREED)],
        ),
        (
            "They agreed not to attack each other.",
            [(Item.CEASEFIRE, Stance.AGREED)],
        ),
        (
            "They have set up a bilateral border commission.",
            [(Item.WORKING_GROUP, Stance.AGREED)],
        ),
        ("They hoped to set up a bilateral border commission.", []),
        (
            "They signed a new accord on a truce that took effect at noon.",
            [(Item.CEASEFIRE, Stance.AGREED), (Item.DOCUMENT, Stance.AGREED)],
        ),
    ],
)
def test_what_the_two_agreed_and_what_one_of_them_asks(
    text: str, told: list[tuple[Item, Stance]]
) -> None:
    found = read_points(news(RURITANIA, DAY, "Ruritania and Grandmark", text))
    assert sorted((p.item, p.stance) for p in found) == told


def test_a_retreat_is_of_the_two_who_agreed_not_of_the_displaced() -> None:
    text = "The deal includes a pull-out of Ruritanian troops and a home for displaced Bordurians."
    found = read_points(news(THREE_SIDED, DAY, "Ruritania and Grandmark reach deal", text))
    assert {frozenset(p.by) for p in found} == {TWO}


def test_who_is_to_watch_a_truce_has_not_agreed_to_it() -> None:
    text = "Observers from Atlantis will monitor the truce."
    found = read_points(news(RURITANIA, DAY, "Ruritania and Grandmark agree to truce", text))
    assert {(p.item, frozenset(p.by)) for p in found} == {
        (Item.CEASEFIRE, TWO),
        (Item.MONITORING, TWO),
    }


def test_what_one_side_says_yes_to_is_its_offer_until_there_is_a_deal() -> None:
    text = "Grandmark accepted a proposal under which 12 prisoners would be freed."
    found = read_points(news(RURITANIA, DAY, "News of the war", text))
    assert [(p.stance, p.by) for p in found] == [(Stance.OFFERED, ("Grandmark",))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ruritania said it would hand Grandmark a draft memorandum on Sunday.", []),
        (
            "The two sides will give each other a draft memorandum on Sunday.",
            [(Item.DOCUMENT, None)],
        ),
        ("Holm said a truce must come soon and that fees were out of the question.", []),
        ("Holm said a truce was out of the question.", [(Item.CEASEFIRE, None)]),
        (
            "Ruritania demanded that Grandmark quit five hills and release its prisoners.",
            [(Item.PRISONER_EXCHANGE, None)],
        ),
        (
            "Ruritania demanded that Grandmark release five sick and wounded prisoners.",
            [(Item.PRISONER_EXCHANGE, 5)],
        ),
    ],
)
def test_what_stands_beside_it_is_of_another_thing(
    text: str, told: list[tuple[Item, int | None]]
) -> None:
    found = read_points(news(RURITANIA, DAY, "News of the war", text))
    wanted = (Stance.REJECTED, Stance.DEMANDED, Stance.AGREED)
    got = [(p.item, p.count) for p in found if p.stance in wanted and p.item is not Item.WITHDRAWAL]
    assert got == told


@pytest.mark.parametrize(
    ("title", "agreed"),
    [
        ("Grandmark unveils ten-point peace plan", False),
        ("Ruritania and Grandmark unveil peace agreement", True),
    ],
)
def test_a_plan_that_is_unveiled_is_no_deal(title: str, agreed: bool) -> None:
    text = "It was shown on Friday. Grandmarker forces would withdraw from parts of the hills."
    found = read_points(news(RURITANIA, DAY, title, text))
    told = {p.stance for p in found if p.item is Item.WITHDRAWAL}
    assert (Stance.AGREED in told) is agreed
