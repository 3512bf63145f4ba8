"""What a polite poller asks and remembers (P1 to P15, P36 to P46 of the conduct it is held to).

The real poller over real HTTP, with time that is set by hand. One test a behaviour.
"""

from datetime import timedelta

import pytest
from feed_site import Says, item, rss, several
from feed_world import CONTACT, World

from feeds.fetch import FetchRequest
from feeds.schedule import FLOOR, INTERVAL
from jobs.poll import take_in

FEED = rss(item())
VALIDATORS = {"ETag": 'W/"a\'b"', "Last-Modified": "Fri, 25 Jul 2025 10:00:00 GMT"}


def conditions(world: World) -> tuple[str | None, str | None]:
    headers = world.site.last.headers
    return headers.get("if-none-match"), headers.get("if-modified-since")


async def test_first_request_is_unconditional(world: World) -> None:
    """P1"""
    await world.follow(Says(200, FEED))
    assert conditions(world) == (None, None)


async def test_echoes_validators_byte_for_byte(world: World) -> None:
    """P2"""
    await world.follow(Says(200, FEED, VALIDATORS), Says(304))
    await world.poll_when_due()
    assert conditions(world) == (VALIDATORS["ETag"], VALIDATORS["Last-Modified"])


async def test_echoes_an_etag_outside_ascii(world: World) -> None:
    """P2, for a server that sends Latin-1."""
    await world.follow(Says(200, FEED, {"ETag": '"café"'}), Says(304))
    await world.poll_when_due()
    assert conditions(world)[0] == '"café"'


async def test_takes_a_new_etag_though_the_body_is_the_same(world: World) -> None:
    """P3"""
    first = Says(200, FEED, {**VALIDATORS, "ETag": '"v1"'})
    await world.follow(first, Says(200, FEED, {**VALIDATORS, "ETag": '"v2"'}), Says(304))
    await world.poll_when_due()
    await world.poll_when_due()
    assert conditions(world)[0] == '"v2"'


async def test_keeps_validators_over_a_bare_304(world: World) -> None:
    """P4"""
    await world.follow(Says(200, FEED, VALIDATORS), Says(304))
    await world.poll_when_due()
    await world.poll_when_due()
    assert conditions(world) == (VALIDATORS["ETag"], VALIDATORS["Last-Modified"])


async def test_takes_a_new_validator_from_a_304(world: World) -> None:
    """P5"""
    await world.follow(Says(200, FEED, VALIDATORS), Says(304, headers={"ETag": '"v2"'}))
    await world.poll_when_due()
    await world.poll_when_due()
    assert conditions(world) == ('"v2"', VALIDATORS["Last-Modified"])


async def test_drops_validators_that_a_200_no_longer_has(world: World) -> None:
    """P6"""
    await world.follow(Says(200, FEED, VALIDATORS), Says(200, rss(*several(2))))
    await world.poll_when_due()
    await world.poll_when_due()
    assert conditions(world) == (None, None)


async def test_stays_conditional_through_a_day_of_304(world: World) -> None:
    """P7"""
    hourly = {"Cache-Control": "max-age=3600"}
    await world.follow(Says(200, FEED, VALIDATORS | hourly), Says(304, headers=hourly))
    polled = await world.poll_for(timedelta(hours=25))
    assert len(polled) > 20
    assert all(seen.headers["if-none-match"] == VALIDATORS["ETag"] for seen in world.seen[1:])


async def test_stays_conditional_over_a_restart(world: World) -> None:
    """P8"""
    await world.follow(Says(200, FEED, VALIDATORS), Says(304))
    await world.restart()
    await world.poll_when_due()
    assert conditions(world)[0] == VALIDATORS["ETag"]


async def test_restarts_cause_no_request(world: World) -> None:
    """P9"""
    await world.follow(Says(200, FEED))
    for _ in range(5):
        world.clock.now += timedelta(minutes=2)
        await world.restart()
        await world.poll()
    assert len(world.seen) == 1


