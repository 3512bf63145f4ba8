"""Lists for the commands: rounds, deadlines, strikes, one short paragraph each."""

from collections.abc import Sequence

from bot.cards import deadlines, rounds, strikes
from bot.cards.embed import Card
from bot.cards.lexicon import DEADLINE_COLOUR, STRIKE_COLOUR, TALKS_COLOUR
from bot.words import safe
from reading.events import DeadlineThread, RoundEvent
from reading.preset import Preset


def rounds_list(preset: Preset, found: Sequence[tuple[int, RoundEvent]]) -> Card:
    """The rounds known to this server's sources, newest first."""
    name = safe(preset.name, 80)
    lines = [f"{rounds.brief(event, preset.party_names)} · `R-{n}`" for n, event in found]
    return Card(
        content=f"{name}: rounds of talks",
        title=f"{name}: rounds of talks",
        colour=TALKS_COLOUR,
        lines=tuple(lines) or ("No round of talks is known from this server's sources.",),
        footer="/talks show for one round, with who said what",
        more="/talks show",
    )


def deadlines_list(preset: Preset, found: Sequence[tuple[int, DeadlineThread]]) -> Card:
    """The deadlines known to this server's sources, open ones first."""
    name = safe(preset.name, 80)
    lines = [f"{deadlines.brief(thread)} · `D-{n}`" for n, thread in found]
    return Card(
        content=f"{name}: deadlines",
        title=f"{name}: deadlines",
        colour=DEADLINE_COLOUR,
        lines=tuple(lines) or ("No deadline is known from this server's sources.",),
        footer="/deadlines show for one deadline, with every move it made",
        more="/deadlines show",
    )


def quiet_strikes(preset: Preset, days: int) -> Card:
    """No strike in so many days, said honestly."""
    name = safe(preset.name, 80)
    return Card(
        content=f"{name}: no strikes reported in {days} days",
        title=f"{name}: strikes reported",
        colour=STRIKE_COLOUR,
        lines=(strikes.QUIET,),
        footer="/strikes recent looks further back with its option days",
    )
