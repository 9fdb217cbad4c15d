"""Page numbers, running headers and web furniture are told from text."""

from __future__ import annotations

from extractors.document import Document, Line
from extractors.repair import repair


def roles(pages: list[list[str]], numbered: bool = True) -> list[str]:
    lines, start, texts = [], 0, []
    for number, page in enumerate(pages, 1):
        for text in page:
            lines.append(Line(start, start + len(text), number if numbered else None))
            texts.append(text)
            start += len(text) + 1
    document = Document("\n".join(texts), tuple(lines), (), "text", "text/plain")
    return [line.role for line in repair(document, ("en",))[0]]


def test_numbers_at_page_ends_that_ascend() -> None:
    pages = [["Text of one.", "— 7 —"], ["Text of two.", "— 8 —"]]
    assert roles(pages) == ["body", "page_number"] * 2


def test_a_number_inside_a_page_is_text() -> None:
    pages = [["a", "12", "b", "1"], ["c", "d", "2"]]
    assert roles(pages) == ["body", "body", "body", "page_number", "body", "body", "page_number"]


def test_figures_at_page_ends_are_no_page_numbers() -> None:
    pages = [["Yield", "a", "65"], ["Area", "b", "12"], ["Share", "c", "90"]]
    assert set(roles(pages)) == {"body"}


def test_a_page_number_above_a_footer() -> None:
    pages = [[f"text {c}", f"more {c}", str(n), "Ministry of Water"] for n, c in enumerate("abcd", 3)]
    assert roles(pages) == ["body", "body", "page_number", "running_header"] * 4


def test_without_pages_only_isolated_numbers_that_ascend_are_page_numbers() -> None:
    text = ["one", "", "18", "", "two", "", "20", "", "three", "", "29", "", "Yield", "65", "3.2"]
    found = roles([text], numbered=False)
    assert [t for t, role in zip(text, found, strict=True) if role == "page_number"] == ["18", "20", "29"]


def test_lines_that_recur_at_page_tops_are_running_headers() -> None:
    pages = [[f"Plan of the Province {n}", f"text {'abc'[n]}", f"more {'xyz'[n]}", f"end {'uvw'[n]}"] for n in range(3)]
    assert [r for r in roles(pages) if r != "body"] == ["running_header"] * 3


def test_web_furniture_at_the_top() -> None:
    lines = [
        "首页 > 政务公开 > 规划",
        "2024-05-01 08:30 来源： 新日报字号：默认 大 超大|打印|",
        "下载",
        "【字体：",
        "大",
        "小",
        "】",
        "责任编辑：张三",
        "来源：",
        "晨报",
        "本省粮食产量达到1000万吨。",
    ]
    assert roles([lines], numbered=False) == ["chrome"] * 10 + ["body"]


def test_links_behind_the_text_are_furniture() -> None:
    lines = ["本省修路100公里。", "相关链接>>", "省长答记者问", "打印本页"]
    assert roles([lines], numbered=False) == ["body", "chrome", "chrome", "chrome"]


def test_sentences_with_furniture_words_are_text() -> None:
    lines = ["我们要大力支持中小企业。", "打印设备产量达到100万台。", "时间：2021—2025年完成200项", "分享发展成果。"]
    assert roles([lines], numbered=False) == ["body"] * 4


def test_furniture_is_recorded() -> None:
    text = "打印\n本省修路。"
    document = Document(text, (Line(0, 2, None), Line(3, len(text), None)), (), "text", "text/plain")
    changes = repair(document, ("zh",))[1]
    assert [(c.raw, c.repaired, c.kind) for c in changes] == [("打印", "", "web_furniture")]
