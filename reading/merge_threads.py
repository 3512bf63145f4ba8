"""One deadline from all statements about it: its steps in order, and where it stands."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta

from reading.corroboration import corroboration, once_each, prevailing
from reading.deadline_windows import FINE
from reading.events import DeadlineStatus, DeadlineStep, DeadlineThread, Mention, Said
from reading.facts import DeadlineOp, DeadlineStatement, Window
from reading.group_threads import said_day
from reading.merge_rounds import by_time, sources
from reading.merge_steps import Move, contains, moves
from reading.sides import Sides

Of = Mention[DeadlineStatement]

_OUTCOME = {
    DeadlineOp.SUSPEND: DeadlineStatus.SUSPENDED,
    DeadlineOp.RETRACT: DeadlineStatus.RETRACTED,
    DeadlineOp.LAPSE: DeadlineStatus.LAPSED,
    DeadlineOp.MEET: DeadlineStatus.MET,
    DeadlineOp.OVERTAKE: DeadlineStatus.OVERTAKEN,
}
_REVIVABLE = (DeadlineStatus.SUSPENDED, DeadlineStatus.RETRACTED)
_QUARREL = timedelta(days=5)
"""'Met' and 'not met' said so close together are a dispute about one thing."""
_SILENCE = timedelta(hours=24)
"""So long after its time a deadline of which nobody says what became of it has lapsed."""


def deadline_thread(
    mentions: Iterable[Of], sides: Sides, now: datetime | None = None
) -> DeadlineThread:
    """The deadline that these mentions speak of, whatever their order. Raises ValueError for none.

    With `now` (aware), one whose time passed a day ago without any word of it is lapsed.
    """
    ordered = by_time(mentions)
    made = _believed(moves(ordered))
    own = [m for m in ordered if not m.fact.background] or ordered
    issuer = prevailing((m.fact.issuer, m.source) for m in own if m.fact.issuer)
    status, window = _state(made, issuer, sides)
    return DeadlineThread(
        conflict=ordered[0].conflict,
        status=_by_clock(status, window, now),
        issuer=issuer,
        addressee=_addressee(own),
        demand=prevailing((m.fact.demand, m.source) for m in own if m.fact.demand),
        consequence=_fullest([m.fact.consequence for m in own]),
        window=window,
        steps=tuple(_step(move, sides) for move in made),
        sources=sources(ordered),
        mentions=tuple(sorted(m.key for m in ordered)),
    )


def _believed(made: list[Move]) -> list[Move]:
    """Without moves that one source alone reports and later reports of others ignore."""
    return [move for n, move in enumerate(made) if not _ignored(move, made[:n])]


def _ignored(move: Move, earlier: Sequence[Move]) -> bool:
    if not move.sets or move.window is None or len({m.source.origin for m in move.mentions}) > 1:
        return False
    after = max(m.source.published for m in move.mentions) + timedelta(days=1)
    still = {
        m.source.origin
        for other in earlier
        if other.window is not None and other.window != move.window
        for m in other.mentions
        if not m.fact.background and m.source.published >= after
    }
    return len(still) > 1


def _state(
    made: Sequence[Move], issuer: str | None, sides: Sides
) -> tuple[DeadlineStatus, Window | None]:
    """Where the moves, one after the other, leave the deadline."""
    status, window = DeadlineStatus.OPEN, None
    outcomes: list[Move] = []
    for move in made:
        if not move.sets:
            status = _ended(move, outcomes, issuer, sides)
            outcomes.append(move)
        elif move.window is not None:
            revived = move.op is not DeadlineOp.CONFIRM or status in _REVIVABLE
            status = DeadlineStatus.OPEN if revived else status
            window = move.window
        elif move.op is DeadlineOp.EXTEND:
            status, window = DeadlineStatus.EXTENDED, None
    return status, window


def _ended(
    move: Move, outcomes: Sequence[Move], issuer: str | None, sides: Sides
) -> DeadlineStatus:
    pair = {DeadlineOp.MEET, DeadlineOp.LAPSE}
    if move.op in pair and any(
        {move.op, other.op} == pair and move.day - other.day <= _QUARREL for other in outcomes
    ):
        return DeadlineStatus.DISPUTED
    if move.op is DeadlineOp.LAPSE and _says_issuer(move, issuer, sides):
        return DeadlineStatus.MISSED
    return _OUTCOME[move.op]


def _says_issuer(move: Move, issuer: str | None, sides: Sides) -> bool:
    """True where whoever set the deadline says that it was not met."""
    voice = sides.voice(issuer)
    return voice is not None and any(
        sides.voice(m.fact.claimant) == voice for m in move.mentions if m.fact.claimant
    )


def _by_clock(
    status: DeadlineStatus, window: Window | None, now: datetime | None
) -> DeadlineStatus:
    if status is not DeadlineStatus.OPEN or window is None or now is None:
        return status
    return DeadlineStatus.LAPSED if now > window.bounds()[1] + _SILENCE else status


def _addressee(own: Sequence[Of]) -> tuple[str, ...]:
    """Those whom at least half as many origins name as name the one who is named most."""
    origins: dict[str, set[str]] = {}
    for mention in reversed(own):
        for name in mention.fact.addressee:
            origins.setdefault(name, set()).add(mention.source.origin)
    most = max((len(found) for found in origins.values()), default=0)
    return tuple(name for name, found in origins.items() if 2 * len(found) >= most)


def _fullest(told: Sequence[str | None]) -> str | None:
    """The latest; in the fuller words of any other report that says the same and more.

    "Tariffs" takes nothing back of "100% secondary tariffs".
    """
    words = [word for word in told if word]
    latest = next(reversed(words), None)
    fuller = [word for word in words if latest and word.endswith(f" {latest}")]
    return max(reversed(fuller), key=lambda word: len(word.split()), default=latest)


def _step(move: Move, sides: Sides) -> DeadlineStep:
    said = once_each(
        Said(m.fact, m.fact.claimant or m.fact.issuer, m.source, m.fact.span, m.fact.sentence)
        for m in move.mentions
    )
    return DeadlineStep(
        op=move.op,
        issuer=prevailing((m.fact.issuer, m.source) for m in move.mentions if m.fact.issuer),
        said_on=_when(move),
        window=move.window,
        readings=_readings(move),
        corroboration=corroboration(said, sides, witnessed=True),
        said=said,
    )


def _readings(move: Move) -> tuple[Window, ...]:
    """What else the words that gave this time can mean, or were taken to mean the same day.

    Vaguer words, earlier or later, are no rivals: they say no more than that time does.
    """
    due = move.window
    if due is None:
        return ()
    rivals = {w for m in move.mentions if m.fact.window == due for w in m.fact.readings}
    rivals |= {
        m.fact.window
        for m in move.mentions
        if m.fact.window and not m.fact.background and said_day(m) == move.day
        if m.fact.window.precision in FINE and not contains(m.fact.window, due)
    }
    return tuple(sorted(rivals - {due}, key=lambda w: (w.start, w.end, w.precision)))


def _when(move: Move) -> datetime:
    """The first report of that day; the day itself where all reports are later."""
    times = [m.source.published for m in move.mentions if m.source.published.date() == move.day]
    return min(times, default=datetime.combine(move.day, time.min, UTC))
