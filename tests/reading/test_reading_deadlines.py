"""Deadlines: set, moved, repeated, ended; and what is no deadline of the war."""

from datetime import date, time

import pytest
from small_wars import BORDER_FIRE, HOSTAGES, REBELS, RURITANIA, SNAPBACK, THREE_SIDED, news

from reading.deadlines import read_deadlines
from reading.facts import DeadlineOp, DeadlineStatement
from reading.preset import Preset


def _read(preset: Preset, day: str, title: str, text: str = "") -> tuple[DeadlineStatement, ...]:
    return read_deadlines(news(preset, day, title, text))


def _only(day: str, title: str, text: str = "") -> DeadlineStatement:
    found = _read(RURITANIA, day, title, text)
    assert len(found) == 1, found
    return found[0]


def _days(statement: DeadlineStatement) -> tuple[date, date]:
    assert statement.window is not None
    return statement.window.start, statement.window.end


def test_an_ultimatum_has_issuer_addressee_demand_consequence_and_day() -> None:
    statement = _only(
        "2031-07-14",
        "Mare threatens Ruritania with secondary tariffs",
        "Ada Mare gave Ruritania 50 days to agree to a ceasefire or face secondary tariffs.",
    )
    assert statement.op is DeadlineOp.ISSUE
    assert (statement.issuer, statement.addressee) == ("Ada Mare", ("Ruritania",))
    assert (statement.demand, statement.consequence) == ("ceasefire", "secondary tariffs")
    assert _days(statement) == (date(2031, 9, 2), date(2031, 9, 2))
    assert statement.said_on == date(2031, 7, 14)
    assert not statement.background


@pytest.mark.parametrize(
    "text",
    [
        "Mare warns Ruritania of tariffs if Grandmark peace deal isn't reached in 50 days",
        "Mare: sanctions on Ruritania unless the war is over within 50 days",
        "Mare sets 50-day deadline for Ruritania to end war",
    ],
)
def test_three_ways_to_say_fifty_days(text: str) -> None:
    statement = _only("2031-07-14", text)
    assert statement.op is DeadlineOp.ISSUE
    assert statement.addressee == ("Ruritania",)
    assert _days(statement) == (date(2031, 9, 2), date(2031, 9, 2))


def test_a_shorter_deadline_keeps_its_window() -> None:
    statement = _only(
        "2031-07-28",
        "Mare cuts deadline for Ruritania",
        "“I'm going to make a new deadline of about 10 or 12 days from today,” Ada Mare said on"
        " Monday of the ultimatum to Ruritania to end the war.",
    )
    assert statement.op is DeadlineOp.SHORTEN
    assert _days(statement) == (date(2031, 8, 7), date(2031, 8, 9))


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("Mare extended the deadline for Ruritania to 20 August.", DeadlineOp.EXTEND),
        ("Mare suspended the 8 August deadline for Ruritania.", DeadlineOp.SUSPEND),
        ("Mare dropped the 8 August deadline for Ruritania.", DeadlineOp.RETRACT),
        ("The 8 August deadline for Ruritania to stop the war expired.", DeadlineOp.LAPSE),
        (
            "Mare will meet Rassendyll, as the 8 August deadline for Ruritania arrived.",
            DeadlineOp.OVERTAKE,
        ),
        ("Mare reiterated that the 8 August deadline for Ruritania stands.", DeadlineOp.CONFIRM),
    ],
)
def test_the_operation(text: str, op: DeadlineOp) -> None:
    statement = _only("2031-08-08", text)
    assert statement.op is op


def test_hinting_is_not_revising() -> None:
    found = _read(
        RURITANIA,
        "2031-07-20",
        "Mare may shorten deadline for Ruritania",
        "Ada Mare said she may shorten the 50-day deadline she gave Ruritania.",
    )
    assert not [s for s in found if s.op is DeadlineOp.SHORTEN]


def test_what_can_be_done_to_a_deadline_is_not_done() -> None:
    given = "Ada Mare gave Ruritania until Friday to accept her plan but said deadlines can be"
    told = _only("2031-07-23", "Mare sets out her plan", f"{given} extended.")
    assert told.op is DeadlineOp.ISSUE
    moved = "Ada Mare has extended her deadline for Ruritania until Friday."
    assert _only("2031-07-23", "Mare sets out her plan", moved).op is DeadlineOp.EXTEND


