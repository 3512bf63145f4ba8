"""The ways in which a sentence sets somebody a time, each a pattern over its masked text."""

import re
from dataclasses import dataclass

from reading.deadline_acts import ACTS, DEEDS
from reading.deadline_moves import ANY_TERM, LIMIT, TERM
from reading.gate import Gated

_I = re.IGNORECASE
_T = ANY_TERM
_ADVERBS = (
    r"(?:(?:only|just|now|still|at most|up to|less than|no more than|barely|about|exactly|until"
    r"|till|a (?:further|final|last|maximum of|period of)|another|the next|as little as)\s+)*"
)
_TO_ACT = (
    r"(?:,? (?:not|rather than|instead of|down from) [^,]{1,24}?,?(?= to\b))?"
    r"(?:,? (?:[\w-]+ ){0,3}(?:maximum|max|at (?:the )?(?:most|latest|outside)|tops),?)?"
    r"[”\"’']?,?\s(?:in which to|within which to|to|for|or|before"
    r"|until|left to)\b(?! go (?:before|until|till|in|on)\b)"
)
CLAUSE = r"[^;:“”\"]"

MORE_TIME = re.compile(
    r"\b(?:another|a further|further|extra|additional|more)\s(?:\w+\s)?$|\bmore time\b", _I
)
"""Before a length: it comes on top of what was given before."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to set a time: the pattern's groups are `to` (whom), `act` (what) and the term `t`."""

    name: str
    pattern: Gated
    active: bool
    """Whoever sets it stands before the verb; else it is said in the passive, or by a speaker."""
    needs_act: bool = True


def _frame(name: str, pattern: str, *, active: bool, needs_act: bool = True) -> Frame:
    return Frame(name, Gated(pattern), active, needs_act)


_GIVES = (
    r"g[ai]ve[sn]?|giving|grant(?:s|ed|ing)?|allow(?:s|ed|ing)?|offer(?:s|ed)?|hand(?:s|ed)?"
    r"|leav(?:es|ing)|left"
)
_ORDERS = (
    r"told|tells?|telling|order(?:s|ed|ing)?|warn(?:s|ed|ing)?|instruct(?:s|ed|ing)?"
    r"|direct(?:s|ed|ing)|demand(?:s|ed|ing)?|command(?:s|ed|ing)?|requir(?:es|ed|ing)"
    r"|oblig(?:es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|want(?:s|ed)?|insist(?:s|ed)?"
    r"|ask(?:s|ed)|urg(?:es|ed)|compel(?:s|led)?|summon(?:s|ed)|give[sn]?|gave|task(?:s|ed)"
    r"|bind(?:s|ing)?|commit(?:s|ted|ting)?"
)
LIMITED = (
    rf"[“”\"‘'’]?(?:(?:by|within|in|over|before|until|(?:by )?(?:no|not) later than)[”\"’']?\s+"
    rf"(?:the\s+)?[“\"‘']?(?P<t>{_T})"
    rf"|(?P<t2>{LIMIT}+))"
)

_DONE = (
    r"out|home|gone|back|over|off|in the hands of|handed (?:in|over|back)|given up|laid down|freed"
    r"|released|returned|disarmed|withdrawn|removed|vacated|evacuated|signed|settled|ended|stopped"
    r"|lifted|opened|reopened|dismantled|pulled (?:out|back)|under (?:state )?control|done|in place"
)
"""How things are to be by then: "wants the rebels out by Friday"."""
_ELSE = (
    r"else|face|risk|there|we|it|no\s|be|will|renewed|more|massive|new|fresh|all hell|force"
    r"|(?:\w+ )?(?:sanctions|tariffs|war|strikes?|attacks?|measures)|expulsion"
    r"|the (?:army|fighting)"
)
"""After "or": what is threatened."""

_FINITE = r"\b(?:they|he|she|it|is|are|was|were|will|would|could|did|does|if)\b"
"""In whom an order is given to there is no verb: those words belong to another clause."""

