"""What a point is about: words for exchanges, returns, truces, papers and meetings to come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reading.bare import stems
from reading.document import NameKind, Sentence
from reading.facts import Item
from reading.gate import Gates
from reading.talk_clauses import Clause
from reading.talk_item_nouns import NOUNS
from reading.talk_item_vetoes import is_only_qualifier
from reading.talk_item_words import ACTS, COUNT_WORDS, are_hurt, pattern_of
from reading.talk_leaders import leaders_meet


@dataclass(frozen=True, slots=True)
class Mention:
    """An item found in a clause, at offsets into the clause's text."""

    item: Item
    start: int
    end: int
    act: tuple[int, int] | None = None
    """Where the verb of handing over stands, for items that are acts ("swapped", "returned")."""
    whom: tuple[int, int] | None = None
    """Where those stand to whom it is done."""


REACH = 70
"""Characters between an act and those it is done to, beyond which they do not belong together."""


TALKS_ON = pattern_of(
    r"\b(?:talks|negotiations|discussions|work|progress|efforts?|way|towards?|steps?)"
    r"(?: (?:on|towards?|for|to|about|at))? (?:(?:an?|the|its|their) )?(?:[\w-]+ ){0,2}$"
)
"""Before a paper: it is being worked on, and not there yet."""

COUNTED_FROM = pattern_of(r"\b(?:hours?|days?|weeks?) (?:of|after|before|from) (?:\w+ ){0,3}$")
"""Before an item: a time is counted from it; it is not what the sentence is about."""


CIVILIANS = pattern_of(
    r"\b(?:civilians|residents|people|families|inhabitants|population|villagers|evacuees|refugees"
    r"|(?-i:[A-Z])\w+(?:ians|ese|is))[”\"]? (?:[\w-]+ )?(?:to )?$"
)
"""Before "leave": those who leave are no troops."""


HELD_BEFORE = pattern_of(
    r"\b(?:(?:at|during|after|following|since|from|under|amid|despite) (?:(?:a|an|the|its|their) )?"
    r"|(?:of|in) the |(?:before|until|once|when|if|unless) (?:they|the (?:\w+ )?(?:sides"
    r"|parties)) )"
    r"(?:[\w-]+ )?$|\bbefore (?:any )?(?:further|more|new|other) $"
)
"""Before "third round": something else took place at it; it is not what was agreed."""


NOUN_RULES = Gates(NOUNS)
ACT_RULES = Gates(ACTS)


def find_items(clause: Clause) -> Iterator[Mention]:
    """The items that the clause speaks of; no stretch of text serves two of them."""
    stems = clause.sentence.stems
    taken: list[tuple[int, int]] = []
    done = _nearest((*_acts(clause), *_nationals(clause)))
    leaders = () if stems.isdisjoint(LEADERS_MEET_STEMS) else _leaders(clause)
    left = () if stems.isdisjoint(LEAVES_STEMS) else _places_left(clause)
    for mention in (*done, *_nouns(clause), *leaders, *left):
        own = mention.whom or (mention.start, mention.end)
        if all(own[1] <= low or own[0] >= high for low, high in taken):
            taken.append(own)
            yield mention
            if mention.act is not None:
                yield from _in_return(clause, mention)


def _leaders(clause: Clause) -> Iterator[Mention]:
    return (Mention(Item.LEADERS_MEETING, *span) for span in leaders_meet(clause))


def _nearest(done: tuple[Mention, ...]) -> Iterator[Mention]:
    """Of two acts on the same captives the one that stands nearer, the one before them first."""
    for mention in done:
        rivals = [m for m in done if m.item is Item.PRISONER_EXCHANGE and _same_men(m, mention)]
        if mention.item is not Item.PRISONER_EXCHANGE or mention is min(rivals, key=_closeness):
            yield mention


def _same_men(one: Mention, other: Mention) -> bool:
    a, b = one.whom, other.whom
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def _closeness(mention: Mention) -> tuple[bool, int]:
    act, whom = mention.act or (0, 0), mention.whom or (0, 0)
    far = _gap(act, whom) > REACH // 2
    return far or act[0] > whom[0], _gap(act, whom)


