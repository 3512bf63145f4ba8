"""Where an article speaks of a deadline, as the rules hand it on to each other."""

from dataclasses import dataclass

from reading.document import TimeExpression
from reading.facts import DeadlineOp, Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """Where in the document a deadline is spoken of, and by which sort of words."""

    at: int
    op: DeadlineOp | None = None
    """What the words do to it; None where the sentence around them tells."""
    noun: bool = False
    truce: bool = False
    time: TimeExpression | None = None
    """When it falls due, where the words themselves say so."""
    start: TimeExpression | None = None
    """When the length begins that is its time; None: on the day it was said."""
    doer: Span | None = None
    """The stretch in which whoever does it is named."""
    to: Span | None = None
    """The stretch in which those to whom it is set are named."""
    passive: bool = False
    """Told without a doer: who sets it is a speaker, or stays unsaid."""
