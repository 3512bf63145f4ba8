"""REST: answers to interactions, their originals and follow-ups."""

from aiohttp import web

from sandbox import command_rules, component_rules
from sandbox.composing import Composer
from sandbox.errors import Form, refusal
from sandbox.interactions import Answer, InteractionRecord, Interactions, Kind
from sandbox.model import EPHEMERAL, LOADING, Json, Message
from sandbox.wire import Body, answer, nothing, number, read_body, read_object

ALLOWED: dict[Kind, set[Answer]] = {
    Kind.COMMAND: {Answer.MESSAGE, Answer.DEFERRED_MESSAGE, Answer.MODAL},
    Kind.COMPONENT: set(Answer) - {Answer.CHOICES, Answer.PONG},
    Kind.AUTOCOMPLETE: {Answer.CHOICES},
    Kind.MODAL: set(Answer) - {Answer.CHOICES, Answer.PONG, Answer.MODAL},
}
"""Which answers each kind of interaction takes."""

MENTIONS = ["users"]
"""What an answer mentions unless it says otherwise (a plain message: everything)."""


class InteractionRoutes:
    """The endpoints below /interactions and /webhooks."""

    def __init__(self, interactions: Interactions, composer: Composer) -> None:
        self.interactions = interactions
        self.composer = composer
        self.world = interactions.world

    def routes(self) -> list[web.RouteDef]:
        """What to mount."""
        hook = r"/webhooks/{application:\d+}/{token}"
        one = hook + r"/messages/{message:\d+|@original}"
        return [
            web.post(r"/interactions/{interaction:\d+}/{token}/callback", self.callback),
            web.post(hook, self.follow_up),
            web.get(one, self.fetch),
            web.patch(one, self.edit),
            web.delete(one, self.delete),
        ]

    async def callback(self, request: web.Request) -> web.Response:
        """Create Interaction Response."""
        body = await read_body(request)
        outer = await read_object(request)
        token = request.match_info["token"]
        record = self.interactions.to_answer(number(request, "interaction"), token)
        given = int(outer.get("type") or 0)
        if given not in ALLOWED[record.kind]:
            form = Form()
            form.add("type", "BASE_TYPE_CHOICES", f"Value {given!r} is not allowed here.")
            form.check()
        chosen = Answer(given)
        inner = Body(outer.get("data") or {}, body.files)
        message = self._apply(record, chosen, inner)
        record.answer = chosen
        self.interactions.changed()
        if request.query.get("with_response", "").lower() not in ("1", "true"):
            return nothing()
        return answer(_callback_payload(record, chosen, message))

    def _apply(self, record: InteractionRecord, chosen: Answer, body: Body) -> Message | None:
        if chosen is Answer.CHOICES:
            record.choices = _checked_choices(body.data)
        elif chosen is Answer.MODAL:
            form = Form()
            component_rules.check_modal(form, "data", body.data)
            form.check()
            record.modal = body.data | {
                "components": component_rules.number(body.data["components"])
            }
        elif chosen is Answer.MESSAGE:
            return self._add(record, body)
        elif chosen is Answer.DEFERRED_MESSAGE:
            return self._think(record, int(body.data.get("flags") or 0))
        else:
            return self._update_source(record, chosen, body)
        return None

    def _update_source(
        self, record: InteractionRecord, chosen: Answer, body: Body
    ) -> Message | None:
        record.original = record.source
        if record.source is None:
            raise refusal(50035)
        if chosen is Answer.UPDATE:
            self.composer.change(record.source, body)
            self.world.edited(record.source)
        return record.source

    def _add(self, record: InteractionRecord, body: Body) -> Message:
        message = self.composer.create(body, record.channel, mentions=MENTIONS)
        return self._post(record, message)

    def _post(self, record: InteractionRecord, message: Message) -> Message:
        message.interaction = record.metadata()
        message.kind = 20 if record.kind is Kind.COMMAND and not record.messages else 0
        if message.flags & EPHEMERAL:
            message.only_for = record.user.id
        record.messages.append(message)
        record.original = record.original or message
        return self.world.post(message)

    def _think(self, record: InteractionRecord, flags: int) -> Message:
        message = Message(
            self.world.new_message_id.next(),
            record.channel.id,
            self.world.bot,
            self.world.clock(),
            flags=(flags & EPHEMERAL) | LOADING,
            by_application=True,
        )
        return self._post(record, message)

    def _record(self, request: web.Request) -> InteractionRecord:
        token = request.match_info["token"]
        return self.interactions.to_follow(number(request, "application"), token)

    def _target(self, request: web.Request) -> Message:
        record = self._record(request)
        which = request.match_info["message"]
        mine = [*record.messages, *([record.original] if record.original else [])]
        for message in mine:
            if which == "@original" and message is not record.original:
                continue
            if which in ("@original", str(message.id)) and self._stands(message):
                return message
        raise refusal(10008)

    def _stands(self, message: Message) -> bool:
        channel = self.world.channels.get(message.channel_id)
        return channel is not None and message.id in channel.messages

    async def follow_up(self, request: web.Request) -> web.Response:
        """Create Followup Message; the first one fills a deferred answer."""
        record = self._record(request)
        await read_object(request)
        body = await read_body(request)
        if record.loading and record.original is not None:
            self._fill(record.original, body)
            return answer(record.original.payload())
        return answer(self._add(record, body).payload())

    async def fetch(self, request: web.Request) -> web.Response:
        """Get Original Interaction Response, Get Followup Message."""
        return answer(self._target(request).payload())

    async def edit(self, request: web.Request) -> web.Response:
        """Edit Original Interaction Response, Edit Followup Message."""
        message = self._target(request)
        await read_object(request)
        body = await read_body(request)
        if message.flags & LOADING:
            self._fill(message, body)
        else:
            self.composer.change(message, body)
            self.world.edited(message)
        return answer(message.payload())

    def _fill(self, message: Message, body: Body) -> None:
        # Refused or broken, nothing of it is changed, and the answer is still awaited.
        self.composer.change(message, body, flags=message.flags & ~LOADING)
        self.world.filled(message)

    async def delete(self, request: web.Request) -> web.Response:
        """Delete Original Interaction Response, Delete Followup Message."""
        message = self._target(request)
        record = self._record(request)
        self.world.delete_message(message.channel_id, message.id)
        if message in record.messages:
            record.messages.remove(message)
        return nothing()


def _checked_choices(data: Json) -> list[Json]:
    choices: list[Json] = data.get("choices") or []
    form = Form()
    command_rules.check_choice_list(form, "data.choices", choices)
    form.check()
    return choices


def _callback_payload(record: InteractionRecord, chosen: Answer, message: Message | None) -> Json:
    interaction: Json = {"id": str(record.id), "type": int(record.kind)}
    answered: Json = {"interaction": interaction}
    if message is not None:
        interaction |= {
            "response_message_id": str(message.id),
            "response_message_loading": bool(message.flags & LOADING),
            "response_message_ephemeral": message.ephemeral,
        }
        answered["resource"] = {"type": int(chosen), "message": message.payload()}
    return answered
