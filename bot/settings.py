"""Settings: one frozen object from the environment and a `.env` file, made in main, handed in."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from db.engine import DatabaseUrlError, database_url
from reading.preset import bundled_presets

ENV_FILE = ".env"


class SettingsError(ValueError):
    """A setting cannot be used; the message names it and says what to write."""


class Settings(BaseSettings):
    """Everything that can be set, by environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True
    )

    discord_token: SecretStr | None = Field(
        None, description="The bot's token. Without one Parley runs in its own local Discord."
    )
    discord_url: str = Field(
        "",
        description="Another server that speaks Discord's API, such as a local Discord that runs "
        "apart; empty for Discord itself.",
    )
    database_url: str = Field(
        "sqlite:///parley.sqlite3",
        description="Where Parley remembers: a SQLite file, or postgresql://user:password@host/name.",
    )
    conflicts: str = Field(
        "russia-ukraine", description="Which conflicts to watch: preset names, separated by commas."
    )
    feed_allow_private: bool = Field(
        False, description="Allow feeds on private or loopback addresses (true or false)."
    )
    feed_contact: str = Field(
        "",
        description="A page or address for our User-Agent: feed owners may ask who polls them.",
    )
    feed_limit: int = Field(
        50, ge=1, le=500, description="How many feeds of its own one server may add."
    )
    sandbox_port: int = Field(
        8711, ge=0, le=65535, description="Port of the local Discord's page; 0 picks a free one."
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")
    log_json: bool = Field(False, description="One JSON object a line instead of readable text.")

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        try:
            database_url(value)
        except DatabaseUrlError as error:
            raise ValueError(str(error)) from error
        return value

    @field_validator("discord_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError(f"DISCORD_URL is {value!r}; write http://host:port, or leave it empty")
        return value

    @field_validator("feed_contact")
    @classmethod
    def _fit_for_a_header(cls, value: str) -> str:
        if not (value.isascii() and value.isprintable()):
            raise ValueError(
                f"FEED_CONTACT is {value!r}; write it in plain letters, an address as xn--…"
            )
        return value

    @field_validator("conflicts")
    @classmethod
    def _known_conflicts(cls, value: str) -> str:
        known = bundled_presets()
        for slug in _slugs(value):
            if slug not in known:
                raise ValueError(f"CONFLICTS names {slug!r}; known are: {', '.join(known)}")
        return value

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError(f"LOG_LEVEL is {value!r}; write DEBUG, INFO, WARNING or ERROR")
        return value.upper()

    @property
    def conflict_slugs(self) -> tuple[str, ...]:
        """The presets to watch, in the order given."""
        return _slugs(self.conflicts)


def _slugs(value: str) -> tuple[str, ...]:
    return tuple(slug.strip() for slug in value.split(",") if slug.strip())


def load_settings(**overrides: Any) -> Settings:
    """The settings as they stand now. Raises SettingsError with a sentence a person can act on."""
    try:
        _look_at_file(Path(ENV_FILE))
        return Settings(**overrides)
    except UnicodeDecodeError as error:
        raise SettingsError(
            "the file .env is not UTF-8 text; write it anew as plain text"
        ) from error
    except OSError as error:
        raise SettingsError(f"the file .env cannot be read: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "settings"
        raise SettingsError(_fault(name, first)) from error


def _look_at_file(file: Path) -> None:
    """Raise SettingsError for a line that is none, and for a name that one of ours was meant by.

    Other names may stand there: other programs read the file too.
    """
    if not file.is_file():
        return
    known = [name.upper() for name in Settings.model_fields]
    with file.open(encoding="utf-8") as lines:
        for found in parse_stream(lines):
            number = found.original.line
            if found.error:
                raise SettingsError(
                    f"line {number} of the file .env cannot be read; write NAME=value, with a "
                    "quotation mark at both ends of the value or at none"
                )
            name = (found.key or "").upper()
            meant = [] if name in known else get_close_matches(name, known, n=1, cutoff=0.85)
            if meant:
                raise SettingsError(
                    f"line {number} of the file .env sets {found.key}, which is no setting; "
                    f"write {meant[0]}"
                )


def _fault(name: str, error: Any) -> str:
    """One line that names the setting, what it holds and what to write."""
    if error["type"] == "value_error":
        message = str(error["ctx"]["error"])
        return message if name in message else f"{name}: {message}"
    field = Settings.model_fields.get(name.lower())
    wanted = _WANTED.get(field.annotation if field else None, "another value")
    bounds = {type(rule).__name__: rule for rule in field.metadata} if field else {}
    if "Ge" in bounds and "Le" in bounds:
        wanted = f"{wanted} from {bounds['Ge'].ge} to {bounds['Le'].le}"
    return f"{name} is {str(error['input'])[:60]!r}; write {wanted}"


_WANTED: dict[Any, str] = {int: "a whole number", bool: "true or false"}
