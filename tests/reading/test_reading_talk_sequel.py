"""Two meetings told in one sentence, each with a day and a city of its own."""

import pytest
from small_wars import RURITANIA, news

from reading.facts import RoundStatus
from reading.talks import read_talks

ENDED, AHEAD = RoundStatus.ENDED, RoundStatus.ANNOUNCED


def _told(text: str) -> set[tuple[RoundStatus, int | None, str | None]]:
    document = news(RURITANIA, "2031-03-14", "Ruritania, Grandmark talks", text)
    talks, _ = read_talks(document)
    return {(t.status, t.window.start.day if t.window else None, t.city) for t in talks}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritanian and Grandmark envoys met in Oslo on 11 March and in Geneva on 12 March.",
         {(ENDED, 11, "Oslo"), (ENDED, 12, "Geneva")}),
        ("Ruritania and Grandmark will hold talks in Oslo on 16 March and in Geneva on 18 March.",
         {(AHEAD, 16, "Oslo"), (AHEAD, 18, "Geneva")}),
        ("Ruritania, Grandmark met in Oslo on 12 March ahead of a new round in Geneva on 19 March.",
         {(ENDED, 12, "Oslo"), (AHEAD, 19, "Geneva")}),
        ("Envoys of Ruritania and Grandmark met in Oslo on 12 March and flew home on 13 March.",
         {(ENDED, 12, "Oslo")}),
        ("Ruritania and Grandmark met in Oslo on 12 March before a new offensive on 19 March.",
         {(ENDED, 12, "Oslo")}),
    ],
)  # fmt: skip
def test_each_has_its_day_and_city(
    text: str, expected: set[tuple[RoundStatus, int | None, str | None]]
) -> None:
    assert _told(text) == expected
