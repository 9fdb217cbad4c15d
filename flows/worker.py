"""What runs in a worker process: one document is read and its part written.

This module is imported by every worker, so it imports neither Prefect nor Great Expectations nor pandas.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.errors import GuihuaError, Outcome, ReadError
from extractors.identity import sha256 as hash_of
from extractors.source import Source
from flows.parts import PartMeta, PartStore
from schemas.contract import load_all

if TYPE_CHECKING:
    import pyarrow as pa

    from extractors.document import Document

NOTHING_FOUND = (
    "no statement, heading, table or box was found in it. See whether the file is the right one and its text is whole"
)
MEMORY_REMEDY = "Look into the file, split it, or raise --memory-limit-mb"


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be read.

    Attributes:
        source: Its YAML.
        path: Its file.
        sha256: What its bytes must hash to.
        bytes: Its size.
        key: Where its part belongs in the store.
        store: The store's folder.
        reader: The engine that a PDF is read with.
    """

    source: Source
    path: Path
    sha256: str
    bytes: int
    key: str
    store: Path
    reader: str = "auto"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document gave nothing: the outcome in `documents` and one clear message."""

    document_id: str
    outcome: Outcome
    message: str
    trace: str | None = None


def read_document(job: Job) -> PartMeta | Failure:
    """Read a document and write its part, unless the store has it.

    Raises:
        OSError: if the store cannot take the part; that is the output's failure, not the document's.
    """
    store = PartStore(job.store)
    known = store.find(job.key)
    if known:
        return known
    read = _read(job)
    if isinstance(read, Failure):
        return read
    meta = PartMeta(
        key=job.key,
        document_id=job.source.id,
        outcome=read.document.outcome,
        outcome_message=read.document.outcome_message or (NOTHING_FOUND if read.is_empty else None),
        reader=read.document.reader,
        media_type=read.document.media_type,
        text_sha256=hash_of(read.document.text),
        characters=len(read.document.text),
        pages=len(read.document.pages) or None,
        seen=read.seen,
        rows={},
        files={},
    )
    return store.write(meta, read.tables, read.document.text)


@dataclass(frozen=True, slots=True)
class _Read:
    document: Document
    tables: dict[str, pa.Table]
    seen: list[list[Any]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found in the text: what is kept of pages and paragraphs says nothing of its content."""
        return not any(rows.num_rows for name, rows in self.tables.items() if name in load_all() and name != "pages")


def _read(job: Job) -> _Read | Failure:
    # Imported here, so that a parent process that only builds jobs stays light.
    from extractors.pipeline import extract
    from flows.engines import read_with
    from flows.kept_blocks import NAME, packed_blocks
    from flows.seen import packed, seen_in
    from schemas.arrow import table

    name = job.source.id
    try:
        document = read_with(job.path, job.reader)
        extraction = extract(document, job.source)
        tables = {dataset: table(dataset, rows) for dataset, rows in extraction.rows.items()}
        tables[NAME] = packed_blocks(extraction.blocks)
        return _Read(document, tables, packed(seen_in(document, extraction)))
    except ReadError as error:
        return Failure(name, error.outcome, str(error))
    except GuihuaError as error:
        return Failure(name, "failed", str(error), traceback.format_exc())
    except MemoryError:
        what = f"{job.source.file}: reading it takes more memory than it may have. {MEMORY_REMEDY}"
        return Failure(name, "out_of_memory", what)
    except OSError as error:
        return Failure(
            name, "failed", f"{job.source.file}: the file cannot be read ({error.strerror}). Make it readable"
        )
    except Exception as error:  # noqa: BLE001 -- a defect on one document must not keep the others from their readers
        what = f"{job.source.file}: reading it failed by a defect of the program ({type(error).__name__}: {error})"
        return Failure(name, "failed", what, traceback.format_exc())
