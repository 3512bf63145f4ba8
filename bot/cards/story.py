"""Why a story was or was not posted, as a card."""

from bot.cards.dates import stamp
from bot.cards.embed import Card
from bot.cards.lexicon import NOTICE_COLOUR
from bot.words import link, safe
from jobs.story import Reason, StoryFacts, why_story


def story_card(url: str, story: StoryFacts | None) -> Card:
    """The reasons, then what is known of the story."""
    reasons = why_story(story)
    title = "Posted" if any(reason.posted for reason in reasons) else "Not posted"
    lines = [link(url, url, 200), *(f"• {_words(reason)}" for reason in reasons)]
    if story is not None:
        carried = ", ".join(story.feeds or story.elsewhere)
        seen = f"Published {stamp(story.published, 'f')}, first seen {stamp(story.first_seen, 'f')}"
        lines.append(f"{seen}{f', in: {safe(carried, 300)}' if carried else ''}.")
        if story.page:
            lines.append(f"Full text: {safe(story.page, 300)}.")
    return Card(title, title, NOTICE_COLOUR, tuple(lines), footer="/why takes a card's six signs")


def _words(reason: Reason) -> str:
    text = safe(reason.text, 600).rstrip(".")
    where = f" · <#{reason.channel_id}>" if reason.channel_id is not None else ""
    at = f" · {stamp(reason.at, 'R')}" if reason.at is not None else ""
    return f"{text}{where}{at}" if where or at else f"{text}."
