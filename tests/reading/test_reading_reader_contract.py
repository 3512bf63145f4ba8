"""The contract's JSON: what goes in, what comes out, and what the database keeps."""

import json
from datetime import UTC, date, datetime, time

import pytest

from reading.contract import (
    ContractError,
    article_from_json,
    fact_from_dict,
    fact_to_dict,
    report_to_json,
)
from reading.facts import (
    DeadlineOp,
    DeadlineStatement,
    Figure,
    Item,
    Kind,
    Measure,
    Point,
    Precision,
    Qualifier,
    Report,
    RoundStatus,
    Stance,
    Strike,
    Talks,
    Weapon,
    Window,
)

NIGHT = Window(date(2025, 7, 20), date(2025, 7, 21))
STRIKE = Strike(
    attacker="Freedonia",
    target="Ruritania",
    window=NIGHT,
    places=("Zenda",),
    figures=(
        Figure(Measure.LAUNCHED, 450, 450, claimant="Ruritanian Air Force", span=(1, 9)),
        Figure(Measure.KILLED, 2, None, qualifier=Qualifier.AT_LEAST, span=(20, 30)),
    ),
)
TALKS = Talks(
    RoundStatus.ENDED,
    track="ruritania-freedonia",
    number=3,
    window=Window(date(2025, 7, 23), date(2025, 7, 23)),
    city="Strelsau",
    heads={"Freedonia": "Rufus Firefly"},
    duration_minutes=40,
    points=(
        Point(
            Item.PRISONER_EXCHANGE,
            Stance.AGREED,
            ("Ruritania", "Freedonia"),
            1200,
            True,
            hours=(24, 48),
        ),
    ),
)
DEADLINE = DeadlineStatement(
    DeadlineOp.SHORTEN,
    issuer="Çetin Işık",
    addressee=("Freedonia",),
    said_on=date(2025, 7, 28),
    window=Window(
        date(2025, 8, 7), date(2025, 8, 9), Precision.VAGUE, end_time=time(12), zone="UTC"
    ),
)


def test_an_article_line_becomes_an_article() -> None:
    article = article_from_json(
        {"id": 7, "title": "T", "text": "Words", "published": "2025-07-25T12:00:00+03:00"}
    )
    assert (article.id, article.published) == ("7", datetime(2025, 7, 25, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-07-25", datetime(2025, 7, 25, 12, tzinfo=UTC)),
        ("2025-07-25T08:00", datetime(2025, 7, 25, 8, tzinfo=UTC)),
        ("2025-07-25T08:00:00Z", datetime(2025, 7, 25, 8, tzinfo=UTC)),
        (None, None),
        ("", None),
    ],
)
def test_published_may_be_a_day_a_time_or_missing(
    written: str | None, read: datetime | None
) -> None:
    assert article_from_json({"id": "a", "published": written}).published == read


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ([], "JSON object"),
        ({}, "id is missing"),
        ({"id": ""}, "id is missing"),
        ({"id": True}, "id is missing"),
        ({"id": "a", "text": 5}, "text must be text"),
        ({"id": "a", "published": "last week"}, "write 2025-07-25"),
        ({"id": "a", "published": 1753430400}, "must be text"),
        ({"id": "a", "published": "0001-01-01T00:00:00+14:00"}, "out of range"),
    ],
)
def test_a_bad_line_is_told_what_to_change(line: object, complaint: str) -> None:
    with pytest.raises(ContractError, match=complaint):
        article_from_json(line)


def test_a_report_is_printed_by_the_contract() -> None:
    kinds = (Kind.TALKS, Kind.DEADLINE, Kind.STRIKE)
    report = Report("a1", "ruritania-freedonia", kinds, (TALKS,), (), (DEADLINE,), (STRIKE,), "en")
    line = json.loads(json.dumps(report_to_json(report)))
    assert line["kinds"] == ["talks", "deadline", "strike"]
    assert "points" not in line
    assert "problem" not in line
    talks, deadline, strike = line["talks"][0], line["deadlines"][0], line["strikes"][0]
    assert (talks["start"], talks["background"], talks["duration_minutes"]) == (
        "2025-07-23",
        False,
        40,
    )
    assert "end" not in talks
    assert "venue" not in talks
    assert talks["points"][0] == {
        "item": "prisoner_exchange",
        "stance": "agreed",
        "by": ["Ruritania", "Freedonia"],
        "count": 1200,
        "per_side": True,
        "hours": [24, 48],
        "span": [0, 0],
    }
    assert (deadline["start"], deadline["end"]) == ("2025-08-07", "2025-08-09")
    assert (deadline["precision"], deadline["end_time"], deadline["zone"]) == (
        "vague",
        "12:00",
        "UTC",
    )
    assert (strike["start"], strike["end"], strike["background"]) == (
        "2025-07-20",
        "2025-07-21",
        False,
    )
    assert strike["figures"] == [
        {
            "measure": "launched",
            "weapon": "any",
            "low": 450,
            "high": 450,
            "qualifier": "exact",
            "claimant": "Ruritanian Air Force",
            "span": [1, 9],
        },
        {"measure": "killed", "low": 2, "high": None, "qualifier": "at_least", "span": [20, 30]},
    ]


@pytest.mark.parametrize("fact", [STRIKE, TALKS, DEADLINE, Strike(), Talks(RoundStatus.ANNOUNCED)])
def test_a_stored_fact_comes_back_whole(fact: Strike | Talks | DeadlineStatement) -> None:
    assert fact_from_dict(json.loads(json.dumps(fact_to_dict(fact)))) == fact


def test_a_weapon_is_told_where_the_figure_counts_weapons() -> None:
    figure = Figure(Measure.SHOT_DOWN, 3, 3, Weapon.DRONE)
    line = report_to_json(Report("a", strikes=(Strike(figures=(figure,)),)))
    assert line["strikes"][0]["figures"][0]["weapon"] == "drone"


def test_a_stored_thing_of_no_known_kind_is_refused() -> None:
    with pytest.raises(ContractError, match="which it is"):
        fact_from_dict({"fact": "weather"})
