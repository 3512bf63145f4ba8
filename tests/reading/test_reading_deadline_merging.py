"""What several sentences say of one deadline, and what they say of two."""

from datetime import date

import pytest
from small_wars import RURITANIA, news

from reading.deadlines import read_deadlines
from reading.facts import DeadlineOp, DeadlineStatement
from reading.preset import Preset

TUESDAY = "2031-03-11"
BOTH = ("Ruritania", "Grandmark")


def _told(title: str, text: str) -> list[DeadlineStatement]:
    return [s for s in read_deadlines(news(RURITANIA, TUESDAY, title, text)) if not s.background]


def _ends(told: list[DeadlineStatement]) -> list[date | None]:
    return [s.window.end if s.window else None for s in told]


def test_the_end_that_a_truce_had_is_not_its_new_one() -> None:
    told = _told(
        "Ruritania, Grandmark extend two-day truce",
        "Ruritania and Grandmark agreed to extend their truce until the end of the talks. It was"
        " due to expire at 1300 GMT on Tuesday.",
    )
    assert [(s.op, s.issuer, s.addressee) for s in told] == [(DeadlineOp.EXTEND, None, BOTH)]
    assert _ends(told) == [None]


def test_a_truce_is_not_set_by_who_had_set_a_deadline_before_it() -> None:
    told = _told(
        "Ruritania and Grandmark agree to two-week ceasefire",
        "Ruritania and Grandmark agreed to a two-week ceasefire, hours before a deadline that Ada"
        " Mare had set for Grandmark. The truce took effect immediately, both said.",
    )
    assert [(s.issuer, s.addressee) for s in told] == [(None, BOTH)]
    assert _ends(told) == [date(2031, 3, 25)]


def test_a_day_of_talks_is_not_the_day_of_an_ultimatum() -> None:
    told = _told("Brand proposes talks with Ruritania on March 15 after Atlantis ultimatum", "")
    assert date(2031, 3, 15) not in _ends(told)


def test_what_an_old_deal_set_is_not_set_anew() -> None:
    told = _told(
        "Ruritania and Grandmark trade blame as deadline nears",
        "Under the deal signed on 10 January, Grandmark was to leave Tarlen by the end of May.",
    )
    assert [s.op for s in told] == [DeadlineOp.CONFIRM]


def test_a_deadline_that_was_put_off_often_before_is_not_put_off_now() -> None:
    told = _told(
        "Mare warns Grandmark of strikes",
        "Ada Mare warned on Tuesday that strikes would follow if Grandmark did not open the strait"
        " by 8 p.m. Eastern time. Mare had extended the deadline several times.",
    )
    assert [(s.issuer, s.addressee) for s in told] == [("Ada Mare", ("Grandmark",))]
    assert told[0].op is not DeadlineOp.EXTEND
    assert told[0].window is not None
    assert told[0].window.zone == "America/New_York"


@pytest.mark.parametrize("when", ["in the next two weeks", "within two weeks"])
def test_a_time_to_decide_counts_from_the_day_it_was_said(when: str) -> None:
    told = _told(
        "Mare to decide on war with Grandmark",
        f"Ada Mare will decide {when} whether to strike Grandmark, her office said on Monday.",
    )
    assert _ends(told) == [date(2031, 3, 24)]
    assert told[0].window is not None
    assert told[0].window.is_one_day


@pytest.mark.parametrize(
    ("title", "text", "due"),
    [
        pytest.param(
            "Mare gave Grandmark 30 days to open the strait; deadline looms",
            "Grandmark has until 20 March to open the strait, Ada Mare said.",
            date(2031, 3, 20),
            id="days given long ago do not count from today",
        ),
        pytest.param(
            "Truce between Ruritania and Grandmark begins",
            "The ceasefire came into force at noon on Tuesday. The first phase is to last four"
            " weeks.",
            date(2031, 4, 8),
            id="a phase lasts from its beginning",
        ),
    ],
)
def test_a_length_counts_from_its_own_beginning(title: str, text: str, due: date) -> None:
    assert _ends(_told(title, text)) == [due]


def test_a_deadline_that_nears_is_not_set_by_who_acts_beside_it() -> None:
    told = _told(
        "Ruritania rejects talks as end-of-year deadline nears",
        "It said so in a letter. Grandmark has until the end of the year to hand over its rockets.",
    )
    assert [(s.op, s.issuer, s.addressee) for s in told] == [
        (DeadlineOp.CONFIRM, None, ("Grandmark",))
    ]


def test_days_that_an_older_paper_gives_count_from_its_own_day() -> None:
    document = news(
        RURITANIA,
        TUESDAY,
        "Ruritania and Grandmark talk in Brobdir",
        "The agreement signed on 1 March gives Grandmark 30 days to disarm.",
    )
    assert _ends(list(read_deadlines(document))) == [date(2031, 3, 31)]