def test_a_restated_deadline_is_background_and_stays_fuzzy() -> None:
    statement = _only(
        "2031-07-25",
        "Ruritania and Grandmark hold talks",
        "As Mare’s early September deadline for a ceasefire looms, Ruritania and Grandmark held"
        " talks on Wednesday.",
    )
    assert (statement.op, statement.background) == (DeadlineOp.CONFIRM, True)
    assert _days(statement) == (date(2031, 9, 1), date(2031, 9, 10))


@pytest.mark.parametrize(
    ("title", "text", "background"),
    [
        pytest.param(
            "Bombs kill nine in Tarlen",
            "The attacks go on although Ada Mare threatens sanctions if Ruritania does not accept"
            " a ceasefire by Aug. 8.",
            True,
            id="only recalled in the story of a strike",
        ),
        pytest.param(
            "Deal due by 8 August",
            "A ceasefire must be done by 8 August, Tom Small told the council. Both Ruritania and"
            " Grandmark must negotiate. Mare has made clear that this is the deadline.",
            False,
            id="confirmed by another voice",
        ),
    ],
)
def test_a_deadline_told_again_keeps_its_day(title: str, text: str, *, background: bool) -> None:
    statement = _only("2031-07-31", title, text)
    assert (statement.op, statement.background) == (DeadlineOp.CONFIRM, background)
    assert _days(statement) == (date(2031, 8, 8), date(2031, 8, 8))


@pytest.mark.parametrize(
    "title",
    [
        "Parliament of Ruritania faces Friday deadline to pass the budget",
        "Club sets deadline for transfer of striker",
        "Ceasefire talks between Ruritania and Grandmark end in forty minutes",
        "Atlantis extends tariff pause until August 1",
        "Filing deadline for voter registration passes in Lilliput",
    ],
)
def test_other_deadlines_are_none(title: str) -> None:
    assert _read(RURITANIA, "2031-07-08", title) == ()


def test_hostages_by_saturday_noon() -> None:
    (statement,) = _read(
        HOSTAGES,
        "2025-02-11",
        "All hostages back by Saturday noon",
        "Donald Trump said on Monday that if Hamas does not return all hostages by Saturday at 12"
        " o'clock, the ceasefire should be cancelled.",
    )
    assert (statement.issuer, statement.addressee) == ("Donald Trump", ("Hamas",))
    assert statement.demand == "hostage release"
    assert statement.said_on == date(2025, 2, 10)
    assert _days(statement) == (date(2025, 2, 15), date(2025, 2, 15))


def test_a_thirty_day_process() -> None:
    (statement,) = _read(
        SNAPBACK,
        "2025-08-28",
        "European powers trigger snapback",
        "France, Germany and Britain on Thursday started the 30-day process to restore UN"
        " sanctions on Iran unless Tehran returns to nuclear talks.",
    )
    assert statement.op is DeadlineOp.ISSUE
    assert (statement.issuer, statement.addressee) == ("E3", ("Iran",))
    assert _days(statement) == (date(2025, 9, 27), date(2025, 9, 27))


def test_an_open_ended_extension_has_no_window() -> None:
    (statement,) = _read(
        SNAPBACK,
        "2026-04-21",
        "Trump extends ceasefire",
        "Donald Trump on Tuesday extended the two-week ceasefire with Iran, which was due to"
        " expire at 8 p.m., until its proposal is submitted.",
    )
    assert (statement.op, statement.issuer) == (DeadlineOp.EXTEND, "Donald Trump")
    assert statement.window is None


def test_two_due_times_in_one_sentence_are_two_statements() -> None:
    found = _read(
        REBELS,
        "2025-07-19",
        "Kinshasa and M23 sign declaration",
        "DR Congo and M23 signed a declaration in Doha. The sides have until 29 July to apply the"
        " ceasefire and must reach a peace agreement by 18 August.",
    )
    assert [_days(s)[1] for s in found] == [date(2025, 7, 29), date(2025, 8, 18)]
    assert all(s.addressee == ("DR Congo", "AFC/M23") for s in found)


