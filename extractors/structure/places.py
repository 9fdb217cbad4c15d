"""Rows, headings and boxes of one stream turned into records and blocks, each in its place."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Document
from extractors.identity import Ids
from extractors.mapped import MappedText, common_span
from extractors.records import Box, BoxItem, Section
from extractors.structure.boxes import FoundBox, Item
from extractors.structure.closings import Closing
from extractors.structure.headings import Heading
from extractors.structure.marks import list_number
from extractors.structure.model import Block, Element, IndicatorRegion, Passed
from extractors.structure.numbering import Placed
from extractors.structure.paragraphs import Paragraph, paragraphs
from extractors.structure.regions import regions_of
from extractors.structure.rows import Stream
from extractors.structure.seams import Seams
from extractors.structure.vocabulary import Vocabulary

_NUMBER = "list_or_heading_number"


class StreamOutline:
    """What one stream gives, filled in one pass over its rows."""

    def __init__(self, stream: Stream, document: Document, ids: Ids, seams: Seams, words: Vocabulary) -> None:
        self._stream, self._document, self._ids, self._seams, self._words = stream, document, ids, seams, words
        self._stack: list[tuple[int, str, str]] = []
        self.sections: list[Section] = []
        self.boxes: list[Box] = []
        self.items: list[BoxItem] = []
        self.blocks: list[Block] = []
        self.indicator_regions: list[IndicatorRegion] = []
        self.passed: list[Passed] = []

    def fill(
        self,
        headings: Sequence[Placed],
        boxes: Sequence[FoundBox],
        listed: Sequence[Heading],
        closings: Sequence[Closing] = (),
    ) -> None:
        """Go through the rows once and put everything in its place."""
        ends = self._body_ends(headings, closings)
        starts: dict[int, Placed | FoundBox | Heading | Closing] = {h.first: h for h in listed}
        starts |= {c.first: c for c in closings}
        starts |= {b.first: b for b in boxes}
        starts |= {p.heading.first: p for p in headings}
        closing = {p.heading.first: end for p, end in zip(headings, ends, strict=True)}
        at, body_at = 0, None
        for first in sorted(starts):
            self._prose(at, first, body_at)
            body_at = None
            opening = starts[first]
            if isinstance(opening, Placed):
                self._section(opening, closing[first])
                title = opening.heading.title
                at, body_at = title.last, title.body_at
                if body_at is not None:
                    at -= 1
            elif isinstance(opening, FoundBox):
                self._box(opening)
                at = opening.last
            elif isinstance(opening, Closing):
                self._close(opening.rank)
                at = first
            else:
                self._contents_entry(opening)
                at = opening.last
        self._prose(at, len(self._stream.rows), body_at)

    def _body_ends(self, headings: Sequence[Placed], closings: Sequence[Closing]) -> list[int]:
        """Raw end of each heading's text: where the next heading of its rank or above begins, or a closing stands."""
        rows = self._stream.rows
        ends = [max((r.end for r in rows), default=0)] * len(headings)
        turns = [(p.heading.first, p.rank, at) for at, p in enumerate(headings)]
        turns += [(c.first, c.rank, -1) for c in closings]
        unfinished: list[int] = []
        for first, rank, at in sorted(turns):
            while unfinished and headings[unfinished[-1]].rank >= rank:
                above = unfinished.pop()
                ends[above] = max(rows[first - 1].end, rows[headings[above].heading.last - 1].end)
            if at >= 0:
                unfinished.append(at)
        return ends

    def _close(self, rank: int) -> None:
        while self._stack and self._stack[-1][0] >= rank:
            self._stack.pop()

    def _prose(self, first: int, last: int, body_at: int | None) -> None:
        for paragraph in paragraphs(self._stream, first, last, self._words, body_at):
            self._paragraph(paragraph, "prose")

    def _paragraph(
        self,
        paragraph: Paragraph,
        element: Element,
        box: Box | None = None,
        number: str | None = None,
        title: str | None = None,
    ) -> MappedText:
        text = self._seams.join(paragraph.parts, self._stream.language)
        cut = list_number(text.text, self._words)
        if cut:
            self.passed.append(Passed(*text.raw_span(0, cut), _NUMBER))
        if text:
            self.blocks.append(self._block(text, element, box, number, title, is_bullet=paragraph.is_bullet))
        return text

    def _block(
        self,
        text: MappedText,
        element: Element,
        box: Box | None = None,
        number: str | None = None,
        title: str | None = None,
        *,
        is_bullet: bool = False,
        is_heading: bool = False,
    ) -> Block:
        return Block(
            text=text,
            element=element,
            language=self._stream.language,
            section_id=self._stack[-1][1] if self._stack else None,
            section_titles=tuple(entry[2] for entry in self._stack),
            box_id=box.box_id if box else None,
            box_title=box.title if box else None,
            item_number=number,
            item_title=title,
            is_bullet=is_bullet,
            is_heading=is_heading,
        )

    def _section(self, opening: Placed, body_end: int) -> None:
        heading, mark = opening.heading, opening.heading.mark
        row = self._stream.rows[heading.first]
        title = self._seams.join_title(heading.title, self._stream.language)
        head = row.text.cut(0, mark.title_at)
        start, end = common_span([t for t in (head, title) if t])
        self._close(opening.rank)
        number = None if opening.number is None else str(opening.number)
        if mark.form == "decimal":
            number = mark.printed
        section = Section(
            section_id=self._ids.make("s", self._stream.language, opening.level, number, title.text),
            document_id=self._ids.document_id,
            parent_id=self._stack[-1][1] if self._stack else None,
            level=opening.level,
            label=mark.label,
            number=number,
            number_printed=mark.printed,
            title=title.text,
            language=self._stream.language,
            page=self._document.page_at(start),
            char_start=start,
            char_end=end,
            body_char_end=max(body_end, end),
            regions=regions_of(self._document, (head, title)),
        )
        self.sections.append(section)
        self._stack.append((opening.rank, section.section_id, title.text))
        if head and mark.number is not None:
            self.passed.append(Passed(*head.raw_span(0, len(head)), _NUMBER))
        if title:
            self.blocks.append(self._block(title, "prose", is_heading=True))

    def _contents_entry(self, heading: Heading) -> None:
        rows = self._stream.rows[heading.first : heading.last]
        self.passed.append(Passed(rows[0].start, rows[-1].end, _NUMBER))

    def _box(self, found: FoundBox) -> None:
        rows = self._stream.rows
        title = self._seams.join_title(found.title, self._stream.language)
        title = _without_marks(title)
        head = rows[found.first].text.cut(0, found.mark.title_at)
        start = min(rows[found.first].text.starts)
        last = rows[max(found.last, found.title.last) - 1]
        end = self._box_end(found, max(last.text.ends))
        number = found.mark.number
        box = Box(
            box_id=self._ids.make("b", self._stream.language, found.mark.label, number, title.text),
            document_id=self._ids.document_id,
            number=number,
            label=found.mark.label,
            title=title.text,
            section_id=self._stack[-1][1] if self._stack else None,
            page=self._document.page_at(start),
            page_end=self._document.page_at(end - 1),
            char_start=start,
            char_end=end,
            regions=regions_of(self._document, self._printed(found, end)),
        )
        self.boxes.append(box)
        self.passed.append(Passed(*head.raw_span(0, len(head)), _NUMBER))
        if title:
            self.blocks.append(self._block(title, "box", box, is_heading=True))
        for paragraph in found.lead:
            self._paragraph(paragraph, "box", box)
        for item in found.items:
            self._item(item, box)
        if found.indicator_rows:
            self._indicators(found, box)

    def _box_end(self, found: FoundBox, end: int) -> int:
        """A table's notes stand below the box, not in it."""
        if found.indicator_rows and found.note_rows:
            return max(self._stream.rows[found.note_rows[0] - 1].text.ends)
        return end

    def _printed(self, found: FoundBox, end: int) -> list[MappedText]:
        """The rows of a box up to the raw offset `end`."""
        rows = self._stream.rows[found.first : max(found.last, found.title.last)]
        return [row.text for row in rows if row.text.starts[0] < end]

    def _indicators(self, found: FoundBox, box: Box) -> None:
        rows = self._stream.rows
        first, last = found.indicator_rows or (0, 0)
        if last <= first:
            return
        notes = found.note_rows
        self.indicator_regions.append(
            IndicatorRegion(
                box_id=box.box_id,
                lines=self._seams.lines_between(rows[first].start, rows[last - 1].end),
                notes=self._seams.lines_between(rows[notes[0]].start, rows[notes[1] - 1].end) if notes else (),
                language=self._stream.language,
            )
        )

    def _item(self, item: Item, box: Box) -> None:
        row = self._stream.rows[item.row]
        title = _without_marks(self._seams.join(item.title, self._stream.language))
        number = row.text.cut(*item.mark)
        if number:
            self.passed.append(Passed(*row.text.raw_span(0, item.mark[1]), _NUMBER))
        if title:
            self.blocks.append(self._block(title, "box", box, item.number, title.text, is_heading=True))
        texts = [(p, self._paragraph(p, "box", box, item.number, title.text)) for p in item.body]
        bullets = tuple(text.text for p, text in texts if p.is_bullet)
        glue = "" if self._stream.language == "zh" else " "
        printed = [t for t in (number, title, *(text for _, text in texts)) if t]
        start, end = common_span(printed)
        self.items.append(
            BoxItem(
                box_id=box.box_id,
                item_number=item.number,
                document_id=self._ids.document_id,
                title=title.text,
                text=glue.join(text.text for _, text in texts if text),
                bullets=bullets,
                page=self._document.page_at(start),
                regions=regions_of(self._document, printed),
                char_start=start,
                char_end=end,
            )
        )


def _without_marks(title: MappedText) -> MappedText:
    """A title without the asterisks of markdown around it."""
    start = len(title.text) - len(title.text.lstrip("*_ "))
    return title.cut(start, max(start, len(title.text.rstrip("*_ "))))
