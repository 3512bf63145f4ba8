"""Where sentences end in news text, and what stands as a heading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading import sentences

ONE = [
    "Lt. Gen. Jones met Sen. Smith in the U.S. capital.",
    "The U.S. Air Force said so.",
    "It began at 9 a.m. Moscow time on the front.",
    "It began at 9 a.m. Monday near the river.",
    "Talks opened on Oct. 3 in the city.",
    "Resolution No. 12 was adopted.",
    "J. R. Doe spoke for 1.5 hours.",
    '"Stop it!" he said.',
    "Mr. Doe and Dr. Roe left.",
]
TWO = [
    ("They left at 9 p.m. Shelling resumed.", "Shelling resumed."),
    ("They met in the U.S. The talks failed.", "The talks failed."),
    ('He said "it is over." They left.', "They left."),
    ("Is it over? Nobody knows.", "Nobody knows."),
    ("They lost 12. Three were hurt.", "Three were hurt."),
    ("It was Friday… “We wait,” he said.", "“We wait,” he said."),
]


@pytest.mark.parametrize("text", ONE)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert [text[s.start : s.end] for s in sentences.split(text)] == [text]


@pytest.mark.parametrize(("text", "second"), TWO)
def test_a_stop_before_an_opener_ends_one(text: str, second: str) -> None:
    assert [text[s.start : s.end] for s in sentences.split(text)][1:] == [second]


def test_a_line_without_a_stop_is_a_heading_unless_it_is_the_last() -> None:
    spans = sentences.split(
        "Talks end\n\nThey met. They parted.\nMore to read\nThe end of the page"
    )
    assert [s.heading for s in spans] == [True, False, False, True, False]
    assert [s.paragraph for s in spans] == [0, 1, 1, 2, 3]


def test_a_wrapped_line_goes_on() -> None:
    text = "The sides met in the city and\nagreed on nothing."
    assert len(sentences.split(text)) == 1


def test_nothing_makes_no_sentence() -> None:
    assert sentences.split(" \n \n") == []


@given(st.text(alphabet=st.sampled_from("Aa1 .!?\n\"“”,'…\t\u00a0é"), max_size=300))
def test_spans_are_ordered_and_hold_every_visible_character(text: str) -> None:
    spans = sentences.split(text)
    position = 0
    for span in spans:
        assert position <= span.start < span.end
        assert not text[position : span.start].strip()
        position = span.end
    assert not text[position:].strip()
