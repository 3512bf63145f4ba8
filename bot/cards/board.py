"""The pinned board: where things stand, on one screen."""

from bot.cards import deadlines, rounds, strikes
from bot.cards.claims import newest
from bot.cards.dates import plain
from bot.cards.embed import Card, Section
from bot.cards.lexicon import BOARD_COLOUR
from bot.words import safe
from db.views import BoardView
from reading.events import RoundEvent, Source

Meeting = tuple[int, RoundEvent]


def _deadlines(view: BoardView) -> Section:
    """Those that run, then the last one that ended, so that nobody takes it for open."""
    running = [f"{deadlines.brief(t)} · D-{i}" for i, t in view.deadlines if deadlines.runs(t)]
    ended = [f"{deadlines.brief(t)} · D-{i}" for i, t in view.deadlines if not deadlines.runs(t)]
    return Section("Deadlines", (*(running or ["No open deadline is known."]), *ended))


def _round(name: str, found: Meeting | None, view: BoardView, none: str) -> Section:
    if found is None:
        return Section(name, (none,))
    number, event = found
    return Section(name, (f"{rounds.brief(event, view.parties)} · R-{number}",))


def _strikes(view: BoardView) -> Section:
    lines = [strikes.brief(number, event) for number, event in view.strikes]
    return Section("Last strikes reported", tuple(lines) or ("None reported lately.",))


def _content(view: BoardView) -> str:
    name = safe(view.conflict_name, 60)
    running = [thread for _, thread in view.deadlines if deadlines.runs(thread)]
    if running:
        thread = running[0]
        return f"{name}: {deadlines.thread_name(thread)}, {plain(thread.window)}"
    if view.next_round is not None:
        window = view.next_round[1].window
        return f"{name}: next talks {plain(window) if window else 'announced, no date stated'}"
    return f"{name}: no open deadline, no meeting announced"


def _sources(view: BoardView) -> tuple[Source, ...]:
    meetings = [found[1] for found in (view.last_round, view.next_round) if found]
    found = [event.sources for event in meetings]
    found += [thread.sources for _, thread in view.deadlines]
    found += [event.sources for _, event in view.strikes]
    return tuple(source for sources in found for source in sources)


def board_card(view: BoardView, footer: str | None = None) -> Card:
    """Deadlines, last round, next round, last strikes."""
    return Card(
        content=_content(view),
        title=f"{safe(view.conflict_name, 80)}: where the talks stand",
        colour=BOARD_COLOUR,
        sections=(
            _deadlines(view),
            _round("Last round", view.last_round, view, "No round is known."),
            _round("Next round", view.next_round, view, "None announced."),
            _strikes(view),
        ),
        as_of=newest(_sources(view)),
        more="/status",
        footer=footer,
    )
