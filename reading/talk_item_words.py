"""Words for exchanges, returns, truces, papers and meetings to come."""

import re

from reading.facts import Item
from reading.gate import Gated


def pattern_of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


SWAP = (
    r"(?:(?<!\bin )exchang\w+|(?<=\bin )exchange(?= for\b)|swap(?:s|ped|ping)?|trad(?:e|ed|ing))"
    r"(?! (?:[\w-]+ ){0,3}(?:\w*fire|blows|shots|accusations|blame|barbs|(?:air)?strikes|attacks"
    r"|insults|threats|shell\w*|raids|salvo(?:e?s)?|barrages|volleys|drones|missiles|rockets"
    r"|bombardments?)\b)"
)
_HURT = r"(?:dead|killed|wounded|injured|hurt|died|missing)"
_HURTING = pattern_of(
    r"\b(?:kill|wound|injur|leav|left|maim|shot|shoot|hit)\w*"
    r"(?: (?:at least|about|some|nearly|over|more than|up to|another|a further|all|the))* $"
)
_LEFT_HURT = pattern_of(
    rf"(?! and (?:the|their|its) )(?: [\w’'-]+){{0,2}},? (?:(?:was|were|been|be) )?{_HURT}\b"
)
_WOUNDED_ONES = pattern_of(
    r"\b(?:(?:severe|serious|bad|grave|critical|heavi|light)ly|gravely|sick and|ill and|sick or"
    r"|ill or|of|of (?:the|all)|all|sick|ill) (?:(?:wounded|injured) (?:and|or) )?"
    r"(?:wounded|injured|hurt) $"
)
"""Before captives: it tells which of them are meant."""


def are_hurt(text: str, start: int, end: int) -> bool:
    """Whether those counted there are the victims of an attack: nobody handed them over."""
    before = text[max(0, start - 40) : start]
    hurting = _HURTING.search(before) and not _WOUNDED_ONES.search(before)
    return bool(hurting or _LEFT_HURT.match(text, end))


_BEGINS = pattern_of(r"(?:^|[:;–—]\s*|[“\"‘]|\s-\s)(?:please |then |now )?$")
_BIDDING = re.compile(
    r"(?:[Ff]ree|[Rr]elease|[Ss]top|[Hh]alt|[Cc]ease|[Ee]nd|[Rr]eturn|[Hh]and|[Ll]et|[Gg]ive"
    r"|[Pp]ull|[Ww]ithdraw|[Ll]eave|[Ll]ay|[Hh]old|[Ss]wap|[Ee]xchange|[Oo]pen|[Aa]llow)"
    r" (?!of\b|to\b|in\b|on\b|for\b|from\b|deals?\b|talks\b|date\b|agreement\b)"
)


def is_bidding(text: str, start: int) -> bool:
    """ "Stop firing by noon or else", "Free them, he tells B": what somebody is told to do."""
    return bool(_BIDDING.match(text, start) and _BEGINS.search(text, 0, start))


