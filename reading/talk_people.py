"""Who leads a delegation, who mediates or hosts, and on which track a set of parties meets."""

import re
from collections.abc import Iterable
from datetime import date

from reading.document import Document, Name, NameKind, Sentence
from reading.gate import Gated
from reading.talk_clauses import whole

LEADS_BEFORE = re.compile(
    r"(?:\b(?:side|delegation|team):(?: delegation chief)?|\b(?:delegation|team"
    r"|group)(?:['’]s)? (?:head|chief|leader)|\b(?:head|leader"
    r"|chief) of (?:the |its |their |\w+['’]s )?"
    r"(?:\w+ ){0,2}(?:delegation|team|negotiat\w+)|\b(?:chief|lead|top|head)(?: \w+)? "
    r"(?:negotiator|delegate|envoy|mediator)|\b(?:led|headed)(?:, [^,]{1,30},"
    r"| (?:on|for|from) the (?:[\w.’'-]+ ){1,3}side)? by"
    r"|\b(?:teams?|delegations?|officers|negotiators|mission|group)\b[\w ,]{0,16}\bunder"
    r"|\b(?:signed|initialled|inked) by|(?:sent|dispatched))"
    r"[\s,:]+(?:(?:\b(?!propos|said|says|told|that\b|which\b|and\b|with\b|between\b|demand"
    r"|offer)[\w’'.-]+)[\s,]+){0,6}$",
    re.IGNORECASE,
)
BOTH_LED = re.compile(
    r"\b(?:delegations|teams|missions|groups|sides|officials|negotiators)(?: were)?,? "
    r"(?:led|headed)(?: respectively)? by [^.;]{3,90},? and (?:the )?(?:[\w’'-]+ ){0,5}$"
    r"|\b(?:signed|initialled|inked) by [^.;]{3,90},? and (?:[\w’'.-]+ ){0,5}$",
    re.IGNORECASE,
)
"""Before the second of "the delegations led by A and B", "signed by A and B"."""
BOTH_LEAD = re.compile(
    r"(?:, [^,.;]{3,60},)? and (?!his |her |their )[^.;]{3,110}?,? (?:will |would |to )?"
    r"(?:led?|lead|headed?) (?:the|their) (?:\w+ )?(?:delegations|teams|sides)\b"
)
"""After the first of "A and B led the delegations"."""
FOR_WHOM = re.compile(r",? for (?:the )?", re.IGNORECASE)
LED_SIDE = re.compile(
    r",[^.;]{2,70}\b(?:and|,) (?:the )?(?:leader|head|chief) of the (?:\w+ )?"
    r"(?:side|delegation|team|negotiators)\b"
)
LED = re.compile(r"\b(?:led|leads?|headed|heads?)\b")
AND_BY = re.compile(
    r"\band (?:the )?(?P<whose>[\w’'.-]+)(?:\s\w+)? by (?:[\w’'.-]+\s){0,4}[“\"]?$", re.IGNORECASE
)
"""The second half of "Moscow's was led by A, and Kyiv's by B"."""

AND_THE_OTHER = re.compile(
    r" (?:the|its|their) (?:[\w’'-]+ )?(?:one|other|side|team|delegation)\b(?!['’])"
)
"""The second half of "A led the northern team and B the southern one"."""

LEADS_AFTER = re.compile(
    r"^[”\"]?,?\s*(?:(?:who|and who) )?"
    r"(?:(?:is |was |will |would |is to |was to )?(?:lead(?:s|ing)?|led|head(?:s|ed|ing)?"
    r"|chair(?:s|ed|ing)?)\b"
    r"(?! (?:the |a |an |its |their )?(?:technical|expert|advance|working|legal)\b)"
    r"(?!\s+(?:[\w’'-]+\s+){0,3}?(?:government|cabinet|ministry|party|country|army|office|state"
    r"|city|region|bank|company|parliament|faction)\b)(?:\s+(?:\w+['’]s|\w+)){0,3}"
    r"|,\s*for (?:[A-Z]\w+)\b|(?:negotiat\w+|sat|signed|spoke) for\b"
    r"(?! the (?:[\w-]+ ){0,2}(?:president|government|ministry|minister|army)\b)"
    r"|represent(?:s|ed|ing)\b(?! [^.;,]{3,40} in [A-Z])"
    r"|,\s[^,.;]{3,70},\s(?:who )?(?:leads?|led|leading|heads?|headed|heading|represent(?:s|ed)"
    r"|(?:spoke|speaks) for)\b(?! (?:the )?"
    r"(?:government|cabinet|country|party|army|state))"
    r"|\(?(?:head|leader|chief) of (?:the )?(?:\w+ )?(?:delegation|team))"
)
CHIEFS = re.compile(
    r"\b(?:chief|top|lead|head) (?:\w+ )?(?:negotiators|delegates|envoys),? "
    r"(?:(?:[A-Z][\w’'-]+ ){1,4}and )?$"
)
"""Before the first or second of "the two chief negotiators, A and B"."""

