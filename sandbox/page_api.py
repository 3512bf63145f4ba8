"""The page for people, and the small API it lives on (below /sandbox/api)."""

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from sandbox.server import SandboxDiscord

PAGE = Path(__file__).parent / "page"


def mount(app: web.Application, server: "SandboxDiscord") -> None:
    """Add the page's routes."""
    app.router.add_static("/page/", PAGE)
