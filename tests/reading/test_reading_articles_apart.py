"""What long articles set side by side and the reader keeps apart: namesakes, hosts, lengths."""

from datetime import UTC, date, datetime

import pytest
from made_presets import MADE
from small_wars import RURITANIA, news

from reading.annotate import annotate
from reading.document import NameKind
from reading.facts import Article, Item, Point, Stance, Strike, Talks
from reading.points import read_points
from reading.strikes import read_strikes
from reading.talks import read_talks

DAY = "2031-03-14"
"""A Friday."""


def _points(text: str) -> tuple[Point, ...]:
    return read_points(news(RURITANIA, DAY, "News of the border", text))


def _talks(title: str, text: str) -> Talks:
    return next(t for t in read_talks(news(RURITANIA, DAY, title, text))[0] if not t.background)


def _strikes(*paragraphs: str) -> tuple[Strike, ...]:
    now = datetime(2025, 7, 21, 12, tzinfo=UTC)
    text = "\n\n".join(paragraphs)
    return read_strikes(annotate(Article("a", "Fire on the border", text, now), MADE))


@pytest.mark.parametrize(
    ("name", "people"),
    [("Foreign Minister Greta Holm", 1), ("Foreign Minister Boris Holm", 0), ("Minister Holm", 1)],
)
def test_a_minister_with_another_first_name_is_another(name: str, people: int) -> None:
    document = news(RURITANIA, DAY, "News", f"Grandmarker {name} spoke on Friday.")
    found = [n for s in document.sentences for n in s.names if n.kind is NameKind.PERSON]
    assert len(found) == people


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Ruritania and Grandmark agreed to a ceasefire after five days of fighting.", None),
        ("Ruritania and Grandmark agreed to a truce, ending four days of strikes.", None),
        ("Ruritania and Grandmark agreed to a truce of three days.", (72, 72)),
    ],
)
def test_the_length_of_the_fighting_is_not_the_truces(
    text: str, hours: tuple[int, int] | None
) -> None:
    assert [p.hours for p in _points(text)] == [hours]


def test_the_dead_given_back_are_no_prisoners() -> None:
    points = _points(
        "Ruritania and Grandmark agreed to exchange more prisoners and to return the bodies of"
        " 12,000 dead soldiers."
    )
    assert {p.item: p.count for p in points} == {
        Item.PRISONER_EXCHANGE: None,
        Item.BODY_RETURN: 12000,
    }


def test_who_gave_a_list_also_asked() -> None:
    points = _points(
        "The Grandmarker delegation handed the Ruritanians a paper and asked for a ceasefire."
    )
    asked = [p.by for p in points if p.item is Item.CEASEFIRE]
    assert asked == [("Grandmark",)]
    assert all(p.stance is not Stance.AGREED for p in points)


def test_who_offers_or_will_host_another_meeting_mediates_none() -> None:
    told = _talks(
        "Ruritania and Grandmark hold truce talks",
        "Ruritania and Grandmark held truce talks in Brobdir on Friday.\n\nAtlantis offered to"
        " host talks. Ada Mare of Atlantis will host both ministers on Monday.",
    )
    assert told.mediators == ()


def test_a_year_of_another_clause_makes_no_talks_old() -> None:
    told = _talks(
        "Ruritania and Grandmark agree truce",
        "Ruritania and Grandmark agreed to a truce during talks in Brobdir on Thursday, after the"
        " worst clashes since the Reds seized power in 2021.",
    )
    assert (told.city, told.window and told.window.start) == ("Brobdir", date(2031, 3, 13))


def test_two_days_of_calls_are_no_meetings_length() -> None:
    told = _talks(
        "Ruritania and Grandmark hold talks",
        "Ruritania and Grandmark held talks in Brobdir on Friday. Envoys had spent 48 hours"
        " talking to both.",
    )
    assert told.duration_minutes is None


def test_outsiders_talks_elsewhere_are_their_own() -> None:
    filler = "Officials in both capitals said schools and roads near the border would be open."
    told = read_talks(
        news(
            RURITANIA,
            DAY,
            "Ruritania and Grandmark agree truce",
            "Ruritania and Grandmark agreed on a truce on Friday after talks.\n\n"
            + f"{filler}\n\n" * 5
            + "Tom Small of Lilliput held talks in Mildendo Bay on March 3 and left.",
        )
    )[0]
    assert [talks.city for talks in told] == [None]


