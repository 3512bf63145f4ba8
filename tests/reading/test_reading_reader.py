"""A whole article in, a whole report out; bad input gives a reason and never a made-up fact."""

from datetime import UTC, datetime, timedelta

import pytest
from made_presets import MADE

from reading.facts import Article, Kind, Report
from reading.reader import LONGEST, plain_text, read

MONDAY = datetime(2025, 7, 21, 12, tzinfo=UTC)
STRIKE = "Freedonian drones struck Zenda overnight, killing two people, the governor said."


def report(
    title: str,
    text: str = STRIKE,
    *,
    published: datetime | None = MONDAY,
    url: str = "",
    outlet: str = "",
    lang: str | None = None,
    now: datetime | None = None,
) -> Report:
    article = Article("a1", title, text, published, url, outlet, lang)
    return read(article, [MADE], now=now)


def test_a_strike_is_reported_with_its_kind() -> None:
    found = report("Two dead in Zenda")
    assert (found.id, found.conflict, found.kinds) == ("a1", MADE.slug, (Kind.STRIKE,))
    assert (found.lang, found.problem) == ("en", None)


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Opinion | Freedonia must stop", ""),
        ("Editorial: Freedonia must stop", ""),
        ("Why does Freedonia strike Zenda?", ""),
        ("Freedonia must stop", "https://paper.example/opinion/2025/stop"),
        ("Freedonia’s war: List of key events, day 900", ""),
    ],
)
def test_opinion_and_standing_pages_recall_and_do_not_report(title: str, url: str) -> None:
    found = report(title, url=url)
    assert found.kinds == ()
    assert all(strike.background for strike in found.strikes)


def test_a_column_gives_itself_away_by_its_voice() -> None:
    text = (
        "I woke in my hotel when Freedonian drones struck Strelsau overnight, killing two people."
    )
    assert report("A night in Strelsau", text).kinds == ()


def test_the_first_person_in_a_quote_is_no_column() -> None:
    text = STRIKE + " “I ran to my cellar,” said a neighbour."
    assert report("Two dead in Zenda", text).kinds == (Kind.STRIKE,)


def test_a_live_page_reports_what_its_headline_says() -> None:
    found = report("War live: Freedonian drones strike Zenda, killing two")
    assert found.kinds == (Kind.STRIKE,)


def test_a_strike_that_did_not_happen_is_no_kind() -> None:
    text = "Rassendyll said he does not believe that Ruritania struck the palace in Firefly City."
    assert report("Doubts over alleged Ruritanian drone attack", text).kinds == ()


def test_nothing_of_ours_is_an_empty_report() -> None:
    assert report("Bake sale raises 300", "The fair was on Sunday.") == Report("a1")


def test_an_article_without_date_is_not_read() -> None:
    found = report("Two dead in Zenda", published=None)
    assert found.problem is not None
    assert "date" in found.problem
    assert (found.kinds, found.strikes) == ((), ())


def test_a_date_that_cannot_be_is_not_counted_from() -> None:
    future = report("Two dead in Zenda", published=MONDAY + timedelta(days=30), now=MONDAY)
    ancient = report("Two dead in Zenda", published=datetime(1970, 1, 1, tzinfo=UTC))
    assert "future" in str(future.problem)
    assert "1970" in str(ancient.problem)
    assert future.strikes == ancient.strikes == ()


def test_a_clock_that_is_a_day_ahead_is_forgiven() -> None:
    found = report("Two dead in Zenda", published=MONDAY + timedelta(hours=20), now=MONDAY)
    assert found.kinds == (Kind.STRIKE,)


def test_an_empty_article_says_so() -> None:
    assert report("", "").problem == "not read: title and text are empty"


def test_a_title_alone_is_read_and_said() -> None:
    found = report("Freedonian drone strike kills two in Zenda", "")
    assert found.kinds == (Kind.STRIKE,)
    assert "title" in str(found.problem)


def test_another_language_is_named_and_not_misread() -> None:
    text = (
        "In der Nacht haben Drohnen aus Freedonia die Stadt Zenda angegriffen. Zwei Menschen wurden"
        " getötet und fünf verletzt, teilte der Gouverneur am Montag mit. Talks attack."
    )
    found = report("Drohnen treffen Zenda", text)
    assert (found.lang, found.problem) == ("de", "not read: language de")
    assert found.strikes == ()


def test_a_megabyte_is_cut_and_said() -> None:
    found = report("Two dead in Zenda", STRIKE + " Nothing more happened." * 50_000)
    assert found.kinds == (Kind.STRIKE,)
    assert found.problem == f"text cut at {LONGEST} characters"


@pytest.mark.parametrize(
    ("soup", "plain"),
    [
        (
            "<p>Drones&nbsp;hit <b>Zenda</b>.</p><script>alert(1)</script>",
            "Drones\u00a0hit  Zenda .",
        ),
        ("Freedonia\u2019s \u200bdrones", "Freedonia\u2019s drones"),
        ("Freedoniaâ€™s drones", "Freedonia\u2019s drones"),
        ("a\r\nb\x00", "a\nb"),
    ],
)
def test_markup_and_broken_letters_are_cleaned(soup: str, plain: str) -> None:
    assert " ".join(plain_text(soup).split()) == " ".join(plain.split())


def test_html_soup_is_read_like_text() -> None:
    found = report(
        "Zenda", "<div><p>Freedonian drones <i>struck</i> Zenda overnight,</p> killing two"
    )
    assert found.kinds == (Kind.STRIKE,)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("STRELSAU (Reuters) - " + STRIKE, ""),
        (STRIKE + " (Reuters)", ""),
        (STRIKE, "Zenda Gazette (Reuters)"),
        (STRIKE + " The news was first reported by Reuters.", ""),
    ],
)
def test_the_credited_agency_is_the_origin(text: str, outlet: str) -> None:
    assert report("Two dead in Zenda", text, outlet=outlet).origin == "Reuters"


def test_no_credit_is_no_origin() -> None:
    assert report("Two dead in Zenda").origin is None