def test_a_truce_prolonged_to_a_day() -> None:
    (statement,) = _read(
        BORDER_FIRE,
        "2025-05-15",
        "Dar: ceasefire extended",
        "The ceasefire with India, which was to expire on 14 May, has been extended to 18 May,"
        " Pakistani minister Ishaq Dar told the senate.",
    )
    assert statement.op is DeadlineOp.EXTEND
    assert _days(statement) == (date(2025, 5, 18), date(2025, 5, 18))


def test_a_date_of_something_else_is_no_due_time() -> None:
    found = _read(
        RURITANIA,
        "2031-07-20",
        "Brobdir to host summit",
        "Ada Mare’s deadline for Ruritania to stop the war still stands, and Tom Small will host a"
        " summit on 30 July.",
    )
    assert [s.window for s in found] == [None]


def test_a_deadline_that_expires_on_a_day_to_come_has_not_lapsed() -> None:
    statement = _only(
        "2031-08-06", "Mare’s deadline for Ruritania to end the war expires on Friday"
    )
    assert statement.op is DeadlineOp.CONFIRM
    assert _days(statement) == (date(2031, 8, 8), date(2031, 8, 8))


def test_run_out_with_a_meeting_announced_instead_is_overtaken() -> None:
    statement = _only(
        "2031-08-08",
        "Mare to meet Rassendyll of Ruritania on August 15",
        "Ada Mare will meet Rassendyll in Brobdir. Her deadline for Ruritania to stop fighting"
        " came and went on Friday without sanctions.",
    )
    assert statement.op is DeadlineOp.OVERTAKE
    assert _days(statement) == (date(2031, 8, 8), date(2031, 8, 8))


def test_a_meeting_before_the_deadline_does_not_overtake_it() -> None:
    title = "Small will meet Rassendyll days before Mare’s deadline for Ruritania"
    found = _read(RURITANIA, "2031-08-05", title)
    assert not [s for s in found if s.op is DeadlineOp.OVERTAKE]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Elphberg of Ruritania wrote that every new ultimatum was a step towards war.",
        "Ada Mare has set deadlines for Ruritania before and let the war go on.",
        "Asked whether the deadline for Ruritania still held, Ada Mare said no word of peace.",
    ],
)
def test_talk_of_no_deadline_in_particular(text: str) -> None:
    assert _read(RURITANIA, "2031-07-28", "Holm thanks Mare", text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Hamas met the Saturday noon deadline set by Donald Trump, Egyptian mediators said.",
        "Hamas released three hostages hours before the noon deadline set by Donald Trump.",
        "Hamas complied with the ultimatum of Donald Trump and handed over three hostages.",
    ],
)
def test_a_deadline_is_met_by_those_to_whom_it_was_set(text: str) -> None:
    (statement,) = _read(HOSTAGES, "2025-02-15", "Three hostages free", text)
    assert (statement.op, statement.addressee) == (DeadlineOp.MEET, ("Hamas",))


def test_reinterpreted_it_falls_due_on_the_new_day_not_the_old() -> None:
    statement = _only(
        "2031-07-20",
        "Mare explains deadline",
        "Ada Mare clarified on Friday that the 8 August deadline for Ruritania actually ends on 9"
        " August.",
    )
    assert (statement.op, statement.issuer) == (DeadlineOp.REINTERPRET, "Ada Mare")
    assert _days(statement) == (date(2031, 8, 9), date(2031, 8, 9))
    assert statement.said_on == date(2031, 7, 18)


def test_by_early_autumn_is_that_stretch_and_not_the_days_before_it() -> None:
    statement = _only(
        "2031-07-21",
        "Mare threatens Ruritania",
        "Ada Mare threatened Ruritania with tariffs unless there is a peace deal by early"
        " September.",
    )
    assert _days(statement) == (date(2031, 9, 1), date(2031, 9, 10))


def test_ministers_of_several_powers_set_it_to_another() -> None:
    (statement,) = _read(
        SNAPBACK,
        "2025-07-16",
        "Ministers set end-of-August deadline for Iran",
        "The foreign ministers of the United States and E3 agreed on Monday that Iran must reach a"
        " nuclear deal by the end of August or face the return of UN sanctions.",
    )
    assert (statement.issuer, statement.addressee) == ("United States", ("Iran",))
    assert _days(statement)[1] == date(2025, 8, 31)


