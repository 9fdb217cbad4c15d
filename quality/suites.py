"""Rules as Great Expectations suites: compiled, run on one frame, and counted, because the engine drops in silence
what it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractors.errors import ContractError
from extractors.targets.units import units
from quality import masks
from quality.engine import load_engine, quiet_context
from quality.rules import Rule

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Config = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the engine says of one rule; `error` is set where it could not say anything."""

    passed: bool
    error: str | None = None


def run(dataset: str, rules: Sequence[Rule], table: pa.Table) -> dict[str, Verdict]:
    """The engine's verdict on every rule, by rule name.

    A rule that the engine did not load, or did not report on, has an error in its verdict.
    """
    engine = load_engine()
    context = quiet_context(engine)
    configs = suite(rules)
    loaded = engine.ExpectationSuite(name=dataset, expectations=configs)
    source = context.data_sources.add_pandas(dataset)
    # One asset a dataset: results of a shared one overwrite each other.
    definition = source.add_dataframe_asset(dataset).add_batch_definition_whole_dataframe(dataset)
    batch = definition.get_batch({"dataframe": frame(rules, table)})
    results = batch.validate(loaded, result_format="BOOLEAN_ONLY").results
    verdicts = {r.expectation_config.meta["rule"]: _verdict(r) for r in results}
    written = {c["meta"]["rule"] for c in configs}
    there = {e.meta["rule"] for e in loaded.expectations}
    for name in sorted(written - there):
        verdicts[name] = Verdict(False, "the engine did not load it")
    for name in sorted(written - verdicts.keys()):
        verdicts[name] = Verdict(False, "the engine did not report on it")
    return verdicts


def suite(rules: Sequence[Rule]) -> list[Config]:
    """One expectation a rule, as the engine's configuration; `meta.rule` leads back to ours."""
    configs = []
    for rule in rules:
        compiled = _COMPILERS.get(rule.type)
        if compiled is None:
            raise ContractError(f"no expectation is known for the rule {rule.name}")
        kind, kwargs = compiled(rule)
        configs.append(
            {"type": f"expect_{kind}", "kwargs": kwargs, "meta": {"rule": rule.name}, "severity": _severity(rule)}
        )
    return configs


def frame(rules: Sequence[Rule], table: pa.Table) -> pd.DataFrame:
    """A plain frame: flat columns as they are, and one column for each rule that looks at something computed.

    Nested columns would cost the engine more than all others; of those a rule asks for, only whether they hold
    anything is kept.
    """
    import pandas as pd
    import pyarrow as pa
    import pyarrow.compute as pc

    flat = [f.name for f in table.schema if not pa.types.is_nested(f.type)]
    columns: dict[str, Any] = {name: table.column(name).to_pandas() for name in flat}
    for rule in rules:
        if rule.type in _COMPUTED:
            columns[rule.name] = _COMPUTED[rule.type](table, rule).to_pandas()
        elif rule.type == "required" and rule.fields[0] not in flat:
            there = masks.has_value(table.column(rule.fields[0]))
            columns[rule.fields[0]] = pc.if_else(there, "[...]", pa.scalar(None, pa.string())).to_pandas()
    return pd.DataFrame(columns)


def _verdict(result: Any) -> Verdict:  # noqa: ANN401 - the engine's type
    error = _raised(result.exception_info)
    return Verdict(bool(result.success) and error is None, error)


def _raised(info: Mapping[str, Any] | None) -> str | None:
    """The message of an exception: the engine reports one plainly or one for each of its metrics."""
    if not info:
        return None
    if "raised_exception" in info:
        return (str(info.get("exception_message")) or "no message") if info["raised_exception"] else None
    found = (_raised(inner) for inner in info.values() if isinstance(inner, Mapping))
    return next((message for message in found if message is not None), None)


def _severity(rule: Rule) -> str:
    return "critical" if rule.severity == "error" else "warning"


def _between(column: str, low: float | None, high: float | None) -> tuple[str, Config]:
    return "column_values_to_be_between", {"column": column, "min_value": low, "max_value": high}


def _key(rule: Rule) -> tuple[str, Config]:
    if len(rule.fields) == 1:
        return "column_values_to_be_unique", {"column": rule.fields[0]}
    # Missing parts of a key are the business of `required`.
    return "compound_columns_to_be_unique", {
        "column_list": list(rule.fields),
        "ignore_row_if": "any_value_is_missing",
    }


def _ordered(rule: Rule) -> tuple[str, Config]:
    return "column_pair_values_a_to_be_greater_than_b", {
        "column_A": rule.parameters["high"],
        "column_B": rule.parameters["low"],
        "or_equal": not rule.parameters["strict"],
        "ignore_row_if": "either_value_is_missing",
    }


def _when(rule: Rule) -> Config:
    column, values = {"name": rule.parameters["when"]}, rule.parameters["in"]
    if values == "any":
        condition: Config = {"type": "nullity", "column": column, "is_null": False}
    else:
        condition = {"type": "comparison", "column": column, "operator": "IN", "parameter": list(values)}
    return {"column": rule.parameters["field"], "row_condition": condition}


def _hash_of(rule: Rule) -> tuple[str, Config]:
    return "column_pair_values_to_be_equal", {
        "column_A": rule.parameters["field"],
        "column_B": rule.name,
        "ignore_row_if": "either_value_is_missing",
    }


def _regex(pattern: str) -> str:
    """The whole value must match; groups do not capture, as pandas warns of each that does."""
    grouped = re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)
    return rf"^(?:{grouped})\Z"


_COMPILERS: dict[str, Callable[[Rule], tuple[str, Config]]] = {
    "key": _key,
    "row_count": lambda r: ("table_row_count_to_be_between", {"min_value": r.parameters["minimum"]}),
    "required": lambda r: ("column_values_to_not_be_null", {"column": r.fields[0]}),
    "enum": lambda r: (
        "column_values_to_be_in_set",
        {"column": r.fields[0], "value_set": list(r.parameters["values"])},
    ),
    "known_unit": lambda r: ("column_values_to_be_in_set", {"column": r.fields[0], "value_set": list(units())}),
    "pattern": lambda r: (
        "column_values_to_match_regex",
        {"column": r.fields[0], "regex": _regex(r.parameters["pattern"])},
    ),
    "range": lambda r: _between(r.fields[0], r.parameters["minimum"], r.parameters["maximum"]),
    "ordered": _ordered,
    "at_most_apart": lambda r: _between(r.name, None, r.parameters["maximum"]),
    "fills": lambda r: _between(r.name, 0, 0),
    "sums_to": lambda r: _between(r.name, 0, 0),
    "one_present": lambda r: _between(r.name, 1, None),
    "hash_of": _hash_of,
    "present_when": lambda r: ("column_values_to_not_be_null", _when(r)),
    "absent_when": lambda r: ("column_values_to_be_null", _when(r)),
}

_COMPUTED: dict[str, Callable[[pa.Table, Rule], Any]] = {
    "at_most_apart": masks.apart,
    "fills": masks.excess,
    "sums_to": masks.imbalance,
    "one_present": masks.present,
    "hash_of": lambda table, rule: masks.hashes(table.column(rule.parameters["of"])),
}
