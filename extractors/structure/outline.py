"""The outline of a document: headings, boxes and footnotes found, and every paragraph put in its place."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Document
from extractors.identity import Ids
from extractors.mapped import MappedText
from extractors.records import Footnote
from extractors.repair.model import CleanLine
from extractors.source import Source
from extractors.structure.box_frames import framed_rows, with_edges
from extractors.structure.boxes import boxes
from extractors.structure.closings import annexes, closings
from extractors.structure.entry_lines import with_entries
from extractors.structure.footnotes import FootnoteScan, Note
from extractors.structure.headings import Heading, candidates, contents_entries, fitting
from extractors.structure.loose_headings import listed_headings
from extractors.structure.model import Block, Outline, Passed
from extractors.structure.numbering import placed
from extractors.structure.places import StreamOutline
from extractors.structure.regions import regions_of
from extractors.structure.rows import Stream, streams
from extractors.structure.seams import Seams
from extractors.structure.vocabulary import vocabulary

# Why the numbers of a line that is no text are no targets.
_FURNITURE = {"page_number": "page_number", "running_header": "page_number", "chrome": "date", "garbled": "code"}


def outline(document: Document, lines: Sequence[CleanLine], notes: FootnoteScan, source: Source) -> Outline:
    """Find the structure of a document.

    Args:
        document: As read; its text and places are what offsets and pages refer to.
        lines: All lines, repaired, with footnote lines marked.
        notes: The footnotes found.
        source: Its id makes ids, its languages say which streams there are.

    Returns:
        Sections, boxes, items, footnotes and the paragraphs in their places, each in reading order.
    """
    ids = Ids(source.id)
    seams = Seams(document, lines)
    parts = [_of_stream(stream, document, ids, seams) for stream in streams(document, lines, source.language)]
    footnotes = tuple(_footnotes(document, notes, ids))
    blocks = [block for part in parts for block in part.blocks]
    blocks += [Block(note.text, "footnote", _script(note.text, source)) for note in notes.notes if note.text]
    passed = [span for part in parts for span in part.passed]
    passed += [Passed(line.start, line.end, _FURNITURE[line.role]) for line in lines if line.role in _FURNITURE]
    return Outline(
        sections=tuple(sorted((s for p in parts for s in p.sections), key=lambda s: s.char_start)),
        boxes=tuple(sorted((b for p in parts for b in p.boxes), key=lambda b: b.char_start)),
        box_items=tuple(sorted((i for p in parts for i in p.items), key=lambda i: i.char_start)),
        footnotes=footnotes,
        blocks=tuple(sorted(blocks, key=lambda b: b.text.starts[0])),
        indicator_regions=tuple(r for p in parts for r in p.indicator_regions),
        changes=seams.changes,
        passed=tuple(sorted(passed, key=lambda p: (p.start, p.end))),
    )


def _of_stream(stream: Stream, document: Document, ids: Ids, seams: Seams) -> StreamOutline:
    words = vocabulary(stream.language)
    stream = with_entries(with_edges(stream, document.frames), words)
    found = candidates(stream, words)
    listed = contents_entries(stream, found, words)
    skipped = {h.first for h in listed}
    found = [h for h in found if h.first not in skipped]
    found = _without_document_title(found)
    firm = fitting(found)
    listed_rows = [at for h in listed for at in range(h.first, h.last)]
    decimal = [h for h in listed_headings(stream, found, firm, words) if h.mark.form == "decimal"]
    framed = framed_rows(stream, document.frames, found)
    spans = boxes(stream, firm, [h.first for h in decimal], listed_rows, words, framed)
    inside = {at for box in spans for at in range(box.first, box.last)}
    firm = [h for h in firm if h.first not in inside]
    loose = listed_headings(stream, [h for h in found if h.first not in inside], firm, words)
    headings = sorted([*firm, *loose], key=lambda h: h.first)
    others = inside.union(listed_rows)
    headings = sorted([*headings, *annexes(stream, headings, others, words)], key=lambda h: h.first)
    places = placed(headings)
    result = StreamOutline(stream, document, ids, seams, words)
    result.fill(places, spans, listed, closings(stream, places, others, words))
    return result


def _without_document_title(found: Sequence[Heading]) -> list[Heading]:
    """A lone first-level markdown heading before all others is the document's title, no section."""
    first_level = [h for h in found if h.mark.form == "h1"]
    if len(first_level) == 1 and found[0] is first_level[0]:
        return list(found[1:])
    return list(found)


def _footnotes(document: Document, notes: FootnoteScan, ids: Ids) -> list[Footnote]:
    return [
        Footnote(
            footnote_id=ids.make("f", note.number, note.text.text),
            document_id=ids.document_id,
            number=note.number,
            footnote_kind=note.kind,
            text=note.text.text,
            marker_char_start=note.marker_start,
            page=document.page_at(note.start),
            char_start=note.start,
            char_end=note.end,
            regions=regions_of(document, _printed(note)),
        )
        for note in notes.notes
    ]


def _printed(note: Note) -> tuple[MappedText, ...]:
    """The number that opens a note, and its text."""
    return MappedText.of(note.number, note.number_start), note.text


def _script(text: MappedText, source: Source) -> str:
    """A note is in the document's first language; in facing columns its script decides."""
    if len(source.language) < 2:
        return "zh" if source.language and source.language[0].startswith("zh") else "en"
    han = sum("\u3400" <= c <= "\u9fff" for c in text.text)
    return "zh" if 3 * han > len(text) else "en"