def test_a_month_of_fasting_by_whose_beginning_something_must_be_done() -> None:
    document = news(
        RURITANIA,
        "2024-02-18",
        "Ruritania threatens Tarlen",
        "Ruritania will begin an offensive if Grandmark has not freed its captives by the start"
        " of Ramadan.",
    )
    assert _ends(list(read_deadlines(document))) == [date(2024, 3, 11)]


def test_who_leaves_on_the_day_of_the_deadline_was_to_keep_it() -> None:
    (told,) = _told(
        "Ruritania leaves most of Tarlen as deadline expires",
        "BRUZBURG - Ruritanian troops pulled out of Tarlen on Tuesday, the deadline for their"
        " withdrawal, but stayed at five posts.",
    )
    assert (told.issuer, told.addressee) == (None, ("Ruritania",))
    assert _ends([told]) == [date(2031, 3, 11)]


def test_a_day_counts_for_more_than_a_length_that_comes_near_it() -> None:
    told = _told(
        "Mare extends pause on strikes on Grandmark to March 22",
        "Ada Mare said she would pause attacks on Grandmark for 10 days until March 22 at 8 p.m."
        " Her ultimatum stood.\n\n“I am pausing the period of destruction by 10 days,” Mare wrote.",
    )
    assert {due for due in _ends(told) if due} == {date(2031, 3, 22)}


def test_two_who_expel_each_other_set_two_deadlines_of_one_day() -> None:
    told = _told(
        "Ruritania gives Grandmark envoys 48 hours to leave, Grandmark answers in kind",
        "Ruritania on Tuesday gave Grandmark forces 48 hours to leave the border zone. Grandmark"
        " later gave Ruritania forces 48 hours to leave the border zone.",
    )
    assert {(s.issuer, s.addressee) for s in told} == {
        ("Ruritania", ("Grandmark",)),
        ("Grandmark", ("Ruritania",)),
    }


def test_a_day_that_will_be_missed_has_not_lapsed() -> None:
    told = _told(
        "Ruritania to miss deadline for pullout from Grandmark",
        "Ruritania said on Tuesday that its troops would remain past Friday's deadline for their"
        " withdrawal because the Grandmark army has not deployed.",
    )
    assert [(s.op, s.issuer) for s in told] == [(DeadlineOp.CONFIRM, None)]
    assert _ends(told) == [date(2031, 3, 14)]


def test_a_truce_that_holds_past_an_hour_is_not_over() -> None:
    told = _told("Ruritania, Grandmark truce holds past 72-hour mark", "")
    assert DeadlineOp.LAPSE not in [s.op for s in told]


@pytest.mark.parametrize(
    ("text", "op", "due"),
    [
        pytest.param(
            "Ruritania on Tuesday postponed the deadline for Grandmark forces to leave Tarlen by"
            " ten days, to 28 March.",
            DeadlineOp.EXTEND,
            date(2031, 3, 28),
            id="a day told beside the length is the new one",
        ),
        pytest.param(
            "Otto Brand let a Friday deadline set by Ada Mare for his forces to leave Tarlen pass.",
            DeadlineOp.LAPSE,
            date(2031, 3, 7),
            id="a Friday that was let pass lies behind",
        ),
        pytest.param(
            "Ruritania extended the deadline for Grandmark's troops to leave Tarlen until 20 March,"
            " after the accord that halted the war in January.",
            DeadlineOp.EXTEND,
            date(2031, 3, 20),
            id="a day of the war beside it does not date the move",
        ),
        pytest.param(
            "Ruritania set the 20 March deadline for Grandmark to leave Tarlen on Friday.",
            DeadlineOp.ISSUE,
            date(2031, 3, 20),
            id="the day by which the deadline goes, not the one on which it was set",
        ),
        pytest.param(
            "Ruritania gave Grandmark a deadline of 20 March to leave Tarlen after four years.",
            DeadlineOp.ISSUE,
            date(2031, 3, 20),
            id="years are no time in which to act",
        ),
        pytest.param(
            "Ruritania gave additional time to Grandmark to withdraw its troops until 25 March.",
            DeadlineOp.EXTEND,
            date(2031, 3, 25),
            id="who gets additional time had some before",
        ),
    ],
)
def test_what_becomes_of_a_deadline_and_its_day(text: str, op: DeadlineOp, due: date) -> None:
    told = _told("Brand still in Brobdir", text)
    assert [(s.op, s.addressee) for s in told] == [(op, ("Grandmark",))]
    assert _ends(told) == [due]


def test_who_is_to_be_handed_a_town_need_not_act() -> None:
    told = _told(
        "Ruritania and Grandmark sign deal",
        "Tarlen was to be handed over to Ruritania by 20 March, Otto Brand said.",
    )
    assert all(s.addressee != ("Ruritania",) for s in told)


