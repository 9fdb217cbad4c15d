"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file: its name, what to call it in a message, and what to do with it."""

    name: str
    label: str
    remedy: str


_OFFICE = "Open it in an office program and save it as PDF or as text"
_IMAGE = "Run text recognition on it and keep the result as PDF or text"
_UNPACK = "Unpack it and use the file inside"

PDF = Sort("pdf", "a PDF", "Rename it to .pdf")
TEXT = Sort("text", "text", "Rename it to .txt")
EMPTY = Sort("empty", "nothing", "Fetch it again from where it came from")
BINARY = Sort("binary", "binary data", "Give the document as PDF or as text")
HTML = Sort("html", "a web page", "Print the page to PDF, or save its text as .txt")

_MAGIC: tuple[tuple[bytes, Sort], ...] = (
    (b"PK\x03\x04", Sort("zip", "a ZIP archive or an office document", _OFFICE)),
    (b"\xd0\xcf\x11\xe0", Sort("ole", "an old office document", _OFFICE)),
    (b"{\\rtf", Sort("rtf", "rich text (RTF)", _OFFICE)),
    (b"\x89PNG", Sort("image", "an image", _IMAGE)),
    (b"\xff\xd8\xff", Sort("image", "an image", _IMAGE)),
    (b"GIF8", Sort("image", "an image", _IMAGE)),
    (b"II*\x00", Sort("image", "an image", _IMAGE)),
    (b"MM\x00*", Sort("image", "an image", _IMAGE)),
    (b"\x1f\x8b", Sort("packed", "compressed data", _UNPACK)),
    (b"7z\xbc\xaf", Sort("packed", "compressed data", _UNPACK)),
    (b"Rar!", Sort("packed", "compressed data", _UNPACK)),
    (b"\x7fELF", BINARY),
    (b"MZ\x90", BINARY),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.10  # above this share of control bytes a file is no text in any encoding that is read


def sort_of(head: bytes) -> Sort:
    """Tell what a file is.

    Args:
        head: Its first bytes; 4096 are plenty.
    """
    if not head:
        return EMPTY
    for magic, sort in _MAGIC:
        if head.startswith(magic):
            return sort
    # Acrobat's rule: the mark may stand anywhere in the first 1024 bytes (mail headers, a blank line before it).
    # Behind other text it must begin a line, so that a text that mentions "%PDF-1.7" stays a text.
    if re.search(rb"(?:\A|[\r\n\x00]|\xef\xbb\xbf)%PDF-\d", head[:1030]):
        return PDF
    plain = head.removeprefix(_BOMS[0])
    if _HTML.match(plain):
        return HTML
    if head.startswith(_BOMS) or _looks_utf16(head):
        return TEXT
    if len(_CONTROL.findall(head)) > _MOST_CONTROL * len(head):
        return BINARY
    return TEXT


def _looks_utf16(head: bytes) -> bool:
    """Whether nearly all bytes of one parity are NUL, or few are and the other bytes pair to Chinese characters."""
    from extractors.reading.encoding import utf16_without_mark

    return utf16_without_mark(head) is not None
