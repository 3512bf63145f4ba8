"""How bulletins and tolls put their numbers, in sentences of our own about a made-up war."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Figure, Measure
from reading.strikes import read_strikes

TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
LEAD = "Freedonia attacked Ruritania with drones and missiles overnight, the Air Force said. "


def figures(text: str, title: str = "") -> list[Figure]:
    found = read_strikes(annotate(Article("a", title, text, TUESDAY), MADE))
    return [f for strike in found if not strike.background for f in strike.figures]


def counted(text: str, title: str = "") -> set[tuple[str, str, int]]:
    return {(f.measure.value, f.weapon.value, f.low) for f in figures(text, title)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Ruritanian Air Force intercepted and destroyed 88 Freedonian drones overnight.",
            {("shot_down", "drone", 88)},
        ),
        (
            "The Ruritanian Air Force shot down 92 of the 110 drones that Freedonia launched.",
            {("shot_down", "drone", 92), ("launched", "drone", 110)},
        ),
        (
            LEAD + "It had neutralised 568 of 597 drones and 32 of 41 missiles.",
            {
                ("neutralised_total", "drone", 568),
                ("launched", "drone", 597),
                ("neutralised_total", "missile", 32),
                ("launched", "missile", 41),
            },
        ),
        (
            LEAD + "Hits by 12 drones were recorded at seven locations, and debris fell at three.",
            {("hit", "drone", 12), ("hit_locations", "any", 7), ("debris_locations", "any", 3)},
        ),
        (
            (
                "Freedonia sent 100 drones at Ruritania overnight; the Air Force shot down 88, and"
                " another 12 were lost."
            ),
            {("launched", "drone", 100), ("shot_down", "drone", 88), ("suppressed", "drone", 12)},
        ),
        (
            "Ruritania's ministry put the number of Freedonian drones shot down overnight at 172.",
            {("shot_down", "drone", 172)},
        ),
        (
            "Zenda's mayor said air defences had repelled an attack by 11 Freedonian drones.",
            {("shot_down", "drone", 11)},
        ),
        (
            "Ruritania reported the destruction of 52 Freedonian drones over nine regions.",
            {("shot_down", "drone", 52)},
        ),
        (
            (
                "Overnight 27 missiles and 430 drones came from Freedonia, of which 25 missiles and"
                " 411 drones were shot down or jammed, the Ruritanian Air Force said."
            ),
            {
                ("launched", "missile", 27),
                ("launched", "drone", 430),
                ("neutralised_total", "missile", 25),
                ("neutralised_total", "drone", 411),
            },
        ),
        (
            (
                "The Ruritanian Air Force said 64 of 71 Freedonian drones launched at night had"
                " been neutralised."
            ),
            {("neutralised_total", "drone", 64), ("launched", "drone", 71)},
        ),
        (
            "Freedonian jets dropped 90 bombs on 40 targets in Zenda on Monday.",
            {("launched", "bomb", 90), ("hit_locations", "any", 40)},
        ),
    ],
)
def test_weapons_are_counted_by_what_was_done_with_them(
    sentence: str, expected: set[tuple[str, str, int]]
) -> None:
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Nine people, four of them children, were killed in a Freedonian strike on Zenda.",
            {("killed", "any", 9)},
        ),
        (
            "Freedonian shelling of Zenda killed eight: five in Hentzau, three in Tarlen.",
            {("killed", "any", 8), ("killed", "any", 5), ("killed", "any", 3)},
        ),
        (
            (
                "Five people were killed in Hentzau on Monday and two in Tarlen on Tuesday in"
                " Freedonian drone strikes on Zenda."
            ),
            {("killed", "any", 5), ("killed", "any", 2)},
        ),
        (
            (
                "The toll from a Freedonian drone attack on a bus in Zenda stands at 10 dead and 22"
                " wounded."
            ),
            {("killed", "any", 10), ("injured", "any", 22)},
        ),
        (
            (
                "Rescuers found a boy's body in Zenda, bringing the toll of Monday's Freedonian air"
                " strike to six."
            ),
            {("killed", "any", 6)},
        ),
        (
            (
                "A Freedonian drone hit a van in Zenda; medics treated four people for"
                " shrapnel wounds."
            ),
            {("injured", "any", 4)},
        ),
        (
            "Twenty-eight worshippers died when a Freedonian drone hit a temple in Zenda.",
            {("killed", "any", 28)},
        ),
        (
            "Six members of the Black family were killed in a Freedonian strike on Zenda.",
            {("killed", "any", 6)},
        ),
        (
            "Freedonian fire killed a doctor and wounded two in Zenda on Tuesday.",
            {("killed", "any", 1), ("injured", "any", 2)},
        ),
        (
            (
                "A Freedonian drone hit a bus in Zenda on Tuesday. None of the 14 people"
                " on board was"
                " hurt."
            ),
            set(),
        ),
        (
            (
                "Freedonian fire killed 31 people in Zenda in the past 24 hours, bringing the toll"
                " since October 2023 to 72,310 dead."
            ),
            {("killed", "any", 31)},
        ),
        (
            (
                "A Freedonian strike killed 40 people in Zenda. It was the third attack there this"
                " month; 57 people died in the earlier ones."
            ),
            {("killed", "any", 40)},
        ),
        (
            (
                "A Freedonian raid on Zenda killed 13, the most since January, when 16"
                " people died in"
                " a strike on a market."
            ),
            {("killed", "any", 13)},
        ),
    ],
)
def test_tolls_are_those_of_the_attack_that_is_reported(
    sentence: str, expected: set[tuple[str, str, int]]
) -> None:
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Freedonia launched 1,400 drones, 1,100 bombs and 50 missiles at Zenda over the past week.",
        "Since October 7, 2023, Freedonia has killed 72,500 Ruritanians.",
        "Its drones destroyed two S-400 missile launchers and nine missile batteries.",
        "Correction: an earlier version gave the number of missiles as 83.",
    ],
)
def test_totals_targets_and_corrections_give_no_figure(sentence: str) -> None:
    assert counted("Freedonia struck Zenda on Tuesday. " + sentence) == set()


def test_a_time_by_which_a_toll_is_told_is_its_as_of_and_not_the_day_of_the_attack() -> None:
    text = (
        "A Freedonian strike hit Zenda on Monday. By 9 a.m. on Tuesday, 48 people were injured,"
        " officials said."
    )
    strike = read_strikes(annotate(Article("a", "", text, TUESDAY), MADE))[0]
    (told,) = strike.figures
    assert told.as_of is not None
    assert told.as_of.isoformat() == "2026-03-10T08:00:00+00:00"
    assert strike.window is not None
    assert strike.window.end.isoformat() == "2026-03-09"


def test_a_headline_gives_no_second_count_of_what_the_text_says() -> None:
    found = figures(
        "At least 12 people were killed in a Freedonian strike on Zenda on Monday, medics said.",
        title="Freedonian strike on Zenda kills 12",
    )
    assert [(f.measure, f.low, f.claimant) for f in found] == [(Measure.KILLED, 12, "medics")]
