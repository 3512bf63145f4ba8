"""Where an attack struck: places of the preset, and the kinds of facility that a sentence names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reading.dateline import end_of_dateline
from reading.document import Document, Name, NameKind, Sentence
from reading.facts import Span
from reading.preset import Preset
from reading.strike_tags import holder_of
from reading.strike_words import any_of
from reading.talk_clauses import is_dateline

_FACILITIES: tuple[tuple[str, str], ...] = (
    ("oil depot", "(?:oil|fuel)_(?:depots?|stor(?:es?|age)|terminals?|tanks?|reservoirs?)"),
    ("refinery", "(?:oil_)?refiner(?:y|ies)"),
    ("nuclear power plant", "nuclear_(?:power_)?(?:plants?|stations?)"),
    (
        "nuclear site",
        "(?:nuclear|enrichment)_(?:facilit(?:y|ies)|sites?|complex(?:es)?|installations?|plants?)",
    ),
    ("power plant", "(?:power|thermal|hydroelectric)_(?:plants?|stations?)"),
    (
        "energy infrastructure",
        r"""
        (?:energy|power|electricity|gas)(?:_and_\w+)?_(?:infrastructure|facilit(?:y|ies)|grid|targets)
        (?:energy|power|electricity|gas)_(?:substations?|network) substations?
        """,
    ),
    ("pipeline", "pipelines?"),
    ("air base", "air_?(?:fields?|bases?) air_force_bases?"),
    ("airport", "airports?"),
    ("port", "(?:sea_|river_)?ports?(?!_(?:cit|town))"),
    (
        "military site",
        """
        military_(?:bases?|sites?|units?|facilit(?:y|ies)|targets?|headquarters) barracks
        training_grounds?
        """,
    ),
    (
        "ammunition depot",
        "(?:ammunition|ammo|munitions|arms|weapons)_(?:depots?|dumps?|stores?|warehouses?)",
    ),
    (
        "factory",
        """
        factor(?:y|ies)
        (?:industrial|chemical|defen[cs]e|steel)_(?:plants?|facilit(?:y|ies)|enterprises?|sites?)
        """,
    ),
    ("warehouse", "warehouses?"),
    (
        "railway",
        r"""
        (?:railway|railroad|rail|train|metro|subway)(?:_\w+)?_(?:stations?|lines?|tracks?|depots?|hubs?)
        rail_infrastructure railways?
        """,
    ),
    ("bridge", "bridges?"),
    (
        "hospital",
        "hospitals? clinics? maternity_wards? medical_(?:cent(?:er|re)s?|facilit(?:y|ies))",
    ),
    ("school", "schools?"),
    ("kindergarten", "kindergartens? nurser(?:y|ies)"),
    ("university", "universit(?:y|ies)"),
    ("dormitory", "dormitor(?:y|ies)"),
    (
        "residential building",
        r"""
        (?:residential|apartment|high-rise|multi-?store?y|tower)(?:_\w+)?_(?:buildings?|blocks?|houses?)
        residential_areas? blocks?_of_flats high-rises?
        """,
    ),
    ("private house", "private_(?:houses?|homes?)"),
    ("government building", "government(?:al)?_(?:buildings?|headquarters|offices?)"),
    ("hotel", "hotels?"),
    ("cafe", "caf[eé]s? restaurants?"),
    ("market", "marketplaces? supermarkets? shopping_(?:cent(?:er|re)s?|malls?)"),
    (
        "refugee camp",
        "(?:refugee|displacement|tent)_camps? camps?_for_(?:the_)?displaced",
    ),
    ("place of worship", "mosques? church(?:es)? cathedrals? synagogues? temples?"),
    ("ship", "(?:war)?ships? vessels? tankers?"),
)
_LAST_WORDS: dict[str, str] = {
    "oil depot": "depot store storage terminal tank reservoir",
    "refinery": "refinery",
    "nuclear power plant": "plant station",
    "nuclear site": "facility site complex installation plant",
    "power plant": "plant station",
    "energy infrastructure": "infrastructure facility grid targets substation network",
    "pipeline": "pipeline",
    "air base": "airfield airbase field base",
    "airport": "airport",
    "port": "port",
    "military site": "base site unit facility target headquarters barracks ground",
    "ammunition depot": "depot dump store warehouse",
    "factory": "factory plant facility enterprise site",
    "warehouse": "warehouse",
    "railway": "station line track depot hub infrastructure railway",
    "bridge": "bridge",
    "hospital": "hospital clinic ward center centre facility",
    "school": "school",
    "kindergarten": "kindergarten nursery",
    "university": "university",
    "dormitory": "dormitory",
    "residential building": "building block house area flats high-rise",
    "private house": "house home",
    "government building": "building headquarters office",
    "hotel": "hotel",
    "cafe": "cafe café restaurant",
    "market": "marketplace supermarket center centre mall",
    "refugee camp": "camp displaced",
    "place of worship": "mosque church cathedral synagogue temple",
    "ship": "ship warship vessel tanker",
}
_PATTERNS = [(name, re.compile(rf"\b{any_of(words)}\b")) for name, words in _FACILITIES]


def _by_last_word() -> dict[str, list[int]]:
    """Which facilities end in a word, by that word; most sentences hold none of them."""
    found: dict[str, list[int]] = {}
    for at, (name, _) in enumerate(_FACILITIES):
        for word in _LAST_WORDS[name].split():
            for form in (word, _plural(word)):
                found.setdefault(form, []).append(at)
    return found


def _plural(word: str) -> str:
    if word.endswith("y") and word != "railway":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith("ch") else "s")


_BY_WORD = _by_last_word()
_DAMAGE = re.compile(
    r"\b"
    + any_of(r"""
        struck hit hits strike strikes attack(?:ed|s)? target(?:ed|s|ing)? damag(?:ed|es|ing|e)
        destroy(?:ed|s|ing)? fire burn\w* flames ablaze caught_fire blaze debris wreckage landed
        fell set_ablaze exploded blew_up shelled bombed pounded tore collapsed levell?ed
        ruins killed
        wounded slammed crashed blast explosion ignited evacuated
    """)
    + r"\b"
)
_FAR_FROM = re.compile(
    r"(?:\bfrom|(?<!city )(?<!port )(?<!town )(?<!village )(?<!district )"
    r"(?<!vicinity )(?<!outskirts )(?<!suburb )(?<!suburbs )(?<!settlement )\bof|\bcapital"
    r"|\bnear the border with|\bto|\bvia|\bborder with|\bbound for"
    r"|\b(?:aid|supplies|vessel|flotilla|convoy) for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HIS_PEOPLE = re.compile(
    r"\b(?:sources?|officials?|doctors?|medics|nurses?|directors?|spokes\w+"
    r"|(?<!chief of )staff|morgues?|taken|brought|rushed|moved|treated|admitted)"
    r" (?:at|in|from|of|to) (?:the )?$"
    r"|\b(?:ministry|parliament|cabinet|said|says|told reporters|announced) in $"
)
"""'A source at Aville Hospital', 'it said in Aville': who speaks there tells of another place."""
_SPEAKING = re.compile(
    r"^(?:'s|’s)?(?:\s+\w+){0,3}\s+(?:governor|mayor|officials?|authorities|prosecutors?|police"
    r"|council|administration)\b",
    re.IGNORECASE,
)
_REACH = 45
"""Characters around a place within which it is said to be held by others."""
_HELD = re.compile(r"\b(?:occupied|held|controlled|annexed|seized|captured)\b", re.IGNORECASE)


def facilities_in(text: str) -> tuple[str, ...]:
    """The kinds of facility that a sentence about damage names; none where nothing was struck."""
    if "; " in text:
        return tuple(
            dict.fromkeys(kind for part in text.split("; ") for kind in facilities_in(part))
        )
    lowered = text.lower()
    words = {word.strip(_PUNCTUATION) for word in lowered.split()}
    near = {at for word in words & _BY_WORD.keys() for at in _BY_WORD[word]}
    if not near or not _DAMAGE.search(lowered):
        return ()
    return tuple(
        _PATTERNS[at][0]
        for at in sorted(near)
        if any(
            _may_be_struck(lowered, found) and not _is_name(text, *found.span())
            for found in _PATTERNS[at][1].finditer(lowered)
        )
    )


def _may_be_struck(lowered: str, found: re.Match[str]) -> bool:
    """Not one whose people only speak, or to which the wounded were brought."""
    return not (
        _ITS_PEOPLE.match(lowered, found.end())
        or _TAKEN_TO.search(lowered, 0, found.start())
        or _WORKS_AT.search(lowered, 0, found.start())
        or (_IN.search(lowered, 0, found.start()) and _LIES_THERE.match(lowered, found.end()))
    )


_WORKS_AT = re.compile(
    r"\b(?:sources?|officials?|doctors?|surgeons?|medics?|nurses?|directors?|spokes\w+|physicians?)"
    r" (?:at|in|from|of) (?:the |an? )?(?:(?!and\b|that\b|which\b)[\w'’-]+ ){0,3}$"
)
"""'A surgeon at the main hospital said': he speaks of what was hit elsewhere."""
_IN = re.compile(r"\bin $")
_LIES_THERE = re.compile(r"(?<=hospital)(?:\W*$|[.,;:]| (?:with|after|on|and|where|since|for)\b)")
"""'She is in hospital with burns': where the wounded lie was not struck."""


def _is_name(text: str, start: int, end: int) -> bool:
    """'Port Aville', or part of the town in capitals under which the report was filed."""
    capitals = text[start:end].isupper() and not text.isupper()
    return capitals or _PORT_TOWN.match(text, start) is not None


_PORT_TOWN = re.compile(r"Port [A-Z][a-z]+\b(?! (?:[Hh]it|[Ss]truck|[Aa]ttacked|[Bb]ombed))")
_ITS_PEOPLE = re.compile(
    r"(?:['’]s?)? (?:\w+ )?(?:officials?|sources?|directors?|spokes\w+|records|said|says?|told"
    r"|received|report(?:s|ed)|admitted|treat(?:s|ed|ing)|fill(?:s|ed|ing)?|overwhelmed"
    r"|overflow\w*|(?:was|were|is) treating|staff (?:said|told)"
    r"|(?:and submarines |and aircraft )?(?:launched|fired|launching|firing))\b"
)
_TAKEN_TO = re.compile(
    r"\b(?:taken|rushed|brought|moved|transferred|admitted|carried|sent|flown|airlifted|treated"
    r"|died|dies|dying|recovering|arriv\w+|reached|wounded|went|going|way|walking"
    r"|driving) (?:\w+ ){0,2}(?:to|in|at|by) "
    r"(?:(?:an?|the|two|local|nearby|city) ){0,3}$"
)


_PUNCTUATION = ".,;:!?\"'“”‘’()"


class Soil:
    """The places of one preset: which names are places that can be struck, and on whose soil."""

    def __init__(self, preset: Preset) -> None:
        """Index the preset's places by every name they are printed under."""
        self._by_name = {
            name.casefold(): place
            for place in preset.places
            for name in (place.name, *place.aliases)
            if place.kind not in ("country", "water") and place.party in preset.party_names
        }
        self._within = {place.name: place.within for place in preset.places}

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
        if not sentence.heading:
            start = max(start, sentence.span[0] + end_of_dateline(sentence.text))
        beside = start
        for name in sentence.names:
            place = self._by_name.get(self._word(name, document).casefold())
            if place is None or name.adjective or not start <= name.span[0] < end:
                continue
            if is_dateline(document, name) or document.text.startswith("-", name.span[1]):
                continue  # 'an Aville-bound train' is elsewhere
            before = document.text[max(sentence.span[0], name.span[0] - 25) : name.span[0]]
            after = document.text[name.span[1] : name.span[1] + 60]
            speaks = bool(_SPEAKING.match(after))
            listed = bool(_NEXT_IN_LIST.fullmatch(document.text, beside, name.span[0]))
            if name.kind is not NameKind.PLACE and not _is_struck(before, after, listed=listed):
                continue
            if _FAR_FROM.search(before) or _HIS_PEOPLE.search(before):
                continue
            if "hospital" in place.name.lower() and _ITS_PEOPLE.match(after):
                continue
            if speaks and not officials:
                continue
            low = max(sentence.span[0], name.span[0] - _REACH)
            near = document.text[low : name.span[1] + _REACH]
            holder = holder_of(name, document) or place.party
            if attacker is not None and holder == attacker and not _HELD.search(near):
                continue
            found.update(dict.fromkeys(self._shortened(name, document, before), name.span[0]))
            found.setdefault(place.name, name.span[0])
            beside = name.span[1]
        return {
            place: at
            for place, at in found.items()
            if within is None or not self._inside(place, found)
        }

    def _shortened(self, name: Name, document: Document, before: str) -> Iterator[str]:
        """The other place of "southern and eastern Aland", where the preset lists it."""
        short = _SHORTENED.search(before)
        words = self._word(name, document).split()
        if short is not None and len(words) > 1:
            place = self._by_name.get(" ".join((short["word"], *words[1:])).casefold())
            if place is not None:
                yield place.name

    def _inside(self, place: str, found: dict[str, int]) -> bool:
        """Whether the place lies in another that is named: a district counts for its city."""
        return self._within.get(place) in found

    @staticmethod
    def _word(name: Name, document: Document) -> str:
        return document.text[name.span[0] : name.span[1]]


