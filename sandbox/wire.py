"""JSON in and out as discord.py expects it."""

import json
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from aiohttp import web

from sandbox.errors import refusal
from sandbox.faults import VIA
from sandbox.model import Json


class Upload(NamedTuple):
    """One uploaded file."""

    name: str
    kind: str
    data: bytes


@dataclass(slots=True)
class Body:
    """A request's JSON and the files that came with it."""

    data: Any
    files: list[Upload] = field(default_factory=list)


def answer(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """A JSON answer. The content type must carry no charset, or discord.py reads it as text."""
    return web.Response(
        body=json.dumps(data).encode(),
        status=status,
        content_type="application/json",
        headers=VIA | (headers or {}),
    )


def nothing() -> web.Response:
    """204."""
    return web.Response(status=204, headers=VIA)


_BODY = web.RequestKey("body", Body)


async def read_body(request: web.Request) -> Body:
    """The JSON of a request, from its body or its `payload_json` part. Raises ApiError 50109."""
    if _BODY in request:
        return request[_BODY]
    if request.content_type.startswith("multipart/"):
        body = await _read_multipart(request)
    else:
        text = await request.text()
        body = Body(_parse(text) if text else {})
    request[_BODY] = body
    return body


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise refusal(50109) from None


async def _read_multipart(request: web.Request) -> Body:
    data: Any = {}
    files: list[Upload] = []
    fields = await request.post()
    for name, value in fields.items():
        if name == "payload_json" and isinstance(value, str):
            data = _parse(value)
        elif isinstance(value, web.FileField):
            files.append(Upload(value.filename, value.content_type, value.file.read()))
    return Body(data, files)


async def read_object(request: web.Request) -> Json:
    """The JSON object of a request. Raises ApiError 50109."""
    body = await read_body(request)
    if not isinstance(body.data, dict):
        raise refusal(50109)
    return body.data


def number(request: web.Request, name: str) -> int:
    """A snowflake from the path."""
    return int(request.match_info[name])
