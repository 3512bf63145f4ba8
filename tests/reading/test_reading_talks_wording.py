"""Meetings in words seldom used: off, moved, received in turn, brought to one table, not held."""

from datetime import date

import pytest
from small_wars import RURITANIA, news

from reading.facts import RoundStatus, Talks
from reading.talks import read_talks

THURSDAY = "2031-03-13"


def _talks(title: str, text: str) -> list[Talks]:
    return [
        one for one in read_talks(news(RURITANIA, THURSDAY, title, text))[0] if not one.background
    ]


def _only(title: str, text: str) -> Talks:
    talks = _talks(title, text)
    assert len(talks) == 1, talks
    return talks[0]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            (
                "A meeting of Ruritanian and Grandmarker negotiators that was to have begun in"
                " Brobdir on Friday fell through."
            ),
            RoundStatus.CANCELLED,
        ),
        (
            (
                "Negotiators from Ruritania and Grandmark will not meet in Brobdir on Friday after"
                " all, Lilliput said."
            ),
            RoundStatus.CANCELLED,
        ),
        (
            (
                "Talks between Ruritania and Grandmark due to resume in Brobdir on Friday have"
                " slipped to next week."
            ),
            RoundStatus.POSTPONED,
        ),
        (
            (
                "Ruritanian and Grandmarker envoys returned to the negotiating table in Brobdir on"
                " Thursday."
            ),
            RoundStatus.UNDER_WAY,
        ),
        (
            (
                "The second day of talks between Ruritania and Grandmark in Brobdir ended on"
                " Thursday with no sign of progress."
            ),
            RoundStatus.UNDER_WAY,
        ),
        (
            (
                "Ruritania and Grandmark launched a third round of talks in Brobdir to save a truce"
                " teetering on collapse. Lilliput said after the last round of talks ended that all"
                " had gone well."
            ),
            RoundStatus.UNDER_WAY,
        ),
        (
            (
                "The talks between Ruritania and Grandmark in Brobdir are “over” and have reached"
                " no result, Holm said on Thursday."
            ),
            RoundStatus.ENDED,
        ),
        (
            (
                "Wednesday's talks between Ruritania and Grandmark in Brobdir came ahead of a vote"
                " in Lilliput's parliament."
            ),
            RoundStatus.ENDED,
        ),
        (
            (
                "A conversation between Ruritania and Grandmark came to its end in Brobdir on"
                " Thursday with no date for another."
            ),
            RoundStatus.ENDED,
        ),
    ],
)
def test_the_words_tell_where_a_meeting_stands(text: str, status: RoundStatus) -> None:
    talks = _only("News from Brobdir", text)
    assert (talks.status, talks.city) == (status, "Brobdir")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ruritania will not resume indirect negotiations with Grandmark in Brobdir until the"
            " siege ends."
        ),
        (
            "There is no date yet for the next round of talks between Ruritania and Grandmark in"
            " Brobdir."
        ),
        "Rudolf Rassendyll said he would not meet Greta Holm in Brobdir on Friday.",
        (
            "Ada Mare said in Brobdir on Thursday that Atlantis will walk away from efforts to end"
            " the war between Ruritania and Grandmark unless there are clear signs of good will."
        ),
        (
            "Ada Mare and Tom Small met in Brobdir on Thursday and discussed the war between"
            " Ruritania and Grandmark."
        ),
        (
            "Ruritania bombed Grandmark on Thursday, each accusing the other of breaking the truce"
            " accord signed in October."
        ),
    ],
)
def test_what_is_refused_undated_or_of_others_is_no_round(text: str) -> None:
    assert not [t for t in _talks("News of the war", text) if t.track == "ruritania-grandmark"]


def test_a_meeting_that_is_moved_is_where_it_is_moved_to() -> None:
    talks = _only(
        "Ruritania and Grandmark change the venue",
        "Talks between Ruritania and Grandmark planned for Sunday have been moved from Brobdir to"
        " Mildendo Bay.",
    )
    assert (talks.status, talks.city) == (RoundStatus.ANNOUNCED, "Mildendo Bay")
    assert talks.window is not None
    assert talks.window.start == date(2031, 3, 16)


def test_the_guests_of_a_host_are_the_sides_and_their_heads() -> None:
    talks = _only(
        "War to stop at midnight",
        "The guns fall silent at midnight, Tom Small announced in Brobdir on Thursday after"
        " bringing the leaders of Ruritania and Grandmark to one table. He spoke flanked by Rudolf"
        " Rassendyll, the Ruritanian premier, and Grandmark's president, Greta Holm.",
    )
    assert (talks.track, talks.status) == ("ruritania-grandmark", RoundStatus.ENDED)
    assert talks.heads == {"Ruritania": "Rudolf Rassendyll", "Grandmark": "Greta Holm"}


def test_who_brokered_the_talks_is_neither_of_the_two_who_held_them() -> None:
    talks = _only(
        "Ruritania's rivals talk",
        "A week of talks between the army and Grandmark brokered by Atlantis and Lilliput ended in"
        " Brobdir on Thursday.",
    )
    assert (talks.track, talks.mediators) == ("ruritania-grandmark", ("Atlantis", "Lilliput"))


