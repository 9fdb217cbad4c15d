"""Lines that a text layer has cut at every blank."""

from __future__ import annotations

from extractors.document import Document, Line
from extractors.repair import repair
from extractors.repair.joining import join_lines
from extractors.repair.model import Change, CleanLine


def repaired(text: str) -> tuple[tuple[CleanLine, ...], tuple[Change, ...]]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), None))
        start += len(line) + 1
    return repair(Document(text, tuple(lines), (), "text", "text/plain"), ("zh",))


WORDS = "\n \n\n".join(["Abstract:", "this", "plan", "builds", "two", "canals,", "and", "one", "port"])


def test_words_on_lines_of_their_own_are_one_line() -> None:
    lines, _ = repaired(WORDS)
    assert lines[0].text.text == "Abstract: this plan builds two canals, and one port"
    assert all(line.role == "blank" and not line.text for line in lines[1:])
    assert len(lines) == WORDS.count("\n") + 1


def test_places_and_changes_of_words_put_together() -> None:
    lines, changes = repaired(WORDS)
    at = lines[0].text.text.index("canals")
    start, end = lines[0].text.raw_span(at, at + 6)
    assert WORDS[start:end] == "canals"
    assert {(c.raw, c.repaired) for c in changes} == {("\n \n\n", " ")}


def test_a_chinese_label_takes_no_blank() -> None:
    assert repaired("摘要:\n \n\n本文论述水利\n\n" + WORDS)[0][0].text.text == "摘要:本文论述水利"


def test_the_line_behind_the_pieces_joins_without_a_blank() -> None:
    lines, _ = repaired("摘要:\n \n\n本文论述水\n\n利设施。\n\n" + WORDS)
    first = next(k for k, line in enumerate(lines) if line.text.text.startswith("利设施"))
    text, changes = join_lines(lines[: first + 1], "zh")
    assert text.text == "摘要:本文论述水利设施。"
    assert [c.repaired for c in changes] == [""]


def test_the_whole_line_reaches_to_its_last_piece() -> None:
    first, *_ = repaired(WORDS)[0]
    assert (first.start, first.end) == (0, len(WORDS))


def test_lines_of_blanks_between_paragraphs_stay() -> None:
    text = "\n \n\n".join(["Chapter One", "We will build.", "Goals", "more roads and", "canals.", "End"])
    assert [line.text.text for line in repaired(text)[0] if line.text] == text.split("\n \n\n")
