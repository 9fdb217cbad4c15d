"""The engine itself: few tests, as its import takes seconds."""

import logging
import sys

import pyarrow as pa
import pytest

from extractors.errors import ContractError
from quality import suites
from quality.engine import load_engine
from quality.masks import failing
from quality.rules import Rule, rules
from quality.suites import Verdict, run, suite
from schemas.arrow import table
from schemas.contract import dataset_names, load


def rule(kind: str, fields: tuple[str, ...], **parameters: object) -> Rule:
    return Rule(f"{kind}({', '.join(fields)})", kind, "row", "error", "", fields, parameters)


FRAME = pa.table(
    {
        "id": ["a", "b", "c", "d"],
        "part": [1, 1, 2, None],
        "low": [1, 5, None, 4],
        "high": [2, 2, 2, None],
        "total": [3, 7, 2, None],
        "word": ["zh", "zh-Hans", "zh\n", None],
        "tags": pa.array([["x"], [], ["y"], None], pa.list_(pa.string())),
        "nothing": pa.array([None] * 4, pa.string()),
    }
)

CASES = [
    rule("required", ("id",)),
    rule("required", ("part",)),
    rule("required", ("tags",)),
    rule("required", ("nothing",)),
    rule("enum", ("id",), values=("a", "b", "c", "d")),
    rule("enum", ("word",), values=("zh",)),
    rule("enum", ("nothing",), values=("zh",)),
    rule("pattern", ("id",), pattern="[a-d]"),
    rule("pattern", ("word",), pattern="[a-z]{2}(-[a-zA-Z]+)*"),
    rule("pattern", ("nothing",), pattern="[a-z]"),
    rule("range", ("part",), minimum=1, maximum=2),
    rule("range", ("low",), minimum=None, maximum=4),
    rule("ordered", ("part", "low"), low="part", high="low", strict=False),
    rule("ordered", ("low", "high"), low="low", high="high", strict=True),
    rule("at_most_apart", ("part", "high"), low="part", high="high", maximum=1),
    rule("at_most_apart", ("part", "total"), low="part", high="total", maximum=5),
    rule("fills", ("word", "part", "high"), field="word", low="part", high="high"),
    rule("fills", ("nothing", "part", "high"), field="nothing", low="part", high="high"),
    rule("sums_to", ("total", "part", "high"), total="total", parts=["part", "high"]),
    rule("one_present", ("part", "high", "id")),
    rule("one_present", ("part", "high")),
    rule("present_when", ("high", "id"), field="high", when="id", **{"in": ["a", "b"]}),
    rule("present_when", ("high", "low"), field="high", when="low", **{"in": "any"}),
    rule("absent_when", ("high", "id"), field="high", when="id", **{"in": ["d"]}),
    rule("absent_when", ("low", "id"), field="low", when="id", **{"in": ["a"]}),
    rule("known_unit", ("id",)),
    rule("known_unit", ("nothing",)),
    rule("hash_of", ("word", "id"), field="word", of="id"),
    rule("key", ("id",)),
    rule("key", ("part", "high")),
]


@pytest.fixture(scope="session")
def verdicts() -> dict[str, Verdict]:
    return run("cases", CASES, FRAME)


@pytest.mark.parametrize("case", CASES, ids=lambda r: r.name)
def test_the_engine_says_of_each_rule_what_our_mask_says(case: Rule, verdicts: dict[str, Verdict]) -> None:
    ours = not any(failing(FRAME, case).to_pylist())
    assert verdicts[case.name] == Verdict(ours)


def test_every_dataset_passes_when_empty_but_for_its_row_count() -> None:
    for name in dataset_names():
        found = run(name, rules(load(name)), table(name, []))
        failed = {rule for rule, verdict in found.items() if not verdict.passed}
        assert failed == ({"row_count"} if name in ("documents", "coverage") else set()), name
        assert not any(v.error for v in found.values())


def test_every_rule_that_a_contract_can_state_is_compiled() -> None:
    for name in dataset_names():
        known = rules(load(name))
        assert [c["meta"]["rule"] for c in suite(known)] == [r.name for r in known]
    with pytest.raises(ContractError, match="odd"):
        suite([rule("odd", ("id",))])


def test_a_rule_that_the_engine_drops_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(suites._COMPILERS, "enum", lambda r: ("column_values_to_be_odd", {"column": r.fields[0]}))
    found = run("dropped", [rule("required", ("id",)), rule("enum", ("id",), values=("a",))], FRAME)
    assert found["required(id)"] == Verdict(True)
    assert found["enum(id)"] == Verdict(False, "the engine did not load it")


def test_a_rule_that_raises_is_an_error() -> None:
    found = run("raising", [rule("enum", ("colour",), values=("red",)), rule("required", ("id",))], FRAME)
    assert found["required(id)"] == Verdict(True)
    assert found["enum(colour)"].passed is False
    assert "colour" in str(found["enum(colour)"].error)


def test_the_engine_leaves_its_heavy_parts_out_and_keeps_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    engine = load_engine()
    run("quiet", [rule("required", ("id",))], FRAME)
    assert engine is sys.modules["great_expectations"]
    assert logging.getLogger("great_expectations").level == logging.ERROR
    assert capsys.readouterr().err == ""
