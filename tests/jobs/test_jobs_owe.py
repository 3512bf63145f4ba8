"""What is owed and what is not: cards for news only, milestones once and in time, no floods."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from db.outbox import Owed
from jobs.announce import deadline_posts, round_posts
from jobs.countdown import MILESTONES, milestones
from jobs.digest import last_digest_hour
from reading.events import (
    Corroboration,
    DeadlineStatus,
    DeadlineStep,
    DeadlineThread,
    RoundEvent,
    Said,
    Source,
)
from reading.facts import DeadlineOp, DeadlineStatement, Precision, RoundStatus, Window

NOW = datetime(2025, 7, 24, 9, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=90)


def source(hours_ago: float = 1, **marks: bool) -> Source:
    published = NOW - timedelta(hours=hours_ago)
    return Source("1", "Post", "T", "https://a.example", published, "Post", None, **marks)


def a_round(
    status: RoundStatus = RoundStatus.ENDED,
    day: date | None = date(2025, 7, 23),
    sources: tuple[Source, ...] = (),
) -> RoundEvent:
    window = Window(day, day) if day else None
    return RoundEvent(
        "c", status, "a-b", 3, window, "Istanbul", None, {}, (), None, (),
        Corroboration.SINGLE, sources or (source(),), ("m",),
    )  # fmt: skip


def keys(owed: Iterator[Owed]) -> list[str]:
    return [post.key for post in owed]


def test_a_round_that_has_ended_gets_its_card() -> None:
    assert keys(round_posts(5, a_round(), LONG_AGO, NOW)) == ["round:5:ended"]


def test_a_round_ahead_gets_another() -> None:
    ahead = a_round(RoundStatus.ANNOUNCED, date(2025, 7, 26))
    assert keys(round_posts(5, ahead, LONG_AGO, NOW)) == ["round:5:announced"]


@pytest.mark.parametrize(
    "event",
    [
        a_round(day=date(2025, 7, 16)),
        a_round(RoundStatus.ANNOUNCED, date(2025, 7, 20)),
        a_round(sources=(source(reference=True),)),
        a_round(sources=(source(baseline=True),)),
        a_round(sources=(source(background=True),)),
        a_round(sources=(source(hours_ago=72),)),
    ],
    ids=["ended long ago", "date passed", "history", "first poll", "only recalled", "old report"],
)
def test_what_is_no_news_gets_none(event: RoundEvent) -> None:
    assert keys(round_posts(5, event, LONG_AGO, NOW)) == []


def test_a_meeting_known_from_one_headline_is_only_listed() -> None:
    bare = replace(a_round(), number=None)
    assert keys(round_posts(5, bare, LONG_AGO, NOW)) == []
    for known in (
        replace(bare, heads={"A": "Nora North"}),
        replace(bare, sources=(source(), replace(source(), origin="Other"))),
    ):
        assert keys(round_posts(5, known, LONG_AGO, NOW)) == ["round:5:ended"]


def test_a_round_is_posted_once_it_has_a_track_and_a_day_or_a_place() -> None:
    ahead = a_round(RoundStatus.ANNOUNCED, date(2025, 7, 26))
    assert keys(round_posts(5, replace(ahead, track=None), LONG_AGO, NOW)) == []
    assert keys(round_posts(5, replace(ahead, window=None, city=None), LONG_AGO, NOW)) == []
    assert keys(round_posts(5, replace(ahead, city=None), LONG_AGO, NOW)) != []


def test_what_was_reported_before_the_follow_gets_none() -> None:
    assert keys(round_posts(5, a_round(), NOW, NOW)) == []


def a_step(op: DeadlineOp, window: Window | None, days_ago: float = 0) -> DeadlineStep:
    said_on = NOW - timedelta(days=days_ago, hours=1)
    said = Said(DeadlineStatement(op), None, source(days_ago * 24 + 1), (0, 1), "s")
    return DeadlineStep(op, "Trump", said_on, window, (), Corroboration.SINGLE, (said,))


def a_thread(
    *steps: DeadlineStep, status: DeadlineStatus = DeadlineStatus.OPEN, window: Window | None = None
) -> DeadlineThread:
    current = window or next((s.window for s in reversed(steps) if s.window), None)
    return DeadlineThread("c", status, "Trump", (), None, None, current, steps, (), ("m",))


AUG_8 = Window(date(2025, 8, 8), date(2025, 8, 8))


def test_each_move_gets_one_card_however_many_report_it() -> None:
    thread = a_thread(
        a_step(DeadlineOp.ISSUE, Window(date(2025, 9, 2), date(2025, 9, 2)), days_ago=10),
        a_step(DeadlineOp.SHORTEN, Window(date(2025, 8, 7), date(2025, 8, 9))),
        a_step(DeadlineOp.CONFIRM, Window(date(2025, 8, 7), date(2025, 8, 9))),
    )
    found = keys(deadline_posts(2, thread, LONG_AGO, NOW))
    assert found == ["deadline:2:shorten:2025-08-07:2025-08-09"]


def test_an_end_is_told() -> None:
    thread = a_thread(a_step(DeadlineOp.OVERTAKE, None), status=DeadlineStatus.OVERTAKEN)
    assert keys(deadline_posts(2, thread, LONG_AGO, NOW)) == ["deadline:2:overtake"]


def test_every_milestone_comes_once_and_in_order() -> None:
    thread = a_thread(a_step(DeadlineOp.ISSUE, AUG_8, days_ago=60))
    found: list[str] = []
    moment = NOW - timedelta(days=30)
    while moment < datetime(2025, 8, 9, tzinfo=UTC):
        for key in keys(milestones(2, thread, LONG_AGO, moment)):
            if key not in found:
                found.append(key)
        moment += timedelta(minutes=30)
    assert found == [f"deadline:2:{words}:2025-08-08" for _, words in MILESTONES]


def test_after_an_outage_only_the_newest_milestone_is_owed() -> None:
    thread = a_thread(a_step(DeadlineOp.ISSUE, AUG_8, days_ago=60))
    back = datetime(2025, 8, 8, 1, tzinfo=UTC)
    assert keys(milestones(2, thread, LONG_AGO, back)) == ["deadline:2:1 day:2025-08-08"]


def test_a_deadline_set_for_tomorrow_owes_no_milestone_of_last_week() -> None:
    thread = a_thread(a_step(DeadlineOp.ISSUE, Window(NOW.date(), NOW.date() + timedelta(days=2))))
    assert keys(milestones(2, thread, LONG_AGO, NOW)) == []


def test_a_vague_window_is_not_counted_down() -> None:
    vague = Window(date(2025, 7, 24), date(2025, 7, 27), Precision.VAGUE)
    thread = a_thread(a_step(DeadlineOp.ISSUE, vague, days_ago=5), window=vague)
    assert keys(milestones(2, thread, LONG_AGO, NOW)) == []


def test_a_deadline_that_ended_is_not_counted_down() -> None:
    thread = a_thread(a_step(DeadlineOp.ISSUE, AUG_8, days_ago=60), status=DeadlineStatus.OVERTAKEN)
    at = datetime(2025, 8, 8, tzinfo=UTC)
    assert keys(milestones(2, thread, LONG_AGO, at)) == []


def test_a_deadline_that_passes_in_silence_is_told_once() -> None:
    thread = a_thread(a_step(DeadlineOp.ISSUE, AUG_8, days_ago=60))
    after = datetime(2025, 8, 9, 0, 30, tzinfo=UTC)
    assert keys(milestones(2, thread, LONG_AGO, after)) == ["deadline:2:passed:2025-08-08"]
    assert keys(milestones(2, thread, LONG_AGO, after + timedelta(days=2))) == []


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2025-07-24T09:00+00:00", "2025-07-24T06:00+00:00"),
        ("2025-07-24T05:59+00:00", "2025-07-23T06:00+00:00"),
        ("2025-10-26T12:00+00:00", "2025-10-26T07:00+00:00"),
    ],
)
def test_the_digest_hour_follows_the_zone_and_its_summer_time(now: str, expected: str) -> None:
    found = last_digest_hour(datetime.fromisoformat(now), 9, "Europe/Kyiv")
    assert found == datetime.fromisoformat(expected)
