"""Footnotes and their markers, found on small made-up pages."""

from __future__ import annotations

from extractors.document import Document, Line
from extractors.repair import repair
from extractors.structure.footnotes import FootnoteScan, find_footnotes


def scan(text: str, pages: tuple[int, ...] = ()) -> FootnoteScan:
    lines, start = [], 0
    for number, line in enumerate(text.split("\n")):
        lines.append(Line(start, start + len(line), pages[number] if pages else None))
        start += len(line) + 1
    cleaned, _ = repair(Document(text, tuple(lines), (), "text", "text/plain"), ("en",))
    return find_footnotes(cleaned, ("en",))


def body(result: FootnoteScan) -> str:
    return " ".join(line.text.text for line in result.lines if line.role == "body" and line.text)


INTERRUPTED = """The canal8 joins the river1 and the complex lake,2 near
the old harbour

1 Translator's note: The river (大
河) is wide.
2 Translator's note: A lake with two names that
the map does not give.
 and the new town. Trains CR2 and G2 stop there."""


def test_a_block_inside_a_sentence() -> None:
    found = scan(INTERRUPTED)
    assert [n.number for n in found.notes] == ["1", "2"]
    assert found.notes[0].text.text == "Translator's note: The river (大河) is wide."
    assert found.notes[1].text.text.endswith("two names that the map does not give.")
    assert {n.kind for n in found.notes} == {"translators_note"}


def test_markers_are_found_and_cut_out() -> None:
    found = scan(INTERRUPTED)
    assert [n.marker_start for n in found.notes] == [INTERRUPTED.index("1 and"), INTERRUPTED.index("2 near")]
    assert "joins the river and the complex lake, near" in body(found)
    markers = [c for c in found.changes if c.kind == "footnote_marker"]
    assert [(c.raw, c.repaired) for c in markers] == [("1", ""), ("2", "")]


def test_codes_are_no_markers() -> None:
    assert "Trains CR2 and G2 stop there." in body(scan(INTERRUPTED))


def test_places_of_a_note() -> None:
    note = scan(INTERRUPTED).notes[0]
    assert INTERRUPTED[note.start : note.end] == "1 Translator's note: The river (大\n河) is wide."


def test_a_marker_behind_a_blank() -> None:
    text = "We reach the peak 1 carbon level and\nthen\n\n1 Translator's note: The peak.\n go down."
    found = scan(text)
    assert found.notes[0].marker_start == text.index("1 carbon")
    assert body(found) == "We reach the peak carbon level and then go down."


def test_a_marker_that_swallowed_the_blank() -> None:
    text = "See the Market1to serve firms and\n\n1 Translator's note: A market.\n others."
    assert body(scan(text)) == "See the Market to serve firms and others."


def test_a_note_without_keyword_needs_marker_and_page_end() -> None:
    text = "The rights1 of farmers are kept.\n\n1 Three rights over land.\nChapter Two\nMore text."
    assert [n.kind for n in scan(text, (1, 1, 1, 2, 2)).notes] == ["note"]
    assert scan("The rights of farmers are kept.\n\n1 Three rights over land.\nMore text.").notes == ()


def test_numbered_lists_are_no_footnotes() -> None:
    text = "Build:\n1 Two canals of 30 km\n2 Three roads\n3 One port\nin all regions."
    assert scan(text).notes == ()


def test_a_note_goes_on_over_a_blank_line_while_a_bracket_is_open() -> None:
    text = "The river1 and\n\n1 Translator's note: A river (大\n\n河) of note.\n the lake."
    assert scan(text).notes[0].text.text == "Translator's note: A river (大河) of note."


def test_a_page_number_ends_a_note() -> None:
    text = "The river1 is wide.\n\n1 Translator's note: A river\n7\nNew page.\n8\nLast page.\n9"
    found = scan(text, (1, 1, 1, 1, 2, 2, 3, 3))
    assert found.notes[0].text.text == "Translator's note: A river"
    assert body(found) == "The river is wide. New page. Last page."


def test_a_document_without_notes_comes_back_as_it_was() -> None:
    found = scan("Only text.\n2 of 3 farms are new.")
    assert (found.notes, found.changes) == ((), ())


def test_circled_numbers_that_begin_anew_on_each_page() -> None:
    text = "建设核心区①和水库。\n①核心区指三个县。\n措施：①修路；②建桥。\n推进试验区①建设。\n①试验区另有规定。"
    found = scan(text, (1, 1, 2, 2, 2))
    assert [n.text.text for n in found.notes] == ["核心区指三个县。", "试验区另有规定。"]
    assert [n.marker_start for n in found.notes] == [text.index("①和"), text.index("①建设。")]
    assert body(found) == "建设核心区和水库。 措施：①修路；②建桥。 推进试验区建设。"


def test_notes_below_a_table_are_no_footnotes() -> None:
    text = "粮食产量 600 650\n注：①括号内为五年累计数。\n②带星号的为旧数据。"
    assert scan(text, (1, 1, 1)).notes == ()
