"""Strikes in the style of headlines: verbs left out, sides in lists, capitals that speak."""

from datetime import UTC, date, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Precision, Strike
from reading.preset import Place
from reading.strikes import read_strikes

TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


SHIRES = (
    Place(name="northern Freedonia", party="Freedonia", kind="region"),
    Place(name="eastern Freedonia", party="Freedonia", kind="region"),
)
WAR = MADE.model_copy(update={"places": (*MADE.places, *SHIRES)})


def told(title: str, text: str = "") -> list[Strike]:
    found = read_strikes(annotate(Article("a", title, text, TUESDAY), WAR))
    return [strike for strike in found if not strike.background]


@pytest.mark.parametrize(
    "title",
    [
        "Three Freedonians killed in Ruritanian strike on Firefly City",
        "Three Freedonians killed as Ruritania shells Firefly City",
        "Three Freedonians killed and wounded in Ruritanian air strike",
        "Three Freedonians killed overnight by Ruritanian drones",
    ],
)
def test_people_killed_in_a_strike_did_not_strike(title: str) -> None:
    assert {(s.attacker, s.target) for s in told(title)} == {("Ruritania", "Freedonia")}


def test_people_killed_by_nobody_named_are_no_attack_of_theirs() -> None:
    assert not told("Three Freedonians killed in Firefly City")


def test_who_killed_at_least_so_many_did_strike() -> None:
    (strike,) = told("Ruritanian forces killed at least three in Firefly City")
    assert strike.attacker == "Ruritania"


def test_a_side_struck_together_with_a_third_party_counts() -> None:
    (strike,) = told("Ruritania strikes Sylvanian, Freedonian targets deep in the mountains")
    assert (strike.attacker, strike.target) == ("Ruritania", "Freedonia")


def test_attacks_by_forces_are_no_arrests() -> None:
    text = (
        "Three people were killed in separate attacks by the Ruritanian forces in Firefly City,"
        " while Ruritanian raids detained 20."
    )
    (strike,) = told("Ruritanian forces kill three, detain 20", text)
    assert strike.attacker == "Ruritania"


def test_the_day_before_a_summit_is_now() -> None:
    text = "Two people were killed in a Ruritanian attack on Firefly City, a day before a summit."
    assert told("Two killed", text)


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("Ruritanian strike kills 24 in the hills, Strelsau says", ()),
        ("Freedonian missiles hit Zenda, Strelsau", ("Zenda", "Strelsau")),
        ("Freedonian strike kills two after talks between Firefly City and Strelsau", ()),
    ],
)
def test_a_capital_that_speaks_was_not_struck(title: str, places: tuple[str, ...]) -> None:
    (strike,) = told(title)
    assert strike.places == places


def test_two_parts_of_a_land_are_both_struck() -> None:
    (strike,) = told("Ruritanian missiles hit northern and eastern Freedonia")
    assert set(strike.places) == {"northern Freedonia", "eastern Freedonia"}


def test_the_first_sentence_dates_the_headline() -> None:
    text = "The army went on with its violations of the truce on Sunday, killing a man in a field."
    (strike,) = told("Ruritanian gunfire kills Freedonian", text)
    assert strike.window is not None
    assert (strike.window.start, strike.window.end) == (date(2026, 3, 8), date(2026, 3, 8))


@pytest.mark.parametrize(
    "text",
    [
        "Envoys of both sides are to meet on Thursday in Sylvania.",
        "The Freedonian prime minister said on Sunday that the attack broke the truce.",
        "Freedonian drones struck Zenda on Sunday.",
        "A statement released on Sunday by the army did not say where the attack occurred.",
    ],
)
def test_another_matter_does_not_date_the_headline(text: str) -> None:
    strike = next(s for s in told("Ruritanian strike kills two", text) if s.attacker == "Ruritania")
    assert strike.window is not None
    assert strike.window.precision is Precision.VAGUE


@pytest.mark.parametrize(
    "title",
    [
        "Ruritania begins strikes of Freedonian 'targets'",
        "Ruritania resumes strikes on Firefly City",
        "Ruritania starts firing missiles at Firefly City",
        "Sylvania spotted Ruritanian drones that were launched towards Firefly City",
    ],
)
def test_attacks_that_begin_or_were_seen_have_come(title: str) -> None:
    assert {strike.attacker for strike in told(title)} == {"Ruritania"}


