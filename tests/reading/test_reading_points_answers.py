"""What stands of a plan that one side answers, and of a duty, a wish and a promise."""

import pytest
from small_wars import HOSTAGES, RURITANIA, news

from reading.facts import Item, Stance
from reading.points import read_points

DAY = "2031-03-14"
BOTH = ("Ruritania", "Grandmark")
TITLE = "Ruritania and Grandmark"


def _told(text: str, title: str = TITLE) -> list[tuple[Item, Stance, tuple[str, ...]]]:
    points = read_points(news(RURITANIA, DAY, title, text))
    return [(point.item, point.stance, point.by) for point in points]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Grandmark rejected a ceasefire proposal from Atlantis.",
            "ceasefire rejected by Grandmark",
        ),
        (
            (
                "Grandmark said it had accepted a proposal by Atlantis for a 60-day truce with"
                " Ruritania that includes the release of prisoners."
            ),
            "ceasefire offered by Grandmark",
        ),
        (
            (
                "Grandmark declared itself ready to accept an Atlantean proposal for a 30-day"
                " ceasefire."
            ),
            "ceasefire offered by Grandmark",
        ),
        (
            "Greta Holm called again for a face-to-face meeting with Rudolf Rassendyll.",
            "leaders_meeting proposed by Grandmark",
        ),
        (
            (
                "The Ruritanian army said it would suspend operations in the city of Strelsau for"
                " ten hours a day."
            ),
            "pause offered by Ruritania",
        ),
        (
            "Ruritania insists that any deal must see all 50 prisoners released at once.",
            "prisoner_exchange demanded by Ruritania",
        ),
        (
            (
                "Grandmark and Ruritania committed themselves on Sunday to withdrawing heavy"
                " weapons from the border."
            ),
            "withdrawal agreed by Grandmark and Ruritania",
        ),
        (
            "Grandmark began swapping prisoners with Ruritania on Friday.",
            "prisoner_exchange carried_out by Ruritania and Grandmark",
        ),
        (
            "Ruritania will not go on until Grandmark gives back the remaining 13 bodies.",
            "body_return demanded by Ruritania",
        ),
        (
            "Grandmark said it would let go 20 prisoners, and asked for changes to the text.",
            "prisoner_exchange offered by Grandmark",
        ),
        (
            "Grandmark said it would adopt a proposal by Atlantis for a ceasefire.",
            "ceasefire offered by Grandmark",
        ),
        (
            "Six Ruritanian prisoners came home after being freed on Friday by Grandmark.",
            "prisoner_exchange carried_out by Ruritania and Grandmark",
        ),
        (
            "Rassendyll said Ruritania had taken note of the request for a leaders' meeting.",
            "leaders_meeting noted by Ruritania",
        ),
        (
            "The Ruritanian delegation had called for Grandmarker forces to leave the city.",
            "withdrawal demanded by Ruritania",
        ),
        (
            "Grandmark asked for the return of 18 of its soldiers who were captured in May.",
            "prisoner_exchange demanded by Grandmark",
        ),
        (
            "The parties had agreed in principle to meet again, Tom Small said on Friday.",
            "next_meeting agreed by Ruritania and Grandmark",
        ),
        (
            (
                "Ruritania and Grandmark each handed over 303 soldiers on Friday, completing an"
                " exchange."
            ),
            "prisoner_exchange carried_out by Ruritania and Grandmark",
        ),
        (
            "The aim, Greta Holm said, was a complete withdrawal of Ruritania's troops.",
            "withdrawal demanded by Grandmark",
        ),
        (
            "The Ruritanian side continued to reject the motion of an unconditional ceasefire.",
            "ceasefire rejected by Ruritania",
        ),
        (
            "Grandmark offered a break of two to three days along the line.",
            "pause offered by Grandmark",
        ),
        (
            "Grandmark gave Ruritania a list of 339 children.",
            "children demanded by Grandmark",
        ),
        (
            "Grandmark suggested that Rudolf Rassendyll and Greta Holm get together in May.",
            "leaders_meeting proposed by Grandmark",
        ),
        (
            "Grandmark is ready, Holm said, to give Ruritania the remains of 3,000 soldiers.",
            "body_return offered by Grandmark",
        ),
    ],
)
def test_what_is_answered_asked_given_and_promised_keeps_its_doer(text: str, expected: str) -> None:
    assert expected in [
        f"{item.value} {stance.value} by {' and '.join(by)}" for item, stance, by in _told(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Grandmark rejected a plan that includes a withdrawal from the coast.",
        "Both sides said they would work towards a truce.",
        "Grandmark's army will only lay down its arms once Ruritania leaves all cities it holds.",
        "Atlantis pressed both Ruritania and Grandmark to accept a three-month truce.",
    ],
)
def test_nothing_is_agreed_before_it_is(text: str) -> None:
    settled = (Stance.AGREED, Stance.CARRIED_OUT)
    assert not [told for told in _told(text) if told[1] in settled]


