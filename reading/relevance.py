"""Is this about one of our conflicts at all, and could it hold a talk, a deadline or a strike?

Most of a news firehose is about something else: it must hear no in microseconds, before anything
is annotated. So the text is cut into bare words once and compared with two sets; both must be met.
What passes is weighed per preset, and only there are names of several words looked for in full.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reading.abroad import Abroad
from reading.facts import Article
from reading.names import headline_case
from reading.preset import Preset
from reading.wordlist import words

_EVENT_STEMS = """
guns crew sailors letter soldiers detainee detainees civilians terms sirens blackout
gathering gather gathered contacts quadrilateral panel mechanism convene convenes convened reconvene
counterpart counterparts phone phoned call calls called dials dialled rang shuttle shuttled
deliberations communique memorandum signed sign signs signing roadmap host hosts hosted hosting
broker brokered shoot shoots shooting neutralised neutralized suppressed downs smashed slammed
strafed wrecked razed martyred perished slain grenades mortar mortars howitzer ballistic cruise
kamikaze warplanes jets warships gunboats airstrikes
strike strikes striking struck attack attacks attacked attacking assault assaults raid raids raided
barrage barrages bombard bombarded bombardment bombardments bomb bombs bombed bombing bombings shell
shelled shelling drone drones uav uavs missile missiles rocket rockets airstrike airstrikes blast
blasts explosion explosions hit hits kill kills killed killing dead dies died deadly deaths injured
injures injuring wounded wounds wounding casualties toll fire fired fires firing launch launches
launched launching pound pounded pounds target targets targeted targeting destroy destroyed destroys
damage damaged damages intercept intercepted intercepts downed downs shot flames debris wreckage
artillery salvo salvos bombers ceasefire ceasefires truce truces armistice cessation pause peace
talks talk negotiate negotiates negotiated negotiating negotiation negotiations negotiator
negotiators delegation delegations summit meet meets met meeting meetings mediator mediators
mediation mediated deadline deadlines ultimatum ultimatums days weeks prisoner prisoners pow pows
captives captive swap swaps swapped exchange exchanged exchanges hostage hostages bodies repatriate
repatriated repatriation withdraw withdrawal agreement agreements agree agrees agreed deal deals
accord accords envoy envoys consultations dialogue sanctions tariffs expires expired lapses handover
retaliation retaliatory retaliates incursion offensive ambush clashes clash airfield airport outage
until accept accepts accepted reject rejects rejected proposal proposals extend extends extended
extension midnight halt halts halted disarm disarms disarmed disarmament pullout pullback corridor
massacre stormed storms overran ultimatum observers monitors released release releases freed frees
hours months war disarm disarms disarmed disarming disarmament surrender surrendered weapons troops
withdraws withdrawing withdrew expire expiring expiry lapse lapsed snapback rebels fighters fighting
arms
round rounds session sessions sit sits sat encounter encounters conversation conversations huddle
parley conclave trilateral bilateral committee commission mediates mediating delegates bargaining
sitting signatures
"""
_ANOTHER_SIDE, _SHARED_SIDE, _IN_TITLE, _MOST_NAMES = 10, 10, 6, 5
"""Weights of naming a second side, of a side that many wars share, and of a side in the title;
and how many names of one side count."""
_BOTH_IN_TITLE = 20
"""Weight of a headline with both sides: more than the background's naming a war of one of them."""
_LOOKED_AT = 20_000
"""Characters in which an article has said which war it is about; more is a page of many stories."""
_MIN_CAPS = 4
"""Shorter words in capitals are taken as they are: 'US' is no shouting of 'us'."""
_SHARED_BY = 5
"""Names that may share the word by which they are told: each is looked at where it stands."""
_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(r"\b[A-Z\u00c0-\u024f]\w*")
_MAYBE_NAMES = re.compile(r"[A-Z\u00c0-\u024f]\w*")
"""Without a look at what stands before: much faster, and what it finds too much does no harm."""
_DATELINE = re.compile(r"^\s*[A-Z]{3,}(?:[ -][A-Z]+){0,2} ?[–—-]{1,2} ")
"""'CAPITAL — The president said': where an outlet writes, which tells of no war."""
_EVENT_WORDS = frozenset(
    form for word in _EVENT_STEMS.split() for form in (word, word.capitalize(), word.upper())
)


