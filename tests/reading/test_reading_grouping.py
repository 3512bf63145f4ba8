"""Which mentions are of one event: rounds, deadlines, strikes, in any order."""

import random
from typing import Any

import pytest
from made_mentions import SIDES, figure, point, statement, strike, talks

from reading.events import Mention
from reading.facts import Precision, Weapon
from reading.grouping import group


def together(*mentions: Mention[Any]) -> list[list[int]]:
    """The groups as positions in the call, each call's order shuffled first."""
    numbers = {m.key: n for n, m in enumerate(mentions)}
    groups = {
        frozenset(
            frozenset(numbers[m.key] for m in g) for g in group(_shuffled(mentions, n), SIDES)
        )
        for n in range(6)
    }
    assert len(groups) == 1, "the order of arrival changed the groups"
    return sorted(sorted(g) for g in groups.pop())


def _shuffled(mentions: tuple[Mention[Any], ...], seed: int) -> list[Mention[Any]]:
    mixed = list(mentions)
    random.Random(seed).shuffle(mixed)
    return mixed


def test_reports_of_one_meeting_are_one_round() -> None:
    assert together(
        talks("07-23", "07-23", city="Capital"),
        talks("07-24", "07-23", number=3),
        talks("07-23T18", "07-23", "under_way", track=None),
    ) == [[0, 1, 2]]


def test_a_meeting_over_two_days_is_one_round() -> None:
    assert together(
        talks("01-23", "01-23", "under_way", city="Capital"),
        talks("01-24", "01-24", city="Capital"),
        talks("01-25", "01-23..01-24", city="Capital"),
    ) == [[0, 1, 2]]


def test_two_formats_in_one_city_in_one_week_stay_apart() -> None:
    assert together(
        talks("02-17", "02-17", city="Lakeside"),
        talks("02-18", "02-18", track="bigland-north", city="Lakeside"),
        talks("02-18", "02-17", city="Lakeside", number=6),
    ) == [[0, 2], [1]]


def test_an_announcement_joins_its_round_though_the_day_moved() -> None:
    assert together(
        talks("07-18", "07-21", "announced"),
        talks("07-20", "07-23", "announced"),
        talks("07-23", "07-23", city="Capital"),
    ) == [[0, 1, 2]]


def test_what_is_announced_after_a_round_is_the_next_one() -> None:
    assert together(
        talks("07-23", "07-23"),
        talks("07-24", "07-30", "announced"),
        talks("07-25", None, "announced"),
    ) == [[0], [1, 2]]


def test_rounds_with_other_numbers_stay_apart() -> None:
    assert together(
        talks("05-16", "05-16", number=1),
        talks("06-02", "06-02", number=2),
        talks("06-03", "06-02"),
        talks("06-02", "05-16", background=True),
    ) == [[0, 3], [1, 2]]


def test_a_number_finds_its_round_without_a_day() -> None:
    assert together(
        talks("05-16", "05-16", number=1),
        talks("06-02", "06-02", number=2),
        talks("07-30", None, number=1, background=True),
    ) == [[0, 2], [1]]


def test_talks_that_ended_without_a_day_are_those_just_held() -> None:
    assert together(
        talks("07-23", "07-23"),
        talks("07-24", None),
        talks("08-20", None),
    ) == [[0, 1], [2]]


def test_a_mention_without_track_glues_no_rounds() -> None:
    assert together(
        talks("02-18", "02-17", city="Lakeside"),
        talks("02-18", "02-17", track="bigland-north", city="Lakeside"),
        talks("02-18", "02-17", track=None, city="Lakeside"),
    ) in ([[0, 2], [1]], [[0], [1, 2]])


def test_a_promise_kept_joins_the_round_that_made_it() -> None:
    exchange = point("prisoner_exchange", "carried_out", count=1200)
    assert together(
        talks("06-02", "06-02", points=(point("prisoner_exchange", "agreed", count=1200),)),
        talks("07-23", "07-23", points=(point("ceasefire", "offered", "North"),)),
        talks("08-14", None, track=None, background=True, points=(exchange,)),
    ) == [[0, 2], [1]]


def test_a_recollection_that_points_nowhere_is_left_out() -> None:
    assert together(talks("07-23", "07-23"), talks("07-23", None, background=True)) == [[0]]


def test_moves_of_one_ultimatum_are_one_thread() -> None:
    assert together(
        statement("07-14", "issue", "09-02"),
        statement("07-28", "shorten", "08-07..08-09"),
        statement("07-29", "fix", "08-08"),
        statement("07-31", "confirm", "08-08", issuer="Big Envoy", to=("North", "South")),
        statement("08-09", "overtake", None, issuer=None),
    ) == [[0, 1, 2, 3, 4]]


def test_a_new_time_by_the_same_mouth_while_it_runs_is_the_same_thread() -> None:
    assert together(statement("07-14", "issue", "09-02"), statement("07-28", "issue", "08-09")) == [
        [0, 1]
    ]


def test_another_sides_proposal_is_another_thread() -> None:
    assert together(
        statement("07-14", "issue", "09-02"),
        statement("07-23", "issue", "08-31", issuer="Sam South"),
        statement("07-24", "confirm", "08-31", issuer="South"),
    ) == [[0], [1, 2]]


def test_outsiders_who_name_the_very_same_time_speak_of_one_ultimatum() -> None:
    assert together(
        statement("07-14", "issue", "09-02"),
        statement("07-14", "issue", "09-02", issuer="Alliance"),
        statement("07-14", "issue", "09-02", issuer="Sam South"),
    ) == [[0, 1], [2]]


