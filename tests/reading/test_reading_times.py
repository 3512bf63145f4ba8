"""Time expressions as news prints them: what each means, and what is none."""

from datetime import UTC, date, datetime

import pytest

from reading import times
from reading.document import TimeKind

# Text, day of publication (with an hour where it matters), then for the expression: its words, kind,
# first and last day.
CASES = [
    # dates in every order
    ("The first round was on May 16.", "2025-07-25", "May 16", "date", "2025-05-16", "2025-05-16"),
    ("They met on 16 May 2025 in the city.", "2025-07-25", "16 May 2025", "date", "2025-05-16", "2025-05-16"),
    ("They met on the 28th of July.", "2025-08-03", "the 28th of July", "date", "2025-07-28", "2025-07-28"),
    ("It was signed on 2025-07-28 at noon.", "2025-08-03", "2025-07-28 at noon", "date", "2025-07-28", "2025-07-28"),
    ("It was signed on 28.07.2025 there.", "2025-08-03", "28.07.2025", "date", "2025-07-28", "2025-07-28"),
    ("Talks reopen on the 28th.", "2025-07-25", "the 28th", "date", "2025-07-28", "2025-07-28"),
    ("They resume Jan. 4, he said.", "2025-12-30", "Jan. 4", "date", "2026-01-04", "2026-01-04"),
    ("The raid of December 28 killed four.", "2026-01-03", "December 28", "date", "2025-12-28", "2025-12-28"),
    ("On Wednesday, July 23, they met.", "2025-07-25", "Wednesday, July 23", "date", "2025-07-23", "2025-07-23"),
    ("On Wednesday (23 July) they met.", "2025-07-25", "Wednesday (23 July", "date", "2025-07-23", "2025-07-23"),
    ("The 7 September attack burned it.", "2025-09-10", "7 September", "date", "2025-09-07", "2025-09-07"),
    # weekdays by tense
    ("The envoy arrives; they will meet on Monday.", "2025-07-25", "Monday", "date", "2025-07-28", "2025-07-28"),
    ("He said on Monday that they will meet.", "2025-07-25", "Monday", "date", "2025-07-21", "2025-07-21"),
    ("Talks are scheduled for Thursday.", "2025-07-25", "Thursday", "date", "2025-07-31", "2025-07-31"),
    ("Friday's attack killed five.", "2025-07-25", "Friday's", "date", "2025-07-25", "2025-07-25"),
    ("The attack last Friday killed five.", "2025-07-30", "last Friday", "date", "2025-07-25", "2025-07-25"),
    ("The sides expect to meet next Tuesday.", "2025-07-25", "next Tuesday", "date", "2025-07-29", "2025-07-29"),
    ("Monday's meeting will be in Doha.", "2025-07-25", "Monday's", "date", "2025-07-28", "2025-07-28"),
    ("Sirens sounded early on Tuesday.", "2025-07-25", "early on Tuesday", "date", "2025-07-22", "2025-07-22"),
    ("It was struck on Monday of last week.", "2025-07-25", "Monday of last week", "date", "2025-07-14", "2025-07-14"),
    # feasts
    ("He wants it by Orthodox Easter.", "2026-04-01", "by Orthodox Easter", "deadline", "2026-04-01", "2026-04-12"),
    ("They paused the war for Easter 2025.", "2025-07-01", "Easter 2025", "date", "2025-04-20", "2025-04-20"),
    ("A truce began on Christmas Day.", "2025-12-27", "Christmas Day", "date", "2025-12-25", "2025-12-25"),
    # relative words
    ("He spoke yesterday.", "2025-07-25", "yesterday", "date", "2025-07-24", "2025-07-24"),
    ("They meet the day after tomorrow.", "2025-07-25", "the day after tomorrow", "date", "2025-07-27", "2025-07-27"),
    ("The town was hit last night.", "2025-07-25", "last night", "range", "2025-07-24", "2025-07-25"),
    ("The town was hit overnight.", "2025-07-25", "overnight", "range", "2025-07-24", "2025-07-25"),
    ("It was two weeks ago.", "2025-07-25", "two weeks ago", "date", "2025-07-11", "2025-07-11"),
    ("It was 3 months ago.", "2025-07-25", "3 months ago", "window", "2025-04-01", "2025-04-30"),
    ("It ends 10 or 12 days from today.", "2025-07-28", "10 or 12 days from today", "range", "2025-08-07", "2025-08-09"),
    ("The pause would start in 10 days.", "2025-07-28", "in 10 days", "date", "2025-08-07", "2025-08-07"),
    ("It happened in 10 days of fighting.", "2025-07-28", "10 days", "duration", None, None),
    # nights over two days
    ("Drones came on Sunday night and into Monday morning.", "2025-07-21", "Sunday night and into Monday morning", "range", "2025-07-20", "2025-07-21"),
    ("They struck overnight from Saturday to Sunday.", "2025-07-21", "overnight from Saturday to Sunday", "range", "2025-07-19", "2025-07-20"),
    ("On the night of 20–21 July they struck.", "2025-07-25", "the night of 20–21 July", "range", "2025-07-20", "2025-07-21"),
    ("They struck overnight on 21 July.", "2025-07-21", "overnight on 21 July", "range", "2025-07-20", "2025-07-21"),
    ("It was hit late Tuesday and early Wednesday.", "2025-07-25", "late Tuesday and early Wednesday", "range", "2025-07-22", "2025-07-23"),
    # windows
    ("They may meet in mid-October.", "2025-09-05", "mid-October", "window", "2025-10-11", "2025-10-20"),
    ("The deal came at the end of August.", "2025-09-05", "at the end of August", "window", "2025-08-25", "2025-08-31"),
    ("They meet in the second half of 2026.", "2025-09-05", "the second half of 2026", "window", "2026-07-01", "2026-12-31"),
    ("They meet later this week.", "2025-07-23", "later this week", "window", "2025-07-23", "2025-07-27"),
    ("They met earlier this month.", "2025-07-23", "earlier this month", "window", "2025-07-01", "2025-07-23"),
    ("A summit is due next month.", "2025-12-23", "next month", "window", "2026-01-01", "2026-01-31"),
    ("They met in October.", "2025-11-05", "October", "window", "2025-10-01", "2025-10-31"),
    ("The war began in 2022.", "2025-11-05", "2022", "window", "2022-01-01", "2022-12-31"),
    ("In the first quarter of 2026 it grew.", "2026-11-05", "the first quarter of 2026", "window", "2026-01-01", "2026-03-31"),
    ("Over the past week they met.", "2025-07-23", "Over the past week", "range", "2025-07-16", "2025-07-23"),
    ("It follows strikes in the past 24 hours.", "2025-07-23", "in the past 24 hours", "range", "2025-07-22", "2025-07-23"),
    # ranges
    ("A truce from 8 to 11 May was offered.", "2025-05-05", "8 to 11 May", "range", "2025-05-08", "2025-05-11"),
    ("It lasted from July 31-Aug. 2 there.", "2025-08-05", "July 31-Aug. 2", "range", "2025-07-31", "2025-08-02"),
    ("Between May 8 and 11 it was quiet.", "2025-05-15", "May 8 and 11", "range", "2025-05-08", "2025-05-11"),
    ("Fighting has raged since July 24.", "2025-07-28", "since July 24", "range", "2025-07-24", "2025-07-28"),
    ("They fought from Monday to Wednesday.", "2025-07-25", "Monday to Wednesday", "range", "2025-07-21", "2025-07-23"),
    # deadlines
    ("He has until Friday to agree.", "2025-07-28", "Friday", "deadline", "2025-07-28", "2025-08-01"),
    ("They must disarm by Friday noon.", "2025-07-28", "by Friday noon", "deadline", "2025-07-28", "2025-08-01"),
    ("He wants it by the end of August.", "2025-07-25", "by the end of August", "deadline", "2025-07-25", "2025-08-31"),
    ("They must answer within two weeks.", "2025-07-25", "within two weeks", "deadline", "2025-07-25", "2025-08-08"),
    ("The group has ten days to agree.", "2025-07-25", "ten days", "deadline", "2025-07-25", "2025-08-04"),
    ("They want it by year's end.", "2025-07-25", "by year's end", "deadline", "2025-07-25", "2025-12-31"),
    ("It is to be done before Aug. 8.", "2025-07-25", "before Aug. 8", "deadline", "2025-07-25", "2025-08-07"),
]  # fmt: skip


def _find(text: str, ref: str) -> list[times.TimeExpression]:
    return times.find(text, datetime.fromisoformat(ref).replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "ref", "words", "kind", "start", "end"), CASES, ids=[c[0] for c in CASES]
)
def test_it_resolves(
    text: str, ref: str, words: str, kind: str, start: str | None, end: str | None
) -> None:
    found = _find(text, ref)
    assert words in [f.text for f in found]
    expression = next(f for f in found if f.text == words)
    window = expression.window
    days = (window.start.isoformat(), window.end.isoformat()) if window else (None, None)
    assert (expression.kind, *days) == (kind, start, end)
