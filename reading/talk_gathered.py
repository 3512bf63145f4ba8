"""A meeting told by its setting alone: both sides' men in one city on the day of the news.

Well-written news need not say that talks were held: "negotiators were back in separate rooms", "the
two ministers emerged from a hotel with five decisions". Who is there, where, when, and a word of
negotiation tell as much. Asked only where no meeting is told in plain words.
"""

import re
from collections.abc import Collection, Iterator

from reading.document import Document, Name, NameKind, Sentence
from reading.facts import RoundStatus, Window
from reading.gate import Gated
from reading.talk_clauses import acting_names, lead_of, parties_of, whole
from reading.talk_days import FRESH, SAID_ON, STRAIGHT_AFTER, days_in
from reading.talk_hearing import Heard
from reading.talk_length import minutes_of
from reading.talk_parties import parties_of_lead
from reading.talk_people import track_of
from reading.talk_places import city_at, city_of_lead
from reading.talk_words import ORDINALS
from reading.unsaid import tells_no_meeting

LEAD = 3
_MEN = Gated(
    r"\b(?:negotiators?|delegat(?:ions?|es)|envoys?|ministers|leaders|diplomats"
    r"|(?:the|two|both|negotiating) teams|generals|commanders|presidents|mediators?"
    r"|brigadiers|officers|representatives"
    r"|the two (?:men|sides))\b"
)
NEGOTIATE = Gated(
    r"\b(?:talks|negotiat(?:e|es|ed|ing|ions?)|session|round|conversations?|contacts|exchanges"
    r"|discuss\w+|summit|mediat\w+"
    r"|signing|signed|handshake|sh(?:ake|ook) hands|agreed|decisions|framework|separate rooms"
    r"|one table|the table|compromise|U-shaped table|part(?:ed)? (?:in|with)|encounter"
    r"|consultations)\b"
)
ROUND_TOLD = re.compile(rf"\b(?:{'|'.join(ORDINALS)}) round\b", re.IGNORECASE)
_REMOTE = re.compile(
    r"\b(?:phone|telephone\w*|video|online|virtual\w*|letters?|call(?:s|ed)?|hotline)\b",
    re.IGNORECASE,
)
_ATTACK = re.compile(
    r"\b(?:kill\w*|struck|strikes?|shell\w*|bomb\w*|raid\w*|attack\w*|wound\w*|drones?|missiles?"
    r"|bodies|remains|handed over|swap\w*|came home)\b",
    re.IGNORECASE,
)
"""News of another sort, in which both sides' men are named too."""
_STRUCK = re.compile(
    r"\b(?:kill(?:s|ed)|struck|strikes?|shells?|shell(?:ed|ing)|bomb(?:s|ed)|raids?|wound(?:s|ed)"
    r"|drones?|missiles?|airstrikes?)\b(?! (?:an? )?(?:[\w-]+ )?(?:deals?|accord|agreement|pact))",
    re.IGNORECASE,
)
"""In the title: the news is an attack."""
_NOT_MET = re.compile(
    r"\b(?:cancel\w*|postpon\w*|call(?:s|ed)? off|scrapp\w*|fell through|shelved|refus\w+"
    r"|boycott\w*|seek(?:s|ing)?|sought|stay\w* away|suspend\w*|broke off|recall\w*"
    r"|will not|did not|urged|neither|nobody|nothing signed|den(?:y|ies|ied)"
    r"|no (?:[\w-]+ ){0,2}?(?:talks|negotiations|meetings?|contacts?|dialogue|delegations?)"
    r"|called (?:for|on)|anniversary|years? (?:ago|after|since)"
    r"|(?:days?|weeks?|months?) after)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|(?:is|are|was|were) (?:due |set |expected |scheduled )?to|due|planned"
    r"|scheduled|ahead of|before)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
"""Before a day: it is yet to come, or of something else."""
_BEGUN = re.compile(
    r"\b(?:beg[ai]ns?|begun|start(?:s|ed)?|open(?:s|ed)|under way|were back|back (?:in|at)|resum\w+"
    r"|return(?:s|ed)? to the"
    r"|continu\w+|(?:second|third|fourth) day)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:end(?:s|ed)|conclud\w+|part(?:ed)?|emerged|agreed?|signed?|signing|closed|wrapp\w+"
    r"|came to (?:its|an) (?:end|close)|produced|decisions|shook hands|shake hands)\b",
    re.IGNORECASE,
)


def gathered(document: Document) -> Heard | None:
    """The meeting that title and lead set out without naming it; None where they do not."""
    title = document.sentences[0] if document.sentences else None
    if title is None or tells_no_meeting(title) or _NOT_MET.search(title.text):
        return None
    if _STRUCK.search(title.text):
        return None
    lead = lead_of(document, LEAD)
    scene = [s for s in document.sentences[1:] if s.index in lead and not tells_no_meeting(s)]
    told = (_told(document, title, s) for s in scene)
    return next((one for one in told if one is not None), None)


def _told(document: Document, title: Sentence, sentence: Sentence) -> Heard | None:
    text = sentence.text
    if not _negotiates(title, sentence) or _NOT_MET.search(text) or _REMOTE.search(text):
        return None
    window = _day(document, sentence)
    if window is None or _ATTACK.search(text):
        return None
    who = _who(document, title, sentence)
    city = city_at(document, sentence, 0, 0) or city_at(document, title, 0, 0)
    city = city or city_of_lead(document)
    known = city or ROUND_TOLD.search(title.text) or minutes_of(text)
    if not who or not (known or _face_to_face(document, sentence)):
        return None
    begun = _BEGUN.search(f"{title.text} {text}") and not _OVER.search(f"{title.text} {text}")
    return Heard(
        index=sentence.index,
        span=sentence.span,
        status=RoundStatus.UNDER_WAY if begun else RoundStatus.ENDED,
        weight=2,
        parties=who,
        window=window,
        city=city,
        minutes=minutes_of(text),
        named=True,
    )


def _face_to_face(document: Document, sentence: Sentence) -> bool:
    """Two sides' own people are named together: no city need be known."""
    people = {n.party for n in sentence.names if n.kind is NameKind.PERSON}
    return len(people & set(document.preset.party_names)) > 1


def _negotiates(title: Sentence, sentence: Sentence) -> bool:
    """A word of negotiation in the sentence, or in the title of what its men do there."""
    own = NEGOTIATE.search(sentence.text, sentence.stems)
    return own is not None or NEGOTIATE.search(title.text, title.stems) is not None


def _day(document: Document, sentence: Sentence) -> Window | None:
    """The one day, just past, on which they were there."""
    today = document.ref.date()
    for time in days_in(sentence):
        window = time.window
        if window is None or not window.is_one_day or not today - FRESH <= window.end <= today:
            continue
        at, end = (edge - sentence.span[0] for edge in time.span)
        before = sentence.text[:at]
        if _AHEAD.search(before):
            continue
        if SAID_ON.search(before) and not STRAIGHT_AFTER.match(sentence.text, end):
            continue
        return window
    return None


def _who(document: Document, title: Sentence, sentence: Sentence) -> frozenset[str]:
    """The pair that sits together: named in the sentence, or with the title, as men or by name."""
    here = set(parties_of(_there(document, sentence)))
    both = here | set(parties_of(_there(document, title)))
    people = {n.party for n in sentence.names if n.kind is NameKind.PERSON}
    sides = set(document.preset.party_names)
    if len(people) > 1 and not people & sides and not here & sides:
        return frozenset()
    if sentence.index > 1 and _THEY.search(sentence.text):
        # "For five hours they had been with B": they are those of the sentence before.
        near = document.sentences[sentence.index - 1]
        they = {n.party for n in near.names if n.kind is NameKind.PERSON and n.party}
        here, people = here | they, people | they
    if not (_has_men(sentence) or len(people) > 1):
        return frozenset()
    return (
        next(pairs_of(document, here), None)
        or next(pairs_of(document, both), frozenset())
        or (parties_of_lead(document) if here else frozenset())
    )


def _has_men(sentence: Sentence) -> bool:
    """Whether those who negotiate are named, beside one who only tells of it."""
    men = _MEN.finditer(sentence.text, sentence.stems)
    return any(m.group().endswith("s") or not _SPEAKS.match(sentence.text, m.end()) for m in men)


_SPEAKS = re.compile(
    r"(?:,? [\w’'.-]+){0,5},? (?:said|says|told|announced|announces|wrote|added|confirmed)\b"
)


def _there(document: Document, sentence: Sentence) -> list[Name]:
    """Those who act in the sentence, but for the two between whom a war or a peace only is."""
    acting = acting_names(document, whole(sentence))
    return [name for name in acting if not is_matter(document, sentence, name)]


def is_matter(document: Document, sentence: Sentence, name: Name) -> bool:
    """True for those whose war or peace is spoken of: nobody says that they are there."""
    before = sentence.text[: name.span[0] - sentence.span[0]]
    return bool(_MATTER.search(before) or _WAR_OF.match(document.text, name.span[1]))


_MATTER = re.compile(
    r"\b(?:war|conflict|fighting|peace|deal|cease-?fire|truce|hostilities|tensions?|crisis)"
    r"(?: \w+){0,3} (?:between|of|among|in|with|against|on)\b[^.;,]{0,50}$",
    re.IGNORECASE,
)
_WAR_OF = re.compile(
    r"(?:[-–][A-Z]\w+)?(?:['’]s)? (?:war|conflict|peace|cease-?fire|truce|crisis|front"
    r"|(?:air ?|drone |missile )?(?:attacks?|strikes?|raids?)|assault|offensive|bombardment)\b"
)


_THEY = re.compile(r"\bthey (?:had |have )?(?:been|sat|met|spent|stayed|talked)\b", re.IGNORECASE)


def pairs_of(document: Document, named: Collection[str]) -> Iterator[frozenset[str]]:
    """Both sides first, then any other pair that the preset knows to meet."""
    sides = frozenset(document.preset.party_names)
    if sides <= set(named):
        yield sides
    for track in sorted(document.preset.tracks, key=lambda t: -len(t.parties)):
        pair = frozenset(track.parties)
        if pair <= set(named) and track_of(document, pair):
            yield pair
