"""Strikes as agencies tell them in two sentences: one attack, its own figures, nobody else's."""

from datetime import UTC, date, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Measure, Strike
from reading.strikes import read_strikes

MONDAY = datetime(2025, 7, 21, 12, tzinfo=UTC)


def _strikes(title: str, text: str) -> list[Strike]:
    told = read_strikes(annotate(Article("a", title, text, MONDAY), MADE))
    return [strike for strike in told if not strike.background]


def _only(title: str, text: str) -> Strike:
    (strike,) = _strikes(title, text)
    return strike


def _counts(strike: Strike) -> list[tuple[Measure, int]]:
    return [(figure.measure, figure.low) for figure in strike.figures]


@pytest.mark.parametrize(
    "text",
    [
        "Its army said it struck Ruritanian targets after gunmen fired at soldiers near Zenda.",
        "Ruritania and Freedonia trade blame as shelling is heard.",
        "Ruritania and Freedonia traded accusations over the air strikes.",
    ],
)
def test_targets_and_quarrels_are_no_attacks(text: str) -> None:
    told = _strikes("Freedonian missiles hit Zenda", f"Two people died on Sunday.\n\n{text}")
    assert {strike.attacker for strike in told} == {"Freedonia"}


def test_how_long_after_another_event_it_came_makes_no_strike_old() -> None:
    strike = _only(
        "Freedonia strikes nine sites in Ruritania",
        "Freedonia said it hit nine sites in Ruritania early on Monday, two weeks after gunmen"
        " killed 26 people in Firefly City.",
    )
    assert strike.window is not None
    assert (strike.window.end, strike.background) == (date(2025, 7, 21), False)


def test_what_an_attack_answers_is_known_and_no_news() -> None:
    strike = _only(
        "Freedonia fires missiles at Zenda",
        "Freedonia launched 14 missiles at Zenda on Monday in response to Ruritanian strikes on"
        " its nuclear sites.",
    )
    assert (strike.attacker, strike.facilities) == ("Freedonia", ())


def test_those_of_them_that_fell_over_a_region_were_the_same_sides() -> None:
    strike = _only(
        "Drones over Ruritania",
        "Ruritania's defence ministry said its air defences destroyed 64 Freedonian drones, 25 of"
        " them over the Zenda region.",
    )
    assert strike.attacker == "Freedonia"


def test_two_deeds_joined_by_and_are_two_measures() -> None:
    strike = _only(
        "Freedonia attacks Ruritania with drones",
        "Freedonia attacked Ruritania with 426 drones. Air defence shot down or suppressed 224"
        " targets and another 203 decoys were lost.",
    )
    assert (Measure.NEUTRALISED_TOTAL, 224) in _counts(strike)
    assert (Measure.SUPPRESSED, 203) in _counts(strike)


def test_a_strike_by_somebodys_army_is_told_once() -> None:
    strike = _only(
        "Freedonian drone strikes hit Ruritania",
        "Drone strikes by Freedonia's army killed one person near Zenda on Sunday.",
    )
    assert (strike.attacker, strike.target) == ("Freedonia", "Ruritania")


def test_who_laid_a_bomb_is_not_told_by_where_it_went_off() -> None:
    strike = _only(
        "Ruritanian general killed in Zenda",
        "A bomb under his car killed the general in Zenda on Monday. Freedonia said nothing.",
    )
    assert strike.attacker is None


def test_a_time_before_a_colon_speaks_for_nobody() -> None:
    strike = _only("Overnight: 40 Freedonian drones hit Zenda, two killed", "")
    assert strike.claimant is None
