"""Chinese terms with their English in brackets."""

from __future__ import annotations

import pytest

from extractors.language.glossary_brackets import brackets
from extractors.language.glossary_reverse import Reverse, term_before


def _pairs(text: str) -> list[Reverse | None]:
    return [term_before(text, bracket) for bracket in brackets(text)]


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("大力发展人工智能（Artificial Intelligence，AI）产业", "人工智能", "Artificial Intelligence"),
        ("推进政府和社会资本合作（PPP）模式", "政府和社会资本合作", "PPP"),
        ("参与《跨境贸易便利协定》（CTFA）", "跨境贸易便利协定", "CTFA"),
        ("推进细颗粒物（PM2.5）治理", "细颗粒物", "PM2.5"),
        ("碳达峰与碳中和（carbon neutrality）目标", "碳中和", "carbon neutrality"),
        ("the term 社会治理 (social governance) is used", "社会治理", "social governance"),
    ],
)
def test_a_term_begins_behind_what_governs_it(text: str, chinese: str, english: str) -> None:
    assert _pairs(text) == [Reverse(chinese, english)]


@pytest.mark.parametrize(
    "text", ["装机容量（GW）", "户口（hukou）制度", "数据来源（see Table 1）", "第一（a）项", "上海（Shanghai）"]
)
def test_units_romanisations_and_remarks_are_no_terms(text: str) -> None:
    assert _pairs(text) == [None]
