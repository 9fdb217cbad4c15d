from __future__ import annotations

from pathlib import Path

from extractors.reading import read
from flows.pointing import point


def shown(tmp_path: Path, text: str, quote: str, number: str) -> list[str]:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    start, first = document.text.index(quote), document.text.index(number)
    return list(point(document, (start, start + len(quote)), (first, first + len(number))))


def test_a_chinese_character_takes_two_columns(tmp_path: Path) -> None:
    lines = shown(tmp_path, "第一章\n建设民用机场30个以上。\n", "建设民用机场30个以上", "30个")
    assert lines == ["1 | 第一章", "2 | 建设民用机场30个以上。", "  |             ^^^^"]


def test_of_a_line_that_is_a_paragraph_the_sentence_is_shown_with_words_around(tmp_path: Path) -> None:
    sentence = "We will build 120 km of roads."
    text = "before it " * 300 + sentence + " after it" * 300 + "\n" + "below it " * 300
    lines = shown(tmp_path, text, sentence, "120 km")
    assert len(lines) <= 6
    at = next(n for n, line in enumerate(lines) if "^" in line)
    assert lines[0].startswith("1 | … ")
    assert lines[at - 1].index("120 km") == lines[at].index("^^^^^^")
    assert sentence in " ".join(line[4:] for line in lines if "^" not in line)
    assert lines[-1].startswith("2 | below it")
    assert lines[-1].endswith(" …")


def test_a_long_line_is_broken_between_words_and_keeps_its_mark(tmp_path: Path) -> None:
    text = "word " * 30 + "120 km of roads " + "word " * 30
    lines = shown(tmp_path, text, "120 km of roads", "120 km")
    assert max(len(line) for line in lines) <= 100
    at = next(n for n, line in enumerate(lines) if "^" in line)
    assert lines[at - 1].index("120 km") == lines[at].index("^^^^^^")
    assert "".join(line[4:] + " " for line in lines if "^" not in line).split() == text.split()


def test_a_span_that_touches_no_line_shows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Roads\n")
    assert list(point(read(path), (40, 50), (40, 50))) == []
