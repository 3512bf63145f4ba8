"""The page and the API it lives on."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from tiny_bot import TinyBot

import sandbox
from sandbox.server import SandboxDiscord

PAGE = Path(sandbox.__file__).parent / "page"


class Browser:
    """Asks what the page asks."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def look(self, path: str, user: str = "Ada") -> Any:
        async with self.session.get(f"/sandbox/api/{path}", params={"user": user}) as response:
            return await response.json()

    async def act(self, name: str, **body: Any) -> tuple[int, Any]:
        async with self.session.post(f"/sandbox/api/{name}", json=body) as response:
            return response.status, await response.json()


@pytest.fixture
async def browser(discord_server: SandboxDiscord) -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession(discord_server.page_url) as session:
        yield Browser(session)


def place(server: SandboxDiscord, name: str = "conflict-desk") -> str:
    return str(server.world.channel(name).id)


async def test_the_page_and_all_it_names_is_served_and_may_load_nothing_from_elsewhere(
    browser: Browser,
) -> None:
    async with browser.session.get("/") as response:
        text = await response.text()
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    wanted = set(re.findall(r'(?:src|href)="(/page/[^"]+)"', text))
    for script in PAGE.glob("*.js"):
        wanted |= {f"/page/{name}" for name in re.findall(r'from "\./([^"]+)"', script.read_text())}
    assert len(wanted) > 10
    for path in sorted(wanted):
        async with browser.session.get(path) as response:
            assert response.status == 200, path


FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setHTMLUnsafe"
    r"|createContextualFragment|DOMParser|srcdoc"
)


@pytest.mark.parametrize("script", sorted(PAGE.glob("*.js")), ids=lambda p: p.name)
def test_no_script_parses_text_as_html_or_code(script: Path) -> None:
    assert not FORBIDDEN.search(script.read_text())


def test_the_page_has_no_inline_script_or_style_and_names_no_other_site() -> None:
    text = (PAGE / "index.html").read_text()
    assert not re.search(r"\son\w+=|style=|<script>|<style", text)
    for file in PAGE.iterdir():
        links = set(re.findall(r"https?://[\w.-]+", file.read_text()))
        assert links <= {"http://www.w3.org"}, file


