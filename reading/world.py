"""The states, cities and armed groups of the world, beside those that a preset lists."""

import tomllib
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class State(_Strict):
    """A state as news names it."""

    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capital: str | None = None
    looked_for: bool = True
    """False where the bare name is more often something else; its adjectives are looked for."""


class City(_Strict):
    """A city that news of talks names, and the state that it lies in."""

    name: str
    state: str
    aliases: tuple[str, ...] = ()


class Group(_Strict):
    """An armed group that news names as it names states."""

    name: str
    aliases: tuple[str, ...] = ()


class Seat(_Strict):
    """A building that news names in place of the city in which it stands."""

    name: str
    city: str


class World(_Strict):
    """What reading/world.toml lists."""

    states: tuple[State, ...]
    cities: tuple[City, ...]
    groups: tuple[Group, ...]
    seats: tuple[Seat, ...] = ()

    def all_cities(self) -> tuple[City, ...]:
        """Capitals and other cities, each once, with the spellings that the file gives."""
        listed = {city.name for city in self.cities}
        capitals = (
            City(name=state.capital, state=state.name)
            for state in self.states
            if state.capital and state.capital not in listed
        )
        return (*self.cities, *capitals)


@cache
def world() -> World:
    """The list that ships with Parley; read once."""
    file = resources.files("reading") / "world.toml"
    return World.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
