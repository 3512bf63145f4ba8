"""What every request passes: log, faults, token, rate limit; refusals become JSON."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.errors import ApiError, refusal
from sandbox.faults import VIA, Fault, Request
from sandbox.model import Json
from sandbox.page_api import PageApi
from sandbox.wire import answer, read_body

if TYPE_CHECKING:
    from sandbox.server import SandboxDiscord

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

BY_TOKEN_IN_PATH = ("/interactions/", "/webhooks/")
API = "/api/v10"


def application(server: "SandboxDiscord") -> web.Application:
    """REST below /api/v10, the Gateway at /gateway/, the page at /."""
    app = web.Application(middlewares=[_only_loopback], client_max_size=26 * 2**20)
    rest = web.Application(middlewares=[_Front(server).middleware], client_max_size=26 * 2**20)
    rest.add_routes(server.routes)
    app.add_subapp(API, rest)
    app.router.add_get("/gateway/", server.gateway.handle)
    PageApi(server).mount(app)
    return app


@web.middleware
async def _only_loopback(request: web.Request, handler: Handler) -> web.StreamResponse:
    # A web page elsewhere could point a name of its own at 127.0.0.1 (DNS rebinding).
    if request.url.host not in ("127.0.0.1", "localhost", "::1"):
        raise web.HTTPForbidden(text="The sandbox answers on loopback only.")
    return await handler(request)


class _Front:
    def __init__(self, server: "SandboxDiscord") -> None:
        self.server = server

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Log, then spoil or answer."""
        path = request.path.removeprefix(API)
        entry = Request(
            at=self.server.world.clock(),
            method=request.method,
            path=path,
            query=dict(request.query),
            headers=dict(request.headers),
        )
        self.server.requests.append(entry)
        fault = self.server.faults.take(request.method, path)
        if fault is None:
            response = await self._answer(request, handler, path, entry)
        else:
            response = await self._spoil(fault, request, handler, entry)
        if not (fault and fault.cut):
            entry.answered = response.status
        return response

    async def _spoil(
        self, fault: Fault, request: web.Request, handler: Handler, entry: Request
    ) -> web.StreamResponse:
        path = entry.path
        await asyncio.sleep(fault.delay)
        merely_slow = fault.status is None and not fault.cut
        if fault.after_write or merely_slow:
            response = await self._answer(request, handler, path, entry)
            if merely_slow:
                return response
        else:
            entry.body = (await read_body(request)).data
        if fault.cut:
            if request.transport is not None:
                request.transport.close()
            return web.Response(status=500)
        status, headers, body = fault.answer()
        if isinstance(body, str):
            return web.Response(status=status, headers=headers, text=body)
        return answer(body, status, headers)

    async def _answer(
        self, request: web.Request, handler: Handler, path: str, entry: Request
    ) -> web.StreamResponse:
        verdict = self.server.limits.take(request.method, path)
        try:
            entry.body = (await read_body(request)).data
            self._check_token(request, path)
            if verdict.wait is not None:
                return _too_many(verdict.headers, verdict.wait, everywhere=verdict.everywhere)
            response = await handler(request)
        except ApiError as error:
            response = answer(error.body, error.status)
        except web.HTTPException as error:
            response = answer(
                {"message": f"{error.status}: {error.reason}", "code": 0}, error.status
            )
        response.headers.update(verdict.headers)
        return response

    def _check_token(self, request: web.Request, path: str) -> None:
        if path.startswith(BY_TOKEN_IN_PATH):
            return
        if request.headers.get("Authorization") != f"Bot {self.server.token}":
            raise refusal(0)


def _too_many(headers: dict[str, str], wait: float, *, everywhere: bool) -> web.Response:
    body: Json = {
        "message": "You are being rate limited.",
        "retry_after": round(wait, 3),
        "global": everywhere,
    }
    extra = {"Retry-After": str(int(wait) + 1)} | (
        {"X-RateLimit-Global": "true"} if everywhere else {}
    )
    return answer(body, 429, VIA | headers | extra)
