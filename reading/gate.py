"""Patterns that know their own words: a sentence that holds none of them costs next to nothing.

A pattern over news text is mostly a list of words, and most sentences hold none of them. Which
words those are is read off the pattern itself, once, so that nobody can forget one in a list kept
by hand: every match of `\\b(?:talks|met with) ...` has a word that begins with 'talk' or is 'met'.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any, Generic, TypeVar

from reading.bare import CROWDED, STEM, WORD, lower, stem_of, stems

# The parser of the standard library has no public name. What it may come to yield that is unknown
# here gives no words, and a pattern without words is searched everywhere: slower, never wrong.
_PARSER = import_module("re._parser")

Rule = TypeVar("Rule", bound=tuple[object, ...])
Token = tuple[Any, Any]
Tokens = tuple[Token, ...]
_COMMON = stems(
    "the a an of to in on at for and with by from is are was were be been it its they he she we you"
    " that this as will would have has had not no who which said i their his her but or after"
    " before than more one two into over up out all"
)
_COMMON_WEIGHT = 40
"""A word that stands in most sentences tells as little as so many rare ones."""
_MOST = 400
"""Words beyond which a pattern is no list of words any more."""
_MOST_PLACES = 3
"""Places of one alternative that are looked for: more cost more than they save."""
_DIGITS = 10
"""Signs of the longest range that is told sign by sign."""
_INLINE = {"SUBPATTERN": 3, "ATOMIC_GROUP": None}
"""Groups that stand for what is in them, and where in the token that is."""
_AGAIN = "MAX_REPEAT"
_REPEATS = frozenset({_AGAIN, "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_SPACES = frozenset({"CATEGORY_SPACE", "CATEGORY_NOT_WORD"})


class Gated:
    """A pattern to be searched in sentences or clauses; `needs` are its words, None if unknown.

    A match begins and ends where the words of its text do: whole sentences and clauses may be
    searched through it, not a stretch that is cut inside a word. Letters that only the `re` module
    takes for s or k (the long s, the Kelvin sign) are not looked for. Where every match begins with
    one of a few words, the pattern is tried at these alone, not at every letter.
    """

    __slots__ = ("_alone", "_opens", "_together", "needs", "pattern")

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = re.compile(pattern, flags)
        self.needs = words_needed(pattern, flags)
        self._opens = words_opening(pattern, flags)
        ways = ways_to_match(pattern, flags) or [(self.needs or frozenset[str](),)]
        # Most ways ask for one word: these are looked for together, the others one by one.
        self._alone = frozenset[str]().union(*(way[0] for way in ways if len(way) == 1))
        self._together = tuple(way for way in ways if len(way) > 1)

    def may_match(self, stems: frozenset[str]) -> bool:
        """False where a text of which these are all stems, or more, can hold no match."""
        if self.needs is None:
            return True
        if self.needs.isdisjoint(stems):
            return False
        if not self._alone.isdisjoint(stems):
            return True
        for way in self._together:
            for needed in way:
                if needed.isdisjoint(stems):
                    break
            else:
                return True
        return False

    def search(self, text: str, stems: frozenset[str]) -> re.Match[str] | None:
        """The first match in a text of which these are all stems, or more."""
        return next(self.matches(text), None) if self.may_match(stems) else None

    def finditer(self, text: str, stems: frozenset[str]) -> Iterable[re.Match[str]]:
        """All matches in a text of which these are all stems, or more."""
        return self.matches(text) if self.may_match(stems) else ()

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text that may hold one: tried only where a word begins as they do."""
        placed = None if self._opens is None else _placed(text)
        if placed is None or self._opens is None:
            yield from self.pattern.finditer(text)
            return
        end = 0
        for stem, at in placed:
            if stem in self._opens and at >= end:
                found = self.pattern.match(text, at)
                if found is not None:
                    yield found
                    end = found.end()


class Gates(Generic[Rule]):
    """A table of rules with the patterns that each needs: which are open is asked once a sentence.

    A rule is a tuple in which the patterns stand beside what they tell.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [(rule, [part for part in rule if isinstance(part, Gated)]) for rule in rules]
        always = set[int]()
        self._with: dict[str, set[int]] = {}
        for place, (_, gates) in enumerate(self._rules):
            known = [gated.needs for gated in gates if gated.needs is not None]
            rarest = min(known, key=_weight, default=None)
            if rarest is None:
                always.add(place)
            for stem in rarest or ():
                self._with.setdefault(stem, set()).add(place)
        self._always = frozenset(always)

    def open(self, stems: frozenset[str]) -> tuple[Rule, ...]:
        """The rules that a text may meet of which these are all stems, or more, in their order."""
        return _open(self, stems)

    def opened(self, stems: frozenset[str]) -> Iterator[Rule]:
        """The same, not remembered."""
        places = self._always.union(*[self._with[stem] for stem in stems & self._with.keys()])
        for place in sorted(places):
            rule, gates = self._rules[place]
            if all(gated.may_match(stems) for gated in gates):
                yield rule


_SENTENCES = 256
"""A sentence's clauses are asked about one after another."""


