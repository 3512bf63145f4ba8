"""How Discord says no: status, code, message and, for a bad body, what is wrong where."""

from typing import Any

# docs: topics/opcodes-and-status-codes#json
REFUSALS: dict[int, tuple[int, str]] = {
    0: (401, "401: Unauthorized"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10011: (404, "Unknown Role"),
    10013: (404, "Unknown User"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    30003: (400, "Maximum number of pins reached for the channel (250)"),
    30032: (400, "Maximum number of application commands reached (100)"),
    40033: (400, "This message has already been crossposted."),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50013: (403, "Missing Permissions"),
    50024: (403, "Cannot execute action on this channel type"),
    50025: (401, "Invalid OAuth2 access token"),
    50027: (401, "Invalid Webhook Token"),
    50034: (400, "You can only bulk delete messages that are under 14 days old."),
    50035: (400, "Invalid Form Body"),
    50109: (400, "The request body contains invalid JSON."),
    160004: (400, "A thread has already been created for this message"),
}


class ApiError(Exception):
    """A refusal, as the REST API words it."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        *,
        errors: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.body: dict[str, Any] = {"message": message, "code": code}
        if errors:
            self.body["errors"] = errors


def refusal(code: int) -> ApiError:
    """The refusal with this JSON error code."""
    status, message = REFUSALS[code]
    return ApiError(status, code, message)


class SandboxError(Exception):
    """Whoever drives the sandbox asked for what a person in Discord could not do."""


class Form:
    """Collects the faults of a body, so that one answer names them all."""

    def __init__(self) -> None:
        self.errors: dict[str, Any] = {}

    def add(self, path: str, code: str, message: str) -> None:
        """Note a fault at a dotted path, such as `embeds.0.title`."""
        node = self.errors
        for part in path.split("."):
            node = node.setdefault(part, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def longest(self, path: str, value: str | list[Any] | None, limit: int) -> None:
        """Note a text (or list) above a limit, in characters (or items)."""
        if value is not None and len(value) > limit:
            self.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length.")

    def length(self, path: str, value: str | list[Any] | None, low: int, high: int) -> None:
        """Note what is missing or not between two lengths."""
        if value is None:
            self.required(path)
        elif not low <= len(value) <= high:
            text = f"Must be between {low} and {high} in length."
            self.add(path, "BASE_TYPE_BAD_LENGTH", text)

    def required(self, path: str) -> None:
        """Note that a field is missing."""
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required")

    def check(self) -> None:
        """Raise 50035 if anything was noted."""
        if self.errors:
            status, message = REFUSALS[50035]
            raise ApiError(status, 50035, message, errors=self.errors)
