"""Who the words before a reporting verb name: the preset's people and bodies, or a role."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reading.dateline import end_of_dateline
from reading.document import Name, NameKind, Sentence
from reading.facts import Span
from reading.names import ByIdentity
from reading.preset import Preset
from reading.wordlist import words

_ARTICLE = re.compile(
    r"^(?:an?|the|some|its|their|his|her|one|another|two|several|both|many)\s+", re.IGNORECASE
)
_TITLES = re.compile(
    r"^(?:Rear |Vice )?(?:(?:Lt|Gen|Maj|Col|Brig|Capt|Adm|Sgt|Cmdr|Mr|Mrs|Ms|Dr|Sen|Rev)\.\s+)+"
)
"""Abbreviated ranks and titles: who speaks goes by the name."""
_BOTH = re.compile(
    r"^(?:the\s+)?(?:both|two)\s+(?P<who>sides|parties|countries|governments)$", re.IGNORECASE
)
_LEADING_TIME = re.compile(
    r"^(?:late |early )?(?:on|at|by|in) (?:the )?(?:\w+day|nightfall|noon|midday|dawn|dusk|midnight"
    r"|night|morning|evening|afternoon)"
    r"(?: morning| evening| night| afternoon)?,? (?=(?:the|an?|his|its|their)\b)",
    re.IGNORECASE,
)
"""'On Tuesday the coalition': when it spoke is no part of its name."""
_PRONOUNS = words("he she it they we i")
_STATEMENT = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:statement|report|post|message|announcement|readout|account|update)s?$"
)
_AFTER_NAME = re.compile(r"['’]s\s|['’]\s")
ROLES = words(
    """
    official officials authority authorities minister ministers ministry ministries spokesman
    spokeswoman spokesperson spokespeople military army force forces police governor governors
    mayor mayors president leader leaders negotiator negotiators envoy envoys diplomat diplomats
    source sources analyst analysts strategist expert experts commander commanders general
    government office agency agencies service services administration media report reports
    witness witnesses resident residents medics hospital hospitals doctors doctor delegation
    head heads chief staff secretary ambassador council command group organisation organization
    movement prosecutor prosecutors rescuers defence defense statement aide aides adviser
    advisor advisers lawmakers lawmaker mediator mediators intelligence channel newspaper outlet
    network website monitor monitors observer observers committee department company operator
    militants militant rebels rebel fighters parliament embassy union nations chairman deputy
    officer officers journalist journalists correspondent correspondents people member members
    representative representatives team side sides parties party bank locals survivors survivor
    volunteers firefighters opposition regime coalition palace presidency cabinet court tribunal
    navy corps brigade battalion division guard guards room rooms lawyers director directors
    paramedics paramedic nurse activists activist coordinator association federation directorate
    observatory ambulance morgue eyewitness eyewitnesses villagers inspector colonel major
    crescent cross syndicate institute charity ngo
    """
)
_NOBODY = re.compile(
    r"^(?:this|that)\s|['’]s$"
    r"|^(?:each|both|all|some|others?|many|most|few|neither|either|those|these|none|multiple)$"
    r"|^(?:watch|listen|video|photos?|pictures|live|poll|exclusive|breaking|analysis|opinion"
    r"|explainer|recap|timeline)$"
    r"|^(?:[\w-]+ ){0,2}(?:fires?|blazes?|blasts?|explosions?|damage|casualties|deaths?|fatalities"
    r"|injuries|injured|wounded|dead|drones?|missiles?|rockets?|(?:air-?)?strikes?|attacks?|raids?"
    r"|shelling|sirens|outages?|blackouts?|evacuations?)$"
    r"|^(?:in|on|with|by|through|via) (?:an?|the|his|her|its|their|separate|several) ",
    re.IGNORECASE,
)
"""What is reported speaks not ('fire reported at a port'), nor the paper that something is in."""
_PAPER = re.compile(
    r"^(?:(?:daily|latest|preliminary|initial|official|press) )*"
    r"(?:updates?|statements?|reports?|posts?|messages?|bulletins?|releases?|announcements?) "
    r"(?:(?:issued|released|published|posted|shared|made) )?(?:by|from) (?:the )?(?=\w)"
)
"""'An update from the army': it is the army's."""
_LOWERED = words(
    """
    Local Regional State Military Senior Emergency Government Media Security Health Civil Police
    Officials Authorities Rescuers Witnesses Residents Medics Doctors Sources Prosecutors
    Diplomats Analysts Experts Mediators Negotiators Lawmakers Investigators City Provincial
    District Rebel Rebels Defence Defense Foreign Western Top Independent Several Two Three Air
    Army Aid Humanitarian Reports Observers Monitors Journalists Survivors Volunteers
    Firefighters Municipal National
    """
)
_MAX_LENGTH = 90
_REMEMBERED = 60
"""Speakers that a reader has in mind; no article quotes more, and a page of many starts anew."""
_LEAD_IN = re.compile(r"[\w ]{1,30}, (?:the )?", re.IGNORECASE)
_OPENING = 6
"""Characters of a sentence before the name it begins with: 'The '."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something: canonical or in the words used, with the party where known."""

    claimant: str
    party: str | None = None


