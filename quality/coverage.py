"""Nothing silently lost: what a document shows, counted by scans that know no extractor, and where each of it went.

For numbers every maximal run of digits, Chinese numerals or number words is one; for boxes and headings every line
that begins like one; for tables every ruled or markdown table; for pages every page of the file. Each ends in exactly
one outcome: published, quarantined, or ignored for a reason of a closed list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

REASONS = (
    "plan_name",
    "date",
    "list_or_heading_number",
    "footnote_marker",
    "page_number",
    "code",
    "ordinal",
    "named_concept",
    "age_or_duration",
    "denominator",
    "part_of_name",
    "vague",
    "unknown",
)
ELEMENTS = ("number", "box", "table", "heading", "page")

_ZH = "〇零一二两三四五六七八九十百千万亿"
_DIGITS = r"[0-9０-９]+(?:[,，.．][0-9０-９]+)*"
_WORDS = (
    r"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion"
    r"|dozen|half|double|doubled|doubling|triple|tripled"
)
_NUMBER = re.compile(
    rf"(?:{_DIGITS}|[{_ZH}]+)(?:{_DIGITS}|[{_ZH}])*|\b(?:{_WORDS})\b(?:[ -](?:{_WORDS})\b)*", re.IGNORECASE
)
_BOX = re.compile(
    r"(?m)^[ \t\f#*]*(?:专栏|(?i:Box|Panel)(?=\s*\d))\s*[0-9０-９一二三四五六七八九十]+|^[ \t\f#*]*Table\s+\d+[.:]"
)
_HEADING = re.compile(
    r"(?m)^[ \t\f　#*]*(?:"
    # Numbered openings may have their text on the same line, however long.
    r"[一二三四五六七八九十]{1,3}、(?=\S)|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）](?=[\u3400-\u9fff])"
    r"|(?:第[一二三四五六七八九十百零〇0-9]+[篇章节编]|(?:Part|Article|Chapter|Section)\s+"
    r"(?:[IVXLC]+|[0-9]+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen"
    r"|Sixteen|Seventeen|Eighteen|Nineteen|Twenty)\b)(?=[^\n]{0,160}$))"
)
# Numerals in a Chinese gloss of an English text, such as a named policy in brackets.
_IN_GLOSS = re.compile(r"[A-Za-z\"”Ó\s][(（][^()（）A-Za-z]{0,50}$")
_MARKDOWN_TABLE = re.compile(r"(?m)^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$")


@dataclass(frozen=True, slots=True)
class Seen:
    """Things of one element with one fate: a row that may be published or quarantined, or a reason."""

    element: str
    dataset: str | None
    key: str | None
    reason: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Fate:
    """What an extractor did with the raw span [start, end): made a row of it, or passed it for a reason."""

    start: int
    end: int
    dataset: str | None = None
    key: str | None = None
    reason: str | None = None


@cache
def _words() -> dict[str, Any]:
    with (files("quality") / "coverage_words.yaml").open("r", encoding="utf-8") as lines:
        loaded: dict[str, Any] = yaml.safe_load(lines)
    return loaded


def scan(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Spans of all matches, in order."""
    return [m.span() for m in pattern.finditer(text)]


def see(
    text: str,
    numbers: Iterable[Fate],
    boxes: Sequence[Fate],
    headings: Sequence[Fate],
    tables: Sequence[Fate],
    table_count: int,
    pages: Sequence[str],
) -> list[Seen]:
    """Count what a document shows and give each thing the fate that its span has.

    Args:
        text: The raw text.
        numbers: Fates of number spans; of several on one number, a row comes before a reason, a shorter span
            before a longer one.
        boxes: Spans of the captions' beginnings of published boxes.
        headings: Likewise of sections.
        tables: Rows of `tables`; their spans are not compared, their number is.
        table_count: Tables that the reader saw; markdown tables are counted here.
        pages: Keys of the rows of `pages`, one a page.

    Returns:
        Counts by element and fate, sorted.
    """
    counts: Counter[tuple[str, str | None, str | None, str | None]] = Counter()
    for element, pattern, fates in (
        ("number", _NUMBER, numbers),
        ("box", _BOX, boxes),
        ("heading", _HEADING, headings),
    ):
        for met in _met(element, pattern, text, list(fates)):
            counts[element, met.dataset, met.key, met.reason] += 1
    # A table whose grid was lost in the text has no mark that a scan could see; the row itself is the sight of it.
    seen_tables = max(table_count, len(_MARKDOWN_TABLE.findall(text)), len(tables))
    for fate in tables[:seen_tables]:
        counts["table", fate.dataset, fate.key, None] += 1
    if seen_tables > len(tables):
        counts["table", None, None, "unknown"] += seen_tables - len(tables)
    for key in pages:
        counts["page", "pages", key, None] += 1
    return [
        Seen(e, d, k, r, n) for (e, d, k, r), n in sorted(counts.items(), key=lambda item: [x or "" for x in item[0]])
    ]