async def test_a_poll_killed_midway_is_not_repeated_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P9, for a process that dies while it waits for the answer."""
    url = world.site.says(Says(200, FEED))
    await world.add(url)

    class Killed(BaseException):
        pass

    async def die(_request: object) -> None:
        raise Killed

    monkeypatch.setattr(world.fetcher, "fetch", die)
    with pytest.raises(Killed):
        await world.poll()
    await world.restart()
    await world.poll()
    assert world.seen == []
    world.clock.now += FLOOR
    await world.poll()
    assert len(world.seen) == 1


async def test_adding_a_feed_asks_once(world: World) -> None:
    """P10"""
    url = await world.follow(Says(200, FEED))
    await world.add(url)
    await world.poll()
    assert len(world.seen) == 1


async def test_a_preview_and_the_first_poll_are_one_request(world: World) -> None:
    """P10"""
    url = world.site.says(Says(200, FEED, VALIDATORS), Says(304))
    preview = await world.fetcher.fetch(FetchRequest(url))
    assert await take_in(world.sessions, world.clock, preview, outlets={}) is None
    await world.add(url)
    outcome = await take_in(world.sessions, world.clock, preview, outlets={})
    assert outcome is not None
    assert outcome.new == 1
    assert await world.poll() == []
    assert len(world.seen) == 1
    await world.poll_when_due()
    assert conditions(world)[0] == VALIDATORS["ETag"]


async def test_never_sends_a_cookie(world: World) -> None:
    """P11"""
    cookie = Says(200, FEED, {"Set-Cookie": "id=1; Path=/; Max-Age=9999999"})
    await world.follow(cookie)
    await world.follow(cookie, path="/other")
    await world.poll_when_due()
    assert not any("cookie" in seen.headers for seen in world.seen)


async def test_sends_no_referer_no_credentials_no_extra_query(world: World) -> None:
    """P12"""
    world.site.says(Says(200, FEED), path="/new?x=1")
    await world.follow(Says(302, headers={"Location": "/new?x=1"}))
    assert [seen.path for seen in world.seen] == ["/feed", "/new?x=1"]
    for seen in world.seen:
        assert not {"referer", "authorization", "origin"} & set(seen.headers)


async def test_a_redirect_cannot_choose_our_credentials(world: World) -> None:
    """P12"""
    target = world.site.url("/new").replace("http://", "http://user:secret@")
    world.site.says(Says(200, FEED), path="/new")
    await world.follow(Says(302, headers={"Location": target}))
    assert "authorization" not in world.site.last.headers


async def test_gives_its_name_and_contact_every_time(world: World) -> None:
    """P13"""
    world.site.says(Says(200, FEED), path="/new")
    await world.follow(Says(302, headers={"Location": "/new"}))
    await world.poll_when_due()
    names = {seen.headers["user-agent"] for seen in world.seen}
    assert len(names) == 1
    name = names.pop()
    assert name.startswith("Parley/")
    assert f"(+{CONTACT})" in name
    assert "Mozilla" not in name


async def test_offers_gzip_and_asks_for_feeds(world: World) -> None:
    """P14"""
    await world.follow(Says(200, FEED))
    headers = world.site.last.headers
    assert headers["accept-encoding"] == "gzip, deflate"
    assert "application/rss+xml" in headers["accept"]
    assert "application/atom+xml" in headers["accept"]


async def test_leaves_the_interval_between_two_polls(world: World) -> None:
    """P15"""
    await world.follow(Says(200, FEED))
    world.clock.now += INTERVAL - timedelta(minutes=1)
    assert await world.poll() == []
    assert len(world.seen) == 1


async def test_a_bot_wall_is_a_failure_and_its_etag_is_not_kept(world: World) -> None:
    """P36"""
    page = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"
    wall = Says(200, page, {"ETag": '"wall"', "Content-Type": "text/html"})
    await world.follow(Says(200, FEED, VALIDATORS), wall, Says(200, FEED, VALIDATORS))
    outcome = await world.poll_when_due()
    assert not outcome.ok
    assert "bot check" in outcome.decided
    await world.poll_when_due()
    assert conditions(world)[0] == VALIDATORS["ETag"]


async def test_a_new_date_and_title_is_an_edit(world: World) -> None:
    """P42"""
    later = item(title="Talks end early", date="Sat, 26 Jul 2025 10:00:00 GMT")
    await world.follow(Says(200, FEED), Says(200, rss(later)))
    outcome = await world.poll_when_due()
    assert (outcome.new, outcome.edited) == (0, 1)
    [entry], [article] = await world.entries(), await world.articles()
    assert {edit["field"]: edit["was"] for edit in entry.edits} == {
        "title": "Talks end",
        "published": "2025-07-25T10:00:00+00:00",
    }
    assert article.title == "Talks end early"
    assert article.published.day == 25  # the day from which the text counts


async def test_the_clock_of_the_feed_is_kept_with_the_story(world: World) -> None:
    await world.follow(Says(200, rss(item(date="Fri, 25 Jul 2025 06:00:00 -0400"))))
    [article] = await world.articles()
    assert (article.published.hour, article.utc_offset) == (10, -240)


async def test_a_new_guid_for_the_same_link_is_the_same_story(world: World) -> None:
    """P43"""
    link = "https://news.example/a/1"
    again = item("g2", link=f"{link}?utm_source=rss#top")
    await world.follow(Says(200, rss(item("g1", link=link))), Says(200, rss(again)))
    await world.poll_when_due()
    assert len(await world.entries()) == 2
    assert len(await world.articles()) == 1


async def test_two_items_that_share_a_guid_are_both_kept(world: World) -> None:
    """P44"""
    one, two = item("same", "One", link="/1"), item("same", "Two", link="/2")
    await world.follow(
        Says(200, rss(one)), Says(200, rss(two, one)), Says(200, rss(one, two)), Says(200, rss(two))
    )
    counts = [(outcome.new, outcome.edited) for outcome in [await world.poll_when_due()]]
    counts += [
        (o.new, o.edited) for o in [await world.poll_when_due(), await world.poll_when_due()]
    ]
    assert counts == [(1, 0), (0, 0), (0, 0)]
    assert [entry.title for entry in await world.entries()] == ["One", "Two"]


async def test_an_item_dated_before_the_last_is_still_new_once(world: World) -> None:
    """P45"""
    old = item("g2", "Older", link="/2", date="Fri, 18 Jul 2025 00:00:00 GMT")
    await world.follow(Says(200, FEED), Says(200, rss(old, item())))
    assert (await world.poll_when_due()).new == 1
    assert (await world.poll_when_due()).new == 0
    assert [entry.baseline for entry in await world.entries()] == [True, False]


async def test_the_first_poll_stores_all_and_announces_nothing(world: World) -> None:
    """P46"""
    await world.follow(Says(200, rss(*several(50))))
    assert [article.baseline for article in await world.articles()] == [True] * 50


async def test_a_body_that_is_a_path_or_an_address_opens_nothing(world: World) -> None:
    """P41"""
    world.site.says(Says(200, FEED), path="/secret")
    for n, body in enumerate([b"/etc/passwd", world.site.url("/secret").encode()]):
        await world.follow(Says(200, body), path=f"/{n}")
    assert [seen.path for seen in world.seen] == ["/0", "/1"]
    assert await world.entries() == []
