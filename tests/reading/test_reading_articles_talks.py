"""What whole articles do to meetings: next rounds, hosts, earlier talks, other days."""

from datetime import date

from small_wars import RURITANIA, news

from reading.facts import RoundStatus, Talks
from reading.talks import read_talks

DAY = "2031-03-14"
"""A Friday."""


def _all(title: str, text: str) -> tuple[Talks, ...]:
    return read_talks(news(RURITANIA, DAY, title, text))[0]


def test_those_who_will_meet_again_have_met() -> None:
    talks = _all(
        "Ruritania and Grandmark hold first round of talks, will meet again",
        "BROBDIR, March 14 - Ruritania and Grandmark held their first round of indirect talks in"
        " Brobdir on Friday and agreed to meet again next week, both sides said.\n\n"
        "Rudolf Rassendyll and Atlantis's old friend, Greta Holm, led the delegations, which"
        " exchanged messages through Lilliput's Tom Small.",
    )
    main = next(one for one in talks if not one.background)
    assert (main.status, main.number, main.city) == (RoundStatus.ENDED, 1, "Brobdir")
    assert main.heads == {"Ruritania": "Rudolf Rassendyll", "Grandmark": "Greta Holm"}
    assert main.mediators == ("Lilliput",)


def test_talks_that_paused_until_their_next_day_were_held() -> None:
    talks = _all(
        "Truce talks paused in Brobdir",
        "Talks between Ruritania and Grandmark paused on Friday with negotiators to meet again"
        " next week, mediators said. Grandmark broke what was agreed with Atlantis in earlier"
        " talks, Michael Elphberg said.",
    )
    assert [(one.status, one.track) for one in talks] == [
        (RoundStatus.ENDED, "ruritania-grandmark")
    ]


def test_the_head_of_a_body_sends_no_meeting_into_the_future() -> None:
    talks = _all(
        "Two die on the border",
        "Two men died. Greta Holm met Ada Mare, the head of the Atlantean fleet, in"
        " Brobdir on Thursday.",
    )
    assert [one.window and one.window.start for one in talks] == [date(2031, 3, 13)]
    assert talks[0].status is RoundStatus.ENDED


def test_a_day_before_another_deed_is_not_the_meetings() -> None:
    talks = _all(
        "Mare to visit Ruritania",
        "Ada Mare is to travel to Zenda on Saturday and will meet Otto Brand on Monday.",
    )
    assert [one.window and one.window.start for one in talks] == [date(2031, 3, 17)]


def test_the_day_of_an_attack_is_not_the_meetings() -> None:
    talks = _all(
        "Ruritania and Grandmark agree on first phase of plan",
        "Ruritania and Grandmark have agreed to a first phase, Ada Mare announced late Thursday,"
        " after three days of indirect talks in Brobdir.\n\n"
        "Otto Brand, whom Ruritania tried to kill in a strike on Tarlen on February 9, led one"
        " team at the talks.",
    )
    assert [one.window and one.window.end for one in talks] == [date(2031, 3, 13)]


def test_hosts_of_another_round_mediate_nothing_here() -> None:
    talks = _all(
        "Rassendyll meets Holm",
        "Rudolf Rassendyll met Greta Holm in Brobdir on Friday.\n\nA round of talks that Atlantis"
        " was to host in January was called off.",
    )
    assert [one.mediators for one in talks if not one.background] == [()]


def test_beyond_a_semicolon_is_other_news() -> None:
    talks = _all(
        "Atlantean envoy meets Greta Holm in Brobdir; Rassendyll to decide in weeks",
        "Ada Mare met Greta Holm in Brobdir on Friday.",
    )
    assert [one.track for one in talks] == ["atlantis-grandmark"]


def test_who_leads_the_experts_does_not_head_the_team() -> None:
    talks = _all(
        "Ruritania and Grandmark end talks in Brobdir",
        "Rudolf Rassendyll and Greta Holm met in Brobdir on Friday.\n\nOtto Brand led the technical"
        " team.",
    )
    assert [one.heads.get("Grandmark") for one in talks] == ["Greta Holm"]


def test_whom_one_side_would_like_to_meet_has_not_sat_at_the_table() -> None:
    talks = _all(
        "Holm: 40 prisoners in new exchange, Grandmark proposes leaders' meeting",
        "Grandmark has proposed to Ruritania a meeting of the leaders by the end of April with the"
        " participation of the presidents of Lilliput and Atlantis, Greta Holm said after the talks"
        " in Brobdir on Thursday.",
    )
    held = [one for one in talks if one.status is RoundStatus.ENDED]
    assert [(one.track, one.city) for one in held] == [("ruritania-grandmark", "Brobdir")]
