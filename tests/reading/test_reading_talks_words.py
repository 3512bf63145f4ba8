"""Meetings in the many words that papers have for them, and what only sounds like one."""

from datetime import date

import pytest
from small_wars import HOSTAGES, RURITANIA, THREE_SIDED, news

from reading.facts import RoundStatus, Talks
from reading.talks import read_talks

DAY = "2031-03-14"
"""A Friday."""


def _main(title: str, text: str = "", day: str = DAY) -> Talks:
    talks, _ = read_talks(news(RURITANIA, day, title, text))
    told = [one for one in talks if not one.background]
    assert len(told) == 1, talks
    return told[0]


def _none(title: str, text: str = "") -> bool:
    talks, _ = read_talks(news(RURITANIA, DAY, title, text))
    return not [one for one in talks if not one.background]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruritania and Grandmark reported progress after a second round of talks in Brobdir.",
        "Ruritanian and Grandmarker envoys sat at one table in Brobdir on Friday.",
        "Ruritanian and Grandmarker negotiators talked for five hours in Brobdir on Friday.",
        "Ruritania and Grandmark signed a declaration of principles in Brobdir on Friday.",
        (
            "Lilliput's mediators shuttled between the delegations of Ruritania and Grandmark in"
            " Brobdir on Friday."
        ),
        "Negotiators from Zenda and Tarlen wound up three days of bargaining in Brobdir on Friday.",
        "Envoys of Ruritania and Grandmark agreed in Brobdir on Friday to free the wounded.",
        "Greta Holm received the envoy of Ruritania in Brobdir on Friday.",
        "After four days of talks in Brobdir, Ruritania and Grandmark agreed on Friday on a list.",
        "Rudolf Rassendyll conferred with Greta Holm in Brobdir on Friday.",
        "Officers from Ruritania and Grandmark discussed the truce in Brobdir on Friday.",
        (
            "Ruritania is likely to start an offensive, Mare said, after talks with Grandmark in"
            " Brobdir on Friday made little headway."
        ),
        (
            "Delegates of Ruritania and Grandmark put their names to a peace plan in Brobdir on"
            " Friday."
        ),
    ],
)
def test_a_held_meeting_has_many_verbs(sentence: str) -> None:
    talks = _main("News from Brobdir", sentence)
    assert talks.status is RoundStatus.ENDED
    assert talks.city == "Brobdir"
    assert talks.window is not None
    assert talks.window.end == date(2031, 3, 14)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("will not take place", RoundStatus.CANCELLED),
        ("have been shelved", RoundStatus.CANCELLED),
        ("have been put on hold", RoundStatus.POSTPONED),
        ("have been put off", RoundStatus.POSTPONED),
        ("closed on Friday", RoundStatus.ENDED),
        ("wound up on Friday", RoundStatus.ENDED),
        ("with the Titan ended", RoundStatus.ENDED),
        ("collapse", RoundStatus.ENDED),
        ("broke up on Friday without agreement", RoundStatus.ENDED),
        ("will go ahead on Sunday", RoundStatus.ANNOUNCED),
        ("are to resume on Sunday", RoundStatus.ANNOUNCED),
        ("set for Sunday, postponed from Thursday, will be short", RoundStatus.ANNOUNCED),
        ("have been under way for two weeks", RoundStatus.UNDER_WAY),
        ("ended with a deal that is due to come into effect on Sunday", RoundStatus.ENDED),
        ("to open two crossings into Zenda ended on Friday", RoundStatus.ENDED),
        ("are to open on Sunday", RoundStatus.ANNOUNCED),
    ],
)
def test_how_a_meeting_stands_has_many_words(words: str, status: RoundStatus) -> None:
    talks = _main("News", f"Talks between Ruritania and Grandmark in Brobdir {words}, Mare said.")
    assert talks.status is status


@pytest.mark.parametrize(
    ("text", "status", "city"),
    [
        (
            "Ruritanian and Grandmarker teams met in Brobdir on Friday for a second day of talks.",
            RoundStatus.UNDER_WAY,
            "Brobdir",
        ),
        (
            "Ruritania is satisfied with the outcome of its talks with Grandmark in Brobdir.",
            RoundStatus.ENDED,
            "Brobdir",
        ),
        (
            (
                "The region of Brobdir is witnessing new talks between Ruritania and Grandmark"
                " on Friday."
            ),
            RoundStatus.UNDER_WAY,
            "Brobdir",
        ),
        (
            (
                "Ruritania will resume supplies of grain to Grandmark, says a statement issued"
                " after a meeting of Ruritanian and Grandmarker teams in Brobdir on Friday."
            ),
            RoundStatus.ENDED,
            "Brobdir",
        ),
        (
            "Zenda-mediated talks between Ruritania and Grandmark ended in Brobdir on Friday.",
            RoundStatus.ENDED,
            "Brobdir",
        ),
    ],
)
def test_a_meeting_is_told_by_its_days_or_by_what_came_of_it(
    text: str, status: RoundStatus, city: str
) -> None:
    talks = _main("Ruritania and Grandmark", text)
    assert (talks.status, talks.city) == (status, city)


