"""Whose dead a report counts, and whose deed a sentence tells: what is near is not always meant."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Measure, Strike
from reading.strikes import read_strikes

MONDAY = datetime(2025, 7, 21, 12, tzinfo=UTC)


def told(title: str, text: str = "") -> tuple[Strike, ...]:
    return read_strikes(annotate(Article("a", title, text, MONDAY), MADE))


def counts(*strikes: Strike) -> list[tuple[str | None, Measure, int]]:
    return [(s.attacker, f.measure, f.low) for s in strikes for f in s.figures]


def freedonian(title: str, text: str = "") -> list[str]:
    """What the attacks of Freedonia did: `9 killed`; a figure of another's attack fails."""
    found = counts(*told(title, text))
    assert all(attacker == "Freedonia" for attacker, *_ in found), found
    return [f"{number} {measure.value}" for _, measure, number in found]


def test_its_at_the_head_of_a_sentence_is_the_side_of_the_last_one() -> None:
    strikes = told(
        "Freedonia shells Strelsau",
        "Freedonian forces shelled Strelsau on Sunday, killing nine people, the Ruritanian Defence"
        " Ministry said. Freedonia said it had met fire. Its defence ministry put its dead at 12.",
    )
    assert ("Freedonia", Measure.KILLED, 12) not in counts(*strikes)
    assert ("Freedonia", Measure.KILLED, 9) in counts(*strikes)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanian and Freedonian troops fired at each other along the border, killing 14 people.",
        "Ruritanian and Freedonian troops have been shelling one another, killing 14 people.",
        "Ruritania and Freedonia traded fire along their border on Friday, killing two civilians.",
        "Ruritanian and Freedonian troops exchanged artillery salvos on Friday; two people died.",
    ],
)
def test_fire_at_each_other_is_both_sides_and_its_dead_are_neithers(text: str) -> None:
    found = {(s.attacker, s.target, s.figures) for s in told("Clashes leave 11 dead", text)}
    assert found == {("Ruritania", "Freedonia", ()), ("Freedonia", "Ruritania", ())}


def test_the_dead_of_the_attack_that_is_answered_are_not_of_the_answer() -> None:
    text = (
        "Freedonia said it struck nine camps in Ruritania, some of them linked to an attack by"
        " gunmen on pilgrims that killed 26 people last month."
    )
    (strike,) = told("Freedonia strikes Ruritania", text)
    assert (counts(strike), strike.background) == (
        [("Freedonia", Measure.HIT_LOCATIONS, 9)] if strike.figures else [],
        False,
    )


def test_a_country_that_counts_civilians_counts_its_own() -> None:
    found = told(
        "Freedonia launches air strikes on Ruritanian border",
        "A Freedonian soldier was killed, the army said. Ruritania said four civilians died.",
    )
    assert sorted(c for c in counts(*found) if c[2] == 4) == [("Freedonia", Measure.KILLED, 4)]
    text = "Ruritania said four civilians died in Firefly City."
    assert ("Freedonia", Measure.KILLED, 4) not in counts(*told("Ruritania shells town", text))


def test_silence_is_no_denial() -> None:
    text = (
        "Freedonian jets struck Strelsau, killing two. Freedonia's army did not immediately"
        " comment on the strike."
    )
    assert [s.disputed for s in told("Jets hit Strelsau", text)] == [False]


def test_an_attack_that_a_side_owns_up_to_is_its_own_and_the_day_is_that_of_its_word() -> None:
    (strike,) = told(
        "Drones over Strelsau",
        "Freedonia took credit on Monday for sending drones against Strelsau in the night to"
        " Sunday.",
    )
    assert strike.attacker == "Freedonia"
    assert strike.window is not None
    assert strike.window.end.day == 20


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        ("killed one person and wounded another on Sunday", {Measure.KILLED, Measure.INJURED}),
        ("kills farmer near Strelsau", {Measure.KILLED}),
        ("wounds policewoman", set()),
    ],
)
def test_one_victim_told_without_a_number(words: str, measures: set[Measure]) -> None:
    strikes = told(f"Freedonian drone {words}")
    assert {f.measure for s in strikes for f in s.figures} == measures


def test_a_count_after_the_one_who_gives_it() -> None:
    text = "The night before, Ruritania's Air Force counted 83 drones; 56 did not reach a target."
    strikes = told("Prisoners go home", text)
    assert ("Freedonia", Measure.LAUNCHED, 83) in counts(*strikes)


CIVIL = MADE.model_copy(
    update={"places": tuple(place for place in MADE.places if place.party == "Ruritania")}
)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanian rebels shelled a hospital in Strelsau on Sunday. Freedonia denied it.",
        "A strike by rebel fighters on Strelsau killed six. Freedonia denied it.",
    ],
)
def test_a_lands_rebels_are_not_that_land(text: str) -> None:
    document = annotate(Article("a", "Hospital hit", text, MONDAY), CIVIL)
    assert {(s.attacker, s.target) for s in read_strikes(document)} == {("Freedonia", "Ruritania")}


