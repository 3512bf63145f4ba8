"""Who stands with whom in a conflict: the sides by the soil that they are at home on."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from reading.names import ByIdentity
from reading.preset import Preset

_LANDED = 15
"""A side holds land if it has a fifteenth as many places in the preset as the one with most."""


@dataclass(frozen=True, slots=True)
class Camps:
    """Who stands with whom, as marks: those at home on one soil are no enemies of each other."""

    home: dict[str, str]
    """Each side's camp, by the mark of the side that holds its soil, or its own."""
    landed: frozenset[str]

    @property
    def contested(self) -> bool:
        """Whether one soil is fought over from within, so that a place tells no side."""
        return len(self.landed) < 2


@lru_cache(maxsize=32)
def _camps(key: ByIdentity) -> Camps:
    preset = key.preset
    names = preset.party_names
    places = Counter(place.party for place in preset.places if place.party in names)
    most = max(places.values(), default=0)
    landed = [name for name in names if places[name] and places[name] * _LANDED >= most]
    zones = {party.zone: party.name for party in preset.parties if party.name in landed}
    mark = {name: str(index) for index, name in enumerate(names)}
    home = {
        mark[party.name]: mark[
            party.name if party.name in landed else zones.get(party.zone, party.name)
        ]
        for party in preset.parties
    }
    return Camps(home, frozenset(mark[name] for name in landed))


def camps_of(preset: Preset) -> Camps:
    """The preset's camps; worked out once per preset object."""
    return _camps(ByIdentity(preset))
