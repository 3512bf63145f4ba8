"""Names of a preset in text: longest first, under one spelling, on their side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_presets import MADE

from reading import names
from reading.document import NameKind as K
from reading.preset import Actor

FOUND = [
    (
        "Ruritania and Freedonia met.",
        [("Ruritania", K.PARTY, "Ruritania"), ("Freedonia", K.PARTY, "Freedonia")],
    ),
    ("RURITANIA AND THE WAR", [("Ruritania", K.PARTY, "Ruritania")]),
    ("Rassendyll left.", [("Rudolf Rassendyll", K.PERSON, "Ruritania")]),
    ("Rudolph Rassendyll’s envoy left.", [("Rudolf Rassendyll", K.PERSON, "Ruritania")]),
    ("President Firefly spoke.", [("Rufus Firefly", K.PERSON, "Freedonia")]),
    ("In Firefly City they met.", [("Firefly City", K.PLACE, "Freedonia")]),
    ("Cetin Isik spoke.", [("Çetin Işık", K.PERSON, "Sylvania")]),
    ("Çetin Işık spoke.", [("Çetin Işık", K.PERSON, "Sylvania")]),
    ("Ruritania’s air force said so.", [("Ruritanian Air Force", K.BODY, "Ruritania")]),
    ("He spoke aboard Ruritania’s Air Force One.", []),
    (
        "The Freedonian Defense Ministry said so.",
        [("Freedonian Defence Ministry", K.BODY, "Freedonia")],
    ),
    ("Strelsau rejected it.", [("Ruritania", K.PARTY, "Ruritania")]),
    ("Drones fell in Strelsau.", [("Strelsau", K.PLACE, "Ruritania")]),
    ("Reuters wrote so.", [("Reuters", K.AGENCY, None)]),
    ("his sister Flavia Rassendyll said", []),
    ("a letter by his sister Flavia Firefly", []),
    ("that on Monday Firefly spoke.", [("Rufus Firefly", K.PERSON, "Freedonia")]),
    ("talks in Bergen Firefly left.", [("Rufus Firefly", K.PERSON, "Freedonia")]),
    (
        "told Reuters Firefly was ill.",
        [("Reuters", K.AGENCY, None), ("Rufus Firefly", K.PERSON, "Freedonia")],
    ),
    ("Ruritanians' Zendamania", [("Ruritania", K.PARTY, "Ruritania")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_it_names(text: str, expected: list[tuple[str, K, str | None]]) -> None:
    assert [(n.canonical, n.kind, n.party) for n in names.find(text, MADE)] == expected


def test_an_adjective_is_marked() -> None:
    found = names.find("Freedonian drones over Freedonia", MADE)
    assert [n.adjective for n in found] == [True, False]


@given(st.lists(st.sampled_from(["Ruritania", "’s", " ", "Zenda", "ş", "Air Force", "-", "\n"])))
def test_spans_lie_in_the_text_and_never_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    position = 0
    for name in names.find(text, MADE):
        assert position <= name.span[0] < name.span[1] <= len(text)
        position = name.span[1]


TWO_LOTHARS = MADE.model_copy(
    update={
        "actors": (
            Actor(name="Karl Lothar", party="Ruritania"),
            Actor(name="Max Lothar", party="Freedonia"),
            Actor(name="Emil Tarlheim", party="Ruritania"),
            Actor(name="Ada Tarlheim", party="Freedonia", surname=False),
        )
    }
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Max Lothar spoke. Lothar left.", ["Max Lothar", "Max Lothar"]),
        ("Max Lothar met Karl Lothar. Lothar left.", ["Max Lothar", "Karl Lothar"]),
        ("Lothar left.", []),
        ("Tarlheim left.", ["Emil Tarlheim"]),
        ("Ada Tarlheim spoke. Tarlheim left.", ["Ada Tarlheim", "Ada Tarlheim"]),
    ],
)
def test_a_surname_of_two_is_his_whom_the_text_names_in_full(text: str, who: list[str]) -> None:
    assert [name.canonical for name in names.find(text, TWO_LOTHARS)] == who
