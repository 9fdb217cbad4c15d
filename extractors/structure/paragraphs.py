"""Rows joined to paragraphs: over line ends, page numbers and footnotes, apart at bullets and list numbers."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.mapped import MappedText
from extractors.structure.rows import Stream
from extractors.structure.vocabulary import BULLET, MARKDOWN, SURE_BULLET, Vocabulary


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of rows [first, last) that reads as one, `parts` their texts without bullet or number."""

    first: int
    last: int
    parts: tuple[MappedText, ...]
    is_bullet: bool = False


def paragraphs(stream: Stream, first: int, last: int, words: Vocabulary, body_at: int | None = None) -> list[Paragraph]:
    """The paragraphs of rows [first, last); `body_at` cuts off the start of the first row."""
    found: list[Paragraph] = []
    at = first
    while at < last:
        end = at + 1
        while end < last and stream.runs_on(end - 1) and not opens_entry(stream, end, words):
            end += 1
        head = stream.rows[at].text
        if at == first and body_at is not None:
            head = head.cut(body_at).strip()
        hashes = MARKDOWN.match(head.text)
        if hashes:
            head = head.cut(hashes.end())
        bullet = BULLET.match(head.text)
        if bullet:
            head = head.cut(bullet.end()).strip()
        parts = (head, *(stream.rows[k].text for k in range(at + 1, end)))
        if any(parts) and not head.text.startswith("|"):
            found.append(Paragraph(at, end, parts, bool(bullet)))
        at = end
    return found


def opens_entry(stream: Stream, at: int, words: Vocabulary) -> bool:
    """Whether row `at` opens a bullet or a numbered entry of a list, wherever the row before ended."""
    text = stream.rows[at].text.text
    if text.startswith("|") or SURE_BULLET.match(text):
        return True
    bullet = BULLET.match(text)
    if not bullet:
        return False
    before = stream.rows[at - 1]
    if not before.terminated and stream.full(at - 1) and text[bullet.end() :][:1].islower():
        # A compound cut at its hyphen, no bullet.
        return False
    return before.terminated or stream.rows[at].after_blank or not stream.full(at - 1)
