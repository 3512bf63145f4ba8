"""Ways to set, move and end a deadline without the word, or with it far from its verb."""

from datetime import date, time

import pytest
from small_wars import RURITANIA, news

from reading.deadlines import read_deadlines
from reading.facts import DeadlineOp, DeadlineStatement

TUESDAY = "2031-03-11"
TITLE = "Diplomats wait as fighting in Ruritania and Grandmark goes on"


def _told(text: str, day: str = TUESDAY) -> list[DeadlineStatement]:
    """What the article reports; what it only recalls is left out."""
    return [s for s in read_deadlines(news(RURITANIA, day, TITLE, text)) if not s.background]


def _only(text: str, day: str = TUESDAY) -> DeadlineStatement:
    found = _told(text, day)
    assert len(found) == 1, found
    return found[0]


def _due(statement: DeadlineStatement) -> date | None:
    return statement.window.end if statement.window else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Grandmark has given Ruritania until Friday to pull its troops out of Tarlen.",
            "issue: Grandmark to Ruritania by 2031-03-14",
        ),
        (
            "Ruritania was given 72 hours to hand over its rockets.",
            "issue: None to Ruritania by 2031-03-14",
        ),
        (
            "Ruritania has a week to lay down its arms, Ada Mare said.",
            "issue: Ada Mare to Ruritania by 2031-03-18",
        ),
        (
            "Ada Mare ordered Ruritania to lift the siege of Tarlen by 20 March.",
            "issue: Ada Mare to Ruritania by 2031-03-20",
        ),
        (
            "Ada Mare said Ruritania must honour the 10 January agreement by the end of the month.",
            "issue: Ada Mare to Ruritania by 2031-03-31",
        ),
        (
            "Ada Mare demanded the withdrawal of Ruritanian troops from Tarlen within ten days.",
            "issue: Ada Mare to Ruritania by 2031-03-21",
        ),
        (
            "The accord says that Ruritania will withdraw its forces within 90 days.",
            "issue: None to Ruritania by 2031-06-09",
        ),
        (
            "By the end of the year Ruritania is to have disbanded its militia.",
            "issue: None to Ruritania by 2031-12-31",
        ),
        (
            "Ada Mare told Ruritania to leave Tarlen by Friday or be removed by force.",
            "issue: Ada Mare to Ruritania by 2031-03-14",
        ),
        (
            "Ruritania’s army rejected a Grandmark ultimatum to surrender Tarlen by Friday.",
            "confirm: Grandmark to Ruritania by 2031-03-14",
        ),
        (
            (
                "Ada Mare ordered Ruritania to pull back, and gave it until Friday to do so and"
                " leave Tarlen."
            ),
            "issue: Ada Mare to Ruritania by 2031-03-14",
        ),
        (
            "Lilliput told Grandmark to observe a ten-day ceasefire starting on Sunday.",
            "issue: Lilliput to Grandmark by 2031-03-16",
        ),
        (
            "Atlantis, Lilliput and the League told Grandmark to stop its attacks from Thursday.",
            "issue: Atlantis, Lilliput and the League to Grandmark by 2031-03-13",
        ),
        (
            "The text commits Grandmark to a withdrawal no later than 1 April.",
            "issue: None to Grandmark by 2031-04-01",
        ),
        (
            (
                "Greta Holm and Rudolf Rassendyll signed for their countries. Grandmark's forces"
                " are to disarm within 30 days."
            ),
            "issue: None to Grandmark by 2031-04-10",
        ),
        (
            "Lilliput and Ruritania are due to submit a draft peace accord by 20 March.",
            "issue: None to Ruritania by 2031-03-20",
        ),
        (
            (
                "Grandmark said on Monday it was leaving, days after the head of Ruritania's"
                " council, Rudolf Rassendyll, gave them 72 hours to leave."
            ),
            "issue: Rudolf Rassendyll to Grandmark by 2031-03-13",
        ),
    ],
)
def test_who_sets_whom_a_time_without_the_word(text: str, expected: str) -> None:
    found = _only(text)
    to = " and ".join(found.addressee)
    assert f"{found.op.value}: {found.issuer} to {to} by {_due(found)}" == expected


def test_who_is_known_by_a_role_only_is_told_in_the_words_used() -> None:
    found = _only("Lakeland leaders told Ruritania to quit Tarlen by Friday.")
    assert found.issuer == "Lakeland leaders"


