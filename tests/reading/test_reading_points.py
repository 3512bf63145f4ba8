"""Points: agreed is never confused with offered, nor what was done with what was promised."""

from datetime import date

import pytest
from small_wars import BORDER, BORDER_FIRE, HOSTAGES, RURITANIA, THREE_SIDED, news

from reading.facts import Item, Point, Stance
from reading.points import read_points
from reading.talks import read_talks

DAY = "2031-03-14"


def _points(text: str) -> tuple[Point, ...]:
    return read_points(news(RURITANIA, DAY, "Ruritania and Grandmark", text))


def _only(text: str) -> Point:
    points = _points(text)
    assert len(points) == 1, points
    return points[0]


@pytest.mark.parametrize(
    ("text", "item", "stance", "by", "count", "per_side"),
    [
        (
            "Zenda and Tarlen agreed to exchange 1,200 prisoners of war each.",
            Item.PRISONER_EXCHANGE, Stance.AGREED, ("Ruritania", "Grandmark"), 1200, True,
        ),
        (
            "A 1,000-for-1,000 prisoner swap was agreed.",
            Item.PRISONER_EXCHANGE, Stance.AGREED, ("Ruritania", "Grandmark"), 1000, True,
        ),
        (
            "Ruritania also offered to hand Grandmark the bodies of 3,000 killed soldiers.",
            Item.BODY_RETURN, Stance.OFFERED, ("Ruritania",), 3000, None,
        ),
        (
            "Ruritania demanded withdrawal of Grandmark troops from two provinces.",
            Item.WITHDRAWAL, Stance.DEMANDED, ("Ruritania",), None, None,
        ),
        (
            ("Grandmark complained of new demands, among them a withdrawal of its troops from the"
            " coast."),
            Item.WITHDRAWAL, Stance.DEMANDED, ("Ruritania",), None, None,
        ),
        (
            "Tarlen asked for a meeting of the two presidents.",
            Item.LEADERS_MEETING, Stance.PROPOSED, ("Grandmark",), None, None,
        ),
        (
            "Zenda rejected a Grandmarker proposal for a 45-day ceasefire.",
            Item.CEASEFIRE, Stance.REJECTED, ("Ruritania",), None, None,
        ),
        (
            "Ruritania and Grandmark swapped 300 soldiers each on Thursday.",
            Item.PRISONER_EXCHANGE, Stance.CARRIED_OUT, ("Ruritania", "Grandmark"), 300, True,
        ),
        (
            "Each side will write down its terms for a truce.",
            Item.DOCUMENT, Stance.AGREED, ("Ruritania", "Grandmark"), None, None,
        ),
        (
            "Ruritania proposed three online working groups.",
            Item.WORKING_GROUP, Stance.PROPOSED, ("Ruritania",), 3, None,
        ),
    ],
)  # fmt: skip
def test_item_stance_doer_and_count(
    text: str,
    item: Item,
    stance: Stance,
    by: tuple[str, ...],
    count: int | None,
    per_side: bool | None,
) -> None:
    point = _only(text)
    assert (point.item, point.stance, point.by) == (item, stance, by)
    assert (point.count, point.per_side) == (count, per_side)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania and Grandmark could not agree to a ceasefire.",
        "A ceasefire and an exchange of prisoners were discussed.",
        "Ruritania has ten days to agree to a ceasefire.",
        "The talks led to little more than prisoner exchanges.",
        "No agreement on a ceasefire was reached.",
        "If Tarlen agreed to a ceasefire, the war would end.",
        "Ruritania has not yet accepted a truce.",
        "Ruritania violated the ceasefire on Monday.",
        "The next round of talks between Ruritania and Grandmark will be held in Brobdir.",
    ],
)
def test_what_was_not_settled_is_no_point(text: str) -> None:
    assert _points(text) == ()


def test_an_offered_truce_keeps_its_hours_and_stays_an_offer() -> None:
    point = _only(
        "The negotiator also said that Ruritania offered Grandmark a 24-hour to 48-hour ceasefire,"
        " but no final agreement had been reached."
    )
    assert (point.item, point.stance, point.hours) == (Item.CEASEFIRE, Stance.OFFERED, (24, 48))


def test_one_sides_own_truce_is_a_pause() -> None:
    point = _only("Rudolf Rassendyll announced a 30-hour truce.")
    assert (point.item, point.stance, point.by) == (Item.PAUSE, Stance.OFFERED, ("Ruritania",))
    assert point.hours == (30, 30)


def test_a_leaders_meeting_has_its_due_day() -> None:
    point = _only(
        "The Grandmark delegation head proposed a meeting between Greta Holm, Rudolf Rassendyll and"
        " Ada Mare by the end of August."
    )
    assert (point.item, point.by) == (Item.LEADERS_MEETING, ("Grandmark",))
    assert point.due is not None
    assert point.due.end == date(2031, 8, 31)


def test_restated_points_are_one_with_the_firm_number_and_a_claimant() -> None:
    point = _only(
        "Zenda and Tarlen agreed to exchange 1,200 prisoners of war each. “We have agreed that"
        " at least"
        " 1,200 prisoners of war will be exchanged on both sides,” Otto Brand said."
    )
    assert (point.count, point.at_least, point.claimant) == (1200, False, "Otto Brand")


def test_an_exchange_carried_out_on_the_day_of_a_round_is_not_its_point() -> None:
    talks, outside = read_talks(
        news(
            RURITANIA,
            DAY,
            "Third round of talks ends in Brobdir",
            "Ruritania and Grandmark held a third round of talks in Brobdir on Wednesday and"
            " agreed to"
            " exchange 1,200 prisoners of war each. Ruritania and Grandmark swapped 250"
            " prisoners of war"
            " on Wednesday, the last part of an exchange agreed in February.",
        )
    )
    assert [(p.stance, p.count) for p in talks[0].points] == [(Stance.AGREED, 1200)]
    assert [(p.stance, p.count) for p in outside] == [(Stance.CARRIED_OUT, 250)]
    assert outside[0].done is not None
    assert outside[0].done.start == date(2031, 3, 12)


