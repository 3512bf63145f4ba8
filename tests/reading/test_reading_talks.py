"""Meetings: planned, held, moved, recalled, or only talked about."""

from datetime import date

import pytest
from small_wars import HOSTAGES, RURITANIA, SNAPBACK, news

from reading.facts import Precision, RoundStatus, Talks
from reading.talk_length import minutes_of
from reading.talks import read_talks


def _only(day: str, title: str, text: str = "") -> Talks:
    talks, _ = read_talks(news(RURITANIA, day, title, text))
    assert len(talks) == 1, talks
    return talks[0]


def _none(day: str, title: str, text: str = "") -> bool:
    talks, _ = read_talks(news(RURITANIA, day, title, text))
    return not [t for t in talks if not t.background]


def test_a_held_round_gathers_all_that_its_sentences_say() -> None:
    talks = _only(
        "2031-03-14",
        "Third round of talks between Ruritania and Grandmark ends",
        "The third round of peace talks between Ruritania and Grandmark ended in Brobdir on"
        " Wednesday."
        " Greta Holm led the Grandmark delegation and the Ruritanian team was headed by Rudolf"
        " Rassendyll, with Lilliput mediating.\n\nThe meeting at the Amber Palace lasted 40"
        " minutes."
        " A press conference of two hours followed.",
    )
    assert talks.status is RoundStatus.ENDED
    assert (talks.track, talks.number) == ("ruritania-grandmark", 3)
    assert talks.window is not None
    assert talks.window.start == talks.window.end == date(2031, 3, 12)
    assert (talks.city, talks.venue) == ("Brobdir", "Amber Palace")
    assert talks.heads == {"Grandmark": "Greta Holm", "Ruritania": "Rudolf Rassendyll"}
    assert talks.mediators == ("Lilliput",)
    assert talks.duration_minutes == 40
    assert not talks.background


def test_a_palace_that_something_stands_on_is_no_venue() -> None:
    talks = _only(
        "2031-03-14",
        "Ruritania and Grandmark meet",
        "Ruritania and Grandmark held talks in Brobdir on Wednesday. On the eve of the talks"
        " Grandmark's flag flew on the Amber Palace.",
    )
    assert (talks.city, talks.venue) == ("Brobdir", None)


def test_a_round_to_come_is_announced() -> None:
    talks = _only(
        "2031-03-10",
        "Talks set for Wednesday",
        "The next round of talks between Ruritania and Grandmark will be held in Brobdir on"
        " Wednesday, Greta Holm said.",
    )
    assert talks.status is RoundStatus.ANNOUNCED
    assert talks.window is not None
    assert talks.window.start == date(2031, 3, 12)
    assert talks.duration_minutes is None


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("were postponed to Friday", RoundStatus.POSTPONED),
        ("were called off on Tuesday", RoundStatus.CANCELLED),
        ("are still under way in Brobdir", RoundStatus.UNDER_WAY),
        ("concluded in Brobdir on Tuesday", RoundStatus.ENDED),
    ],
)
def test_the_verb_gives_the_status(verb: str, status: RoundStatus) -> None:
    talks = _only("2031-03-11", f"Talks between Ruritania and Grandmark {verb}")
    assert talks.status is status


def test_a_round_put_off_to_a_weekday_lies_ahead() -> None:
    talks = _only(
        "2031-03-11",
        "Talks in Brobdir postponed",
        "Three-way talks between Atlantis, Ruritania and Grandmark planned for Thursday in Brobdir"
        " have been postponed to Monday, Atlantis said.",
    )
    assert talks.track == "three-way"
    assert talks.window is not None
    assert talks.window.start == date(2031, 3, 17)


def test_the_second_day_is_the_same_round() -> None:
    talks = _only(
        "2031-03-12",
        "First day of talks ends",
        "Envoys from Ruritania and Grandmark met in Brobdir on Wednesday. The talks will continue"
        " on Thursday.",
    )
    assert talks.status is RoundStatus.UNDER_WAY
    assert talks.window is not None
    assert (talks.window.start, talks.window.end) == (date(2031, 3, 12), date(2031, 3, 13))


def test_earlier_rounds_are_background_and_count() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            "2031-03-14",
            "Ruritania and Grandmark hold talks",
            "Ruritania and Grandmark held talks in Brobdir on Wednesday. Two previous rounds of"
            " talks"
            " – on January 16 and February 2 – led to little more than prisoner exchanges.",
        )
    )
    assert [(t.number, t.background) for t in talks] == [(3, False), (1, True), (2, True)]
    assert [t.window.start for t in talks if t.window] == [
        date(2031, 3, 12),
        date(2031, 1, 16),
        date(2031, 2, 2),
    ]
    assert not any(t.points for t in talks)


@pytest.mark.parametrize(
    "title",
    [
        "Greta Holm calls for direct talks between Ruritania and Grandmark",
        "Ruritania says it is ready for talks with Grandmark",
        "Holm and Rassendyll speak by phone about the war",
        "Ruritania and Grandmark trade blame as no talks are planned",
        "Why peace talks between Ruritania and Grandmark could never work",
        "Rassendyll names a new chief of staff as negotiations continue",
    ],
)
def test_talk_about_talks_is_no_meeting(title: str) -> None:
    assert _none("2031-03-12", title)


