"""The same places in two editions: names with one sound, one entry in a gazetteer, or one position in a list.

Two passages that say the same are searched for names; equal names are linked first, then names that sound alike, then
what is left over between two links in lists of equal length. A name that is spelled in another way is the same place;
one that only its position links is one that an edition may have wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.language.gazetteer import is_one_place
from extractors.language.place_names import PlaceName
from extractors.language.place_sounds import is_pinyin, likeness

ALIKE = 0.7
"""From here on two names sound alike (measured on place names in Hanyu pinyin, Tibetan pinyin and older spellings)."""
_BY_POSITION = 0.5
_SURE_PREFIX = 5  # letters of a name that another may begin with


@dataclass(frozen=True, slots=True)
class PlacePair:
    """Two names for one place.

    `how` is `equal`, `spelling` (one sound), `gazetteer`, or `position` (only its place in the list speaks for it).
    """

    left: PlaceName
    right: PlaceName
    how: str
    score: float


def pair_names(left: Sequence[PlaceName], right: Sequence[PlaceName]) -> tuple[PlacePair, ...]:
    """Link the names of two passages that say the same, each name at most once, in the left one's order.

    The cost is the product of their numbers, so passages are to be short: a sentence, an item, a paragraph.
    """
    mine, theirs = dict(enumerate(left)), dict(enumerate(right))
    pairs: dict[int, tuple[int, str, float]] = {}

    def take(how: str, score: Callable[[PlaceName, PlaceName], float]) -> None:
        scored = (
            (-s, abs(i / len(left) - j / len(right)), i, j)
            for i, a in mine.items()
            for j, b in theirs.items()
            if (s := score(a, b)) >= ALIKE
        )
        for minus, _, i, j in sorted(scored):
            if i in mine and j in theirs:
                pairs[i] = j, how, -minus
                del mine[i], theirs[j]

    take("equal", lambda a, b: float(a.text == b.text))
    take("spelling", _sound)
    for i, j in _between(pairs, left, right, mine, theirs):
        known = is_one_place(left[i].text, right[j].text)
        pairs[i] = j, "gazetteer" if known else "position", ALIKE if known else _BY_POSITION
        del mine[i], theirs[j]
    for i, a in mine.items():
        one = next((j for j, b in theirs.items() if is_one_place(a.text, b.text)), None)
        if one is not None:
            pairs[i] = one, "gazetteer", ALIKE
            del theirs[one]
    return tuple(PlacePair(left[i], right[j], how, score) for i, (j, how, score) in sorted(pairs.items()))


def _sound(a: PlaceName, b: PlaceName) -> float:
    """How alike they sound; two names in good pinyin are either equal or of two places (Hebei, Hubei)."""
    alike = likeness(a.key, b.key)
    shorter, longer = sorted((a.key, b.key), key=len)
    if alike < ALIKE and len(shorter) >= _SURE_PREFIX and longer.startswith(shorter):
        return ALIKE  # a short form: Yanji Airport for Yanji Chaoyangchuan Airport
    if alike < ALIKE or a.key == b.key:
        return alike
    if is_pinyin(a.proper) and is_pinyin(b.proper) and not is_one_place(a.text, b.text):
        return 0.0
    return alike


def _between(
    pairs: dict[int, tuple[int, str, float]],
    left: Sequence[PlaceName],
    right: Sequence[PlaceName],
    mine: Iterable[int],
    theirs: Iterable[int],
) -> list[tuple[int, int]]:
    """Names left over on both sides between the same two links of one list, as many here as there."""
    free_left, free_right = set(mine), set(theirs)
    found = []
    linked = [-1, *sorted(pairs), len(left)]
    for before, behind in pairwise(linked):
        here = [i for i in range(before + 1, behind) if i in free_left]
        first = pairs[before][0] + 1 if before in pairs else 0
        last = pairs[behind][0] if behind in pairs else len(right)
        there = [j for j in range(first, last) if j in free_right]
        if not here or len(here) != len(there) or last < first:
            continue
        around_left = [left[i].series for i in (before, *here, behind) if 0 <= i < len(left)]
        around_right = [right[j].series for j in (first - 1, *there, last) if 0 <= j < len(right)]
        # At least one neighbour in the same list says that these are members of it.
        if len(set(around_left)) < len(around_left) and len(set(around_right)) < len(around_right):
            found += list(zip(here, there, strict=True))
    return found
