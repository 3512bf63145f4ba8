"""Who speaks for whom: from any name that a source uses to the party behind it."""

import re
from functools import lru_cache

from reading.preset import Preset, bundled_presets


class Sides:
    """The parties of one conflict and everyone known to speak for them.

    Without a preset nothing is known, and every name stands for itself alone.
    """

    def __init__(self, preset: Preset | None = None) -> None:
        self.preset = preset
        self.parties = frozenset(preset.party_names) if preset else frozenset()
        self._exact, scanned = _names(preset) if preset else ({}, {})
        self._scanned = scanned
        terms = sorted(scanned, key=lambda term: (-len(term), term))
        self._any = re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b") if terms else None
        self._known: dict[str, str | None] = {}
        places = preset.places if preset else ()
        self._soil = {place.name: place.party for place in places if place.party}
        self._within = {place.name: place.within for place in places if place.within}
        self._wide = frozenset(p.name for p in places if p.kind not in ("city", "site"))

    def soil(self, place: str) -> str | None:
        """On whose soil a place lies; None where the preset does not list it."""
        return self._soil.get(place)

    def wide(self, place: str) -> bool:
        """True for a region, country or water: much may happen there on one day."""
        return place in self._wide

    def around(self, place: str) -> str:
        """The city that a site lies in; a place that lies in none is named itself."""
        return self._within.get(place, place)

    def of(self, name: str | None) -> str | None:
        """The party or third party that a name belongs to; None where the preset cannot tell."""
        if not name:
            return None
        if name not in self._known:
            self._known[name] = self._resolve(name.casefold())
        return self._known[name]

    def side(self, name: str | None) -> str | None:
        """Like `of`, but only for the parties to the conflict themselves."""
        party = self.of(name)
        return party if party in self.parties else None

    def voice(self, name: str | None) -> str | None:
        """One word for a speaker and all who speak for the same party; None for nobody named."""
        return (self.of(name) or name.casefold()) if name else None

    def _resolve(self, name: str) -> str | None:
        if name in self._exact:
            return self._exact[name]
        found = self._any.search(name) if self._any else None
        return self._scanned[found.group()] if found else None


def _names(preset: Preset) -> tuple[dict[str, str], dict[str, str]]:
    """Names that must match in full, and those that tell a party inside a longer phrase."""
    scanned: dict[str, str] = {}
    for party in (*preset.parties, *preset.third_parties):
        for term in (party.name, *party.aliases, *party.adjectives):
            scanned.setdefault(term.casefold(), party.name)
    exact = dict(scanned)
    for actor in preset.actors:
        for term in (actor.name, *actor.spellings):
            exact.setdefault(term.casefold(), actor.party)
            if " " in term or len(term) > 4:
                scanned.setdefault(term.casefold(), actor.party)
    return exact, scanned


@lru_cache(maxsize=256)
def bundled_sides(slug: str) -> Sides:
    """The sides of a bundled conflict; of an unknown one, sides that know nobody."""
    return Sides(bundled_presets().get(slug))
