"""A Chinese term with its English in brackets behind it: where the term begins.

Chinese sets no blanks, so the term is cut behind a word that governs it (推进, 包括), a joint (和, 的) or a mark. Of
these places the one is taken whose term says what the English says, or has about as many characters as an abbreviation
of so many letters stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from extractors.language.glossary_brackets import HAN, Bracket, unquoted
from extractors.language.glossary_meaning import Term, romanises
from extractors.targets.units import units

_ENGLISH = re.compile(r"[A-Za-z][A-Za-z0-9&'’./+ -]{1,79}")
_WORDS = re.compile(r"[A-Za-z]{4,}|[a-z&]*[A-Z][A-Za-z&]*[A-Z]")
_RUN = re.compile(rf"[{HAN}A-Za-z0-9·]*[{HAN}]$")
_QUOTED = re.compile(r"[“《「‘][^“”《》「」‘’]{1,30}[”》」’]$")
_CAPITAL = re.compile("[A-Z]")
_REMARKS = frozenset({"see", "note", "ibid", "source", "table", "figure", "above", "below", "continued", "http", "www"})
_LONGEST_TERM = 24
_CHARACTERS_A_LETTER = 2.5
_JOINT, _LOST, _UNSAID = 0.4, 1.0, 0.3
_LOWER_WORD = re.compile(r"[A-Za-z]*[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Reverse:
    """A Chinese term and the English that stands in brackets behind it."""

    chinese: str
    english: str


def term_before(text: str, bracket: Bracket) -> Reverse | None:
    """The Chinese term that a bracket gives the English of; null where it holds no English or follows no Chinese."""
    english = re.split("[,，;；]", bracket.content)[0].strip()
    before = text[max(0, bracket.start - _LONGEST_TERM - 2) : bracket.start].rstrip()
    if not _ENGLISH.fullmatch(english) or not _WORDS.search(english) or not before:
        return None
    if english in units() or english.lower().split()[0].strip(".:") in _REMARKS:
        return None
    quoted = _QUOTED.search(before)
    run = _RUN.search(before)
    if quoted:
        chinese = unquoted(quoted[0])
    elif run:
        chinese = _cut(run[0], english)
    else:
        return None
    if len(chinese) < 2 or not re.search(f"[{HAN}]", chinese) or romanises(english, chinese):
        return None
    return Reverse(chinese, english)


def _cut(run: str, english: str) -> str:
    """The term at the end of a run of Chinese."""
    governing, joints = _bounds()
    starts = {
        0: 0.0,
        **{m.end(): _JOINT for m in joints.finditer(run)},
        **{m.end(): 0.0 for m in governing.finditer(run)},
    }
    words = [w.lower() for w in _LOWER_WORD.findall(english)]
    said = {w for w in words if Term.of(run).covered_by(w)}
    letters = len(_CAPITAL.findall(english))

    def cost(start: int) -> tuple[float, int]:
        term = Term.of(run[start:])
        if not words:
            far = abs(len(term.text) - _CHARACTERS_A_LETTER * letters) / _CHARACTERS_A_LETTER
            return starts[start] + far, -start
        spans = [span for w in words for span in term.covered_by(w)]
        left = term.content - {at for first, end in spans for at in range(first, end)}
        # A word says no more than half of a longer morpheme.
        half = sum(max(0.0, end - first - 1.5 * spans.count((first, end))) for first, end in set(spans))
        lost = sum(not term.covered_by(w) for w in said)
        return starts[start] + _LOST * lost + _UNSAID * (len(left) + half), -start

    best = min((start for start in starts if len(run) - start >= 2), key=cost, default=0)
    return run[best:]


@cache
def _bounds() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends in front of a term: words that govern it, and joints."""
    text = (files("extractors.language") / "glossary_words.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 -- strings only
    governing, joints = ("|".join(sorted(loaded[k], key=lambda w: (-len(w), w))) for k in ("governing_zh", "joints_zh"))
    return re.compile(governing), re.compile(joints)
