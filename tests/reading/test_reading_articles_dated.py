"""Whose words, whose day and whose deed a sentence tells, whatever stands beside it."""

from datetime import UTC, date, datetime

import pytest
from made_presets import MADE
from small_wars import RURITANIA, news

from reading.annotate import annotate
from reading.document import Document
from reading.facts import Article, Item, Measure, RoundStatus, Strike
from reading.points import read_points
from reading.preset import bundled_presets
from reading.strikes import read_strikes
from reading.talks import read_talks

FRIDAY = datetime(2025, 7, 25, 15, tzinfo=UTC)


def _document(title: str, *paragraphs: str) -> Document:
    return annotate(Article("a", title, "\n\n".join(paragraphs), FRIDAY), MADE)


def _strikes(title: str, *paragraphs: str) -> tuple[Strike, ...]:
    return read_strikes(_document(title, *paragraphs))


def _strikes_in(slug: str, title: str, *paragraphs: str) -> tuple[Strike, ...]:
    article = Article("a", title, "\n\n".join(paragraphs), FRIDAY)
    return read_strikes(annotate(article, bundled_presets()[slug]))


@pytest.mark.parametrize(
    "opening",
    [
        "STRELSAU, July 25 (Reuters) -",
        "STRELSAU/ZENDA, Jul. 25 -",
        "STRELSAU, 25 July —",
        "Strelsau, July 25 (RNA)",
    ],
)
def test_the_day_of_a_dateline_is_the_report_s(opening: str) -> None:
    document = _document("Freedonia bombs Zenda", f"{opening} Freedonia bombed Zenda, killing two.")
    assert document.sentences[1].times == ()


def test_the_day_in_a_strike_s_own_name_is_when_it_was_made() -> None:
    (strike,) = _strikes(
        "Freedonian strikes on Zenda kill six",
        "STRELSAU, July 25 (Reuters) - Freedonian strikes on Zenda killed six people, the deadliest"
        " raid since Freedonia began its campaign against the region on March 15.",
        "Freedonia's army said it carried out Thursday's strikes to cut a road.",
    )
    assert strike.window is not None
    assert (strike.window.start, strike.window.end) == (date(2025, 7, 24), date(2025, 7, 24))
    assert not strike.background


def test_what_the_first_missile_hit_dates_the_attack_that_is_told() -> None:
    (strike,) = _strikes_in(
        "sudan",
        "RSF attack on Kalogi kills nine",
        "A drone attack by the RSF on Kalogi killed nine people, officials said on Friday.",
        "The first missile struck a market on Wednesday evening, a doctor said.",
    )
    assert strike.window is not None
    assert strike.window.end == date(2025, 7, 23)


def test_what_was_fired_since_a_war_began_is_no_count_of_today_s_raid() -> None:
    told = _strikes(
        "Freedonian missiles hit Zenda",
        "Freedonian missiles wounded five people in Zenda on Friday.",
        "At least 639 people have been killed in Freedonia since the strikes began on July 2. In"
        " retaliation, Freedonia has fired 450 missiles. Most have been shot down, but 24 people"
        " have been killed in Ruritania.",
    )
    counts = [(f.measure, f.low) for strike in told for f in strike.figures]
    assert counts == [(Measure.INJURED, 5)]


@pytest.mark.parametrize("aside", ["meanwhile", "for its part", "in turn"])
def test_a_word_set_off_by_commas_parts_no_doer_from_his_deed(aside: str) -> None:
    told = _strikes_in(
        "iran-us",
        "Iranian missiles strike hospital in Beersheba",
        "Iranian missiles hit a hospital in Beersheba on Friday.",
        f"Israel, {aside}, carried out strikes on Isfahan.",
    )
    assert [strike.attacker for strike in told] == ["Iran", "Israel"]


def test_a_town_that_is_called_a_port_is_no_port() -> None:
    (strike,) = _strikes_in(
        "sudan",
        "RSF drones hit a school in Kalogi",
        "PORT SUDAN - RSF drones struck a school in Kalogi on Friday, killing two.",
    )
    assert strike.facilities == ("school",)


def test_he_is_the_spokesman_with_whom_the_last_sentence_opened() -> None:
    document = _document(
        "Freedonia says it downed drones",
        "Drones were seen over Firefly City, Freedonia's defence ministry said.",
        "Ruritania's military spokesman rejected the claim. He said Ruritanian forces had shot down"
        " 77 Freedonian drones.",
    )
    said = document.sentences[-1].attributions[0]
    assert (said.claimant, said.party) == ("Ruritania's military spokesman", "Ruritania")


def test_generals_who_declare_a_truce_are_not_both_sides() -> None:
    document = news(
        RURITANIA,
        "2025-07-25",
        "Ruritanian raid kills five in Tarlen, Grandmark says",
        "A raid killed five people in Tarlen, Grandmark said. The ruling generals declared a truce"
        " on April 2 so that aid could come in.",
    )
    assert not read_points(document)