NOT_LED = re.compile(
    r"\b(?:accompanied|alongside|including|joined|told|deputy head|former)\b", re.IGNORECASE
)

OF_EXPERTS = re.compile(
    r"\b(?:technical|working-level) (?:\w+ )?(?:teams?|groups?|delegations?|experts|level)\b"
    r"|\bteams? of (?:\w+ )?experts\b",
    re.IGNORECASE,
)
"""Who leads the experts at a table is not the head of the delegation."""

NEGOTIATING_ROLE = re.compile(r"^(?!.*\bspokes).*\b(?:delegation|negotiat\w+)\b", re.IGNORECASE)

MEDIATES = Gated(
    r"\b(?:mediat(?:ed|ing|es|ion|ors?)|intermediar(?:y|ies)"
    r"|(?:overseen|witnessed|guaranteed) by|broker(?:ed|ing|s)?"
    r"|host(?:ed|s|ing)?|facilitat(?:ed|or|ors|ing)"
    r"|chair(?:ed|ing|s)|under the (?:auspices|mediation) of|attending|told them|moderat(?:ed|or"
    r"|ing)"
    r"|in the presence of|(?:messages|drafts|proposals|positions|views|texts|answers|contacts"
    r"|communicat\w+) (?:\w+ )?(?:through|via)"
    r"|(?<=-)led(?= (?:[\w-]+ ){0,2}(?:talks|negotiations|mediation|peace))"
    r"|go-between|met (?:three ways )?under|present in the room)\b"
)
NEAR = 60
"""Characters between a mediating word and the name of the mediator."""


def heads_in(document: Document, sentence: Sentence) -> dict[str, str]:
    """Party to the person whom this sentence calls head of its delegation."""
    found: dict[str, str] = {}
    for name in sentence.names:
        if name.kind is not NameKind.PERSON or name.party is None:
            continue
        if SERVED.search(document.text, sentence.span[0], name.span[0]):
            continue
        if _leads(document, sentence, name):
            found.setdefault(name.party, _first_of(document, sentence, name).canonical)
    return found