COUNTED = pattern_of(
    rf"(?<!\w)(?:\d[\d,]*|{COUNT_WORDS}) (?:(?:more|other|further|living|remaining|last|additional"
    r"|captive|captured|of (?:the|its|their)) ){0,2}$"
)
"""Before the name of a people: so many of them."""
NEAR = 40
NOT_HELD = pattern_of(
    r"\b(?:bod(?:y|ies)|remains|corpses|kill|dead|wound|injur|refugee|evacuat)\w*"
)
LET_GO = pattern_of(
    r"\b(?:releas(?:e|es|ed|ing)|free(?:d|s|ing)|set(?:s|ting)? free|let(?:s|ting)? (?:go|out)"
    r"|set(?:s|ting)?(?= (?:[\w,’'-]+ ){1,5}free\b)|free(?= [\d\w])|out(?=$|[,;])"
    r"|let(?:s|ting)?(?= (?:[\w,’'-]+ ){1,5}(?:go|walk|leave)\b)"
    r"|swap(?:s|ped)?|exchang(?:e|es|ed|ing)"
    r"|walk(?:s|ed)? (?:free|out of (?:[\w’-]+ ){0,3}(?:prison|jail))"
    r"|(?:go|went|goes|come|came|return(?:ed|s)?) (?:back )?home|sen(?:d|ds|t) (?:back|home)"
    r"|hand(?:s|ed|ing)? (?:over|back|to the (?:ICRC|Red C\w+)))\b"
)
"""Acts of those who hold people; nobody is handed to the Red Cross but captives."""


PEOPLE = pattern_of(r" (?:women|men|girls|boys|teenagers|children|nationals|citizens|fishermen)\b")
LET_GO_STEMS = stems(
    "out free released freed set let swapped exchanged handed walked go went come came home send"
    " sent"
)


TALKS_AT = pattern_of(
    r"^ (?:[\w-]+ )?(?:talks|round|meeting|summit|negotiations|process|conference)\b"
)
"""After a place: it is a meeting there that somebody leaves."""
LEAVES = pattern_of(
    r"\b(?:leav(?:e|es|ing)|quit|vacat(?:e|es|ing)|withdraw(?:s|ing)? from|pull(?:s|ing)? out of"
    r"|abandon(?:s|ing)?|retreat(?:s|ing)? from|clear(?:s|ing)? out of|get(?:s|ting)? out of"
    r"|pull(?:s|ing)? back from|evacuat(?:e|es|ing)|ced(?:e|es|ing)|giv(?:e|es|ing) up"
    r"|surrender(?:s|ing)?|relinquish(?:es|ing)?"
    r"|(?P<given>hand(?:s|ed|ing)? (?:over|back))"
    r"|withdrew from|pulled out of|vacated|retreated from)"
    r" (?:(?:all|parts?|half|most|control)(?: of)? )?"
    r"(?:the (?:rest|part|remainder|[a-z]+(?:th|rd|ter|f)|remaining [a-z]+|land|territory|areas?)"
    r" (?:of|in) (?:the )?)?"
    r"(?:the )?(?:(?:town|city|area|port|village|district|region|province) of )?$"
)
"""Before a place: a side goes from it, where somebody asks for that or promises it."""
OF_PLACE = pattern_of(
    r"['’]|-\w|,? (?:and (?-i:[A-Z])\w+ )?(?:[a-z]+ )?"
    r"(?:prisoners|detainees|captives|hostages|suspects|documents|files|aid|plans?|proposals?"
    r"|bodies|soldiers|fighters|men|women|children)\b"
)
"""After a place and "hand over": it is those from there who are handed over, and not the place."""
LEAVES_STEMS = stems(
    "hand leave quit vacate withdraw withdrew pull abandon retreat clear get evacuate cede give"
    " surrender relinquish"
)


def _places_left(clause: Clause) -> Iterator[Mention]:
    """ "Rebels promise to leave Ganlook": a withdrawal from a named place."""
    low = clause.span[0]
    for name in clause.names:
        start = name.span[0] - low
        found = LEAVES.search(clause.text[:start]) if name.kind is NameKind.PLACE else None
        after = clause.text[name.span[1] - low :]
        if found is not None and (
            TALKS_AT.search(after) or (found["given"] and OF_PLACE.match(after))
        ):
            continue
        if found is not None and not CIVILIANS.search(clause.text[: found.start()][-NEAR:]):
            yield Mention(Item.WITHDRAWAL, found.start(), name.span[1] - low)


