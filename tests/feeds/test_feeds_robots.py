"""What a robots.txt lets us read, by RFC 9309, and how often it is asked for."""

from datetime import UTC, datetime, timedelta

import pytest
from feed_site import Says, Site
from hypothesis import given, settings
from hypothesis import strategies as st
from timed import within

from feeds.fetch import Fetcher
from feeds.robots import SIZE_CAP, RobotsBook, parse_robots
from jobs.clock import SetClock

SITE = "https://paper.example"


def allows(text: str, path: str) -> bool:
    return parse_robots(text.encode()).allows(SITE + path)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("user-AGENT : *\r\nDISALLOW:/private # not this\r\n", "/private/1", False),
        ("User-agent: *\rDisallow: /a", "/a", False),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        # Our own group alone speaks for us, wherever it stands and however our name is spelt.
        ("User-agent: Parley\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: *\nAllow: /\nUser-agent: PARLEY/2.0\nDisallow: /a", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: parleyx\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: parley\nDisallow: /a", "/a", False),
        ("User-agent: parley\nCrawl-delay: 5\nUser-agent: other\nDisallow: /a", "/a", False),
        # Several groups of one name are one.
        ("User-agent: parley\nDisallow: /a\nUser-agent: parley\nDisallow: /b", "/a", False),
        ("User-agent: parley\nDisallow: /a\nUser-agent: parley\nDisallow: /b", "/b", False),
        # The longest rule wins, Allow of equals.
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        # Wildcards, the end, the query.
        ("User-agent: *\nDisallow: /*.php$", "/x/y.php", False),
        ("User-agent: *\nDisallow: /*.php$", "/x/y.php?z", True),
        ("User-agent: *\nDisallow: /a*z", "/abcz/d", False),
        ("User-agent: *\nDisallow: /a*z", "/abc", True),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: *session=", "/a?session=1", False),
        ("User-agent: *\nDisallow: /a*", "/a", False),
        ("User-agent: *\nDisallow: /a*b$", "/ab/cb", False),
        # One spelling of what is percent-encoded; letters differ by case, %2F is no slash.
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("User-agent: *\nDisallow: /%61", "/a", False),
        ("User-agent: *\nDisallow: /a/b", "/a%2fb", True),
        ("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", False),
        ("User-agent: *\nDisallow: /A", "/a", True),
        ("User-agent: *\nDisallow: /x%2A", "/x*y", False),
        # What is no rule is passed over.
        ("Disallow: /", "/a", True),
        ("<html>User-agent: *\nDisallow: /</html>", "/a", True),
        ("User-agent: *\nSitemap: https://paper.example/map\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: a", "/a", True),
    ],
)
def test_rules_are_read_as_the_standard_says(text: str, path: str, allowed: bool) -> None:
    assert allows(text, path) is allowed


def test_what_stands_past_the_size_that_counts_is_not_read() -> None:
    pad = "#" * (SIZE_CAP - 200) + "\n"
    assert not allows(f"{pad}User-agent: *\nDisallow: /a\n", "/a")
    assert allows(f"{pad}{'#' * 400}\nUser-agent: *\nDisallow: /a\n", "/a")


def test_a_file_made_to_hurt_is_read_in_no_time() -> None:
    many = "User-agent: *\n" + "Disallow: /" + "a*" * 5_000 + "b\n"
    body = (many + "Disallow: /x\n" * 30_000).encode()
    path = SITE + "/" + "a" * 3_000
    assert within(3.0, lambda: parse_robots(body).allows(path))


@settings(deadline=None)
@given(
    st.binary(max_size=300) | st.text(alphabet="User-agent: *\nDisallow/%2F$", max_size=80),
    st.text(),
)
def test_any_file_and_any_path_get_an_answer(body: bytes | str, path: str) -> None:
    rules = body.encode("utf-8", "replace") if isinstance(body, str) else body
    assert parse_robots(rules).allows(f"{SITE}/{path}") in (True, False)


NOON = datetime(2025, 7, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("says", "allowed", "asked_again_after"),
    [
        (Says(200, b"User-agent: *\nDisallow: /b"), True, timedelta(days=1)),
        (Says(404), True, timedelta(days=1)),
        (Says(403), True, timedelta(days=1)),
        (Says(500), False, timedelta(hours=1)),
        (Says(503), False, timedelta(hours=1)),
        (Says(429), False, timedelta(hours=1)),
        (Says(raw=b""), False, timedelta(hours=1)),
    ],
)
async def test_it_is_asked_for_once_until_it_is_old(
    site: Site, fetcher: Fetcher, says: Says, allowed: bool, asked_again_after: timedelta
) -> None:
    clock = SetClock(NOON)
    site.says(says, path="/robots.txt")
    book = RobotsBook(fetcher, clock)
    assert await book.allows(site.url("/a")) is allowed
    clock.now += asked_again_after - timedelta(seconds=1)
    assert await book.allows(site.url("/a?x=1")) is allowed
    assert [seen.path for seen in site.seen] == ["/robots.txt"]
    assert site.last.headers["user-agent"].startswith("Parley/")
    clock.now += timedelta(seconds=1)
    await book.allows(site.url("/a"))
    assert len(site.seen) == 2


async def test_its_redirects_are_followed_and_its_rules_hold_for_the_first_host(
    site: Site, fetcher: Fetcher
) -> None:
    site.says(Says(302, headers={"Location": "/rules"}), path="/robots.txt")
    site.says(Says(200, b"User-agent: *\nDisallow: /b"), path="/rules")
    book = RobotsBook(fetcher, SetClock(NOON))
    assert await book.allows(site.url("/a"))
    assert not await book.allows(site.url("/b"))
    site.says(Says(302, headers={"Location": "/robots.txt"}), path="/robots.txt")
    assert not await RobotsBook(fetcher, SetClock(NOON)).allows(site.url("/a"))


async def test_a_private_address_is_not_asked_for_its_rules(site: Site) -> None:
    async with Fetcher() as public:
        assert not await RobotsBook(public, SetClock(NOON)).allows(site.url("/a"))
    assert site.seen == []
