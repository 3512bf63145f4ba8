"""A conflict as data: parties, people with dated roles, places, outlets, words, history, feeds.

A preset is one TOML file in reading/conflicts/; a new conflict needs a new file, no code.
"""

import tomllib
from datetime import date
from functools import cache, cached_property
from importlib import resources
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reading.facts import DeadlineStatement, Strike, Talks
from reading.world import world


class PresetError(ValueError):
    """A preset file that cannot be used; the message says which entry and what to change."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Party(_Strict):
    """A side, or a third party: a state or a group."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other names and metonyms: 'Moscow', 'the Kremlin', 'Russian Federation'."""
    adjectives: tuple[str, ...] = ()
    abroad: tuple[str, ...] = ()
    """As other languages print it, each the beginning of words ('ucrani', 'украин'): by these an
    article in a language that is not read is told and counted."""
    zone: str | None = None
    tells: bool | None = None
    """Whether its names alone make an article one about this war: by default a side's do, a third
    party's do not. A side that is in the news of many wars (false) counts beside another only."""
    beset: bool = False
    """Whether rebels or others strike its soil too, so that an attack there tells no attacker."""
    hostages: bool = False
    """Whether its people who are held are hostages, whatever an article calls them."""
    armed: bool = True
    """Whether it fights too. Who does not (a people, alleged smugglers) is never the attacker."""


class Role(_Strict):
    """An office with its dates; either end may be open."""

    title: str
    since: date | None = None
    until: date | None = None


class Actor(_Strict):
    """A person or a body that speaks for a party."""

    name: str
    party: str
    kind: Literal["person", "body"] = "person"
    spellings: tuple[str, ...] = ()
    """Full names and surnames as papers print them, without the canonical one."""
    surname: bool = True
    """False where the last word of the name is a common one, and so tells nobody by itself."""
    roles: tuple[Role, ...] = ()


class Hold(_Strict):
    """Who holds a place on another's soil, and when; either end may be open."""

    by: str
    since: date | None = None
    until: date | None = None
    part: bool = False
    """Only a part of it, which articles then call occupied: the rest is its own side's."""


class Place(_Strict):
    """A town, region or water; `party` is on whose soil, by international recognition."""

    name: str
    party: str | None = None
    kind: Literal["city", "region", "country", "water", "site"] = "city"
    aliases: tuple[str, ...] = ()
    within: str | None = None
    """The place that a site or a district lies in: the palace's city."""
    held: Hold | None = None
    """The other side that holds it: what is fired at it is not the holder's."""


class Outlet(_Strict):
    """Who prints news. `affinity` names the party whose state or side owns it, if any."""

    name: str
    domains: tuple[str, ...] = ()
    country: str | None = None
    affinity: str | None = None
    kind: Literal["agency", "party_official", "party_media", "independent", "aggregator"] = (
        "independent"
    )


class Track(_Strict):
    """Who meets with whom; round numbers restart in each track."""

    slug: str
    parties: tuple[str, ...]
    name: str = ""
    first: date | None = None
    """Start of the current series; numbers are counted from here."""


class FeedSource(_Strict):
    """A feed of the preset's default set."""

    url: str
    title: str
    outlet: str


class HistoricRound(_Strict):
    """A past meeting, with the pages that report it."""

    fact: Talks
    sources: tuple[str, ...] = Field(min_length=1)
    reported: date
    """The day from which it was public."""


class HistoricStatement(_Strict):
    """A past statement about a deadline, with the pages that report it."""

    fact: DeadlineStatement
    sources: tuple[str, ...] = Field(min_length=1)
    reported: date


class HistoricStrike(_Strict):
    """A past strike, with the pages that report it."""

    fact: Strike
    sources: tuple[str, ...] = Field(min_length=1)
    reported: date


class History(_Strict):
    """What was known before Parley first read a feed."""

    rounds: tuple[HistoricRound, ...] = ()
    statements: tuple[HistoricStatement, ...] = ()
    strikes: tuple[HistoricStrike, ...] = ()