def test_an_ultimatum_to_someone_else_is_another_thread() -> None:
    assert together(
        statement("07-14", "issue", "09-02", to=("North",)),
        statement("07-15", "issue", "09-02", to=("South",)),
    ) == [[0], [1]]


def test_a_demand_long_after_the_last_one_lapsed_is_a_new_thread() -> None:
    assert together(
        statement("03-01", "issue", "03-10"),
        statement("03-11", "lapse", None),
        statement("06-01", "issue", "06-20"),
    ) == [[0, 1], [2]]


def test_recollections_join_by_the_time_they_name() -> None:
    assert together(
        statement("07-14", "issue", "09-02"),
        statement("07-28", "shorten", "08-07..08-09"),
        statement("08-06", "issue", "09-02", dated=False, issuer=None, background=True),
        statement("08-06", "issue", "09-01..09-10", dated=False, background=True),
        statement("08-06", "issue", "12-24", dated=False, background=True),
    ) == [[0, 1, 2, 3], [4]]


def test_what_only_repeats_makes_no_deadline() -> None:
    assert together(statement("07-14", "confirm", None)) == []
    assert together(statement("07-14", "issue", "09-02"), statement("07-20", "confirm", None)) == [
        [0, 1]
    ]


def test_an_overnight_wave_is_one_strike_however_its_date_is_given() -> None:
    assert together(
        strike("07-21", "07-20..07-21", places=("Southport",)),
        strike("07-21", "07-21", places=("Southport",)),
        strike("07-21", "07-20"),
        strike("07-21", None),
    ) == [[0, 1, 2, 3]]


def test_nights_in_a_row_are_two_strikes() -> None:
    assert together(
        strike("07-21", "07-20..07-21"),
        strike("07-22", "07-21..07-22"),
        strike("07-21", "07-21"),
    ) == [[0, 2], [1]]


def test_a_count_that_only_one_wave_has_corrects_a_wrong_date() -> None:
    wave = (figure("launched", 539, weapon=Weapon.DRONE),)
    assert together(
        strike("07-04", "07-03..07-04", figures=wave),
        strike("07-06", "07-05..07-06", figures=wave),
        strike("07-06", "07-05..07-06", figures=(figure("killed", 12),)),
    ) == [[0, 1], [2]]


def test_an_undated_mention_glues_no_strikes() -> None:
    groups = together(
        strike("07-21", "07-20..07-21"),
        strike("07-22", "07-21..07-22"),
        strike("07-22", None),
    )
    assert groups in ([[0], [1, 2]], [[0, 2], [1]])


def test_day_and_night_of_one_date_are_two_strikes() -> None:
    night = figure("launched", 150, weapon=Weapon.DRONE)
    day = figure("launched", 53, weapon=Weapon.DRONE)
    assert together(
        strike("09-02", "09-01..09-02", figures=(night,)),
        strike("09-02T18", "09-02", figures=(day,)),
        strike("09-02T19", "09-02", figures=(day,)),
        strike("09-03", "09-02", figures=(night,)),
    ) == [[0, 3], [1, 2]]


def test_attacks_of_one_day_on_other_places_stay_apart() -> None:
    assert together(
        strike("01-02", "01-02", places=("Easttown",)),
        strike("01-02", "01-02", places=("Harbour",)),
        strike("01-03", "01-02", places=("Easttown region", "Hill")),
    ) == [[0, 2], [1]]


def test_what_is_only_alleged_is_no_part_of_what_happened() -> None:
    assert together(
        strike("07-21", "07-20..07-21", places=("Southport",)),
        strike("07-21", "07-20..07-21", disputed=True),
        strike("07-24", "07-23..07-24", disputed=True, precision=Precision.VAGUE),
        strike("07-21", "07-20..07-21", disputed=True, places=("Southport",)),
    ) == [[0, 3], [1, 2]]


def test_a_report_that_names_no_day_joins_by_what_it_describes() -> None:
    vague = Precision.VAGUE
    assert together(
        strike("07-21", "07-20..07-21", places=("Southport",)),
        strike("07-21", "07-20..07-21", precision=vague),
        strike("07-22", "07-21..07-22", precision=vague, places=("Southport",)),
        strike("07-22", "07-21..07-22", precision=vague, places=("Hill",)),
        strike("07-22", "07-21..07-22", precision=vague, places=("Hill",)),
    ) == [[0, 1, 2], [3, 4]]


def test_each_side_attacks_for_itself() -> None:
    assert together(
        strike("07-21", "07-20..07-21"),
        strike("07-21", "07-20..07-21", by="South", on="North"),
        strike("07-21", "07-20..07-21", by=None, on="North"),
    ) == [[0], [1, 2]]


def test_a_key_given_twice_counts_once() -> None:
    mention = strike("07-21", "07-21")
    assert [len(g) for g in group([mention, mention], SIDES)] == [1]


def test_nothing_makes_no_group() -> None:
    assert group([], SIDES) == []


@pytest.mark.parametrize("precision", [Precision.WEEK, Precision.VAGUE])
def test_next_week_is_the_meeting_of_next_week(precision: Precision) -> None:
    assert together(
        talks("07-17", "07-21..07-27", "announced", precision=precision),
        talks("07-23", "07-23"),
    ) == [[0, 1]]


def test_a_thread_needs_an_issuer_or_both_sides_and_a_time_or_a_demand() -> None:
    assert together(statement("07-28", "issue", "08-08", issuer=None)) == []
    assert together(statement("07-28", "issue", None)) == []
    assert together(statement("07-28", "lapse", None, background=True)) == []
    assert len(together(statement("07-28", "issue", None, demand="ceasefire"))) == 1
    both = statement("07-28", "issue", "08-08", issuer=None, to=("North", "South"))
    assert len(together(both)) == 1
