"""What an answer means for its feed: validators, hints, moves, failures and the next due time.

No I/O: the row as it was, the answer and the time go in; the row as it shall be comes out.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from db.models import Feed
from feeds.fetch import FetchResult, describe_status
from feeds.hints import header_hints, retry_after
from feeds.parse import ParsedFeed
from feeds.schedule import Due, Outcome, Standing, next_due

MOVE_HOLDS = timedelta(hours=24)
"""A permanent redirect is believed once it has been seen for so long (feeds.md P28)."""
_PUNCTUAL = timedelta(minutes=2)
"""A poll later than this after its due time is one of a crowd: the program was away."""

_ADVICE = {
    401: "it asks for a password",
    403: "it is forbidden to us; the site may turn bots away",
    404: "nothing is there; look on the site for the feed's present address",
    429: "we ask too often; Parley slows down by itself",
    451: "it is withheld for legal reasons",
}
_OUTCOMES = {
    401: Outcome.FORBIDDEN,
    403: Outcome.FORBIDDEN,
    410: Outcome.GONE,
    429: Outcome.THROTTLED,
    451: Outcome.FORBIDDEN,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A fetched document, as far as it could be read."""

    result: FetchResult
    parsed: ParsedFeed | None = None
    """None unless the body is a feed that differs from the last one."""
    digest: str | None = None
    """The body's digest, where the body is a feed."""
    trouble: str | None = None
    """Why a 200 was no feed."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a poll came to."""

    outcome: Outcome
    error: str | None
    """In a sentence with what to do; None where all is well."""


def judge(answer: Answer) -> Judgement:
    """Whether the answer is good, and if not, why in words."""
    result = answer.result
    if result.problem is not None:
        return Judgement(Outcome.FAILED, result.answered)
    if answer.trouble is not None:
        return Judgement(Outcome.FAILED, answer.trouble)
    if result.status == 200:
        return Judgement(Outcome.FINE, None)
    if result.status == 304 and result.conditional:
        return Judgement(Outcome.FINE, None)
    status = result.status or 0
    advice = "a bot check stands before it" if "cf-mitigated" in result.headers else None
    advice = advice or _ADVICE.get(status)
    words = f"{describe_status(status)}: {advice}" if advice else describe_status(status)
    return Judgement(_OUTCOMES.get(status, Outcome.FAILED), words)


def settle(feed: Feed, answer: Answer, now: datetime, *, was_due: datetime | None) -> Due:
    """Write the answer into the feed's row; gives when it is due again. Moves are not applied."""
    verdict = judge(answer)
    result = answer.result
    first_or_late = feed.succeeded_at is None or was_due is None or now - was_due > _PUNCTUAL
    feed.polled_at = now
    feed.last_status = result.status
    feed.last_error = verdict.error
    if verdict.outcome is Outcome.FINE:
        _settle_success(feed, answer, now)
    else:
        feed.failures += 1
        feed.failing_since = feed.failing_since or now
        feed.state = "failing"
    due = next_due(verdict.outcome, _standing(feed, answer, now, unaligned=first_or_late), now)
    feed.due_at = due.at
    if due.at is None:
        feed.state = "gone"
        feed.last_error = f"stopped: {due.why}. Add its new address, or add it again"
    return due


def _standing(feed: Feed, answer: Answer, now: datetime, *, unaligned: bool) -> Standing:
    return Standing(
        url=feed.url,
        failures=feed.failures,
        failing_since=feed.failing_since,
        last_new=feed.new_entry_at or feed.added_at,
        hints=feed.hints,
        retry_after=_asked_silence(answer.result, now),
        unaligned=unaligned,
        eager=str(feed.hints.get("eager_until", "")) > now.isoformat(),
    )


def _asked_silence(result: FetchResult, now: datetime) -> int | None:
    """Retry-After, where it means anything (RFC 9110 §10.2.3, RFC 6585 §4)."""
    return retry_after(result.headers, now) if result.status in (403, 429, 503) else None


def _settle_success(feed: Feed, answer: Answer, now: datetime) -> None:
    feed.state = "ok"
    feed.failures = 0
    feed.failing_since = None
    feed.succeeded_at = now
    _keep_validators(feed, answer.result)
    _keep_hints(feed, answer, now)
    _note_move(feed, answer.result.permanent_url, now)
    if answer.digest is not None:
        feed.body_hash = answer.digest
    if answer.parsed is not None and not feed.title:
        feed.title = answer.parsed.title


def _keep_validators(feed: Feed, result: FetchResult) -> None:
    """From every 200, even an empty set; from a 304 what it carries (RFC 9110 §15.4.5)."""
    if result.status == 200:
        feed.etag, feed.last_modified = result.etag, result.last_modified
    else:
        feed.etag = result.etag or feed.etag
        feed.last_modified = result.last_modified or feed.last_modified
    feed.validators_url = result.final_url


def _keep_hints(feed: Feed, answer: Answer, now: datetime) -> None:
    kept = dict(feed.hints)
    if answer.parsed is not None:
        kept = {k: v for k, v in kept.items() if k in ("max_age", "eager_until")}
        kept |= answer.parsed.hints
    headers = answer.result.headers
    if answer.result.status == 200 or "cache-control" in headers or "expires" in headers:
        kept.pop("max_age", None)
        kept |= header_hints(headers, now)
    feed.hints = kept


def _note_move(feed: Feed, target: str, now: datetime) -> None:
    if target == feed.url:
        feed.moved_to = feed.moved_since = None
    elif target != feed.moved_to:
        feed.moved_to, feed.moved_since = target, now


def has_moved(feed: Feed, now: datetime) -> bool:
    """True once a permanent redirect has held for a day."""
    return (
        feed.moved_to is not None
        and feed.moved_since is not None
        and now - feed.moved_since > MOVE_HOLDS
    )
