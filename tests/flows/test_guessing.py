from __future__ import annotations

from pathlib import Path

import pytest

from flows.guessing import guess, guess_language, id_of, period_of, plan_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Outline of the 13th Five-Year Plan", 13),
        ("The Eleventh Five-Year Plan", 11),
        ("国民经济和社会发展第十二个五年规划纲要", 12),
        ("“十四五”时期", 14),
        ("十三五规划", 13),
        ("A plan for five years", None),
        ("一五一十", None),
    ],
)
def test_plans_are_numbered_in_figures_and_words(text: str, number: int | None) -> None:
    assert plan_number(text) == number


@pytest.mark.parametrize(("number", "years"), [(1, (1953, 1957)), (3, (1966, 1970)), (14, (2021, 2025))])
def test_a_plan_has_its_years(number: int, years: tuple[int, int]) -> None:
    assert period_of(number) == years


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The plan of a county", ("en",)),
        ("某县的规划", ("zh",)),
        ("The goal (目标) of the plan is a better life for all who live in the county", ("en",)),
        ("发展目标 goals of development\n发展道路 roads of development", ("zh", "en")),
        ("12345", ("und",)),
    ],
)
def test_languages_are_told_by_script(text: str, language: tuple[str, ...]) -> None:
    assert guess_language(text) == language


def test_a_plan_tells_title_kind_and_period() -> None:
    text = "Outline of the Plan of Willow County (2021-2025)\n\nIt has 3 parts."
    told = guess(text, Path("Willow Plan (final).TXT"))
    assert told.id == "willow-plan-final"
    assert told.title == "Outline of the Plan of Willow County (2021-2025)"
    assert (told.document_type, told.period, told.plan) == ("plan_outline", (2021, 2025), None)


def test_a_chinese_title_ends_with_its_kind_or_its_line() -> None:
    text = "下载\n某县国民经济和社会发展第十四个五年规划纲要\n2021年3月\n正文"
    told = guess(text, Path("plan.txt"))
    assert told.title == "某县国民经济和社会发展第十四个五年规划纲要"
    assert (told.plan, told.period) == ("14", (2021, 2025))


def test_a_work_report_has_its_year() -> None:
    told = guess("2026年某县政府工作报告\n一、工作回顾\n“十四五”以来……", Path("r.txt"))
    assert (told.document_type, told.plan, told.period) == ("government_work_report", None, (2026, 2026))


def test_other_documents_speak_of_plans_without_belonging_to_one() -> None:
    assert guess("Notes on wells\n\nSince the 11th Five-Year Plan ...", Path("n.txt")).period is None


def test_a_markdown_heading_is_the_title() -> None:
    assert guess("Draft\n\n# Plan of Oak County\n\ntext", Path("p.md")).title == "Plan of Oak County"


@pytest.mark.parametrize(("name", "made"), [("规划.txt", "document"), ("A_b--C.txt", "a-b-c"), ("x" * 99, "x" * 80)])
def test_an_id_comes_from_the_name(name: str, made: str) -> None:
    assert id_of(Path(name)) == made
