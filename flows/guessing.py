"""What a document's own text says of it: language, title, plan and period, for those who give no YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:-|–|—|－|~|～|to|至|到)\s*((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_OPENING = 4000  # code points that count as a document's first page
_MAX_TITLE = 200
_MAX_CHINESE_TITLE = 60
_TITLE_LINES = 12
_SENTENCE_ENDS = (".", "。", "；", ";", "，", ",", "、")
_SAMPLE = 200_000  # code points that a language is told from


@dataclass(frozen=True, slots=True)
class Guess:
    """What could be told; null where nothing could.

    `language` holds BCP 47 tags; `period` first and last year.
    """

    id: str
    title: str
    language: tuple[str, ...]
    document_type: str
    plan: str | None
    period: tuple[int, int] | None


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "plan_words.yaml").read_text(encoding="utf-8"))
    return words


@cache
def _plan_patterns() -> tuple[re.Pattern[str], ...]:
    ordinals = "|".join(_words()["english_ordinals"])
    chinese = "|".join(sorted(_words()["chinese_numbers"], key=len, reverse=True))
    return (
        re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\s+five\s*-\s*year\s+plan", re.IGNORECASE),
        re.compile(rf"\b({ordinals})\s+five\s*-\s*year\s+plan", re.IGNORECASE),
        re.compile(rf"第({chinese})个五年"),
        re.compile(rf"[“\"「]({chinese})五[”\"」]"),
        re.compile(rf"(?<![一二三四五六七八九十])({chinese})五(?:规划|计划|时期)"),
    )


def plan_number(text: str) -> int | None:
    """Which five-year plan the text names first, in figures or words, English or Chinese."""
    found: list[tuple[int, int]] = []
    for pattern in _plan_patterns():
        match = pattern.search(text)
        if match:
            word = match[1].lower()
            if word.isdecimal():
                number = int(word)
            elif word in _words()["english_ordinals"]:
                number = _words()["english_ordinals"].index(word) + 1
            else:
                number = _words()["chinese_numbers"].index(word) + 1
            found.append((match.start(), number))
    return min(found)[1] if found else None


def period_of(number: int) -> tuple[int, int]:
    """First and last year of a five-year plan: every five years since 1966."""
    irregular = _words()["irregular_periods"].get(number)
    return (irregular[0], irregular[1]) if irregular else (1951 + 5 * number, 1955 + 5 * number)


def _guess_period(title: str, opening: str, kind: str) -> tuple[str | None, tuple[int, int] | None]:
    """Plan and period: from the title, and from the first page where the document is a plan or a year's report.

    Other documents speak of plans without belonging to one.
    """
    if kind == "government_work_report":
        year = _YEAR.search(title) or _YEAR.search(opening)
        return None, (int(year[1]), int(year[1])) if year else None
    for text in (title, opening) if kind in ("plan_outline", "recommendations") else (title,):
        number = plan_number(text)
        if number is not None:
            return str(number), period_of(number)
        for first, last in _YEARS.findall(text):
            if int(last) - int(first) == 4:
                return None, (int(first), int(last))
    return None, None


def guess_language(text: str) -> tuple[str, ...]:
    """Languages by script, in the order in which they begin; a Chinese character weighs as much as a Latin word."""
    sample = text[:_SAMPLE]
    han, latin = _HAN.findall(sample), _LATIN.findall(sample)
    total = len(han) + len(latin)
    if not total:
        return ("und",)
    if len(han) < total * 0.2:  # names and glosses in an English text
        return ("en",)
    if len(latin) < total * 0.2:
        return ("zh",)
    first_han, first_latin = _HAN.search(sample), _LATIN.search(sample)
    han_first = bool(first_han and first_latin and first_han.start() < first_latin.start())
    return ("zh", "en") if han_first else ("en", "zh")


def _kind_of(title: str) -> str | None:
    kinds = _words()["document_types"]
    return next((str(k["type"]) for k in kinds if re.search(k["title"], title, re.IGNORECASE)), None)


def _guess_title(text: str, fallback: str) -> str:
    """The first heading of a markdown text, else a line that names a kind of document, else the first line."""
    lines = [line.strip() for line in text[:_OPENING].splitlines()]
    marked = next((line.lstrip("#").strip() for line in lines if re.match(r"#{1,2}\s", line)), None)
    if marked:
        return marked[:_MAX_TITLE]
    titles = [title for title in (_title_at(lines, n) for n, line in enumerate(lines) if line) if title]
    named = next((t for t in titles[:_TITLE_LINES] if _kind_of(t) and not t.endswith(_SENTENCE_ENDS)), None)
    return (named or (titles[0] if titles else fallback))[:_MAX_TITLE]


def _cut_chinese(line: str) -> str:
    """A Chinese title stands on one line; one that opens a paragraph ends with the word for its kind."""
    line = line.lstrip("】》〉）)> ")
    if len(line) <= _MAX_CHINESE_TITLE:
        return line
    ends = [m.end() for k in _words()["document_types"] for m in re.finditer(k["title"], line[:_MAX_CHINESE_TITLE])]
    return line[: max(ends)] if ends else ""


def _title_at(lines: list[str], first: int) -> str:
    """The line and the lines that continue it; empty where that is a paragraph and no title."""
    title = ""
    for line in lines[first:]:
        if not line:
            break
        title = f"{title} {line}" if title else line
        if _HAN.search(line):
            return _cut_chinese(line)
    if len(title) > _MAX_TITLE and not _HAN.search(title):
        # A plan may open with its name inside its first sentence: keep the whole lines that fit.
        shorter = ""
        for line in lines[first:]:
            if len(shorter) + len(line) >= _MAX_TITLE:
                break
            shorter = f"{shorter} {line}".strip()
        return shorter
    return title if len(title) <= _MAX_TITLE else ""


def id_of(path: Path) -> str:
    """An id from a file's name; `document` where no letter of it can stand in one."""
    return _NOT_IN_IDS.sub("-", path.stem.lower()).strip("-")[:80].strip("-") or "document"


def _printable(title: str) -> str:
    """A title as a YAML takes it: one line without control and private characters, which damaged PDFs give."""
    return " ".join("".join(c if c.isprintable() else " " for c in title).split())


def guess(text: str, path: Path, title: str | None = None) -> Guess:
    """Tell what can be told of a document.

    Args:
        text: Its raw text.
        path: Its file, for the id.
        title: Its title where the file's metadata or a person gives one.
    """
    found_title = _printable(title or "") or _printable(_guess_title(text, path.stem)) or id_of(path)
    kind = _kind_of(found_title) or "document"
    plan, period = _guess_period(found_title, text[:_OPENING], kind)
    return Guess(id_of(path), found_title, guess_language(text), kind, plan, period)
