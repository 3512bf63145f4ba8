"""Who answers for what is said: speakers, reporting verbs and quotations, sentence by sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reading.document import Attribution, Name, NameKind, Sentence, TimeExpression, TimeKind
from reading.facts import Span

_SAY = (
    r"sa(?:id|ys)|say|told|tells|claim(?:s|ed)?|report(?:s|ed)?|confirm(?:s|ed)?|announc(?:e|es|ed)"
    r"|add(?:s|ed)|wr(?:ote|ites)|post(?:s|ed)|stat(?:es|ed)|not(?:es|ed)|estimat(?:e|es|ed)|insist(?:s|ed)?"
    r"|alleg(?:e|es|ed)|acknowledg(?:e|es|ed)|declar(?:e|es|ed)|explain(?:s|ed)|argu(?:es|ed)|reveal(?:s|ed)"
    r"|assert(?:s|ed)?|warn(?:s|ed)?|specif(?:ies|ied)|clarif(?:ies|ied)|recall(?:s|ed)|admit(?:s|ted)"
    r"|den(?:y|ies|ied)|tweet(?:s|ed)|inform(?:s|ed)|emphasi[sz](?:es|ed)|stress(?:es|ed)|suggest(?:s|ed)?"
    r"|maintain(?:s|ed)|reiterat(?:es|ed)|conced(?:es|ed)|indicat(?:es|ed)|vow(?:s|ed)|pledg(?:es|ed)"
    r"|threaten(?:s|ed)|accus(?:es|ed)|blam(?:es|ed)|record(?:s|ed)|counted|put"
)
_VERB = re.compile(rf"\b(?P<verb>{_SAY})\b", re.IGNORECASE)
_ACCORDING = re.compile(
    r"\b(?:according\s+to|in\s+the\s+words\s+of|as\s+(?:reported|stated|claimed|announced|confirmed)\s+by|as\s+told\s+by)\s+",
    re.I,
)
_HEARSAY = re.compile(
    r"\breportedly\b|\b(?:is|are|was|were)\s+(?:reported|said|believed|understood|thought)\s+to\b"
    r"|\b(?:unconfirmed|media|initial|preliminary)\s+reports\b",
    re.IGNORECASE,
)
# These need an object to be speech: 'reported that', 'confirmed: ', not 'the reported attack'.
_TRANSITIVE = frozenset({"put", "counted", "blamed", "accused", "vowed", "threatened", "pledged"})
_CLAUSE = re.compile(
    r"[;:—–()“”\"]|,|\s-\s|\b(?:and|but|while|as|that|when|after|where|which|who|because|although|though|if|before|since|whether|with)\b",
    re.I,
)
_ARTICLE = re.compile(
    r"^(?:an?|the|some|its|their|his|her|one|another|two|several|both)\s+", re.IGNORECASE
)
_ADVERB_TAIL = re.compile(
    r"(?:\s+(?:also|later|earlier|then|has|have|had|first|only|once|again|separately|repeatedly|reportedly"
    r"|previously|now|already|subsequently|initially|\w+ly|would|will|did\s+not|would\s+not))+$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:On|In|At|By|Earlier|Later|Meanwhile|However|Still|Also|Yesterday|Today|But|And|Yet|So|Separately)\b,?\s*",
    re.I,
)
_PRONOUN = re.compile(r"^(?:he|she|it|they|we|i)$", re.IGNORECASE)
_NP_END = re.compile(
    r"[,.;:!?()“”\"—–]|\s-\s|\b(?:who|which|that|said|told|was|were|is|are|has|have|had|on|in\s+an?|as|and\s+(?:that|the\s+\w+\s+(?:was|were)))\b"
)
_SAID_WORDS = re.compile(r"[^,;:.“\"]{0,48}$")
_QUOTES = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something: canonical or in the words used, with the party where known."""

    claimant: str
    party: str | None = None
    person: bool = False


@dataclass(slots=True)
class _Memory:
    """Who has spoken so far, so that 'he' and 'the negotiator' find their names."""

    spoken: list[Speaker]
    last_person: Speaker | None = None
    described: list[str] | None = None


def attribute(sentences: Sequence[Sentence], text: str) -> list[Sentence]:
    """The sentences with their attributions, in text order; quotes carry over to the next ones."""
    memory = _Memory([])
    done = [_attributed(sentence, text, memory) for sentence in sentences]
    return _carry_quotes(done, text)


