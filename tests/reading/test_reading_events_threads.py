"""What a deadline thread says, built from the statements about it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from made_mentions import SIDES, day, statement, window

from reading.events import DeadlineStatus, Mention
from reading.facts import DeadlineOp, Precision
from reading.merge_threads import deadline_thread

MOVES = [
    statement("07-14", "issue", "09-02"),
    statement("07-28", "shorten", "08-07..08-09"),
    statement("07-29", "fix", "08-08"),
    statement("07-31", "confirm", "08-08", issuer="Big Envoy", sentence="It still stands."),
]


def test_a_deadline_is_its_history() -> None:
    thread = deadline_thread(MOVES, SIDES)
    assert [(s.op.value, s.said_on.date()) for s in thread.steps] == [
        ("issue", day("07-14")),
        ("shorten", day("07-28")),
        ("fix", day("07-29")),
        ("confirm", day("07-31")),
    ]
    assert (thread.status, thread.window) == (DeadlineStatus.OPEN, window("08-08"))


@pytest.mark.parametrize(
    "restated",
    [
        statement("08-01", "issue", "09-02"),
        statement("08-01", "issue", "09-01..09-10", precision=Precision.VAGUE, background=True),
        statement("08-01", "confirm", "08-01..08-31", precision=Precision.VAGUE),
        statement("08-01", "extend", "10-01", background=True),
        statement("08-01", "lapse", None, background=True),
        statement("08-01", "issue", None),
    ],
)
def test_restating_moves_nothing(restated: Mention[Any]) -> None:
    before, after = deadline_thread(MOVES, SIDES), deadline_thread([*MOVES, restated], SIDES)
    assert (after.status, after.window) == (before.status, before.window)
    assert [s.op for s in after.steps] == [s.op for s in before.steps]
    assert restated.key in after.mentions


@pytest.mark.parametrize(
    ("op", "status"),
    [
        ("lapse", DeadlineStatus.LAPSED),
        ("meet", DeadlineStatus.MET),
        ("overtake", DeadlineStatus.OVERTAKEN),
        ("retract", DeadlineStatus.RETRACTED),
        ("suspend", DeadlineStatus.SUSPENDED),
    ],
)
def test_how_a_deadline_ends(op: str, status: DeadlineStatus) -> None:
    thread = deadline_thread([*MOVES, statement("08-08", op, None)], SIDES)
    assert (thread.status, thread.window) == (status, window("08-08"))


def test_extended_without_a_time_is_extended() -> None:
    thread = deadline_thread([*MOVES, statement("08-07", "extend", None)], SIDES)
    assert (thread.status, thread.window) == (DeadlineStatus.EXTENDED, None)


def test_met_and_not_met_is_disputed() -> None:
    ends = [statement("08-08", "meet", None), statement("08-09", "lapse", None)]
    assert deadline_thread([*MOVES, *ends], SIDES).status is DeadlineStatus.DISPUTED


def test_missed_is_what_the_issuer_says() -> None:
    lapse = statement("08-09", "lapse", None, claimant="Big Envoy")
    assert deadline_thread([*MOVES, lapse], SIDES).status is DeadlineStatus.MISSED


def test_time_passing_in_silence_is_a_lapse_a_day_later() -> None:
    at = [datetime(2025, 8, 9, 12, tzinfo=UTC), datetime(2025, 8, 10, 12, tzinfo=UTC)]
    assert [deadline_thread(MOVES, SIDES, now).status for now in at] == [
        DeadlineStatus.OPEN,
        DeadlineStatus.LAPSED,
    ]


def test_a_new_time_called_set_is_told_as_what_it_does() -> None:
    thread = deadline_thread(
        [
            statement("07-14", "issue", "09-02"),
            statement("07-28", "issue", "08-07..08-09"),
            statement("07-29", "issue", "08-08"),
            statement("08-05", "issue", "08-20"),
        ],
        SIDES,
    )
    ops = [DeadlineOp.ISSUE, DeadlineOp.SHORTEN, DeadlineOp.FIX, DeadlineOp.EXTEND]
    assert [step.op for step in thread.steps] == ops


@pytest.mark.parametrize(
    "restated",
    [
        statement("07-15", "issue", "09-03", sentence="He gave them 50 days to make peace."),
        statement("07-31", "shorten", "08-10..08-12", sentence="It was cut to 10 or 12 days."),
        statement("08-06", "lapse", "08-08", background=True),
        statement("08-05", "confirm", "08-08", sentence="The 8 August deadline nears."),
        statement("08-05", "confirm", "08-15", sentence="Asked of the deadline."),
        statement("07-16", "confirm", None, background=True),
    ],
)
def test_no_step_comes_of_a_wrong_base_or_a_mere_mention(restated: Mention[Any]) -> None:
    before, after = deadline_thread(MOVES, SIDES), deadline_thread([*MOVES, restated], SIDES)
    tell = [(s.op, s.said_on, s.window, s.readings) for s in before.steps]
    assert [(s.op, s.said_on, s.window, s.readings) for s in after.steps] == tell


def test_run_out_and_overtaken_on_one_day_is_overtaken() -> None:
    ends = [statement("08-08", "lapse", "08-08"), statement("08-08", "overtake", None)]
    thread = deadline_thread([*MOVES, *ends], SIDES)
    assert (thread.status, thread.window) == (DeadlineStatus.OVERTAKEN, window("08-08"))
    assert [s.op for s in thread.steps][-2:] == [DeadlineOp.CONFIRM, DeadlineOp.OVERTAKE]


def test_a_reinterpretation_moves_it_and_keeping_it_ends_it() -> None:
    read_anew = statement("08-01", "reinterpret", "08-09")
    thread = deadline_thread([*MOVES, read_anew], SIDES)
    assert (thread.steps[-1].op, thread.window) == (DeadlineOp.REINTERPRET, window("08-09"))
    kept = deadline_thread([*MOVES, read_anew, statement("08-07", "meet", None)], SIDES)
    assert (kept.status, kept.window) == (DeadlineStatus.MET, window("08-09"))


def test_a_move_that_one_source_has_and_later_reports_ignore_is_not_believed() -> None:
    thread = deadline_thread(
        [
            *MOVES,
            statement("08-01", "extend", "10-01"),
            statement("08-03", "confirm", "08-08"),
            statement("08-04", "confirm", "08-08"),
        ],
        SIDES,
    )
    assert thread.window == window("08-08")


def test_readings_of_the_same_words_on_one_day_are_rivals() -> None:
    thread = deadline_thread(
        [
            statement("07-28", "issue", "08-07..08-09"),
            statement("07-28", "issue", "08-09..08-10"),
            statement("07-28", "issue", "08-07..08-09"),
        ],
        SIDES,
    )
    (step,) = thread.steps
    assert (step.window, step.readings) == (window("08-07..08-09"), (window("08-09..08-10"),))


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (("100% secondary tariffs", "tariffs"), "100% secondary tariffs"),
        (("50% tariffs", "100% tariffs", "tariffs"), "100% tariffs"),
        (("tariffs", "secondary sanctions"), "secondary sanctions"),
    ],
)
def test_shorter_words_for_a_threat_do_not_blur_it(told: tuple[str, ...], kept: str) -> None:
    mentions = [
        replace(move, fact=replace(move.fact, consequence=words, background=False))
        for move, words in zip(MOVES, told, strict=False)
    ]
    assert deadline_thread(mentions, SIDES).consequence == kept
