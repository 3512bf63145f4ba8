"""Two sides in one report: whose arms, whose words and whose ground each count belongs to."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Figure, Measure, Strike
from reading.strikes import read_strikes

MONDAY = datetime(2025, 7, 21, 12, tzinfo=UTC)


def _strikes(title: str, text: str) -> tuple[Strike, ...]:
    return read_strikes(annotate(Article("a", title, text, MONDAY), MADE))


def _only(title: str, text: str) -> Strike:
    (strike,) = _strikes(title, text)
    return strike


def _figure(strike: Strike, measure: Measure) -> Figure:
    return next(figure for figure in strike.figures if figure.measure is measure)


def test_what_a_side_used_in_its_own_raid_was_not_sent_at_it() -> None:
    strike = _only(
        "Ruritania says it hit Freedonian air bases in drone raid",
        "Ruritania's security service said on Sunday it had struck four Freedonian air bases with"
        " drones. A total of 117 drones were used, Rudolf Rassendyll said.",
    )
    assert strike.attacker == "Ruritania"
    assert _figure(strike, Measure.LAUNCHED).low == 117


@pytest.mark.parametrize(
    "other",
    [
        "On Saturday another Freedonian drone struck a school in Zenda.",
        "A similar Freedonian raid on Zenda on Saturday killed two people.",
        (
            "The king came to the town. Rescuers were at work. On Friday, 16 people were killed in"
            " a Freedonian strike on Hentzau. A Freedonian strike on Zenda the following day killed"
            " four."
        ),
    ],
)
def test_the_day_of_another_attack_is_not_the_news_s(other: str) -> None:
    first, *others = _strikes(
        "Freedonian strike on Strelsau kills nine",
        f"Nine people died in the Freedonian strike on Strelsau, its mayor said. {other}",
    )
    assert first.window is not None
    assert first.window.end.isoformat() == "2025-07-21"
    assert others[-1].places == ("Zenda",)


def test_the_day_on_which_a_speaker_is_quoted_is_not_the_attack_s() -> None:
    strike = _only(
        "Freedonian strikes kill 46 in Zenda",
        "Freedonian strikes on Zenda killed 46 people, Rudolf Rassendyll said as quoted by the RNA"
        " on Monday. He said that Freedonia hit four places in Zenda late on Sunday.",
    )
    assert strike.window is not None
    assert strike.window.start.isoformat() == "2025-07-20"


def test_an_attack_that_has_its_own_day_needs_no_counting_back() -> None:
    *_, before = _strikes(
        "Freedonian strike on Strelsau kills nine",
        "Nine people died in a Freedonian strike on Strelsau on Sunday. It came a week after"
        " another strike on Zenda killed 20 civilians on July 12.",
    )
    assert before.window is not None
    assert before.window.start.isoformat() == "2025-07-12"


def test_another_drone_of_the_same_night_is_of_the_same_attack() -> None:
    strike = _only(
        "Freedonian drones hit Strelsau overnight",
        "Freedonian drones hit Strelsau overnight, killing two. Another drone overnight struck"
        " Zenda, the governor said.",
    )
    assert strike.places == ("Strelsau", "Zenda")


def test_a_whole_is_no_count_of_what_was_stopped() -> None:
    strike = _only(
        "Freedonia attacks Strelsau",
        "Freedonia fired 34 missiles at Strelsau overnight. The air force shot down 27 missiles; of"
        " the fastest 14 of 18 were intercepted.",
    )
    stopped = [f.low for f in strike.figures if f.measure is Measure.SHOT_DOWN]
    assert stopped == [27]


@pytest.mark.parametrize("who", ["Freedonia and Sylvania", "Freedonia, Sylvania"])
def test_a_side_that_strikes_together_with_an_outsider_is_the_attacker(who: str) -> None:
    strike = _only(
        f"{who} carry out strikes on Ruritania",
        "Freedonian and Sylvanian warplanes, ships and submarines launched dozens of air strikes"
        " across Ruritania overnight.",
    )
    assert (strike.attacker, strike.target, strike.facilities) == ("Freedonia", "Ruritania", ())


def test_where_a_report_was_written_was_not_struck() -> None:
    strike = _only(
        "Freedonia attacks Ruritania",
        "ZENDA - Freedonia fired 34 missiles at Ruritanian positions overnight, its army said.",
    )
    assert strike.places == ()


def test_who_dies_in_crossfire_is_no_dead_of_a_raid() -> None:
    strike = _only(
        "Air strikes hit Zenda",
        "Air strikes shook Zenda on Monday. An aid worker was killed near the border when the car"
        " was caught in crossfire.",
    )
    assert strike.figures == ()


def test_what_goes_on_as_somebody_speaks_is_the_narrator_s() -> None:
    strike = _only(
        "Toll rises",
        "At least 413 people have been killed since fighting broke out on 15 June, the World Health"
        " Organization said on Monday, as Freedonian air strikes shook Zenda despite the truce.",
    )
    assert strike.claimant is None


def test_who_gives_another_number_did_not_give_the_headline_s() -> None:
    strike = _only(
        "Freedonia strikes nine sites in Ruritania; Ruritania says 26 killed",
        'Freedonia said it hit nine "training" sites early on Monday. The Ruritanian army said six'
        " places were struck and 26 people were killed.",
    )
    said = {f.low: f.claimant for f in strike.figures if f.measure is Measure.HIT_LOCATIONS}
    assert said.keys() >= {9, 6}
    assert said[9] != said[6]


def test_a_war_game_is_no_attack() -> None:
    assert not _strikes(
        "Freedonian and Sylvanian troops fire missiles in exercise near Zenda",
        "Freedonia and Sylvania began an exercise on Monday.",
    )


def test_the_dead_of_fighting_and_strikes_together_are_counted() -> None:
    strike = _only(
        "At least 80 killed in fighting, strikes in Zenda",
        "At least 80 people were killed in fighting and air strikes in Zenda on Sunday.",
    )
    assert [figure.low for figure in strike.figures] == [80]


def _counts(title: str, text: str) -> dict[str | None, list[int]]:
    return {s.attacker: [f.low for f in s.figures] for s in _strikes(title, text)}


def test_the_dead_of_clashes_along_a_border_are_no_raid_s() -> None:
    told = _counts(
        "Border clashes enter fourth day",
        "Clashes at a dozen points along the border have killed at least 20 people and wounded 200."
        "\n\nFreedonia's army said its jets bombed a depot in Zenda on Sunday, killing three.",
    )
    assert told == {"Freedonia": [3]}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param(
            "Freedonian missiles hit Strelsau",
            "Freedonia's army said on Sunday that it had targeted a meeting of officers with two"
            " missiles and that more than 60 servicemen were killed.",
            id="whom an army says that it aimed at fell by its arms",
        ),
        pytest.param(
            "Missile kills four in Zenda",
            "A Freedonian missile killed four people in Zenda early on Monday in one of six waves"
            " of missiles fired before a ceasefire announced by Rudolf Rassendyll was to begin.",
            id="who announced a truce fired no missile",
        ),
        pytest.param(
            "Ruritania says 224 killed",
            "At least 224 people have been killed since Freedonia launched its campaign of air"
            " strikes on Friday, the Ruritanian health ministry said.",
            id="whose campaign it is the verb tells and not who speaks",
        ),
    ],
)
def test_nobody_else_is_laid_an_attack_of_freedonia(title: str, text: str) -> None:
    assert {strike.attacker for strike in _strikes(title, text)} == {"Freedonia"}


def test_an_attack_of_sunday_gives_its_dead_to_none_of_friday() -> None:
    told = _counts(
        "Drones kill civilians",
        "Drones struck a market on Sunday, killing at least 13 people, a monitor said.\n\nOn Friday"
        " Freedonian missiles killed eight in Zenda.",
    )
    assert told.get("Freedonia") == [8]


def test_a_toll_that_climbs_on_one_s_own_ground_is_of_the_other_s_fire() -> None:
    told = _counts(
        "Zenda death toll reaches 83, Ruritania fires more rockets",
        "Ruritania fired rockets at Firefly City on Monday.",
    )
    assert told == {"Ruritania": []}


def test_undated_news_of_the_small_hours_is_of_the_day_before() -> None:
    night = datetime(2025, 7, 22, 1, 30, tzinfo=UTC)
    article = Article("a", "Freedonia bombs Zenda", "Freedonian jets bombed Zenda.", night)
    (strike,) = read_strikes(annotate(article, MADE))
    assert strike.window is not None
    assert (strike.window.start.day, strike.window.end.day) == (20, 21)


def test_a_headline_s_sum_is_of_who_gives_its_parts() -> None:
    strike = _only(
        "23 Ruritanian drones downed overnight, fire put out",
        "A fire in Firefly City that drone debris caused was put out, officials said on Monday."
        "\n\nThe Freedonian Defence Ministry said 13 Ruritanian drones were destroyed over the city"
        " during the night, and five over the coast.",
    )
    said = {f.low: f.claimant for f in strike.figures if f.measure is Measure.SHOT_DOWN}
    assert said.get(23) == said[13] == "Freedonian Defence Ministry"
