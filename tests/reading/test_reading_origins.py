"""Who said it first: copies and credited agencies are one origin."""

import random
from datetime import UTC, datetime

from reading.facts import Article, Report
from reading.origins import CopyFinder, origins

STORY = (
    "Delegations of the two countries met for forty minutes in the old palace by the water and "
    "agreed to exchange prisoners, the head of the northern delegation told reporters after the "
    "meeting, adding that no date for another round had been set by either side so far."
)
OTHER = (
    "Air defences were at work over the capital during the night and debris fell on several "
    "districts, where rescuers pulled two people from a burning building, the mayor wrote, while "
    "trains in the south ran hours late because of damaged power lines near the border town."
)


def article(number: int, outlet: str, text: str) -> Article:
    return Article(str(number), "", text, datetime(2025, 7, 23, number, tzinfo=UTC), outlet=outlet)


def test_copies_have_the_origin_of_the_first_print_in_any_order() -> None:
    told = [
        (article(1, "First Post", STORY), Report("1")),
        (article(2, "Copycat", "By our staff. " + STORY[:180]), Report("2")),
        (article(3, "Third", STORY.replace("forty", "40")), Report("3")),
        (article(4, "Own Eyes", OTHER), Report("4")),
    ]
    expected = {"1": "First Post", "2": "First Post", "3": "First Post", "4": "Own Eyes"}
    for seed in range(5):
        assert origins(random.Random(seed).sample(told, len(told))) == expected


def test_a_credited_agency_is_the_origin_of_all_copies() -> None:
    told = [
        (article(1, "First Post", STORY), Report("1")),
        (article(2, "Copycat", STORY), Report("2", origin="The Wire")),
    ]
    assert origins(told) == {"1": "The Wire", "2": "The Wire"}


def test_a_headline_alone_proves_no_copy() -> None:
    finder = CopyFinder()
    finder.add("a", "Talks end after forty minutes")
    assert finder.add("b", "Talks end after forty minutes") == []


def test_no_articles_have_no_origins() -> None:
    assert origins([]) == {}
