"""Parts of rows joined to one text through the repair of line ends, with what stands between them in view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.mapped import MappedText
from extractors.repair.joining import join_lines, vocabulary_of, with_raw
from extractors.repair.model import Change, CleanLine
from extractors.structure.titles import Title


class Seams:
    """Joins parts of one document's lines and keeps the changes that joining makes."""

    def __init__(self, document: Document, lines: Sequence[CleanLine]) -> None:
        self._document = document
        self._lines = lines
        self._starts = [line.start for line in lines]
        self._vocabulary = vocabulary_of(lines)
        self._changes: list[Change] = []

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change made so far, with its raw text."""
        return with_raw(self._changes, self._document.text)

    def join(self, parts: Sequence[MappedText], language: str) -> MappedText:
        """The parts (each from one line, in order) as one text."""
        kept = [part for part in parts if part]
        if len(kept) < 2:
            return kept[0].strip() if kept else MappedText.of("")
        pieces: list[CleanLine] = []
        before = -1
        for part in kept:
            at = bisect_right(self._starts, part.starts[0]) - 1
            if before >= 0:
                pieces += (line for line in self._lines[before + 1 : at] if line.role != "body")
            line = self._lines[at]
            cut = part.starts[0] != line.text.starts[0] if line.text else True
            pieces.append(
                replace(line, text=part, indent=0 if cut else line.indent, ends_word=line.ends_word and not cut)
            )
            before = at
        text, changes = join_lines(pieces, language, self._vocabulary)
        self._changes += changes
        return text.strip()

    def join_title(self, title: Title, language: str) -> MappedText:
        """A title's parts as one text; a title halved on purpose keeps a blank between its halves."""
        if not title.halved:
            return self.join(title.parts, language)
        before, behind = self.join(title.parts[:-1], language), title.parts[-1].strip()
        return MappedText.join([before, MappedText.replacing(" ", before.ends[-1], behind.starts[0]), behind])

    def lines_between(self, start: int, end: int) -> tuple[CleanLine, ...]:
        """The lines that begin in the raw span [start, end)."""
        first = bisect_right(self._starts, start - 1)
        return tuple(self._lines[first : bisect_right(self._starts, end - 1)])
