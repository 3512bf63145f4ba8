"""The newsstand: what was not printed yet is not there, what has not changed is not sent again."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import httpx
import pytest

from jobs.clock import SetClock
from sandbox.archive import ArchiveError, read_archive
from sandbox.newsstand import Item, Newsstand, StandFeed, Version

T0 = datetime(2025, 7, 23, 12, tzinfo=UTC)


def _item(name: str, hours: int, *corrections: tuple[int, str]) -> Item:
    at = T0 + timedelta(hours=hours)
    versions = [Version(at, f"{name} & more", f"<p>{name} <b>first</b></p>")]
    versions += [Version(T0 + timedelta(hours=h), text, text) for h, text in corrections]
    return Item(f"guid-{name}", f"https://a.example/{name}?x=1&y=2", at, tuple(versions))


@pytest.fixture(params=["rss", "atom"])
async def stand(request: pytest.FixtureRequest, clock: SetClock) -> AsyncIterator[Newsstand]:
    clock.now = T0
    items = (_item("early", -1), _item("late", 2, (5, "late, corrected")))
    async with Newsstand([StandFeed("desk", "The Desk", request.param, items)], clock) as stand:
        yield stand


async def _get(stand: Newsstand, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.get(stand.url("desk"), headers=headers)


async def test_shows_what_was_out_by_then(stand: Newsstand, clock: SetClock) -> None:
    for hours, titles in [(0, 1), (3, 2)]:
        clock.now = T0 + timedelta(hours=hours)
        answer = await _get(stand)
        parsed = feedparser.parse(answer.content)
        assert not parsed.bozo
        assert len(parsed.entries) == titles
    assert parsed.entries[0].title == "late & more"
    assert parsed.entries[0].link == "https://a.example/late?x=1&y=2"


async def test_an_unchanged_feed_is_not_sent_again(stand: Newsstand, clock: SetClock) -> None:
    first = await _get(stand)
    clock.now = T0 + timedelta(hours=1)
    again = await _get(stand, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    dated = await _get(stand, **{"If-Modified-Since": first.headers["Last-Modified"]})
    assert dated.status_code == 304
    clock.now = T0 + timedelta(hours=2)
    changed = await _get(stand, **{"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert (stand.traffic.requests, stand.traffic.not_modified) == (4, 2)


async def test_a_correction_replaces_under_the_same_guid(stand: Newsstand, clock: SetClock) -> None:
    clock.now = T0 + timedelta(hours=6)
    parsed = feedparser.parse((await _get(stand)).content)
    assert [entry.title for entry in parsed.entries] == ["late, corrected", "early & more"]
    assert parsed.entries[0].id == "guid-late"


async def test_an_unknown_feed_is_a_404(stand: Newsstand) -> None:
    async with httpx.AsyncClient() as client:
        assert (await client.get(stand.url("nothing"))).status_code == 404


async def test_an_archive_is_read_and_served_again(tmp_path: Path, clock: SetClock) -> None:
    clock.now = T0 + timedelta(hours=3)
    made = StandFeed("desk", "The Desk", "rss", (_item("a", 0), _item("b", 1)))
    async with Newsstand([made], clock) as stand:
        (tmp_path / "desk.xml").write_bytes((await _get(stand)).content)
    (tmp_path / "INDEX.tsv").write_text("desk\thttps://a.example/feed\t2\n")
    archive = read_archive(tmp_path)
    assert archive.addresses == {"desk": "https://a.example/feed"}
    assert archive.span == (T0, T0 + timedelta(hours=1))
    async with Newsstand(archive.feeds, clock) as stand:
        parsed = feedparser.parse((await _get(stand)).content)
    assert [entry.id for entry in parsed.entries] == ["guid-b", "guid-a"]
    assert "<b>first</b>" in parsed.entries[0].summary


def test_a_folder_without_feeds_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"no \*\.xml files"):
        read_archive(tmp_path)
