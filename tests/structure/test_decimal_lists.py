"""Headings numbered in decimals: all of a list or none, each below the number that its own begins with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.structure.decimal_lists import follows
from extractors.structure.model import Outline

PROSE = (
    "The region will build roads and schools and open its markets to\n"
    "all who live there in the coming years and it will do so with care\n"
    "and at a cost that all can bear, because roads join the towns.\n"
)


@pytest.mark.parametrize(
    ("before", "path"),
    [((2,), (2, 1)), ((2, 1), (2, 2)), ((2, 1), (2, 1, 1)), ((2, 5, 2), (3,)), ((2, 5, 2), (3, 1)), ((2, 5), (2, 6))],
)
def test_the_next_number_of_a_list(before: tuple[int, ...], path: tuple[int, ...]) -> None:
    assert follows(before, path)


@pytest.mark.parametrize(
    ("before", "path"),
    [((14, 1, 2), (15, 1, 3)), ((17, 1), (17, 1, 2)), ((2, 1), (2, 1)), ((2, 1, 1), (2, 1)), ((2, 1), (2, 3))],
)
def test_numbers_that_do_not_follow(before: tuple[int, ...], path: tuple[int, ...]) -> None:
    assert not follows(before, path)


def test_depth_gives_levels_and_prefixes_give_parents(read_outline: Callable[..., Outline]) -> None:
    text = "".join(
        f"{n}. {title}\n\n{n}.1 Roads\n\n{PROSE}\n{n}.2 Schools\n\n{n}.2.1 Towns\n\n{PROSE}\n{n}.2.2 Land\n\n{PROSE}\n"
        for n, title in ((1, "Aims"), (2, "Means"))
    )
    found = read_outline(text).sections
    assert [s.number for s in found] == ["1", "1.1", "1.2", "1.2.1", "1.2.2", "2", "2.1", "2.2", "2.2.1", "2.2.2"]
    number = {s.section_id: s.number for s in found}
    parents = [None, "1", "1", "1.2", "1.2", None, "2", "2", "2.2", "2.2"]
    assert [number.get(s.parent_id or "") for s in found] == parents
    assert len({(len((s.number or "").split(".")), s.level) for s in found}) == 3


def test_a_catalogue_numbered_in_decimals_has_no_sections(read_outline: Callable[..., Outline]) -> None:
    entries = []
    for n, items in ((1, (2, 3)), (2, (1,)), (3, (4, 2)), (4, (1, 1))):
        entries.append(f"{n}.农业机械")
        for k, count in enumerate(items, start=1):
            entries.append(f"  {n}.{k} 耕地设备")
            entries += [f"    {n}.{k}.{m} 旋转机" for m in range(1, count + 1)]
    assert read_outline("\n".join(entries) + "\n", "zh").sections == ()


def test_a_list_within_a_section_does_not_count_on_its_decimals(read_outline: Callable[..., Outline]) -> None:
    text = (
        f"1. Aims\n\n1.1 Roads\n\n{PROSE}\n1. long roads;\n2. short roads.\n\n1.2 Schools\n\n{PROSE}\n"
        f"2. Means\n\n2.1 Money\n\n{PROSE}\n2.2 People\n\n{PROSE}"
    )
    assert [s.number for s in read_outline(text).sections] == ["1", "1.1", "1.2", "2", "2.1", "2.2"]


def test_sentences_numbered_in_decimals_leave_the_headings_above_them(read_outline: Callable[..., Outline]) -> None:
    text = "".join(
        f"{n}. {title}\n\n{PROSE}\n{n}.1 the town builds roads.\n\n{n}.2 the town builds schools.\n\n{PROSE}\n"
        for n, title in ((1, "Aims"), (2, "Means"), (3, "Ends"))
    )
    assert [s.number for s in read_outline(text).sections] == ["1", "2", "3"]
