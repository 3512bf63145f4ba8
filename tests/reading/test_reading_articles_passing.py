"""What a story mentions in passing is no fact of its news: sums of a war, envoys' masters."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE
from small_wars import RURITANIA, news

from reading.annotate import annotate
from reading.deadlines import read_deadlines
from reading.facts import Article, Measure, RoundStatus, Stance, Strike, Talks
from reading.strikes import read_strikes
from reading.talks import read_talks

MONDAY = datetime(2025, 7, 21, 12, tzinfo=UTC)


def _strikes(title: str, *paragraphs: str) -> tuple[Strike, ...]:
    text = "\n\n".join(paragraphs)
    return read_strikes(annotate(Article("a", title, text, MONDAY), MADE))


def _counts(strikes: tuple[Strike, ...]) -> list[tuple[Measure, int]]:
    return [(figure.measure, figure.low) for strike in strikes for figure in strike.figures]


@pytest.mark.parametrize("deed", ["harbouring", "arming", "openly sheltering"])
def test_who_is_accused_of_helping_those_who_strike_has_not_struck(deed: str) -> None:
    told = _strikes(
        "Freedonia and Ruritania sign a truce",
        f"Ruritania accuses Freedonia of {deed} militants who stage attacks over the border.",
    )
    assert not any(strike.attacker == "Freedonia" for strike in told)


@pytest.mark.parametrize(
    "toll",
    [
        "The war has killed 205 people and injured at least 5,287, the health ministry said.",
        "In all 210 people have been killed at home since 13 June. In Freedonia 28 were killed.",
    ],
)
def test_a_war_s_dead_and_what_goes_on_with_them_are_no_strike_s(toll: str) -> None:
    told = _strikes(
        "Freedonian missiles hit Zenda",
        "Freedonian missiles killed four people in Zenda on Sunday night.",
        toll,
    )
    assert _counts(told) == [(Measure.KILLED, 4)]


def test_nuclear_sites_are_no_power_plants() -> None:
    (strike,) = _strikes("Freedonia bombs Zenda", "Freedonia struck nuclear sites near Zenda.")
    assert strike.facilities == ("nuclear site",)


def test_the_master_of_an_envoy_leads_no_delegation() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            "2031-03-14",
            "Ruritania and Grandmark sign in Zenda",
            "Ruritania and Grandmark held talks in Zenda on Friday. The paper was signed by Otto"
            " Brand, the high representative of Chancellor Greta Holm, and by Rudolf Rassendyll,"
            " who led the Ruritanian delegation.",
        )
    )
    assert talks[0].heads == {"Grandmark": "Otto Brand", "Ruritania": "Rudolf Rassendyll"}


def _talks(title: str, text: str) -> list[Talks]:
    return [
        t for t in read_talks(news(RURITANIA, "2031-03-14", title, text))[0] if not t.background
    ]


def test_an_envoy_who_tells_of_a_longer_truce_has_met_nobody() -> None:
    assert not _talks(
        "Warring sides of Ruritania and Grandmark extend truce by two months, Lilliput envoy says",
        "BROBDIR, March 14 - Ruritania and Grandmark have agreed to extend a truce for two more"
        " months, special envoy Golbasto Momaren said on Friday.",
    )


def test_a_meeting_of_two_days_in_a_row_lasts_both() -> None:
    (talks,) = _talks(
        "Ruritania and Grandmark hold talks",
        "Ruritania and Grandmark held talks on Wednesday and Thursday with Lilliput's mediation.",
    )
    assert talks.window is not None
    assert (talks.window.start.day, talks.window.end.day) == (12, 13)


@pytest.mark.parametrize(
    "rest",
    [
        "mediated by Flimnap Reldresal, a former treasurer of Lilliput.",
        "mediated by Flimnap Reldresal, Lilliput's former treasurer.",
        "their first since a Lilliput-brokered ceasefire stopped the war.",
    ],
)
def test_who_once_ruled_a_land_or_made_a_truce_does_not_mediate(rest: str) -> None:
    (talks,) = _talks(
        "Ruritania and Grandmark end talks",
        f"Ruritania and Grandmark ended talks in Brobdir on Friday, {rest}",
    )
    assert talks.mediators == ()


@pytest.mark.parametrize(
    "text",
    [
        "The parties agreed to disarm the northern forces within 30 days, the statement said.",
        "The warring sides agreed to disarm within 30 days.",
    ],
)
def test_what_both_undertake_by_a_day_is_set_by_neither(text: str) -> None:
    document = news(
        RURITANIA,
        "2031-03-14",
        "Ruritania and Grandmark agree to end war",
        'Ruritania and Grandmark agreed on Friday to stop fighting. "A new dawn," said Golbasto'
        f" Momaren.\n\n{text}",
    )
    (told,) = read_deadlines(document)
    assert (told.issuer, told.addressee, told.background) == (
        None,
        ("Ruritania", "Grandmark"),
        False,
    )


def test_a_truce_to_end_the_worst_fighting_has_no_end_of_its_own() -> None:
    text = (
        "Ruritania and Grandmark agreed to a ceasefire on Friday after talks to end the worst"
        " fighting in decades, but within hours explosions rang out."
    )
    assert not read_deadlines(
        news(RURITANIA, "2031-03-14", "Ruritania, Grandmark agree truce", text)
    )


def test_what_is_told_as_a_day_before_is_the_narrator_s() -> None:
    (strike,) = _strikes(
        "Freedonia strikes Zenda",
        "Ruritanian officials said they would not talk, a day after Freedonian missiles hit Zenda.",
    )
    assert strike.claimant is None


def test_talks_that_would_be_the_price_of_a_delay_are_not_held() -> None:
    assert not _talks(
        "Lilliput sets sanctions going",
        "Lilliput offered to delay the step if Ruritania lets monitors return, accounts for its"
        " stores and resumes talks with Grandmark.",
    )


def test_blasts_that_shook_a_town_date_the_attack_of_the_news() -> None:
    (strike,) = _strikes(
        "At least 40 killed in Freedonian strikes on Ruritania",
        "At least 40 people were killed in the attack, an official said.",
        "Explosions shook Strelsau for 90 minutes on Saturday.",
    )
    assert strike.window is not None
    assert strike.window.start.day == strike.window.end.day == 19


def test_what_was_agreed_after_talks_is_of_those_talks_and_not_of_the_next() -> None:
    told = _talks(
        "Ruritania, Grandmark agree in Brobdir to keep truce, meet again on 28 March",
        "Ruritania and Grandmark agreed to maintain a ceasefire after talks in Brobdir, Lilliput's"
        " foreign ministry said on Friday, adding that the two would meet again in the city on 28"
        " March.",
    )
    status = {talks.status: bool(talks.points) for talks in told}
    assert status == {RoundStatus.ENDED: True, RoundStatus.ANNOUNCED: False}


def test_what_is_to_follow_in_coming_days_is_not_when_they_met() -> None:
    (talks,) = _talks(
        "Ruritania and Grandmark hold first talks",
        "Ruritania and Grandmark agreed on Friday to exchange 100 prisoners each in the coming days"
        " at their first direct peace talks since 2027.",
    )
    assert talks.window is not None
    assert talks.window.end.day == 14


def test_what_a_side_and_an_outsider_settled_is_theirs() -> None:
    _, outside = read_talks(
        news(
            RURITANIA,
            "2031-03-14",
            "Ada Mare and Greta Holm say they are close to a deal",
            "Ada Mare of Atlantis and Greta Holm of Grandmark met on Friday. Holm said security"
            " guarantees had been agreed. Ruritania was not there.",
        )
    )
    talks = _talks(
        "Ada Mare and Greta Holm say they are close to a deal",
        "Ada Mare of Atlantis and Greta Holm of Grandmark met on Friday. Holm said security"
        " guarantees had been agreed. Ruritania was not there.",
    )
    points = [*outside, *(point for one in talks for point in one.points)]
    assert {point.by for point in points} == {("Atlantis", "Grandmark")}


def test_a_plan_that_one_side_accepts_is_no_deal_and_where_one_may_go_no_venue() -> None:
    document = news(
        RURITANIA,
        "2031-03-14",
        "Ruritania accepts truce plan; Grandmark says terms fall short",
        "Ruritania said it had accepted a ceasefire proposal. The plan foresees three phases. In"
        " the first, 33 hostages would be freed and Grandmark's troops would partly withdraw.",
    )
    talks, outside = read_talks(document)
    assert not any(point.stance is Stance.AGREED for point in outside)
    assert not talks


def test_all_of_a_list_mediate() -> None:
    (led,) = _talks(
        "Ruritania and Grandmark end talks",
        "Lilliput-led talks between Ruritania and Grandmark ended in Brobdir on Friday. The"
        " mediators also included the League and Atlantis.",
    )
    assert led.mediators == ("Lilliput", "the League", "Atlantis")


def test_terms_that_did_not_meet_demands_deny_no_strike() -> None:
    (strike,) = _strikes(
        "Freedonia presses on",
        "Freedonia said the terms did not meet its demands and pressed ahead with strikes on Zenda"
        " on Sunday.",
    )
    assert not strike.disputed


def test_where_somebody_goes_from_a_meeting_it_was_not_held() -> None:
    (talks,) = _talks(
        "Ruritania, Grandmark hold talks in Hentzau as Holm heads to Brobdir",
        "Ruritania and Grandmark held four hours of talks in Hentzau on Friday.",
    )
    assert talks.city != "Brobdir"


def test_who_studies_a_proposal_or_quits_a_deal_has_made_neither() -> None:
    for text in (
        "Ruritania said it was studying a new proposal for a truce with Grandmark.",
        "Ruritania said on Friday that it was ending its part in the grain deal, which expired.",
    ):
        _, points = read_talks(news(RURITANIA, "2031-03-14", "Ruritania speaks", text))
        assert not points


def test_months_given_in_some_month_end_on_no_day() -> None:
    document = news(
        RURITANIA,
        "2031-03-14",
        "Time runs out, Mare says",
        "Ada Mare of Atlantis, who in a letter in January had given Ruritania two months to sign a"
        " deal, said on Thursday that time was running out.",
    )
    assert not any(told.window for told in read_deadlines(document))


def test_those_who_were_meeting_when_they_were_struck_met_among_themselves() -> None:
    assert not _talks(
        "Ruritania strikes Grandmark's leaders in Brobdir",
        "Ruritania carried out an air strike on Friday on Grandmark's leaders, who were meeting in"
        " Brobdir to discuss an Atlantean truce proposal.",
    )
