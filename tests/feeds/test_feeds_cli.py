"""`parley feeds` and `parley poll`, run as a person runs them, in this process."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from io import StringIO
from pathlib import Path

import pytest
from feed_site import Says, Site, item, rss
from page_samples import STORY, page
from rich.console import Console

import bot.cli
import bot.cli.feeds
import bot.cli.poll

Parley = Callable[..., Awaitable[tuple[int, str]]]


@pytest.fixture
def parley(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Parley:
    """Runs `parley` with these arguments; gives exit code and what was printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///parley.sqlite3")
    monkeypatch.setenv("FEED_ALLOW_PRIVATE", "true")
    for module in (bot.cli.feeds, bot.cli.poll):
        monkeypatch.setattr(module, "out", Console(width=80, highlight=False, soft_wrap=True))

    def call() -> int:
        try:
            bot.cli.main()
        except SystemExit as ended:
            return int(ended.code or 0)

    async def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["parley", *arguments])
        code = await asyncio.to_thread(call)  # the site goes on serving meanwhile
        said = capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    return run


async def test_a_feed_is_added_polled_listed_and_removed(site: Site, parley: Parley) -> None:
    url = site.says(Says(200, rss(item()), {"ETag": '"v1"'}), Says(304))
    assert await parley("feeds", "list") == (
        0,
        "No feeds yet: `parley feeds add URL`; `parley run` adds the preset's.",
    )
    code, said = await parley("feeds", "add", url)
    assert (code, f"Added {url}" in said) == (0, True)
    code, said = await parley("poll", "--at", "2035-01-05T09:00Z")
    assert code == 0
    assert "asked for all" in said
    assert "1 new (first poll: stored, not announced)" in said
    assert "1 feed polled, 1 new item, 0 in trouble" in said
    assert "posts owed." in said
    code, said = await parley("poll", "--at", "2035-01-05T09:01Z", "--feed", url)
    assert "0 feeds polled" in said
    assert "It is due 2035-01-05" in said
    code, said = await parley("poll", "--at", "2035-01-06T09:01Z", "--feed", url)
    assert "304 Not Modified" in said
    assert "unchanged" in said
    code, said = await parley("feeds", "list")
    assert f"{url} well" in said
    code, said = await parley("feeds", "remove", url)
    assert (code, said) == (0, f"Removed {url} from the default set.")


async def test_mistakes_are_answered_in_one_line(parley: Parley) -> None:
    for arguments, words in (
        (("feeds", "add", "paper.example"), "write it in full"),
        (("feeds", "remove", "https://paper.example/"), "not in the default set"),
        (("poll", "--at", "noon"), "write 2026-01-05T09:00Z"),
        (("poll", "--feed", "nonsense"), "is no feed address"),
    ):
        code, said = await parley(*arguments)
        assert code == 2
        assert words in said
        assert "Traceback" not in said


STRIKE = (
    "Russia launched 140 drones at Ukraine overnight on 26 July, killing three people in Kharkiv, "
    "Ukraine’s air force said."
)


async def test_a_poll_is_a_whole_turn_of_the_clock(site: Site, parley: Parley) -> None:
    """As the README says it, on a fresh database: poll, read, group, owe."""
    first = rss(item("g0", "Weather", link="/a/0", text="It will rain."))
    news = item("g1", "Drones kill three", text=STRIKE, date="Sat, 26 Jul 2025 08:00:00 GMT")
    url = site.says(Says(200, first), Says(200, rss(news)))
    await parley("feeds", "add", url)
    code, said = await parley("poll", "--at", "2035-01-05T09:00Z")
    assert (code, "1 feed polled" in said) == (0, True)
    code, said = await parley("poll", "--at", "2035-01-05T20:00Z", "--feed", url)
    assert code == 0
    assert "1 article read, 1 mention grouped, 0 posts owed." in said
    assert "due again" in said


LONG = "/feed/" + "a-long-section-name/" * 8 + "rss.xml"


