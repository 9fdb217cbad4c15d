"""Text files: encodings, line ends, pages, and what is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import ReadError
from extractors.reading import read
from extractors.reading.encoding import decode
from extractors.reading.lines import lines_of

CHINESE = "第一章 主要目标\n到2025年，常住人口城镇化率提高到65%，森林覆盖率达到24.1%。\n" * 20
ENGLISH = "Chapter 1 Targets\nForest cover will reach 24.1 percent by 2025 – no less.\n" * 20


def written(tmp_path: Path, data: bytes, name: str = "plan.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", b""),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
def test_unicode_encodings_are_told_apart(tmp_path: Path, text: str, encoding: str, mark: bytes) -> None:
    document = read(written(tmp_path, mark + text.encode(encoding)))
    assert document.text == text
    assert document.metadata["encoding"] == encoding


def test_gb18030_is_read(tmp_path: Path) -> None:
    assert read(written(tmp_path, CHINESE.encode("gb18030"))).text == CHINESE


def test_latin1_is_not_taken_for_chinese(tmp_path: Path) -> None:
    data = "The r\xe9sum\xe9s of caf\xe9s, na\xefve fa\xe7ades.".encode("latin-1")
    with pytest.raises(ReadError) as caught:
        read(written(tmp_path, data))
    assert caught.value.outcome == "damaged"
    assert "byte 5 (0xe9)" in str(caught.value)


def test_undecodable_bytes_are_named_with_offset_and_remedy(tmp_path: Path) -> None:
    good = CHINESE.encode()
    with pytest.raises(ReadError) as caught:
        read(written(tmp_path, good + b"\xff\xfe\x00" + good))
    assert caught.value.outcome == "damaged"
    assert f"byte {len(good)}" in caught.value.message
    assert caught.value.remedy


def test_utf16_cut_in_half_names_the_byte() -> None:
    with pytest.raises(ReadError, match="byte 8 cannot be decoded as UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + "abc".encode("utf-16-le") + b"\x00", "plan.txt")


@pytest.mark.parametrize("data", [b"", b" \r\n\t\f \n", codecs.BOM_UTF8, "\u3000\n".encode()])
def test_nothing_to_read_is_no_text(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(written(tmp_path, data))
    assert caught.value.outcome == "no_text"


@pytest.mark.parametrize(
    ("name", "data", "outcome"),
    [
        ("plan.txt", b"%PDF-1.7\n%\xe2\xe3", "unsupported"),
        ("plan.txt", b"PK\x03\x04\x14\x00rest", "unsupported"),
        ("plan.txt", bytes(range(256)) * 8, "unsupported"),
        ("plan.txt", b"<!DOCTYPE html><html><body>text", "unsupported"),
        ("plan.pdf", b"<html><head></head>", "unsupported"),
        ("plan.pdf", b"just a line of text", "damaged"),
        ("plan.docx", b"PK\x03\x04", "unsupported"),
        ("plan", b"text", "unsupported"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(tmp_path: Path, name: str, data: bytes, outcome: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(written(tmp_path, data, name))
    assert caught.value.outcome == outcome
    assert caught.value.file == name
    assert caught.value.remedy


def test_stray_control_characters_stay_in_the_text(tmp_path: Path) -> None:
    text = "Grain output\x00 will exceed\x07 650 million tons.\n" * 5
    assert read(written(tmp_path, text.encode())).text == text


def test_line_ends_stay_and_end_lines() -> None:
    text = "a\nb\r\nc\rd\fe\n\nf"
    assert [text[line.start : line.end] for line in lines_of(text, ())] == ["a", "b", "c", "d", "e", "", "f"]


@given(st.text(alphabet="ab \n\r\f\u2028中", max_size=60))
def test_lines_and_their_ends_tile_the_text(text: str) -> None:
    lines = lines_of(text, ())
    ends = [line.start for line in lines[1:]] + [len(text)]
    assert lines[0].start == 0
    assert all(not text[a.end : b].strip() for a, b in zip(lines, ends, strict=True))
    assert not any(c in "\n\r\f\u2028" for line in lines for c in text[line.start : line.end])


def test_one_long_line_is_one_line(tmp_path: Path) -> None:
    document = read(written(tmp_path, b"word " * 400_000))
    assert len(document.lines) == 1
    assert document.pages == ()