async def test_each_person_sees_their_channels_and_their_own_ephemeral_answers(
    browser: Browser, discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    mine = await browser.look("state", "Ada")
    theirs = await browser.look("state", "Plim")
    assert mine["connected"]
    names = [c["name"] for c in theirs["guilds"][0]["channels"]]
    assert "staff-room" not in names
    assert "staff-room" in [c["name"] for c in mine["guilds"][0]["channels"]]
    status, outcome = await browser.act(
        "invoke",
        user="Plim",
        channel=place(discord_server),
        command="talks show",
        options={"number": "3"},
    )
    assert (status, outcome["failed"]) == (200, None)
    path = f"channels/{place(discord_server)}/messages"
    assert [m["content"] for m in (await browser.look(path, "Plim"))["messages"]] == ["Round 3"]
    assert (await browser.look(path, "Ada"))["messages"] == []


async def test_commands_are_listed_with_their_options_to_whom_they_are_offered(
    browser: Browser, discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    path = f"channels/{place(discord_server)}/commands"
    mine = {c["name"]: c for c in await browser.look(path, "Ada")}
    theirs = {c["name"] for c in await browser.look(path, "Plim")}
    assert set(mine) - theirs == {"settings"}
    assert [o["name"] for o in mine["talks find"]["options"]] == ["words", "channel"]
    status, choices = await browser.act(
        "autocomplete",
        user="Ada",
        channel=place(discord_server),
        command="talks find",
        option="words",
        value="May",
    )
    assert (status, [c["value"] for c in choices]) == (200, ["Istanbul, 16 May"])


async def test_a_modal_and_a_button_work_from_the_page(
    browser: Browser, discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    here = {"user": "Ada", "channel": place(discord_server)}
    _, shown = await browser.act("invoke", command="note", options={}, **here)
    _, sent = await browser.act("submit", id=shown["id"], values={"words": "hello"})
    assert sent["failed"] is None
    await browser.act("invoke", command="panel", options={}, **here)
    note, panel = discord_server.messages("conflict-desk", viewer="admin")
    assert note.content == "Noted: hello"
    await browser.act("press", message=str(panel.id), custom_id="more", **here)
    assert panel.content == "More of it"
    await browser.act("delete", message=str(panel.id), **here)
    assert discord_server.messages("conflict-desk", viewer="admin") == [note]


REFUSED = [
    ("invoke", {"command": "nothing", "options": {}}, "No bot|no command"),
    ("say", {"text": "", "user": "Plim"}, "1 to 2,000 characters"),
    ("say", {"text": "x", "user": "Nobody"}, "no user 'Nobody'"),
    ("press", {"message": "1", "custom_id": "x"}, "sees no message"),
    ("submit", {"id": "1", "values": {}}, "no longer open"),
    ("press", {}, "something odd"),
]


@pytest.mark.parametrize(("action", "body", "message"), REFUSED)
async def test_a_mistake_is_answered_with_a_sentence(
    browser: Browser,
    discord_server: SandboxDiscord,
    action: str,
    body: dict[str, Any],
    message: str,
) -> None:
    whole = {"user": "Ada", "channel": place(discord_server)} | body
    status, answered = await browser.act(action, **whole)
    assert status == 400
    assert re.search(message, answered["error"])


async def test_a_plain_member_may_not_delete_what_others_wrote(
    browser: Browser, discord_server: SandboxDiscord
) -> None:
    said = discord_server.world.say("conflict-desk", "mine", user="admin")
    body = {"channel": place(discord_server), "message": str(said.id)}
    status, answered = await browser.act("delete", user="Plim", **body)
    assert (status, answered["error"]) == (400, "Plim may not delete this message.")
    status, _ = await browser.act("delete", user="Ada", **body)
    assert status == 200


async def test_other_sites_can_neither_act_nor_ask_under_another_name(
    browser: Browser, discord_server: SandboxDiscord
) -> None:
    body = json.dumps({"user": "Ada", "channel": place(discord_server), "text": "forged"})
    plain = {"Content-Type": "text/plain"}
    async with browser.session.post("/sandbox/api/say", data=body, headers=plain) as response:
        assert response.status == 415
    other = {"Host": f"evil.example:{discord_server.port}"}
    async with browser.session.get("/sandbox/api/state", headers=other) as response:
        assert response.status == 403
    assert discord_server.messages("conflict-desk") == []


async def test_the_page_hears_of_every_change_and_the_stream_ends_with_the_server(
    browser: Browser, discord_server: SandboxDiscord
) -> None:
    async with browser.session.get("/sandbox/api/events") as stream:
        discord_server.world.say("deadlines", "hello")
        line = await asyncio.wait_for(stream.content.readline(), 5)
        event = json.loads(line.removeprefix(b"data: "))
        assert event["name"] == "MESSAGE_CREATE"
        assert event["channel"] == place(discord_server, "deadlines")
        await discord_server.stop()
        rest = await asyncio.wait_for(stream.content.read(), 5)
        assert rest.strip() == b""


async def test_a_file_given_as_an_option_comes_back_as_a_download(
    browser: Browser, discord_server: SandboxDiscord, bot: TinyBot
) -> None:
    content = b"<script>alert(1)</script>"
    given = {
        "name": "x.html",
        "type": "text/html",
        "base64": "PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    }
    _, outcome = await browser.act(
        "invoke",
        user="Ada",
        channel=place(discord_server),
        command="size",
        options={"file": given},
    )
    assert outcome["failed"] is None
    (message,) = discord_server.messages("conflict-desk")
    assert message.content == f"x.html has {len(content)} bytes"
    ((file_id, upload),) = discord_server.files.held.items()
    async with browser.session.get(f"/attachments/{file_id}/{upload.name}") as response:
        assert await response.read() == content
        assert response.headers["Content-Disposition"] == "attachment"
