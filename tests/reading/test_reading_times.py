"""Time expressions as news prints them: what each means, and what is none."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading import times
from reading.document import TimeExpression, TimeKind
from reading.facts import Precision

# Day of publication, kind, days meant, and the text with the expression in brackets.
TABLE = """
# dates in every order
2025-07-25 date 2025-05-16 The first round was on [May 16].
2025-07-25 date 2025-05-16 They met on [16 May 2025] in the city.
2025-08-03 date 2025-07-28 They met on [the 28th of July].
2025-08-03 date 2025-07-28 It was signed on [2025-07-28 at noon].
2025-08-03 date 2025-07-28 It was signed on [28.07.2025] there.
2025-07-25 date 2025-07-28 Talks reopen on [the 28th].
2025-12-30 date 2026-01-04 They resume [Jan. 4], he said.
2026-01-06 date 2025-04-01 A pact of [April 1] provided for it.
2026-01-06 date 2026-04-01 They will meet on [April 1].
2026-01-03 date 2025-12-28 The raid of [December 28] killed four.
2025-07-25 date 2025-07-23 On [Wednesday, July 23], they met.
2025-07-25 date 2025-07-23 On [Wednesday (23 July]) they met.
2025-09-10 date 2025-09-07 The [7 September] attack burned it.
# weekdays by tense
2025-07-25 date 2025-07-28 The envoy arrives; they will meet on [Monday].
2025-07-25 date 2025-07-21 He said on [Monday] that they will meet.
2025-07-25 date 2025-07-31 Talks are scheduled for [Thursday].
2025-07-25 date 2025-07-25 [Friday's] attack killed five.
2025-07-30 date 2025-07-25 The attack [last Friday] killed five.
2025-07-25 date 2025-07-29 The sides expect to meet [next Tuesday].
2025-07-25 date 2025-07-28 [Monday's] meeting will be in Doha.
2025-07-25 date 2025-07-22 Sirens sounded [early on Tuesday].
2025-07-25 date 2025-07-14 It was struck on [Monday of last week].
# one moment told twice
2023-05-20 date 2023-05-22 It takes effect at [9:45 p.m. (1945 GMT) on Monday].
2023-05-20 date 2023-05-22 It takes effect on [Monday at 9:45 p.m. (1945 GMT)].
2023-05-20 date 2023-05-16 It began at [1 a.m. on Tuesday (2100 GMT Monday)].
2023-05-20 date 2023-05-17 It began at [4 a.m. local time (0200 GMT) on Wednesday].
2023-05-20 date 2023-05-20 They struck at [2:30 a.m. (2100 GMT Friday)] again.
2023-05-20 deadline 2023-05-20..2023-05-21 Guns stay silent [until 7 p.m. EDT (2300 GMT) on Sunday].
# feasts
2024-02-18 deadline 2024-02-18..2024-03-11 They want them home [by Ramadan].
2025-02-20 window 2025-03-01..2025-03-30 No talks in [Ramadan].
2026-04-01 deadline 2026-04-01..2026-04-12 He wants it [by Orthodox Easter].
2025-07-01 date 2025-04-20 They paused the war for [Easter 2025].
2025-12-27 date 2025-12-25 A truce began on [Christmas Day].
# relative words
2025-07-25 date 2025-07-24 He spoke [yesterday].
2025-07-25 date 2025-07-27 They meet [the day after tomorrow].
2025-07-25 range 2025-07-24..2025-07-25 The town was hit [last night].
2025-07-25 range 2025-07-24..2025-07-25 The town was hit [overnight].
2025-07-25 date 2025-07-11 It was [two weeks ago].
2025-07-25 window 2025-04-01..2025-04-30 It was [3 months ago].
2025-07-28 range 2025-08-07..2025-08-09 It ends [10 or 12 days from today].
2025-07-28 date 2025-08-07 The pause would start [in 10 days].
2025-07-28 duration none It happened in [10 days] of fighting.
# nights over two days
2025-07-21 range 2025-07-20..2025-07-21 Drones came on [Sunday night and into Monday morning].
2025-07-21 range 2025-07-19..2025-07-20 They struck [overnight from Saturday to Sunday].
2025-07-25 range 2025-07-20..2025-07-21 On [the night of 20–21 July] they struck.
2025-07-21 range 2025-07-20..2025-07-21 They struck [overnight on 21 July].
2025-07-26 range 2025-07-25..2025-07-26 Jets hit the port [overnight Friday].
2025-07-25 range 2025-07-24..2025-07-25 Jets hit the port [overnight Friday].
2025-07-25 range 2025-07-22..2025-07-23 It was hit [late Tuesday and early Wednesday].
# windows
2025-09-05 window 2025-10-11..2025-10-20 They may meet in [mid-October].
2025-09-05 window 2025-08-25..2025-08-31 The deal came [at the end of August].
2025-09-05 window 2026-07-01..2026-12-31 They meet in [the second half of 2026].
2025-07-23 window 2025-07-23..2025-07-27 They meet [later this week].
2025-04-19 date 2025-04-23 They will meet [Wednesday this week].
2025-04-19 date 2025-04-16 They met [Wednesday this week].
2025-07-23 window 2025-07-01..2025-07-23 They met [earlier this month].
2025-12-23 window 2026-01-01..2026-01-31 A summit is due [next month].
2025-11-05 window 2025-10-01..2025-10-31 They met in [October].
2025-11-05 window 2022-01-01..2022-12-31 The war began in [2022].
2026-11-05 window 2026-01-01..2026-03-31 In [the first quarter of 2026] it grew.
2025-07-23 range 2025-07-16..2025-07-23 [Over the past week] they met.
2025-07-23 range 2025-07-22..2025-07-23 It follows strikes [in the past 24 hours].
# ranges
2025-05-05 range 2025-05-08..2025-05-11 A truce from [8 to 11 May] was offered.
2025-08-05 range 2025-07-31..2025-08-02 It lasted from [July 31-Aug. 2] there.
2025-05-15 range 2025-05-08..2025-05-11 Between [May 8 and 11] it was quiet.
2025-07-28 range 2025-07-24..2025-07-28 Fighting has raged [since July 24].
2025-07-25 range 2025-07-21..2025-07-23 They fought from [Monday to Wednesday].
# deadlines
2025-07-28 deadline 2025-07-28..2025-08-01 He has until [Friday] to agree.
2025-07-28 deadline 2025-07-28..2025-08-01 They must disarm [by Friday noon].
2025-07-28 date 2025-07-25 All of them had left by [Friday].
2025-07-28 date 2025-07-25 The truce had been due to run out on [Friday].
2025-07-28 date 2025-07-25 The army withdrew to its lines by [noon on Friday].
2025-07-28 deadline 2025-07-28..2025-08-01 The army had promised to leave [by Friday].
2025-07-28 deadline 2025-07-28..2025-08-01 It left open whether they would go [by Friday].
2025-07-25 deadline 2025-07-25..2025-08-31 He wants it [by the end of August].
2025-07-25 deadline 2025-07-25..2025-08-08 They must answer [within two weeks].
2025-07-25 deadline 2025-07-25..2025-08-04 The group has [ten days] to agree.
2025-07-25 deadline 2025-07-25..2025-12-31 They want it [by year's end].
2025-07-25 deadline 2025-07-25..2025-08-07 It is to be done [before Aug. 8].
2025-07-23 duration none It came following [two years] of war.
"""
CASES = [line for line in TABLE.strip().splitlines() if not line.startswith("#")]

NO_TIMES = """
They may march on the city, and it may fall.
The second round was the third in a row.
She is 12 years old and he is aged 40; a 77-year-old man died.
The May 2 Movement and the 2 May rebel movement both signed.
The Friday-class corvette and the Sunday Times were there.
It was a Black Friday sale, every Friday and on Fridays.
Fifty days into the war nothing moved.
They won 2:1 and 3-1.
April Smith and June Doe may sign.
Some 2000 drones and 1950 people
The 28th round and the 19th package of sanctions
Following years of war they met.
Ratio of 16:9, version 2.5.1, rates of 5/6
"""


def _find(text: str, ref: str) -> list[TimeExpression]:
    return times.find(text, datetime.fromisoformat(ref).replace(tzinfo=UTC))


def _only(text: str, ref: str = "2025-07-28T15:00") -> TimeExpression:
    (found,) = _find(text, ref)
    return found


@pytest.mark.parametrize("case", CASES)
def test_it_resolves(case: str) -> None:
    ref, kind, days, marked = case.split(" ", 3)
    text = marked.replace("[", "").replace("]", "")
    start = marked.index("[")
    span = (start, marked.index("]") - 1)
    found = next((f for f in _find(text, ref) if f.span == span), None)
    assert found is not None, [f.text for f in _find(text, ref)]
    assert found.kind == kind
    window = found.window
    meant = "none" if window is None else f"{window.start}..{window.end}"
    assert meant in {days, f"{days}..{days}"}


@pytest.mark.parametrize("text", NO_TIMES.strip().splitlines())
def test_it_is_no_time(text: str) -> None:
    assert [f.text for f in _find(text, "2025-07-28")] == []


def test_the_end_of_a_day_is_the_start_of_the_next() -> None:
    window = _only("It starts at 24:00 on 28 July Moscow time.").window
    assert window is not None
    assert (window.end.isoformat(), window.end_time) == ("2025-07-29", time(0))
    assert (window.zone, window.precision) == ("Europe/Moscow", Precision.MINUTE)


def test_midnight_has_two_readings() -> None:
    found = _only("It starts at midnight on 28 July.")
    assert found.window is not None
    assert found.window.start.isoformat() == "2025-07-29"
    assert [r.start.isoformat() for r in found.readings] == ["2025-07-28"]


def test_noon_is_an_hour_and_a_place_s_time_its_zone() -> None:
    text = "They must agree by Friday noon Springfield time."
    found = times.find(
        text, datetime(2025, 7, 28, tzinfo=UTC), zones={"Springfield": "America/Chicago"}
    )[0]
    assert found.text == "by Friday noon Springfield time"
    assert found.window is not None
    assert (found.window.end_time, found.window.precision) == (time(12), Precision.HOUR)
    assert (found.window.zone, found.window.end.isoformat()) == ("America/Chicago", "2025-08-01")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("It begins at 4 a.m. (0200 GMT) on Friday.", "Etc/GMT-2"),
        ("It begins at 4 a.m. (2230 GMT on Thursday).", "Asia/Kolkata"),
        ("It begins at 5 p.m. Capital time (2100 GMT) on Friday.", "Etc/GMT+4"),
        ("It begins at 1200 GMT (8 p.m. local time) on Friday.", "Etc/UTC"),
    ],
)
def test_the_same_hour_in_gmt_tells_the_zone(text: str, zone: str) -> None:
    window = _only(text, "2025-07-28T15:00").window
    assert window is not None
    assert (window.zone, window.end.isoformat()) == (zone, "2025-08-01")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("a 24-hour to 48-hour ceasefire", (24, 48)),
        ("ceasefires of 24 to 48 hours", (24, 48)),
        ("a 24- to 48-hour ceasefire", (24, 48)),
        ("a 60-day truce", (1440, 1440)),
        ("for three weeks", (504, 504)),
    ],
)
def test_a_length_is_in_hours(text: str, hours: tuple[int, int]) -> None:
    found = _only(text)
    assert (found.kind, found.window, found.hours) == (TimeKind.DURATION, None, hours)


@pytest.mark.parametrize(("hour", "day"), [(0, 24), (10, 25)])
def test_a_few_minutes_ago_is_of_that_hour(hour: int, day: int) -> None:
    ref = datetime(2025, 7, 25, hour, 1, tzinfo=UTC)
    (found,) = times.find("The talks began a few minutes ago.", ref)
    assert found.window is not None
    assert found.window.start.day == day


def test_minutes_are_no_whole_hours() -> None:
    found = _only("The talks took 40 minutes.")
    assert (found.hours, found.minutes) == (None, (40, 40))


def test_a_weekday_that_contradicts_its_date_is_flagged() -> None:
    assert _only("They met on Friday, July 24, 2025.").flagged
    assert not _only("They met on Thursday, July 24, 2025.").flagged


def test_rival_readings_are_kept() -> None:
    found = _only("It ends 10 or 12 days from today.")
    assert [r.start.isoformat() for r in found.readings] == ["2025-08-07", "2025-08-09"]
    found = _only("They met on 07/06/2025.")
    assert found.window is not None
    assert {found.window.start.month, found.readings[0].start.month} == {6, 7}


def test_words_of_yesterday_count_from_yesterday() -> None:
    ref = datetime(2025, 7, 29, 9, tzinfo=UTC)
    found = times.find("ten days from today", ref, base=datetime(2025, 7, 28, tzinfo=UTC).date())
    assert found[0].window is not None
    assert found[0].window.start.isoformat() == "2025-08-07"


def test_a_span_of_the_clock_may_run_over_midnight() -> None:
    window = _only("The airport was shut from 18:19 until 04:07.").window
    assert window is not None
    assert (window.start.isoformat(), window.end.isoformat()) == ("2025-07-27", "2025-07-28")
    assert (window.start_time, window.end_time) == (time(18, 19), time(4, 7))


def test_a_naive_reference_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        times.find("today", datetime(2025, 7, 28, tzinfo=UTC).replace(tzinfo=None))


@given(st.lists(st.sampled_from(CASES), max_size=6), st.datetimes(timezones=st.just(UTC)))
def test_spans_never_overlap_and_windows_hold(cases: list[str], ref: datetime) -> None:
    text = " ".join(case.split(" ", 3)[3] for case in cases)
    position = 0
    for found in times.find(text, ref):
        assert position <= found.span[0] < found.span[1] <= len(text)
        assert found.text == text[slice(*found.span)]
        position = found.span[1]
