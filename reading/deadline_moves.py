"""What a sentence does to a deadline or a truce that it names: the verb that governs the word.

A move is told by a verb with the word as its object ("missed the deadline") or as its subject ("the
deadline was pushed back"); the one that stands nearest counts. What is only hinted at, proposed or
asked for moves nothing, and a move that is ruled out leaves the deadline as it was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reading.facts import DeadlineOp

_I = re.IGNORECASE

TERM, LIMIT = "\ue000", "\ue001"
"""Stand for every character of a time expression in masked text: of any, and of one that says by
itself that it is a limit ("by Friday", "within two weeks")."""
ANY_TERM = f"[{TERM}{LIMIT}]+"
_SKIPPED = "\ue002"

_WORD = r"[^\s,;:.“”\"()]+"
_LINK = (
    r"(?:by|before|after|within|beyond|past|ahead|until|till|with|without|as|when|while|that|to|if"
    r"|from|of|on|in|at|but|and|or|despite|over|under|which|who|it|him|them|said|says)\b"
)
_OBJECT_GAP = (
    rf"\s+(?:from {ANY_TERM},? )?(?:(?:by |until |for |to )?{ANY_TERM},? (?:as |to )?)?"
    r"(?:(?:the |its |their )?(?:duration|validity|term|period|implementation|application) of )?"
    rf"(?:(?!{_LINK}){_WORD}\s+){{0,6}}$"
)
_IS = r"(?:is|was|were|are|be|been|being|gets?|got|gone|goes|went|remains?|remained|stays?|stayed)"
_SUBJECT_GAP = r"^[^.;:]{0,120}?\b"
_AUX = rf"{_IS}\s+(?:\w+ly\s+|now\s+|again\s+|once more\s+|later\s+|twice\s+|also\s+)?"


@dataclass(frozen=True, slots=True)
class Verbs:
    """The words of one operation: `does` takes the deadline as object, `done` is its participle.

    `happens` is what a deadline does by itself ("expired"); `split` is a verb with its particle
    behind the object ("pushed the deadline back").
    """

    op: DeadlineOp
    does: str = ""
    done: str = ""
    happens: str = ""
    split: tuple[str, str] | None = None
    headed: str = ""
    """What it does in a heading only: in the text it merely tells how things stand."""


_SOMETHING = (
    r"(?! (?:(?:more than|nearly|almost|over|about|some|around|up to) )?"
    rf"(?:{ANY_TERM} of|(?:weeks|months|years|days|hours|decades) of"
    r"|(?:the|its|their|a|an|all|both|most) (?!day|night|week|hour|minute))\b)"
)
"""Not after "ended": then it is something else that a truce ended."""
_OBJECTLESS = (
    rf"$|[^\w\s’'”\"{TERM}{LIMIT}]|(?:as|says?|said|after|before|but|and|with|because|when|while|if|now|today|for"
    r"|in|on|at|by|unless|since|once|without|tonight|there|here)\b"
)
"""After "over" and "past": nothing that it is over or past of ("holds past the mark")."""
_GRANTS = (
    r"(?:announc(?:es|ed|ing)|agree(?:s|d|ing)?(?: (?:to|on|upon))?|declar(?:es|ed|ing)"
    r"|approv(?:es|ed|ing)|grant(?:s|ed|ing)?|order(?:s|ed|ing)|secur(?:es|ed|ing)"
    r"|accept(?:s|ed|ing)?|confirm(?:s|ed|ing))"
)
"""Before "an extension of the truce": there is one, which nobody merely asks for."""
VERBS: tuple[Verbs, ...] = (
    Verbs(
        DeadlineOp.LAPSE,
        does=r"miss(?:es|ed|ing)?|ignor(?:es|ed|ing)|flout(?:s|ed|ing)|overr[au]n|overstep\w*"
        r"|bl(?:ew|ows?|own) (?:through|past|by)|outr[au]n"
        r"|fail(?:s|ed|ing|ure)? to (?:meet|make|keep|observe|honou?r|comply with|respect)"
        r"|(?:did|does|do|ha[sd]|have) ?(?:not|n['’]t) (?:meet|met|keep|kept|made|comply with"
        r"|complied with)|(?:time|clock) (?:runs?|ran|has run) out (?:on|for)",
        done=r"missed|ignored|flouted|unmet|unheeded|not met|gone|broken"
        rf"|(?:over|past|up)(?=[’'”\"]*\s*(?:{_OBJECTLESS}))",
        happens=r"pass(?:es|ed)|expir(?:es|ed)|laps(?:es|ed)|ran out|runs out|run out"
        r"|(?:came|comes|come|has come) and (?:went|goes|gone)|went by|goes by|elaps(?:es|ed)"
        r"|slip(?:s|ped) (?:by|past|away|again)|slipped|pass without"
        rf"|end(?:s|ed){_SOMETHING}|(?:came|comes) to an end"
        rf"|(?:to|will|would|could|must) (?:expire|lapse|run out|end\b{_SOMETHING}|pass|elapse)",
        split=(
            r"let|lets|letting|allow(?:s|ed|ing)?",
            r"(?:pass|slip|lapse|expire|go by|come and go|run out)",
        ),
    ),
    Verbs(
        DeadlineOp.SUSPEND,
        does=r"suspend(?:s|ed|ing)?|paus(?:es|ed|ing)|fr(?:eezes|oze|ozen|eezing)|halt(?:s|ed|ing)"
        r"|put(?:s|ting)? on (?:hold|ice)|stop(?:s|ped|ping)?(?= the (?:clock|countdown))"
        r"|waiv(?:es|ed|ing)",
        done=r"suspended|paused|frozen|halted|on hold|on ice|put on (?:hold|ice)|in abeyance"
        r"|waived",
        happens=r"(?:does|do|did) not run|is not running|stopped running",
        split=(r"put(?:s|ting)?", r"on (?:hold|ice)"),
    ),
    Verbs(
        DeadlineOp.RETRACT,
        does=r"withdr(?:aws?|ew|awn|awing)|drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?"
        r"|retract(?:s|ed|ing)?|lift(?:s|ed|ing)?|abandon(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?"
        r"|rescind(?:s|ed|ing)?|revok(?:es|ed|ing)|disown(?:s|ed|ing)?|remov(?:es|ed|ing)"
        r"|ditch(?:es|ed|ing)?|shelv(?:es|ed|ing)|back(?:s|ed|ing)? (?:off|away|down)"
        r"(?: from)?|(?:walk|step|row)(?:s|ed|ing)? (?:back|away)(?: from)?",
        done=r"withdrawn|dropped|scrapped|retracted|lifted|abandoned|cancell?ed|rescinded|revoked"
        r"|removed|shelved|ditched|off the table|no longer (?:valid|in force)|void",
        happens=r"no longer (?:applies|stands|holds|exists)",
        split=(r"t(?:akes?|ook|aken)", r"off the table"),
    ),
    Verbs(
        DeadlineOp.EXTEND,
        does=r"extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|postpon(?:es|ed|ing)|delay(?:s|ed|ing)"
        r"|defer(?:s|red|ring)?|stretch(?:es|ed|ing)?|push(?:es|ed|ing)? (?:back|out)"
        r"|put(?:s|ting)? (?:back|off)|renew(?:s|ed|ing)?|lengthen(?:s|ed|ing)?"
        rf"|add(?:s|ed|ing)?(?= {ANY_TERM} to)|roll(?:s|ed|ing)? over|relax(?:es|ed|ing)?"
        rf"|mov(?:es|ed|ing) back",
        happens=rf"runs? on (?:to|until|till|for)(?= (?:another )?{ANY_TERM})",
        done=r"extended|prolonged|postponed|delayed|deferred|stretched|pushed (?:back|out|to)"
        r"|put (?:back|off)|renewed|lengthened|rolled over|relaxed|moved (?:back|to)|shifted",
        split=(
            r"push(?:es|ed|ing)?|put(?:s|ting)?|mov(?:es|ed|ing)|shift(?:s|ed|ing)?",
            rf"(?:back|off|out|later|to(?= (?:\S+ )?{ANY_TERM}))",
        ),
    ),
    Verbs(
        DeadlineOp.EXTEND,
        does=rf"{_GRANTS} (?:(?!{_LINK}){_WORD} ){{0,4}}?(?:extension|prolongation|renewal)"
        rf"(?: (?:until |till |to |by |for )?{ANY_TERM})? (?:of|to|in|for)(?= )",
        split=(_GRANTS, r"(?<=^ )(?:extension|prolongation)"),
    ),
    Verbs(
        DeadlineOp.SHORTEN,
        does=r"shorten(?:s|ed|ing)?|cut(?:s|ting)?(?: short)?|reduc(?:es|ed|ing)"
        r"|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|halv(?:es|ed|ing)|tighten(?:s|ed|ing)?"
        r"|accelerat(?:es|ed|ing)|bring(?:s|ing)? forward|brought forward"
        r"|mov(?:es|ed|ing) (?:up|forward)|speed(?:s|ing)? up|sped up",
        done=r"shortened|cut(?: short)?|reduced|slashed|trimmed|halved|tightened|accelerated"
        r"|brought forward|moved (?:up|forward)",
        split=(
            r"bring(?:s|ing)?|brought|mov(?:es|ed|ing)|pull(?:s|ed|ing)?",
            r"(?:forward|up|closer)",
        ),
    ),
    Verbs(
        DeadlineOp.MEET,
        does=r"me(?:t|ets|eting)|beat(?:s|en)?|honou?r(?:s|ed|ing)?|observ(?:es|ed|ing)"
        r"|compl(?:ied|ies|ying) with|respect(?:s|ed|ing)|ke(?:pt|eps) to",
        done=r"met|beaten|honou?red|complied with|observed",
    ),
    Verbs(
        DeadlineOp.REINTERPRET,
        does=r"clarif(?:y|ied|ies|ying)|reinterpret(?:s|ed|ing)?",
        done=r"clarified|reinterpreted",
        happens=r"counts? from|actually (?:falls|ends|runs out|expires)",
    ),
    Verbs(
        DeadlineOp.FIX,
        happens=r"(?:(?:is |are )?to |will |would |should )(?:last|run|hold|live|go on|continue"
        r"|endure|(?:be|remain|stay) (?:in force|in effect|valid|effective)|remain in place"
        r"|stay in (?:force|place|effect))(?: on)?"
        rf"(?: (?:for|until|through|to|from)|(?= {ANY_TERM}))",
        headed=rf"(?:runs?|lasts?|holds?|lives on|good|valid|in force|in effect)"
        rf"(?=(?: until| through| to)? {LIMIT}| (?:until|till|through|to) {ANY_TERM})"
        rf"|lives on(?= for {ANY_TERM})",
    ),
    Verbs(
        DeadlineOp.ISSUE,
        does=r"sets?|setting|impos(?:es|ed|ing)|issu(?:es|ed|ing)|announc(?:es|ed|ing)"
        r"|g[ai]ve[sn]?|giving|la(?:ys?|id) down|deliver(?:s|ed|ing)?|present(?:s|ed|ing)?"
        r"|serv(?:es|ed|ing)|hand(?:s|ed|ing)?|declar(?:es|ed|ing)|includ(?:es|ed|ing)"
        r"|contain(?:s|ed|ing)?|establish(?:es|ed|ing)?|fix(?:es|ed|ing)?|start(?:s|ed|ing)?"
        r"|trigger(?:s|ed|ing)?|launch(?:es|ed|ing)?|beg[ai]n(?:s|ning)?|invok(?:es|ed|ing)"
        r"|slap(?:s|ped)?|unveil(?:s|ed|ing)?|mak(?:es?|ing)|made|specif(?:y|ied|ies)"
        r"|agre(?:es?|ed|eing)(?: on)?",
        done=r"set|imposed|issued|announced|given|laid down|delivered|declared|established|fixed"
        r"|started|triggered|launched",
    ),
)
"""Operations with their verbs; of two equally near the earlier counts."""


HINTS = re.compile(
    r"\b(?:(?-i:may)|might|could|can|consider(?:s|ed|ing)?|hint(?:s|ed|ing)?"
    r"|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?|possib\w+|perhaps|speculat\w+|rumou?r\w*|wonder\w*"
    r"|whether|if|think(?:s|ing)? (?:about|of)|unclear|urg(?:es?|ed|ing)|ask(?:s|ed|ing)?"
    r"|want(?:s|ed|ing)?|discuss(?:es|ed|ing)?|debat(?:es|ed|ing)|propos(?:es?|ed|al|als|ing)"
    r"|suggest(?:s|ed|ing)?|offer(?:s|ed|ing)? to|request\w*|call(?:s|ed|ing)? (?:for|on)"
    r"|seek(?:s|ing)?|sought|appeal(?:s|ed|ing)?|(?:press|push)(?:es|ed|ing)? (?:for|to)"
    r"|hop(?:es|ed|ing)|need(?:s|ed)?|should|bid(?:s|ding)? to|(?:ready|willing|prepared|open"
    r"|able|free|likely|unlikely|reluctant) to|favou?rs?|talk(?:s)? o[fn]"
    r"|(?<!put )(?<!push )(?<!pushed )(?<!moved )backs?"
    r"|plea|effort(?:s)? to|demand(?:s|ed)?|threat(?:ens|ened)? to|vote on|motion)\b",
    _I,
)
"""Before a verb: it is hinted at, proposed or asked for, not done."""

_BIDDEN = re.compile(
    r"\b(?:urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:for|on|upon)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?"
    r"|implor(?:es?|ed|ing)|appeal(?:s|ed|ing)? (?:for|to))\b"
    r"(?: (?!(?:after|before|while|who|which|that)\b)[^\s;.]+){1,20} (?:to|on) $"
    r"|\bto (?:reach|seek|find|negotiate|discuss) (?:[\w-]+ ){0,4}(?:on|of|about) $",
    _I,
)
"""Before a verb, over a long list of names: somebody asks them to do it, or to agree on it."""

UNDONE = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno|\bnone|\bwithout|\bhardly|\bno (?:plans?|intention)s? (?:to|of)"
    r"|\brefus(?:es|ed|ing|al)(?: to)?|\bdeclin(?:es|ed)(?: to)?|\bdenie[sd]|\bden(?:y|ying)"
    r"|\bre?ject(?:s|ed|ing)?|\brul(?:es|ed|ing) out|\bagainst|\binstead of|\brather than"
    r"|\bnot yet|\byet to|\bfail(?:s|ed)? to"
    r"|\b(?:not|n['’]t) (?:yet )?(?:g[ai]ven?|issued?|received?|made|make|taken?) (?:any|an?|the)"
    r" (?:orders?|instructions?|decisions?|requests?) (?:to|on))"
    r"\s+(?:\w+\s){0,2}$",
    _I,
)
"""Before a verb or the word itself: it is not so."""

AHEAD = re.compile(
    r"\b(?:will|would|due|set|about|scheduled|going|expected|is|are|was|were|(?-i:may)|might|could)"
    r"(?: have)? (?:to )?(?:be )?(?:\w+ly )?$",
    _I,
)
"""Before a verb: it has yet to happen."""

_BREAK = re.compile(
    r"[;:.](?=\s|$)|[“”]|, (?:and|but|while|as|when|where|although|though)\b"
    r"|\b(?:while|although|whereas)\b"
)
_CLOSING_QUOTE = re.compile(r"^[”\"]")
"""After a name that is put in quotation marks ("a 'spring truce' that is to last")."""
_ASIDE = re.compile(
    r",\s(?:which|who|whose|originally|initially|first|set|due|agreed|announced)\b[^,;]*,"
)
_ITSELF = re.compile(
    r"^,? (?:which|that)(?= (?:(?:is|was|are|were) (?:due |set |supposed )?to )?"
    r"(?:(?:end|expire|lapse)(?:s|d|ed)?|r[ua]ns? out)\b)"
)
"""'The truce, which ends on Friday': what it does itself."""
_RELATIVE = re.compile(
    r",? (?:which|who) (?:he|she|it|they|had|has|have|was|were)\b|, when\b|, which\b"
)


@dataclass(frozen=True, slots=True)
class Moved:
    """A verb found for a deadline: what it does, where it stands, and whether it is done at all."""

    op: DeadlineOp
    at: int
    by_object: bool
    """The deadline is its object, so who does it stands before the verb."""
    undone: bool = False
    hinted: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Compiled:
    op: DeadlineOp
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    bare: re.Pattern[str] | None
    split: tuple[re.Pattern[str], re.Pattern[str]] | None


def _compiled(verbs: Verbs) -> _Compiled:
    active = "|".join(
        part for part in (verbs.happens, rf"{_AUX}(?:{verbs.done})" * bool(verbs.done))
    )
    active = active.strip("|")
    bare = verbs.done or verbs.headed
    return _Compiled(
        verbs.op,
        re.compile(rf"\b(?P<verb>{verbs.does})\b(?P<gap>{_OBJECT_GAP})", _I)
        if verbs.does
        else None,
        re.compile(rf"{_SUBJECT_GAP}(?P<verb>{active})\b", _I) if active else None,
        re.compile(rf"{_SUBJECT_GAP}(?P<verb>{bare})\b", _I) if bare else None,
        _split(verbs),
    )


def _split(verbs: Verbs) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    if verbs.split is None:
        return None
    verb, particle = verbs.split
    return (
        re.compile(rf"\b(?P<verb>{verb})\b(?P<gap>{_OBJECT_GAP})", _I),
        re.compile(rf"^[^.;:,]{{0,80}}?\b(?:{particle})\b", _I),
    )


_VERBS = tuple(_compiled(verbs) for verbs in VERBS)


def move_of(masked: str, low: int, high: int, *, heading: bool) -> Moved | None:
    """What governs the word at [low, high) of a sentence whose times are masked; None for nothing.

    A heading leaves out auxiliaries ("Deadline extended"), so there a bare participle counts too.
    """
    before, after = _clause(masked, low, high)
    found = [
        (distance, order, move)
        for order, verbs in enumerate(_VERBS)
        for distance, move in _moves(verbs, before, after, low, high, heading)
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def _clause(masked: str, low: int, high: int) -> tuple[str, str]:
    """The clause's words before and after, up to where another clause begins."""
    before = masked[max(0, low - 160) : low]
    cut = max((m.end() for m in _BREAK.finditer(before)), default=0)
    after = _CLOSING_QUOTE.sub(_SKIPPED, masked[high : high + 200])
    after = _ITSELF.sub(lambda m: _SKIPPED * len(m[0]), after)
    after = _ASIDE.sub(lambda m: _SKIPPED * len(m[0]), after)
    ends = [m.start() for m in (_BREAK.search(after), _RELATIVE.search(after)) if m is not None]
    return before[cut:], after[: min(ends, default=len(after))]


