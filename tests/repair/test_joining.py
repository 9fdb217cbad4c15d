"""Lines of a paragraph joined to one text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.mapped import MappedText
from extractors.repair.joining import join_lines, vocabulary_of, with_raw
from extractors.repair.model import Change, CleanLine, LineRole


def clean(text: str, roles: dict[int, LineRole] | None = None) -> list[CleanLine]:
    lines, start = [], 0
    for number, raw in enumerate(text.split("\n")):
        indent = len(raw) - len(raw.lstrip())
        role: LineRole = (roles or {}).get(number, "body" if raw.strip() else "blank")
        part = MappedText.of(raw.strip(), start + indent)
        lines.append(CleanLine(part, start, start + len(raw), None, role, indent))
        start += len(raw) + 1
    return lines


def joined(text: str, language: str = "en", roles: dict[int, LineRole] | None = None) -> tuple[str, list[Change]]:
    result, changes = join_lines(clean(text, roles), language)
    return result.text, list(with_raw(changes, text))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("by pro-\nmoting trade", "by promoting trade"),
        ("an all-\nround way", "an all-round way"),
        ("the Five-\nYear Plan", "the Five-Year Plan"),
        ("well-struc-\ntured teams", "well-structured teams"),
        ("gender-\ndisaggregated data", "gender-disaggregated data"),
        ("mixed -\nownership firms", "mixed-ownership firms"),
        ("medium-\nand long-term loans", "medium- and long-term loans"),
        ("see https://example.org/new-\ntown/ for more", "see https://example.org/new-town/ for more"),
        ("see https://example.org/\ntown for more", "see https://example.org/town for more"),
    ],
)
def test_hyphens_at_line_ends(printed: str, read: str) -> None:
    assert joined(printed)[0] == read


def test_the_document_decides_over_the_word_list() -> None:
    own = vocabulary_of(clean("the non-profit sector and non-profit work"))
    assert join_lines(clean("a non-\nprofit school"), "en", own)[0].text == "a non-profit school"


def test_a_plain_line_end_is_a_blank_and_no_change() -> None:
    assert joined("two\ncanals") == ("two canals", [])


def test_a_hyphen_is_recorded_with_both_halves() -> None:
    change = joined("by pro-\nmoting trade")[1][0]
    assert (change.raw, change.repaired, change.kind) == ("pro-\nmoting", "promoting", "line_hyphen")


def test_chinese_lines_join_without_blank() -> None:
    text, changes = joined("建设三座\n\n水库，“输水”\n“供水”并重，2025\n年完成", "zh")
    assert text == "建设三座水库，“输水”“供水”并重，2025年完成"
    assert {c.kind for c in changes} == {"cjk_line_join"}


def test_a_chinese_gloss_in_english_joins_without_blank() -> None:
    assert joined("water works (水利\n工程) and roads")[0] == "water works (水利工程) and roads"


def test_a_page_number_inside_a_sentence_is_left_out() -> None:
    assert joined("two new\n\n20\n\ncanals", roles={2: "page_number"}) == ("two new canals", [])


def test_a_footnote_inside_a_sentence_is_lifted_out_and_recorded() -> None:
    text, changes = joined("build two large new\n\n1 Note: large.\n canals next year", roles={2: "footnote"})
    assert text == "build two large new canals next year"
    assert [c.kind for c in changes] == ["footnote_block_interruption"]
    assert changes[0].repaired == "two large new canals next year"


def test_the_blank_at_a_page_start_is_recorded() -> None:
    text, changes = joined("two new\n canals")
    assert (text, [c.kind for c in changes]) == ("two new canals", ["page_leading_space"])


def test_a_line_of_blanks_is_a_printed_blank() -> None:
    assert joined("深化水利\n \n\n推进农业", "zh")[0] == "深化水利 推进农业"
    assert joined("摘要:\n \n\n本文", "zh")[0] == "摘要:本文"


def test_every_character_maps_to_its_line() -> None:
    printed = "by pro-\nmoting trade"
    result, _ = join_lines(clean(printed), "en")
    at = result.text.index("moting")
    assert result.raw_span(at, at + 6) == (8, 14)
    assert printed[8:14] == "moting"


def test_no_lines_give_no_text() -> None:
    assert join_lines([], "en")[0].text == ""


def test_a_blank_at_the_start_of_a_line_within_a_page_is_no_page_start() -> None:
    lines = [replace(line, page=4) for line in clean("建设两座\n 水库")]
    text, changes = join_lines(lines, "zh")
    assert (text.text, [c.kind for c in changes]) == ("建设两座水库", ["line_leading_space"])
    text, changes = join_lines([lines[0], replace(lines[1], page=5)], "zh")
    assert (text.text, [c.kind for c in changes]) == ("建设两座水库", ["page_leading_space"])


def test_a_word_that_a_line_end_splits_is_one_word() -> None:
    text = "build roads an\nd schools"
    lines = clean(text)
    joined_text, changes = join_lines([lines[0], replace(lines[1], ends_word=True)], "en")
    assert joined_text.text == "build roads and schools"
    assert [(c.raw, c.repaired, c.kind) for c in with_raw(changes, text)] == [("an\nd", "and", "split_word")]
