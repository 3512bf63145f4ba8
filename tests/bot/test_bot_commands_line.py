"""The command line as a person uses it, on a fresh folder: what it prints and how it ends."""

import asyncio
import os
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import UsageError, build
from bot.settings import SettingsError, load_settings
from db.migrate import SchemaError
from sandbox.newsstand import Item, Newsstand, StandFeed, Version
from sandbox.server import SandboxDiscord


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder with no settings but a database in it."""
    for name in ("DISCORD_TOKEN", "DISCORD_URL", "CONFLICTS", "FEED_ALLOW_PRIVATE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/parley.sqlite3")


def parley(*words: str) -> Result:
    return CliRunner().invoke(build(), list(words), catch_exceptions=True)


def test_a_look_at_what_is_not_there_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new/parley.sqlite3")
    for command in (("db", "check"), ("doctor",)):
        assert parley(*command).exit_code == 1
        assert list(tmp_path.iterdir()) == []
    assert parley("db", "upgrade").exit_code == 0
    assert (tmp_path / "new" / "parley.sqlite3").exists()


def test_doctor_tells_what_it_did_not_look_at_and_ticks_no_feed_unasked() -> None:
    parley("status")
    parley("feeds", "add", "https://paper.example/rss")
    seen = parley("doctor").output
    assert "– clock: skipped: there is no token" in seen
    assert "– permissions: skipped: there is no token" in seen
    assert re.search(r"! feeds: \d+ not polled yet\n", seen)
    assert "! contact: FEED_CONTACT is empty" in seen
    assert "✓ feeds" not in seen


def test_a_fresh_database_is_told_to_be_upgraded_then_is_well() -> None:
    before = parley("db", "check")
    assert isinstance(before.exception, SchemaError)
    assert "parley db upgrade" in str(before.exception)
    assert parley("db", "upgrade").exit_code == 0
    after = parley("db", "check")
    assert (after.exit_code, "as it should be" in after.output) == (0, True)


def test_status_answers_at_once_on_a_fresh_install() -> None:
    shown = parley("status")
    assert shown.exit_code == 0, shown.exception
    assert "where the talks stand" in shown.output
    assert "Last round" in shown.output
    assert "<t:" not in shown.output


def test_status_of_a_conflict_that_is_not_watched_says_which_are() -> None:
    shown = parley("status", "atlantis")
    assert isinstance(shown.exception, UsageError)
    assert "russia-ukraine" in str(shown.exception)


def test_doctor_without_anything_says_what_to_do_first() -> None:
    seen = parley("doctor")
    assert seen.exit_code == 1
    assert "DISCORD_TOKEN" not in seen.output.splitlines()[0]
    assert seen.output.count("parley db upgrade") == 1
    assert "run: parley db upgrade" in seen.output
    parley("status")
    again = parley("doctor")
    assert again.exit_code == 0, again.output
    assert "/follow add" in again.output


def test_doctor_sends_nobody_to_upgrade_what_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "parley.sqlite3").write_text("shopping list\n" * 100)
    seen = parley("doctor")
    assert seen.exit_code == 1
    assert "✗ database: the database cannot be opened (file is not a database)\n" in seen.output
    assert "→ check DATABASE_URL" in seen.output
    assert "upgrade" not in seen.output


@pytest.mark.parametrize(
    ("token", "says", "code"),
    [("sandbox", "✓ token: good", 0), ("stolen", "copy the token anew", 1)],
)
async def test_doctor_asks_discord_about_the_token(token: str, says: str, code: int) -> None:
    async with SandboxDiscord() as discord:
        for words in (["db", "upgrade"], ["doctor"]):
            process = await asyncio.create_subprocess_exec(
                Path(sys.executable).parent / "parley",
                *words,
                env={**os.environ, "DISCORD_URL": discord.page_url, "DISCORD_TOKEN": token},
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            output, errors = await process.communicate()
    assert says in output.decode()
    assert process.returncode == code
    assert b"stolen" not in output + errors


def _stand(at: datetime) -> StandFeed:
    text = "<p>Russian and Ukrainian delegations will meet in Istanbul on Wednesday.</p>"
    item = Item("g1", "https://paper.example/1", at, (Version(at, "Talks announced", text),))
    return StandFeed("desk", "The Desk", "rss", (item,))


def test_a_replay_of_an_archive_prints_its_figures(tmp_path: Path) -> None:
    async def save() -> None:
        import httpx

        at = datetime(2025, 7, 21, 9, tzinfo=UTC)
        folder = tmp_path / "archive"
        folder.mkdir()
        async with Newsstand([_stand(at)], lambda: at + timedelta(days=1)) as stand:
            async with httpx.AsyncClient() as client:
                body = (await client.get(stand.url("desk"))).content
            (folder / "desk.xml").write_bytes(body)

    asyncio.run(save())
    done = parley("replay", str(tmp_path / "archive"), "--posts")
    assert done.exit_code == 0, done.exception
    assert "1 entries stored as 1 articles" in done.output
    assert "entries a second" in done.output


def test_a_replay_of_nothing_says_what_it_wants(tmp_path: Path) -> None:
    for folder in (tmp_path / "missing", tmp_path):
        done = parley("replay", str(folder))
        assert isinstance(done.exception, UsageError)
        assert "folder" in str(done.exception)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DATABASE_URL", "parley.db", "sqlite:///"),
        ("CONFLICTS", "atlantis", "known are"),
        ("LOG_LEVEL", "LOUD", "WARNING"),
        ("FEED_CONTACT", "https://пример.example", "xn--"),
        ("SANDBOX_PORT", "seventy", "^SANDBOX_PORT is 'seventy'; write a whole number from 0 to"),
        ("SANDBOX_PORT", "70000", "^SANDBOX_PORT is '70000'; write a whole .* 0 to 65535$"),
        ("FEED_LIMIT", "0", "^FEED_LIMIT is '0'; write a whole number from 1 to 500$"),
        ("LOG_JSON", "perhaps", "^LOG_JSON is 'perhaps'; write true or false$"),
    ],
)
def test_a_bad_setting_is_named_with_what_to_write(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=says):
        load_settings()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('DISCORD_TOKEN="abc', "^line 2 of the file .env cannot be read; write NAME=value"),
        ("my token is abc", "^line 2 of the file .env cannot be read"),
        (
            "FEED_ALLOW_PRIVAT=true",
            "^line 2 .* sets FEED_ALLOW_PRIVAT, .* write FEED_ALLOW_PRIVATE$",
        ),
    ],
)
def test_a_slip_in_the_settings_file_is_told(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / ".env").write_text(f"# Mine\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=says):
        load_settings()


def test_the_settings_file_may_hold_other_programs_names(tmp_path: Path) -> None:
    lines = "export feed_limit=7\nPOSTGRES_PASSWORD=x\nTOKEN=y\n"
    (tmp_path / ".env").write_text(lines, encoding="utf-8")
    assert load_settings().feed_limit == 7


def test_a_token_is_never_shown() -> None:
    settings = load_settings(discord_token="very-secret")
    assert "very-secret" not in repr(settings)
    assert "very-secret" not in str(settings.model_dump())
