"""Who stands behind a number: the subject of the saying, or who was carried over."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article
from reading.strikes import read_strikes

TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


def claimants(text: str, title: str = "") -> dict[int, str | None]:
    found = read_strikes(annotate(Article("a", title, text, TUESDAY), MADE))
    return {f.low: f.claimant for strike in found for f in strike.figures}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "A Freedonian strike on Zenda killed nine people on Monday, mayor Rudolf Rassendyll"
                " said. Another 27 people were injured."
            ),
            {9: "Rudolf Rassendyll", 27: "Rudolf Rassendyll"},
        ),
        (
            (
                "The Ruritanian Air Force shot down 92 of the 110 drones that Freedonia launched"
                " overnight, it said."
            ),
            {92: "Ruritanian Air Force", 110: "Ruritanian Air Force"},
        ),
        (
            (
                "A Freedonian missile slammed into a clinic in Zenda on Monday, and"
                " officials said that"
                " 76 people were injured there."
            ),
            {76: "officials"},
        ),
        (
            "A Freedonian strike on Zenda killed seven on Monday, rescuers and police said.",
            {7: "rescuers and police"},
        ),
        (
            (
                "A Freedonian strike hit Zenda on Monday. The city's mayor, Rudolf"
                " Rassendyll, put the"
                " number of wounded at 34."
            ),
            {34: "Rudolf Rassendyll"},
        ),
        (
            (
                "Freedonia attacked Ruritania overnight. Air defences shot down 60 drones."
                " Eleven drones"
                " hit four places. The attack goes on, the Ruritanian Air Force said."
            ),
            {
                60: "Ruritanian Air Force",
                11: "Ruritanian Air Force",
                4: "Ruritanian Air Force",
            },
        ),
        (
            (
                "In the night, according to the Ruritanian Air Force, 298 drones flew towards"
                " Ruritania from Freedonia."
            ),
            {298: "Ruritanian Air Force"},
        ),
        (
            "According to an update from the 4th Army Area, Freedonia fired 15 rockets at Zenda.",
            {15: "4th Army Area"},
        ),
        (
            (
                "In a statement posted on Monday, Freedonia's army said it had fired 15 rockets at"
                " Zenda."
            ),
            {15: "Freedonia's army"},
        ),
    ],
)
def test_the_one_who_says_it_answers_for_it(text: str, expected: dict[int, str]) -> None:
    assert claimants(text) == expected


def test_a_paragraph_of_its_own_names_its_own_speaker_or_none() -> None:
    text = (
        "A Freedonian strike on Zenda killed nine people on Monday, medics said.\n\n"
        "Sixteen people were injured in Zenda."
    )
    assert claimants(text)[16] is None


@pytest.mark.parametrize("title", ["Fire reported after", "Power outages reported in"])
def test_what_is_reported_speaks_not(title: str) -> None:
    text = "A Freedonian strike on Zenda killed nine people on Monday."
    document = annotate(Article("a", f"{title} Freedonian strike on Zenda", text, TUESDAY), MADE)
    assert [strike.claimant for strike in read_strikes(document)] == [None]


def test_a_town_is_no_claimant() -> None:
    found = claimants(
        "The strike hit Zenda on Monday.", title="Zenda: 12 hurt in Freedonian strike"
    )
    assert found == {12: None}


def test_an_accuser_answers_for_the_numbers_that_he_adds() -> None:
    text = (
        "Rudolf Rassendyll accused the Freedonian army of bombing a mine in Zenda on Monday, saying"
        " that 17 people were killed."
    )
    assert claimants(text) == {17: "Rudolf Rassendyll"}