@dataclass(slots=True)
class Memory:
    """Who has spoken or been named so far, so that 'he' and 'the negotiator' find their names."""

    spoken: list[Speaker] = field(default_factory=list)
    bodies: Mapping[str, Sequence[Speaker]] = field(default_factory=dict)
    """The preset's bodies by the tail of their names: 'air force', 'general staff'."""
    sides: frozenset[str] = frozenset()
    """The parties to the war: a body that no possessive gives to anybody is one of theirs."""
    last: Speaker | None = None
    """Whom 'he' or 'she' means: the last speaker, or the person the last sentence is about."""
    subject: str | None = None
    """The side with whose name the last sentence began: 'its' at the head of the next is that's."""
    people: set[Speaker] = field(default_factory=set)
    """Those of them who are persons: 'it' means none of them."""


def speaker(span: Span, sentence: Sentence, text: str, memory: Memory) -> Speaker | None:
    """Who the words of `span` name; None where they name nobody who could speak."""
    said = _relative(cleaned(_apposed(text[span[0] : span[1]])))
    if not said or len(said) > _MAX_LENGTH or _NOBODY.search(said):
        return None
    if said.lower() in _PRONOUNS:
        if said.lower() == "it":
            return _opening_body(span, sentence) or _side_of(memory)
        own = _opening_body(span, sentence) if said.lower() == "they" else None
        return own or memory.last or (memory.spoken[-1] if memory.spoken else None)
    names = [n for n in sentence.names if span[0] <= n.span[0] and n.span[1] <= span[1]]
    named = _named(names, span, text) or _own_body(said, span, sentence, text, memory)
    if named is None and not names and _ITS.match(text, *span):
        owner = _owner(span, sentence, text, memory)
        opens = span[0] - sentence.span[0] <= _OPENING
        return Speaker(said, owner) if owner and opens else _described(said, names, text, memory)
    return named or _described(said, names, text, memory)


def _owner(span: Span, sentence: Sentence, text: str, memory: Memory) -> str | None:
    """The side whose 'its' is: the one named last, or the one that the last sentence is about."""
    if not _ITS.match(text, *span):
        return None
    before = [n.party for n in sentence.names if n.party and n.span[1] <= span[0]]
    if before:
        return before[-1]
    return memory.subject if span[0] - sentence.span[0] <= _OPENING else None


def _opening_ground(span: Span, sentence: Sentence) -> str | None:
    """'In Ruritania, the army said': the side whose ground opens the sentence."""
    name = next((n for n in sentence.names if n.span[1] <= span[0]), None)
    lead = sentence.text[: name.span[0] - sentence.span[0]] if name is not None else ""
    return name.party if name is not None and _ON_GROUND.fullmatch(lead) else None


_ON_GROUND = re.compile(
    r"(?:Meanwhile,? )?(?:In|Across|Inside|Over|Within|On) (?:\w+ )?", re.IGNORECASE
)
_ITS = re.compile(r"(?:its|their)\s", re.IGNORECASE)


def _side_of(memory: Memory) -> Speaker | None:
    """Whom 'it' means: the body that spoke last, or the side of the man who did."""
    last = memory.last
    if last is None or last not in memory.people:
        return last
    return Speaker(last.party, last.party) if last.party else None


def _relative(said: str) -> str:
    """Of 'people it' in 'people it says are soldiers', who says so."""
    last = said.rpartition(" ")[2]
    return last if last in _PRONOUNS else said


