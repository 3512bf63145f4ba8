"""Where a meeting is held: the city and the building that the text gives to it."""

import re
from functools import cache

from reading.dateline import DATELINE
from reading.document import Document, Name, NameKind, Sentence
from reading.gate import Gated
from reading.talk_clauses import is_located, lead_of
from reading.talk_words import MEETING, MET, ROUND_OF
from reading.world import world

VENUE = Gated(
    r"\b((?:[A-ZÇÜÖŞİ][\w’'-]+ ){1,3}(?:Palace|Hotel|Residence|Kremlin|Hall|Center|Centre|Castle"
    r"|Mansion"
    r"|Embassy|Base)|White House|Oval Office)\b",
    flags=0,
)
PLACE_AFTER = 150
PLACE_BEFORE = 130
"""Characters from the meeting's word within which a place is where it is held."""
ON_A_PLACE = re.compile(r"\b(?:on|against|over|(?<!out )of|near|for)\s+(?:the )?$", re.IGNORECASE)
"""Before a city: it is the object of something, or only near, and nobody meets there."""
AS_HOST = re.compile(
    r"\s(?:(?:will|would|is|was|to|ready|set|due|again|once|on|\w+day|has|had|also|prepares)\s){0,5}"
    r"(?:hosts?|hosted|hosting)\b",
    re.IGNORECASE,
)
POST_IN = re.compile(
    r"\b(?:ambassador|embassy|envoy|based|born|office|correspondent|council|parliament"
    r"|lawmakers) (?:in|to|at) $",
    re.IGNORECASE,
)
"""Before a city: somebody's post is there."""
THEIR_WORD = re.compile(
    r"['’]s? (?:request|insistence|behest|invitation|initiative|suggestion|demand|urging|proposal"
    r"|expense|discretion)\b"
)
"""After a city that stands for its government: nobody meets "at Sylvania's request"."""
THOSE_IN_POWER = re.compile(
    r"(?:['’]s)? (?:authorities|government|regime|leadership|officials|side|delegation|team"
    r"|administration|junta)\b"
)
TOWN_OF = re.compile(
    r"\b(?:town|city|resort|capital|port|village|suburb|region|area) of $", re.IGNORECASE
)
PLANNED_FOR = re.compile(r"\b(?:planned|scheduled|set|slated|due) for $", re.IGNORECASE)
AT_TABLE = re.compile(r"\bat (?:the|one|a) table\b|\b(?:attend|take part|sit)(?:ed|s|ing)?\b")
AT_PLACE = re.compile(r"\b(?:in|at|inside) (?:the )?$", re.IGNORECASE)


def city_at(document: Document, sentence: Sentence, low: int, high: int) -> str | None:
    """The city nearest to the meeting's word at [low, high), else a region abroad ("in Alaska")."""
    if all(_city_named(document, name) is None for name in sentence.names):
        return _capital(document, sentence)
    preset = document.preset
    here = [
        name
        for name in sentence.names
        if _city_named(document, name)
        and _stands_as_place(document, name)
        and not NOT_THERE.search(sentence.text[: name.span[0] - sentence.span[0]])
        and not _is_at_war(document, sentence, name)
        and not _of_other_meeting(sentence, name, low, high)
    ]
    at = sentence.span[0] + low
    if capital := _capital(document, sentence):
        return capital
    for known in (preset.own_cities, preset.cities, preset.regions_abroad):
        found = [name for name in here if _city_named(document, name) in known]
        if found:
            return _city_named(document, min(found, key=lambda name: abs(name.span[0] - at)))
    return None


@cache
def _seats() -> tuple[re.Pattern[str], dict[str, str]]:
    """What stands "in the Kremlin": a pattern of all seats, and the city of each."""
    cities = {seat.name: seat.city for seat in world().seats}
    return re.compile(
        rf"\b(?:at|in|inside) (?:the )?({'|'.join(map(re.escape, cities))})\b"
    ), cities


def seat_of(sentence: Sentence) -> str | None:
    """The city of the seat of power in which they meet; who only speaks there meets nobody."""
    pattern, cities = _seats()
    found = pattern.search(sentence.text)
    if found is None or SPEAKS_THERE.search(sentence.text[: found.start()]):
        return None
    return cities[found.group(1)]


