"""The gold: one JSON file or line an item, an article with what it says beside it.

A value that an article does not state is null; "*" says that the gold does not judge it; a list
holds the values that are all right. `complete` names the lists that hold everything the article
itself reports: only there does a finding without gold count as wrong.
"""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from reading.facts import DeadlineOp, Item, Kind, Measure, RoundStatus, Stance, Weapon

GOLD = Path(__file__).parent / "gold"

Half = Literal["dev", "test"]
Part = Literal["talks", "points", "deadlines", "strikes", "figures"]
Open = Literal["*"]
Day = date | Open | None
OneOf = str | tuple[str | None, ...] | None


class GoldError(ValueError):
    """A gold file that cannot be used; the message names the file and the entry at fault."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldPoint(_Strict):
    """An outcome; matched on item, stance and count."""

    item: Item | tuple[Item, ...]
    stance: Stance | tuple[Stance, ...]
    count: int | Open | None = None
    per_side: bool | Open | None = "*"
    by: tuple[str, ...] | Open = "*"
    optional: bool = False
    """Neither demanded of the reader nor held against it."""


class GoldTalks(_Strict):
    """One meeting. `event` is the same word in every item that tells of the same meeting."""

    event: str | None = None
    background: bool = False
    optional: bool = False
    status: RoundStatus | tuple[RoundStatus, ...] | Open = "*"
    number: int | Open | None = None
    start: Day | tuple[date, ...] = None
    city: OneOf = None
    heads: dict[str, str | tuple[str, ...]] | Open = "*"
    duration_minutes: int | tuple[int, ...] | Open | None = None
    points: tuple[GoldPoint, ...] = ()


class GoldDeadline(_Strict):
    """One statement about a deadline. `end` null: it names no time that can be resolved."""

    event: str | None = None
    background: bool = False
    optional: bool = False
    op: DeadlineOp | tuple[DeadlineOp, ...] | Open = "*"
    issuer: OneOf = None
    start: Day = "*"
    end: Day | tuple[date, ...] = None


class GoldFigure(_Strict):
    """One number of one strike. Matched on measure, weapon and value; `low` alone where open."""

    measure: Measure | tuple[Measure, ...]
    weapon: Weapon | Open | None = None
    low: int
    high: int | None = None
    qualifier: str | None = None
    claimant: OneOf = "*"
    """Null: the outlet says it in its own name."""
    scope: str | None = None
    optional: bool = False


class GoldStrike(_Strict):
    """One attack."""

    event: str | None = None
    background: bool = False
    optional: bool = False
    attacker: OneOf = None
    target: OneOf = None
    start: Day | tuple[date, ...] = None
    end: Day | tuple[date, ...] = None
    figures: tuple[GoldFigure, ...] = ()


class Gold(_Strict):
    """What one article says. `kinds_optional` may be found or not, as the reader likes."""

    conflict: str | None = None
    kinds: tuple[Kind, ...] = ()
    kinds_optional: tuple[Kind, ...] = ()
    complete: tuple[Part, ...] = ()
    talks: tuple[GoldTalks, ...] = ()
    points: tuple[GoldPoint, ...] = ()
    deadlines: tuple[GoldDeadline, ...] = ()
    strikes: tuple[GoldStrike, ...] = ()


class GoldItem(_Strict):
    """An article with its gold. `text` is a list of paragraphs."""

    id: str
    half: Half
    event_key: str | None
    """The event it reports first; negatives have none and go by their id."""
    tags: tuple[str, ...] = ()
    outlet: str
    url: str = ""
    published: str
    lang: str = "en"
    title: str
    text: tuple[str, ...]
    traps: tuple[str, ...] = ()
    note: str = ""
    gold: Gold = Field(default_factory=Gold)

    @model_validator(mode="after")
    def _half_is_by_hash(self) -> "GoldItem":
        if self.half != half_of(self.event_key or self.id):
            raise ValueError(f"half must be {half_of(self.event_key or self.id)}, by its event_key")
        return self

    def as_line(self) -> dict[str, Any]:
        """The article as a line for `parley read`."""
        return {
            "id": self.id,
            "url": self.url,
            "outlet": self.outlet,
            "title": self.title,
            "published": self.published,
            "text": "\n\n".join(self.text),
        }


def half_of(key: str) -> Half:
    """The half that an event belongs to: drawn by hash, so that nobody chose it."""
    return "dev" if hashlib.sha256(key.encode()).digest()[0] % 2 == 0 else "test"


def load(folder: Path = GOLD) -> list[GoldItem]:
    """Every item, in order of ids: of files of one item, and of lists with one a line.

    Raises GoldError.
    """
    return [
        *(_item(path) for path in sorted(folder.rglob("*.json"))),
        *(item for path in sorted(folder.rglob("*.jsonl")) for item in _listed(path)),
    ]


def _item(path: Path) -> GoldItem:
    item = _parsed(path.read_text(encoding="utf-8"), path.name)
    if item.id != path.stem:
        raise GoldError(f"{path.name}: its id is {item.id}; name the file {item.id}.json")
    return item


def _listed(path: Path) -> list[GoldItem]:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return [_parsed(line, f"{path.name}:{number}") for number, line in lines if line.strip()]


def _parsed(text: str, where: str) -> GoldItem:
    try:
        return GoldItem.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        raise GoldError(f"{where}: not JSON: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"])
        raise GoldError(f"{where}: {entry}: {first['msg']}") from error
