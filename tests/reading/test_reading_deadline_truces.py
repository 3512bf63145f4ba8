"""Truces that end: set for so long, prolonged, run out."""

from datetime import date, time

import pytest
from small_wars import RURITANIA, news

from reading.deadlines import read_deadlines
from reading.facts import DeadlineOp

MONDAY = "2031-03-10"
BOTH = ("Ruritania", "Grandmark")


def _told(text: str) -> list[tuple[DeadlineOp, str | None, date | None]]:
    document = news(RURITANIA, MONDAY, "Truce between Ruritania and Grandmark", text)
    return [
        (s.op, s.issuer, s.window.end if s.window else None)
        for s in read_deadlines(document)
        if not s.background
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A seven-day truce between Ruritania and Grandmark began on Monday.",
            (DeadlineOp.ISSUE, None, date(2031, 3, 17)),
        ),
        (
            (
                "Ruritania and Grandmark signed a ceasefire of four days. It takes effect on"
                " Thursday at noon."
            ),
            (DeadlineOp.ISSUE, None, date(2031, 3, 17)),
        ),
        (
            "Rudolf Rassendyll of Ruritania declared a three-day ceasefire starting on 20 March.",
            (DeadlineOp.ISSUE, "Rudolf Rassendyll", date(2031, 3, 23)),
        ),
        (
            "The 30-hour truce between Ruritania and Grandmark expired on Sunday evening.",
            (DeadlineOp.LAPSE, None, date(2031, 3, 9)),
        ),
        (
            (
                "The truce between Ruritania and Grandmark, which was to expire on Monday, has been"
                " extended to 15 March."
            ),
            (DeadlineOp.EXTEND, "Ruritania", date(2031, 3, 15)),
        ),
        (
            "The truce between Ruritania and Grandmark will run for two further days.",
            (DeadlineOp.EXTEND, None, date(2031, 3, 12)),
        ),
        (
            "Ruritania's guard announced the extension of a humanitarian truce for three days.",
            (DeadlineOp.EXTEND, "Ruritania", date(2031, 3, 13)),
        ),
        (
            "Grandmark agreed to extend the duration of the ceasefire until 15 March.",
            (DeadlineOp.EXTEND, "Grandmark", date(2031, 3, 15)),
        ),
        (
            "The truce, initially set to expire on Monday, was prolonged for another 48 hours.",
            (DeadlineOp.EXTEND, None, date(2031, 3, 12)),
        ),
        (
            "A ceasefire went into effect at noon on Monday and will remain valid for 72 hours.",
            (DeadlineOp.ISSUE, None, date(2031, 3, 13)),
        ),
        (
            "Ruritania's guard announced the extension until 15 March of a truce that expired.",
            (DeadlineOp.EXTEND, "Ruritania", date(2031, 3, 15)),
        ),
        (
            "The truce, which was declared on 2 February, was extended until 15 March.",
            (DeadlineOp.EXTEND, None, date(2031, 3, 15)),
        ),
        (
            "Mildendo, Mar 9 (ABC).- Ruritania extended the truce until 15 March following talks.",
            (DeadlineOp.EXTEND, "Ruritania", date(2031, 3, 15)),
        ),
        (
            "Ruritania weighs a truce with Grandmark which expires in two weeks.",
            (DeadlineOp.CONFIRM, None, date(2031, 3, 24)),
        ),
        (
            "Rudolf Rassendyll announced a ceasefire from 12 to 15 March.",
            (DeadlineOp.ISSUE, None, date(2031, 3, 15)),
        ),
        (
            "The sides agreed on a ceasefire lasting until 20 March.",
            (DeadlineOp.ISSUE, None, date(2031, 3, 20)),
        ),
        (
            "Rudolf Rassendyll ordered a ceasefire with Grandmark until 20 March.",
            (DeadlineOp.ISSUE, "Rudolf Rassendyll", date(2031, 3, 20)),
        ),
        (
            (
                "Rudolf Rassendyll ordered fighting to stop as of 6 p.m. on Monday until noon on"
                " Wednesday."
            ),
            (DeadlineOp.ISSUE, "Rudolf Rassendyll", date(2031, 3, 12)),
        ),
        (
            "Both sides hailed the truce. It is in effect from 18:00 on Monday to 06:00 on Friday.",
            (DeadlineOp.ISSUE, None, date(2031, 3, 14)),
        ),
        (
            "The ceasefire will run from 6 p.m. on Monday until noon on Wednesday.",
            (DeadlineOp.ISSUE, None, date(2031, 3, 12)),
        ),
        (
            "Holm spoke of a “spring truce” set to last until 22:00 BST on Wednesday.",
            (DeadlineOp.ISSUE, None, date(2031, 3, 12)),
        ),
    ],
)
def test_what_becomes_of_a_truce(
    text: str, told: tuple[DeadlineOp, str | None, date | None]
) -> None:
    ((op, issuer, due),) = _told(text)
    assert (op, due) == (told[0], told[2])
    if op is DeadlineOp.ISSUE:
        assert issuer == told[1]