_EVERYDAY = words(
    """
    The An In Of And For To By On At Be Me Now New Old Great First Second Third Central Upper Lower
    Many Far Anti Higher Experts Families Company Market Road Bridge Palace Resort Stadium Arena
    Senate Assembly Rights Legal Economic Development Information Education Aviation Foundation
    Rescue Response Prevention Policy Plans Freedom Youth Marine Cricket Jewish Christian Lions
    Breaking Moon UN Human Water Technology Medicine Village
    North South East West Northern Southern Eastern Western City State Street House Bank Bay Lake
    River Park Point Port Fort Island Islands Valley Hill Hills Mount Sea Gulf Saint San Al El La
    President Minister Prime Foreign Defence Defense Interior Secretary General Deputy Chief King
    Prince Queen Sheikh Senator Speaker Governor Mayor Spokesman Spokesperson Ambassador Envoy
    Government Council Office Ministry Department Party People Democratic Republican Republic Union
    Federal National International Supreme Security Health Air Force Forces Army Navy Guard Guards
    Police Service Services News TV Television Radio Agency Media League Front Movement Committee
    Court Center Centre University Hospital School Airport Base Camp Oil Gas Power Energy Space
    Popular Revolutionary Liberation Alliance Coalition Board Commission Special Military Operations
    Blue Red White Black Green Golden Nations States United Kingdom Sports Home Sen Sir Gen Mar Don
    St Be Public Head Family Children Middle Administration Emergency Press
    """
)
"""Words of names that stand in any news: a name is looked for by another of its words."""


class _Named(NamedTuple):
    """A name that is told by one of its words, and whose it is."""

    slug: str
    party: str
    name: str
    parts: frozenset[str]
    """All its words; empty where it is but the one."""


def _names(preset: Preset) -> Iterable[tuple[str, str]]:
    """(party, name) of all that is a side's, or another's on whose soil the war is fought."""
    everyone = (*preset.parties, *preset.third_parties)
    sides = {*preset.party_names, *(party.name for party in everyone if party.tells)}
    for party in (party for party in everyone if party.name in sides):
        for name in (party.name, *party.aliases, *party.adjectives):
            yield party.name, name
    for actor in preset.actors:
        if actor.party in sides:
            for name in (actor.name, *actor.spellings):
                yield actor.party, name
    for place in preset.places:
        if place.party in sides and place.party is not None:
            for name in (place.name, *place.aliases):
                yield place.party, name


def _telling(
    name: str, common: Mapping[str, int], alone: frozenset[str], *, described: bool
) -> str:
    """The word by which a name is looked for: capital, of no everyday use, rare among names.

    A side that has no name of its own is told by the words that describe it ("drug boats").
    A word that is a name `alone` is looked for anyway: a surname rather than a first name.
    None where it has no such word: "The air force" tells no war from another.
    """
    cut = _WORD if described else _CAPITALISED
    own = [w for w in cut.findall(name) if w not in _EVERYDAY and len(w) > 1]
    return min(
        own,
        key=lambda w: (w not in alone or common[w] > _SHARED_BY, common[w], -len(w)),
        default="",
    )


def _index(presets: Iterable[Preset]) -> dict[str, tuple[_Named, ...]]:
    """Every name of the presets by the word that tells it, as printed and in capitals."""
    found: dict[str, dict[_Named, None]] = {}
    named_in = [(preset, party, name) for preset in presets for party, name in _names(preset)]
    named_in += [
        (preset, party, printed)
        for preset, party, name in named_in
        if party[0].islower()
        for printed in (headline_case(name), name.upper())
    ]
    common = Counter(
        word for name in {name for _, _, name in named_in} for word in _WORD.findall(name)
    )
    alone = frozenset(name for _, _, name in named_in if " " not in name)
    for preset, party, name in named_in:
        if word := _telling(name, common, alone, described=party[0].islower()):
            parts = _WORD.findall(name)
            whole = frozenset(parts) if parts != [name] else frozenset[str]()
            named = _Named(preset.slug, party, name, whole)
            for form in {word, word.upper()} if len(word) >= _MIN_CAPS else {word}:
                found.setdefault(form, {})[named] = None
    return {word: tuple(of) for word, of in found.items()}


