"""Shapes of glosses: quotes, citations, line ends, several in one bracket."""

from __future__ import annotations

import time

import pytest

from extractors.language.glossary_brackets import brackets, terms
from extractors.language.glossary_phrase import phrase_before


def _phrase(text: str) -> str | None:
    bracket = [b for b in brackets(text) if b.is_chinese][-1]
    return phrase_before(text, bracket.start, 0, terms(bracket.content)[0])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("build the “vegetable basket” (“菜篮子”) chain", "vegetable basket"),
        ('known as the "four nots," (“四个不”) for short', "four nots"),
        ("the ‘social credit’ (社会信用) score", "social credit"),
        ("the 'iron rice bowl' (铁饭碗) of old", "iron rice bowl"),
        ("improve social credit [12] (社会信用)", "social credit"),
        ("improve social credit¹² (社会信用)", "social credit"),
        ("improve social credit7 (社会信用)", "social credit"),
        ("as Smith says of social credit (Smith 2019) (社会信用)", "social credit"),
        ("“social credit (社会信用)” is", "social credit"),
        ("and what is called ding xin wan (定心丸)", "ding xin wan"),
        ("He said: “In the years to come our towns and villages must without delay improve social credit” (社会信用).",
         "social credit"),
        ("improve social\ncredit (社会信用)", "social\ncredit"),
        ("extend the E-class (E级) line", "E-class"),
        ("the integration of industry, academia, research institutes, and users (产学研用)",
         "industry, academia, research institutes, and users"),
        ("we will supply water, electricity, roads, and gas (水电路气) to all", "water, electricity, roads, and gas"),
        ("the goals are: (1) clean rivers, (2) quiet towns, and (3) roads that last (河清、城静、路固)",
         "clean rivers, (2) quiet towns, and (3) roads that last"),
        ("as required by ensuring a bottom line, weaving dense nets, and building mechanisms (兜底线、织密网、建机制)",
         "ensuring a bottom line, weaving dense nets, and building mechanisms"),
        ("persist in both advancing and retreating, both acting and being inactive (有进有退、有所为有所不为)",
         "both advancing and retreating, both acting and being inactive"),
        ("We shall build roads, and improve social credit (社会信用)", "social credit"),
        ("responsibility for comprehensively running the Party strictly (全面从严治党)",
         "comprehensively running the Party strictly"),
    ],
)  # fmt: skip
def test_the_phrase_before(text: str, phrase: str) -> None:
    assert _phrase(text) == phrase


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("GEM; 创业板", ("创业板",)),
        ("社会信用; 信用体系", ("社会信用", "信用体系")),
        ("gaige kaifang 改革开放", ("改革开放",)),
        ("Chinese: 户口", ("户口",)),
        ("hukou, 户口", ("户口",)),
        ("21 世纪海上丝绸之路", ("21世纪海上丝绸之路",)),
        ("丝绸之路\n经济带", ("丝绸之路经济带",)),
        ("“学历证书+职业技能等级证书”", ("学历证书+职业技能等级证书",)),
        ("“五个一”工程", ("“五个一”工程",)),
        ("兜底线、织密网、建机制", ("兜底线、织密网、建机制",)),
        ("社會治理", ("社會治理",)),
        ("see the term 改革 in the annex", ()),
        ("2025年12月", ()),
        ("约1.3万亿元", ()),
        ("21世纪议程", ("21世纪议程",)),
    ],
)
def test_the_terms_of_a_bracket(content: str, found: tuple[str, ...]) -> None:
    assert terms(content) == found


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("a (村（居）民议事会) b", ["村（居）民议事会"]),
        ("a (世(一)大学和一)学科) b", ["世(一)大学和一)学科"]),
        ("a (“双一)”), b (乙)", ["“双一)”", "乙"]),
        ("a (甲） b ［乙] c", ["甲", "乙"]),
        ("a (and the farms ['场]) b", ["'场"]),
        ("an open ( bracket 甲", []),
    ],
)
def test_a_gloss_closes_where_no_chinese_follows(text: str, contents: list[str]) -> None:
    assert [b.content for b in brackets(text)] == contents


def test_a_long_paragraph_costs_no_more_than_its_length() -> None:
    def seconds(times: int) -> float:
        text = "We will improve social governance (社会治理) and the rule of law. " * times
        start = time.process_time()
        for bracket in brackets(text):
            phrase_before(text, bracket.start, 0, "社会治理")
        return time.process_time() - start

    seconds(20)
    assert seconds(800) < 6 * seconds(200) + 0.2
