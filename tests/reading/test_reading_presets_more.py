"""The presets of 2026: each article goes to its own war, and neighbours' wars keep theirs."""

from datetime import UTC, datetime

import pytest

from reading.facts import Article, DeadlineOp, Kind, Report
from reading.preset import bundled_presets
from reading.reader import read
from reading.strike_camps import camps_of

PRESETS = tuple(bundled_presets().values())


def told(day: str, title: str, text: str) -> Report:
    """What is read in an article of noon of that day."""
    noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    return read(Article("one", title, text, noon), PRESETS)


@pytest.mark.parametrize(
    ("day", "title", "text", "conflict", "sides"),
    [
        (
            "2026-01-03",
            "US strikes Venezuela",
            (
                "The United States carried out a large-scale strike on Venezuela early on Saturday,"
                " Donald Trump said. Nicolás Maduro was taken out of the country."
            ),
            "us-venezuela",
            ("United States", "Venezuela"),
        ),
        (
            "2025-10-28",
            "US Strikes on Alleged Drug Boats Kill 14",
            (
                "The US military struck four vessels in the eastern Pacific on Monday, killing 14"
                " suspected smugglers, Pete Hegseth said."
            ),
            "us-drug-boats",
            ("United States", "alleged drug boats"),
        ),
        (
            "2026-01-02",
            "Saudi strike on STC camp in Hadramawt",
            (
                "A Saudi air strike on a camp in Hadramawt killed seven fighters on Friday, the"
                " Southern Transitional Council said."
            ),
            "yemen",
            ("Saudi Arabia", "Southern Transitional Council"),
        ),
        (
            "2025-04-18",
            "US strikes Houthi targets",
            (
                "US strikes on Houthi targets at the port of Ras Isa killed 74 people on Thursday,"
                " the Houthi-run health ministry said."
            ),
            "yemen",
            ("United States", "Houthis"),
        ),
        (
            "2025-09-10",
            "Houthis fire missile at Israel",
            "The Houthis fired a missile at Israel on Wednesday, the Israeli military said.",
            "yemen",
            ("Houthis", "Israel"),
        ),
        (
            "2025-10-17",
            "Pakistan strikes Paktika",
            (
                "Pakistani air strikes in Paktika killed at least ten people on Friday, among them"
                " three cricketers, the Afghanistan Cricket Board said."
            ),
            "afghanistan-pakistan",
            ("Pakistan", "Afghanistan"),
        ),
        (
            "2025-10-12",
            "Afghan forces attack Pakistani posts",
            (
                "Afghan forces attacked Pakistani military posts along the Durand Line on Saturday"
                " night, Zabihullah Mujahid said."
            ),
            "afghanistan-pakistan",
            ("Afghanistan", "Pakistan"),
        ),
        (
            "2024-02-13",
            "Four Armenian soldiers killed",
            (
                "Azerbaijani fire killed four Armenian soldiers near Nerkin Hand on Tuesday,"
                " Armenia's defence ministry said."
            ),
            "armenia-azerbaijan",
            ("Azerbaijan", "Armenia"),
        ),
        (
            "2026-01-31",
            "Drone strikes in Tigray",
            (
                "Ethiopian drone strikes killed one person near Enticho in Tigray on Saturday,"
                " officials in Mekelle said."
            ),
            "ethiopia-tigray",
            ("Ethiopia", "Tigray"),
        ),
    ],
)
def test_a_strike_goes_to_its_war_and_has_its_sides(
    day: str, title: str, text: str, conflict: str, sides: tuple[str, str]
) -> None:
    report = told(day, title, text)
    assert report.conflict == conflict
    assert report.kinds == (Kind.STRIKE,)
    assert sides in [(strike.attacker, strike.target) for strike in report.strikes]