NO_STRIKES = {
    "what makes drones attacks nobody": [
        "Ruritania opens drone factory",
        "Ruritania continues drone production with missile parts",
    ],
    "an attack that is only named": [
        "Ruritanian attack on Freedonia deepens the neighbours' dilemma",
        "Oil is a bad excuse for the Ruritanian strike on Freedonia",
        "Film star accepts prize from afar due to Ruritania strike travel restrictions",
        "Senator calls Ruritania strikes 'illegal'",
        "What the Ruritanian raid on Firefly City could mean for trade",
        "The League: Ruritania attack a wake-up call for all",
        "Ruritania strikes a more diplomatic tone with Freedonia",
        "Rassendyll strikes defiant note over Freedonia",
    ],
    "arms made, feared or judged": [
        "Zenda to build drones that hit targets 900 km away",
        "Fears of missile fire keep Zenda's schools shut, two hurt in panic",
        "Court in Zenda jails two over the drone blast that killed a guard",
        "Zenda's drone maker hit by a blaze of complaints, could drop shares",
    ],
    "what follows strikes on oneself": [
        "Ruritania captures Freedonian king following strikes on its own troops",
        "Ruritania says a boat sank after it hit a Freedonian mine",
        "Freedonia's king rejects Ruritanian 'aggression' over fish",
    ],
}


@pytest.mark.parametrize(
    ("why", "title"), [(why, title) for why, titles in NO_STRIKES.items() for title in titles]
)
def test_no_strike_is_made_of_a_headline_about_something_else(why: str, title: str) -> None:
    assert not told(title), why


@pytest.mark.parametrize(
    "title",
    [
        "Ruritania carrying out strikes in Freedonia, official says",
        "Rassendyll confirms Ruritanian strikes on Freedonia",
        "New Ruritanian strikes on Freedonia",
        "Fires after Ruritanian strike on Firefly City",
        "Ruritania strikes Firefly City",
        "Ruritania strikes hit Firefly City",
        "Ruritanian troops attack Firefly City",
        "Overnight Ruritanian attacks on Firefly City",
    ],
)
def test_an_attack_told_as_done_is_reported(title: str) -> None:
    assert {strike.attacker for strike in told(title)} == {"Ruritania"}


def test_an_attacker_strikes_no_place_of_its_own_because_something_was_captured() -> None:
    title = (
        "In Strelsau crowds cheer after Ruritanian jets struck Firefly City and the army captured"
    )
    (strike,) = told(f"{title} a general")
    assert strike.places == ("Firefly City",)


BLOWS = {
    ("Freedonia", "Ruritania"): [
        "Freedonian jets and warships batter Zenda",
        "Freedonia razes tower in Zenda",
        "Freedonian pilots let go a glide bomb over Zenda",
        "School in Zenda bombed in broad daylight",
        "Zenda shelled again, hospital says",
        "Freedonian drone on Zenda barracks: four soldiers killed",
        "Missile lands near Zenda airport",
        "Tank shell hits Zenda market",
        "Sylvania mourns pilot as Freedonia pounds Zenda",
        "Zenda depot set ablaze by Freedonian sabotage drones",
    ],
    ("Ruritania", "Freedonia"): [
        "Ferry struck off Freedonia, three aboard dead",
        "School bombed in Firefly City",
        "Morning salvo blacks out Firefly City",
        "Heavy guns pummel girls' school in Firefly City",
        "Warplanes carry out ten sorties against a height near Firefly City",
    ],
}


@pytest.mark.parametrize(
    ("title", "sides"), [(title, sides) for sides, titles in BLOWS.items() for title in titles]
)
def test_a_headline_has_many_verbs_for_a_blow(title: str, sides: tuple[str, str]) -> None:
    assert [(s.attacker, s.target) for s in told(title)] == [sides]


@pytest.mark.parametrize(
    "title",
    ["UAV over Zenda, silo ablaze", "Zenda in darkness: 40 drones overnight, two dead in the port"],
)
def test_arms_harm_and_a_place_together_tell_of_an_attack(title: str) -> None:
    assert [s.target for s in told(title)] == ["Ruritania"]


def test_whose_name_stands_before_a_colon_is_where_it_happened() -> None:
    assert [s.target for s in told("Freedonia: two dead as drones target lorries")] == ["Freedonia"]


def test_claims_that_are_pushed_back_on_are_no_strike_told() -> None:
    assert all(s.disputed for s in told("Sylvania pushes back on claims Freedonia struck Zenda"))


def test_paragraphs_below_a_heading_count_the_attack_they_tell() -> None:
    found = told(
        "Ruritania, Freedonia trade blows",
        "Envoys met on Monday.\n\nThey agreed on little.\n\nA minister was glad.\n\nHe left.\n\n"
        "Freedonian Drones and Missiles Rain Down\n\n"
        "Freedonia launched 450 missiles and drones at Zenda overnight into last Thursday, the"
        " Ruritanian Air Force said.\n\n"
        "It shot down most of them, but 23 struck three locations. At least two people were"
        " killed and 16 wounded in the attack, local authorities reported.",
    )
    (strike,) = [one for one in found if one.attacker == "Freedonia"]
    assert {figure.low for figure in strike.figures} >= {450, 23, 2, 16}


