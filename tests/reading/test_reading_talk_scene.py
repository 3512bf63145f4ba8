"""Meetings that title and lead tell between them, in the short words of headlines and briefs."""

import pytest
from small_wars import RURITANIA, news

from reading.facts import RoundStatus, Talks
from reading.preset import parse_preset
from reading.talks import read_talks

FRIDAY = "2031-03-14"
ENDED, UNDER_WAY = RoundStatus.ENDED, RoundStatus.UNDER_WAY
ANNOUNCED, POSTPONED = RoundStatus.ANNOUNCED, RoundStatus.POSTPONED
CANCELLED = RoundStatus.CANCELLED


def _talks(title: str, text: str = "") -> list[Talks]:
    found, _ = read_talks(news(RURITANIA, FRIDAY, title, text))
    return [one for one in found if not one.background]


@pytest.mark.parametrize(
    ("title", "text", "status", "day", "city"),
    [
        # The pair stands in one sentence, the place or the day in the other.
        (
            "Brobdir: second day begins",
            (
                "Ruritanian and Grandmark envoys are in separate rooms of a hotel, mediators said"
                " on Friday."
            ),
            UNDER_WAY,
            "2031-03-14",
            "Brobdir",
        ),
        (
            "Brobdir session two is over",
            "The Ruritanian and Grandmark teams left the lake on Thursday evening.",
            ENDED,
            "2031-03-13",
            "Brobdir",
        ),
        (
            "Ruritania, Grandmark go home with one joint text",
            "Ten days of closed-door bargaining in Brobdir finished on Thursday.",
            ENDED,
            "2031-03-13",
            "Brobdir",
        ),
        (
            "Lilliput minister: Saturday's Brobdir round will not now take place",
            "She gave no reason, but the move follows Grandmark's attack on Ruritanian sites.",
            CANCELLED,
            "2031-03-15",
            "Brobdir",
        ),
        (
            "Trilateral moves to Tuesday",
            (
                "Rassendyll said that the next three-way meeting, which had been expected on"
                " Saturday, would be held in Brobdir on March 18 instead."
            ),
            ANNOUNCED,
            "2031-03-18",
            "Brobdir",
        ),
        (
            "No results from Brobdir session on brigades, says state TV",
            "A team led by Greta Holm had come to the city on Thursday.",
            ENDED,
            "2031-03-13",
            "Brobdir",
        ),
        (
            "Ruritania, Grandmark: first Lilliputian round, one joint text",
            "Three weeks of closed-door bargaining in Brobdir finished on Thursday.",
            ENDED,
            "2031-03-13",
            "Brobdir",
        ),
        # Other nouns for a meeting.
        (
            "Holm and Rassendyll end tete-a-tete in Brobdir",
            "Thursday's encounter lasted an hour.",
            ENDED,
            "2031-03-13",
            "Brobdir",
        ),
        (
            "Ruritanians, Grandmarkers in Brobdir for parley on Saturday",
            "",
            ANNOUNCED,
            "2031-03-15",
            "Brobdir",
        ),
        (
            "Border commission of Ruritania and Grandmark sits on Saturday",
            "Only its officers will attend in Brobdir, mediators said.",
            ANNOUNCED,
            "2031-03-15",
            "Brobdir",
        ),
        # What becomes of it.
        (
            "Ruritania-Grandmark huddle slips to Monday",
            "Envoys had been due in Brobdir on Friday.",
            POSTPONED,
            "2031-03-17",
            None,
        ),
        (
            "Brobdir off: Grandmark backs out of meeting with Ruritania on Saturday",
            "",
            CANCELLED,
            "2031-03-15",
            "Brobdir",
        ),
        (
            "Ruritania-Grandmark bilateral that wasn't",
            (
                "Greta Holm and Rudolf Rassendyll had been due to see each other in Brobdir on"
                " March 13."
            ),
            CANCELLED,
            "2031-03-13",
            "Brobdir",
        ),
        # What the delegates do.
        (
            "Messages go back and forth in Brobdir",
            (
                "Mediators ferried proposals between Otto Brand and Rudolf Rassendyll on Thursday;"
                " both men have since flown out."
            ),
            ENDED,
            "2031-03-13",
            "Brobdir",
        ),
        # Only the outcome is told of it.
        (
            "Grandmark and Ruritania agree on swap of captives",
            (
                "The two sides will hand over 40 men each, mediators said on Thursday after a"
                " session of the truce committee in Brobdir attended by Ruritania and Grandmark."
            ),
            ENDED,
            "2031-03-13",
            "Brobdir",
        ),
    ],
)
def test_title_and_lead_tell_one_meeting(
    title: str, text: str, status: RoundStatus, day: str, city: str | None
) -> None:
    (one,) = _talks(title, text)
    assert one.status is status
    assert one.window is not None
    assert one.window.start.isoformat() == day
    assert one.city == city


