"""Attacks and tolls in fuller prose than an agency's: what came down where, and who counts whom."""

import pytest
from made_strikes import LEAD, counted, told


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
        ("It claimed the lives of 12 people.", "12 killed"),
        ("It took at least 40 lives.", "40 killed"),
        ("Rescuers had pulled 25 bodies from the rubble by noon.", "25 killed"),
        ("The bodies of nine pupils were dug out of the ruins.", "9 killed"),
        ("A family of five, the youngest a boy of two, died.", "5 killed"),
        ("Twenty pupils, children of poor farmers among them, perished.", "20 killed"),
        ("The number of people killed was revised to 28 from 30.", "28 killed"),
        ("Some 70 patients and relatives were killed.", "70 killed"),
        ("Eleven civilians and one soldier were killed.", "11 killed"),
    ],
)
def test_tolls_told_in_other_words(sentence: str, expected: str) -> None:
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
    assert counted(LEAD + sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Freedonia sent 476 drones and 48 missiles at Ruritania overnight, according to the"
                " Ruritanian Air Force, which claims 442 of the former and 41 of the latter."
            ),
            "41 missile shot_down, 48 missile launched, 442 drone shot_down, 476 drone launched",
        ),
        (
            (
                "Ruritania counted 415 Freedonian drones and 43 missiles overnight, of which it"
                " stopped 386 and 27."
            ),
            "27 missile shot_down, 43 missile launched, 386 drone shot_down, 415 drone launched",
        ),
        (
            (
                "Freedonia struck Strelsau overnight. A total of 14 of the 30,000-pound bombs"
                " came down on two areas."
            ),
            "14 bomb launched",
        ),
        (
            (
                "Freedonia struck Ruritania overnight. The Ruritanian Air Force brought down 41"
                " missiles, among them 34 cruise missiles."
            ),
            "41 missile shot_down",
        ),
    ],
)
def test_weapons_counted_in_pairs_and_parts(sentence: str, expected: str) -> None:
    assert counted(sentence) == expected


def test_drones_that_cross_into_a_third_country_are_for_that_country_to_count() -> None:
    text = "Nineteen Freedonian drones crossed into Sylvania overnight, its prime minister said. "
    assert not told(text)
    assert counted(text + LEAD + "Three people were killed.") == "3 killed"


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
    (own,) = [strike for strike in told(text) if strike.attacker == "Ruritania"]
    assert not own.figures


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
    assert counted(LEAD + sentence) == "19 missile launched"


def test_the_last_of_a_climbing_toll_counts() -> None:
    text = "The toll of the strike stood at nine for a day and then climbed to 12."
    assert counted(LEAD + text) == "12 killed"


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
        ("Forty people with wounds were in hospital.", "40 injured"),
        ("Medics counted 54 charred corpses.", "54 killed"),
        ("Fourteen residents of the capital are dead.", "14 killed"),
        ("It struck a meeting of officers and killed 60 of them.", "60 killed"),
        ("More than 90 people are feared dead.", ""),
        ("Freedonia will return 23 wounded Ruritanians on Friday.", ""),
        ("The Freedonian army said that two of its men died.", ""),
    ],
)
def test_who_is_counted_and_who_is_not(sentence: str, expected: str) -> None:
    assert counted(LEAD + sentence) == expected


def test_whoever_holds_the_ground_is_struck_there() -> None:
    text = "A school in Strelsau was attacked on Monday, its Freedonian-installed head said."
    assert [(s.attacker, s.target) for s in told(text)] == [("Ruritania", "Freedonia")]


def test_weapons_counted_by_a_side_came_from_the_other() -> None:
    text = "In all 309 drones were counted by the Ruritanian Air Force overnight. " + LEAD
    assert "309 drone launched" in counted(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("More than 60 people were being treated.", "60 injured"),
        ("Six were hurt. Four people were taken to hospital.", "6 injured"),
        ("Two pupils did not survive the night.", "2 killed"),
        ("Her death brings to four the number of those killed.", "4 killed"),
        ("Camps there were shelled last May: 35 people did not survive.", ""),
    ],
)
def test_who_is_in_hospital_counts_where_nobody_gives_the_hurt(
    sentence: str, expected: str
) -> None:
    assert counted(LEAD + sentence) == expected


def test_a_bare_ministry_moves_no_toll_to_the_other_side() -> None:
    text = "Shells struck a school in Firefly City on Monday. Twenty pupils lost their lives"
    (strike,) = told(text + ", the Defence Ministry said.")
    assert (strike.attacker, [f.low for f in strike.figures]) == ("Ruritania", [20])
