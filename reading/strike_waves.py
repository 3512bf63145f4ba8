"""Waves: the sentences of an article that speak of one attack, brought together in order."""

import re
from dataclasses import dataclass, field

from reading.document import Sentence
from reading.facts import Figure, Measure, Span, Weapon, Window
from reading.strike_counted import Counted
from reading.strike_times import joined, same_attack


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence's word of one attack, with its sides by name."""

    attacker: str | None
    target: str | None
    window: Window | None
    recalled: bool
    soft: bool
    """Undated and only the cause of what is reported: another mention decides whether it is new."""
    reacted: bool
    """Only what others, not the side struck, condemn, mourn or answer."""
    denied: bool
    firm: bool
    """Told as done: a verb in the past, or one attack; not 'attacks' in general."""
    separate: bool
    aged: bool
    """Dated days back, and told after the lead."""
    claimant: str | None
    sentence: Sentence
    span: Span
    behind: bool = False
    """Told as what another attack answered or came after."""


@dataclass(eq=False, slots=True)
class Wave:
    """One attack as it grows while the article is read."""

    attacker: str | None
    target: str | None
    window: Window | None
    span: Span
    sentence: str
    claimant: str | None = None
    told_anew: bool = False
    told_again: bool = False
    told_of: bool = False
    """Some mention reports it or its effects, not only reactions and memories."""
    denied: bool = False
    firm: bool = False
    by_night: bool = False
    """Some sentence says that it came by night; its day then is the one on which it ended."""
    leads: bool = False
    """Told in the title or the first sentence: that is what the article is about."""
    attacks_told: int = 0
    paragraph: int = -1
    """The last in which it was told."""
    places: dict[str, None] = field(default_factory=dict)
    facilities: dict[str, None] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    _speakers: dict[bool, tuple[Sentence, str | None]] = field(default_factory=dict)
    """Who gave the last count: of weapons (true), of casualties."""

    @property
    def recalled(self) -> bool:
        """Only looked back on."""
        return self.told_again and not self.told_anew

    @property
    def merely_known(self) -> bool:
        """Told only as what others react to or look back on: the news is something else."""
        return self.attacks_told > 0 and not self.told_of

    @property
    def anchored(self) -> bool:
        """Told as an event: with a figure, a place, a thing struck, or as one done deed."""
        where = bool(self.places or self.facilities)
        details = bool(self.figures) or (
            where and (self.firm or self.leads or self.window is not None)
        )
        return details or (self.firm and (self.window is not None or self.told_anew))

    def add(self, mention: Mention) -> None:
        """Take in one more mention."""
        self.attacks_told += 1
        self.paragraph = mention.sentence.paragraph
        if self.attacker is None and mention.attacker is not None:
            self.claimant = mention.claimant  # who names the attacker speaks for the attack
        self.attacker = self.attacker or mention.attacker
        self.target = self.target or mention.target
        self.claimant = self.claimant or mention.claimant
        if mention.window is not None:
            self.window = joined(self.window, mention.window) if self.window else mention.window
        # What is added about a recalled attack is recalled too, unless it is dated anew.
        follows = self.recalled and mention.window is None
        self.told_again = self.told_again or mention.recalled
        self.told_anew = self.told_anew or not (mention.recalled or mention.soft or follows)
        self.told_of = self.told_of or not (mention.recalled or mention.reacted or follows)
        self.denied = self.denied or mention.denied
        self.firm = self.firm or mention.firm
        self.leads = self.leads or mention.sentence.index <= 1

    def add_places(self, places: list[str]) -> None:
        """Remember where it struck, in order of mention."""
        self.places.update(dict.fromkeys(places))

    def add_facilities(self, facilities: tuple[str, ...]) -> None:
        """Remember what it struck, in order of mention."""
        self.facilities.update(dict.fromkeys(facilities))

    def counts(self, measure: Measure) -> bool:
        """Whether a figure of this measure is known."""
        return any(figure.measure is measure for figure in self.figures)

    def spoke(self, counted: Counted, sentence: Sentence, claimant: str | None) -> None:
        """Remember who gave the last count of its sort, for the next one in the same breath."""
        self._speakers[_of_weapons(counted.measure)] = (sentence, claimant)

    def is_told_before(self, mention: Mention) -> bool:
        """Whether its toll was given in earlier paragraphs, and a sentence now opens with a day."""
        if mention.window is None or not mention.sentence.times:
            return False
        opens = mention.sentence.times[0].span[0]
        casualties, _ = self._speakers.get(False, (None, None))
        return (
            casualties is not None
            and casualties.index > 1
            and casualties.paragraph < mention.sentence.paragraph
            and opens - mention.sentence.span[0] <= _OPENING
        )

    def speaker_for(self, counted: Counted, sentence: Sentence) -> str | None:
        """Who gave the last count, for a sentence that names nobody: one source told in several.

        A bulletin of weapons runs on into the next sentence, a toll only within its paragraph.
        """
        weapons = _of_weapons(counted.measure)
        last, claimant = self._speakers.get(weapons, (None, None))
        if last is sentence:
            return claimant
        if (
            last is None
            or sentence.attributions
            or (not weapons and _ELSEWHERE.match(sentence.text))
        ):
            return None
        same = last.paragraph == sentence.paragraph and not last.heading
        apart = sentence.index - last.index
        return claimant if apart <= 1 + same and (same or weapons) else None