@lru_cache(maxsize=_SENTENCES)
def _open(gates: Gates[Rule], stems: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(gates.opened(stems))


_ODD = frozenset("\u0130\u0131\u017f\u212a")
"""Letters that the `re` module takes for i, s or k, though their stems are not those."""


@lru_cache(maxsize=_SENTENCES)
def _placed(text: str) -> list[tuple[str, int]] | None:
    """The stem of each word of the text and where it stands; None where letters are odd."""
    if not (text.isascii() or _ODD.isdisjoint(text)):
        return None
    return [(stem_of(word[0]), word.start()) for word in WORD.finditer(lower(text))]


def words_needed(pattern: str, flags: int = re.IGNORECASE) -> frozenset[str] | None:
    """Stems of which every text that the pattern matches has one; None where there are none."""
    return _needed(_tokens(_PARSER.parse(pattern, flags)), (), at_start=False)


def words_opening(pattern: str, flags: int = re.IGNORECASE) -> frozenset[str] | None:
    """Stems of the words with which a match may begin; None where nobody can tell."""
    return _opening(_tokens(_PARSER.parse(pattern, flags)), at_start=False)


def _opening(tokens: Tokens, *, at_start: bool) -> frozenset[str] | None:
    for index, (name, value) in enumerate(tokens):
        rest = tokens[index + 1 :]
        if name == "BRANCH":
            return _union(_opening(_tokens(one) + rest, at_start=at_start) for one in value[1])
        if name == "FAILURE":
            return frozenset()
        if name not in ("AT", "ASSERT", "ASSERT_NOT"):
            return _words(tokens[index:], "") if at_start else None
        at_start = _starts_word((name, value), at_start)
    return None


def ways_to_match(pattern: str, flags: int = re.IGNORECASE) -> list[tuple[frozenset[str], ...]]:
    """The pattern's alternatives, each with sets of stems of which each must be met; rarest first.

    Empty where there is an alternative of which no word is known.
    """
    tokens = _tokens(_PARSER.parse(pattern, flags))
    at = next((i for i, token in enumerate(tokens) if token[0] == "BRANCH"), None)
    if at is None:
        sequences = [tokens]
    else:
        alternatives = tokens[at][1][1]
        sequences = [tokens[:at] + _tokens(one) + tokens[at + 1 :] for one in alternatives]
    ways = [_all_needed(sequence) for sequence in sequences]
    return ways if all(ways) else []


def _all_needed(tokens: Tokens) -> tuple[frozenset[str], ...]:
    """What each place in the sequence asks for, but what a better place says already."""
    kept: list[frozenset[str]] = []
    for found in sorted(_each_needed(tokens), key=_weight):
        if len(kept) < _MOST_PLACES and not any(better <= found for better in kept):
            kept.append(found)
    return tuple(kept)


def _each_needed(
    tokens: Tokens, rest: Tokens = (), *, at_start: bool = False
) -> Iterator[frozenset[str]]:
    for index, token in enumerate(tokens):
        found = _needed_at(token, tokens[index + 1 :] + rest, at_start=at_start)
        if found is not None:
            yield found
        at_start = _starts_word(token, at_start)


def _tokens(parsed: Iterable[Any]) -> Tokens:
    """The tokens of a sequence, by name, groups opened."""
    found: list[Token] = []
    for op, value in parsed:
        name = str(op)
        if name in _INLINE:
            at = _INLINE[name]
            found += _tokens(value if at is None else value[at])
        elif name == "GROUPREF_EXISTS":
            found.append(("BRANCH", (None, [value[1], value[2] or ()])))
        elif name == "ASSERT_NOT" and not value[1]:
            found.append(("FAILURE", None))
        else:
            found.append((name, value))
    return tuple(found)


def _needed(tokens: Tokens, rest: Tokens, *, at_start: bool) -> frozenset[str] | None:
    """The best set of words that any place in the sequence asks for; `rest` follows it."""
    return min(_each_needed(tokens, rest, at_start=at_start), key=_weight, default=None)


def _needed_at(token: Token, following: Tokens, *, at_start: bool) -> frozenset[str] | None:
    name, value = token
    if name == "FAILURE":
        return frozenset()
    if name == "BRANCH":
        return _union(
            _needed(_tokens(alternative), following, at_start=at_start) for alternative in value[1]
        )
    if name in _REPEATS and value[0] > 0:
        return _needed(_tokens(value[2]), (), at_start=at_start)
    if name == "ASSERT":
        # What must stand beside the match stands in the same text.
        return _needed(_tokens(value[1]), (), at_start=at_start and value[0] > 0)
    if at_start and name in ("LITERAL", "IN"):
        return _words((token, *following), "")
    return None


def _weight(found: frozenset[str]) -> int:
    return len(found) + _COMMON_WEIGHT * len(found & _COMMON)


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """All of them together; None where one is unknown, or where they are too many to help."""
    united: set[str] = set()
    for one in sets:
        if one is None:
            return None
        united |= one
    return frozenset(united) if len(united) <= _MOST else None


def _starts_word(token: Token, before: bool) -> bool:
    """Whether a letter that follows the token begins a word, given if one before it would."""
    name, value = token
    if name == "LITERAL":
        return not _is_letter(chr(value))
    if name == "AT":
        return before or str(value) == "AT_BOUNDARY"
    if name == "IN":
        return _ends_word(value)
    if name in ("ASSERT", "ASSERT_NOT"):
        return before or (name == "ASSERT_NOT" and value[0] < 0 and _is_any_letter(value[1]))
    if name == "BRANCH":
        return all(_ends_at_start(_tokens(one), before) for one in value[1])
    if name in _REPEATS:
        within = _ends_at_start(_tokens(value[2]), before)
        # A second turn begins where the first one ends.
        return within and _ends_at_start(_tokens(value[2]), within) and (value[0] > 0 or before)
    return False


def _ends_at_start(tokens: Tokens, before: bool) -> bool:
    for token in tokens:
        before = _starts_word(token, before)
    return before


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _is_any_letter(parsed: Sequence[Any]) -> bool:
    """True for a class with `\\w`: what must not stand there is a letter, so a word ends there."""
    if len(parsed) != 1 or str(parsed[0][0]) != "IN":
        return False
    members = parsed[0][1]
    return str(members[0][0]) != "NEGATE" and "CATEGORY_WORD" in [
        str(value) for _, value in members
    ]


def _ends_word(members: Sequence[Any]) -> bool:
    """True for a class of signs of which none is a letter."""
    for op, value in members:
        name = str(op)
        if name == "LITERAL":
            if _is_letter(chr(value)):
                return False
        elif name != "CATEGORY" or str(value) not in _SPACES:
            return False
    return True


def _signs(members: Sequence[Any]) -> list[str]:
    """The signs of a class, where they can be told one by one; else none."""
    found: list[str] = []
    for op, value in members:
        low, high = value if str(op) == "RANGE" else (value, value)
        if str(op) not in ("LITERAL", "RANGE") or high - low > _DIGITS:
            return []
        found += map(chr, range(low, high + 1))
    return found


def _words(tokens: Tokens, begun: str) -> frozenset[str] | None:
    """The stems with which a word may go on that has `begun` so; None where nobody can tell."""
    if len(begun) == (STEM + 1 if begun.startswith(CROWDED) else STEM):
        return frozenset({begun})
    if not tokens:
        return None
    (name, value), rest = tokens[0], tokens[1:]
    if name == "LITERAL":
        return _go_on([chr(value)], rest, begun)
    if name == "IN":
        if _ends_word(value):
            return _whole(begun)
        return _go_on(_signs(value), rest, begun)
    if name == "BRANCH":
        return _union(_words(_tokens(one) + rest, begun) for one in value[1])
    if name in _REPEATS:
        return _repeated(value, rest, begun)
    if name == "FAILURE":
        return frozenset()
    return _at_edge(name, value, rest, begun)


def _whole(begun: str) -> frozenset[str] | None:
    return frozenset({begun}) if begun else None


def _go_on(signs: Sequence[str], rest: Tokens, begun: str) -> frozenset[str] | None:
    if not signs:
        return None
    return _union(
        _words(rest, begun + sign.lower()) if _is_letter(sign) else _whole(begun) for sign in signs
    )


def _repeated(value: Any, rest: Tokens, begun: str) -> frozenset[str] | None:
    low, high, parsed = value
    turn = _tokens(parsed)
    if _may_be_empty(turn):
        return None
    least, most = max(0, low - 1), max(0, min(int(high), STEM + 1) - 1)
    more: Tokens = ((_AGAIN, (least, most, parsed)),) if most else ()
    with_it = _words(turn + more + rest, begun)
    return with_it if low else _union((with_it, _words(rest, begun)))


def _may_be_empty(tokens: Tokens) -> bool:
    return all(_takes_nothing(name, value) for name, value in tokens)


def _takes_nothing(name: str, value: Any) -> bool:
    if name == "BRANCH":
        return any(_may_be_empty(_tokens(one)) for one in value[1])
    if name in _REPEATS:
        return value[0] == 0 or _may_be_empty(_tokens(value[2]))
    return name not in ("LITERAL", "IN", "NOT_LITERAL", "ANY")


def _at_edge(name: str, value: Any, rest: Tokens, begun: str) -> frozenset[str] | None:
    """Where no sign is taken: at the edge of a word, or before what must (not) follow."""
    if name == "AT":
        edge = str(value) in ("AT_BOUNDARY", "AT_END")
        return _whole(begun) if begun and edge else _words(rest, begun)
    if name == "ASSERT_NOT":
        edge = value[0] > 0 and _is_any_letter(value[1])
        return _whole(begun) if begun and edge else _words(rest, begun)
    if name == "ASSERT":
        ahead = _words(_tokens(value[1]), begun) if value[0] > 0 else None
        return ahead if ahead is not None else _words(rest, begun)
    return None
