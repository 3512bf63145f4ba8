"""Which language a text is in; English is told by its small words, the rest by a model."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from reading.wordlist import words

# The languages that feeds about today's wars are printed in; fewer choices, fewer mistakes.
LANGUAGES = tuple(
    sorted(
        words(
            """
    en ar az bg bn cs da de el es et fa fi fr he hi hu hy id it ja ka km ko lt lv ms nl no pl ps
    pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh
    """
        )
    )
)
_ENGLISH = words(
    """
    the of and to in is was were are that for on with by as at from has have had it its his be
    been said says will would after not this but they he she who which an their
    """
)
_ONLY_ENGLISH = words("the of and to that with from said says will would after which their they")
_FEW, _SHORT, _SURE = 4, 12, 0.9
_LATIN = re.compile("[\x00-\u024f\u2000-\u206f]*")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1200
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")


@cache
def _identifier() -> "LanguageIdentifier":
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def detect(text: str, hint: str | None = None) -> str | None:
    """Two-letter code of the text's language; the hint (a feed's own) decides for a few words only.

    Few words are taken for English, which feeds about today's wars are read in, unless the model is
    sure or another alphabet says otherwise. None where neither text nor hint says anything.
    """
    sample = text[:_SAMPLE]
    found = _WORD.findall(sample.lower())
    if not found:
        return _hinted(hint)
    if _is_english(found):
        return "en"
    if len(found) < _FEW and (hinted := _hinted(hint)):
        return hinted
    code, sure = _identifier().classify(sample)
    doubted = len(found) < _SHORT and sure < _SURE and _LATIN.fullmatch(sample)
    return "en" if doubted else str(code)


def _is_english(found: list[str]) -> bool:
    """Enough small words, one that only English has among them, and few letters with marks."""
    small = sum(map(_ENGLISH.__contains__, found))
    if small < 2 or small * 6 < len(found) or _ONLY_ENGLISH.isdisjoint(found):
        return False
    if "".join(found).isascii():
        return True
    return 10 * sum(not word.isascii() for word in found) <= len(found)


def _hinted(hint: str | None) -> str | None:
    match = _CODE.match(hint.strip()) if hint else None
    return match[1].lower() if match else None
