"""REST: application commands, and who the bot and its application are."""

from aiohttp import web

from sandbox.commands import CommandBook
from sandbox.errors import refusal
from sandbox.model import Json
from sandbox.permissions import Permission
from sandbox.wire import answer, nothing, number, read_body, read_object
from sandbox.world import World


class CommandRoutes:
    """The endpoints below /applications."""

    def __init__(self, world: World, book: CommandBook) -> None:
        self.world = world
        self.book = book

    def routes(self) -> list[web.RouteDef]:
        """What to mount."""
        mounted: list[web.RouteDef] = []
        for base in (
            r"/applications/{application:\d+}/commands",
            r"/applications/{application:\d+}/guilds/{guild:\d+}/commands",
        ):
            one = base + r"/{command:\d+}"
            mounted += [
                web.get(base, self.list),
                web.put(base, self.replace),
                web.post(base, self.create),
                web.get(one, self.fetch),
                web.patch(one, self.edit),
                web.delete(one, self.delete),
            ]
        return mounted

    def _place(self, request: web.Request) -> int | None:
        if number(request, "application") != self.world.bot.id:
            raise refusal(50001)
        if "guild" not in request.match_info:
            return None
        guild = self.world.guilds.get(number(request, "guild"))
        if guild is None or self.world.bot.id not in guild.members:
            raise refusal(50001)
        return guild.id

    def _one(self, request: web.Request) -> Json:
        for command in self.book.all(self._place(request)):
            if command["id"] == request.match_info["command"]:
                return command
        raise refusal(10063)

    async def list(self, request: web.Request) -> web.Response:
        """Get Commands."""
        return answer(self.book.all(self._place(request)))

    async def replace(self, request: web.Request) -> web.Response:
        """Bulk Overwrite Commands."""
        body = await read_body(request)
        if not isinstance(body.data, list):
            raise refusal(50035)
        return answer(self.book.replace(self._place(request), body.data))

    async def create(self, request: web.Request) -> web.Response:
        """Create Command."""
        return answer(self.book.add(self._place(request), await read_object(request)), 201)

    async def fetch(self, request: web.Request) -> web.Response:
        """Get Command."""
        return answer(self._one(request))

    async def edit(self, request: web.Request) -> web.Response:
        """Edit Command."""
        changed = self._one(request) | await read_object(request)
        return answer(self.book.add(self._place(request), changed))

    async def delete(self, request: web.Request) -> web.Response:
        """Delete Command."""
        if not self.book.remove(self._place(request), number(request, "command")):
            raise refusal(10063)
        return nothing()


