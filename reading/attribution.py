"""Who answers for what is said: reporting verbs, 'according to' and quotations, by sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reading.attribution_marks import BOUND, Mark, marks_in
from reading.attribution_subjects import subject_of
from reading.document import Attribution, NameKind, Sentence, TimeKind
from reading.facts import Span
from reading.preset import Preset
from reading.quotations import carried, quotations
from reading.speakers import ROLES, Memory, Speaker, bodies_of, remember, speaker
from reading.wordlist import words

_HEARSAY = re.compile(
    r"\breportedly\b|\b(?:is|are|was|were)\s+(?:reported|said|believed|understood|thought)\s+to\b"
    r"|\b(?:unconfirmed|media|initial|preliminary)\s+reports\b",
    re.IGNORECASE,
)
_HEARSAY_WORDS = words("reportedly reported reports said believed understood thought")
_COORDINATION = re.compile(r";\s|,\s+(?:and|but|while)\s", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"\b(?:is|are|was|were|been|be|being|to|the|an?|of|as|by|in|no|not|its|their|his|her|these|those)"
    r"\s+(?:also\s+)?$",
    re.IGNORECASE,
)
_NP_END = re.compile(
    r"[,;:!?()“”\"—–]\s"
    r"|(?<!\bLt)(?<!\bGen)(?<!\bMaj)(?<!\bCol)(?<!\bBrig)(?<!\bCapt)(?<!\bAdm)(?<!\bSgt)(?<!\bMr)"
    r"(?<!\bDr)(?<!\bSen)(?<!\bRev)(?<!\b[A-Z])\.\s|[.,;:!?)”\"]$|\s-\s"
    r"|\s(?:who|which|that|said|told|was|were|is|are|has|have|had|on|in\s+an?|as|during|after|and"
    r"|(?:seen|obtained|reviewed|viewed)\s+by)\b"
)
_AFTER_COMMA = re.compile(r"[,”\"!?]\s*(?:and\s+|as\s+|but\s+)?$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"\s+(?:that\b|[:,]?\s*[“\"])|\s*:", re.IGNORECASE)
_PARENTHESIS = re.compile(
    r"(?:\s+on\s+\w+day(?:\s+\w+)?)?,\s+(?!adding\b|citing\b|according\b|referring\b|as\b|\w+ing\b)\w"
)
# What may stand between the verb and its day: whom it was told to, and where.
_TO_DATE = re.compile(
    r"(?:\s+(?:reporters|journalists|lawmakers|(?:[A-Z]\w*\s?){1,3}))?"
    r"(?:\s+(?:in|on|at)\s+(?:an?\s+|his\s+|her\s+|its\s+|their\s+|the\s+)?(?:\w+\s+){0,2}\w+)?"
    r"\s+(?:on\s+|late\s+|early\s+|later\s+){0,2}"
)
_OBJECT = re.compile(
    r"\s+(?:that|the\s+(?:[\w'’-]+\s+){1,18}?at|(?:the|its|that|this|those)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:toll|tally|count|figures?|numbers?|totals?|dead|wounded|injured))\b|\s*:"
    r"|\s+(?:(?:an?\s+)?(?:\w+\s+)?(?:night|wave|attack|raid|barrage|salvo|swarm)\s+)?"
    r"(?:of\s+)?(?:(?:about|over|more\s+than|at\s+least|no\s+fewer\s+than|some|nearly|around|up\s+to|only|roughly"
    r"|an?\s+(?:further|(?:total|toll|figure)\s+of|record))\s+)?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)\b)",
    re.IGNORECASE,
)
_COLON_HEAD = re.compile(r"([^:.!?]{3,60}):\s+\S")
_OF_BOTH = re.compile(r"\s(?:the\s)?(?:both|two|warring|rival)\s\w+", re.IGNORECASE)
"""'Ruritania: warring parties agree': before the colon stands where, as neither side says so."""
_COLON_TAIL = re.compile(r":\s(?:the\s)?([^:,.!?]{3,45})\.?$")
_GAVE_IT = re.compile(
    r"\b(?:gave|gives|giving|issued|released|announced|raised|revised|updated|published|confirmed)"
    r"\s+(?:the|that|this|those|its|these)\s+(?:[\w'’-]+\s+){0,2}?"
    r"(?:toll|tally|count|figures?|numbers?|totals?)\b"
    r"|\b(?:toll|tally|count|figures?|numbers?|totals?)\s+(?:(?:was|were|is)\s+)?"
    r"(?:given|issued|released|reported|published|announced)\s+by\b",
    re.IGNORECASE,
)
"""'The mayor gave the toll': what was counted in the sentence before is his."""
_DASH_TAIL = re.compile(r"\s[–—-]\s(?:the\s+)?([^–—.!?]{3,45})$")
_CONTINUES = re.compile(
    r"(?:Of\s+(?:these|those|them|the\s+\d)|Among\s+them|In\s+total|A\s+further|The\s+(?:rest|remaining"
    r"|others)|Overall|Altogether)\b"
)
_IN_ADDITION = re.compile(r",\s+(?:and|but)\s+(?:the\s+)?$", re.IGNORECASE)
_OPENER = re.compile(
    r"\s*(?:In|On|At|Near|Outside|Inside|Across|Elsewhere|Further|Meanwhile|Separately|Late|Early)\b"
    r"(?:(?!\b(?:were|was|had|have|has|killed|died|hit|struck)\b)[^,;.]){0,60},\s+(?:the\s+)?"
)
"""'In Aville district, police said ten people were hurt': a mere place is nothing that is said."""
_CLAUSE_TAIL = re.compile(r"\s+(?:\S+\s+){1,9}?(?:were|was|had|have|has|died|killed|wounded)\b")
"""'…, and the ministry said ten people were hurt': what the ministry said comes after."""
_ACCUSING = words("accused blamed")
_SAYING = re.compile(r",\s(?:saying|claiming|adding)\b")
"""'It accused the army of a raid, saying that ten were killed.'"""
_OF_WHAT = re.compile(r"[^.;,]{2,60}?\s(?:of|for)\s")
"""'It accused the army of killing ten': the count is the accuser's."""
_LEAD_IN = 40
_SHORT_TAIL = 70
_DATE_REACH = 50