def test_who_signed_days_before_the_news_is_named_with_the_signing() -> None:
    document = news(
        RURITANIA,
        "2025-07-25",
        "Ruritania takes a town days after deal signed in Brobdir",
        "Ruritanian troops entered Tarlen on Friday, less than a week after the presidents of"
        " Grandmark and Atlantis signed an accord in Brobdir meant to end the fighting.",
    )
    talks, points = read_talks(document)
    assert all(meeting.background for meeting in talks)
    told = [*points, *(point for meeting in talks for point in meeting.points)]
    signed = [point for point in told if point.item is Item.DOCUMENT]
    assert all("Ruritania" not in point.by for point in signed)


@pytest.mark.parametrize(
    "lead",
    [
        "Ruritania and Grandmark exchanged drone attacks overnight, leaving three people dead.",
        "Ruritanian and Grandmarker soldiers exchanged fire on Friday, killing two civilians.",
        "Ruritania and Grandmark traded artillery salvos; 12 soldiers were killed, they said.",
    ],
)
def test_fire_that_is_exchanged_hands_nobody_over(lead: str) -> None:
    document = news(RURITANIA, "2025-07-25", "Ruritania and Grandmark at war", lead)
    assert read_points(document) == ()


def test_a_power_s_raid_on_some_group_in_a_country_of_the_war_is_told() -> None:
    (strike,) = _strikes_in(
        "yemen",
        "Clashes in Yemen as Saudi-UAE tensions rise",
        "The Saudi-led coalition in Yemen carried out air strikes against a rival group backed by"
        " the United Arab Emirates.",
    )
    assert (strike.attacker, strike.target) == ("Saudi Arabia", None)


def test_barbs_that_are_traded_are_no_strikes() -> None:
    assert not _strikes("Border barbs", "Ruritania and Freedonia traded claims of new attacks.")


def test_dead_and_wounded_of_clashes_are_no_raid_s() -> None:
    told = _strikes(
        "Freedonian shells hit Zenda",
        "Freedonia shelled Zenda on Friday. Four people were killed and a dozen wounded in clashes"
        " near the town.",
    )
    assert not any(strike.figures for strike in told)


def test_who_denies_one_thing_and_tells_another_tells_it() -> None:
    told = _strikes(
        "Shells fall at the border",
        "Freedonia's army denied that it had fired first and said Ruritanian units had shelled"
        " Firefly City.",
    )
    assert [(strike.attacker, strike.disputed) for strike in told] == [("Ruritania", False)]


def test_a_day_of_the_clause_before_is_not_that_of_talks_which_followed() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            "2025-07-25",
            "Ruritanian raid kills ten",
            "A Ruritanian raid killed ten people, Grandmark said on Friday. Ruritania and"
            " Grandmark agreed on a ceasefire in Mildendo on June 19, but talks in Brobdir that"
            " followed failed to produce a lasting deal.",
        )
    )
    assert [(meeting.window, meeting.background) for meeting in talks] in ([], [(None, True)])


def test_who_is_to_meet_somewhere_for_a_round_holds_it_there() -> None:
    (meeting,) = read_talks(
        news(
            RURITANIA,
            "2025-07-25",
            "Ruritania, Grandmark to hold third round of talks",
            "Ministers of the two countries are to meet in Brobdir next week for a third round of"
            " talks on a treaty.",
        )
    )[0]
    assert meeting.city == "Brobdir"
    assert meeting.points == ()


def test_a_bomb_s_town_is_no_place_of_talks_and_hours_to_a_day_are_no_length() -> None:
    document = news(
        RURITANIA,
        "2025-07-23",
        "Ruritania and Grandmark hold talks in Brobdir",
        "Ruritania and Grandmark held talks in Brobdir on Wednesday. The talks took place a day"
        " after a bomb hit a block in Mildendo Bay. Raids went on during the talks, killing eight"
        " people in the 24 hours to Wednesday.",
    )
    (meeting,) = read_talks(document)[0]
    assert (meeting.city, meeting.duration_minutes) == ("Brobdir", None)


def test_who_met_whom_last_month_did_not_meet_on_the_day_behind_the_semicolon() -> None:
    document = news(
        RURITANIA,
        "2025-07-23",
        "Ruritania and Grandmark sign a text in Brobdir",
        "Ruritania and Grandmark signed a declaration in Brobdir on Wednesday to end the war."
        " Ada Mare of Atlantis met Rassendyll last month; her adviser attended the signing in"
        " Brobdir on Wednesday.",
    )
    days = [meeting.window.start for meeting in read_talks(document)[0] if meeting.window]
    assert days == [date(2025, 7, 23)]


def test_a_deal_announced_after_talks_and_a_meeting_agreed_for_a_day() -> None:
    document = news(
        RURITANIA,
        "2025-07-28",
        "Ruritania and Grandmark agree on a truce after talks in Brobdir",
        "Ruritania and Grandmark agreed on Monday on a ceasefire. Small of Lilliput announced the"
        " deal after hosting talks between Rassendyll and Holm in Brobdir. Both sides have agreed"
        " to a meeting of commanders at 7 a.m. on Tuesday, hosted by Ruritania.",
    )
    held, planned = read_talks(document)[0]
    assert (held.status, planned.status) == (RoundStatus.ENDED, RoundStatus.ANNOUNCED)
    assert planned.window is not None
    assert planned.window.start == date(2025, 7, 29)