class PlaceRoutes:
    """Who and where: users, the application, servers, channels, private channels."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.gateway_url = ""

    def routes(self) -> list[web.RouteDef]:
        """What to mount."""
        return [
            web.get("/users/@me", self.me),
            web.get(r"/users/{user:\d+}", self.user),
            web.post("/users/@me/channels", self.private_channel),
            web.get("/oauth2/applications/@me", self.application),
            web.get("/applications/@me", self.application),
            web.get("/gateway", self.gateway),
            web.get("/gateway/bot", self.gateway_bot),
            web.get(r"/guilds/{guild:\d+}", self.guild),
            web.get(r"/guilds/{guild:\d+}/channels", self.channels),
            web.get(r"/guilds/{guild:\d+}/roles", self.roles),
            web.get(r"/guilds/{guild:\d+}/members/{user:\d+}", self.member),
            web.get(r"/channels/{channel:\d+}", self.channel),
            web.patch(r"/channels/{channel:\d+}", self.edit_channel),
            web.post(r"/channels/{channel:\d+}/typing", self.typing),
            web.put(r"/channels/{channel:\d+}/permissions/{target:\d+}", self.overwrite),
        ]

    async def me(self, _request: web.Request) -> web.Response:
        """Get Current User."""
        return answer(
            self.world.bot.payload() | {"verified": True, "mfa_enabled": False, "locale": "en-US"}
        )

    async def user(self, request: web.Request) -> web.Response:
        """Get User."""
        user = self.world.users.get(number(request, "user"))
        if user is None:
            raise refusal(10013)
        return answer(user.payload())

    async def private_channel(self, request: web.Request) -> web.Response:
        """Create DM."""
        body = await read_object(request)
        user = self.world.users.get(int(body.get("recipient_id", 0)))
        if user is None or user.bot:
            raise refusal(50007)
        return answer(self.world.private_channel(user).payload())

    async def application(self, _request: web.Request) -> web.Response:
        """Get Current Application."""
        bot = self.world.bot
        return answer(
            {
                "id": str(bot.id),
                "name": bot.name,
                "icon": None,
                "description": "",
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "0" * 64,
                "flags": 0,
                "flags_new": "0",
                "type": None,
                "redirect_uris": [],
                "interactions_endpoint_url": None,
                "role_connections_verification_url": None,
                "explicit_content_filter": 0,
                "eligible_oauth2_scopes": [],
                "approximate_user_install_count": 0,
                "approximate_user_authorization_count": 0,
                "owner": self.world.admin.payload(),
                "team": None,
                "summary": "",
                "approximate_guild_count": len(self.world.guilds),
            }
        )

    async def gateway(self, _request: web.Request) -> web.Response:
        """Get Gateway."""
        return answer({"url": self.gateway_url})

    async def gateway_bot(self, _request: web.Request) -> web.Response:
        """Get Gateway Bot."""
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return answer({"url": self.gateway_url, "shards": 1, "session_start_limit": limit})

    def _guild_payload(self, request: web.Request) -> Json:
        guild = self.world.guilds.get(number(request, "guild"))
        if guild is None:
            raise refusal(10004)
        if self.world.bot.id not in guild.members:
            raise refusal(50001)
        return guild.payload(seen_by=self.world.bot.id)

    async def guild(self, request: web.Request) -> web.Response:
        """Get Guild."""
        return answer(self._guild_payload(request))

    async def channels(self, request: web.Request) -> web.Response:
        """Get Guild Channels."""
        return answer(self._guild_payload(request)["channels"])

    async def roles(self, request: web.Request) -> web.Response:
        """Get Guild Roles."""
        return answer(self._guild_payload(request)["roles"])

    async def member(self, request: web.Request) -> web.Response:
        """Get Guild Member."""
        self._guild_payload(request)
        member = self.world.guilds[number(request, "guild")].members.get(number(request, "user"))
        if member is None:
            raise refusal(10007)
        return answer(member.payload())

    async def channel(self, request: web.Request) -> web.Response:
        """Get Channel."""
        return answer(self.world.open_to_bot(number(request, "channel")).payload())

    async def edit_channel(self, request: web.Request) -> web.Response:
        """Modify Channel: name and topic."""
        wanted = Permission.MANAGE_CHANNELS
        channel = self.world.open_to_bot(number(request, "channel"), wanted)
        body = await read_object(request)
        channel.name = body.get("name", channel.name)
        channel.topic = body.get("topic", channel.topic)
        self.world.emit("CHANNEL_UPDATE", channel.payload(), channel.id)
        return answer(channel.payload())

    async def typing(self, request: web.Request) -> web.Response:
        """Trigger Typing Indicator."""
        self.world.open_to_bot(number(request, "channel"), Permission.SEND_MESSAGES)
        return nothing()

    async def overwrite(self, request: web.Request) -> web.Response:
        """Edit Channel Permissions."""
        wanted = Permission.MANAGE_ROLES
        channel = self.world.open_to_bot(number(request, "channel"), wanted)
        body = await read_object(request)
        self.world.put_overwrite(
            channel,
            number(request, "target"),
            int(body["type"]),
            allow=Permission(int(body.get("allow") or 0)),
            deny=Permission(int(body.get("deny") or 0)),
        )
        return nothing()