def test_one_sides_yes_is_not_the_others() -> None:
    told = _told(
        "Grandmark said it had accepted a proposal by Atlantis for a 60-day truce with Ruritania."
    )
    assert [stance for _, stance, _ in told] == [Stance.OFFERED]


def test_a_deal_of_which_duties_are_to_come_is_in_force() -> None:
    text = "Under the accord Grandmark will hand over 20 bodies within 72 hours, Atlantis said."
    assert (Item.BODY_RETURN, Stance.AGREED) in [(i, s) for i, s, _ in _told(text)]


def test_a_truce_named_by_its_sides_is_theirs() -> None:
    told = _told("The president spoke.", title="Atlantis announces Ruritania-Grandmark ceasefire")
    assert told == [(Item.CEASEFIRE, Stance.AGREED, BOTH)]


def test_a_thing_demanded_in_a_headline_is_not_done() -> None:
    points = read_points(
        news(HOSTAGES, DAY, "Israel demands release of all hostages", "It said so again.")
    )
    assert [point.stance for point in points] == [Stance.DEMANDED]


def test_people_called_by_their_nation_alone_come_home_as_captives() -> None:
    told = _told("Grandmark let go three Ruritanians on Friday. It buried two Ruritanians.")
    assert told == [(Item.PRISONER_EXCHANGE, Stance.CARRIED_OUT, BOTH)]


def test_hostages_of_whom_only_the_nation_is_told_are_hostages() -> None:
    held = RURITANIA.model_copy(
        update={
            "parties": (
                RURITANIA.parties[0].model_copy(update={"hostages": True}),
                *RURITANIA.parties[1:],
            )
        }
    )
    text = (
        "Grandmark set free three Ruritanians on Friday, and Ruritania freed 180 Grandmarkers."
        " It would add a day for each ten captives freed."
    )
    points = read_points(news(held, DAY, TITLE, text))
    assert [(point.item, point.count) for point in points] == [
        (Item.HOSTAGE_RELEASE, 3),
        (Item.PRISONER_EXCHANGE, 180),
    ]


def test_what_both_have_agreed_is_no_longer_one_sides_offer() -> None:
    text = (
        "Grandmark offered a ceasefire on Monday. Ruritania and Grandmark agreed to a ceasefire on"
        " Friday."
    )
    assert _told(text) == [(Item.CEASEFIRE, Stance.AGREED, BOTH)]


@pytest.mark.parametrize(
    "text",
    [
        "It will bring those who are let go across the lines, Grandmark said.",
        "Ruritania told residents to leave an area in the city.",
        "Ruritanian jets strike border targets as truce with Grandmark unravels.",
        "Ruritania set up a post, which Grandmark called a breach of the 2030 ceasefire.",
        "Grandmark blamed Ruritania for the collapse of the January truce.",
    ],
)
def test_none_of_these_is_a_point(text: str) -> None:
    assert _told(text) == []


def test_the_movement_is_the_one_side_that_is_no_state() -> None:
    text = (
        "Following contacts with Egypt, the movement is ready to hand over a hostage. Militants"
        " promise to leave Gaza."
    )
    points = read_points(news(HOSTAGES, DAY, "A step in Israel’s war", text))
    assert [(point.item, point.stance, point.by) for point in points] == [
        (Item.HOSTAGE_RELEASE, Stance.OFFERED, ("Hamas",)),
        (Item.WITHDRAWAL, Stance.OFFERED, ("Hamas",)),
    ]


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        ("Ruritania to free five prisoners", Stance.OFFERED),
        ("Ruritania sends back two wounded soldiers", Stance.CARRIED_OUT),
    ],
)
def test_headlines_tell_what_is_done_and_what_is_to_be(title: str, stance: Stance) -> None:
    assert [told[1] for told in _told("It was announced on Friday.", title)] == [stance]
