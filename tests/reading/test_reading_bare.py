"""What a rule asks of a sentence first: its words and stems."""

from hypothesis import given
from hypothesis import strategies as st

from reading.bare import lower, stems, stems_of, words_of


def test_words_are_cut_at_every_other_sign() -> None:
    assert words_of("the cease-fire’s 1st day, 9am") == {
        "the", "cease", "fire", "s", "1st", "day", "9am",
    }  # fmt: skip


def test_one_stem_stands_for_all_forms_of_a_word() -> None:
    asked = stems("negotiate meeting met")
    for text in ("negotiators left", "they will meet", "they met"):
        assert not asked.isdisjoint(stems_of(words_of(text)))
    assert asked.isdisjoint(stems_of(words_of("the metro is shut")))


@given(st.text())
def test_lower_case_has_an_offset_for_every_letter(text: str) -> None:
    assert len(lower(text)) == len(text)