def test_the_hour_of_a_press_conference_is_not_that_of_the_strike() -> None:
    text = "The president holds a press conference at 11 a.m. on March 10 on the Ruritanian strike."
    (strike,) = told("Ruritania strikes Zenda", text)
    assert strike.window is not None
    assert strike.window.start_time is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "What to know about Ruritanian strikes on Freedonia",
            "Blasts shook Firefly City at dawn.",
        ),
        ("Ruritania has 'captured' Freedonia's king following huge strikes on the country", ""),
        ("Ruritania captures Freedonian king in strikes on capital", ""),
        ("A hunt for crew", "Ruritania says a search is on after it bombed a Freedonian boat."),
        ("Freedonia denounces Ruritanian 'armed aggression' as blasts heard in Firefly City", ""),
        ("Ruritania moves its line in Freedonia's north, bombs east", ""),
    ],
)
def test_title_and_lead_together_tell_that_a_strike_was_made(title: str, text: str) -> None:
    assert {(s.attacker, s.target) for s in told(title, text)} == {("Ruritania", "Freedonia")}


def test_a_citys_newspaper_is_no_place_of_the_war() -> None:
    text = "The Zenda Herald said that at least 80 died in Ruritania following Freedonian raids."
    (strike,) = told("80 dead in Freedonian strikes on Ruritania", text)
    assert (strike.attacker, strike.target, strike.places) == ("Freedonia", "Ruritania", ())


def test_what_one_side_launches_as_strikes_go_on_is_no_strike_of_its_own() -> None:
    found = told("Freedonia launches plan for a new state as strikes kill 20 in Firefly City")
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanian commandos, after weeks of waiting, carried out a raid in Firefly City.",
        "Ruritania's army carried out a night operation in Firefly City and captured its mayor.",
        "Ruritania confirmed air strikes inside Freedonia that set a depot ablaze.",
    ],
)
def test_a_deed_on_the_others_land_is_told_past_asides(text: str) -> None:
    assert {(s.attacker, s.target) for s in told("The raid", text)} == {("Ruritania", "Freedonia")}


def test_a_war_by_another_name_is_no_raid() -> None:
    text = "Ruritania launched its special military operation in Freedonia and killed all hope."
    assert not told("Two years on", text)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania, after Freedonia struck its embassy, launched 300 drones at Firefly City.",
        (
            "Ruritania announced that in response to Freedonia's raids, its fighters on Monday"
            ' "launched 300 drones targeting Firefly City".'
        ),
        "Ruritania said in retaliation for Freedonian strikes it launched 300 drones at Freedonia.",
    ],
)
def test_what_an_answer_launched_is_the_answerers(text: str) -> None:
    (answer,) = (s for s in told("A night of drones", text) if s.figures)
    assert (answer.attacker, answer.target) == ("Ruritania", "Freedonia")
    assert not answer.background


def test_who_is_blamed_for_the_dead_of_a_sentence_is_told_to_have_struck() -> None:
    text = "Twelve children were killed; Freedonia blamed Ruritania, which denied any role."
    assert [s.attacker for s in told("Rocket slams into a football pitch", text)] == ["Ruritania"]


def test_who_is_accused_together_with_an_outsider_struck_alone() -> None:
    text = "Ruritania accused Freedonia, and Sylvania, of the missile attack on Strelsau."
    assert [s.attacker for s in told("Beach in Strelsau hit", text)] == ["Freedonia"]


CIVIL = WAR.model_copy(
    update={"places": tuple(place for place in WAR.places if place.party == "Ruritania")}
)


@pytest.mark.parametrize(("beset", "strikes"), [(False, 1), (True, 0)])
def test_guns_and_aircraft_within_one_land_are_those_of_its_war(
    *, beset: bool, strikes: int
) -> None:
    land, rebels = CIVIL.parties
    war = CIVIL.model_copy(update={"parties": (land.model_copy(update={"beset": beset}), rebels)})
    article = Article("a", "Drone strike kills eleven at a market in Strelsau", "", TUESDAY)
    found = read_strikes(annotate(article, war))
    assert [(s.attacker, s.target) for s in found] == [(None, None)] * strikes


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Several ministers died in Saturday's attack, the rebels said on Monday.", 7),
        ("They were killed in Saturday's strike.", 7),
        ("The victims of Saturday's raid were soldiers.", 7),
        ("They had come to mourn the ten who died on the eve of Saturday's attack.", None),
    ],
)
def test_the_day_of_an_attack_in_which_the_dead_fell_dates_the_headline(
    lead: str, day: int | None
) -> None:
    (strike,) = told("Ruritanian missile strike kills ten in Firefly City", lead)
    assert strike.window is not None
    one_day = strike.window.end.day if strike.window.is_one_day else None
    assert one_day == day
