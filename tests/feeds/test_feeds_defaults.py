"""The default feeds of every preset: enough of them, from many countries, each owner named."""

import re
from pathlib import Path

import pytest

from feeds.hosts import host_of
from jobs.feeds import feed_url
from reading.preset import Outlet, Preset, bundled_presets

PRESETS = bundled_presets()
STATE = {
    "ACP": "DR Congo",
    "Agence Kampuchea Presse": "Cambodia",
    "Al-Manar": "Hezbollah",
    "Associated Press of Pakistan": "Pakistan",
    "Hawar News Agency": "SDF",
    "IRNA": "Iran",
    "Mehr": "Iran",
    "National News Agency": "Lebanon",
    "Palestinian Information Center": "Hamas",
    "Press Information Bureau": "India",
    "Press TV": "Iran",
    "RT": "Russia",
    "SANA": "Syria",
    "TASS": "Russia",
    "Tehran Times": "Iran",
    "The New Times": "Rwanda",
    "Ukrinform": "Ukraine",
}
"""Outlets that a state or a side owns or directs, and whose they are."""
NONE_IN_ENGLISH = {
    ("afghanistan-pakistan", "Afghanistan"): "Bakhtar documents no feed",
    ("afghanistan-pakistan", "TTP"): "it has spokesmen on social networks, and no outlet",
    ("armenia-azerbaijan", "Armenia"): "Armenpress documents no feed of its English pages",
    ("armenia-azerbaijan", "Azerbaijan"): "AZERTAC documents no feed of its English pages",
    ("drc-m23", "DR Congo"): "its agency prints in French",
    ("drc-m23", "AFC/M23"): "it has spokesmen on social networks, and no outlet",
    ("ethiopia-tigray", "Ethiopia"): "ENA and Fana document no feed of their English pages",
    ("ethiopia-tigray", "Tigray"): "its television broadcasts in Tigrinya",
    ("ethiopia-tigray", "Eritrea"): "its Information Ministry documents no feed",
    ("iran-us", "United States"): "most of the Voice of America was shut in March 2025",
    ("iran-us", "Israel"): "Kan broadcasts in Hebrew",
    ("israel-hamas", "Israel"): "Kan broadcasts in Hebrew",
    ("israel-hamas", "Palestine"): "WAFA documents no feed of its English pages",
    ("israel-hezbollah", "Israel"): "Kan broadcasts in Hebrew",
    ("myanmar", "Myanmar"): "its newspaper documents no feed",
    ("myanmar", "National Unity Government"): "no outlet of its own prints a feed in English",
    ("myanmar", "Three Brotherhood Alliance"): "no outlet of its own prints a feed in English",
    ("myanmar", "Arakan Army"): "no outlet of its own prints a feed in English",
    ("myanmar", "MNDAA"): "no outlet of its own prints a feed in English",
    ("myanmar", "TNLA"): "no outlet of its own prints a feed in English",
    ("myanmar", "Kachin Independence Army"): "no outlet of its own prints a feed in English",
    ("myanmar", "Karen National Union"): "no outlet of its own prints a feed in English",
    ("sudan", "Sudan"): "SUNA documents no feed of its English pages",
    ("sudan", "RSF"): "it has spokesmen on social networks, and no outlet",
    ("thailand-cambodia", "Thailand"): "NBT World documents no feed",
    ("us-drug-boats", "United States"): "most of the Voice of America was shut in March 2025",
    ("us-drug-boats", "alleged drug boats"): "nobody speaks for them",
    ("us-venezuela", "United States"): "most of the Voice of America was shut in March 2025",
    ("us-venezuela", "Venezuela"): "VTV and its agency print in Spanish",
    ("yemen", "Houthis"): "no feed of their English pages is known",
    ("yemen", "Yemen"): "its agency's English feed is not known",
    ("yemen", "Southern Transitional Council"): "no feed of its English pages is known",
    ("yemen", "Saudi Arabia"): "its agency documents no feed",
    ("yemen", "UAE"): "its agency documents no feed",
    ("yemen", "United States"): "most of the Voice of America was shut in March 2025",
    ("yemen", "Israel"): "Kan broadcasts in Hebrew",
}
"""Sides without a state outlet among the feeds, and why."""

each_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)


def owners(preset: Preset) -> list[Outlet]:
    """The outlet of each feed."""
    known = {outlet.name: outlet for outlet in preset.outlets}
    return [known[feed.outlet] for feed in preset.feeds]


def test_the_readme_names_every_conflict_that_comes_with_parley() -> None:
    page = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    listed = re.findall(
        r"^\| `([\w-]+)` \| .+? \|$", page.partition("## Conflicts")[2], re.MULTILINE
    )
    assert listed == sorted(PRESETS)


@each_preset
def test_there_are_enough_from_enough_countries(preset: Preset) -> None:
    outlets = {outlet.name: outlet for outlet in owners(preset)}
    assert len(outlets) >= 15
    assert all(outlet.country for outlet in outlets.values())
    assert len({outlet.country for outlet in outlets.values()}) >= 8


@each_preset
def test_every_address_is_whole_and_stands_once(preset: Preset) -> None:
    addresses = [feed.url for feed in preset.feeds]
    assert addresses == [feed_url(url) for url in addresses]
    assert len(addresses) == len(set(addresses))
    assert all(feed.title and host_of(feed.url) for feed in preset.feeds)


@each_preset
def test_state_media_are_marked_wherever_they_stand(preset: Preset) -> None:
    """By kind everywhere, and by its owner where that is a party of the conflict."""
    parties = {party.name for party in (*preset.parties, *preset.third_parties)}
    for outlet in preset.outlets:
        if outlet.name in STATE:
            owner = STATE[outlet.name] if STATE[outlet.name] in parties else None
            assert outlet.affinity == owner, outlet.name
            assert outlet.kind in ("party_media", "party_official", "agency"), outlet.name


@each_preset
def test_each_sides_state_media_are_heard_where_they_print_english(preset: Preset) -> None:
    heard = {outlet.affinity for outlet in owners(preset)}
    for side in preset.party_names:
        assert (side in heard) is ((preset.slug, side) not in NONE_IN_ENGLISH), side