@dataclass(slots=True)
class _Scene:
    """One sentence under reading; `floor` is where the last attribution's words ended."""

    text: str
    sentence: Sentence
    memory: Memory
    floor: int


def attribute(sentences: Sequence[Sentence], text: str, preset: Preset) -> list[Sentence]:
    """The sentences with their attributions; a quotation carries over to the sentences it spans."""
    memory, quoted = (
        Memory(bodies=bodies_of(preset), sides=frozenset(preset.party_names)),
        quotations(sentences, text),
    )
    done: list[Sentence] = []
    for sentence in sentences:
        found = _in_sentence(sentence, text, memory, quoted)
        if not found and done and _gives_counts(done[-1]) and _CONTINUES.match(sentence.text):
            found = [replace(done[-1].attributions[-1], span=sentence.span)]
        unsaid = found and done and done[-1].numbers and not done[-1].attributions
        if unsaid and _GAVE_IT.search(sentence.text):
            done[-1] = replace(done[-1], attributions=(replace(found[0], span=done[-1].span),))
        remember(sentence, [Speaker(a.claimant, a.party) for a in found if a.claimant], memory)
        done.append(replace(sentence, attributions=tuple(found)) if found else sentence)
    return carried(done, quoted)


def _gives_counts(sentence: Sentence) -> bool:
    """Somebody gives numbers in it, which the next sentence may go on counting."""
    return bool(sentence.attributions and sentence.numbers)


def _in_sentence(
    sentence: Sentence, text: str, memory: Memory, quoted: Sequence[Span]
) -> list[Attribution]:
    marks = marks_in(sentence, text)
    silent = not sentence.heading and ":" not in sentence.text
    if not marks and silent and _HEARSAY_WORDS.isdisjoint(sentence.words):
        return []
    scene = _Scene(text, sentence, memory, sentence.span[0])
    found: list[Attribution] = []
    for mark in marks:
        if _inside(quoted, mark.start):
            continue
        attribution = _said(mark, scene) if mark.verb else _according(mark, scene)
        if attribution is not None:
            found.append(attribution)
            scene.floor = mark.end
            memory.last = Speaker(attribution.claimant, attribution.party)
    if not found:
        found = [*_headline(scene), *_hearsay(scene)][:1]
    return sorted(found, key=lambda a: a.span)


def _inside(quoted: Sequence[Span], position: int) -> bool:
    index = bisect_right(quoted, (position, 0)) - 1
    return index >= 0 and quoted[index][0] < position < quoted[index][1]


def _according(mark: Mark, scene: _Scene) -> Attribution | None:
    low, high = scene.sentence.span
    end = _NP_END.search(scene.text, mark.end + 1, high)
    source = (mark.end, end.start() if end else high)
    who = speaker(source, scene.sentence, scene.text, scene.memory)
    if who is None:
        return None
    start = _clause_start(scene.text, max(low, scene.floor), mark.start)
    if not scene.text[start : mark.start].strip(' ,"“”'):
        return Attribution(who.claimant, (start, high), who.party)
    if source[1] < high and scene.text[source[1]] == "," and mark.start - start < _LEAD_IN:
        # 'In the night, according to the army, ten drones came.'
        return Attribution(who.claimant, (start, high), who.party)
    return Attribution(who.claimant, (max(low, scene.floor), mark.start), who.party)