def _opening_body(span: Span, sentence: Sentence) -> Speaker | None:
    """'The air force downed ten drones, it said': the body that the sentence begins with."""
    low = sentence.span[0]
    begins = end_of_dateline(sentence.text)
    for name in sentence.names:
        if name.span[0] - low < begins:
            continue
        lead = sentence.text[begins : name.span[0] - low].lstrip()
        if name.span[1] > span[0] or not (len(lead) <= _OPENING or _LEAD_IN.fullmatch(lead)):
            return None
        if name.kind in (NameKind.BODY, NameKind.AGENCY):
            return Speaker(name.canonical, name.party)
        if (body := _ITS_BODY.match(sentence.text, name.span[1] - low)) is not None:
            own = sentence.text[name.span[0] - low : body.end()]
            return Speaker(cleaned(own), name.party)
    return None


_ITS_BODY = re.compile(
    r"(?:['’]s)? (?:[a-z]+ )?(?:military|army|navy|air force|government|ministry|police"
    r"|presidency)\b"
)
"""After a side's name: one of its bodies, which no preset need list."""


def _apposed(phrase: str) -> str:
    """Of 'its mayor, Jane Doe' the name, of 'Jane Doe, the mayor' too."""
    parts = [part.strip() for part in phrase.split(",") if part.strip()]
    return next((part for part in parts if _is_name(part)), parts[0] if parts else "")


def _own_body(
    said: str, span: Span, sentence: Sentence, text: str, memory: Memory
) -> Speaker | None:
    """'The air force' and 'its Defence Ministry': the preset's body whose name ends so.

    A possessive is the party's named last before it; without one, only one body may have the name.
    """
    bodies = memory.bodies.get(fold_spelling(said))
    if bodies is None:
        return None
    if _ITS.match(text, *span):
        owner = _owner(span, sentence, text, memory)
        bodies = [b for b in bodies if owner and b.party == owner]
    else:
        where = _opening_ground(span, sentence)
        bodies = [b for b in bodies if b.party in memory.sides] or bodies
        bodies = [b for b in bodies if b.party == where] or bodies
    return bodies[0] if len({b.claimant for b in bodies}) == 1 else None


def fold_spelling(phrase: str) -> str:
    """One spelling for a body's name: lower case, and defence with a c."""
    return phrase.lower().replace("defense", "defence")


def cleaned(phrase: str) -> str:
    """The words without article, quotation marks and outer punctuation, in lower case where due."""
    phrase = phrase.strip(" ,.;:*\"“”'’‘—–-\n\t")
    phrase = _LEADING_TIME.sub("", _STATEMENT.sub("", phrase))
    if (both := _BOTH.match(phrase)) is not None:
        return f"both {both['who']}"
    phrase = _PAPER.sub("", _ARTICLE.sub("", phrase))
    phrase = _TITLES.sub("", " ".join(phrase.split()))
    first = phrase.split(" ", 1)[0]
    second = phrase[len(first) + 1 : len(first) + 2]
    lowered = first in _LOWERED and not second.isupper()
    return first.lower() + phrase[len(first) :] if lowered else phrase


def _named(names: Sequence[Name], span: Span, text: str) -> Speaker | None:
    """The person, body or agency named; a person before the body he speaks for."""
    for kind in (NameKind.PERSON, NameKind.BODY, NameKind.AGENCY):
        for name in names:
            if name.kind is kind and not _possesses(name, text, span):
                return Speaker(name.canonical, name.party)
    return None


def _possesses(name: Name, text: str, span: Span) -> bool:
    """'Doe's office' is not Doe, but 'Doe's statement' is."""
    rest = text[name.span[1] : span[1]]
    return bool(_AFTER_NAME.match(rest)) and not _STATEMENT.match(rest.rstrip())


def _described(said: str, names: Sequence[Name], text: str, memory: Memory) -> Speaker | None:
    parties = {n.party for n in names if n.party}
    party = parties.pop() if len(parties) == 1 else None
    if only := _whole_party(said, names, text):
        return only
    role = any(word in ROLES for word in re.findall(r"\w+", said.lower()))
    if not role and not _is_name(said):
        return None
    if role and (known := _fuller(said, party, memory)):
        return known
    return Speaker(said, party)


