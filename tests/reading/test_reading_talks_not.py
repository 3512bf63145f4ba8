"""What only looks like a meeting: who met is said by the text, and never guessed from its words."""

from datetime import date

import pytest
from small_wars import RURITANIA, news

from reading.facts import RoundStatus, Talks
from reading.talks import read_talks

FRIDAY = "2031-03-14"


def _talks(title: str, text: str = "") -> list[Talks]:
    found, _ = read_talks(news(RURITANIA, FRIDAY, title, text))
    return [one for one in found if not one.background]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Palace: no negotiations with Grandmark in Brobdir, direct or otherwise",
            (
                "Ruritania's palace has denied that its envoys talk to Grandmark's. Reports had it"
                " that delegations of both sides were in Brobdir on Thursday to discuss a truce."
            ),
        ),
        (
            "Ruritania strikes Grandmark leaders in Brobdir, mediator of the peace talks",
            "Jets fired at a compound where the leaders of Grandmark were on Thursday.",
        ),
        (
            "Ruritania's parliament passes budget in the night",
            (
                "The vote was on Friday in Brobdir. Negotiations between the factions ended in the"
                " night. The budget counts on Grandmark's frozen reserves."
            ),
        ),
        (
            "Turnips steady as traders weigh Grandmark talks",
            (
                "Analysts differ on how far the nuclear negotiations in Brobdir would move supply;"
                " new figures are due on Saturday."
            ),
        ),
        (
            "Fighting at the border",
            "Ruritanian and Grandmarker troops met fierce resistance near Brobdir on Thursday.",
        ),
        (
            "Prisoners to come home",
            "Rudolf Rassendyll and Greta Holm met halfway on a swap, both said on Thursday.",
        ),
        (
            "First stage of exchange completed",
            (
                "Ruritania said on Thursday a group of prisoners came home in the first stage of a"
                " major exchange with Grandmark that was agreed at talks in Brobdir."
            ),
        ),
        (
            "Hundreds come home",
            (
                "Ruritania and Grandmark swapped 300 prisoners on Thursday under a deal reached"
                " during their talks in Brobdir."
            ),
        ),
        (
            "Grandmark holds out",
            (
                "Grandmark on Thursday turned down an invitation by the king of Ruritania to peace"
                " talks in Brobdir."
            ),
        ),
        (
            "Ruritania gives Grandmark four days to settle plan",
            (
                "The palace said on Thursday that it had an understanding with Grandmark, which has"
                " four days for consultations on how to carry it out."
            ),
        ),
        (
            "Date for accord of Ruritania and Grandmark passes with nothing signed",
            (
                "Thursday was the day by which both had bound themselves; neither had a"
                " delegation in"
                " Brobdir."
            ),
        ),
        (
            "Rassendyll spurns Grandmark's draft",
            "The king on Thursday rejected the text. He did not say the negotiations were over.",
        ),
        (
            "Rassendyll: yes to a truce with Grandmark, but questions first",
            (
                "Ruritania backs Grandmark's idea of a peace accord yet wants answers before"
                " anything"
                " is signed, he said on Thursday."
            ),
        ),
        (
            "Ruritania and Grandmark exchange 84 prisoners each in Lilliput-brokered swap",
            "Ruritania and Grandmark exchanged 84 prisoners each on Thursday.",
        ),
        (
            "Ruritania tells army to plan for arms of Grandmark's allies",
            (
                "Ruritania's cabinet on Thursday charged the army with a plan. Rudolf"
                " Rassendyll said"
                " after a session of almost six hours that Grandmark's friends must disarm."
            ),
        ),
        (
            "Rassendyll prolongs pause by five days",
            (
                "Talks with Grandmark go very well, he wrote. On Thursday, shortly before the"
                " time was"
                " up, he postponed that by five days, citing good conversations."
            ),
        ),
    ],
)
def test_no_meeting_is_made_of_words_about_one(title: str, text: str) -> None:
    assert _talks(title, text) == []


def test_who_is_given_an_ultimatum_does_not_sit_with_those_who_set_it() -> None:
    talks = _talks(
        "Three leaders in Tarlen: thirty days without fire, or else",
        "Standing side by side in a palace, the leaders of Lilliput and Atlantis backed Grandmark"
        " on Thursday and gave Ruritania until Monday to accept a truce.",
    )
    assert "ruritania-grandmark" not in {one.track for one in talks}


