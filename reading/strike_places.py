"""Where an attack struck: places of the preset, and the kinds of facility that a sentence names."""

import re
from functools import lru_cache

from reading.document import Document, Name, NameKind, Sentence
from reading.facts import Span
from reading.preset import Preset
from reading.strike_words import any_of

_FACILITIES: tuple[tuple[str, str], ...] = (
    ("oil depot", r"(?:oil|fuel) (?:depots?|stor(?:es?|age)|terminals?|tanks?|reservoirs?)"),
    ("refinery", r"(?:oil )?refiner(?:y|ies)"),
    ("nuclear power plant", r"nuclear (?:power )?(?:plants?|stations?|facilit(?:y|ies)|sites?)"),
    ("power plant", r"(?<!nuclear )(?:power|thermal|hydroelectric) (?:plants?|stations?)"),
    (
        "energy infrastructure",
        r"(?:energy|power|electricity|gas)(?: and \w+)? (?:infrastructure|facilit(?:y|ies)|grid|targets|substations?|network)"
        r"|substations?",
    ),
    ("pipeline", r"pipelines?"),
    ("air base", r"air ?(?:fields?|bases?)|air force bases?"),
    ("airport", r"airports?"),
    ("port", r"(?:sea|river )?ports?"),
    (
        "military site",
        r"military (?:bases?|sites?|units?|facilit(?:y|ies)|targets?|headquarters)|barracks|training grounds?",
    ),
    ("ammunition depot", r"(?:ammunition|ammo|munitions|arms|weapons) (?:depots?|dumps?|stores?|warehouses?)"),
    ("factory", r"factor(?:y|ies)|(?:industrial|chemical|military|defen[cs]e|steel|missile) (?:plants?|facilit(?:y|ies)|enterprises?|sites?)"),
    ("warehouse", r"warehouses?"),
    ("railway", r"(?:railway|railroad|rail|train|metro|subway)(?: \w+)? (?:stations?|lines?|tracks?|infrastructure|depots?|hubs?)|railways?"),
    ("bridge", r"bridges?"),
    ("hospital", r"hospitals?|clinics?|maternity wards?|medical (?:cent(?:er|re)s?|facilit(?:y|ies))"),
    ("school", r"schools?"),
    ("kindergarten", r"kindergartens?|nurser(?:y|ies)"),
    ("university", r"universit(?:y|ies)"),
    ("dormitory", r"dormitor(?:y|ies)"),
    (
        "residential building",
        r"(?:residential|apartment|high-rise|multi-?stor(?:e)?y|five-stor(?:e)?y|nine-stor(?:e)?y|tower)(?: \w+)? (?:buildings?|blocks?|houses?|areas?)"
        r"|apartment (?:blocks?|buildings?|houses?)|blocks? of flats|tower blocks?|high-rises?",
    ),
    ("private house", r"private (?:houses?|homes?)"),
    ("government building", r"government(?:al)? (?:buildings?|headquarters|offices?)|parliament building"),
    ("hotel", r"hotels?"),
    ("cafe", r"caf[eé]s?|restaurants?"),
    ("market", r"(?:food )?markets?(?= (?:place|stall|was|in|and))|marketplaces?|supermarkets?|shopping (?:cent(?:er|re)s?|malls?)"),
    ("refugee camp", r"refugee camps?|displacement camps?|tent camps?|camps? for (?:the )?displaced"),
    ("place of worship", r"mosques?|church(?:es)?|cathedrals?|synagogues?|temples?"),
    ("ship", r"(?:war)?ships?|vessels?|tankers?"),
)  # fmt: skip
_FACILITY = re.compile(
    "|".join(rf"(?P<f{index}>\b(?:{words})\b)" for index, (_, words) in enumerate(_FACILITIES)),
    re.IGNORECASE,
)
_DAMAGE = re.compile(
    r"\b"
    + any_of("""
        struck hit hits strike strikes attack(?:ed|s)? target(?:ed|s|ing)? damag(?:ed|es|ing|e)
        destroy(?:ed|s|ing)? fire burn\\w* flames ablaze caught_fire blaze debris wreckage landed fell
        set_ablaze exploded blew_up shelled bombed pounded tore collapsed levelled leveled ruins killed
        wounded slammed crashed blast explosion ignited evacuated
    """)
    + r"\b",
    re.IGNORECASE,
)
_FAR_FROM = re.compile(
    r"(?:\bfrom|\bof|\bcapital|\bnear the border with|\bto|\bvia|\bborder with)\s+(?:the\s+)?$", re.IGNORECASE
)
_SPEAKING = re.compile(
    r"^(?:'s|’s)?(?:\s+\w+){0,3}\s+(?:governor|mayor|officials?|authorities|prosecutors?|police|council|administration)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:occupied|held|controlled|annexed|seized|captured)\b", re.IGNORECASE)


def facilities_in(text: str) -> tuple[str, ...]:
    """The kinds of facility that a sentence about damage names; none where nothing was struck."""
    if not _DAMAGE.search(text):
        return ()
    found: dict[str, None] = {}
    for match in _FACILITY.finditer(text):
        group = match.lastgroup
        if group is not None:
            found[_FACILITIES[int(group[1:])][0]] = None
    return tuple(found)




class Soil:
    """The places of one preset: which names are places that can be struck, and on whose soil."""

    def __init__(self, preset: Preset) -> None:
        """Index the preset's places by every name they are printed under."""
        self._by_name = {
            name.casefold(): place
            for place in preset.places
            for name in (place.name, *place.aliases)
            if place.kind != "country"
        }

    def struck(
        self,
        sentence: Sentence,
        document: Document,
        attacker: str | None,
        within: Span | None = None,
        *,
        officials: bool = False,
    ) -> dict[str, int]:
        """Places that the sentence puts an attack at, and where it names them.

        Not where the attack came from. Where an official only speaks of his place, it counts with
        `officials`: a mayor's toll is his city's.
        """
        found: dict[str, int] = {}
        start, end = within or sentence.span
        for name in sentence.names:
            place = self._by_name.get(self._word(name, document).casefold())
            if place is None or name.adjective or not start <= name.span[0] < end:
                continue
            before = document.text[max(sentence.span[0], name.span[0] - 25) : name.span[0]]
            after = document.text[name.span[1] : name.span[1] + 60]
            speaks = bool(_SPEAKING.match(after))
            if name.kind is not NameKind.PLACE and not _OBJECT.search(before):
                continue
            if _FAR_FROM.search(before) or (speaks and not officials):
                continue
            if attacker is not None and place.party == attacker and not _HELD.search(sentence.text):
                continue
            found.setdefault(place.name, name.span[0])
        return found

    @staticmethod
    def _word(name: Name, document: Document) -> str:
        return document.text[name.span[0] : name.span[1]]


_OBJECT = re.compile(
    r"\b(?:hits?|struck|strikes?|attack(?:ed|s|ing)?|pounds?|pounded|on|in|at|over|near|across|target(?:ed|s|ing)?"
    r"|shelled|bombed|kills? \S+ in|,|and)\s+(?:the\s+|capital\s+)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def _soil_by_id(_key: int, holder: "_Held") -> Soil:
    return Soil(holder.preset)


class _Held:
    """Keeps a preset alive beside its index, so that no id is used twice."""

    def __init__(self, preset: Preset) -> None:
        self.preset = preset

    def __hash__(self) -> int:
        return id(self.preset)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.preset is self.preset


def soil(preset: Preset) -> Soil:
    """The place index of a preset; built once per preset object."""
    return _soil_by_id(id(preset), _Held(preset))