def test_a_truce_agreed_without_a_beginning_has_no_end_to_tell() -> None:
    assert _told("Ruritania and Grandmark agreed on a five-day truce.") == []


def test_an_extension_outlives_the_end_that_it_is_reported_with() -> None:
    told = _told(
        "The truce between Ruritania and Grandmark was extended by 15 days. The four-day truce had"
        " run out three hours before."
    )
    assert [op for op, _, _ in told] == [DeadlineOp.EXTEND]


def test_a_truce_that_ended_the_fighting_has_not_ended() -> None:
    assert not _told(
        "Rudolf Rassendyll will meet Otto Brand on Thursday, a week after a ceasefire ended five"
        " days of fighting between Ruritania and Grandmark."
    )


def test_a_length_from_something_that_is_yet_to_come_falls_on_no_day() -> None:
    assert not _told(
        "The plan calls for the release of all hostages within 72 hours of Grandmark's acceptance."
    )


def test_an_extension_counts_from_the_end_that_the_next_sentence_gives() -> None:
    told = _told(
        "The truce between Ruritania and Grandmark was extended by two days, mediators said. It had"
        " been due to expire on Wednesday morning."
    )
    assert told == [(DeadlineOp.EXTEND, None, date(2031, 3, 14))]


def test_those_between_whom_a_truce_is_have_not_prolonged_it_alone() -> None:
    told = _told("The truce between Ruritania and Grandmark has been extended until 18 March.")
    assert told == [(DeadlineOp.EXTEND, None, date(2031, 3, 18))]


@pytest.mark.parametrize(
    "text",
    [
        "Under the truce that ended more than a year of war on 27 February, Ruritania may stay.",
        "Ruritania and Grandmark agreed to restore talks on weapons that were halted in 2021.",
    ],
)
def test_what_is_long_past_is_no_deadline(text: str) -> None:
    document = news(RURITANIA, MONDAY, "Truce between Ruritania and Grandmark", text)
    assert read_deadlines(document) == ()


