"""Words printed twice where once is meant, in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

import yaml

from extractors.checks.material import Finding, Material, span_of
from extractors.mapped import MappedText

_DOUBLED = re.compile(r"(?<![\w'’-])([A-Za-z]{1,20}) \1(?![\w'’-])")
# `research institutions and institutions of learning` are two sorts; without words of its own the first is none.
_JOINED = re.compile(
    r"(?<![\w'’-])(?:the|its|their|our|this|these|an?) ([A-Za-z][A-Za-z-]{2,24}) (?:and|or) \1"
    r"(?=[.,;)]|$| (?:of|in|for|to|with|between|among|by|on|at)\b)"
    r"|(?<!between)(?<!from)(?<=[.,;(]) ([A-Za-z][A-Za-z-]{2,24}) (?:and|or) \2(?=[.,;)])",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"(?<![\w'’-])([a-z]{4,20}) of (?:the |an? )?(?:[\"“”'‘’]?[A-Za-z0-9&–-]+[\"“”'‘’]? ){0,5}?"
    r"[A-Za-z0-9&–-]+[\"”'’]? \1(?![\w'’-])"
)
_ACROSS = re.compile(
    r"[.;:!?]|(?<!of) the\b|\b(?:and|or|to|than|from|in|on|as|by|at|for|with|over|above|under|below|into|is|are)\b"
)


@lru_cache(maxsize=1)
def _words() -> dict[str, list[str]]:
    text = files("extractors.checks").joinpath("repeated_words.yaml").read_text(encoding="utf-8")
    return {name: list(words) for name, words in yaml.safe_load(text).items()}


@lru_cache(maxsize=1)
def _repeated_verb() -> re.Pattern[str]:
    verbs = "|".join(_words()["verbs_zh"])
    return re.compile(rf"[与和及并](({verbs})(?:(?!\2)[一-鿿]){{2,8}}\2)(?=[，,。；;])")


# Words of two characters share one with their neighbours (监测预测预警): only longer ones and particles are told.
_DOUBLED_ZH = re.compile(r"([一-鿿]{3,8})\1|(?<![目标中有])(的)的(?!确)|(?<=[一-鿿])([与及])\3")


_CAN_DOUBLE = frozenset(
    {"that", "had", "is", "very", "so", "in", "on", "by", "do", "pooh", "bye", "ha", "tut", "no", "yes"}
)


def repeated_words(material: Material) -> Iterator[Finding]:
    """`the the`, `connectivity and connectivity`, `the period of the X period`; a verb before and behind its object."""
    for block in material.in_language("en"):
        text = block.text.text
        for match in _DOUBLED.finditer(text):  # names may double, and the cells of a diagram
            apart = material.is_parted(block.text, match.start(), match.end())
            if match[1].lower() not in _CAN_DOUBLE and not match[1][0].isupper() and not apart:
                yield _finding(block.text, match, f"The word {match[1]!r} stands twice.", match[1])
        for match in _JOINED.finditer(text):
            word = match[1] or match[2]
            if word.lower() not in _words()["joined_en"]:
                yield _finding(block.text, match, f"{word!r} is joined with itself.", word)
        for match in _OF_ITSELF.finditer(text):
            if match[1] in _words()["spans_en"] and not _ACROSS.search(match[0]):
                yield _finding(
                    block.text, match, f"{match[1]!r} is said before and behind what it belongs to.", match[1]
                )
    for block in material.in_language("zh"):
        text = block.text.text
        for match in _repeated_verb().finditer(text):
            start, end = span_of(block.text, match.start(1), match.end(1))
            message = f"The verb {match[2]} stands before and behind its object."
            yield Finding("repeated_verb", message, start, end, value=match[2])
        for match in _DOUBLED_ZH.finditer(text):
            word = match[1] or match[2] or match[3]
            yield _finding(block.text, match, f"{word} stands twice.", word)


def _finding(text: MappedText, match: re.Match[str], message: str, value: str) -> Finding:
    start, end = span_of(text, match.start(), match.end())
    return Finding("repeated_word", message, start, end, value=value)
