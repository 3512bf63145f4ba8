"""Strikes as tests read them: short calls, an article of 10 March 2026 of the made-up conflict."""

from datetime import UTC, datetime

from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article, Strike
from reading.strikes import read_strikes

TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
LEAD = "Freedonian missiles slammed into a school in Strelsau on Monday. "


def told(text: str, title: str = "") -> list[Strike]:
    """The strikes that are news, not background."""
    found = read_strikes(annotate(Article("a", title, text, TUESDAY), MADE))
    return [strike for strike in found if not strike.background]


def counted(text: str) -> str:
    """Each number with its weapon, if any, and its measure: `9 missile shot_down, 12 killed`."""
    figures = {(f.low, f.weapon.value, f.measure.value) for s in told(text) for f in s.figures}
    listed = ", ".join(f"{low} {weapon} {did}" for low, weapon, did in sorted(figures))
    return listed.replace(" any ", " ")
