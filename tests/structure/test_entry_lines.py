"""Lines that open an entry of an outline or are a title by themselves: not joined with the line before."""

from __future__ import annotations

from collections.abc import Callable

from extractors.structure.model import Outline

PROSE = (
    "本省在今后五年里要修建道路和学校并向所有居民开放各类市场\n"
    "各地应当按照规定的标准办理补贴且补贴不超过上年市场均价的\n"
    "30%并由主管部门每年公布一次实施情况和下一年度的安排要求\n"
)


def _texts(found: Outline) -> list[str]:
    return [block.text.text for block in found.blocks]


def test_entries_of_an_outline_are_not_one_sentence(read_outline: Callable[..., Outline]) -> None:
    entries = (
        "1.山地机械\n1.1 挖坑设备\n1.1.1 挖坑机\n1.1.2 开沟机\n1.2 平地设备\n1.2.1 平地机\n2.水田机械\n2.1 插秧设备\n"
    )
    texts = _texts(read_outline(PROSE * 3 + "。\n" + entries, "zh"))
    assert not [t for t in texts if "挖坑机1.1.2" in t or "开沟机1.2" in t or "平地机2." in t or "设备1.1.1" in t]


def test_a_share_at_a_line_start_stays_in_its_sentence(read_outline: Callable[..., Outline]) -> None:
    assert "均价的30%并由" in _texts(read_outline(PROSE * 3 + "。\n", "zh"))[0]


def test_a_number_of_no_series_stays_in_its_sentence(read_outline: Callable[..., Outline]) -> None:
    lines = (
        "本省在今后五年里要修建道路和学校并向所有居民开放各类市场",
        "（三）款所列各地应当按照规定的标准办理并且每年公布一次情况",
        "7.绿色项目由主管部门每年公布一次实施情况和下一年度安排要求",
        "3.5 万公里的道路由主管部门每年公布一次实施情况和下年度要求",
    )
    (text,) = _texts(read_outline("\n".join(lines * 3) + "。\n", "zh"))
    assert text.count("要求") == 6


def test_numbers_in_brackets_and_circles_that_go_on_open_entries(read_outline: Callable[..., Outline]) -> None:
    for first, second in (("（一）", "（二）"), ("①", "②"), ("1）", "2）")):
        lines = PROSE * 3 + f"。\n{first}修建道路的各个县\n{second}修建学校的各个县\n"
        assert not [t for t in _texts(read_outline(lines, "zh")) if f"县{second}" in t]


def test_a_title_on_its_own_line_is_joined_with_nothing(read_outline: Callable[..., Outline]) -> None:
    text = "（本省人民代表大会会议通过）\n目  录\n前言\n" + PROSE * 3 + "。\n"
    texts = _texts(read_outline(text, "zh"))
    assert not [t for t in texts if "）目" in t or "录前" in t or "言本省" in t]
