"""Past or future: the cue words around a date that say which side of today it lies on."""

import re

from reading.times_found import Context

# All of these are read on the text in lower case.
_CUE = re.compile(
    r"\b(?:(?P<future>will|would|shall|'ll|won't|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|set\s+(?:to|for)"
    r"|schedul(?:e|es|ed|ing)|going\s+to|due|slated|hopes?\s+to|hoping\s+to|intends?|is\s+to|are\s+to|was\s+to"
    r"|were\s+to|must|ha(?:s|ve|d)\s+(?:to|until|till)|should|could|may|might|can|aims?\s+to|upcoming|unless|if|failing"
    r"|agree(?:s|d)?\s+to\s+(?:meet|hold|return|reconvene|resume|start|begin|continue)"
    r"|agree(?:s|d)?\s+(?:to|on)\s+(?:an?|another|further|more|new)\s+(?:(?!during|after|at|in|for|following)[\w-]+\s+){0,2}?(?:meeting|round|session|summit|talks)"
    r"|ready\s+to|prepar(?:e|es|ed|ing)\s+(?:to|for)|likely\s+to|takes?\s+effect|comes?\s+into\s+(?:force|effect)"
    r"|enters?\s+into\s+force|go(?:es)?\s+into\s+effect|expires?|runs?\s+out|lapses|ends|falls\s+due|as\s+soon\s+as|no\s+later\s+than|deadline"
    r"|(?:effective|starting|beginning|possible|ahead\s+of|invited?|calls?\s+for|called\s+for|propos(?:e|es|ed|ing)|need(?:s|ed)?\s+to|want(?:s|ed)?)"
    r"|opens?|begins?|starts?|meets?|resumes?|travels?|visits?|hosts?|arrives?|heads?(?!\s+of\b)|pending|tomorrow)"
    r"|(?P<past>said|told|was|were|had|has\s+been|have\s+been|did|ago|since|yesterday|\w+ed|met|held|began|struck|hit|shot"
    r"|killed|came|went|took|made|fell|left|sent|gave|spoke|wrote|broke|saw|led|ran|won|lost|felt|heard"
    r"|put|cut|blew|rose|brought|drew|flew|(?<!to\s)set\s+(?:off|fire|an?|the|its|his|her|their)|kept|found|paid|caught|says))\b",
)
_CLAUSE_END = re.compile(
    r"[;—–)]|\((?!\d)|:(?!\d)|,\s+(?:and|but|while|after|as|when|which|who|he|she|they|it)\b|\b(?:while|after|but)\b",
)
_SAID_BEFORE = re.compile(
    r"\b(?:said|told\s+\w+|says|announced|reported|added|wrote|posted|confirmed|claimed|warned"
    r"|stated)\s+(?:in\s+(?:a|an)\s+\w+\s+|(?:late|early)\s+)?(?:on\s+)?$",
)
_ADVANCE = re.compile(
    r"\b(?:by|until|till|before|no\s+later\s+than|not\s+later\s+than)\s+(?:late\s+|early\s+|the\s+)?"
    r"(?:(?:\d[\d.:]*\s*(?:[ap]\.?m\.?|hours|o['’]clock|gmt|utc)?|noon|midday|midnight"
    r"|sun(?:set|down|rise)|dusk|dawn|daybreak|nightfall|close\s+of\s+\w+"
    r"|the\s+end|the\s+(?:morning|afternoon|evening|night))\b[\w\s.'’]{0,30}?(?:\s(?:on|of)\s+)?)?$",
)
_HAD_GIVEN = re.compile(
    r"\bhad\s+(?:\w+\s+)?(?:given|set|ordered|told|warned|demanded|allowed|granted|had)\b"
)
"""'They had given it until Monday': by the time of the news Monday has come."""
_DONE_BY = re.compile(
    r"\b(?:had\s+(?:\w+ly\s+|already\s+|all\s+)?(?!to\b|until\b|given\b|set\b)\w+"
    r"|withdrew|left|departed|vacated|(?<!\bbe\s)(?:completed|finished)|pulled\s+(?:out|back))\b"
    r"(?![^.;]*\b(?:to\s+(?!the\b|its\b|their\b|an?\b|\w+ed\b|new\b|lines\b)\w+"
    r"|must|should|would|will)\b)[^.;]*\b(?:by|before)\b[^.;]*$"
)
"""'They had left by Friday': it has come; of 'had promised to leave by Friday' it has not."""
_HAD_BEEN_DUE = re.compile(
    r"\bhad\s+been\s+(?:due|set|supposed|meant)\s+to\s+(?:expire|end|run\s+out|lapse)\b[^.;]*$"
)
"""'It had been due to end on Tuesday': Tuesday has come, or does not count any more."""
_ASIDE = re.compile(r"\([^()]*\)")
"""'At 4 a.m. (0200 GMT) on Friday' is one clause."""
_REACH = 120
_SAID_REACH, _ADVANCE_REACH = 70, 40
"""Characters that the longest of either can take."""


def is_future(context: Context, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` look ahead; news without a cue looks back."""
    return tense(context, start, end) is True


def is_past(context: Context, start: int, end: int) -> bool:
    """Whether a cue says that the words from `start` to `end` look back."""
    return tense(context, start, end) is False


def tense(context: Context, start: int, end: int) -> bool | None:
    """True for future, False for past, None where no cue governs the words.

    The cue that stands next before them in their clause decides, else the next one after.
    """
    head = _ASIDE.sub("", context.lowered[max(context.low, start - _REACH) : start])
    if _SAID_BEFORE.search(head[-_SAID_REACH:]):
        return False
    if _ADVANCE.search(head[-_ADVANCE_REACH:]):
        clause = _last_clause(head)
        given = "day" in context.lowered[start:end] and _HAD_GIVEN.search(clause)
        if given or _DONE_BY.search(clause):
            return False
        return not re.match(
            r"[,\s][^.;]{0,60}?\b(?:had|was|were)\b",
            context.lowered[end : min(context.high, end + 70)],
        )
    clause = _last_clause(head)
    if _HAD_BEEN_DUE.search(clause):
        return False
    cues = list(_CUE.finditer(clause))
    if cues:
        return cues[-1]["future"] is not None
    tail = context.lowered[end : min(context.high, end + _REACH)]
    limit = _CLAUSE_END.search(tail, 1)
    cue = _CUE.search(tail[: limit.start()] if limit else tail)
    return None if cue is None else cue["future"] is not None


def _last_clause(head: str) -> str:
    """The head from its last clause boundary on."""
    start = 0
    for boundary in _CLAUSE_END.finditer(head):
        start = boundary.end()
    return head[start:]
