"""How bulletins and tolls put their numbers, in sentences of our own about a made-up war."""

import pytest
from made_strikes import counted, told

from reading.facts import Measure

LEAD = "Freedonia attacked Ruritania with drones and missiles overnight, the Air Force said. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Ruritanian Air Force intercepted and destroyed 88 Freedonian drones overnight.",
            "88 drone shot_down",
        ),
        (
            "The Ruritanian Air Force shot down 92 of the 110 drones that Freedonia launched.",
            "92 drone shot_down, 110 drone launched",
        ),
        (
            (
                "The Ruritanian Air Force downed 49 Freedonian drones overnight, including 25"
                " drones in the southern Zenda."
            ),
            "25 drone shot_down, 49 drone shot_down",
        ),
        (
            (
                "The Ruritanian Air Force downed 49 Freedonian drones overnight, including 25"
                " drones of a new type."
            ),
            "49 drone shot_down",
        ),
        (
            LEAD + "It had neutralised 568 of 597 drones and 32 of 41 missiles.",
            (
                "32 missile neutralised_total, 41 missile launched, "
                "568 drone neutralised_total, 597 drone launched"
            ),
        ),
        (
            LEAD + "Hits by 12 drones were recorded at seven locations, and debris fell at three.",
            "3 debris_locations, 7 hit_locations, 12 drone hit",
        ),
        (
            (
                "Freedonia sent 100 drones at Ruritania overnight; the Air Force shot down 88, and"
                " another 12 were lost."
            ),
            "12 drone suppressed, 88 drone shot_down, 100 drone launched",
        ),
        (
            "Ruritania's ministry put the number of Freedonian drones shot down overnight at 172.",
            "172 drone shot_down",
        ),
        (
            "Zenda's mayor said air defences had repelled an attack by 11 Freedonian drones.",
            "11 drone shot_down",
        ),
        (
            "Ruritania reported the destruction of 52 Freedonian drones over nine regions.",
            "52 drone shot_down",
        ),
        (
            (
                "Overnight 27 missiles and 430 drones came from Freedonia, of which 25 missiles and"
                " 411 drones were shot down or jammed, the Ruritanian Air Force said."
            ),
            (
                "25 missile neutralised_total, 27 missile launched, "
                "411 drone neutralised_total, 430 drone launched"
            ),
        ),
        (
            (
                "The Ruritanian Air Force said 64 of 71 Freedonian drones launched at night had"
                " been neutralised."
            ),
            "64 drone neutralised_total, 71 drone launched",
        ),
        (
            (
                "Freedonia fired a barrage at Ruritania. The Ruritanian army said 20 projectiles"
                " were identified crossing into Zenda."
            ),
            "20 launched",
        ),
        (
            "Freedonian jets dropped 90 bombs on 40 targets in Zenda on Monday.",
            "40 hit_locations, 90 bomb launched",
        ),
    ],
)
def test_weapons_are_counted_by_what_was_done_with_them(sentence: str, expected: str) -> None:
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A Freedonian drone strike on Zenda killed two men and wounded a boy.",
            "1 injured, 2 killed",
        ),
        (
            "A Freedonian strike on Zenda hurt nine people, two critically injured.",
            "9 injured",
        ),
        (
            "Nine people were killed and two others critically injured in a strike on Zenda.",
            "2 injured, 9 killed",
        ),
        (
            "A Freedonian air strike on Zenda eliminated 12 launchers and killed nine men.",
            "9 killed",
        ),
        (
            "Nine people, four of them children, were killed in a Freedonian strike on Zenda.",
            "9 killed",
        ),
        (
            "Freedonian shelling of Zenda killed eight: five in Hentzau, three in Tarlen.",
            "3 killed, 5 killed, 8 killed",
        ),
        (
            (
                "Five people were killed in Hentzau on Monday and two in Tarlen on Tuesday in"
                " Freedonian drone strikes on Zenda."
            ),
            "2 killed, 5 killed",
        ),
        (
            (
                "The toll from a Freedonian drone attack on a bus in Zenda stands at 10 dead and 22"
                " wounded."
            ),
            "10 killed, 22 injured",
        ),
        (
            (
                "Rescuers found a boy's body in Zenda, bringing the toll of Monday's Freedonian air"
                " strike to six."
            ),
            "6 killed",
        ),
        (
            (
                "A Freedonian drone hit a van in Zenda; medics treated four people for"
                " shrapnel wounds."
            ),
            "4 injured",
        ),
        (
            "Twenty-eight worshippers died when a Freedonian drone hit a temple in Zenda.",
            "28 killed",
        ),
        (
            "Six members of the Black family were killed in a Freedonian strike on Zenda.",
            "6 killed",
        ),
        ("A Freedonian strike on Zenda killed two women and three children.", ""),
        ("A Freedonian strike on Zenda killed two women and a boy.", ""),
        ("A Freedonian strike on Zenda killed 12 people and a driver.", "12 killed"),
        (
            "A Freedonian strike on Zenda killed two men and wounded four boys.",
            "2 killed, 4 injured",
        ),
        (
            (
                "A Freedonian strike on Zenda injured 92 people. Six were in moderate condition,"
                " while 85 sustained minor injuries."
            ),
            "92 injured",
        ),
        (
            (
                "Freedonian strikes on Zenda killed two people. Since its start, the campaign of"
                " Freedonian air strikes against the rebels over their raids on ships has killed 75"
                " people, according to figures released by Ruritania."
            ),
            "2 killed",
        ),
        (
            (
                "Freedonian strikes on Zenda killed two people. According to the latest statistics,"
                " Freedonia has carried out hundreds of strikes since January 15, resulting in the"
                " deaths of 205 civilians."
            ),
            "2 killed",
        ),
        (
            (
                "A Freedonian strike on Zenda killed 46 people, its council said, revising an"
                " earlier toll of 30 killed."
            ),
            "46 killed",
        ),
        ("Five people suffered minor injuries in a Freedonian strike on Zenda.", "5 injured"),
        (
            (
                "A Freedonian strike on Zenda killed two people. Ruritanian officials have reported"
                " 224 deaths."
            ),
            "2 killed",
        ),
        (
            (
                "Freedonia struck a hall in Zenda on Monday. Ruritanian officials have reported 24"
                " deaths."
            ),
            "24 killed",
        ),
        (
            "Freedonian fire killed a doctor and wounded two in Zenda on Tuesday.",
            "1 killed, 2 injured",
        ),
        (
            (
                "A Freedonian drone hit a bus in Zenda on Tuesday. None of the 14 people"
                " on board was"
                " hurt."
            ),
            "",
        ),
        (
            (
                "Freedonian fire killed 31 people in Zenda in the past 24 hours, bringing the toll"
                " since October 2023 to 72,310 dead."
            ),
            "31 killed",
        ),
        (
            (
                "A Freedonian strike killed 40 people in Zenda. It was the third attack there this"
                " month; 57 people died in the earlier ones."
            ),
            "40 killed",
        ),
        (
            (
                "A Freedonian raid on Zenda killed 13, the most since January, when 16"
                " people died in"
                " a strike on a market."
            ),
            "13 killed",
        ),
    ],
)
def test_tolls_are_those_of_the_attack_that_is_reported(sentence: str, expected: str) -> None:
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
    assert counted("Freedonia struck Zenda on Tuesday. " + sentence) == ""


def test_a_time_by_which_a_toll_is_told_is_its_as_of_and_not_the_day_of_the_attack() -> None:
    text = (
        "A Freedonian strike hit Zenda on Monday. By 9 a.m. on Tuesday, 48 people were injured,"
        " officials said."
    )
    (strike,) = told(text)
    (toll,) = strike.figures
    assert toll.as_of is not None
    assert toll.as_of.isoformat() == "2026-03-10T08:00:00+00:00"
    assert strike.window is not None
    assert strike.window.end.isoformat() == "2026-03-09"


def test_a_headline_gives_no_second_count_of_what_the_text_says() -> None:
    text = "At least 12 people were killed in a Freedonian strike on Zenda on Monday, medics said."
    strikes = told(text, "Freedonian strike on Zenda kills 12")
    found = [(f.measure, f.low, f.claimant) for s in strikes for f in s.figures]
    assert found == [(Measure.KILLED, 12, "medics")]
