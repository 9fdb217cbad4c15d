"""Rows of a main-indicator table from the places of its words, where no lines are drawn that part its cells.

The heads say where the columns are and what they hold; attributes and values say where the rows are; names of several
lines stand beside the middle of their row, or begin beside it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.mapped import MappedText
from extractors.tables.cell_values import read_cell
from extractors.tables.cell_values import words as words_known
from extractors.tables.grid_header import GridHeader
from extractors.tables.line_blocks import Span, blocks
from extractors.tables.placed_categories import Label, categories
from extractors.tables.placed_columns import TOUCHING, Columns, Words, columns_of, mapped, words_between, words_of
from extractors.tables.raw_row import NUMBERED, Header, RawRow, bindingness, clean, name_and_unit

_SAME_ROW = 0.6  # heights by which values of one row may differ
_NEAR = 1.25  # line steps within which two lines are of one cell
_STEP = 1.5  # heights from line to line of one cell
_VALUES = ("number", "year", "attribute")

Cells = dict[str, list[Words]]


def rows_by_place(document: Document, start: int, end: int) -> tuple[Header, list[RawRow]]:
    """Rows of the table in the raw span [start, end); none where the document has no places or the table no header."""
    columns: Columns | None = None
    rows: list[RawRow] = []
    pages = list(words_between(document, start, end).values())
    for at, words in enumerate(pages):
        # A part below no header of its own stands below the header before, and has its say where the columns part.
        found = columns_of(document, words, pages[at + 1 :])
        columns = found or (replace(columns, bottom=0.0) if columns else None)
        if columns is None:
            continue
        rows += _rows_of_page(document, words, columns, rows)
    return (columns.header.as_header(), rows) if columns and rows else (Header((), ""), [])


def _rows_of_page(
    document: Document, words: Sequence[Words], columns: Columns, before: Sequence[RawRow]
) -> list[RawRow]:
    body = _above_notes([w for w in words if w.top > columns.bottom - 1])
    by_column, across = _by_column(document, body, columns)
    roles = columns.header.columns
    places = _row_places(by_column, roles)
    if not places:
        return []
    names = [w for c in roles["indicator"] for w in by_column.get(c, [])]
    lines = _lines(names)
    shared = blocks([_span(line) for line in lines], places, least=1, alone=True)
    if shared is None:
        return []
    labels = [Label(clean(" ".join(w.text for w in line)), _span(line)) for line, row in zip(lines, shared, strict=True)
              if row is None] + across  # fmt: skip
    cells: list[dict[int, list[list[Words]]]] = [{} for _ in places]
    for line, row in zip(lines, shared, strict=True):
        if row is not None:
            cells[row].setdefault(roles["indicator"][0], []).append(line)
    for role, own in roles.items():
        for column in own if role not in ("indicator", "category") else []:
            text = _lines(by_column.get(column, []))
            for line, row in zip(
                text, blocks([_span(t) for t in text], places, least=0, alone=False) or [], strict=False
            ):
                if row is not None:
                    cells[row].setdefault(column, []).append(line)
    extents = [_extent(row, place) for row, place in zip(cells, places, strict=True)]
    marks = [w for c in roles.get("category", []) for w in by_column.get(c, [])]
    named = categories(_labels(_lines(marks)), labels, extents, before[-1].category if before else None)
    found: list[RawRow] = []
    for texts, category in zip(cells, named, strict=True):
        made = _row(document, texts, columns.header, category, len(before) + len(found) + 1)
        if made:
            found.append(made)
    return found


def _above_notes(body: Sequence[Words]) -> Sequence[Words]:
    label = "|".join(map(re.escape, words_known()["notes"]))
    note = re.compile(rf"(?i)(?:{label})\s*[:：]")
    first = next((w.top for w in body if note.match(w.text)), None)
    return body if first is None else [w for w in body if w.top < first]


def _by_column(
    document: Document, body: Sequence[Words], columns: Columns
) -> tuple[dict[int, list[Words]], list[Label]]:
    """Words of each column, words over several parted, and texts alone on their line over several."""
    out: dict[int, list[Words]] = {}
    across: list[Label] = []
    for word in body:
        groups = _parted(word, columns)
        if _stands_across(word, set(groups), body, columns):
            across.append(Label(clean(word.text), Span(word.top, word.bottom)))
            continue
        for column, numbers in groups.items():
            out.setdefault(column, []).append(words_of(document, [word.runs[n] for n in numbers]))
    return out, across


def _parted(word: Words, columns: Columns) -> dict[int, list[int]]:
    """Numbers of a text's runs by column; runs without white between them stay together."""
    groups: dict[int, list[int]] = {}
    column, end = 0, float("-inf")
    for number, run in enumerate(word.runs):
        if run.region.x0 - end > TOUCHING * word.size:
            column = columns.at((run.region.x0 + run.region.x1) / 2)
        groups.setdefault(column, []).append(number)
        end = run.region.x1
    return groups


