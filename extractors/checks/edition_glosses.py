"""Glosses of a translation that its original does not have, but for one character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.checks.material import Finding
from extractors.language.links import Linked
from extractors.language_records import GlossaryTerm

_HAN = re.compile(r"[一-鿿]")
_SHORTEST = 4
_MOST_TRIES = 300
"""Places at which half of a gloss is tried; what stands in more is no mark of it."""


def edition_glosses(two: Linked) -> Iterator[tuple[str, Finding]]:
    """Glosses one character off a passage of the original: another one, one too many or too few, two swapped.

    Footnotes are left out: a translator's note explains words of its own.
    """
    original = two.left
    if not two.right.terms or original.source.language[0] != "zh" or two.right.source.language[0] == "zh":
        return
    characters = [(c, at) for at, c in enumerate(original.text) if _HAN.match(c)]
    text = "".join(c for c, _ in characters)
    told: set[str] = set()
    notes = [(n.char_start, n.char_end) for n in two.right.footnotes]
    for term in two.right.terms:
        gloss = term.term_zh
        whole = len(_HAN.findall(gloss)) == len(gloss) >= _SHORTEST
        noted = any(start <= term.char_start < end for start, end in notes)
        if noted or term.garbled or not whole or gloss in told or gloss in text:
            continue
        told.add(gloss)
        near = one_off(gloss, text)
        if near is not None:
            start, end = near
            places = characters[start][1], characters[end - 1][1] + 1
            yield two.right.id, _finding(term, text[start:end], places, original.id)


def one_off(gloss: str, text: str) -> tuple[int, int] | None:
    """Where the text has a gloss with one slip: the part before or behind the slip stands there as it is."""
    half = len(gloss) // 2
    for part, at_start in ((gloss[:half], True), (gloss[half:], False)):
        found, tries = text.find(part), _MOST_TRIES
        while found >= 0 and tries:
            tries -= 1
            for length in (len(gloss) + 1, len(gloss), len(gloss) - 1):
                start = found if at_start else found + len(part) - length
                if start >= 0 and start + length <= len(text) and _is_one_slip(gloss, text[start : start + length]):
                    return start, start + length
            found = text.find(part, found + 1)
    return None


def _is_one_slip(one: str, other: str) -> bool:
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    # A slip at either end is where the gloss was cut, and no slip.
    if (not head and not tail) or (len(one) != len(other) and not (head and tail)):
        return False
    return (len(left) <= 1 and len(right) <= 1) or (len(left) == 2 and left == right[::-1])


def _finding(term: GlossaryTerm, right: str, places: tuple[int, int], original: str) -> Finding:
    return Finding(
        check="gloss_not_in_original",
        message=f"The original does not have {term.term_zh}; it has {right}.",
        start=term.char_start,
        end=term.char_end,
        value=term.term_zh,
        other_value=right,
        other_start=places[0],
        other_end=places[1],
        other_document_id=original,
        page=term.page,
    )
