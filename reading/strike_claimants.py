"""Who stands behind a figure, by one name: 'the ministry' is the one that the article names."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reading.document import Document, NameKind, Sentence
from reading.facts import Figure, Measure, Strike, Weapon
from reading.names import ByIdentity
from reading.preset import Actor
from reading.speakers import ROLES, fold_spelling
from reading.strike_roles import STOPPED
from reading.wordlist import words

_POINTING = words(
    "company firm utility command statement report post message spokesman spokeswoman spokesperson"
)
"""Words that name a speaker only by pointing back at one."""
_BOTH = re.compile(r"\bboth sides\b")
_GAP = 4
"""Characters of white space that may stand between a title and a name."""
_SHORT = 2
"""A body's full name has more words; 'Defence Ministry' is a description."""
_LEAD_OR_TAIL = re.compile(
    r"^(?:afterwards|earlier|later|meanwhile|separately|still|however|also) | (?:here|there)$",
    re.IGNORECASE,
)
"""Words that stand beside a speaker's name and are no part of it."""
_TOLLS = (Measure.KILLED, Measure.INJURED)
_DESCRIBING = words(
    """
    defence defense foreign interior health state air emergency regional local military city
    provincial district police security senior top acting deputy civil
    """
)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Whom a preset knows: its actors by name, its bodies, and places that are no speakers."""

    actors: dict[str, Actor]
    bodies: tuple[tuple[Actor, tuple[frozenset[str], ...]], ...]
    """Each body with the words of each of its names."""
    places: frozenset[str]


@lru_cache(maxsize=32)
def _cast(key: ByIdentity) -> _Cast:
    preset = key.preset
    places = {name.casefold() for p in preset.places for name in (p.name, *p.aliases)}
    for party in (*preset.parties, *preset.third_parties):
        places -= {name.casefold() for name in (party.name, *party.aliases)}
    bodies = tuple(
        (actor, tuple(_words_of(name) for name in (actor.name, *actor.spellings)))
        for actor in preset.actors
        if actor.kind == "body"
    )
    return _Cast({actor.name: actor for actor in preset.actors}, bodies, frozenset(places))


def _words_of(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold_spelling(name)))


def with_known_claimants(strike: Strike, document: Document) -> Strike:
    """The strike with each claimant by the fullest name that the article gives."""
    figures = tuple(
        replace(
            figure,
            claimant=_known(
                figure.claimant,
                figure.span[0],
                strike.target if figure.measure in STOPPED else None,
                document,
            ),
        )
        for figure in strike.figures
    )
    return replace(
        strike,
        claimant=_known(strike.claimant, strike.span[0], None, document),
        figures=without_headline_copies(
            tuple(_spoken_for(figure, figures, document) for figure in figures), document
        ),
    )


def _known(claimant: str | None, at: int, defender: str | None, document: Document) -> str | None:
    """The claimant's one name; `defender` is the side whose defences a figure is of."""
    cast = _cast(ByIdentity(document.preset))
    if claimant is None or claimant in cast.actors or claimant in document.preset.party_names:
        return claimant
    claimant = _LEAD_OR_TAIL.sub("", claimant)
    said = fold_spelling(claimant)
    if (said in cast.places and "hospital" not in said) or _BOTH.search(said):
        return None
    claimants = {a.claimant for s in document.sentences for a in s.attributions}
    told = _words_of(claimant)
    called = [body for body, names in cast.bodies if any(told <= name for name in names)]
    speaking = [body.name for body in called if body.name in claimants]
    alike = speaking or [body.name for body in called if body.party == defender]
    if len(alike) == 1:
        return alike[0]
    if said in _POINTING:
        return _last_body(document, at)
    known = claimants & cast.actors.keys()
    people = {name for name in known if cast.actors[name].kind == "person"}
    titled = _titled(people, said, document)
    return titled.pop() if len(titled) == 1 else _plainly(claimant)


def _last_body(document: Document, at: int) -> str | None:
    """The body of a side that was named last before a position."""
    sides = document.preset.party_names
    named = [
        name.canonical
        for sentence in document.sentences
        for name in sentence.names
        if name.kind is NameKind.BODY and name.party in sides and name.span[0] < at
    ]
    return named[-1] if named else None