SERVED = re.compile(
    r"\b(?:representatives?|envoys?|advis[eo]rs?|aides?|spokes\w+|deput(?:y|ies)|assistants?|ally|allies|emissar(?:y|ies)"
    r"|chief of staff|confidants?|sons?|brothers?|office) (?:of|to|for|from) (?:the )?"
    r"(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before a name: somebody acts for its bearer, who is not there himself."""
WITH_OTHER = re.compile(r",?(?: and|,) (?:[\w’'-]+ ){0,4}$")


def _first_of(document: Document, sentence: Sentence, name: Name) -> Name:
    """Of "A and his deputy B led the team" the first."""
    people = [n for n in sentence.names if n.kind is NameKind.PERSON and n.span[1] <= name.span[0]]
    if not people or people[-1].party != name.party:
        return name
    joined = WITH_OTHER.fullmatch(document.text[people[-1].span[1] : name.span[0]])
    return people[-1] if joined else name


def _leads(document: Document, sentence: Sentence, name: Name) -> bool:
    before = document.text[sentence.span[0] : name.span[0]]
    after = document.text[name.span[1] : min(sentence.span[1], name.span[1] + 60)]
    if ITS_DEPUTY.match(after):
        return False
    if (AND_BY.search(before) or AND_THE_OTHER.match(after)) and LED.search(before):
        return True
    if CHIEFS.search(before) or BOTH_LED.search(before) or LED_SIDE.match(after):
        return True
    tail = document.text[name.span[1] : sentence.span[1]]
    if _speaks_for(document, sentence, name) or BOTH_LEAD.match(tail):
        return True
    led = LEADS_BEFORE.search(before)
    if (
        led is not None
        and not NOT_LED.search(led.group())
        and not OF_EXPERTS.search(before)
        and not _other_between(sentence, name, led)
    ):
        return True
    return LEADS_AFTER.match(after) is not None


ITS_DEPUTY = re.compile(
    r"['’]s (?:[\w-]+ )?(?:deputy|aide|adviser|advisor|envoy|son|brother|successor|predecessor)\b"
)
"""After a person: another one, who is his, leads."""


def _speaks_for(document: Document, sentence: Sentence, name: Name) -> bool:
    """ "A for Moscow", "said B for the Russians": the party stands right after its man."""
    gap = FOR_WHOM.match(document.text, name.span[1])
    if gap is None:
        return False
    whose = next((n for n in sentence.names if n.span[0] == gap.end()), None)
    own = whose is not None and whose.kind is not NameKind.PERSON and whose.party == name.party
    return own and not _possessive(sentence, whose) if whose else False


def _other_between(sentence: Sentence, name: Name, led: re.Match[str]) -> bool:
    """Another person already holds the office that stands before this name."""
    low = sentence.span[0] + led.start()
    return any(
        other.kind is NameKind.PERSON
        and low <= other.span[0] < name.span[0]
        and not _possessive(sentence, other)
        for other in sentence.names
    )


def _possessive(sentence: Sentence, name: Name) -> bool:
    end = name.span[1] - sentence.span[0]
    return sentence.text[end : end + 2] in ("'s", "’s")


BETWEEN = re.compile(r"[\w\s,]{0,24}\b(?:between|of|among)\b", re.IGNORECASE)
WITH_WHOM = re.compile(r"[^.;:]{0,60}\bwith\b[^.;:]{0,40}$")
UP_TO_VERB = re.compile(
    r"(?: of (?:the )?[\w ]{3,40}?)?(?:, [^.;]{3,70},)?"
    r"(?:\s(?:have|had|on|\w+day|again|also|both|then|and|late|early|held|\w+ly))*\s"
    r"(?:(?:held|end(?:ed)?|began|begin|open(?:ed)?|conclude[d]?|wrapped up|started|completed)"
    r"\s(?:[\w’'-]+\s){0,6})?"
)
NEXT_PERSON = re.compile(
    r"(?: of (?:the )?[\w ]{3,40}?)?(?:, [^,.;]{3,60})?,? (?:and|,)(?:[^.;]|(?<=\b[A-Z])\.){0,60}?$"
    r"|[-–/]"
)
TO_WHOM = re.compile(r"\s(?:(?!and |in |on |at |to |after )[\w’'.-]+\s){0,5}$")


def people_who_meet(
    document: Document, sentence: Sentence, anchors: Iterable[re.Match[str]]
) -> dict[str, str]:
    """Party to the one who meets for it, where two people of two parties meet or sign."""
    people = [
        n
        for n in sentence.names
        if n.kind is NameKind.PERSON
        and n.party
        and not SERVED.search(document.text, sentence.span[0], n.span[0])
    ]
    for anchor in anchors:
        at, end = sentence.span[0] + anchor.start(), sentence.span[0] + anchor.end()
        who = [*_before(document, people, at), *_after(document, people, end)]
        found: dict[str, str] = {}
        for name in who:
            found.setdefault(str(name.party), name.canonical)
        if len(found) > 1:
            return found
    return {}


def _before(document: Document, people: list[Name], at: int) -> list[Name]:
    group: list[Name] = []
    for name in reversed([n for n in people if n.span[1] <= at]):
        gap = document.text[name.span[1] : group[0].span[0] if group else at]
        if not (NEXT_PERSON if group else UP_TO_VERB).fullmatch(gap):
            break
        group.insert(0, name)
    return group


def _after(document: Document, people: list[Name], end: int) -> list[Name]:
    group: list[Name] = []
    for name in [n for n in people if end <= n.span[0] <= end + 130]:
        gap = document.text[group[-1].span[1] if group else end : name.span[0]]
        joined = JOINED.fullmatch(gap) if group else _met(gap)
        if not joined:
            break
        group.append(name)
    return group


JOINED = re.compile(
    r"(?:, [^,.;]{3,50},)? and (?:[^.;]|(?<=\b[A-Z])\.){0,60}?"
    r"|,? (?:and|,)(?:[^.;]|(?<=\b[A-Z])\.){0,60}?"
)
TOGETHER = Gated(
    r"\b(?:agreed|emerged|shook hands|put their names|faced each other|flanked by|alongside"
    r"|face to face|countersigned)\b"
)
"""What two people do together, where a meeting is told already."""


def together_in(sentence: Sentence) -> Iterable[re.Match[str]]:
    """The verbs of what two people do together."""
    return TOGETHER.finditer(sentence.text, sentence.stems)


def _met(gap: str) -> bool:
    between = BETWEEN.match(gap)
    return bool(WITH_WHOM.fullmatch(gap) or TO_WHOM.fullmatch(gap)) or bool(
        between and len(gap) - between.end() < NEAR
    )


NOT_HERE = Gated(
    r"\b(?:expected|due|likely) to (?:arrive|fly|join|come|travel|attend)\b"
    r"|\b(?:absent|stayed (?:at )?home|stayed away)\b|\bdid not (?:come|travel|attend|fly)\b"
)
"""Beside a name: its bearer is not at the table, or not yet."""


def standing_heads(document: Document, around: Iterable[Sentence], on: date) -> dict[str, str]:
    """Party to a person named in these sentences whom the preset lists as its negotiator then."""
    named = {
        n.canonical
        for s in around
        if not NOT_HERE.search(s.text, s.stems)
        for n in s.names
        if n.kind is NameKind.PERSON
    }
    found: dict[str, str] = {}
    for actor in document.preset.actors:
        if actor.name in named and any(
            NEGOTIATING_ROLE.search(role.title)
            and (role.since is None or role.since <= on)
            and (role.until is None or on <= role.until)
            for role in actor.roles
        ):
            found.setdefault(actor.party, actor.name)
    return found


def mediators_in(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """Third parties that this sentence says mediate or host."""
    sides = set(document.preset.party_names)
    if all(name.party is None or name.party in sides for name in sentence.names):
        return ()
    found: dict[str, None] = {}
    listed = 0
    for cue in MEDIATES.finditer(sentence.text, sentence.stems):
        if (
            WOULD.search(sentence.text[: cue.start()])
            or OF_A_BODY.match(sentence.text, cue.start())
            or OF_A_DEAL.match(sentence.text, cue.start())
        ):
            continue
        for name in whole(sentence).names:
            if name.party is None or name.party in sides:
                continue
            if FORMER.search(document.text, sentence.span[0], name.span[0]):
                continue
            if ITS_FORMER.match(document.text, name.span[1]):
                continue
            if name.kind is NameKind.PLACE:
                continue
            next_in_list = listed and _NEXT.fullmatch(document.text, listed, name.span[0])
            if next_in_list or _mediating(document, sentence, name, cue):
                found[name.party] = None
                listed = name.span[1]
    return tuple(found)


def _mediating(document: Document, sentence: Sentence, name: Name, cue: re.Match[str]) -> bool:
    """The name stands before the word, or is its agent ("mediated by X"); its object is a guest."""
    low, high = (sentence.span[0] + edge for edge in cue.span())
    if cue.group() == "led":
        return document.text[name.span[1] : low] == "-"
    if low - NEAR <= name.span[0] < low:
        return True
    if APART.search(document.text[high : name.span[0]]):
        return False
    return high <= name.span[0] <= low + NEAR and not GUEST.match(
        cue.group() + document.text[high : name.span[0]]
    )


FORMER = re.compile(r"\b(?:former|ex|one-time|late|retired)[ -](?:[\w’'-]+ ){0,4}$", re.IGNORECASE)
"""Before a state's name: one who held an office of it, and acts for another."""
ITS_FORMER = re.compile(r"['’]s? (?:former|ex|one-time)\b", re.IGNORECASE)
"""After a state's name: the same."""
OF_A_DEAL = re.compile(
    r"(?:brokered|mediated)(?: (?!talks|negotiations|round|meeting)[\w–-]+){0,2}? (?:truces?"
    r"|cease-?fires?|deals?|agreements?|accords?|pauses?)\b",
    re.IGNORECASE,
)
"""After a state's name: it made the peace that is spoken of, and need not be at this table."""
_NEXT = re.compile(r",? (?:and )?(?:the )?")
APART = re.compile(
    r"\b(?:was|were|is|are|has|had|after|when|while|since|before|but|who|which|that)\b|;"
)
"""Between a mediating word and a name: the name is of another clause."""
WOULD = re.compile(
    r"\b(?:offer(?:ed|s|ing)?|ready|willing|prepared|propos(?:ed|es|ing)|keen|eager|wish(?:es|ed)?"
    r"|want(?:s|ed)?|hop(?:es|ed|ing)|volunteer(?:ed|s))(?: (?:to|its|his|her|their))+ (?:help )?$",
    re.IGNORECASE,
)
"""Before a mediating word: somebody would like to, and has not been taken up."""
OF_A_BODY = re.compile(
    r"chair(?:ed|ing|s) (?:the |an? |its )?(?:[\w’'-]+ ){0,4}?(?:group|bloc|council|commission"
    r"|union|association|body|organi[sz]ation|party|board|presidency)\b",
    re.IGNORECASE,
)
"""Who chairs a standing body is not for that the chairman of a meeting."""
GUEST = re.compile(r"(?:host|chair|moderat|attend)(?:ed|s|ing)?\s+(?!by\b)", re.IGNORECASE)


def track_of(document: Document, parties: frozenset[str]) -> str | None:
    """The preset's track for exactly these parties, if it has one."""
    for track in document.preset.tracks:
        if frozenset(track.parties) == parties:
            return track.slug
    # A side's talks with two outsiders go by the first of them that has a track.
    sides = frozenset(document.preset.party_names)
    if len(parties & sides) != 1 or len(parties) < MANY:
        return None
    return next(
        (t.slug for t in document.preset.tracks if frozenset(t.parties) < parties),
        None,
    )


MANY = 3
"""So many at one table, of whom one is a side of the war."""
