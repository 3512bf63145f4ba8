"""What an attack brought about, who fell in it and when, in the words of headlines and leads."""

from datetime import date

import pytest
from made_presets import MADE
from made_strikes import LEAD, TUESDAY, counted, told

from reading.annotate import annotate
from reading.facts import Article
from reading.genre import Genre, genre_of
from reading.strikes import read_strikes


@pytest.mark.parametrize(
    "title",
    [
        "Rebel leader captured after Freedonian airstrikes hit Strelsau",
        "Streets empty after Freedonian air strikes pound Strelsau",
        "Freedonia captured a Ruritanian general in a large-scale strike on Strelsau",
        "Strelsau under biggest drone attack yet as Freedonia fires on the city",
        "Rebel leader captured amid Freedonian strikes on Ruritania",
        "Bridge at Strelsau brought down by two Freedonian missiles",
        "Freedonia takes the Zenda bridge, shells Strelsau",
        "The minister spoke to reporters after confirming a limited strike in Ruritania",
        "Freedonian jets in Ruritania bombed a depot near Zenda",
        "Freedonian commandos executed a dawn raid on Strelsau",
    ],
)
def test_what_an_attack_did_tells_of_it(title: str) -> None:
    (strike,) = told("", title)
    assert strike.attacker == "Freedonia"


def test_initials_say_whose_strike_it_was() -> None:
    free = MADE.parties[1].model_copy(update={"aliases": ("FRD",)})
    preset = MADE.model_copy(update={"parties": (MADE.parties[0], free)})
    titles = {
        "Ruritanian general captured in FRD raid, court says": 1,
        "Ruritanian capital dark after FRD strike": 1,
        "Allies weigh in on Ruritanian general's capture after FRD raid": 0,
        "Ruritanian chief elusive on FRD attack, open to talks": 0,
    }
    for title, count in titles.items():
        found = read_strikes(annotate(Article("a", title, "", TUESDAY), preset))
        assert [s.attacker for s in found if not s.background] == ["Freedonia"] * count, title


def test_who_backs_the_struck_did_not_strike_them() -> None:
    (strike,) = told("Ruritania carried out air strikes on rebels backed by Freedonia on Monday.")
    assert strike.attacker == "Ruritania"


@pytest.mark.parametrize(
    "title",
    [
        "Shares hit a record after Freedonia strikes Ruritania",
        "Markets calm after Freedonian airstrikes on Ruritania",
    ],
)
def test_what_others_did_after_an_attack_is_other_news(title: str) -> None:
    assert told("", title) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Six aid workers lost their lives.", "6 killed"),
        ("Fourteen lives were lost.", "14 killed"),
        ("Officials announced the death of two teachers.", "2 killed"),
        ("Sixteen convicts were killed.", "16 killed"),
        ("Nine of its staff are dead, the charity said.", "9 killed"),
        ("Twelve people taking part in a candlelit vigil were blown apart.", "12 killed"),
        ("Five people died; one more was wounded.", "1 injured, 5 killed"),
        ("A Ruritanian girl was seriously hurt.", "1 injured"),
        ("The driver, 43, was hurt.", ""),
    ],
)
def test_the_fallen_are_counted(sentence: str, expected: str) -> None:
    assert counted(LEAD + sentence) == expected


def test_a_lead_of_harm_dates_the_headline() -> None:
    (strike,) = told(
        "A two-storey home was holed early on Monday; nobody was in.",
        "Freedonian drone gets through to Strelsau",
    )
    assert strike.window is not None
    assert strike.window.end == date(2026, 3, 9)


def test_months_of_pressure_before_a_strike_make_it_no_memory() -> None:
    assert told("Freedonia struck Strelsau early on Tuesday after months of threats.")
    assert not told("Freedonia took Strelsau on Tuesday after months of air strikes on it.")


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("What we know about the strikes on Strelsau", Genre.NEWS),
        ("Freedonia strikes Strelsau | Special Report", Genre.NEWS),
        ("Freedonia cannot win this war | Ada Mare", Genre.OPINION),
        ("What the strikes on Strelsau mean", Genre.OPINION),
    ],
)
def test_what_sort_of_piece_a_title_promises(title: str, genre: Genre) -> None:
    assert genre_of(Article("a", title, "", TUESDAY)) is genre
