"""What a person sees of a run: a progress bar in a terminal, plain lines elsewhere, and the closing table."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from flows.console import Console
from flows.outcome import RunOutcome
from quality.accuracy import Measurement


class TerminalListener:
    """Shows progress on standard error."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bar: Progress | None = None
        if self._console.is_terminal:
            self._bar = Progress(
                TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
                console=self._console, transient=True,
            )  # fmt: skip
            self._task = self._bar.add_task("preparing", total=None)
        self._total = self._count = 0

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, what: str) -> None:
        """Name the step."""
        if self._bar:
            self._bar.update(self._task, description=what)
        else:
            self._say(what)

    def begin(self, documents: int) -> None:
        """Set the bar's length."""
        self._total, self._count = documents, 0
        if self._bar:
            self._bar.update(self._task, description="reading documents", total=documents, completed=0)

    def done(self, document_id: str, said: str, *, failed: bool) -> None:
        """Move the bar by a document."""
        self._count += 1
        if self._bar:
            self._bar.update(self._task, advance=1)
            if failed:
                self._console.print(Text(f"{document_id}: {said}"))
        else:
            self._say(f"[{self._count}/{self._total}] {document_id}: {said}")

    def _say(self, text: str) -> None:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def print_outcome(outcome: RunOutcome) -> None:
    """Print the closing table and where the release lies to standard output."""
    console = Console()
    if outcome.nothing_read:
        console.print(Text("\n".join(closing_lines(outcome))), soft_wrap=True)
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("dataset")
    table.add_column("rows", justify="right")
    table.add_column("quarantined", justify="right")
    for dataset in outcome.datasets:
        table.add_row(dataset.name, f"{dataset.rows:,}", f"{dataset.quarantined:,}")
    console.print(table)
    console.print(Text("\n".join(closing_lines(outcome))), soft_wrap=True)


def closing_lines(outcome: RunOutcome) -> list[str]:
    """What the run came to, in words."""
    lines = []
    if outcome.nothing_read:
        lines.append("No document could be read; nothing was published.")
    elif outcome.dry_run:
        lines.append("Dry run: nothing was published.")
    elif outcome.unchanged:
        lines.append(f"Nothing changed since release {outcome.version}: {outcome.path}")
    elif outcome.version:
        why = f" ({outcome.reason})" if outcome.reason else ""
        lines.append(f"Release {outcome.version}{why}: {outcome.path}")
    by_dataset: dict[str, list[Measurement]] = {}
    for measured in outcome.accuracy:
        by_dataset.setdefault(measured.dataset, []).append(measured)
    if by_dataset:
        shares = (f"{name} {sum(m.right for m in ms)}/{sum(m.expected for m in ms)}" for name, ms in by_dataset.items())
        said = "numbers of indicator tables count under indicators"
        lines.append(f"Wholly right, by the truth beside the collection ({said}): {', '.join(shares)}")
    if outcome.partly_read:
        count = len(outcome.partly_read)
        lines.append(
            f"{count} document{' was' if count == 1 else 's were'} read in part; what was read is in the release:"
        )
        lines += [f"  {one.document_id}: {one.message}" for one in outcome.partly_read]
    if outcome.failures:
        lines.append(f"{len(outcome.failures)} document{'s' if len(outcome.failures) > 1 else ''} failed:")
        lines += [
            f"  {f.document_id}: "
            + (f"{f.message.rstrip('.')}. Its rows of the last release stand in." if f.rows_kept else f.message)
            for f in outcome.failures
        ]
    return lines