def _nationals(clause: Clause) -> Iterator[Mention]:
    """ "Eleven more Ruritanians were handed over": captives called by their nation alone."""
    low = clause.span[0]
    nations = [n for n in clause.names if n.adjective]
    if not nations or clause.sentence.stems.isdisjoint(LET_GO_STEMS):
        return
    for name in nations:
        start, end = name.span[0] - low, name.span[1] - low
        owner = clause.text.startswith(("'", "’"), end)
        plural = clause.text[start:end].endswith("s") and not owner
        people = PEOPLE.match(clause.text, end)
        if not (plural or people):
            continue
        end = people.end() if people else end
        counted = COUNTED.search(clause.text[:start])
        if counted is None or NOT_HELD.search(clause.text[max(0, start - NEAR) : end]):
            continue
        whom = (counted.start(), end)
        done = [found.span() for found in LET_GO.finditer(clause.text)]
        near = _act_on(_beside(clause.text, done, whom), whom)
        if near is not None and _gap(near, whom) <= REACH:
            first, last = min(start, near[0]), max(end, near[1])
            yield Mention(Item.PRISONER_EXCHANGE, first, last, near, whom)


IN_RETURN = pattern_of(
    r"\band (?:has |had )?(?P<act>received|got(?: back)?|took back|takes back|gets back|gave back"
    r"|handed over|returned|gave) (?P<whom>[\d,]+\d|\d)(?=[,.;]| in (?:return|exchange)|$)"
)


def _in_return(clause: Clause, mention: Mention) -> Iterator[Mention]:
    """ "Gave the bodies of 1,000 soldiers and received 19": as many of the same."""
    for found in IN_RETURN.finditer(clause.text, mention.end):
        yield Mention(mention.item, *found.span(), found.span("act"), found.span("whom"))


LEADERS_MEET_STEMS = stems("meeting summit talks encounter get sit come hold")
OTHERS_STEMS = LET_GO_STEMS | LEAVES_STEMS | LEADERS_MEET_STEMS


def speaks_of_items(sentence: Sentence) -> bool:
    """False for the many sentences that hold no word of any item."""
    stems = sentence.stems
    if NOUN_RULES.open(stems) or ACT_RULES.open(stems):
        return True
    return bool(sentence.names) and not stems.isdisjoint(OTHERS_STEMS)


MADE_PUBLIC = pattern_of(
    r"\b(?:statement|report|text|documents?|videos?|footage|figures|communique|photos?|images|data"
    r"|letter|transcript|audio|details)(?: (?:that|which))?(?: (?:was|were|has been|have been))?"
    r"(?: (?:jointly|later|also|just))? $"
)
"""Before "released": words or pictures were made public, and nobody was set free."""
IN_THE = pattern_of(
    r"\b(?:in|into|during|after|before|since|under) (?:the|an?|another|this|its|their)"
    r"(?: [\w-]+){0,2} $|\b(?:in|into) the $"
)
"""Before an exchange: one that is spoken of already, of which something else is said."""


def _acts(clause: Clause) -> Iterator[Mention]:
    text = clause.text
    for item, whom, act in ACT_RULES.open(clause.sentence.stems):
        objects = [
            found
            for found in whom.matches(text)
            if not _are_dead(item, text, found)
            and not (item is not Item.BODY_RETURN and are_hurt(text, *found.span()))
            and not OFFICE.search(text[: found.start()])
            and not LIST_OF.search(text[found.end() :][:24])
            and not (item in OF_OTHERS and AMONG_HELD.search(text[: found.start()]))
        ]
        done = [
            found.span()
            for found in (act.matches(text) if objects else ())
            if not IN_THE.search(text[: found.start()])
            and not MADE_PUBLIC.search(text[: found.start()])
        ]
        for object_ in objects:
            near = _act_on(_beside(text, done, object_.span()), object_.span())
            if near is not None and _apart(text, near, object_.span()):
                continue
            if near is not None and _gap(near, object_.span()) <= REACH:
                low, high = object_.span()
                yield Mention(item, min(low, near[0]), max(high, near[1]), near, (low, high))


OF_OTHERS = (Item.CHILDREN, Item.CIVILIAN_RETURN)
AMONG_HELD = pattern_of(
    r"\b(?:hostages|captives|prisoners|detainees|abductees),? (?:[–—-] )?(?:among (?:them|whom)"
    r"|including|namely|such as|(?:[\w-]+ )?of (?:them|whom))\b[^.;]{0,60}$"
)
"""Before "children": they are a part of those who were named, and counted with them."""


def _apart(text: str, act: tuple[int, int], whom: tuple[int, int]) -> bool:
    """A colon stands between them, as in a headline of two parts; or the act has its own object."""
    if whom[1] <= act[0] and OWN_OBJECT.match(text, act[1]):
        return True
    if OF_THINGS.match(text, act[1]):
        return True
    return ":" in text[min(act[1], whom[1]) : max(act[0], whom[0])]


