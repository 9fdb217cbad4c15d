"""Numeric statements and lines of indicator tables that two editions give differently."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.checks.material import Finding
from extractors.checks.statement_words import printed, said
from extractors.language.links import Linked
from extractors.language.links_structure import Pair
from extractors.language.target_links_values import power_of_ten
from extractors.records import Indicator, NumericTarget

_LOWER, _UPPER = frozenset({"gt", "ge"}), frozenset({"lt", "le"})
_CHECKS = {
    "value": "edition_value",
    "value_max": "edition_value",
    "base_value": "edition_value",
    "target_value": "edition_value",
    "change_value": "edition_value",
    "unit": "edition_unit",
    "direction": "edition_direction",
    "target_year": "edition_value",
    "base_year": "edition_value",
}
_CELLS = {"target_comparator": "target_text", "change_comparator": "change_text"}
"""The cells that print a line's bounds."""


def edition_statements(two: Linked) -> Iterator[tuple[str, Finding]]:
    """Differences of linked statements and table lines, each with the document it is about: that of less authority."""
    for pair in two.targets.pairs:
        for told in pair.differences:
            check = _check(*_parts(told))
            if check:
                yield two.right.id, _statement(pair, check, _parts(told), two)
    lines = {(p.left.char_start, p.right.char_start) for p in two.targets.pairs if p.differences}
    for row in two.rows:
        if any(row.left.char_start <= a < row.left.char_end for a, _ in lines):
            continue
        for told in row.differences:
            check = _check(*_parts(told))
            if check:
                yield two.right.id, _line(row, check, _parts(told), two.left.id)


def _parts(told: str) -> tuple[str, str, str]:
    field, _, values = told.partition(": ")
    left, _, right = values.partition(" / ")
    return field, left, right


def _check(field: str, left: str, right: str) -> str | None:
    """The check that tells of a difference; null for fields that editions may word as they like."""
    return _comparator(left, right) if field.endswith("comparator") else _CHECKS.get(field)


def _comparator(left: str, right: str) -> str:
    """How far two bounds are apart: the sense turned round, whether the limit itself counts, or a bound lost."""
    sides = {left, right}
    if sides & _LOWER and sides & _UPPER:
        return "edition_comparator_reversed"
    return "edition_limit" if sides <= _LOWER or sides <= _UPPER else "edition_comparator"


def _statement(pair: Pair[NumericTarget], check: str, parts: tuple[str, str, str], two: Linked) -> Finding:
    mine, theirs, other = pair.right, pair.left, two.left.id
    field, left, right = parts
    what = mine.indicator or theirs.indicator
    slip = "; the digits are the same, so a scale word is wrong" if _is_slip(field, pair) else ""
    here, there = f"{field} {right}".replace("_", " "), left.replace("_", " ")
    if field == "comparator":
        here, there = said(mine), said(theirs)
        right, left = printed(mine, two.right.text), printed(theirs, two.left.text)
    elif field == "unit":
        here, there = _measured(mine, right), _measured(theirs, left)
        right, left = _unit_words(mine), _unit_words(theirs)
    return Finding(
        check=check,
        message=f"{what}: {here} here, {there} in {other}{slip}.",
        start=mine.number_char_start,
        end=mine.number_char_end,
        value=right,
        other_value=left,
        other_start=theirs.number_char_start,
        other_end=theirs.number_char_end,
        other_document_id=other,
        page=mine.page,
    )


def _measured(target: NumericTarget, symbol: str) -> str:
    """The number and the words for what it counts or measures, and how that is read: `60 million new jobs (count)`."""
    return f"{' '.join(target.number_text.split())} {_unit_words(target)} ({symbol})"


def _unit_words(target: NumericTarget) -> str:
    return target.unit_text or target.counted_object or target.unit or "without a unit"


def _is_slip(field: str, pair: Pair[NumericTarget]) -> bool:
    return field == "value" and power_of_ten(pair.left, pair.right)


def _line(row: Pair[Indicator], check: str, parts: tuple[str, str, str], other: str) -> Finding:
    field, left, right = parts
    if field in _CELLS:
        left, right = (getattr(line, _CELLS[field]) or "no bound" for line in (row.left, row.right))
    what = field.removesuffix("_comparator").replace("_", " ")
    return Finding(
        check=check,
        message=f"Line {row.right.row_number}, {row.right.indicator}: {what} {right} here, {left} in {other}.",
        start=row.right.char_start,
        end=row.right.char_end,
        value=right,
        other_value=left,
        other_start=row.left.char_start,
        other_end=row.left.char_end,
        other_document_id=other,
        page=row.right.page,
    )