def test_it_that_says_what_it_struck_is_the_one_who_struck() -> None:
    text = (
        "Freedonia has fired missiles at Strelsau, killing two, the Ruritanian army said. It said"
        " it struck 80 targets in Firefly City overnight."
    )
    assert ("Ruritania", Measure.HIT_LOCATIONS, 80) in counts(*told("Missiles", text))


def test_a_day_of_both_sides_keeps_each_ones_dead_apart() -> None:
    title = "Death toll of Ruritanian strikes on Freedonia reaches 24; 13 dead in Ruritania"
    assert counts(*told(title)) == [("Ruritania", Measure.KILLED, 24)]


def test_the_army_counts_its_own_men_where_it_names_no_blow_of_its_own() -> None:
    text = (
        "Ruritania pounded Firefly City on Monday, killing 40 people. The Ruritanian army said four"
        " soldiers were killed in their tank. Separately, six people were shot dead"
        " at a bus stop, police said."
    )
    assert sorted(counts(*told("Ruritania pounds Firefly City", text))) == [
        ("Freedonia", Measure.KILLED, 4),
        ("Ruritania", Measure.KILLED, 40),
    ]


def test_each_speaks_up_to_the_semicolon() -> None:
    text = (
        "Freedonia attacked overnight. The Ruritanian Defence Ministry said 36 drones were"
        " intercepted; two people were injured in Strelsau, governor Jane Roe said."
    )
    (strike,) = told("Drones over Strelsau", text)
    speakers = {f.low: f.claimant for f in strike.figures}
    assert speakers[36] != speakers[2]


@pytest.mark.parametrize(
    "text",
    [
        "Mayors accused Freedonian government forces and their allies of carrying out the attack.",
        "Meanwhile, Freedonian warplanes conducted air strikes in the Ruritanian capital.",
        "A Freedonian strike hit Zenda, which has been under siege since January, killing two.",
    ],
)
def test_a_side_told_to_have_struck_is_the_attacker(text: str) -> None:
    assert [s.attacker for s in told("Zenda under fire", text)] == ["Freedonia"]


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanian troops fired at a Freedonian drone over the border near Zenda.",
        "One of the drones hit over the sea crashed into a shed in Zenda, the governor said.",
        "Aid came a week after figures on attacks released by Freedonia.",
    ],
)
def test_who_shoots_at_a_drone_attacks_nobody(text: str) -> None:
    assert all(strike.attacker != "Ruritania" for strike in told("Tensions rise", text))


def test_a_dateline_of_may_is_no_maybe() -> None:
    text = "STRELSAU, May 5 (Post) - Freedonian drones struck fuel depots in Strelsau on Sunday."
    (strike,) = told("Depots burn", text)
    assert (strike.attacker, strike.window and strike.window.end.day) == ("Freedonia", 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Air strikes by Freedonia on a village held by Ruritanian troops have killed 22"
            " people.",
            ["22 killed"],
            id="who holds the village did not bomb it",
        ),
        pytest.param(
            "Freedonian missiles hit Strelsau on Monday, killing three. Nobody claimed the attack."
            " The city is dark. Schools are shut. A rights group said 639 people have been killed"
            " in Ruritania and more than 1,300 wounded.",
            ["3 killed"],
            id="the wounded beside a war's dead are the war's",
        ),
        pytest.param(
            "Freedonian drones struck Strelsau, killing two."
            " Those five days cost at least 48 lives.",
            ["2 killed"],
            id="what days of fighting cost no raid did",
        ),
        pytest.param(
            "The Ruritanian army said it shot down four Freedonia drones over Strelsau overnight.",
            ["4 shot_down"],
            id="whose weapons by name before them",
        ),
        pytest.param(
            "Freedonian jets bombed Strelsau on Monday, killing two. In all 224 have died,"
            " officials say.",
            ["2 killed"],
            id="all the dead of a war are not a raid's",
        ),
        pytest.param(
            "Freedonia fired 76 strike and decoy drones at Strelsau overnight. Guards shot down 41"
            " drones. Ten of the drones were downed by guns.",
            ["76 launched", "41 shot_down"],
            id="a part is not the whole",
        ),
    ],
)
def test_a_text_gives_a_raid_no_count_of_another_cause(text: str, expected: list[str]) -> None:
    assert freedonian("Strelsau under fire", text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Freedonia attacks Ruritanian posts, killing 23; Ruritania says 200 fighters dead", 23),
        ("Ruritania says eight killed in Freedonian shelling; Freedonia reports 16 dead", 8),
        ("At least 104 killed in Freedonian attacks on Strelsau in two weeks", None),
    ],
)
def test_a_headline_gives_a_raid_its_own_dead_alone(title: str, expected: int | None) -> None:
    assert freedonian(title) == ([f"{expected} killed"] if expected else [])