def _attributed(sentence: Sentence, text: str, memory: _Memory) -> Sentence:
    if sentence.heading and sentence.index == 0:
        found = _headline(sentence, text, memory) + _find(sentence, text, memory)
    else:
        found = _find(sentence, text, memory)
    _remember(sentence, found, memory)
    return replace(sentence, attributions=tuple(found)) if found else sentence


def _find(sentence: Sentence, text: str, memory: _Memory) -> list[Attribution]:
    low, high = sentence.span
    found: list[Attribution] = []
    for match in _ACCORDING.finditer(text, low, high):
        if attribution := _according(match, sentence, text, memory, found):
            found.append(attribution)
    floor = low
    for match in _VERB.finditer(text, low, high):
        if attribution := _said(match, sentence, text, memory, floor):
            found.append(attribution)
            floor = match.end()
    found += _hearsay(sentence, text, found)
    return sorted(found, key=lambda a: a.span)


def _according(
    match: re.Match[str], sentence: Sentence, text: str, memory: _Memory, earlier: list[Attribution]
) -> Attribution | None:
    low, high = sentence.span
    end = _NP_END.search(text, match.end() + 1, high)
    stop = end.start() if end else high
    speaker = _speaker((match.end(), stop), sentence, text, memory)
    if speaker is None:
        return None
    opened = _clause_start(text, low, match.start())
    if not text[opened : match.start()].strip(' ,"“') or match.start() - low < 2:
        span = (low if match.start() - low < 2 else opened, high)
    else:
        start = max([low, *(a.span[1] for a in earlier if a.span[1] <= match.start())])
        span = (start, match.start())
    return Attribution(speaker.claimant, span, speaker.party, None)


def _clause_start(text: str, low: int, position: int) -> int:
    """Start of the clause the position is in: after the last semicolon or ', and'."""
    start = low
    for boundary in re.finditer(r";\s|[,]\s+(?:and|but|while)\s", text[low:position]):
        start = low + boundary.end()
    return start


def _said(
    match: re.Match[str], sentence: Sentence, text: str, memory: _Memory, floor: int
) -> Attribution | None:
    low, high = sentence.span
    verb = match["verb"].lower()
    after = text[match.end() : min(high, match.end() + 60)]
    subject = _subject(text, max(floor, low), match.start())
    if _passive(text, match.start(), low):
        return None
    inverted = subject is None and _ends_comma(text, low, match.start())
    if inverted:
        end = _NP_END.search(text, match.end() + 1, high)
        subject = (match.end(), end.start() if end else high)
    if subject is None or (verb in _TRANSITIVE and not re.match(r"\s+(?:that|to)\b", after)):
        return None
    speaker = _speaker(subject, sentence, text, memory)
    if speaker is None:
        return None
    span = _answers_for(match, subject, inverted, sentence, text, floor)
    if span is None:
        return None
    return Attribution(
        speaker.claimant, span, speaker.party, _said_on(match, subject, sentence, text)
    )


def _passive(text: str, start: int, low: int) -> bool:
    return bool(
        re.search(
            r"\b(?:is|are|was|were|been|be|being|to|the|a|an|of|as)\s+(?:also\s+)?$",
            text[max(low, start - 16) : start],
            re.I,
        )
    )


def _ends_comma(text: str, low: int, start: int) -> bool:
    return bool(re.search(r"[,”\"!?]\s*$", text[max(low, start - 4) : start]))


def _subject(text: str, low: int, verb: int) -> Span | None:
    """The words that the verb belongs to: back to the clause boundary, adverbs taken off."""
    start = max(low, verb - 120)
    for boundary in _CLAUSE.finditer(text, start, verb):
        start = boundary.end()
    end = verb
    words = text[start:end].rstrip()
    if not words.strip():
        return _before_apposition(text, low, verb)
    if tail := _ADVERB_TAIL.search(words):
        words = words[: tail.start()]
    lead = len(words) - len(words.lstrip())
    if not words.strip() or words.count(" ") > 12:
        return None
    return start + lead, start + len(words)


