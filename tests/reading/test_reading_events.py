"""What one event says, built from its mentions: rounds, deadlines, strikes."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_mentions import SIDES, figure, point, source, statement, strike, talks, window

from reading.corroboration import corroboration
from reading.events import Corroboration, Mention, Said
from reading.facts import DeadlineOp, Precision, Qualifier, RoundStatus, Stance, Weapon
from reading.grouping import group
from reading.merge_rounds import round_event
from reading.merge_strikes import strike_event
from reading.merge_threads import deadline_thread

AGREED = point("prisoner_exchange", "agreed", "North", "South", count=1200, claimant="Nora North")


def said(claimant: str | None, outlet: str, origin: str = "", **more: Any) -> Said[int]:
    return Said(450, claimant, source("07-21", outlet, origin, **more), (0, 1), "")


@pytest.mark.parametrize(
    ("reports", "level"),
    [
        ([said("Nora North", "A"), said("Southern officials", "B")], Corroboration.BOTH_SIDES),
        ([said("Southern Air Force", "A"), said("Sam South", "B")], Corroboration.ONE_SIDE),
        ([said("Southern Air Force", "A"), said(None, "B")], Corroboration.ONE_SIDE),
        ([said("Southern Air Force", "A"), said("Big Boss", "A")], Corroboration.INDEPENDENT),
        ([said(None, "A"), said(None, "B")], Corroboration.INDEPENDENT),
        ([said(None, "A", "Wire"), said(None, "B", "Wire")], Corroboration.ONE_SIDE),
        (
            [said(None, "A", affinity="North"), said(None, "B", affinity="North")],
            Corroboration.ONE_SIDE,
        ),
        ([said("officials", "A"), said("locals", "A")], Corroboration.SINGLE),
    ],
)
def test_origins_are_counted_not_outlets(reports: list[Said[int]], level: Corroboration) -> None:
    assert corroboration(reports, SIDES) is level


def test_a_round_that_ended_is_ended_whatever_else_was_announced() -> None:
    event = round_event(
        [
            talks("07-23", "07-23", city="Capital", number=3, duration_minutes=40),
            talks("07-23T18", "07-23", city="Capital", duration_minutes=40),
            talks("07-24", "07-23", "announced", city="Elsewhere"),
            talks("07-24", "07-24", duration_minutes=60),
        ],
        SIDES,
    )
    assert (event.status, event.city, event.number) == (RoundStatus.ENDED, "Capital", 3)
    assert event.window == window("07-23")
    assert event.duration_minutes is not None
    assert event.duration_minutes.value == 40
    assert [one.value for one in event.duration_minutes.rivals] == [60]
    assert event.corroboration is Corroboration.INDEPENDENT


def test_plans_follow_the_latest_report() -> None:
    mentions = [
        talks("07-10", "07-21", "announced"),
        talks("07-15", "07-21", "cancelled"),
        talks("07-18", "07-23", "announced"),
        talks("07-19", "07-21..07-27", "announced", precision=Precision.WEEK),
    ]
    event = round_event(mentions, SIDES)
    assert (event.status, event.window) == (RoundStatus.ANNOUNCED, window("07-23"))
    assert round_event(mentions[:2], SIDES).status is RoundStatus.CANCELLED


def test_an_end_reported_before_the_day_is_not_believed() -> None:
    event = round_event([talks("07-20", "07-23"), talks("07-21", "07-23", "announced")], SIDES)
    assert event.status is RoundStatus.ANNOUNCED


def test_both_sides_saying_so_is_the_best_corroboration() -> None:
    event = round_event(
        [
            talks("07-23", "07-23", points=(AGREED,)),
            talks(
                "07-23",
                "07-23",
                points=(point("prisoner_exchange", "agreed", count=1200, claimant="Sam South"),),
            ),
            talks("07-24", "07-23", points=(point("prisoner_exchange", "agreed", count=1000),)),
        ],
        SIDES,
    )
    (agreed,) = event.points
    assert agreed.corroboration is Corroboration.BOTH_SIDES
    assert (agreed.value.count, agreed.value.by) == (1200, ("North", "South"))
    assert [one.value.count for one in agreed.rivals] == [1000]


def test_agreed_by_nobodys_word_yields_to_offered() -> None:
    offered = point("body_return", "offered", "North", count=3000, claimant="Nora North")
    loose = point("body_return", "agreed", count=3000)
    event = round_event(
        [talks("07-23", "07-23", points=(offered,)), talks("07-23", "07-23", points=(loose,))],
        SIDES,
    )
    (only,) = event.points
    assert only.value.stance is Stance.OFFERED
    assert [one.value.stance for one in only.rivals] == [Stance.AGREED]


def test_agreed_by_a_partys_word_stands_with_the_weaker_claim_beside_it() -> None:
    offered = point("prisoner_exchange", "offered", "North", count=1200, claimant="officials")
    event = round_event(
        [talks("07-23", "07-23", points=(AGREED,)), talks("07-23", "07-23", points=(offered,))],
        SIDES,
    )
    assert [p.value.stance for p in event.points] == [Stance.AGREED, Stance.OFFERED]
    assert [one.value.stance for one in event.points[0].rivals] == [Stance.OFFERED]


def test_two_counts_in_one_report_are_two_points() -> None:
    both = (
        point("prisoner_exchange", "agreed", count=1200),
        point("prisoner_exchange", "agreed", count=250),
    )
    event = round_event(
        [
            talks("07-23", "07-23", points=both),
            talks("07-23", "07-23", points=(point("prisoner_exchange", "agreed", count=1200),)),
        ],
        SIDES,
    )
    assert [p.value.count for p in event.points] == [1200, 250]


def toll(published: str, low: int, **more: Any) -> Mention[Any]:
    claimant = more.pop("claimant", "Sam South")
    killed = figure("killed", low, claimant, **more)
    return strike(published, "07-20..07-21", figures=(killed,))


def test_a_toll_that_climbs_is_a_list_of_revisions() -> None:
    event = strike_event([toll("07-22", 18), toll("07-21", 8), toll("07-21T18", 16)], SIDES)
    (killed,) = event.figures
    assert killed.value.low == 18
    assert [one.value.low for one in event.revisions] == [8, 16]


def test_a_lone_late_copy_does_not_undo_a_borne_out_toll() -> None:
    event = strike_event([toll("07-22", 18), toll("07-22", 18), toll("07-23", 9)], SIDES)
    assert event.figures[0].value.low == 18


def test_both_sides_counts_stand_side_by_side() -> None:
    event = strike_event(
        [
            toll("07-21", 16),
            toll("07-21", 0, claimant="Northern Defence Ministry"),
        ],
        SIDES,
    )
    assert sorted(f.value.low for f in event.figures) == [0, 16]
    assert [len(f.rivals) for f in event.figures] == [1, 1]
    assert event.revisions == ()


def test_a_number_both_sides_give_is_borne_out_by_both() -> None:
    event = strike_event([toll("07-21", 2), toll("07-21", 2, claimant="Nora North")], SIDES)
    assert [f.corroboration for f in event.figures] == [Corroboration.BOTH_SIDES]


def test_launched_and_shot_down_drones_and_missiles_are_other_numbers() -> None:
    figures = (
        figure("launched", 450, "Southern Air Force"),
        figure("launched", 400, "Southern Air Force", weapon=Weapon.DRONE),
        figure("shot_down", 400, "Southern Air Force", weapon=Weapon.DRONE),
        figure("killed", 2, "locals", high=None, qualifier=Qualifier.AT_LEAST),
        figure("killed", 1, "locals", scope="Southport"),
    )
    event = strike_event([strike("07-21", "07-20..07-21", figures=figures)], SIDES)
    assert len(event.figures) == 5
    assert event.revisions == ()


def test_one_number_in_narrower_or_looser_words_is_one_figure() -> None:
    told = [
        figure("killed", 4, scope="Southport"),
        figure("killed", 4),
        figure("killed", 1, scope="Hill region"),
        figure("killed", 1, scope="Hill district"),
        figure("launched", 539, weapon=Weapon.DRONE),
        figure("launched", 539),
        figure("launched", 550),
    ]
    event = strike_event([strike("07-21", "07-20..07-21", figures=(f,)) for f in told], SIDES)
    found = [
        (f.value.measure.value, f.value.low, f.value.scope, len(f.said)) for f in event.figures
    ]
    assert found == [
        ("launched", 539, None, 2),
        ("launched", 550, None, 1),
        ("killed", 4, None, 2),
        ("killed", 1, "Hill district", 2),
    ]


def test_the_night_beats_the_single_day() -> None:
    event = strike_event(
        [
            strike("07-21", "07-21", places=("Southport",)),
            strike("07-21", "07-21", places=("Southport", "Hill")),
            strike("07-21", "07-20..07-21", disputed=True),
        ],
        SIDES,
    )
    assert event.window == window("07-20..07-21")
    assert event.places == ("Southport", "Hill")
    assert not event.disputed


def test_a_source_that_only_recalls_says_so() -> None:
    event = strike_event(
        [strike("07-21", "07-20..07-21"), strike("07-25", "07-20..07-21", background=True)], SIDES
    )
    assert [s.background for s in event.sources] == [False, True]


@pytest.mark.parametrize("build", [round_event, deadline_thread, strike_event])
def test_nothing_makes_no_event(build: Any) -> None:
    with pytest.raises(ValueError, match="at least one mention"):
        build([], SIDES)


DAYS = st.integers(1, 28).map(lambda n: f"07-{n:02}")
WHEN = st.one_of(st.none(), DAYS, st.integers(1, 27).map(lambda n: f"07-{n:02}..07-{n + 1:02}"))
ROUNDS = st.builds(
    talks,
    DAYS,
    WHEN,
    st.sampled_from(["announced", "ended", "under_way", "cancelled", "postponed"]),
    track=st.sampled_from(["north-south", "bigland-north", None]),
    number=st.sampled_from([None, None, 1, 2]),
    city=st.sampled_from([None, "Capital", "Lakeside"]),
    background=st.booleans(),
    points=st.lists(
        st.builds(
            point,
            st.sampled_from(["prisoner_exchange", "body_return"]),
            st.sampled_from(["agreed", "offered", "carried_out"]),
            st.sampled_from(["North", "South"]),
            claimant=st.sampled_from([None, "Nora North", "Sam South"]),
            count=st.sampled_from([None, 1000, 1200]),
        ),
        max_size=2,
    ).map(tuple),
)
STATEMENTS = st.builds(
    statement,
    DAYS,
    st.sampled_from([op.value for op in DeadlineOp]),
    WHEN,
    issuer=st.sampled_from([None, "Big Boss", "Big Envoy", "Sam South"]),
    to=st.sampled_from([(), ("North",), ("North", "South")]),
    dated=st.booleans(),
    background=st.booleans(),
)
STRIKES = st.builds(
    strike,
    DAYS,
    WHEN,
    by=st.sampled_from(["North", "South", None]),
    on=st.sampled_from(["South", None]),
    places=st.sampled_from([(), ("Southport",), ("Hill",)]),
    figures=st.lists(
        st.builds(
            figure,
            st.sampled_from(["launched", "killed"]),
            st.integers(1, 60),
            st.sampled_from([None, "Sam South", "Nora North"]),
        ),
        max_size=2,
    ).map(tuple),
    background=st.booleans(),
)


@pytest.mark.parametrize(
    ("mentions", "build"),
    [(ROUNDS, round_event), (STATEMENTS, deadline_thread), (STRIKES, strike_event)],
)
def test_any_order_gives_the_same_events(mentions: Any, build: Any) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(mentions, min_size=1, max_size=9), st.integers())
    def check(some: list[Mention[Any]], seed: int) -> None:
        mixed = random.Random(seed).sample(some, len(some))
        events = [[build(g, SIDES) for g in group(order, SIDES)] for order in (some, mixed)]
        assert events[0] == events[1]
        grouped = [key for event in events[0] for key in event.mentions]
        assert len(grouped) == len(set(grouped))

    check()