def test_a_month_s_dead_are_no_raid_s_whatever_clause_counts_them() -> None:
    (strike,) = _strikes(
        "Freedonian attacks on Zenda",
        "GENEVA, 10 July 2025 - June saw the highest losses in three years, with 232 people killed"
        " and 1,343 injured, the mission said. In the night to Friday a Freedonian attack on Zenda"
        " killed two women.",
    )
    assert [(f.measure, f.low) for f in strike.figures] == [(Measure.KILLED, 2)]


def test_who_speaks_at_a_hospital_does_not_tell_that_it_was_struck() -> None:
    (strike,) = _strikes_in(
        "israel-hamas",
        "Israeli strikes kill 38 in Gaza",
        "An Israeli drone strike hit a tent in Al-Mawasi on Friday, killing five members of a"
        " family, a source at Nasser Hospital told reporters.",
    )
    assert "Nasser Hospital" not in strike.places
    assert strike.facilities == ()


def test_each_part_of_a_count_has_the_place_that_follows_it() -> None:
    (strike,) = _strikes(
        "Freedonian drones downed",
        "Air defences destroyed 30 Freedonian drones last night: 21 drones over Strelsau, nine over"
        " Zenda, the Ruritanian Air Force said.",
    )
    assert {(f.low, f.scope) for f in strike.figures} >= {(30, None), (21, "Strelsau")}


def test_talks_called_meaningless_after_a_raid_are_not_over() -> None:
    (meeting,) = read_talks(
        news(
            RURITANIA,
            "2025-06-14",
            'Ruritania says 6th round of talks with Grandmark "meaningless" after raids',
            "Ruritania's ministry said that dialogue with Grandmark made no sense. A sixth round of"
            " talks between Ruritania and Grandmark had been scheduled for Sunday in Brobdir. A"
            " minister of Lilliput said that the talks would not take place.",
        )
    )[0]
    assert meeting.status is RoundStatus.CANCELLED


def test_an_anniversary_s_day_is_not_that_of_the_raid_it_remembers() -> None:
    told = _strikes(
        "Strelsau marks three years since theatre bombing",
        "Survivors gathered on Friday to remember those who died when Freedonian aircraft bombed"
        " the theatre of Strelsau on July 25, 2022.",
    )
    assert [(s.window and s.window.end, s.background) for s in told] == [(date(2022, 7, 25), True)]


def test_an_award_for_an_old_accord_is_no_meeting_of_today() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            "2026-02-04",
            "Leaders of Ruritania and Grandmark win peace award",
            "Rassendyll and Holm received the award in Mildendo on Wednesday for the peace"
            " agreement that Ruritania and Grandmark initialled in Brobdir on August 8.",
        )
    )
    assert all(meeting.background for meeting in talks)


def test_what_one_side_downed_of_what_the_other_sent() -> None:
    (strike,) = _strikes(
        "Freedonian drones over Zenda",
        "Freedonia launched 82 drones at Ruritania, which downed 69, the air force said.",
    )
    assert {(f.measure, f.low) for f in strike.figures} == {
        (Measure.LAUNCHED, 82),
        (Measure.SHOT_DOWN, 69),
    }


def test_it_is_no_man_who_was_named() -> None:
    document = _document(
        "Freedonia kills Rudolf Rassendyll",
        "ZENDA, July 25 (Reuters) - The Freedonian military killed Rudolf Rassendyll in a strike on"
        " a car in Zenda on Friday, it said.",
    )
    assert document.sentences[1].attributions[0].party == "Freedonia"


def test_each_side_s_blow_falls_where_its_own_clause_says() -> None:
    told = _strikes("Freedonia fires rockets at Zenda, Ruritania strikes Firefly City")
    assert [(s.attacker, s.places) for s in told] == [
        ("Freedonia", ("Zenda",)),
        ("Ruritania", ("Firefly City",)),
    ]


def test_a_denial_further_on_makes_the_attack_a_claim() -> None:
    (strike,) = _strikes(
        "Freedonian drone hits reactor in Zenda",
        "A Freedonian drone hit a reactor in Zenda overnight, Rudolf Rassendyll said. Radiation was"
        " normal. Freedonia denied that it had done it.",
    )
    assert strike.disputed


@pytest.mark.parametrize(
    "title",
    [
        "Mare warns Ruritania, Grandmark: stop shooting or no trade deal before August 1",
        "Free all prisoners by noon Saturday, Mare tells Grandmark",
        'Mare tells Ruritania and Grandmark: "Stop the war by Friday"',
    ],
)
def test_what_somebody_is_told_to_do_is_not_done(title: str) -> None:
    points = read_points(news(RURITANIA, "2025-07-25", title))
    assert not points


def test_sixteen_of_33_who_came_home_so_far_are_not_33() -> None:
    points = read_points(
        news(
            RURITANIA,
            "2025-02-11",
            "Grandmark threatens to end truce",
            "Grandmark threatened to end the truce on Tuesday. Sixteen of 33 prisoners due in the"
            " first stage have been freed so far.",
        )
    )
    assert all(point.count != 33 for point in points)
