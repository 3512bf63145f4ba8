"""A sentence as a line of marks, so that the rules for strikes can be plain patterns.

Names, weapons, numbers and times are replaced by marks: `Adj0` and `Pty0` (a party's adjective
and name, by its index), `Per0` (its people and bodies), `Loc0` (a place that it holds), `Wdrone` (a
weapon), `Num2`, `Time1` (by index in the sentence). `T` stands for a third party, `X` for nobody's.
All other words are lower case. A mark's number keeps the pattern and the fact together.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reading.bare import stems_of, words_of
from reading.document import Document, Name, NameKind, Sentence
from reading.facts import Span
from reading.gate import Gated
from reading.names import ByIdentity
from reading.preset import Preset
from reading.strike_camps import camps_of
from reading.strike_words import any_of
from reading.wordlist import words

_GENERIC_WEAPONS: dict[str, str] = {
    "missile": (
        "(?:(?:cruise|ballistic|aeroballistic|hypersonic|guided|air-launched|sea-launched"
        "|surface-to-air|anti-ship|long-range)(?: and| or|,)? )*(?:missiles?|rockets?)"
    ),
    "bomb": r"(?:(?:glide|guided|aerial|cluster|air) )*bombs?(?![\w-])",
    "artillery": any_of("""
        artillery(?:_shells?|_rounds?|_fire)? mortars?(?:_shells?|_rounds?|_bombs?)? howitzers?
        tank_(?:shells?|rounds?) shells (?:heavy|long-range|big)_guns
        shell(?=_(?:hits?|land|fell|falls|struck|strikes?|slam|explod|kill|wound|injur|tore|crash))
    """),
    "drone": (
        r"(?:(?:[\w-]*attack|strike|kamikaze|suicide|naval|sea|surface|aerial|combat|decoy"
        r"|explosive"
        "|long-range|fpv|enemy)(?: (?:and|or))? )*"
        + any_of("""
            drones? uavs? quadcopters? decoys?
            unmanned_(?:(?:aerial|aircraft|air)_)?(?:vehicles?|systems?|aircraft)
        """)
    ),
    "any": any_of(r"""
        munitions? projectiles? (?:air|aerial|airborne|enemy)_(?:targets|weapons|objects)
        (?<=\d_)targets air_attack_(?:weapons|means) means_of_air_attack warheads?
    """),
}
_PREFIX = {
    NameKind.PERSON: "Per",
    NameKind.BODY: "Per",
    NameKind.AGENCY: "Per",
    NameKind.PLACE: "Loc",
}


@dataclass(frozen=True, slots=True)
class Tagged:
    """The line of marks of one sentence and the way back to the document's characters."""

    sentence: Sentence
    text: str
    starts: tuple[int, ...]
    """Where each piece begins in `text`."""
    origins: tuple[int, ...]
    """Where the same piece begins in the document."""
    stems: frozenset[str]
    """Of the line's words, its marks in lower case among them."""

    def at(self, position: int) -> int:
        """The document position of a position in the line."""
        piece = max(0, bisect_right(self.starts, position) - 1)
        start, origin = self.starts[piece], self.origins[piece]
        limit = self.origins[piece + 1] if piece + 1 < len(self.origins) else self.sentence.span[1]
        return min(origin + position - start, limit)

    def place_of(self, origin: int) -> int:
        """The position in the line of a position in the document."""
        piece = max(0, bisect_right(self.origins, origin) - 1)
        return self.starts[piece]


def marked(pattern: str) -> Gated:
    """A pattern over lines of marks, in which capitals tell marks from words."""
    return Gated(pattern, 0)


@lru_cache(maxsize=32)
def _weapon_pattern(
    drones: tuple[str, ...], missiles: tuple[str, ...], bombs: tuple[str, ...]
) -> re.Pattern[str]:
    """Weapon words and the names of types, each kind in its own group."""
    named = {"drone": drones, "missile": missiles, "bomb": bombs}
    kinds = []
    for kind, generic in _GENERIC_WEAPONS.items():
        names = [re.escape(name.lower()) for name in named.get(kind, ())]
        names.sort(key=len, reverse=True)
        types = "|".join(names)
        several = rf"(?:{types})(?:['-]?s|-type|-class)?" if types else ""
        noun = {"drone": r"drones?|uavs?", "missile": "missiles?|rockets?", "bomb": "bombs?"}
        typed = rf"(?:{several})(?: (?:\w+ )?(?:{noun[kind]}))?|" if several else ""
        kinds.append(rf"(?P<{kind}>{typed}{generic})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(kinds)})(?![\w])")


