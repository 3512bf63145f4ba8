"""One article in, one report out: everything that the reader's rules find, and why if nothing."""

import html
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from reading.annotate import annotate
from reading.credit import origin_of
from reading.deadlines import read_deadlines
from reading.document import Document
from reading.facts import (
    Article,
    DeadlineStatement,
    Item,
    Kind,
    Point,
    Report,
    Stance,
    Strike,
    Talks,
)
from reading.genre import Genre, genre_of, shown_at
from reading.language import detect
from reading.preset import Preset
from reading.relevance import relevance_of
from reading.strikes import read_strikes
from reading.talks import read_talks

LONGEST = 200_000
"""Characters that are read of one text; no news article is longer."""

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_CLOCK_SKEW = timedelta(days=2)
"""Outlets stamp local time as UTC and set embargoed stories ahead; more than that is an error."""

_AGREEMENTS = {
    Item.PRISONER_EXCHANGE,
    Item.BODY_RETURN,
    Item.CIVILIAN_RETURN,
    Item.CHILDREN,
    Item.CEASEFIRE,
    Item.PAUSE,
    Item.HOSTAGE_RELEASE,
    Item.AID_ACCESS,
    Item.WITHDRAWAL,
}
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]")
_UNSEEN = re.compile(r"<(?P<name>script|style|noscript|iframe)\b[^<>]*>|<!--", re.IGNORECASE)
_ENDS = {
    "": re.compile("-->"),
    **{
        name: re.compile(rf"</{name}\s*+>", re.IGNORECASE)
        for name in ("script", "style", "noscript", "iframe")
    },
}
"""What ends an element whose content nobody sees; a comment has no name."""
# int() refuses more than 4,300 digits, and html.unescape calls it on whatever it is given.
_HUGE_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{9,}+;?")
_BLOCK_TAGS = re.compile(
    r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote|tr|table)\b[^<>]*>", re.IGNORECASE
)
_TAGS = re.compile(r"</?[A-Za-z][^<>]*>")
_WIDE_SPACE = re.compile(
    "[ \t\u00a0\u2000-\u200a\u202f\u3000]{2,}|[\t\u00a0\u2000-\u200a\u202f\u3000]"
)
# Any sign that one of the two below would change, or that twice-encoded letters begin with.
_UNCLEAN = re.compile(
    "[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\x00-\x09\x0b-\x1f\x7f"
    "\u00a0\u2000-\u200a\u202f\u3000ÂÃâ]|  "
)
_MOJIBAKE = re.compile("[ÂÃâ][\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def read(article: Article, presets: Iterable[Preset], now: datetime | None = None) -> Report:
    """What the article says about the conflict it is about; empty where it is about none.

    Never raises on what an article holds: what cannot be read is said in `problem`. With `now`,
    an article dated later is refused rather than read against a wrong day.
    """
    # Most articles are about something else: ask first, clean up what is kept.
    first = _cleaned(article) if _needs_cleaning(article) else None
    clean, problem = first or (article, None)
    if not clean.title.strip() and not clean.text.strip():
        return Report(article.id, problem="not read: title and text are empty")
    fault = _date_fault(clean.published, now)
    relevance = relevance_of(presets)
    preset = relevance.best(clean)
    about = preset or relevance.abroad(clean)
    if about is None:
        return Report(article.id, lang=article.lang, problem=fault or problem or _emptiness(clean))
    clean, problem = first or _cleaned(article)
    lang = detect(f"{clean.title}\n{clean.text}", clean.lang)
    if lang not in (None, "en"):
        return Report(article.id, about.slug, lang=lang, problem=f"not read: language {lang}")
    if preset is None:
        return Report(article.id, lang=lang, problem=fault or problem or _emptiness(clean))
    if fault:
        return Report(article.id, preset.slug, lang=lang, problem=fault)
    if clean.published is not None:
        clean = replace(clean, published=shown_at(clean.title, clean.published))
    report = _facts(annotate(clean, preset))
    return replace(report, lang=lang, problem=problem or _emptiness(clean))


def _needs_cleaning(article: Article) -> bool:
    """True where words may hide in markup, or where there is too much text to look at."""
    text = article.text
    return "<" in text or "&" in text or len(text) > LONGEST


def _emptiness(article: Article) -> str | None:
    return None if article.text.strip() else "text is empty: only the title was read"


def _date_fault(published: datetime | None, now: datetime | None) -> str | None:
    """Why no day can be counted from the publication date, if so."""
    if published is None:
        return "not read: no publication date to count days from"
    if published < _EARLIEST:
        return f"not read: publication date {published.date()} is not credible"
    if now is not None and published > now + _CLOCK_SKEW:
        return f"not read: publication date {published.date()} lies in the future"
    return None


def _cleaned(article: Article) -> tuple[Article, str | None]:
    """Plain text of bearable length, and what was done to it if a reader should know."""
    text, problem = article.text, None
    if len(text) > LONGEST:
        text, problem = text[:LONGEST], f"text cut at {LONGEST} characters"
    text = plain_text(text)
    title = " ".join(plain_text(article.title[:LONGEST]).split())
    return replace(article, title=title, text=text), problem


def plain_text(text: str) -> str:
    """Without markup, character references, invisible characters and twice-encoded letters."""
    if "<" in text:
        text = _without_unseen(text)
        text = _TAGS.sub(" ", _BLOCK_TAGS.sub("\n\n", text))
    if "&" in text:
        text = html.unescape(_HUGE_REFERENCE.sub("", text))
    if not _UNCLEAN.search(text):
        return text.strip()
    if _MOJIBAKE.search(text):
        text = _decoded_once(text)
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _WIDE_SPACE.sub(" ", text).strip()


def _without_unseen(text: str) -> str:
    """Without scripts, styles and comments, in linear time: no missing end is sought twice."""
    kept, at, endless = [], 0, set()
    for opening in _UNSEEN.finditer(text):
        name = (opening["name"] or "").lower()
        if opening.start() < at or name in endless:
            continue
        end = _ENDS[name].search(text, opening.end())
        if end is None:
            endless.add(name)
            continue
        kept.append(text[at : opening.start()])
        at = end.end()
    return " ".join((*kept, text[at:]))


def _decoded_once(text: str) -> str:
    """UTF-8 that somebody read as Windows-1252, read rightly; left alone where it was not that."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _facts(document: Document) -> Report:
    """The facts of an annotated article, with the kinds that they earn it."""
    talks, points = read_talks(document)
    deadlines = read_deadlines(document)
    strikes = read_strikes(document)
    if genre_of(document.article) is not Genre.NEWS:
        talks = tuple(replace(one, background=True) for one in talks)
        deadlines = tuple(replace(one, background=True) for one in deadlines)
        strikes = tuple(replace(one, background=True) for one in strikes)
        points = ()
    return Report(
        id=document.article.id,
        conflict=document.preset.slug,
        kinds=_kinds(talks, points, deadlines, strikes),
        talks=talks,
        points=points,
        deadlines=deadlines,
        strikes=strikes,
        origin=origin_of(document.article, document.preset),
    )


def _kinds(
    talks: tuple[Talks, ...],
    points: tuple[Point, ...],
    deadlines: tuple[DeadlineStatement, ...],
    strikes: tuple[Strike, ...],
) -> tuple[Kind, ...]:
    """What the article itself reports; of a round's outcomes only a truce, or hostages to be freed,
    is news of its own."""
    reported = {
        Kind.TALKS: any(not one.background for one in talks),
        Kind.DEADLINE: any(not one.background for one in deadlines),
        Kind.STRIKE: any(_reports_strike(one) for one in strikes),
        Kind.AGREEMENT: any(_is_agreement(point) for point in points)
        or any(_is_deal(p) for one in talks if not one.background for p in one.points),
    }
    return tuple(kind for kind, found in reported.items() if found)


def _reports_strike(strike: Strike) -> bool:
    """A denied attack counts only where it left traces: who did it is in doubt, not that it was."""
    return not strike.background and (not strike.disputed or bool(strike.figures))


def _is_deal(point: Point) -> bool:
    halted = point.item in (Item.CEASEFIRE, Item.PAUSE, Item.HOSTAGE_RELEASE)
    return halted and point.stance is Stance.AGREED and len(point.by) > 1


_SO_FAR = re.compile(
    r"\b(?:so far|to date|until now|since (?:then|the (?:truce|cease-?fire|deal)))\b"
)


def _is_agreement(point: Point) -> bool:
    """Agreed, or carried out in this news: "16 have been freed so far" tells how it stands."""
    if point.stance is Stance.CARRIED_OUT and _SO_FAR.search(point.sentence):
        return False
    return point.item in _AGREEMENTS and point.stance in (Stance.AGREED, Stance.CARRIED_OUT)
