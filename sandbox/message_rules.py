"""What Discord refuses in the body of a message (docs: resources/message)."""

from datetime import datetime
from typing import Any

from sandbox import component_rules
from sandbox.errors import Form, refusal
from sandbox.model import COMPONENTS_V2, Json

CONTENT, NONCE, EMBEDS, EMBED_TOTAL, FIELDS = 2000, 25, 10, 6000, 25
COLOR = 0xFFFFFF

# Dotted path inside an embed → longest text (docs: resources/message#embed-object-embed-limits).
EMBED_TEXTS = {
    "title": 256,
    "description": 4096,
    "footer.text": 2048,
    "author.name": 256,
}
EMBED_LINKS = ("url", "image.url", "thumbnail.url", "footer.icon_url", "author.url")
LINK_SCHEMES = ("http://", "https://", "attachment://")


def tidy(body: Json) -> Json:
    """The body with texts trimmed as Discord trims them before it counts."""
    tidied = dict(body)
    if isinstance(body.get("content"), str):
        tidied["content"] = body["content"].strip()
    if body.get("embeds"):
        tidied["embeds"] = [_tidy_embed(e) for e in body["embeds"]]
    return tidied


def _tidy_embed(embed: Json) -> Json:
    trimmed = _trim(embed)
    kept = {key: value for key, value in trimmed.items() if value not in ("", None, {}, [])}
    return {"type": "rich"} | {k: v for k, v in kept.items() if k != "flags"}


def _trim(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return {key: _trim(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_trim(inner) for inner in value]
    return value


def check(body: Json, *, flags: int = 0, prefix: str = "") -> None:
    """Refuse with 50035 what is too long, malformed or contradictory."""
    form = Form()
    form.longest(f"{prefix}content", body.get("content"), CONTENT)
    form.longest(f"{prefix}nonce", _text(body.get("nonce")), NONCE)
    embeds = body.get("embeds") or []
    if len(embeds) > EMBEDS:
        form.longest(f"{prefix}embeds", embeds, EMBEDS)
    for index, embed in enumerate(embeds):
        _check_embed(form, f"{prefix}embeds.{index}", embed)
    if sum(map(embed_size, embeds)) > EMBED_TOTAL:
        last = f"{prefix}embeds.{len(embeds) - 1}"
        text = f"Embed size exceeds maximum size of {EMBED_TOTAL}"
        form.add(last, "MAX_EMBED_SIZE_EXCEEDED", text)
    modern = bool(flags & COMPONENTS_V2)
    if modern:
        _check_legacy_fields(form, body, prefix)
    component_rules.check(form, f"{prefix}components", body.get("components") or [], modern=modern)
    form.check()


def _check_legacy_fields(form: Form, body: Json, prefix: str) -> None:
    for key in ("content", "embeds", "sticker_ids", "poll"):
        if body.get(key):
            code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
            text = f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            form.add(f"{prefix}{key}", code, text)


def check_not_empty(body: Json) -> None:
    """Refuse with 50006 a message that shows nothing."""
    embeds = [e for e in body.get("embeds") or [] if set(e) - {"type"}]
    shown = (body.get("content"), embeds, body.get("components"), body.get("attachments"))
    if not any((*shown, body.get("sticker_ids"), body.get("poll"))):
        raise refusal(50006)


def embed_size(embed: Json) -> int:
    """The characters that count towards the 6,000 of a message."""
    texts = [_at(embed, path) for path in EMBED_TEXTS]
    for field in embed.get("fields") or []:
        texts += [field.get("name"), field.get("value")]
    return sum(len(text) for text in texts if text)


def _check_embed(form: Form, path: str, embed: Json) -> None:
    for inner, limit in EMBED_TEXTS.items():
        form.longest(f"{path}.{inner}", _at(embed, inner), limit)
    for inner in EMBED_LINKS:
        link = _at(embed, inner)
        if link and not link.startswith(LINK_SCHEMES):
            text = "Scheme must be one of ('http', 'https')."
            form.add(f"{path}.{inner}", "URL_TYPE_INVALID_SCHEME", text)
    _check_color_and_time(form, path, embed)
    fields = embed.get("fields") or []
    if len(fields) > FIELDS:
        form.longest(f"{path}.fields", fields, FIELDS)
    for index, field in enumerate(fields):
        for key, limit in (("name", 256), ("value", 1024)):
            if not field.get(key):
                form.required(f"{path}.fields.{index}.{key}")
            form.longest(f"{path}.fields.{index}.{key}", field.get(key), limit)
    for inner in ("footer", "author"):
        if embed.get(inner) and not _at(
            embed, f"{inner}.{'text' if inner == 'footer' else 'name'}"
        ):
            form.required(f"{path}.{inner}.{'text' if inner == 'footer' else 'name'}")


def _check_color_and_time(form: Form, path: str, embed: Json) -> None:
    color = embed.get("color")
    if color is not None and not 0 <= color <= COLOR:
        text = f"int value should be between 0 and {COLOR}."
        form.add(f"{path}.color", "NUMBER_TYPE_MAX", text)
    stamp = embed.get("timestamp")
    try:
        datetime.fromisoformat(stamp or "2025-01-01")
    except (ValueError, TypeError):
        text = f"Could not parse {stamp}. Should be ISO8601."
        form.add(f"{path}.timestamp", "DATETIME_TYPE_INVALID", text)


def _at(embed: Json, path: str) -> str | None:
    node: Any = embed
    for part in path.split("."):
        node = node.get(part) if isinstance(node, dict) else None
    return node if isinstance(node, str) else None


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