def test_the_dead_of_a_week_in_a_headline_are_not_those_of_its_last_raid() -> None:
    text = (
        "Long-range weapons killed 12 people in Strelsau between 8 and 13 July, the League said."
        " On Sunday a Freedonian missile hit a depot in Strelsau, killing four."
    )
    assert freedonian("League says 12 killed in Strelsau strikes", text) == ["4 killed"]


def test_a_lands_name_before_a_colon_is_where() -> None:
    (strike,) = told("Ruritania: 26 dead after Freedonian drone bombs festival in Strelsau")
    assert [f.claimant for f in strike.figures] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Freedonia had battered Strelsau with 70 missiles and 145 drones, its mayor said.",
            {(Measure.LAUNCHED, 70), (Measure.LAUNCHED, 145)},
        ),
        (
            "A Freedonian missile hit Strelsau; five people including two nurses were killed.",
            {(Measure.KILLED, 5)},
        ),
        (
            "A Freedonian missile hit Strelsau; five people including children were killed.",
            {(Measure.KILLED, 5)},
        ),
        (
            (
                "A Freedonian shell hit Strelsau. Seven people, soldiers as well as farmers, were"
                " wounded."
            ),
            {(Measure.INJURED, 7)},
        ),
        (
            (
                "A Freedonian shell hit Strelsau. More bodies have since been found, which takes"
                " the dead to 21."
            ),
            {(Measure.KILLED, 21)},
        ),
        (
            (
                "A Freedonian shell hit Strelsau. Three dye-works hands died and four mill-town"
                " workers were hurt, according to the Church of Firefly City."
            ),
            {(Measure.INJURED, 4)},
        ),
        (
            "Freedonian raids on Zenda: martyrs rise to 74, wounded to 171.",
            {(Measure.KILLED, 74), (Measure.INJURED, 171)},
        ),
        (
            "A Freedonian raid near 10 Martyrs Street in Strelsau wounded three people.",
            {(Measure.INJURED, 3)},
        ),
    ],
)
def test_counts_in_fewer_words(text: str, expected: set[tuple[Measure, int]]) -> None:
    strikes = told("Strelsau under fire", text)
    found = {(m, n) for by, m, n in counts(*strikes) if by == "Freedonia"}
    assert found == expected


def test_a_headline_that_only_lists_what_came() -> None:
    title = "Half of Ruritania under attack: 127 missiles and 109 drones"
    text = "The air force gave those totals, and 102 and 99 of them destroyed."
    assert sorted(n for _, _, n in counts(*told(title, text))) == [109, 127]


def test_the_strikes_that_answer_are_those_spoken_of() -> None:
    text = (
        "Freedonia launched air strikes across Ruritania on Sunday after accusing Ruritania of"
        " attacking its soldiers. At least 45 people were killed in the strikes, medics said."
    )
    strikes = told("Freedonia strikes Ruritania", text)
    assert ("Freedonia", Measure.KILLED, 45) in counts(*strikes)
    assert ("Ruritania", Measure.KILLED, 45) not in counts(*strikes)


def test_an_army_whose_drones_bombed_and_the_others_whom_it_blames() -> None:
    text = (
        "At least 22 people were killed on Sunday when Freedonia drones bombed the market of"
        " Strelsau, its mayor said. Freedonia rejected the accusation and blamed Ruritania for a"
        " mortar attack on Firefly City."
    )
    strikes = told("Market bombed", text)
    assert counts(*strikes) == [("Freedonia", Measure.KILLED, 22)]
    assert [(s.attacker, s.disputed) for s in strikes][1:] == [("Ruritania", False)]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Freedonian strikes on Hentzau, Strelsau, and Zenda killed 80 people.", None),
        ("Eighty people died as Freedonia hit Hentzau, Strelsau, and Zenda in the north.", None),
        ("Freedonian strikes killed 80 people in Strelsau, and Zenda was shelled.", "Strelsau"),
    ],
)
def test_the_dead_of_several_towns_are_not_the_last_one_s(text: str, scope: str | None) -> None:
    (strike,) = told("Drones", text)
    assert [f.scope for f in strike.figures] == [scope]


def test_where_a_part_of_what_fell_came_down() -> None:
    text = (
        "Ruritania's army said it shot down 23 Freedonian drones overnight, eight of them over"
        " Strelsau."
    )
    (strike,) = told("Drones", text)
    assert {f.low: f.scope for f in strike.figures} == {23: None, 8: "Strelsau"}


@pytest.mark.parametrize(
    ("title", "dead"),
    [
        ("Freedonian rocket kills farmer in Strelsau as fighting enters fourth day", [1]),
        ("Six killed as fighting between Ruritania and Freedonia flares in Strelsau", []),
    ],
)
def test_what_a_rocket_did_while_others_fought(title: str, dead: list[int]) -> None:
    assert [n for _, _, n in counts(*told(title))] == dead
