"""A sample document as text: English with pages as a converter prints them, Chinese as markdown."""

from __future__ import annotations

import textwrap

from sample_content import MARKER, Block, Box, Columns, Heading, Paragraph, Sample, Table

_WIDTH = 88
_PAGE_LINES = 46
_HEADS = ("Part ", "Chapter ", "Section ", "Box ", "Category ")
_Kept = tuple[list[str], list[str]]  # lines of the page's body, lines of its footnotes
_LEVELS = {"part": "##", "chapter": "###", "section": "####"}


def as_text(sample: Sample) -> str:
    """English text: lines of 88 characters, pages parted by form feeds, footnotes and page number at each foot."""
    pages: list[tuple[list[str], list[str]]] = [([], [])]
    for lines, notes in _kept_together(_paragraphs(sample)):
        body, foot = pages[-1]
        if body and len(body) + len(foot) + len(lines) + len(notes) > _PAGE_LINES:
            body, foot = [], []
            pages.append((body, foot))
        body += [*lines, ""]
        foot += notes
    printed = []
    for number, (body, foot) in enumerate(pages, 1):
        lines = [*body, *([*foot, ""] if foot else []), f"- {number} -"]
        printed.append("\n".join(lines) + "\n")
    return "\f".join(printed)


def _kept_together(paragraphs: list[_Kept]) -> list[_Kept]:
    """Headings and captions joined to what follows them, so that none stands alone at a page's foot."""
    out: list[_Kept] = []
    waiting: list[str] = []
    for lines, notes in paragraphs:
        if lines and lines[-1].startswith(_HEADS):
            waiting += [*lines, ""]
            continue
        out.append(([*waiting, *lines], notes))
        waiting = []
    return out


def _paragraphs(sample: Sample) -> list[_Kept]:
    """Lines that stay together, with the lines of their footnotes."""
    out: list[_Kept] = [([sample.title], []), (_wrap(sample.notice), [])]
    for block in _flat(sample.blocks):
        match block:
            case Heading(_, text):
                out.append((_wrap(text), []))
            case Paragraph(text):
                notes = [line for n, note in sample.notes_in(text) for line in _wrap(f"{n} {note}")]
                out.append((_wrap(MARKER.sub(r"\1", text)), notes))
            case Box(caption, items):
                out.append(([caption], []))
                out += [([f"{i.number} {i.title}", *_wrap(i.text)], []) for i in items]
            case Table():
                out += [(lines, []) for lines in _plain_table(block)]
    return out


def _plain_table(table: Table) -> list[list[str]]:
    """Caption, header, a paragraph for each category with its rows, and the notes."""
    out = [[table.caption], ["   ".join(table.columns)]]
    out += [[name, *("   ".join(row) for row in rows)] for name, rows in table.groups]
    return [*out, *([_wrap(note) for note in table.notes])]


def _flat(blocks: tuple[Block, ...]) -> list[Block]:
    return [inner for block in blocks for inner in (block.blocks if isinstance(block, Columns) else (block,))]


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def as_markdown(sample: Sample) -> str:
    """Chinese markdown: a line a paragraph, a pipe table, footnotes in brackets with a caret."""
    parts = [f"# {sample.title}", sample.notice]
    for block in _flat(sample.blocks):
        match block:
            case Heading(level, text):
                parts.append(f"{_LEVELS[level]} {text}")
            case Paragraph(text):
                parts.append(MARKER.sub(r"[^\1]", text))
            case Box(caption, items):
                parts.append(f"**{caption}**")
                parts += [part for i in items for part in (f"{i.number} {i.title}", i.text)]
            case Table():
                parts += [f"**{block.caption}**", _pipe_table(block), *block.notes]
    parts += [f"[^{number}]: {text}" for number, text in sample.footnotes.items()]
    return "\n\n".join(parts) + "\n"


def _pipe_table(table: Table) -> str:
    rows = [table.columns, ("---",) * len(table.columns)]
    for name, group in table.groups:
        rows += [((name if at == 0 else ""), *row) for at, row in enumerate(group)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
