"""Who struck whom where several sides, third parties and civil wars blur it."""

from datetime import UTC, date, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Strike
from reading.preset import Actor, Hold, Party, Place, Preset
from reading.strikes import read_strikes

TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)

REVOLT = Preset(
    slug="graustark-axphain",
    name="Revolt in Graustark",
    parties=(
        Party(name="Graustark", adjectives=("Graustarkian",), zone="Europe/Vienna"),
        Party(name="Axphain League", aliases=("the League",), zone="Europe/Vienna"),
    ),
    third_parties=(Party(name="Dawsbergen", adjectives=("Dawsbergish",)),),
    actors=(Actor(name="Graustarkian army", party="Graustark", kind="body"),),
    places=(
        Place(name="Edelweiss", party="Graustark"),
        Place(name="Ganlook", party="Graustark"),
    ),
)
GUESTS = Preset(
    slug="ruritania-corsairs",
    name="War with the Corsairs",
    parties=(
        Party(name="Ruritania", adjectives=("Ruritanian",), zone="Europe/Prague"),
        Party(name="Corsairs", adjectives=("Corsair",), zone="Europe/Malta"),
        Party(name="Porto", adjectives=("Portolan",), zone="Europe/Malta"),
    ),
    third_parties=(Party(name="Sylvania", adjectives=("Sylvanian",)),),
    places=(Place(name="Zenda", party="Ruritania"), Place(name="Marina", party="Porto")),
)
POWER = MADE.model_copy(
    update={
        "parties": (
            MADE.parties[0],
            MADE.parties[1].model_copy(update={"tells": False}),
        )
    }
)


def _holding(preset: Preset, place: str, hold: Hold) -> Preset:
    raw = preset.model_dump()
    for entry in raw["places"]:
        entry["held"] = hold if entry["name"] == place else None
    return Preset.model_validate(raw)


def told(text: str, preset: Preset = MADE, title: str = "") -> list[Strike]:
    found = read_strikes(annotate(Article("a", title, text, TUESDAY), preset))
    return [strike for strike in found if not strike.background]


def sides(text: str, preset: Preset = MADE, title: str = "") -> list[tuple[str | None, str | None]]:
    return [(strike.attacker, strike.target) for strike in told(text, preset, title)]


def test_a_toll_goes_to_the_attack_on_the_official_s_own_side() -> None:
    strikes = told(
        "Freedonian drones struck Zenda overnight. In Firefly City, the Freedonian governor said,"
        " three people were killed."
    )
    tolls = {strike.attacker: len(strike.figures) for strike in strikes}
    assert tolls == {"Freedonia": 0, "Ruritania": 1}


def test_the_dead_before_an_answer_are_none_of_the_answer() -> None:
    (strike,) = told(
        "Ruritania bombed Firefly City on Tuesday after a Ruritanian soldier was killed and eight"
        " were wounded."
    )
    assert strike.figures == ()


def test_a_place_after_a_preposition_strikes_nobody() -> None:
    assert sides("Freedonian attacks across Ruritania killed two people on Tuesday.") == [
        ("Freedonia", "Ruritania")
    ]


def test_in_a_civil_war_the_ground_tells_no_attacker() -> None:
    text = "A drone strike on a market in Edelweiss killed 13 people on Tuesday."
    assert sides(text + " The League did not comment.", REVOLT) == [(None, None)]
    assert sides(text + " Residents blamed the League.", REVOLT) == [
        ("Axphain League", "Graustark")
    ]
    assert sides(text, REVOLT) == [(None, None)]


@pytest.mark.parametrize(
    ("preset", "text", "expected"),
    [
        (MADE, "A drone strike on {} killed two people on Tuesday.", ("Ruritania", "Freedonia")),
        (MADE, "Freedonian drones launched from {} hit Strelsau.", ("Freedonia", "Ruritania")),
        (
            REVOLT,
            "A drone strike on {} killed 13 people on Tuesday.",
            ("Graustark", "Axphain League"),
        ),
        (REVOLT, "Shelling of {} killed 13 people on Tuesday. The League is silent.", (None, None)),
    ],
)
def test_what_is_fired_at_a_place_is_not_its_holders(
    preset: Preset, text: str, expected: tuple[str | None, str | None]
) -> None:
    place, side = ("Zenda", "Freedonia") if preset is MADE else ("Ganlook", "Axphain League")
    text = text.format(place)
    now = _holding(preset, place, Hold(by=side, since=date(2026, 1, 1)))
    ended = _holding(preset, place, Hold(by=side, until=date(2026, 1, 1)))
    assert sides(text, now) == [expected]
    assert sides(text, ended) == sides(text, preset)


@pytest.mark.parametrize(
    ("place", "striker"),
    [
        ("occupied Zenda", "Ruritania"),
        ("the occupied part of Zenda", "Ruritania"),
        ("Zenda", "Freedonia"),
        ("occupied Hentzau and Zenda", "Freedonia"),
    ],
)
def test_of_a_region_held_in_part_the_occupied_part_is_the_holders(
    place: str, striker: str
) -> None:
    preset = _holding(MADE, "Zenda", Hold(by="Freedonia", part=True))
    (found,) = sides(f"A drone strike killed nine people in {place} on Tuesday.", preset)
    assert found[0] == striker


def test_in_a_civil_war_the_government_is_the_state() -> None:
    assert sides("Government drones hit a clinic in Ganlook, killing two on Tuesday.", REVOLT) == [
        ("Graustark", "Axphain League")
    ]


def test_rebels_named_by_their_state_are_not_the_state() -> None:
    text = "A drone strike by Graustark's rebel Axphain League on Ganlook killed nine on Monday."
    assert sides(text, REVOLT) == [("Axphain League", "Graustark")]