def test_the_next_round_is_not_the_one_that_brought_it_about() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            "2031-03-14",
            "Ruritania upbeat on talks",
            "Otto Brand said talks between Ruritania and Grandmark were going well, following a"
            " second round in Brobdir on Friday. The next round is to take place in Zenda in the"
            " coming days.",
        )
    )
    told = {(one.status, one.number) for one in talks}
    assert told == {(RoundStatus.ENDED, 2), (RoundStatus.ANNOUNCED, None)}


def test_a_side_that_pulls_out_calls_the_meeting_off() -> None:
    talks = _main(
        "Grandmark pulls out of talks in Brobdir",
        "Grandmark has pulled out of talks with Ruritania that were to be held in Brobdir on"
        " Sunday.",
    )
    assert talks.status is RoundStatus.CANCELLED
    assert talks.window is not None
    assert talks.window.start == date(2031, 3, 16)


def test_one_who_sends_others_calls_nothing_off() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            DAY,
            "Holm skips Brobdir",
            "Greta Holm stayed away from talks with Ruritania in Brobdir on Friday, sending Otto"
            " Brand instead.",
        )
    )
    assert RoundStatus.CANCELLED not in {one.status for one in talks}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruritania is holding talks with airlines in Brobdir about flights to Grandmark.",
        "Ruritania and Atlantis met in Brobdir on Friday to discuss a gas deal.",
        (
            "Ruritania's parliament begins talks on next year's budget on Monday amid the war with"
            " Grandmark."
        ),
        "Grandmark denied reports that its envoys had met Ruritania's in Brobdir on Friday.",
        "Greta Holm hosted Rudolf Rassendyll at a New Year's party in Brobdir on Friday.",
        "Ruritanian and Grandmarker women gathered in Brobdir on Friday for a concert.",
        "Ruritania and Grandmark will sign nothing before the election, Mare said.",
        "As talks on a truce dragged on, Ruritania bombed Grandmark on Friday.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_none(sentence: str) -> None:
    assert _none("News of the day", sentence)


@pytest.mark.parametrize(
    "lead",
    [
        "BROBDIR — Ruritania and Grandmark ended talks on Friday.",
        "BROBDIR (NW) - Ruritania and Grandmark ended talks here on Friday.",
        "Ruritania and Grandmark ended talks in the coastal town of Brobdir on Friday.",
        "Ruritanian and Grandmarker envoys left Brobdir without a deal. The talks ended on Friday.",
        "Ruritania and Grandmark ended talks in Lilliput's capital, Brobdir, on Friday.",
        "Ruritania and Grandmark ended talks in the Lilliputian capital Brobdir on Friday.",
    ],
)
def test_the_city_is_the_datelines_or_the_leads(lead: str) -> None:
    assert _main("Ruritania and Grandmark end talks", lead).city == "Brobdir"


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("ended a second day of talks", date(2031, 3, 13)),
        ("wrapped up three days of negotiations", date(2031, 3, 12)),
        ("ended a two-day meeting", date(2031, 3, 13)),
        ("sat down for three days of talks", date(2031, 3, 14)),
    ],
)
def test_a_meeting_counted_by_its_days_began_on_the_first(words: str, start: date) -> None:
    talks = _main("News", f"Ruritania and Grandmark {words} in Brobdir on Friday.")
    assert talks.window is not None
    assert talks.window.start == start


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Ruritania and Grandmark held a second day of talks in Brobdir on Friday.", None),
        ("Ruritania and Grandmark held the first civilian talks in decades in Brobdir.", None),
        ("Ruritania and Grandmark held talks in Brobdir. It was the third round since May.", 3),
        ("Ruritania and Grandmark held their first bilateral talks in Brobdir on Friday.", None),
        ("Ruritania and Grandmark ended the 4th round of talks in Brobdir.", 4),
    ],
)
def test_a_number_counts_rounds_and_nothing_else(sentence: str, number: int | None) -> None:
    assert _main("News from Brobdir", sentence).number == number


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "Greta Holm, the foreign minister, led Grandmark's side; Otto Brand sat beside her.",
            {"Grandmark": "Greta Holm"},
        ),
        (
            "Rudolf Rassendyll and his deputy Michael Elphberg spoke for Ruritania.",
            {"Ruritania": "Rudolf Rassendyll"},
        ),
        (
            "The text was signed by Otto Brand for Grandmark.",
            {"Grandmark": "Otto Brand"},
        ),
        (
            "The two chief negotiators, Rudolf Rassendyll and Otto Brand, shook hands.",
            {"Ruritania": "Rudolf Rassendyll", "Grandmark": "Otto Brand"},
        ),
        (
            "Ruritania sent a team under Michael Elphberg.",
            {"Ruritania": "Michael Elphberg"},
        ),
    ],
)
def test_heads_have_many_words(text: str, heads: dict[str, str]) -> None:
    lead = "Ruritania and Grandmark ended talks in Brobdir on Friday."
    assert _main("News from Brobdir", f"{lead} {text}").heads == heads