def _before_apposition(text: str, low: int, verb: int) -> Span | None:
    """'Jane Doe, the minister, said': the name stands before the commas."""
    head = text[max(low, verb - 160) : verb]
    match = re.search(
        r"(?:^|[.;:,“”\"]\s*|\b(?:and|but|while|as|that)\s)([^,;:“”\"]{2,60}),\s[^,;:“”\"]{2,90},\s*$",
        head,
    )
    if match is None:
        return None
    base = verb - len(head)
    return base + match.start(1), base + match.end(1)


def _answers_for(
    match: re.Match[str], subject: Span, inverted: bool, sentence: Sentence, text: str, floor: int
) -> Span | None:
    """What the speaker answers for: the words after the verb, or those before a trailing 'X said'."""
    low, high = sentence.span
    head = text[low : subject[0]] if not inverted else text[low : match.start()]
    tail = text[match.end() : high]
    trailing = inverted or (
        re.search(r"[,”\"!?]\s*(?:and\s+|as\s+)?$", head)
        and not re.match(r"\s+(?:that\b|[:,]?\s*[“\"])", tail)
        and _short_tail(tail, sentence, match.end())
    )
    if trailing:
        start = floor if floor > low else low
        return (start, subject[0] if not inverted else match.start())
    if len(tail.strip(" .")) < 2:
        return None
    return match.start(), high


def _short_tail(tail: str, sentence: Sentence, start: int) -> bool:
    """After a trailing 'X said' there is at most when and where: no further clause."""
    return len(tail.strip(" .")) < 70 and not re.search(r"\bthat\b", tail)


def _said_on(match: re.Match[str], subject: Span, sentence: Sentence, text: str):  # type: ignore[no-untyped-def]
    """The day the verb carries: 'said on Saturday', or 'On Saturday, X said'."""
    for time in sentence.times:
        if time.window is None or time.kind is not TimeKind.DATE or not time.window.is_one_day:
            continue
        start = time.span[0]
        between = text[match.end() : start]
        if 0 <= start - match.end() <= 50 and _direct(between):
            return time.window.start
        lead = text[sentence.span[0] : start].strip().lower()
        if time.span[1] <= subject[0] and lead in {"", "on", "late on", "early on", "in"}:
            gap = text[time.span[1] : subject[0]]
            if re.fullmatch(r"[\s,]*", gap):
                return time.window.start
    return None


def _direct(between: str) -> bool:
    return (
        bool(_SAID_WORDS.match(between))
        and not re.search(r"\bthat\b|[,;:“\"]", between)
        and not re.search(r"\b(?:will|would|had|was|were|has|have|is|are|been)\b", between)
    )


def _speaker(span: Span, sentence: Sentence, text: str, memory: _Memory) -> Speaker | None:
    """Who the words name: a name of the preset, somebody named earlier, else the words."""
    words = _cleaned(text[span[0] : span[1]])
    if not words or len(words) > 90:
        return None
    if _PRONOUN.match(words):
        return memory.last_person or (memory.spoken[-1] if memory.spoken else None)
    names = [n for n in sentence.names if span[0] <= n.span[0] and n.span[1] <= span[1]]
    for kind in (NameKind.PERSON, NameKind.BODY, NameKind.AGENCY):
        for name in names:
            if name.kind is kind and not _possessor(name, text, span):
                return Speaker(name.canonical, name.party, kind is NameKind.PERSON)
    return _described(words, names, text, span, memory)


def _possessor(name: Name, text: str, span: Span) -> bool:
    """'Zelensky's office' is not Zelensky."""
    return text[name.span[1] : name.span[1] + 2] in {"'s", "’s"} and name.span[1] + 3 < span[1]


def _described(
    words: str, names: list[Name], text: str, span: Span, memory: _Memory
) -> Speaker | None:
    parties = {n.party for n in names if n.party and n.kind in {NameKind.PARTY, NameKind.PLACE}}
    party = parties.pop() if len(parties) == 1 else None
    whole = [n for n in names if n.kind is NameKind.PARTY and not n.adjective]
    if len(whole) == 1 and _bare(words) == _bare(text[whole[0].span[0] : whole[0].span[1]]):
        return Speaker(whole[0].canonical, whole[0].party)
    if not re.search(r"[A-Za-z]{2}", words) or not _speaks(words):
        return None
    if known := _known(words, party, memory):
        return known
    return Speaker(words, party)


def _bare(words: str) -> str:
    return _ARTICLE.sub("", words).strip().lower()