def test_two_acts_with_a_limit_each_are_two_deadlines() -> None:
    found = _told(
        "Ruritania and Grandmark are to start talks by 20 March and conclude a peace agreement"
        " by 18 April."
    )
    assert [_due(s) for s in found] == [date(2031, 3, 20), date(2031, 4, 18)]


@pytest.mark.parametrize(
    ("text", "op", "due"),
    [
        (
            "Ada Mare pushed her deadline for Ruritania to open the port back to 20 March.",
            "extend",
            "2031-03-20",
        ),
        (
            (
                "The deadline for Ruritania to leave Tarlen has been pushed back from 11 March to"
                " 18 March."
            ),
            "extend",
            "2031-03-18",
        ),
        (
            (
                "Ada Mare said she was extending by five days the deadline she had given Ruritania,"
                " which had been due to run out on Monday."
            ),
            "extend",
            "2031-03-15",
        ),
        (
            "Ada Mare said she was putting off for five days her threatened strikes on Ruritania.",
            "extend",
            "2031-03-16",
        ),
        (
            "Ada Mare brought forward to 14 March the deadline for Ruritania to stop the war.",
            "shorten",
            "2031-03-14",
        ),
        (
            "Ada Mare gave Ruritania until 5 p.m. instead of 7 p.m. to leave Tarlen.",
            "shorten",
            "2031-03-11",
        ),
        (
            "Ruritania missed Monday’s deadline to sign the peace deal.",
            "lapse",
            "2031-03-10",
        ),
        (
            "Ada Mare’s Friday deadline for Ruritania to end the war still stands, she said.",
            "confirm",
            "2031-03-14",
        ),
        (
            "Ada Mare ruled out any extension of the 14 March deadline for Ruritania.",
            "confirm",
            "2031-03-14",
        ),
        (
            "The 60 days within which Ruritania was to leave Tarlen ran out on Sunday.",
            "lapse",
            "2031-03-09",
        ),
    ],
)
def test_the_verb_that_governs_the_deadline_tells_what_became_of_it(
    text: str, op: str, due: str
) -> None:
    found = _only(text)
    assert (found.op.value, str(_due(found))) == (op, due)


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("Ada Mare has backed away from her deadline for Ruritania.", DeadlineOp.RETRACT),
        ("The deadline for Ruritania is off the table, Ada Mare said.", DeadlineOp.RETRACT),
        ("The ultimatum to Ruritania does not run during the talks.", DeadlineOp.SUSPEND),
    ],
)
def test_an_end_needs_no_day(text: str, op: DeadlineOp) -> None:
    assert [s.op for s in _told(f"{text} Ada Mare spoke in Brobdir.")] == [op]


def test_a_new_limit_inside_the_old_range_fixes_it() -> None:
    found = _only(
        "Ada Mare said she would put tariffs on Ruritania ten days from today if it had not made"
        " peace. A day earlier she had spoken of 10 or 12 days."
    )
    assert (found.op, _due(found)) == (DeadlineOp.FIX, date(2031, 3, 21))


def test_what_is_threatened_may_stand_in_the_next_sentence() -> None:
    found = _only(
        "Ada Mare gave Ruritania a fortnight to give up its arms. “If not, we will resume the"
        " fighting,” she said."
    )
    assert (found.demand, found.consequence) == ("disarmament", "renewed fighting")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Mare could extend the deadline she gave Ruritania.",
        "Leaders discussed giving Ruritania a deadline for a truce but set none.",
        "There is no deadline for the talks between Ruritania and Grandmark, Ada Mare said.",
        "Asked whether she would set Ruritania a deadline, Ada Mare said no.",
        "Ruritania must pass its budget by 1 April.",
        "Prosecutors gave the lawyers of Rassendyll until 3 April to file their closing arguments.",
        "Grandmark’s banks have 30 days to appeal against the fine.",
        "Ruritania took Tarlen within 48 hours.",
        "Residents of Tarlen have five minutes to reach a shelter when rockets come.",
        "Ada Mare warned that Ruritania could strike within 48 hours.",
        "The army of Grandmark gave reservists until Sunday to report to their units.",
        "Teachers gave the government of Ruritania 72 hours to pay their arrears.",
        "Grandmark hopes that Ruritania will withdraw by the end of the year.",
        "Ada Mare proposed a truce of 30 days between Ruritania and Grandmark.",
        "The ceasefire between Ruritania and Grandmark has now lasted 114 days.",
    ],
)
def test_none_of_these_sets_or_moves_a_deadline(text: str) -> None:
    assert [s for s in _told(text) if s.window is not None or s.op is not DeadlineOp.CONFIRM] == []


