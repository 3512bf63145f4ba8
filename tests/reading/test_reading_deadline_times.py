"""The times that deadlines fall due at, as news prints them."""

from datetime import UTC, date, datetime

import pytest
from small_wars import RURITANIA, news

from reading.annotate import annotate
from reading.contract import article_from_json
from reading.deadlines import read_deadlines
from reading.times import find
from reading.times_calendar import hanukkah, passover, rosh_hashanah

TUESDAY = datetime(2031, 3, 11, 12, tzinfo=UTC)


def _ends(text: str, ref: datetime = TUESDAY) -> list[tuple[str, date]]:
    return [(t.text, t.window.end) for t in find(text, ref) if t.window is not None]


@pytest.mark.parametrize(
    ("marked", "end"),
    [
        ("The group was given [a week] to leave.", date(2031, 3, 18)),
        ("They gave it [a fortnight] to comply.", date(2031, 3, 25)),
        ("They have [a month] to lay down their arms.", date(2031, 4, 11)),
        ("Its troops were told to leave [within a week].", date(2031, 3, 18)),
        ("They meet again on [Friday week].", date(2031, 3, 21)),
        ("The pause ends [a week from Friday].", date(2031, 3, 21)),
        ("[By this time next week] it will be over.", date(2031, 3, 18)),
        ("They have until [the end of the day].", date(2031, 3, 11)),
        ("It must be done [before the year is out].", date(2031, 12, 31)),
        ("He wants it done [before the end of the year].", date(2031, 12, 31)),
        ("The deadline is [the 15th of this month].", date(2031, 3, 15)),
        ("The war should be over [by summer].", date(2031, 8, 31)),
        ("It gave them until [6 p.m. Strelsau time on Sunday] to accept.", date(2031, 3, 16)),
        ("They are to go free [by noon on Saturday].", date(2031, 3, 15)),
        ("It runs out at [20:00 on Friday].", date(2031, 3, 14)),
        ("Sanctions return at [midnight GMT between 27 and 28 March].", date(2031, 3, 28)),
        ("They have until [Passover] to accept.", date(2031, 4, 8)),
    ],
)
def test_a_term_as_news_prints_it(marked: str, end: date) -> None:
    """The term stands in brackets, which are taken out before the text is read."""
    words = marked[marked.index("[") + 1 : marked.index("]")]
    assert (words, end) in _ends(marked.replace("[", "").replace("]", ""))


@pytest.mark.parametrize(
    "text",
    [
        "At the end of the day it is for them to say.",
        "The plan gives families roughly $7 a month.",
        "They had a day to remember.",
        "The cup is held before the Winter Classic.",
        "Prices are driven up by summer travel.",
    ],
)
def test_manners_of_speaking_are_no_terms(text: str) -> None:
    assert [t for t in find(text, TUESDAY) if t.kind == "deadline"] == []


def test_in_january_the_year_end_looked_back_on_is_the_last_one() -> None:
    january = datetime(2031, 1, 8, tzinfo=UTC)
    assert _ends("The army met the year-end deadline.", january)[0][1] == date(2030, 12, 31)
    assert _ends("They must disarm by year-end.", january)[0][1] == date(2031, 12, 31)


def test_one_more_day_is_a_length() -> None:
    (found,) = find("The truce goes on for one more day.", TUESDAY)
    assert (found.text, found.hours) == ("one more day", (24, 24))


def test_jewish_feasts_fall_on_the_days_of_the_printed_calendars() -> None:
    assert rosh_hashanah(2025) == date(2025, 9, 23)
    assert [passover(year) for year in (2024, 2025, 2026)] == [
        date(2024, 4, 23),
        date(2025, 4, 13),
        date(2026, 4, 2),
    ]
    assert [hanukkah(year) for year in (2024, 2025)] == [date(2024, 12, 26), date(2025, 12, 15)]


def test_days_are_those_of_the_clock_that_the_article_was_printed_by() -> None:
    line = {
        "id": "a",
        "title": "Ruritania has at most 15 days, Holm says",
        "text": "Greta Holm of Grandmark gave Ruritania 15 days to withdraw its troops.",
    }
    evening = article_from_json({**line, "published": "2031-03-10T20:10:00-05:00"})
    night = article_from_json({**line, "published": "2031-03-11T00:40:00+03:00"})
    for article in (evening, night):
        (told,) = read_deadlines(annotate(article, RURITANIA))
        assert told.said_on == date(2031, 3, 10)
        assert told.window is not None
        assert told.window.end == date(2031, 3, 25)


def test_a_weekday_is_of_that_clock_too() -> None:
    article = article_from_json(
        {
            "id": "a",
            "title": "Ruritania and Grandmark sign",
            "text": "They signed it at 1 a.m. on Tuesday.",
            "published": "2031-03-11T02:00:00+04:00",
        }
    )
    (time,) = annotate(article, RURITANIA).sentences[1].times
    assert time.window is not None
    assert time.window.start == date(2031, 3, 11)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("On Tuesday they said they had until 7:30 that evening to leave.", 19),
        ("On Tuesday they said they had until 9:45 p.m. that evening to leave.", 21),
        ("On Tuesday they said they had until 13:00 that afternoon to leave.", 13),
    ],
)
def test_a_part_of_the_day_tells_which_half_of_it_is_meant(text: str, hour: int) -> None:
    told = [t.window for t in find(text, TUESDAY) if t.window is not None][-1]
    assert told.end_time is not None
    assert told.end_time.hour == hour


def test_a_weekday_until_which_somebody_had_time_has_passed() -> None:
    (statement,) = read_deadlines(
        news(
            RURITANIA,
            "2025-12-17",
            "Grandmark's rebels ignore Ruritania",
            "Ruritania had given Grandmark until Monday to quit Brobdir. Its troops were still in"
            " the town on Wednesday.",
        )
    )
    assert statement.window is not None
    assert statement.window.end == date(2025, 12, 15)


def test_a_length_set_in_some_month_counts_from_no_day() -> None:
    told = read_deadlines(
        news(
            RURITANIA,
            "2025-05-11",
            "Ruritania and Grandmark end talks",
            "Ruritania and Grandmark ended talks on Sunday. In a letter to Holm in March Elphberg"
            " set a two-month deadline for a truce.",
        )
    )
    assert not told
