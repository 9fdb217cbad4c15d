"""Reading a file with the engine that a person chose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractors.document import Document


def read_with(path: Path, reader: str) -> Document:
    """Read a file; the choice of a reader concerns PDFs only.

    Raises:
        ReadError: if it cannot be read, with what its row in `documents` says.
        OSError: if it cannot be opened.
    """
    from extractors.reading import read

    chosen: dict[str, Any] = {} if reader == "auto" else {"engine": reader}
    return read(path, **chosen)