def _whole_party(said: str, names: Sequence[Name], text: str) -> Speaker | None:
    """'Ruritania', 'the Ruritanians', 'the Ruritanian side': the party itself."""
    if len(names) != 1 or names[0].kind is not NameKind.PARTY:
        return None
    name = names[0]
    own = text[name.span[0] : name.span[1]]
    rest = said.replace(own, "", 1).strip().lower()
    if rest not in {"", "side"} or name.party is None:
        return None
    if name.adjective and not rest and not own.endswith(("s", "ese", "sh", "ch")):
        return None
    return Speaker(name.party, name.party)


def _is_name(said: str) -> bool:
    """One to five capitalised words, as names of people and papers are."""
    parts = [p for p in said.split() if p not in {"of", "the", "de", "al", "bin", "for", "and"}]
    return 0 < len(parts) <= 5 and all(p[0].isupper() for p in parts) and len(parts[-1]) > 1


def _fuller(said: str, party: str | None, memory: Memory) -> Speaker | None:
    """'The negotiator' is the nearest earlier 'Ruritanian negotiator'."""
    bare = said.lower()
    for earlier in reversed(memory.spoken[-_REMEMBERED:]):
        name = earlier.claimant.lower()
        if name.endswith(f" {bare}") and (party is None or party == earlier.party):
            return earlier
    return None


def bodies_of(preset: Preset) -> Mapping[str, Sequence[Speaker]]:
    """The preset's bodies by the words that follow their party's name: 'air force'."""
    return _bodies(ByIdentity(preset))


@lru_cache(maxsize=32)
def _bodies(key: ByIdentity) -> dict[str, list[Speaker]]:
    preset = key.preset
    found: dict[str, list[Speaker]] = {}
    for actor in preset.actors:
        party = preset.party(actor.party)
        if actor.kind != "body" or party is None:
            continue
        owners = [*party.adjectives, *(f"{n}'s" for n in (party.name, *party.aliases))]
        for name in (actor.name, *actor.spellings):
            tails = [name[len(o) + 1 :] for o in owners if name.startswith(f"{o} ")]
            for tail in {fold_spelling(tail) for tail in tails}:
                speakers = found.setdefault(tail, [])
                if Speaker(actor.name, actor.party) not in speakers:
                    speakers.append(Speaker(actor.name, actor.party))
    for actor in preset.actors:
        for name in (actor.name, *actor.spellings) if actor.kind == "body" else ():
            # "Aville health ministry" may be meant by "the health ministry" as well.
            for tail, speakers in found.items():
                same = fold_spelling(name).endswith(f" {tail}")
                if same and all(one.claimant != actor.name for one in speakers):
                    speakers.append(Speaker(actor.name, actor.party))
    return found


def remember(sentence: Sentence, claimants: Sequence[Speaker], memory: Memory) -> None:
    """Take down who spoke in this sentence, or whom it is about."""
    memory.spoken.extend(claimants)
    memory.subject = _opening_side(sentence)
    memory.people.update(
        Speaker(n.canonical, n.party) for n in sentence.names if n.kind is NameKind.PERSON
    )
    if claimants:
        memory.last = claimants[-1]
        return
    about = next((n for n in sentence.names if n.kind is NameKind.PERSON), None)
    if about is not None:
        memory.last = Speaker(about.canonical, about.party)
    elif (opens := _ONE_PERSON.match(sentence.text)) is not None:
        end = sentence.span[0] + opens.end()
        parties = {n.party for n in sentence.names if n.party and n.span[1] <= end}
        party = parties.pop() if len(parties) == 1 else None
        memory.last = Speaker(cleaned(opens.group()), party)


def _opening_side(sentence: Sentence) -> str | None:
    """The side that a sentence begins with, and so is about."""
    opens = sentence.span[0] + end_of_dateline(sentence.text) + _OPENING
    name = next(iter(sentence.names), None)
    whole = name is not None and name.kind is NameKind.PARTY and not name.adjective
    return name.party if name is not None and whole and name.span[0] <= opens else None


_ONE_PERSON = re.compile(
    r"(?:An? |The |Its |Their )?(?:[\w.’'-]+ ){0,5}?(?:spokes(?:man|woman|person)|minister"
    r"|president|premier|commander|general|governor|mayor|ambassador|envoy|official|officer|leader|chief"
    r"|negotiator|diplomat)(?= [a-z]+(?:ed|ld|nt)\b)"
)
"""A sentence that opens with somebody who did something: he is meant by the next one's "he"."""