def test_an_attack_after_talks_only_recalls_them() -> None:
    talks = _only(
        "2031-03-13",
        "Grandmark bombs Zenda hours after meeting in Brobdir",
        "Bombs fell on Zenda on Wednesday night. It happened some hours after Ruritania and"
        " Grandmark"
        " had held a third round of talks in Brobdir.",
    )
    assert talks.background
    assert talks.number == 3


def test_first_in_years_is_no_number() -> None:
    talks = _only(
        "2031-03-12", "Ruritania and Grandmark end first direct talks in three years in Brobdir"
    )
    assert talks.number is None


def test_a_meeting_of_others_is_not_ours() -> None:
    assert _none("2031-03-12", "Atlantis and Lilliput hold talks in Brobdir on trade")
    assert _none("2031-03-12", "Rassendyll held a meeting with his cabinet on Tuesday")


def test_a_third_party_meets_one_side_on_its_own_track() -> None:
    talks = _only(
        "2031-03-12",
        "Ada Mare to meet Greta Holm in Brobdir on 15 March",
    )
    assert (talks.track, talks.status) == ("atlantis-grandmark", RoundStatus.ANNOUNCED)


def test_allies_are_the_partner_that_the_preset_calls_so() -> None:
    talks = _only("2031-03-12", "Ruritania's allies in Brobdir for talks on plan to end war")
    assert (talks.track, talks.city) == ("ruritania-league", "Brobdir")


def test_other_wars_need_no_other_rules() -> None:
    (indirect,), _ = read_talks(
        news(
            HOSTAGES,
            "2025-10-06",
            "Indirect talks open in Egypt",
            "Delegations of Israel and Hamas began indirect talks in Sharm el-Sheikh on Monday,"
            " mediated"
            " by Egypt and Qatar. The Israeli team is led by Ron Dermer and Khalil al-Hayya"
            " heads the"
            " Hamas delegation.",
        )
    )
    assert indirect.status is RoundStatus.UNDER_WAY
    assert indirect.mediators == ("Egypt", "Qatar")
    assert indirect.heads == {"Israel": "Ron Dermer", "Hamas": "Khalil al-Hayya"}
    (third, fourth), _ = read_talks(
        news(
            SNAPBACK,
            "2025-04-26",
            "Third round of nuclear talks",
            "The third round of indirect talks between Iran and the United States ended in"
            " Muscat on"
            " Saturday. Iran's delegation was led by Abbas Araghchi and the American one by Steve"
            " Witkoff, with Oman mediating. It lasted six hours. A fourth round is planned for"
            " May 3.",
        )
    )
    assert (third.number, third.duration_minutes, third.track) == (3, 360, "us-iran")
    assert third.heads == {"Iran": "Abbas Araghchi", "United States": "Steve Witkoff"}
    assert (fourth.number, fourth.status) == (4, RoundStatus.ANNOUNCED)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The talks lasted about two hours.", 120),
        ("In a mere 40 minutes, both sides agreed.", 40),
        ("The session took 1 hour and 45 minutes.", 105),
        ("After three and a half hours of talks they left.", 210),
        ("They met for half an hour.", 30),
        ("They exchanged messages over some eight hours.", 480),
        ("The talks took over eight hours.", None),
        ("The talks ended in less than two hours.", None),
        ("The meeting took just over an hour.", None),
        ("Two hours later the talks began.", None),
        ("The press conference lasted 40 minutes.", None),
        ("They offered a truce for 48 hours.", None),
    ],
)
def test_length_is_the_meetings_own_and_no_bound(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes


def test_the_day_of_the_words_is_not_the_day_of_the_meeting() -> None:
    talks = _only(
        "2031-03-10",
        "Talks to be held in Brobdir",
        "Ruritania and Grandmark will meet in Brobdir on March 20, Greta Holm said on Monday.",
    )
    assert talks.window is not None
    assert talks.window.start == date(2031, 3, 20)


def test_a_held_meeting_without_a_day_was_held_about_the_day_of_the_news() -> None:
    talks = _only("2031-03-14", "Ruritania and Grandmark end talks in Brobdir", "No deal came.")
    assert talks.window is not None
    assert talks.window.precision is Precision.VAGUE
    assert talks.window.start == date(2031, 3, 14)


def test_a_place_belongs_to_the_meeting_word_nearest_to_it() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            "2031-03-14",
            "Ruritania and Grandmark meet",
            "Ruritania and Grandmark ended talks on Wednesday without a date for a meeting of their"
            " leaders in Brobdir.",
        )
    )
    assert [t.city for t in talks] == [None]


def test_two_who_meet_are_the_track_whoever_else_is_spoken_of() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            "2031-03-14",
            "Greta Holm meets Lilliput's minister",
            "Greta Holm met Lilliput in Brobdir on Wednesday and said Ruritania had a new idea"
            " about the war.",
        )
    )
    assert "ruritania-grandmark" not in {t.track for t in talks}


def test_several_rounds_are_no_meeting() -> None:
    assert _none("2031-03-14", "Two rounds of talks between Ruritania and Grandmark brought little")