_ARMS_WORDS = words(
    """
    missile missiles rocket rockets bomb bombs artillery mortar mortars howitzer howitzers shells
    shell
    tank
    guns drone drones uav uavs quadcopter quadcopters decoy decoys unmanned munition munitions
    projectile
    projectiles targets weapons weapon objects target object means warhead warheads
    """
)


@lru_cache(maxsize=32)
def _weapon_words(
    drones: tuple[str, ...], missiles: tuple[str, ...], bombs: tuple[str, ...]
) -> frozenset[str]:
    """The words of which one stands in every sentence that names a weapon."""
    first = {re.findall(r"\w+", name.lower())[0] for name in (*drones, *missiles, *bombs)}
    return _ARMS_WORDS | first | {f"{word}s" for word in first}


def weapons_of(preset: Preset) -> re.Pattern[str]:
    """The preset's weapon pattern; compiled once per list of words."""
    return _weapon_pattern(preset.drones, preset.missiles, preset.bombs)


def tag(sentence: Sentence, document: Document) -> Tagged:
    """The sentence as a line of marks."""
    base = sentence.span[0]
    lowered = _lowered(sentence.text)
    pieces = sorted(_pieces(sentence, document, lowered), key=lambda p: (p[0], -p[1]))
    out: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = position = 0
    for start, end, mark in pieces:
        if start < position:
            continue
        for text, origin in ((lowered[position:start], position), (mark, start)):
            if text:
                starts.append(length)
                origins.append(base + origin)
                out.append(text)
                length += len(text)
        position = end
    if position < len(lowered):
        starts.append(length)
        origins.append(base + position)
        out.append(lowered[position:])
    line = "".join(out)
    stems = stems_of(words_of(line.lower()))
    return Tagged(sentence, line, tuple(starts) or (0,), tuple(origins) or (base,), stems)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\n": " "})


def _lowered(text: str) -> str:
    """Lower case at the same length: a letter whose lower case is longer stays as it is."""
    lowered = text.translate(_PLAIN).lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_PLAIN))