@pytest.mark.parametrize(
    ("title", "text", "city"),
    [
        ("Ruritania, Grandmark put off Brobdir truce talks", "", "Brobdir"),
        ("Brobdir to host third Ruritania-Grandmark round on Saturday", "", "Brobdir"),
        ("Brobdir: Ruritania and Grandmark end talks", "Envoys spoke of progress.", "Brobdir"),
        ("Ruritania and Grandmark meet again", "Both teams sat in a Brobdir villa.", "Brobdir"),
        (
            "Ruritania and Grandmark end talks",
            "Their envoys parted on Thursday at a Brobdir hotel without a text.",
            "Brobdir",
        ),
    ],
)
def test_the_city_is_told_by_how_it_is_printed(title: str, text: str, city: str) -> None:
    (one,) = _talks(title, text)
    assert one.city == city


@pytest.mark.parametrize(
    ("title", "text", "status"),
    [
        # A body in which both sides sit, though but one of them is named.
        (
            "Grandmark cancels March 18 regional border committee",
            "A mine had gone off.",
            CANCELLED,
        ),
        ("Truce supervision panel of Ruritania to reconvene in Brobdir on Monday", "", ANNOUNCED),
        # Who speaks before the colon of a headline does not meet.
        (
            "Lilliput FM: Saturday's Brobdir round 'will not now take place'",
            "He gave no reason for it, said Ruritania.",
            CANCELLED,
        ),
        # Absence is no cancellation where the others have begun.
        (
            "Ruritania-Grandmark talks get going in Brobdir",
            "One of the generals failed to show up for the opening on Friday.",
            UNDER_WAY,
        ),
    ],
)
def test_one_side_and_the_right_words_are_enough(
    title: str, text: str, status: RoundStatus
) -> None:
    (one,) = _talks(title, text)
    assert one.status is status


def test_a_weekday_most_of_a_week_back_lies_ahead_where_nobody_says_it_was_held() -> None:
    (one,) = _talks("Ruritania, Grandmark envoys in Brobdir for parley on Sunday")
    assert one.window is not None
    assert (one.status, one.window.start.isoformat()) == (ANNOUNCED, "2031-03-16")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Could envoys of Ruritania and Grandmark share one room in Brobdir?",
            "Diplomats say so.",
        ),
        (
            "Mortar round kills farmer near Zenda",
            "Greta Holm said Ruritanian soldiers fired it on Thursday.",
        ),
        (
            "Ruritania and Grandmark trade barbs",
            "Greta Holm and Rudolf Rassendyll said on Thursday in Brobdir that the other lies.",
        ),
        (
            "Security Council to meet on Ruritania and Grandmark",
            (
                "Envoys face each other at an emergency session of the UN Security Council in"
                " Brobdir on Friday."
            ),
        ),
        (
            "Holm names new chief of staff",
            (
                "The head of Grandmark picked Otto Brand on Thursday as negotiations with Ruritania"
                " continue."
            ),
        ),
        (
            "Holm in Brobdir, but no bilateral",
            "Foreign ministers met on Thursday; Ruritania's greeted Grandmark's and no more.",
        ),
        (
            "Exports to Ruritania grow",
            "Traders of Grandmark and Ruritania sat down at the table in Brobdir on Thursday.",
        ),
        (
            "Drones strike Zenda",
            "Ruritania's envoys and Grandmark's are at the same table in Brobdir on Friday.",
        ),
    ],
)
def test_what_title_and_lead_only_speak_of_is_no_meeting(title: str, text: str) -> None:
    assert not _talks(title, text)


def test_who_must_negotiate_has_not_met() -> None:
    text = "Both Ruritania and Grandmark must negotiate a ceasefire, an envoy said on Wednesday."
    talks, _ = read_talks(news(RURITANIA, "2031-03-14", "Deal must be done by May", text))
    assert not [one for one in talks if not one.background]


def test_the_day_a_truce_began_is_not_the_day_the_talks_did() -> None:
    found = _talks(
        "Ruritania and Grandmark extend truce",
        "Talks between Ruritania and Grandmark begin in Brobdir. The truce began on Wednesday"
        " at 1300 GMT.",
    )
    assert [(t.status, t.window.end.day) for t in found if t.window] == [(UNDER_WAY, 14)]


def test_a_side_told_to_leave_by_a_day_is_not_on_its_way_to_talks() -> None:
    assert not _talks(
        "Mare mum on deadline",
        "Otto Brand let a Friday deadline set by Ada Mare for him to leave the country with his"
        " family pass, three officials said on Monday.",
    )


def test_a_capital_that_stands_for_its_land_is_where_the_summit_was_to_be() -> None:
    capital = parse_preset(
        {
            "slug": "capital",
            "name": "capital",
            "parties": [{"name": "Ruritania"}, {"name": "Grandmark"}],
            "third_parties": [
                {"name": "Atlantis"},
                {"name": "Lilliput", "aliases": ["Mildendo"]},
            ],
            "places": [{"name": "Mildendo", "party": "Lilliput"}],
            "tracks": [{"slug": "atlantis-grandmark", "parties": ["Atlantis", "Grandmark"]}],
        },
        "capital",
    )
    title = "Atlantis shelves Mildendo summit with Grandmark"
    (meeting,), _ = read_talks(news(capital, "2031-03-14", title, "No date had been set."))
    assert (meeting.status, meeting.city) == (CANCELLED, "Mildendo")
    assert meeting.track == "atlantis-grandmark"
