"""Defects of the text layer, each repair recorded."""

from __future__ import annotations

from itertools import pairwise

from extractors.document import Document
from extractors.mapped import MappedText
from extractors.repair import compatibility, furniture, quotes, spacing
from extractors.repair.broken_lines import put_together
from extractors.repair.edits import Edit, apply, settle
from extractors.repair.joining import with_raw
from extractors.repair.model import Change, CleanLine, LineRole
from extractors.repair.split_words import SplitWords, chosen, splits_words
from extractors.repair.words import Vocabulary

__all__ = ["repair"]


def repair(document: Document, languages: tuple[str, ...]) -> tuple[tuple[CleanLine, ...], tuple[Change, ...]]:
    """Clean every printed line of a document and say what each line is.

    Args:
        document: What a reader returned.
        languages: BCP 47 tags of the document, as in its source's YAML; word lists are consulted for English only.

    Returns:
        One clean line a printed line, in order (footnotes are still `body`), and the changes in order of place.
    """
    raws = [document.text[line.start : line.end] for line in document.lines]
    indents = [len(raw) - len(raw.lstrip()) for raw in raws]
    texts = [raw.strip() for raw in raws]
    roles = furniture.roles(texts, document.lines, document.frames)
    edits, ends_word = _edits(texts, roles, any(tag.split("-")[0] == "en" for tag in languages))
    lines: list[CleanLine] = []
    changes: list[Change] = []
    for at, (line, text, indent, role, of_line) in enumerate(
        zip(document.lines, texts, indents, roles, edits, strict=True)
    ):
        clean = MappedText.of(text, line.start + indent)
        if of_line:
            clean, made = apply(clean, of_line)
            clean = clean.strip()
            changes += made
        if role in _FURNITURE_KIND:
            start = line.start + indent
            changes.append(Change(start, start + len(text), text, "", _FURNITURE_KIND[role], f"{role}_line_left_out"))
        shown = (line.at_foot, line.opens, line.stops_short, at in ends_word)
        lines.append(CleanLine(clean, line.start, line.end, line.page, role, indent, *shown))
    lines, seams = put_together(lines)
    changes += with_raw(seams, document.text)
    return tuple(lines), tuple(sorted(changes, key=lambda c: (c.start, c.end)))


_FURNITURE_KIND = {
    "page_number": "page_number_line",
    "running_header": "running_header",
    "chrome": "web_furniture",
    "garbled": "garbled_figure_text",
}


def _edits(texts: list[str], roles: list[LineRole], english: bool) -> tuple[list[list[Edit]], set[int]]:
    """The settled edits of each line, and the lines that begin within a word; furniture stays as printed."""
    body = [text if role == "body" else "" for text, role in zip(texts, roles, strict=True)]
    mac = quotes.uses_mac_quotes(body)
    vocabulary = Vocabulary.of(body)
    words = SplitWords(vocabulary)
    percent_apart = spacing.sets_percent_apart(body)
    broken = spacing.breaks_hyphens(body, vocabulary)
    candidates = [words.candidates(text) if english and " " in text else [] for text in body]
    damaged = splits_words(candidates)
    result: list[list[Edit]] = []
    for text, split in zip(body, chosen(candidates, damaged), strict=True):
        found = list(split)
        if text:
            if not text.isascii():
                found += compatibility.stand_ins(text)
                found += spacing.odd_blanks(text)
                found += quotes.quotes(text, mac)
                found += spacing.in_chinese(text)
            if " " in text:
                found += spacing.around_punctuation(text)
                found += () if percent_apart else spacing.percents(text)
                found += spacing.doubled(text)
                found += spacing.codes(text, vocabulary)
                found += spacing.hyphens(text, vocabulary, broken)
        result.append(settle(found) if found else found)
    return result, _within_words(body, words) if damaged else set()


def _within_words(body: list[str], words: SplitWords) -> set[int]:
    """Lines whose first letters end a word that the body line before begins, in a text that splits words."""
    filled = [at for at, text in enumerate(body) if text]
    return {at for before, at in pairwise(filled) if words.over_line_end(body[before], body[at])}
