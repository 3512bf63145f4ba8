"""Counts in news text: their bounds, how sure they are, and what they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading import numbers
from reading.facts import Qualifier

COUNTS = [
    (
        "Ruritania launched 450 missiles and drones overnight.",
        450,
        450,
        Qualifier.EXACT,
        "missiles and drones",
    ),
    ("at least two people were killed", 2, None, Qualifier.AT_LEAST, "people"),
    ("and 16 wounded in the attack", 16, 16, Qualifier.EXACT, "wounded"),
    ("exchange 1,200 prisoners of war each", 1200, 1200, Qualifier.EXACT, "prisoners of war"),
    ("more than 2,000 drones in a day", 2000, None, Qualifier.MORE_THAN, "drones"),
    ("no fewer than 103 drones were sent", 103, None, Qualifier.AT_LEAST, "drones"),
    ("nearly 600 drones flew", 600, 600, Qualifier.ABOUT, "drones flew"),
    ("up to 50 fighters crossed", 0, 50, Qualifier.UP_TO, "fighters crossed"),
    ("no more than 5 vessels a day", 0, 5, Qualifier.UP_TO, "vessels a day"),
    ("two dozen buildings burned", 24, 24, Qualifier.EXACT, "buildings burned"),
    ("dozens of homes", 24, 99, Qualifier.RANGE, "homes"),
    ("build “hundreds of thousands” more drones", 200_000, 999_999, Qualifier.RANGE, "more drones"),
    ("some 1.5 million people fled", 1_500_000, 1_500_000, Qualifier.ABOUT, "people fled"),
    ("between 20 and 30 soldiers", 20, 30, Qualifier.RANGE, "soldiers"),
    ("20 to 30 soldiers", 20, 30, Qualifier.RANGE, "soldiers"),
    ("two or three rockets", 2, 3, Qualifier.RANGE, "rockets"),
    ("two to three million people", 2_000_000, 3_000_000, Qualifier.RANGE, "people"),
    ("three or more civilians died", 3, None, Qualifier.AT_LEAST, "civilians died"),
    ("twenty-three people were hurt", 23, 23, Qualifier.EXACT, "people"),
    ("half a dozen towns", 6, 6, Qualifier.EXACT, "towns"),
    ("a hundred soldiers", 100, 100, Qualifier.EXACT, "soldiers"),
    ("One person was killed", 1, 1, Qualifier.EXACT, "person"),
    ("4 killed and 16", 4, 4, Qualifier.EXACT, "killed"),
    ("three of them were children", 3, 3, Qualifier.EXACT, ""),
]

NONE = [
    "MiG-29 and Kh-101 and S-300 and F-16",
    "on 5 May and July 28",
    "in 2025 the war",
    "at 9:30 or 9 a.m.",
    "a man aged 12 and a 77-year-old",
    "children aged 8, 12 and 17 died",
    "rose 12% or 3 per cent",
    "worth $450 million or 5 million euros",
    "the 23rd brigade and the 2nd round",
    "Resolution 1701, Article 5, No. 12 and Highway 60",
    "a 24-hour ceasefire and a 19-point text",
    "no one of the group, this one, one of them",
    "two thirds of the town",
    "won 3-1 at home",
    "John Doe, 34, was hurt",
    "within 72 hours",
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier", "noun"), COUNTS)
def test_it_counts(text: str, low: int, high: int | None, qualifier: Qualifier, noun: str) -> None:
    found = numbers.find(text)[0]
    assert (found.low, found.high, found.qualifier, found.noun) == (low, high, qualifier, noun)


@pytest.mark.parametrize("text", NONE)
def test_it_counts_nothing(text: str) -> None:
    assert [text[n.span[0] : n.span[1]] for n in numbers.find(text)] == []


def test_each_number_keeps_its_own_noun() -> None:
    text = "11 missiles and 9 drones struck, wounding 5 and killing at least two people"
    assert [(n.low, n.noun) for n in numbers.find(text)] == [
        (11, "missiles"),
        (9, "drones struck"),
        (5, ""),
        (2, "people"),
    ]


def test_a_taken_span_is_no_count() -> None:
    text = "gave them 50 days and 12 tanks"
    start = text.index("50")
    assert [n.low for n in numbers.find(text, [(start, start + 7)])] == [12]


@given(st.text(alphabet=st.sampled_from("019 ,.-–to$%andmoreths'\n"), max_size=200))
def test_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    position = 0
    for number in numbers.find(text):
        assert position <= number.span[0] < number.span[1] <= len(text)
        assert number.high is None or number.low <= number.high
        position = number.span[1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Three hundred and three men returned.", 303),
        ("One hundred twenty-five people died.", 125),
        ("a hundred and fourteen dead", 114),
        ("Two thousand five hundred fled.", 2500),
        ("one thousand and twelve bodies", 1012),
        ("one hundred and ten thousand people", 110_000),
    ],
)
def test_a_number_in_words_goes_on_behind_its_scale(text: str, value: int) -> None:
    assert [(number.low, number.high) for number in numbers.find(text)] == [(value, value)]


@pytest.mark.parametrize(
    "text", ["Three hundred died, and three fled.", "two hundred and three more were hurt"]
)
def test_a_second_count_is_no_part_of_the_first(text: str) -> None:
    assert len(numbers.find(text)) == 2
