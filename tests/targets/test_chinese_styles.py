"""Sentences in the styles of plans, reports, notices, regulations and communiqués, read as a careful reader would."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.targets.chinese import read_chinese
from extractors.targets.statement import Context, Statement

DATA = Path(__file__).parents[1] / "data"
TABLE: dict[str, Any] = yaml.safe_load((DATA / "chinese_styles.yaml").read_text(encoding="utf-8"))
CLASSES: dict[str, Any] = yaml.safe_load((DATA / "chinese_classes.yaml").read_text(encoding="utf-8"))
CONTEXTS = {
    name: Context("zh", context.get("start"), context.get("end"), tuple(context["titles"]))
    for name, context in TABLE["contexts"].items()
}


def printed(sentence: str, found: Statement) -> str:
    return sentence[found.number_start : found.number_end]


def check(found: Statement, wanted: str) -> None:
    """Compares a statement with a line of the table; a slash parts answers that are all right."""
    _number, value, unit, comparator, kind, direction, indicator, *more = wanted.split("|")
    low, _, high = value.partition("-")
    assert found.value == pytest.approx(float(low))
    assert found.value_max == (pytest.approx(float(high)) if high else None)
    assert (found.unit, found.comparator) == (unit, comparator)
    assert found.kind in kind.split("/")
    assert found.direction in direction.split("/")
    assert found.indicator in indicator.split("/")
    for field, _, expected in (entry.partition("=") for entry in (more[0].split(";") if more else ())):
        actual = getattr(found, field)
        assert actual == (float(expected) if field == "base_value" else type(actual)(expected)), field


@pytest.mark.parametrize("entry", TABLE["sentences"] + CLASSES["sentences"], ids=lambda entry: entry["text"][:24])
def test_a_sentence_gives_what_a_careful_reader_finds(entry: dict[str, Any]) -> None:
    found = read_chinese(entry["text"], CONTEXTS[entry["in"]]).statements
    assert [printed(entry["text"], one) for one in found] == [line.partition("|")[0] for line in entry["want"]]
    for one, wanted in zip(found, entry["want"], strict=True):
        check(one, wanted)
