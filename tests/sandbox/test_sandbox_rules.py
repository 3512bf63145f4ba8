"""Bodies that Discord would refuse, refused in its words."""

from typing import Any

import pytest

from sandbox import command_rules, message_rules
from sandbox.errors import ApiError
from sandbox.model import COMPONENTS_V2

EMBED = {"title": "x"}


def buttons(count: int, **extra: Any) -> dict[str, Any]:
    row = [
        {"type": 2, "style": 1, "label": "x", "custom_id": f"b{n}"} | extra for n in range(count)
    ]
    return {"type": 1, "components": row}


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("content", {"content": "x" * 2001}, "content"),
    ("nonce", {"content": "x", "nonce": "n" * 26}, "nonce"),
    ("title", {"embeds": [{"title": "x" * 257}]}, "embeds.0.title"),
    ("description", {"embeds": [{"description": "x" * 4097}]}, "embeds.0.description"),
    ("footer", {"embeds": [{"footer": {"text": "x" * 2049}}]}, "embeds.0.footer.text"),
    ("author", {"embeds": [{"author": {"name": "x" * 257}}]}, "embeds.0.author.name"),
    (
        "field value",
        {"embeds": [{"fields": [{"name": "x", "value": "x" * 1025}]}]},
        "embeds.0.fields.0.value",
    ),
    (
        "empty name",
        {"embeds": [{"fields": [{"name": "", "value": "x"}]}]},
        "embeds.0.fields.0.name",
    ),
    (
        "26 fields",
        {"embeds": [{"fields": [{"name": "x", "value": "x"}] * 26}]},
        "embeds.0.fields",
    ),
    ("11 embeds", {"embeds": [EMBED] * 11}, "embeds"),
    ("6000 in all", {"embeds": [{"description": "x" * 3001}] * 2}, "embeds.1"),
    ("link", {"embeds": [{"title": "x", "url": "javascript:alert(1)"}]}, "embeds.0.url"),
    ("color", {"embeds": [{"title": "x", "color": 1 << 24}]}, "embeds.0.color"),
    ("time", {"embeds": [{"title": "x", "timestamp": "soon"}]}, "embeds.0.timestamp"),
    ("bare button", {"components": buttons(1)["components"]}, "components.0.type"),
    ("six buttons", {"components": [buttons(6)]}, "components.0"),
    ("six rows", {"components": [buttons(1, custom_id=str(n)) for n in range(6)]}, "components"),
    (
        "same id",
        {"components": [buttons(2, custom_id="twin")]},
        "components.0.components.1.custom_id",
    ),
    (
        "long label",
        {"components": [buttons(1, label="x" * 81)]},
        "components.0.components.0.label",
    ),
    ("id and url", {"components": [buttons(1, url="https://x")]}, "components.0.components.0"),
]


@pytest.mark.parametrize(("name", "body", "path"), REFUSED, ids=[r[0] for r in REFUSED])
def test_a_body_past_a_limit_is_refused_at_the_right_place(
    name: str, body: dict[str, Any], path: str
) -> None:
    with pytest.raises(ApiError) as refused:
        message_rules.check(message_rules.tidy(body))
    assert refused.value.body["code"] == 50035
    node = refused.value.body["errors"]
    for part in path.split("."):
        node = node[part]
    assert node["_errors"][0]["code"]


ALLOWED: list[dict[str, Any]] = [
    {"content": "x" * 2000},
    {"embeds": [{"description": "x" * 4096, "footer": {"text": "y" * 1904}}]},
    {"embeds": [{"fields": [{"name": "x" * 256, "value": "y" * 976}] * 4}]},
    {"components": [buttons(5)]},
    {"components": [buttons(1, custom_id=str(n)) for n in range(5)]},
]


@pytest.mark.parametrize("body", ALLOWED, ids=range(len(ALLOWED)))
def test_a_body_at_the_limit_is_taken(body: dict[str, Any]) -> None:
    message_rules.check(body)
    message_rules.check_not_empty(body)


@pytest.mark.parametrize("body", [{}, {"content": "  "}, {"embeds": [{}]}, {"content": None}])
def test_a_message_that_shows_nothing_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ApiError) as refused:
        message_rules.check_not_empty(message_rules.tidy(body))
    assert refused.value.body["code"] == 50006


def test_components_v2_replace_text_and_have_limits_of_their_own() -> None:
    text = {"type": 10, "content": "x" * 4000}
    message_rules.check({"components": [text]}, flags=COMPONENTS_V2)
    for body in (
        {"components": [text, {"type": 10, "content": "y"}]},
        {"components": [{"type": 10, "content": "y"}] * 41},
        {"content": "legacy", "components": [text]},
        {"components": [{"type": 9, "components": [text]}]},
    ):
        with pytest.raises(ApiError):
            message_rules.check(body, flags=COMPONENTS_V2)


def command(**extra: Any) -> dict[str, Any]:
    return {"name": "talks", "description": "The talks", "type": 1} | extra


def option(name: str, **extra: Any) -> dict[str, Any]:
    return {"name": name, "description": "x", "type": 3} | extra


BAD_COMMANDS = [
    [command(name="Talks")],
    [command(name="two words")],
    [command(description="")],
    [command(description="x" * 101)],
    [command(), command()],
    [command(options=[option(f"o{n}") for n in range(26)])],
    [command(options=[option("a"), option("a")])],
    [command(options=[option("a"), option("b", required=True)])],
    [command(options=[option("a", autocomplete=True, choices=[{"name": "x", "value": "x"}])])],
    [command(options=[option("a", choices=[{"name": "x", "value": "x"}] * 26)])],
    [command(options=[option("a", type=1), option("b")])],
    [
        command(
            options=[
                option(f"o{n}", choices=[{"name": "x" * 100, "value": "y" * 100}] * 9)
                for n in range(5)
            ]
        )
    ],
    [command(name=f"c{n}") for n in range(101)],
]


@pytest.mark.parametrize("commands", BAD_COMMANDS, ids=range(len(BAD_COMMANDS)))
def test_commands_that_discord_would_not_take_are_refused(commands: list[dict[str, Any]]) -> None:
    with pytest.raises(ApiError) as refused:
        command_rules.check(commands)
    assert refused.value.body["code"] in (50035, 30032)


def test_good_commands_pass() -> None:
    command_rules.check([command(options=[option("a", required=True), option("b")])])