def test_a_number_of_countries_is_no_number_of_prisoners() -> None:
    point = _only("Bombs fell even as the two countries completed their largest prisoner exchange.")
    assert (point.stance, point.count) == (Stance.CARRIED_OUT, None)


def test_spans_point_into_the_document() -> None:
    document = news(RURITANIA, DAY, "Talks", "Ruritania offered to return 500 bodies.")
    (point,) = read_points(document)
    assert document.text[slice(*point.span)] == "offered to return 500 bodies"
    assert point.sentence == "Ruritania offered to return 500 bodies."


def test_other_wars_need_no_other_rules() -> None:
    (release,) = read_points(
        news(HOSTAGES, "2025-02-15", "Gaza", "Hamas released three Israeli hostages on Saturday.")
    )
    assert (release.item, release.stance, release.by, release.count) == (
        Item.HOSTAGE_RELEASE, Stance.CARRIED_OUT, ("Hamas",), 3,
    )  # fmt: skip
    (truce,) = read_points(
        news(
            BORDER,
            "2025-07-28",
            "Border",
            "Thailand and Cambodia agreed to an immediate and unconditional ceasefire.",
        )
    )
    assert (truce.item, truce.by) == (Item.CEASEFIRE, ("Thailand", "Cambodia"))
    (fire,) = read_points(
        news(BORDER_FIRE, "2025-05-10", "Border", "India and Pakistan agreed to stop all firing.")
    )
    assert (fire.item, fire.stance) == (Item.CEASEFIRE, Stance.AGREED)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Mare hopes that Ruritania and Grandmark will agree to a ceasefire.",
        "Ruritania and Grandmark are close to an agreement on a truce.",
        "A mediator is arranging a ceasefire between Ruritania and Grandmark.",
        "Ruritania and Grandmark agreed on how a truce would be watched over.",
        "Ruritania and Grandmark would have agreed to a ceasefire if the army left.",
    ],
)
def test_no_truce_is_made_of_a_hope_a_plan_or_a_condition(text: str) -> None:
    assert Stance.AGREED not in {point.stance for point in _points(text)}


def test_one_sides_yes_to_a_truce_is_an_offer() -> None:
    assert _only("Grandmark agreed to a ceasefire.").stance is Stance.OFFERED


def test_thousands_is_no_count_and_a_round_at_which_one_agreed_no_point() -> None:
    (point,) = _points("At the third round the sides agreed on the return of thousands of bodies.")
    assert (point.item, point.count) == (Item.BODY_RETURN, None)


def test_who_agrees_to_consider_has_only_noted() -> None:
    (point,) = _points("Grandmark agreed to consider three online working groups.")
    assert point.stance is Stance.NOTED


def test_what_one_side_received_the_other_handed_over() -> None:
    assert _only("Grandmark received 1,000 bodies on Tuesday.").by == ("Ruritania",)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Ruritania agreed to exchange 40 prisoners with Grandmark.", {"Ruritania", "Grandmark"}),
        ("Ruritania and Grandmark agreed to meet again in May.", {"Ruritania", "Grandmark"}),
        ("Ruritania agreed to exchange 40 prisoners.", {"Ruritania"}),
        (
            "Bordurians and Ruritanian officials met. Both sides agreed to exchange 40 prisoners.",
            {"Borduria", "Ruritania"},
        ),
        ("Mare announced a ceasefire between Ruritania and Borduria.", {"Ruritania", "Borduria"}),
    ],
)
def test_of_three_sides_only_those_named_have_agreed(text: str, by: set[str]) -> None:
    points = read_points(news(THREE_SIDED, DAY, "Envoys met in Atlantis", text))
    assert [set(point.by) for point in points] == [by]
    assert points[0].stance is Stance.AGREED


@pytest.mark.parametrize(
    "text",
    [
        "Holm met Atlantean envoys, the first such talks since Borduria bombed Grandmark.",
        "Holm sat down for talks with Ada Mare of Atlantis. Bordurian jets struck Ruritania.",
    ],
)
def test_both_sides_of_a_meeting_with_outsiders_are_not_the_wars(text: str) -> None:
    agreed = f"{text} Both sides agreed to meet again."
    assert not read_points(news(THREE_SIDED, DAY, "Envoys met in Atlantis", agreed))


def test_who_brokers_talks_does_not_sit_across_the_table() -> None:
    text = (
        "Bordurian troops left the pass. Ruritania's army was at talks brokered by Atlantis. Both"
        " sides have agreed to a ceasefire after two days of talks."
    )
    (point,) = read_points(news(THREE_SIDED, DAY, "Ruritania and Borduria", text))
    assert point.stance is Stance.AGREED
    assert point.hours is None


def test_the_city_of_a_dateline_asks_for_nothing() -> None:
    text = (
        "GRANDMARK: Ruritania has given its reply to the plan. It demanded a permanent ceasefire."
    )
    (point,) = _points(text)
    assert (point.stance, point.by) == (Stance.DEMANDED, ("Ruritania",))


def test_what_goes_on_beside_a_refusal_is_not_refused() -> None:
    assert not _points("Grandmark rejected Ruritania's accusations as a truce held in Tarlen.")
    told = _only("Grandmark rejected Ruritania's offer of a truce as fighting went on.")
    assert told.stance is Stance.REJECTED
