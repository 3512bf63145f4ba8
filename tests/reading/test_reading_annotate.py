"""An article taken apart: everything found sits in its sentence, and no text breaks it."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_presets import MADE
from timed import grows_linearly

from reading.annotate import annotate, zones_of
from reading.document import TimeKind
from reading.facts import Article

PUBLISHED = datetime(2025, 7, 25, 12, tzinfo=UTC)
PIECES = [
    "On Sunday ",
    "two days later ",
    "said ",
    "“",
    "”",
    "9 a.m. ",
    "by Friday noon ",
    "450 drones ",
    "Ruritania",
    "’s Air Force ",
    "according to ",
    ", ",
    ". ",
    "\n",
    "May ",
    "2025",
    "10 or 12 days ",
    "from ",
    "the night of ",
    "overnight into Monday",
    "until 24:00 on 28 July ",
    "31-",
    "(",
    "Feb. 30 ",
    "the following day ",
    "between ",
    "and ",
    "0000-00-00 ",
    "9999 ",
    "year",
    "s ago ",
    "Easter ",
]


def _article(text: str, title: str = "Talks end") -> Article:
    return Article("a", title, text, PUBLISHED)


def test_spans_count_from_the_title() -> None:
    document = annotate(_article("Ruritania launched 450 drones on Monday."), MADE)
    assert document.text == "Talks end\n\nRuritania launched 450 drones on Monday."
    title, body = document.sentences
    assert (title.heading, body.heading) == (True, False)
    for found in (*body.times, *body.numbers, *body.names):
        assert body.span[0] <= found.span[0] < found.span[1] <= body.span[1]
    assert document.text[slice(*body.numbers[0].span)] == "450"


def test_a_number_in_a_date_is_no_count() -> None:
    document = annotate(_article("On 5 May, 12 towns fell within 10 days."), MADE)
    assert [n.low for n in document.sentences[1].numbers] == [12]


def test_story_days_follow_from_each_other() -> None:
    text = (
        "Drones came on Saturday and on Sunday. Two days later 74 more were downed.\n\n"
        "It went on the following day."
    )
    document = annotate(_article(text), MADE)
    days = [t.window.start for s in document.sentences for t in s.times if t.window]
    assert days == [date(2025, 7, 19), date(2025, 7, 20), date(2025, 7, 22), date(2025, 7, 23)]


def test_words_of_a_quote_count_from_the_day_it_was_said() -> None:
    text = "“It ends 10 days from today,” Firefly said on Monday. They meet tomorrow."
    document = annotate(_article(text), MADE)
    quoted, plain = document.sentences[1:]
    assert quoted.times[0].window is not None
    assert quoted.times[0].window.start == date(2025, 7, 31)
    assert plain.times[0].window is not None
    assert plain.times[0].window.start == date(2025, 7, 26)


def test_a_zone_is_the_party_s_own() -> None:
    assert zones_of(MADE)["Strelsau"] == "Europe/Prague"
    document = annotate(_article("It starts at 9 a.m. on Monday Strelsau time."), MADE)
    window = document.sentences[1].times[0].window
    assert window is not None
    assert window.zone == "Europe/Prague"


def test_an_article_without_a_time_is_refused() -> None:
    with pytest.raises(ValueError, match="no publication time"):
        annotate(Article("a", "T", "x"), MADE)
    with pytest.raises(ValueError, match="no time zone"):
        annotate(Article("a", "T", "x", PUBLISHED.replace(tzinfo=None)), MADE)


def test_an_empty_article_has_no_sentences() -> None:
    assert annotate(_article("", ""), MADE).sentences == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_text_breaks_it(pieces: list[str]) -> None:
    document = annotate(_article("".join(pieces)), MADE)
    for sentence in document.sentences:
        for group in (sentence.times, sentence.numbers, sentence.names):
            position = sentence.span[0]
            for found in group:
                assert position <= found.span[0] < found.span[1] <= len(document.text)
                position = found.span[1]
        for times in sentence.times:
            assert (times.window is None) == (times.kind is TimeKind.DURATION)
        for attribution in sentence.attributions:
            assert attribution.span[0] < attribution.span[1]
            assert attribution.claimant


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400), st.datetimes(timezones=st.just(UTC)))
def test_no_characters_and_no_day_break_it(text: str, published: datetime) -> None:
    annotate(Article("a", "Talks by Friday, two weeks later", text, published), MADE)


@pytest.mark.parametrize(
    "junk", ["a ", "1 ", "\n", ".", "said, ", "“", "9" * 50, "on May ", "(the ", "to 1-", "  \t"]
)
def test_junk_is_read_in_linear_time(junk: str) -> None:
    grows_linearly(lambda size: annotate(_article(junk * (size // len(junk))), MADE))


@pytest.mark.parametrize(
    "edge", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)]
)
def test_the_ends_of_the_calendar_break_nothing(edge: datetime) -> None:
    text = "Two years ago, last year, next month, by Friday, in two weeks, overnight, since 1066."
    annotate(Article("a", "T", text, edge), MADE)
