"""Why a story was or was not posted: each rule that may hold it back, and the facts behind it."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.cards.story import story_card
from db.engine import Sessions
from db.models import (
    Article,
    Conflict,
    Entry,
    Feed,
    Follow,
    Guild,
    GuildFeed,
    Mention,
    Outlet,
    Post,
    Report,
    Round,
)
from feeds.parse import ParsedEntry
from jobs.clock import SetClock
from jobs.feeds import add_feed
from jobs.store import store
from jobs.story import EventFact, FollowFact, PostFact, StoryFacts, why_story
from jobs.story_facts import story_facts

NOW = datetime(2025, 7, 25, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
EVERYTHING = frozenset(("round", "deadline", "strike"))
FOLLOW = FollowFact(1, 10, "War", NOW - 900 * HOUR, EVERYTHING)
EVENT = EventFact("round", 3, "War", background=False)
STORY = StoryFacts(
    published=NOW - HOUR, first_seen=NOW, read=True, baseline=False, reference=False,
    feeds=("Paper",), elsewhere=(), conflicts=("War",), events=(EVENT,), follows=(FOLLOW,),
)  # fmt: skip


def posted(state: str, **values: Any) -> dict[str, Any]:
    post = PostFact(1, "round", state, "ABC234", NOW, values.pop("error", None))
    return {"events": (replace(EVENT, posts=(post,)),), **values}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"feeds": (), "elsewhere": ("Post",)}, "does not read carry it: Post"),
        ({"follows": ()}, "follows no conflict yet"),
        ({"read": False}, "waits to be read"),
        ({"conflicts": (), "events": ()}, "nothing of talks, deadlines or strikes"),
        ({"conflicts": ("Other",)}, "about the Other, which no channel here follows"),
        ({"events": ()}, "reports no talks, deadline or strike"),
        ({"events": (), "problem": "too long"}, "could not be read in full: too long"),
        ({"events": (replace(EVENT, background=True),)}, "only recalls what had been.*R-3"),
        ({"events": (replace(EVENT, event_id=None),)}, "waits to be put together"),
        (posted("sent"), "part of R-3, posted as card ABC234"),
        (posted("owed"), "it is to be posted"),
        (posted("dead", error="50013"), r"Discord refused it as card ABC234 \(50013\)"),
        (posted("dropped"), "its time had passed"),
        ({"follows": (replace(FOLLOW, paused="Allow it"),)}, r"the channel is paused \(Allow it\)"),
        ({"follows": (replace(FOLLOW, wants=frozenset()),)}, "talks are off here; see /settings"),
        ({"reference": True}, "the conflict's history cites"),
        ({"baseline": True}, "the first poll announces nothing"),
        ({"follows": (replace(FOLLOW, since=NOW),)}, "before the channel began to follow"),
        ({"events": (replace(EVENT, ends=NOW - 100 * HOUR),)}, "more than 4 days before"),
        ({"published": NOW - 49 * HOUR}, "more than 48 hours old"),
        ({"events": (replace(EVENT, kind="strike"),)}, "S-3, not posted: .*next daily digest"),
        ({}, "changes nothing that a card tells"),
    ],
)
def test_the_rule_that_decided_is_named(changes: dict[str, Any], words: str) -> None:
    reasons = why_story(replace(STORY, **changes))
    assert len(reasons) == 1
    assert re.search(words, reasons[0].text)
    assert reasons[0].posted is (", posted as card" in reasons[0].text)


def test_a_link_that_no_feed_carried_is_told_so() -> None:
    (reason,) = why_story(None)
    assert "No feed that Parley polls has carried this link" in reason.text


def test_each_channel_gets_its_own_answer_the_posted_first() -> None:
    quiet = replace(FOLLOW, id=2, channel_id=20, wants=frozenset())
    story = replace(STORY, follows=(quiet, FOLLOW), **posted("sent"))
    assert [(r.channel_id, r.posted) for r in why_story(story)] == [(10, True), (20, False)]


async def test_the_facts_come_from_the_tables_as_one_server_sees_them(
    sessions: Sessions, clock: SetClock
) -> None:
    now = clock()
    async with sessions.begin() as session:
        conflict, outlet = Conflict(slug="c", name="War"), Outlet(key="o", name="O")
        paper = Feed(url="https://p.example/rss", title="Paper", is_default=True, added_at=now)
        other = Feed(url="https://q.example/rss", title="Other", is_default=False, added_at=now)
        session.add_all([conflict, outlet, paper, other, Guild(id=1, joined_at=now)])
        session.add(Guild(id=2, joined_at=now))
        await session.flush()
        session.add(GuildFeed(guild_id=2, feed_id=paper.id, added=False, since=now))
        article = Article(
            url_key="https://p.example/a", outlet_id=outlet.id, url="https://p.example/a",
            title="T", text="", published=now, first_seen=now, read_at=now, content_hash="x",
        )  # fmt: skip
        event = Round(conflict_id=conflict.id, first_seen=now, changed_at=now, status="ended")
        follow = Follow(guild_id=1, channel_id=10, conflict_id=conflict.id, since=now)
        session.add_all([article, event, follow])
        await session.flush()
        for feed in (paper, other):
            session.add(
                Entry(
                    feed_id=feed.id, key="k", url="https://p.example/a", title="T", text="",
                    first_seen=now, article_id=article.id,
                )
            )  # fmt: skip
        report = Report(article_id=article.id, conflict_id=conflict.id, origin="O", read_at=now)
        session.add(report)
        await session.flush()
        session.add(
            Mention(
                report_id=report.id, conflict_id=conflict.id, article_id=article.id, kind="round",
                position=0, day=now, fact={}, round_id=event.id,
            )
        )  # fmt: skip
        session.add(
            Post(
                follow_id=follow.id, key="round:1:ended", kind="round", subject_id=event.id,
                state="sent", created_at=now, due_at=now, sent_at=now,
            )
        )  # fmt: skip
    async with sessions() as session:
        link = "http://p.example/a?utm_source=x#top"
        story = await story_facts(session, 1, link)
        without = await story_facts(session, 2, link)
        assert await story_facts(session, 1, "https://p.example/b") is None
    assert story is not None
    assert (story.feeds, story.elsewhere, story.conflicts) == (("Paper",), (), ("War",))
    (reason,) = why_story(story)
    assert reason.posted
    assert reason.channel_id == 10
    assert without is not None
    assert (without.feeds, without.elsewhere) == ((), ("Paper",))


async def test_another_servers_own_feed_is_not_named(sessions: Sessions, clock: SetClock) -> None:
    link, secret = "https://q.example/a", "https://me:word@q.example/rss?key=secret"
    async with sessions.begin() as session:
        session.add_all([Guild(id=1, joined_at=clock()), Guild(id=2, joined_at=clock())])
        feed = await add_feed(session, secret, clock, default=False)
        session.add(GuildFeed(guild_id=1, feed_id=feed.id, added=True, since=clock()))
        item = ParsedEntry("g", link, "Talks", "They met.", clock(), None, None)
        await store(session, feed, [item], clock(), {})
    async with sessions() as session:
        mine, theirs = (await story_facts(session, 1, link), await story_facts(session, 2, link))
    assert mine is not None
    assert mine.feeds == ("https://q.example/rss",)
    assert theirs is not None
    assert (theirs.feeds, theirs.elsewhere) == ((), ())
    assert "q.example/rss" not in str(story_card(link, theirs))
    assert "Only a feed that this server does not read" in why_story(theirs)[0].text