def test_a_truce_that_runs_out_is_due_at_its_hour_and_its_length_is_a_name() -> None:
    (statement,) = _read(
        SNAPBACK,
        "2026-04-20",
        "Ceasefire with Iran expires on Tuesday",
        "The two-week ceasefire between Iran and the United States expires on Tuesday at 8 p.m.",
    )
    assert _days(statement) == (date(2026, 4, 21), date(2026, 4, 21))
    assert statement.window is not None
    assert statement.window.end_time == time(20)


def test_nobody_sets_a_deadline_to_their_own_side() -> None:
    (statement,) = _read(
        HOSTAGES,
        "2025-02-11",
        "Israel: ceasefire ends unless hostages return by Saturday noon",
        "Israel will resume intense fighting if Hamas does not return the hostages by Saturday"
        " noon, Ron Dermer said on Tuesday.",
    )
    assert (statement.issuer, statement.addressee) == ("Ron Dermer", ("Hamas",))


def test_cut_time_is_a_deadline_without_the_word() -> None:
    statement = _only("2031-07-28", "Mare cuts Ruritania’s time to 10 or 12 days")
    assert statement.op is DeadlineOp.SHORTEN
    assert _days(statement) == (date(2031, 8, 7), date(2031, 8, 9))


def test_a_deadline_not_met_is_none_that_was_met() -> None:
    (statement,) = _read(
        HOSTAGES,
        "2025-02-16",
        "Hostages not back",
        "Hamas did not meet the 15 February deadline of Donald Trump to free all hostages.",
    )
    assert statement.op is DeadlineOp.LAPSE
    assert _days(statement) == (date(2025, 2, 15), date(2025, 2, 15))


def test_a_truce_prolonged_by_days_counts_once_from_the_day_it_was_said() -> None:
    (statement,) = _read(
        BORDER_FIRE,
        "2025-05-15",
        "Ceasefire between India and Pakistan prolonged by ten days",
        "The ceasefire between India's army and Pakistan has been extended by ten days, Ishaq Dar"
        " said on Wednesday.",
    )
    assert (statement.op, statement.said_on) == (DeadlineOp.EXTEND, date(2025, 5, 14))
    assert _days(statement) == (date(2025, 5, 24), date(2025, 5, 24))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Holm extends ceasefire with Ruritania by two weeks", ""),
        (
            "Holm extends ceasefire by two weeks",
            "Greta Holm said that Ruritania had asked for more time.",
        ),
    ],
)
def test_of_three_sides_a_truce_is_moved_for_the_one_named(title: str, text: str) -> None:
    found = _read(THREE_SIDED, "2031-07-14", title, text)
    assert [(s.issuer, s.addressee) for s in found if s.op is DeadlineOp.EXTEND] == [
        ("Greta Holm", ("Ruritania",))
    ]


def test_a_time_in_words_obliges_whoever_has_it() -> None:
    found = _only("2031-07-14", "Grandmark has four days to accept a ceasefire, Mare says")
    assert (found.issuer, found.addressee) == ("Ada Mare", ("Grandmark",))


def test_whoever_announced_the_truce_just_before_sets_the_time_for_it() -> None:
    found = _read(
        THREE_SIDED,
        "2031-07-14",
        "Ruritania and Grandmark reach an understanding",
        "Ruritania announced an understanding with Grandmark on a ceasefire. Grandmark has four"
        " days to accept it. Ada Mare welcomed the news.",
    )
    issued = [s for s in found if s.window is not None]
    assert [(s.issuer, s.addressee) for s in issued] == [("Ruritania", ("Grandmark",))]


@pytest.mark.parametrize(
    ("threat", "consequence"),
    [
        ("face 100% secondary tariffs", "100% secondary tariffs"),
        ("face 30 percent tariffs", "30% tariffs"),
        ("face tariffs, beside the existing 25% tariffs", "tariffs"),
        ("face 25% tariffs, then 50% tariffs", "tariffs"),
    ],
)
def test_a_threatened_rate_is_told_where_it_is_clear(threat: str, consequence: str) -> None:
    text = f"Ada Mare gave Ruritania 50 days to agree to a ceasefire or {threat}."
    found = _only("2031-07-14", "Mare threatens Ruritania with tariffs", text)
    assert found.consequence == consequence
