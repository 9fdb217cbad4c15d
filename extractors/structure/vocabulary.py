"""The structural vocabulary of a language, read once from `vocabulary.yml` and compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from extractors.structure.numerals import CHINESE_NUMBER, NUMBER_WORD

MARKDOWN = re.compile(r"(?P<hashes>#{1,6})\s+")
# Signs that are bullets wherever a line begins with one; those of symbol fonts are characters for private use.
_SIGNS = "•●■◆▪‣○□➢▶◇◼▸►➤❖❑✓✔★☆\uf020-\uf0ff"
SURE_BULLET = re.compile(rf"[{_SIGNS}]\s*")
BULLET = re.compile(rf"(?:[{_SIGNS}·*]\s*|[§Ø]\s+(?=[^\W\d])|[-–—]{{1,2}}\s*(?=\S)(?!\d))")
_BOX_NUMBER = r"\d{1,3}(?:[.．–-]\d{1,3})?"
RULE = re.compile(r"[\s|:+=_*-]+")


@dataclass(frozen=True, slots=True)
class Label:
    """A heading word: its level and how far inwards it ranks."""

    word: str
    level: str
    rank: int


@dataclass(frozen=True, slots=True)
class BareForm:
    """A way to number a heading without a word."""

    form: str
    rank: int
    firm: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything structural that one language's documents print."""

    language: str
    labels: dict[str, Label]
    labelled: re.Pattern[str]
    bare: tuple[BareForm, ...]
    contents: re.Pattern[str]
    box: re.Pattern[str]
    box_mention: re.Pattern[str]
    continued: re.Pattern[str]
    careful_boxes: frozenset[str]
    items: tuple[tuple[str, re.Pattern[str]], ...]
    indicator_title: re.Pattern[str]
    notes: re.Pattern[str]
    openers: frozenset[str]
    addresses: re.Pattern[str]
    summaries: re.Pattern[str]
    annexes: re.Pattern[str]
    lone_titles: re.Pattern[str]


@cache
def _entries() -> dict[str, Any]:
    text = (files("extractors.structure") / "vocabulary.yml").read_text(encoding="utf-8")
    entries: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return entries


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of `zh` or `en`; any other language reads as English."""
    tag = "zh" if language == "zh" else "en"
    entries = _entries()
    labels = {w.lower(): Label(w, e["level"], e["rank"]) for w, e in entries["labelled_headings"][tag].items()}
    words = _any_of(list(entries["labelled_headings"][tag]))
    box_words = _any_of(entries["box_labels"][tag])
    titles = _any_of(entries["indicator_titles"][tag])
    notes = _any_of(entries["notes"][tag])
    contents, end = r"\s*".join, "" if tag == "zh" else r"\b"
    if tag == "zh":
        labelled = rf"第\s*(?P<number>{CHINESE_NUMBER}|\d{{1,3}})\s*(?P<label>{words})(?P<separator>[\s:：.．、]*)"
        box = rf"(?P<label>{box_words})\s*(?P<number>{_BOX_NUMBER}|{CHINESE_NUMBER})?(?P<separator>[\s:：.．、—-]*)"
        contents_words = "|".join(contents(w) for w in entries["contents"][tag])
        indicator = rf"(?:{titles})"
    else:
        cased = f"{words}|{words.upper()}"
        number = rf"[IVXLC]{{1,8}}|\d{{1,3}}|(?i:{NUMBER_WORD})"
        labelled = rf"(?P<label>{cased})\s+(?P<number>{number})(?P<separator>\s*[.:：—–-]\s*|\s+|$)"
        box = (
            rf"(?P<label>{box_words}|{box_words.upper()})\s+(?P<number>{_BOX_NUMBER}|[IVXLC]{{1,7}})"
            r"(?P<separator>\s*[.:：—–-]\s*|\s+|$)"
        )
        contents_words = "|".join(entries["contents"][tag])
        indicator = rf"(?i:\b(?:{titles})\b)"
    return Vocabulary(
        language=tag,
        labels=labels,
        labelled=re.compile(labelled),
        bare=tuple(
            BareForm(e["form"], e["rank"], e["firm"], re.compile(e["pattern"])) for e in entries["bare_headings"][tag]
        ),
        contents=re.compile(rf"(?i:{contents_words})"),
        box=re.compile(box),
        box_mention=re.compile(rf"(?:{_any_of(entries['box_mentions'][tag])})" + end),
        continued=re.compile(rf"{box}\W*(?i:{_any_of(entries['continued'][tag])})\W*"),
        careful_boxes=frozenset(entries["box_labels_needing_separator"]),
        items=tuple((e["form"], re.compile(e["pattern"])) for e in entries["item_numbers"]),
        indicator_title=re.compile(indicator),
        notes=re.compile(rf"[*\s]*(?:{notes})\s*[:：*]|[*\s]*(?:{notes})\s*\d?[.．、]"),
        openers=frozenset(entries["sentence_openers"].get(tag, [])),
        addresses=re.compile(
            rf"(?:{_any_of(entries['addresses'][tag])})\s*[！!，,：:、]|(?:{_any_of(entries['appeals'][tag])})" + end
        ),
        summaries=re.compile(rf"(?:{_any_of(entries['period_summaries'][tag])})" + end),
        annexes=re.compile(
            rf"(?i:[*#\s]*(?:{_any_of(entries['annexes'][tag])})\s*(?:{CHINESE_NUMBER}|\d{{1,2}}|[A-Z]|[IVX]+)?\s*[:：*\s]*)"
        ),
        lone_titles=re.compile("|".join(contents(w) for w in entries["lone_titles"][tag])),
    )
