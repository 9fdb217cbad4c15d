"""Footnotes in other prints than `1 Note`: Chinese, markdown, brackets, raised digits, endnotes; and what is none."""

from __future__ import annotations

import pytest

from extractors.document import Document, Glyphs, Line, Region
from extractors.repair import repair
from extractors.structure.footnote_forms import opening
from extractors.structure.footnotes import FootnoteScan, find_footnotes
from extractors.structure.raised import raised_numbers


def scan(text: str, pages: str = "", language: str = "zh", raised: frozenset[int] = frozenset()) -> FootnoteScan:
    """Notes of a text; `pages` has one digit a line."""
    lines, start = [], 0
    for number, line in enumerate(text.split("\n")):
        lines.append(Line(start, start + len(line), int(pages[number]) if pages else None))
        start += len(line) + 1
    cleaned, _ = repair(Document(text, tuple(lines), (), "text", "text/plain"), (language,))
    return find_footnotes(cleaned, (language,), raised)


def body(result: FootnoteScan) -> str:
    return "|".join(line.text.text for line in result.lines if line.role == "body" and line.text)


def notes(result: FootnoteScan) -> list[tuple[str, str]]:
    return [(note.number, note.text.text) for note in result.notes]


@pytest.mark.parametrize(
    ("marked", "note"),
    [
        ("三百万人摆脱贫困1，新增就业。", "1 按旧标准统计。"),
        ("指标依据《建议》1提出。", "1《建议》由全会通过。"),
        ("建设核心区①和水库。", "①核心区指三个县。"),
        ("建设核心区[1]和水库。", "[1] 核心区指三个县。"),
        ("建设核心区〔1〕和水库。", "〔1〕核心区指三个县。"),
        ("建设核心区¹和水库。", "¹ 核心区指三个县。"),
        ("建设核心区¹和水库。", "1 核心区指三个县。"),
        ("建设核心区[注1]和水库。", "注1：核心区指三个县。"),
        ("建设核心区1和水库。", "1 注：核心区指三个县。"),
        ("比重达到65%1。", "1 按旧标准统计。"),
    ],
)
def test_chinese_notes_at_a_page_end(marked: str, note: str) -> None:
    found = scan(f"{marked}\n\n{note}\n下一页的正文。", "1112")
    assert len(found.notes) == 1
    assert found.notes[0].number == "1"
    assert "1" not in body(found)
    assert "①" not in body(found)
    assert body(found).endswith("。|下一页的正文。")


@pytest.mark.parametrize(
    "sentence",
    ["见表1。", "新建1个中心。", "排名第1，", "比重为1。", "见附件1，", "1．新建", "面积1公里", "合格率提高到1，"],
)
def test_numbers_of_chinese_sentences_are_no_markers(sentence: str) -> None:
    found = scan(f"{sentence}\n\n1 建设三条道路。\n下一页的正文。", "1112")
    assert found.notes == ()
    assert body(found).startswith(sentence)


def test_a_line_that_goes_on_with_a_counted_number_is_no_note() -> None:
    assert opening("3亩是半公顷的一部分") is None
    assert opening("3 亩是面积单位") is not None
    assert opening("3亩是面积单位", raised=True) is not None
    assert opening("2025年建成") is None


def test_markdown_notes() -> None:
    text = (
        "新增三所学校[^1]，扩建两所[^b][^1]。\n\n第二段。\n\n[^b]: 含分校。\n[^1]: 按旧标准\n统计。\n\n    另见附件。"
    )
    found = scan(text)
    assert sorted(notes(found)) == [("1", "按旧标准统计。另见附件。"), ("b", "含分校。")]
    assert body(found) == "新增三所学校，扩建两所。|第二段。"
    assert {note.number: note.marker_start for note in found.notes} == {"1": text.index("1]"), "b": text.index("b]")}
    assert [text[note.number_start] for note in found.notes] == ["b", "1"]


def test_a_markdown_note_without_marker_is_a_note() -> None:
    found = scan("Text.\n\n[^x]: A note.", language="en")
    assert [(note.number, note.marker_start) for note in found.notes] == [("x", None)]


def test_english_notes_in_brackets() -> None:
    text = "We serve farmers [1] and firms.[2]\n\n[1] Those who till land.\n[2] Of any size.\n\nNext paragraph."
    found = scan(text, language="en")
    assert notes(found) == [("1", "Those who till land."), ("2", "Of any size.")]
    assert body(found) == "We serve farmers and firms.|Next paragraph."