def _pieces(sentence: Sentence, document: Document, lowered: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, mark) inside the sentence, in no order; a weapon's name beats a party's."""
    base = sentence.span[0]
    preset = document.preset
    named = _weapon_words(preset.drones, preset.missiles, preset.bombs)
    if not sentence.words.isdisjoint(named):
        for found in weapons_of(preset).finditer(lowered):
            yield found.start(), found.end(), f"W{found.lastgroup}"
    for index, number in enumerate(sentence.numbers):
        yield number.span[0] - base, number.span[1] - base, f"Num{index}"
    for index, time in enumerate(sentence.times):
        yield time.span[0] - base, time.span[1] - base, f"Time{index}"
    if (state := _state_of(document.preset)) and _OF_STATE_STEM.search(lowered):
        for found in _OF_STATE.finditer(lowered):
            yield found.start(), found.end(), f"Adj{state}"
    yield from _rebels(sentence, document, lowered)
    if (subject := _pronoun(sentence, document)) is not None:
        yield subject
    for name in sentence.names:
        yield name.span[0] - base, name.span[1] - base, _name_mark(name, document)


_OF_REBELS_STEM = re.compile(r"rebel|paramilitar|insurgent")
_OF_REBELS = re.compile(
    r"(?:'s|s')? ?(?P<alone>\b(?:(?P<of>(?:rebel|paramilitary|insurgent)(?= (?:fighters"
    r"|forces|troops|drones?|shell|artillery|rockets?|missiles?|fire|attacks?|strikes?|raids?|gunners|units)))"
    r"|rebels|paramilitaries|insurgents))\b"
)


def _rebels(sentence: Sentence, document: Document, lowered: str) -> Iterator[tuple[int, int, str]]:
    """'Aland rebels', 'the paramilitaries': those who rise against Aland, and not Aland."""
    if not _OF_REBELS_STEM.search(lowered) or (mark := _rebels_of(document)) is None:
        return
    base, preset = sentence.span[0], document.preset
    before = {name.span[1] - base: name for name in sentence.names}
    for found in _OF_REBELS.finditer(lowered):
        name = before.get(found.start())
        start = found.start("alone") if name is None else name.span[0] - base
        if name is None or side_of(name.party, preset) == _state_of(preset):
            yield start, found.end(), f"{'Adj' if found['of'] else 'Pty'}{mark}"


def _rebels_of(document: Document) -> str | None:
    """In a war of two over one soil, the mark of those who rise against its state, once named."""
    preset = document.preset
    state = _state_of(preset)
    if state is None or len(preset.party_names) > _TWO or preset.parties[int(state)].beset:
        return None
    other = preset.party_names[1 - int(state)]
    named = any(name.party == other for s in document.sentences for name in s.names)
    return str(1 - int(state)) if named else None


_TWO = 2
_PRONOUN = re.compile(
    r"(?:it|they)(?= (?:also |later |earlier |then |further )*"
    r"(?:(?:says?|said|claimed) (?:it|they)|claimed to) )"
)


def _pronoun(sentence: Sentence, document: Document) -> tuple[int, int, str] | None:
    """'It said it struck ten targets': the side that speaks, as the one who did it."""
    found = _PRONOUN.match(sentence.lowered)
    said = sentence.claimant_at((sentence.span[1] - 1, sentence.span[1])) if found else None
    if found is None or said is None or said.party not in document.preset.party_names:
        return None
    return 0, found.end(), _name_mark_of(said.party, document.preset)


_OF_STATE_STEM = re.compile(r"\b(?:government|army)\b")
_OF_STATE = re.compile(
    r"\b(?:government|army)(?= (?:drones?|forces|troops|jets?|warplanes|air|shell|artillery"
    r"|soldiers"
    r"|fire|strikes?|bomb|attacks?|planes|helicopters?|aircraft|raids?|rockets?|missiles?))"
)


def _state_of(preset: Preset) -> str | None:
    """In a war over one soil, the mark of the state: 'government forces' are its own."""
    camps = camps_of(preset)
    return next(iter(camps.landed)) if camps.contested and len(camps.landed) == 1 else None


def _name_mark_of(party: str, preset: Preset) -> str:
    return "Pty" + side_of(party, preset)


def _name_mark(name: Name, document: Document) -> str:
    prefix = _PREFIX.get(name.kind) or ("Adj" if name.adjective else "Pty")
    return prefix + side_at(name, document)


def side_at(name: Name, document: Document) -> str:
    """The mark of a name's party; of a place, the mark of the side that holds it."""
    holder = holder_of(name, document)
    return side_of(holder or name.party, document.preset)


def holder_of(name: Name, document: Document) -> str | None:
    """The side that holds a place on another's soil."""
    if name.kind is not NameKind.PLACE:
        return None
    occupied = _OCCUPIED.search(document.text, max(0, name.span[0] - 40), name.span[0])
    return document.preset.holder(name.canonical, document.news_day, occupied=occupied is not None)


_OCCUPIED = re.compile(
    r"\b(?:[Oo]ccupied|[Aa]nnexed)(?: (?:parts?|areas?|half|side|city|town|region|territor\w+|of"
    r"|the|(?:north|south|east|west)\w*))* $"
)


def side_of(party: str | None, preset: Preset) -> str:
    """A party's index as a mark: its number, `T` for a third party, `X` for none."""
    if party is None:
        return "X"
    return _marks(ByIdentity(preset)).get(party, "T")


@lru_cache(maxsize=32)
def _marks(key: ByIdentity) -> dict[str, str]:
    return {party: str(index) for index, party in enumerate(key.preset.party_names)}


def document_span(tagged: Tagged, start: int, end: int) -> Span:
    """A stretch of the line as characters of the document."""
    return tagged.at(start), max(tagged.at(start) + 1, tagged.at(end))
