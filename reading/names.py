"""Names of a preset in text: parties, people, bodies, places and agencies, under one spelling."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reading.document import Name, NameKind
from reading.facts import Span
from reading.preset import Actor, Party, Preset
from reading.wordlist import words


@dataclass(frozen=True, slots=True)
class _Entry:
    canonical: str
    kind: NameKind
    party: str | None
    adjective: bool = False
    surname: bool = False
    """Matched by surname alone, so another person's first name before it rules it out."""
    given: frozenset[str] = frozenset()
    """With a surname alone: the initials of the first names that the person goes by."""
    shared: bool = False
    """A surname that several have: his whom the text has named in full, else nobody's."""
    place: "_Entry | None" = None
    """The same word as a place: Moscow the capital, beside Moscow the government."""


_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"[A-Z\u00c0-\u024f][^\W\d_]*")
_IN_PLACE = re.compile(
    r"\b(?:in|near|from|to|over|around|outside|towards?|at|on|across|into|inside|above|through"
    r"|approaching|reached|left)\s+(?:the\s+|central\s+|downtown\s+|northern\s+|southern\s+|eastern\s+"
    r"|western\s+)?$"
)
_PLACE_TAIL = re.compile(r"\s+(?:region|oblast|province|city|airport|suburbs?|district)\b")
_PAPER = re.compile(
    r" (?:Times|Journal|Herald|Tribune|Gazette|Chronicle|Examiner|Telegraph)(?! Sq)\b"
)
"""After a city: its newspaper, which says where nothing happened."""
_AIRCRAFT = re.compile(r" One\b(?! of)", re.IGNORECASE)
"""After "Air Force": the president's aeroplane, and no body."""
_TITLES = words(
    """
    President Minister Secretary Envoy General Gen Lt Mr Mrs Ms Dr Senator Sen Chairman Leader
    Chief Prime Premier King Emir Sheikh Ayatollah Ambassador Spokesman Spokeswoman Spokesperson
    Director Commander Governor Mayor Vice Col Colonel Admiral Marshal Negotiator Deputy Comrade
    Foreign Defence Defense Chancellor Pope Crown Prince Sir Lord Rep Representative
    """
)
_DAYS = words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December
    """
)
_BEFORE_NO_PERSON = words("in on at during since until")
"""After these comes a day or a place: "in Alaska Firefly said"."""
_TITLED_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)\s$")
_FIRST_NAME = re.compile(r"(?:^|.*[^\w.])([a-z]\w*|,)\s([A-Z][a-z]+)\s$")


def _fold_table() -> dict[int, str]:
    """Letters with marks to bare ones and curly apostrophes to straight, so that offsets stay."""
    table = {
        ord("’"): "'",
        ord("‘"): "'",
        ord("ʼ"): "'",
        ord("ı"): "i",
        ord("ł"): "l",
        ord("ø"): "o",
    }
    for code in range(0xC0, 0x250):
        bare = unicodedata.normalize("NFD", chr(code))[0]
        if bare.isascii():
            table[code] = bare
    return table


_FOLD = _fold_table()
_MARKED = re.compile("[\u00c0-\u024f\u02bc]")
"""What the table holds but quotation marks: going through it is dear, and few texts need it."""


def fold(text: str) -> str:
    """The text with marks and curly apostrophes taken off its letters, at the same length."""
    if text.isascii():
        return text
    plain = text.replace("’", "'").replace("‘", "'")
    return plain.translate(_FOLD) if _MARKED.search(plain) else plain


_SMALL_WORD = re.compile(r"(?<!^)\b(?:of|the|and|in|on|for|de|der)\b")
_BEGINS_WORD = re.compile(r"(?<![\w'])[a-z]")


def headline_case(name: str) -> str:
    """As headlines print it: 'coalition of the willing' is 'Coalition of the Willing' there."""
    capital = _BEGINS_WORD.sub(lambda letter: letter[0].upper(), name)
    kept = {found.start() for found in _SMALL_WORD.finditer(name)}
    return "".join(name[at] if at in kept else sign for at, sign in enumerate(capital))


class Lexicon:
    """The names of one preset, ready to be looked up."""

    def __init__(self, preset: Preset) -> None:
        """Compile the preset's names; later entries never displace earlier ones."""
        self._variants: dict[str, _Entry] = {}
        for entry_kind in (_parties, _actors, _places, _agencies, _surnames, _foreign):
            for variant, entry in entry_kind(preset):
                self._add(variant, entry)
        self._bearers = _bearers(preset)
        self._by_first: dict[str, dict[str, list[str]]] = {}
        for variant in sorted(self._variants, key=len, reverse=True):
            words = _WORD.findall(variant)
            if words:
                second = words[1] if len(words) > 1 else ""
                self._by_first.setdefault(words[0], {}).setdefault(second, []).append(variant)
        small = sorted(variant for variant in self._variants if variant[0].islower())
        self._small = dict(map(_opening, small))

    def _add(self, variant: str, entry: _Entry) -> None:
        variant = fold(variant).removeprefix("the ")
        forms = {variant, variant.upper()} if len(variant) > 3 else {variant}
        if variant[0].islower():
            forms.add(headline_case(variant))
        for form in forms:
            known = self._variants.get(form)
            if known is None:
                self._variants[form] = entry
            elif _doubles(known, entry):
                self._variants[form] = replace(known, place=entry)

    def _openers(self, folded: str) -> list[tuple[int, str]]:
        """Where a name may begin, and its first word: at capitals, and at the few small openings.

        A pattern of both would be tried at every letter; looking for each is much faster.
        """
        found = [(match.start(), match.group()) for match in _CAPITALISED.finditer(folded)]
        capitals = len(found)
        for opening, word in self._small.items():
            at = folded.find(opening)
            while at >= 0:
                if at == 0 or not folded[at - 1].isalpha():
                    found.append((at, word))
                at = folded.find(opening, at + 1)
        if len(found) > capitals:
            found.sort()
        return found

    def find(self, text: str) -> list[Name]:
        """Every name in the text in order, the longest at each place; spans never overlap."""
        folded = fold(text)
        found: list[Name] = []
        end = 0
        for start, word in self._openers(folded):
            variants = self._by_first.get(word)
            if variants is None or start < end:
                continue
            following = _WORD.search(folded, start + len(word))
            variant = _longest(folded, start, variants, following.group() if following else "")
            if variant is None:
                continue
            span = (start, start + len(variant))
            follows = bool(found) and found[-1].span[1] == start - 1
            entry = self._meant(self._variants[variant], variant, found, folded)
            name = _name(entry, folded, span, follows) if entry is not None else None
            if name is not None:
                found.append(name)
                end = span[1]
        return found

    def _meant(self, entry: _Entry, surname: str, found: list[Name], folded: str) -> _Entry | None:
        """Of those who have the surname the one whom the text has named in full, if only one."""
        bearers = self._bearers.get(surname.lower(), {}) if entry.surname else {}
        if len(bearers) < 2:
            return None if entry.shared else entry
        named = {
            name.canonical
            for name in found
            if name.canonical in bearers
            and folded[slice(*name.span)].lower().endswith(f" {surname.lower()}")
        }
        if len(named) == 1:
            return bearers[named.pop()]
        return None if entry.shared else entry


