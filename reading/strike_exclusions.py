"""Numbers that are no figure of the attack at hand: plans, long totals, old waves, sub-counts."""

import re

from reading.strike_words import any_of

_PLANNED = re.compile(
    r"\b"
    + any_of(r"""
        produc\w+ manufactur\w+ build(?:s|ing)? built assembl\w+ buy(?:s|ing)? bought purchas\w+
        order(?:ed|s)? suppl(?:y|ies|ied|ying) deliver\w* receiv\w+ provid\w+ donat\w+ contract\w*
        fund\w* financ\w+ procur\w+ pledg\w+ stockpil\w+ export\w* import\w* sell sold develop\w*
        transfer\w* plan(?:s|ned)?_to capable_of able_to could can would may might will in_order_to
        seek(?:s|ing)?_to aim(?:s|ing)?_(?:to|at) hop(?:es?|ing)_to want(?:s|ed)?_to goal capacity
        potential needs? ask(?:s|ed|ing)?_for request\w* daily monthly annual\w*
        (?:a|per|each|every)_(?:month|day|week|year) (?:per|each|every)_night
    """)
    + r"\b"
)
_ACCUMULATED = re.compile(
    r"\bsince (?!(?:early|dawn|midnight|morning|(?:last |the )?(?:night|evening))\b)(?:the |\w)"
    r"|\b(?:over|in|during|for|within|across|throughout) (?:the )?"
    r"(?:past|last|previous|first|entire|whole|course of)\b"
    r"(?!(?: \w+){0,2} (?:day|24 hours|night|hours|raid|attack|strike|wave)\b)"
    r"|\b(?:in|during|over|throughout) (?:the |this |that )?"
    r"(?:war|conflict|invasion|year|month|week)\b(?! was)"
    r"|\b(?:this|last|that|past) (?:year|month)\b(?!'s)|\b"
    + any_of("""
        so_far_this_(?:year|month) in_all_of this_week in_total_since cumulative since_then
        by_un_(?:data|figures|count) have_been_killed_in_the_war
    """)
    + r"\b"
)
_COMPARED = re.compile(
    r"\b(?:the )?(?:old|previous|earlier|last|former) "
    r"(?:record|high|peak|raid|attack|strike|wave|barrage)\b"
    r"|\b(?:up|down|compared|more|fewer|less) (?:from|with|than in|than the)\b"
    r"|\bwhen\b[^,;]{0,40}\b(?:killed|died)\b"
    r"|\b(?:surpass\w+|beat(?:ing)?|exceed\w+|topp(?:ed|ing)|eclips\w+|break(?:s|ing)) "
    r"(?:the|a|its)\b"
    r"|\b(?:one|that|those|attack|strike|raid|massacre) (?:that|which|who) (?:had )?"
    r"(?:killed|injured|wounded|left|claimed)\b"
    r"|\b\w+(?:st|nd|rd|th) time\b"
)
_HARMED = "(?:dead|killed|wounded|injured|victims|casualties)"
_SUBCOUNT_BEFORE = re.compile(
    rf"\b(?:including|among (?:them|those|the {_HARMED})|of whom|of them|of these|of the {_HARMED}"
    r"|, one of|(?:bodies|remains) of"
    r"|\b(?:killed|dead|died|deaths|wounded|injured|hurt)\b[^;]*\bwith)"
    r"\s*(?:at least |another )?$"
)
_SUBCOUNT_AFTER = re.compile(
    rf"^(?: of (?:them|whom|these|those|the (?:{_HARMED}|Num\d+))"
    r"| (?:\w+ )?(?:children|minors|women|infants|babies|teenagers|rescuers|medics|police(?:men)?)"
    r" (?:among|of) them)\b"
)
_SERIOUSLY = re.compile(r"^(?: \w+)?(?: of them)? (?:seriously|critically|gravely|severely)\b")


def is_planned(clause: str) -> bool:
    """Production, deliveries, plans, habits: weapons counted, but not sent in one attack."""
    return bool(_PLANNED.search(clause))


def is_accumulated(clause: str) -> bool:
    """A total over weeks, months or a whole war."""
    return bool(_ACCUMULATED.search(clause))


def is_compared(before: str) -> bool:
    """The figure of another attack, named to compare: 'the old record was 537'."""
    return bool(_COMPARED.search(before))


def is_part_of_count(before: str, after: str) -> bool:
    """A share of a toll already given: 'three of them children'."""
    return bool(
        _SUBCOUNT_BEFORE.search(before) or _SUBCOUNT_AFTER.search(after) or _SERIOUSLY.search(after)
    )