def test_endnotes_under_a_heading_and_without() -> None:
    text = (
        "建设核心区[1]。\n"
        + "正文没有数字。\n" * 300
        + "修建水库[2]和道路。\n{}[1] 指三个县。\n[2] 指大型水库，\n不含小型。"
    )
    for heading in ("", "注释\n", "## 注释：\n"):
        found = scan(text.format(heading))
        assert notes(found) == [("1", "指三个县。"), ("2", "指大型水库，不含小型。")]
        assert found.notes[0].marker_start == text.index("1]")


def test_endnotes_with_glued_english_numbers() -> None:
    text = (
        "The farmers1 work.\nThe rivers2 flow.\n"
        + "Nothing here.\n" * 200
        + "Notes\n1 Those who till land.\n2 All of them."
    )
    found = scan(text, language="en")
    assert notes(found) == [("1", "Those who till land."), ("2", "All of them.")]


@pytest.mark.parametrize(
    "references",
    [
        "参考文献\n[1] 张三. 区域研究[J]. 某学报, 2019.\n[2] 李四. 城市[M]. 某出版社, 2018.",
        "References\n[1] A. Smith. Regions. 2019.\n[2] B. Jones. Cities. 2018.",
        "[1] 张三. 区域研究[J]. 某学报, 2019.\n[2] 李四. 城市[M]. 某出版社, 2018.",
    ],
)
def test_references_are_no_notes(references: str) -> None:
    text = "区域差距缩小[1]。\n城市增加[2]。\n" + "正文没有数字。\n" * 200 + references
    found = scan(text)
    assert found.notes == ()
    assert "[1]" in body(found)


def test_references_near_their_citations_are_no_notes() -> None:
    text = (
        "区域差距缩小[1]。\n城市增加[2]。\n\n[1] 张三. 区域研究[J]. 某学报, 2019.\n[2] 李四. 城市[M]. 某出版社, 2018."
    )
    assert scan(text).notes == ()


def test_lists_at_the_end_without_markers_are_no_notes() -> None:
    for form in ("1 {}", "1. {}", "[1] {}", "① {}", "1、{}"):
        text = "重点任务如下。\n\n" + form.format("建设三条道路。") + "\n" + form.replace("1", "2").format("建设水库。")
        assert scan(text.replace("① 建设水库", "② 建设水库")).notes == ()


def test_a_note_that_goes_on_at_the_next_page_end() -> None:
    text = "建设核心区①和\n\n①核心区指三个县，\n水库。推进试验区②建设。\n\n以及两个市。\n②试验区另有规定。\n末页。"
    found = scan(text, "11122223")
    assert notes(found) == [("1", "核心区指三个县，以及两个市。"), ("2", "试验区另有规定。")]
    assert body(found) == "建设核心区和|水库。推进试验区建设。|末页。"


def test_a_complete_note_takes_nothing_from_the_next_page() -> None:
    text = "建设核心区①。\n\n①核心区指三个县。\n水库。\n\n试验区另有规定。\n末页。"
    found = scan(text, "1112223")
    assert notes(found) == [("1", "核心区指三个县。")]


def glyphs(*runs: tuple[str, float, float]) -> tuple[str, tuple[Glyphs, ...]]:
    """A line of runs, each with its top and bottom, side by side."""
    text, made, x = "", [], 10.0
    for run, top, bottom in runs:
        region = Region(1, x, top, x + 10 * len(run), bottom)
        made.append(Glyphs(len(text), len(text) + len(run), region))
        text, x = text + run, region.x1
    return text, tuple(made)


def test_raised_digits_are_seen_by_their_place_and_size() -> None:
    text, runs = glyphs(
        ("新建", 10, 20), ("2", 9.5, 15.5), ("所学校", 10, 20), ("3", 14, 20), ("万", 10, 20), ("4", 10, 20)
    )
    document = Document(text, (Line(0, len(text), 1),), (), "pdf", "application/pdf", runs)
    assert raised_numbers(document) == {2}


def test_a_raised_digit_marks_before_any_word() -> None:
    text = "新增学校3所，每年1期。\n\n3 含分校。\n1 指学期。\n下一页。"
    assert scan(text, "11112").notes == ()
    found = scan(
        text.replace("3 含", "1 含").replace("1 指", "2 指").replace("3所", "1所"), "11112", raised=frozenset({4})
    )
    assert notes(found)[0] == ("1", "含分校。")
    assert body(found).startswith("新增学校所")


def test_table_rows_with_the_number_of_a_raised_marker_are_no_notes() -> None:
    text = "指标依据建议1提出。\n\n1.全员劳动生产率\t2.5\t8\n2.城镇化率\t60\t65\n下一页。"
    assert scan(text, "11112", raised=frozenset({6})).notes == ()
