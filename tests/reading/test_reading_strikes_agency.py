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


def _all(title: str, text: str) -> dict[str | None, list[tuple[Measure, int]]]:
    return {strike.attacker: _counts(strike) for strike in _strikes(title, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia sent drones overnight and 563 drones were shot down out of 598 drones launched.",
        "It launched 598 drones at Ruritania overnight; 563 drones were shot down.",
    ],
)
def test_out_of_so_many_is_what_came(text: str) -> None:
    strike = _only("Freedonian drones strike Strelsau", text)
    assert sorted(_counts(strike)) == [(Measure.LAUNCHED, 598), (Measure.SHOT_DOWN, 563)]


def test_a_share_of_what_was_fired_is_not_all_of_it() -> None:
    strike = _only(
        "Ruritania says 99% of more than 300 Freedonian drones intercepted",
        "Freedonia fired more than 300 drones at Ruritania on Sunday, its army said.",
    )
    assert _counts(strike) == [(Measure.LAUNCHED, 300)]


def test_hunger_kills_nobody_in_a_strike() -> None:
    strike = _only(
        "Freedonian strike kills 15 in Zenda",
        "A Freedonian air strike killed 15 people in Zenda on Monday, medics said. Officials said"
        " 21 children had died of malnutrition in three days.",
    )
    assert _counts(strike) == [(Measure.KILLED, 15)]


def test_each_side_s_losses_are_by_the_other() -> None:
    told = _all(
        "Freedonia bombs Strelsau after Ruritanian attacks on border posts",
        "Freedonia's air force struck targets in Strelsau early on Monday, hours after Ruritanian"
        " forces attacked Freedonian border posts.\n\nRuritania said eight of its soldiers had been"
        " killed and 11 injured, and that its forces had killed 55 Freedonian soldiers.",
    )
    assert told == {
        "Freedonia": [(Measure.KILLED, 8), (Measure.INJURED, 11)],
        "Ruritania": [(Measure.KILLED, 55)],
    }


def test_the_dead_of_a_third_land_are_no_side_s() -> None:
    told = _all(
        "Shelling rocks Strelsau",
        "Freedonian shelling killed 17 people in Strelsau on Monday, officials said. Rockets fired"
        " from the Ruritanian side killed five people in the Sylvanian border town of Klausenburg,"
        " Sylvania's army said.",
    )
    assert told == {"Freedonia": [(Measure.KILLED, 17)]}


def test_the_port_that_a_city_has_was_not_struck() -> None:
    text = "The port city of Strelsau was struck by Freedonian rockets on Monday, killing two."
    assert _only("Freedonian rockets hit Strelsau", text).facilities == ()
    text = "The port of Strelsau was struck by Freedonian rockets on Monday, killing two."
    assert _only("Freedonian rockets hit Strelsau", text).facilities == ("port",)


@pytest.mark.parametrize(
    "text",
    [
        "Seventeen people were killed, hospital officials said.",
        "Seventeen people were killed, said a surgeon at the city's main hospital.",
        "Seventeen people were killed and others were taken to a local hospital.",
        "Seventeen people were killed, two of them later dying at hospital.",
    ],
)
def test_a_hospital_that_speaks_or_takes_in_the_wounded_was_not_struck(text: str) -> None:
    strike = _only(
        "Freedonian shelling hits Strelsau", f"Freedonian shelling hit Strelsau on Monday. {text}"
    )
    assert strike.facilities == ()


def test_where_one_side_struck_is_not_where_its_own_air_defence_counted() -> None:
    text = (
        "Freedonia's defence ministry said it had struck air bases in Ruritania, and that its air"
        " defences destroyed 102 Ruritanian drones overnight."
    )
    sites = {s.attacker: s.facilities for s in _strikes("Freedonia strikes Ruritania", text)}
    assert sites == {"Freedonia": ("air base",), "Ruritania": ()}


def test_a_town_that_was_itself_struck_was_struck() -> None:
    text = "Zenda, the old capital, was itself struck on Monday and four people were killed there."
    strike = _only("Fire on the border", text)
    assert (strike.attacker, strike.target) == ("Freedonia", "Ruritania")
    assert _counts(strike) == [(Measure.KILLED, 4)]