def _opening(variant: str) -> tuple[str, str]:
    """A name's first word with the sign that follows it, and the bare word."""
    word = _WORD.match(variant)
    end = word.end() if word else len(variant)
    return variant[: end + 1], variant[:end]


def _doubles(known: _Entry, entry: _Entry) -> bool:
    """The word is known as a party's metonym and is a place besides."""
    if entry.kind is not NameKind.PLACE or known.kind is not NameKind.PARTY:
        return False
    return known.place is None and not known.adjective


class ByIdentity:
    """A preset as a cache key: presets are large and live as long as the process."""

    def __init__(self, preset: Preset) -> None:
        self.preset = preset

    def __hash__(self) -> int:
        return id(self.preset)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and other.preset is self.preset


@lru_cache(maxsize=32)
def _compiled(key: ByIdentity) -> Lexicon:
    return Lexicon(key.preset)


def lexicon(preset: Preset) -> Lexicon:
    """The compiled names of a preset; compiled once per preset object."""
    return _compiled(ByIdentity(preset))


def find(text: str, preset: Preset) -> list[Name]:
    """Every name of the preset in the text, in order."""
    return lexicon(preset).find(text)


def _longest(text: str, start: int, variants: dict[str, list[str]], following: str) -> str | None:
    for second in (following, "") if following else ("",):
        for variant in variants.get(second, ()):
            end = start + len(variant)
            if text.startswith(variant, start) and _bounded(text, start, end):
                return variant
    return None