@pytest.mark.parametrize(
    ("day", "title", "text", "track", "city", "heads"),
    [
        (
            "2025-10-19",
            "Pakistan and Afghanistan agree to a ceasefire",
            (
                "Pakistan and Afghanistan agreed to an immediate ceasefire after talks in Doha,"
                " Qatar's foreign ministry said on Sunday. Khawaja Asif and Mullah Yaqoob headed"
                " the delegations."
            ),
            "afghanistan-pakistan",
            "Doha",
            {"Afghanistan": "Mohammad Yaqoob", "Pakistan": "Khawaja Asif"},
        ),
        (
            "2025-07-10",
            "Pashinyan and Aliyev meet in Abu Dhabi",
            "Nikol Pashinyan and Ilham Aliyev held talks in Abu Dhabi on Thursday.",
            "armenia-azerbaijan",
            "Abu Dhabi",
            {"Armenia": "Nikol Pashinyan", "Azerbaijan": "Ilham Aliyev"},
        ),
        (
            "2022-11-03",
            "Ethiopia and Tigray sign truce",
            (
                "The Ethiopian government and the TPLF agreed on a cessation of hostilities in"
                " Pretoria on Wednesday. Redwan Hussien and Getachew Reda headed the delegations."
            ),
            "ethiopia-tigray",
            "Pretoria",
            {"Ethiopia": "Redwan Hussien", "Tigray": "Getachew Reda"},
        ),
        (
            "2025-02-01",
            "Grenell meets Maduro",
            (
                "Richard Grenell met Nicolás Maduro in Caracas on Friday, and six Americans came"
                " home with him."
            ),
            "us-venezuela",
            "Caracas",
            {"United States": "Richard Grenell", "Venezuela": "Nicolás Maduro"},
        ),
    ],
)
def test_a_meeting_has_its_track_city_and_heads(
    day: str, title: str, text: str, track: str, city: str, heads: dict[str, str]
) -> None:
    report = told(day, title, text)
    round_ = report.talks[0]
    assert report.conflict == track
    assert (round_.track, round_.city, dict(round_.heads)) == (track, city, heads)


def test_a_deadline_is_put_to_the_one_who_must_act() -> None:
    report = told(
        "2025-12-30",
        "UAE has 24 hours to leave",
        "Rashad al-Alimi gave the UAE 24 hours to withdraw its forces from Yemen, on Tuesday.",
    )
    deadline = report.deadlines[0]
    assert (report.conflict, deadline.op) == ("yemen", DeadlineOp.ISSUE)
    assert (deadline.issuer, deadline.addressee) == ("Rashad al-Alimi", ("UAE",))


@pytest.mark.parametrize(
    ("title", "text", "conflict"),
    [
        ("India strikes Pakistan", "India fired missiles. Kabul called for restraint.", "india"),
        ("Iran talks", "Iran and the US met in Islamabad, with Pakistan as mediator.", "iran"),
        ("Talks in Riyadh", "Russia and the US held talks in Riyadh on Ukraine.", "russia"),
        ("Israel and Hamas agree on truce", "The Houthis said they would stop.", "israel-hamas"),
        ("RSF drone kills ten in El Fasher", "Ethiopia denied aid to it.", "sudan"),
        ("Kyiv", "A Russian missile hit the embassy of Azerbaijan, Ukraine said.", "russia"),
        ("US strike", "The United States struck al-Shabaab in Somalia on Monday.", ""),
        ("Bomb in Cali", "A truck bomb killed six people in Cali, Colombia, on Thursday.", ""),
        ("Bomb in Peshawar", "A bomb killed three officers in Peshawar, police said.", ""),
        ("Afghan convicted", "An Afghan was convicted of an attack in Munich on Monday.", ""),
    ],
)
def test_neighbours_and_hosts_keep_their_own_wars(title: str, text: str, conflict: str) -> None:
    report = told("2025-10-20", title, text)
    if conflict:
        assert (report.conflict or "").startswith(conflict)
    else:
        assert report.kinds == ()


def test_only_wars_over_one_soil_are_contested_from_within() -> None:
    """Or where nobody has land, because all is told of the sea."""
    ashore = [p for p in PRESETS if any(place.party in p.party_names for place in p.places)]
    contested = {p.slug for p in ashore if camps_of(p).contested}
    assert contested == {"drc-m23", "myanmar", "sudan", "syria-sdf"}


def test_land_that_is_nobodys_in_the_preset_holds_no_talks() -> None:
    karabakh = told(
        "2023-05-04",
        "Armenia and Azerbaijan end talks near Washington",
        "The foreign ministers of Armenia and Azerbaijan ended four days of talks in Arlington on"
        " Thursday. On the eve of the talks Baku set up a post on the road to Karabakh.",
    )
    assert [talks.city for talks in karabakh.talks] == ["Arlington"]


def test_the_envoy_to_a_land_is_not_of_it_and_a_spokesman_heads_no_delegation() -> None:
    told_of = told(
        "2031-02-24",
        "No progress in Yemen talks on prisoners",
        "UN special envoy for Yemen Martin Griffiths said the two sides did not agree to free"
        " prisoners in the round that ended in Amman on Sunday. The Huthi rebels and the"
        " internationally recognised government met for weeks. Majed Fadhail of the government's"
        " delegation said some lists had been compared.",
    )
    (talks,) = (one for one in told_of.talks if not one.background)
    assert (talks.track, talks.city) == ("houthis-government", "Amman")
    assert "Yemen" not in talks.heads
    assert ("United Nations",) not in {point.by for point in talks.points}
