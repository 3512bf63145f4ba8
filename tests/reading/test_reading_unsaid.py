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
    ],
)
def test_a_false_report_and_a_denial_make_no_fact(text: str) -> None:
    report = _told(text)
    assert (report.kinds, report.talks, report.points, report.deadlines) == ((), (), (), ())


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
