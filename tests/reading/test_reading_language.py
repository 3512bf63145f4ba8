"""Which language a text is in."""

import pytest

from reading.language import detect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between the sides ended in the city on Friday.", "en"),
        ("Talks end", "en"),
        ("Переговоры закончились в пятницу без соглашения.", "ru"),
        ("Переговори закінчилися у п’ятницю, без угоди між сторонами.", "uk"),
        ("Les négociations se sont terminées vendredi sans accord.", "fr"),
        ("انتهت المحادثات يوم الجمعة دون اتفاق", "ar"),
    ],
)
def test_it_tells_the_language(text: str, expected: str) -> None:
    assert detect(text, "en-US" if expected == "en" else None) == expected


def test_a_hint_decides_only_for_a_few_words() -> None:
    assert detect("Istanbul, 23", "tr-TR") == "tr"
    assert detect("The talks have ended and they will not be resumed.", "tr") == "en"


def test_nothing_is_in_no_language() -> None:
    assert detect("  12 ") is None
    assert detect("", "en_GB") == "en"
    assert detect("", "?") is None
