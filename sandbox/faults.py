"""Faults on demand, and the log of what was asked."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.model import Json

VIA = {"Via": "1.1 google"}
"""Discord's own answers pass a proxy; a 429 without this is Cloudflare's (see discord.py)."""


@dataclass(slots=True)
class Fault:
    """What to do to the next `times` requests that match."""

    method: str
    path: re.Pattern[str]
    status: int | None = None
    code: int = 0
    message: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1
    after_write: bool = False
    cut: bool = False
    delay: float = 0.0
    retry_after: float = 0.1
    cloudflare: bool = False
    hits: int = 0

    def matches(self, method: str, path: str) -> bool:
        """Whether it applies to this request and is not used up."""
        fresh = self.hits < self.times
        return fresh and self.method in ("*", method) and bool(self.path.search(path))

    def answer(self) -> tuple[int, dict[str, str], Json | str]:
        """Status, headers and body to answer instead."""
        status = self.status or 500
        if status == 429 and self.cloudflare:
            return status, self.headers, "error code: 1015"
        if status == 429:
            body: Json = {
                "message": "You are being rate limited.",
                "retry_after": self.retry_after,
                "global": False,
            }
            waits = {"Retry-After": str(max(1, round(self.retry_after)))}
            return status, VIA | waits | self.headers, body
        message = self.message or f"{status}: injected by the sandbox"
        return status, VIA | self.headers, {"message": message, "code": self.code}


class Faults:
    """The faults still waiting to happen."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def take(self, method: str, path: str) -> Fault | None:
        """The first fault that applies; counts it as used."""
        for fault in self.waiting:
            if fault.matches(method, path):
                fault.hits += 1
                return fault
        return None


@dataclass(slots=True)
class Request:
    """One request the bot made. `answered` is the status, None if it was cut off."""

    at: datetime
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any = None
    answered: int | None = None
