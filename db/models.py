"""The tables. One class a word of the design; every time is aware UTC, every id 64-bit."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.columns import Base, BigId


def _id() -> Mapped[int]:
    return mapped_column(BigId, primary_key=True, autoincrement=True)


def _ref(target: str, *, index: bool = True, ondelete: str = "CASCADE") -> Any:
    return mapped_column(BigId, ForeignKey(target, ondelete=ondelete), index=index)


class Conflict(Base):
    """What is watched; its substance is the preset of the same slug."""

    __tablename__ = "conflicts"
    id: Mapped[int] = _id()
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str]
    history_hash: Mapped[str | None]
    """Digest of the preset's history as last loaded, so that loading again changes nothing."""


class Outlet(Base):
    """Who prints news."""

    __tablename__ = "outlets"
    id: Mapped[int] = _id()
    key: Mapped[str] = mapped_column(String(255), unique=True)
    """The preset's outlet name in lower case, else the site's registrable domain."""
    name: Mapped[str]
    country: Mapped[str | None]
    affinity: Mapped[str | None]


class Feed(Base):
    """One feed URL, fetched once for everyone who uses it."""

    __tablename__ = "feeds"
    id: Mapped[int] = _id()
    url: Mapped[str] = mapped_column(Text, unique=True)
    title: Mapped[str] = mapped_column(Text, default="")
    outlet_id: Mapped[int | None] = _ref("outlets.id", ondelete="SET NULL")
    is_default: Mapped[bool] = mapped_column(Boolean, default=False)
    """Part of the set every server sees unless it switches it off."""
    state: Mapped[str] = mapped_column(String(16), default="new")
    """new (never polled) / ok / failing / gone (410, or stopped after long failure) / off."""
    added_at: Mapped[datetime]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    """When it is polled next; None for never."""
    polled_at: Mapped[datetime | None]
    succeeded_at: Mapped[datetime | None]
    new_entry_at: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(Integer, default=0)
    last_status: Mapped[int | None] = mapped_column(Integer)
    last_error: Mapped[str | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    validators_url: Mapped[str | None]
    """The URL that gave the validators; they are sent to no other."""
    body_hash: Mapped[str | None]
    moved_to: Mapped[str | None]
    moved_since: Mapped[datetime | None]
    hints: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What the feed and the server ask for: ttl, max_age, skip_hours … in seconds or lists."""
    full_text: Mapped[bool] = mapped_column(Boolean, default=False)
    """Of a default feed: the pages behind its entries are read as well."""


class Entry(Base):
    """One item of one feed, as parsed."""

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("feed_id", "key"),
        Index("ix_entries_recent", "feed_id", "first_seen"),
    )
    id: Mapped[int] = _id()
    feed_id: Mapped[int] = _ref("feeds.id", index=False)
    key: Mapped[str] = mapped_column(String(64))
    """Digest of the item's identity: its guid, else its link, else title and text."""
    guid: Mapped[str | None]
    url: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    published: Mapped[datetime | None]
    first_seen: Mapped[datetime]
    updated: Mapped[datetime | None]
    baseline: Mapped[bool] = mapped_column(Boolean, default=False)
    """Seen in the first poll of its feed: stored, never announced."""
    edits: Mapped[list[Any]] = mapped_column(default=list)
    """What changed, when: [{"at", "field", "was"}]."""
    article_id: Mapped[int | None] = _ref("articles.id", ondelete="SET NULL")


class Article(Base):
    """One story by one outlet, stored once however many feeds carry it."""

    __tablename__ = "articles"
    __table_args__ = (Index("ix_articles_unread", "read_at", "id"),)
    id: Mapped[int] = _id()
    url_key: Mapped[str] = mapped_column(Text, unique=True)
    """The canonical link: tracking parameters and fragment removed."""
    outlet_id: Mapped[int] = _ref("outlets.id")
    url: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    lang: Mapped[str | None] = mapped_column(String(16))
    published: Mapped[datetime] = mapped_column(index=True)
    utc_offset: Mapped[int] = mapped_column(Integer, default=0)
    """Minutes that the feed's own clock is ahead of UTC: by it the text says "tomorrow"."""
    first_seen: Mapped[datetime]
    content_hash: Mapped[str] = mapped_column(String(64))
    read_at: Mapped[datetime | None]
    """None while it waits to be read (new, or its text changed)."""
    read_hash: Mapped[str | None] = mapped_column(String(64))
    baseline: Mapped[bool] = mapped_column(Boolean, default=False)
    reference: Mapped[bool] = mapped_column(Boolean, default=False)
    """A page that a preset's history cites; visible to every server."""


class Page(Base):
    """The web page behind an article: its text is for reading only, never posted or exported."""

    __tablename__ = "pages"
    article_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    url: Mapped[str]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    """When it is fetched next; None for never."""
    tries: Mapped[int] = mapped_column(Integer, default=0)
    """Begun since it was last fetched well."""
    fetched_at: Mapped[datetime | None]
    last_status: Mapped[int | None] = mapped_column(Integer)
    problem: Mapped[str | None]
    """Why the page is not used, in words."""
    text: Mapped[str | None]
    """The story's words; None where the article's own text is read."""
    text_hash: Mapped[str | None] = mapped_column(String(64))
    seen_hash: Mapped[str | None] = mapped_column(String(64))
    """The article's content_hash when it was asked for; when that changes, it is asked again."""


class Report(Base):
    """What one article says about one conflict."""

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("article_id", "conflict_id"),)
    id: Mapped[int] = _id()
    article_id: Mapped[int] = _ref("articles.id", index=False)
    conflict_id: Mapped[int] = _ref("conflicts.id")
    kinds: Mapped[list[Any]] = mapped_column(default=list)
    origin: Mapped[str]
    """Who said it first, as far as the text tells; else the outlet's name."""
    problem: Mapped[str | None]
    read_at: Mapped[datetime]
    mentions: Mapped[list["Mention"]] = relationship(
        back_populates="report", cascade="all, delete-orphan", passive_deletes=True
    )