_SPEAKERS = re.compile(
    r"\b(?:officials?|authorit(?:y|ies)|minist(?:ry|er|ers)|spokes\w+|military|army|force|forces|police|governor|mayor"
    r"|president|leader|leaders|negotiators?|envoy|diplomats?|sources?|analysts?|strategist|experts?|commander|general"
    r"|government|office|agency|service|services|administration|media|reports?|witnesses|residents|medics|hospital"
    r"|doctors|delegation|head|chief|staff|secretary|ambassador|council|command|group|organi[sz]ation|movement|council"
    r"|prosecutors?|rescuers?|defen[cs]e|kremlin|statement|aide|adviser|advisor|lawmakers?|mediators?|intelligence"
    r"|channel|newspaper|outlet|network|website|monitors?|ministers?|observers?|committee|department|company|operator"
    r"|militants?|rebels|fighters|parliament|embassy|union|nations|chairman|deputy|officer|staffer|journalists?|correspondents?"
    r"|people|members?|representatives?|team|side|sides|parties|party|bank|agencies|locals|survivors?|volunteers?|firefighters)\b",
    re.IGNORECASE,
)


def _speaks(words: str) -> bool:
    """Somebody who can speak: a role, a body, or a capitalised name."""
    return bool(
        _SPEAKERS.search(words) or re.search(r"\b[A-Z][\w’'-]+", words)
    ) and not words.endswith(("ing", "ed"))


def _known(words: str, party: str | None, memory: _Memory) -> Speaker | None:
    """'The negotiator' is the nearest earlier, fuller 'Russian negotiator'."""
    bare = _bare(words)
    for speaker in reversed(memory.spoken):
        name = speaker.claimant.lower()
        if name != bare and name.endswith(f" {bare}") and (party is None or party == speaker.party):
            return speaker
    return None


def _cleaned(words: str) -> str:
    words = words.strip(" ,.;:\"“”'’—–-\n\t")
    words = _ARTICLE.sub("", words)
    return " ".join(words.split())


def _remember(sentence: Sentence, found: list[Attribution], memory: _Memory) -> None:
    people = {n.canonical: n for n in sentence.names if n.kind is NameKind.PERSON}
    for attribution in found:
        person = attribution.claimant in people
        speaker = Speaker(attribution.claimant, attribution.party, person)
        memory.spoken.append(speaker)
    if people:
        spoken = [a for a in found if a.claimant in people]
        canonical = spoken[-1].claimant if spoken else next(iter(people))
        memory.last_person = Speaker(canonical, people[canonical].party, True)


def _hearsay(sentence: Sentence, text: str, found: list[Attribution]) -> list[Attribution]:
    """'Reportedly' and 'is said to': nobody in particular answers."""
    if found or (match := _HEARSAY.search(text, *sentence.span)) is None:
        return []
    return [
        Attribution(
            "reports", (_clause_start(text, sentence.span[0], match.start()), sentence.span[1])
        )
    ]


def _headline(sentence: Sentence, text: str, memory: _Memory) -> list[Attribution]:
    """'Kyiv: 12 killed' and '12 killed - ministry': a headline's speaker stands before or after."""
    return []


def _carry_quotes(sentences: list[Sentence], text: str) -> list[Sentence]:
    """A quotation that runs over several sentences has one speaker."""
    done = list(sentences)
    for first, last in _quoted_runs(done, text):
        speaking = [a for s in done[first : last + 1] for a in s.attributions]
        if not speaking:
            continue
        for index in range(first, last + 1):
            if not done[index].attributions:
                given = replace(speaking[0], span=done[index].span)
                done[index] = replace(done[index], attributions=(given,))
    return done


def _quoted_runs(sentences: list[Sentence], text: str) -> list[tuple[int, int]]:
    """First and last sentence of every quotation that crosses a sentence boundary in its paragraph."""
    runs: list[tuple[int, int]] = []
    opened: int | None = None
    paragraph = -1
    for index, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            opened, paragraph = None, sentence.paragraph
        for mark in _QUOTES.finditer(text, *sentence.span):
            if mark.group() == "“" or (mark.group() == '"' and opened is None):
                opened = index
            elif opened is not None:
                if opened != index:
                    runs.append((opened, index))
                opened = None
    return runs
