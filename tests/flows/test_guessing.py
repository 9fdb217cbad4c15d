from __future__ import annotations

from pathlib import Path

import pytest

from flows.guessing import guess, guess_language, id_of
from flows.plan_periods import period_of, plan_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Outline of the 13th Five-Year Plan", 13),
        ("The Eleventh Five-Year Plan", 11),
        ("国民经济和社会发展第十二个五年规划纲要", 12),
        ("“十四五”时期", 14),
        ("十三五规划", 13),
        ("cn-14fyp-en", 14),
        ("FYP15 draft", 15),
        ("十四五 主要指标", 14),
        ("十五年规划", None),
        ("A plan for five years", None),
        ("一五一十", None),
    ],
)
def test_plans_are_numbered_in_figures_and_words(text: str, number: int | None) -> None:
    assert plan_number(text) == number


@pytest.mark.parametrize(
    ("number", "years"),
    [(1, (1953, 1957)), (3, (1966, 1970)), (10, (2001, 2005)), (11, (2006, 2010)), (14, (2021, 2025))],
)
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


@pytest.mark.parametrize(("name", "made"), [("A_b--C.txt", "a-b-c"), ("x" * 99, "x" * 80)])
def test_an_id_comes_from_the_name(name: str, made: str) -> None:
    assert id_of(Path(name)) == made


def test_an_id_of_chinese_letters_comes_from_the_bytes(tmp_path: Path) -> None:
    plan, report = tmp_path / "规划 2021.txt", tmp_path / "报告.txt"
    plan.write_text("a")
    report.write_text("b")
    assert (id_of(plan), id_of(report)) == ("2021-ca9781", "document-3e23e8")


CHAPTERS = "第一篇 开启新局面\n\n第一章 发展环境\n\n我们建设100公里道路。\n"


@pytest.mark.parametrize(
    ("text", "name", "plan", "period"),
    [
        (CHAPTERS, "十四五 规划 纲要.pdf", "14", (2021, 2025)),
        (CHAPTERS + "\n专栏1 “十五五”时期主要指标\n\n专栏2 重大工程\n", "某县发展规划.pdf", "15", (2026, 2030)),
        (CHAPTERS + "\n第二章 “十三五”成就\n\n第三章 “十四五”目标\n", "某县规划.pdf", "14", (2021, 2025)),
        ("Goals\n", "Outline of the Plan of Oak County 2011–2015.txt", None, (2011, 2015)),
        ("Fellow deputies\n", "Report on the Work of the Government 2026.txt", None, (2026, 2026)),
        ("各位代表\n", "2026年政府工作报告.txt", None, (2026, 2026)),
        ("# Chapter 1 Since the 13th Five-Year Plan\n", "Notes.md", None, None),
    ],
)
def test_name_headings_and_captions_tell_plan_and_period(
    text: str, name: str, plan: str | None, period: tuple[int, int] | None
) -> None:
    told = guess(text, Path(name))
    assert (told.plan, told.period) == (plan, period)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("By Jane Doe\nOakville Development Plan\n", "Oakville Development Plan"),
        ("12 Main Street, Oakville\nTel: 555\n\nOakville Development Plan\n", "Oakville Development Plan"),
        ("本报记者 张三\n某县发展规划\n第一章 道路\n", "某县发展规划"),
        ("某县今年建设道路。各乡也建设道路。\n\n某县发展规划\n", "某县发展规划"),
        ("Outline of the Plan      Chapter 1 Roads\n\nOakville Development Plan\n", "Oakville Development Plan"),
        ("以建设道路为出发点,深入研究水利\n\n某县水井札记\n\n", "某县水井札记"),
        ("各地要\n步建设道路\n\n", "loose"),
        ("• building roads\n\nWells and roads\n\n", "Wells and roads"),
        ("The county will build roads.\n\n", "loose"),
        ("Part One Roads\n\nWells and roads\n\n", "Wells and roads"),
        ("2026 Work Report of Oakville\n\n", "2026 Work Report of Oakville"),
    ],
)
def test_what_is_no_title_gives_way(text: str, title: str) -> None:
    assert guess(text, Path("loose.txt")).title == title


def test_a_program_is_no_title() -> None:
    told = guess("Oakville Development Plan\n\nPart One\n", Path("x.pdf"), "Microsoft Word - final.doc")
    assert told.title == "Oakville Development Plan"