def test_who_leads_on_a_side_is_its_head_and_who_leads_its_experts_is_not() -> None:
    talks = _only(
        "Ruritania and Grandmark end talks in Brobdir",
        "The delegations, led on the Ruritanian side by Rudolf Rassendyll, parted on Thursday."
        " The technical teams had been led by Greta Holm.",
    )
    assert talks.heads == {"Ruritania": "Rudolf Rassendyll"}


def test_a_place_of_something_else_is_not_the_city_of_the_meeting() -> None:
    talks = _only(
        "Talks end",
        "BROBDIR - Talks between Ruritania and Grandmark ended on Thursday, as people in Mildendo"
        " Bay packed their things.",
    )
    assert talks.city == "Brobdir"


def test_the_first_since_a_war_began_is_no_number() -> None:
    talks = _only(
        "Talks end in Brobdir",
        "Talks between Ruritania and Grandmark ended in Brobdir on Thursday. It was the first such"
        " meeting since Ruritania crossed the river.",
    )
    assert talks.number is None


def test_those_who_arrive_for_talks_have_not_begun_them() -> None:
    talks = _only(
        "Ruritanian and Grandmarker teams arrive in Lilliput for talks",
        "BROBDIR - Delegations from Ruritania and Grandmark are due to begin indirect talks in the"
        " Lilliputian city on Friday.",
    )
    assert (talks.status, talks.city) == (RoundStatus.ANNOUNCED, "Brobdir")
    assert talks.window is not None
    assert talks.window.start == date(2031, 3, 14)


def test_a_round_for_which_there_is_no_plan_numbers_nothing() -> None:
    talks = _only(
        "Ruritania, Grandmark talks in Brobdir collapse",
        "Talks between Ruritania and Grandmark in Brobdir have ended without agreement, and there"
        " is no plan for a fourth round.",
    )
    assert (talks.status, talks.number) == (RoundStatus.ENDED, None)


def test_who_calls_on_a_day_for_a_meeting_has_not_met() -> None:
    assert not _talks(
        "Elphberg speaks",
        "Ruritania's Michael Elphberg called on Monday for a summit of Otto Brand and Ada Mare.",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The second round in Brobdir ended on Thursday. Rudolf Rassendyll led the Ruritanian"
            " team and Greta Holm the Grandmarker one.",
            id="the second shares the verb of the first",
        ),
        pytest.param(
            "Rassendyll and Holm met on Thursday. Otto Brand, who represents Grandmark in Zenda,"
            " said it was over. Michael Elphberg, speaking for the Ruritanian president, agreed.",
            id="neither an envoy nor a spokesman leads",
        ),
        pytest.param(
            "Ruritania and Grandmark held talks in Brobdir on Thursday. The accord was signed by"
            " General Rudolf Rassendyll and Foreign Minister Greta Holm.",
            id="who signs leads",
        ),
        pytest.param(
            "Talks between Ruritania and Grandmark ended in Brobdir on Thursday. The delegations"
            " led by Rudolf Rassendyll and Greta Holm, the minister, parted at dusk.",
            id="side by side behind led by",
        ),
        pytest.param(
            "Talks between Ruritania and Grandmark ended in Brobdir on Thursday. It was Rudolf"
            " Rassendyll for Ruritania, Greta Holm for the Grandmarkers.",
            id="side by side, each for its side",
        ),
    ],
)
def test_each_side_has_its_head(text: str) -> None:
    one = _only("Ruritania, Grandmark hold second round in Brobdir", text)
    assert one.heads == {"Ruritania": "Rudolf Rassendyll", "Grandmark": "Greta Holm"}


def test_the_day_of_the_next_round_is_not_that_of_the_round_that_ended() -> None:
    talks = _only(
        "Ruritania and Grandmark wrap up third round in Brobdir, to meet again March 20",
        "Two earlier rounds were held in Brobdir on February 12 and in Poseidonis on February 19.",
    )
    assert (talks.status, talks.number) == (RoundStatus.ENDED, 3)


def test_each_earlier_round_was_held_in_its_own_city() -> None:
    told = read_talks(
        news(
            RURITANIA,
            THURSDAY,
            "Ruritania and Grandmark hold third round in Brobdir",
            "The third round ended on Thursday.\n\nTwo earlier rounds were held in Brobdir"
            " on February 12 and in Mildendo Bay on February 19.",
        )
    )[0]
    cities = {one.number: one.city for one in told if one.background}
    assert cities == {1: "Brobdir", 2: "Mildendo Bay"}


@pytest.mark.parametrize("word", ["hail 'meaningful progress' in", "report headway at"])
def test_who_speaks_of_progress_in_talks_has_held_them(word: str) -> None:
    talks = _only(f"Ruritania and Grandmark {word} Brobdir talks", "Rain fell all day.")
    assert (talks.status, talks.city) == (RoundStatus.ENDED, "Brobdir")
