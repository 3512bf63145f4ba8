"""Truces that are no truce: they qualify another thing, are only to be had, or are of trade."""

import re

from reading.talk_item_words import pattern_of


def is_only_qualifier(text: str, found: re.Match[str]) -> bool:
    """True where a truce word tells of something else than a truce that is given or refused."""
    return _is_modifier(text, found) or _is_of_trade(text, found)


NOT_THE_THING = pattern_of(
    r"^(?:[’']s)?[- ](?:talks?|negotiations?|negotiators?|violations?|breach\w*|efforts?|push|bid"
    r"|monitor\w*|oversight|supervis\w+|verification|mechanisms?|committees?|commissions?"
    r"|panels?|bod(?:y|ies)|boards?|guarantors?|mediat\w+|mission|enforcement"
    r"|compliance"
    r"|implementation|observers?|lines?|deadline|ultimatum|line|hopes?|terms|conditions|proposals?"
    r"|papers?|plans?|texts?|ideas?"
    r"|demands?|offers?|calls?|discussions?|process|question|issue|meeting|monitoring|deal talks"
    r"|initiative|framework|agreement talks|request|appeal)\b"
)
"""After a truce word: the truce only qualifies something else."""

TO_GET_IT = pattern_of(
    r"\b(?:(?:in return|in exchange) for|violat\w+|brok(?:e|en)\b|breach\w*|breaking"
    r"|(?:talks|negotiations|discussions|dialogue|consultations)"
    r" (?:on|about|for|towards?)"
    r"|terms (?:of|for)|conditions (?:for|of)|talk(?:ing|s)?|make|making|made|possible|without"
    r"|before|after|since"
    r"|no"
    r"|despite|amid|during|into|under|throughout|spite of"
    r"|(?:watch|monitor|polic|enforc|implement|check|verify|supervis|overse)\w*(?: over)?"
    r"|(?:work|working|worked|moves?|moving|path|way|steps?|progress) towards?|towards"
    r"|condition (?:for|of)|price (?:of|for)|reaching|to reach"
    r"|(?:breach\w*|violations?|collapse|breakdown|unravell?ing|anniversary|guarantors?|absence"
    r"|lack|(?:second|third|next|later|final) (?:phase|stage)"
    r"|sabotage|wake|chances?|prospects?|fate|future|fragility|state|tests?) of"
    r"|(?:threats?|blows?|setbacks?|dangers?|challenges?|risks?)(?: so far| yet)? (?:to|for)"
    r"|strains? on"
    r"|(?:doubts?|fears?) (?:on|over|about|for))"
    r"\s*(?:a|an|any|the|its|their|possible|full)?"
    r"(?: \w+ly)?(?: \w+)?\s*$"
    r"|\b(?!(?:ask|call|provid|allow|push|press|appeal|vot|plead|argu|spo|propos|plan|draft|offer|initiativ"
    r"|suggest"
    r"|idea|deal|agree|accord|demand|request)\w*)\w+ for (?:a|the|any)\s*$"
)
"""Before a truce word: the truce is what something else is for, or what did not come."""


TRADE = pattern_of(
    r"^[\w -]{0,20}?\b(?:in|on|over) (?:their |the |a |its )?(?:\w+ )?(?:trade|tariff)"
)
OF_TRADE = pattern_of(r"\b(?:trade|tariff|political|coalition|customs|price)(?: war)? $")


def _is_of_trade(text: str, found: re.Match[str]) -> bool:
    """A truce in a war of tariffs is no truce."""
    after, before = text[found.end() :], text[: found.start()]
    return TRADE.search(after) is not None or OF_TRADE.search(before) is not None


ANSWERED = pattern_of(
    r"\b(?:(?:accept|reject|rebuff|refus|dismiss|spurn|turn(?:s|ed|ing)? down|rul(?:es?|ed|ing) out"
    r"|offer|propos|present|submit|float|unveil|agree[sd]? to|welcom|approv|endors|back|embrac|snub"
    r"|slam|pan|rubbish|blast|lambast|savag|rip(?:s|ped)? into|t(?:ears?|ore) into"
    r"|hits? out at|lash\w* out at|scoff\w* at|brand|deride|ridicul|scorn|shun|greenlight|okay"
    r"|circulat|pitch|adopt|veto|brush(?:es|ed|ing)? (?:aside|off)|green-light"
    r"|declin|oppos|assent|consent|subscrib)\w*(?: (?:to|of|on|for))?|(?:green light|nod|approval"
    r"|go-ahead"
    r"|yes|no|consent|assent|blessing|backs?|door|cold water) (?:to|of|on|for)|against) "
    r"(?:an?|the|its|their|his|[\w.-]+[’']s?)?(?: ?[\w.’'-]+){0,3} $"
)
"""Before a truce word: what is made or answered is a proposal of it."""
SIGNED = pattern_of(r"\bsign(?:s|ed|ing)? (?:[\w-]+ ){0,4}$")
OF_A_PAPER = pattern_of(r"^[- ](?:terms|document|record|paper)\b")
"""Around a truce word: its terms are signed, and so it is agreed."""
PROPOSED_FOR = pattern_of(
    r"\b(?:proposals?|plans?|drafts?|offers?|deals?|agreements?|initiatives?)\b[^.;,]{0,60} for"
    r" (?:an?|the|any)(?: [\w-]+)?\s*$"
)
"""Before a truce word: the text is one for a truce, whoever has made it."""
A_PROPOSAL = pattern_of(
    r"^[- ](?:proposals?|plans?|offers?|initiatives?|demands?|calls?|requests?|appeals?|papers?"
    r"|texts?|ideas?|terms)\b"
)


REFUSED = pattern_of(
    r"\bthere (?:will|would|can|could) be no(?: [\w-]+){0,2} $|^[\W]*no(?: [\w-]+){0,2} $"
)
"""Before a truce word: there is to be none."""


def _is_modifier(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    if OF_A_PAPER.search(after) and SIGNED.search(before):
        return False
    if PROPOSED_FOR.search(before) or (A_PROPOSAL.search(after) and ANSWERED.search(before)):
        return False
    if REFUSED.search(before) is not None:
        return False
    return NOT_THE_THING.search(after) is not None or TO_GET_IT.search(before) is not None
