"""Strikes in sentences of our own, about a made-up war: no rule may lean on real names."""

from datetime import UTC, date, datetime

from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Figure, Measure, Precision, Qualifier, Strike, Weapon
from reading.strikes import read_strikes

MONDAY = datetime(2025, 7, 21, 12, tzinfo=UTC)


def strikes(text: str, title: str = "", published: datetime = MONDAY) -> tuple[Strike, ...]:
    return read_strikes(annotate(Article("a", title, text, published), MADE))


def one(text: str, title: str = "", published: datetime = MONDAY) -> Strike:
    found = strikes(text, title, published)
    assert len(found) == 1, found
    return found[0]


def figure(strike: Strike, measure: Measure, weapon: Weapon = Weapon.ANY) -> Figure:
    return next(f for f in strike.figures if f.measure is measure and f.weapon is weapon)


def values(strike: Strike) -> set[tuple[str, str, int]]:
    return {(f.measure.value, f.weapon.value, f.low) for f in strike.figures}


def test_a_night_of_drones_is_one_strike_with_its_counts_and_their_claimant() -> None:
    strike = one(
        "Freedonia launched 120 drones and 14 missiles at Ruritania overnight, the Ruritanian Air"
        " Force said. It shot down 97 drones and nine missiles; another 12 drones were lost from"
        " radar. Five missiles and eleven drones struck four locations, and debris fell in six"
        " places."
    )
    assert (strike.attacker, strike.target) == ("Freedonia", "Ruritania")
    assert strike.overnight
    assert strike.window is not None
    assert strike.window.end == date(2025, 7, 21)
    assert values(strike) == {
        ("launched", "drone", 120),
        ("launched", "missile", 14),
        ("shot_down", "drone", 97),
        ("shot_down", "missile", 9),
        ("suppressed", "drone", 12),
        ("hit", "missile", 5),
        ("hit", "drone", 11),
        ("hit_locations", "any", 4),
        ("debris_locations", "any", 6),
    }
    assert {f.claimant for f in strike.figures} == {"Ruritanian Air Force"}


def test_the_dead_and_the_wounded_keep_how_sure_the_source_was() -> None:
    strike = one(
        "A Freedonian missile strike on Zenda killed at least three people and wounded more than 20"
        " on Sunday, officials said."
    )
    killed, injured = figure(strike, Measure.KILLED), figure(strike, Measure.INJURED)
    assert (killed.low, killed.high, killed.qualifier) == (3, None, Qualifier.AT_LEAST)
    assert (injured.low, injured.high, injured.qualifier) == (20, None, Qualifier.MORE_THAN)
    assert killed.scope == "Zenda"
    assert strike.places == ("Zenda",)


def test_one_victim_in_words_is_a_toll_of_one() -> None:
    strike = one(
        "Ruritanian shelling killed a woman in Firefly City on Monday and injured her son."
    )
    assert (strike.attacker, figure(strike, Measure.KILLED).low) == ("Ruritania", 1)


def test_shot_down_or_suppressed_together_is_its_own_measure() -> None:
    strike = one(
        "Freedonia sent 80 drones overnight. Air defences shot down or suppressed 71 drones,"
        " the Ruritanian Air Force said."
    )
    assert ("neutralised_total", "drone", 71) in values(strike)
    assert not any(f.measure is Measure.SHOT_DOWN for f in strike.figures)


def test_whose_defences_shot_tells_whose_drones_they_were() -> None:
    strike = one("Freedonian air defences downed 13 drones approaching Firefly City on Saturday.")
    assert (strike.attacker, strike.target) == ("Ruritania", "Freedonia")
    assert values(strike) == {("shot_down", "drone", 13)}


def test_both_directions_in_one_article_are_two_strikes() -> None:
    found = strikes(
        "Freedonia fired 30 drones at Ruritania overnight."
        " The Freedonian Defence Ministry said 44 Ruritanian drones were destroyed overnight."
    )
    assert [(s.attacker, values(s)) for s in found] == [
        ("Freedonia", {("launched", "drone", 30)}),
        ("Ruritania", {("shot_down", "drone", 44)}),
    ]