def test_fighters_at_home_on_one_soil_are_no_enemies_of_its_state() -> None:
    assert sides("An air strike on Marina killed four people on Tuesday.", GUESTS) == [
        (None, "Porto")
    ]
    text = "An air strike on Marina killed four people on Tuesday. Ruritania did not comment."
    assert sides(text, GUESTS) == [("Ruritania", "Porto")]
    assert sides("Corsair rockets hit Zenda on Tuesday, wounding six.", GUESTS) == [
        ("Corsairs", "Ruritania")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania said it intercepted two missiles fired from Sylvania on Tuesday.",
        "Sylvanian missiles killed five people in Zenda on Tuesday.",
    ],
)
def test_a_third_party_s_weapons_are_nobody_s_strike_here(text: str) -> None:
    assert sides(text, GUESTS) == []


def test_a_power_s_strikes_elsewhere_are_none_of_this_war() -> None:
    assert sides("Freedonian forces carried out air strikes in Utopia on Tuesday.", POWER) == []
    assert sides("Freedonian forces carried out air strikes on Zenda on Tuesday.", POWER) == [
        ("Freedonia", "Ruritania")
    ]


def test_a_man_s_bare_name_before_a_power_s_raid_is_whom_it_was_for() -> None:
    text = "The Firefly raid in Zenda killed two people on Tuesday."
    assert sides(text, POWER) == [("Freedonia", "Ruritania")]
    text = "The Rassendyll raid in Zenda killed two people on Tuesday."
    assert sides(text, POWER) == [("Freedonia", "Ruritania")]


def test_a_power_s_strike_on_a_day_has_told_no_foreign_place() -> None:
    told_of = ", Ruritania's health ministry said."
    ours = "A Freedonian air strike on Tuesday killed five people in a village" + told_of
    assert sides(ours, POWER) == [("Freedonia", "Ruritania")]
    assert sides("A Freedonian air strike on Tuesday in Utopia killed five" + told_of, POWER) == []


def test_what_falls_on_a_side_s_own_soil_was_not_sent_by_it() -> None:
    text = (
        "Freedonian jets struck Zenda on Tuesday, a day after a missile fired by Ruritania hit"
        " Firefly City. Some 20 aircraft dropped 50 bombs on Zenda, a radio station reported."
    )
    ours, theirs = read_strikes(annotate(Article("a", "", text, TUESDAY), MADE))
    assert (ours.attacker, theirs.attacker) == ("Freedonia", "Ruritania")
    assert [f.low for f in ours.figures] == [50]
    assert not theirs.figures
    assert ours.window
    assert theirs.window
    assert (ours.window.end - theirs.window.end).days == 1


def test_those_who_call_a_strike_untrue_deny_it() -> None:
    (strike,) = told(
        "A missile strike on Strelsau killed two people. Freedonian officials said that reports of"
        " the missile strike were untrue, and the blast was caused by Ruritanian shells."
    )
    assert (strike.attacker, strike.disputed) == ("Freedonia", True)


def test_its_own_drones_are_the_speaker_s() -> None:
    assert sides(
        "The Ruritanian Air Force said its drones had destroyed a depot in occupied Zenda"
        " overnight."
    ) == [("Ruritania", "Freedonia")]


def test_a_side_denies_its_own_attack_and_not_the_other_s() -> None:
    (strike,) = told(
        "Ruritanian air strikes killed 23 people in Firefly City on Tuesday, medics said. Freedonia"
        " said the truce was broken. It denied that its fighters had been behind the attack in"
        " Zenda."
    )[:1]
    assert strike.attacker == "Ruritania"
    assert not strike.disputed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Freedonia said its forces had hit depots at nine sites in Ruritania on Tuesday.",
            [("Freedonia", "Ruritania")],
        ),
        ("Freedonia bombs nine places in Ruritania.", [("Freedonia", "Ruritania")]),
        ("Freedonia bombs three Ruritanian power stations.", [("Freedonia", "Ruritania")]),
        (
            "Freedonia strikes Ruritanian leaders in Sylvania on Tuesday.",
            [("Freedonia", "Ruritania")],
        ),
        (
            "Freedonia fired at a Ruritanian base in Sylvania on Tuesday.",
            [("Freedonia", "Ruritania")],
        ),
        (
            "Rufus Firefly's Ruritanian oil raid left two dead on Tuesday.",
            [("Freedonia", "Ruritania")],
        ),
        ("Seven rebels die. Ruritania targeted in the north; oil falls.", []),
        (
            "Ruritania won after a raid unseen for years by making Freedonia pay for it.",
            [],
        ),
        (
            "Three were hurt in Zenda by a rocket from across the Freedonian border.",
            [("Freedonia", "Ruritania")],
        ),
        ("A village was hit by rockets fired from inside Freedonia on Tuesday.", []),
        (
            "There was calm between the two, and Freedonia struck Zenda on Tuesday.",
            [("Freedonia", "Ruritania")],
        ),
        (
            "A clinic is hit as Freedonian missiles kill nine in Strelsau.",
            [("Freedonia", "Ruritania")],
        ),
        (
            "A Ruritanian jet and a helicopter attacked a village, killing nine people.",
            [("Ruritania", "Freedonia")],
        ),
        (
            "A ship was struck by a missile off Ruritania's Zenda on Tuesday.",
            [("Freedonia", "Ruritania")],
        ),
    ],
)
def test_who_is_struck_is_told_by_the_verb_s_object(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert sides(text) == expected


def test_a_chief_of_staff_is_killed_where_those_of_a_clinic_only_speak() -> None:
    (killed,) = told("Freedonia kills the army's chief of staff in Zenda strike.")
    assert killed.places == ("Zenda",)
    (spoken,) = told("A Freedonian drone killed two people overnight, staff in Zenda said.")
    assert spoken.places == ()
