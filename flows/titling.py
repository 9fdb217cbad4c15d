"""The title of a document from its first lines: no sentence, address, by-line or heading of a part."""

from __future__ import annotations

import re

from flows.plan_words import HAN, kind_ends, kind_of, pattern

_MAX_TITLE = 200
_MAX_CHINESE_TITLE = 60
_TITLE_LINES = 12
_SENTENCE_ENDS = (".", "。", "；", ";", "，", ",", "、", ":", "：", "!", "！", "?", "？")
_COLUMN_GAP = re.compile(r"\S(?:\t| {3,})\s*\S")
_OTHER_SENTENCE = re.compile(r"[。；！？]|[a-z)]\. +[A-Z]")


def guess_title(opening: str, name: str) -> str:
    """The title of a document.

    The first heading of a markdown text that heads no part; else a line that names a kind of document; else the
    file's name where that names one; else the first line that can be a title; else the name.

    Args:
        opening: The document's first page.
        name: Its file's name in words.
    """
    lines = [line.strip() for line in opening.splitlines()]
    marked = (line.lstrip("#").strip() for line in lines if re.match(r"#{1,2}\s", line))
    heading = next((line for line in marked if _can_be_title(line)), None)
    if heading and (kind_of(heading) or not kind_of(name)):
        return heading[:_MAX_TITLE]
    plain = [line for line in lines if not line.startswith("#")]
    titles = [(n, title) for n, line in enumerate(plain) if line and (title := _title_at(plain, n))]
    good = [(n, title) for n, title in titles[:_TITLE_LINES] if _can_be_title(title)]
    named = next((title for _, title in good if kind_of(title)), None)
    if named:
        return named[:_MAX_TITLE]
    first = next((title for n, title in good if _stands_alone(plain, n)), None)
    return (name if not first or (kind_of(name) and _is_written_out(name)) else first)[:_MAX_TITLE]


def _stands_alone(lines: list[str], at: int) -> bool:
    """Whether a line is no piece of a paragraph: a Chinese title has one line, an English one may have several."""
    above, below = lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else ""
    return not above and not (below and HAN.search(lines[at]))


def _is_written_out(name: str) -> bool:
    """Whether a file is called by a title, not by a short name as in `cn-plan`."""
    return bool(HAN.search(name)) or " " in name


def usable_metadata(title: str | None) -> str | None:
    """A title that a PDF's metadata gives, unless it is what a word processor calls a file."""
    return title if title and not pattern("no_metadata_title").search(title) else None


def _can_be_title(line: str) -> bool:
    if not line or line.endswith(_SENTENCE_ENDS) or _COLUMN_GAP.search(line) or _OTHER_SENTENCE.search(line):
        return False
    if HAN.search(line) and re.search("[，,]", line) and not kind_of(line):
        return False  # half a sentence, broken at the line's end
    if not any(character.isalpha() for character in line):
        return False
    return not (pattern("no_title").search(line) or pattern("part_begins").match(line))


def _cut_chinese(line: str) -> str:
    """A Chinese title stands on one line; one that opens a paragraph ends with the word for its kind."""
    line = line.lstrip("】》〉）)> ")
    if len(line) <= _MAX_CHINESE_TITLE and not _OTHER_SENTENCE.search(line):
        return line
    ends = kind_ends(line[:_MAX_CHINESE_TITLE])
    return line[: max(ends)] if ends else ""


def _title_at(lines: list[str], first: int) -> str:
    """The line and the lines that continue it; empty where that is a paragraph and no title."""
    title = ""
    for line in lines[first:]:
        if not line:
            break
        if not title and _COLUMN_GAP.search(line):
            return ""
        title = f"{title} {line}" if title else line
        if HAN.search(line):
            return _cut_chinese(line)
        if pattern("no_title").search(line) or pattern("part_begins").match(line):
            title = title[: -len(line)].strip()  # what stands right below a title is no part of it
            break
    if len(title) > _MAX_TITLE and not HAN.search(title):
        # A plan may open with its name inside its first sentence: keep the whole lines that fit.
        shorter = ""
        for line in lines[first:]:
            if len(shorter) + len(line) >= _MAX_TITLE:
                break
            shorter = f"{shorter} {line}".strip()
        return shorter
    return title if len(title) <= _MAX_TITLE else ""
