"""Why a story was or was not posted: the database's facts about it, and what they come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from jobs.announce import FRESH, HELD


@dataclass(frozen=True, slots=True)
class FollowFact:
    """A channel of the server that follows a conflict, and what it wants of it."""

    id: int
    channel_id: int
    conflict: str
    since: datetime
    wants: frozenset[str]
    """Of round, deadline and strike."""
    paused: str | None = None
    """Why nothing is sent there; None where it is."""


@dataclass(frozen=True, slots=True)
class PostFact:
    """A message about the event."""

    follow_id: int
    kind: str
    state: str
    ref: str
    at: datetime
    """When it was sent, else when it is due."""
    error: str | None = None


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event that the story speaks of. `event_id` None: it waits to be grouped."""

    kind: str
    event_id: int | None
    conflict: str
    background: bool
    """The story only recalls it."""
    ends: datetime | None = None
    posts: tuple[PostFact, ...] = ()

    @property
    def name(self) -> str:
        """As cards number it: R-3."""
        return f"{self.kind[0].upper()}-{self.event_id}"


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What is known of one link, for one server. Times aware."""

    published: datetime
    first_seen: datetime
    read: bool
    baseline: bool
    reference: bool
    feeds: tuple[str, ...]
    """Names of the feeds that carry it and that the server reads."""
    elsewhere: tuple[str, ...]
    """Names of default feeds that carry it and that the server does not read; one that another
    server added is named to nobody else."""
    conflicts: tuple[str, ...] = ()
    """Names of the conflicts that it was found to be about."""
    problem: str | None = None
    """Why it could not be read in full."""
    page: str = ""
    """What became of the page behind it, where its feed is read with full text."""
    events: tuple[EventFact, ...] = ()
    follows: tuple[FollowFact, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of the answer, the channel and the time that it is about."""

    text: str
    channel_id: int | None = None
    at: datetime | None = None
    posted: bool = False


_NOT_FOUND = (
    "No feed that Parley polls has carried this link. Its outlet may not be among the feeds, the "
    "item may be newer than the last poll, or the feed gives another address for it: copy the "
    "link from the feed itself, and see /feeds list."
)
_SETTINGS = {"round": "talks", "deadline": "deadlines", "strike": "the strike digest"}
_STATES = {
    "owed": "it is to be posted",
    "sending": "it is being posted",
    "unsure": "Discord did not say whether it arrived; Parley looks before it posts again",
    "dead": "Discord refused it",
    "dropped": "its time had passed before it could be posted",
}
_POSTED = frozenset(("sent", "stale"))


def why_story(story: StoryFacts | None) -> tuple[Reason, ...]:
    """The reasons, the decisive one first. Pure."""
    if story is None:
        return (Reason(_NOT_FOUND),)
    early = _before_reading(story) or _before_events(story)
    if early is not None:
        return (Reason(early),)
    followed = {follow.conflict for follow in story.follows}
    reasons = [
        reason
        for event in story.events
        if event.conflict in followed and not event.background
        for reason in _about(event, story)
    ]
    return tuple(sorted(reasons, key=lambda reason: not reason.posted))


def _before_reading(story: StoryFacts) -> str | None:
    if not story.feeds and not story.reference:
        where = ", ".join(story.elsewhere)
        if not where:
            return "Only a feed that this server does not read carries it; see /feeds list."
        return (
            f"Only feeds that this server does not read carry it: {where}. /feeds add takes them."
        )
    if not story.follows:
        return "This server follows no conflict yet: /follow add."
    if not story.read:
        return "It is stored and waits to be read, which takes a minute at most."
    return None


def _before_events(story: StoryFacts) -> str | None:
    if not story.conflicts:
        return "It was read, and says nothing of talks, deadlines or strikes of a watched conflict."
    followed = {follow.conflict for follow in story.follows}
    if not followed & set(story.conflicts):
        return (
            f"It is about the {' and the '.join(story.conflicts)}, which no channel here follows."
        )
    events = [event for event in story.events if event.conflict in followed]
    if not events:
        full = f" It could not be read in full: {story.problem}." if story.problem else ""
        return f"It is about the conflict, but reports no talks, deadline or strike.{full}"
    if all(event.background for event in events):
        named = ", ".join(sorted({event.name for event in events if event.event_id is not None}))
        return f"It only recalls what had been reported before{f': {named}' if named else ''}."
    return None


def _about(event: EventFact, story: StoryFacts) -> Iterator[Reason]:
    if event.event_id is None:
        yield Reason("It was read, and waits to be put together with other reports.")
        return
    for follow in story.follows:
        if follow.conflict == event.conflict:
            yield _in_channel(event, story, follow)


def _in_channel(event: EventFact, story: StoryFacts, follow: FollowFact) -> Reason:
    posts = [post for post in event.posts if post.follow_id == follow.id]
    part = f"It is part of {event.name}"
    for post in sorted(posts, key=lambda post: post.state not in _POSTED):
        card = "digest" if post.kind == "digest" else "card"
        if post.state in _POSTED:
            text = f"{part}, posted as {card} {post.ref}"
            return Reason(text, follow.channel_id, post.at, posted=True)
        why = follow.paused or post.error
        state = _STATES.get(post.state, post.state)
        text = f"{part}; {state} as {card} {post.ref}{f' ({why})' if why else ''}"
        return Reason(text, follow.channel_id, post.at)
    return Reason(f"{part}, not posted: {_held_back(event, story, follow)}", follow.channel_id)


def _held_back(event: EventFact, story: StoryFacts, follow: FollowFact) -> str:
    """The first rule that kept it back, in the order in which the jobs apply them."""
    rules: Sequence[tuple[bool, str]] = (
        (follow.paused is not None, f"the channel is paused ({follow.paused})"),
        (event.kind not in follow.wants, f"{_SETTINGS[event.kind]} are off here; see /settings"),
        (story.reference, "it is a page that the conflict's history cites, not news"),
        (
            story.baseline,
            "it stood in its feed when that was first polled; the first poll announces nothing",
        ),
        (
            story.published < follow.since,
            "it was published before the channel began to follow",
        ),
        (
            event.ends is not None and story.first_seen - event.ends > HELD,
            "what it reports was over more than 4 days before the story came",
        ),
        (
            story.first_seen - story.published > FRESH,
            "it was more than 48 hours old when it came",
        ),
        (event.kind == "strike", "strikes are told together, in the next daily digest"),
    )
    fallback = "it changes nothing that a card tells; the sources behind a card are in /why"
    return next((words for holds, words in rules if holds), fallback)
