"""What a point is about: words for exchanges, returns, truces, papers and meetings to come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reading.document import NameKind
from reading.facts import Item
from reading.talk_clauses import Clause


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


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


SWAP = r"exchang\w+|swap(?:s|ped|ping)?|trad(?:e|ed|ing)"
FREE = (
    r"releas(?:e|es|ed|ing)|free(?:d|s|ing)?|hand(?:s|ed|ing)?(?: over| back)?|handover"
    r"|turn(?:s|ed|ing)? over|(?:giv(?:e|es|en|ing)|gave) (?:back|up)|let(?:s|ting)? go"
    r"|let(?= (?:[\w’'-]+ ){1,6}go\b)"
    r"|(?:tak(?:e|es|en|ing)|took|got|gets?) back|return(?:s|ed|ing)?|repatriat\w+"
    r"|transfer(?:s|red|ring)?|deliver(?:s|ed|y)|recover(?:s|ed|ing)?|retriev(?:es?|ed|ing)"
    r"|br(?:ing|ings|ought|inging) (?:back|home)|brought to(?! (?:court|trial|justice|hospital))"
    r"|(?:go|goes|went|going|come|comes|coming|came) (?:back )?home"
    r"|(?:walk|go|went|goes|walks|walked) free|back home"
    r"|receiv(?:e|es|ed|ing)|sen[dt] (?:back|home)|welcom(?:e|es|ed|ing) (?:back|home)"
    r"|crossed into"
    r"|gave (?=(?:[\w’'-]+ ){1,3}the (?:bodies|remains))"
)
HOME = (
    r"releas(?:e|es|ed|ing)|free(?:d|s|ing)?|hand(?:s|ed|ing)? (?:over|back)|turn(?:s|ed) over"
    r"|repatriat\w+|return(?:s|ed|ing)?"
    r"|(?:go|goes|went|going|come|comes|coming|came) (?:back )?home"
    r"|br(?:ing|ings|ought|inging) (?:back|home)|sen[dt] (?:back|home)|back home|let go"
    r"|gave back|giv(?:e|ing) back|receiv(?:e|es|ed|ing)|welcom(?:es|ed) (?:back|home)"
)
"""Acts that make captives of soldiers: nobody "frees" those who are not held."""
CAPTIVES = (
    r"prisoners?(?:[- ]of[- ]war)?|POWs?|captives?|detainees|inmates|abductees"
    r"|(?:captured|captive|imprisoned|detained|held) (?:[\w-]+ ){0,2}"
    r"(?:soldiers?|servicemen|troops|fighters|guards?)"
)
TROOPS = (
    r"soldiers|servicemen|servicemembers|service members|troops|fighters|people|men|personnel"
    r"|defenders|border guards|officers"
)
BODIES = (
    r"bodies|(?:mortal )?remains|corpses|fallen (?:soldiers|defenders|servicemen)"
    r"|body of|dead soldiers|coffins"
)
TRUCE = (
    r"cease-?fires?|truces?|cessation of (?:all )?hostilities|armistice"
    r"|(?:halt|end) to (?:all |the )?(?:fighting|hostilities)"
)

ACTS: tuple[tuple[Item, re.Pattern[str], re.Pattern[str]], ...] = (
    (Item.BODY_RETURN, _compile(rf"\b(?:{BODIES})\b"), _compile(rf"\b(?:{SWAP}|{FREE})\b")),
    (Item.HOSTAGE_RELEASE, _compile(r"\bhostages?\b"), _compile(rf"\b(?:{SWAP}|{FREE})\b")),
    (
        Item.CHILDREN,
        _compile(r"\bchildren\b"),
        _compile(rf"\b(?:{SWAP}|return(?:s|ed|ing)?|repatriat\w+|br(?:ing|ought) (?:back|home))\b"),
    ),
    (
        Item.PRISONER_EXCHANGE,
        _compile(rf"\b(?:{CAPTIVES})\b"),
        _compile(rf"\b(?:{SWAP}|{FREE})\b"),
    ),
    (Item.PRISONER_EXCHANGE, _compile(rf"\b(?:{TROOPS})\b"), _compile(rf"\b(?:{SWAP})\b")),
    (
        Item.PRISONER_EXCHANGE,
        _compile(rf"(?<!\w)\d[\d,.]*(?: [\w’'-]+){{0,3}}? (?:{TROOPS})\b"),
        _compile(rf"\b(?:{HOME})\b"),
    ),
    (
        Item.CIVILIAN_RETURN,
        _compile(r"\bcivilians\b"),
        _compile(
            rf"\b(?:{SWAP}|releas(?:e|ed|ing)|freed|return(?:s|ed|ing)?|repatriat\w+"
            r"|hand(?:ed|ing)? (?:over|back)|br(?:ing|ought) (?:back|home)|receiv(?:e|es|ed|ing)"
            r"|(?:came|come) (?:back )?home)\b"
        ),
    ),
)
"""Items that are an act on people: who or what is handed over, and the act, in either order."""

REACH = 70
"""Characters between an act and those it is done to, beyond which they do not belong together."""

FORCES = (
    r"troops?|forces?|army|armies|soldiers|units|military|fighters|militias?|reinforcements"
    r"|(?:heavy )?weapons|artillery|tanks"
)
GROUND = (
    r"areas?|regions?|territor\w+|land|lines?|provinces?|cit(?:y|ies)|zones?|points|positions"
    r"|border"
)

NOUNS: tuple[tuple[Item, re.Pattern[str]], ...] = (
    (
        Item.BODY_RETURN,
        _compile(r"\b\d[\d,.]*(?: \w+)? bodies\b|\b(?:bodies|remains) of (?:the )?\d[\d,.]*\b"),
    ),
    (
        Item.HOSTAGE_RELEASE,
        _compile(
            r"\bhostages?['’]?[- ](?:releases?|swaps?|exchanges?|deals?)\b"
            r"|\breleases? of (?:[\w-]+ ){0,4}hostages\b"
        ),
    ),
    (
        Item.PRISONER_EXCHANGE,
        _compile(
            r"\b(?:prisoners?(?:[- ]of[- ]war)?|POWs?|captives?|detainees?)['’]?[- ]"
            r"(?:swaps?|exchanges?|releases?|deals?)\b|\b\d[\d,.]*[- ]for[- ]\d[\d,.]*\b"
            r"|\ball[- ]for[- ]all\b"
        ),
    ),
    (
        Item.DOCUMENT,
        _compile(
            r"\b(?:written|detailed|draft)\b[\w ]{0,24}\b(?:proposals?|terms|conditions"
            r"|visions?|papers?"
            r"|memorand\w+)|\bdetail (?:a |the |their |its )?(?:possible )?(?:truce|cease-?fire)"
            r"|\b(?:terms|conditions|visions?|proposals?|ideas?|plans?|views?"
            r"|position)\b[\w ]{0,50}"
            r"\b(?:on paper|in writing)"
            r"|\bwrite down\b[^.;]{0,40}\b(?:truce|cease-?fire|terms|conditions|vision)"
            r"|\bset (?:out|down)\b[^.;]{0,40}\b(?:truce|cease-?fire|vision)"
            r"|\bmemorand(?:um|a|ums)\b|\b(?:joint )?declarations?(?: of (?:principles|intent))?\b"
            r"|\broadmap\b|\b(?:peace|framework|final|comprehensive|separate|grain) "
            r"(?:agreements?|accords?|deals?|treat(?:y|ies)|pacts?)\b|\bprotocols?\b"
            r"|\b(?:peace |updated |joint )?framework\b|\bguiding principles\b"
            r"|\bterms of reference\b|\bjoint (?:statement|communique)\b"
            r"|\bexchang\w+ (?:of )?(?:documents|papers|proposals|drafts)"
        ),
    ),
    (
        Item.WORKING_GROUP,
        _compile(
            r"\b(?:online )?(?:working|expert|technical|contact) (?:sub)?groups?\b"
            r"|\b(?:joint|technical) (?:commission|committee)s?\b"
        ),
    ),
    (
        Item.MONITORING,
        _compile(
            r"\b(?:monitoring|verification|oversight|supervision) "
            r"(?:mission|mechanism|team|group|force|body|committee)s?\b"
            r"|\b(?:monitor|observer)s? (?:mission|team|group|force)s?\b"
            r"|\bcease-?fire (?:monitor(?:s|ing)|verification)\b"
            r"|\b(?:monitor(?:s|ed|ing)?|verif(?:y|ied|ying)|supervis(?:e|ed|ing|ion of)"
            r"|overs(?:ee|een|eeing)|watch(?:ed|ing)? over)\b[^.;]{0,40}\b(?:truce|cease-?fire"
            r"|compliance|implementation|halt|cessation|border|withdrawal)\b"
            r"|\bobservers (?:will|would|to|from|of|be|are)\b[^.;]{0,60}"
            r"|\b(?:truce|cease-?fire|halt)\b[^.;,]{0,30}\b(?:be|is|being) "
            r"(?:monitored|verified|supervised|overseen|watched over|policed)\b"
        ),
    ),
    (
        Item.SECURITY_GUARANTEES,
        _compile(
            r"\bsecurity (?:guarantees?|assurances?)\b|\b(?:guarantees|assurances) "
            r"(?:modell?ed|on the pattern|similar to|like|akin to)\b"
        ),
    ),
    (
        Item.AID_ACCESS,
        _compile(
            r"\b(?:humanitarian|aid|relief) (?:aid|access|corridors?|convoys?|deliver(?:y|ies)"
            r"|trucks|lorries|suppl(?:y|ies)|shipments|crossings?|routes?)\b"
            r"|\baid (?:is|was|will|would|must|can)(?: to)? be (?:let|allowed|delivered|brought)\b"
            r"|\b(?:routes|roads|crossings?|corridors?) (?:for|to bring(?: in)?) "
            r"(?:food|aid|medicine)\b"
            r"|\b(?:access|entry|flow|deliver(?:y|ies)|passage|increase|surge) (?:for|of|in) "
            r"(?:humanitarian |more |emergency )?(?:aid|relief|food)\b"
            r"|\b(?:trucks|lorries|truckloads|tonnes|tons) (?:of|with|carrying) (?:\w+ )?aid\b"
            r"|\baid (?:to )?(?:enter|flow|reach|into|get)\w*|\blet(?:ting)?(?: in)?"
            r" (?:[\w-]+ ){0,3}aid\b|\bhumanitarian corridors?\b"
        ),
    ),
    (
        Item.WITHDRAWAL,
        _compile(
            rf"\b(?:leav(?:e|es|ing)|left|vacat(?:e|es|ed|ing)) (?:[\w’'-]+ ){{0,3}}(?:{GROUND})\b"
            r"|\b(?:withdraw(?:s|ing|n)?|withdrew|(?:pull|mov)(?:e|s|ing|ed)?[- ](?:back|out)"
            r"|(?:pull|move|draw)(?:s|ing|ed)? (?:[\w’'-]+ ){1,4}(?:out|back)"
            r"|vacat(?:e|es|ed|ing)|quit(?:s|ting)?|evacuat(?:e|es|ed|ing))\b"
            rf"(?=[^.;]{{0,50}}\b(?:{FORCES}|{GROUND})\b|\s+from\b)"
            rf"|\b(?:{FORCES})(?:['’]s?)? (?:(?:to|will|would|must|should|also|all|then|partly|now"
            r"|quickly) ){0,3}"
            r"(?:withdraw\w*|pull(?:ing)?[- ]?(?:back|out)|leav(?:e|ing)|redeploy\w*|move back)\b"
            r"|\b(?:withdrawals?|pull-?(?:outs?|backs?))\b(?! from (?:the )?(?:\w+ )?"
            r"(?:talks|negotiations|treaty|deal|agreement|pact|accord|convention|race|NPT))"
        ),
    ),
    (
        Item.LEADERS_MEETING,
        _compile(
            r"\b(?:leaders?|presidents?|presidential|heads? of state|summit)\b['’]?[- ]+"
            r"(?:meeting|summit|talks|level meeting)\b"
            r"|\b(?:meeting|summit|talks|encounter)\b[\w ]{0,14}\b(?:of|between|among"
            r"|for)\b[\w ]{0,12}"
            r"\b(?:leaders|presidents|heads of state|prime ministers|the two men)\b"
            r"|\bsummit of\b|\b(?:a|any) (?:bilateral |trilateral )?summit\b"
            r"|\b(?:presidents|leaders|heads of state|prime ministers) (?:should |would |to )?"
            r"(?:meet|sit down|hold talks)\b"
        ),
    ),
    (
        Item.NEXT_MEETING,
        _compile(
            r"\b(?:next|another|further|new|fresh|fourth|follow-up|second|third|fifth|more"
            r"|additional) (?:round|meeting|talks|negotiations|session|discussions)s?\b"
            r"|\bmeet(?:ing)? (?:once )?(?:again|more)\b|\breconven(?:e|ing)\b"
            r"|\bresum(?:e|ing|ption of) (?:the |their )?(?:talks|negotiations|discussions)\b"
            r"|\b(?:hold|holding) (?:another|a (?:new|further|fresh)|more|further)\b"
            r"[^.;]{0,30}\b(?:meeting|talks|round|session)s?\b"
            r"|\bcontinu(?:e|ing) (?:the |with |their |to )?"
            r"(?:talks|negotiations|negotiating|contacts|discussions|dialogue|negotiate|talk)\b"
            r"|\b(?:keep|kept|go on) talking\b"
            r"|\bcontinue (?:on|next|this|in) (?:\w+day|(?:the )?(?:coming|week|month|days)\w*)\b"
            r"|\bcontinue next \w+day\b"
            r"|\bmeet(?:ing)? (?:in (?-i:[A-Z])\w+ )?(?:on \w+day|(?:again )?(?:in|within) "
            r"(?:a|an|one|two|three|four|\d+|the coming) (?:days?|weeks?|months?)"
            r"|next (?:week|month)|on (?:\d|(?-i:[A-Z])[a-z]+ \d))"
            r"|\b(?:negotiations|talks|discussions|meetings) (?:are|is|will|would) (?:to )?"
            r"(?:continue|go on|resume|reconvene)\b"
        ),
    ),
    (
        Item.PAUSE,
        _compile(
            r"\b(?:humanitarian |energy |partial |Easter |unilateral |temporary )*(?:pause"
            r"|moratorium)s?\b"
            r"(?: in| on| to)?(?: the)?(?: \w+){0,2} ?(?:strikes|attacks|fighting|fire"
            r"|hostilities)?"
            r"|\b(?:halt|stop|suspend|cease|refrain from|pause)(?:ing)? "
            r"(?:all |any |their |its )?(?:long-range |air |mutual )?"
            r"(?:strikes|attacks|bombing|shelling)\b"
            r"|\b(?:\w+ )?(?:unilateral|partial|energy|Easter|holiday|Christmas|humanitarian"
            r"|Victory Day) (?:cease-?fire|truce)"
        ),
    ),
    (
        Item.CEASEFIRE,
        _compile(
            rf"\b(?:{TRUCE})\b|\b(?:cease|hold|holding) (?:their )?fire\b"
            r"|\bstop(?:ping)? (?:all )?(?:firing|fighting)\b"
            r"|\b(?:end|stop|halt|cease)(?:ing)? (?:all )?hostilities\b"
            r"|\bpause (?:the )?(?:war|fighting)\b"
        ),
    ),
)
"""Items named by a noun phrase."""

NOT_THE_THING = _compile(
    r"^(?:[’']s)?[- ](?:talks?|negotiations?|negotiators?|violations?|breach\w*|efforts?|push|bid"
    r"|monitor\w*|deadline|ultimatum|line|hopes?|terms|conditions|proposals?|papers?|plans?"
    r"|demands?|offers?|calls?|discussions?|process|question|issue|meeting|monitoring|deal talks"
    r"|initiative|framework|agreement talks|request|appeal)\b"
)
"""After a truce word: the truce only qualifies something else."""

TO_GET_IT = _compile(
    r"\b(?:(?:in return|in exchange) for|violat\w+|broke\w*|breach\w*|breaking|talks (?:on|about"
    r"|for)"
    r"|terms (?:of|for)|conditions (?:for|of)|make|making|made|possible|without|before|since|no"
    r"|condition (?:for|of)|price (?:of|for)|reaching|to reach)"
    r"\s*(?:a|an|any|the|its|their|possible|full)?"
    r"(?: \w+)?\s*$|\bfor (?:a|the|any)\s*$"
)
"""Before a truce word: the truce is what something else is for, or what did not come."""


TALKS_ON = _compile(
    r"\b(?:talks|negotiations|discussions|work|progress|efforts?|way|towards?|steps?)"
    r"(?: (?:on|towards?|for|to|about|at))? (?:(?:an?|the|its|their) )?(?:[\w-]+ ){0,2}$"
)
"""Before a paper: it is being worked on, and not there yet."""

COUNTED_FROM = _compile(r"\b(?:hours?|days?|weeks?) (?:of|after|before|from) (?:\w+ ){0,3}$")
"""Before an item: a time is counted from it; it is not what the sentence is about."""


HELD_BEFORE = _compile(
    r"\b(?:(?:at|during|after|following|since|from|under) (?:(?:a|an|the|its|their) )?"
    r"|(?:of|in) the )(?:[\w-]+ )?$"
)
"""Before "third round": something else took place at it; it is not what was agreed."""


def find_items(clause: Clause) -> Iterator[Mention]:
    """The items that the clause speaks of; no stretch of text serves two of them."""
    spoken_of = _spoken_of(clause.text)
    if not spoken_of:
        return
    taken: list[tuple[int, int]] = []
    text = clause.text
    for mention in (*_acts(text, spoken_of), *_nouns(text, spoken_of), *_leaders(clause)):
        own = mention.whom or (mention.start, mention.end)
        if all(own[1] <= low or own[0] >= high for low, high in taken):
            taken.append(own)
            yield mention
            if mention.act is not None:
                yield from _in_return(clause, mention)


IN_RETURN = _compile(
    r"\band (?:has |had )?(?P<act>received|got(?: back)?|took back|takes back|gets back|gave back"
    r"|handed over|returned|gave) (?P<whom>[\d,]+\d|\d)(?=[,.;]| in (?:return|exchange)|$)"
)


def _in_return(clause: Clause, mention: Mention) -> Iterator[Mention]:
    """ "Gave the bodies of 1,000 soldiers and received 19": as many of the same."""
    for found in IN_RETURN.finditer(clause.text, mention.end):
        yield Mention(mention.item, *found.span(), found.span("act"), found.span("whom"))


STEMS: dict[Item, tuple[str, ...]] = {
    Item.PRISONER_EXCHANGE: (
        "prison", "pow", "captive", "captured", "detainee", "inmate", "soldier", "service",
        "troops", "fighters", "people", "men", "personnel", "-for-", " for ", "defenders", "guards",
        "officers", "abductee",
    ),
    Item.BODY_RETURN: ("bodies", "remains", "corpse", "fallen", "body of", "dead", "coffin"),
    Item.HOSTAGE_RELEASE: ("hostage",),
    Item.CHILDREN: ("children",),
    Item.CIVILIAN_RETURN: ("civilian",),
    Item.DOCUMENT: (
        "written", "detail", "draft", "paper", "writing", "write down", "set out", "set down",
        "memorand", "declaration", "roadmap", "document", "proposals", "agreement", "accord",
        "deal", "treat", "pact", "protocol", "framework", "principles", "terms of", "joint",
    ),
    Item.WORKING_GROUP: ("group", "commi"),
    Item.MONITORING: ("monitor", "observer", "verif", "oversight", "supervis", "overse", "watch"),
    Item.SECURITY_GUARANTEES: ("guarantee", "assurance"),
    Item.AID_ACCESS: ("aid", "humanitarian", "relief", "food", "medicine"),
    Item.WITHDRAWAL: (
        "withdr", "pull", "leav", "left", "vacat", "redeploy", "move back",
        "moving back", "quit", "evacuat",
    ),
    Item.LEADERS_MEETING: (
        "leader", "president", "heads of", "head of", "summit", "prime minister", "two men",
    ),
    Item.NEXT_MEETING: (
        "meet", "talks", "negotiat", "round", "session", "contacts", "reconven", "discussions",
        "dialogue",
    ),
    Item.PAUSE: ("pause", "moratorium", "halt", "stop", "suspend", "truce", "cease", "refrain"),
    Item.CEASEFIRE: (
        "cease", "truce", "cessation", "armistice", "halt", "fire", "firing", "hostilit",
        "fighting", "pause",
    ),
}  # fmt: skip
"""Pieces of which one must stand in a clause that speaks of the item; most clauses have none."""


_ITEMS_BY_STEM = tuple(
    (stem, tuple(item for item, stems in STEMS.items() if stem in stems))
    for stem in dict.fromkeys(stem for stems in STEMS.values() for stem in stems)
)


def _spoken_of(text: str) -> frozenset[Item]:
    """The items whose words the clause may hold."""
    lowered = text.lower()
    return frozenset(i for stem, items in _ITEMS_BY_STEM if stem in lowered for i in items)


IN_THE = _compile(
    r"\b(?:in|into|during|after|before|since|under) (?:the|an?|another|this|its|their)"
    r"(?: [\w-]+){0,2} $|\b(?:in|into) the $"
)
"""Before an exchange: one that is spoken of already, of which something else is said."""


def _acts(text: str, spoken_of: frozenset[Item]) -> Iterator[Mention]:
    for item, whom, act in ACTS:
        if item not in spoken_of:
            continue
        objects = [found for found in whom.finditer(text) if not _are_dead(item, text, found)]
        done = [
            found.span()
            for found in (act.finditer(text) if objects else ())
            if not IN_THE.search(text[: found.start()])
        ]
        for object_ in objects:
            near = _act_on(done, object_.span())
            if near is not None and _gap(near, object_.span()) <= REACH:
                low, high = object_.span()
                yield Mention(item, min(low, near[0]), max(high, near[1]), near, (low, high))


DEAD = _compile(r"\b(?:bod(?:y|ies)|remains|corpses) of\b[\w\s,’'-]{0,30}$")


def _are_dead(item: Item, text: str, found: re.Match[str]) -> bool:
    """ "The bodies of 1,000 soldiers": no soldier comes home alive."""
    return item is not Item.BODY_RETURN and DEAD.search(text[: found.start()]) is not None


def _act_on(acts: list[tuple[int, int]], object_: tuple[int, int]) -> tuple[int, int] | None:
    """The act that stands before its object ("freed the hostages"), else the nearest one."""
    before = [act for act in acts if 0 <= object_[0] - act[1] <= REACH // 2]
    return before[-1] if before else min(acts, key=lambda act: _gap(act, object_), default=None)


def _nouns(text: str, spoken_of: frozenset[Item]) -> Iterator[Mention]:
    for item, pattern in NOUNS:
        if item not in spoken_of:
            continue
        for found in pattern.finditer(text):
            if item in (Item.CEASEFIRE, Item.PAUSE) and _is_modifier(text, found):
                continue
            if item is Item.DOCUMENT and TALKS_ON.search(text[: found.start()]):
                continue
            if COUNTED_FROM.search(text[: found.start()]):
                continue
            if item is Item.NEXT_MEETING and HELD_BEFORE.search(text[: found.start()]):
                continue
            yield Mention(item, *found.span())


def _is_modifier(text: str, found: re.Match[str]) -> bool:
    return (
        NOT_THE_THING.search(text[found.end() :]) is not None
        or TO_GET_IT.search(text[: found.start()]) is not None
    )


MEETING = _compile(r"\b(?:meeting|summit|talks|encounter)\b")
BETWEEN = _compile(r"\s*(?:\w+ ){0,2}(?:between|of|among|involving|with)\b")
JOINT = re.compile(r"\s*(?:[-–/,]|and|,? and)\s*(?:[A-Z]\w+\s)*\s*")


def _leaders(clause: Clause) -> Iterator[Mention]:
    """A meeting named by its people: "a meeting between A, B and C", "an A–B summit"."""
    offset = clause.span[0]
    people = [
        (name.span[0] - offset, name.span[1] - offset)
        for name in clause.names
        if name.kind is NameKind.PERSON
    ]
    for found in MEETING.finditer(clause.text):
        after = [person for person in people if 0 <= person[0] - found.end() <= 160]
        if len(after) >= 2 and BETWEEN.match(clause.text[found.end() :]):
            yield Mention(Item.LEADERS_MEETING, found.start(), after[1][1])
            continue
        before = [person for person in people if person[1] <= found.start()][-2:]
        if len(before) == 2 and _compound(clause.text, before, found.start()):
            yield Mention(Item.LEADERS_MEETING, before[0][0], found.end())


def _compound(text: str, people: list[tuple[int, int]], noun: int) -> bool:
    joint = JOINT.fullmatch(text[people[0][1] : people[1][0]])
    return joint is not None and text[people[1][1] : noun].strip(" -'’s") == ""


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])
