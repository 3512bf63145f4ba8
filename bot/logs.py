"""Logging: readable lines on stderr, or one JSON object a line. Never a token."""

import logging
import sys

import structlog

from bot.settings import Settings


def _to_stderr(*_names: object) -> structlog.PrintLogger:
    # Looked up at each line: what stderr is may change, and a closed one must not raise.
    return structlog.PrintLogger(sys.stderr)


def quiet_logging() -> None:
    """For commands that print what they do: only what went wrong, on stderr."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=_to_stderr,
    )


def configure_logging(settings: Settings) -> None:
    """Set up structlog and the standard loggers of the libraries we use."""
    level = logging.getLevelNamesMapping()[settings.log_level]
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if settings.log_json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            # The fancy one takes seconds and prints local variables, a token among them.
            exception_formatter=structlog.dev.plain_traceback,
        )
    )
    structlog.configure(
        processors=[*shared, structlog.processors.format_exc_info, renderer]
        if settings.log_json
        else [*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_to_stderr,
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    # Their INFO lines name every request; ours say what was decided.
    for chatty in ("httpx", "httpcore", "apscheduler", "discord.gateway", "alembic"):
        logging.getLogger(chatty).setLevel(max(level, logging.WARNING))
    # It warns at every start that voice will not work; Parley does not speak.
    logging.getLogger("discord.client").setLevel(max(level, logging.ERROR))
