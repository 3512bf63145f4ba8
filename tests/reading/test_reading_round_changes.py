"""A round beside the round before it: what moved, what is new, which promises were kept."""

from made_mentions import SIDES, point, talks, window

from reading.events import Mention, RoundEvent
from reading.facts import Point, Talks
from reading.merge_rounds import round_event
from reading.round_changes import carried_out, compared, fresh, round_before
from reading.summary_rounds import summarise_round


def in_capital(when: str, outlet: str, number: int, *points: Point) -> Mention[Talks]:
    """What the outlet says of the round on the day of it."""
    return talks(when, when, outlet=outlet, number=number, city="Capital", points=points)


def agreed_exchange(count: int) -> Point:
    return point("prisoner_exchange", "agreed", "North", "South", count=count, per_side=True)


OFFERED_BODIES = point("body_return", "offered", "North", count=6000)
EXCHANGED = point(
    "prisoner_exchange",
    "carried_out",
    "North",
    "South",
    count=500,
    done=window("06-19"),
    claimant="Sam South",
)
SECOND = round_event(
    [
        in_capital("06-02", "Gazette", 2, agreed_exchange(1000), OFFERED_BODIES),
        talks("06-20", "06-02", outlet="Herald", points=(EXCHANGED,), background=True),
    ],
    SIDES,
)
THIRD = round_event(
    [
        in_capital(
            "07-23",
            "Courier",
            3,
            agreed_exchange(1200),
            OFFERED_BODIES,
            point("ceasefire", "demanded", "South"),
            point("working_group", "proposed", "North", count=3),
            point("next_meeting", "proposed", "South", due=window("08-31")),
        )
    ],
    SIDES,
)


def other(track: str, when: str) -> RoundEvent:
    return round_event([talks(when, when, track=track)], SIDES)


def test_the_round_before_is_the_last_of_the_same_track() -> None:
    first = other("north-south", "05-16")
    elsewhere = other("bigland-north", "07-01")
    later = other("north-south", "08-30")
    assert round_before(THIRD, [first, elsewhere, SECOND, THIRD, later]) is SECOND
    assert round_before(first, [SECOND, THIRD]) is None


def test_each_item_of_both_rounds_is_compared_and_the_rest_is_new() -> None:
    pairs = [(was.value.count, now.value.count) for was, now in compared(SECOND, THIRD)]
    assert pairs == [(1000, 1200), (6000, 6000)]
    assert [p.value.item.value for p in fresh(SECOND, THIRD)] == ["working_group", "next_meeting"]
    assert [p.value.count for p in carried_out(SECOND.points)] == [500]


def test_a_summary_tells_what_changed_what_was_kept_and_what_comes_next() -> None:
    lines = summarise_round(THIRD, SIDES, SECOND)
    courier, gazette, herald = (
        THIRD.sources[0].article,
        SECOND.sources[0].article,
        SECOND.sources[1].article,
    )
    assert [(line.text, line.sources) for line in lines[-3:]] == [
        (
            (
                "In the round before (2 June 2025): North and South agreed an exchange of 1,000 "
                "prisoners from each side."
            ),
            (gazette,),
        ),
        (
            (
                "Carried out of the round before: an exchange of 500 prisoners on 19 June 2025, "
                "according to Sam South."
            ),
            (herald,),
        ),
        ("South proposed a next meeting by 31 August 2025, Courier reported.", (courier,)),
    ]
    told = " ".join(line.text for line in lines)
    assert "6,000" in lines[2].text
    assert told.count("6,000") == 1  # what stands as it stood is not told twice


def test_a_round_without_one_before_tells_only_itself() -> None:
    told = " ".join(line.text for line in summarise_round(SECOND, SIDES))
    assert "In the round" not in told
    assert told.endswith(
        "Carried out: an exchange of 500 prisoners on 19 June 2025, according to Sam South."
    )
