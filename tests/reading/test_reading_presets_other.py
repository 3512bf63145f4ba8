"""The other conflicts' presets: each article is about its own war, and says what it says there."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

import pytest

from reading.facts import Article, DeadlineOp, Kind, Report
from reading.preset import bundled_presets
from reading.reader import read
from reading.relevance import Relevance

T, D, S, A = Kind.TALKS, Kind.DEADLINE, Kind.STRIKE, Kind.AGREEMENT
OTHERS = sorted(set(bundled_presets()) - {"russia-ukraine"})


@dataclass(frozen=True, slots=True)
class Told:
    """A short article of our own on true facts, and what it is about."""

    conflict: str | None
    kinds: tuple[Kind, ...]
    day: str
    title: str
    text: str


TOLD = [
    Told(
        "israel-hamas",
        (T,),
        "2025-10-07",
        "Israel and Hamas hold second day of talks in Egypt",
        "Delegations of Israel and Hamas held indirect talks in Sharm el-Sheikh on Tuesday on the "
        "release of hostages, mediators Egypt and Qatar said. Khalil al-Hayya led the Hamas "
        "delegation. Jared Kushner and Steve Witkoff were to join on Wednesday.",
    ),
    Told(
        "israel-hamas",
        (S,),
        "2025-07-10",
        "Israeli air strike kills 15 in Deir al-Balah",
        "An Israeli air strike killed at least 15 Palestinians in Deir al-Balah on Thursday, "
        "the Al-Aqsa Martyrs Hospital said.",
    ),
    Told(
        "israel-hamas",
        (D,),
        "2025-02-10",
        "Trump: hostages by Saturday noon",
        "Donald Trump said on Monday that Hamas must return all hostages by noon on Saturday, or "
        "he would call for the ceasefire in Gaza to be cancelled.",
    ),
    Told(
        "israel-hezbollah",
        (S,),
        "2025-11-23",
        "Israel strikes Beirut suburb",
        "An Israeli air strike on the southern suburbs of Beirut killed five people and wounded 28 "
        "on Sunday, the Lebanese health ministry said. Iran-backed Hezbollah confirmed that "
        "Haytham Ali Tabatabai was among the dead.",
    ),
    Told(
        "israel-hezbollah",
        (T,),
        "2025-12-03",
        "Israel and Lebanon hold talks",
        "Israel and Lebanon held direct talks in Naqoura on Wednesday. Simon Karam headed the "
        "Lebanese delegation.",
    ),
    Told(
        "iran-us",
        (T,),
        "2025-04-12",
        "Iran and US hold first round of indirect talks in Oman",
        "Iran and the United States held a first round of indirect nuclear talks in Muscat on "
        "Saturday, with Oman as mediator. Foreign Minister Abbas Araghchi and US envoy Steve "
        "Witkoff, who also deals with Russia and Ukraine, led the delegations.",
    ),
    Told(
        "iran-us",
        (S,),
        "2025-06-22",
        "US strikes three Iranian nuclear sites",
        "The United States bombed the Iranian nuclear sites of Fordow, Natanz and Isfahan early on "
        "Sunday, President Donald Trump said.",
    ),
    Told(
        "iran-us",
        (D,),
        "2026-04-21",
        "Trump extends ceasefire with Iran",
        "Donald Trump said on Tuesday that he extends the ceasefire with Iran until its proposal "
        "has been submitted.",
    ),
    Told(
        "thailand-cambodia",
        (T, A),
        "2025-07-28",
        "Thailand and Cambodia agree on ceasefire",
        "Thailand and Cambodia agreed to an immediate and unconditional ceasefire from midnight "
        "after talks in Putrajaya on Monday, with Malaysia as mediator.",
    ),
    Told(
        "thailand-cambodia",
        (S,),
        "2025-07-24",
        "Nine civilians killed in Thailand",
        "Cambodian rockets killed at least nine civilians in Sisaket, Surin and Ubon Ratchathani "
        "on Thursday, the Royal Thai Army said.",
    ),
    Told(
        "drc-m23",
        (S,),
        "2025-12-10",
        "M23 enters Uvira",
        "M23 fighters entered Uvira in South Kivu on Wednesday, residents said. Shelling killed at "
        "least 74 people, the United Nations said.",
    ),
    Told(
        "drc-m23",
        (T,),
        "2025-11-15",
        "Congo and M23 sign framework",
        "The Congolese government and the AFC/M23 signed a framework agreement in Doha on "
        "Saturday. Massad Boulos attended for the United States.",
    ),
    Told(
        "sudan",
        (S,),
        "2025-09-19",
        "Drone strike on mosque kills 70 in El Fasher",
        "A drone strike by the RSF on a mosque in El Fasher killed at least 70 people on Friday, "
        "the Sudanese army said.",
    ),
    Told(
        "sudan",
        (),
        "2025-11-06",
        "RSF agrees to humanitarian truce",
        "The RSF said on Thursday that it agreed to a humanitarian truce proposed by the Quad: the "
        "United States, Saudi Arabia, the UAE and Egypt. The Sudanese army has yet to answer.",
    ),
    Told(
        "india-pakistan",
        (S,),
        "2025-05-07",
        "India strikes nine sites in Pakistan",
        "India fired missiles at nine sites in Pakistan and Pakistan-administered Kashmir early on "
        "Wednesday. At least 26 people were killed and 46 injured, Pakistani military spokesman "
        "Ahmed Sharif Chaudhry said.",
    ),
    Told(
        "india-pakistan",
        (D, A),
        "2025-05-15",
        "Pakistan says ceasefire extended",
        "Pakistan and India extended their ceasefire until May 18, Foreign Minister Ishaq Dar told "
        "the Senate on Thursday.",
    ),
    Told(
        "syria-sdf",
        (T,),
        "2026-01-04",
        "SDF commander holds talks in Damascus",
        "A delegation of the SDF led by Mazloum Abdi held talks in Damascus with Syrian government "
        "officials on Sunday. No tangible results were reached, state media said.",
    ),
    Told(
        "syria-sdf",
        (S,),
        "2026-01-07",
        "Clashes in Aleppo kill four",
        "The Syrian army shelled SDF positions in Sheikh Maqsoud and Ashrafieh in Aleppo on "
        "Wednesday, killing at least four people, the SDF said.",
    ),
    Told(
        "russia-ukraine",
        (T,),
        "2025-07-23",
        "Russia and Ukraine hold third round in Istanbul",
        "Russia and Ukraine held a third round of direct talks in Istanbul on Wednesday. Rustem "
        "Umerov and Vladimir Medinsky led the delegations. Washington, which also talks to Iran, "
        "Israel and India, took no part.",
    ),
    Told(
        "russia-ukraine",
        (S,),
        "2025-07-09",
        "Russia attacks Lutsk with Shahed drones",
        "Russia launched 728 drones of Iranian design at Ukraine overnight, the Ukrainian Air "
        "Force said on Wednesday.",
    ),
    Told(
        None,
        (),
        "2025-12-01",
        "Trump meets lawmakers in Washington",
        "Donald Trump and Marco Rubio met US lawmakers in Washington on Monday. The UN Security "
        "Council held talks in New York, and the American delegation attended.",
    ),
]


def report(told: Told) -> Report:
    published = datetime.combine(datetime.fromisoformat(told.day), time(18), UTC)
    article = Article("one", told.title, told.text, published=published)
    return read(article, bundled_presets().values())


def the(conflict: str, day: str) -> Report:
    return report(next(t for t in TOLD if (t.conflict, t.day) == (conflict, day)))


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told.conflict} {told.day}")
def test_an_article_is_about_its_own_war(told: Told) -> None:
    found = report(told)
    assert (found.conflict, found.kinds) == (told.conflict, told.kinds)


def test_the_talks_have_their_track_round_and_place() -> None:
    iran, gaza = the("iran-us", "2025-04-12").talks[0], the("israel-hamas", "2025-10-07").talks[0]
    syria = the("syria-sdf", "2026-01-04").talks[0]
    assert (iran.track, iran.number, iran.city, iran.mediators) == (
        "us-iran",
        1,
        "Muscat",
        ("Oman",),
    )
    assert (gaza.track, gaza.city) == ("israel-hamas", "Sharm el-Sheikh")
    assert gaza.heads == {"Hamas": "Khalil al-Hayya"}
    assert (syria.track, syria.heads) == ("damascus-sdf", {"SDF": "Mazloum Abdi"})


@pytest.mark.parametrize(
    ("conflict", "day", "attacker", "target", "killed", "claimant"),
    [
        ("israel-hezbollah", "2025-11-23", "Israel", "Lebanon", 5, "Lebanese Ministry of Public"),
        ("thailand-cambodia", "2025-07-24", "Cambodia", "Thailand", 9, "Royal Thai Army"),
        ("india-pakistan", "2025-05-07", "India", "Pakistan", 26, "Ahmed Sharif Chaudhry"),
        ("sudan", "2025-09-19", "RSF", "Sudan", 70, "Sudanese army"),
    ],
)
def test_a_strike_has_sides_and_a_toll_with_its_claimant(
    conflict: str, day: str, attacker: str, target: str, killed: int, claimant: str
) -> None:
    strike = the(conflict, day).strikes[0]
    assert (strike.attacker, strike.target) == (attacker, target)
    said = [(f.low, f.claimant) for f in strike.figures if f.claimant and f.measure == "killed"]
    assert [(low, by[: len(claimant)]) for low, by in said] == [(killed, claimant)]


def test_gaza_is_no_ones_but_palestines() -> None:
    strike = the("israel-hamas", "2025-07-10").strikes[0]
    assert (strike.attacker, strike.target) == ("Israel", "Palestine")
    assert "Deir al-Balah" in strike.places


def test_whose_group_it_is_does_not_act_with_the_group() -> None:
    told = Told(
        "israel-hamas",
        (),
        "2025-02-07",
        "Names of the next three captives",
        "The Palestinian militant group Hamas named three Israeli men whom it will release on"
        " Saturday under the ceasefire.",
    )
    assert [set(p.by) for p in report(told).points] == [{"Israel", "Hamas"}]


def test_a_deadline_is_put_to_the_one_who_must_act() -> None:
    gaza = the("israel-hamas", "2025-02-10").deadlines[0]
    kashmir = the("india-pakistan", "2025-05-15").deadlines[0]
    assert gaza.window
    assert (gaza.issuer, gaza.addressee) == ("Donald Trump", ("Hamas",))
    assert gaza.window.end.isoformat() == "2025-02-15"
    assert (kashmir.op, kashmir.issuer) == (DeadlineOp.EXTEND, "Ishaq Dar")


@pytest.mark.parametrize("slug", OTHERS)
@pytest.mark.parametrize(
    "text",
    [
        "The US and the UN held talks in Washington; Donald Trump met Antonio Guterres.",
        "American strikes on trade: the White House and the EU agree on a deal with France.",
        "Steve Witkoff and Jared Kushner meet; the UN Security Council holds talks in New York.",
    ],
)
def test_the_us_and_the_un_alone_make_no_conflict(slug: str, text: str) -> None:
    assert Relevance([bundled_presets()[slug]]).best(Article("one", "", text)) is None


@pytest.mark.parametrize("slug", OTHERS)
def test_the_feeds_come_from_many_countries(slug: str) -> None:
    preset = bundled_presets()[slug]
    outlets = {outlet.name: outlet for outlet in preset.outlets}
    assert len(preset.feeds) >= 15
    assert len({outlets[feed.outlet].country for feed in preset.feeds}) >= 8


def test_a_side_of_many_wars_counts_beside_another_only() -> None:
    iran = Relevance([bundled_presets()["iran-us"]])
    told = "Israel and the US hold talks in Jerusalem. Netanyahu met Trump."
    assert iran.best(Article("one", "", told)) is None
    assert iran.best(Article("one", "", f"{told} Iran was on the table.")) is not None
