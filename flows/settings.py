"""What a run is told: collections, output and limits, checked once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

MAX_TEXT_MB = 20
"""Longest text file that is read, in MB. A five-year plan has 0.4; a longer text is no document but data."""

MAX_PDF_MB = 500
"""Largest PDF that is read, in MB."""

TIME_LIMIT = 120
"""Seconds that one document may take. A plan of 400 pages needs some 40 with the slowest reader."""

MEMORY_LIMIT_MB = 2000
"""Memory that reading one document may take, in MB. A plan of 400 pages needs a tenth of it."""

READERS = ("auto", "oxide", "pdfium", "pdfplumber")
"""The engines that PDFs can be read with; `auto` is the best that opens the file."""


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What a run is told.

    Attributes:
        sources: Folders of collections.
        output: Where releases go.
        workers: Worker processes; null for as many as there are cores, at most one a document.
        only: Ids of the documents that are read again; empty for all.
        for_own_use: Whether rights are ignored and the release marked as not for redistribution.
        dry_run: Whether everything is done but publishing.
        max_text_mb: Longest text file that is read, in MB.
        max_pdf_mb: Largest PDF that is read, in MB.
        time_limit: Seconds that one document may take.
        memory_limit_mb: Memory that reading one document may take, in MB.
        reader: The engine that PDFs are read with, one of READERS.
    """

    sources: tuple[Path, ...]
    output: Path
    workers: int | None = None
    only: tuple[str, ...] = ()
    for_own_use: bool = False
    dry_run: bool = False
    max_text_mb: float = MAX_TEXT_MB
    max_pdf_mb: float = MAX_PDF_MB
    time_limit: float = TIME_LIMIT
    memory_limit_mb: float = MEMORY_LIMIT_MB
    reader: str = "auto"

    def worker_count(self, documents: int) -> int:
        """How many processes read so many documents."""
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        return max(1, min(self.workers or cores, documents))

    @property
    def state(self) -> Path:
        """Store, locks and Prefect's home: safe to delete."""
        return self.output / ".state"