def _clause_start(text: str, low: int, position: int) -> int:
    """Start of the clause that the position is in: after the last semicolon or ', and'."""
    return max((m.end() for m in _COORDINATION.finditer(text, low, position)), default=low)


_LABEL = re.compile(
    r"(?:live|latest|updates?|blog|what|how|why|where|inside|key|insight|analysis|operation|moment"
    r"|watch|news|recap|factbox|timeline|map|maps)\b"
    r"|.*\b(?:updates?|blog|insight|analysis|captured|briefing|bulletin|digest|round-?up|newsletter"
    r"|edition|explained|first thing|the take|takeaways?)$",
    re.IGNORECASE,
)


def _is_label(claimant: str, scene: _Scene) -> bool:
    """'Live Blog: raid on Aville', 'Operation Dawn: jets hit nine sites': nobody speaks there."""
    return _LABEL.match(claimant) is not None and claimant not in {
        name.canonical for name in scene.sentence.names
    }


def _only_prints(who: Speaker, scene: _Scene) -> bool:
    """'12 killed - The Daily Wire', 'Panic, blasts: 12 killed': an unknown name said nothing."""
    known = who.party or any(name.canonical == who.claimant for name in scene.sentence.names)
    return not known and ROLES.isdisjoint(re.findall(r"\w+", who.claimant.lower()))


_NOUN = re.compile(r"\s+of\b|,|\W*$")
_TO_SOMEBODY = words("tell tells told informed")
"""After these comes who listens: 'A calls a truce, tells B to leave' has B say nothing."""
_DECLARING = words("declared declares announced announces")
_DECREE = re.compile(
    r"\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:(?:state\s+of\s+)?emergency|mourning|martial\s+law"
    r"|curfew|holiday)\b",
    re.IGNORECASE,
)
"""'He declares a state of emergency after raids': of the raids he says nothing."""
_QUANTITY = re.compile(r"\b(?:multiple|several|many|all|some|other|various)$", re.IGNORECASE)
_AS_NOUNS = words("claim claims states reports estimates notes alleges")


def _is_noun(mark: Mark, subject: Span, scene: _Scene) -> bool:
    """'It rejects B's claims of a raid', 'in several states': no verb of saying."""
    if mark.verb not in _AS_NOUNS or not _NOUN.match(scene.text, mark.end, scene.sentence.span[1]):
        return False
    counted = _QUANTITY.search(scene.text, *subject) is not None
    return counted or not _AFTER_COMMA.search(scene.text, scene.sentence.span[0], subject[0])


def _said(mark: Mark, scene: _Scene) -> Attribution | None:
    text, (low, high) = scene.text, scene.sentence.span
    if _NO_SUBJECT.search(text, max(low, mark.start - 16), mark.start):
        return None
    told = _OBJECT.match(text, mark.end, high) if mark.verb in BOUND else None
    saying = _SAYING.search(text, mark.end, high) if mark.verb in _ACCUSING and not told else None
    accused = mark.verb in _ACCUSING and _OF_WHAT.match(text, mark.end, high)
    if mark.verb in BOUND and told is None and saying is None and not accused:
        return None
    subject, inverted = subject_of(text, max(scene.floor, low), mark.start), False
    who = speaker(subject, scene.sentence, text, scene.memory) if subject else None
    turned = mark.verb not in _TO_SOMEBODY and _AFTER_COMMA.search(
        text, max(low, mark.start - 4), mark.start
    )
    if who is None and turned:
        end = _NP_END.search(text, mark.end + 1, high)
        subject, inverted = (mark.end, end.start() if end else high), True
        if _SUFFERED.search(text, *subject):
            return None
        who = speaker(subject, scene.sentence, text, scene.memory)
    if mark.verb in _DECLARING and _DECREE.match(text, mark.end, high):
        return None
    if who is None or subject is None or (not inverted and _is_noun(mark, subject, scene)):
        return None
    if saying is not None:
        return Attribution(who.claimant, (saying.start(), high), who.party)
    span = _answered(mark, subject, inverted, scene)
    if span is None:
        return None
    return Attribution(who.claimant, span, who.party, _said_on(mark, subject, scene))


