"""The words of the cards: neutral, short, the field's own. Data, not rules."""

from db.views import DeadlineView
from reading import summary_words as phrases
from reading.events import Corroboration, DeadlineStatus
from reading.facts import DeadlineOp, Item, Measure, RoundStatus, Stance

TALKS_COLOUR = 0x4A6FA5
DEADLINE_COLOUR = 0xA9844F
STRIKE_COLOUR = 0x6B7280
BOARD_COLOUR = 0x3F6C6C
NOTICE_COLOUR = 0x8A8F98


def bare(phrase: str) -> str:
    """Without its article: `exchange of …`."""
    first, _, rest = phrase.partition(" ")
    return rest if first in {"a", "an", "the"} else phrase


ITEMS: dict[Item, tuple[str, str]] = {
    **{item: (bare(counted), bare(plain)) for item, (counted, plain) in phrases.ITEMS.items()},
    # The word ceasefire is earned, or its source's.
    Item.CEASEFIRE: ("halt to fighting", "halt to fighting"),
    Item.DOCUMENT: ("{n} documents", "written document"),
}
"""An item with a count and without one."""

SECTIONS: tuple[tuple[Stance, str, bool], ...] = (
    (Stance.AGREED, "Agreed", False),
    (Stance.CARRIED_OUT, "Carried out", False),
    (Stance.OFFERED, "Offered by", True),
    (Stance.PROPOSED, "Proposed by", True),
    (Stance.DEMANDED, "Demanded by", True),
    (Stance.REJECTED, "Refused by", True),
    (Stance.NOTED, "Noted, not agreed", False),
)
"""The sections of a round's card in their order; True where each side has its own."""

STANCES: dict[Stance, str] = {**phrases.STANCES, Stance.NOTED: "noted"}

ROUND_STATUS: dict[RoundStatus, str] = {
    RoundStatus.ANNOUNCED: "announced",
    RoundStatus.POSTPONED: "postponed",
    RoundStatus.CANCELLED: "cancelled",
    RoundStatus.UNDER_WAY: "under way",
    RoundStatus.ENDED: "ended",
}

DEADLINE_STATUS: dict[DeadlineStatus, str] = {
    DeadlineStatus.OPEN: "open",
    DeadlineStatus.MET: "met",
    DeadlineStatus.MISSED: "passed, demand not met",
    DeadlineStatus.LAPSED: "passed without consequence reported",
    DeadlineStatus.OVERTAKEN: "overtaken by events",
    DeadlineStatus.EXTENDED: "extended",
    DeadlineStatus.RETRACTED: "withdrawn by its issuer",
    DeadlineStatus.SUSPENDED: "suspended",
    DeadlineStatus.DISPUTED: "disputed",
}

STEPS: dict[DeadlineOp, tuple[str, str]] = {
    DeadlineOp.ISSUE: ("New deadline", "set"),
    DeadlineOp.SHORTEN: ("Deadline moved closer", "shortened"),
    DeadlineOp.EXTEND: ("Deadline extended", "extended"),
    DeadlineOp.FIX: ("Deadline fixed", "fixed"),
    DeadlineOp.CONFIRM: ("Deadline confirmed", "confirmed"),
    DeadlineOp.REINTERPRET: ("Deadline read anew", "reinterpreted"),
    DeadlineOp.SUSPEND: ("Deadline suspended", "suspended"),
    DeadlineOp.RETRACT: ("Deadline withdrawn", "withdrawn"),
    DeadlineOp.LAPSE: ("Deadline passed", "passed without consequence reported"),
    DeadlineOp.MEET: ("Deadline met", "met"),
    DeadlineOp.OVERTAKE: ("Deadline overtaken", "overtaken by events"),
}
"""A step as the head of its card, and as a word in the history."""

MEASURES: dict[Measure, str] = {
    Measure.LAUNCHED: "launched",
    Measure.SHOT_DOWN: "shot down",
    Measure.SUPPRESSED: "jammed or lost",
    Measure.NEUTRALISED_TOTAL: "shot down or jammed, in all",
    Measure.HIT: "struck",
    Measure.HIT_LOCATIONS: "places hit",
    Measure.DEBRIS_LOCATIONS: "places hit by debris",
    Measure.KILLED: "killed",
    Measure.INJURED: "injured",
}
"""In the order in which a digest shows them."""

BORNE_OUT: dict[Corroboration, str] = {
    Corroboration.BOTH_SIDES: "✓✓ both sides",
    Corroboration.INDEPENDENT: "✓ {origins}",
    Corroboration.ONE_SIDE: "one side, several outlets",
    Corroboration.SINGLE: "single report",
}


_ENDS = {DeadlineOp.LAPSE, DeadlineOp.MEET, DeadlineOp.OVERTAKE, DeadlineOp.RETRACT}
_OVER = {DeadlineStatus.MISSED, DeadlineStatus.LAPSED}


def has_passed(view: DeadlineView) -> bool:
    """Its time is over and no statement says so: then the last step is not what is new."""
    steps = view.thread.steps
    last = bool(steps) and view.step == len(steps) - 1 and steps[-1].op not in _ENDS
    return view.passed or (last and view.thread.status in _OVER)


def step_word(view: DeadlineView) -> str:
    """What the step did, in a word: `shortened`."""
    if has_passed(view):
        return "passed"
    if not view.thread.steps:
        return DEADLINE_STATUS[view.thread.status]
    return STEPS[view.thread.steps[view.step].op][1]


def step_head(view: DeadlineView) -> str:
    """The head of a deadline's card for the step it tells."""
    if has_passed(view):
        return "Deadline passed"
    if not view.thread.steps:
        return "Deadline"
    return STEPS[view.thread.steps[view.step].op][0]