SPEAKS_THERE = re.compile(
    r"\b(?:officials?|spokes\w+|reporters|journalists|sources?|aides?|briefing|said|says|told"
    r"|speaking|added|staff|fellow)\b[^,;]{0,24}$",
    re.IGNORECASE,
)


def _is_at_war(document: Document, sentence: Sentence, name: Name) -> bool:
    """A town of one side's that "a ceasefire in" or "a withdrawal from" is of."""
    ours = document.preset.cities.get(_city_named(document, name) or "")
    before = sentence.text[: name.span[0] - sentence.span[0]]
    return ours in document.preset.party_names and OF_THE_WAR.search(before) is not None


OF_THE_WAR = re.compile(
    r"\b(?:guns|shells?|shelling|fighting|fights?|clash(?:es)?|battles?|bombs?|rockets?|missiles?"
    r"|drones?|hit|struck|bombed|shelled|killed|wounded|injured|dead|explosions?|blasts?)"
    r"(?: (?!talks|meet|negotiat|summit|mediat|truce)[\w-]+){0,3} (?:in|on|at|near"
    r"|around|across|over) (?:the )?$|"
    r"\b(?:cease-?fires?|truces?|fighting|withdraw\w*|pull-?(?:out|back)s?|clashes|battles?|siege"
    r"|offensive|blockade|attacks?|strikes?) (?:in|from|near|around|for|on|at)"
    r" (?:(?:the )?(?:[\w-]+ ){0,4}(?:city|port|town|region) of )?(?:the )?$",
    re.IGNORECASE,
)
"""Before a city: there the fighting is, or is to end."""


def _city_named(document: Document, name: Name) -> str | None:
    """The place that a name is printed as, even where the preset takes it for who rules there."""
    if name.kind is NameKind.PLACE:
        return name.canonical
    printed = document.text[slice(*name.span)]
    return printed if printed in document.preset.cities else None


NOT_THERE = re.compile(
    r"\b(?:(?:instead of|rather than|not|away from|(?:moved|shifted|switched|relocated|transferred)"
    r"(?: \w+){0,2} from)(?: in| to| at)?) (?:the )?$",
    re.IGNORECASE,
)
"""Before a city: the meeting was to be there, and is held elsewhere."""
CAPITAL = re.compile(r"\bin (?:the )?(?P<whose>[\w-]+(?: [A-Z][\w-]+)?)(?:['’]s?)? capital\b")


def _capital(document: Document, sentence: Sentence) -> str | None:
    """ "In the Sylvanian capital": the city that stands for that party in the papers."""
    found = CAPITAL.search(sentence.text)
    if found is None or AT_ANOTHER.search(sentence.text, 0, found.start()):
        return None
    at = sentence.span[0] + found.start("whose")
    whose = next((n.party for n in sentence.names if n.span[0] == at and n.party), None)
    party = document.preset.party(whose) if whose else None
    if party is None:
        return None
    places = [place for place in document.preset.places if place.kind == "city"]
    own = [place.name for place in places if place.party == whose]
    cities = {place.name for place in places}
    seat = next((alias for alias in party.aliases if alias in cities), None)
    return seat or (own[0] if len(own) == 1 else None)


MEANWHILE = re.compile(
    r";\s|,\s(?:even )?(?:as|while|whereas|though|although|but)\s"
    r"|\b(?:after|before|as|while|when)\s[^.;]{0,60}\b(?:struck|hit|shelled|bombed|attacked|killed"
    r"|slammed|raided|seized|captured)\b",
    re.IGNORECASE,
)
"""Between a meeting and a place: something else goes on there."""


def _of_other_meeting(sentence: Sentence, name: Name, low: int, high: int) -> bool:
    """A place belongs to the meeting word nearest to it, and to none that is far."""
    at = name.span[0] - sentence.span[0]
    compound = ROUND_OF.match(sentence.text, high)
    high = compound.end() if compound else high
    mine = max(at - high, low - at)
    if at >= high and high:
        between = sentence.text[high:at]
        if MEANWHILE.search(between) or SETS_OUT.search(between) or AT_ANOTHER.search(between):
            return True
    if high and ";" in sentence.text[max(at, 0) : low]:
        return True
    if high and (mine > PLACE_AFTER if at >= high else mine > PLACE_BEFORE):
        return True
    words = (
        *MEETING.finditer(sentence.text, sentence.stems),
        *MET.finditer(sentence.text, sentence.stems),
    )
    others = (
        found
        for found in words
        if not (low <= found.start() < high or FOR_THEM.search(sentence.text, found.end(), low))
    )
    return any(0 <= at - other.end() < mine and at >= other.end() for other in others)