_OBJECT = re.compile(
    r"\b(?:hits?|struck|strikes?|attack(?:ed|s|ing)?|pounds?|pounded|on|in|at|over|near|across"
    r"|target(?:ed|s|ing)?"
    r"|shelled|bombed|kills? \S+ in)\s+(?:the\s+|capital\s+)?$",
    re.IGNORECASE,
)


_SHORTENED = re.compile(r"\b(?P<word>[\w-]+)(?:,|,? and|,? or|,? as well as)\s+$")
_NEXT_IN_LIST = re.compile(r"(?:,|,? and|,? as well as)\s+(?:the\s+|capital\s+)?")
_SPEAKER = re.compile(
    r"\s+(?:also\s+|has\s+|had\s+)?(?:sa(?:ys?|id)|claim(?:s|ed)?|den(?:y|ies|ied)|report(?:s|ed)"
    r"|accus(?:es?|ed)|blam(?:es?|ed)|confirm(?:s|ed)|insist(?:s|ed)|alleg(?:es?|ed)|announce[sd])\b",
    re.IGNORECASE,
)


def _is_struck(before: str, after: str, *, listed: bool) -> bool:
    """Whether a capital that also stands for its state is meant as a place that was struck."""
    return (listed or bool(_OBJECT.search(before))) and not _SPEAKER.match(after)


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
