"""The prefilter: which conflict an article is about, and a quick no for all else."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE
from timed import within

from reading.annotate import annotate
from reading.facts import Article
from reading.preset import Party, Place, Preset
from reading.relevance import Relevance, relevance_of
from reading.strikes import read_strikes

OTHER = Preset(
    slug="moria-rohan",
    name="War between Moria and Rohan",
    parties=(
        Party(name="Moria", adjectives=("Morian",)),
        Party(name="Rohan", aliases=("Riddermark",), adjectives=("Rohirric",)),
    ),
    places=(Place(name="Helm's Deep", party="Rohan"), Place(name="Zenda Falls", party="Moria")),
)
BOTH = Relevance([MADE, OTHER])


def article(title: str, text: str = "") -> Article:
    return Article("a", title, text, datetime(2025, 7, 21, tzinfo=UTC))


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Freedonian drones hit Zenda", "ruritania-freedonia"),
        ("FREEDONIA LAUNCHES MISSILES", "ruritania-freedonia"),
        ("Freedonia’s envoys arrive for talks", "ruritania-freedonia"),
        ("Morian-held bridge shelled", "moria-rohan"),
        ("Talks end between Rohan and Moria as Freedonia looks on", "moria-rohan"),
        ("Attack on Helm's Deep kills two", "moria-rohan"),
        ("Fifth Moria-Rohan round on Friday", "moria-rohan"),
        ("Moria and Rohan, side by side", "moria-rohan"),  # both sides: worth a closer look
    ],
)
def test_the_best_fitting_conflict_is_named(title: str, slug: str) -> None:
    found = BOTH.best(article(title))
    assert found is not None
    assert found.slug == slug


def test_a_headline_with_both_sides_outweighs_the_background() -> None:
    text = "Rohan and Moria have fought at Helm's Deep and at Zenda Falls, the Riddermark says."
    found = BOTH.best(article("Freedonia fires missiles at Ruritania", f"{text} Rohirric fire."))
    assert found is not None
    assert found.slug == "ruritania-freedonia"


@pytest.mark.parametrize(
    "title",
    [
        "Ten recipes for a rainy Sunday",
        "Freedonian tourism board picks a new logo",  # a party, but no event
        "Missile attack kills three in Sylvania",  # an event, but none of the sides
        "A helm found in the deep",  # words of a name are not the name
        "",
    ],
)
def test_all_else_is_turned_away(title: str) -> None:
    assert BOTH.best(article(title)) is None


def test_the_text_counts_as_much_as_the_title() -> None:
    assert BOTH.best(article("Morning news", "Two died when drones struck Strelsau.")) is MADE


def test_the_compiled_filter_is_kept_for_the_same_presets() -> None:
    assert relevance_of([MADE, OTHER]) is relevance_of([MADE, OTHER])
    assert relevance_of([MADE]) is not relevance_of([MADE, OTHER])


def test_a_no_costs_less_than_a_tenth_of_a_millisecond() -> None:
    entry = article("Council approves budget for parks", "The vote was unanimous on Monday. " * 10)
    within(0.1, lambda: [BOTH.best(entry) for _ in range(1000)])


def test_a_headline_with_both_sides_says_whose_war_it_is() -> None:
    east = Preset(
        slug="mordor-rohan",
        name="War between Mordor and Rohan",
        parties=(Party(name="Mordor"), Party(name="Rohan", tells=False)),
    )
    text = "It fell near Helm's Deep, a town settled from Zenda Falls."
    found = Relevance([OTHER, east]).best(article("Mordor strikes Rohan", text))
    assert found is east


def test_a_side_beside_a_power_weighs_as_much_as_two_sides() -> None:
    east = Preset(
        slug="mordor-rohan",
        name="War between Mordor and Rohan",
        parties=(Party(name="Mordor"), Party(name="Rohan", tells=False)),
    )
    found = Relevance([OTHER, east]).best(
        article("Most missiles stopped, Rohan's army says", "Mordor fired 300 at Riddermark towns.")
    )
    assert found is east


SMUGGLERS = Preset(
    slug="rohan-smugglers",
    name="Rohan's strikes on smugglers",
    parties=(
        Party(name="Rohan", tells=False),
        Party(name="salt boats", aliases=("salt boat", "alleged salt smugglers"), armed=False),
    ),
)


@pytest.mark.parametrize(
    "title",
    [
        "Rohan sinks two salt boats",
        "Rohan Sinks Salt Boat",
        "ROHAN SINKS SALT BOATS",
        "Three alleged salt smugglers killed by Rohan",
    ],
)
def test_a_side_without_a_name_is_known_by_what_it_is_called(title: str) -> None:
    found = Relevance([SMUGGLERS]).best(article(title))
    assert found is not None
    assert (found.slug, read_sides(title)) == ("rohan-smugglers", ("Rohan", "salt boats"))


@pytest.mark.parametrize("title", ["Rohan sinks two boats", "Salt price hits record in Rohan"])
def test_words_of_a_description_are_no_description(title: str) -> None:
    assert Relevance([SMUGGLERS]).best(article(title)) is None


def read_sides(title: str) -> tuple[str | None, str | None]:
    (strike,) = read_strikes(annotate(article(title), SMUGGLERS))
    return strike.attacker, strike.target


def test_where_an_outlet_writes_is_not_whose_war_it_tells_of() -> None:
    text = "STRELSAU — Moria bombed a bridge in its south on Monday, its minister said."
    found = BOTH.best(article("An outrage", text))
    assert found is not None
    assert found.slug == "moria-rohan"