class Preset(_Strict):
    """One conflict, as its file describes it."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    zone: str = "UTC"
    """The zone in which days of this conflict are counted for digests."""
    parties: tuple[Party, ...] = Field(min_length=2)
    third_parties: tuple[Party, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    agencies: tuple[str, ...] = ()
    """News agencies that articles credit: 'Reuters', 'AFP'."""
    tracks: tuple[Track, ...] = ()
    drones: tuple[str, ...] = ()
    """Names of drone types beside the word itself: 'Shahed', 'Geran'."""
    missiles: tuple[str, ...] = ()
    bombs: tuple[str, ...] = ()
    feeds: tuple[FeedSource, ...] = ()
    history: History = History()

    @cached_property
    def party_names(self) -> tuple[str, ...]:
        """The sides' canonical names, in the file's order."""
        return tuple(party.name for party in self.parties)

    def party(self, name: str) -> Party | None:
        """The party or third party of that canonical name."""
        return next((p for p in (*self.parties, *self.third_parties) if p.name == name), None)

    @cached_property
    def foreign(self) -> tuple[Party, ...]:
        """The world's states and groups; those that the preset lists, under its name for them."""
        states = (
            Party(
                name=self._called(state.name, *state.aliases),
                aliases=(*(state.name,) * state.looked_for, *state.aliases),
                adjectives=state.adjectives,
            )
            for state in world().states
        )
        groups = (
            Party(
                name=self._called(group.name, *group.aliases), aliases=(group.name, *group.aliases)
            )
            for group in world().groups
        )
        return (*states, *groups)

    @cached_property
    def cities(self) -> dict[str, str | None]:
        """Every city by name, the preset's and the world's, with the party whose soil it is."""
        listed = {place.name: place.party for place in self.places if place.kind == "city"}
        return {place.name: place.party for place in self.world_places} | listed

    @cached_property
    def own_cities(self) -> frozenset[str]:
        """The cities that the preset lists itself."""
        return frozenset(place.name for place in self.places) & self.cities.keys()

    def holder(self, place: str, day: date, *, occupied: bool) -> str | None:
        """The side that holds a place on another's soil that day, or the `occupied` part of it."""
        hold = self._holds.get(place)
        if hold is None or (hold.since or day) > day or (hold.until or day) < day:
            return None
        return hold.by if occupied or not hold.part else None

    @cached_property
    def _holds(self) -> dict[str, Hold]:
        return {place.name: place.held for place in self.places if place.held is not None}

    @cached_property
    def regions_abroad(self) -> frozenset[str]:
        """Regions that lie on a third party's soil; where nobody's is said, it is the war's own."""
        own = (None, *self.party_names)
        return frozenset(p.name for p in self.places if p.kind == "region" and p.party not in own)

    @cached_property
    def sites(self) -> frozenset[str]:
        """Palaces, hotels and bases that talks are held in."""
        return frozenset(place.name for place in self.places if place.kind == "site")

    @cached_property
    def world_places(self) -> tuple[Place, ...]:
        """The world's cities, each on the soil of its state as the preset calls it."""
        owner = {state.name: self._called(state.name, *state.aliases) for state in world().states}
        return tuple(
            Place(name=city.name, party=owner[city.state], aliases=city.aliases)
            for city in world().all_cities()
        )

    def _called(self, *names: str) -> str:
        """The preset's own name for what the world knows by these names, else the first."""
        return next((self._by_name[name] for name in names if name in self._by_name), names[0])

    @cached_property
    def _by_name(self) -> dict[str, str]:
        parties = (*self.parties, *self.third_parties)
        bodies = (a for a in self.actors if a.kind == "body")
        return {n: a.party for a in bodies for n in (a.name, *a.spellings)} | {
            name: party.name for party in parties for name in (party.name, *party.aliases)
        }


def parse_preset(raw: dict[str, Any], origin: str = "preset") -> Preset:
    """Check a decoded preset. Raises PresetError naming the entry at fault."""
    try:
        return Preset.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise PresetError(f"{origin}: {where}: {first['msg']}") from error


@cache
def bundled_presets() -> dict[str, Preset]:
    """Every preset that ships with Parley, by slug."""
    found: dict[str, Preset] = {}
    folder = resources.files("reading") / "conflicts"
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            try:
                raw = tomllib.loads(file.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise PresetError(f"{file.name}: not valid TOML: {error}") from error
            preset = parse_preset(raw, file.name)
            found[preset.slug] = preset
    return found
