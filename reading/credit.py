"""Who said it first: the agency that an article credits with its story."""

import re
from functools import lru_cache

from reading.facts import Article
from reading.preset import Preset

_HEAD = 200
_TAIL = 200
_TOLD = 20_000
"""Characters in which a text names its source; longer ones are pages of many stories."""
_MENTION_HINTS = (("reported by ", " reports", " reported"), (" wrote", " writes", " said in a r"))
"""Of each way to mention an agency, words without which a whole text need not be gone through."""


@lru_cache(maxsize=128)
def _credits(agencies: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """How papers print a credit, the surest first; group 1 is the agency."""
    names = "|".join(re.escape(name) for name in sorted(agencies, key=len, reverse=True))
    return (
        re.compile(rf"\((?:via |with (?:inputs from )?|after )?({names})(?:[ /][\w ]*)?\)"),
        re.compile(rf"(?:[-–—]{{1,2}}|/)\s?({names})\s?(?:/|$|[-–—])|(?:^|\s)[-–—]\s({names})\s*$"),
        re.compile(
            rf"(?:first )?reported by (?:the )?({names})\b|\b({names}) (?:reports|reported)\b"
        ),
        re.compile(rf"\b({names}) (?:wrote|writes|said in a report)\b"),
    )


def origin_of(article: Article, preset: Preset) -> str | None:
    """The credited agency by its name in the preset, or None; a byline beats a mention."""
    if not preset.agencies:
        return None
    told = article.text[:_TOLD]
    whole = "\n".join((article.outlet, article.title, told, article.text[-_TAIL:]))
    places = (
        article.outlet,
        article.text[:_HEAD],
        article.text[-_TAIL:],
        article.title,
    )
    if article.outlet in preset.agencies:
        return article.outlet
    named = tuple(name for name in preset.agencies if name in whole)
    if not named:
        return None
    byline, dateline, *mentions = _credits(named)
    for pattern in (byline, dateline):
        for place in places:
            if found := pattern.search(place):
                return next(name for name in found.groups() if name)
    for pattern, hints in zip(mentions, _MENTION_HINTS, strict=True):
        hinted = any(hint in told for hint in hints)
        if hinted and (found := pattern.search(told)):
            return next(name for name in found.groups() if name)
    return None
