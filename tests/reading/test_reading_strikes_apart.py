"""What is told beside an attack, as its cause, its date or its dateline, is none of its facts."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Measure, Strike
from reading.strikes import read_strikes

MONDAY = datetime(2025, 7, 21, 12, tzinfo=UTC)


def _strikes(title: str, text: str) -> tuple[Strike, ...]:
    return read_strikes(annotate(Article("a", title, text, MONDAY), MADE))


def _freedonian(title: str, text: str) -> Strike:
    return next(strike for strike in _strikes(title, text) if strike.attacker == "Freedonia")


def test_an_older_raid_that_is_set_off_neither_dates_nor_arms_the_answer() -> None:
    title = "Freedonia sends drones at Ruritania"
    text = (
        "Freedonia, weeks after Ruritania hit its capital with 40 drones, fired 300 drones at"
        " Ruritania overnight, the air force said."
    )
    strike = _freedonian(title, text)
    assert not strike.background
    assert [f.low for f in strike.figures] == [300]


def test_what_an_attack_answered_has_places_of_its_own() -> None:
    text = (
        "Freedonia fired 60 rockets into Ruritania on Sunday, wounding nine people, in response to"
        " deadly Ruritanian strikes on a refinery."
    )
    strike = _freedonian("Freedonia fires rockets at Ruritania", text)
    assert strike.facilities == ()
    assert [f.scope for f in strike.figures if f.measure is Measure.INJURED] == [None]


def test_the_port_in_a_dateline_was_not_struck() -> None:
    strike = _freedonian(
        "Freedonian drone hits mosque in Strelsau, hospitals say",
        "PORT HENTZAU, Ruritania (AP) - A Freedonian drone hit a mosque in Strelsau on Sunday,"
        " killing 70 people, the governor said.",
    )
    assert strike.facilities == ("place of worship",)


@pytest.mark.parametrize("filed", ["Strelsau, Ruritania — ", "Strelsau (AP) -- ", "STRELSAU: "])
def test_where_a_report_was_filed_was_not_struck(filed: str) -> None:
    strike = _freedonian(
        "Freedonian missile hits cargo ship",
        f"{filed}A cargo ship came under attack on Sunday from a missile of Freedonia's, killing"
        " two sailors, the ship's owner said.",
    )
    assert strike.places == ()


def test_a_side_named_before_a_dash_is_no_dateline() -> None:
    strike = _freedonian(
        "Freedonia strikes again",
        "Freedonia — for the second night — bombed Strelsau, killing two.",
    )
    assert strike.places == ("Strelsau",)


def test_what_a_side_did_to_a_ship_an_outsider_s_navy_may_tell() -> None:
    text = (
        "A cargo ship was hit on Sunday by a missile that was suspected to have been fired by"
        " Freedonia, the Sylvanian navy said."
    )
    assert _freedonian("Ship hit at sea", text).facilities == ("ship",)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Freedonian army says two soldiers killed as talks stall",
            "Freedonia launched air strikes on Strelsau on Monday, its army said.",
        ),
        (
            "Freedonia says two soldiers died after it launched strikes on Strelsau",
            "Freedonian jets struck Strelsau overnight, its army said.",
        ),
    ],
    ids=["army", "state"],
)
def test_who_counts_its_own_dead_soldiers_did_not_kill_them(title: str, text: str) -> None:
    assert all(not strike.figures for strike in _strikes(title, text))


def test_after_a_mere_place_the_speaker_answers_for_what_follows() -> None:
    strike = _freedonian(
        "Freedonian strikes hit Ruritania",
        "Freedonia struck Strelsau on Sunday. In Strelsau's old quarter, police said 17 members of"
        " one family were killed.",
    )
    assert [f.claimant for f in strike.figures] == ["police"]


def test_the_raids_of_the_day_before_are_not_the_news() -> None:
    strikes = _strikes(
        "Ruritania says it shot down 25 Freedonian drones",
        "Ruritania's air force said on Monday it had shot down 25 drones from Freedonia overnight,"
        " a day after Freedonian strikes killed 31 civilians.",
    )
    counts = {s.background: [f.low for f in s.figures] for s in strikes}
    assert counts == {False: [25], True: [31]}


def test_a_title_s_news_is_not_where_what_went_before_was() -> None:
    strikes = _strikes(
        "Freedonia strikes airport in Zenda after missile hits near Firefly City",
        "Freedonian jets bombed an airport in Zenda on Monday, two days after a Ruritanian missile"
        " wounded six people near Firefly City. Power stations and a factory were also hit.",
    )
    assert not any(s.facilities for s in strikes if s.attacker == "Ruritania")


def test_neither_the_hungry_nor_the_dead_of_weeks_fell_in_a_raid() -> None:
    hungry = _freedonian(
        "Freedonian strikes kill 46 in Strelsau",
        "Freedonian strikes killed 46 people in Strelsau on Sunday. The health ministry said seven"
        " people, including a child, had died of malnutrition.",
    )
    weeks = _freedonian(
        "Fighting goes on in Ruritania",
        "Some 9,000 people have fled since July 2, and at least 74 people have been killed, the"
        " United Nations said. A Freedonian bomb fell on Strelsau on Sunday and killed 36 people.",
    )
    assert [f.low for f in (*hungry.figures, *weeks.figures)] == [46, 36]