def test_an_elliptical_pair_follows_the_weapons_named_before() -> None:
    strike = one(
        "Freedonia launched 40 missiles and 580 drones at Ruritania overnight, of which 26 and 563"
        " were shot down, the Ruritanian Air Force said."
    )
    assert {("shot_down", "missile", 26), ("shot_down", "drone", 563)} <= values(strike)


def test_a_split_by_type_is_no_total() -> None:
    strike = one("Freedonia fired eight ballistic missiles and 37 cruise missiles overnight.")
    assert {(f.low, f.scope) for f in strike.figures} == {(8, "ballistic"), (37, "cruise")}


def test_several_numbers_with_one_verb_and_an_aside_between_them() -> None:
    strike = one(
        "The Ruritanian Air Force recorded 407 drones, among the highest numbers of the war so far,"
        " and 45 cruise and ballistic missiles in Freedonia's attack overnight."
    )
    assert values(strike) == {("launched", "drone", 407), ("launched", "missile", 45)}


def test_shares_ages_and_patients_are_no_tolls() -> None:
    strike = one(
        "A Freedonian drone attack on Zenda on Monday killed four people, two of them children of 8"
        " and 12, and injured 19, five of them seriously. Fourteen of the injured are in hospital."
    )
    assert values(strike) == {("killed", "any", 4), ("injured", "any", 19)}


def test_vague_sizes_are_not_counted() -> None:
    strike = one(
        "Freedonia launched hundreds of drones at Zenda overnight, wounding dozens of people."
    )
    assert strike.figures == ()
    assert strike.places == ("Zenda",)


def test_long_totals_belong_to_no_strike() -> None:
    strike = one(
        "Freedonian drones struck Zenda on Sunday, killing two people."
        " Over the past month Freedonia has launched 5,200 drones, and 13,000 civilians have been"
        " killed since the war began."
    )
    assert values(strike) == {("killed", "any", 2)}


def test_the_sentences_of_one_wave_make_one_strike() -> None:
    strike = one(
        "Freedonian drones pounded Zenda overnight into Monday.\n\n"
        "Two people were killed, the regional governor said. Sixteen were wounded.\n\n"
        "Freedonia's attack was the second in a week.",
        title="Freedonian drones hit Zenda",
    )
    assert {("killed", "any", 2), ("injured", "any", 16)} == values(strike)


def test_nights_in_a_row_are_two_strikes() -> None:
    found = strikes(
        "Freedonia launched 90 drones overnight into Monday. "
        "On Saturday night Freedonia had fired 60 drones, the air force said."
    )
    windows = [(s.window.start.day, s.window.end.day) for s in found if s.window]
    assert windows == [(20, 21), (19, 20)]


def test_a_day_named_for_a_night_attack_is_the_day_on_which_it_ended() -> None:
    strike = one(
        "Freedonian drones struck Zenda on Sunday, killing two people. In the night Freedonia sent"
        " 60 drones, the Ruritanian Air Force said."
    )
    assert strike.window is not None
    assert (strike.window.start, strike.window.end) == (date(2025, 7, 19), date(2025, 7, 20))


def test_an_old_attack_is_background_and_keeps_its_own_toll() -> None:
    found = strikes(
        "Freedonian missiles hit Zenda on Sunday, killing three people. "
        "A year ago a Freedonian missile hit a hospital in Strelsau and killed 40 people."
    )
    assert [(s.background, values(s)) for s in found] == [
        (False, {("killed", "any", 3)}),
        (True, {("killed", "any", 40)}),
    ]


def test_what_is_condemned_days_later_is_recalled() -> None:
    published = datetime(2025, 7, 24, 12, tzinfo=UTC)
    strike = one(
        "The head of a charity on Thursday condemned Freedonia's drone attack on Zenda on Sunday.",
        published=published,
    )
    assert strike.background


def test_an_attack_without_a_day_is_given_as_bounds() -> None:
    strike = one("", title="Freedonian drone strike kills two in Zenda")
    assert strike.window is not None
    assert strike.window.precision is Precision.VAGUE
    assert (strike.window.start, strike.window.end) == (date(2025, 7, 20), date(2025, 7, 21))


