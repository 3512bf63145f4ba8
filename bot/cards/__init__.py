"""Cards: a view in, a message out. Pure, and within every limit of Discord's."""

from bot.cards.board import board_card
from bot.cards.deadlines import countdown_card, deadline_card
from bot.cards.embed import Card, finish
from bot.cards.lexicon import NOTICE_COLOUR
from bot.cards.rounds import round_card
from bot.cards.strikes import digest_card
from bot.words import safe
from db.views import (
    BoardView,
    CountdownView,
    DeadlineView,
    DigestView,
    NoticeView,
    RoundView,
    View,
)
from jobs.poster import Rendered

__all__ = ["card", "render"]


def _notice(view: NoticeView) -> Card:
    lines = tuple(safe(line, 900) for line in view.text.splitlines() if line.strip())
    if view.channel_id is not None:
        lines = (f"<#{view.channel_id}>", *lines)
    title = safe(view.title, 200)
    return Card(f"Parley: {title}", title, NOTICE_COLOUR, lines, more="/feeds list")


def card(view: View, ref: str) -> Card:
    """The view as a card, not yet fitted."""
    match view:
        case RoundView():
            return round_card(view, ref)
        case DeadlineView():
            return deadline_card(view, ref)
        case CountdownView():
            return countdown_card(view, ref)
        case DigestView():
            return digest_card(view)
        case BoardView():
            return board_card(view)
        case NoticeView():
            return _notice(view)


def render(view: View, ref: str) -> Rendered:
    """The message for a view; `ref` is the post's short public name, shown in the footer."""
    return finish(card(view, ref), ref)
