"""Sections of two texts paired."""

from __future__ import annotations

from extractors.language.align_sections import number_of, paired_sections
from extractors.records import Section


def sections(*lines: str) -> list[Section]:
    """Sections of lines such as "chapter 3" or "  section 1"; indented ones stand in what is above them."""
    found: list[Section] = []
    around: list[str] = []
    for at, line in enumerate(lines):
        depth = (len(line) - len(line.lstrip())) // 2
        level, _, number = line.strip().partition(" ")
        around = [*around[:depth], f"s{at}"]
        found.append(
            Section(
                section_id=f"s{at}",
                document_id="made",
                parent_id=around[depth - 1] if depth else None,
                level=level,
                label=None,
                number=number or None,
                number_printed=number or None,
                title=f"title {at}",
                language="zh",
                page=None,
                char_start=at,
                char_end=at + 1,
                body_char_end=at + 1,
            )
        )
    return found


def test_numbers_are_the_same_in_both_languages() -> None:
    zh, en = sections("chapter 三十二", "chapter 2.1"), sections("chapter XXXII", "chapter")
    assert [number_of(s) for s in zh] == ["32", "2.1"]
    assert [number_of(s) for s in en] == ["32", None]


def test_numbers_that_begin_again_are_paired_within_their_chapters() -> None:
    lines = ("chapter 1", "  section 1", "  section 2", "chapter 2", "  section 1", "  section 2")
    assert paired_sections(sections(*lines), sections(*lines)) == [(i, i) for i in range(6)]


def test_an_edition_of_one_chapter_is_found_in_the_whole() -> None:
    zh = sections(
        "part 1",
        "  chapter 1",
        "    section 1",
        "part 2",
        "  chapter 2",
        "    section 1",
        "    section 2",
        "  chapter 3",
    )
    en = sections("chapter 2", "  section 1", "  section 2")
    assert paired_sections(zh, en) == [(4, 0), (5, 1), (6, 2)]


def test_a_missing_section_leaves_the_others_paired() -> None:
    zh = sections("article 1", "article 2", "article 3", "article 4")
    assert paired_sections(zh, sections("article 1", "article 3", "article 4")) == [(0, 0), (2, 1), (3, 2)]


def test_levels_of_other_names_are_paired_by_their_numbers() -> None:
    zh = sections("chapter 1", "  article 1", "  article 2", "chapter 2", "  article 3")
    en = sections("part 1", "  section 1", "  section 2", "part 2", "  section 3")
    assert paired_sections(zh, en) == [(i, i) for i in range(5)]


def test_headings_without_numbers_are_paired_by_place_if_as_many() -> None:
    three = sections("chapter", "chapter", "chapter")
    assert paired_sections(three, three) == [(0, 0), (1, 1), (2, 2)]
    assert paired_sections(three, three[:2]) == []


def test_a_number_that_stands_out_of_order_is_not_followed() -> None:
    zh = sections("article 1", "article 2", "article 3", "article 4", "article 5")
    en = sections("article 1", "article 5", "article 2", "article 3", "article 4")
    assert paired_sections(zh, en) == [(0, 0), (1, 2), (2, 3), (3, 4)]


def test_nothing_is_paired_with_nothing() -> None:
    assert paired_sections(sections("chapter 1"), []) == []