def test_a_deadline_recalled_far_down_is_no_news() -> None:
    found = _told(
        "Ada Mare gave Ruritania ten days to open the port.\n\nThe ceasefire of 27 November 2030"
        " gave Grandmark 60 days to leave Tarlen. The deadline was later extended to 18 February"
        " 2031."
    )
    assert [(s.op, _due(s)) for s in found] == [(DeadlineOp.ISSUE, date(2031, 3, 21))]


def test_nobody_in_the_text_who_set_it_is_made_the_issuer() -> None:
    found = _only("Rassendyll flew to Brobdir as Friday’s deadline for Ruritania drew near.")
    assert found.issuer is None


def test_nobodys_deadline_to_an_outsider_is_none() -> None:
    assert _told("Lakeland’s envoys have until Friday to agree on a package.") == []


def test_each_of_several_limits_in_one_sentence_is_told() -> None:
    told = _told(
        "Grandmark must leave Tarlen by 20 March, hand over its rockets by 1 April and its mines by"
        " 30 April, Rassendyll said."
    )
    assert [_due(s) for s in told] == [date(2031, 3, 20), date(2031, 4, 1), date(2031, 4, 30)]
    assert {s.addressee for s in told} == {("Grandmark",)}


def test_a_deals_later_steps_bind_those_whom_they_name() -> None:
    told = _told(
        "Under the deal Ruritania is to leave Tarlen within 20 days, a joint mechanism is to be set"
        " up by 1 May and Grandmark is to lift its blockade by 1 June."
    )
    assert [s.addressee for s in told] == [
        ("Ruritania",),
        ("Ruritania", "Grandmark"),
        ("Grandmark",),
    ]


def test_an_appeal_to_begin_on_a_day_is_no_deadline() -> None:
    assert _told("Lilliput called on Grandmark to observe a truce from Sunday.") == []


def test_hours_to_act_count_from_the_hour_at_which_the_truce_began() -> None:
    found = _only(
        "A ceasefire between Ruritania and Grandmark took effect at noon on Tuesday. Grandmark now"
        " has 48 hours to free the captives."
    )
    assert found.window is not None
    assert (found.issuer, found.window.end, found.window.end_time) == (
        None,
        date(2031, 3, 13),
        time(12),
    )


def test_hours_count_from_the_deed_that_sets_them_off() -> None:
    found = _only(
        "Ruritania's troops had withdrawn by noon on Monday, starting a 72-hour period in which"
        " Grandmark must free the captives."
    )
    assert found.window is not None
    assert (found.window.end, found.window.end_time) == (date(2031, 3, 13), time(12))


def test_the_title_tells_who_gave_the_order_that_the_lead_puts_in_the_passive() -> None:
    document = news(
        RURITANIA,
        TUESDAY,
        "Ruritania wants Grandmark's rockets gone by June",
        "The army was told to present a plan by 31 March.",
    )
    told = [s for s in read_deadlines(document) if _due(s) == date(2031, 3, 31)]
    assert [s.issuer for s in told] == ["Ruritania"]


def test_an_hour_that_is_long_gone_is_that_of_the_next_morning() -> None:
    document = news(
        RURITANIA,
        TUESDAY,
        "Ruritania calls on Grandmark's men in Tarlen to lay down their arms",
        "All who did so would be let go, it said on Tuesday.\n\nIt said Grandmark had until 6 a.m."
        " to answer.",
    )
    (told,) = [s for s in read_deadlines(document) if not s.background]
    assert told.window is not None
    assert (told.window.end, told.window.end_time) == (date(2031, 3, 12), time(6))


def test_what_may_end_within_days_unless_something_changes_is_set_to_nobody() -> None:
    assert not _told(
        "Atlantis will end its efforts between Ruritania and Grandmark within days unless there are"
        " signs that a deal can be done, Ada Mare said."
    )


def test_the_army_is_that_of_the_side_whose_army_was_named() -> None:
    text = "The army gave fighters in {} until Friday to leave."
    named = "The Ruritanian army is at the gates. "
    found = _only(named + text.format("Zenda"))
    assert (found.issuer, found.addressee) == ("Ruritania", ())
    found = _only(named + "The army gave Grandmark until Friday to leave.")
    assert (found.issuer, found.addressee) == ("Ruritania", ("Grandmark",))
    both = "The Ruritanian army and the Grandmarker army clashed. "
    assert _only(both + text.format("Zenda")).issuer not in ("Ruritania", "Grandmark")
