"""Numbers of headings, each with its reason."""

from pathlib import Path

from extractors.pipeline import extract
from extractors.reading import read
from extractors.source import Source
from extractors.targets.chinese import read_chinese
from extractors.targets.statement import Context


def test_a_year_and_a_plan_in_a_heading_are_told_from_the_other_words(tmp_path: Path) -> None:
    path = tmp_path / "zh.md"
    path.write_text("第一章 2026年和“十五五”时期三大任务\n\n建成泵站30座。\n", encoding="utf-8")
    source = Source(
        id="made-up", title="x", file=path.name, language=("zh",), document_type="plan_outline",
        authority="unknown", licence="CC0", redistribution="full", plan="15", period_start=2026, period_end=2030,
    )  # fmt: skip
    document = read(path)
    passed = {document.text[one.start : one.end]: one.reason for one in extract(document, source).passed}
    assert (passed["2026年"], passed["“十五五”"]) == ("date", "plan_name")
    assert passed["时期三大任务"] == "part_of_name"


def test_how_someone_is_reached_is_a_code() -> None:
    reading = read_chinese("联系电话：021-55667788，邮编：200001。", Context("zh", 2026, 2030))
    assert not reading.statements
    assert {one.reason for one in reading.rejected} == {"code"}


def test_telephones_sold_are_counted() -> None:
    (found,) = read_chinese("销售手机12000部。", Context("zh", 2026, 2030)).statements
    assert (found.value, found.unit) == (12000, "count")
