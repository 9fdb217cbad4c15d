"""A text whose every character knows its place in the raw text.

Repair and joining of lines change a text; provenance must survive both. So a `MappedText` carries, for
each of its characters, the half-open raw span that the character stands for.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MappedText:
    """A string with the raw span of each of its characters.

    Attributes:
        text: The text as it is to be read.
        starts: Raw offset at which each character begins, in code points; as long as `text`.
        ends: Raw offset behind each character; as long as `text`.
    """

    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def of(cls, text: str, offset: int = 0) -> MappedText:
        """Map a stretch of raw text that begins at `offset` onto itself."""
        return cls(
            text,
            array("L", range(offset, offset + len(text))),
            array("L", range(offset + 1, offset + len(text) + 1)),
        )

    @classmethod
    def replacing(cls, text: str, start: int, end: int) -> MappedText:
        """A text that stands for the raw span [start, end) as a whole."""
        return cls(text, array("L", [start]) * len(text), array("L", [end]) * len(text))

    @classmethod
    def join(cls, parts: Iterable[MappedText]) -> MappedText:
        """Concatenate parts in reading order (their raw places may jump)."""
        texts: list[str] = []
        starts, ends = array("L"), array("L")
        for part in parts:
            texts.append(part.text)
            starts.extend(part.starts)
            ends.extend(part.ends)
        return cls("".join(texts), starts, ends)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int, end: int | None = None) -> MappedText:
        """The characters [start, end) with their places."""
        part = slice(start, end)
        return MappedText(self.text[part], self.starts[part], self.ends[part])

    def strip(self) -> MappedText:
        """Without white space at either end."""
        stripped = self.text.strip()
        start = self.text.find(stripped) if stripped else 0
        return self.cut(start, start + len(stripped))

    def sub(self, pattern: re.Pattern[str], replacement: str) -> MappedText:
        """Replace every match (template as in `re.sub`); the new characters stand for the matched span."""
        parts: list[MappedText] = []
        last = 0
        for match in pattern.finditer(self.text):
            parts.append(self.cut(last, match.start()))
            if match.end() > match.start():
                start, end = self.raw_span(match.start(), match.end())
                parts.append(MappedText.replacing(match.expand(replacement), start, end))
            last = match.end()
        if not parts:
            return self
        parts.append(self.cut(last))
        return MappedText.join(parts)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw half-open span covering the characters [start, end), which must not be empty.

        The span runs from the least start to the greatest end, so it may cover furniture (a page number,
        a footnote) that stands between two joined lines.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"empty or outside span [{start}, {end}) of {len(self.text)} characters")
        return min(self.starts[start:end]), max(self.ends[start:end])


def common_span(texts: Sequence[MappedText]) -> tuple[int, int]:
    """Raw span that covers all of several non-empty texts."""
    return min(min(t.starts) for t in texts), max(max(t.ends) for t in texts)
