"""Rows of a table without ruling lines between them: which printed lines are one row."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.reading.tables.columns import Column
from extractors.reading.tables.line_breaks import line_steps, row_step, rows_by_step
from extractors.reading.tables.placed import (
    PlacedLine,
    has_figures,
    has_label,
    right_ends,
    ruled_between,
    went_on,
)
from extractors.reading.tables.rulings import Ruling

_TIGHT = 0.92  # share of the usual distance of rows below which a line goes on the row above
_OVERLAP = 0.85  # font sizes between lines that overlap: texts set to the middle of a taller cell
_HEAD_STEP = 1.4  # font sizes from line to line above which two rows of a head are not lines of one text
_BANDED = 0.8  # share of the stretches between rules that hold figures in one line, if each is a row


def body_rows(lines: Sequence[PlacedLine], columns: Sequence[Column], rules: Sequence[Ruling]) -> list[list[int]]:
    """Printed lines of a body as rows: a text that runs over several lines is one cell.

    Args:
        lines: The body's lines.
        columns: The table's columns.
        rules: Rules across it.
    """
    if not lines:
        return []
    bands = _bands(lines, rules, max(len(columns) - 1, 2))
    if len(bands) >= 3 and 2 * len(bands) >= len(lines) and _one_row_each(lines, bands):
        return bands
    one_each = [_figure_lines(lines, band) == 1 for band in bands]
    banded = len(bands) >= 3 and sum(one_each) >= _BANDED * len(bands)
    rows: list[list[int]] = []
    for band, one in zip(bands, one_each, strict=True):
        whole = (banded and one) or (len(bands) >= 3 and _is_one_row(lines, band))
        rows += [band] if whole else _rows_of_band(lines, band, columns)
    return rows


def _figure_lines(lines: Sequence[PlacedLine], band: Sequence[int]) -> int:
    return sum(has_figures(lines[at]) for at in band)


def _is_one_row(lines: Sequence[PlacedLine], band: list[int]) -> bool:
    """Whether lines between two rules are close and hold figures in one line at most."""
    steps = [lines[b].line.top - lines[a].line.top for a, b in itertools.pairwise(band)]
    close = all(step < _HEAD_STEP * lines[band[0]].line.size for step in steps)
    return close and sum(_begins_row(lines[at]) for at in band) <= 1


def _span(line: PlacedLine) -> int:
    """Columns that a line's only text goes over, less one."""
    return line.texts[0].c1 - line.texts[0].c0 if len(line.texts) == 1 else 0


def _bands(lines: Sequence[PlacedLine], rules: Sequence[Ruling], last: int) -> list[list[int]]:
    """Lines between rules; a text over all columns is by itself."""
    bands: list[list[int]] = [[0]]
    for at in range(1, len(lines)):
        if ruled_between(lines[at - 1].line, lines[at].line, rules) or last in (
            _span(lines[at - 1]),
            _span(lines[at]),
        ):
            bands.append([at])
        else:
            bands[-1].append(at)
    return bands


def _one_row_each(lines: Sequence[PlacedLine], bands: list[list[int]]) -> bool:
    """Whether no band lists figures one below the other."""
    return all(sum(_begins_row(lines[at]) for at in band) <= 1 for band in bands)


def _begins_row(line: PlacedLine) -> bool:
    """Whether a line holds figures, or a label with what belongs to it."""
    return any(k != "words" for k in line.kinds()) or (has_label(line) and len(line.texts) >= 2)


def _is_anchor(line: PlacedLine, columns: int) -> bool:
    """Whether a line is the one of its row in which the figures stand."""
    kinds = line.kinds()
    return any(k != "words" for k in kinds) or len(line.texts) >= max(2, (columns + 1) // 2 + 1)


def _beside_label(lines: Sequence[PlacedLine], at: int, columns: int) -> bool:
    """Whether a line of several texts stands at the middle of a label of several lines."""
    line = lines[at]
    if has_label(line) or len(line.texts) < 2 or 2 * len(line.texts) < columns - 1:
        return False
    beside = [lines[k] for k in (at - 1, at + 1) if 0 <= k < len(lines)]
    return any(
        other.first_column_only and abs(other.line.top - line.line.top) < _OVERLAP * line.line.size for other in beside
    )


def _rows_of_band(lines: Sequence[PlacedLine], band: list[int], columns: Sequence[Column]) -> list[list[int]]:
    anchors = [at for at in band if _is_anchor(lines[at], len(columns)) or _beside_label(lines, at, len(columns))]
    if not anchors:
        return [[at] for at in band] if all(len(lines[at].texts) > 1 for at in band) else [band]
    own = [lines[at].line for at in band]
    cut = row_step(own, [has_figures(lines[at]) for at in band])
    if cut is not None:
        return [[band[k] for k in row] for row in rows_by_step(line_steps(own), cut)]
    distance = _usual_distance(lines, anchors)
    rights = right_ends(lines, len(columns))
    rows: list[list[int]] = []
    waiting: list[int] = []  # lines whose row has not begun
    for at in band:
        if at in anchors:
            if waiting and not _goes_down(lines, waiting[-1], band, distance, rights):
                rows.append(waiting)
                waiting = []
            rows.append([*waiting, at])
            waiting = []
            continue
        if waiting:
            step = lines[at].line.top - lines[at - 1].line.top
            if step < max(_TIGHT * distance, _OVERLAP * lines[at].line.size):
                waiting.append(at)
                continue
            rows.append(waiting)
            waiting = []
        if _goes_up(lines, at, rows, distance, rights):
            rows[-1].append(at)
        elif _goes_down(lines, at, band, distance, rights):
            waiting.append(at)
        else:
            rows.append([at])
    if waiting:
        rows.append(waiting)
    return rows


def _usual_distance(lines: Sequence[PlacedLine], anchors: Sequence[int]) -> float:
    """Usual distance from row to row where no line stands between."""
    steps = sorted(lines[b].line.top - lines[a].line.top for a, b in itertools.pairwise(anchors) if b == a + 1)
    return steps[len(steps) // 2] if steps else 0.0


def _goes_up(
    lines: Sequence[PlacedLine], at: int, rows: list[list[int]], distance: float, rights: Sequence[float]
) -> bool:
    """Whether a line without figures goes on texts of the row above."""
    if not rows:
        return False
    line, above = lines[at], lines[rows[-1][-1]]
    step = line.line.top - above.line.top
    if step < max(_TIGHT * distance, _OVERLAP * line.line.size):
        return True
    if not line.first_column_only:
        return step < 1.5 * line.line.size
    return went_on(above, line, rights)


def _goes_down(lines: Sequence[PlacedLine], at: int, band: list[int], distance: float, rights: Sequence[float]) -> bool:
    """Whether a line without figures begins a text that the row below goes on."""
    if at + 1 not in band:
        return False
    line, below = lines[at], lines[at + 1]
    step = below.line.top - line.line.top
    if step < max(_TIGHT * distance, _OVERLAP * line.line.size):
        return True
    if not line.first_column_only or not below.texts or below.texts[0].c0 > 0:
        return line.first_column_only and bool(below.texts) and below.texts[0].c0 > 0 and step < 1.6 * line.line.size
    return went_on(line, PlacedLine(below.line, below.texts[:1]), rights)
