"""Summaries: every sentence has sources, every number is stated by one of them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_mentions import SIDES, figure, point, statement, strike, talks

from reading.facts import Precision, Qualifier, Weapon
from reading.merge_rounds import round_event
from reading.merge_strikes import strike_event
from reading.merge_threads import deadline_thread
from reading.summary import Line, summarise, summarise_round, summarise_strikes, summarise_thread
from reading.summary_words import lasting, number_words, spell

ROUND = [
    talks(
        "07-23",
        "07-23",
        outlet="Gazette",
        number=3,
        city="Capital",
        duration_minutes=40,
        points=(
            point("prisoner_exchange", "agreed", "North", "South", count=1200, per_side=True,
                  claimant="Nora North", at_least=True),
            point("body_return", "offered", "North", count=3000, claimant="North"),
            point("ceasefire", "offered", "North", hours=(24, 48)),
        ),
    ),
    talks("07-24", "07-23", outlet="Herald", duration_minutes=60),
]  # fmt: skip


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_a_round_in_sentences() -> None:
    assert texts(summarise_round(round_event(ROUND, SIDES), SIDES)) == [
        "The third round of talks between North and South was held in Capital on 23 July 2025.",
        "It lasted 40 minutes, Gazette reported; others say 60 minutes.",
        (
            "North and South agreed an exchange of at least 1,200 prisoners from each side, "
            "according to Nora North."
        ),
        "North offered the return of the bodies of 3,000 soldiers.",
        "North offered a ceasefire of 24 to 48 hours, Gazette reported.",
    ]


def test_a_planned_round_in_a_sentence() -> None:
    event = round_event([talks("07-20", "07-23", "announced", city="Capital")], SIDES)
    assert texts(summarise(event, SIDES)) == [
        "Talks between North and South are planned in Capital on 23 July 2025."
    ]


def test_a_deadline_in_sentences() -> None:
    thread = deadline_thread(
        [
            statement("07-14", "issue", "09-02"),
            statement("07-28", "shorten", "08-07..08-09"),
            statement("08-08", "overtake", None),
        ],
        SIDES,
    )
    assert texts(summarise_thread(thread)) == [
        "Big Boss set a deadline for North on 14 July 2025, by 2 September 2025.",
        (
            "Big Boss moved the deadline forward on 28 July 2025, between 7 August 2025 and "
            "9 August 2025."
        ),
        "The deadline was reported overtaken by events on 8 August 2025.",
    ]


def test_each_claimants_figures_stand_apart() -> None:
    figures = (
        figure("launched", 450, "Southern Air Force", weapon=Weapon.DRONE),
        figure("shot_down", 427, "Southern Air Force", weapon=Weapon.DRONE),
        figure("killed", 2, "locals", high=None, qualifier=Qualifier.AT_LEAST, scope="Southport"),
        figure("launched", 300, "Northern Defence Ministry", weapon=Weapon.DRONE),
    )
    event = strike_event([strike("07-21", "07-20..07-21", figures=figures)], SIDES)
    assert texts(summarise_strikes([event])) == [
        "North attacked South overnight into 21 July 2025.",
        "300 drones launched, according to Northern Defence Ministry.",
        "450 drones launched and 427 drones shot down, according to Southern Air Force.",
        "At least 2 killed (Southport), according to locals.",
    ]


def test_a_number_is_laid_to_those_who_gave_it_and_not_to_who_rounded_it() -> None:
    exact = (figure("launched", 595, "Southern Air Force", weapon=Weapon.DRONE),)
    rounded = (
        figure("launched", 600, "Sara South", weapon=Weapon.DRONE, qualifier=Qualifier.ABOUT),
    )
    event = strike_event(
        [
            strike("07-21", "07-20..07-21", outlet="Gazette", figures=exact),
            strike("07-22", "07-20..07-21", outlet="Herald", figures=exact),
            strike("07-23", "07-20..07-21", outlet="Post", figures=rounded),
        ],
        SIDES,
    )
    (line,) = [line for line in summarise_strikes([event]) if "launched" in line.text]
    assert line.text == "595 drones launched, according to Southern Air Force."
    assert len(line.sources) == 2


def test_a_strike_that_no_report_dates_is_not_said_to_have_come_by_night() -> None:
    event = strike_event([strike("07-21", "07-20..07-21", precision=Precision.VAGUE)], SIDES)
    assert texts(summarise_strikes([event])) == [
        "North attacked South, as reported by 21 July 2025."
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(3, 2000), st.sampled_from(["Nora North", "Sam South", None])),
                min_size=1, max_size=5))  # fmt: skip
def test_no_sentence_without_a_source_and_no_number_that_none_states(
    counts: list[tuple[int, str | None]],
) -> None:
    mentions = [
        strike("07-21", "07-20..07-21", figures=(figure("killed", n, who),)) for n, who in counts
    ]
    stated = {m.source.article: m.fact.figures[0].low for m in mentions}
    for line in summarise(strike_event(mentions, SIDES), SIDES)[1:]:
        assert line.sources
        said = {
            int(n.replace(",", ""))
            for n in re.findall(r"\b\d[\d,]*(?= killed)", line.text, re.IGNORECASE)
        }
        assert said <= {stated[article] for article in line.sources}


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "words"),
    [
        (Qualifier.UP_TO, 0, 100, "up to 100"),
        (Qualifier.RANGE, 10, 12, "10 to 12"),
        (Qualifier.AT_LEAST, 1200, None, "at least 1,200"),
        (Qualifier.EXACT, 3, 3, "3"),
    ],
)
def test_a_number_is_hedged_as_its_source_hedged_it(
    qualifier: Qualifier, low: int, high: int | None, words: str
) -> None:
    assert number_words(figure("killed", low, high=high, qualifier=qualifier)) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (40, "40 minutes"),
        (60, "60 minutes"),
        (100, "1 hour 40 minutes"),
        (150, "2 hours 30 minutes"),
        (180, "3 hours"),
    ],
)
def test_a_length_is_told_in_hours_as_papers_tell_it(minutes: int, words: str) -> None:
    assert lasting(minutes) == words


@pytest.mark.parametrize(
    ("hours", "told", "words"),
    [
        ((720, 720), "a 30-day ceasefire", "30 days"),
        ((2160, 2160), "a three-month humanitarian truce", "3 months"),
        ((720, 720), "a truce of one month", "1 month"),
        ((24, 48), "a truce of 24 to 48 hours", "24 to 48 hours"),
        ((168, 168), "a week-long truce", "7 days"),
    ],
)
def test_a_length_keeps_the_unit_of_its_source(
    hours: tuple[int, int], told: str, words: str
) -> None:
    assert spell(*hours, told) == words
