"""Clauses, and who acts in them: shared by the rules for talks, points and deadlines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TypeVar

from reading.document import Document, Name, NameKind, Number, Sentence, TimeExpression
from reading.facts import Span
from reading.wordlist import words

Mark = TypeVar("Mark", Name, Number, TimeExpression)

_ASIDE = (
    r"(?:(?!after|while|but|though|although|who|which)(?:[^.;:,–—]|(?<=\d)[:.](?=\d))){3,70},"
    r" (?:(?:is|are|was|were|has|have|had|will|would)(?: \w+)?|(?!led|red)\w+ed|said|says"
    r"|(?:also |further )?(?:includes|provides for|calls for|foresees|envisages|stipulates|requires"
    r"|commits|obliges|sets out|allows|guarantees|ensures|covers|binds)) "
)
"""After "which": a relative that ends before the verb of the one it tells of."""
BREAK = re.compile(
    r";\s|\s[–—]\s|\s•\s|,?\sbut\s|,\s(?:while|whereas|although|though|after which)\s"
    rf"|,\swhich\s(?!{_ASIDE})"
    r"|:\s(?=[A-Z“\"'])|\s(?:however|yet),\s"
)
"""Where one statement ends and another begins inside a sentence."""
BREAK_WORDS = words("but while whereas although though which however yet")
BREAK_SIGNS = re.compile(r"[;–—•:]")
"""Without one of either no statement ends there."""

OF_A_WAR = re.compile(
    r"(?:[- ]old)?,? (?:[\w-]+ )?(?:war|conflict|fighting|campaign|offensive|siege|insurgency"
    r"|of (?:[\w-]+ )?(?:talks|negotiations?|meetings?|discussions|bargaining|diplomacy|shuttl\w+"
    r"|fighting|clashes|shelling|strikes|war))\b"
)
"""After a length: a war, or the talks, have lasted so long."""

LOCATING = re.compile(
    r"\b(?:in|at|to|from|on|into|near|across|inside|within|over|against|of)"
    r"(?:\s+(?:the|eastern|western|northern|southern|central))?\s+$",
    re.IGNORECASE,
)
"""Before a party's name: the place or the object, not the one who acts."""
LOCATING_ENDS = (
    *("in", "at", "to", "from", "on", "near", "across", "inside", "over", "against", "of"),
    *("the", "eastern", "western", "northern", "southern", "central"),
)
"""What such words end with ("into" and "within" too): a look at them is cheaper than a search."""

SENT_BY = re.compile(
    r"\b(?:teams?|envoys?|delegat\w+|officials?|negotiators?|representatives?|diplomats?"
    r"|counterparts?|colleagues|committees?|panel|governments?|officers|generals|commanders|armies"
    r"|militaries|armed forces|leaders?|ministers?|chiefs?|premiers|presidents?|sides?)"
    r" (?:of|from)(?: the)?(?: \w+ and(?: of| from)?(?: the)?)?\s+$",
    re.IGNORECASE,
)
"""Before a party's name: those whom it sent stand for it ("teams from A and B")."""

ACTING = frozenset({NameKind.PARTY, NameKind.PERSON, NameKind.BODY})