def _answered(mark: Mark, subject: Span, inverted: bool, scene: _Scene) -> Span | None:
    """What the speaker answers for: the words after the verb, or before a trailing 'X said'."""
    low, high = scene.sentence.span
    before = max(low, scene.floor)
    if before > low:  # who spoke before a semicolon answers for what he said
        before += scene.text[before : subject[0]].rfind("; ") + 1
    if inverted:
        return (before, mark.start) if mark.start > before else None
    tail = scene.text[mark.end : high]
    free = mark.verb not in BOUND  # of which what is said always comes after
    follows = free and subject[0] > before and _AFTER_COMMA.search(scene.text, low, subject[0])
    since = _SINCE_WHEN.search(scene.text, mark.end, high)
    added = _IN_ADDITION.search(scene.text, low, subject[0]) or _OPENER.fullmatch(
        scene.text, before, subject[0]
    )
    if follows and added and _CLAUSE_TAIL.match(tail):
        return mark.start, high
    if follows and _MEANWHILE.match(tail):
        return before, subject[0]
    if follows and not _NEW_CLAUSE.match(tail):
        if _PARENTHESIS.match(tail):
            return before, high
        if len(tail.split(";")[0].strip(" .")) < _SHORT_TAIL:
            return before, subject[0]
    if len(tail.strip(" .")) <= 1:
        return None
    return mark.start, since.start() if since else high


_SUFFERED = re.compile(
    r"\b(?:captured|killed|dead|wounded|hurt|hit|struck|shot|downed|destroyed|arrested|seized)$",
    re.IGNORECASE,
)
"""'A bombs B, says its leader captured': he says nothing."""
_MEANWHILE = re.compile(r"(?: (?:on |late |early )*\w+day)?, (?:as|while) ", re.IGNORECASE)
"""'Ten were killed, it said on Friday, as shelling went on': the last is the narrator's."""
_SINCE_WHEN = re.compile(
    r", (?:(?:an?|one|two|three|four|\d+|several) )?(?:days?|hours?|weeks?|months?|years?) after "
)
"""'They said they would talk, a day after B sent troops in': that is the narrator's."""


def _said_on(mark: Mark, subject: Span, scene: _Scene) -> date | None:
    """The day the verb carries: 'said on Saturday', or 'On Saturday, X said'."""
    text, low = scene.text, scene.sentence.span[0]
    for time in scene.sentence.times:
        if time.window is None or time.kind is not TimeKind.DATE or not time.window.is_one_day:
            continue
        start, end = time.span
        if 0 <= start - mark.end <= _DATE_REACH:
            if _TO_DATE.fullmatch(text, mark.end, start):
                return time.window.start
        elif end <= subject[0]:
            leads = text[low:start].strip().lower() in {"", "on", "late on", "early on", "in"}
            if leads and not text[end : subject[0]].strip(" ,") and "later" not in time.text:
                return time.window.start
        elif subject[1] <= start and end <= mark.start:
            return time.window.start
    return None


def _hearsay(scene: _Scene) -> Iterator[Attribution]:
    """'Reportedly' and 'is said to': nobody in particular answers for it."""
    low, high = scene.sentence.span
    if _HEARSAY_WORDS.isdisjoint(scene.sentence.words):
        return
    if match := _HEARSAY.search(scene.text, low, high):
        yield Attribution("reports", (_clause_start(scene.text, low, match.start()), high))


def _headline(scene: _Scene) -> Iterator[Attribution]:
    """'Doe: 12 killed' and '12 killed – ministry': a headline names its speaker at either end.

    Running text does so too, in short: there only one who is known to speak is believed to.
    """
    if not scene.sentence.heading and not (scene.sentence.numbers and ":" in scene.sentence.text):
        return
    low, high = scene.sentence.span
    for pattern, after in ((_COLON_HEAD, True), (_DASH_TAIL, False), (_COLON_TAIL, False)):
        if match := pattern.search(scene.sentence.text):
            named = (low + match.start(1), low + match.end(1))
            if any(time.span == named for time in scene.sentence.times):
                continue  # "Overnight: 40 drones"
            if after and _OF_BOTH.match(scene.text, named[1] + 1):
                continue
            who = speaker(named, scene.sentence, scene.text, scene.memory)
            if after and who is not None and who.claimant == who.party:
                continue  # "Ruritania: 26 dead" says where
            places = (n for n in scene.sentence.names if n.kind is NameKind.PLACE)
            if after and any(place.span == named for place in places):
                continue
            if who is not None and _is_label(who.claimant, scene):
                continue
            listed = pattern is _DASH_TAIL or "," in match[1]
            if listed and who is not None and _only_prints(who, scene):
                continue
            if who is not None and (scene.sentence.heading or who.party is not None):
                span = (named[1] + 1, high) if after else (low, low + match.start())
                yield Attribution(who.claimant, span, who.party)
