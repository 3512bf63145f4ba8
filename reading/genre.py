"""What sort of piece an article is, from its title, address and voice.

Opinion, analysis and features recall events that others reported; they report none themselves.
A live blog or briefing reports whatever its headline says after its standing label.
"""

import re
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
    r"|\|\s*[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}\s*$"
    r"|^(?:why|how|what|who|where|when|will|can|could|should|is|are|does|do|did|has|have)\b[^?]*\?\s*$"
    r"|^(?:why|how|what(?: to (?:know|watch)|’s|'s| we know| are| is)?)\b(?!.* (?:says?|said)\b)"
    r"|^(?:look(?:ing)? ahead|\d+ (?:things|reasons|takeaways|charts|ways|questions))\b"
    r"|\b(?:storylines|things|what) to (?:watch|know|expect)\b|\bexplained$|^\W*q\s?&\s?a\b",
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
    r"|\bin pictures\b|\bhighlights from\b|\bcartoon\b|\btimeline\b",
    re.IGNORECASE,
)
# A quotation may run on past the end of what is looked at.
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)|‘[^’]*’(?=\W|$)")
_FIRST_PERSON = re.compile(r"\b(?:I|my|our|We think|we think|us all)\b(?!-)")
_LEAD = 700


def genre_of(article: Article) -> Genre:
    """The genre; news where nothing says otherwise."""
    if _FURNITURE.search(article.title):
        return Genre.FURNITURE
    if _OPINION_TITLE.search(article.title) or _OPINION_URL.search(article.url):
        return Genre.OPINION
    return Genre.OPINION if _speaks_for_itself(article.text[:_LEAD]) else Genre.NEWS


def _speaks_for_itself(lead: str) -> bool:
    """News speaks of others; a lead that says 'I' or 'my' outside quotation marks is a column."""
    return bool(_FIRST_PERSON.search(_QUOTED.sub(" ", lead)))
