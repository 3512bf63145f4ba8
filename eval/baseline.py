"""What a list of keywords would answer: the figure that any reader must beat."""

import re
from collections.abc import Iterable

from reading.preset import Preset

_KEYWORDS = {
    "talks": r"talks|negotiat\w+|delegations?|summit|peace meeting",
    "deadline": r"deadlines?|ultimatum|within \d+ days|\d+-day",
    "strike": r"strikes?|struck|attack(?:s|ed)?|drones?|missiles?|shell(?:ed|ing)|bombard\w*",
    "agreement": r"ceasefire|truce|prisoner (?:swap|exchange)|exchanged prisoners",
}
_PATTERNS = {
    kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _KEYWORDS.items()
}


class Keywords:
    """The baseline: a conflict whose party is named, and the kinds whose words occur."""

    def __init__(self, presets: Iterable[Preset]) -> None:
        self._names = {
            preset.slug: re.compile(rf"\b(?:{'|'.join(_names(preset))})\b") for preset in presets
        }

    def kinds(self, title: str, text: str) -> tuple[str | None, set[str]]:
        """The conflict, if any, and the kinds."""
        whole = f"{title}\n{text}"
        hits = {slug: len(names.findall(whole)) for slug, names in self._names.items()}
        slug = max(hits, key=lambda s: hits[s], default=None)
        if slug is None or not hits[slug]:
            return None, set()
        return slug, {kind for kind, pattern in _PATTERNS.items() if pattern.search(whole)}


def _names(preset: Preset) -> list[str]:
    names = [n for p in preset.parties for n in (p.name, *p.aliases, *p.adjectives)]
    return [re.escape(name) for name in sorted(names, key=len, reverse=True)]
