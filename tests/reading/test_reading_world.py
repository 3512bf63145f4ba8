"""States that are no side of a war: what happens to them, or there, is none of its strikes."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from reading.document import NameKind
from reading.facts import Article, Report
from reading.names import find
from reading.preset import bundled_presets
from reading.reader import read
from reading.world import world

PRESETS = bundled_presets()
DAY = datetime(2026, 1, 4, 18, tzinfo=UTC)


def report(conflict: str, title: str, text: str) -> Report:
    return read(Article("one", title, text, published=DAY), [PRESETS[conflict]])


def test_every_city_lies_in_a_state_of_the_list_and_no_name_is_listed_twice() -> None:
    states = {state.name for state in world().states}
    assert {city.state for city in world().cities} <= states
    spoken = Counter(
        name
        for entries in (world().states, world().groups)
        for entry in entries
        for name in (entry.name, *entry.aliases, *getattr(entry, "adjectives", ()))
    )
    assert [name for name, times in spoken.items() if times > 1] == []
    cities = Counter(n for city in world().all_cities() for n in (city.name, *city.aliases))
    assert [name for name, times in cities.items() if times > 1] == []


@pytest.mark.parametrize("slug", sorted(PRESETS))
def test_presets_and_the_list_print_a_city_alike(slug: str) -> None:
    printed = {n: city.name for city in world().all_cities() for n in (city.name, *city.aliases)}
    for place in PRESETS[slug].places:
        for name in (place.name, *place.aliases):
            assert printed.get(name, place.name) == place.name


@pytest.mark.parametrize(
    ("conflict", "title", "text"),
    [
        (
            "iran-us",
            "Tehran condemns US strikes on Venezuela",
            (
                "Iran's foreign ministry condemned the US strikes on Venezuela on Sunday. US jets "
                "bombed Caracas and killed 40 people, Venezuelan officials said."
            ),
        ),
        (
            "syria-sdf",
            "British and French jets hit Islamic State store in Syria",
            (
                "British and French warplanes bombed an arms store of the Islamic State "
                "north of Palmyra in Syria on Saturday night, London said."
            ),
        ),
        (
            "india-pakistan",
            "Pakistan strikes Taliban camps in Afghanistan",
            (
                "Pakistani jets struck camps in Afghanistan on Sunday, the Taliban said. "
                "India condemned the strikes on Afghan soil."
            ),
        ),
        (
            "russia-ukraine",
            "Nigerian jets pound Boko Haram",
            (
                "Nigerian warplanes bombed Boko Haram camps near Maiduguri on Sunday and killed 30 "
                "fighters, while Russia and Ukraine held their fire."
            ),
        ),
    ],
)
def test_an_attack_on_a_foreign_land_or_by_one_is_not_this_wars(
    conflict: str, title: str, text: str
) -> None:
    assert report(conflict, title, text).strikes == ()


def test_an_attack_of_the_war_told_by_a_foreigner_stays_one() -> None:
    told = report(
        "russia-ukraine",
        "Kazakh consulate damaged as Russia strikes Odesa",
        "Russia struck Odesa with drones overnight and killed two people, Ukrainian officials said "
        "on Sunday. Windows of the Kazakh consulate were broken.",
    )
    assert [(strike.attacker, strike.target) for strike in told.strikes] == [("Russia", "Ukraine")]


@pytest.mark.parametrize(
    ("conflict", "host", "city"),
    [
        ("drc-m23", "Bujumbura", "Bujumbura"),
        ("sudan", "Astana", "Astana"),
        ("thailand-cambodia", "Ulan Bator", "Ulaanbaatar"),
        ("iran-us", "Singapore", "Singapore"),
    ],
)
def test_talks_are_placed_in_a_city_that_the_preset_does_not_list(
    conflict: str, host: str, city: str
) -> None:
    preset = PRESETS[conflict]
    one, two = preset.party_names[:2]
    text = f"Delegations of {one} and {two} held peace talks in {host} on Sunday, officials said."
    assert [talks.city for talks in report(conflict, "Talks held", text).talks] == [city]


def test_a_state_goes_by_the_name_that_the_preset_gives_it() -> None:
    text = (
        "The Emiratis hosted the Britons; Kazakh and Georgian envoys came. Georgia has elections."
    )
    found = [(name.party, name.kind) for name in find(text, PRESETS["sudan"])]
    party = NameKind.PARTY
    assert found == [
        ("UAE", party),
        ("United Kingdom", party),
        ("Kazakhstan", party),
        ("Georgia", party),
    ]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Blast in Lahore kills 14",
            "A bomb attack killed 14 people in Lahore on Sunday, Pakistani officials said.",
        ),
        (
            "Strike on militants in Pakistan",
            (
                "A drone strike killed nine people in northwestern Pakistan on Saturday, officials "
                "said. Pakistan's army said that it had targeted militants."
            ),
        ),
        (
            "23 militants killed in raids",
            "Pakistani forces killed 23 militants in strikes in the north-west on Sunday.",
        ),
        ("Attack near Srinagar", "Gunmen attacked a bus near Srinagar in India and killed seven."),
    ],
)
def test_a_soil_that_rebels_strike_too_tells_no_attacker(title: str, text: str) -> None:
    assert report("india-pakistan", title, text).strikes == ()


def test_the_other_sides_name_tells_who_struck_a_soil_that_is_beset() -> None:
    told = report(
        "india-pakistan",
        "Pakistan shells Jammu",
        "Five people were killed by shelling in Poonch on Saturday, Indian officials said.",
    )
    assert [(strike.attacker, strike.target) for strike in told.strikes] == [("Pakistan", "India")]