def _stands_across(word: Words, columns: set[int], body: Sequence[Words], table: Columns) -> bool:
    """Whether a text alone on its line is no line of a cell: it stands over several columns, or far from others."""
    if any(w is not word and abs(w.middle - word.middle) < _SAME_ROW * word.size for w in body):
        return False
    if len(columns) > 1:
        return True
    roles = table.header.columns
    cell = read_cell(word.text)
    if columns & {*roles["indicator"], *roles.get("category", [])} or cell.value is not None or cell.comparator:
        return False
    if not columns & {*roles.get("unit", []), *roles.get("change", [])}:
        return True
    near = (w for w in body if w is not word and abs(w.middle - word.middle) < _STEP * word.size)
    return not any(table.at((w.x0 + w.x1) / 2) in columns for w in near)


def _row_places(by_column: dict[int, list[Words]], roles: dict[str, list[int]]) -> list[Span]:
    """Where the rows' values stand, from top to bottom."""
    values = [w for role in _VALUES for c in roles.get(role, []) for w in by_column.get(c, [])]
    values = [w for w in values if bindingness(w.text) or not read_cell(w.text).is_words]
    changes = [w for c in roles.get("change", []) for w in by_column.get(c, []) if not read_cell(w.text).is_words]
    places: list[list[Words]] = []
    for word in sorted([*values, *changes], key=lambda w: w.middle):
        if places and word.middle - places[-1][0].middle < _SAME_ROW * word.size:
            places[-1].append(word)
        else:
            places.append([word])
    marked = roles.get("attribute", [])
    if marked:
        attributes = {id(w) for c in marked for w in by_column.get(c, []) if bindingness(w.text)}
        places = [p for p in places if any(id(w) in attributes for w in p)]
    return [Span(min(w.top for w in p), max(w.bottom for w in p)) for p in places]


def _lines(words: Sequence[Words]) -> list[list[Words]]:
    out: list[list[Words]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        if out and word.middle - out[-1][0].middle < 0.35 * word.size:
            out[-1].append(word)
        else:
            out.append([word])
    return [sorted(line, key=lambda w: w.x0) for line in out]


def _span(line: Sequence[Words]) -> Span:
    return Span(min(w.top for w in line), max(w.bottom for w in line))


def _extent(cells: dict[int, list[list[Words]]], place: Span) -> Span:
    spans = [place, *(_span(line) for lines in cells.values() for line in lines)]
    return Span(min(s.top for s in spans), max(s.bottom for s in spans))


def _labels(lines: Sequence[Sequence[Words]]) -> list[Label]:
    """Names of groups in a column of their own, those of several lines whole."""
    steps = [b[0].top - a[0].top for a, b in itertools.pairwise(lines)]
    leading = min(steps, default=0.0)
    out: list[Label] = []
    last: Sequence[Words] | None = None
    for line in lines:
        text, span = " ".join(w.text for w in line), _span(line)
        if last is not None and line[0].top - last[0].top <= min(_NEAR * leading, 1.6 * line[0].size):
            out[-1] = Label(clean(f"{out[-1].text} {text}"), Span(out[-1].span.top, span.bottom))
        else:
            out.append(Label(clean(text), span))
        last = line
    return out


def _row(
    document: Document, cells: dict[int, list[list[Words]]], header: GridHeader, category: str | None, number: int
) -> RawRow | None:
    texts = {column: mapped(document, [[r for w in line for r in w.runs] for line in lines])
             for column, lines in cells.items()}  # fmt: skip

    def text(role: str) -> MappedText | None:
        return next((texts[c] for c in header.columns.get(role, []) if c in texts), None)

    whole = text("indicator")
    if whole is None:
        return None
    name = clean(whole.text)
    numbered, own = NUMBERED.match(name), text("number")
    if numbered:
        number, name = int(numbered.group(1)), name[numbered.end() :]
    elif own and own.text.isdigit():
        number = int(own.text)
    printed = text("unit")
    unit = clean(printed.text) if printed else None
    if unit is None:
        name, unit = name_and_unit(name)
    attribute = text("attribute")
    starts = [min(t.starts) for t in texts.values()]
    ends = [max(t.ends) for t in texts.values()]
    return RawRow(
        number,
        category,
        clean(name),
        unit or header.unit,
        tuple(texts.get(c) for c in header.columns["year"]),
        text("change"),
        clean(attribute.text) if attribute else None,
        min(starts),
        max(ends),
        tuple(texts.values()),
    )
