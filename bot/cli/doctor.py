"""`parley doctor`: what is wrong, and what mends it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    import httpx

    from db.engine import Sessions
    from db.models import Feed

out = Console(highlight=False, soft_wrap=True)

DISCORD = "https://discord.com"
CLOCK_SLACK = timedelta(seconds=30)
"""Countdowns are told to the minute; a clock further off than this misleads."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `fix` is what to do where it is not well."""

    what: str
    says: str
    fix: str | None = None
    grave: bool = True
    skipped: bool = False
    """It could not be looked at."""

    @property
    def mark(self) -> tuple[str, str]:
        """The sign before the line, and its colour."""
        if self.skipped:
            return "–", "dim"
        if self.fix is None:
            return "✓", "green"
        return ("✗", "red") if self.grave else ("!", "yellow")


def register(app: typer.Typer) -> None:
    """Add `parley doctor`."""
    app.command("doctor")(doctor)


def doctor() -> None:
    """Look at token, permissions, database, feeds and clock, and say how to mend each fault."""
    findings = asyncio.run(_examine(load_settings()))
    for finding in findings:
        mark, style = finding.mark
        out.print(f"{mark} {finding.what}: {finding.says}", style=style, markup=False)
        if finding.fix is not None:
            out.print(f"  → {finding.fix}", markup=False)
    if any(finding.fix is not None and finding.grave for finding in findings):
        raise typer.Exit(1)


async def _examine(settings: Settings) -> list[Finding]:
    looks: tuple[Callable[[Settings], Awaitable[list[Finding]]], ...] = (
        _look_at_discord,
        _look_at_database,
        _look_at_follows_and_feeds,
        _look_at_contact,
    )
    return [finding for look in looks for finding in await look(settings)]


async def _look_at_discord(settings: Settings) -> list[Finding]:
    import httpx

    if settings.discord_token is None:
        fix = "make a bot at https://discord.com/developers/applications; put its token into .env"
        says = "none set; Parley would run in its own local Discord"
        return [Finding("token", says, fix, grave=False), *_skipped("there is no token")]
    base = (settings.discord_url or DISCORD).rstrip("/")
    headers = {"Authorization": f"Bot {settings.discord_token.get_secret_value()}"}
    try:
        async with httpx.AsyncClient(timeout=10, headers=headers) as client:
            answer = await client.get(f"{base}/api/v10/users/@me")
            findings = [_token(answer), *_clock(answer)]
            if answer.status_code == httpx.codes.OK:
                return findings + await _permissions(client, base, settings)
            return findings + _skipped("the token is not good")[1:]
    except httpx.HTTPError as error:
        says = f"Discord cannot be reached ({type(error).__name__})"
        unseen = _skipped("Discord was not reached")
        return [Finding("token", says, "check the network, a proxy or a firewall"), *unseen]


def _skipped(reason: str) -> list[Finding]:
    return [Finding(what, f"skipped: {reason}", skipped=True) for what in ("clock", "permissions")]


def _token(answer: "httpx.Response") -> Finding:
    if answer.status_code == 200:
        return Finding("token", f"good; the bot is {answer.json().get('username', '?')}")
    fix = "copy the token anew from the bot's page into DISCORD_TOKEN"
    return Finding("token", f"Discord answers {answer.status_code}", fix)


def _clock(answer: "httpx.Response") -> list[Finding]:
    from jobs.clock import system_clock

    stamp = answer.headers.get("Date")
    if stamp is None:
        return []
    off = abs(system_clock() - parsedate_to_datetime(stamp))
    if off <= CLOCK_SLACK:
        return [Finding("clock", "right")]
    seconds = off.total_seconds()
    return [Finding("clock", f"off by {seconds:.0f} s", "let the machine set its time by NTP")]


