"""What whole articles do to strikes: totals of the war, old attacks, loose figures."""

from datetime import UTC, date, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Strike
from reading.strikes import read_strikes

NOW = datetime(2025, 7, 21, 12, tzinfo=UTC)
"""A Monday."""
NEWS = "A Freedonian drone killed three people in Zenda on Sunday."


def _strikes(*paragraphs: str, title: str = "Three die in Zenda") -> tuple[Strike, ...]:
    return read_strikes(annotate(Article("a", title, "\n\n".join(paragraphs), NOW), MADE))


def _counted(*paragraphs: str) -> list[int]:
    return [figure.low for strike in _strikes(*paragraphs) for figure in strike.figures]


@pytest.mark.parametrize(
    "background",
    [
        "Freedonia says it has killed more than 17,000 Ruritanian soldiers.",
        "More than 48,000 people have been killed in Ruritania, its health ministry says.",
    ],
)
def test_thousands_of_dead_are_of_the_war(background: str) -> None:
    assert _counted(NEWS, background) == [3]


def test_an_attack_with_thousands_of_dead_is_named_with_its_day() -> None:
    told = _strikes(NEWS, "A Freedonian attack on Strelsau on July 3 killed 1,200 people.")
    assert [
        f.low for s in told if s.window and s.window.start == date(2025, 7, 3) for f in s.figures
    ] == [1200]


def test_a_day_before_an_attacks_name_is_that_attacks_alone() -> None:
    told = _strikes(
        "Freedonia fired 30 missiles at Ruritania overnight.",
        "Its army said it had fired missiles at Zenda in retaliation for a July 8 strike on Firefly"
        " City that killed seven officers.",
    )
    by = {s.attacker: s.window for s in told if s.window}
    assert by["Freedonia"].end == date(2025, 7, 21)
    assert by["Ruritania"].end == date(2025, 7, 8)


def test_a_toll_stays_with_the_deed_before_the_comma() -> None:
    told = _strikes(
        "On Saturday, 20 Ruritanian planes bombed Firefly City, killing four people, after a"
        " Freedonian missile on Friday landed near Zenda, injuring eight people.",
        title="Planes over the border",
    )
    tolls = {s.attacker: [f.low for f in s.figures] for s in told}
    assert tolls == {"Ruritania": [4], "Freedonia": [8]}


def test_what_a_paragraph_adds_to_an_old_attack_is_old() -> None:
    told = _strikes(
        NEWS,
        "On July 11, Freedonia fired missiles at Strelsau. Ruritania answered with air strikes on"
        " Firefly City that killed eight people.",
    )
    assert [s.background for s in told if s.attacker == "Ruritania"] == [True]


@pytest.mark.parametrize(
    "background",
    [
        "Officials put the toll of the campaign at 250 dead, including 68 in a strike on Zenda.",
        "At least 760 people have been killed by Ruritanian fire in Freedonia since May.",
    ],
)
def test_sums_of_the_war_are_no_toll_of_an_attack(background: str) -> None:
    assert _counted(NEWS, background) == [3]


def test_a_toll_across_the_country_is_of_no_one_place() -> None:
    told = _strikes("Freedonian strikes on Zenda on Sunday killed 42 people across the country.")
    assert [figure.scope for figure in told[0].figures if figure.low == 42] == [None]


def test_the_overnight_barrage_dates_the_attack_just_told() -> None:
    told = _strikes(
        "Ruritania shot down 30 missiles that Freedonia launched at it.",
        "The overnight barrage included 12 drones.",
    )
    assert [(s.window.start, s.window.end) for s in told if s.window] == [
        (date(2025, 7, 20), date(2025, 7, 21))
    ]


def test_news_without_a_day_is_no_old_attack() -> None:
    told = _strikes(
        "Ruritanian jets bombed Firefly City, killing nine.",
        "The army gave no reason.",
        "Freedonia protested.",
        "A Ruritanian strike on Freedonia on July 4 killed 20 people.",
    )
    days = {f.low: s.window and s.window.start for s in told for f in s.figures}
    assert days[20] == date(2025, 7, 4)
    assert days[9] == date(2025, 7, 20)


def test_an_excuse_for_a_strike_is_no_attack() -> None:
    told = _strikes(NEWS, "Freedonia said that Ruritania had used the area to fire rockets.")
    assert [s.attacker for s in told] == ["Freedonia"]


def test_what_was_fired_in_answer_is_what_is_counted_on() -> None:
    told = _strikes(
        "Freedonia fired 14 missiles at Zenda on Sunday in answer to Ruritanian strikes. Thirteen"
        " were shot down, Ruritania's army said.",
        title="Missiles over Zenda",
    )
    fired = next(s for s in told if s.attacker == "Freedonia")
    assert [f.low for f in fired.figures] == [14, 13]


def test_a_headlines_day_after_counts_back_from_its_lead() -> None:
    told = _strikes(
        "Ruritanian jets struck the port on Saturday.",
        title="Ruritanian jets bomb Firefly City a day after Freedonian drone kills man in Zenda",
    )
    days = {s.attacker: s.window and s.window.end for s in told}
    assert days["Freedonia"] == date(2025, 7, 18)


def test_bases_that_were_hit_struck_nobody() -> None:
    told = _strikes(
        "Freedonia fired 30 missiles at Ruritania on Sunday.",
        "The Ruritanian army said that its bases had been hit but no jet was lost.",
    )
    assert {s.attacker for s in told} == {"Freedonia"}


def test_it_came_a_day_after_counts_from_the_lead() -> None:
    told = _strikes(
        "A Freedonian drone killed two people in Zenda on Sunday.",
        "It came a day after Freedonian missiles hit Strelsau, killing nine, and a year after the"
        " truce of July 20, 2024.",
        title="Two die in Zenda",
    )
    days = {f.low: s.window and s.window.end for s in told for f in s.figures}
    assert days[9] == date(2025, 7, 19)


def test_a_toll_paragraphs_after_an_old_attack_is_not_its() -> None:
    told = _strikes(
        NEWS,
        "Freedonia was quiet.",
        "Ruritania called it murder.",
        "On July 4, a Freedonian strike on Strelsau killed eight people.",
        "Seven people were killed at a tram stop, police said.",
    )
    old = [f.low for s in told if s.window and s.window.end.day == 4 for f in s.figures]
    assert old == [8]


def test_a_sides_tallies_kill_nobody() -> None:
    told = _strikes(NEWS, "In the war 900 have been killed, by Ruritanian tallies.")
    assert {s.attacker for s in told} == {"Freedonia"}


def test_when_somebody_spoke_is_no_part_of_the_name() -> None:
    told = _strikes("On Sunday the coalition said a Freedonian drone killed five people in Zenda.")
    claimants = {f.claimant for s in told for f in s.figures if f.low == 5}
    assert claimants == {"coalition"}


def test_an_attack_named_by_verb_and_noun_is_one() -> None:
    told = _strikes("Freedonia launched large air strikes against Zenda on Sunday, killing five.")
    assert [s.attacker for s in told] == ["Freedonia"]