_OPENING = 12
"""Characters of a sentence before the day it opens with: 'Earlier on Sunday'."""


_ELSEWHERE = re.compile(r"(?:And |But )?(?:[Ii]n|[Nn]ear|[Aa]t) (?:the )?(?:[\w’'-]+ ){0,3}?[A-Z]")
"""Opens a sentence about another place, for which the last one's officials do not speak."""


def _of_weapons(measure: Measure) -> bool:
    return measure not in (Measure.KILLED, Measure.INJURED)


class Waves:
    """All waves of an article, and the one being spoken of."""

    def __init__(self) -> None:
        self.all: list[Wave] = []
        self._current: Wave | None = None
        self._spoken_in: Sentence | None = None
        self._weapon: tuple[int, Weapon | None] = (-1, None)

    @property
    def spoken_of(self) -> Wave | None:
        """The attack that the last sentence about any was about."""
        return self._current

    @property
    def paragraph(self) -> int | None:
        """In which an attack, or a figure of it, was last told."""
        return self._spoken_in.paragraph if self._spoken_in else None

    def goes_on(self, wave: Wave, sentence: Sentence) -> None:
        """A figure of the attack spoken of: the article has not left it yet."""
        if wave is self._current:
            self._spoken_in = sentence

    def date(self, window: Window | None) -> None:
        """Give a day to the attack spoken of, if it has none."""
        if self._current is not None and self._current.window is None:
            self._current.window = window

    def confirm(self) -> None:
        """Explosions told right under a headline that names an attack: it was made."""
        if self._current is not None and not self._current.recalled:
            self._current.told_of = self._current.told_anew = self._current.firm = True

    def by_another_than(self, party: str | None) -> Wave | None:
        """The last attack that is reported of somebody else than this party."""
        others = [w for w in self.all if not w.recalled and w.attacker not in (None, party)]
        return others[-1] if others else None

    def counted(self, index: int, figures: list[Counted]) -> None:
        """Remember the weapon that sentence `index` counts."""
        weapons = [f.weapon for f in figures if f.measure in (Measure.LAUNCHED, Measure.SHOT_DOWN)]
        if weapons:
            self._weapon = (index, weapons[-1] if len(set(weapons)) == 1 else Weapon.ANY)

    def weapon_at(self, index: int) -> Weapon | None:
        """The weapon that sentence `index` counted, if any."""
        return self._weapon[1] if self._weapon[0] == index else None

    def file(self, mention: Mention) -> Wave:
        """The wave of this mention, new where it fits none."""
        wave = None if mention.separate else self._find(mention)
        if wave is None:
            wave = Wave(mention.attacker, mention.target, None, mention.span, mention.sentence.text)
            self.all.append(wave)
        wave.add(mention)
        # 'Fired 14 missiles in answer to its strikes': the fourteen are still spoken of.
        beside = self._spoken_in is mention.sentence and self._current is not None
        if not ((mention.soft or mention.behind) and beside):
            self._current = wave
        self._spoken_in = mention.sentence
        return wave

    def _find(self, mention: Mention) -> Wave | None:
        told = self._current if self._spoken_in is mention.sentence else None
        if told is not None and _names_again(told, mention):
            return told
        for wave in reversed(self._by_closeness()):
            if wave.attacker and mention.attacker and wave.attacker != mention.attacker:
                continue
            if not (wave.attacker and mention.attacker) and not _alike(wave, mention):
                continue
            if _turned_round(wave, mention) or _is_anothers(wave, mention):
                continue
            if wave.recalled and mention.recalled and not _alike(wave, mention):
                continue  # Two memories of one side's attacks on two others.
            if self._fits(wave, mention):
                return wave
        return None

    def _fits(self, wave: Wave, mention: Mention) -> bool:
        if mention.window is not None and wave.window is not None:
            return same_attack(mention.window, wave.window)
        if wave.window is None and (
            wave.is_told_before(mention)
            or (mention.aged and (wave.told_anew or wave.leads or mention.attacker is None))
        ):
            return False  # Undated news is of the day.
        if (
            mention.recalled == wave.recalled
            or mention.soft
            or not (wave.told_anew or wave.told_again)
        ):
            return True
        if mention.recalled:
            # A recalled attack without a time of its own is another than the one reported.
            return False
        return not any(w.told_anew and w.attacker == mention.attacker for w in self.all)

    def _by_closeness(self) -> list[Wave]:
        """Waves, the one spoken of last; what was only recalled comes before what is reported."""
        rest = [wave for wave in self.all if wave is not self._current]
        current = [self._current] if self._current is not None else []
        return sorted([*rest, *current], key=lambda wave: not wave.recalled)

    def has_one_by(self, party: str | None) -> bool:
        """Whether an attack by that side is told."""
        return any(wave.attacker == party for wave in self.all)

    def running(self, window: Window | None, *, recalled: bool) -> Wave | None:
        """The wave under discussion, for a figure that names none; None if its time is another."""
        candidates = [wave for wave in self.all if not wave.recalled] or self.all
        current = self._current if self._current in candidates else None
        wave = current or (candidates[-1] if candidates else None)
        if wave is None or recalled:
            return None
        if window is not None and wave.window is not None and not same_attack(window, wave.window):
            return next(
                (w for w in self.all if w.window is not None and same_attack(window, w.window)),
                None,
            )
        return wave

    def deny(self, party: str | None) -> None:
        """A side denies an attack: the one spoken of, if it is said to be that side's."""
        if self._current is not None and self._current.attacker == party and party is not None:
            self._current.denied = True


def _names_again(wave: Wave, mention: Mention) -> bool:
    """'It launched strikes against A's rebels': one attack, named by its verb and by its noun."""
    doer_unsaid = wave.attacker is not None and mention.attacker is None
    same_day = wave.window is not None and wave.window == mention.window
    return doer_unsaid and same_day and not _turned_round(wave, mention)


def _turned_round(wave: Wave, mention: Mention) -> bool:
    """Whether the one struck in either is the one who strikes in the other."""
    return (mention.attacker is not None and mention.attacker == wave.target) or (
        wave.attacker is not None and wave.attacker == mention.target
    )


def _is_anothers(wave: Wave, mention: Mention) -> bool:
    """A memory that names no doer is not laid at the door of whom another paragraph names."""
    nameless = wave.recalled and wave.attacker is None and mention.attacker is not None
    return nameless and mention.window is None and wave.paragraph != mention.sentence.paragraph


def _alike(wave: Wave, mention: Mention) -> bool:
    """An attack whose doer is unsaid is the one under way at the same target."""
    return not (wave.target and mention.target) or wave.target == mention.target