def test_a_truce_that_somebody_is_told_to_agree_to_is_due_when_it_is_to_begin() -> None:
    document = news(
        RURITANIA,
        MONDAY,
        "Lilliput demands a truce",
        "Tom Small of Lilliput told Ruritania to agree to a 30-day ceasefire starting on Wednesday,"
        " 12 March, or face new sanctions.",
    )
    (told,) = read_deadlines(document)
    assert (told.issuer, told.addressee) == ("Tom Small", ("Ruritania",))
    assert told.window is not None
    assert told.window.end == date(2031, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania and Grandmark have not yet agreed to extend their truce by another six months.",
        "Ruritania and Grandmark failed to extend their truce by six months.",
        (
            "Lilliput published a statement calling for the armed forces of Ruritania and the army"
            " of Grandmark to extend their seven-day truce."
        ),
        (
            "The mediators call on Ruritania “to continue discussions to reach agreement on"
            " extending the truce that is set to expire at 9:45 pm on Thursday."
        ),
        "Ruritania has not given any orders to extend the truce, which ends on Tuesday.",
        "Ruritania called for a truce until Friday.",
        "Ruritania announced its support for a plan to extend the truce until Friday.",
        "Holm said Grandmark rejected the “formulation” of extending the truce by a week.",
        "Ruritania rejected a ceasefire from 12 to 15 March.",
        "Greta Holm asked whether the truce would expire on Friday.",
        "They signed a paper to watch the truce that has held since January.",
        "Talks in Brobdir on a truce between Ruritania and Grandmark were extended by three days.",
    ],
)
def test_a_truce_that_is_only_talked_of_is_not_extended(text: str) -> None:
    document = news(RURITANIA, MONDAY, "News from Brobdir", text)
    assert DeadlineOp.EXTEND not in {s.op for s in read_deadlines(document)}


def test_a_truce_that_goes_on_does_not_end_on_the_day_of_the_news() -> None:
    told = _told(
        "The truce between Ruritania and Grandmark will go on for a seventh day, both said on"
        " Monday, minutes before it was due to run out at 7 a.m. (0500 GMT)."
    )
    assert told == [(DeadlineOp.EXTEND, None, None)]


def test_a_withdrawal_over_so_many_days_has_a_last_day() -> None:
    told = _told("Under the deal Grandmarker forces are to withdraw from Brobdir over 60 days.")
    assert told == [(DeadlineOp.ISSUE, None, date(2031, 5, 9))]


def test_trade_deals_have_other_deadlines() -> None:
    assert not _told("His deadline for trade deals ends on Friday, Greta Holm of Grandmark said.")


@pytest.mark.parametrize(
    ("text", "end", "hour"),
    [
        (
            "Ruritania and Grandmark signed a six-day truce. It begins at 6:30 p.m. on Wednesday.",
            date(2031, 3, 18),
            time(18, 30),
        ),
        (
            (
                "Ruritania and Grandmark agreed to prolong for three days the truce that they"
                " signed on 1 March. It had been due to run out on Monday at 10 p.m."
            ),
            date(2031, 3, 13),
            time(22, 0),
        ),
    ],
)
def test_a_truce_of_so_many_days_ends_at_the_hour_that_it_began(
    text: str, end: date, hour: time
) -> None:
    document = news(RURITANIA, MONDAY, "Truce between Ruritania and Grandmark", text)
    window = next(s.window for s in read_deadlines(document) if not s.background)
    assert window is not None
    assert (window.end, window.end_time) == (end, hour)


def test_a_phase_tells_in_passing_when_it_ends() -> None:
    told = _told(
        "Grandmark freed two soldiers of Ruritania on Monday in the first phase of the truce, which"
        " runs out on Thursday."
    )
    assert told == [(DeadlineOp.CONFIRM, None, date(2031, 3, 13))]


def test_days_of_a_withdrawal_count_from_the_day_on_which_it_is_to_begin() -> None:
    told = _told(
        "Under the deal Grandmark is to start withdrawing its troops on Friday and complete the"
        " withdrawal within five days."
    )
    assert told == [(DeadlineOp.ISSUE, None, date(2031, 3, 19))]


def test_the_day_on_which_a_truce_was_prolonged_is_not_its_end() -> None:
    told = _told("The truce with Grandmark was extended on Sunday until the end of the talks.")
    assert all(due is None for _, _, due in told)


def test_a_length_from_when_the_other_side_says_yes_falls_on_no_day() -> None:
    assert not _told(
        "Officials said Grandmark would be given 48 hours to free the hostages once Ruritania"
        " accepts the plan."
    )