async def test_an_address_is_never_broken_where_it_is_piped(site: Site, parley: Parley) -> None:
    url = site.says(Says(200, rss(item())), path=LONG)
    await parley("feeds", "add", url)
    code, said = await parley("poll", "--feed", url)
    assert (code, url in said.split()) == (0, True)
    code, said = await parley("feeds", "list")
    assert (code, url in said.split()) == (0, True)


async def test_a_terminal_gets_lines_that_fit(
    site: Site, parley: Parley, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, gone = site.says(Says(200, rss(item())), path=LONG), site.says(Says(410), path="/gone")
    for one in (url, gone):
        await parley("feeds", "add", one)
    await parley("poll")
    drawn = StringIO()
    screen = Console(file=drawn, width=80, force_terminal=True, color_system=None, highlight=False)
    monkeypatch.setattr(bot.cli.feeds, "out", screen)
    await parley("feeds", "list")
    lines = drawn.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert sum("…" in line for line in lines) == 1
    assert any(gone in line and "stopped" in line and "never" in line for line in lines)
    assert "410 Gone" in drawn.getvalue()


async def test_adding_twice_says_that_it_is_there(site: Site, parley: Parley) -> None:
    url = site.says(Says(200, rss(item())))
    assert "Added" in (await parley("feeds", "add", url))[1]
    code, said = await parley("feeds", "add", url.replace("http", "HTTP") + "#top")
    assert (code, said) == (
        0,
        f"{url} is in the default set already; `parley feeds list` shows it.",
    )
    await parley("feeds", "remove", url)
    assert "Added" in (await parley("feeds", "add", url))[1]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/rss", "http://2130706433/", "http://[::1]:8080/", "http://10.0.0.7/"]
)
async def test_a_private_address_is_refused_at_once_with_what_to_do(
    url: str, parley: Parley, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FEED_ALLOW_PRIVATE", "false")
    code, said = await parley("feeds", "add", url)
    assert code == 2
    assert "set FEED_ALLOW_PRIVATE=true" in said
    assert (await parley("feeds", "list"))[1].startswith("No feeds yet")


async def test_full_text_is_set_and_shown(site: Site, parley: Parley) -> None:
    url, other = site.says(Says(200, rss(item()))), site.says(Says(200, rss()), path="/other")
    await parley("feeds", "add", url)
    await parley("feeds", "add", other, "--full-text")
    said = (await parley("feeds", "list"))[1]
    assert f"{other} not polled yet, full text" in said
    assert said.count("full text") == 1
    for words, count in (((url,), 2), ((url, "--off"), 1), ((other, "--off"), 0)):
        assert (await parley("feeds", "full-text", *words))[0] == 0
        assert (await parley("feeds", "list"))[1].count("full text") == count
    code, said = await parley("feeds", "full-text", "https://paper.example/")
    assert (code, "not in the default set" in said) == (2, True)


async def test_a_poll_reads_the_page_behind_an_entry_where_the_feed_is_set_so(
    site: Site, parley: Parley
) -> None:
    title, date = "Russia and Ukraine hold talks in Istanbul", "Fri, 05 Jan 2035 08:00:00 GMT"
    told = item("g1", title, link="/story", text="Delegations of both sides met.", date=date)
    old = item("g0", "Weather", link="/a/0", text="It will rain.")
    site.says(Says(200, page(title, *STORY), {"Content-Type": "text/html"}), path="/story")
    url = site.says(Says(200, rss(old)), Says(200, rss(told)))
    await parley("feeds", "add", url, "--full-text")
    await parley("poll", "--at", "2035-01-05T01:00Z", "--feed", url)
    code, said = await parley("poll", "--at", "2035-01-05T09:00Z", "--feed", url)
    assert code == 0
    assert "2 articles read, 1 page read in full" in said
    assert [seen.path for seen in site.seen[2:]] == ["/robots.txt", "/story"]