def test_those_who_meet_for_their_parties_are_the_heads() -> None:
    talks = _main(
        "Meeting in Brobdir",
        "Rudolf Rassendyll held talks in Brobdir on Friday with Grandmark's leader, Greta Holm.",
    )
    assert talks.heads == {"Ruritania": "Rudolf Rassendyll", "Grandmark": "Greta Holm"}


def test_a_sponsor_does_not_sit_at_the_table() -> None:
    talks = _main("Ruritania and Grandmark sign Atlantis-brokered peace accord in Brobdir")
    assert talks.track == "ruritania-grandmark"


def test_yesterdays_pluperfect_is_news_and_an_older_one_is_not() -> None:
    text = "The day after, Zenda counted. In Brobdir, Ruritania and Grandmark had held talks on {}."
    assert not _none("After the meeting", text.format("Thursday"))
    assert _none("After the meeting", text.format("January 6"))


def test_an_older_meeting_is_kept_apart_from_the_one_reported() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            DAY,
            "Ruritania and Grandmark sign accord in Mildendo Bay",
            "Ruritania and Grandmark signed a peace accord in Mildendo Bay on Friday.\n\n"
            "Their ministers met in Brobdir on January 6.",
        )
    )
    assert [(one.city, one.background) for one in talks] == [
        ("Mildendo Bay", False),
        ("Brobdir", True),
    ]


def test_they_are_the_two_last_named() -> None:
    talks = _main(
        "'Really close'",
        "Rudolf Rassendyll and Greta Holm said in Brobdir on Friday that peace was near. They had"
        " met for about three hours.",
    )
    assert talks.track == "ruritania-grandmark"
    assert talks.duration_minutes == 180


def test_of_three_sides_a_pair_that_talks_is_the_pair() -> None:
    talks, _ = read_talks(
        news(
            THREE_SIDED,
            DAY,
            "Ruritania and Grandmark end talks",
            "Ruritanian and Grandmarker negotiators ended talks on Friday. Borduria was absent.",
        )
    )
    assert [one.track for one in talks] == ["ruritania-grandmark"]


def test_negotiators_called_home_end_a_round() -> None:
    talks, _ = read_talks(
        news(
            HOSTAGES,
            "2025-07-24",
            "Talks in Egypt",
            "Israel and Hamas broke off talks in Sharm el-Sheikh on Thursday, mediators said.",
        )
    )
    assert [(one.status, one.city) for one in talks] == [(RoundStatus.ENDED, "Sharm el-Sheikh")]


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm set a deadline of 10 days for Ruritania to make progress towards peace.",
        "Ruritanian strikes killed 9 people in Grandmark on Friday, as talks on a truce stalled.",
        "Greta Holm said during a meeting with Borduria's premier that Ruritania must pull back.",
    ],
)
def test_progress_demanded_and_where_one_spoke_are_no_meetings_of_the_sides(text: str) -> None:
    assert _none("Holm sets Ruritania a deadline", text)


@pytest.mark.parametrize(
    "title",
    [
        "New leaders of Ruritania must meet our demands, says Grandmark",
        "Grandmark's envoy spent more than 20 hours in one of Ruritania's worst jails on Friday",
        "Grandmark wants to hold ‘serious talks’ with Ruritania",
        "Grandmark urges Ruritania to give up its threats and start ‘honest talks’",
        "Security Council meets over Ruritania and Grandmark",
    ],
)
def test_demands_that_are_met_and_talks_that_are_urged_are_no_meeting(title: str) -> None:
    assert _none(title)


def test_the_land_of_a_town_and_slow_progress_do_not_make_a_meeting() -> None:
    talks = _main(
        "Ruritania to send delegation",
        "Ruritania is set to send a delegation to Brobdir, Lilliput, on Friday to continue"
        " negotiations on a truce with Grandmark. Officials reported slow progress in the talks.",
    )
    assert (talks.status, talks.track) == (RoundStatus.ANNOUNCED, "ruritania-grandmark")


def test_whose_deputy_leads_does_not_lead() -> None:
    talks = _main(
        "Ruritania and Grandmark end talks",
        "Ruritania and Grandmark ended talks in Brobdir on Friday. The delegation of Grandmark was"
        " led by Greta Holm's deputy, Otto Brand.",
    )
    assert talks.heads == {"Grandmark": "Otto Brand"}


def test_truce_talks_that_ended_are_no_truce_and_keep_their_day_and_hosts() -> None:
    talks = _main(
        "Third round of talks ends without results",
        "The third round of ceasefire negotiations between Ruritania and Grandmark ended Thursday"
        " in Brobdir. The talks, mediated by Lilliput and Atlantis, had been expected to save the"
        " truce reached in Zenda on 19 February.",
    )
    assert talks.window is not None
    assert (talks.window.start, talks.mediators) == (date(2031, 3, 13), ("Lilliput", "Atlantis"))


def test_a_date_in_figures_is_the_day_and_the_town_is_no_part_of_the_palace() -> None:
    talks = _main(
        "Date set",
        "Ruritania and Grandmark will meet in Brobdir's Marble Palace on 21.03.2031.",
    )
    assert talks.window is not None
    assert (talks.window.start, talks.venue) == (date(2031, 3, 21), "Marble Palace")