OF_THINGS = pattern_of(
    r" (?:all )?(?:(?:their|its|the|his|her) )?(?:[\w-]+ )?(?:weapons|arms|guns|rifles|power"
    r"|control"
    r"|posts|positions|territory|land|documents|phones|passports|vehicles|money)\b"
)
"""After an act: it is things that are handed over, and not the people who stand near."""
OWN_OBJECT = pattern_of(r" of (?!them\b|whom\b|those\b|all\b|\d)")
"""After an act's noun: 'attacks on civilians, and the return of the bodies'."""


DEAD = pattern_of(
    r"\b(?:bod(?:y|ies)|remains|corpses) of\b[\w\s,’'-]{0,30}$|\b(?:lists?|names) of\b[^.;]{0,60}$"
)


OFFICE = pattern_of(
    r"\b(?:headquarters|office|cent(?:er|re)|commission|committee|ministry|agency|department)\b"
    r"[^,;.]{0,30}\b(?:for|of|on)\b[^,;.]{0,24}$"
)
"""Before "prisoners": an institution is named after them."""


LIST_OF = pattern_of(
    r"^ of conscience\b|"
    r"^['’]?s?['’]? (?:lists?|files?|names|dossiers?|famil(?:y|ies)|relatives|camps?|headquarters"
    r"|offices?|agenc(?:y|ies)|commissions?|ombuds\w+|affairs)\b"
    r"|^['’]?s?['’]? (?:dead )?(?:bod(?:y|ies)|remains|corpses?|coffins?)\b"
)
"""After "captives": papers, kin or places of theirs, who sees to them, or their dead bodies."""


INSTITUTION = pattern_of(
    r"\b(?:government\w*|state|regulat\w+|official|public|judicial|international|governing|world"
    r"|monitoring|oversight|regional|supervisory|sports?|rights|aid|UN|legislative|their own) $"
)
"""Before "bodies": offices, not the dead."""


def _are_dead(item: Item, text: str, found: re.Match[str]) -> bool:
    """ "The bodies of 1,000 soldiers": no soldier comes home alive."""
    if item is Item.BODY_RETURN:
        return INSTITUTION.search(text[: found.start()]) is not None
    return DEAD.search(text[: found.start()]) is not None


def _beside(
    text: str, acts: list[tuple[int, int]], object_: tuple[int, int]
) -> list[tuple[int, int]]:
    """ "A frees three as 80 come home": what is done to the first is not done to the others."""
    return [act for act in acts if not MEANWHILE.search(text, act[1], max(act[1], object_[0]))]


MEANWHILE = re.compile(r" as (?!part\b|agreed\b|well\b|an?\b|the\b|its\b|their\b)")


def _act_on(acts: list[tuple[int, int]], object_: tuple[int, int]) -> tuple[int, int] | None:
    """The act that stands before its object ("freed the hostages"), else the nearest one."""
    before = [act for act in acts if 0 <= object_[0] - act[1] <= REACH // 2]
    return before[-1] if before else min(acts, key=lambda act: _gap(act, object_), default=None)


def _nouns(clause: Clause) -> Iterator[Mention]:
    text = clause.text
    for item, pattern in NOUN_RULES.open(clause.sentence.stems):
        for found in pattern.matches(text):
            lasting = item in (Item.CEASEFIRE, Item.PAUSE)
            if lasting and (is_only_qualifier(text, found)):
                continue
            if item is Item.DOCUMENT and _is_no_paper(text, found):
                continue
            if COUNTED_FROM.search(text[: found.start()]):
                continue
            if item is Item.WITHDRAWAL and CIVILIANS.search(text[: found.start()][-NEAR:]):
                continue
            if item is Item.NEXT_MEETING and HELD_BEFORE.search(text[: found.start()]):
                continue
            yield Mention(item, *found.span())


def _is_no_paper(text: str, found: re.Match[str]) -> bool:
    """It is being worked on, or only says where something was told ("said in a statement")."""
    before = text[: found.start()]
    if TALKS_ON.search(before):
        return True
    return STATEMENT.match(found.group()) is not None and SAID_IN.search(before) is not None


STATEMENT = pattern_of(r"(?:joint )?(?:statement|communique|declaration)s?$")
SAID_IN = pattern_of(
    r"\b(?:said|says?|announced|added|confirmed|told|stated|declared|reported|according to|read)"
    r"\b(?: \w+day)?(?: [\w’'-]+){0,3} (?:in|to|by|from|via|through)"
    r" (?:an?|the|their|its|that)(?: [\w-]+){0,2} $|\baccording to (?:an?|the|their)"
    r"(?: [\w-]+){0,2} $"
)
"""Before a statement: it is where something was said."""


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])
