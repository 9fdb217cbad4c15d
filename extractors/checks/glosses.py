"""Glosses that are garbled or misprinted, and terms that a document translates in two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from extractors.checks.material import Finding, Material
from extractors.language_records import GlossaryTerm

_HAN = re.compile(r"[一-鿿]+")
_ENGLISH = re.compile(r"[a-z]{6,}")
_LEAST_USUAL = 3
_SHARE = 0.6


def glosses(material: Material) -> Iterator[Finding]:
    """Garbled glosses, homophones in glosses, and terms with two glosses."""
    rows = material.of(GlossaryTerm, "glossary")
    yield from _garbled(rows)
    clean = [r for r in rows if not r.garbled]
    yield from _homophones(clean)
    yield from _two_glosses(clean)


def garbled_message(repaired: str | None) -> str:
    """What is said of a garbled gloss, with what it must read where that is known."""
    reading = f"; it must read {repaired}" if repaired else ""
    return f"The gloss is garbled: some of its characters are not those printed{reading}."


def _garbled(rows: Sequence[GlossaryTerm]) -> Iterator[Finding]:
    told: set[int] = set()
    for row in rows:
        if row.garbled and row.char_start not in told:
            told.add(row.char_start)
            yield Finding(
                check="garbled_gloss",
                message=garbled_message(row.term_zh_repaired),
                start=row.char_start,
                end=row.char_end,
                value=row.term_zh,
                other_value=row.term_zh_repaired,
            )


def _homophones(rows: Sequence[GlossaryTerm]) -> Iterator[Finding]:
    """A gloss without the pair of characters that its English word always has, but with one that sounds alike."""
    with_word: dict[str, list[GlossaryTerm]] = defaultdict(list)
    for row in rows:
        for word in set(_ENGLISH.findall((row.term_en or "").lower())):
            with_word[word[:8]].append(row)
    told: set[int] = set()
    for among in with_word.values():
        distinct = {r.term_zh: r for r in among}
        if len(distinct) < _LEAST_USUAL:
            continue
        pairs = Counter(p for term in distinct for p in _pairs(term))
        usual = [p for p, n in pairs.items() if n >= max(_LEAST_USUAL, _SHARE * len(distinct))]
        for right in sorted(usual):
            for row in among:
                wrong = [p for p in _pairs(row.term_zh) if right not in row.term_zh and _sounds_like(p, right)]
                if wrong and row.char_start not in told:
                    told.add(row.char_start)
                    yield Finding(
                        check="gloss_homophone",
                        message=f"The gloss has {min(wrong)}, which sounds like {right}; {pairs[right]} glosses of "
                        "the same English word have that.",
                        start=row.char_start,
                        end=row.char_end,
                        value=min(wrong),
                        other_value=right,
                    )


def _pairs(term: str) -> set[str]:
    return {run[k : k + 2] for run in _HAN.findall(term) for k in range(len(run) - 1)}


def _sounds_like(one: str, other: str) -> bool:
    if one == other or (one[0] != other[0]) == (one[1] != other[1]):
        return False
    from pypinyin import Style, lazy_pinyin  # loads its dictionary, which few documents need

    return bool(lazy_pinyin(one, style=Style.NORMAL) == lazy_pinyin(other, style=Style.NORMAL))


def _two_glosses(rows: Sequence[GlossaryTerm]) -> Iterator[Finding]:
    first: dict[str, GlossaryTerm] = {}
    told: set[tuple[str, str]] = set()
    for row in rows:
        name = _plain(row.term_en or "")
        if len(name.split()) < 2 or not _HAN.search(row.term_zh):
            continue
        known = first.setdefault(name, row)
        if known.term_zh == row.term_zh or (name, row.term_zh) in told:
            continue
        told.add((name, row.term_zh))
        if row.term_zh in known.term_zh or known.term_zh in row.term_zh:
            continue
        yield Finding(
            check="term_two_glosses",
            message=f"The term {row.term_en!r} is glossed {row.term_zh} here and {known.term_zh} elsewhere.",
            start=row.char_start,
            end=row.char_end,
            value=row.term_zh,
            other_value=known.term_zh,
            other_start=known.char_start,
            other_end=known.char_end,
        )


def _plain(english: str) -> str:
    """A term without what a translator may vary: number, hyphens, articles, case."""
    words = [w for w in re.findall(r"[a-z0-9]+", english.lower()) if w not in ("the", "a", "an", "of")]
    return " ".join(re.sub(r"ies$", "y", w).removesuffix("s") for w in words)