def _bounded(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _name(entry: _Entry, text: str, span: Span, follows: bool) -> Name | None:
    """The entry as found here; None for a namesake. `follows`: right after another known name."""
    head = text[max(0, span[0] - 28) : span[0]]
    if entry.surname and not follows and _is_namesake(head, entry.given):
        return None
    if entry.kind is NameKind.BODY and _AIRCRAFT.match(text, span[1]):
        return None
    if entry.kind is NameKind.PLACE and _PAPER.match(text, span[1]):
        return None
    if entry.place and (_IN_PLACE.search(head) or _PLACE_TAIL.match(text, span[1])):
        entry = entry.place
    return Name(entry.canonical, entry.kind, span, entry.party, entry.adjective)


def _is_namesake(head: str, given: frozenset[str]) -> bool:
    """A first name stands before the surname: "his wife Flavia" is no title, day or place.

    After a title it rules the person out where nobody spells his so: "Minister Otto Flavia".
    """
    titled = _TITLED_NAME.search(head)
    if titled is not None and titled[1] in _TITLES and titled[2] not in _TITLES:
        return bool(given) and titled[2][0] not in given
    first = _FIRST_NAME.match(head)
    if first is None or first[1] in _BEFORE_NO_PERSON:
        return False
    return first[2] not in _TITLES and first[2] not in _DAYS


def _parties(preset: Preset) -> Iterator[tuple[str, _Entry]]:
    for party in (*preset.parties, *preset.third_parties):
        yield party.name, _Entry(party.name, NameKind.PARTY, party.name)
        yield from _also_called(party)


def _also_called(party: Party) -> Iterator[tuple[str, _Entry]]:
    for alias in party.aliases:
        yield alias, _Entry(party.name, NameKind.PARTY, party.name)
    for adjective in party.adjectives:
        yield adjective, _Entry(party.name, NameKind.PARTY, party.name, adjective=True)


def _actors(preset: Preset) -> Iterator[tuple[str, _Entry]]:
    for actor in preset.actors:
        kind = NameKind.PERSON if actor.kind == "person" else NameKind.BODY
        party = preset.party(actor.party)
        for spelling in (actor.name, *actor.spellings):
            alone = kind is NameKind.PERSON and " " not in spelling
            given = _initials(actor) if alone else frozenset()
            entry = _Entry(actor.name, kind, actor.party, surname=alone, given=given)
            yield spelling, entry
            if kind is NameKind.BODY and party is not None:
                for variant in _body_variants(spelling, party):
                    yield variant, entry


def _body_variants(spelling: str, party: Party) -> Iterator[str]:
    """'Ruritanian Air Force' is also printed as "Ruritania's Air Force" and in lower case."""
    owners = [*party.adjectives, *(f"{name}'s" for name in (party.name, *party.aliases))]
    tail = next((spelling[len(o) + 1 :] for o in owners if spelling.startswith(f"{o} ")), None)
    if not tail:
        return
    tails = {tail, tail.lower()}
    tails |= {t.replace("Defence", "Defense").replace("defence", "defense") for t in tails}
    tails |= {t.replace("Defense", "Defence").replace("defense", "defence") for t in tails}
    for owner in owners:
        for form in tails:
            yield f"{owner} {form}"


def _places(preset: Preset) -> Iterator[tuple[str, _Entry]]:
    for place in preset.places:
        for variant in (place.name, *place.aliases):
            yield variant, _Entry(place.name, NameKind.PLACE, place.party)


def _foreign(preset: Preset) -> Iterator[tuple[str, _Entry]]:
    """The rest of the world: who is neither a side nor a third party, and cities for talks."""
    for party in preset.foreign:
        yield from _also_called(party)
    for city in preset.world_places:
        for variant in (city.name, *city.aliases):
            yield variant, _Entry(city.name, NameKind.PLACE, city.party)


def _agencies(preset: Preset) -> Iterator[tuple[str, _Entry]]:
    for agency in preset.agencies:
        yield agency, _Entry(agency, NameKind.AGENCY, None)


def _surnames(preset: Preset) -> Iterator[tuple[str, _Entry]]:
    """Last words of people's names; where several of the preset have one, it is shared."""
    people = [actor for actor in preset.actors if actor.kind == "person" and actor.surname]
    owners: dict[str, set[str]] = {}
    for actor in people:
        for surname in _last_words(actor):
            owners.setdefault(surname, set()).add(actor.name)
    for actor in people:
        for surname in _last_words(actor):
            yield surname, replace(_by_surname(actor), shared=len(owners[surname]) > 1)


def _bearers(preset: Preset) -> dict[str, dict[str, _Entry]]:
    """By surname all who have it, also those who never go by it alone."""
    found: dict[str, dict[str, _Entry]] = {}
    for actor in preset.actors:
        for surname in _last_words(actor) if actor.kind == "person" else ():
            found.setdefault(fold(surname).lower(), {})[actor.name] = _by_surname(actor)
    return found


def _by_surname(actor: Actor) -> _Entry:
    given = _initials(actor)
    return _Entry(actor.name, NameKind.PERSON, actor.party, surname=True, given=given)


def _initials(actor: Actor) -> frozenset[str]:
    """First letters of all words of the person's full names: spellings differ after them."""
    full = [fold(name).split() for name in (actor.name, *actor.spellings) if " " in name]
    return frozenset(word[0] for words in full for word in words)


def _last_words(actor: Actor) -> set[str]:
    full = [name.split() for name in (actor.name, *actor.spellings) if " " in name]
    return {words[-1] for words in full if len(words[-1]) > 2}
