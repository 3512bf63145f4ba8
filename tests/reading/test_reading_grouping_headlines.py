"""Headlines without a day: which strikes and meetings they speak of."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from made_mentions import PRESET, figure, strike, talks

from reading.events import Mention
from reading.facts import Precision
from reading.grouping import group
from reading.preset import Party, Place
from reading.sides import Sides

SIDES = Sides(
    PRESET.model_copy(
        update={
            "parties": (*PRESET.parties, Party(name="Hill Front")),
            "places": (
                Place(name="the Strip", party="South", kind="region"),
                Place(name="Southport", party="South"),
                Place(name="Aland Strip", party="South", kind="region"),
                Place(name="southern Aland", party="South", kind="region"),
                Place(name="Farland Strip", party="South", kind="region"),
            ),
        }
    )
)
VAGUE = Precision.VAGUE


def together(*mentions: Mention[Any]) -> list[list[int]]:
    """The groups as positions in the call, in either order of arrival."""
    numbers = {m.key: n for n, m in enumerate(mentions)}
    found = [
        sorted(sorted(numbers[m.key] for m in g) for g in group(order, SIDES))
        for order in (list(mentions), list(reversed(mentions)))
    ]
    assert found[0] == found[1], "the order of arrival changed the groups"
    return found[0]


def headed(mention: Mention[Any], title: str, hours: int = 0) -> Mention[Any]:
    source = mention.source
    moved = source.published + timedelta(hours=hours)
    return replace(mention, source=replace(source, title=title, published=moved))


def test_a_region_alone_makes_no_chain_of_days() -> None:
    assert together(
        strike("07-21", "07-20..07-21", precision=VAGUE, places=("the Strip",)),
        strike("07-22", "07-21..07-22", precision=VAGUE, places=("the Strip",)),
        strike("07-23", "07-22..07-23", precision=VAGUE, places=("the Strip",)),
    ) == [[0], [1], [2]]


def test_a_town_tells_that_two_reports_without_a_day_are_of_one_strike() -> None:
    assert together(
        strike("07-21", "07-20..07-21", precision=VAGUE, places=("Southport",)),
        strike("07-22", "07-21..07-22", precision=VAGUE, places=("Southport",)),
    ) == [[0, 1]]


def test_the_evening_tells_of_its_own_day() -> None:
    assert together(
        strike("07-21", "07-21"),
        strike("07-22", "07-22"),
        strike("07-22T17", "07-21..07-22", precision=VAGUE),
        strike("07-22T07", "07-21..07-22", precision=VAGUE),
    ) == [[0, 3], [1, 2]]


def test_a_group_and_the_land_it_fights_from_are_struck_together() -> None:
    assert together(
        strike("07-21", "07-21", on="Hill Front", places=("the Strip",)),
        strike("07-21", "07-20..07-21", on="South", precision=VAGUE),
    ) == [[0, 1]]


def test_two_targets_without_common_ground_are_two_strikes() -> None:
    assert together(
        strike("07-21", "07-21", on="Hill Front"),
        strike("07-21", "07-20..07-21", on="South", precision=VAGUE),
    ) == [[0], [1]]


def test_what_is_only_recalled_ties_no_two_reports_together() -> None:
    assert together(
        strike("07-21", "07-20..07-21", precision=VAGUE, facilities=("bridge",)),
        strike("07-22", "07-21..07-22", precision=VAGUE, facilities=("factory",)),
        strike("07-22", "07-21", background=True),
    ) in ([[0, 2], [1]], [[0], [1, 2]])


def test_a_story_reposted_under_its_own_headline_is_the_same_strike() -> None:
    title = "Southern drones hit targets in three Northern regions, officials say"
    first = headed(strike("07-21", "07-20..07-21", precision=VAGUE), title)
    again = headed(strike("07-23", "07-22..07-23", precision=VAGUE), title)
    assert together(first, again) == [[0, 1]]


def test_a_standing_headline_says_nothing_of_the_day() -> None:
    for title in ("War live: the latest updates from North and South", "War in South"):
        first = headed(strike("07-21", "07-20..07-21", precision=VAGUE), title)
        again = headed(strike("07-23", "07-22..07-23", precision=VAGUE), title)
        assert together(first, again) == [[0], [1]], title


def test_a_figure_outweighs_the_time_of_day() -> None:
    toll = (figure("killed", 14),)
    assert together(
        strike("07-21", "07-21", figures=toll),
        strike("07-22", "07-22"),
        strike("07-22T17", "07-21..07-22", precision=VAGUE, figures=toll),
    ) == [[0, 2], [1]]


def test_a_meeting_called_for_days_after_another_was_held_is_the_next_one() -> None:
    assert together(
        talks("07-20", "07-24..07-25", "announced", precision=VAGUE),
        talks("07-21", "07-21", city="Capital"),
        talks("07-20", "07-22", "announced"),
    ) == [[0], [1, 2]]


def test_a_plan_without_a_day_is_not_for_the_meeting_of_another_city() -> None:
    assert together(
        talks("07-20", None, "announced", city="Harbour"),
        talks("07-21", "07-21", city="Capital"),
        talks("07-20", None, "announced", city="Capital"),
    ) == [[0], [1, 2]]


def test_a_total_of_many_attacks_joins_none_of_them() -> None:
    total = (figure("killed", 414),)
    assert together(
        strike("07-21", "07-21"),
        strike("07-21", None, background=True, figures=total),
    ) == [[0]]


def test_a_recollection_without_a_day_finds_the_attack_whose_figure_it_tells() -> None:
    toll = (figure("killed", 24),)
    assert together(
        strike("07-21", "07-21", figures=toll),
        strike("07-22", None, background=True, figures=toll),
    ) == [[0, 1]]


def test_the_south_of_a_strip_is_no_other_ground_than_the_strip() -> None:
    assert together(
        strike("07-21", "07-21", places=("Aland Strip",)),
        strike("07-21", "07-20..07-21", precision=VAGUE, places=("southern Aland",)),
        strike("07-21", "07-21", places=("Farland Strip",)),
    ) == [[0, 1], [2]]


def test_another_thing_struck_told_the_day_after_is_another_strike() -> None:
    assert together(
        strike("07-21", "07-21", places=("Southport",)),
        strike("07-22", "07-21..07-22", precision=VAGUE, facilities=("factory",)),
        strike("07-22", "07-21..07-22", precision=VAGUE, places=("Southport",)),
    ) == [[0, 2], [1]]


def test_bounds_that_hold_a_day_speak_of_it_before_the_night_that_ran_into_them() -> None:
    assert together(
        strike("07-20", "07-19..07-20", figures=(figure("killed", 2),)),
        strike("07-21", "07-21"),
        strike("07-21", "07-20..07-21", precision=VAGUE),
    ) == [[0], [1, 2]]


def test_a_site_lies_in_its_city() -> None:
    palace = Place(name="Palm Palace", party="South", kind="site", within="Southport")
    places = (*SIDES.preset.places, palace) if SIDES.preset else ()
    sides = Sides(SIDES.preset.model_copy(update={"places": places}) if SIDES.preset else None)
    found = group(
        [
            strike("07-21", "07-21", places=("Southport",)),
            strike("07-21", "07-20..07-21", precision=VAGUE, places=("Palm Palace",)),
        ],
        sides,
    )
    assert len(found) == 1


def test_the_strikes_of_which_there_was_only_one_are_meant_without_a_day() -> None:
    recalled = strike("07-22", None, background=True)
    assert together(strike("07-21", "07-21"), recalled) == [[0, 1]]
    assert together(strike("07-21", "07-21"), strike("07-22", "07-22"), recalled) == [[0], [1]]
    assert together(strike("07-12", "07-12"), recalled) == [[0]]