class Relevance:
    """A prefilter compiled from presets; `best` answers which conflict an article is about."""

    def __init__(self, presets: Iterable[Preset]) -> None:
        self._presets = {preset.slug: preset for preset in presets}
        self._index = _index(self._presets.values())
        self._names = frozenset(self._index)
        # Sides that are in the news of many wars: they count beside another side only.
        self._shared = {
            slug: frozenset(party.name for party in preset.parties if party.tells is False)
            for slug, preset in self._presets.items()
        }
        self._telling = frozenset(
            word
            for word, of in self._index.items()
            if any(named.party not in self._shared[named.slug] for named in of)
        )
        self._described = tuple(sorted(word for word in self._telling if word[0].islower()))
        self._abroad = Abroad(self._presets.values())

    def best(self, article: Article) -> Preset | None:
        """The best-scoring conflict, or None where the article can hold none of its events."""
        text = f"{article.title} {_DATELINE.sub('', article.text[:_LOOKED_AT], count=1)}"
        if self._telling.isdisjoint(_MAYBE_NAMES.findall(text)) and not any(
            word in text for word in self._described
        ):
            return None
        found_words = set(_WORD.findall(text))
        title = f" {article.title} "
        found = self._found(found_words, text)
        if _EVENT_WORDS.isdisjoint(found_words) and all(len(of) < 2 for of in found.values()):
            return None
        scored = [
            (_score(found[slug], self._shared[slug], title), slug)
            for slug in self._presets
            if slug in found
        ]
        top, slug = max(scored, key=lambda pair: pair[0], default=(0, ""))
        return self._presets[slug] if top > 0 else None

    def abroad(self, article: Article) -> Preset | None:
        """The conflict that an article in another language than English seems to be about."""
        return self._abroad.best(article.title, article.text)

    def _found(self, present: set[str], text: str) -> dict[str, dict[str, set[str]]]:
        """The names in the text, by conflict and party."""
        found: dict[str, dict[str, set[str]]] = {}
        for word in present & self._names:
            for slug, party, name, parts in self._index[word]:
                # Looking through a whole text is dear; its words tell most names not there.
                if not parts or (parts <= present and name in text):
                    found.setdefault(slug, {}).setdefault(party, set()).add(name)
        return found


def _score(found: dict[str, set[str]], shared: frozenset[str], title: str) -> int:
    """Distinct names found; naming both sides weighs more than naming one of them often.

    A headline that names both sides says whose war it is, whoever else stands in the text.
    """
    own = found.keys() - shared
    if not own:
        return 0
    several = _ANOTHER_SIDE * (len(own) - 1) + _SHARED_SIDE * (len(found) > len(own))
    titled = [party for party in found if any(name in title for name in found[party])]
    heads = sum(party in own for party in titled)
    whole = _BOTH_IN_TITLE if heads and len(titled) > 1 else 0
    names = sum(min(len(found[party]), _MOST_NAMES) for party in own)
    return several + _IN_TITLE * heads + whole + names


_COMPILED: dict[tuple[int, ...], Relevance] = {}
_MOST_KEPT = 8


def relevance_of(presets: Iterable[Preset]) -> Relevance:
    """The compiled prefilter of these presets, kept for the next article."""
    held = tuple(presets)
    key = tuple(map(id, held))  # a kept Relevance holds its presets, so no id is used again
    found = _COMPILED.get(key)
    if found is None:
        if len(_COMPILED) >= _MOST_KEPT:
            _COMPILED.clear()
        found = _COMPILED[key] = Relevance(held)
    return found