class _EventColumns:
    """What every kind of event keeps. Times are for finding; the truth is in the mentions."""

    id: Mapped[int] = _id()
    conflict_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("conflicts.id", ondelete="CASCADE"), index=True
    )
    first_seen: Mapped[datetime]
    changed_at: Mapped[datetime] = mapped_column(index=True)
    """When its facts last changed; jobs look for events changed since they last looked."""
    merged_into: Mapped[int | None] = mapped_column(BigId)
    """The event that later evidence showed to be the same."""


class Round(_EventColumns, Base):
    """One meeting."""

    __tablename__ = "rounds"
    track: Mapped[str | None]
    number: Mapped[int | None] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(String(16))
    starts: Mapped[datetime | None] = mapped_column(index=True)
    ends: Mapped[datetime | None]
    city: Mapped[str | None]


class Deadline(_EventColumns, Base):
    """A thread of statements about one due time."""

    __tablename__ = "deadlines"
    status: Mapped[str] = mapped_column(String(16), index=True)
    issuer: Mapped[str | None]
    starts: Mapped[datetime | None]
    ends: Mapped[datetime | None] = mapped_column(index=True)
    precision: Mapped[str | None] = mapped_column(String(8))


class Strike(_EventColumns, Base):
    """One attack."""

    __tablename__ = "strikes"
    attacker: Mapped[str | None]
    target: Mapped[str | None]
    starts: Mapped[datetime | None] = mapped_column(index=True)
    ends: Mapped[datetime | None]


class Mention(Base):
    """What one report says about one event: the unit that is grouped."""

    __tablename__ = "mentions"
    __table_args__ = (
        UniqueConstraint("report_id", "kind", "position"),
        Index("ix_mentions_neighbours", "conflict_id", "kind", "day"),
    )
    id: Mapped[int] = _id()
    report_id: Mapped[int] = _ref("reports.id", index=False)
    conflict_id: Mapped[int] = _ref("conflicts.id", index=False)
    article_id: Mapped[int] = _ref("articles.id")
    kind: Mapped[str] = mapped_column(String(8))
    """round / deadline / strike."""
    position: Mapped[int] = mapped_column(Integer)
    background: Mapped[bool] = mapped_column(Boolean, default=False)
    day: Mapped[datetime]
    """A day to find neighbours by: the event's own where stated, else the publication's."""
    fact: Mapped[dict[str, Any]]
    """The Talks, DeadlineStatement or Strike, as reading.facts dumps it."""
    grouped_at: Mapped[datetime | None] = mapped_column(index=True)
    round_id: Mapped[int | None] = _ref("rounds.id", ondelete="SET NULL")
    deadline_id: Mapped[int | None] = _ref("deadlines.id", ondelete="SET NULL")
    strike_id: Mapped[int | None] = _ref("strikes.id", ondelete="SET NULL")
    report: Mapped[Report] = relationship(back_populates="mentions")
    claims: Mapped[list["Claim"]] = relationship(
        back_populates="mention", cascade="all, delete-orphan", passive_deletes=True
    )


class Claim(Base):
    """One statement with claimant, value, stance and the sentence it came from."""

    __tablename__ = "claims"
    __mapper_args__ = {"polymorphic_on": "type"}
    id: Mapped[int] = _id()
    type: Mapped[str] = mapped_column(String(10))
    """point / figure / statement / meeting."""
    mention_id: Mapped[int] = _ref("mentions.id")
    article_id: Mapped[int] = _ref("articles.id")
    claimant: Mapped[str | None]
    stance: Mapped[str | None] = mapped_column(String(12))
    """A point's stance, a statement's op, a meeting's status."""
    name: Mapped[str | None] = mapped_column(String(32))
    """A figure's measure, a point's item."""
    weapon: Mapped[str | None] = mapped_column(String(10))
    low: Mapped[int | None] = mapped_column(BigInteger)
    high: Mapped[int | None] = mapped_column(BigInteger)
    qualifier: Mapped[str | None] = mapped_column(String(10))
    as_of: Mapped[datetime | None]
    sentence: Mapped[str]
    span_start: Mapped[int] = mapped_column(Integer)
    span_end: Mapped[int] = mapped_column(Integer)
    mention: Mapped[Mention] = relationship(back_populates="claims")