def test_an_invitation_is_for_a_day_to_come_and_not_to_the_city_that_is_invited() -> None:
    (one,) = _talks("Rassendyll invites Tarlen to talks in Brobdir on Thursday", "He said so late.")
    assert one.status is RoundStatus.ANNOUNCED
    assert one.window is not None
    assert (one.window.start.isoformat(), one.city) == ("2031-03-20", "Brobdir")


@pytest.mark.parametrize(
    ("status", "title", "text"),
    [
        pytest.param(
            RoundStatus.CANCELLED,
            "Ruritania will not go to Brobdir after rally",
            "Ruritania is pulling out of the meetings with Grandmark which Lilliput was going to"
            " host, a source said on Friday, calling Thursday's gathering a blow.",
            id="a side pulls out after another event",
        ),
        pytest.param(
            RoundStatus.ENDED,
            "Ruritania and Grandmark end Brobdir talks without deal",
            "Ruritania and Grandmark failed to reach a deal after 20 hours of talks, Rudolf"
            " Rassendyll said on Friday, leaving a two-week truce that ends on March 24 in doubt.",
            id="a truce ends later",
        ),
    ],
)
def test_another_events_day_is_not_that_of_the_talks(
    status: RoundStatus, title: str, text: str
) -> None:
    (one,) = _talks(title, text)
    assert one.status is status
    assert one.window is None or one.window.start == one.window.end == date.fromisoformat(FRIDAY)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Ruritania and Grandmark end first round of talks as guns go on in Zenda",
            "Envoys of Ruritania and Grandmark agreed on Thursday to meet again, mediators said.",
        ),
        (
            "Ruritania and Grandmark put off talks",
            "Talks of Ruritania and Grandmark due on Monday were postponed at Brobdir's request.",
        ),
        (
            "Ruritania and Grandmark hold third round of talks",
            (
                "Ruritania and Grandmark held a third round of talks on Friday.\n\nHours after the"
                " talks between Ruritania and Grandmark ended, drones struck Brobdir."
            ),
        ),
    ],
    ids=["where guns go on", "at whose request it is put off", "struck after the talks"],
)
def test_a_place_of_something_else_is_no_venue(title: str, text: str) -> None:
    assert {one.city for one in _talks(title, text)} == {None}


def test_the_two_governments_are_those_of_the_headline() -> None:
    (one,) = _talks(
        "Grandmark accepts Atlantis's idea of a truce; Atlantis lifts its freeze",
        "Grandmark is ready for a truce of 30 days if Ruritania is. The announcement came on"
        " Thursday in a joint statement after eight hours of talks between the two governments in"
        " Brobdir.",
    )
    assert one.track == "atlantis-grandmark"


def test_the_next_meeting_lends_the_one_in_hand_no_day() -> None:
    (one,) = _talks(
        "Third round of Ruritania-Grandmark talks ends in Brobdir, next one due March 21",
        "Envoys of Ruritania and Grandmark met in Brobdir on Thursday.",
    )
    assert one.window is not None
    assert one.window.start.isoformat() < FRIDAY


def test_the_next_meeting_lends_the_one_in_hand_no_city() -> None:
    (one,) = _talks(
        "Mediators call next meeting in Brobdir within a week",
        "After two days of talks the mediators tabled a paper and adjourned. On Wednesday they had"
        " sat down with Rassendyll of Ruritania and Greta Holm of Grandmark.",
    )
    assert (one.status, one.city) == (RoundStatus.ENDED, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("They would fix the day for a third meeting, he said.", None),
        ("It was the seventh meeting of the two men.", None),
        ("It was the third round.", 3),
        ("It was the thirteenth round.", 13),
    ],
)
def test_an_ordinal_counts_the_round_in_hand_alone(text: str, number: int | None) -> None:
    (one,) = _talks(
        "Ruritania and Grandmark end talks in Brobdir",
        f"Greta Holm met Rudolf Rassendyll in Brobdir on Thursday. {text}",
    )
    assert one.number == number
