"""What a run ends with, as plain values that can be printed, compared and sent between processes."""

from __future__ import annotations

from dataclasses import dataclass

from flows.errors import DOCUMENTS_FAILED, PUBLISHED
from quality.accuracy import Measurement


@dataclass(frozen=True, slots=True)
class DatasetCount:
    """Rows of one dataset: published, and held back in quarantine."""

    name: str
    rows: int
    quarantined: int


@dataclass(frozen=True, slots=True)
class DocumentFailure:
    """A document that gave no fresh rows, or not all of them, with one clear message; `outcome` as in `documents`.

    `rows_kept` says that its rows of the last release stand in.
    """

    document_id: str
    outcome: str
    message: str
    rows_kept: bool = False


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run ended with.

    Attributes:
        datasets: Rows by dataset, in the order of the contract.
        failures: Documents that failed, by id.
        partly_read: Documents of which a part could not be read, by id; the rest of them is in the release.
        version: The release that now is the latest; null before the first one and on a dry run without one.
        path: Its folder.
        unchanged: Whether nothing new had to be published.
        dry_run: Whether publishing was left out on purpose.
        nothing_read: Whether no document could be read and none had rows before, so that there was nothing to publish.
        reason: Why the version is what it is, in a sentence or two.
        accuracy: What was measured against the truth beside the collections, empty where there is none.
        read: How many documents were read now; `reused` how many parts the store had.
    """

    datasets: tuple[DatasetCount, ...]
    failures: tuple[DocumentFailure, ...] = ()
    partly_read: tuple[DocumentFailure, ...] = ()
    version: str | None = None
    path: str | None = None
    unchanged: bool = False
    dry_run: bool = False
    reason: str | None = None
    accuracy: tuple[Measurement, ...] = ()
    read: int = 0
    reused: int = 0
    nothing_read: bool = False

    @property
    def exit_code(self) -> int:
        """0 published or unchanged, 3 where documents failed."""
        return DOCUMENTS_FAILED if self.failures else PUBLISHED
