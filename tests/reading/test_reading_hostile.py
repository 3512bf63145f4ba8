"""Texts that nobody writes but a feed may carry: no fault, no endless reading, no made-up fact."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_presets import MADE
from timed import grows_linearly

from reading.facts import Article
from reading.reader import plain_text, read

NOON = datetime(2025, 7, 21, 12, tzinfo=UTC)
LEAD = "Ruritania and Freedonia hold talks on a ceasefire"
WORDS = """
9999-year 9000 within hours days|until 8999|by 31 December 9999|Feb. 29|24:30|13 p.m.|10 or 12 days
999,999,999|1.5|half a|a dozen|5 billion billion|-5|zero|99th|Ramadan|Ruritania|Freedonia|Zenda
killed|wounded|people|drones|missiles|strike|struck|overnight|ceasefire|deadline|ultimatum|talks
round|met|will|agreed to|extended|expires|gave|prisoners|each|for|after|since|tomorrow|next week
no|more than|at least|.|;|“|’s|(|<b>|&amp;|&#x110000;|\u2028|\x00|\ud800|from today|or else
""".replace("\n", "|").split("|")


def said(text: str, title: str = LEAD) -> object:
    return read(Article("a", title, text, NOON), [MADE])


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ruritania sets Freedonia a 9000-year deadline to end the war", "It was not explained."),
        (LEAD, "A 9000-year ultimatum to Freedonia expires, Ruritania said."),
        (LEAD, f"Freedonian drones killed 5 {'billion ' * 40}people in Zenda."),
        (LEAD, f"Freedonia &#{'9' * 5_000}; attacked Zenda."),
    ],
)
def test_numbers_beyond_all_bounds_are_no_fault(title: str, text: str) -> None:
    said(text, title)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_salad_of_words_is_a_fault(words: list[str]) -> None:
    said(" ".join(words))


@pytest.mark.parametrize("word", ["ceasefire ", "July 24 ", "killed 12 ", "talks "])
def test_a_sentence_without_end_takes_no_more_than_its_length(word: str) -> None:
    grows_linearly(lambda size: said(word * (size // len(word))), small=2_000)


@pytest.mark.parametrize("mark", ["<script>", "<!--", "<script></script", "<style x"])
def test_markup_without_end_takes_no_more_than_its_length(mark: str) -> None:
    grows_linearly(lambda size: plain_text(mark * (size // len(mark))), small=30_000)


def test_scripts_styles_and_comments_are_not_read() -> None:
    page = "A<script>x</script >B<!-- y -->C<STYLE a='1'>z</style>D<script>unended"
    assert plain_text(page).split() == ["A", "B", "C", "D", "unended"]
