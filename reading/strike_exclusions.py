"""Numbers that are no figure of the attack at hand: plans, totals over time, old waves, sub-counts."""

import re

_PLANNED = re.compile(
    r"\b(?:produc\w+|manufactur\w+|build(?:s|ing)?|built|assembl\w+|buy(?:s|ing)?|bought|purchas\w+"
    r"|order(?:ed|s)?|suppl(?:y|ies|ied|ying)|deliver\w*|receiv\w+|provid\w+|donat\w+|contract\w*|fund\w*"
    r"|financ\w+|procur\w+|pledg\w+|stockpil\w+|export\w*|import\w*|sell|sold|develop\w*|transfer\w*"
    r"|plan(?:s|ned)? to|capable of|able to|could|can|would|may|might|will|in order to|seek(?:s|ing)? to"
    r"|aim(?:s|ing)? (?:to|at)|hop(?:es?|ing) to|want(?:s|ed)? to|goal|capacity|potential|needs?|asks? for"
    r"|ask(?:ed|ing) for|request\w*|a (?:month|day|week|year)|per (?:month|day|week|year|night)|each (?:month|day|week|year|night)"
    r"|every (?:month|day|week|year|night)|daily|monthly|annual\w*)\b"
)
_ACCUMULATED = re.compile(
    r"\bsince (?!(?:early|dawn|midnight|morning|(?:last |the )?(?:night|evening))\b)(?:the |\w)"
    r"|\bso far this (?:year|month)\b|\bin all of\b"
    r"|\b(?:over|in|during|for|within|across|throughout) (?:the )?(?:past|last|previous|first|entire|whole|course of)\b"
    r"(?!(?: \w+){0,2} (?:day|24 hours|night|hours|raid|attack|strike|wave)\b)"
    r"|\b(?:in|during|over|throughout) (?:the |this |that )?(?:war|conflict|invasion|year|month|week)\b(?! was)"
    r"|\b(?:this|last|that|past) (?:year|month)\b(?!'s)|\bthis week\b|\bin total since\b|\bcumulative\b"
    r"|\bby un (?:data|figures|count)\b|\bhave been killed in the war\b|\bsince then\b"
    r"|\bnearly (?:four|three|two)-year\b"
)
_COMPARED = re.compile(
    r"\b(?:the )?(?:old|previous|earlier|last|former) (?:record|high|peak|raid|attack|strike|wave|barrage)\b"
    r"|\b(?:up|down|compared|more|fewer|less) (?:from|with|than in|than the)\b|\bwhen\b[^,;]{0,40}\b(?:killed|died)\b"
    r"|\b(?:surpass\w+|beat(?:ing)?|exceed\w+|topp(?:ed|ing)|eclips\w+|break(?:s|ing)) (?:the|a|its)\b"
    r"|\b(?:one|that|those|attack|strike|raid|massacre) (?:that|which|who) (?:had )?(?:killed|injured|wounded|left|claimed)\b"
    r"|\b\w+(?:st|nd|rd|th) time\b"
)
_SUBCOUNT_BEFORE = re.compile(
    r"\b(?:including|among (?:them|the dead|those|the wounded|the injured|the victims)|of whom|of them|of these"
    r"|of the (?:dead|killed|wounded|injured|victims|casualties)|, one of|(?:bodies|remains) of|with)\s*(?:at least |another )?$"
)
_SUBCOUNT_AFTER = re.compile(
    r"^(?: of (?:them|whom|these|those|the (?:dead|killed|wounded|injured|victims|casualties|Num\d+))"
    r"| (?:\w+ )?(?:children|minors|women|infants|babies|teenagers|rescuers|medics|police(?:men)?) (?:among|of) them)\b"
)
_SERIOUSLY = re.compile(r"^(?: \w+)?(?: of them)? (?:seriously|critically|gravely|severely)\b")


def is_planned(clause: str) -> bool:
    """Production, deliveries, plans, capacities and habits: weapons counted, but not sent in one attack."""
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
