"""Repair of the characters of lines, shown on small made-up texts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document, Line
from extractors.repair import repair
from extractors.repair.model import Change, CleanLine


def document(text: str, pages: tuple[int | None, ...] = ()) -> Document:
    lines, start = [], 0
    for number, line in enumerate(text.split("\n")):
        lines.append(Line(start, start + len(line), pages[number] if pages else None))
        start += len(line) + 1
    return Document(text, tuple(lines), (), "text", "text/plain")


def repaired(text: str, language: str = "en") -> tuple[tuple[CleanLine, ...], tuple[Change, ...]]:
    return repair(document(text), (language,))


def texts(text: str, language: str = "en") -> list[str]:
    return [line.text.text for line in repaired(text, language)[0]]


# A text that splits words often enough to be known for it.
DAMAGED = "The th ird platfo rm will suppo rt regio nal industr y.\n"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("a strategi c choice", "a strategic choice"),
        ("build a powerho use", "build a powerhouse"),
        ("instead o f coal", "instead of coal"),
        ("W e shall plant trees", "We shall plant trees"),
        ("so th is is done", "so this is done"),
        ("their livelihood s improve", "their livelihoods improve"),
        ("in crease the yield", "increase the yield"),
        ("the W ell-Kept Garden", "the Well-Kept Garden"),
        ("Xi said so; X i spoke", "Xi said so; Xi spoke"),
    ],
)
def test_words_split_by_a_blank_are_joined(printed: str, read: str) -> None:
    assert texts(DAMAGED + printed)[1] == read


@pytest.mark.parametrize(
    "text",
    [
        "we have a long way to go",
        "clean up and lay out the harbour",
        "R&D on rice and support in terms of seed",
        "the children's home and farmers' houses",
        "vitamin D on the label of Class A in stock",
        "Tibet Tibet Tibet in Tibet an area of lakes",
    ],
)
def test_pairs_of_words_stay_apart(text: str) -> None:
    assert texts(DAMAGED + text)[1] == text


def test_two_real_words_are_joined_only_where_the_text_splits_words() -> None:
    assert texts("They in crease the yield every year.") == ["They in crease the yield every year."]


def test_the_document_knows_words_that_the_list_lacks() -> None:
    lines = DAMAGED + "Intelligentized plants\nintelligentized mills\nintelligent ized ports"
    assert texts(lines)[-1] == "intelligentized ports"


def test_letters_that_stand_for_mac_quotes_become_quotes() -> None:
    line = "The ÒGreen CanalÓ project and the ÒThree Lakes,Ó the peopleÕs choice"
    assert texts(line) == ["The “Green Canal” project and the “Three Lakes,” the people’s choice"]


def test_letters_of_a_language_are_no_quotes() -> None:
    line = "Óscar Muñoz of LOGROÑO and qiángguó stay"
    assert texts(line) == [line]


def test_a_mac_dash_marks_a_list() -> None:
    assert texts("ÒAÓ and ÒBÓ\nÑ New dams will be built.")[1] == "— New dams will be built."


def test_windows_quotes_left_as_control_codes() -> None:
    assert texts("the \x93new town\x94 \x96 first part") == ["the “new town” – first part"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("the Five -Year Plan", "the Five-Year Plan"),
        ("fault- tolerant chips", "fault-tolerant chips"),
        ("end -to -end tests", "end-to-end tests"),
        ("the 1 -hour circle", "the 1-hour circle"),
        ("mid - and long-term loans", "mid- and long-term loans"),
        ("small- , and micro-size firms", "small-, and micro-size firms"),
    ],
)
def test_blanks_at_hyphens_go(printed: str, read: str) -> None:
    assert texts(printed) == [read]


@pytest.mark.parametrize(
    "text",
    [
        "medium- and long-term loans",
        "from 10 - 20 sites",
        "He came - late - and left",
        "-- 6.5 Binding",
        "a cold -5 degrees",
        "an up-to-date choice, thumbs up - no doubt",
    ],
)
def test_dashes_ranges_and_suspended_hyphens_stay(text: str) -> None:
    assert texts(text) == [text]


def test_a_dash_between_words_is_a_hyphen_where_the_text_sets_blanks_at_hyphens() -> None:
    damaged = "high -quality, low -carbon, state -owned, long -term and well -off towns; skill - rich jobs"
    assert texts(damaged)[0].endswith("skill-rich jobs")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("dams ,  canals ; and ports .", "dams, canals; and ports."),
        ("( 信息化) and [ two ]", "(信息化) and [two]"),
        ("from 5% by 10 % a year", "from 5% by 10% a year"),
        ("ozone (O3) and O 3 levels", "ozone (O3) and O3 levels"),
        ("a\u00a0new\u200b road", "a new road"),
    ],
)
def test_stray_blanks_go(printed: str, read: str) -> None:
    assert texts(printed) == [read]


@pytest.mark.parametrize(
    "text", ["7.8  10  --  Anticipated", "Values in ( ) are totals", "| a |  | b |", "x    y", "by 10 % and 5 %"]
)
def test_blanks_that_mean_something_stay(text: str) -> None:
    assert texts(text) == [text]


def test_ligatures_and_radicals_become_ordinary_characters() -> None:
    assert texts("the \ufb01rst o\ufb03ce") == ["the first office"]
    assert texts("\u2f2f业和\u2f00带", "zh") == ["工业和一带"]


def test_chinese_blanks_behind_punctuation_go_and_title_blanks_stay() -> None:
    lines = "第一篇　水利先行 港口并进\n产量提高。 其次,修路\n摘　 要:\n市长 张 三"
    assert texts(lines, "zh") == ["第一篇　水利先行 港口并进", "产量提高。其次,修路", "摘要:", "市长 张 三"]


PROVEN = "state-owned, long-term, high-quality; state - owned, long - term and high - quality; "


def test_blanks_at_both_sides_of_known_compounds_show_that_a_text_sets_them() -> None:
    assert texts(PROVEN + "skill - rich jobs")[0].endswith("skill-rich jobs")
    assert texts(PROVEN + "10 - 20 sites - they are new")[0].endswith("10 - 20 sites - they are new")
    dashes = "; ".join(f"{word} - yes" for word in ("towns", "canals", "roads", "ports"))
    assert texts(PROVEN + dashes + "; skill - rich jobs")[0].endswith("skill - rich jobs")


def test_lines_that_begin_within_a_word_are_marked_in_a_text_that_splits_words() -> None:
    lines, _ = repaired(DAMAGED + "we build roads an\nd sch\nools each year in an\nother town")
    assert [line.ends_word for line in lines] == [False, False, True, True, False]
    assert not any(line.ends_word for line in repaired("we build roads an\nd schools")[0])


def test_every_change_names_its_raw_text() -> None:
    text = DAMAGED + "ÒAÓ  and ÒBÓ , the Five -Year Plan"
    _, changes = repaired(text)
    assert changes
    assert all(text[c.start : c.end] == c.raw and c.raw != c.repaired for c in changes)


def test_a_repaired_character_keeps_its_own_place() -> None:
    line = repaired(DAMAGED + "a strategi c choice")[0][1]
    at = line.text.text.index("c choice")
    assert line.text.starts[at] == len(DAMAGED) + len("a strategi ")


def test_indents_are_counted_and_stripped() -> None:
    line = repaired("   two canals ")[0][0]
    assert (line.text.text, line.indent) == ("two canals", 3)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab Òó“”ÓÑ-–—(),.%12一 。\u3000\u00a0\n", max_size=80))
def test_repair_keeps_the_order_of_places(text: str) -> None:
    lines, changes = repaired(text)
    assert len(lines) == text.count("\n") + 1
    for line in lines:
        assert list(line.text.starts) == sorted(line.text.starts)
        assert all(line.start <= a < b <= line.end for a, b in zip(line.text.starts, line.text.ends, strict=True))
    assert all(text[c.start : c.end] == c.raw for c in changes)


@pytest.mark.parametrize("seed", ["th e ", "a", "a-", "- ", "( ", "a -", "1 ", "Ò", "。 ", "x  ", "来源： ", "1,"])
def test_a_long_line_costs_in_proportion_to_its_length(seed: str) -> None:
    def cost(count: int) -> float:
        began = time.process_time()
        repaired(seed * count)
        return time.process_time() - began

    repaired(seed * 10)
    short = max(cost(1_000), 0.002)
    # Ten times the length may cost ten times the time; quadratic behaviour would cost a hundred times.
    assert cost(10_000) < 45 * short