class Point(Claim):
    """An outcome of a round: agreed, offered, proposed …"""

    __mapper_args__ = {"polymorphic_identity": "point"}


class Figure(Claim):
    """A number about a strike."""

    __mapper_args__ = {"polymorphic_identity": "figure"}


class Statement(Claim):
    """A statement about a deadline."""

    __mapper_args__ = {"polymorphic_identity": "statement"}


class Meeting(Claim):
    """That a meeting is announced, held, put off."""

    __mapper_args__ = {"polymorphic_identity": "meeting"}


class Guild(Base):
    """A Discord server that has Parley."""

    __tablename__ = "guilds"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    """Discord's own id."""
    name: Mapped[str] = mapped_column(Text, default="")
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None] = mapped_column(index=True)
    notice_channel_id: Mapped[int | None] = mapped_column(BigInteger)
    """Where trouble is told to admins; None for the first followed channel."""


class GuildFeed(Base):
    """A server's own choice about one feed: added, or a default one switched off."""

    __tablename__ = "guild_feeds"
    guild_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("guilds.id", ondelete="CASCADE"), primary_key=True
    )
    feed_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True
    )
    added: Mapped[bool] = mapped_column(Boolean)
    """True: added by the server. False: a default feed it switched off."""
    since: Mapped[datetime]
    full_text: Mapped[bool] = mapped_column(Boolean, default=False)
    """Of a feed it added: the pages behind its entries shall be read as well."""


class Follow(Base):
    """A channel's subscription to a conflict, with its settings."""

    __tablename__ = "follows"
    __table_args__ = (UniqueConstraint("channel_id", "conflict_id"),)
    id: Mapped[int] = _id()
    guild_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("guilds.id", ondelete="CASCADE"), index=True
    )
    channel_id: Mapped[int] = mapped_column(BigInteger)
    conflict_id: Mapped[int] = _ref("conflicts.id")
    since: Mapped[datetime]
    """Nothing that was known before this is announced."""
    talks: Mapped[bool] = mapped_column(Boolean, default=True)
    deadlines: Mapped[bool] = mapped_column(Boolean, default=True)
    digest: Mapped[bool] = mapped_column(Boolean, default=True)
    board: Mapped[bool] = mapped_column(Boolean, default=True)
    digest_hour: Mapped[int] = mapped_column(Integer, default=9)
    """Hour of the day in `zone` at which the strike digest is posted."""
    zone: Mapped[str] = mapped_column(Text, default="UTC")
    role_id: Mapped[int | None] = mapped_column(BigInteger)
    """Pinged on new rounds and moved deadlines; None for nobody."""
    paused_at: Mapped[datetime | None]
    paused_reason: Mapped[str | None]


class Post(Base):
    """One message Parley owes or has sent: the outbox row.

    `state`: owed → sending → sent; sent → stale (an edit is owed) → sent; unsure (the answer was
    lost: look before sending again); dead (refused for good, see `error`); dropped (its time
    passed while it waited).
    """

    __tablename__ = "posts"
    __table_args__ = (
        UniqueConstraint("follow_id", "key"),
        Index("ix_posts_due", "state", "due_at"),
        Index("ix_posts_about", "kind", "subject_id"),
    )
    id: Mapped[int] = _id()
    follow_id: Mapped[int] = _ref("follows.id", index=False)
    key: Mapped[str] = mapped_column(String(120))
    """What the post is about, once per follow: 'round:12:ended', 'deadline:3:P7D:2025-08-08'."""
    kind: Mapped[str] = mapped_column(String(24))
    """round / deadline / countdown / digest / board / notice."""
    subject_id: Mapped[int | None] = mapped_column(BigId)
    """The round's or deadline's id."""
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What the card needs beside its subject: the countdown's step, the digest's window."""
    state: Mapped[str] = mapped_column(String(10), default="owed")
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    """Not before this."""
    not_after: Mapped[datetime | None]
    """Dropped rather than sent late."""
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    attempted_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    edited_at: Mapped[datetime | None]
    channel_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    fingerprint: Mapped[str | None] = mapped_column(String(64))
    """Digest of what was last shown; an equal one needs no edit."""
    error: Mapped[str | None]
    follow: Mapped[Follow] = relationship()


class Note(Base):
    """A small fact of the program's own: the synced commands' hash, a job's last look."""

    __tablename__ = "notes"
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[str]
    at: Mapped[datetime]