def _moves(
    verbs: _Compiled, before: str, after: str, low: int, high: int, heading: bool
) -> Iterator[tuple[int, Moved]]:
    start = low - len(before)
    if verbs.before is not None and (m := verbs.before.search(before)):
        yield len(m["gap"]), _judged(verbs.op, before, m.start("verb"), start, by_object=True)
    split = verbs.split
    if split and split[1].match(after) and (m := split[0].search(before)):
        yield len(m["gap"]), _judged(verbs.op, before, m.start("verb"), start, by_object=True)
    if _TALKED_OF.search(before):
        return
    for pattern in (verbs.after, verbs.bare if heading else None):
        if pattern is not None and (m := pattern.match(after)):
            at = m.start("verb")
            moved = _judged(verbs.op, after, at, high, by_object=False)
            yield at, replace(moved, hinted=moved.hinted or _IF.search(before) is not None)
            return


_TALKED_OF = re.compile(
    r"\b(?:talks|negotiations|discussions|consultations|conversations|meetings?)"
    r" (?:[\w’'-]+ ){0,4}?(?:on|for|about|over|towards?) (?:an?|the|any|their) (?:[\w-]+ ){0,2}$",
    _I,
)
"""Before the word: it is talked of, and what follows is done by, or to, those talks."""
_OF_DOING = re.compile(r"\b(?:of|plans?(?: \w+)? (?:to|for))\s$", _I)
"""Before a verb: its doing is spoken of ("the idea of extending", "a plan to extend")."""
_IF = re.compile(r"\b(?:if|whether) (?:[^\s,;]+ ){0,5}$", _I)
"""Before the word: what follows it is only a condition ("if the deadline was missed")."""
_TO_COME = re.compile(r"(?:to|will|would|could|must)\s", _I)
_WOULD_IF = re.compile(r"\bwould\b.*\bif\b|\bif\b.*\bwould\b", _I)


def _judged(op: DeadlineOp, clause: str, at: int, start: int, *, by_object: bool) -> Moved:
    lead = clause[:at]
    return Moved(
        op,
        start + at,
        by_object,
        undone=UNDONE.search(lead[-40:]) is not None,
        hinted=HINTS.search(lead[-70:]) is not None
        or _OF_DOING.search(lead) is not None
        or _BIDDEN.search(lead) is not None
        or _WOULD_IF.search(clause) is not None,
        ahead=AHEAD.search(lead[-30:]) is not None or _TO_COME.match(clause, at) is not None,
    )
