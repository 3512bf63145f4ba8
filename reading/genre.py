"""What sort of piece an article is, from its title, address and voice.

Opinion, analysis and features recall events that others reported; they report none themselves.
A live blog or briefing reports whatever its headline says after its standing label.
"""

import re
from datetime import date, datetime, timedelta
from enum import StrEnum

from reading.facts import Article


class Genre(StrEnum):
    """How far an article may be taken to report what it tells."""

    NEWS = "news"
    OPINION = "opinion"
    """Opinion, analysis, feature, explainer, quiz, podcast: recalls, does not report."""
    FURNITURE = "furniture"
    """A standing page without a headline of its own: live thread, list of key events."""


_OPINION_TITLE = re.compile(
    r"^\W*(?:opinion|op-?ed|editorial|comment|commentary|analysis|column|columnist|explainer|explained"
    r"|letters?|podcast|listen|quiz|review|book review|interview|essay|profile|feature"
    r"|fact[ -]?check"
    r"|photos|in pictures|the week in|perspective|viewpoint|long read|newsletter)\b\s*[:|\-–—]"
    r"|[|:\-–—]\s*(?:opinion|op-?ed|editorial|analysis|letters|podcast|explainer|comment)\s*$"
    r"|\|(?!.*\b(?:report|news|live|updates?|world|today|post|times|tribune|herald|guardian"
    r"|journal|press|radio|tv|agency|daily|crisis|war|conflict|monitor)\b)"
    r"\s*(?-i:(?!The |Al )[A-Z])[\w.’'-]+(?: (?-i:[A-Z])[\w.’'-]+){1,3}\s*$"
    r"|^(?:why|how|what|who|where|when|will|can|could|should|is|are|does|do|did|has|have)\b[^?]*\?\s*$"
    r"|^(?!what(?:[’']s| is) known|what to know about)"
    r"(?:why|how|what(?: to (?:know|watch)|’s|'s| are| is)?)\b(?! we know)"
    r"(?!.* (?:says?|said)\b)"
    r"|^(?:look(?:ing)? ahead|\d+ (?:things|reasons|takeaways|charts|ways|questions))\b"
    r"|\b(?:storylines|things|what) to (?:watch|know(?! about)|expect)\b"
    r"|\bexplained$|^\W*q\s?&\s?a\b",
    re.IGNORECASE,
)
_OPINION_URL = re.compile(
    r"/(?:opinions?|commentisfree|comment|op-?eds?|editorials?|analysis|columns?|columnists?|blogs?"
    r"|podcasts?|letters|features?|long-?reads?|explainers?|perspectives?|ideas|reviews?|books"
    r"|quiz|fact-?check|newsletters?)(?:/|-\d|$)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\blist of key events\b|\blive thread\b"
    r"|^\W*(?:morning|evening|daily|weekly) (?:briefing|digest)"
    r"|\bin pictures\b|\bhighlights from\b|\bcartoon\b|^\W*timeline\b|\btimeline:",
    re.IGNORECASE,
)
# A quotation may run on past the end of what is looked at.
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)|‘[^’]*’(?=\W|$)")
_FIRST_PERSON = re.compile(
    r"(?<!\bWar )(?<!\bPhase )(?<!\bphase )(?<!\bPart )(?<!\bArticle )(?<!\bStage )\bI\b(?!-)"
    r"|\b(?:my|our|We think|we think|us all)\b(?!-)"
)
"""Who speaks of himself; no "World War I"."""
_OF_ITS_SIDE = re.compile(
    r"\b(?:our|my) (?:own )?(?:(?:special |own )?(?:correspondents?|reporters?)|newsroom"
    r"|air defen[cs]es?|air defenders|defenders|soldiers|troops|forces|units|warriors|military"
    r"|region|oblast|district|territory)\b",
    re.IGNORECASE,
)
"""'Drones over our region were downed': so the press of a land at war tells what officials say."""
_TOLD = re.compile(r"\b(?:reported|report|according to|said|told|wrote|stated|informed)\b")
_LEAD = 700
_BROADCAST = re.compile(
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?:20)?\d\d)?: .*\b(?:news|report|morning|evening"
    r"|tonight|today|weekend|nation|minutes|show|hour|edition|broadcast|programme|program|takeout"
    r"|briefing|headlines)\b",
    re.IGNORECASE,
)
"""'8/29: Morning News': a broadcaster's upload, which its feed may date months later."""
_UPLOADED = timedelta(days=3)
"""So long after it was shown a programme counts from the day of its feed."""


def genre_of(article: Article) -> Genre:
    """The genre; news where nothing says otherwise."""
    if _FURNITURE.search(article.title):
        return Genre.FURNITURE
    if _OPINION_TITLE.search(article.title) or _OPINION_URL.search(article.url):
        return Genre.OPINION
    lead = article.text[:_LEAD]
    if len(lead) < len(article.text):
        lead = lead[: lead.rfind(" ") + 1]  # 'Iran' cut after its first letter is no 'I'
    return Genre.OPINION if _speaks_for_itself(lead) else Genre.NEWS


def _speaks_for_itself(lead: str) -> bool:
    """News speaks of others; a lead that says 'I' or 'my' outside quotation marks is a column."""
    plain = _QUOTED.sub(" ", lead)
    if _TOLD.search(plain):
        plain = _OF_ITS_SIDE.sub(" ", plain)
    return bool(_FIRST_PERSON.search(plain))


def shown_at(title: str, published: datetime) -> datetime:
    """The moment to count days from: that of the programme whose day the title gives.

    Months come first, as broadcasters who title so write them.
    """
    found = _BROADCAST.match(title)
    day = _latest(int(found["month"]), int(found["day"]), published.date()) if found else None
    if day is None or published.date() - day <= _UPLOADED:
        return published
    return datetime.combine(day, published.timetz())


def _latest(month: int, day: int, until: date) -> date | None:
    """The last such day until then; None where no year has it or it may be a leap day."""
    try:
        own = date(until.year, month, day)
        return own if own <= until else own.replace(year=until.year - 1)
    except ValueError:
        return None