async def _permissions(client: "httpx.AsyncClient", base: str, settings: Settings) -> list[Finding]:
    from sqlalchemy import select

    from db.migrate import check
    from db.models import Follow

    findings = []
    async with _schema(settings) as sessions:
        if await check(sessions.kw["bind"]):
            return []
        async with sessions() as session:
            follows = list(await session.scalars(select(Follow)))
    for follow in follows:
        answer = await client.get(f"{base}/api/v10/channels/{follow.channel_id}/messages?limit=1")
        what = f"channel {follow.channel_id}"
        if follow.paused_reason is not None:
            fix = "mend it and type /follow test there"
            findings.append(Finding(what, f"paused: {follow.paused_reason}", fix))
        elif answer.status_code != 200:
            fix = "give Parley View Channel and Read Message History there, or /follow remove it"
            findings.append(Finding(what, f"Discord answers {answer.status_code}", fix))
        else:
            findings.append(Finding(what, "can be read"))
    return findings


@asynccontextmanager
async def _schema(settings: Settings) -> "AsyncIterator[Sessions]":
    from db.engine import create_engine, sessions

    engine = create_engine(settings.database_url)
    try:
        yield sessions(engine)
    finally:
        await engine.dispose()


async def _look_at_database(settings: Settings) -> list[Finding]:
    from db.migrate import check

    async with _schema(settings) as sessions:
        faults = await check(sessions.kw["bind"])
    if not faults:
        return [Finding("database", "open, and its schema is this version's")]
    return [_database(fault) for fault in faults]


def _database(fault: str) -> Finding:
    """What is told ends with what to do, unless it is a difference from the models."""
    says, mark, fix = fault.partition(_RUN)
    if mark:
        return Finding("database", says, f"run: {fix.rstrip('`')}")
    says, mark, fix = fault.partition("; check ")
    return Finding("database", says, f"check {fix}" if mark else "run: parley db upgrade")


_RUN = ": run `"


async def _look_at_follows_and_feeds(settings: Settings) -> list[Finding]:
    from sqlalchemy import select

    from db.migrate import check
    from db.models import Feed, Follow

    async with _schema(settings) as sessions:
        if await check(sessions.kw["bind"]):
            return []
        async with sessions() as session:
            feeds = list(await session.scalars(select(Feed).order_by(Feed.url)))
            follows = len(list(await session.scalars(select(Follow.id))))
    findings = [_feed(feed) for feed in feeds if feed.state in {"failing", "gone"}]
    findings.append(_all_feeds([feed.state for feed in feeds]))
    if not follows:
        fix = "type /follow add in a channel of your server"
        findings.append(Finding("channels", "none follows a conflict yet", fix, grave=False))
    return findings


def _all_feeds(states: list[str]) -> Finding:
    """How many there are of each; ticked once any has been polled and is well."""
    counts = Counter(states)
    if not counts.keys() - {"off"}:
        fix = "parley feeds add URL, or start parley run: it adds the preset's"
        return Finding("feeds", "none", fix, grave=False)
    told = [f"{counts[state]} {words}" for state, words in _STATES.items() if counts[state]]
    mend = None
    if not counts["ok"]:
        mend = "start parley run, or parley poll, and look again" if counts["new"] else _ALL_FAIL
    return Finding("feeds", ", ".join(told), mend, grave=False)


_ALL_FAIL = "not one answers: check this machine's network, name server and firewall first"


_STATES = {
    "ok": "well",
    "new": "not polled yet",
    "failing": "failing",
    "gone": "stopped",
    "off": "off",
}


async def _look_at_contact(settings: Settings) -> list[Finding]:
    if settings.feed_contact:
        return [Finding("contact", f"feed owners are shown {settings.feed_contact}")]
    says = "FEED_CONTACT is empty, so a feed's owner cannot ask who polls it"
    fix = "if you like, set it to a page of yours or a mail address; many sites are kinder then"
    return [Finding("contact", says, fix, grave=False)]


def _feed(feed: "Feed") -> Finding:
    from jobs.clock import system_clock
    from jobs.health import health_of

    health = health_of(feed, system_clock())
    says = f"{health.state}: {health.trouble}" if health.trouble else health.state
    return Finding(feed.url, says, health.fix or "look at it in a browser", grave=False)