def test_a_denied_attack_is_disputed() -> None:
    strike = one(
        "A Freedonian missile strike on Zenda killed two people on Monday, officials said."
        " Freedonia denied the attack, suggesting that an arms depot blew up."
    )
    assert strike.disputed
    assert values(strike) == {("killed", "any", 2)}


def test_a_blamed_side_is_the_attacker() -> None:
    strike = one(
        "Ruritania accused Freedonia of killing 27 people in an attack on Zenda on Sunday."
    )
    assert (strike.attacker, strike.target, figure(strike, Measure.KILLED).low) == (
        "Freedonia",
        "Ruritania",
        27,
    )


def test_facilities_are_named_by_kind() -> None:
    strike = one(
        "Ruritanian drones struck an oil refinery and an air base near Firefly City on Sunday,"
        " setting fuel tanks on fire."
    )
    assert {"refinery", "air base", "oil depot"} == set(strike.facilities)


def test_headline_verbs_in_the_present_are_attacks() -> None:
    strike = one("", title="Freedonia kills 2 in Strelsau")
    assert (strike.attacker, values(strike)) == ("Freedonia", {("killed", "any", 2)})


def test_a_toll_of_the_attack_a_day_earlier_is_news_but_what_came_a_night_earlier_is_not() -> None:
    (found,) = strikes(
        "Rescuers ended their search with 31 people confirmed dead in the Freedonian missile "
        "attack on Zenda a day earlier."
    )
    assert not found.background
    assert values(found) == {("killed", "any", 31)}
    told = strikes(
        "Freedonian missiles hit Zenda on Sunday, killing three people. "
        "A night earlier Freedonia had launched 728 drones at the country."
    )
    assert [values(s) for s in told if not s.background] == [{("killed", "any", 3)}]


def test_what_follows_a_comma_and_what_follows_and_that_have_verbs_of_their_own() -> None:
    (found,) = strikes(
        "Freedonia attacks with 270 drones and ten missiles, Zenda hit hardest. The Ruritanian Air "
        "Force said 230 drones had been shot down or jammed, and that six missiles struck."
    )
    assert values(found) == {
        ("launched", "drone", 270),
        ("launched", "missile", 10),
        ("neutralised_total", "drone", 230),
        ("hit", "missile", 6),
    }


def test_deaths_of_a_whole_year_are_no_figure_of_one_attack() -> None:
    found = strikes(
        "Freedonian missiles hit Zenda on Sunday, killing three people. "
        "Freedonian attacks in 2024 killed 900 people in Ruritania."
    )
    assert [values(s) for s in found if not s.background] == [{("killed", "any", 3)}]


def test_an_army_that_says_it_struck_the_others_targets_is_the_attacker() -> None:
    for text in (
        "The Ruritanian Air Force said it struck Freedonian targets overnight.",
        "Ruritania said it struck Freedonian positions.",
        "Ruritania struck Freedonian targets on Monday.",
        "Freedonian targets were hit by Ruritanian drones.",
    ):
        found = strikes(text)
        assert [(s.attacker, s.target) for s in found] == [("Ruritania", "Freedonia")], text


def test_a_name_before_targets_attacks_only_what_follows() -> None:
    noun = strikes("Ruritania hit Freedonia targets in Firefly City.")
    verb = strikes("Freedonia targets Strelsau with drones.")
    assert [(s.attacker, s.target) for s in noun] == [("Ruritania", "Freedonia")]
    assert [(s.attacker, s.target) for s in verb] == [("Freedonia", "Ruritania")]


def test_a_toll_in_the_sentence_after_the_count_of_hits_is_of_the_same_night_days_ago() -> None:
    strike = one(
        "Ruritania launched 450 drones overnight into Thursday.\n\n"
        "Most were shot down, but 23 hit three places. At least two people were killed."
    )
    assert [figure.low for figure in strike.figures] == [450, 23, 3, 2]


def test_what_is_blown_up_has_been_attacked() -> None:
    strike = one("On Saturday Ruritania blew up a gas pipeline near Firefly City.")
    assert (strike.attacker, strike.target) == ("Ruritania", "Freedonia")