FRAMES: tuple[Frame, ...] = (
    _frame(
        "given",
        rf"(?P<verb>\b(?:{_GIVES})\b)\s+(?!(?:until|till)\s)(?P<to>[^;:“”\"{TERM}{LIMIT}]{{1,90}}?(?:{_T}\s+)?)"
        rf"{_ADVERBS}[“\"‘']?(?P<t>{_T})(?:\s+(?:notice|time|period|window))?"
        rf"(?P<then>{_TO_ACT}{CLAUSE}{{0,120}}|\s*(?:[,;.]|$))",
        active=True,
    ),
    _frame(
        "given, after a colon",
        rf"^{CLAUSE}{{2,50}}?\s(?P<verb>to|tells?|warns?|orders?)\s(?P<to>{CLAUSE}{{2,50}}):"
        rf"\s{_ADVERBS}[“\"‘']?(?P<t>{_T})"
        rf"(?P<then>{_TO_ACT}{CLAUSE}{{0,120}})",
        active=True,
    ),
    _frame(
        "given, in a heading",
        rf"(?<!has )(?<!have )(?<!had )\b(?P<verb>given)\s+{_ADVERBS}[“\"‘']?(?P<t>{_T})"
        rf"(?P<then>{_TO_ACT}{CLAUSE}{{0,120}}|\s*(?:[,;.]|$)|(?=\s(?:as|by|after|in|over)\b))",
        active=False,
    ),
    _frame(
        "was given",
        rf"\b(?P<verb>(?:was|were|is|are|been|being|gets?|got)\s+"
        rf"(?:\w+\s|[^.;,:“”]{{2,60}}\sand\s)?(?:given|granted|allowed|handed))\s+{_ADVERBS}[“\"‘']?(?P<t>{_T})(?:['’]?\s+(?:notice|time|grace))?"
        rf"(?P<then>{_TO_ACT}{CLAUSE}{{0,120}}|\s*(?:[,;.]|$))",
        active=False,
    ),
    _frame(
        "has until",
        rf"\b(?P<verb>has|have|had|gets?|got)\s+{_ADVERBS}[“\"‘']?"
        rf"(?P<t>{_T})(?P<then>{_TO_ACT}{CLAUSE}{{0,120}}|[”\"’']?\s*(?:[,;.]|$))",
        active=False,
    ),
    _frame(
        "ordered",
        rf"(?P<verb>\b(?:{_ORDERS})\b)\s+(?:that\s+)?(?P<to>(?:(?!{_FINITE}){CLAUSE}){{0,90}}?)"
        rf"\b(?:to|must|should|shall|ha[sd] to|have to"
        rf"|for)\s+(?:be\s)?(?P<then>(?:{ACTS})\b{CLAUSE}{{0,110}}?)[ ,]+{LIMITED}",
        active=True,
    ),
    _frame(
        "to begin",
        rf"(?P<verb>\b(?:told|tells?|order(?:s|ed)|demand(?:s|ed)|insist(?:s|ed)|want(?:s|ed)|warn(?:s|ed)"
        rf"|requir(?:es|ed)|call(?:s|ed) (?:on|for)|urg(?:es|ed)|summon(?:s|ed))\b)\s+(?:that\s+)?"
        rf"(?P<to>(?:(?!{_FINITE}){CLAUSE}){{0,90}}?)\b(?:to|must)\s(?P<then>(?:begin|start|stop|halt|cease"
        rf"|accept|agree to|observe|join|declare|silence)\b{CLAUSE}{{0,110}}?)\s"
        rf"(?:from|as of|starting|beginning|effective|on)\s(?:on\s|from\s|the\s)*(?P<t>{_T})",
        active=True,
    ),
    _frame(
        "committed to",
        rf"\b(?P<verb>commits?|committed|committing|binds?|bound|obliges?|obliged)\s"
        rf"(?P<to>{CLAUSE}{{2,50}}?)\sto\s(?P<then>(?:(?:a|an|the)\s)?(?:\w+\s){{0,2}}(?:{DEEDS})\b"
        rf"{CLAUSE}{{0,90}}?)[ ,]+{LIMITED}",
        active=True,
        needs_act=False,
    ),
    _frame(
        "demanded",
        rf"(?P<verb>\b(?:demand(?:s|ed|ing)?|order(?:s|ed)|want(?:s|ed)?|insist(?:s|ed)? on"
        rf"|requir(?:es|ed|ing)|call(?:s|ed|ing) for|expect(?:s|ed)?|stipulat(?:es|ed)"
        rf"|provid(?:es|ed) for)\b)\s+(?P<to>)"
        rf"(?P<then>(?!to\\b){CLAUSE}{{0,60}}?\b(?:{DEEDS})\b{CLAUSE}{{0,90}}?)[ ,]+{LIMITED}",
        active=True,
        needs_act=False,
    ),
    _frame(
        "must",
        rf"\b(?P<verb>must|shall|ha[sd] to|have to|need(?:s|ed)? to|should|ought to"
        rf"|(?:is|are|was|were) (?:also |then |now |supposed |obliged |required |bound |due"
        r" |meant )?"
        rf"to)\s+(?:be )?(?:\w+ly )?(?P<then>(?:{ACTS})\b{CLAUSE}{{0,110}}?)[ ,]+{LIMITED}",
        active=False,
    ),
    _frame(
        "fronted",
        rf"(?<!\w)(?P<t>{LIMIT}+)(?:, {TERM}+)?,?"
        rf" (?P<to>(?:(?!\b(?:unless|if)\b){CLAUSE}){{2,90}}?)\s(?P<verb>must|shall"
        rf"|ha[sd] to|have to|(?:is|are|was|were) (?:\w+ )?to|should have|would have|may|can"
        rf"|wants? {CLAUSE}{{2,50}}? to)\s(?:be |have )?"
        rf"(?P<then>(?:{ACTS})\b{CLAUSE}{{0,60}})",
        active=False,
    ),
    _frame(
        "provides",
        rf"(?:\bunder\b[^;:]{{0,40}}?)?\b(?:agreement|accord|deal|declaration|resolution|framework"
        rf"|plan|treaty|pact|terms|text)\b[^;:]{{0,45}}?(?:,|\b(?:says?|said|provid\w+|states?|that"
        rf"|foresees?|which))\s(?P<to>(?:(?!{_FINITE}){CLAUSE}){{2,60}}?)\s(?P<verb>will|would"
        rf"|shall|should)\s(?:be )?(?P<then>(?:{ACTS})\b{CLAUSE}{{0,100}}?)[ ,]+{LIMITED}",
        active=False,
    ),
    _frame(
        "in which",
        rf"(?<!\w)(?P<t>{_T}) (?:in|within|during) which (?P<to>{CLAUSE}{{2,60}}?)\s(?P<verb>must"
        rf"|shall|ha[sd] to|have to|(?:is|are|was|were) to|should)\s(?:be )?(?P<then>(?:{ACTS})\b"
        rf"{CLAUSE}{{0,60}})",
        active=False,
    ),
    _frame(
        "demanded that",
        rf"(?P<verb>\b(?:demand(?:s|ed|ing)?|insist(?:s|ed)?|requir(?:es|ed)|order(?:s|ed)"
        rf"|stipulat(?:es|ed)))\s+that\s+(?P<to>(?:(?!{_FINITE}){CLAUSE}){{2,60}}?)\s"
        rf"(?P<then>(?:{ACTS})\b{CLAUSE}{{0,90}}?)[ ,]+(?:(?:from|starting|beginning|as of)\s+)?"
        rf"{LIMITED}",
        active=True,
    ),
    _frame(
        "agreed",
        rf"\b(?P<verb>agree[sd]?|committed|undertook|undertakes)\s+"
        rf"(?:itself |themselves )?(?:on |to )+(?P<then>(?:{ACTS})\b{CLAUSE}{{0,110}}?)[ ,]+"
        rf"(?:by|within|no later than)?\s*(?P<t>{_T})",
        active=False,
    ),
    _frame(
        "to be completed",
        rf"\b(?P<verb>to)\s+be\s+(?P<then>(?:completed|concluded|finished|carried out|implemented)"
        rf"\b{CLAUSE}{{0,20}}?)[ ,]+{LIMITED}",
        active=False,
        needs_act=False,
    ),
    _frame(
        "decides",
        rf"(?:\b|(?<=['’]))(?P<verb>will|would|to|shall|going to|ll|d)\s+"
        rf"(?P<then>(?:decide|know|determine|make (?:up )?(?:his|her|its|their|a|my|our)"
        rf" (?:mind|decision))\b{CLAUSE}{{0,140}}?)[ ,]*(?:within\s+|in\s+)?(?P<t>{_T})",
        active=False,
        needs_act=False,
    ),
    _frame(
        "told, after a colon",
        rf"(?P<verb>\bto|tells?|told|warns?|orders?|message)\s(?P<to>{CLAUSE}{{2,50}}):"
        rf"\s[“\"‘']?(?P<then>(?:{ACTS})\b{CLAUSE}{{0,90}}?)[ ,]*{LIMITED}",
        active=True,
    ),
    _frame(
        "was told, after a colon",
        rf"\b(?P<verb>told|warned|ordered):\s[“\"‘']?(?P<then>(?:{ACTS})\b{CLAUSE}{{0,90}}?)[ ,]*"
        rf"{LIMITED}",
        active=False,
    ),
    _frame(
        "wants done",
        rf"(?P<verb>\b(?:{_ORDERS}))\s+(?P<to>(?:(?!{_FINITE}){CLAUSE}){{2,70}}?)\s"
        rf"(?P<then>(?:{_DONE})\b{CLAUSE}{{0,60}}?)[ ,]*{LIMITED}",
        active=True,
    ),
    _frame(
        "so long, after a colon",
        rf"^(?P<to>{CLAUSE}{{2,60}})(?P<verb>:)\s{_ADVERBS}[“\"‘']?(?P<t>{_T})"
        rf"(?P<then>{_TO_ACT}{CLAUSE}{{0,120}}|,? then\b{CLAUSE}{{0,90}})",
        active=False,
    ),
    _frame(
        "or else",
        rf"(?P<to>)(?P<then>\b(?:{DEEDS}|{ACTS})\b{CLAUSE}{{0,60}}?)[ ,]+(?:from\s|on\s)?"
        rf"(?:{LIMITED}|(?P<t3>{_T}))[”\"’']?,?\s(?P<verb>or)\s[“\"‘']?(?:{_ELSE})",
        active=True,
    ),
    _frame(
        "due",
        rf"(?P<to>)(?P<then>\b(?:{DEEDS})\b{CLAUSE}{{0,40}}?)\s(?:is |are |was |were )?"
        rf"(?P<verb>due)\s(?:by|no later than|before)\s(?P<t>{_T})",
        active=False,
        needs_act=False,
    ),
    _frame(
        "under a deal",
        rf"^(?P<to>(?:(?!{_FINITE}){CLAUSE}){{2,60}}?)\s(?P<verb>to)\s(?P<then>(?:{ACTS})\b"
        rf"{CLAUSE}{{0,80}}?)[ ,]+{LIMITED},? (?:under|as part of|according to|in line with) "
        rf"(?:the |a |an )?(?:[\w-]+ ){{0,3}}(?:deal|accord|agreement|truce|cease-?fire|pact|treaty"
        rf"|plan|resolution)\b",
        active=False,
    ),
)
