"""Which rows break a rule, computed on Arrow columns: true where the row fails.

Nulls break nothing but `required` and its kin: a comparison with an unknown says nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from extractors.identity import sha256, squeeze
from extractors.targets.units import units
from quality.rules import Rule

Mask = Callable[[pa.Table, Rule], Any]


def failing(table: pa.Table, rule: Rule) -> pa.ChunkedArray:
    """A mask of the rows that break a row rule or share their key (`key`)."""
    return pc.fill_null(_MASKS[rule.type](table, rule), False)


def hashes(quotes: pa.ChunkedArray) -> pa.ChunkedArray:
    """`quote_sha256` of each quote; null where there is none."""
    made = [None if q is None else sha256(squeeze(q)) for q in quotes.to_pylist()]
    return pa.chunked_array([pa.array(made, pa.string())])


def has_value(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Where a column, nested ones too, holds something; an empty list is nothing."""
    if pa.types.is_list(column.type):
        return pc.fill_null(pc.greater(pc.list_value_length(column), 0), False)
    return pc.is_valid(column)


def apart(table: pa.Table, rule: Rule) -> pa.ChunkedArray:
    """How far the high column is above the low one."""
    return pc.subtract(table.column(rule.parameters["high"]), table.column(rule.parameters["low"]))


def excess(table: pa.Table, rule: Rule) -> pa.ChunkedArray:
    """By how many code points a text is longer than its span; null where it is withheld."""
    return pc.subtract(pc.cast(pc.utf8_length(table.column(rule.parameters["field"])), pa.int64()), apart(table, rule))


def imbalance(table: pa.Table, rule: Rule) -> pa.ChunkedArray:
    """The total less its parts."""
    left = table.column(rule.parameters["total"])
    for part in rule.parameters["parts"]:
        left = pc.subtract(left, table.column(part))
    return left


def present(table: pa.Table, rule: Rule) -> pa.ChunkedArray:
    """How many of the rule's columns hold a value."""
    count = pa.chunked_array([pa.array([0] * len(table), pa.int64())])
    for name in rule.fields:
        count = pc.add(count, pc.cast(pc.is_valid(table.column(name)), pa.int64()))
    return count


def _required(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401 - pyarrow has no types
    return pc.invert(has_value(table.column(rule.fields[0])))


def _in_set(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return _outside(table.column(rule.fields[0]), list(rule.parameters["values"]))


def _known_unit(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return _outside(table.column(rule.fields[0]), list(units()))


def _outside(column: pa.ChunkedArray, values: list[Any]) -> Any:  # noqa: ANN401
    known = pc.is_in(column, value_set=pa.array(values, column.type))
    return pc.and_(pc.is_valid(column), pc.invert(known))


def _pattern(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return pc.invert(pc.match_substring_regex(table.column(rule.fields[0]), rf"\A(?:{rule.parameters['pattern']})\z"))


def _range(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    column, low, high = table.column(rule.fields[0]), rule.parameters["minimum"], rule.parameters["maximum"]
    below = pc.less(column, low) if low is not None else pc.is_null(column)
    above = pc.greater(column, high) if high is not None else pc.is_null(column)
    return pc.and_(pc.is_valid(column), pc.or_(below, above))


def _ordered(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    low, high = table.column(rule.parameters["low"]), table.column(rule.parameters["high"])
    return pc.greater_equal(low, high) if rule.parameters["strict"] else pc.greater(low, high)


def _at_most_apart(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return pc.greater(apart(table, rule), rule.parameters["maximum"])


def _fills(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return pc.not_equal(excess(table, rule), 0)


def _sums_to(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return pc.not_equal(imbalance(table, rule), 0)


def _one_present(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return pc.equal(present(table, rule), 0)


def _hash_of(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return pc.not_equal(hashes(table.column(rule.parameters["of"])), table.column(rule.parameters["field"]))


def _condition(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    column, values = table.column(rule.parameters["when"]), rule.parameters["in"]
    return pc.is_valid(column) if values == "any" else pc.is_in(column, value_set=pa.array(values, column.type))


def _present_when(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return pc.and_(_condition(table, rule), pc.is_null(table.column(rule.parameters["field"])))


def _absent_when(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    return pc.and_(_condition(table, rule), pc.is_valid(table.column(rule.parameters["field"])))


def _key(table: pa.Table, rule: Rule) -> Any:  # noqa: ANN401
    names = list(rule.fields)
    counts = table.select(names).group_by(names).aggregate([([], "count_all")])
    shared = counts.filter(pc.greater(counts.column("count_all"), 1)).select(names)
    if len(shared) == 0:
        return pa.chunked_array([pa.array([False] * len(table), pa.bool_())])
    twice = {tuple(row.values()) for row in shared.to_pylist()}
    rows = zip(*(table.column(name).to_pylist() for name in names), strict=True)
    return pa.chunked_array([pa.array([row in twice for row in rows], pa.bool_())])


_MASKS: dict[str, Mask] = {
    "required": _required,
    "enum": _in_set,
    "pattern": _pattern,
    "range": _range,
    "ordered": _ordered,
    "fills": _fills,
    "at_most_apart": _at_most_apart,
    "present_when": _present_when,
    "absent_when": _absent_when,
    "one_present": _one_present,
    "sums_to": _sums_to,
    "hash_of": _hash_of,
    "known_unit": _known_unit,
    "key": _key,
}