def test_people_told_to_run_from_bombs_are_set_no_deadline() -> None:
    title = "Ruritania's army tells residents of Tarlen to leave within two hours"
    assert not _told(title, "Ruritanian jets then hit three houses in Tarlen, Grandmark said.")


def test_a_truce_of_one_side_is_set_by_that_side() -> None:
    told = _told(
        "Grandmark's truce",
        "Otto Brand announced a three-month unilateral truce, effective at once.",
    )
    assert [s.issuer for s in told] == ["Otto Brand"]


def test_who_comes_after_those_that_leave_has_not_set_them_the_time() -> None:
    text = "Grandmark must leave Tarlen within ten days and be replaced by the Ruritanian army."
    (told,) = _told("Guns fall silent in Tarlen", text)
    assert told.issuer is None


def test_what_comes_with_other_news_in_a_title_is_news_as_well() -> None:
    title = "Ruritania hails truce, with Grandmark's withdrawal deadline moved to March 20"
    (told,) = _told(title, "Grandmark's troops will stay on.")
    assert (told.op, told.background) == (DeadlineOp.EXTEND, False)
    assert _ends([told]) == [date(2031, 3, 20)]


def test_a_deadline_that_may_be_missed_has_not_lapsed() -> None:
    text = "Mare warned of great loss of life if the deadline for Ruritania was missed."
    assert not [s for s in _told("Mare warns", text) if s.op is DeadlineOp.LAPSE]


def test_a_deadline_ends_for_those_to_whom_the_article_says_it_was_set() -> None:
    text = (
        "Rassendyll said Holm has one week to leave Tarlen. Holm stayed in Tarlen. The deadline"
        " expired on Sunday, prompting Rassendyll to declare the skies over Grandmark closed."
    )
    told = _told("Ruritania gives Grandmark a week to leave", text)
    assert {(s.issuer, s.addressee) for s in told} == {("Ruritania", ("Grandmark",))}


def test_the_day_of_what_a_move_follows_is_not_the_day_it_was_made_on() -> None:
    text = (
        "Ruritania announced the extension until 30 March of its truce with Grandmark following"
        " a flood on 3 March."
    )
    (told,) = _told("Ruritania extends truce", text)
    assert (told.op, told.said_on) == (DeadlineOp.EXTEND, date(2031, 3, 11))


def test_an_hour_alone_is_that_of_the_day_the_title_names() -> None:
    title = "Mare sets Sunday 6pm deadline for Grandmark to accept a truce"
    text = (
        "The president said on television that all hell would break out if no agreement was"
        " reached by 6pm Brobdir time."
    )
    assert _ends(_told(title, text)) == [date(2031, 3, 16)]


def test_an_hour_with_a_day_of_its_own_is_another_deadline() -> None:
    title = "Mare sets Sunday 6pm deadline for Grandmark to accept a truce"
    text = "Grandmark's army must leave the valley by 6pm on Friday, Mare said."
    assert sorted(filter(None, _ends(_told(title, text)))) == [date(2031, 3, 14), date(2031, 3, 16)]


def test_nobody_has_said_anything_on_a_day_to_come() -> None:
    (told,) = _told("Mare says 27 March deadline for Grandmark to leave is not firm", "It is.")
    assert (told.said_on, _ends([told])) == (date(2031, 3, 11), [date(2031, 3, 27)])


def test_who_must_act_after_that_has_set_nothing() -> None:
    text = (
        "Grandmark's army has 24 hours to pull back to an agreed line, after which Ruritania has"
        " 72 hours to free all prisoners."
    )
    told = _told("News of the valley", text)
    assert {(s.issuer, s.addressee) for s in told} == {(None, ("Grandmark",))}


def test_of_many_sides_none_is_bound_by_a_truce_that_names_none() -> None:
    raw = RURITANIA.model_dump(exclude={"tracks"})
    raw["parties"] = [*raw["parties"], {"name": "Sylvania"}, {"name": "the Tribes"}]
    many = Preset.model_validate(raw)
    title = "Grandmark's warring sides fail to renew truce"
    text = "The envoy regretted that no deal was reached before the truce expired on Monday."
    (told,) = read_deadlines(news(many, TUESDAY, title, text))
    assert (told.op, told.addressee) == (DeadlineOp.LAPSE, ())


def test_those_who_live_in_a_town_are_no_party_and_an_army_is_not_who_stands_beside_it() -> None:
    title = "Army gives residents of Tarlen until 3pm to leave as Ruritania digs in"
    told = _told(title, "The streets were empty.")
    assert [(s.issuer, s.addressee) for s in told] == [("army", ())]
