"""The demo's bundled articles are whole: enough of them, in order, with their copies and errors."""

import json
import re
import tomllib
from collections import Counter
from datetime import date, datetime
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

import pytest

from reading.preset import Outlet

FIRST, LAST = date(2025, 7, 10), date(2025, 8, 20)
MONTHS = {"july": 7, "august": 8}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_AND_DATE = re.compile(
    r"\b(\w+day),? (?:(\d{1,2}) (July|August)|(July|August) (\d{1,2}))\b", re.IGNORECASE
)

Rows = list[dict[str, Any]]


def bundled(name: str) -> str:
    return (resources.files("bot") / "demo" / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def articles() -> Rows:
    return [json.loads(line) for line in bundled("articles.jsonl").splitlines()]


@pytest.fixture(scope="module")
def newsstand() -> dict[str, Any]:
    return tomllib.loads(bundled("outlets.toml"))


def versions(article: dict[str, Any]) -> list[str]:
    later = [r["text"] for r in article.get("revisions", ()) if "text" in r]
    return [article["text"], *later]


def test_there_are_enough_of_them_from_enough_outlets(articles: Rows) -> None:
    assert len(articles) >= 70
    assert len({article["outlet"] for article in articles}) >= 9
    assert len({slug for article in articles for slug in article["feeds"]}) >= 10


def test_ids_and_addresses_are_each_their_own(articles: Rows) -> None:
    assert len({article["id"] for article in articles}) == len(articles)
    assert len({article["url"] for article in articles}) == len(articles)


def test_times_have_zones_and_lie_within_the_replayed_days(articles: Rows) -> None:
    times = [datetime.fromisoformat(article["published"]) for article in articles]
    assert all(time.utcoffset() is not None for time in times)
    assert all(FIRST <= time.date() <= LAST for time in times)
    assert times == sorted(times)


def test_an_address_lies_on_the_outlets_domain_which_nobody_can_own(articles: Rows) -> None:
    for article in articles:
        assert urlsplit(article["url"]).hostname == article["domain"]
        # RFC 2606 keeps .example free of real sites.
        assert article["domain"].endswith(".example")


def test_feeds_and_outlets_agree(articles: Rows, newsstand: dict[str, Any]) -> None:
    outlets = {outlet["name"]: Outlet.model_validate(outlet) for outlet in newsstand["outlets"]}
    feeds = {feed["slug"]: feed for feed in newsstand["feeds"]}
    assert {feed["format"] for feed in feeds.values()} == {"rss", "atom"}
    for article in articles:
        assert article["domain"] in outlets[article["outlet"]].domains
        assert {feeds[slug]["outlet"] for slug in article["feeds"]} == {article["outlet"]}
    assert any(len(article["feeds"]) > 1 for article in articles)


def test_texts_are_of_a_newspapers_length(articles: Rows) -> None:
    for article in articles:
        for text in versions(article):
            assert 80 <= len(text.split()) <= 350, article["id"]


def test_corrections_come_later_and_change_something(articles: Rows) -> None:
    corrected = [article for article in articles if article.get("revisions")]
    assert len(corrected) >= 5
    for article in corrected:
        published = datetime.fromisoformat(article["published"])
        times = [datetime.fromisoformat(revision["at"]) for revision in article["revisions"]]
        assert [published, *times] == sorted({published, *times})
        texts = versions(article)
        assert len(set(texts)) == len(texts) > 1


def test_an_agencys_words_are_printed_by_others(articles: Rows) -> None:
    printed = Counter(article["text"] for article in articles)
    copied = [text for text, times in printed.items() if times > 1]
    assert len(copied) >= 5
    assert all("(Harbour Wire)" in text for text in copied)
    copiers = {a["outlet"] for a in articles if a["text"] in copied} - {"Harbour Wire"}
    assert len(copiers) >= 2


def test_a_weekday_beside_a_date_is_that_dates_weekday(articles: Rows) -> None:
    checked = 0
    for article in articles:
        for text in versions(article):
            for weekday, day, month, other_month, other_day in WEEKDAY_AND_DATE.findall(text):
                if weekday.lower() in DAYS:
                    number = MONTHS[(month or other_month).lower()]
                    named = date(2025, number, int(day or other_day))
                    assert DAYS[named.weekday()] == weekday.lower(), article["id"]
                    checked += 1
    assert checked >= 5
