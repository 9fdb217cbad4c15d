"""A drawn sheet: records and sentences by the hash of their ids, none twice, and the text beside it."""

import csv
from pathlib import Path

import pytest
import yaml

from benchmarks.audit_drawing import draw

TEXT = "二、主要任务\n新建泵站30座。森林覆盖率达到40%。用水量下降12%。\n全面推广6G应用。\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "willow.txt").write_text(TEXT, encoding="utf-8")
    described = {
        "id": "willow", "title": "柳县工作报告", "file": "willow.txt", "language": ["zh"],
        "document_type": "government_work_report", "plan": None, "period": {"start": 2026, "end": 2026},
        "jurisdiction": "CN-HB", "publisher": "柳县人民政府", "authority": "official", "published": "2026-02-05",
        "licence": "CC0-1.0", "redistribution": "quotes",
    }  # fmt: skip
    (tmp_path / "willow.yml").write_text(yaml.safe_dump(described, allow_unicode=True), encoding="utf-8")
    return tmp_path


def drawn(folder: Path, count: int, known: set[str], language: str | None = None) -> list[dict[str, str]]:
    sheet = folder / "sheets" / "zh_1.csv"
    draw([folder], count, sheet, known, language)
    with sheet.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_sheet_has_the_records_asked_for_and_the_sentences_without_one(folder: Path) -> None:
    rows = drawn(folder, 2, set())
    assert [row["field"] for row in rows] == ["", "", "sentence"]
    assert {row["verdict"] for row in rows} == {""}
    assert rows[-1]["number_text"] == "6"


def test_records_of_other_sheets_are_not_drawn_again(folder: Path) -> None:
    first = {row["id"] for row in drawn(folder, 2, set())}
    assert not first & {row["id"] for row in drawn(folder, 3, first)}


def test_the_same_collection_gives_the_same_sheet(folder: Path) -> None:
    assert drawn(folder, 3, set()) == drawn(folder, 3, set())


def test_documents_of_another_language_are_left_out(folder: Path) -> None:
    assert drawn(folder, 3, set(), "en") == []


def test_the_text_to_read_lies_beside_the_sheet(folder: Path) -> None:
    drawn(folder, 3, set())
    assert "新建泵站30座" in (folder / "sheets" / "zh_1.csv.reading.txt").read_text(encoding="utf-8")
