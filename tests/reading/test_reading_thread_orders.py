"""Threads come out the same whatever order their statements were read in."""

import random
from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from made_mentions import SIDES, statement, window

from reading.events import DeadlineStatus, Mention
from reading.group_threads import group_threads
from reading.merge_threads import deadline_thread

Told = Mention[Any]

ONE = (
    statement("07-14", "issue", "07-24"),
    statement("07-20", "extend", "07-30"),
    statement("07-26", "suspend", None),
    statement("07-28", "confirm", "08-04", sentence="The deadline stands, she said."),
    statement("08-04", "lapse", "08-04"),
)
OTHER = (
    statement("07-15", "issue", "07-25", issuer="Sam South"),
    statement("07-22", "shorten", "07-23", issuer="Sam South"),
    statement("07-23", "overtake", None, issuer="Sam South"),
)
NOBODYS = statement("07-21", "confirm", "07-30", issuer=None)


def _threads(told: Sequence[Told]) -> list[tuple[object, ...]]:
    """What the threads say, without their keys."""
    made = (deadline_thread(group, SIDES) for group in group_threads(told, SIDES))
    return sorted(
        (
            thread.issuer,
            thread.status.value,
            thread.window and thread.window.end,
            tuple((step.op.value, step.said_on, step.window) for step in thread.steps),
        )
        for thread in made
    )


def test_every_order_of_one_thread_tells_the_same() -> None:
    told = {str(_threads(order)) for order in permutations(ONE)}
    assert len(told) == 1


@pytest.mark.parametrize("seed", range(20))
def test_two_issuers_at_once_are_two_threads_in_any_order(seed: int) -> None:
    told = [*ONE, *OTHER, NOBODYS]
    straight = _threads(told)
    random.Random(seed).shuffle(told)
    assert _threads(told) == straight
    assert [(thread[0], thread[1]) for thread in straight] == [
        ("Big Boss", DeadlineStatus.LAPSED.value),
        ("Sam South", DeadlineStatus.OVERTAKEN.value),
    ]


def test_a_report_without_an_issuer_joins_the_thread_whose_time_it_names() -> None:
    groups = group_threads([*ONE, *OTHER, NOBODYS], SIDES)
    (home,) = (g for g in groups if NOBODYS in g)
    assert {m.fact.issuer for m in home} == {"Big Boss", None}


@pytest.mark.parametrize(
    ("moves", "status", "due"),
    [
        (
            (("07-14", "issue", "07-24"), ("07-20", "suspend", None)),
            DeadlineStatus.SUSPENDED,
            "07-24",
        ),
        (
            (
                ("07-14", "issue", "07-24"),
                ("07-20", "suspend", None),
                ("07-22", "extend", "08-01"),
            ),
            DeadlineStatus.OPEN,
            "08-01",
        ),
        (
            (
                ("07-14", "issue", "07-24"),
                ("07-24", "lapse", "07-24"),
                ("07-25", "overtake", None),
            ),
            DeadlineStatus.OVERTAKEN,
            "07-24",
        ),
        (
            (
                ("07-14", "issue", "07-24"),
                ("07-24", "lapse", "07-24"),
                ("07-26", "issue", "08-02"),
            ),
            DeadlineStatus.OPEN,
            "08-02",
        ),
        (
            (
                ("07-14", "issue", "07-24"),
                ("07-18", "retract", None),
            ),
            DeadlineStatus.RETRACTED,
            "07-24",
        ),
    ],
)
def test_what_was_said_last_is_where_it_stands_in_any_order(
    moves: tuple[tuple[str, str, str | None], ...], status: DeadlineStatus, due: str
) -> None:
    told = [statement(*move) for move in moves]
    for order in permutations(told):
        thread = deadline_thread(order, SIDES)
        assert (thread.status, thread.window) == (status, window(due))


def test_a_truce_nobody_is_named_for_joins_what_prolonged_it() -> None:
    both = ("North", "South")
    first = statement("07-20", "issue", "07-24", issuer=None, to=both)
    longer = statement("07-24", "extend", "07-25", issuer="Big Boss", to=both)
    for order in permutations((first, longer)):
        assert [len(group) for group in group_threads(order, SIDES)] == [2]
