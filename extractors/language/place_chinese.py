"""Where a Chinese passage has the place that an English name means, by how its characters sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extractors.language.place_names import PlaceName
from extractors.language.place_sounds import CONVENTIONAL, folded, is_pinyin, likeness, readings
from extractors.repair.words import is_word
from extractors.targets.script_zh import simplified

_FIRST = 0.5  # how alike the first syllable must sound at least
_LONGEST = 8  # characters of a Chinese place name
# How alike name and characters must sound: names in pinyin are to be equal but for a reading, others come over
# another language, and short ones sound like anything.
_PINYIN, _OTHER, _INSIDE, _SHORT = 0.97, 0.7, 0.8, 4
# They join two names, and begin one only behind a border: 和田.
_JOINERS = frozenset("和及与至经到")
_NEVER = frozenset("其各并等的在")
_SEPARATORS = frozenset("、，。；：至经到和及与（）()“”—-· ")
_AT_BORDER = 0.05  # what a name gains that begins where a list's member does


class ChinesePlaces:
    """A Chinese passage that places are looked up in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain = simplified(text)
        self._readings = readings(text)
        self._by_initial: dict[str, list[int]] = {}
        for at, sounds in enumerate(self._readings):
            for initial in sorted({sound[0] for sound in sounds if sound}):
                self._by_initial.setdefault(initial, []).append(at)

    def find(self, name: PlaceName) -> tuple[int, int, float] | None:
        """Code points [start, end) of the place that sounds most like the name, and how alike (0 to 1), or null."""
        if name.key in _customary():
            return self._customary(_customary()[name.key])
        if all(is_word(w) and not is_pinyin(w) for w in name.proper.split(" ")):
            return None
        strict = is_pinyin(name.proper) or len(name.key) < _SHORT
        found = [
            (likeness(name.key, spelled), start, end)
            for initial in self._by_initial
            if likeness(initial, name.key[0]) > 0
            for start in self._by_initial[initial]
            if self._may_begin(start)
            for end, spelled in self._spelled(start, name.key)
        ]
        alike = [f for f in found if f[0] >= (_PINYIN if strict else self._needed(f[1]))]
        if not alike:
            return None
        score, start, end = max(alike, key=lambda f: (f[0] + _AT_BORDER * self._is_border(f[1]), f[1] - f[2], -f[1]))
        return start, end, score

    def _customary(self, chinese: Sequence[str]) -> tuple[int, int, float] | None:
        """Where one of these names stands; behind a border first, as 浙江西部 does not have 江西."""
        found = [
            (not self._is_border(match.start()), *match.span())
            for name in chinese
            for match in re.finditer(name, self._plain)
        ]
        return (*min(found)[1:], 1.0) if found else None

    def _may_begin(self, start: int) -> bool:
        first = self.text[start]
        return first not in _NEVER and (first not in _JOINERS or self._is_border(start))

    def _needed(self, start: int) -> float:
        return _OTHER if self._is_border(start) else _INSIDE

    def _is_border(self, start: int) -> bool:
        return start == 0 or self.text[start - 1] in _SEPARATORS

    def _spelled(self, start: int, key: str) -> Iterator[tuple[int, str]]:
        """The ends of all names that begin here and are about as long as the key, with their letters."""
        spelled = ""
        for end in range(start + 1, min(start + _LONGEST, len(self._readings)) + 1):
            sounds: Sequence[str] = self._readings[end - 1]
            if not sounds:
                return
            rest = key[len(spelled) :]
            alike, sound = max((likeness(rest[: len(sound)], sound), sound) for sound in sounds)
            if not spelled and alike < _FIRST:
                return
            spelled += sound
            if len(spelled) > len(key) + 4:
                return
            if end - start > 1 and len(spelled) >= len(key) - 3:
                yield end, spelled


@cache
def _customary() -> Mapping[str, tuple[str, ...]]:
    """The Chinese names of places, by how their customary English names sound."""
    known: dict[str, tuple[str, ...]] = {}
    for chinese, names in CONVENTIONAL.items():
        for key in map(folded, names):
            known[key] = (*known.get(key, ()), chinese)
    return known