def numbers_in(text: str, fates: Iterable[Fate]) -> Iterator[Fate]:
    """Every number that the scan sees, in order of place, with the row that it is in or the reason why in none.

    Args:
        text: The raw text.
        fates: As in `see`.
    """
    return _met("number", _NUMBER, text, list(fates))


def _met(element: str, pattern: re.Pattern[str], text: str, fates: list[Fate]) -> Iterator[Fate]:
    spans = scan(pattern, text)
    for (start, end), fate in zip(spans, _fates(spans, fates), strict=True):
        if fate and fate.dataset:
            yield Fate(start, end, fate.dataset, fate.key)
        elif fate and fate.reason and fate.reason != "unknown":
            yield Fate(start, end, reason=fate.reason)
        else:
            yield Fate(start, end, reason=_residual(element, text, start, end))


def _fates(spans: Sequence[tuple[int, int]], fates: list[Fate]) -> list[Fate | None]:
    """For each span the best fate that overlaps it; linear in spans and fates."""
    best: list[tuple[tuple[int, int], Fate] | None] = [None] * len(spans)
    starts = [s for s, _ in spans]
    for fate in fates:
        rank = (0 if fate.dataset else 1, fate.end - fate.start)
        at = max(bisect_right(starts, fate.start) - 1, 0)
        while at < len(spans) and spans[at][0] < fate.end:
            old = best[at]
            if spans[at][1] > fate.start and (old is None or rank < old[0]):
                best[at] = (rank, fate)
            at += 1
    return [b[1] if b else None for b in best]


@cache
def _inside_words() -> re.Pattern[str]:
    known = sorted(_words()["part_of_name"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known)))


def _residual(element: str, text: str, start: int, end: int) -> str:
    """The reason of something that no extractor spoke of."""
    if element == "number":
        return _reason(text, start, end)
    line_end = text.find("\n", end)
    line = text[end : line_end if line_end >= 0 else len(text)].strip()
    # "专栏1的指标依据……。": a sentence that begins with a box's name is a mention of it.
    mentioned = line.endswith((".", ";", ",")) or any(sign in line for sign in "，。；")
    return "part_of_name" if element == "box" and mentioned else "unknown"


def _reason(text: str, start: int, end: int) -> str:
    """Why a number that no extractor looked at is none, from the characters around it."""
    before, run, after = text[max(0, start - 4) : start], text[start:end], text[end : end + 4]
    if before.endswith(tuple(_words()["ordinal"])):
        return "ordinal"
    if after.startswith(tuple(_words()["plan_after"])):
        return "plan_name"
    around = before + run + after
    first, last = len(before), len(before) + len(run)
    if any(m.start() < last and m.end() > first for m in _inside_words().finditer(around)):
        return "part_of_name"
    if run[0] in _ZH and _IN_GLOSS.search(text, max(0, start - 60), start):
        return "part_of_name"
    if run.lower() == "one":
        return "vague"
    if any(word in around[max(first - 1, 0) :] for word in _words()["vague"]):
        return "vague"
    if run[0].isdigit() and after.startswith(tuple(_words()["date_after"])):
        return "date"
    if before[-1:].isascii() and before[-1:].isalpha() and run[0].isdigit():
        return "code"
    return "unknown"


def tally(document_id: str, seen: Iterable[Seen], quarantined: Mapping[str, Collection[str]]) -> list[dict[str, Any]]:
    """Rows of `coverage` for one document; every element has one, and its counts add up to `found`.

    Args:
        document_id: The document.
        seen: What `see` returned.
        quarantined: Keys of quarantined rows by dataset.
    """
    found: dict[str, Counter[str]] = {e: Counter() for e in ELEMENTS}
    reasons: dict[str, Counter[str]] = {e: Counter() for e in ELEMENTS}
    for s in seen:
        if s.dataset is None:
            fate = "ignored"
            reasons[s.element][s.reason or "unknown"] += s.count
        else:
            fate = "quarantined" if s.key in quarantined.get(s.dataset, ()) else "published"
        found[s.element][fate] += s.count
    return [
        {
            "document_id": document_id,
            "element": e,
            "found": sum(found[e].values()),
            "published": found[e]["published"],
            "quarantined": found[e]["quarantined"],
            "ignored": found[e]["ignored"],
            "ignored_reasons": dict(sorted(reasons[e].items())),
        }
        for e in ELEMENTS
    ]
