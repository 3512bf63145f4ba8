"""What is told only to say that it is not so: no room makes a fact of it."""

from datetime import UTC, datetime

import pytest
from small_wars import RURITANIA

from reading.facts import Article, Report
from reading.reader import read

NOON = datetime(2031, 3, 14, 12, tzinfo=UTC)


def _told(text: str, title: str = "News of Ruritania and Grandmark") -> Report:
    return read(Article("a", title, text, NOON), [RURITANIA])


@pytest.mark.parametrize(
    "text",
    [
        "Reports that Ruritania and Grandmark agreed to a 30-day truce are false, Lilliput said.",
        "Small wrongly claimed that Ruritania and Grandmark agreed to a ceasefire.",
        "A fake video says Ruritania and Grandmark agree to a ceasefire.",
        "Ruritania and Grandmark nearly agreed to a ceasefire on Thursday.",
        "Ruritania denied that Rassendyll and Holm met in Brobdir on Thursday.",
        "Lilliput denied that it had given Grandmark until 20 March to leave the valley.",
        "Claims that Grandmark freed 10 prisoners of Ruritania's are untrue, Holm said.",
        "Lilliput did not give Grandmark 10 days to leave the valley, Holm said.",
        "Lilliput nearly gave Grandmark 10 days to leave the valley, Holm said.",
        "Grandmark has not been given until 20 March to leave the valley, Holm said.",
        "Lilliput decided against giving Grandmark an ultimatum of 10 days.",
        "Rassendyll and Holm almost met in Brobdir on Thursday.",
        "Rassendyll and Holm did not meet in Brobdir on Thursday.",
        "Ruritania and Grandmark failed to meet in Brobdir on Thursday.",
        "Reports that Ruritania and Grandmark will meet in Brobdir on Friday are false.",
        "It is unclear whether Rassendyll and Holm met in Brobdir on Thursday.",
        "Neither Rassendyll nor Holm travelled to Brobdir for talks on Thursday.",
        "Had Rassendyll and Holm met in Brobdir on Thursday, they would have agreed to a truce.",
        "Grandmark nearly freed 10 prisoners on Thursday, Ruritania said.",
        "Grandmark denies it freed 10 prisoners on Thursday.",
        "No Ruritanian drones attacked Streltsburg overnight.",
        "There was no Ruritanian attack on Streltsburg overnight.",
    ],
)
@pytest.mark.parametrize("headed", [False, True])
def test_a_false_report_and_a_denial_make_no_fact(text: str, headed: bool) -> None:
    report = _told("", text.rstrip(".")) if headed else _told(text)
    assert (report.kinds, report.talks, report.points, report.deadlines) == ((), (), (), ())
    assert not report.strikes


def test_a_label_takes_back_what_the_headline_quotes() -> None:
    assert _told("", "Fake: 'Ruritania and Grandmark agree to a truce'").points == ()


@pytest.mark.parametrize(
    "text",
    [
        "A Ruritanian drone narrowly missed killing five people in Streltsburg on Thursday.",
        "A Ruritanian missile nearly killed five people in Streltsburg on Thursday.",
    ],
)
def test_whom_a_strike_nearly_killed_it_did_not(text: str) -> None:
    (strike,) = _told(text).strikes
    assert (strike.disputed, strike.figures) == (False, ())


def test_an_attack_of_which_a_false_report_tells_is_disputed() -> None:
    text = "Reports that a Ruritanian missile hit Streltsburg on Thursday are simply false."
    assert [strike.disputed for strike in _told(text).strikes] == [True]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Lilliput did not wait: it gave Grandmark 10 days to leave the valley.", 24),
        ("Lilliput was wrongly thought weak; it gave Grandmark 10 days to leave.", 24),
    ],
)
def test_what_stands_beside_a_negation_is_told(text: str, due: int) -> None:
    (deadline,) = _told(text).deadlines
    assert deadline.window is not None
    assert deadline.window.end.day == due


def test_those_who_do_not_meet_face_to_face_may_talk_through_a_go_between() -> None:
    text = "Ruritania and Grandmark held talks in Brobdir on Thursday but did not meet directly."
    assert [talks.city for talks in _told(text).talks] == ["Brobdir"]


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania and Grandmark agreed to a truce on Thursday; reports of new fire were denied.",
        "Holm said the claims were false. Ruritania and Grandmark agreed to a truce on Thursday.",
    ],
)
def test_what_is_told_beside_a_denial_stays(text: str) -> None:
    assert [point.item.value for point in _told(text).points] == ["ceasefire"]


@pytest.mark.parametrize(
    "title",
    [
        "Ruritania and Grandmark agree to a truce | Al Ruritania",
        "Ruritania and Grandmark agree to a truce | as it happened",
        "Ruritania and Grandmark agree to shorten timeline for a truce",
    ],
)
def test_the_paper_behind_a_bar_and_a_numeral_make_no_column(title: str) -> None:
    text = "Ruritania and Grandmark agreed to a truce near a World War I memorial on Thursday."
    assert [point.item.value for point in _told(text, title).points] == ["ceasefire"]
