"""Deadlines as headlines put them: without a verb, after a colon, with what else is to come."""

import pytest

from reading.contract import article_from_json, report_to_json
from reading.preset import bundled_presets
from reading.reader import read

PUBLISHED = "2025-10-03T15:00:00Z"  # a Friday
SET = [
    ("Last warning: Hamas has until Saturday noon, Trump says", "issue", "2025-10-04"),
    ("Houthis issue 'last warning' to Israel: let aid in within four days", "issue", "2025-10-07"),
    ("Netanyahu to Hezbollah: disarm by October 20 or we will do it", "issue", "2025-10-20"),
    ("Ukraine told: sign by October 20", "issue", "2025-10-20"),
    ("Clock ticks for SDF: four days to accept Damascus offer", "issue", "2025-10-07"),
    ("Trump gives Putin 50 days or 'very severe' tariffs", "issue", "2025-11-22"),
    ('Trump says Russia must end war "by no later than" November 1', "issue", "2025-11-01"),
    ("Israel to leave south Lebanon by October 18 under deal", "issue", "2025-10-18"),
    ("Trump cuts Putin's 50 days to about 10 or 12 days", "shorten", "2025-10-15"),
    ("Truce in northeast Syria lives on for 15 days", "extend", "2025-10-18"),
    ("Sudan ceasefire runs until Tuesday", "issue", "2025-10-07"),
    ("Gaza truce holds until Tuesday, mediators say", "issue", "2025-10-07"),
    ("Kushner cuts time for Hamas to 5 or 6 days", "shorten", "2025-10-09"),
    ("Sudan truce extended six days as talks go on", "extend", "2025-10-09"),
    ("Sudan's army and RSF add five days to truce", "extend", "2025-10-08"),
    (
        "European leaders: full truce in Ukraine from Wednesday or graver measures",
        "issue",
        "2025-10-08",
    ),
]
NONE_SET = [
    ("Hamas-Israel deal due within days, Trump says", ""),
    ("Gaza: 24 hours in a city under fire", ""),
    ("Ukraine: four days to rebuild Kharkiv power plant", ""),
    ("Iran has two weeks of water left", ""),
    ("Gaza ceasefire holds for second day", "Israel and Hamas traded blame."),
    ("Israeli envoy in Cairo", "The truce is in force until Sunday under a deal of January."),
]


def _told(title: str, text: str = "") -> list[tuple[str, str | None]]:
    article = {"id": "a", "title": title, "text": text, "published": PUBLISHED}
    report = report_to_json(read(article_from_json(article), list(bundled_presets().values())))
    return [(d["op"], d.get("end")) for d in report["deadlines"] if not d["background"]]


@pytest.mark.parametrize(("title", "op", "end"), SET)
def test_a_heading_sets_or_moves_a_time(title: str, op: str, end: str) -> None:
    assert _told(title) == [(op, end)]


@pytest.mark.parametrize(("title", "text"), NONE_SET)
def test_a_time_in_a_heading_is_set_to_nobody(title: str, text: str) -> None:
    assert _told(title, text) == []
