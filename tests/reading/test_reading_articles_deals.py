"""What whole articles do to deals and deadlines: who is bound, what is only spoken of."""

from datetime import date

import pytest
from small_wars import HOSTAGES, RURITANIA, THREE_SIDED, news

from reading.deadlines import read_deadlines
from reading.facts import DeadlineOp, Item, Stance
from reading.points import read_points
from reading.talks import read_talks

DAY = "2031-03-14"
"""A Friday."""


@pytest.mark.parametrize(
    "sentence",
    [
        "Hamas announced that it would stop releasing hostages until further notice.",
        "Ruritania said on Friday that it wanted the ceasefire to hold.",
    ],
)
def test_what_is_halted_or_goes_on_is_no_outcome(sentence: str) -> None:
    preset = HOSTAGES if "Hamas" in sentence else RURITANIA
    talks, points = read_talks(news(preset, DAY, "News of the day", sentence))
    assert (talks, points) == ((), ())


def test_a_truce_that_takes_hold_is_carried_out() -> None:
    title = "Ceasefire between Ruritania and Grandmark takes hold"
    _, points = read_talks(news(RURITANIA, DAY, title, "People went home on Friday."))
    assert [(p.item, p.stance) for p in points] == [(Item.CEASEFIRE, Stance.CARRIED_OUT)]


def test_hostages_are_freed_by_whoever_holds_them() -> None:
    told = read_deadlines(
        news(
            HOSTAGES,
            DAY,
            "Trump warns that 'all hell' will break out if hostages not freed by noon Saturday",
            "Donald Trump said on Thursday that Israel should cancel its deal if the group does not"
            " return all hostages by midday on Saturday.",
        )
    )
    assert [(one.issuer, one.addressee, one.said_on) for one in told] == [
        ("Donald Trump", ("Hamas",), date(2031, 3, 13))
    ]


def test_a_deadline_that_runs_out_tonight_has_not_lapsed() -> None:
    told = read_deadlines(
        news(
            RURITANIA,
            DAY,
            "Grandmark waits as Ruritania's deadline nears",
            "Ruritania gave Grandmark until Friday to pull back. The deadline runs out at 8 p.m. on"
            " Friday. Each side blamed the other when that date passed.",
        )
    )
    assert DeadlineOp.LAPSE not in [one.op for one in told]


def test_the_warring_sides_of_a_title_are_those_of_its_lead() -> None:
    _, points = read_talks(
        news(
            THREE_SIDED,
            DAY,
            "Warring parties agree to two-month truce, envoy says",
            "The truce between Ruritania and Borduria starts on Saturday.\n\n"
            "It was hailed by many.\n\nGrandmark called it good news. Ruritania is glad.",
        )
    )
    assert [set(p.by) for p in points if p.item is Item.CEASEFIRE] == [{"Ruritania", "Borduria"}]


def test_a_wars_length_is_no_term() -> None:
    title = "Ruritania and Grandmark agree to truce"
    text = "They said on Friday that a ceasefire would start to end the two-year war."
    document = news(RURITANIA, DAY, title, text)
    assert read_deadlines(document) == ()
    assert [p.hours for p in read_talks(document)[1]] == [None]


def test_who_prolonged_a_truce_is_not_who_broke_it() -> None:
    told = read_deadlines(
        news(
            RURITANIA,
            DAY,
            "Truce extended to March 28 after Ruritanian fire kills two",
            "Ruritania and Grandmark have agreed to extend until March 28 the deadline for"
            " Ruritania's troops to leave.\n\nUnder the agreement of January 10 Ruritania was to"
            " complete its withdrawal within 60 days, and Grandmark's army was to come.",
        )
    )
    assert [one.issuer for one in told] == [None] * len(told)
    assert told[0].op is DeadlineOp.EXTEND


def test_both_sides_are_those_of_the_title() -> None:
    _, points = read_talks(
        news(
            THREE_SIDED,
            DAY,
            "Ruritania and Borduria agree to swap 300 prisoners",
            "Borduria will hand over two Grandmarkers, Borduria and Grandmark said.\n\n"
            "The two sides also agreed to form a joint committee.",
        )
    )
    by = [p.by for p in points if p.item is Item.WORKING_GROUP]
    assert by == [("Ruritania", "Borduria")]


def test_hostages_are_not_freed_by_those_who_tell_of_it() -> None:
    talks, points = read_talks(
        news(
            HOSTAGES,
            DAY,
            "Israel, Hamas agree to hostage deal",
            'Donald Trump wrote on Friday: "All of the hostages will be released very soon."',
        )
    )
    told = [*points, *(p for one in talks for p in one.points)]
    assert {party for p in told for party in p.by} <= {"Israel", "Hamas"}


def test_a_truce_of_others_is_not_ours() -> None:
    text = "Ruritania looked on. The truce between Grandmark and Atlantis began on Friday."
    talks, points = read_talks(news(RURITANIA, DAY, "Ruritania fires again", text))
    assert (talks, points) == ((), ())


def test_who_announces_the_truce_does_not_make_it_his_own() -> None:
    points = read_points(
        news(
            RURITANIA,
            "2025-09-15",
            "Ceasefire between Ruritania and Grandmark holds",
            "A ceasefire between Ruritania and Grandmark held on Monday, both sides said. Holm of"
            " Grandmark announced the truce on television late on Sunday, saying it took effect.",
        )
    )
    assert all(point.by != ("Grandmark",) for point in points)


def test_both_who_prolong_their_truce_bind_both() -> None:
    (statement,) = read_deadlines(
        news(
            RURITANIA,
            "2025-10-17",
            "Truce extended",
            "Ruritania and Grandmark have prolonged a ceasefire until October 25, officials said.",
        )
    )
    assert (statement.issuer, statement.addressee) == (None, ("Ruritania", "Grandmark"))


def test_what_a_signed_text_lays_down_no_mediator_demands() -> None:
    (statement,) = read_deadlines(
        news(
            RURITANIA,
            "2025-11-02",
            "Ruritania and Grandmark agree to stop fighting",
            "The deal was struck after talks in Brobdir led by Tom Small of Lilliput.\n\n"
            "Grandmark's fighters are to be disarmed within 30 days, according to the text.",
        )
    )
    assert statement.issuer is None
