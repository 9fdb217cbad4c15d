"""The raw text of a PDF and everything with a place in it, as pages are written down one after the other."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from extractors.document import Document, Glyphs, Line, Page, Region
from extractors.errors import ReadError
from extractors.reading.frame_places import FrameText, printed_frames, text_of_frame
from extractors.reading.lines import lines_of
from extractors.reading.pdf_health import (
    FAILED,
    NEEDS_OCR,
    PARTLY_READ,
    TABLES_NOT_SOUGHT,
    Health,
    with_watermarks,
)
from extractors.reading.pdf_layout import PrintedLine
from extractors.reading.pdf_margins import MarginLine, running_lines
from extractors.reading.pdf_page import ReadPage
from extractors.reading.pdf_paragraphs import Shown, with_print
from extractors.reading.tables.model import Box, FoundTable, Frame
from extractors.reading.tables.printing import printed_tables
from extractors.records import NO_TEXT

_REMEDY_DAMAGED = "Open it in a PDF viewer and save it anew, or fetch it again from where it came from"
_REMEDY_OCR = "Run text recognition on it (for example `ocrmypdf IN OUT`) and use the result"
_MOST_NAMED = 20  # pages that a message names


class Writing:
    """One document as it is written down.

    Args:
        reader: Name of the engine.
        is_damaged: Whether the file had to be repaired to be read.
    """

    def __init__(self, reader: str, is_damaged: bool) -> None:
        self._reader = reader
        self._is_damaged = is_damaged
        self._texts: list[str] = []
        self._offset = 0
        self._pages: list[Page] = []
        self._healths: list[tuple[Health, str]] = []
        self._glyphs: list[Glyphs] = []
        self._tables: list[list[FoundTable]] = []
        self._frames: list[list[Frame]] = []
        self._frame_texts: dict[tuple[int, Box], FrameText] = {}
        self._places: dict[tuple[int, int], tuple[int, int]] = {}
        self._at_foot: set[int] = set()  # raw starts of lines
        self._shown: dict[int, Shown] = {}  # by raw starts of lines
        self._margins: list[MarginLine] = []
        self._failed: dict[int, str] = {}

    def add(self, page: ReadPage | None, number: int, cause: str) -> None:
        """Write a page down; one that failed is written down as empty.

        Args:
            page: What was read of it, null where it failed.
            number: 1-based page number.
            cause: Why it failed.
        """
        if number > 1:
            self._write("\f")
        start, before, first_glyph = self._offset, len(self._texts), len(self._glyphs)
        if page is None:
            self._failed[number] = cause
            self._pages.append(Page(number, start, start, rotation=0))
            self._healths.append((Health("none", (FAILED,)), ""))
            return
        spans: dict[int, dict[int, tuple[int, int]]] = {id(block): {} for block in page.blocks}
        for line in page.lines:
            self._write_line(line, number, spans)
        for table, block in zip(page.tables, page.blocks, strict=True):
            for index, span in spans[id(block)].items():
                # A cell is written down in one piece, so all its characters stand for the whole.
                self._places.update(((number, at), span) for at in table.cells[index].chars)
        self._tables.append(page.tables)
        self._frames.append(page.frames)
        for frame in page.frames:
            if found := text_of_frame(frame, self._glyphs[first_glyph:]):
                self._frame_texts[number, frame.box] = found
        self._pages.append(
            Page(
                number,
                start,
                self._offset,
                printed_label=page.label,
                width=round(page.width, 2) or None,
                height=round(page.height, 2) or None,
                rotation=page.rotation,
            )
        )
        self._healths.append((page.health, "".join(self._texts[before:]) if page.health.alone else ""))

    def _write(self, text: str) -> None:
        self._texts.append(text)
        self._offset += len(text)

    def _write_line(self, line: PrintedLine, number: int, spans: dict[int, dict[int, tuple[int, int]]]) -> None:
        first = len(self._glyphs)
        if line.at_foot:
            self._at_foot.add(self._offset)
        if line.margin is not None:
            text = "".join(part for run in line.runs for part in (run.before, run.text)).strip()
            self._margins.append(MarginLine(self._offset, number, text, line.margin))
        if line.shown.opens is not None or line.shown.ends is not None:
            self._shown[self._offset] = line.shown
        texts, offset = self._texts, self._offset
        for before, text, box in line.runs:
            if before:
                texts.append(before)
                offset += len(before)
            end = offset + len(text)
            texts.append(text)
            self._glyphs.append(Glyphs(offset, end, Region(number, *box)))
            offset = end
        texts.append("\n")
        self._offset = offset + 1
        if line.block is not None:
            for index, run_first, run_end in line.cells:
                within = self._glyphs[first + run_first : first + run_end]
                spans[id(line.block)][index] = (within[0].start, within[-1].end)

    def document(self, file: str) -> Document:
        """The document of all pages written down, or the error that says why there is nothing to read.

        Args:
            file: The file's name, for messages.
        """
        text = "".join(self._texts)
        ends = [*(p.start for p in self._pages[1:]), len(text)]
        # Pages tile the text: the form feed belongs to the page that it ends.
        pages = tuple(
            replace(page, end=end, text_layer=health.layer, reasons=health.reasons)
            for page, end, health in zip(self._pages, ends, with_watermarks(self._healths), strict=True)
        )
        if not self._glyphs or all(NEEDS_OCR in p.reasons or p.text_layer == "none" for p in pages):
            raise self._nothing(pages, file)
        message = self._message(pages)
        return Document(
            text=text,
            lines=self._lines(text, pages),
            pages=pages,
            reader=self._reader,
            media_type="application/pdf",
            glyphs=tuple(self._glyphs),
            tables=tuple(printed_tables(self._tables, lambda *place: self._places.get(place), text)),
            frames=printed_frames(self._frames, self._frame_texts),
            outcome="partly_read" if message else "read",
            outcome_message=message,
        )

    def _lines(self, text: str, pages: tuple[Page, ...]) -> tuple[Line, ...]:
        """The lines of the whole text with what the print shows of them."""
        lines = with_print(lines_of(text, pages, self._at_foot), self._shown)
        at_edge = {found.start for found in self._margins}
        body = [(text[line.start : line.end], line.start) for line in lines if line.start not in at_edge]
        running = running_lines(self._margins, len(pages), body, self._size_at)
        return tuple(replace(line, is_running=True) if line.start in running else line for line in lines)

    def _size_at(self, start: int) -> float:
        """Height of the first run of characters behind a raw start, in points."""
        at = bisect_left(self._glyphs, start, key=attrgetter("start"))
        region = self._glyphs[at].region if at < len(self._glyphs) else None
        return region.bottom - region.top if region else 0.0

    def _message(self, pages: tuple[Page, ...]) -> str | None:
        parts = ["the file is damaged and was read as far as it could be repaired"] if self._is_damaged else []
        if self._failed:
            parts.append(f"could not be read: {_page_list(sorted(self._failed))}")
        images = [p.number for p in pages if NEEDS_OCR in p.reasons]
        if images:
            parts.append(f"hold images and no text: {_page_list(images)}")
        noise = [p.number for p in pages if not set(NO_TEXT).isdisjoint(p.reasons)]
        if noise:
            parts.append(f"characters are not those that are printed, and no data: {_page_list(noise)}")
        crowded = [p.number for p in pages if PARTLY_READ in p.reasons or TABLES_NOT_SOUGHT in p.reasons]
        if crowded:
            parts.append(f"more is drawn than is looked at, so that tables may be missed: {_page_list(crowded)}")
        return "; ".join(parts) or None

    def _nothing(self, pages: tuple[Page, ...], file: str) -> ReadError:
        if not pages:
            return ReadError("no_pages", "the PDF has no pages", file=file, remedy=_REMEDY_DAMAGED)
        if len(self._failed) == len(pages):
            return ReadError("damaged", "none of its pages can be read", file=file, remedy=_REMEDY_DAMAGED)
        if any(NEEDS_OCR in p.reasons for p in pages):
            return ReadError("needs_ocr", "its pages are images without text", file=file, remedy=_REMEDY_OCR)
        message = f"its pages hold no text; {self._message(pages)}" if self._failed else "its pages hold no text"
        return ReadError("no_text", message, file=file, remedy="Look at it in a PDF viewer; it may be blank")


def _page_list(numbers: list[int]) -> str:
    """`page 3`, `pages 3, 5 and 9 more`: short enough for a table."""
    shown = ", ".join(map(str, numbers[:_MOST_NAMED]))
    more = f" and {len(numbers) - _MOST_NAMED} more" if len(numbers) > _MOST_NAMED else ""
    return f"page{'s' if len(numbers) > 1 else ''} {shown}{more}"