def _titled(people: set[str], title: str, document: Document) -> set[str]:
    """Those before whom the text puts the title: 'Governor Jane Doe'."""
    return {
        name.canonical
        for sentence in document.sentences
        for name in sentence.names
        if name.canonical in people
        and _words_before(document, name.span[0], len(title)).lower() == title
    }


def _words_before(document: Document, position: int, length: int) -> str:
    """So many characters that end before a position, with white space after them left out."""
    return document.text[max(0, position - length - _GAP) : position].rstrip()[-length:]


def _plainly(claimant: str) -> str:
    """A description in lower case: headlines capitalise what is no name."""
    parts = claimant.split()
    if len(parts) > _SHORT or parts[-1].lower() not in ROLES or parts[-1].isupper():
        return claimant
    return " ".join([*(_lower(word) for word in parts[:-1]), parts[-1].lower()])


def _lower(word: str) -> str:
    """'Pro-Government' and 'Defence' in lower case; a place or a people keeps its capital."""
    head, dash, tail = word.partition("-")
    if head.lower() in ("pro", "anti") and dash:
        return head.lower() + dash + tail
    return word.lower() if word.lower() in _DESCRIBING else word


def _spoken_for(figure: Figure, figures: tuple[Figure, ...], document: Document) -> Figure:
    """A count that names nobody with the claimant that the text gives it elsewhere.

    That is who gives the same number, or the one who counts all weapons of the same paragraph.
    """
    if figure.claimant is not None:
        return figure
    voices = {f.claimant for f in figures if f.claimant and _what(f) == _what(figure)}
    if not voices and figure.measure not in _TOLLS:
        voices = _bulletin_voices(figure, figures, document)
    return replace(figure, claimant=voices.pop()) if len(voices) == 1 else figure


def _what(figure: Figure) -> tuple[Measure, Weapon, int]:
    return figure.measure, figure.weapon, figure.low


def _bulletin_voices(figure: Figure, figures: tuple[Figure, ...], document: Document) -> set[str]:
    """Who counts weapons before it in the paragraph; for a headline, who does anywhere."""
    mine = _sentence_at(document, figure.span[0])
    if mine is None:
        return set()
    voices = {
        f.claimant
        for f in figures
        if f.claimant
        and f.measure not in _TOLLS
        and not _contradicts(f, figure)
        and (theirs := _sentence_at(document, f.span[0])) is not None
        and (mine.heading or (mine.paragraph == theirs.paragraph and theirs.index < mine.index))
    }
    return voices or (set() if mine.attributions else _later_voices(document, mine))


def _contradicts(one: Figure, other: Figure) -> bool:
    """Of the places struck another number: whoever gives it did not give the other.

    Of what was shot down it may be the first part of the other.
    """
    return one.measure is other.measure is Measure.HIT_LOCATIONS and one.low != other.low


def _later_voices(document: Document, sentence: Sentence) -> set[str]:
    """Who ends the paragraph with 'the raid goes on, the air force said': a bulletin's speaker."""
    sides = document.preset.party_names
    following = [
        a
        for later in document.sentences[sentence.index + 1 : sentence.index + 4]
        if later.paragraph == sentence.paragraph and not later.numbers
        for a in later.attributions
    ]
    cast = _cast(ByIdentity(document.preset))
    return {
        a.claimant
        for a in following[:1]
        if a.party in sides and any(body.name == a.claimant for body, _ in cast.bodies)
    }


def _sentence_at(document: Document, position: int) -> Sentence | None:
    return next((s for s in document.sentences if s.span[0] <= position < s.span[1]), None)


def without_headline_copies(figures: tuple[Figure, ...], document: Document) -> tuple[Figure, ...]:
    """The figures without those that the title only repeats from the text."""
    title = document.sentences[0].span[1]
    told = {_what(f) for f in figures if f.span[0] >= title}
    return tuple(f for f in figures if f.span[0] >= title or _what(f) not in told)