AT_ANOTHER = re.compile(r"\bsince [^.;]{2,40}, (?:when|where) ", re.IGNORECASE)
"""Between a meeting and a place: an earlier one was there ("the first since May, when it met")."""
FOR_THEM = re.compile(r"[^.;]{0,80}\bfor (?:an? |the |their |its )?(?:[\w-]+ ){0,4}$")
"""From "meet in Rome" to "for a new round of talks": one meeting, named twice."""


def place_of(document: Document, sentence: Sentence) -> str | None:
    """The city in which the sentence sets a meeting, even one that it only speaks of."""
    found = MEETING.search(sentence.text, sentence.stems) or AT_TABLE.search(sentence.text)
    return city_at(document, sentence, found.start(), found.end()) if found else None


def _between_meetings(text: str, anchor: re.Match[str], place: int) -> bool:
    """Another meeting's word stands between this one's and the place that follows it."""
    compound = ROUND_OF.match(text, anchor.end())
    end = compound.end() if compound else anchor.end()
    return any(end < other.start() < place for other in MEETING.pattern.finditer(text))


IN_A_HOUSE = re.compile(
    r"(?:['’]s)? (?:[\w-]+ )?(?:villa|hotel|palace|residence|mansion|castle|ch[aâ]teau|suburb"
    r"|conference (?:centre|center))\b",
    re.IGNORECASE,
)
HEADING = re.compile(r":\s|\s[–—-]\s|,? (?:off|next|again|day (?:one|two|three|four|five|six))\b")
"""After a city at the head of a title: there the news is from."""


def _stands_as_place(document: Document, name: Name) -> bool:
    after = document.text[name.span[1] : name.span[1] + 60]
    before = document.text[max(0, name.span[0] - 24) : name.span[0]]
    if (
        POST_IN.search(before)
        or THEIR_WORD.match(after)
        or (THOSE_IN_POWER.match(after) and not AT_PLACE.search(before))
    ):
        return False
    return (
        (is_located(document, name) and not ON_A_PLACE.search(before))
        or TOWN_OF.search(before) is not None
        or PLANNED_FOR.search(before) is not None
        or AS_HOST.match(after) is not None
        or IN_A_HOUSE.match(after) is not None
        or (name.span[0] == 0 and name.kind is NameKind.PLACE and HEADING.match(after) is not None)
        or re.match(
            r"(?:['’]s)?[- ](?:(?!(?:to|for|in|at|from|on|of|and|mediated|brokered|sponsored)\b)"
            r"[\w’-]+ ){0,2}?"
            r"(?:talks|meeting|summit|round|negotiations?|session"
            r"|huddle|bilateral|trilateral|bargaining|consultations|encounter|parley|sit-down)\b",
            after,
        )
        is not None
    )


def venue_at(document: Document, sentence: Sentence, anchor: re.Match[str]) -> str | None:
    low, high = anchor.span()
    for name in sentence.names:
        before = sentence.text[: name.span[0] - sentence.span[0]]
        site = name.canonical in document.preset.sites and is_located(document, name)
        here = site and not ON_A_PLACE.search(before)
        if here and not _of_other_meeting(sentence, name, low, high):
            return name.canonical
    for found in VENUE.finditer(sentence.text, sentence.stems):
        spoken = any(
            n.span[0] <= sentence.span[0] + found.start() < n.span[1] and n.party
            for n in sentence.names
        )
        before, after = sentence.text[: found.start()], sentence.text[found.end() :]
        if _between_meetings(sentence.text, anchor, found.start()):
            continue
        if spoken and not (AT_PLACE.search(before) or MEETING.pattern.match(after.lstrip())):
            continue
        return re.sub(r"^(?:The|In|At|\w+['’]s?)\s+", "", found.group())
    return None


HERE = re.compile(
    r"\bhere\b|\bin the capital\b(?! of)"
    r"|\bin this (?:[\w-]+ ){0,3}(?:city|resort|town|capital|village|port)\b"
    r"|\bin the (?-i:[A-Z])[\w-]+ (?:[\w-]+ ){0,2}(?:city|resort|town|port)\b(?! of)",
    re.IGNORECASE,
)
LEAD = 4