BOTH_SIDES = re.compile(
    r"\b(?:both (?:sides|parties|countries|capitals|delegations|governments|armies|teams|nations)"
    r"|belligerents|all (?:the )?(?:sides|parties|factions)"
    r"|(?:the|two|warring|rival|opposing) (?:two )?(?:sides|parties|countries"
    r"|governments"
    r"|delegations|teams|nations|combatants|neighbou?rs|foes|enemies|factions|rivals|generals)"
    r"|the two(?= (?:(?:also|have|had|then) )*(?:$|agreed|committed|pledged|vowed|promised))"
    r"|each(?: side| country| party)?"
    r"|either side|one another"
    r"|each other|we|they|both)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence; `span` counts characters of the document."""

    sentence: Sentence
    span: Span
    text: str

    def at(self, offset: int) -> int:
        """The document position of an offset into this clause."""
        return self.span[0] + offset

    @property
    def names(self) -> tuple[Name, ...]:
        """The names inside this clause."""
        return tuple(self._inside(self.sentence.names))

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The counts inside this clause."""
        return tuple(self._inside(self.sentence.numbers))

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """The time expressions inside this clause."""
        return tuple(self._inside(self.sentence.times))

    def _inside(self, marks: Iterable[Mark]) -> Iterator[Mark]:
        low, high = self.span
        return (mark for mark in marks if low <= mark.span[0] < high)


def whole(sentence: Sentence) -> Clause:
    """The sentence as a single clause."""
    return Clause(sentence, sentence.span, sentence.text)


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The sentence cut where one statement ends and the next begins."""
    if sentence.words.isdisjoint(BREAK_WORDS) and not BREAK_SIGNS.search(sentence.text):
        return (whole(sentence),)
    edges = [0, *(found.end() for found in BREAK.finditer(sentence.text)), len(sentence.text)]
    start = sentence.span[0]
    return tuple(
        Clause(sentence, (start + low, start + high), sentence.text[low:high])
        for low, high in pairwise(edges)
        if sentence.text[low:high].strip()
    )


def is_located(document: Document, name: Name) -> bool:
    """True where a preposition makes the name a place or an object ("in Turkey", "to Moscow")."""
    before = document.text[max(0, name.span[0] - 48) : name.span[0]].rpartition("\n")[2]
    if name.kind is NameKind.PLACE or CALLED_A_TOWN.search(before):
        before = OF_A_LAND.sub("", before)
    if before.endswith(", ") and (town := TOWN_AND.search(before)):
        own = document.preset.cities.get(town["city"]) == name.party
        if (OWN_LAND_ENDS if own else LAND_ENDS).match(document.text, name.span[1]):
            return True
    if not before.rstrip().lower().endswith(LOCATING_ENDS):
        return False
    return LOCATING.search(before) is not None and SENT_BY.search(before) is None


TOWN_AND = re.compile(r"\b(?:in|at|to|from|near) (?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), $")
LAND_ENDS = re.compile(r"[,.]")
OWN_LAND_ENDS = re.compile(r"[,.]| (?:on|late|early|this|last|yesterday|today)\b")
"""Around a land: it tells where the town lies ("in Elbenport, Sylvania,"), and does not act."""
CALLED_A_TOWN = re.compile(r"\b(?:capital|port|resort|city|town),? (?:of )?$")
_SORT_OF_TOWN = r"(?:(?:capital|port|resort|city|town|coastal|second),? )"
OF_A_LAND = re.compile(
    rf"(?<= )(?:[A-Z][\w-]+['’]s? {_SORT_OF_TOWN}{{0,3}}"
    rf"|[A-Z][\w-]+(?: [A-Z][\w-]+)? {_SORT_OF_TOWN}{{1,3}})(?:of )?$"
)
"""Before a town: whose it is ("in Sylvania's Elbenport", "in the Sylvanian capital, Brobdir")."""

SPONSOR = re.compile(
    r"-(?:led|backed|brokered|mediated|held|allied|sponsored|run|controlled|drafted|proposed"
    r"|based|aligned|hosted|supported)\b"
    r"|['’]s? (?:mediation|auspices|good offices|brokerage|facilitation)\b"
)
"""After a name: it only describes who acts ("the A-led forces", "with B's mediation")."""


def acting_names(document: Document, clause: Clause, before: int | None = None) -> list[Name]:
    """Names of those who act in the clause, in order, up to the document position `before`."""
    limit = clause.span[1] if before is None else before
    return [
        name
        for name in clause.names
        if name.span[1] <= limit
        and name.party is not None
        and (name.kind in ACTING or _is_metonym(document, name))
        and not is_located(document, name)
        and not _tells_whose(document, name)
        and not POST_FOR.search(document.text[: name.span[0]][-40:])
        and not SPONSOR.match(document.text[name.span[1] : name.span[1] + 18])
        and not is_dateline(document, name)
        and not (name.adjective and A_TOWN.match(document.text, name.span[1]))
    ]


A_TOWN = re.compile(
    r" (?:(?:border|coastal|port|northern|southern|eastern|western) )?(?:capital|city"
    r"|town|port|resort|village)\b"
)
"""After "Sylvanian": it tells where a town lies."""


POST_FOR = re.compile(
    r"\b(?:envoys?|ambassadors?|coordinator|rapporteur|mission|expert) (?:for|to|on) (?:the )?$",
    re.IGNORECASE,
)
"""Before a name: somebody else is sent there, and is not of that side."""


DATELINE = re.compile(r"(?:/[A-Z]+)?(?:, [\w.]+(?: \w+)?)?(?: \([\w /]+\))?(?: [-–—]|:) ")
"""After a town in capitals: it tells where the report was written."""


AFTER_TOWN = re.compile(r"(?:^|\n)[A-Z][A-Z .’'-]+, $")


def is_dateline(document: Document, name: Name) -> bool:
    low, high = name.span
    town = document.text[low:high].isupper() or AFTER_TOWN.search(document.text[:low][-40:])
    return bool(town) and DATELINE.match(document.text, high) is not None


def _is_metonym(document: Document, name: Name) -> bool:
    party = document.preset.party(name.party) if name.party else None
    return party is not None and document.text[slice(*name.span)] in party.aliases


def parties_of(names: Iterable[Name]) -> tuple[str, ...]:
    """The parties that the names belong to, each once, in order."""
    return tuple(dict.fromkeys(name.party for name in names if name.party is not None))


def sides_named(document: Document, names: Iterable[Name]) -> tuple[str, ...]:
    """The sides of the war among the names, each once, in order; a place is not its side."""
    sides = document.preset.party_names
    acting = (
        n
        for n in names
        if (n.kind in ACTING or _is_metonym(document, n)) and not _tells_whose(document, n)
    )
    return tuple(party for party in parties_of(acting) if party in sides)


WHOSE = re.compile(
    r" (?:and [A-Z]\w+ )?(?:[a-z]+ ){0,2}?(?:prisoners?|detainees?|captives?|hostages?|inmates?"
    r"|women|children|bodies|civilians|families|people|nationals|citizens)\b"
)


def _tells_whose(document: Document, name: Name) -> bool:
    """ "150 Ruritanian women", "the Ruritanian group X": whose they are, who do nothing here."""
    if OF_BOTH.match(document.text, name.span[1]):
        return True
    if not name.adjective:
        return False
    group = GROUP.match(document.text, name.span[1])
    if group is not None and any(
        other.span[0] == group.end() and other.party not in (None, name.party)
        for sentence in document.sentences
        if sentence.span[0] <= name.span[0] < sentence.span[1]
        for other in sentence.names
    ):
        return True
    counted = SO_MANY.search(document.text[max(0, name.span[0] - 24) : name.span[0]])
    return counted is not None or WHOSE.match(document.text, name.span[1]) is not None


OF_BOTH = re.compile(
    r"(?:['’]s?)? (?:two )?(?:warring|rival|opposing|feuding) (?:\w+ )?"
    r"(?:factions|sides|parties|generals|camps|armies|forces)\b",
    re.IGNORECASE,
)
"""After a land: those who fight in it, of whom its government is only one."""
GROUP = re.compile(
    r" (?:[\w’'-]+ ){0,3}?(?:group|movement|organi[sz]ation|faction|militia|force|alliance|rebels)"
    r",? "
)
SO_MANY = re.compile(
    r"\b(?:displaced|wounded|jailed|imprisoned|detained|captured|uprooted"
    r"|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|dozens of|scores of|hundreds of|thousands of|several|many|some) $",
    re.IGNORECASE,
)
"""Before a people's name: so many of them, of whom something is told."""


def sides_meant(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """Who "both sides" are: of two, the two; of more, those named together here or last before.

    Where no sentence so far names two, it is those of whom the whole article tells; one alone
    makes no pair.
    """
    sides = document.preset.party_names
    if len(sides) < 3:
        return sides
    pair = sides_named(document, _at_peace(document, document.sentences[0]))
    for near in reversed(document.sentences[: sentence.index + 1]):
        named = sides_named(document, _at_peace(document, near))
        if len(named) > 1:
            return named
        if near is sentence and len(pair) == PAIR:
            return pair
        if len(named) == 1 and _meets_outsiders(document, near):
            return ()
    for near in document.sentences[sentence.index + 1 : sentence.index + NEXT]:
        named = sides_named(document, _at_peace(document, near))
        if len(named) > 1:
            return named
    everyone = sides_named(document, (name for s in document.sentences for name in s.names))
    return everyone if len(everyone) > 1 else _only_pair(document)


PAIR = 2
"""Two sides in a title are those of whom the article tells."""
NEXT = 4
"""Sentences in which an article says who they are whom its title calls "the warring sides"."""
CEASES = re.compile(r"\b(?:stop|halt|ceas|end|suspend|paus|refrain)\w*\b", re.IGNORECASE)
HOSTILE = re.compile(
    r"\b(?:attack|bomb|shell|struck|strik|hit|fire[ds]?\b|invad|kill|accus|blam|threaten|war on"
    r"|war against|condemn|denounc|vow)\w*",
    re.IGNORECASE,
)
"""Between two sides' names: what one does to the other, not what both do together."""
MEETING_WITH = re.compile(
    r"\b(?:met|meet(?:s|ing)?|(?:talks|summit|negotiations|meeting) (?:with|between))\b"
    r"[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""Before a name: that one sits across the table; who brokers talks only sits beside it."""
COUNTERPARTS = re.compile(r"[^.;]{0,40}\bcounterparts?\b", re.IGNORECASE)


def _at_peace(document: Document, sentence: Sentence) -> list[Name]:
    """The names but those of whom one attacks or blames the other."""
    named = [name for name in sentence.names if name.party is not None]
    hostile: set[Name] = set()
    for one, other in pairwise(named):
        between = document.text[one.span[1] : other.span[0]]
        hostility = HOSTILE.search(between)
        if (
            one.party != other.party
            and hostility
            and not CEASES.search(between[: hostility.start()])
        ):
            hostile |= {one, other}
    return [name for name in named if name not in hostile]


def _meets_outsiders(document: Document, sentence: Sentence) -> bool:
    """A side's meeting with third parties: "the two sides" of it are not those of the war."""
    sides = document.preset.party_names
    low = sentence.span[0]
    return any(
        MEETING_WITH.search(sentence.text[: name.span[0] - low])
        or COUNTERPARTS.match(sentence.text, name.span[1] - low)
        for name in sentence.names
        if name.party and name.party not in sides and name.kind in ACTING
    )


def _only_pair(document: Document) -> tuple[str, ...]:
    """Of more than two sides, those who talk to each other, where only two do."""
    sides = document.preset.party_names
    pairs = {track.parties for track in document.preset.tracks if {*track.parties} <= {*sides}}
    return next(iter(pairs)) if len(pairs) == 1 else ()


PRONOUN = re.compile(
    r"[“\"‘']?\s*(?:(?:but|and|then|now|yet|instead|still|so),?\s)?(?:it|he|she|they)\b",
    re.IGNORECASE,
)


def opens_with_pronoun(clause: Clause) -> bool:
    """True where the one who acts was named before ("It offered ...")."""
    return PRONOUN.match(clause.text.lstrip()) is not None


OPENING_WORDS = 7
"""Fewer words than this make a line of page furniture, not a sentence of the lead."""


def lead_of(document: Document, sentences: int) -> frozenset[int]:
    """Indexes of the title and of the first full sentences, in which an article says its news."""
    full = (
        s.index
        for s in islice(document.sentences, 1, None)
        if not s.heading and len(s.text.split()) >= OPENING_WORDS
    )
    return frozenset((0, *islice(full, sentences)))
