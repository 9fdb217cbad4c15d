"""Lines of a main-indicator table against the prose, against what they measure, and against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import yaml

from extractors.checks.material import Finding, Material
from extractors.records import Indicator, NumericTarget

_UPPER, _LOWER = frozenset({"lt", "le"}), frozenset({"gt", "ge"})
_SAME_NAME = 0.7
_EMPTY = frozenset("-–—―─ /")
_LEAST_DASHES = 3
_SMALL_WORDS = frozenset(["the", "a", "an", "of", "in", "on", "for", "to", "and", "as", "at", "by", "per", "with"])
_REACHED = frozenset({"reach", "maintain", "increase_by", "reduce_by"})


@lru_cache(maxsize=1)
def nature() -> dict[str, re.Pattern[str]]:
    """What a number of such a thing can be: patterns of `nature.yaml` by name."""
    raw = yaml.safe_load(files("extractors.checks").joinpath("nature.yaml").read_text(encoding="utf-8"))
    return {name: re.compile("|".join(f"(?:{word})" for word in words), re.IGNORECASE) for name, words in raw.items()}


def indicator_tables(material: Material) -> Iterator[Finding]:
    """Values, bounds, units and cells of indicators that cannot be."""
    indicators = material.of(Indicator, "indicators")
    targets = [t for t in material.of(NumericTarget, "numeric_targets") if t.element != "table"]
    for row in indicators:
        yield from _against_prose(row, targets)
        yield from _against_nature(row)
    yield from _empty_cells(indicators)
    for target in targets:
        yield from _share(target.indicator, target.unit, target.value, target.direction, _number(target))
        yield from _density(target.indicator, target.unit, target.value, _number(target))


def _number(target: NumericTarget) -> tuple[int, int]:
    return target.number_char_start, target.number_char_end


def _against_prose(row: Indicator, targets: Sequence[NumericTarget]) -> Iterator[Finding]:
    for target in targets:
        year = target.target_year in (None, row.target_year) or row.target_year is None
        if target.kind in ("fact", "project") or not year or target.direction not in _REACHED:
            continue
        if row.unit != target.unit or _likeness(row.indicator, target.indicator) < _SAME_NAME:
            continue
        changes = target.direction in ("increase_by", "reduce_by")
        value = row.change_value if changes else row.target_value
        bound = row.change_comparator if changes else row.target_comparator
        if value is None and not changes and row.change_value == target.value:
            value, bound = row.change_value, row.change_comparator
        if value is None or target.value is None or target.value_max is not None:
            continue
        reversed_ = {bound, target.comparator} & _UPPER and {bound, target.comparator} & _LOWER
        if abs(value - target.value) > 1e-9 * max(abs(value), 1) or reversed_:
            yield _table_against_prose(row, target, value, bound, turned=bool(reversed_))
            return


def _table_against_prose(
    row: Indicator, target: NumericTarget, value: float, bound: str | None, *, turned: bool
) -> Finding:
    printed, said = _told(bound, value), _told(target.comparator, target.value)
    return Finding(
        check="reversed_comparator" if turned else "table_against_prose",
        message=f"Line {row.row_number} of the table says {printed} of {row.indicator}, the prose {said}.",
        start=row.char_start,
        end=row.char_end,
        value=printed,
        other_value=said,
        other_start=target.number_char_start,
        other_end=target.number_char_end,
    )


def _told(comparator: str | None, value: float | None) -> str:
    sign = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "approx": "about "}.get(comparator or "", "")
    return f"{sign}{value:.15g}"


def _bare(printed: str | None, value: float) -> str:
    """A printed value without its sign."""
    return (printed or _told(None, value)).lstrip("<>=≤≥＜＞＝ ")


def _likeness(one: str, other: str) -> float:
    """Share of the words, in Chinese of the pairs of characters, that two names have in common."""
    first, second = _words(one), _words(other)
    return len(first & second) / max(len(first | second), 1)


def _words(name: str) -> set[str]:
    if re.search("[一-鿿]", name):
        return {name[k : k + 2] for k in range(len(name) - 1)}
    return {w.removesuffix("s") for w in re.findall(r"[a-z0-9.]+", name.lower()) if w not in _SMALL_WORDS}


def _against_nature(row: Indicator) -> Iterator[Finding]:
    name, known, place = row.indicator, nature(), (row.char_start, row.char_end)
    bound = row.target_comparator
    if row.target_value is not None and bound and not known["either"].search(name):
        floor, ceiling = known["floors"].search(name), known["ceilings"].search(name)
        if (floor and bound in _UPPER) or (ceiling and bound in _LOWER):
            kind, sign = ("secured from below", "an upper") if floor else ("held down", "a lower")
            yield Finding(
                check="reversed_comparator",
                message=f"{name} is an amount that is {kind}; line {row.row_number} prints {sign} bound for it.",
                start=row.char_start,
                end=row.char_end,
                value=row.target_text or _told(bound, row.target_value),
                other_value=(">" if floor else "<") + _bare(row.target_text, row.target_value),
            )
    yield from _share(name, row.unit, row.target_value, "reach", place)
    yield from _density(name, row.unit, row.target_value, place)


def _share(
    name: str, unit: str | None, value: float | None, direction: str, place: tuple[int, int]
) -> Iterator[Finding]:
    known = nature()
    if unit != "%" or value is None or value <= 100 or direction != "reach":
        return
    if known["shares"].search(name) and not known["beyond_whole"].search(name):
        message = f"{name} is a share of a whole; {value:.15g}% is more than the whole."
        yield Finding("impossible_share", message, *place, value=f"{value:.15g}", other_value="100")


def _density(name: str, unit: str | None, value: float | None, place: tuple[int, int]) -> Iterator[Finding]:
    known = nature()
    match = re.fullmatch(r"count/(\d+) persons", unit or "")
    if match is None or value is None or value < int(match[1]) / 1000:
        return
    if known["institutions"].search(name) and not known["places"].search(name):
        message = f"{name}: {value:.15g} of them for {match[1]} people cannot be; their places or beds must be meant."
        yield Finding("implausible_density", message, *place, value=f"{value:.15g} {unit}")


def _empty_cells(rows: Sequence[Indicator]) -> Iterator[Finding]:
    """A cell without print where the column's other empty ones print a dash."""
    for column in ("base_value_text", "target_text", "change_text"):
        cells = [getattr(r, column) for r in rows]
        dashes = sum(bool(c) and set(c) <= _EMPTY for c in cells)
        empty = [r for r, c in zip(rows, cells, strict=True) if not c]
        if dashes < _LEAST_DASHES or 4 * len(empty) > dashes:
            continue
        for row in empty:
            name = column.removesuffix("_text").replace("_", " ")
            message = f"The {name} of line {row.row_number} is left empty; {dashes} others print a dash."
            yield Finding("empty_cell", message, row.char_start, row.char_end, value="", other_value="–")
