"""Articles in languages that are not read: told, marked and never misread."""

from datetime import UTC, datetime

import pytest

from reading.abroad import WAR_WORDS
from reading.facts import Article, Report
from reading.preset import Preset, parse_preset
from reading.reader import read

PUBLISHED = datetime(2025, 7, 25, 12, tzinfo=UTC)
WAR = parse_preset(
    {
        "slug": "north-south",
        "name": "War of North and South",
        "parties": [
            {"name": "Northland", "abroad": ["nordlandi", "нордланд", "北国"]},
            {"name": "Southland", "abroad": ["sudlandi", "зюдланд", "南国", "سودلاند"]},
            {"name": "Greatland", "abroad": ["grandlandi"], "tells": False},
        ],
    }
)


def _read(title: str, text: str = "", preset: Preset = WAR) -> Report:
    return read(Article("a", title, text, PUBLISHED), [preset])


@pytest.mark.parametrize(
    ("title", "text", "lang"),
    [
        ("Nordlandia ataca Sudlandia con misiles", "Hubo tres muertos en la ciudad.", "es"),
        ("Переговоры с Нордландом отложены", "Делегации вернутся в город позже.", "ru"),
        ("北国と南国が停戦で協議", "代表団は月曜日に到着した。", "ja"),
        ("هدنة", "بدأت المفاوضات وسودلاند ترفض وقف القصف على المدينة", "ar"),
    ],
)
def test_news_of_the_war_in_another_language_is_marked(title: str, text: str, lang: str) -> None:
    report = _read(title, text)
    assert (report.conflict, report.lang) == ("north-south", lang)
    assert report.problem == f"not read: language {lang}"
    assert not report.kinds
    assert not report.strikes


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("La selección de Nordlandia gana en casa", "El partido terminó tres a uno anoche."),
        ("Grandlandia sufre un ataque con drones", "Hubo tres muertos en la ciudad."),
        ("El gobierno anuncia una tregua con los sindicatos", "Habrá negociaciones mañana."),
    ],
)
def test_other_news_in_another_language_is_about_nothing(title: str, text: str) -> None:
    report = _read(title, text)
    assert (report.conflict, report.problem) == (None, None)


def test_a_short_headline_in_english_is_no_other_language() -> None:
    for title in ("Northland, Southland talks end", "Drone hits Northland depot: Southland"):
        assert _read(title).lang == "en"


def test_every_language_has_words_of_war() -> None:
    for code, words in WAR_WORDS.items():
        assert len(code) == 2
        assert words == words.lower()
