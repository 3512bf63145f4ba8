"""Deadlines as headlines put them, in forms that no list of verbs holds."""

from datetime import date

import pytest
from small_wars import RURITANIA, news

from reading.deadlines import read_deadlines
from reading.facts import DeadlineOp, DeadlineStatement

TUESDAY = "2031-03-11"


def _told(title: str, text: str = "") -> list[DeadlineStatement]:
    found = read_deadlines(news(RURITANIA, TUESDAY, title, text))
    return [statement for statement in found if not statement.background]


@pytest.mark.parametrize(
    ("title", "to", "due"),
    [
        ("Ruritania told to quit Tarlen within 48 hours", ("Ruritania",), date(2031, 3, 13)),
        ("Holm has until Thursday to back peace plan", ("Grandmark",), date(2031, 3, 13)),
        ("Ruritania orders Grandmark's army to lay down arms by sunset Saturday",
         ("Grandmark",), date(2031, 3, 15)),
        ("Holm to Ruritanian forces: 72 hours to give up", ("Ruritania",), date(2031, 3, 14)),
        ("Ruritania wants Grandmark's weapons gone by 31 March", ("Grandmark",), date(2031, 3, 31)),
    ],
)  # fmt: skip
def test_a_limit_a_word_of_asking_and_an_act_set_a_time(
    title: str, to: tuple[str, ...], due: date
) -> None:
    (statement,) = _told(title)
    assert statement.op is DeadlineOp.ISSUE
    assert statement.addressee == to
    assert statement.window is not None
    assert statement.window.end == due


def test_time_that_is_cut_goes_by_its_new_length() -> None:
    (statement,) = _told("Holm cuts Ruritania's time to '10 or 12 days'")
    assert statement.op is DeadlineOp.SHORTEN
    assert statement.window is not None


@pytest.mark.parametrize(
    "title",
    [
        "Ruritania and Grandmark to meet by Friday to sign truce",
        "Holm hopes that Ruritania is told by Friday to accept the plan",
        "Ruritania could be told to withdraw by Friday",
        "Grandmark's fans have until Friday to pick a captain",
    ],
)
def test_hopes_and_diaries_set_none(title: str) -> None:
    assert not _told(title)