def city_of_lead(document: Document) -> str | None:
    """The city that title and lead set the news in, where they name but one outside the war.

    Failing that it is the dateline's: there, or "here", the reporter saw the delegations.
    """
    sides = document.preset.party_names
    abroad = {city for city, party in document.preset.cities.items() if party not in sides}
    lead = [s for s in document.sentences if s.index in lead_of(document, LEAD)]
    hosts = {p.name for p in document.preset.places if p.name in abroad}
    told = _dateline(document, hosts)
    if any(says_here(s) for s in lead):
        there = _dateline(document, set(document.preset.cities))
        if there:
            return there
    named = {
        city
        for sentence in lead
        for name in sentence.names
        if (city := _city_named(document, name)) in abroad
        and city is not None
        and (_stands_as_place(document, name) or _left(document, name))
        and not MEETING.pattern.search(sentence.text[: name.span[0] - sentence.span[0]][-60:])
        and not MEANWHILE.search(sentence.text[: name.span[0] - sentence.span[0]])
        and not YET_TO_COME.search(sentence.text[: name.span[0] - sentence.span[0]])
    }
    named = named & hosts or named
    return named.pop() if len(named) == 1 else told


_ON_THE_WAY = (
    r"(?:heads?|heading|flies|flying|travels?|travelling|off|on (?:his|her|their|its) way)"
)
SETS_OUT = re.compile(
    rf"\b(?:as|while|before|after) (?:[\w’'.-]+ ){{1,3}}{_ON_THE_WAY} (?:to|for) $", re.IGNORECASE
)
"""Between a meeting and a city: somebody is going there from the meeting."""
YET_TO_COME = re.compile(
    r"\b(?:will|would|could|may|might|is (?:due|expected|set) to|plans to) (?:[a-z]+ )?"
    r"(?:host|visit|travel|fly|receive|welcome|go|meet)\b"
    rf"|\b{_ON_THE_WAY} (?:to|for)\b",
    re.IGNORECASE,
)
"""Before a city: somebody is to be there another time."""
HEADED = re.compile(r"\W*(?P<city>[A-Z][\w’'. -]{2,28}?)(?::|\s[–—-]|,)\s")


def city_headed(document: Document) -> str | None:
    """The city before the colon of a headline ("Brobdir: talks enter second day")."""
    title = document.sentences[0]
    found = HEADED.match(title.text)
    if found is None:
        return None
    city, end = found["city"].strip(), found.end()
    listed = found.group().rstrip().endswith(",") and any(n.span[0] == end for n in title.names)
    return None if listed else city if city in document.preset.cities else None


def says_here(sentence: Sentence) -> bool:
    """True where the reporter speaks of the place that the dateline names."""
    return HERE.search(sentence.text) is not None


LEFT = re.compile(r"\b(?:leaves?|left|leaving|quits?|departs?|departed|out of) $")


def _left(document: Document, name: Name) -> bool:
    before = document.text[max(0, name.span[0] - 16) : name.span[0]]
    return LEFT.search(before) is not None


def _dateline(document: Document, cities: set[str]) -> str | None:
    found = DATELINE.match(document.article.text)
    if found is None:
        return None
    return next((city for city in cities if city.upper() == found["city"].upper()), None)


SINCE_THEN = re.compile(
    r"\W*(?:(?:only|just|barely|shortly|soon|hours|minutes|days|a|an|few|the|day|hour) )*"
    r"(?:after|before|as|while)\b[^,;]*,",
    re.IGNORECASE,
)
TOLD_IN = re.compile(
    r"\b(?:told|briefed|addressed) (?:reporters|journalists|the press|a (?:news|press) \w+)"
    r" (?:in|at) (?-i:[A-Z])(?![\w ]*, where\b)"
)
"""Of a meeting to come: the town is where somebody spoke of it."""
FIRE = re.compile(
    r"\b(?:struck|strikes?|attack(?:s|ed)?|hit|shell(?:s|ed|ing)|bomb(?:s|ed|ing)?|drones?|missiles?"
    r"|explosions?|blasts?|air raid)\b",
    re.IGNORECASE,
)


def fired_upon_since(text: str, anchor: re.Match[str]) -> bool:
    """ "Hours after the talks ended, drones struck X": X is no place of talks."""
    opening = SINCE_THEN.match(text)
    if opening is None or anchor.end() > opening.end():
        return False
    return FIRE.search(text, opening.end()) is not None
