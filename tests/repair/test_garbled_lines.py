"""Lines of a figure in a font without its map are left out; formulas, codes and figures are not."""

from __future__ import annotations

import pytest

from extractors.document import Line
from extractors.repair.furniture import roles
from extractors.repair.garbled_lines import garbled_lines
from extractors.repair.model import LineRole


def _garbled(*texts: str) -> set[int]:
    known: list[LineRole] = ["body" if text else "blank" for text in texts]
    return garbled_lines(texts, known)


def test_a_legend_of_signs_is_left_out_with_its_short_lines() -> None:
    legend = (
        "we will use the strengths of",
        "",
        '#"#%$ &!',
        "",
        "7#$;'9(\"%!3$&0)'(8",
        "",
        '4"&$;3#!\'9%)(8"$#',
        "",
        "the basin",
    )
    assert _garbled(*legend) == {2, 4, 6}


def test_a_single_such_line_stays() -> None:
    assert _garbled("the key is", "7#$;'9(\"%!3$&0)'(8", "and no other") == set()


@pytest.mark.parametrize(
    "line",
    [
        "y=a*(x+b)/(c-d)+e*(f-g)",
        "R&D; S&T; O&M; A&B; C&D",
        "-- <6.5 >7.2 <46 >58 --",
        "双#型%学&州!区$三\"地'场;的",
        "$1,234.50 & $3,456.70",
    ],
)
def test_formulas_lists_figures_and_chinese_stay(line: str) -> None:
    assert _garbled(line, line, line) == set()


def test_roles_name_them() -> None:
    texts = ["body", "7#$;'9(\"%!3$&0)'(8", '4"&$;3#!\'9%)(8"$#']
    assert roles(texts, [Line(0, 1, None)] * 3) == ["body", "garbled", "garbled"]
