"""The cards of a deadline: a step of its thread, and the countdown to it."""

from collections.abc import Iterator, Sequence

from bot.cards.claims import (
    borne_out,
    names,
    newest,
    origin_count,
    source_links,
    unique,
    upper_first,
)
from bot.cards.dates import closes, is_timed, plain, said, when, zone_name
from bot.cards.embed import Card, Section
from bot.cards.lexicon import (
    DEADLINE_COLOUR,
    DEADLINE_STATUS,
    STEPS,
    has_passed,
    step_head,
    step_word,
)
from bot.words import safe
from db.views import CountdownView, DeadlineView
from reading.events import DeadlineStatus, DeadlineStep, DeadlineThread
from reading.facts import DeadlineOp, Window

_MOVES = {DeadlineOp.SHORTEN, DeadlineOp.EXTEND, DeadlineOp.FIX, DeadlineOp.REINTERPRET}
_STOPS = 5
"""So many due times are shown in one line; the history has them all."""
_RUNNING = {
    DeadlineStatus.OPEN,
    DeadlineStatus.EXTENDED,
    DeadlineStatus.DISPUTED,
}


def runs(thread: DeadlineThread) -> bool:
    """True while it has not ended, though it may be suspended."""
    return thread.status in _RUNNING or thread.status is DeadlineStatus.SUSPENDED


def thread_name(thread: DeadlineThread) -> str:
    """`Donald Trump’s deadline for Russia`."""
    name = safe(thread.issuer, 60)
    issuer = f"{name}{'’' if name.endswith('s') else '’s'} deadline" if name else "Deadline"
    return f"{issuer} for {names(thread.addressee)}" if thread.addressee else issuer


def _who(thread: DeadlineThread) -> str:
    issuer = safe(thread.issuer, 60) or "issuer not stated"
    return f"{issuer} to {names(thread.addressee)}" if thread.addressee else issuer


def _demand(thread: DeadlineThread, limit: int = 200) -> str:
    # The demand is the issuer's word, so it stands in quotes: 'ceasefire' is not ours to say.
    return f"“{safe(thread.demand, limit)}”" if thread.demand else "what, is not stated"


def _was(thread: DeadlineThread, index: int) -> Window | None:
    """The window that stood before the step."""
    earlier = [step.window for step in thread.steps[:index] if step.window is not None]
    return earlier[-1] if earlier else None


def _now(thread: DeadlineThread, index: int) -> Window | None:
    step = thread.steps[index].window if thread.steps else None
    return step or _was(thread, index) or thread.window


def _content(view: DeadlineView) -> str:
    thread = view.thread
    due, was = _now(thread, view.step), _was(thread, view.step)
    op = thread.steps[view.step].op if thread.steps else DeadlineOp.ISSUE
    head = f"{step_head(view)}, {_who(thread)}"
    if not has_passed(view) and op in _MOVES and was is not None and was != due:
        return f"{head}: now {plain(due)} (was {plain(was)})"
    return f"{head}: {plain(due)} ({_demand(thread, 60)})"


def _due_lines(window: Window | None, thread: DeadlineThread) -> Iterator[str]:
    if window is not None and thread.window is not None and window != thread.window:
        # An older card, looked at again: a date that no longer holds must not look as if it did.
        yield f"Due when this was posted: {when(window)}"
        yield f"Later moved to: **{when(thread.window)}**"
        return
    if window is None:
        yield "Due: no date stated"
        return
    due = f"Due: **{when(window)}**"
    if thread.status in _RUNNING:
        due += f" · ends {closes(window)}"
    yield due
    if not is_timed(window) and thread.status in _RUNNING:
        zone = zone_name(window.zone or "UTC")
        yield f"No hour was stated: counted to the end of the day, {zone}."


def _substance(thread: DeadlineThread) -> Iterator[str]:
    who = safe(thread.issuer, 60)
    of = f" of {names(thread.addressee)}" if thread.addressee else ""
    head = f"{who} demands{of}" if who else f"Demanded{of}"
    yield f"**{head}**: {_demand(thread)}"
    if thread.consequence:
        yield f"Otherwise: “{safe(thread.consequence, 200)}”"


def step_line(step: DeadlineStep, *, bold: bool = False) -> str:
    """`14 July: set → 2 September · ✓ 2 independent origins`."""
    word = STEPS[step.op][1]
    line = f"{said(step.said_on)} {f'**{word}**' if bold else word}"
    if step.window is not None:
        line += f" → {when(step.window)}"
    return f"• {line} · {borne_out(step.corroboration, step.said)}"


