"""What two sentences have in common."""

from __future__ import annotations

import pytest

from extractors.language.align_words import anchors


def shared(zh: str, en: str, terms: tuple[tuple[str, str], ...] = ()) -> set[str]:
    found = anchors([zh], [en], terms)
    return set(found.zh[0] & found.en[0])


@pytest.mark.parametrize(
    ("zh", "en", "key"),
    [
        ("新增1.4亿亩。", "Add 140 million mu.", "n1.4e+08"),
        ("增长7.5%以上。", "Grow by 7.5 percent or more.", "n7.5"),
        ("下降三分之一以上，建成二十座。", "Build twenty of them.", "n20"),
        ("到2035年", "by 2035", "y2035"),
        ("“十四五”时期", "the 14th Five-Year Plan", "o14"),
        ("第十三个五年规划", "the 13th Five-Year Plan", "o13"),
        ("推广IGBT器件", "promote IGBT devices", "ligbt"),
        ("新建5G基站", "new 5G base stations", "l5g"),
        ("建设科技强国", "an S&T powerhouse (科技强国)", "h科技强国"),
        ("满洲里口岸", "the port of Manzhouli", "smanzouli"),
        ("第三条 本办法", "Article 3 These measures", "i3"),
        ("（二）总部", "(ii) headquarters", "i2"),
        ("發展海洋經濟", "the marine economy", "w海洋"),
    ],
)
def test_both_sides_have_the_anchor(zh: str, en: str, key: str) -> None:
    assert key in shared(zh, en)


def test_another_number_is_no_anchor() -> None:
    assert not {k for k in shared("新增14亿亩。", "Add 140 million mu.") if k[0] == "n"}


def test_a_term_of_a_glossary_is_known_where_no_gloss_is_printed() -> None:
    terms = (("双碳", "dual carbon"),)
    assert "h双碳" in shared("推进双碳工作", "Advance the dual carbon agenda", terms)
    assert "h双碳" not in shared("推进双碳工作", "Advance the dual carbon agenda")


def test_a_rare_anchor_is_worth_more_than_a_common_one() -> None:
    zh = ["发展经济。"] * 30 + ["发展海洋渔业。"]
    en = ["Develop the economy."] * 30 + ["Develop marine fisheries."]
    weights = anchors(zh, en).weights
    assert weights["w海洋"] > 2 * weights["w经济"]


def test_what_one_side_has_alone_is_no_anchor() -> None:
    assert anchors(["新建水库12座。"], ["Nothing of it."]).weights == {}


def test_sums_of_weights_are_exact() -> None:
    zh = ["发展海洋渔业。", "建设港口和公路。", "培训教师。"]
    en = ["Develop marine fisheries.", "Build ports and highways.", "Train teachers."]
    assert all(float(weight * 1024).is_integer() for weight in anchors(zh, en).weights.values())
