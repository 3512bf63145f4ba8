"""Is an article in a language that is not read about one of our conflicts?

It is stored and counted, never read, so rough signs do: how a language prints the sides' names is
data of the presets (`abroad`), its words of war and talks are the table below. A new language is a
new line in it. All are beginnings of words; one of four letters or fewer is a whole word, and in
writing without spaces or with prefixes it may stand anywhere.
"""

import re
from collections.abc import Iterable, Iterator

from reading.preset import Preset

WAR_WORDS = {
    "es": "ataqu atacó misil dron drones bombard tregua alto negoci acuerdo prisione muertos",
    "fr": "attaqu frappe missil drone bombard trêve cessez négoci pourparl prisonn morts ultimat",
    "it": "attacc missil drone bombard tregua cessate negozi colloqu prigion morti ultimat",
    "pt": "ataqu míssei míssil drone bombard trégua cessar negoci acordo prisione mortos ultimat",
    "ro": "atac rachet drone bombard armisti negocie acord prizoni morți ultimat",
    "de": "angriff rakete drohne beschus waffenr feuerpau verhand gefange tote ultimat",
    "nl": "aanval raket drone bombard wapenst staakt onderhan gevange doden ultimat",
    "sv": "attack anfall raket drönar robot vapenvi eldupp förhan fångar döda",
    "pl": "atak rakiet dron bombard rozejm zawiesz negocja rozmow jeńców ultimat",
    "cs": "útok raket dron příměř jednán zajatc mrtvých ultimát",
    "ru": "атак удар ракет дрон беспил обстрел перемир прекращ перегов военнопл погиб ультима",
    "uk": "атак удар ракет дрон безпіл обстріл перемир припине перегов полонен загинул ультима",
    "el": "επίθεσ επιθέσ πύραυλ πυραύλ drone εκεχειρ διαπραγμ συνομιλ αιχμαλ νεκρ τελεσίγ",
    "tr": "saldır füze dron ateşkes müzaker görüşme esir ölü ültimat",
    "id": "serang rudal drone gencat runding tawanan tewas ultimat",
    "ar": "هجوم غارة غارات قصف صاروخ صواريخ مسير هدنة وقف مفاوضات محادثات أسرى قتل مقتل شهداء",
    "fa": "حمله موشک پهپاد آتش‌بس مذاکر اسیر کشته ضرب‌الاجل",
    "he": "תקיפ מתקפ טיל רחפן כטב הפסקת משא שבויים חטופים הרוגים",
    "zh": "袭击 攻击 导弹 无人机 停火 谈判 会谈 战俘 死亡",
    "ja": "攻撃 ミサイル 無人機 停戦 協議 交渉 捕虜 死亡",
    "ko": "공격 미사일 드론 휴전 협상 회담 포로 사망",
    "th": "โจมตี ขีปนาวุธ โดรน หยุดยิง เจรจา เสียชีวิต",
    "km": "វាយប្រហារ បទឈប់បាញ់ ចរចា",
}
"""Words of war and talks by language, a few of each: enough to tell news of a war from sport."""

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 5
"""Letters by which beginnings are looked up."""
# Written without spaces, or with articles and prepositions put to the front of the word.
_RUN_ON = re.compile(
    "[\u0590-\u06ff\u0e00-\u0e7f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
)
_SAMPLE = 1500
_GLANCE = 400
_ENGLISH = (" the ", " and ", " with ", " from ", " after ", " this ")
"""Words that no other language has; one of them near the front tells English."""


class Beginnings:
    """Beginnings of words, each with what it stands for, looked up in a text at once."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        """`meanings` are pairs of a beginning and what it stands for."""
        self._by_head: dict[str, list[tuple[str, str]]] = {}
        self._run_on: list[tuple[str, str]] = []
        for beginning, meaning in meanings:
            low = beginning.lower()
            if _RUN_ON.search(low):
                self._run_on.append((low, meaning))
            else:
                self._by_head.setdefault(low[:_HEAD], []).append((low, meaning))

    def find(self, text: str) -> set[str]:
        """What the beginnings in the text, in lower case, stand for."""
        return set(self._told(text))

    def _told(self, text: str) -> Iterator[str]:
        for word in set(_WORD.findall(text)):
            for low, meaning in self._by_head.get(word[:_HEAD], ()):
                if word.startswith(low) if len(low) >= _HEAD else word == low:
                    yield meaning
        if _RUN_ON.search(text):
            yield from (meaning for low, meaning in self._run_on if low in text)


class Abroad:
    """The signs of every preset; `best` answers which conflict a text in another language tells."""

    def __init__(self, presets: Iterable[Preset]) -> None:
        self._presets = {preset.slug: preset for preset in presets}
        self._sides = Beginnings(
            (name, f"{slug}/{party.name}")
            for slug, preset in self._presets.items()
            for party in preset.parties
            for name in (*party.abroad, *(n for n in (party.name, *party.aliases) if " " not in n))
        )
        self._war = Beginnings((word, "") for of in WAR_WORDS.values() for word in of.split())
        self._shared = {
            f"{slug}/{party.name}"
            for slug, preset in self._presets.items()
            for party in preset.parties
            if party.tells is False
        }

    def best(self, title: str, text: str) -> Preset | None:
        """The conflict whose sides are named beside a word of war; English is told at a glance."""
        front = f"{title} {text[:_GLANCE]}"
        for word in _ENGLISH:
            if word in front:
                return None
        sample = f"{title} {text[:_SAMPLE]}".lower()
        found = self._sides.find(sample)
        own = found - self._shared
        if not own or not self._war.find(sample):
            return None
        count = dict.fromkeys(self._presets, 0)
        for side in found:
            count[side.partition("/")[0]] += 2 if side in own else 1
        return self._presets[max(count, key=lambda slug: count[slug])]