ABOARD = (
    r"(?:planes?|bus(?:es)?|coach(?:es)?|flights?|aircraft|convoys?|trains?|ambulances|vehicles)"
    r" (?:with|carrying|bringing|bearing|transporting)"
    r"(?=[^.;]{3,80}\b(?:land|arriv|reach|left|leav|cross|took off|takes? off|touch|pull\w* in"
    r"|roll|drove|enter|depart|set (?:off|out))\w*)"
)
"""Those who are on buses that have set out or come in have been handed over."""
FREE = (
    r"releas(?:e|es|ed|ing)|free(?:d|s|ing)?|set(?:s|ting)? free|handover"
    r"|hand(?:s|ed|ing)?(?: over| back)?"
    r"|turn(?:s|ed|ing)? over|(?:giv(?:e|es|en|ing)|gave) (?:back|up)|let(?:s|ting)? go"
    r"|let(?! (?:all )?hell\b)(?= (?:[\w’',-]+ ){1,8}(?:go|out|walk|leave)\b)"
    r"|(?:tak(?:e|es|en|ing)|took|got|gets?) back|(?<!\bin )return(?:s|ed|ing)?|repatriat\w+"
    r"|transfer(?:s|red|ring)?|deliver(?:s|ed|y)|recover(?:s|ed|ing)?|retriev(?:es?|ed|ing)"
    r"|br(?:ing|ings|ought|inging) (?:back|home)|brought to(?! (?:court|trial|justice|hospital))"
    r"|(?:go|goes|went|going|come|comes|coming|came) (?:back )?home"
    r"|(?:walk|go|went|goes|walks|walked) free|back home"
    r"|receiv(?:e|es|ed|ing)|(?:tak(?:e|es|en|ing)|took) (?:delivery|custody|possession) of|sen(?:d"
    r"|ds|t|ding) (?:back|home)|welcom(?:e|es|ed|ing) (?:back|home)"
    r"|cross(?:es|ed)? (?:into|home|back)|left (?:[\w’'-]+ ){0,3}(?:jails?|prisons?)"
    r"|out(?=$|,| of (?:[\w’'-]+ ){0,3}(?:jails?|prisons?|captivity|tunnels|(?-i:[A-Z])\w+))"
    r"|leaves?(?= (?:captivity|(?-i:[A-Z])\w+(?:$|[,;:])))"
    r"|(?:giv(?:e|en|ing)|gave)(?= (?:[\w’'-]+ ){1,3}the (?:bodies|remains))"
    rf"|{ABOARD}"
)
HOME = (
    r"cross(?:es|ed)? (?:home|back)|releas(?:e|es|ed|ing)|free(?:d|s|ing)?|set(?:s|ting)? free"
    r"|hand(?:s|ed|ing)? (?:over|back)"
    r"|turn(?:s|ed) over|repatriat\w+|return(?:s|ed|ing)?"
    r"|(?:go|goes|went|going|come|comes|coming|came) (?:back )?home"
    r"|br(?:ing|ings|ought|inging) (?:back|home)|sen(?:d|ds|t|ding) (?:back|home)|back home|let go"
    r"|let(?= (?:[\w’'-]+ ){1,6}go\b)"
    r"|gave back|giv(?:e|ing) back|receiv(?:e|es|ed|ing)|welcom(?:es|ed) (?:back|home)"
)
"""Acts that make captives of soldiers: nobody "frees" those who are not held."""
CAPTIVES = (
    r"prisoners?(?:[- ]of[- ]war)?|POWs?|captives?|detainees?|inmates|abductees|jailed members"
    r"|convicts|internees"
    r"|(?:captured|captive|imprisoned|detained|held) (?:[\w-]+ ){0,2}"
    r"(?:soldiers?|servicemen|troops|fighters|guards?)"
)
TROOPS = (
    r"soldiers|servicemen|servicewomen|servicemembers|service members|troops|fighters|people|men"
    r"|personnel|defenders|border guards|officers|combatants|warriors"
)
COUNT_WORDS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|sixty|seventy|eighty|ninety|hundred)"
)
BODIES = (
    r"bodies|(?:hostage|captive|prisoner|soldier|officer)[’']s body|(?:mortal )?remains|corpses"
    r"|fallen (?:soldiers|defenders|servicemen)"
    r"|body of|dead (?:soldiers|fighters|(?-i:[A-Z])\w+s)|coffins|(?:the|their|its"
    r"|his)(?: own)? (?:fallen|dead)"
    r"|(?:slain|deceased|killed|dead) (?:\w+ )?(?:soldiers|fighters|servicemen|hostages|captives"
    r"|troops)"
    r"|dead(?= (?:over|back|to) )"
)
ACTS: tuple[tuple[Item, Gated, Gated], ...] = (
    (Item.BODY_RETURN, Gated(rf"\b(?:{BODIES})\b"), Gated(rf"\b(?:{SWAP}|{FREE})\b")),
    (Item.HOSTAGE_RELEASE, Gated(r"\bhostages?\b"), Gated(rf"\b(?:{SWAP}|{FREE})\b")),
    (
        Item.CHILDREN,
        Gated(r"\b(?:children|minors|teenagers|orphans)\b"),
        Gated(
            rf"\b(?:{SWAP}|return(?:s|ed|ing)?|repatriat\w+|br(?:ing|ought) (?:back|home)"
            r"|reunit(?:e|es|ed|ing)|reunification|(?:sen[dt]|hand(?:ed|s)?|gave|giv(?:e"
            r"|en)) (?:back|over|home)"
            r"|(?:came|come|are|were) (?:back|home)|back home|home)\b"
        ),
    ),
    (
        Item.PRISONER_EXCHANGE,
        Gated(rf"\b(?:{CAPTIVES})\b"),
        Gated(rf"\b(?:{SWAP}|{FREE})\b"),
    ),
    (Item.PRISONER_EXCHANGE, Gated(rf"\b(?:{TROOPS})\b"), Gated(rf"\b(?:{SWAP})\b")),
    (
        Item.PRISONER_EXCHANGE,
        Gated(
            rf"(?<!\w)(?:\d[\d,.]*|{COUNT_WORDS})(?: [\w’'-]+){{0,3}}? (?:{TROOPS}|members"
            r"|supporters|followers|militants|rebels)\b"
            r"(?! (?:who (?:know|knew|spoke|were briefed)|with|familiar|briefed|close to)\b)"
            rf"|\bgroups? of (?:[\w-]+ ){{0,6}}(?:{TROOPS})\b"
        ),
        Gated(rf"\b(?:{HOME})\b"),
    ),
    (
        Item.PRISONER_EXCHANGE,
        Gated(
            rf"(?<!\w)(?:\d[\d,]*|{COUNT_WORDS}|dozens|scores|hundreds)\b"
            r"(?=[^.;:]{0,90} from (?:[\w’'-]+ ){0,2}captivity\b)"
        ),
        Gated(
            r"\b(?:back|freed|free|home|out|releas\w+|return\w*|rescu\w+|retriev\w+|recover\w+"
            r"|repatriat\w+)(?=[^.;:]{0,90} from (?:[\w’'-]+ ){0,2}captivity\b)"
        ),
    ),
    (
        Item.PRISONER_EXCHANGE,
        Gated(
            r"\b(?:soldier|serviceman|jawan|pilot|trooper|airman|sailor|border guard|constable)\b"
        ),
        Gated(
            r"\b(?:hand(?:s|ed|ing)? over|repatriat(?:es?|ed)|releas(?:es?|ed)|freed|set free"
            r"|let go|returned(?= by\b))\b"
        ),
    ),
    (
        Item.PRISONER_EXCHANGE,
        Gated(
            r"\b\d[\d,]*(?= (?:more )?(?:each|apiece)\b[^.;]{0,60}"
            r"\b(?:swaps?|exchanges?|prisoners?|captives?|POWs?)\b)"
        ),
        Gated(rf"\b(?:{SWAP}|{HOME})\b"),
    ),
    (
        Item.PRISONER_EXCHANGE,
        Gated(r"\b\d[\d,]*(?= (?:more )?(?:come|came|return(?:ed)?|go|went) (?:back )?home\b)"),
        Gated(r"\b(?:come|came|return(?:ed)?|go|went) (?:back )?home\b"),
    ),
    (
        Item.CIVILIAN_RETURN,
        Gated(r"\b(?:civilians|civilian (?:detainees|prisoners|captives|hostages))\b"),
        Gated(
            rf"\b(?:{SWAP}|releas(?:e|ed|ing)|freed|return(?:s|ed|ing)?|repatriat\w+"
            r"|repatriation|back(?= (?:from|in|on)\b)|hand(?:s|ed|ing)? (?:over|back)"
            r"|br(?:ing|ought) (?:back|home)|receiv(?:e|es|ed|ing)"
            r"|(?:came|come) (?:back )?home)\b"
        ),
    ),
)
"""Items that are an act on people: who or what is handed over, and the act, in either order."""
