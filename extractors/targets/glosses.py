"""Notes that explain a term or convert a unit: the numbers of such sentences set no target.

`"Five Ones" means at least one good play a year` says what a name stands for, `1公顷合15亩` what a unit is.
A sentence that names a year tells of the world again and is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUOTE = {"en": r"[\"“‘'][^\"”]{2,80}[\"”]", "zh": r"[“《「][^”》」]{2,40}[”》」]"}
# The defining word stands near the term, in its clause.
_GAP = {"en": r"[^.;:]{0,60}?\b", "zh": r"[^，。；：]{0,12}?"}
_TERM = {"en": r"(?:The |An? )?[^.;:,]{2,80}?\b", "zh": r"[^，。；：\d]{1,24}?"}
_OPENING = {"en": r"(?:[A-Z]\w+['’]?s? [Nn]ote: |Note: )?(?:The |An? )?", "zh": r"(?:译者?注|编者注|注)?[：:]?"}
_NUMBER = {"en": r"\b(?:\d[\d.,]{0,20}|[Oo]ne)", "zh": r"(?:\d[\d.]{0,20}|一)"}


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How one language explains terms and converts units."""

    explains: re.Pattern[str]
    converts: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    text = files("extractors.targets").joinpath("glosses.yaml").read_text(encoding="utf-8")
    words = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))[language]  # noqa: S506
    end = r"\b" if language == "en" else ""
    quoted, plain, converts = (_any(words[name]) for name in ("quoted", "plain", "converts"))
    number, opening = _NUMBER[language], _OPENING[language]
    unit = r"\s?[A-Za-z ]{1,20}?\s?" if language == "en" else r"\s?[^\d\s，。；：]{1,6}?\s?"
    return _Patterns(
        re.compile(
            rf"{opening}(?:{_QUOTE[language]}{_GAP[language]}(?:{quoted}){end}|{_TERM[language]}(?:{plain}){end})"
        ),
        re.compile(rf"(?<![\d.,]){number}{unit}(?:{converts})\s?(?:about|roughly|约)?\s?\d"),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def explains(note: str, language: str) -> bool:
    """Whether a note begins with what a term stands for, so that the rest of it goes on explaining."""
    return bool(_patterns(language).explains.match(note))


def is_gloss(sentence: str, explaining: bool, language: str) -> bool:
    """Whether the numbers of a note's sentence belong to an explanation.

    Args:
        sentence: The sentence.
        explaining: Whether its note explains a term.
        language: `en` or `zh`.
    """
    if _YEAR.search(sentence):
        return False
    return explaining or bool(_patterns(language).converts.search(sentence))
