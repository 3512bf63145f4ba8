"""Attacks and tolls in fuller prose than an agency's: what came down where, and who counts whom."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Strike
from reading.strikes import read_strikes

TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
LEAD = "Freedonian missiles slammed into a school in Strelsau on Monday. "


def told(text: str, title: str = "") -> list[Strike]:
    found = read_strikes(annotate(Article("a", title, text, TUESDAY), MADE))
    return [strike for strike in found if not strike.background]


def counted(text: str) -> set[tuple[str, str, int]]:
    return {(f.measure.value, f.weapon.value, f.low) for s in told(text) for f in s.figures}


@pytest.mark.parametrize(
    "deed",
    [
        "rained down on Strelsau",
        "slammed into apartment blocks in Strelsau",
        "tore through a market in Strelsau",
        "came down on the town of Strelsau",
        "levelled a block of flats in Strelsau",
        "fired from across the river fell on Strelsau",
    ],
)
def test_what_comes_down_on_a_place_attacks_it(deed: str) -> None:
    (strike,) = told(f"Missiles {deed} before dawn on Monday, killing five people.")
    assert (strike.attacker, strike.target) == ("Freedonia", "Ruritania")
    assert [f.low for f in strike.figures] == [5]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It claimed the lives of 12 people.", {("killed", "any", 12)}),
        ("It took at least 40 lives.", {("killed", "any", 40)}),
        ("Rescuers had pulled 25 bodies from the rubble by noon.", {("killed", "any", 25)}),
        ("The bodies of nine pupils were dug out of the ruins.", {("killed", "any", 9)}),
        ("A family of five, the youngest a boy of two, died.", {("killed", "any", 5)}),
        ("Twenty pupils, children of poor farmers among them, perished.", {("killed", "any", 20)}),
        ("The number of people killed was revised to 28 from 30.", {("killed", "any", 28)}),
        ("Some 70 patients and relatives were killed.", {("killed", "any", 70)}),
        ("Eleven civilians and one soldier were killed.", {("killed", "any", 11)}),
    ],
)
def test_tolls_told_in_other_words(sentence: str, expected: set[tuple[str, str, int]]) -> None:
    assert counted(LEAD + sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "One woman and two men were killed.",
        "A mother and her two sons were killed.",
        "Two more people died of their wounds on Tuesday.",
        "Its president gave the order after gunmen killed six people at a bus stop.",
        "The last time, two people died.",
        "Nine people have died in the fighting of this morning.",
    ],
)
def test_a_part_or_another_day_gives_no_toll(sentence: str) -> None:
    assert counted(LEAD + sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Freedonia sent 476 drones and 48 missiles at Ruritania overnight, according to the"
                " Ruritanian Air Force, which claims 442 of the former and 41 of the latter."
            ),
            {
                ("launched", "drone", 476),
                ("launched", "missile", 48),
                ("shot_down", "drone", 442),
                ("shot_down", "missile", 41),
            },
        ),
        (
            (
                "Ruritania counted 415 Freedonian drones and 43 missiles overnight, of which it"
                " stopped 386 and 27."
            ),
            {
                ("launched", "drone", 415),
                ("launched", "missile", 43),
                ("shot_down", "drone", 386),
                ("shot_down", "missile", 27),
            },
        ),
        (
            (
                "Freedonia struck Strelsau overnight. A total of 14 of the 30,000-pound bombs"
                " came down on two areas."
            ),
            {("launched", "bomb", 14)},
        ),
        (
            (
                "Freedonia struck Ruritania overnight. The Ruritanian Air Force brought down 41"
                " missiles, among them 34 cruise missiles."
            ),
            {("shot_down", "missile", 41)},
        ),
    ],
)
def test_weapons_counted_in_pairs_and_parts(
    sentence: str, expected: set[tuple[str, str, int]]
) -> None:
    assert counted(sentence) == expected


def test_drones_that_cross_into_a_third_country_are_for_that_country_to_count() -> None:
    text = "Nineteen Freedonian drones crossed into Sylvania overnight, its prime minister said. "
    assert not told(text)
    assert counted(text + LEAD + "Three people were killed.") == {("killed", "any", 3)}


def test_what_drones_have_hit_at_times_is_no_news() -> None:
    assert not told(
        "Its factory makes drones. The company's drones have hit Ruritanian refineries."
    )


def test_blame_after_the_deed_names_the_attacker() -> None:
    (strike,) = told("A drone hit a mosque in Zenda on Monday. The governor blamed Freedonia.")
    assert strike.attacker == "Freedonia"


def test_blame_for_nothing_told_is_no_attack() -> None:
    assert not told("The talks have stalled. The ministry in Strelsau blamed Freedonia.")


def test_the_dead_that_a_side_counts_as_its_own_were_struck_by_the_other() -> None:
    text = "Ruritania shelled Firefly City on Monday. Ruritania put its own dead at three soldiers."
    assert all(f.low != 3 for s in told(text) for f in s.figures if s.attacker == "Ruritania")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ruritania fired missiles at the Freedonian air base in Sylvania on Monday.", "Freedonia"),
        (
            "Ruritanian jets bombed a hotel in Sylvania where Freedonian officials met.",
            "Freedonia",
        ),
    ],
)
def test_on_a_third_soil_the_side_is_struck_whose_base_or_people_it_was(
    text: str, target: str
) -> None:
    assert [(s.attacker, s.target) for s in told(text)] == [("Ruritania", target)]


def test_a_strike_on_a_third_country_itself_is_none_of_this_war() -> None:
    assert not told("Ruritania bombed a port in Sylvania on Monday. Freedonia condemned it.")


@pytest.mark.parametrize(
    "sentence",
    [
        "All but one of the 19 missiles were shot down.",
        "All but 12 of the 19 missiles were shot down.",
    ],
)
def test_all_but_some_gives_what_came(sentence: str) -> None:
    assert counted(LEAD + sentence) == {("launched", "missile", 19)}


def test_the_last_of_a_climbing_toll_counts() -> None:
    text = "The toll of the strike stood at nine for a day and then climbed to 12."
    assert counted(LEAD + text) == {("killed", "any", 12)}


@pytest.mark.parametrize(
    "sentence",
    [
        "A kindergarten in Strelsau took a direct hit from a drone on Monday.",
        "An apartment block in Strelsau was hit by three missiles on Monday.",
        "The railway station in Strelsau was bombed on Monday.",
        "Rocket fire struck a school in Strelsau on Monday.",
        "Helicopters fired rockets at a market in Strelsau on Monday.",
        "Freedonia threw 40 missiles at Strelsau on Monday.",
    ],
)
def test_who_or_what_was_struck_tells_an_attack_too(sentence: str) -> None:
    assert [(s.attacker, s.target) for s in told(sentence)] == [("Freedonia", "Ruritania")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Forty people with wounds were in hospital.", {("injured", "any", 40)}),
        ("Medics counted 54 charred corpses.", {("killed", "any", 54)}),
        ("Fourteen residents of the capital are dead.", {("killed", "any", 14)}),
        ("It struck a meeting of officers and killed 60 of them.", {("killed", "any", 60)}),
        ("More than 90 people are feared dead.", set()),
        ("Freedonia will return 23 wounded Ruritanians on Friday.", set()),
        ("The Freedonian army said that two of its men died.", set()),
    ],
)
def test_who_is_counted_and_who_is_not(sentence: str, expected: set[tuple[str, str, int]]) -> None:
    assert counted(LEAD + sentence) == expected


def test_whoever_holds_the_ground_is_struck_there() -> None:
    text = "A school in Strelsau was attacked on Monday, its Freedonian-installed head said."
    assert [(s.attacker, s.target) for s in told(text)] == [("Ruritania", "Freedonia")]


def test_weapons_counted_by_a_side_came_from_the_other() -> None:
    text = "In all 309 drones were counted by the Ruritanian Air Force overnight. " + LEAD
    assert ("launched", "drone", 309) in counted(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("More than 60 people were being treated.", {("injured", "any", 60)}),
        ("Six were hurt. Four people were taken to hospital.", {("injured", "any", 6)}),
        ("Two pupils did not survive the night.", {("killed", "any", 2)}),
        ("Her death brings to four the number of those killed.", {("killed", "any", 4)}),
        ("Camps there were shelled last May: 35 people did not survive.", set()),
    ],
)
def test_who_is_in_hospital_counts_where_nobody_gives_the_hurt(
    sentence: str, expected: set[tuple[str, str, int]]
) -> None:
    assert counted(LEAD + sentence) == expected


def test_a_bare_ministry_moves_no_toll_to_the_other_side() -> None:
    text = "Shells struck a school in Firefly City on Monday. Twenty pupils lost their lives"
    (strike,) = told(text + ", the Defence Ministry said.")
    assert (strike.attacker, [f.low for f in strike.figures]) == ("Ruritania", [20])
