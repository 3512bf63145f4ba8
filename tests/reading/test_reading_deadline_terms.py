"""Days that a deal sets, and what ought to be by a day in somebody's mouth."""

import pytest
from small_wars import RURITANIA, news

from reading.deadlines import read_deadlines
from reading.facts import DeadlineOp, DeadlineStatement

FRIDAY = "2031-03-14"
DEAL = "Ruritania and Grandmark sign deal in Brobdir"
LEAD = (
    "Ruritania and Grandmark signed an accord in Brobdir on Friday. Rudolf Rassendyll signed for"
    " Ruritania. Otto Brand did so for Grandmark. Many people looked on from the square. It had"
    " rained all day. "
)


def _told(title: str, text: str) -> list[DeadlineStatement]:
    found = read_deadlines(news(RURITANIA, FRIDAY, title, text))
    return [one for one in found if not one.background]


def test_the_days_of_a_deal_in_the_news_bind_those_who_made_it() -> None:
    told = _told(
        DEAL,
        LEAD + "Peace negotiations are to open no later than April 8, and the accord itself is"
        " to be signed by April 18.",
    )
    assert [(one.window.end.isoformat(), one.issuer) for one in told if one.window] == [
        ("2031-04-08", None),
        ("2031-04-18", None),
    ]
    assert all(set(one.addressee) == {"Ruritania", "Grandmark"} for one in told)


def test_a_step_counted_from_another_is_no_day() -> None:
    assert not _told(DEAL, LEAD + "All prisoners are to be handed over within 72 hours.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("All prisoners should be out of Grandmark by April 8, Rudolf Rassendyll said.", 1),
        ("All prisoners should be out of Grandmark by April 8.", 0),
    ],
)
def test_what_ought_to_be_sets_a_day_only_in_a_mouth(text: str, count: int) -> None:
    assert len(_told("Rassendyll speaks of prisoners in Grandmark", text)) == count


def test_a_threat_to_end_the_truce_makes_its_condition_a_deadline() -> None:
    (one,) = _told(
        "Rassendyll: end Grandmark truce if prisoners are not back by Saturday noon",
        "Rudolf Rassendyll spoke on Friday.",
    )
    assert one.window is not None
    assert one.window.end.isoformat() == "2031-03-15"


def test_a_truce_that_will_continue_is_prolonged() -> None:
    (one,) = _told(
        "Truce goes on",
        "The ceasefire between Ruritania and Grandmark will remain in effect until April 8.",
    )
    assert one.op is DeadlineOp.EXTEND


@pytest.mark.parametrize(
    ("text", "op", "due"),
    [
        (
            (
                "Rassendyll was cutting the 50 days he had given Grandmark to “about 10 or 12 days"
                " from today”."
            ),
            DeadlineOp.SHORTEN,
            ("2031-03-24", "2031-03-26"),
        ),
        (
            "Rassendyll said that Grandmark now had “10 days from today”.",
            DeadlineOp.ISSUE,
            ("2031-03-24", "2031-03-24"),
        ),
        (
            "Rassendyll said Grandmark had “10, 15 days, pretty much maximum” to reach a deal.",
            DeadlineOp.ISSUE,
            ("2031-03-24", "2031-03-29"),
        ),
        (
            (
                "The truce arrangement between Ruritania and Grandmark, under which troops were to"
                " leave by Sunday, will stay in effect until April 8."
            ),
            DeadlineOp.EXTEND,
            ("2031-04-08", "2031-04-08"),
        ),
        (
            "The term set by Rassendyll for Grandmark to free its captives ended on Thursday.",
            DeadlineOp.LAPSE,
            ("2031-03-13", "2031-03-13"),
        ),
        (
            "Friday came and went. Nobody in Grandmark had answered Rassendyll's ultimatum.",
            DeadlineOp.LAPSE,
            ("2031-03-14", "2031-03-14"),
        ),
        (
            "No troops left by Thursday, the date that Ruritania and Grandmark had set themselves.",
            DeadlineOp.LAPSE,
            ("2031-03-13", "2031-03-13"),
        ),
        (
            "The date by which troops were to leave, already put back twice, passed on Friday.",
            DeadlineOp.LAPSE,
            ("2031-03-14", "2031-03-14"),
        ),
        (
            "Friday was the day Rassendyll had set for Grandmark to stop the war.",
            DeadlineOp.LAPSE,
            ("2031-03-14", "2031-03-14"),
        ),
    ],
)
def test_a_term_told_by_its_length_or_day_alone(
    text: str, op: DeadlineOp, due: tuple[str, str]
) -> None:
    (one,) = _told("Rassendyll's Grandmark deadline", text)
    assert one.window is not None
    assert (one.window.start.isoformat(), one.window.end.isoformat()) == due
    assert one.op in (op, DeadlineOp.CONFIRM)


def test_a_friday_deadline_is_that_fridays_and_up_to_somebody_is_not_over() -> None:
    (one,) = _told(
        "Rassendyll says Grandmark deadline 'up to' Brand",
        "Rassendyll said it was up to Brand whether a Monday deadline for Grandmark still held.",
    )
    assert one.op is DeadlineOp.CONFIRM
    assert one.window is not None
    assert one.window.end.isoformat() == "2031-03-17"


def test_strikes_put_off_beside_an_ultimatum_prolong_it() -> None:
    told = _told(
        "Rassendyll postpones strikes on Grandmark ports for six days",
        "On Wednesday he had given Grandmark 72 hours to open the strait. That deadline would have"
        " run out on Saturday.",
    )
    assert [(one.op, one.window.end.isoformat()) for one in told if one.window] == [
        (DeadlineOp.EXTEND, "2031-03-20")
    ]