def _history(steps: Sequence[DeadlineStep], told: int | None) -> Section | None:
    if len(steps) < 2 and told is not None:
        return None
    # Newest first, so that what a full field has no room for is the oldest.
    lines = [step_line(step, bold=i == told) for i, step in enumerate(steps)]
    return Section("How it moved, newest first", tuple(reversed(lines))) if lines else None


def _readings(steps: Sequence[DeadlineStep], due: Window | None) -> Section | None:
    """What else the words mean that gave the time shown; not what it covers anyway."""
    said_it = [step for step in steps if step.window == due][-1:]
    rivals = [w for step in said_it for w in step.readings if due and not _covers(due, w)]
    lines = [f"• {words}" for words in unique(when(window) for window in rivals)]
    if not lines:
        return None
    return Section("The same words can also mean", tuple(lines))


def _covers(wide: Window, narrow: Window) -> bool:
    timed = is_timed(wide) or is_timed(narrow)
    return not timed and wide.start <= narrow.start and narrow.end <= wide.end


def _trail(steps: Sequence[DeadlineStep]) -> Iterator[str]:
    """`Moved: 2 September 2025 → 7–9 August 2025 → **8 August 2025**`."""
    stops = unique(plain(step.window) for step in steps if step.window is not None)
    if len(stops) > 1:
        *before, last = stops[-_STOPS:]
        yield f"Moved: {' → '.join([*before, f'**{last}**'])}"


def _quote(step: DeadlineStep) -> Section | None:
    if not step.said or not step.said[0].sentence.strip():
        return None
    first = step.said[0]
    outlet = safe(first.source.outlet, 40)
    return Section("In the source’s words", (f"“{safe(first.sentence, 300)}” — {outlet}",))


def _sources(thread: DeadlineThread) -> Section | None:
    if not thread.sources:
        return None
    head = f"Sources: {origin_count(thread.sources)}"
    return Section(head, (source_links(thread.sources),))


def deadline_card(view: DeadlineView, ref: str) -> Card:
    """A deadline that was set, moved or ended, with its whole history."""
    thread = view.thread
    shown = thread.steps[: view.step + 1]
    due = _now(thread, view.step)
    lines = [
        *_substance(thread),
        *_due_lines(due, thread),
        *_trail(thread.steps),
        f"Status: {DEADLINE_STATUS[thread.status]}",
    ]
    sections = [
        _quote(thread.steps[view.step]) if thread.steps else None,
        _history(thread.steps, view.step),
        _readings(shown, due),
        _sources(thread),
    ]
    return Card(
        content=_content(view),
        title=f"{thread_name(thread)}: {step_word(view)}",
        colour=DEADLINE_COLOUR,
        lines=tuple(lines),
        sections=tuple(section for section in sections if section),
        as_of=newest(thread.sources),
        more=f"/deadlines show D-{view.id}",
        buttons=(("Sources", f"parley:why:{ref}"),),
    )


def countdown_card(view: CountdownView, ref: str) -> Card:
    """So long until a deadline, and how it came to stand there."""
    thread = view.thread
    left = f"{safe(view.left, 40)} left"
    if thread.window is not None and not thread.window.is_one_day:
        # Counted to the window's end, which is the latest it can be.
        left = f"at most {left}"
    sections = [
        _history(thread.steps, len(thread.steps) - 1),
        _readings(thread.steps, thread.window),
        _sources(thread),
    ]
    return Card(
        content=upper_first(f"{left}: {thread_name(thread)}, {plain(thread.window)}"),
        title=f"{thread_name(thread)}: {left}",
        colour=DEADLINE_COLOUR,
        lines=(
            *_due_lines(thread.window, thread),
            *_trail(thread.steps),
            *_substance(thread),
        ),
        sections=tuple(section for section in sections if section),
        as_of=newest(thread.sources),
        more=f"/deadlines show D-{view.id}",
        buttons=(("Sources", f"parley:why:{ref}"),),
    )


def brief(thread: DeadlineThread) -> str:
    """Two lines for the board: who, what, by when, and whether it moved."""
    line = f"**{thread_name(thread)}**: {_demand(thread, 100)}"
    due = when(thread.window)
    if thread.window is not None and thread.status in _RUNNING:
        due += f" · ends {closes(thread.window)}"
    moved = sum(step.op in _MOVES for step in thread.steps)
    times = {0: "", 1: ", moved once", 2: ", moved twice"}.get(moved, f", moved {moved} times")
    first = next((step.window for step in thread.steps if step.window is not None), None)
    since = f" from {plain(first)}" if moved and first and first != thread.window else ""
    return f"{line}\n{due} · {DEADLINE_STATUS[thread.status]}{times}{since}"