def test_the_sums_of_days_of_fighting_are_no_raids() -> None:
    told = _strikes(
        "Freedonian troops fired at Zenda on Monday, after five days of combat that has killed at"
        " least 36 people.",
        "Ruritania said more had died, taking its military death toll to 404.",
    )
    assert [f.low for s in told for f in s.figures] == []


def test_a_day_since_which_somebody_rules_is_no_attacks() -> None:
    told = _strikes(
        "Freedonian drones have hit Zenda, where rebels hold the town since the coup of July 1."
    )
    assert all(s.window is None or s.window.start != date(2025, 7, 1) for s in told)


@pytest.mark.parametrize(
    ("lead", "rest", "count", "day"),
    [
        pytest.param(
            "Freedonia fired missiles at Zenda on Monday.",
            "The war began on Wednesday when Freedonia struck nine sites in Strelsau. Ruritania"
            " said 31 people were killed in that attack.",
            31,
            date(2025, 7, 16),
            id="the dead of that attack",
        ),
        pytest.param(
            "Freedonia fired 40 missiles at Zenda on Monday.",
            "It was the second blow to the town: on Saturday a barrage of 250 drones hit Zenda.",
            250,
            date(2025, 7, 19),
            id="a barrage of another day",
        ),
    ],
)
def test_an_attack_told_after_the_news_keeps_its_own_numbers(
    lead: str, rest: str, count: int, day: date
) -> None:
    told = _strikes(lead, rest)
    days = {s.window.start for s in told if s.window and any(f.low == count for f in s.figures)}
    assert days == {day}


def test_officials_of_one_town_do_not_speak_for_the_next() -> None:
    told = _strikes(
        "Freedonian drones hit Ruritania on Monday. Four people died in Zenda, mayor Hans Sapt"
        " said. In Strelsau, a man died when a drone hit a house."
    )
    claims = [f.claimant for s in told for f in s.figures if f.scope == "Strelsau"]
    assert claims == [None]


def test_what_one_side_offers_beside_a_deal_is_not_agreed() -> None:
    points = _points(
        "The negotiators agreed to exchange 1,200 prisoners from each side, and Grandmark had"
        " offered to hand over another 3,000 Ruritanian bodies."
    )
    told = {p.item: (p.stance, p.count, p.per_side) for p in points}
    assert told == {
        Item.PRISONER_EXCHANGE: (Stance.AGREED, 1200, True),
        Item.BODY_RETURN: (Stance.OFFERED, 3000, None),
    }


def test_up_to_a_hundred_is_no_count() -> None:
    points = _points("Grandmark is ready to hand over the bodies of up to 100 soldiers.")
    assert [(p.item, p.count) for p in points] == [(Item.BODY_RETURN, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The move by Ruritania and Grandmark could open the way to further talks, analysts said.",
        "The League's council agreed to meet on Saturday at the request of Atlantis.",
    ],
)
def test_a_meeting_hoped_for_or_of_outsiders_is_not_agreed(text: str) -> None:
    assert [p for p in _points(text) if p.stance is Stance.AGREED] == []


def test_other_harm_has_a_place_of_its_own() -> None:
    told = _strikes(
        "Freedonian drones struck Ruritania on Monday, killing at least one person and leaving half"
        " a million without heat in Zenda."
    )
    assert [f.scope for s in told for f in s.figures if f.measure.value == "killed"] == [None]


def test_a_gun_battle_with_militants_is_no_attack_of_the_war() -> None:
    assert _strikes("Four militants were killed on Sunday in a gun battle near Zenda.") == ()


def test_shortly_after_midnight_on_a_day_is_that_day() -> None:
    told = _strikes("Freedonian drones struck Zenda shortly after midnight on Saturday.")
    assert [s.window.start for s in told if s.window] == [date(2025, 7, 19)]


def test_some_of_the_drones_are_of_the_attack_just_told() -> None:
    told = _strikes(
        "Ruritania and Freedonia met on Monday. Hours after the talks ended, Freedonian drones"
        " struck Strelsau.",
        "On Saturday, Freedonia had attacked Zenda with 426 drones. Ruritania said it shot down 224"
        " of the drones.",
    )
    sums = [sorted(f.low for f in s.figures) for s in told if s.figures]
    assert sums == [[224, 426]]
